//! `today`: what a day asks for.

use serde_json::{Value as Json, json};

use super::page::{Page, Style};
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use super::{deal, json, words};
use crate::action::resolve;
use crate::domain::account::Account;
use crate::domain::cadence::Contact;
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::review::Ritual;
use crate::domain::todo::Todo;
use crate::domain::visit::{Visit, VisitType};
use crate::domain::warning;
use crate::domain::week::{Sweep, Week, sweep};
use crate::lang::{Word, choice, flag, hint, odds, today as word};
use crate::store::deals::DealRow;
use crate::store::today::Today;

/// How many records of a kind are told at most.
pub(super) const MOST: usize = 500;

/// `today`.
pub fn today(session: &Session, page: &mut Page) -> Result<(), Trouble> {
    let at = session.desk.stamp.at.naive_local();
    let found =
        session.store.today(Moment::at(at.date(), at.time()), i64::try_from(MOST).unwrap_or(i64::MAX))?;
    if session.json { page.json(&today_json(session, &found)?) } else { print(session, page, &found) }
}

fn today_json(session: &Session, found: &Today) -> Result<Json, Trouble> {
    let deals = whole(session, &found.deals)?;
    let sums = words::amounts(&found.unqualified_sums);
    let blank =
        json!({"count": found.unqualified, "amounts": sums, "deals": whole(session, &found.to_qualify)?});
    let (week, state, days) = swept(session)?;
    let quiet: Vec<Account> = found.cadence.iter().map(|one| one.account.clone()).collect();
    Ok(json!({
        "overdue": records(session, &found.overdue)?, "visits": records(session, &found.visits)?,
        "todos": records(session, &found.todos)?, "deals": deals, "to_qualify": blank,
        "debrief": records(session, &found.debrief)?, "cadence": records(session, &quiet)?,
        "counts": {"cadence": found.cadence_count, "deals": found.deals_count},
        "week": {"week": Week::of(session.today()).to_string(), "swept": week, "state": state, "days": days},
    }))
}

fn whole(session: &Session, rows: &[DealRow]) -> Result<Vec<Json>, Trouble> {
    let mut deals = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(deal) = session.store.get::<Opportunity>(row.place.no)? {
            deals.push(Json::from(deal::single(session, &deal)?.0));
        }
    }
    Ok(deals)
}

/// The week of the last sweep, how that counts, and the days since where it counts no more.
fn swept(session: &Session) -> Result<(Option<String>, &'static str, Option<i64>), Trouble> {
    let last = session.store.last_kept(Ritual::Sweep)?.and_then(|review| review.on_day);
    Ok(match sweep(last, session.today()) {
        Sweep::Never(_) => (None, "never", None),
        Sweep::Fresh(week) => (Some(week.to_string()), "fresh", None),
        Sweep::Stale(week, days) => (Some(week.to_string()), "stale", Some(days)),
    })
}

pub(super) fn records<R: Record>(session: &Session, found: &[R]) -> Result<Json, Trouble> {
    let whole: Result<Vec<Json>, Trouble> =
        found.iter().map(|one| json::record(session, one).map(Json::from)).collect();
    Ok(Json::Array(whole?))
}

fn print(session: &Session, page: &mut Page, found: &Today) -> Result<(), Trouble> {
    let lang = session.lang();
    if *found == Today::default() {
        return page.line(word::EMPTY_SHELL.text(lang));
    }
    let mut sheet = Sheet { session, page, is_first: true };
    sheet.part(word::DEBRIEF, &found.debrief, MOST, visit)?;
    sheet.part(word::VISITS, &found.visits, MOST, visit)?;
    sheet.part(word::OVERDUE, &found.overdue, MOST, todo)?;
    sheet.part(word::DUE, &found.todos, MOST, todo)?;
    sheet.some(word::CADENCE, (&found.cadence, found.cadence_count), |session, one| {
        Ok(account(session, one))
    })?;
    sheet.some(word::TROUBLE, (&found.deals, found.deals_count), trouble)?;
    if found.unqualified > 0 {
        let sums = found.unqualified_sums.iter().map(|(code, sum)| (code.as_str(), *sum));
        let sums = words::sums(lang, sums);
        sheet.headed(
            &odds::to_qualify(lang, found.unqualified, &sums),
            &found.to_qualify,
            |session, row| Ok(blank(session, row)),
        )?;
    }
    Ok(())
}

/// A deal to qualify: what it brings, and what is a plain fact of it.
fn blank(session: &Session, row: &DealRow) -> Cells {
    let lang = session.lang();
    let facts: Vec<&str> = row.facts().map(|alarm| flag::label(lang, alarm.code())).collect();
    let amount = words::short(lang, row.amount, &row.currency);
    [row.place.no.to_string(), amount, row.title.clone(), facts.join(hint::between(lang)), String::new()]
}

