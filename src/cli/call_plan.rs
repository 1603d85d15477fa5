//! `report call-plan`: the plan of a month to hand in, as text, Markdown, JSON, CSV, a spreadsheet or a calendar (V5).

use chrono::Datelike;
use serde_json::{Value as Json, json};

use super::brief::{Block, write};
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use super::{ics, json, spreadsheet, words};
use crate::action::assign;
use crate::action::call_plan::{measure, purpose, reasons};
use crate::domain::call_plan::Standing;
use crate::domain::choice::Choice;
use crate::domain::formula::guarded;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::opportunity::Opportunity;
use crate::lang::{Lang, choice, cli, hint, plan as word};
use crate::store::Sheet;
use crate::store::call_plan::{Call, CallPlan, Offer};

/// The columns of the plan on paper, with the share of the width that a spreadsheet gives each, in characters.
pub const COLUMNS: [(crate::lang::Word, u16); 7] = [
    (word::WHEN, 17),
    (word::ACCOUNT, 28),
    (word::WHO, 16),
    (word::PURPOSE, 52),
    (word::DEAL, 30),
    (word::CHANCE_LONG, 12),
    (word::STATE, 12),
];

/// A visit on paper: its day, then texts, with its success in percent.
pub struct Row {
    /// When.
    pub when: Option<Moment>,
    /// Account, person, purpose, deal.
    pub texts: [String; 4],
    /// How likely it is to succeed, in percent.
    pub chance: Option<i64>,
    /// How it stands against the plan.
    pub state: &'static str,
}

/// `report call-plan [--month M] [--format F]`.
pub fn report(
    session: &Session,
    page: &mut Page,
    month: Option<&str>,
    format: Option<&str>,
) -> Result<(), Trouble> {
    let (lang, today) = (session.lang(), session.today());
    let bad = |text: &str| {
        let hint = word::BAD_MONTH_HINT.text(lang).to_owned();
        Trouble::said("mistake", word::BAD_MONTH.fill(lang, &[&text]), Some(hint))
    };
    let month = match month {
        Some(text) => {
            Month::read(text, &assign::days(session.store, &session.desk)).ok_or_else(|| bad(text))?
        }
        None => Month::to_plan(today, session.store.rules.plan.near_days),
    };
    let plan = session.store.call_plan(month, today, usize::MAX)?;
    match format {
        Some("json") => page.json(&as_json(session, &plan)?),
        None if session.json => page.json(&as_json(session, &plan)?),
        Some("md") => write::markdown(page, &blocks(session, &plan, false)),
        Some("csv") => csv(session, page, &plan),
        Some("xlsx") => spreadsheet::call_plan(lang, page, month, &rows(session, &plan)),
        Some("ics") => {
            let planned = plan.calls.iter().map(|call| &call.visit);
            ics::some(session, page, planned)
        }
        _ => write::whole(page, &blocks(session, &plan, true)),
    }
}

/// The visits as rows.
pub fn rows(session: &Session, plan: &CallPlan) -> Vec<Row> {
    plan.calls.iter().map(|call| row(session, call)).collect()
}

fn row(session: &Session, call: &Call) -> Row {
    let lang = session.lang();
    let name = |named: &Option<Sheet>| named.as_ref().map(|sheet| sheet.name.clone()).unwrap_or_default();
    let names: Vec<&str> = call.who.iter().map(|(_, name)| name.as_str()).collect();
    let why = call.visit.why.clone().or_else(|| call.visit.what.clone()).unwrap_or_default();
    let why = match &call.visit.why_measure {
        Some(measure) => word::MEASURED.fill(lang, &[&why, measure]),
        None => why,
    };
    Row {
        when: call.visit.when,
        texts: [name(&call.account), names.join(hint::between(lang)), why, name(&call.deal)],
        chance: call.visit.success_probability,
        state: choice::label(lang, Standing::LIST, call.standing.code()),
    }
}

impl Row {
    fn cells(&self) -> Vec<String> {
        let when = self.when.map(|when| when.to_string().replace('T', " ")).unwrap_or_default();
        let chance = self.chance.map(|chance| chance.to_string()).unwrap_or_default();
        let texts = self.texts.iter().cloned();
        std::iter::once(when).chain(texts).chain([chance, self.state.to_owned()]).collect()
    }
}

fn heads(session: &Session) -> Vec<String> {
    COLUMNS.iter().map(|(head, _)| head.text(session.lang()).to_owned()).collect()
}

