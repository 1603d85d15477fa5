//! Test and improve: every weak point of a deal in one list, worst first, each with the place that mends it
//! (`docs/method.md`, "Test and improve").

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::answer::{Grade, Verdict};
use super::case::{Case, Seat};
use super::choice::choice;
use super::evidence::{Evidence, Proof};
use super::flag::{Alarm, Fact, Flag, Level};
use super::gate::Missing;
use super::judge::Judgement;
use super::matrix::Standing;
use super::passage::gates_lost;
use super::person::{BuyingRole, Coverage};
use super::question::QUESTIONS;
use super::rules::Rules;
use super::stage::Status;
use super::strength::{answer_to, freshness};

choice! {
    /// How much a weak point matters. 轻重
    Urgency in "urgency" {
        /// A high flag.
        High = "high",
        /// A medium flag, or what keeps the gate shut.
        Medium = "medium",
        /// What would make the deal better.
        Low = "low",
    }
}

choice! {
    /// The part of the deal's screen where something is mended.
    Part in "part" {
        /// Factors and rivals.
        Compete = "compete",
        /// People and decision process.
        Decide = "decide",
    }
}

/// Where a weak point is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    /// At a question, 1 to 15.
    Question(u8),
    /// In a part of the deal's screen.
    Part(Part),
    /// In a field of the deal.
    Field(&'static str),
    /// In the visit that a flag is about.
    Visit,
}

/// What is weak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// A flag that is about no single question.
    Flag(Flag),
    /// The answer to a question.
    Answer(Missing),
    /// A factor that counts and that these rivals fit better than we do.
    Behind {
        /// The factor.
        factor: String,
        /// The rivals.
        rivals: Vec<String>,
    },
    /// Key players and deciders whom we have not met.
    Unmet(Vec<String>),
    /// Key players and deciders of whom nobody knows whether they are for us.
    Unmarked(Vec<String>),
    /// A field of the deal that says nothing.
    Field(&'static str),
}

/// One weak point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weakness {
    /// How much it matters.
    pub urgency: Urgency,
    /// What it is.
    pub point: Point,
    /// Where it is mended.
    pub mend: Mend,
}

impl Point {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        use super::choice::Choice;
        match self {
            Self::Flag(flag) => flag.alarm.code(),
            Self::Answer(missing) => missing.code(),
            Self::Behind { .. } => "behind",
            Self::Unmet(_) => "unmet",
            Self::Unmarked(_) => "unmarked",
            Self::Field(_) => "field",
        }
    }

    /// Its place among points of one urgency, the worst first; those of one kind keep their order.
    fn gravity(&self) -> u8 {
        match self {
            Self::Flag(_) => 0,
            Self::Answer(Missing::Unfavourable { .. }) => 1,
            Self::Behind { .. } => 2,
            Self::Unmet(_) => 3,
            Self::Answer(Missing::Unanswered { .. }) => 4,
            Self::Answer(Missing::Guessed { .. }) => 5,
            Self::Field(_) => 6,
            Self::Unmarked(_) => 7,
            Self::Answer(_) => 8,
        }
    }
}

/// The weak points of a deal, worst first, each told once; a closed deal has none.
pub fn improve(case: &Case<'_>, judged: &Judgement, rules: &Rules, today: NaiveDate) -> Vec<Weakness> {
    if case.opp.status != Status::Open {
        return Vec::new();
    }
    let mut all = flags(case, judged);
    all.extend(answers(case, judged, rules, today));
    all.extend(rivals(case));
    all.extend(people(case, today));
    all.extend(fields(case, judged));
    all.sort_by_key(|one| (one.urgency, one.point.gravity()));
    all
}

/// Flags whose questions are told one by one.
fn by_question(alarm: Alarm) -> bool {
    matches!(alarm, Alarm::CriticalWeak | Alarm::OldAnswer)
}

fn flags(case: &Case<'_>, judged: &Judgement) -> Vec<Weakness> {
    // Which factor a rival fits better is told factor by factor.
    let apart = |alarm: Alarm| by_question(alarm) || alarm == Alarm::RivalFits;
    let told = judged.flags.iter().filter(|flag| !apart(flag.alarm));
    let urgency = |flag: &Flag| match flag.level() {
        Level::High => Urgency::High,
        Level::Medium => Urgency::Medium,
        Level::Info => Urgency::Low,
    };
    let weakness = |flag: &Flag| Weakness {
        urgency: urgency(flag),
        point: Point::Flag(flag.clone()),
        mend: mend(flag.alarm, case, judged),
    };
    told.map(weakness).collect()
}

