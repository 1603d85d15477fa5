//! What has to be done: by when, for whom, and again when (R2, R4).

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::moment::{Instant, Moment};
use super::noun::Noun;
use super::record::record;
use super::recur::{Again, Seat};
use super::traits::{Due, Name, Verbs};
use super::value::{Extra, Kind};

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
    name: Name::First(&["title"]),
    columns: &["due", "title", "priority", "state", "account", "opportunity", "waiting_on", "tags"],
    form: &["title", "due", "priority", "account", "opportunity", "waiting_on", "recur", "kind", "tags"],
    hidden: &["series", "occurrence", "instant", "version", "carried", "week", "done_at", "external_id"],
    found_by: &["title"],
    apart: &["due"],
    tab_by: &["account"],
    due: Some(Due { day: "due", state: "state", open: &["open"] }),
    is_owned: true,
    verbs: Verbs::Own,
}

impl Todo {
    /// Whether it waits on a day: for one to come, or on somebody.
    pub fn waits(&self, today: NaiveDate) -> bool {
        self.waiting_on.is_some() || self.wait_until.is_some_and(|day| day > today)
    }
}

impl Again for Todo {
    fn seat(&mut self) -> Seat<'_> {
        let Self { recur, series, occurrence, due, .. } = self;
        Seat { recur, series, occurrence, at: due }
    }

    fn is_open(&self) -> bool {
        self.state == TodoState::Open
    }

    fn is_over(&self) -> bool {
        self.state == TodoState::Done
    }

    fn reopen(&mut self) {
        self.state = TodoState::Open;
        self.done_at = None;
    }

    fn fresh(&self, day: NaiveDate) -> Self {
        let ahead = self.due.zip(self.wait_until).map(|(due, wait)| due.day - wait);
        Self {
            state: TodoState::Open,
            instant: None,
            wait_until: ahead.and_then(|ahead| day.checked_sub_signed(ahead)),
            waiting_on: None,
            visit: None,
            carried: 0,
            week: None,
            done_at: None,
            external_id: None,
            version: None,
            extra: Extra::default(),
            ..self.clone()
        }
    }
}
