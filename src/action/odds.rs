//! The computed odds of a deal in words, part by part, and what would raise them: the shell and the cockpit say them
//! alike.

use super::{Failure, sentence};
use crate::domain::choice::Choice;
use crate::domain::flag::{Alarm, Flag, Level};
use crate::domain::gate::Missing;
use crate::domain::improve::{Point, Weakness};
use crate::domain::judge::Judgement;
use crate::domain::opportunity::Opportunity;
use crate::domain::passage::Refusal;
use crate::domain::probability::{Part, PartKind, WeightBy};
use crate::domain::rules::Rules;
use crate::domain::stage::{Stage, Status};
use crate::lang::{Lang, choice, flag, gate, hint, odds as word};

/// How many things are told that would raise the odds.
const MOST: usize = 6;

/// A line of the explanation: points with their sign, and what they stand for.
pub type Line = (String, String);

/// The parts of the odds and their sum, or why there are none.
pub fn why(lang: Lang, deal: &Opportunity, judged: &Judgement, rules: &Rules) -> Vec<Line> {
    let Some(p_calc) = judged.p_calc else {
        let blank = [word::BLANK_WHY.text(lang).to_owned(), counts(lang, judged)];
        return blank.into_iter().map(|text| (String::new(), text)).collect();
    };
    let part = |(at, part): (usize, &Part)| {
        let points = if at == 0 { part.points.to_string() } else { signed(part.points) };
        (points, meaning(lang, deal, judged, part.what, rules))
    };
    let mut lines: Vec<Line> = judged.parts.iter().enumerate().map(part).collect();
    lines.push((format!("= {p_calc} %"), word::SUM.text(lang).to_owned()));
    lines
}

/// By which odds weighted sums count a deal that has none of its own yet.
pub fn counts(lang: Lang, judged: &Judgement) -> String {
    let counts = if judged.weight.by == WeightBy::Own { word::COUNTS_OWN } else { word::COUNTS_BASE };
    counts.fill(lang, &[&judged.weight.percent])
}

/// What would raise the odds, that which costs most first, with where it is done.
pub fn raise(lang: Lang, weak: &[Weakness], rules: &Rules) -> Vec<Line> {
    let line = |one: &Weakness| {
        let points = match &one.point {
            Point::Flag(raised) => cost(raised, rules).map(signed).unwrap_or_default(),
            Point::Answer(_)
            | Point::Behind { .. }
            | Point::Unmet(_)
            | Point::Unmarked(_)
            | Point::Field(_) => String::new(),
        };
        let said = (sentence::weakness(lang, one), sentence::mend(lang, one.mend));
        (points, word::RAISE_FLAG.fill(lang, &[&said.0, &said.1]))
    };
    weak.iter().take(MOST).map(line).collect()
}

fn signed(points: i64) -> String {
    if points < 0 { format!("−{}", points.saturating_abs()) } else { format!("+{points}") }
}

fn cost(raised: &Flag, rules: &Rules) -> Option<i64> {
    match raised.level() {
        _ if raised.alarm == Alarm::ProbabilityGap => None,
        Level::High => Some(i64::from(rules.cost.high)),
        Level::Medium => Some(i64::from(rules.cost.medium)),
        Level::Info => None,
    }
}

fn meaning(lang: Lang, deal: &Opportunity, judged: &Judgement, what: PartKind, rules: &Rules) -> String {
    match what {
        PartKind::Base => word::BASE.fill(lang, &[&choice::label(lang, Stage::LIST, deal.stage.code())]),
        PartKind::Lift => lift(lang, deal, judged),
        PartKind::High => word::HIGH.fill(lang, &[&rules.cost.high, &flags(lang, judged, Level::High)]),
        PartKind::Medium => {
            word::MEDIUM.fill(lang, &[&rules.cost.medium, &flags(lang, judged, Level::Medium)])
        }
        PartKind::Cap => word::CAP.fill(lang, &[&rules.cost.most]),
        PartKind::Clamp => word::CLAMP.fill(lang, &[&rules.bounds.low, &rules.bounds.high]),
        PartKind::Status => {
            word::STATUS.fill(lang, &[&choice::label(lang, Status::LIST, deal.status.code())])
        }
    }
}