/// The plan on a page; what is proposed is on none that is handed in.
fn blocks(session: &Session, plan: &CallPlan, is_offered: bool) -> Vec<Block> {
    let lang = session.lang();
    let mut blocks = vec![Block::Title(word::TITLE.fill(lang, &[&plan.month]))];
    let is_bare = plan.offers.is_empty() && plan.lone.is_empty();
    if plan.calls.is_empty() && (is_bare || !is_offered) {
        let none = match plan.offers.len() {
            0 => word::NONE_SHELL.fill(lang, &[&plan.month]),
            offers => word::NONE_YET.fill(lang, &[&plan.month, &offers]),
        };
        blocks.push(Block::Line(none));
        return blocks;
    }
    let count = |standing| plan.count(standing);
    let (done, missed) = (count(Standing::Done), count(Standing::Missed));
    let planned = count(Standing::Planned) + done + missed;
    let counts = word::COUNTS.fill(lang, &[&planned, &done, &missed, &count(Standing::Unplanned)]);
    blocks.push(Block::Line(counts));
    if !plan.calls.is_empty() {
        let rows = rows(session, plan).iter().map(Row::cells).collect();
        blocks.push(Block::Table(heads(session), rows));
    }
    if is_offered && !plan.offers.is_empty() {
        blocks.push(Block::Head(word::GROUP.fill(lang, &[&word::OFFERED.text(lang), &plan.offers.len()])));
        let words = [word::ACCOUNT, word::WHO, word::DEAL, word::REASON, word::PURPOSE];
        let heads = words.map(|head| head.text(lang).to_owned()).to_vec();
        blocks.push(Block::Table(heads, plan.offers.iter().map(|offer| offered(session, offer)).collect()));
    }
    if is_offered && plan.more > 0 {
        blocks.push(Block::Line(word::MORE_SHELL.fill(lang, &[&plan.more])));
    }
    let year = plan.month.last().year();
    if is_offered && session.store.rules.workdays.is_untold(year) {
        blocks.push(Block::Line(cli::UNTOLD.fill(lang, &[&year])));
    }
    if is_offered && !plan.lone.is_empty() {
        let head = word::LONE_HEAD.fill(lang, &[&plan.month.last(), &plan.lone.len()]);
        blocks.push(Block::Head(head));
        let heads =
            [word::DEAL, word::CLOSES_ON, word::AMOUNT].map(|head| head.text(lang).to_owned()).to_vec();
        blocks.push(Block::Table(heads, plan.lone.iter().map(|deal| lone(lang, deal)).collect()));
    }
    blocks
}

fn offered(session: &Session, offer: &Offer) -> Vec<String> {
    let lang = session.lang();
    let name = |named: &Option<Sheet>| named.as_ref().map(|sheet| sheet.name.clone()).unwrap_or_default();
    let because = reasons(lang, &offer.proposal);
    vec![offer.account.name.clone(), name(&offer.who), name(&offer.deal), because, purpose(lang, offer)]
}

/// A deal without a customer: its title with its number, its close date, its amount.
fn lone(lang: Lang, deal: &Opportunity) -> Vec<String> {
    let day = deal.close_on.map(|day| day.to_string()).unwrap_or_default();
    vec![format!("{} ({})", deal.title, deal.head.no), day, words::short(lang, deal.amount, &deal.currency)]
}

fn csv(session: &Session, page: &mut Page, plan: &CallPlan) -> Result<(), Trouble> {
    let spoiled = |error: ::csv::Error| match error.into_kind() {
        ::csv::ErrorKind::Io(error) => Trouble::from(error),
        other => std::io::Error::other(format!("{other:?}")).into(),
    };
    let mut writer = ::csv::Writer::from_writer(page);
    writer.write_record(heads(session)).map_err(spoiled)?;
    for row in rows(session, plan) {
        writer.write_record(row.cells().into_iter().map(guarded)).map_err(spoiled)?;
    }
    Ok(writer.flush()?)
}

fn as_json(session: &Session, plan: &CallPlan) -> Result<Json, Trouble> {
    let mut visits = Vec::new();
    for call in &plan.calls {
        let mut object = json::record(session, &call.visit)?;
        object.push("standing", call.standing.code());
        visits.push(Json::from(object));
    }
    let lang = session.lang();
    let offer = |one: &Offer| {
        let because = |reason: &crate::domain::call_plan::Reason| json!({"code": reason.why.code(), "fact": reason.fact, "text": word::why(lang, reason.why.code(), &reason.fact)});
        json!({
            "account": json::link(Some(&one.account)), "opportunity": json::link(one.deal.as_ref()),
            "person": json::link(one.who.as_ref()), "success_probability": one.chance, "need": one.proposal.need,
            "question": one.proposal.ask, "why": purpose(lang, one), "why_measure": measure(lang, plan.month),
            "reasons": one.proposal.reasons.iter().map(because).collect::<Json>(),
        })
    };
    let count = |standing| plan.count(standing);
    let lone: Result<Vec<Json>, Trouble> =
        plan.lone.iter().map(|deal| Ok(json::record(session, deal)?.into())).collect();
    Ok(json!({
        "month": plan.month.to_string(), "as_of": session.today().to_string(),
        "stamped_on": plan.stamped_on.map(|day| day.to_string()),
        "counts": {"planned": count(Standing::Planned), "done": count(Standing::Done),
            "missed": count(Standing::Missed), "unplanned": count(Standing::Unplanned)},
        "more": plan.more, "without_account": lone?, "visits": visits, "proposals": plan.offers.iter().map(offer).collect::<Json>(),
    }))
}
