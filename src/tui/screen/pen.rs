//! The grade of answers to come, turned by one key, and the words of an answer that are said with it.

use crate::domain::answer::{Answer, Grade, Verdict};
use crate::domain::choice::Choice;

/// The grade of answers to come.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pen {
    grade: Grade,
    /// The question at which it was turned last.
    turned_at: Option<i64>,
}

impl Pen {
    /// The grade that a new answer gets.
    pub fn grade(self) -> Grade {
        self.grade
    }

    /// Takes the next grade, at a question.
    pub fn turn(&mut self, question: Option<i64>) {
        self.grade = match self.grade {
            Grade::Guess => Grade::Told,
            Grade::Told => Grade::Proven,
            Grade::Proven => Grade::Guess,
        };
        self.turned_at = question;
    }

    /// What the keys `+` and `-` say at a question, by the names of their blanks. The same again is still true: it
    /// keeps the grade that it has. A grade that was chosen raises it; it lowers only the answer that it was chosen for.
    pub fn blanks(self, question: Option<i64>, held: Option<&Answer>) -> [(&'static str, String); 2] {
        let say = |verdict: Verdict| {
            let keeps = held.is_some_and(|held| held.verdict == verdict && !self.changes(question, held));
            let grade = if keeps { String::new() } else { format!(" grade={}", self.grade.code()) };
            format!("{}{grade}", verdict.code())
        };
        [("favourable", say(Verdict::Favourable)), ("unfavourable", say(Verdict::Unfavourable))]
    }

    /// Whether an answer that is given again gets this grade instead of its own.
    fn changes(self, question: Option<i64>, held: &Answer) -> bool {
        self.turned_at.is_some() && (self.turned_at == question || self.grade > held.grade)
    }
}
