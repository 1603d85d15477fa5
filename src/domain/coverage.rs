//! Where our hold on a deal's people has holes (`docs/method.md`, "Coverage gaps").

use chrono::NaiveDate;

use super::person::{BuyingRole, Coverage, Person, Role, Support};
use super::rules::Rules;
use super::web::is_there;

/// One hole; persons are places in the deal's people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Nobody is named who approves.
    NoApprover,
    /// Key players we have no contact with.
    Unmet(Vec<usize>),
    /// So few people are met more than once.
    OneThread(usize),
    /// These rivals exist, but nobody is known to stand against us.
    NoOpponent(Vec<String>),
}

impl Gap {
    /// Its code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoApprover => "no_approver",
            Self::Unmet(_) => "unmet_key_players",
            Self::OneThread(_) => "one_thread",
            Self::NoOpponent(_) => "no_opponent",
        }
    }

    /// The people it is about: places in the deal's people.
    pub fn people(&self) -> &[usize] {
        if let Self::Unmet(places) = self { places } else { &[] }
    }

    /// What fills its sentence: names, or a count.
    pub fn facts(&self, people: &[(Role, Person)]) -> Vec<String> {
        match self {
            Self::NoApprover => Vec::new(),
            Self::Unmet(places) => {
                let named = places.iter().filter_map(|place| people.get(*place));
                named.map(|(_, person)| person.name.clone()).collect()
            }
            Self::OneThread(count) => vec![count.to_string()],
            Self::NoOpponent(rivals) => rivals.clone(),
        }
    }
}

/// Whether a person counts as one to be met: inner circle, political structure, approver or decider.
fn is_key(role: &Role) -> bool {
    role.is_key_player() || matches!(role.buying_role, Some(BuyingRole::Approver | BuyingRole::Decider))
}

/// All holes of a deal, the worst first; whoever left counts for nothing.
pub fn gaps(people: &[(Role, Person)], rivals: &[String], rules: &Rules, today: NaiveDate) -> Vec<Gap> {
    let there: Vec<(usize, &Role)> = people
        .iter()
        .enumerate()
        .filter(|(_, (_, person))| is_there(person, today))
        .map(|(at, (role, _))| (at, role))
        .collect();
    let mut found = Vec::new();
    if !there.iter().any(|(_, role)| role.buying_role == Some(BuyingRole::Approver)) {
        found.push(Gap::NoApprover);
    }
    let is_unmet = |role: &Role| matches!(role.coverage, None | Some(Coverage::None | Coverage::Unknown));
    let unmet: Vec<usize> =
        there.iter().filter(|(_, role)| is_key(role) && is_unmet(role)).map(|(at, _)| *at).collect();
    if !unmet.is_empty() {
        found.push(Gap::Unmet(unmet));
    }
    let is_known = |role: &Role| matches!(role.coverage, Some(Coverage::InDepth | Coverage::Multiple));
    let known = there.iter().filter(|(_, role)| is_known(role)).count();
    if known <= usize::from(rules.limit.contacts) {
        found.push(Gap::OneThread(known));
    }
    let is_against = |role: &Role| matches!(role.support, Some(Support::NonSupporter | Support::Enemy));
    if !rivals.is_empty() && !there.iter().any(|(_, role)| is_against(role)) {
        found.push(Gap::NoOpponent(rivals.to_vec()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::day;
    use super::super::person::PoliticalStatus;
    use super::super::web::sample::{approver, gone, person};
    use super::*;

    fn codes(people: &[(Role, Person)], rivals: &[String]) -> Vec<&'static str> {
        gaps(people, rivals, &Rules::default(), day(0)).iter().map(Gap::code).collect()
    }

    #[test]
    fn each_hole_is_told_and_a_deal_without_holes_has_none() {
        let with = |number, support, coverage| person(number, Some(support), coverage, 0);
        let known = |number| with(number, Support::Supporter, Some(Coverage::Multiple));
        let rivals = vec!["Orbiq".to_owned()];
        let outside = with(3, Support::Enemy, None);
        let mut inner = outside.clone();
        inner.0.political_status = Some(PoliticalStatus::Structure);
        for (name, people, rivals, expected) in [
            ("sound", vec![approver(known(1)), known(2)], &[][..], vec![]),
            ("nobody", vec![], &[], vec!["no_approver", "one_thread"]),
            (
                "the approver left",
                vec![gone(approver(known(1))), known(2), known(3)],
                &[],
                vec!["no_approver"],
            ),
            ("one contact", vec![approver(known(1))], &[], vec!["one_thread"]),
            (
                "an approver without contact",
                vec![approver(with(1, Support::Neutral, Some(Coverage::Unknown))), known(2), known(3)],
                &[],
                vec!["unmet_key_players"],
            ),
            ("outsiders may wait", vec![approver(known(1)), known(2), outside.clone()], &rivals, vec![]),
            (
                "the structure may not",
                vec![approver(known(1)), known(2), inner],
                &rivals,
                vec!["unmet_key_players"],
            ),
            ("a rival without a friend", vec![approver(known(1)), known(2)], &rivals, vec!["no_opponent"]),
        ] {
            assert_eq!(codes(&people, rivals), expected, "{name}");
        }
    }
}
