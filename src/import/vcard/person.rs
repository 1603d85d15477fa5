//! From a card to the person that it proposes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cards::Card;
use super::property::{Bag, Property};
use crate::domain::clean::{clean_line, clean_note};
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::value::Kind;
use crate::import::content_line::{Charset, ContentLine, split, unescape};
use crate::import::draft::{Fault, is_mobile};
use crate::import::reading::{By, Fate, Kept, Link, Proposal};
use crate::import::reason::Reason;
use crate::import::{key, label};

/// How our own export names the fields that no card has.
const OWN: &str = "X-QD-";
/// How our own export names a kept value whose label is no name of a property.
pub const EXTRA: &str = "X-QD-EXTRA";

/// What a card came to.
pub(super) struct Made {
    pub proposal: Proposal,
    pub told: Vec<Kept>,
    pub fates: Vec<(String, Fate)>,
}

/// Names that carry nothing about the person.
const MUTE: [&str; 4] = ["VERSION", "PRODID", "REV", "X-ABLABEL"];
/// Where an address book writes who stands above.
const MANAGERS: [&str; 5] =
    ["X-MANAGER", "MANAGER", "X-MS-MANAGER", "X-EVOLUTION-MANAGER", "X-KADDRESSBOOK-X-MANAGERSNAME"];
const ABOVE: [&str; 5] = ["MANAGER", "SUPERVISOR", "BOSS", "上级", "经理"];
const CELL: [&str; 5] = ["CELL", "MOBILE", "IPHONE", "手机", "移动"];
const NO_PHONE: [&str; 8] = ["FAX", "PAGER", "MODEM", "BBS", "TEXTPHONE", "ASSISTANT", "传真", "助理"];

struct Work {
    bag: Bag,
    fields: Vec<(&'static str, String)>,
    links: Vec<Link>,
    fates: Vec<(String, Fate)>,
}

/// The person of a card; the card's fault where it makes none.
pub(super) fn person(card: &Card, charset: Charset, source: &str) -> Result<Made, Fault> {
    if let Some((_, name)) = &card.long {
        return Err((Some(name.clone()).filter(|name| !name.is_empty()), Reason::TooLong));
    }
    if let Some(line) = card.lines.iter().find(|line| line.value.contains(&0)) {
        return Err((Some(line.name.clone()), Reason::Nul));
    }
    let labels = labels(card, charset);
    let (binary, text): (Vec<&ContentLine>, Vec<&ContentLine>) = card
        .lines
        .iter()
        .filter(|line| !MUTE.contains(&line.name.as_str()))
        .partition(|line| is_embedded(line));
    let bag = Bag(text.into_iter().map(|line| Property::new(line, &labels, charset)).collect());
    let mut work = Work { bag, fields: Vec::new(), links: Vec::new(), fates: Vec::new() };
    let fates = binary.into_iter().map(|line| (line.name.clone(), Fate::Embedded));
    work.fates.extend(fates);
    let uid = work.bag.first("UID").map(|uid| uid_of(&uid.value)).filter(|uid| !uid.is_empty());
    work.take(source);
    let name = work.name()?;
    let told = work.told(card);
    let external_id = match uid {
        Some(uid) => key::given(source, &uid),
        None => key::made(source, &work.parts(&name)),
    };
    let extra = work.rest(card);
    work.fields.insert(0, ("name", name));
    let proposal = Proposal {
        line: card.line,
        external_id,
        fields: work.fields,
        links: work.links,
        extra,
        person: None,
    };
    Ok(Made { proposal, told, fates: work.fates })
}

/// What the person called the properties of a group.
fn labels(card: &Card, charset: Charset) -> Vec<(String, String)> {
    let own = card.lines.iter().filter(|line| line.name == "X-ABLABEL");
    let one = |line: &ContentLine| {
        let text = charset.text(line).unwrap_or_else(|text| text);
        let text = unescape(&text);
        let bare = text.trim().trim_start_matches("_$!<").trim_end_matches(">!$_");
        Some((line.group.clone()?, clean_line(bare).into_owned()))
    };
    own.filter_map(one).filter(|(_, label)| !label.is_empty()).collect()
}

fn is_embedded(line: &ContentLine) -> bool {
    let is_data = line.value.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"data:"));
    line.is_binary() || is_data
}

