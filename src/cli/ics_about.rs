//! What a telephone shows of a visit: who is visited, where, what for and with whom. What stands before our own words is
//! said under names of our own as well, so that an import takes it off again.

use crate::domain::clean::clean_note;
use crate::domain::visit::Visit;
use crate::import::ics::JOINT;
use crate::lang::{Lang, field};

/// The words of a calendar's entry.
pub struct About {
    /// What it is called.
    pub summary: String,
    /// The customer, where the summary begins with the name.
    pub lead: Option<String>,
    /// Whether the summary is no more than a name for what has none.
    pub is_unnamed: bool,
    /// Its text; empty for none.
    pub description: String,
    /// What the text begins with before our notes.
    pub head: Option<String>,
}

impl About {
    /// Of a visit to an account, with the people of its calendar; `kind` is what it is called where nothing names it.
    pub fn of(visit: &Visit, account: Option<&str>, people: &[String], kind: &str, lang: Lang) -> Self {
        let head = Some(head(visit, people, lang)).filter(|head| !head.is_empty());
        let notes = visit.notes.as_deref().filter(|notes| !notes.is_empty());
        let parts: Vec<&str> = head.as_deref().into_iter().chain(notes).collect();
        let description = parts.join("\n\n");
        let Some(what) = visit.what.as_deref() else {
            let summary = account.unwrap_or(kind).to_owned();
            return Self { summary, lead: None, is_unnamed: true, description, head };
        };
        let lead = account.filter(|account| !what.contains(account));
        let summary = lead.map_or_else(|| what.to_owned(), |lead| format!("{lead}{JOINT}{what}"));
        Self { summary, lead: lead.map(str::to_owned), is_unnamed: false, description, head }
    }
}

/// Purpose, measure and people, a line each.
fn head(visit: &Visit, people: &[String], lang: Lang) -> String {
    let names = people.join(if lang == Lang::Zh { "、" } else { ", " });
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let lines = [
        ("why", visit.why.as_deref()),
        ("why_measure", visit.why_measure.as_deref()),
        ("who", Some(names.as_str())),
        ("our_team", visit.our_team.as_deref()),
    ];
    let said = lines.into_iter().filter_map(|(key, text)| Some((key, text.filter(|text| !text.is_empty())?)));
    let lines: Vec<String> =
        said.map(|(key, text)| format!("{}{colon}{text}", field::label(lang, "visit", key))).collect();
    clean_note(&lines.join("\n")).into_owned()
}
