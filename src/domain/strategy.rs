//! What the facts say against a strategy (D13); the condition under which each is right is in the words.

use chrono::NaiveDate;

use super::case::Case;
use super::choice::choice;
use super::factor::Tactic;
use super::flag::Fact;
use super::matrix::Standing;
use super::opportunity::Strategy;
use super::rules::Rules;
use super::stage::{Stage, Status};

choice! {
    /// What speaks against a strategy. 策略警示
    Caution in "caution" {
        /// Frontal: a rival fits better where it counts.
        RivalLeads = "rival_leads",
        /// Frontal, or defending: the customer uses a rival today.
        RivalIncumbent = "rival_incumbent",
        /// Frontal: we lead on too little of what counts.
        NotAhead = "not_ahead",
        /// Flanking: no factor is being changed.
        NothingChanges = "nothing_changes",
        /// Flanking: we lead on all that counts already.
        AlreadyAhead = "already_ahead",
        /// Fragment: there is no part that we lead.
        NoPart = "no_part",
        /// Develop: a date is near.
        DateNear = "date_near",
        /// Nothing is chosen although a rival is there.
        NoStrategy = "no_strategy",
    }
}

/// One thing that speaks against a strategy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What.
    pub caution: Caution,
    /// What fills its sentence, in order.
    pub facts: Vec<Fact>,
}

fn warn(caution: Caution, facts: Vec<Fact>) -> Warning {
    Warning { caution, facts }
}

/// What the facts of an open deal say against `strategy`, or against having none; nothing where they are silent.
pub fn warnings(
    strategy: Option<Strategy>,
    case: &Case<'_>,
    today: NaiveDate,
    rules: &Rules,
) -> Vec<Warning> {
    if case.opp.status != Status::Open {
        return Vec::new();
    }
    let found = match strategy {
        Some(Strategy::Frontal) => vec![rival_leads(case), rival_incumbent(case), not_ahead(case, rules)],
        Some(Strategy::Flanking) => vec![nothing_changes(case), already_ahead(case)],
        Some(Strategy::Fragment) => vec![no_part(case)],
        Some(Strategy::Defend) => vec![rival_incumbent(case)],
        Some(Strategy::Develop) => vec![date_near(case, today, rules)],
        None => vec![no_strategy(case)],
    };
    found.into_iter().flatten().collect()
}

fn rival_leads(case: &Case<'_>) -> Option<Warning> {
    let (rivals, factors) = case.matrix.ahead_names();
    (!rivals.is_empty()).then(|| warn(Caution::RivalLeads, vec![Fact::Names(rivals), Fact::Names(factors)]))
}

fn rival_incumbent(case: &Case<'_>) -> Option<Warning> {
    let incumbents = case.matrix.rivals.iter().filter(|one| one.rival.incumbent);
    let names: Vec<String> = incumbents.map(|one| one.competitor.name.clone()).collect();
    (!names.is_empty()).then(|| warn(Caution::RivalIncumbent, vec![Fact::Names(names)]))
}

fn not_ahead(case: &Case<'_>, rules: &Rules) -> Option<Warning> {
    let all = case.matrix.lines.iter().filter(|line| line.counts()).count();
    let ours = case.matrix.counting(Standing::Lead).count();
    let clear = ours > 0 && ours * 100 >= all * usize::from(rules.limit.frontal_lead);
    let number = |count: usize| Fact::Number(i64::try_from(count).unwrap_or(i64::MAX));
    (!clear).then(|| warn(Caution::NotAhead, vec![number(ours), number(all)]))
}

fn nothing_changes(case: &Case<'_>) -> Option<Warning> {
    let changes = |tactic: Tactic| tactic != Tactic::Analyse;
    let found = case.matrix.lines.iter().any(|line| line.factor.tactic.is_some_and(changes));
    (!found).then(|| warn(Caution::NothingChanges, Vec::new()))
}

fn already_ahead(case: &Case<'_>) -> Option<Warning> {
    let mut counted = case.matrix.lines.iter().filter(|line| line.counts()).peekable();
    let ahead = counted.peek().is_some() && counted.all(|line| line.standing() == Standing::Lead);
    ahead.then(|| warn(Caution::AlreadyAhead, Vec::new()))
}

fn no_part(case: &Case<'_>) -> Option<Warning> {
    let found = case.matrix.lines.iter().any(|line| line.standing() == Standing::Lead);
    (!found).then(|| warn(Caution::NoPart, Vec::new()))
}

fn date_near(case: &Case<'_>, today: NaiveDate, rules: &Rules) -> Option<Warning> {
    let dates = [case.opp.compelling_on, case.opp.close_on].into_iter().flatten();
    let day = dates.min()?;
    let near = (day - today).num_days() < i64::from(rules.limit.develop_days);
    near.then(|| warn(Caution::DateNear, vec![Fact::Day(day), Fact::Number(rules.limit.develop_days.into())]))
}

