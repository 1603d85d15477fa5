//! People of contact cards: known again by nothing but their ids, told where they are likely in the book already.

use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::import::reading::Proposal;
use crate::store::{Fault, Tx};

/// A person that was made, and the one of the book who is likely the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The line of the card.
    pub line: u64,
    /// The name on it.
    pub name: String,
    /// The number of the person who was there.
    pub no: i64,
    /// What that person is called.
    pub known: String,
}

/// The person of the book who has the mail address on the card, or its name with one of its numbers or its account.
pub fn find(tx: &Tx, proposal: &Proposal, account: Option<Id>) -> Result<Option<Alike>, Fault> {
    let name = proposal.get("name").unwrap_or_default();
    let is_same = |person: &Person| {
        let own = [person.phone.as_deref(), person.mobile.as_deref()];
        let said = [proposal.get("phone"), proposal.get("mobile")];
        let has_number =
            said.into_iter().flatten().any(|said| own.into_iter().flatten().any(|own| rings(said, own)));
        has_number || (account.is_some() && account == person.account)
    };
    let mailed = proposal.get("email").map(|mail| tx.person_with(mail)).transpose()?.flatten();
    let found = match mailed {
        Some(person) => Some(person),
        None => tx.called::<Person>(name)?.into_iter().find(is_same),
    };
    Ok(found.map(|person| Alike {
        line: proposal.line,
        name: name.to_owned(),
        no: person.head.no,
        known: person.name,
    }))
}

/// Whether two numbers ring the same telephone: one may have a country code before it.
fn rings(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (one, other) = (digits(one), digits(other));
    let national = one.trim_start_matches('0').len().min(other.trim_start_matches('0').len());
    let ends = |long: &str, short: &str| long.ends_with(short.trim_start_matches('0'));
    national >= 7 && (ends(&one, &other) || ends(&other, &one))
}

#[cfg(test)]
mod tests {
    use super::rings;

    #[test]
    fn a_number_is_the_same_with_and_without_its_country_code() {
        for (one, other, is_same) in [
            ("+86 139-1234-5678", "13912345678", true),
            ("+44 20 7946 0000", "020 7946 0000", true),
            ("13912345678", "13912345679", false),
            ("8001", "02158008001", false),
            ("", "", false),
        ] {
            assert_eq!((rings(one, other), rings(other, one)), (is_same, is_same), "{one} {other}");
        }
    }
}
