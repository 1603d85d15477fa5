//! What one's own history says of the stages, beside the method's numbers (N6; `docs/method.md`, "Forecast").

use super::funnel::StageSheet;
use super::rules::Rules;
use super::stage::Stage;

/// What one's own history says of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// Which stage.
    pub stage: Stage,
    /// Where the computed probability starts in it, in percent.
    pub base: u16,
    /// How many moves have led out of it.
    pub left: i64,
    /// How many of them in a hundred led on; nothing while there are too few.
    pub on: Option<i64>,
    /// How many in a hundred that enter it are won in the end; nothing while it or a later stage has too few.
    pub won: Option<i64>,
}

/// What one's own history says of each stage, once enough deals have left it.
pub fn history(stages: &[StageSheet], rules: &Rules) -> Vec<Record> {
    let is_known = |sheet: &StageSheet| sheet.moved >= i64::from(rules.limit.history).max(1);
    let mut records = Vec::new();
    // From the last stage back: what is won of a stage is what goes on times what is won of the next.
    let mut chance = Some((1_i128, 1_i128));
    for sheet in stages.iter().rev() {
        let (on, left) = (i128::from(sheet.moved_on), i128::from(sheet.moved));
        chance = chance.filter(|_| is_known(sheet)).map(|(won, of)| (won * on, of * left));
        records.push(Record {
            stage: sheet.stage,
            base: rules.base.of(sheet.stage),
            left: sheet.moved,
            on: sheet.conversion().filter(|_| is_known(sheet)),
            won: chance.and_then(|(won, of)| i64::try_from(won * 100 / of.max(1)).ok()),
        });
    }
    records.reverse();
    records
}

#[cfg(test)]
mod tests {
    use super::super::choice::Choice;
    use super::*;
    use proptest::prelude::*;

    fn sheets(moves: &[(i64, i64)]) -> Vec<StageSheet> {
        let sheet = |(stage, (moved_on, moved)): (&Stage, &(i64, i64))| StageSheet {
            stage: *stage,
            count: 0,
            high: 0,
            unqualified: 0,
            amounts: Vec::new(),
            days: None,
            moved_on: *moved_on,
            moved: *moved,
        };
        Stage::ALL.iter().zip(moves).map(sheet).collect()
    }

    #[test]
    fn history_speaks_once_twenty_deals_have_left_a_stage() {
        for (moves, on, won) in [
            ([(0, 0), (0, 0), (0, 0), (0, 0)], [None; 4], [None; 4]),
            (
                [(30, 40), (15, 30), (10, 20), (12, 20)],
                [Some(75), Some(50), Some(50), Some(60)],
                [Some(11), Some(15), Some(30), Some(60)],
            ),
            (
                [(30, 40), (15, 30), (10, 19), (12, 20)],
                [Some(75), Some(50), None, Some(60)],
                [None, None, None, Some(60)],
            ),
        ] {
            let found = history(&sheets(&moves), &Rules::default());
            assert_eq!(found.iter().map(|one| one.on).collect::<Vec<_>>(), on, "{moves:?}");
            assert_eq!(found.iter().map(|one| one.won).collect::<Vec<_>>(), won, "{moves:?}");
            assert_eq!(found.iter().map(|one| one.base).collect::<Vec<_>>(), [10, 25, 45, 65]);
        }
    }

    proptest! {
        #[test]
        fn who_enters_later_is_won_no_less_often(moves in proptest::collection::vec((0..500_i64, 0..500_i64), 4)) {
            let moves: Vec<(i64, i64)> = moves.into_iter().map(|(on, off)| (on, on + off)).collect();
            let found = history(&sheets(&moves), &Rules::default());
            let won: Vec<i64> = found.iter().filter_map(|one| one.won).collect();
            prop_assert!(won.is_sorted() && won.iter().all(|won| (0..=100).contains(won)));
        }
    }
}
