//! Reports over deals that ended.

use serde_json::{Value as Json, json};

use super::page::{Page, Style};
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use super::words;
use crate::domain::money;
use crate::domain::stage::Status;
use crate::lang::cli;
use crate::store::query::Term;
use crate::store::report::{Group, Row};

/// `report won|lost [TERM…] --by …`.
pub fn report(
    session: &Session,
    page: &mut Page,
    (status, by): (Status, &str),
    terms: &[Term],
    is_json: bool,
) -> Result<(), Trouble> {
    let group = Group::from_code(by).unwrap_or(Group::Quarter);
    let rows = session.store.report(status, group, terms)?;
    if is_json {
        return page.json(&rows.iter().map(as_json).collect::<Json>());
    }
    let lang = session.lang();
    if rows.is_empty() {
        return page.line(cli::REPORT_EMPTY.text(lang));
    }
    let what = cli::word(cli::GROUPS, lang, by);
    let title = if status == Status::Won { cli::REPORT_WON } else { cli::REPORT_LOST };
    page.styled(Style::Head, &title.fill(lang, &[&what]))?;
    let mut table = Table::new(&[
        (what, Lie::Cut),
        (cli::DEALS.text(lang), Lie::Right),
        (cli::AMOUNT.text(lang), Lie::Right),
    ]);
    for row in rows {
        let amounts = row.amounts.iter().map(|(currency, amount)| (currency.as_str(), *amount));
        let amounts = words::sums(lang, amounts);
        table.row([
            row.key.unwrap_or_else(|| cli::UNNAMED.text(lang).to_owned()),
            row.count.to_string(),
            amounts,
        ]);
    }
    table.print(page)
}

fn as_json(row: &Row) -> Json {
    let amount = |(currency, minor): &(String, i64)| json!({"currency": currency, "amount": Json::Number(money::json(*minor, currency))});
    let amounts: Json = row.amounts.iter().map(amount).collect();
    json!({"key": row.key, "count": row.count, "amounts": amounts})
}