fn no_strategy(case: &Case<'_>) -> Option<Warning> {
    let rivals = case.rival_names();
    let due = case.opp.stage >= Stage::Mine && !rivals.is_empty();
    due.then(|| warn(Caution::NoStrategy, vec![Fact::Names(rivals)]))
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::{day, sound};
    use super::super::choice::Choice;
    use super::super::factor::Factor;
    use super::super::matrix::{Contender, Line, Matrix};
    use super::super::opportunity::Opportunity;
    use super::super::rival::{Competitor, Rival};
    use super::*;
    use proptest::prelude::{prop_assert, proptest};

    const TWO: [Option<i64>; 2] = [Some(2), Some(0)];

    fn rival(name: &str, incumbent: bool) -> Contender {
        Contender {
            rival: Rival { incumbent, ..Rival::default() },
            competitor: Competitor { name: name.into(), ..Competitor::default() },
        }
    }

    /// A matrix of one rival, a line each from rank 1 on: our fit and the rival's.
    fn matrix(incumbent: bool, fits: &[[Option<i64>; 2]]) -> Matrix {
        let line = |(rank, [ours, theirs]): (i64, [Option<i64>; 2])| Line {
            factor: Factor { name: format!("f{rank}"), rank: Some(rank), ..Factor::default() },
            ours,
            theirs: vec![theirs],
        };
        let lines = (1..).zip(fits.iter().copied()).map(line).collect();
        Matrix { rivals: vec![rival("Rex", incumbent)], lines }
    }

    fn codes(strategy: Option<Strategy>, opp: &Opportunity, matrix: &Matrix) -> Vec<&'static str> {
        let case = Case { matrix, ..Case::bare(opp) };
        let found = warnings(strategy, &case, day(0), &Rules::default());
        found.iter().map(|one| one.caution.code()).collect()
    }

    #[test]
    fn each_strategy_is_warned_of_where_the_facts_contradict() {
        use Strategy::{Defend, Develop, Flanking, Fragment, Frontal};
        let near = Opportunity { compelling_on: None, close_on: Some(day(89)), ..sound(Stage::Mine) };
        let far = Opportunity { close_on: Some(day(90)), ..near.clone() };
        let early = sound(Stage::Qualified);
        let lag = [Some(0), Some(1)];
        let open = [Some(1), None];
        let changed = |tactic| {
            let mut matrix = matrix(false, &[TWO, lag]);
            matrix.lines[1].factor.tactic = Some(tactic);
            matrix
        };
        for (strategy, opp, matrix, expected) in [
            (Some(Frontal), &far, matrix(false, &[TWO, TWO, open]), &[][..]),
            (Some(Frontal), &far, matrix(false, &[TWO, TWO, lag]), &["rival_leads"]),
            (Some(Frontal), &far, matrix(true, &[TWO]), &["rival_incumbent"]),
            (Some(Frontal), &far, matrix(false, &[TWO, open, open]), &["not_ahead"]),
            (Some(Frontal), &far, matrix(false, &[]), &["not_ahead"]),
            (Some(Flanking), &far, changed(Tactic::Rerank), &[]),
            (Some(Flanking), &far, changed(Tactic::Analyse), &["nothing_changes"]),
            (Some(Flanking), &far, matrix(false, &[TWO]), &["nothing_changes", "already_ahead"]),
            (Some(Fragment), &far, matrix(false, &[lag, lag, lag, TWO]), &[]),
            (Some(Fragment), &far, matrix(false, &[lag, open]), &["no_part"]),
            (Some(Defend), &far, matrix(false, &[lag]), &[]),
            (Some(Defend), &far, matrix(true, &[TWO]), &["rival_incumbent"]),
            (Some(Develop), &far, matrix(false, &[TWO]), &[]),
            (Some(Develop), &near, matrix(false, &[TWO]), &["date_near"]),
            (None, &far, matrix(false, &[]), &["no_strategy"]),
            (None, &early, matrix(false, &[]), &[]),
            (None, &far, Matrix::default(), &[]),
        ] {
            assert_eq!(codes(strategy, opp, &matrix), expected, "{strategy:?} {matrix:?}");
        }
    }

    #[test]
    fn a_closed_deal_is_warned_of_nothing() {
        let opp = Opportunity { status: Status::Won, ..sound(Stage::Mine) };
        for strategy in Strategy::ALL {
            assert_eq!(codes(Some(*strategy), &opp, &matrix(true, &[[Some(0), Some(2)]])), [""; 0]);
        }
    }

    #[test]
    fn the_earlier_of_both_dates_is_the_one_that_is_near() {
        let opp = Opportunity { compelling_on: Some(day(10)), close_on: Some(day(60)), ..sound(Stage::Mine) };
        let found = warnings(Some(Strategy::Develop), &Case::bare(&opp), day(0), &Rules::default());
        assert_eq!(found[0].facts, [Fact::Day(day(10)), Fact::Number(90)]);
    }

    fn fit() -> impl proptest::strategy::Strategy<Value = Option<i64>> {
        proptest::option::of(-2i64..=2)
    }

    proptest! {
        #[test]
        fn fitting_better_never_speaks_against_attacking(
            fits in proptest::collection::vec((fit(), fit()), 1..8), at in 0usize..8,
        ) {
            let opp = sound(Stage::Mine);
            let fits: Vec<_> = fits.into_iter().map(|(ours, theirs)| [ours, theirs]).collect();
            let worse = matrix(false, &fits);
            let mut better = worse.clone();
            let at = at % better.lines.len();
            better.lines[at].ours = Some(2);
            for strategy in [Strategy::Frontal, Strategy::Fragment] {
                let before = codes(Some(strategy), &opp, &worse);
                let after = codes(Some(strategy), &opp, &better);
                prop_assert!(after.iter().all(|one| before.contains(one)), "{:?} {:?}", before, after);
            }
        }
    }
}
