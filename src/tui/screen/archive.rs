//! The sheet of an account: its warnings, the archive five, then everything else that is known.

use ratatui::style::Style;

use super::background::shown;
use crate::domain::account::Account;
use crate::domain::cadence::Rhythm;
use crate::domain::record::Record;
use crate::domain::warning::warnings;
use crate::lang::{account as own, cadence, cockpit as word, field, flag};
use crate::store::Sheet;
use crate::tui::paint::Paint;
use crate::tui::shape::detail::Entry;

/// The archive five (A8), each with its fields.
const ARCHIVE: [&[&str]; 5] = [
    &["industry", "trend"],
    &["quality_req"],
    &["annual_qty", "annual_unit", "annual_year"],
    &["credit_grade", "credit_limit", "credit_checked_on"],
    &["price_req", "payment_terms", "cycle_days"],
];

/// The lines of an account's sheet.
pub fn entries(account: &Account, rhythm: Rhythm, parent: Option<&Sheet>, paint: &Paint) -> Vec<Entry> {
    let (lang, currency) = (paint.lang, account.currency.as_deref().unwrap_or("CNY"));
    let text = |key: &str| {
        let field = Account::field(key)?;
        shown((field.get)(account), field.kind, currency, paint)
    };
    let mut entries = Vec::new();
    for warning in warnings(account, rhythm, paint.today) {
        let facts: Vec<Vec<String>> = warning.facts().into_iter().map(|fact| vec![fact]).collect();
        let sentence = flag::sentence(lang, warning.code(), &facts);
        entries.push(Entry::Text(format!("!  {sentence}"), paint.theme.warn));
    }
    entries.push(Entry::Head(word::ARCHIVE.text(lang).to_owned()));
    for (keys, label) in ARCHIVE.iter().zip(own::ARCHIVE_FIVE) {
        let parts: Vec<String> = keys.iter().filter_map(|key| text(key)).collect();
        let value = if parts.is_empty() { "—".to_owned() } else { parts.join(" · ") };
        entries.push(Entry::Pair(label.text(lang).to_owned(), value, Style::new()));
    }
    if ARCHIVE.iter().all(|keys| keys.iter().all(|key| text(key).is_none())) {
        entries.push(Entry::Text(own::ARCHIVE_EMPTY.text(lang).to_owned(), paint.theme.dim));
    }
    entries.push(Entry::Gap);
    entries.push(Entry::Head(own::BASICS.text(lang).to_owned()));
    if let Some(parent) = parent {
        let label = field::label(lang, "account", "parent").to_owned();
        entries.push(Entry::Pair(label, parent.name.clone(), Style::new()));
    }
    if let Rhythm::Due(day) = rhythm {
        let label = cadence::NEXT.text(lang).to_owned();
        entries.push(Entry::Pair(label, day.to_string(), Style::new()));
    }
    let hidden = ["name", "external_id", "currency"];
    for field in Account::FIELDS {
        if hidden.contains(&field.key) || ARCHIVE.iter().any(|keys| keys.contains(&field.key)) {
            continue;
        }
        if let Some(value) = text(field.key) {
            entries.push(Entry::Pair(
                field::label(lang, "account", field.key).to_owned(),
                value,
                Style::new(),
            ));
        }
    }
    for (label, value) in &account.extra.0 {
        entries.push(Entry::Pair(label.clone(), value.clone(), paint.theme.dim));
    }
    entries
}
