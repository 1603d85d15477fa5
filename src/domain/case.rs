//! All that is known about one deal when it is judged.

use chrono::NaiveDate;

use super::matrix::Matrix;
use super::opportunity::Opportunity;
use super::person::Role;
use super::spend::Spent;
use super::strength::Given;

/// A person with a role in the deal.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seat {
    /// What the person is in this deal.
    pub role: Role,
    /// The person's name.
    pub name: String,
    /// The day the person left the account.
    pub left_on: Option<NaiveDate>,
}

impl Seat {
    /// Whether the person is still there on a day.
    pub fn is_there(&self, today: NaiveDate) -> bool {
        self.left_on.is_none_or(|day| day > today)
    }
}

/// A visit that is still to come or to be told, as far as a judgement reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Appointment {
    /// Its last day.
    pub on: NaiveDate,
    /// What the customer will do at its end.
    pub why: String,
    /// How that is measured.
    pub measure: String,
    /// Whom it is aimed at, and the customer, by name.
    pub names: Vec<String>,
}

/// One deal with all that its judgement reads.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The deal.
    pub opp: &'a Opportunity,
    /// The latest answer about us to each question.
    pub given: &'a [Given],
    /// The people with a role in it.
    pub people: &'a [Seat],
    /// The rivals that answers are written about.
    pub rivals: &'a [String],
    /// The factors against us and the rivals.
    pub matrix: &'a Matrix,
    /// What it has cost so far.
    pub spent: &'a Spent,
    /// Its visits that are still open and have a day.
    pub visits: &'a [Appointment],
    /// The gates that it has passed at some time.
    pub passed: &'a [u8],
}

/// No factors and no rivals.
static NOTHING: Matrix = Matrix { rivals: Vec::new(), lines: Vec::new() };

/// No hours and no money.
static FREE: Spent = Spent { minutes: 0, money: Vec::new() };

impl<'a> Case<'a> {
    /// A deal on which nothing hangs yet.
    pub fn bare(opp: &'a Opportunity) -> Self {
        Self {
            opp,
            given: &[],
            people: &[],
            rivals: &[],
            matrix: &NOTHING,
            spent: &FREE,
            visits: &[],
            passed: &[],
        }
    }
}

impl Case<'_> {
    /// Whether one of the fifteen questions is answered; unknown is no answer.
    pub fn is_qualified(&self) -> bool {
        self.given.iter().any(Given::is_known)
    }

    /// The last day something is known to have happened; nothing where no day is known.
    pub fn last_activity(&self) -> Option<NaiveDate> {
        let own = [self.opp.last_activity_on, self.opp.stage_since, self.opp.opened_on];
        let contacts = self.people.iter().filter_map(|seat| seat.role.last_contact_on);
        let answers = self.given.iter().map(|one| one.written_on);
        own.into_iter().flatten().chain(contacts).chain(answers).max()
    }

    /// The rivals by name, from the deal, its competitors and the answers, each once.
    pub fn rival_names(&self) -> Vec<String> {
        let listed = self.matrix.rivals.iter().map(|one| &one.competitor.name);
        let mut names: Vec<String> =
            self.opp.rival.iter().chain(self.rivals).chain(listed).cloned().collect();
        names.retain(|name| !name.trim().is_empty());
        names.sort();
        names.dedup();
        names
    }
}

#[cfg(test)]
pub(super) mod sample {
    //! Deals for tests, dated around one fixed day.

    use chrono::{Duration, NaiveDate};

    use super::super::answer::{Grade, Verdict};
    use super::super::opportunity::{Opportunity, Pressure, Worth};
    use super::super::person::{BuyingRole, Coverage, PoliticalStatus, Role, Support};
    use super::super::stage::Stage;
    use super::{Case, Given, Seat};

    pub fn day(offset: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 16).unwrap() + Duration::days(offset)
    }

    pub fn given(question: u8, verdict: Verdict, grade: Grade) -> Given {
        Given { question, verdict, grade, verified_on: Some(day(0)), written_on: day(0), held: false }
    }

    /// Reads marks such as `+t -g ? +po`, one a question, from question `first` on.
    pub fn answers(marks: &str, first: u8) -> Vec<Given> {
        let read = |(question, mark): (u8, &str)| {
            let verdict = match mark.chars().next() {
                Some('+') => Verdict::Favourable,
                Some('-') => Verdict::Unfavourable,
                _ => return None,
            };
            let grade = match mark.chars().nth(1) {
                Some('g') => Grade::Guess,
                Some('t') => Grade::Told,
                _ => Grade::Proven,
            };
            let age = match mark.chars().nth(2) {
                Some('a') => 61,
                Some('o') => 121,
                _ => 0,
            };
            Some(Given { verified_on: Some(day(-age)), ..given(question, verdict, grade) })
        };
        (first..).zip(marks.split(' ')).filter_map(read).collect()
    }

    pub fn all_proven() -> Vec<Given> {
        (1..=15).map(|number| given(number, Verdict::Favourable, Grade::Proven)).collect()
    }

    /// A deal without a single flag, at any stage.
    pub fn sound(stage: Stage) -> Opportunity {
        Opportunity {
            stage,
            amount: Some(100),
            close_on: Some(day(60)),
            opened_on: Some(day(-60)),
            last_activity_on: Some(day(0)),
            pressures: vec![Pressure::Market],
            values: vec![Worth::Unique],
            compelling_on: Some(day(90)),
            next_step: Some("call".into()),
            next_on: Some(day(5)),
            ..Opportunity::default()
        }
    }

    pub fn seat(name: &str, buying: BuyingRole, support: Support) -> Seat {
        let role = Role {
            buying_role: Some(buying),
            support: Some(support),
            coverage: Some(Coverage::Multiple),
            political_status: Some(PoliticalStatus::InnerCircle),
            ..Role::default()
        };
        Seat { role, name: name.into(), left_on: None }
    }

    /// An approver and a decider, both for us and well known.
    pub fn friends() -> Vec<Seat> {
        vec![
            seat("Lin", BuyingRole::Approver, Support::Supporter),
            seat("Mo", BuyingRole::Decider, Support::Mentor),
        ]
    }

    pub fn case<'a>(opp: &'a Opportunity, given: &'a [Given], people: &'a [Seat]) -> Case<'a> {
        Case { given, people, passed: &[1, 2, 3], ..Case::bare(opp) }
    }
}
