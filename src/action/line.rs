//! The line of the grammar that says an action, as the shell and the palette take it.

use std::borrow::Cow;

use super::Action;
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;

/// The words as a line, those quoted that need it.
pub fn joined<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> String {
    words.into_iter().map(|word| quoted(word.as_ref())).collect::<Vec<_>>().join(" ")
}

/// A word as shells take it; `field=value` in plain letters stands as people type it.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "+-=_.,:/@".contains(letter);
    if word.chars().all(is_plain) && word.chars().next().is_some_and(|first| first != '=') {
        return word.to_owned();
    }
    shlex::try_quote(word).map_or_else(|_| "''".to_owned(), Cow::into_owned)
}

impl Action {
    /// The line that says it. What a captured line takes from the record in view is not in it.
    pub fn line(&self) -> String {
        let batch = |only: &Option<i64>| only.map(|batch| batch.to_string());
        let (first, rest): (Vec<&str>, &[String]) = match self {
            Self::Add(noun, words) => (vec![noun.code(), "add"], words),
            Self::Set(noun, record, words) => (vec![noun.code(), "set", record], words),
            Self::Remove(noun, record) => (vec![noun.code(), "remove", record], &[]),
            Self::Restore(noun, record) => (vec![noun.code(), "restore", record], &[]),
            Self::Go(step, record, words) => (vec![Noun::Opp.code(), step.code(), record], words),
            Self::Answer(record, question, verdict, words) => {
                (vec![Noun::Opp.code(), "answer", record, question, verdict], words)
            }
            Self::Mark(record, person, words) => (vec![Noun::Opp.code(), "mark", record, person], words),
            Self::Line(record, from, to, words) => (vec![Noun::Opp.code(), "line", record, from, to], words),
            Self::Fit(record, factor, vendor, fit) => {
                (vec![Noun::Opp.code(), "fit", record, factor, vendor, fit], &[])
            }
            Self::Rival(record, competitor, words) => {
                (vec![Noun::Opp.code(), "rival", record, competitor], words)
            }
            Self::Rank(noun, record, to) => (vec![noun.code(), "rank", record, to], &[]),
            Self::Capture(line, _) => (vec!["add", line], &[]),
            Self::Todo(step, record, words) => (vec![Noun::Todo.code(), step.code(), record], words),
            Self::Visit(act, record, words) => (vec![Noun::Visit.code(), act.code(), record], words),
            Self::Undo(only) => return joined(["undo"].into_iter().chain(batch(only).as_deref())),
            Self::Redo(only) => return joined(["redo"].into_iter().chain(batch(only).as_deref())),
        };
        joined(first.into_iter().chain(rest.iter().map(String::as_str)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::Command;

    #[test]
    fn the_line_of_an_action_says_the_same_action() {
        for line in [
            "opp add 'title=Line 2' amount=120000",
            "account set 4,5 'owner=Pam O'\\''Hara'",
            "todo remove 7",
            "visit restore 7",
            "opp advance 4 'reason=the board met'",
            "opp answer 4 5 - grade=told 'note=two
lines'",
            "opp answer 4 5 '?'",
            "opp mark 4 12 support=+",
            "opp line 4 12 13 kind=allied",
            "opp fit 4 2 us -2",
            "opp rival 4 '新松 机器人' incumbent=yes",
            "factor rank 3 up",
            "decision rank 3 down",
            "add '周五 打电话 给张平'",
            "todo defer 4 next monday",
            "visit debrief 4 result=achieved 'answers=4+told 7-'",
            "visit tick 4 2",
            "undo 12",
            "redo",
        ] {
            let action = Command::parse(line).unwrap().action().unwrap();
            let said = Command::parse(&action.line()).unwrap().action();
            assert_eq!(said, Some(action), "{line}");
        }
    }
}
