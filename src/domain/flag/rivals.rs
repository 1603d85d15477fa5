//! Flags about rivals.

use super::{Alarm, Fact, Flag, View, raise};

/// All of them, absent ones as nothing.
pub(super) fn flags(view: &View<'_>) -> Vec<Option<Flag>> {
    vec![rival_fits(view)]
}

fn rival_fits(view: &View<'_>) -> Option<Flag> {
    let (rivals, factors) = view.case.matrix.ahead_names();
    let facts = vec![Fact::Names(rivals), Fact::Names(factors)];
    facts.iter().all(|fact| !fact.items().is_empty()).then(|| raise(Alarm::RivalFits, facts))
}

#[cfg(test)]
mod tests {
    use super::super::super::case::Case;
    use super::super::super::case::sample::{answers, day, sound};
    use super::super::super::factor::Factor;
    use super::super::super::judge::judge;
    use super::super::super::matrix::{Contender, Line, Matrix};
    use super::super::super::rival::Competitor;
    use super::super::super::rules::Rules;
    use super::super::super::stage::Stage;
    use super::super::{Alarm, Fact};

    fn flagged(rank: i64, mandatory: bool, ours: Option<i64>, theirs: [Option<i64>; 2]) -> Option<Vec<Fact>> {
        let contender = |name: &str| Contender {
            competitor: Competitor { name: name.into(), ..Competitor::default() },
            ..Contender::default()
        };
        let factor = Factor { name: "price".into(), rank: Some(rank), mandatory, ..Factor::default() };
        let lines = vec![Line { factor, ours, theirs: theirs.to_vec() }];
        let matrix = Matrix { rivals: vec![contender("Rex"), contender("Leo")], lines };
        let opp = sound(Stage::Qualified);
        let given = answers("+p", 2);
        let judged =
            judge(&Case { matrix: &matrix, given: &given, ..Case::bare(&opp) }, &Rules::default(), day(0));
        judged.flags.into_iter().find(|flag| flag.alarm == Alarm::RivalFits).map(|flag| flag.facts)
    }

    #[test]
    fn a_rival_that_fits_better_where_it_counts_is_flagged_with_the_factor() {
        let (less, more) = (Some(0), Some(1));
        for (rank, mandatory, ours, theirs, expected) in [
            (3, false, less, [more, None], Some(vec!["Rex"])),
            (3, false, less, [less, more], Some(vec!["Leo"])),
            (3, false, less, [more, more], Some(vec!["Rex", "Leo"])),
            (4, false, less, [more, more], None),
            (4, true, less, [more, None], Some(vec!["Rex"])),
            (1, true, less, [less, None], None),
            (1, true, None, [more, more], None),
        ] {
            let names = |names: Vec<&str>| Fact::Names(names.into_iter().map(str::to_owned).collect());
            let expected = expected.map(|rivals| vec![names(rivals), names(vec!["price"])]);
            assert_eq!(
                flagged(rank, mandatory, ours, theirs),
                expected,
                "{rank} {mandatory} {ours:?} {theirs:?}"
            );
        }
    }
}