/// An id as it is compared: one UUID is written in several ways.
pub(super) fn uid_of(value: &str) -> String {
    let text = clean_line(&unescape(value)).into_owned();
    let bare =
        text.get(..9).filter(|start| start.eq_ignore_ascii_case("urn:uuid:")).and_then(|_| text.get(9..));
    let bare = bare.unwrap_or(&text);
    let is_uuid = bare.len() == 36 && bare.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if is_uuid { bare.to_ascii_lowercase() } else { bare.to_owned() }
}

impl Work {
    fn put(&mut self, key: &'static str, from: &Property, text: String) {
        if !text.is_empty() {
            self.fates.push((from.name.clone(), Fate::Field(key)));
            self.fields.push((key, text));
        }
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == key).map(|(_, text)| text.as_str())
    }

    /// Everything that has a field, but the name.
    fn take(&mut self, source: &str) {
        self.organisation();
        if let Some(title) = self.bag.first("TITLE") {
            self.put("title", &title, title.text());
        }
        self.phones();
        let is_work = |one: &Property| Some((one.rank, !one.is(&["WORK"])));
        if let Some(email) = self.bag.best("EMAIL", is_work) {
            let text = email.text();
            let bare = text.strip_prefix("mailto:").unwrap_or(&text).to_owned();
            self.put("email", &email, bare);
        }
        self.chat();
        self.notes();
        let tags: Vec<Property> = self.bag.all("CATEGORIES");
        if let Some(first) = tags.first() {
            let words: Vec<String> = tags.iter().map(Property::text).filter(|one| !one.is_empty()).collect();
            self.put("tags", first, words.join(","));
        }
        self.managers(source);
        self.own();
    }

    fn organisation(&mut self) {
        if let Some(org) = self.bag.first("ORG") {
            let mut parts = org.parts().into_iter().filter(|part| !part.is_empty());
            let has_name = !org.value.starts_with(';');
            if let Some(name) = parts.next().filter(|_| has_name) {
                self.fates.push(("ORG".to_owned(), Fate::Field("account")));
                self.links.push(Link { field: "account", by: By::Name, value: name, label: "ORG".into() });
            }
            let units = if has_name { parts.collect() } else { org.parts() };
            let units: Vec<String> = units.into_iter().filter(|unit| !unit.is_empty()).collect();
            self.put("dept", &org, units.join(" / "));
        }
        for name in ["X-DEPARTMENT", "DEPARTMENT"] {
            if self.get("dept").is_none()
                && let Some(unit) = self.bag.first(name)
            {
                self.put("dept", &unit, unit.text());
            }
        }
    }

    fn phones(&mut self) {
        let is_plain = |one: &Property| one.types.is_empty() && one.label.is_none();
        let is_cell = |one: &Property| {
            !one.is(&NO_PHONE) && (one.is(&CELL) || (is_plain(one) && is_mobile(&number(one))))
        };
        if let Some(mobile) = self.bag.best("TEL", |one| is_cell(one).then_some(one.rank)) {
            self.put("mobile", &mobile, number(&mobile));
        }
        let land = |one: &Property| {
            let is_phone = !one.is(&NO_PHONE) && !is_cell(one);
            is_phone.then_some((!one.is(&["WORK", "MAIN"]), one.label.is_some(), one.rank))
        };
        if let Some(phone) = self.bag.best("TEL", land) {
            self.put("phone", &phone, number(&phone));
        }
    }

    fn chat(&mut self) {
        for name in ["X-WECHAT", "X-WEIXIN", "X-MICROMSG"] {
            if self.get("chat_id").is_none()
                && let Some(chat) = self.bag.first(name)
            {
                self.put("chat_id", &chat, chat.text());
            }
        }
        if self.get("chat_id").is_none()
            && let Some(chat) = self.bag.first("IMPP")
        {
            let text = chat.text();
            let bare = ["weixin:", "wechat:"].iter().find_map(|scheme| text.strip_prefix(scheme));
            let text = bare.unwrap_or(&text).to_owned();
            self.put("chat_id", &chat, text);
        }
    }

    fn notes(&mut self) {
        let notes = self.bag.all("NOTE");
        let texts = notes.iter().map(|note| clean_note(&unescape(&note.value)).into_owned());
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        if let Some(first) = notes.first() {
            self.put("notes", first, texts.join("\n"));
        }
    }

    /// Who stands above: by the id of that card, or by name.
    fn managers(&mut self, source: &str) {
        let related =
            |one: &Property| ["RELATED", "X-ABRELATEDNAMES"].contains(&one.name.as_str()) && one.is(&ABOVE);
        let is_above = |one: &Property| MANAGERS.contains(&one.name.as_str()) || related(one);
        let found: Vec<Property> =
            self.bag.0.iter().filter(|one| is_above(one) && !one.is_bad).cloned().collect();
        self.bag.0.retain(|one| !is_above(one) || one.is_bad);
        for one in found {
            let text = one.text();
            let is_id = text.to_ascii_lowercase().starts_with("urn:uuid:");
            let by = if is_id { By::ExternalId } else { By::Name };
            let value = if is_id { key::given(source, &uid_of(&one.value)) } else { text };
            if !value.is_empty() {
                self.fates.push((one.name.clone(), Fate::Field("reports_to")));
                self.links.push(Link { field: "reports_to", by, value, label: one.kept_as().into() });
            }
        }
    }

    /// The fields that our own export writes under names of its own.
    fn own(&mut self) {
        for field in Person::FIELDS.iter().filter(|field| is_own(field.key, field.kind)) {
            let name = own_name(field.key);
            let fits = |text: &str| field.kind != Kind::Date || text.parse::<chrono::NaiveDate>().is_ok();
            if let Some(one) = self.bag.best(&name, |one| fits(&one.text()).then_some(())) {
                self.put(field.key, &one, one.text());
            }
        }
    }

    /// The name as it is said, else made from its parts, else whatever the person is known by.
    fn name(&mut self) -> Result<String, Fault> {
        let bad = self.bag.0.iter().find(|one| one.is_bad && ["FN", "N"].contains(&one.name.as_str()));
        if let Some(bad) = bad {
            return Err((Some(bad.name.clone()), Reason::BadText));
        }
        let said = self.bag.first("FN");
        let parts = self.bag.first("N");
        if let Some(said) = said {
            self.fates.push(("FN".to_owned(), Fate::Field("name")));
            let text = said.text();
            // Parts that the name does not have are kept.
            let folded = key::fold(&text);
            let is_news = |one: &Property| one.parts().iter().any(|part| !folded.contains(&key::fold(part)));
            self.bag.0.extend(parts.filter(is_news));
            return Ok(text);
        }
        let made = parts.map(|parts| {
            self.fates.push(("N".to_owned(), Fate::Field("name")));
            joined(&parts.parts())
        });
        let nick = |work: &mut Self| work.bag.first("NICKNAME").map(|nick| nick.text());
        let known = ["email", "mobile", "phone", "chat_id"];
        made.filter(|made| !made.is_empty())
            .or_else(|| nick(self))
            .or_else(|| known.iter().find_map(|key| self.get(key).map(str::to_owned)))
            .or_else(|| self.account().map(str::to_owned))
            .ok_or((None, Reason::NoName))
    }

    fn account(&self) -> Option<&str> {
        self.links.iter().find(|link| link.field == "account").map(|link| link.value.as_str())
    }

    /// What makes the key of a card that has no id.
    fn parts<'a>(&'a self, name: &'a str) -> [&'a str; 3] {
        let mark = ["email", "mobile", "phone"].iter().find_map(|key| self.get(key));
        [name, self.account().unwrap_or(""), mark.unwrap_or("")]
    }

    /// What is odd about a card that is taken.
    fn told(&self, card: &Card) -> Vec<Kept> {
        let bad = self.bag.0.iter().filter(|one| one.is_bad);
        let bad =
            bad.map(|one| Kept { line: one.line, column: Some(one.name.clone()), reason: Reason::BadText });
        let odd = card.odd.iter().map(|(line, text)| {
            let value = clean_line(text).chars().take(60).collect();
            Kept { line: *line, column: None, reason: Reason::NoContentLine { value } }
        });
        let kind = self.bag.0.iter().find(|one| one.name == "KIND" || one.name == "X-ABSHOWAS");
        let kind = kind.map(Property::text).filter(|kind| !kind.eq_ignore_ascii_case("individual"));
        let kind =
            kind.map(|value| Kept { line: card.line, column: None, reason: Reason::NoPerson { value } });
        bad.chain(odd).chain(kind).collect()
    }

    /// Everything else, by what it is called.
    fn rest(&mut self, card: &Card) -> BTreeMap<Arc<str>, String> {
        let mut extra = BTreeMap::new();
        for one in std::mem::take(&mut self.bag.0) {
            let (called, text) = kept(&one);
            if !text.is_empty() {
                self.fates.push((one.name.clone(), Fate::Kept));
                keep(&mut extra, &called, text);
            }
        }
        for (line, text) in &card.odd {
            keep(&mut extra, &format!("line {line}"), clean_line(text).into_owned());
        }
        extra
    }
}

