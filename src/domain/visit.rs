//! A visit or another activity with a customer: prepared by five W's, told in a debrief (V1–V6).

use chrono::{NaiveDate, TimeDelta};

use super::choice::{Choice, choice};
use super::id::Id;
use super::moment::{Instant, Moment};
use super::noun::Noun;
use super::record::record;
use super::recur::{Again, Seat};
use super::traits::{Due, Name, Verbs};
use super::value::{Extra, Kind};

choice! {
    /// What kind of activity it is (V3). 活动类型
    VisitType in "visit_type" {
        /// 销售拜访
        Call = "sales-call",
        /// 技术研讨
        Seminar = "technical-seminar",
        /// 项目交流
        Exchange = "project-exchange",
        /// 方案演示
        Demo = "solution-demo",
        /// 高层拜访
        Executive = "executive-visit",
        /// 项目考察
        Site = "site-visit",
        /// 条款谈判
        Negotiation = "terms-negotiation",
        /// 其他活动
        Other = "other",
    }
}

choice! {
    /// What a visit is for (V2). 目的类别
    WhyKind in "why_kind" {
        /// 促进前进
        Advance = "advance",
        /// 加强关系
        Relationship = "relationship",
    }
}

choice! {
    /// How far a visit is. 状态
    VisitStatus in "visit_status" {
        /// 计划
        Planned = "planned",
        /// 就绪
        Ready = "ready",
        /// 已完成
        Done = "done",
        /// 已取消
        Cancelled = "cancelled",
    }
}

choice! {
    /// What came of a visit. 结果
    VisitResult in "result" {
        /// 达成
        Achieved = "achieved",
        /// 部分
        Partly = "partly",
        /// 未达成
        Missed = "not",
        /// 取消
        Cancelled = "cancelled",
    }
}

impl VisitResult {
    /// What it says already of whether the customer acted, as the code of a flag.
    pub fn implies(self) -> Option<&'static str> {
        match self {
            Self::Achieved => Some("1"),
            Self::Missed => Some("0"),
            Self::Partly | Self::Cancelled => None,
        }
    }
}

choice! {
    /// The three aims of an activity (V4). 活动目标
    Aim in "aim" {
        /// 融洽关系的建立
        Rapport = "rapport",
        /// 项目信息的挖掘
        Information = "information",
        /// 竞争优势的加强
        Advantage = "advantage",
    }
}

record! {
    /// A visit or another activity with a customer. 拜访
    Visit in Visit {
        /// Whom we visit.
        account: Option<Id> = Kind::Link(Noun::Account),
        /// The deal it is for.
        opportunity: Option<Id> = Kind::Link(Noun::Opp),
        /// What kind of activity.
        r#type: VisitType = Kind::Choice(VisitType::LIST, VisitType::CODES),
        /// WHO: whom it is aimed at. 针对谁
        who: Vec<Id> = Kind::Links(Noun::Person),
        /// WHAT: in which form. 什么形式
        what: Option<String> = Kind::Line,
        /// WHY: what the customer will do at its end. 期望客户的行动
        why: Option<String> = Kind::Line,
        /// How that is measured. 衡量
        why_measure: Option<String> = Kind::Line,
        /// Whether it advances the deal or the relationship.
        why_kind: Option<WhyKind> = Kind::Choice(WhyKind::LIST, WhyKind::CODES),
        /// WHERE. 在哪里
        r#where: Option<String> = Kind::Line,
        /// WHEN. 什么时候
        when: Option<Moment> = Kind::Moment,
        /// That moment in UTC, where a calendar fixed it: on another clock it is shown at another hour.
        instant: Option<Instant> = Kind::Line,
        /// How long, in minutes.
        lasts: Option<i64> = Kind::Hours,
        /// The last day, where it takes several.
        until: Option<NaiveDate> = Kind::Date,
        /// The place's time zone by its IANA name; nothing for our own.
        zone: Option<String> = Kind::Line,
        /// Who comes along from us, between commas.
        our_team: Option<String> = Kind::Line,
        /// What to ask, one question a line. 议程
        agenda: Option<String> = Kind::Note,
        /// The steps of its template, one a line, marked `[x]` or `[ ]`; `checklist` reads them.
        steps: Option<String> = Kind::Note,
        /// How far it is.
        status: VisitStatus = Kind::Choice(VisitStatus::LIST, VisitStatus::CODES),
        /// What came of it.
        result: Option<VisitResult> = Kind::Choice(VisitResult::LIST, VisitResult::CODES),
        /// Whether the customer did what was expected.
        customer_did: Option<bool> = Kind::Flag,
        /// Which of the three aims moved.
        aims_moved: Vec<Aim> = Kind::Set(Aim::LIST, Aim::CODES),
        /// What was said.
        notes: Option<String> = Kind::Note,
        /// Our people's time, in minutes.
        hours: Option<i64> = Kind::Hours,
        /// What it cost, in minor units.
        cost: Option<i64> = Kind::Money,
        /// The currency of the cost.
        currency: String = Kind::Currency,
        /// How likely the visit is to succeed (V5).
        success_probability: Option<i64> = Kind::Percent,
        /// The month of the call plan it belongs to, `2026-11`.
        plan_month: Option<String> = Kind::Month,
        /// What is done next.
        next_step: Option<String> = Kind::Line,
        /// By when.
        next_on: Option<NaiveDate> = Kind::Date,
        /// Who goes.
        owner: Option<String> = Kind::Line,
        /// When it comes again, as `every 2 weeks on mon,thu`; nothing for once.
        recur: Option<String> = Kind::Recur,
        /// The series it belongs to.
        series: Option<String> = Kind::Line,
        /// Its day in the series.
        occurrence: Option<NaiveDate> = Kind::Date,
        /// Words to group by, between commas.
        tags: Option<String> = Kind::Line,
        /// Where an import knows it by, as `source:id`.
        external_id: Option<String> = Kind::Line,
        /// Which version of the other program's entry it is.
        version: Option<String> = Kind::Line,
        /// What an import carried beyond these fields.
        extra: Extra = Kind::Extra,
    }
    name: Name::First(&["what", "type"]),
    columns: &["when", "type", "account", "what", "why", "status", "result", "opportunity"],
    form: &[
        "account", "when", "who", "why", "why_measure", "why_kind", "what", "where", "type", "lasts", "recur",
        "opportunity",
    ],
    hidden: &["status", "series", "occurrence", "instant", "version", "external_id"],
    found_by: &["what", "why"],
    apart: &["when"],
    tab_by: &["account"],
    due: Some(Due { day: "when", state: "status", open: &["planned", "ready"] }),
    is_owned: true,
    is_priced: true,
    verbs: Verbs::Own,
}

