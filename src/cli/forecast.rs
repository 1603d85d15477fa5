//! `report forecast`: what open deals may bring, by month, category and currency, computed and by the reps' own odds
//! beside each other, with what one's own history says of the stages (P13, N6).

use serde_json::{Value as Json, json};

use super::brief::{Block, write};
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use super::words;
use crate::domain::choice::Choice;
use crate::domain::history::{Record, history};
use crate::domain::money;
use crate::domain::opportunity::Category;
use crate::domain::stage::Stage;
use crate::lang::{Word, choice, forecast as word};
use crate::store::forecast::{By, Forecast};
use crate::store::query::Term;

/// The groups with what they are called.
const GROUPS: [(By, Word, &str); 3] = [
    (By::Month, word::MONTH, "months"),
    (By::Category, word::CATEGORY, "categories"),
    (By::All, word::ALL_OPEN, "currencies"),
];

/// `report forecast [TERM…] [--format F]`.
pub fn report(
    session: &Session,
    page: &mut Page,
    format: Option<&str>,
    terms: &[Term],
) -> Result<(), Trouble> {
    match format {
        Some("json") => page.json(&as_json(session, terms)?),
        None if session.json => page.json(&as_json(session, terms)?),
        Some("md") => write::markdown(page, &blocks(session, terms)?),
        _ => write::text(page, &blocks(session, terms)?),
    }
}

fn records(session: &Session, terms: &[Term]) -> Result<Vec<Record>, Trouble> {
    let funnel = session.store.funnel(session.today(), terms)?;
    Ok(history(&funnel.stages, &session.store.rules))
}

fn blocks(session: &Session, terms: &[Term]) -> Result<Vec<Block>, Trouble> {
    let lang = session.lang();
    let mut blocks = vec![Block::Title(word::TITLE.fill(lang, &[&session.today()]))];
    let groups = GROUPS.map(|(by, name, _)| session.store.forecast(by, terms).map(|found| (by, name, found)));
    let groups = groups.into_iter().collect::<Result<Vec<_>, _>>()?;
    if groups.iter().all(|(.., found)| found.is_empty()) {
        blocks.push(Block::Line(word::NONE.text(lang).to_owned()));
    }
    for (by, name, found) in groups {
        if !found.is_empty() {
            let words =
                [name, word::CURRENCY, word::DEALS, word::AMOUNT, word::COMPUTED, word::OWN, word::RATED];
            let heads = words.map(|head| head.text(lang).to_owned()).to_vec();
            blocks.push(Block::Head(word::BY.fill(lang, &[&name.text(lang)])));
            blocks.push(Block::Table(heads, found.iter().map(|one| cells(session, by, one)).collect()));
        }
    }
    let records = records(session, terms)?;
    blocks.push(Block::Head(word::HISTORY.text(lang).to_owned()));
    if records.iter().any(|record| record.on.is_some()) {
        let words = [word::STAGE, word::BASE, word::ON, word::WON, word::LEFT];
        let heads = words.map(|head| head.text(lang).to_owned()).to_vec();
        blocks.push(Block::Table(heads, records.iter().map(|one| stage_cells(session, one)).collect()));
    } else {
        blocks.push(Block::Line(word::TOO_FEW.fill(lang, &[&session.store.rules.limit.history])));
    }
    Ok(blocks)
}

fn cells(session: &Session, by: By, one: &Forecast) -> Vec<String> {
    let lang = session.lang();
    let key = match (&one.key, by) {
        (Some(key), By::Category) => Category::from_code(key)
            .map_or_else(|| key.clone(), |one| choice::label(lang, Category::LIST, one.code()).to_owned()),
        (Some(key), _) => key.clone(),
        (None, By::All) => String::new(),
        (None, _) => word::NO_GROUP.text(lang).to_owned(),
    };
    let amount = |minor: Option<i64>| {
        minor.map_or_else(|| "–".to_owned(), |minor| money::short(minor, &one.currency, words::style(lang)))
    };
    vec![
        key,
        one.currency.clone(),
        one.count.to_string(),
        amount(Some(one.amount)),
        amount(Some(one.computed)),
        amount(one.own),
        word::OF.fill(lang, &[&one.rated, &one.count]),
    ]
}

fn stage_cells(session: &Session, one: &Record) -> Vec<String> {
    let percent = |number: Option<i64>| number.map_or_else(|| "–".to_owned(), |number| format!("{number}%"));
    vec![
        choice::label(session.lang(), Stage::LIST, one.stage.code()).to_owned(),
        format!("{}%", one.base),
        percent(one.on),
        percent(one.won),
        one.left.to_string(),
    ]
}

fn as_json(session: &Session, terms: &[Term]) -> Result<Json, Trouble> {
    let line = |one: Forecast| {
        let major = |minor: i64| Json::Number(money::json(minor, &one.currency));
        json!({"key": one.key, "currency": one.currency, "count": one.count, "amount": major(one.amount),
            "computed": major(one.computed), "own": one.own.map(major), "own_count": one.rated})
    };
    let mut sheet = serde_json::Map::from_iter([("as_of".to_owned(), json!(session.today().to_string()))]);
    for (by, _, key) in GROUPS {
        let lines = session.store.forecast(by, terms)?.into_iter().map(line);
        sheet.insert(key.to_owned(), lines.collect());
    }
    let stage = |one: Record| json!({"stage": one.stage.code(), "base": one.base, "left": one.left, "on": one.on, "won": one.won});
    sheet.insert("history".to_owned(), records(session, terms)?.into_iter().map(stage).collect());
    Ok(Json::Object(sheet))
}
