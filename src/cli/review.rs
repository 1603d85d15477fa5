//! `review`: what became of the funnel since the last stamp or since a day; as text, Markdown or JSON.

use chrono::{Days, NaiveDate};
use serde_json::{Value as Json, json};

use super::brief::{Block, write};
use super::json::{self, Object};
use super::page::{Page, Style};
use super::session::Session;
use super::trouble::Trouble;
use super::words;
use crate::action::grammar::ReviewArgs;
use crate::action::{assign, changed};
use crate::domain::change::{Change, Group};
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::flow::Flow;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::review::Ritual;
use crate::domain::value::{Kind, Value};
use crate::lang::{Lang, flag, review as word};
use crate::store::deals::DealRow;
use crate::store::review::{Changed, Diff, Since};

/// How many flagged deals that did not change are told.
const FLAGGED: usize = 20;

/// `review`, with or without a verb.
pub fn review(session: &mut Session, page: &mut Page, asked: &ReviewArgs) -> Result<(), Trouble> {
    let lang = session.lang();
    match &asked.verb {
        Some(_) if asked.md || asked.since.is_some() => {
            Err(Trouble::usage(word::NO_FLAGS_HERE.text(lang).to_owned(), None))
        }
        Some(verb) => super::read(session, page, Noun::Review, verb),
        None => {
            let since = since(session, asked.since.as_deref())?;
            let diff = session.store.diff(since, (usize::MAX, FLAGGED))?;
            match (session.json, asked.md) {
                (true, _) => page.json(&as_json(session, &diff)?),
                (false, true) => write::markdown(page, &blocks(session, &diff)?),
                (false, false) => print(session, page, &diff),
            }
        }
    }
}

/// `7d`, `2w`, or a day before today in words; without any, the last stamp.
fn since(session: &Session, typed: Option<&str>) -> Result<Since, Trouble> {
    let Some(typed) = typed else { return Ok(session.store.since_review(session.today())?) };
    let day =
        back(typed, session.today()).or_else(|| assign::days(session.store, &session.desk).day(typed).ok());
    if let Some(day) = day.filter(|day| *day <= session.today()) {
        return Ok(session.store.since(day)?);
    }
    let hint = word::BAD_SINCE_HINT.text(session.lang()).to_owned();
    Err(Trouble::usage(word::BAD_SINCE.fill(session.lang(), &[&typed]), Some(hint)))
}

/// So many days or weeks before a day, as `7d`, `2w`, `7天`, `2周`.
fn back(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim();
    let end = typed.find(|sign: char| !sign.is_ascii_digit())?;
    let (count, unit) = typed.split_at(end);
    let days = match unit.trim() {
        "d" | "天" | "日" => 1,
        "w" | "周" => 7,
        _ => return None,
    };
    today.checked_sub_days(Days::new(count.parse::<u64>().ok()?.checked_mul(days)?))
}

/// A part of the review in words: its name, how many deals it has, and those that are told.
struct Part {
    name: &'static str,
    count: usize,
    rows: Vec<[String; 5]>,
}

/// The parts that hold something.
fn parts(session: &Session, diff: &Diff) -> Vec<Part> {
    let (lang, today) = (session.lang(), session.today());
    let mut parts = Vec::new();
    for group in Group::ALL {
        let own = diff.deals.iter().filter(|one| one.group == *group);
        let said = |one: &Changed| changed::changes(lang, &one.changes, &one.row.currency, today);
        let rows: Vec<_> = own.map(|one| cells(lang, &one.row, said(one))).collect();
        parts.push(Part { name: word::group(lang, group.code()), count: rows.len(), rows });
    }
    let flags = |row: &DealRow| {
        let codes = row.flags.iter().filter_map(|code| Alarm::from_code(code));
        let labels: Vec<&str> = codes.map(|alarm| flag::label(lang, alarm.code())).collect();
        labels.join(word::SEPARATOR.text(lang))
    };
    let rows = diff.flagged.iter().map(|row| cells(lang, row, flags(row))).collect();
    let count = usize::try_from(diff.flagged_count).unwrap_or(usize::MAX);
    parts.push(Part { name: word::FLAGGED.text(lang), count, rows });
    parts.retain(|part| !part.rows.is_empty());
    parts
}

