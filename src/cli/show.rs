//! One record with what hangs on it.

use serde_json::Value as Json;
use unicode_width::UnicodeWidthStr;

use super::json::{self, Object};
use super::page::{Page, Style};
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use super::wrap::wrap;
use super::{compete, deal, path, sheet, timeline, words};
use crate::action::resolve;
use crate::domain::account::Account;
use crate::domain::choice::Choice;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Person, Role};
use crate::domain::record::Record;
use crate::domain::stage::Status;
use crate::domain::timeline::Of;
use crate::domain::value::Value;
use crate::lang::{choice, cli, field, noun};

/// The longest list of an account's deals that a sheet shows.
const DEALS: i64 = 1000;

/// A long text keeps at least this many cells beside its label.
const LEAST: usize = 20;

/// `NOUN show`.
pub fn show(session: &Session, page: &mut Page, what: Noun, which: &str) -> Result<(), Trouble> {
    match what {
        Noun::Opp => {
            let found: Opportunity = resolve::record(session.store, which)?;
            if session.json {
                page.json(&whole_deal(session, &found)?)
            } else {
                sheet::deal(session, page, &found)
            }
        }
        Noun::Account => account(session, page, &resolve::record(session.store, which)?),
        Noun::Person => person(session, page, &resolve::record(session.store, which)?),
        _ => for_noun!(what, R => plain::<R>(session, page, &resolve::record::<R>(session.store, which)?)),
    }
}

/// `opp gate`.
pub fn gate(session: &Session, page: &mut Page, which: &str) -> Result<(), Trouble> {
    sheet::gate_sheet(session, page, &resolve::record(session.store, which)?)
}

/// A record as a change leaves it.
pub fn after(session: &Session, what: Noun, no: i64) -> Result<Object, Trouble> {
    if what == Noun::Opp {
        let found: Opportunity = resolve::record(session.store, &no.to_string())?;
        return Ok(deal::single(session, &found)?.0);
    }
    for_noun!(what, R => json::record::<R>(session, &resolve::record(session.store, &no.to_string())?))
}

/// A deal with all that hangs on it.
pub fn whole_deal(session: &Session, found: &Opportunity) -> Result<Object, Trouble> {
    let (mut object, judged) = deal::single(session, found)?;
    for (key, value) in deal::gates(session, found, &judged)?.0 {
        if key != "p_calc" && key != "flags" {
            object.push(key, value);
        }
    }
    let steps = session.store.steps(found.head.id)?;
    object.push("steps", every(&steps, |step| json::record(session, step))?);
    let people = session.store.people_of(found.head.id)?;
    object.push("people", every(&people, |(role, person)| seat(session, role, person))?);
    let costs = session.store.costs(found.head.id)?;
    object.push("costs", every(&costs, |cost| json::record(session, cost))?);
    object.push("burden", deal::burden(&judged, &found.currency));
    compete::push(session, found, &mut object)?;
    let lines = session.store.influences(found.head.id)?;
    object.push("influences", every(&lines, |line| json::record(session, line))?);
    let decisions = session.store.decisions(found.head.id)?;
    object.push("decisions", every(&decisions, |step| json::record(session, step))?);
    for (key, value) in path::object(session, found)?.0 {
        object.push(key, value);
    }
    timeline::push(session, Of::Deal(found.head.id), &mut object)?;
    Ok(object)
}

/// A list of objects.
pub fn every<T>(items: &[T], make: impl Fn(&T) -> Result<Object, Trouble>) -> Result<Json, Trouble> {
    Ok(Json::Array(items.iter().map(|item| make(item).map(Json::from)).collect::<Result<_, _>>()?))
}

fn seat(session: &Session, role: &Role, person: &Person) -> Result<Object, Trouble> {
    let mut object = json::record(session, role)?;
    object.push("title", person.title.clone());
    object.push("dept", person.dept.clone());
    object.push("left_on", person.left_on.map(|day| day.to_string()));
    Ok(object)
}

fn account(session: &Session, page: &mut Page, found: &Account) -> Result<(), Trouble> {
    let people = session.store.people(found.head.id)?;
    let deals = session.store.deals_of(found.head.id, DEALS)?;
    let open: Vec<&Opportunity> = deals.iter().filter(|deal| deal.status == Status::Open).collect();
    if session.json {
        let mut object = json::record(session, found)?;
        object.push("people", every(&people, |person| json::record(session, person))?);
        object.push("opps", every(&open, |deal| Ok(deal::single(session, deal)?.0))?);
        timeline::push(session, Of::Account(found.head.id), &mut object)?;
        return page.json(&object);
    }
    let lang = session.lang();
    lines(session, page, found)?;
    if !people.is_empty() {
        page.line("")?;
        page.styled(Style::Head, cli::PEOPLE.text(lang))?;
        sheet::people(session, &people).print(page)?;
    }
    if !open.is_empty() {
        page.line("")?;
        page.styled(Style::Head, cli::OPEN_DEALS.text(lang))?;
        sheet::deals(session, &open).print(page)?;
    }
    timeline::lines(session, page, Of::Account(found.head.id))
}

