//! What a proposal of the call plan says in words, and the visit that it becomes.

use crate::domain::call_plan::{Proposal, Why};
use crate::domain::choice::Choice;
use crate::domain::month::Month;
use crate::domain::visit::WhyKind;
use crate::lang::{Lang, plan as word};
use crate::store::call_plan::Offer;

/// The question whether the decision level agrees.
const DECISION_LEVEL: u8 = 12;

/// Why a visit is proposed, in one line.
pub fn reasons(lang: Lang, proposal: &Proposal) -> String {
    let said = proposal.reasons.iter().map(|one| word::why(lang, one.why.code(), &one.fact));
    said.collect::<Vec<_>>().join(if lang == Lang::Zh { "；" } else { " · " })
}

/// What the customer would do at its end.
pub fn purpose(lang: Lang, offer: &Offer) -> String {
    let closes =
        offer.proposal.reasons.iter().any(|one| matches!(one.why, Why::Passed | Why::Closing | Why::Soon));
    let code = match (offer.proposal.ask, &offer.deal) {
        // Who decides arranges no meeting with himself.
        (Some(DECISION_LEVEL), _) if offer.decides => "decider".to_owned(),
        (Some(question), _) => question.to_string(),
        (None, Some(_)) if closes => "close".to_owned(),
        _ => "touch".to_owned(),
    };
    let who = offer.who.as_ref().map_or(word::CUSTOMER.text(lang), |person| &person.name);
    word::purpose(lang, &code, who)
}

/// How that is measured: by the month's last day.
pub fn measure(lang: Lang, month: Month) -> String {
    word::BY_DAY.fill(lang, &[&month.last()])
}

/// The words of `visit add` that a proposal becomes.
pub fn words(lang: Lang, offer: &Offer, month: Month) -> Vec<String> {
    let kind = if offer.deal.is_some() { WhyKind::Advance } else { WhyKind::Relationship };
    let mut words = vec![format!("account={}", offer.account.no)];
    words.extend(offer.deal.as_ref().map(|deal| format!("opportunity={}", deal.no)));
    words.extend(offer.who.as_ref().map(|person| format!("who={}", person.no)));
    words.push(format!("why={}", bare(&purpose(lang, offer))));
    words.push(format!("why_measure={}", measure(lang, month)));
    words.push(format!("why_kind={}", kind.code()));
    words.extend(offer.chance.map(|chance| format!("success_probability={chance}")));
    words
}

/// A name in a line must not be read as a place to be filled.
fn bare(text: &str) -> String {
    text.replace(['{', '}', '…', '\0'], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::line::joined;
    use crate::domain::cadence::Rhythm;
    use crate::domain::call_plan::Reason;
    use crate::domain::purpose::lint;
    use crate::store::Sheet;

    fn sheet(no: i64, name: &str) -> Sheet {
        Sheet { no, name: name.to_owned(), ..Sheet::default() }
    }

    fn offer(ask: Option<u8>, who: Option<&str>) -> Offer {
        let reason = |why, fact: &str| Reason { why, fact: fact.to_owned() };
        let customer =
            crate::domain::call_plan::Customer { no: 1, rhythm: Rhythm::Never, ..Default::default() };
        let today = "2026-11-23".parse().unwrap();
        let month = "2026-12".parse().unwrap();
        let mut found = crate::domain::call_plan::propose(
            &[customer],
            month,
            today,
            &crate::domain::rules::Rules::default(),
        );
        let mut proposal = found.remove(0);
        proposal.ask = ask;
        proposal.reasons = vec![reason(Why::Overdue, "12"), reason(Why::Tier, "A")];
        Offer {
            proposal,
            account: sheet(1, "Acme"),
            deal: Some(sheet(2, "Depot")),
            who: who.map(|name| sheet(3, name)),
            decides: false,
            chance: Some(40),
        }
    }

    #[test]
    fn every_purpose_that_is_proposed_is_sound() {
        let month: Month = "2026-12".parse().unwrap();
        for lang in [Lang::En, Lang::Zh] {
            for who in [None, Some("张平"), Some("Linda Gao")] {
                let asked = (1..=15).map(Some).chain([None]).flat_map(|ask| [(ask, false), (ask, true)]);
                for (ask, decides) in asked {
                    let purpose = purpose(lang, &Offer { decides, ..offer(ask, who) });
                    let names: Vec<String> = who.into_iter().map(str::to_owned).collect();
                    assert_eq!(lint(&purpose, &measure(lang, month), &names), [], "{purpose}");
                }
            }
        }
    }

    #[test]
    fn a_proposal_says_why_and_becomes_a_line_of_the_grammar() {
        let offer = offer(Some(4), Some("D'Arcy {x} …"));
        assert_eq!(reasons(Lang::En, &offer.proposal), "contact 12d overdue · tier A");
        assert_eq!(reasons(Lang::Zh, &offer.proposal), "联系逾期12天；A类客户");
        let words = words(Lang::En, &offer, "2026-12".parse().unwrap());
        assert_eq!(shlex::split(&joined(&words)).unwrap(), words);
        assert_eq!(words[3], "why=D'Arcy x  confirms where the budget comes from");
        assert_eq!(words[4], "why_measure=by 2026-12-31");
    }
}
