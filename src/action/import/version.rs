//! Which of two versions of another program's entry is the newer: the older never overwrites it, whenever it comes.

use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::import::reading::Proposal;

/// The field that holds it.
const KEY: &str = "version";

/// Number and moment of a version.
fn parts(text: &str) -> (&str, Option<&str>) {
    text.split_once(' ').map_or((text, None), |(number, changed)| (number, Some(changed)))
}

/// Whether one version is before another; of two with one number that cannot be told unless both say when.
fn is_before(one: &str, other: &str) -> bool {
    let ((number, changed), (held, last)) = (parts(one), parts(other));
    number < held || (number == held && changed.zip(last).is_some_and(|(changed, last)| changed < last))
}

/// Whether the book holds a newer version than the file.
pub fn is_older<R: Record>(record: &R, proposal: &Proposal) -> bool {
    let held = R::field(KEY).map(|field| (field.get)(record)).unwrap_or_default();
    proposal.get(KEY).zip(held.as_text()).is_some_and(|(said, held)| is_before(said, held))
}

/// Notes the version that was taken, unless nothing but the moment of writing is new.
pub fn note<R: Record + PartialEq>(old: &R, new: &mut R, proposal: &Proposal) {
    let (Some(field), Some(said)) = (R::field(KEY), proposal.get(KEY)) else { return };
    let held = (field.get)(old);
    let is_numbered = held.as_text().is_some_and(|held| parts(held).0 != parts(said).0);
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
        ] {
            assert_eq!(is_before(one, other), expected, "{one} {other}");
        }
    }
}
