//! Reports over deals that ended.

use serde_json::{Value as Json, json};

use super::brief::{Block, write};
use super::grid::{self, Cell, Grid};
use super::page::{Page, Style};
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use super::{spreadsheet, words};
use crate::domain::money;
use crate::domain::stage::Status;
use crate::lang::{Lang, cli, forecast as word};
use crate::store::query::Term;
use crate::store::report::{Group, Part, Row};

/// `report won|lost [TERM…] --by … --format …`.
pub fn report(
    session: &Session,
    page: &mut Page,
    (status, by): (Status, &str),
    terms: &[Term],
    format: Option<&str>,
) -> Result<(), Trouble> {
    let group = Group::from_code(by).unwrap_or(Group::Quarter);
    let rows = session.store.report(status, group, terms)?;
    let lang = session.lang();
    let what = cli::word(cli::GROUPS, lang, by);
    let title = if status == Status::Won { cli::REPORT_WON } else { cli::REPORT_LOST };
    let title = title.fill(lang, &[&what]);
    match format {
        Some("json") => page.json(&rows.iter().map(as_json).collect::<Json>()),
        None if session.json => page.json(&rows.iter().map(as_json).collect::<Json>()),
        Some("csv") => grid::csv(lang, page, &[by_currency(lang, what, &rows)]),
        Some("xlsx") => spreadsheet::grids(lang, page, &[by_currency(lang, what, &rows)]),
        Some("md") => {
            write::markdown(page, &[Block::Title(title), by_currency(lang, what, &rows).block(lang)])
        }
        _ => print(session, page, (&title, what), rows),
    }
}

fn print(
    session: &Session,
    page: &mut Page,
    (title, what): (&str, &str),
    rows: Vec<Row>,
) -> Result<(), Trouble> {
    let lang = session.lang();
    if rows.is_empty() {
        return page.line(cli::REPORT_EMPTY.text(lang));
    }
    page.styled(Style::Head, title)?;
    let mut table = Table::new(&[
        (what, Lie::Cut),
        (cli::DEALS.text(lang), Lie::Right),
        (cli::AMOUNT.text(lang), Lie::Right),
    ]);
    for row in rows {
        let amounts = row.amounts.iter().map(|part| (part.currency.as_str(), part.amount));
        let amounts = words::sums(lang, amounts);
        table.row([
            row.key.unwrap_or_else(|| cli::UNNAMED.text(lang).to_owned()),
            row.count.to_string(),
            amounts,
        ]);
    }
    table.print(page)
}

/// A line for each group and currency, so that a spreadsheet can add them up.
fn by_currency(lang: Lang, what: &str, rows: &[Row]) -> Grid {
    let key = |row: &Row| row.key.clone().unwrap_or_else(|| cli::UNNAMED.text(lang).to_owned());
    let cells = |(row, part): (&Row, &Part)| {
        vec![
            Cell::Text(key(row)),
            Cell::Text(part.currency.clone()),
            Cell::Count(part.count),
            Cell::Money(Some(part.amount), part.currency.clone()),
        ]
    };
    let parts = rows.iter().flat_map(|row| row.amounts.iter().map(move |part| (row, part)));
    let heads = [word::CURRENCY, word::DEALS, word::AMOUNT].map(|head| head.text(lang).to_owned());
    Grid {
        by: what.to_owned(),
        heads: std::iter::once(what.to_owned()).chain(heads).collect(),
        rows: parts.map(cells).collect(),
    }
}

fn as_json(row: &Row) -> Json {
    let amount = |part: &Part| json!({"currency": part.currency, "amount": Json::Number(money::json(part.amount, &part.currency))});
    let amounts: Json = row.amounts.iter().map(amount).collect();
    json!({"key": row.key, "count": row.count, "amounts": amounts})
}