/// Where a flag is mended.
pub fn mend(alarm: Alarm, case: &Case<'_>, judged: &Judgement) -> Mend {
    match alarm {
        Alarm::NoDecider
        | Alarm::DeciderAgainst
        | Alarm::NoAlly
        | Alarm::SingleThreaded
        | Alarm::KeyPlayerLeft
        | Alarm::NoOpponent => Mend::Part(Part::Decide),
        Alarm::CompellingMissing | Alarm::CompellingPassed => Mend::Field("compelling_on"),
        Alarm::ClosePassed => Mend::Field("close_on"),
        Alarm::CloseMoved => Mend::Question(5),
        Alarm::NoNextStep | Alarm::Silence => Mend::Field("next_step"),
        Alarm::UndatedStep => Mend::Field("next_on"),
        Alarm::Unqualified => Mend::Question(1),
        Alarm::AmountMissing => Mend::Field("amount"),
        Alarm::NoCause => Mend::Field("pressures"),
        Alarm::ProbabilityGap => Mend::Field("p_rep"),
        Alarm::StopLoss => Mend::Question(8),
        Alarm::VisitUntold | Alarm::PurposeWeak => Mend::Visit,
        Alarm::RivalFits => Mend::Part(Part::Compete),
        Alarm::CriticalWeak | Alarm::OldAnswer => Mend::Question(named(alarm, judged).unwrap_or(1)),
        Alarm::Override | Alarm::GateLost => {
            let lost = gates_lost(case.opp.stage, &judged.gates);
            let missing = missing_at(judged, &lost);
            Mend::Question(missing.filter_map(|one| one.question()).min().unwrap_or(1))
        }
    }
}

/// The first question that a flag names.
fn named(alarm: Alarm, judged: &Judgement) -> Option<u8> {
    let mut facts = judged.flags.iter().filter(|flag| flag.alarm == alarm).flat_map(|flag| &flag.facts);
    facts.find_map(|fact| if let Fact::Numbers(numbers) = fact { numbers.first().copied() } else { None })
}

fn missing_at<'a>(judged: &'a Judgement, gates: &'a [u8]) -> impl Iterator<Item = &'a Missing> {
    judged.gates.iter().filter(|sheet| gates.contains(&sheet.gate)).flat_map(|sheet| &sheet.missing)
}

/// Questions with the worst that is to be said of each.
#[derive(Default)]
struct Answers(BTreeMap<u8, (Urgency, Missing)>);

impl Answers {
    fn add(&mut self, urgency: Urgency, missing: Missing) {
        let Some(question) = missing.question() else { return };
        let held = self.0.entry(question).or_insert((urgency, missing));
        held.0 = held.0.min(urgency);
        if Point::Answer(missing).gravity() < Point::Answer(held.1).gravity() {
            held.1 = missing;
        }
    }
}

/// What the flags, the gates, the stage evidence and the age of answers say, one line a question.
fn answers(case: &Case<'_>, judged: &Judgement, rules: &Rules, today: NaiveDate) -> Vec<Weakness> {
    // That nothing was asked yet is one line, not fifteen.
    if !judged.qualified {
        return Vec::new();
    }
    let mut all = Answers::default();
    for flag in judged.flags.iter().filter(|flag| by_question(flag.alarm)) {
        let urgency = if flag.level() == Level::High { Urgency::High } else { Urgency::Medium };
        for question in flag.facts.iter().flat_map(numbers) {
            if let Some(missing) = fault(case, question) {
                all.add(urgency, missing);
            }
        }
    }
    let mut gates = gates_lost(case.opp.stage, &judged.gates);
    gates.extend(case.opp.stage.gate());
    for missing in missing_at(judged, &gates) {
        all.add(Urgency::Medium, *missing);
    }
    let bare = |item: &&super::evidence::Item| item.stage <= case.opp.stage && item.proof != Proof::Met;
    for item in judged.evidence.iter().filter(bare) {
        for asked in QUESTIONS.iter().filter(|asked| asked.proves == Some(item.evidence)) {
            if !says(case, asked.number, Verdict::Favourable) {
                all.add(Urgency::Low, fault(case, asked.number).unwrap_or(unanswered(asked.number)));
            }
        }
    }
    for one in case.given.iter().filter(|one| one.is_known()) {
        let is_latest = answer_to(case.given, one.question) == Some(one);
        if is_latest && freshness(one.known_on(), rules, today) < rules.age.fresh {
            all.add(Urgency::Low, Missing::Aged { question: one.question, since: one.known_on() });
        }
    }
    let weakness = |(question, (urgency, missing))| Weakness {
        urgency,
        point: Point::Answer(missing),
        mend: Mend::Question(question),
    };
    all.0.into_iter().map(weakness).collect()
}

