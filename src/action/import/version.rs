//! Which of two versions of another program's entry is the newer: the older never overwrites it, whenever it comes.

use std::cmp::Ordering;

use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::import::reading::Proposal;

/// The field that holds it.
const KEY: &str = "version";

/// The version of a series, which stands before a slash, and that of one of its times, behind it; what comes once has
/// no slash.
fn ranks(text: &str) -> (Option<&str>, Option<&str>) {
    let (series, own) = text.split_once('/').unwrap_or(("", text));
    let some = |text: &'_ str| !text.is_empty();
    (Some(series).filter(|text| some(text)), Some(own).filter(|text| some(text)))
}

/// Number and moment of a version.
fn parts(text: &str) -> (&str, Option<&str>) {
    text.split_once(' ').map_or((text, None), |(number, changed)| (number, Some(changed)))
}

/// By number, then by moment; of two with one number that cannot be told unless both say when.
fn compare(one: &str, other: &str) -> Ordering {
    let ((number, changed), (held, last)) = (parts(one), parts(other));
    let by_moment = || changed.zip(last).map_or(Ordering::Equal, |(changed, last)| changed.cmp(last));
    number.cmp(held).then_with(by_moment)
}

/// Whether one version is before another: that of the series counts first, where both say it.
fn is_before(one: &str, other: &str) -> bool {
    let ((series, own), (held, last)) = (ranks(one), ranks(other));
    let by = |one: Option<&str>, other: Option<&str>| one.zip(other).map(|(one, other)| compare(one, other));
    let order = match (by(series, held), by(own, last)) {
        (Some(Ordering::Equal) | None, Some(order)) | (Some(order), _) => order,
        (None, None) => by(series.or(own), held.or(last)).unwrap_or(Ordering::Equal),
    };
    order == Ordering::Less
}

/// Whether a version of a series is before that by which the book holds one of its times.
pub fn is_outdated(said: &str, held: &str) -> bool {
    // What comes once, or was taken before series had versions, tells nothing of its series.
    held.contains('/') && ranks(held).0.is_some_and(|held| compare(said, held) == Ordering::Less)
}

/// The number of a version: of the time where it has one of its own.
pub fn number(text: &str) -> Option<u32> {
    let (series, own) = ranks(text);
    own.or(series).and_then(|one| parts(one).0.parse().ok())
}

/// Whether the book holds a newer version than the file.
pub fn is_older<R: Record>(record: &R, proposal: &Proposal) -> bool {
    let held = R::field(KEY).map(|field| (field.get)(record)).unwrap_or_default();
    proposal.get(KEY).zip(held.as_text()).is_some_and(|(said, held)| is_before(said, held))
}

/// Whether the numbers of two versions differ, as far as both say them of the same.
fn is_renumbered(said: &str, held: &str) -> bool {
    let ((series, own), (held, last)) = (ranks(said), ranks(held));
    let differ = |one: Option<&str>, other: Option<&str>| {
        one.zip(other).map(|(one, other)| parts(one).0 != parts(other).0)
    };
    match (differ(series, held), differ(own, last)) {
        (None, None) => differ(series.or(own), held.or(last)).unwrap_or(false),
        (by_series, by_own) => by_series == Some(true) || by_own == Some(true),
    }
}

/// Notes the version that was taken, unless nothing but the moment of writing is new.
pub fn note<R: Record + PartialEq>(old: &R, new: &mut R, proposal: &Proposal) {
    let (Some(field), Some(said)) = (R::field(KEY), proposal.get(KEY)) else { return };
    let held = (field.get)(old);
    let is_numbered = held.as_text().is_some_and(|held| is_renumbered(said, held));
    if *old != *new || is_numbered {
        let _ = (field.set)(new, Value::Text(said.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::is_before;

    #[test]
    fn the_number_counts_before_the_moment() {
        for (one, other, expected) in [
            ("0000000001 20261120T010000Z", "0000000002 20261119T010000Z", true),
            ("0000000002 20261119T010000Z", "0000000001 20261120T010000Z", false),
            ("0000000001 20261119T010000Z", "0000000001 20261120T010000Z", true),
            ("0000000001 20261120T010000Z", "0000000001 20261120T010000Z", false),
            ("0000000001", "0000000001 20261120T010000Z", false),
            ("0000000001 20261120T010000Z", "0000000001", false),
            ("0000000009", "0000000010", true),
            ("2/", "3/", true),
            ("2/9", "3/1", true),
            ("3/1", "2/9", false),
            ("3/1", "3/2", true),
            ("3/", "3/2", false),
            ("/1", "3/2", true),
            ("/3", "3/2", false),
            ("/2", "3/", true),
            ("2/", "3", true),
        ] {
            assert_eq!(is_before(one, other), expected, "{one} {other}");
        }
    }
}
