//! `NOUN list --format F --out FILE`: a list as JSON or CSV for programs, as a spreadsheet or Markdown for people.

use super::brief::{Block, write};
use super::grid::{Cell, Grid};
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use super::{export, json, list, paper, spreadsheet, words};
use crate::action::grammar::ListArgs;
use crate::action::terms;
use crate::domain::choice::Choice;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::opportunity::{Category, Opportunity};
use crate::domain::record::Record;
use crate::domain::stage::{Stage, Status};
use crate::domain::value::{Kind, Value};
use crate::lang::{choice, cli, field, forecast, noun, plan, report as word};
use crate::store::deals::{DealRow, Order, Window};

/// What a list is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Json,
    Csv,
    Xlsx,
    Markdown,
}

const FORMS: [(&str, Form); 5] = [
    ("text", Form::Text),
    ("json", Form::Json),
    ("csv", Form::Csv),
    ("xlsx", Form::Xlsx),
    ("md", Form::Markdown),
];

/// `NOUN list`; a file's name tells its form where nothing else does.
pub fn list(session: &mut Session, page: &mut Page, what: Noun, asked: &ListArgs) -> Result<(), Trouble> {
    let lang = session.lang();
    let named = asked.format.clone().or_else(|| paper::form(asked.out.as_deref()));
    let usual = if session.json { Form::Json } else { Form::Text };
    let form = match &named {
        None => usual,
        Some(named) => {
            let known = FORMS.iter().find(|(code, _)| code == named).map(|(_, form)| *form);
            let title = format!("{} list", what.code());
            let hint = word::FORMS.fill(lang, &[&FORMS.map(|(code, _)| code).join("|")]);
            let message = word::TAKES_NOT.fill(lang, &[&title, &format!("“{named}”")]);
            known.ok_or_else(|| Trouble::usage(message, Some(hint)))?
        }
    };
    if form == Form::Xlsx && asked.out.is_none() {
        return Err(Trouble::fixed("usage", lang, plan::NEEDS_FILE, plan::NEEDS_FILE_HINT));
    }
    paper::out(session, page, asked.out.as_deref(), |session, page| {
        session.json = form == Form::Json;
        match form {
            Form::Text | Form::Json => list::list(session, page, what, &asked.terms),
            Form::Csv => csv(session, page, what, &asked.terms),
            Form::Xlsx => spreadsheet::grids(lang, page, &[grid(session, what, &asked.terms)?]),
            Form::Markdown => {
                let grid = grid(session, what, &asked.terms)?;
                write::markdown(page, &[Block::Title(grid.by.clone()), grid.block(lang)])
            }
        }
    })
}

/// All fields by their keys, as an export writes them.
fn csv(session: &Session, page: &mut Page, what: Noun, said: &[String]) -> Result<(), Trouble> {
    if what == Noun::Opp {
        let terms = terms::deals(session.store, &session.desk, said)?.selection(Order::default()).whole();
        return export::csv::<Opportunity>(session, page, &terms, true);
    }
    for_noun!(what, R => export::csv::<R>(session, page, &list::terms_of::<R>(session, said)?, true))
}

/// The list as people read it, its numbers as numbers.
fn grid(session: &Session, what: Noun, said: &[String]) -> Result<Grid, Trouble> {
    if what == Noun::Opp {
        return deals(session, said);
    }
    for_noun!(what, R => records::<R>(session, said))
}

fn records<R: Record>(session: &Session, said: &[String]) -> Result<Grid, Trouble> {
    let (lang, keys) = (session.lang(), R::TRAITS.columns);
    let mut heads = vec![cli::NUMBER.text(lang).to_owned()];
    heads.extend(keys.iter().map(|key| field::label(lang, R::NOUN.code(), key).to_owned()));
    let mut rows = Vec::new();
    session.store.each::<R, Trouble>(&list::terms_of::<R>(session, said)?, |plain| {
        let record: R = plain.record()?;
        let mut row = vec![Cell::Count(record.head().no)];
        for key in keys {
            row.push(cell(session, &record, key)?);
        }
        rows.push(row);
        Ok(())
    })?;
    Ok(Grid { by: noun::name(lang, R::NOUN.code()).to_owned(), heads, rows })
}

fn cell<R: Record>(session: &Session, record: &R, key: &str) -> Result<Cell, Trouble> {
    let found = R::field(key).map(|field| (field.kind, (field.get)(record)));
    Ok(match found {
        Some((Kind::Int(..), Value::Int(number))) => Cell::Count(number),
        Some((Kind::Percent, Value::Int(number))) => Cell::Percent(Some(number)),
        Some((Kind::Money, Value::Int(minor))) => Cell::Money(Some(minor), json::currency(session, record)),
        _ => Cell::Text(words::printed(session, record, key)?),
    })
}

fn deals(session: &Session, said: &[String]) -> Result<Grid, Trouble> {
    let lang = session.lang();
    let label = |key| field::label(lang, Noun::Opp.code(), key).to_owned();
    let selection = terms::deals(session.store, &session.desk, said)?.selection(Order::default());
    let rows = session.store.deals(&selection, &Window::First, i64::MAX)?;
    let heads = vec![
        cli::NUMBER.text(lang).to_owned(),
        label("title"),
        label("account"),
        label("stage"),
        label("amount"),
        forecast::CURRENCY.text(lang).to_owned(),
        label("close_on"),
        cli::PROBABILITY.text(lang).to_owned(),
        label("p_rep"),
        label("category"),
        cli::FLAGS.text(lang).to_owned(),
        label("next_step"),
        label("next_on"),
        label("owner"),
    ];
    let by = noun::name(lang, Noun::Opp.code()).to_owned();
    Ok(Grid { by, heads, rows: rows.iter().map(|row| deal(session, row)).collect() })
}

fn deal(session: &Session, row: &DealRow) -> Vec<Cell> {
    let lang = session.lang();
    let text = |text: &Option<String>| Cell::Text(text.clone().unwrap_or_default());
    let place = if row.status == Status::Open {
        choice::label(lang, Stage::LIST, row.stage.code())
    } else {
        choice::label(lang, Status::LIST, row.status.code())
    };
    let category = row.category.as_deref().and_then(Category::from_code);
    let category = category.map(|one| choice::label(lang, Category::LIST, one.code()).to_owned());
    vec![
        Cell::Count(row.place.no),
        Cell::Text(row.title.clone()),
        text(&row.account),
        Cell::Text(place.to_owned()),
        Cell::Money(row.amount, row.currency.clone()),
        Cell::Text(row.currency.clone()),
        text(&row.close_on),
        Cell::Percent(row.p_calc),
        Cell::Percent(row.p_rep),
        text(&category),
        Cell::Text(list::flags(session, &row.flags)),
        text(&row.next_step),
        text(&row.next_on),
        text(&row.owner),
    ]
}
