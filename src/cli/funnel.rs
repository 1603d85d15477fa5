//! The funnel: counts and sums of each stage, now or as of a past day.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::page::{Page, Style};
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use super::{takes, words};
use crate::domain::choice::Choice;
use crate::domain::funnel::{Amount, FunnelSheet, Source, StageSheet};
use crate::domain::stage::Stage;
use crate::domain::{money, when};
use crate::lang::{choice, cli, odds, said};

/// The longest bar, in cells.
const BAR: i64 = 24;

/// `funnel [TERM…]`.
pub fn funnel(
    session: &Session,
    page: &mut Page,
    words: &[String],
    as_of: Option<&str>,
) -> Result<(), Trouble> {
    let day = as_of.map(|text| past(session, text)).transpose()?;
    // What the words say of days, they say as of then.
    let desk = day.map_or_else(|| session.desk.clone(), |day| session.desk.on(day));
    let terms = takes::filtered((session, &desk), "funnel", words, None)?;
    let sheet = match day {
        None => session.store.funnel(session.today(), &terms)?,
        Some(day) => session.store.funnel_as_of(day, &terms)?,
    };
    if session.json { page.json(&as_json(&sheet)) } else { print(session, page, &sheet, as_of.is_some()) }
}

/// A day that is not still to come.
fn past(session: &Session, text: &str) -> Result<NaiveDate, Trouble> {
    let lang = session.lang();
    let day = when::day(text, session.today()).map_err(|_| {
        let message = cli::NOT_A_DAY.fill(lang, &[&text]);
        Trouble::said("mistake", message, Some(said::WANTED_DATE.text(lang).to_owned()))
    })?;
    if day > session.today() {
        return Err(Trouble::said("mistake", cli::FUTURE.fill(lang, &[&text]), None));
    }
    Ok(day)
}

fn as_json(sheet: &FunnelSheet) -> Json {
    let stages: Json = sheet.stages.iter().map(stage_json).collect();
    let won: Json = sheet.won_amounts.iter().map(|amount| amount_json(amount, false)).collect();
    let blank = words::amounts(&sheet.to_qualify);
    json!({"as_of": sheet.as_of.to_string(), "from": sheet.source.code(), "stages": stages,
        "won": {"count": sheet.won, "amounts": won}, "lost": {"count": sheet.lost},
        "parked": {"count": sheet.parked}, "unqualified": {"count": sheet.unqualified, "amounts": blank}, "win_rate": sheet.win_rate().map(share)})
}

fn stage_json(stage: &StageSheet) -> Json {
    let amounts: Json = stage.amounts.iter().map(|amount| amount_json(amount, true)).collect();
    let conversion = (stage.moved > 0).then(|| share(stage.moved_on * 1_000_000 / stage.moved));
    json!({"stage": stage.stage.code(), "count": stage.count, "high": stage.high,
        "unqualified": stage.unqualified, "amounts": amounts,
        "conversion": conversion, "days": stage.days})
}

fn amount_json(amount: &Amount, is_open: bool) -> Json {
    let major = |minor| Json::Number(money::json(minor, &amount.currency));
    let mut object = json!({"currency": amount.currency, "amount": major(amount.amount)});
    if let (true, Json::Object(map)) = (is_open, &mut object) {
        map.insert("weighted".to_owned(), major(amount.weighted));
    }
    object
}

/// Millionths as a share of one.
fn share(millionths: i64) -> Json {
    let exact = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    exact.parse::<f64>().map_or(Json::Null, Json::from)
}

fn print(session: &Session, page: &mut Page, sheet: &FunnelSheet, is_past: bool) -> Result<(), Trouble> {
    let lang = session.lang();
    let title = cli::FUNNEL.text(lang);
    if is_past {
        page.styled(Style::Head, &format!("{title} · {}", cli::AS_OF.fill(lang, &[&sheet.as_of])))?;
    } else {
        page.styled(Style::Head, &format!("{title} · {}", sheet.as_of))?;
    }
    if sheet.source == Source::Dates {
        page.line(cli::FROM_DATES.text(lang))?;
    }
    let open: i64 = sheet.stages.iter().map(|stage| stage.count).sum();
    if open + sheet.won + sheet.lost + sheet.parked == 0 {
        return page.line(cli::FUNNEL_EMPTY.text(lang));
    }
    stages(session, sheet).print(page)?;
    if sheet.unqualified > 0 {
        let sums = words::sums(lang, sheet.to_qualify.iter().map(|(code, sum)| (code.as_str(), *sum)));
        page.line(&odds::weighed(lang, sheet.unqualified, &sums))?;
    }
    let won = words::sums(lang, sheet.won_amounts.iter().map(|one| (one.currency.as_str(), one.amount)));
    let rate = sheet.win_rate().map_or_else(|| "–".to_owned(), |rate| format!("{} %", permille(rate)));
    let won = if won.is_empty() { won } else { format!(" {won}") };
    page.line(&format!(
        "{} {}{won} · {} {} · {} {rate}",
        cli::WON.text(lang),
        sheet.won,
        cli::LOST.text(lang),
        sheet.lost,
        cli::WIN_RATE.text(lang),
    ))
}

/// Millionths as percent with one decimal.
fn permille(millionths: i64) -> String {
    let tenths = (millionths + 500) / 1_000;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn stages(session: &Session, sheet: &FunnelSheet) -> Table {
    let lang = session.lang();
    let mut table = Table::new(&[
        (cli::STAGE.text(lang), Lie::Left),
        ("", Lie::Left),
        (cli::DEALS.text(lang), Lie::Right),
        (cli::AMOUNT.text(lang), Lie::Cut),
        (cli::WEIGHTED.text(lang), Lie::Cut),
        (cli::DAYS.text(lang), Lie::Right),
        (cli::CONVERSION.text(lang), Lie::Right),
        (cli::HIGH.text(lang), Lie::Right),
    ]);
    let most = sheet.stages.iter().map(|stage| stage.count).max().unwrap_or(0);
    let blank = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    for stage in &sheet.stages {
        let of = |pick: fn(&Amount) -> i64| {
            words::sums(lang, stage.amounts.iter().map(move |one| (one.currency.as_str(), pick(one))))
        };
        table.row([
            choice::label(lang, Stage::LIST, stage.stage.code()).to_owned(),
            bar(stage.count, most, session.settings.ascii),
            stage.count.to_string(),
            of(|one| one.amount),
            of(|one| one.weighted),
            blank(stage.days),
            blank(stage.conversion()),
            stage.high.to_string(),
        ]);
    }
    table
}

/// A bar as long as the share of the greatest; not empty where there is anything.
fn bar(count: i64, most: i64, is_ascii: bool) -> String {
    if count <= 0 || most <= 0 {
        return String::new();
    }
    let cells = (count.saturating_mul(BAR) / most).clamp(1, BAR);
    let sign = if is_ascii { "#" } else { "█" };
    sign.repeat(usize::try_from(cells).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        for (count, most, cells) in [(0, 0, 0), (0, 5, 0), (1, 1000, 1), (500, 1000, 12), (9, 9, 24)] {
            assert_eq!(bar(count, most, true).len(), cells, "{count} of {most}");
        }
        assert_eq!((share(631_579).to_string(), permille(631_579).as_str()), ("0.631579".to_owned(), "63.2"));
    }
}
