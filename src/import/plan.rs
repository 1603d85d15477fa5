//! What is done with the cells of each column, decided over the whole column before any row is read.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::noun::Noun;
use crate::domain::value::Kind;

use super::cell;
use super::date::{Order, Votes};
use super::header::Label;
use super::number::{self, Mark};
use super::reading::By;
use super::table::Row;
use super::{field, label};

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
    pub currency: String,
    pub source: String,
    /// The order of its dates and whether it is sure; nothing without dates.
    pub dates: Option<(Order, bool)>,
    /// The decimal mark and whether it is sure; nothing without money.
    pub numbers: Option<(Mark, bool)>,
}

/// What a plan is made from.
pub(super) struct Ground<'a> {
    pub noun: Noun,
    pub labels: Vec<Label>,
    pub targets: Vec<Option<&'static str>>,
    pub body: &'a [Row<'a>],
    pub semicolons: bool,
    pub today: NaiveDate,
    pub currency: String,
    pub source: String,
}

impl Plan {
    pub fn new(ground: Ground<'_>) -> Self {
        let yuan =
            ground.currency != "JPY" || ground.labels.iter().any(|label| label::is_chinese(&label.text));
        let mut uses: Vec<Use> = (0..ground.labels.len()).map(|at| first_use(&ground, at, yuan)).collect();
        let money = |at: usize| matches!(uses.get(at), Some(Use::Money(..)));
        let amounts = ground.body.iter().flat_map(|row| row.cells.iter().enumerate());
        let amounts = amounts.filter(|(at, cell)| money(*at) && !cell::is_void(cell)).map(|(_, cell)| cell);
        let has_money = uses.iter().any(|one| matches!(one, Use::Money(..)));
        let (mark, sure) = number::mark(amounts, ground.semicolons);
        let dates = decide_dates(&mut uses, ground.body, mark == Mark::Comma);
        decide_percents(&mut uses, ground.body, mark);
        decide_links(&mut uses, ground.body);
        Self {
            noun: ground.noun,
            labels: ground.labels,
            uses,
            mark,
            yuan,
            today: ground.today,
            currency: ground.currency,
            source: ground.source,
            dates,
            numbers: has_money.then_some((mark, sure)),
        }
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

fn first_use(ground: &Ground<'_>, at: usize, yuan: bool) -> Use {
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
fn account_use(ground: &Ground<'_>, target: &'static str) -> Option<Use> {
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

fn plain_use(ground: &Ground<'_>, at: usize, target: &'static str, yuan: bool) -> Use {
    let unit = || {
        let label = ground.labels.get(at).map_or("", |label| &label.text);
        let bracket = label::bracket(label).or_else(|| label.contains("万元").then(|| "万元".to_owned()));
        bracket.and_then(|text| number::unit(&text, yuan)).unwrap_or((0, None))
    };
    match field::kind(ground.noun, target) {
        Some(Kind::Line | Kind::Month) => Use::Line(target),
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

fn cells<'a>(body: &'a [Row], at: usize) -> impl Iterator<Item = &'a str> {
    body.iter().filter_map(move |row| row.cells.get(at)).filter(|cell| !cell::is_void(cell))
}

/// Each column's order by its own cells; a column that leaves it open follows the others.
fn decide_dates(uses: &mut [Use], body: &[Row], continental: bool) -> Option<(Order, bool)> {
    let mut all = Votes::default();
    let mut each = Vec::new();
    for (at, one) in uses.iter().enumerate() {
        if let Use::Date(..) = one {
            let mut votes = Votes::default();
            cells(body, at).for_each(|cell| votes.add(cell));
            all = all.and(votes);
            each.push((at, votes));
        }
    }
    for (at, votes) in &each {
        let told = votes.day + votes.month > 0;
        let (order, _) = if told { votes.order(continental) } else { all.order(continental) };
        if let Some(Use::Date(_, slot)) = uses.get_mut(*at) {
            *slot = order;
        }
    }
    let any = all.day + all.month + all.open + all.sure > 0;
    any.then(|| all.order(continental))
}

/// A column of nothing but broken numbers up to one, without a percent sign, holds fractions.
fn decide_percents(uses: &mut [Use], body: &[Row], mark: Mark) {
    for (at, one) in uses.iter_mut().enumerate() {
        if let Use::Percent(_, fraction) = one {
            let numbers = || cells(body, at).filter_map(|cell| cell::percent(cell, mark));
            let small = |value: number::Decimal| {
                value.raised(2).and_then(number::Decimal::rounded).is_some_and(|n| n <= 100)
            };
            let signed = cells(body, at).any(|cell| cell.contains(['%', '％']));
            *fraction = !signed && numbers().all(small) && numbers().any(number::Decimal::is_broken);
        }
    }
}

/// An account column of single letters or bare numbers holds ids, not names.
fn decide_links(uses: &mut [Use], body: &[Row]) {
    for (at, one) in uses.iter_mut().enumerate() {
        if let Use::Link(_, by @ By::Name) = one {
            let code = |cell: &str| {
                let cell = cell.trim();
                let letter = cell.len() == 1 && cell.bytes().all(|byte| byte.is_ascii_alphanumeric());
                letter || (!cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()))
            };
            if cells(body, at).next().is_some() && cells(body, at).all(code) {
                *by = By::ExternalId;
            }
        }
    }
}
