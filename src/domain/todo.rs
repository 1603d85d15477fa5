//! What has to be done: by when, for whom, and again when (R2, R4).

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::moment::{Instant, Moment};
use super::noun::Noun;
use super::record::{Head, record};
use super::recur::{self, Recur, Repeat};
use super::value::{Extra, Kind};
use super::workday::Workdays;

choice! {
    /// Whether a to-do is still to be done. 状态
    TodoState in "todo_state" {
        /// 待办
        Open = "open",
        /// 完成
        Done = "done",
        /// 放弃
        Dropped = "dropped",
    }
}

choice! {
    /// A task of ours, or a request for somebody's time or money (R2). 类别
    TodoKind in "todo_kind" {
        /// 任务
        Task = "task",
        /// 资源请求
        Ask = "ask",
    }
}

choice! {
    /// How much a to-do presses. 优先级
    Priority in "priority" {
        /// 高
        High = "high",
        /// 中
        Medium = "medium",
        /// 低
        Low = "low",
    }
}

record! {
    /// Something to be done. 待办
    Todo in Todo {
        /// What.
        title: String = Kind::Line,
        /// A task or a request.
        kind: TodoKind = Kind::Choice(TodoKind::LIST, TodoKind::CODES),
        /// Whether it is still to be done.
        state: TodoState = Kind::Choice(TodoState::LIST, TodoState::CODES),
        /// By when.
        due: Option<Moment> = Kind::Moment,
        /// That moment in UTC, where another program fixed it.
        instant: Option<Instant> = Kind::Line,
        /// Not before this day.
        wait_until: Option<NaiveDate> = Kind::Date,
        /// Whom it waits on.
        waiting_on: Option<String> = Kind::Line,
        /// How much it presses.
        priority: Option<Priority> = Kind::Choice(Priority::LIST, Priority::CODES),
        /// The account it is about.
        account: Option<Id> = Kind::Link(Noun::Account),
        /// The deal it is about.
        opportunity: Option<Id> = Kind::Link(Noun::Opp),
        /// The person it is about.
        person: Option<Id> = Kind::Link(Noun::Person),
        /// The visit it came from.
        visit: Option<Id> = Kind::Link(Noun::Visit),
        /// Who does it.
        owner: Option<String> = Kind::Line,
        /// Words to group by, between commas.
        tags: Option<String> = Kind::Line,
        /// Anything else.
        notes: Option<String> = Kind::Note,
        /// When it comes again, as `every 2 weeks on mon,thu`; nothing for once.
        recur: Option<String> = Kind::Recur,
        /// The series it belongs to.
        series: Option<String> = Kind::Line,
        /// Its day in the series.
        occurrence: Option<NaiveDate> = Kind::Date,
        /// How many weekly sweeps it was carried over.
        carried: i64 = Kind::Int(0, 9999),
        /// The week it was last kept for, `2026-W47`.
        week: Option<String> = Kind::Line,
        /// When it was done or dropped.
        done_at: Option<Moment> = Kind::Moment,
        /// Where an import knows it by, as `source:id`.
        external_id: Option<String> = Kind::Line,
        /// Which version of the other program's entry it is.
        version: Option<String> = Kind::Line,
        /// What an import carried beyond these fields.
        extra: Extra = Kind::Extra,
    }
}

impl Todo {
    /// Gives what recurs and has no day the first of its days.
    pub fn begin(&mut self, today: NaiveDate, worked: &Workdays) {
        let is_due = self.state == TodoState::Open && self.due.is_none();
        let rule = self.recur.as_deref().filter(|_| is_due).and_then(|text| text.parse::<Repeat>().ok());
        self.due = rule.map_or(self.due, |rule| rule.first(today, worked).map(Moment::on));
    }

    /// Whether it waits on a day: for one to come, or on somebody.
    pub fn waits(&self, today: NaiveDate) -> bool {
        self.waiting_on.is_some() || self.wait_until.is_some_and(|day| day > today)
    }

    /// The next one of its series, which began on `first`, when this one is done on a day; nothing where it does not
    /// recur. Days that passed meanwhile are not made up for.
    pub fn again(&self, first: NaiveDate, done: NaiveDate, worked: &Workdays) -> Option<Self> {
        let repeat: Repeat = self.recur.as_deref()?.parse().ok()?;
        let (series, own) = (self.series.clone()?, self.occurrence?);
        let after = if matches!(repeat.rule, Recur::After(..)) { done } else { own.max(done) };
        let day = repeat.next(first, after, worked)?;
        let due = self.due.map_or(Moment::on(day), |due| due.moved_to(day));
        let ahead = self.due.zip(self.wait_until).map(|(due, wait)| due.day - wait);
        Some(Self {
            head: Head { id: recur::occurrence(&series, day), ..Head::default() },
            state: TodoState::Open,
            due: Some(due),
            instant: None,
            wait_until: ahead.and_then(|ahead| day.checked_sub_signed(ahead)),
            waiting_on: None,
            visit: None,
            series: Some(series),
            occurrence: Some(day),
            carried: 0,
            week: None,
            done_at: None,
            external_id: None,
            version: None,
            extra: Extra::default(),
            ..self.clone()
        })
    }
}
