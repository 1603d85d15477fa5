//! Which of the numbers judging reads, and which the rhythms of accounts: what is kept is worked out again by them.

use super::{KeyReview, Limit, Plan, ProfileNeed, Reach, Rules};
use crate::domain::cadence::Cadence;
use crate::domain::workday::Workdays;

impl Rules {
    /// What judging a deal reads of the numbers, as text that differs where they do.
    pub fn judging(&self) -> String {
        // Whatever is not named here counts, so that a new number is never forgotten.
        let others = Self {
            limit: Limit { frontal_lead: 0, develop_days: 0, history: 0, ..self.limit },
            profile: ProfileNeed::default(),
            plan: Plan::default(),
            path: Reach::default(),
            cadence: Cadence::default(),
            key_review: KeyReview::default(),
            workdays: Workdays::default(),
            templates: Vec::new(),
            ..self.clone()
        };
        format!("{others:?}")
    }

    /// What the rhythms of accounts read of the numbers, as text that differs where they do.
    pub fn rhythms(&self) -> String {
        format!("{:?} {:?}", self.cadence, self.workdays)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judging_and_rhythms_read_only_their_own_numbers() {
        let usual = Rules::default();
        for (text, judging, rhythms) in [
            ("", false, false),
            ("[plan]\nnear_days = 3\n[path]\nbrief = 1\n[profile]\nsigns = 1", false, false),
            ("[key_review]\ndays = 30\n[limit]\nhistory = 1\ndevelop_days = 1", false, false),
            ("[cadence]\na = 1", false, true),
            ("[limit]\ngap = 1", true, false),
            ("[spend]\nstop_loss = 1", true, false),
            ("critical = [1]", true, false),
        ] {
            let rules: Rules = toml::from_str(text).unwrap();
            let others = (rules.judging() != usual.judging(), rules.rhythms() != usual.rhythms());
            assert_eq!(others, (judging, rhythms), "{text}");
        }
    }
}
