//! How much an answer is worth today: its value, its grade and its age (`docs/method.md`, "Strength of an answer").

use chrono::{Days, NaiveDate};

use super::answer::{Answer, Grade, Verdict};
use super::rules::Rules;

/// The latest answer about us to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// 1 to 15.
    pub question: u8,
    /// What it says.
    pub verdict: Verdict,
    /// How good the evidence is.
    pub grade: Grade,
    /// The day it was last known to be true.
    pub verified_on: Option<NaiveDate>,
    /// The day it was written down.
    pub written_on: NaiveDate,
    /// Whether an open request for resources holds it at unknown (R2).
    pub held: bool,
}

impl Given {
    /// An answer about us, or nothing where it is about a rival or to none of the fifteen.
    pub fn about_us(answer: &Answer, written_on: NaiveDate) -> Option<Self> {
        let question = u8::try_from(answer.question).ok().filter(|number| (1..=15).contains(number))?;
        let (verdict, grade) = (answer.verdict, answer.grade);
        let given =
            Self { question, verdict, grade, verified_on: answer.verified_on, written_on, held: false };
        answer.subject.is_none().then_some(given)
    }

    /// A question that waits for what was asked for: unknown, whatever was said before.
    pub fn held(question: u8, asked_on: NaiveDate) -> Self {
        let (verdict, grade) = (Verdict::Unknown, Grade::Guess);
        Self { question, verdict, grade, verified_on: None, written_on: asked_on, held: true }
    }

    /// The day its age counts from: verified, else written.
    pub fn known_on(&self) -> NaiveDate {
        self.verified_on.unwrap_or(self.written_on)
    }

    /// Whether it says + or −.
    pub fn is_known(&self) -> bool {
        self.verdict != Verdict::Unknown
    }
}

/// The answer to this question, where there is one; of several the last.
pub fn answer_to(given: &[Given], question: u8) -> Option<&Given> {
    given.iter().rev().find(|one| one.question == question)
}

/// The strength of an answer on a day, −100 to 100, truncated toward zero.
pub fn strength(given: &Given, rules: &Rules, today: NaiveDate) -> i64 {
    exact(given, rules, today) / 100
}

/// The strength in hundredths, so that a gate's mean is truncated once only.
pub(super) fn exact(given: &Given, rules: &Rules, today: NaiveDate) -> i64 {
    let value = match given.verdict {
        Verdict::Favourable => 1,
        Verdict::Unfavourable => -1,
        Verdict::Unknown => 0,
    };
    let grade = match given.grade {
        Grade::Guess => rules.grade.guess,
        Grade::Told => rules.grade.told,
        Grade::Proven => rules.grade.proven,
    };
    value * i64::from(grade) * i64::from(freshness(given.known_on(), rules, today))
}

/// What the age leaves of an answer, in percent; an answer dated ahead is fresh.
pub fn freshness(known_on: NaiveDate, rules: &Rules, today: NaiveDate) -> u16 {
    if !is_older(known_on, rules.age.fresh_days, today) {
        rules.age.fresh
    } else if !is_older(known_on, rules.age.ageing_days, today) {
        rules.age.ageing
    } else {
        rules.age.old
    }
}

/// Whether more than so many days have passed since a day.
pub(super) fn is_older(since: NaiveDate, days: u16, today: NaiveDate) -> bool {
    today.signed_duration_since(since).num_days() > i64::from(days)
}

/// The first day on which more than so many days have passed; nothing beyond the calendar's end.
pub(super) fn first_day_older(since: NaiveDate, days: u16) -> Option<NaiveDate> {
    since.checked_add_days(Days::new(u64::from(days) + 1))
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::{day, given};
    use super::*;
    use Grade::{Guess, Proven, Told};
    use Verdict::{Favourable, Unfavourable, Unknown};

    #[test]
    fn strength_is_value_by_grade_by_age() {
        for (verdict, grade, age, expected) in [
            (Favourable, Proven, 0, 100),
            (Favourable, Told, 60, 70),
            (Favourable, Told, 61, 52),
            (Unfavourable, Told, 120, -52),
            (Unfavourable, Proven, 121, -50),
            (Favourable, Guess, 400, 20),
            (Unknown, Proven, 0, 0),
            (Favourable, Guess, -30, 40),
        ] {
            let one = Given { verified_on: Some(day(-age)), ..given(1, verdict, grade) };
            assert_eq!(strength(&one, &Rules::default(), day(0)), expected, "{verdict:?} {grade:?} {age}");
        }
    }

    #[test]
    fn without_a_day_of_verification_age_counts_from_writing() {
        let one = Given { verified_on: None, written_on: day(-61), ..given(1, Favourable, Proven) };
        assert_eq!(strength(&one, &Rules::default(), day(0)), 75);
    }

    #[test]
    fn an_answer_about_a_rival_is_not_about_us() {
        let ours = Answer { question: 3, verdict: Favourable, ..Answer::default() };
        assert_eq!(Given::about_us(&ours, day(0)).unwrap().question, 3);
        let rival = Answer { subject: Some("Northwind".into()), ..ours.clone() };
        assert_eq!(Given::about_us(&rival, day(0)), None);
        assert_eq!(Given::about_us(&Answer { question: 16, ..ours }, day(0)), None);
    }
}