/// Title with number, account, amount, odds, what changed.
fn cells(lang: Lang, row: &DealRow, said: String) -> [String; 5] {
    [
        format!("{} ({})", row.title, row.place.no),
        row.account.clone().unwrap_or_default(),
        words::short(lang, row.amount, &row.currency),
        words::percent(row.p_calc),
        said,
    ]
}

/// Since when the review looks, where that wants to be told, and how much it does not read.
fn told_since(session: &Session, diff: &Diff) -> Result<Vec<String>, Trouble> {
    let lang = session.lang();
    let mut told = Vec::new();
    if diff.since.stamped {
        told.push(word::SHELL_SINCE.fill(lang, &[&diff.since.day]));
    } else if session.store.last_kept(Ritual::Funnel)?.is_none() {
        told.push(word::SHELL_NEVER.text(lang).to_owned());
    }
    told.extend(changed::flows(lang, &diff.flows));
    if diff.unread > 0 {
        told.push(word::SHELL_UNREAD.fill(lang, &[&diff.unread]));
    }
    Ok(told)
}

/// A line for each deal and one below it with what changed, so that nothing is cut.
fn print(session: &Session, page: &mut Page, diff: &Diff) -> Result<(), Trouble> {
    let lang = session.lang();
    page.styled(Style::Head, &word::SHELL_HEAD.fill(lang, &[&diff.since.day, &session.today()]))?;
    for told in told_since(session, diff)? {
        page.line(&told)?;
    }
    let parts = parts(session, diff);
    if parts.is_empty() {
        return page.line(none(lang, diff));
    }
    for part in parts {
        page.line("")?;
        page.styled(Style::Head, &word::GROUP.fill(lang, &[&part.name, &part.count]))?;
        let left = part.count.saturating_sub(part.rows.len());
        for row in part.rows {
            let [known @ .., said] = &row;
            let known: Vec<&str> = known.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            page.line(&format!("  {}", known.join(word::SEPARATOR.text(lang))))?;
            page.line(&format!("      {said}"))?;
        }
        if left > 0 {
            page.line(&format!("  {}", word::MORE.fill(lang, &[&left])))?;
        }
    }
    Ok(())
}

/// What is said where no deal is listed: something may have come in or gone out all the same.
fn none(lang: Lang, diff: &Diff) -> &'static str {
    let is_quiet = diff.flows.is_empty() && diff.unread == 0;
    if is_quiet { word::SHELL_NONE.text(lang) } else { word::SHELL_NONE_ELSE.text(lang) }
}

fn blocks(session: &Session, diff: &Diff) -> Result<Vec<Block>, Trouble> {
    let lang = session.lang();
    let mut blocks = vec![Block::Title(word::SHELL_HEAD.fill(lang, &[&diff.since.day, &session.today()]))];
    blocks.extend(told_since(session, diff)?.into_iter().map(Block::Line));
    let parts = parts(session, diff);
    if parts.is_empty() {
        blocks.push(Block::Line(none(lang, diff).to_owned()));
    }
    let heads = [word::COL_DEAL, word::COL_ACCOUNT, word::COL_AMOUNT, word::COL_ODDS, word::COL_CHANGE];
    for part in parts {
        let left = part.count.saturating_sub(part.rows.len());
        blocks.push(Block::Head(word::GROUP.fill(lang, &[&part.name, &part.count])));
        let rows = part.rows.into_iter().map(Vec::from).collect();
        blocks.push(Block::Table(heads.map(|head| head.text(lang).to_owned()).to_vec(), rows));
        if left > 0 {
            blocks.push(Block::Line(word::MORE.fill(lang, &[&left])));
        }
    }
    Ok(blocks)
}

fn as_json(session: &Session, diff: &Diff) -> Result<Object, Trouble> {
    let mut object = Object::default();
    object.push("since", diff.since.day.to_string());
    object.push("stamped", diff.since.stamped);
    object.push("as_of", session.today().to_string());
    object.push("unread", diff.unread);
    object.push("sums", sums(session, diff)?);
    for group in Group::ALL {
        let own = diff.deals.iter().filter(|one| one.group == *group);
        let own: Result<Vec<Json>, Trouble> = own
            .map(|one| {
                let mut deal = deal(session, &one.row)?;
                let changes: Result<Vec<Json>, Trouble> =
                    one.changes.iter().map(|change| told(session, change, &one.row)).collect();
                deal.push("changes", changes?);
                Ok(Json::from(deal))
            })
            .collect();
        object.push(group.code(), own?);
    }
    let flagged: Result<Vec<Json>, Trouble> =
        diff.flagged.iter().map(|row| deal(session, row).map(Json::from)).collect();
    object.push("flagged", json!({"count": diff.flagged_count, "deals": flagged?}));
    Ok(object)
}

