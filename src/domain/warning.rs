//! What is wrong with an account by itself (`docs/method.md`, "Account warnings").

use chrono::{Days, NaiveDate};

use super::account::Account;

/// One thing that is wrong with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// The agreed rhythm of contacts was missed.
    ContactOverdue {
        /// The last day a contact was due.
        due: NaiveDate,
    },
    /// A rhythm is agreed, but no contact is known.
    NeverContacted,
    /// The key-account review is overdue.
    ReviewOverdue {
        /// The day it was due.
        due: NaiveDate,
    },
}

impl Warning {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::ContactOverdue { .. } => "contact_overdue",
            Self::NeverContacted => "never_contacted",
            Self::ReviewOverdue { .. } => "review_overdue",
        }
    }

    /// What fills its sentence.
    pub fn facts(self) -> Vec<String> {
        match self {
            Self::ContactOverdue { due } | Self::ReviewOverdue { due } => vec![due.to_string()],
            Self::NeverContacted => Vec::new(),
        }
    }
}

/// The warnings of an account on a day.
pub fn warnings(account: &Account, today: NaiveDate) -> Vec<Warning> {
    let review = account.next_review_on.filter(|due| *due < today);
    contact(account, today).into_iter().chain(review.map(|due| Warning::ReviewOverdue { due })).collect()
}

/// Whose day of contact is today is not late yet.
fn contact(account: &Account, today: NaiveDate) -> Option<Warning> {
    let cadence = u64::try_from(account.cadence_days?).ok()?;
    let Some(last) = account.last_contact_on else {
        return Some(Warning::NeverContacted);
    };
    let due = last.checked_add_days(Days::new(cadence))?;
    (due < today).then_some(Warning::ContactOverdue { due })
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::day;
    use super::*;

    #[test]
    fn an_account_warns_when_its_rhythm_or_its_review_is_missed() {
        use Warning::{ContactOverdue, NeverContacted, ReviewOverdue};
        for (cadence, contact, review, expected) in [
            (None, None, None, vec![]),
            (Some(30), Some(-30), Some(0), vec![]),
            (
                Some(30),
                Some(-31),
                Some(-1),
                vec![ContactOverdue { due: day(-1) }, ReviewOverdue { due: day(-1) }],
            ),
            (Some(30), None, None, vec![NeverContacted]),
            (None, Some(-900), None, vec![]),
        ] {
            let account = Account {
                cadence_days: cadence,
                last_contact_on: contact.map(day),
                next_review_on: review.map(day),
                ..Account::default()
            };
            assert_eq!(warnings(&account, day(0)), expected, "{cadence:?} {contact:?} {review:?}");
        }
    }
}
