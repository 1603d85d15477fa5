//! What follows from the matrix: where we lead, what to change about the factors where we lag, what we don't know.

use super::choice::choice;
use super::factor::SetBy;
use super::flag::Fact;
use super::matrix::{Line, Matrix, Standing};

choice! {
    /// What a finding says, in the order it is told. 结论
    Point in "point" {
        /// We lead where it counts.
        Lead = "lead",
        /// A rival set a factor that counts, and leads on it: replace it, or push it down.
        Replace = "replace",
        /// A rival leads on what is mandatory, and no rival set it: fit better, or think again.
        Gap = "gap",
        /// A rival leads on what counts and could count less: push it down.
        Rerank = "rerank",
        /// The customer has not seen it and we lead: be the first to say it.
        BeFirst = "be_first",
        /// We are level at what counts and good at it: ask for more than the rivals have.
        Raise = "raise",
        /// Nobody's fit is known where it counts.
        Analyse = "analyse",
        /// So many cells that count are empty.
        Unknown = "unknown",
    }
}

/// One thing that follows from the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub point: Point,
    /// The factors' names; for [`Point::Unknown`] how many of how many cells.
    pub facts: Vec<Fact>,
}

/// All that follows from a matrix; a factor is named once at most.
pub fn outlook(matrix: &Matrix) -> Vec<Finding> {
    let mut found = Vec::new();
    let told: Vec<(Point, &Line)> =
        matrix.lines.iter().filter_map(|line| Some((point(line)?, line))).collect();
    for point in <Point as super::choice::Choice>::ALL {
        let lines = told.iter().filter(|(own, _)| own == point);
        let names: Vec<String> = lines.map(|(_, line)| line.factor.name.clone()).collect();
        if !names.is_empty() {
            found.push(Finding { point: *point, facts: vec![Fact::Names(names)] });
        }
    }
    let (unknown, all) = unknown(matrix);
    if unknown > 0 {
        found.push(Finding { point: Point::Unknown, facts: vec![Fact::Number(unknown), Fact::Number(all)] });
    }
    found
}

/// What to say of a factor; nothing where there is nothing to do.
fn point(line: &Line) -> Option<Point> {
    let (factor, strong) = (&line.factor, line.ours.is_some_and(|fit| fit > 0));
    let ahead = line.best().is_none_or(|best| line.ours > Some(best));
    if factor.missed_by_customer && strong {
        return Some(if ahead { Point::BeFirst } else { Point::Raise });
    }
    if !line.counts() {
        return None;
    }
    match line.standing() {
        Standing::Lead => Some(Point::Lead),
        Standing::Lag if factor.set_by == Some(SetBy::Competitor) => Some(Point::Replace),
        Standing::Lag if factor.mandatory => Some(Point::Gap),
        Standing::Lag => Some(Point::Rerank),
        Standing::Level if strong => Some(Point::Raise),
        Standing::Open if line.ours.is_none() && line.best().is_none() => Some(Point::Analyse),
        Standing::Level | Standing::Open => None,
    }
}

/// How many cells of the factors that count are empty, and how many there are.
fn unknown(matrix: &Matrix) -> (i64, i64) {
    let lines = matrix.lines.iter().filter(|line| line.counts());
    let cells: Vec<bool> = lines
        .flat_map(|line| std::iter::once(line.ours).chain(line.theirs.iter().copied()))
        .map(|fit| fit.is_none())
        .collect();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    (count(cells.iter().filter(|empty| **empty).count()), count(cells.len()))
}

#[cfg(test)]
mod tests {
    use super::super::choice::Choice;
    use super::super::factor::Factor;
    use super::*;

    fn line(rank: i64, ours: Option<i64>, theirs: Option<i64>) -> Line {
        let factor = Factor { name: "f".into(), rank: Some(rank), ..Factor::default() };
        Line { factor, ours, theirs: vec![theirs] }
    }

    fn by(set_by: SetBy, mut line: Line) -> Line {
        line.factor.set_by = Some(set_by);
        line
    }

    fn mandatory(mut line: Line) -> Line {
        line.factor.mandatory = true;
        line
    }

    fn missed(mut line: Line) -> Line {
        line.factor.missed_by_customer = true;
        line
    }

    #[test]
    fn each_factor_says_what_to_do_about_it() {
        for (line, expected) in [
            (line(1, Some(1), Some(0)), Some("lead")),
            (line(4, Some(1), Some(0)), None),
            (mandatory(line(4, Some(1), Some(0))), Some("lead")),
            (by(SetBy::Competitor, line(3, Some(0), Some(2))), Some("replace")),
            (by(SetBy::Competitor, mandatory(line(9, Some(0), Some(2)))), Some("replace")),
            (by(SetBy::InternalTeam, mandatory(line(9, Some(0), Some(2)))), Some("gap")),
            (by(SetBy::InternalTeam, line(2, Some(0), Some(2))), Some("rerank")),
            (line(9, Some(0), Some(2)), None),
            (missed(line(9, Some(2), None)), Some("be_first")),
            (missed(line(9, Some(2), Some(2))), Some("raise")),
            (missed(line(9, Some(0), None)), None),
            (line(2, Some(1), Some(1)), Some("raise")),
            (line(2, Some(0), Some(0)), None),
            (line(2, None, None), Some("analyse")),
            (line(2, Some(1), None), None),
        ] {
            assert_eq!(point(&line).map(Choice::code), expected, "{line:?}");
        }
    }

    #[test]
    fn empty_cells_are_counted_where_it_counts() {
        let lines = vec![line(1, Some(1), None), line(2, None, None), line(9, None, None)];
        let found = outlook(&Matrix { lines, ..Matrix::default() });
        let last = found.last().unwrap();
        assert_eq!(last.facts, [Fact::Number(3), Fact::Number(4)]);
        assert_eq!(outlook(&Matrix::default()), []);
    }
}
