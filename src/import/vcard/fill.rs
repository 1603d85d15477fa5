//! The properties of a card that have a field, each to its field.

use super::own::{is_own, own_name};
use super::person::{Work, uid_of};
use super::property::Property;
use crate::domain::clean::clean_note;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::value::Kind;
use crate::import::content_line::unescape;
use crate::import::draft::is_mobile;
use crate::import::key;
use crate::import::reading::{By, Fate, Link};

/// Where an address book writes who stands above.
const MANAGERS: [&str; 5] =
    ["X-MANAGER", "MANAGER", "X-MS-MANAGER", "X-EVOLUTION-MANAGER", "X-KADDRESSBOOK-X-MANAGERSNAME"];
const ABOVE: [&str; 5] = ["MANAGER", "SUPERVISOR", "BOSS", "上级", "经理"];
const CELL: [&str; 5] = ["CELL", "MOBILE", "IPHONE", "手机", "移动"];
const NO_PHONE: [&str; 8] = ["FAX", "PAGER", "MODEM", "BBS", "TEXTPHONE", "ASSISTANT", "传真", "助理"];

impl Work {
    /// Everything that has a field, but the name.
    pub fn take(&mut self, source: &str) {
        self.organisation();
        if self.lacks("title")
            && let Some(title) = self.bag.first("TITLE")
        {
            self.put("title", &title, title.text());
        }
        self.phones();
        let is_work = |one: &Property| Some((one.rank, !one.is(&["WORK"])));
        if self.lacks("email")
            && let Some(email) = self.bag.best("EMAIL", is_work)
        {
            let text = email.text();
            let bare = text.strip_prefix("mailto:").unwrap_or(&text).to_owned();
            self.put("email", &email, bare);
        }
        self.chat();
        self.notes();
        let tags = if self.lacks("tags") { self.bag.all("CATEGORIES") } else { Vec::new() };
        if let Some(first) = tags.first() {
            let words: Vec<String> = tags.iter().map(Property::text).filter(|one| !one.is_empty()).collect();
            self.put("tags", first, words.join(","));
        }
        self.managers(source);
        self.own();
    }

    /// The account by its name.
    pub fn account_is(&mut self, from: &Property, name: String) {
        self.fates.push((from.name.clone(), Fate::Field("account")));
        let label = from.name.as_str().into();
        self.links.push(Link { field: "account", by: By::Name, value: name, label });
    }

    fn organisation(&mut self) {
        let is_told = self.links.iter().any(|link| link.field == "account");
        if !is_told && let Some(org) = self.bag.first("ORG") {
            let mut parts = org.parts().into_iter().filter(|part| !part.is_empty());
            let has_name = !org.value.starts_with(';');
            if let Some(name) = parts.next().filter(|_| has_name) {
                self.account_is(&org, name);
            }
            let units = if has_name { parts.collect() } else { org.parts() };
            let units: Vec<String> = units.into_iter().filter(|unit| !unit.is_empty()).collect();
            if self.lacks("dept") {
                self.put("dept", &org, units.join(" / "));
            }
        }
        for name in ["X-DEPARTMENT", "DEPARTMENT"] {
            if self.lacks("dept")
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
        if self.lacks("mobile")
            && let Some(mobile) = self.bag.best("TEL", |one| is_cell(one).then_some(one.rank))
        {
            self.put("mobile", &mobile, number(&mobile));
        }
        let land = |one: &Property| {
            let is_phone = !one.is(&NO_PHONE) && !is_cell(one);
            is_phone.then_some((!one.is(&["WORK", "MAIN"]), one.label.is_some(), one.rank))
        };
        if self.lacks("phone")
            && let Some(phone) = self.bag.best("TEL", land)
        {
            self.put("phone", &phone, number(&phone));
        }
    }

    fn chat(&mut self) {
        for name in ["X-WECHAT", "X-WEIXIN", "X-MICROMSG"] {
            if self.lacks("chat_id")
                && let Some(chat) = self.bag.first(name)
            {
                self.put("chat_id", &chat, chat.text());
            }
        }
        if self.lacks("chat_id")
            && let Some(chat) = self.bag.first("IMPP")
        {
            let text = chat.text();
            let bare = ["weixin:", "wechat:"].iter().find_map(|scheme| text.strip_prefix(scheme));
            let text = bare.unwrap_or(&text).to_owned();
            self.put("chat_id", &chat, text);
        }
    }

    fn notes(&mut self) {
        let notes = if self.lacks("notes") { self.bag.all("NOTE") } else { Vec::new() };
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
            if self.lacks(field.key)
                && let Some(one) = self.bag.best(&name, |one| fits(&one.text()).then_some(()))
            {
                self.put(field.key, &one, one.text());
            }
        }
    }
}

/// A telephone number out of its address.
fn number(one: &Property) -> String {
    let text = one.text();
    let bare = text.strip_prefix("tel:").unwrap_or(&text);
    bare.replace(";ext=", " ext. ").trim().to_owned()
}
