//! A card's properties as text, and the picking of those that have a field.

use crate::domain::clean::clean_line;
use crate::import::content_line::{Charset, ContentLine, split, unescape};

/// One property of a card.
#[derive(Debug, Clone)]
pub(super) struct Property {
    /// Its line.
    pub line: u64,
    /// Its name in upper case.
    pub name: String,
    /// Its types in upper case, without those that say nothing.
    pub types: Vec<String>,
    /// What the person called it.
    pub label: Option<String>,
    /// How much it is preferred: 1 most, 101 where nothing says so.
    pub rank: u32,
    /// Its value, decoded and still escaped.
    pub value: String,
    /// Whether its bytes were none of its charset.
    pub is_bad: bool,
}

/// Types that are no news.
const MUTE: [&str; 6] = ["PREF", "INTERNET", "VOICE", "MSG", "TEXT", "OTHER"];

impl Property {
    pub fn new(line: &ContentLine, labels: &[(String, String)], charset: Charset) -> Self {
        let (value, is_bad) = match charset.text(line) {
            Ok(value) => (value, false),
            Err(value) => (value, true),
        };
        let types = line.all("TYPE").map(|one| clean_line(one).to_uppercase());
        let label = labels.iter().find(|(group, _)| Some(group) == line.group.as_ref());
        let rank = line.all("PREF").find_map(|rank| rank.trim().parse().ok());
        let is_preferred = line.says("TYPE", "PREF");
        Self {
            line: line.line,
            name: line.name.clone(),
            types: types.filter(|one| !one.is_empty() && !MUTE.contains(&one.as_str())).collect(),
            label: label.map(|(_, label)| label.clone()),
            rank: rank.unwrap_or(if is_preferred { 1 } else { 101 }),
            value,
            is_bad,
        }
    }

    /// Whether it is of one of these types, or its label says so.
    pub fn is(&self, types: &[&str]) -> bool {
        let label = self.label.as_deref().unwrap_or_default().to_uppercase();
        types.iter().any(|one| self.types.iter().any(|own| own == one) || label.contains(one))
    }

    /// Whether the user means it: by its name, or by what it is kept as.
    pub fn is_called(&self, called: &str) -> bool {
        self.name.eq_ignore_ascii_case(called) || self.kept_as().eq_ignore_ascii_case(called)
    }

    /// Its value without escapes, as one line.
    pub fn text(&self) -> String {
        clean_line(&unescape(&self.value)).into_owned()
    }

    /// Its components between semicolons, each as one line.
    pub fn parts(&self) -> Vec<String> {
        split(&self.value, ';').iter().map(|part| clean_line(part).into_owned()).collect()
    }

    /// Under what it is kept where it has no field.
    pub fn kept_as(&self) -> String {
        let more = self.label.clone().unwrap_or_else(|| self.types.join(" "));
        format!("{} {more}", self.name).trim().to_owned()
    }
}

/// The properties of a card that have not found their place.
pub(super) struct Bag(pub Vec<Property>);

impl Bag {
    /// Takes out the best property with text in it, the first of equals; nothing of it where `score` says nothing.
    pub fn best<S: Ord>(&mut self, name: &str, score: impl Fn(&Property) -> Option<S>) -> Option<Property> {
        self.any(|one| if one.name == name { score(one) } else { None })
    }

    /// As `best`, of whatever name.
    pub fn any<S: Ord>(&mut self, score: impl Fn(&Property) -> Option<S>) -> Option<Property> {
        let own = self.0.iter().enumerate().filter(|(_, one)| !one.is_bad);
        let scored = own.filter(|(_, one)| !one.text().trim_matches(';').is_empty());
        let best = scored.filter_map(|(at, one)| score(one).map(|score| (score, at))).min()?;
        Some(self.0.remove(best.1))
    }

    /// Takes out the most preferred property of this name.
    pub fn first(&mut self, name: &str) -> Option<Property> {
        self.best(name, |one| Some(one.rank))
    }

    /// Takes out all properties of this name that were decoded.
    pub fn all(&mut self, name: &str) -> Vec<Property> {
        let (own, rest) =
            std::mem::take(&mut self.0).into_iter().partition(|one| one.name == name && !one.is_bad);
        self.0 = rest;
        own
    }
}
