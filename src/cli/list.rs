//! Lists: whole as JSON, one record after another; as text in columns.

use std::io::Write;

use super::json::Object;
use super::page::Page;
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use super::{deal, json, words};
use crate::action::terms;
use crate::domain::choice::Choice;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;
use crate::domain::stage::{Stage, Status};
use crate::domain::value::Kind;
use crate::lang::{choice, cli, field, flag, hint, noun};
use crate::store::deals::{DealRow, Order, Selection, Window};
use crate::store::query::Term;

/// `NOUN list`.
pub fn list(session: &Session, page: &mut Page, what: Noun, said: &[String]) -> Result<(), Trouble> {
    match what {
        Noun::Opp => deals(session, page, said),
        Noun::Todo => super::todo::list(session, page, said),
        _ => for_noun!(what, R => records::<R>(session, page, said)),
    }
}

/// The terms of a list of any noun but deals: open to-dos where nothing else is said, all of anything else.
pub fn terms_of<R: Record>(session: &Session, said: &[String]) -> Result<Vec<Term>, Trouble> {
    if R::NOUN == Noun::Todo {
        return Ok(terms::todos(session.store, &session.desk, said)?.whole());
    }
    Ok(terms::terms::<R>(session.store, &session.desk, said)?)
}

/// Writes an array, one item after another.
pub struct Array<'a, 'b> {
    page: &'a mut Page<'b>,
    is_begun: bool,
    line: Vec<u8>,
}

impl<'a, 'b> Array<'a, 'b> {
    /// Begins an array.
    pub fn begin(page: &'a mut Page<'b>) -> Result<Self, Trouble> {
        page.raw("[")?;
        Ok(Self { page, is_begun: false, line: Vec::new() })
    }

    /// Writes the next item.
    pub fn item(&mut self, item: &Object) -> Result<(), Trouble> {
        self.line.clear();
        if std::mem::replace(&mut self.is_begun, true) {
            self.line.extend_from_slice(b",\n");
        }
        item.write(&mut self.line)?;
        Ok(self.page.write_all(&self.line)?)
    }

    /// Ends the array.
    pub fn end(self) -> Result<(), Trouble> {
        self.page.raw("]\n")
    }
}

fn records<R: Record>(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    if session.json {
        return records_json::<R>(session, page, said);
    }
    let terms = terms::terms::<R>(session.store, &session.desk, said)?;
    met::<R>(session, page, &terms, said)
}

/// The records that meet the terms, as text.
pub fn met<R: Record>(
    session: &Session,
    page: &mut Page,
    terms: &[Term],
    said: &[String],
) -> Result<(), Trouble> {
    let lang = session.lang();
    let keys = R::TRAITS.columns;
    let mut heads = vec![(cli::NUMBER.text(lang), Lie::Right)];
    heads.extend(keys.iter().map(|key| (field::label(lang, R::NOUN.code(), key), lie::<R>(key))));
    let mut table = Table::new(&heads);
    let mut count = 0;
    session.store.each::<R, Trouble>(terms, |plain| {
        let record: R = plain.record()?;
        let mut row = vec![record.head().no.to_string()];
        for key in keys {
            row.push(words::field(session, &record, key)?);
        }
        count += 1;
        table.row(row);
        Ok(())
    })?;
    finish(session, page, R::NOUN, said, &table, count)
}

/// Any noun but deals as a JSON array.
pub fn array(session: &Session, page: &mut Page, what: Noun, said: &[String]) -> Result<(), Trouble> {
    for_noun!(what, R => records_json::<R>(session, page, said))
}

fn records_json<R: Record>(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let terms = terms::terms::<R>(session.store, &session.desk, said)?;
    let mut array = Array::begin(page)?;
    session.store.each::<R, Trouble>(&terms, |plain| array.item(&json::whole::<R>(session, plain)?))?;
    array.end()
}

fn lie<R: Record>(key: &str) -> Lie {
    match R::field(key).map(|field| field.kind) {
        Some(Kind::Int(..) | Kind::Percent | Kind::Money | Kind::Hours) => Lie::Right,
        Some(Kind::Line | Kind::Note | Kind::Link(_) | Kind::Links(_)) => Lie::Cut,
        _ => Lie::Left,
    }
}