fn person(session: &Session, page: &mut Page, found: &Person) -> Result<(), Trouble> {
    let id = Value::Text(found.head.id.to_string());
    let roles: Vec<Role> = session.store.having("person", &id)?;
    if session.json {
        let mut object = json::record(session, found)?;
        object.push("roles", every(&roles, |role| json::record(session, role))?);
        timeline::push(session, Of::Person(found.head.id), &mut object)?;
        return page.json(&object);
    }
    lines(session, page, found)?;
    if !roles.is_empty() {
        page.line("")?;
        page.styled(Style::Head, cli::ROLES.text(session.lang()))?;
        for role in &roles {
            let deal = session.sheet(Noun::Opp, role.opportunity)?.unwrap_or_default();
            page.line(&format!("{:>4}  {}  {}", deal.no, deal.name, marks(session, role)))?;
        }
    }
    timeline::lines(session, page, Of::Person(found.head.id))
}

fn plain<R: Record>(session: &Session, page: &mut Page, found: &R) -> Result<(), Trouble> {
    if session.json { page.json(&json::record(session, found)?) } else { lines(session, page, found) }
}

/// What a person is in a deal, in words.
pub fn marks(session: &Session, role: &Role) -> String {
    let lang = session.lang();
    let cells = [
        role.buying_role.map(|one| choice::label(lang, "buying_role", one.code())),
        role.adaptability.map(|one| choice::label(lang, "adaptability", one.code())),
        role.support.map(|one| choice::label(lang, "support", one.code())),
        role.coverage.map(|one| choice::label(lang, "coverage", one.code())),
        role.political_status.map(|one| choice::label(lang, "political_status", one.code())),
    ];
    cells.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A record's head and every field that holds something, one a line.
pub fn lines<R: Record>(session: &Session, page: &mut Page, record: &R) -> Result<(), Trouble> {
    let lang = session.lang();
    let head = record.head();
    let gone = if head.gone { format!(" ({})", cli::REMOVED_MARK.text(lang)) } else { String::new() };
    let name = session.sheet(R::NOUN, head.id)?.map(|sheet| sheet.name).filter(|name| !name.is_empty());
    let name = name.map(|name| format!(" · {name}")).unwrap_or_default();
    page.styled(Style::Head, &format!("{} {}{name}{gone}", noun::name(lang, R::NOUN.code()), head.no))?;
    facts(session, page, record, &["name", "title"])?;
    stamps(session, page, record)
}

/// The fields that hold something, but those that were shown already.
pub fn facts<R: Record>(
    session: &Session,
    page: &mut Page,
    record: &R,
    shown: &[&str],
) -> Result<(), Trouble> {
    let lang = session.lang();
    let mut pairs = Vec::new();
    for one in R::FIELDS.iter().filter(|one| !shown.contains(&one.key) || R::NOUN == Noun::Person) {
        let text = words::field(session, record, one.key)?;
        let is_name = one.key == "name" && resolve::name(record) == text;
        if !text.is_empty() && !is_name {
            pairs.push((field::label(lang, R::NOUN.code(), one.key), text));
        }
    }
    // Two cells before the label, two behind it; a long text goes on below where it began.
    let widest = pairs.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    let room = page.width.map(|width| width.saturating_sub(widest + 4).max(LEAST));
    let mut table = Table::new(&[("", Lie::Left), ("", Lie::Left)]);
    for (label, text) in pairs {
        for (at, line) in wrap(&text, room).into_iter().enumerate() {
            table.row([if at == 0 { format!("  {label}") } else { String::new() }, line]);
        }
    }
    table.print(page)
}

/// When a record was made and last changed, and its id.
pub fn stamps<R: Record>(session: &Session, page: &mut Page, record: &R) -> Result<(), Trouble> {
    let lang = session.lang();
    let head = record.head();
    let day = |text: Option<String>| {
        text.unwrap_or_default().chars().take(16).collect::<String>().replace('T', " ")
    };
    let (born, touched) = (day(session.moment(head.born)?), day(session.moment(head.touched)?));
    let line =
        format!("{} {born} · {} {touched} · {}", cli::CREATED.text(lang), cli::UPDATED.text(lang), head.id);
    page.styled(Style::Faint, &line)
}
