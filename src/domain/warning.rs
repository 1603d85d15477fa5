//! What is wrong with an account by itself (`docs/method.md`, "Account warnings").

use chrono::NaiveDate;

use super::account::Account;
use super::cadence::Rhythm;

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

/// The warnings of an account on a day; `rhythm` says when its next contact is due.
pub fn warnings(account: &Account, rhythm: Rhythm, today: NaiveDate) -> Vec<Warning> {
    let review = account.next_review_on.filter(|due| *due < today);
    contact(rhythm, today).into_iter().chain(review.map(|due| Warning::ReviewOverdue { due })).collect()
}

/// Whose day of contact is today is not late yet.
fn contact(rhythm: Rhythm, today: NaiveDate) -> Option<Warning> {
    match rhythm {
        Rhythm::None => None,
        Rhythm::Never => Some(Warning::NeverContacted),
        Rhythm::Due(due) => (due < today).then_some(Warning::ContactOverdue { due }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::day;
    use super::*;

    #[test]
    fn an_account_warns_when_its_rhythm_or_its_review_is_missed() {
        use Warning::{ContactOverdue, NeverContacted, ReviewOverdue};
        let missed = vec![ContactOverdue { due: day(-1) }, ReviewOverdue { due: day(-1) }];
        for (rhythm, review, expected) in [
            (Rhythm::None, None, vec![]),
            (Rhythm::Due(day(0)), Some(0), vec![]),
            (Rhythm::Due(day(-1)), Some(-1), missed),
            (Rhythm::Never, None, vec![NeverContacted]),
        ] {
            let account = Account { next_review_on: review.map(day), ..Account::default() };
            assert_eq!(warnings(&account, rhythm, day(0)), expected, "{rhythm:?} {review:?}");
        }
    }
}
