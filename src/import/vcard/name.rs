//! What a person is called, and what a card without an id is known by.

use super::person::{Fault, Work};
use super::property::Property;
use crate::domain::name::Spelling;
use crate::domain::text;
use crate::import::reading::Fate;
use crate::import::reason::Reason;
use crate::import::{key, label};

impl Work {
    /// The name as it is said, else made from its parts, else whatever the person is known by.
    pub fn name(&mut self, line: u64) -> Result<String, Fault> {
        let bad = self.bag.0.iter().find(|one| one.is_bad && ["FN", "N"].contains(&one.name.as_str()));
        if let Some(bad) = bad {
            return Err((bad.line, Some(bad.name.clone()), Reason::BadText));
        }
        if let Some(at) = self.fields.iter().position(|(key, _)| *key == "name") {
            return Ok(self.fields.remove(at).1);
        }
        let said = self.bag.first("FN");
        let parts = self.bag.first("N");
        if let Some(said) = said {
            self.fates.push(("FN".to_owned(), Fate::Field("name")));
            let text = said.text();
            // Parts that the name does not have are kept.
            let folded = key::fold(&text);
            let is_news = |one: &Property| one.parts().iter().any(|part| !folded.contains(&key::fold(part)));
            let turned = parts.as_ref().map(|parts| turned(&text, &parts.parts()));
            self.bag.0.extend(parts.filter(is_news));
            return Ok(turned.flatten().unwrap_or(text));
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
            .ok_or((line, None, Reason::NoName))
    }

    fn account(&self) -> Option<&str> {
        self.links.iter().find(|link| link.field == "account").map(|link| link.value.as_str())
    }

    /// What makes the key of a card that has no id.
    pub fn parts<'a>(&'a self, name: &'a str) -> [&'a str; 3] {
        let mark = ["email", "mobile", "phone"].iter().find_map(|key| self.get(key));
        [name, self.account().unwrap_or(""), mark.unwrap_or("")]
    }
}

/// A Chinese name with the family name first, where a card says it the other way round.
fn turned(said: &str, parts: &[String]) -> Option<String> {
    let (family, given) = (parts.first()?, parts.get(1)?);
    let is_han = |part: &str| !part.is_empty() && part.chars().all(text::is_han);
    let is_turned = is_han(family)
        && is_han(given)
        && Spelling::plain(said) == Spelling::plain(&format!("{given}{family}"));
    is_turned.then(|| joined(parts))
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