fn numbers(fact: &Fact) -> Vec<u8> {
    match fact {
        Fact::Numbers(numbers) => numbers.clone(),
        _ => Vec::new(),
    }
}

fn says(case: &Case<'_>, question: u8, verdict: Verdict) -> bool {
    answer_to(case.given, question).is_some_and(|one| one.verdict == verdict)
}

fn unanswered(question: u8) -> Missing {
    Missing::Unanswered { question }
}

/// What is to be said of an answer by itself.
fn fault(case: &Case<'_>, question: u8) -> Option<Missing> {
    Some(match answer_to(case.given, question) {
        Some(one) if one.verdict == Verdict::Unfavourable => Missing::Unfavourable { question },
        Some(one) if one.verdict == Verdict::Favourable && one.grade == Grade::Guess => {
            Missing::Guessed { question }
        }
        Some(one) if one.verdict == Verdict::Favourable => Missing::Aged { question, since: one.known_on() },
        _ => return None,
    })
}

/// Factors that count and that a rival fits better.
fn rivals(case: &Case<'_>) -> Vec<Weakness> {
    let behind = |line: &super::matrix::Line| {
        let better = case.matrix.rivals.iter().zip(&line.theirs).filter(|(_, fit)| **fit > line.ours);
        Weakness {
            urgency: Urgency::Medium,
            point: Point::Behind {
                factor: line.factor.name.clone(),
                rivals: better.map(|(one, _)| one.competitor.name.clone()).collect(),
            },
            mend: Mend::Part(Part::Compete),
        }
    };
    case.matrix.counting(Standing::Lag).map(behind).collect()
}

/// People who count, whom we have not met or cannot place.
fn people(case: &Case<'_>, today: NaiveDate) -> Vec<Weakness> {
    let decides = |seat: &Seat| {
        matches!(seat.role.buying_role, Some(BuyingRole::Approver | BuyingRole::Decider))
            || seat.role.is_key_player()
    };
    let counts: Vec<&Seat> =
        case.people.iter().filter(|seat| seat.is_there(today) && decides(seat)).collect();
    let names = |keep: fn(&Seat) -> bool| -> Vec<String> {
        counts.iter().filter(|seat| keep(seat)).map(|seat| seat.name.clone()).collect()
    };
    let unmet = names(|seat| matches!(seat.role.coverage, None | Some(Coverage::None | Coverage::Unknown)));
    let unmarked = names(|seat| seat.role.support.is_none());
    let weakness = |urgency, point| Weakness { urgency, point, mend: Mend::Part(Part::Decide) };
    let found = [
        (!unmet.is_empty()).then(|| weakness(Urgency::Medium, Point::Unmet(unmet))),
        (!unmarked.is_empty()).then(|| weakness(Urgency::Low, Point::Unmarked(unmarked))),
    ];
    found.into_iter().flatten().collect()
}

/// Fields that say nothing, where no flag tells it already.
fn fields(case: &Case<'_>, judged: &Judgement) -> Vec<Weakness> {
    let opp = case.opp;
    let flagged = |alarm: Alarm| judged.flags.iter().any(|flag| flag.alarm == alarm);
    let unmet = |wanted: Evidence| {
        judged.evidence.iter().any(|item| item.evidence == wanted && item.proof != Proof::Met)
    };
    let missing = [
        ("close_on", opp.close_on.is_none(), Urgency::Medium),
        ("next_step", opp.next_step.is_none() && !flagged(Alarm::NoNextStep), Urgency::Low),
        ("amount", opp.amount.is_none() && !flagged(Alarm::AmountMissing), Urgency::Low),
        ("compelling_on", opp.compelling_on.is_none() && !flagged(Alarm::CompellingMissing), Urgency::Low),
        ("values", unmet(Evidence::VendorValue) && !flagged(Alarm::NoCause), Urgency::Low),
        ("margin_pct", opp.margin_pct.is_none(), Urgency::Low),
    ];
    let missing = missing.into_iter().filter(|(_, is_missing, _)| *is_missing);
    missing
        .map(|(key, _, urgency)| Weakness { urgency, point: Point::Field(key), mend: Mend::Field(key) })
        .collect()
}

#[cfg(test)]
mod tests;