/// Parts with heads, those that are empty left out.
pub(super) struct Sheet<'a, 'b, 'c> {
    pub(super) session: &'a Session<'c>,
    pub(super) page: &'a mut Page<'b>,
    pub(super) is_first: bool,
}

/// The cells of a row: number, mark, what, whom it is about, what is wrong with it.
pub(super) type Cells = [String; 5];

impl Sheet<'_, '_, '_> {
    pub(super) fn part<T>(
        &mut self,
        head: Word,
        found: &[T],
        most: usize,
        row: impl Fn(&Session, &T) -> Result<Cells, Trouble>,
    ) -> Result<(), Trouble> {
        let counted = if found.len() >= most { word::MORE } else { word::COUNT };
        let lang = self.session.lang();
        self.headed(&counted.fill(lang, &[&head.text(lang), &found.len()]), found, row)
    }

    /// The first of so many.
    fn some<T>(
        &mut self,
        head: Word,
        (found, all): (&[T], usize),
        row: impl Fn(&Session, &T) -> Result<Cells, Trouble>,
    ) -> Result<(), Trouble> {
        let head = word::counted(self.session.lang(), head, found.len(), all);
        self.headed(&head, found, row)
    }

    fn headed<T>(
        &mut self,
        head: &str,
        found: &[T],
        row: impl Fn(&Session, &T) -> Result<Cells, Trouble>,
    ) -> Result<(), Trouble> {
        if found.is_empty() {
            return Ok(());
        }
        if !std::mem::take(&mut self.is_first) {
            self.page.line("")?;
        }
        self.page.styled(Style::Head, head)?;
        let mut table =
            Table::new(&[("", Lie::Right), ("", Lie::Left), ("", Lie::Cut), ("", Lie::Cut), ("", Lie::Cut)]);
        for one in found {
            table.row(row(self.session, one)?);
        }
        table.print(self.page)
    }
}

fn when(moment: Option<Moment>) -> String {
    moment.map(|moment| moment.to_string().replace('T', " ")).unwrap_or_default()
}

fn named(session: &Session, noun: Noun, id: Option<Id>) -> Result<String, Trouble> {
    let sheet = id.map(|id| session.sheet(noun, id)).transpose()?.flatten();
    Ok(sheet.map(|sheet| sheet.name).unwrap_or_default())
}

pub(super) fn visit(session: &Session, visit: &Visit) -> Result<Cells, Trouble> {
    let lang = session.lang();
    let kind = choice::label(lang, VisitType::LIST, visit.r#type.code());
    let what = visit.what.clone().unwrap_or_else(|| kind.to_owned());
    let ws = word::WS.fill(lang, &[&visit.filled()]);
    let account = named(session, Noun::Account, visit.account)?;
    Ok([visit.head.no.to_string(), when(visit.when), what, account, ws])
}

pub(super) fn todo(session: &Session, todo: &Todo) -> Result<Cells, Trouble> {
    let account = named(session, Noun::Account, todo.account)?;
    let deal = named(session, Noun::Opp, todo.opportunity)?;
    Ok([todo.head.no.to_string(), when(todo.due), todo.title.clone(), account, deal])
}

fn account(session: &Session, contact: &Contact) -> Cells {
    let account = &contact.account;
    let wrong = warning::warnings(account, contact.rhythm, session.today()).into_iter().next();
    let wrong = wrong.map(|one| {
        let facts: Vec<Vec<String>> = one.facts().into_iter().map(|fact| vec![fact]).collect();
        flag::sentence(session.lang(), one.code(), &facts)
    });
    let last = account.last_contact_on.map(|day| day.to_string()).unwrap_or_default();
    let name = resolve::name(account);
    [account.head.no.to_string(), last, name, wrong.unwrap_or_default(), String::new()]
}

fn trouble(session: &Session, row: &DealRow) -> Result<Cells, Trouble> {
    let deal = session.store.get::<Opportunity>(row.place.no)?.unwrap_or_default();
    let judged = session.store.judgement(&deal, session.today())?;
    let worst = judged.flags.first();
    let mend = worst.and_then(|one| flag::mend(one.alarm.code()));
    let mend = mend.map(|line| format!("→ qd {}", line.replace("{}", &row.place.no.to_string())));
    let mark = if row.high > 0 { "!!" } else { "!" };
    let text = worst.map(|one| deal::flag_text(session.lang(), one)).unwrap_or_default();
    Ok([row.place.no.to_string(), mark.to_owned(), row.title.clone(), text, mend.unwrap_or_default()])
}
