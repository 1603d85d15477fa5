//! What is done with the cells of each column, decided over the whole column before any row is read.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::noun::Noun;
use crate::domain::value::Kind;

use super::date::Order;
use super::header::Label;
use super::number::{self, Mark};
use super::reading::By;
use super::survey::Survey;
use super::{field, label};
use crate::domain::clock::Clock;

/// What is done with the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Use {
    Kept,
    Ignored,
    Line(&'static str),
    Note(&'static str),
    Date(&'static str, Order),
    Money(&'static str, u32, Option<&'static str>),
    Percent(&'static str, bool),
    Int(&'static str, i64, i64),
    Choice(&'static str, &'static [&'static str]),
    Currency,
    Stage,
    Status,
    Id,
    ExternalId,
    First,
    Last,
    Website,
    Link(&'static str, By),
    Person(&'static str),
}

/// How a table is read.
#[derive(Debug)]
pub(super) struct Plan {
    pub noun: Noun,
    pub labels: Vec<Label>,
    pub uses: Vec<Use>,
    pub mark: Mark,
    pub yuan: bool,
    pub today: NaiveDate,
    pub clock: Clock,
    pub currency: String,
    pub source: String,
    /// The order of its dates and whether it is sure; nothing without dates.
    pub dates: Option<(Order, bool)>,
    /// The decimal mark and whether it is sure; nothing without money.
    pub numbers: Option<(Mark, bool)>,
}

/// What a plan is made from.
pub(super) struct Ground {
    pub noun: Noun,
    pub labels: Vec<Label>,
    pub targets: Vec<Option<&'static str>>,
    pub semicolons: bool,
    pub today: NaiveDate,
    pub clock: Clock,
    pub currency: String,
    pub source: String,
}

impl Plan {
    /// The plan, after all rows were heard.
    pub fn new(ground: Ground, survey: Survey) -> Self {
        let yuan = ground.yuan();
        let numbers = survey.numbers(ground.semicolons);
        let mark = numbers.map_or(Mark::Point, |(mark, _)| mark);
        let dates = survey.dates(mark);
        let uses = survey.decided(mark);
        let Ground { noun, labels, today, clock, currency, source, .. } = ground;
        Self { noun, labels, uses, mark, yuan, today, clock, currency, source, dates, numbers }
    }

    /// How many columns there are up to the last that has a label of its own.
    pub fn labelled(&self) -> usize {
        self.labels.iter().rposition(|label| !label.text.starts_with('#')).map_or(0, |at| at + 1)
    }

    /// The label of a column.
    pub fn label(&self, at: usize) -> Option<&Arc<str>> {
        self.labels.get(at).map(|label| &label.text)
    }
}

impl Ground {
    /// What is done with the cells of each column as far as labels tell.
    pub fn first_uses(&self) -> Vec<Use> {
        (0..self.labels.len()).map(|at| first_use(self, at, self.yuan())).collect()
    }

    /// Whether `￥` means yuan.
    fn yuan(&self) -> bool {
        self.currency != "JPY" || self.labels.iter().any(|label| label::is_chinese(&label.text))
    }
}

fn first_use(ground: &Ground, at: usize, yuan: bool) -> Use {
    let Some(target) = ground.targets.get(at).copied().flatten() else { return Use::Kept };
    match target {
        "-" => Use::Ignored,
        "id" => Use::Id,
        "external_id" => Use::ExternalId,
        "account" => Use::Link("account", By::Name),
        "account.id" => Use::Link("account", By::ExternalId),
        "account.domain" => Use::Link("account", By::Domain),
        "person" => Use::Link("person", By::Name),
        "person.mail" => Use::Link("person", By::Mail),
        "person.id" => Use::Link("person", By::ExternalId),
        "parent" => Use::Link("parent", By::Name),
        "reports_to" => Use::Link("reports_to", By::Name),
        "first_name" => Use::First,
        "last_name" => Use::Last,
        "website" => Use::Website,
        "closed_on" | "won_on" | "lost_on" => Use::Date(target, Order::Year),
        "stage" => Use::Stage,
        "status" => Use::Status,
        _ => account_use(ground, target).unwrap_or_else(|| plain_use(ground, at, target, yuan)),
    }
}

/// In an account's row, what belongs to the person named there.
fn account_use(ground: &Ground, target: &'static str) -> Option<Use> {
    if ground.noun != Noun::Account {
        return None;
    }
    let has = |name: &str| ground.targets.contains(&Some(name));
    match (target, has("person.name")) {
        ("person.name", _) => Some(Use::Person("name")),
        ("person.title", true) => Some(Use::Person("title")),
        ("person.chat_id", true) => Some(Use::Person("chat_id")),
        ("mobile" | "phone" | "email", true) => Some(Use::Person(target)),
        ("mobile", false) if !has("phone") => Some(Use::Line("phone")),
        _ => None,
    }
}

fn plain_use(ground: &Ground, at: usize, target: &'static str, yuan: bool) -> Use {
    let unit = || {
        let label = ground.labels.get(at).map_or("", |label| &label.text);
        let bracket = label::bracket(label).or_else(|| label.contains("万元").then(|| "万元".to_owned()));
        bracket.and_then(|text| number::unit(&text, yuan)).unwrap_or((0, None))
    };
    match field::kind(ground.noun, target) {
        Some(Kind::Line | Kind::Month | Kind::Recur) => Use::Line(target),
        Some(Kind::Note) => Use::Note(target),
        Some(Kind::Int(low, high)) => Use::Int(target, low, high),
        Some(Kind::Percent) => Use::Percent(target, false),
        Some(Kind::Money) => Use::Money(target, unit().0, unit().1),
        Some(Kind::Currency) => Use::Currency,
        Some(Kind::Date) => Use::Date(target, Order::Year),
        Some(Kind::Choice(_, codes)) => Use::Choice(target, codes),
        Some(
            Kind::Set(..)
            | Kind::Link(_)
            | Kind::Links(_)
            | Kind::Moment
            | Kind::Hours
            | Kind::Flag
            | Kind::Extra,
        )
        | None => Use::Kept,
    }
}
