//! From a card to the person that it proposes.

use super::cards::Card;
use super::property::{Bag, Property};
use crate::domain::clean::clean_line;
use crate::import::content_line::{Charset, ContentLine, unescape};
use crate::import::key;
use crate::import::reading::{Fate, Kept, Link, Proposal};
use crate::import::reason::Reason;

/// Why a card makes no person: the line, the property where it is one, and the reason.
pub(super) type Fault = (u64, Option<String>, Reason);

/// What a card came to.
pub(super) struct Made {
    /// The person.
    pub proposal: Proposal,
    /// What is odd about the card.
    pub told: Vec<Kept>,
    /// What became of its properties.
    pub fates: Vec<(String, Fate)>,
}

/// What is said of all cards of a file.
pub(super) struct Ground<'a> {
    /// The charset of lines that name none.
    pub charset: Charset,
    /// What starts the ids.
    pub source: &'a str,
    /// Fields of a person, and the property that fills each instead of the usual one.
    pub map: Vec<(&'static str, String)>,
}

/// A card on its way to be a person.
pub(super) struct Work {
    pub bag: Bag,
    pub fields: Vec<(&'static str, String)>,
    pub links: Vec<Link>,
    pub fates: Vec<(String, Fate)>,
}

/// Names that carry nothing about the person.
const MUTE: [&str; 4] = ["VERSION", "PRODID", "REV", "X-ABLABEL"];

/// The person of a card; the card's fault where it makes none.
pub(super) fn person(card: &Card, ground: &Ground) -> Result<Made, Fault> {
    check(card)?;
    let (charset, source) = (ground.charset, ground.source);
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
    work.map(&ground.map);
    work.take(source);
    let name = work.name(card.line)?;
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
        fields: work.fields.into_iter().collect(),
        links: work.links,
        extra: extra.into_iter().collect(),
        person: None,
    };
    Ok(Made { proposal, told, fates: work.fates })
}

/// Refuses a card beyond the limits, and one that is no text.
fn check(card: &Card) -> Result<(), Fault> {
    if let Some((line, name)) = &card.long {
        return Err((*line, Some(name.clone()).filter(|name| !name.is_empty()), Reason::TooLong));
    }
    if let Some(line) = card.lines.iter().find(|line| line.value.contains(&0)) {
        return Err((line.line, Some(line.name.clone()), Reason::Nul));
    }
    if card.is_crowded { Err((card.line, None, Reason::TooManyLines)) } else { Ok(()) }
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
    /// Fills a field.
    pub fn put(&mut self, key: &'static str, from: &Property, text: String) {
        if !text.is_empty() {
            self.fates.push((from.name.clone(), Fate::Field(key)));
            self.fields.push((key, text));
        }
    }

    /// The text of a field.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == key).map(|(_, text)| text.as_str())
    }

    /// Whether a field is still without text.
    pub fn lacks(&self, key: &str) -> bool {
        self.get(key).is_none()
    }

    /// Fills fields as the user said.
    fn map(&mut self, map: &[(&'static str, String)]) {
        for (key, called) in map {
            let fits = |one: &Property| one.is_called(called).then_some(one.rank);
            let Some(one) = self.bag.any(fits) else { continue };
            if *key == "account" {
                self.account_is(&one, one.text());
            } else {
                self.put(key, &one, one.text());
            }
        }
    }
}
