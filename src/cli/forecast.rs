//! `report forecast`: what open deals may bring, by month, category and currency, computed and by the reps' own odds
//! beside each other, with what one's own history says of the stages (P13, N6).

use serde_json::{Value as Json, json};

use super::brief::{Block, write};
use super::grid::{self, Cell, Grid};
use super::page::Page;
use super::session::Session;
use super::spreadsheet;
use super::trouble::Trouble;
use super::words;
use crate::domain::choice::Choice;
use crate::domain::history::{Record, history};
use crate::domain::money;
use crate::domain::opportunity::Category;
use crate::domain::stage::Stage;
use crate::lang::{Lang, Word, choice, forecast as word, odds};
use crate::store::forecast::{By, Forecast, Group, unqualified};
use crate::store::query::Term;

/// `report forecast [TERM…] [--format F]`.
pub fn report(
    session: &Session,
    page: &mut Page,
    format: Option<&str>,
    terms: &[Term],
) -> Result<(), Trouble> {
    let lang = session.lang();
    match format {
        Some("json") => page.json(&as_json(session, terms)?),
        None if session.json => page.json(&as_json(session, terms)?),
        Some("md") => write::markdown(page, &blocks(session, terms)?),
        Some("csv") => grid::csv(lang, page, &grids(session, terms)?),
        Some("xlsx") => {
            let mut grids = grids(session, terms)?;
            grids.push(past(lang, &records(session, terms)?));
            spreadsheet::grids(lang, page, &grids)
        }
        _ => write::text(page, &blocks(session, terms)?),
    }
}

fn records(session: &Session, terms: &[Term]) -> Result<Vec<Record>, Trouble> {
    let funnel = session.store.funnel(session.today(), terms)?;
    Ok(history(&funnel.stages, &session.store.rules))
}

/// By month and by category, each with its totals below.
fn grids(session: &Session, terms: &[Term]) -> Result<Vec<Grid>, Trouble> {
    let lang = session.lang();
    let totals = session.store.forecast(By::All, terms)?;
    let groups = [(By::Ahead(session.today()), word::MONTH), (By::Category, word::CATEGORY)];
    let grid = |(by, name): (By, Word)| {
        let lines = session.store.forecast(by, terms)?;
        let words = [name, word::CURRENCY, word::DEALS, word::AMOUNT, word::COMPUTED, word::OWN, word::RATED];
        Ok(Grid {
            by: name.text(lang).to_owned(),
            heads: words.map(|head| head.text(lang).to_owned()).to_vec(),
            rows: lines.iter().chain(&totals).map(|line| cells(lang, line)).collect(),
        })
    };
    groups.into_iter().map(grid).collect()
}

fn blocks(session: &Session, terms: &[Term]) -> Result<Vec<Block>, Trouble> {
    let lang = session.lang();
    let mut blocks = vec![Block::Title(word::TITLE.fill(lang, &[&session.today()]))];
    let grids = grids(session, terms)?;
    if grids.iter().all(|grid| grid.rows.is_empty()) {
        blocks.push(Block::Line(word::NONE.text(lang).to_owned()));
    }
    for grid in grids.iter().filter(|grid| !grid.rows.is_empty()) {
        blocks.push(Block::Head(word::BY.fill(lang, &[&grid.by])));
        blocks.push(grid.block(lang));
    }
    let (count, sums) = unqualified(&session.store.forecast(By::All, terms)?);
    if count > 0 {
        let sums = words::sums(lang, sums.iter().map(|(code, sum)| (code.as_str(), *sum)));
        blocks.push(Block::Head(word::UNQUALIFIED.text(lang).to_owned()));
        blocks.push(Block::Line(odds::weighed(lang, count, &sums)));
    }
    let records = records(session, terms)?;
    blocks.push(Block::Head(word::HISTORY.text(lang).to_owned()));
    if records.iter().any(|record| record.on.is_some()) {
        blocks.push(past(lang, &records).block(lang));
    } else {
        blocks.push(Block::Line(word::TOO_FEW.fill(lang, &[&session.store.rules.limit.history])));
    }
    Ok(blocks)
}

/// What a line of a forecast is about, in words.
fn group(lang: Lang, one: &Group) -> String {
    match one {
        Group::Overdue => word::OVERDUE.text(lang).to_owned(),
        Group::Named(key) => Category::from_code(key)
            .map_or_else(|| key.clone(), |one| choice::label(lang, Category::LIST, one.code()).to_owned()),
        Group::Unset => word::NO_GROUP.text(lang).to_owned(),
        Group::Total => word::TOTAL.text(lang).to_owned(),
    }
}

fn cells(lang: Lang, one: &Forecast) -> Vec<Cell> {
    let money = |amount: Option<i64>| Cell::Money(amount, one.currency.clone());
    vec![
        Cell::Text(group(lang, &one.group)),
        Cell::Text(one.currency.clone()),
        Cell::Count(one.count),
        money(Some(one.amount)),
        money(Some(one.computed)),
        money(one.own),
        Cell::Of(one.rated, one.count),
    ]
}

fn past(lang: Lang, records: &[Record]) -> Grid {
    let words = [word::STAGE, word::BASE, word::ON, word::WON, word::LEFT];
    let row = |one: &Record| {
        vec![
            Cell::Text(choice::label(lang, Stage::LIST, one.stage.code()).to_owned()),
            Cell::Percent(Some(one.base.into())),
            Cell::Percent(one.on),
            Cell::Percent(one.won),
            Cell::Count(one.left),
        ]
    };
    Grid {
        by: word::STAGE.text(lang).to_owned(),
        heads: words.map(|head| head.text(lang).to_owned()).to_vec(),
        rows: records.iter().map(row).collect(),
    }
}

fn as_json(session: &Session, terms: &[Term]) -> Result<Json, Trouble> {
    let line = |one: Forecast| {
        let major = |minor: i64| Json::Number(money::json(minor, &one.currency));
        let key = if let Group::Named(key) = &one.group { Some(key) } else { None };
        json!({"key": key, "currency": one.currency, "count": one.count, "amount": major(one.amount),
            "computed": major(one.computed), "own": one.own.map(major), "own_count": one.rated,
            "unqualified": {"count": one.blank, "amount": major(one.blank_amount)}})
    };
    let lines = |by| -> Result<Json, Trouble> {
        Ok(session.store.forecast(by, terms)?.into_iter().map(line).collect())
    };
    let ahead = session.store.forecast(By::Ahead(session.today()), terms)?.into_iter();
    let overdue: Json = ahead.filter(|one| one.group == Group::Overdue).map(line).collect();
    let stage = |one: Record| json!({"stage": one.stage.code(), "base": one.base, "left": one.left, "on": one.on, "won": one.won});
    let history: Json = records(session, terms)?.into_iter().map(stage).collect();
    Ok(json!({"as_of": session.today().to_string(), "overdue": overdue, "months": lines(By::Month)?,
        "categories": lines(By::Category)?, "currencies": lines(By::All)?, "history": history}))
}
