//! Export: every field of every record, as JSON or as CSV that no spreadsheet runs as a formula; people as cards.

use super::list::{self, Array};
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use super::{deal, ics, json, taskwarrior, todotxt, vcard};
use crate::action::nearest::Nearest;
use crate::action::terms;
use crate::domain::clean::clean_kept;
use crate::domain::formula::guarded;
use crate::domain::hours;
use crate::domain::id::Id;
use crate::domain::money;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::lang::{cli, noun};
use crate::store::deals::{Order, Selection};
use crate::store::query::Term;
use crate::store::stream::Plain;

/// How an export is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// CSV whose cells begin with an apostrophe where they could run.
    Guarded,
    /// CSV as it is.
    Raw,
    /// One JSON array.
    Json,
    /// Contact cards.
    Cards,
    /// A calendar.
    Calendar,
    /// A to-do list, one line each.
    TodoTxt,
    /// A to-do list as Taskwarrior takes it.
    Taskwarrior,
}

/// `export NOUN [TERM …]`.
pub fn export(
    session: &Session,
    page: &mut Page,
    what: &str,
    said: &[String],
    form: Form,
) -> Result<(), Trouble> {
    let lang = session.lang();
    let Some(what) = Noun::from_code(what) else {
        let names = |noun: Noun| {
            let (code, label) = (noun.code(), noun::name(lang, noun.code()));
            (code.to_owned(), vec![code, label])
        };
        let nouns = Nearest::of(what, Noun::ALL.map(names));
        let message = cli::NO_NOUN.fill(lang, &[&what]);
        let hint = nouns.hint(lang, &cli::ONE_OF.fill(lang, &[&nouns.all.join(", ")]));
        return Err(Trouble::usage(message, Some(hint)));
    };
    match (form, what) {
        (Form::Json, _) => return whole(session, page, what, said),
        (Form::Cards, _) => return cards(session, page, what, said),
        (Form::Calendar, Noun::Visit) => return ics::events(session, page, said),
        (Form::Calendar, Noun::Todo) => return ics::tasks(session, page, said),
        (Form::TodoTxt, Noun::Todo) => return todotxt::list(session, page, said),
        (Form::Taskwarrior, Noun::Todo) => return taskwarrior::array(session, page, said),
        (Form::Calendar | Form::TodoTxt | Form::Taskwarrior, _) => {
            let is_calendar = form == Form::Calendar;
            let hint = if is_calendar { cli::CALENDAR_HINT } else { cli::LIST_HINT };
            let message = if is_calendar { cli::CALENDAR_IS_DATED } else { cli::LIST_IS_TODOS };
            return Err(Trouble::usage(message.text(lang).to_owned(), Some(hint.text(lang).to_owned())));
        }
        (Form::Guarded | Form::Raw, _) => {}
    }
    let is_guarded = form == Form::Guarded;
    if what == Noun::Opp {
        return csv::<Opportunity>(session, page, &selection(session, said)?.whole(), is_guarded);
    }
    for_noun!(what, R => {
        csv::<R>(session, page, &terms::terms::<R>(session.store, &session.desk, said)?, is_guarded)
    })
}

/// The terms of an export; unlike a list, deals of every status are meant where nothing is said.
fn selection(session: &Session, said: &[String]) -> Result<Selection, Trouble> {
    Ok(terms::all_deals(session.store, &session.desk, said)?.selection(Order::Close))
}

fn whole(session: &Session, page: &mut Page, what: Noun, said: &[String]) -> Result<(), Trouble> {
    if what != Noun::Opp {
        return list::array(session, page, what, said);
    }
    let mut array = Array::begin(page)?;
    let selection = selection(session, said)?;
    session.store.each_deal::<Trouble>(&selection, |entry| array.item(&deal::listed(session, entry)?))?;
    array.end()
}

/// The records that meet the terms, all their fields by their keys.
pub fn csv<R: Record>(
    session: &Session,
    page: &mut Page,
    terms: &[Term],
    guard: bool,
) -> Result<(), Trouble> {
    let mut writer = ::csv::Writer::from_writer(page);
    let head = ["no", "id"].into_iter().chain(R::FIELDS.iter().map(|field| field.key));
    writer.write_record(head).map_err(spoiled)?;
    session.store.each::<R, Trouble>(terms, |plain| {
        let cells = cells::<R>(session, plain)?;
        let cells = cells.into_iter().map(|cell| clean_kept(&cell).into_owned());
        let guarded = cells.into_iter().map(|cell| if guard { guarded(cell) } else { cell });
        writer.write_record(guarded).map_err(spoiled)
    })?;
    Ok(writer.flush()?)
}

/// People as contact cards.
fn cards(session: &Session, page: &mut Page, what: Noun, said: &[String]) -> Result<(), Trouble> {
    let lang = session.lang();
    if what != Noun::Person {
        let hint = cli::CARDS_HINT.text(lang).to_owned();
        return Err(Trouble::usage(cli::CARDS_ARE_PEOPLE.text(lang).to_owned(), Some(hint)));
    }
    let terms = terms::terms::<Person>(session.store, &session.desk, said)?;
    session.store.each::<Person, Trouble>(&terms, |plain| {
        let person: Person = plain.record()?;
        let account = person.account.map(|id| session.sheet(Noun::Account, id)).transpose()?.flatten();
        let manager = person.reports_to.map(|id| session.sheet(Noun::Person, id)).transpose()?.flatten();
        let manager = manager.as_ref().map(|sheet| (sheet.name.as_str(), sheet.id.to_string()));
        page.data(&vcard::card(&person, account.map(|sheet| sheet.name).as_deref(), manager))
    })
}

/// What went wrong with a table.
pub(super) fn spoiled(error: ::csv::Error) -> Trouble {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error.into(),
        other => std::io::Error::other(format!("{other:?}")).into(),
    }
}

fn cells<R: Record>(session: &Session, plain: Plain) -> Result<Vec<String>, Trouble> {
    let currency = json::currency_of::<R>(session, &plain);
    let mut cells = vec![plain.head.no.to_string(), plain.head.id.to_string()];
    for (field, value) in R::FIELDS.iter().zip(plain.values) {
        cells.push(match (field.kind, value) {
            (_, Value::Null) => String::new(),
            (Kind::Money, Value::Int(minor)) => money::major(minor, &currency),
            (Kind::Link(noun), Value::Text(id)) => match id.parse::<Id>() {
                Ok(id) => named(session, noun, id)?,
                Err(_) => id,
            },
            (Kind::Links(noun), Value::Text(ids)) => {
                let ids = ids.split(',').filter_map(|id| id.parse::<Id>().ok());
                ids.map(|id| named(session, noun, id)).collect::<Result<Vec<_>, _>>()?.join(", ")
            }
            (Kind::Hours, Value::Int(minutes)) => hours::show(minutes),
            (_, Value::Int(number)) => number.to_string(),
            (_, Value::Text(text)) => text,
        });
    }
    Ok(cells)
}

/// A link as a reader of another program can use it: the name, or the id of what has none.
fn named(session: &Session, noun: Noun, id: Id) -> Result<String, Trouble> {
    match noun {
        Noun::Account | Noun::Person | Noun::Opp | Noun::Rep => {
            Ok(session.sheet(noun, id)?.map_or_else(|| id.to_string(), |sheet| sheet.name))
        }
        _ => Ok(id.to_string()),
    }
}