fn kept(one: &Property) -> (String, String) {
    if one.name == EXTRA
        && let [called, text] = split(&one.value, ';').as_slice()
    {
        return (clean_line(called).into_owned(), clean_note(text).into_owned());
    }
    if ["ADR", "ORG", "N", "GENDER"].contains(&one.name.as_str()) {
        let parts = split(&one.value, ';').into_iter().map(|part| clean_note(&part).into_owned());
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        return (one.kept_as(), parts.join(", "));
    }
    (one.kept_as(), clean_note(&unescape(&one.value)).into_owned())
}

fn keep(extra: &mut BTreeMap<Arc<str>, String>, called: &str, text: String) {
    let mut names =
        std::iter::once(called.to_owned()).chain((2..).map(|count: u32| format!("{called} {count}")));
    if let Some(free) = names.find(|name| !extra.contains_key(name.as_str())) {
        extra.insert(free.into(), text);
    }
}

/// A telephone number out of its address.
fn number(one: &Property) -> String {
    let text = one.text();
    let bare = text.strip_prefix("tel:").unwrap_or(&text);
    bare.replace(";ext=", " ext. ").trim().to_owned()
}

/// A name from its parts: a Chinese one with the family name first and no blank, others as they are said.
fn joined(parts: &[String]) -> String {
    let part = |at: usize| parts.get(at).map_or("", String::as_str);
    let (family, given, more) = (part(0), part(1), part(2));
    if label::is_chinese(family) || (family.is_empty() && label::is_chinese(given)) {
        return format!("{family}{given}{more}");
    }
    let said = [given, more, family].into_iter().filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(" ")
}

/// Whether a field is one that no card has a property for.
pub fn is_own(key: &str, kind: Kind) -> bool {
    let has_property =
        ["name", "title", "dept", "phone", "mobile", "email", "chat_id", "notes", "tags", "external_id"];
    !has_property.contains(&key) && !matches!(kind, Kind::Link(_) | Kind::Extra)
}

/// The property of such a field, in upper case.
pub fn own_name(key: &str) -> String {
    format!("{OWN}{}", key.replace('_', "-").to_uppercase())
}