fn lift(lang: Lang, deal: &Opportunity, judged: &Judgement) -> String {
    let score =
        |gate: u8| judged.gates.iter().find(|sheet| sheet.gate == gate).map_or(0, |sheet| sheet.score);
    if let Some(gate) = deal.stage.gate() {
        return word::LIFT_GATE.fill(lang, &[&gate, &score(gate)]);
    }
    let scores: Vec<String> = judged.gates.iter().map(|sheet| sheet.score.to_string()).collect();
    word::LIFT_ALL.fill(lang, &[&scores.join(hint::between(lang))])
}

/// The labels of the flags of a level that cost something.
fn flags(lang: Lang, judged: &Judgement, level: Level) -> String {
    labels(lang, judged.flags.iter().filter(|one| one.level() == level && one.alarm != Alarm::ProbabilityGap))
}

fn labels<'a>(lang: Lang, flags: impl Iterator<Item = &'a Flag>) -> String {
    let labels: Vec<&str> = flags.map(|one| flag::label(lang, one.alarm.code())).collect();
    labels.join(hint::between(lang))
}

/// Where a move leads.
pub fn on_to(lang: Lang, stage: Stage) -> String {
    word::ON_TO.fill(lang, &[&choice::label(lang, Stage::LIST, stage.code())])
}

/// Where one of several deals goes, and its odds before and after.
pub fn goes(lang: Lang, deal: &Opportunity, to: Stage, (now, then): (&Judgement, &Judgement)) -> String {
    let odds = match (now.p_calc, then.p_calc) {
        (Some(from), Some(to)) => word::FROM_TO.fill(lang, &[&from, &to]),
        _ => word::BLANK.text(lang).to_owned(),
    };
    word::GOES.fill(lang, &[&deal.title, &choice::label(lang, Stage::LIST, to.code()), &odds])
}

/// Why one of several deals does not go on by itself.
pub fn stays(lang: Lang, deal: &Opportunity, why: &Refusal) -> String {
    let why = match why {
        Refusal::Gate { gate: number, result, missing } => {
            let told = |one: &Missing| gate::missing(lang, one.code(), one.question(), &one.facts());
            let missing: Vec<String> = missing.iter().map(told).collect();
            let result = gate::result(lang, result.code());
            word::HELD.fill(lang, &[number, &result, &missing.join(hint::between(lang))])
        }
        Refusal::LastStage
        | Refusal::FirstStage
        | Refusal::NotOpen { .. }
        | Refusal::Already { .. }
        | Refusal::NoReason => {
            Failure::from(super::Refusal::Passage(deal.head.no, why.clone())).tell(lang).message
        }
    };
    word::STAYS.fill(lang, &[&deal.title, &why])
}

/// The odds of a deal before and after a move, what makes the difference, and the flags that come and go.
pub fn ahead(lang: Lang, moved: &Opportunity, (now, then): (&Judgement, &Judgement)) -> Vec<String> {
    let (Some(from), Some(to)) = (now.p_calc, then.p_calc) else {
        return vec![word::STILL_BLANK.text(lang).to_owned(), counts(lang, then)];
    };
    let points = |judged: &Judgement, what: PartKind| -> i64 {
        judged.parts.iter().filter(|part| part.what == what).map(|part| part.points).sum()
    };
    let change = |what: &PartKind| {
        let by = points(then, *what) - points(now, *what);
        (by != 0).then(|| format!("{} {}", signed(by), gate::part(lang, what.code())))
    };
    let changes: Vec<String> = PartKind::ALL.iter().filter_map(change).collect();
    let stage = choice::label(lang, Stage::LIST, moved.stage.code());
    let mut lines = vec![word::AHEAD.fill(lang, &[&stage, &from, &to, &changes.join(hint::between(lang))])];
    let only = |own: &Judgement, other: &Judgement| {
        let is_new = |one: &&Flag| !other.flags.iter().any(|held| held.alarm == one.alarm);
        labels(lang, own.flags.iter().filter(is_new))
    };
    for (told, flags) in [(word::NEW_FLAGS, only(then, now)), (word::GONE_FLAGS, only(now, then))] {
        if !flags.is_empty() {
            lines.push(told.fill(lang, &[&flags]));
        }
    }
    lines
}