/// How many deals and how much money came in, went out or changed, by what became of them.
fn sums(session: &Session, diff: &Diff) -> Result<Object, Trouble> {
    let mut sums = Object::default();
    for flow in Flow::ALL {
        let (count, amounts) = diff.flows.of(*flow);
        let amounts: Result<Vec<Json>, Trouble> = amounts
            .into_iter()
            .map(|(currency, minor)| {
                Ok(json!({"currency": currency, "amount": money(session, Some(minor), currency)?}))
            })
            .collect();
        sums.push(flow.code(), json!({"count": count, "amounts": amounts?}));
    }
    Ok(sums)
}

fn deal(session: &Session, row: &DealRow) -> Result<Object, Trouble> {
    let mut object = Object::default();
    let deal = session.store.get::<Opportunity>(row.place.no)?.unwrap_or_default();
    let account = deal.account.map(|id| session.sheet(Noun::Account, id)).transpose()?.flatten();
    object.push("no", row.place.no);
    object.push("id", deal.head.id.to_string());
    object.push("title", row.title.clone());
    object.push("account", json::link(account.as_ref()));
    object.push("owner", row.owner.clone());
    object.push("stage", row.stage.code());
    object.push("status", row.status.code());
    object.push("amount", money(session, row.amount, &row.currency)?);
    object.push("currency", row.currency.clone());
    object.push("close_on", row.close_on.clone());
    object.push("qualified", row.qualified);
    object.push("p_calc", row.p_calc);
    object.push("p_rep", row.p_rep);
    object.push("next_step", row.next_step.clone());
    object.push("next_on", row.next_on.clone());
    object.push("flags", row.flags.clone());
    Ok(object)
}

fn money(session: &Session, minor: Option<i64>, currency: &str) -> Result<Json, Trouble> {
    json::value(session, Kind::Money, minor.map_or(Value::Null, Value::Int), currency)
}

/// A change with its code, what was, what is, and the same in words.
fn told(session: &Session, change: &Change, row: &DealRow) -> Result<Json, Trouble> {
    let (old, new) = match change {
        Change::New(stage) => (Json::Null, stage.code().into()),
        Change::Moved(from, to) => (from.code().into(), to.code().into()),
        Change::Ended(status) => (Json::Null, status.code().into()),
        Change::Reopened => (Json::Null, row.status.code().into()),
        Change::Slipped(from, to) => (from.to_string().into(), to.to_string().into()),
        Change::Close(from, to) => (json!(from.map(|on| on.to_string())), json!(to.map(|on| on.to_string()))),
        Change::Amount(from, to) => {
            (money(session, *from, &row.currency)?, money(session, *to, &row.currency)?)
        }
        Change::Currency(from, to) => (json!(from), json!(to)),
        Change::Chance(from, to) => ((*from).into(), (*to).into()),
        Change::Qualified(percent) => (Json::Null, json!(percent)),
        Change::Turned(questions) | Change::Answered(questions) | Change::Favourable(questions) => {
            (Json::Null, json!(questions))
        }
        Change::Cleared(alarm) => (alarm.code().into(), Json::Null),
        Change::Fields(keys) => (Json::Null, json!(keys)),
        Change::Raised(alarm) | Change::Stale(alarm) => (Json::Null, alarm.code().into()),
    };
    let text = changed::change(session.lang(), change, &row.currency, session.today());
    Ok(json!({"what": change.code(), "old": old, "new": new, "text": text}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_days_or_weeks_back_is_a_day() {
        let today = "2026-11-23".parse().unwrap();
        for (typed, day) in [
            ("7d", Some("2026-11-16")),
            ("2w", Some("2026-11-09")),
            ("7天", Some("2026-11-16")),
            ("2 周", Some("2026-11-09")),
            ("0d", Some("2026-11-23")),
            ("d", None),
            ("7", None),
            ("7x", None),
            ("99999999999999999999d", None),
            ("9999999999999999d", None),
        ] {
            assert_eq!(back(typed, today), day.map(|day| day.parse().unwrap()), "{typed}");
        }
    }
}