fn finish(
    session: &Session,
    page: &mut Page,
    what: Noun,
    said: &[String],
    table: &Table,
    count: usize,
) -> Result<(), Trouble> {
    let lang = session.lang();
    if count > 0 {
        table.print(page)?;
        return page.line(&cli::COUNT.fill(lang, &[&count]));
    }
    let name = noun::name(lang, what.code());
    if what == Noun::Opp && session.store.count_deals(&Selection::default())? > 0 {
        return page.line(cli::NO_MATCH_DEALS.text(lang));
    }
    let first = match what {
        Noun::Opp | Noun::Todo => "title=…",
        Noun::Role => "opportunity=… person=…",
        Noun::Influence => "opportunity=… from=… to=…",
        Noun::Decision | Noun::Factor => "opportunity=… name=…",
        Noun::Fit => "opportunity=… factor=… fit=…",
        Noun::Rival => "opportunity=… competitor=…",
        Noun::Visit => "account=… what=… when=…",
        Noun::Review => "ritual=…",
        Noun::Cost => "opportunity=… hours=… amount=…",
        Noun::Account | Noun::Person | Noun::Competitor | Noun::Rep => "name=…",
        Noun::Answer => "opportunity=… question=…",
        Noun::Step => "opportunity=…",
    };
    if said.is_empty() || what == Noun::Opp {
        page.line(&cli::EMPTY_LIST.fill(lang, &[&name, &what.code(), &first]))
    } else {
        page.line(&cli::NO_MATCH.fill(lang, &[&name, &what.code()]))
    }
}

fn deals(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let selection = terms::deals(session.store, &session.desk, said)?.selection(Order::default());
    if session.json {
        let mut array = Array::begin(page)?;
        session.store.each_deal::<Trouble>(&selection, |entry| array.item(&deal::listed(session, entry)?))?;
        return array.end();
    }
    let rows = session.store.deals(&selection, &Window::First, i64::MAX)?;
    let table = deal_table(session, &rows);
    finish(session, page, Noun::Opp, said, &table, rows.len())
}

/// Deals in columns.
pub fn deal_table(session: &Session, rows: &[DealRow]) -> Table {
    let lang = session.lang();
    let label = |key| field::label(lang, Noun::Opp.code(), key);
    let mut table = Table::new(&[
        (cli::NUMBER.text(lang), Lie::Right),
        (label("title"), Lie::Cut),
        (label("account"), Lie::Cut),
        (label("stage"), Lie::Left),
        (label("amount"), Lie::Right),
        (label("close_on"), Lie::Left),
        (cli::PROBABILITY.text(lang), Lie::Right),
        (cli::FLAGS.text(lang), Lie::Cut),
        (cli::NEXT.text(lang), Lie::Cut),
        (label("owner"), Lie::Cut),
    ]);
    for row in rows {
        let place = if row.status == Status::Open {
            choice::label(lang, Stage::LIST, row.stage.code())
        } else {
            choice::label(lang, Status::LIST, row.status.code())
        };
        let next =
            [row.next_on.clone(), row.next_step.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        table.row([
            row.place.no.to_string(),
            row.title.clone(),
            row.account.clone().unwrap_or_default(),
            place.to_owned(),
            words::short(lang, row.amount, &row.currency),
            row.close_on.clone().unwrap_or_default(),
            row.p_calc.map_or_else(|| "–".to_owned(), |percent| percent.to_string()),
            flags(session, &row.flags),
            next,
            row.owner.clone().unwrap_or_default(),
        ]);
    }
    table
}

/// The labels of flags by their codes.
pub fn flags(session: &Session, codes: &[String]) -> String {
    let label = |code: &String| {
        let known = crate::domain::flag::Alarm::from_code(code);
        known.map_or_else(|| code.clone(), |alarm| flag::label(session.lang(), alarm.code()).to_owned())
    };
    codes.iter().map(label).collect::<Vec<_>>().join(hint::between(session.lang()))
}