/// The last day of what begins at a moment and lasts so many minutes, where that is another day; what ends at midnight
/// is over with the day before.
pub fn last_day(when: Moment, lasts: Option<i64>) -> Option<NaiveDate> {
    let begun = when.day.and_time(when.time?);
    let last = begun.checked_add_signed(TimeDelta::try_minutes(lasts?.checked_sub(1)?)?)?.date();
    (last > when.day).then_some(last)
}

impl Visit {
    /// Which of the five W's are filled, in the order who, what, why, where, when.
    pub fn ws(&self) -> [bool; 5] {
        let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        [!self.who.is_empty(), said(&self.what), said(&self.why), said(&self.r#where), self.when.is_some()]
    }

    /// How many of the five W's are filled: a visit is ready at five.
    pub fn filled(&self) -> usize {
        self.ws().into_iter().filter(|filled| *filled).count()
    }

    /// A visit to the same people on a day that is still open.
    #[must_use]
    pub fn follow_up(&self) -> Self {
        Self {
            account: self.account,
            opportunity: self.opportunity,
            r#type: self.r#type,
            who: self.who.clone(),
            r#where: self.r#where.clone(),
            zone: self.zone.clone(),
            our_team: self.our_team.clone(),
            currency: self.currency.clone(),
            owner: self.owner.clone(),
            ..Self::default()
        }
    }

    /// Whether it is still to come or to be told.
    pub fn is_open(&self) -> bool {
        matches!(self.status, VisitStatus::Planned | VisitStatus::Ready)
    }
}

impl Again for Visit {
    fn seat(&mut self) -> Seat<'_> {
        let Self { recur, series, occurrence, when, .. } = self;
        Seat { recur, series, occurrence, at: when }
    }

    fn is_open(&self) -> bool {
        Self::is_open(self)
    }

    /// One that was called off is over: the series goes on.
    fn is_over(&self) -> bool {
        !Self::is_open(self)
    }

    fn reopen(&mut self) {
        self.status = VisitStatus::Planned;
        self.result = None;
    }

    /// To the same people, in the same form, for the same purpose.
    fn fresh(&self, day: NaiveDate) -> Self {
        let more = self.when.zip(self.until).map(|(when, until)| until - when.day);
        let until = more.and_then(|more| day.checked_add_signed(more));
        Self {
            when: self.when,
            lasts: self.lasts,
            until,
            why: self.why.clone(),
            why_measure: self.why_measure.clone(),
            why_kind: self.why_kind,
            what: self.what.clone(),
            tags: self.tags.clone(),
            recur: self.recur.clone(),
            ..self.follow_up()
        }
    }
}
