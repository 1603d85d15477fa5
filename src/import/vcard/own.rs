//! How our own cards write what no card has a property for.

use crate::domain::value::Kind;

const OWN: &str = "X-QD-";
/// The property of a kept value whose label is no name of a property: the label, then the value.
pub const EXTRA: &str = "X-QD-EXTRA";

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

/// The year that telephones write where none is known: a leap year that nobody alive was born in.
const NO_YEAR: &str = "1604";

/// Month and day, `02-14`, of a day that is written without a year or with the one that stands for none.
pub fn yearless(text: &str) -> Option<String> {
    let rest = text.strip_prefix("--").or_else(|| text.strip_prefix(NO_YEAR))?;
    let digits: String = rest.split('T').next()?.chars().filter(|sign| *sign != '-').collect();
    let (month, day) = digits.split_at_checked(2)?;
    month_day(&format!("{month}-{day}"))
}

/// Month and day of a leap year, as they are kept.
fn month_day(text: &str) -> Option<String> {
    let is_day = text.len() == 5 && format!("{NO_YEAR}-{text}").parse::<chrono::NaiveDate>().is_ok();
    is_day.then(|| text.to_owned())
}

/// A day as a card writes it: `--0214` where it is kept without a year.
pub fn carded(text: &str) -> String {
    let yearless = month_day(text).or_else(|| yearless(text));
    yearless.map_or_else(|| text.to_owned(), |day| format!("--{}", day.replace('-', "")))
}

/// Fields that stay in their book: what follows from others, and what other programs know it by.
pub const NEVER: [&str; 4] = ["external_id", "instant", "version", "extra"];
