//! One answer to one of the fifteen questions, with its evidence, grade and age.

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::traits::{Name, Verbs};
use super::value::Kind;

choice! {
    /// What an answer says: never yes or no, since two questions ask for something bad. 答案
    Verdict in "verdict" {
        /// 未知
        Unknown = "?",
        /// 有利
        Favourable = "+",
        /// 不利
        Unfavourable = "-",
    }
}

choice! {
    /// How good the evidence is (N1). 证据等级
    Grade in "grade" {
        /// 推测
        Guess = "guess",
        /// 客户口述
        Told = "told",
        /// 书面或多方印证
        Proven = "proven",
    }
}

record! {
    /// One answer; append-only, the latest one counts. 答案
    Answer in Answer {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// Whom it is about: nothing for us, else a rival's name.
        subject: Option<String> = Kind::Line,
        /// The question, 1 to 15.
        question: i64 = Kind::Int(1, 15),
        /// What it says.
        verdict: Verdict = Kind::Choice(Verdict::LIST, Verdict::CODES),
        /// How good the evidence is.
        grade: Grade = Kind::Choice(Grade::LIST, Grade::CODES),
        /// The evidence.
        note: Option<String> = Kind::Note,
        /// The person who said so.
        source: Option<Id> = Kind::Link(Noun::Person),
        /// The day it was last known to be true.
        verified_on: Option<NaiveDate> = Kind::Date,
        /// Who wrote it down.
        verified_by: Option<String> = Kind::Line,
    }
    name: Name::All(&["question", "subject"], " "),
    columns: &["opportunity", "question", "verdict", "grade", "verified_on", "note"],
    hidden: &["opportunity"],
    verbs: Verbs::None,
}
