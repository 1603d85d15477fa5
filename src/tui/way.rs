//! The way to mend a flag or a warning from where the person is: which key to press, in plain words.

use crate::domain::case::Case;
use crate::domain::flag::Alarm;
use crate::domain::improve::{Mend, Part, mend};
use crate::domain::judge::Judgement;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::warning::Warning;
use crate::lang::{Lang, field, way as word};

/// How a deal's flag is mended on the deal's own screen.
pub fn inside(lang: Lang, alarm: Alarm, deal: &Opportunity, judged: &Judgement) -> String {
    match mend(alarm, &Case::bare(deal), judged) {
        Mend::Question(number) => word::QUESTION.fill(lang, &[&number]),
        Mend::Part(Part::Decide) => word::DECIDE.text(lang).to_owned(),
        Mend::Part(Part::Compete) => word::COMPETE.text(lang).to_owned(),
        Mend::Field(key) => word::FIELD.fill(lang, &[&field::label(lang, Noun::Opp.code(), key)]),
        Mend::Visit => word::VISIT.text(lang).to_owned(),
    }
}

/// How it is mended from a list that the deal stands in: its form opens there, all else on its own screen.
pub fn from_list(lang: Lang, alarm: Alarm, deal: &Opportunity, judged: &Judgement) -> String {
    let inside = inside(lang, alarm, deal, judged);
    match mend(alarm, &Case::bare(deal), judged) {
        Mend::Field(_) => inside,
        Mend::Question(_) | Mend::Part(_) | Mend::Visit => word::INSIDE.fill(lang, &[&inside]),
    }
}

/// How a warning of an account is mended.
pub fn of_account(lang: Lang, warning: Warning) -> &'static str {
    match warning {
        Warning::ContactOverdue { .. } | Warning::NeverContacted => word::CONTACT.text(lang),
        Warning::ReviewOverdue { .. } => word::REVIEW.text(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::judge::judge;
    use crate::domain::rules::Rules;

    #[test]
    fn every_way_is_plain_words_with_a_key() {
        let deal = Opportunity::default();
        let day = "2026-11-23".parse().unwrap();
        let judged = judge(&Case::bare(&deal), &Rules::default(), day);
        for lang in [Lang::En, Lang::Zh] {
            let of = |alarm: &Alarm| from_list(lang, *alarm, &deal, &judged);
            let mut ways: Vec<String> = Alarm::ALL.iter().map(of).collect();
            let due = day;
            for warning in
                [Warning::ContactOverdue { due }, Warning::NeverContacted, Warning::ReviewOverdue { due }]
            {
                ways.push(of_account(lang, warning).to_owned());
            }
            for way in ways {
                let is_line = ["opp ", "role ", "visit ", "review ", "{", "…", "=…", "_"];
                assert!(is_line.iter().all(|part| !way.starts_with(part)), "{way}");
                assert!(!way.contains(['{', '_', '…']), "{way}");
                assert!(["Tab", " e ", " V ", " K "].iter().any(|key| way.contains(key)), "{way}");
            }
        }
    }
}
