//! A deal as a sheet to read: head, gates, probability as a sum, flags with what mends them, answers, moves.

use std::fmt::Write;

use super::page::{Page, Style};
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use super::{compete, deal, show, timeline, words};
use crate::action::{odds, resolve, sentence};
use crate::domain::choice::Choice;
use crate::domain::flag::Level;
use crate::domain::gate::{GateResult, GateSheet};
use crate::domain::judge::Judgement;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::stage::{Stage, Status};
use crate::domain::timeline::Of;
use crate::lang::{choice, cli, field, flag, gate, hint, noun, question};

/// Fields that the head shows in its own way, or that only the program minds.
const SHOWN: &[&str] = &["title", "stage", "status", "currency", "stage_since", "close_moves"];

/// A deal as a sheet.
pub fn deal(session: &Session, page: &mut Page, found: &Opportunity) -> Result<(), Trouble> {
    let judged = session.store.judgement(found, session.today())?;
    head(session, page, found)?;
    show::facts(session, page, found, SHOWN)?;
    page.line("")?;
    judgement(session, page, found, &judged)?;
    people_in(session, page, found)?;
    compete::sheet(session, page, found)?;
    steps(session, page, found)?;
    timeline::lines(session, page, Of::Deal(found.head.id))?;
    page.line("")?;
    show::stamps(session, page, found)
}

/// Gates, probability, flags and answers: what `opp gate` prints.
pub fn gate_sheet(session: &Session, page: &mut Page, found: &Opportunity) -> Result<(), Trouble> {
    let judged = session.store.judgement(found, session.today())?;
    if session.json {
        return page.json(&deal::gates(session, found, &judged)?);
    }
    head(session, page, found)?;
    judgement(session, page, found, &judged)
}

fn head(session: &Session, page: &mut Page, found: &Opportunity) -> Result<(), Trouble> {
    let lang = session.lang();
    let mut line = format!("{} {} · {}", noun::name(lang, "opp"), found.head.no, found.title);
    line.push_str(" · ");
    line.push_str(choice::label(lang, Stage::LIST, found.stage.code()));
    if found.status != Status::Open {
        line.push_str(" · ");
        line.push_str(choice::label(lang, Status::LIST, found.status.code()));
    }
    if found.head.gone {
        let _ = write!(line, " ({})", cli::REMOVED_MARK.text(lang));
    }
    page.styled(Style::Head, &line)
}

fn judgement(
    session: &Session,
    page: &mut Page,
    found: &Opportunity,
    judged: &Judgement,
) -> Result<(), Trouble> {
    for sheet in &judged.gates {
        one_gate(session, page, sheet)?;
    }
    probability(session, page, found, judged)?;
    flags(session, page, found, judged)?;
    answers(session, page, found)?;
    hints(session, page, found)
}

fn one_gate(session: &Session, page: &mut Page, sheet: &GateSheet) -> Result<(), Trouble> {
    let lang = session.lang();
    let style = match sheet.result {
        GateResult::Pass => Style::Good,
        GateResult::Closed => Style::Alarm,
        GateResult::Thin | GateResult::Open => Style::Head,
    };
    let result = page.paint(style, gate::result(lang, sheet.result.code()));
    let score = cli::SCORE.fill(lang, &[&sheet.score, &sheet.favourable]);
    page.raw(&format!("{} – {result} ({score})\n", gate::name(lang, sheet.gate)))?;
    for one in &sheet.missing {
        page.line(&format!("    {}", deal::missing(lang, *one)))?;
    }
    Ok(())
}

fn probability(
    session: &Session,
    page: &mut Page,
    found: &Opportunity,
    judged: &Judgement,
) -> Result<(), Trouble> {
    let lang = session.lang();
    page.line(&format!("{}: {}", cli::ODDS.text(lang), words::percent(judged.p_calc)))?;
    for (points, text) in odds::why(lang, found, judged, &session.store.rules) {
        page.line(&format!("{points:>8}  {text}"))?;
    }
    Ok(())
}

fn flags(session: &Session, page: &mut Page, found: &Opportunity, judged: &Judgement) -> Result<(), Trouble> {
    let lang = session.lang();
    if judged.flags.is_empty() {
        return page.line(cli::NO_FLAGS.text(lang));
    }
    page.line("")?;
    page.styled(Style::Head, cli::FLAGS.text(lang))?;
    for one in &judged.flags {
        let (mark, style) = match judged.gravity(one) {
            Level::High => ("!!", Style::Alarm),
            Level::Medium => ("! ", Style::Alarm),
            Level::Info => ("- ", Style::Faint),
        };
        let mark = page.paint(style, mark);
        let text = super::page::visible(&deal::flag_text(lang, one)).into_owned();
        let mend = flag::mend(one.alarm.code()).map(|line| line.replace("{}", &found.head.no.to_string()));
        let mend = mend.map(|line| page.paint(Style::Faint, &format!("  → qd {line}"))).unwrap_or_default();
        page.raw(&format!("{mark} {text}{mend}\n"))?;
    }
    Ok(())
}

fn answers(session: &Session, page: &mut Page, found: &Opportunity) -> Result<(), Trouble> {
    let lang = session.lang();
    let known = session.store.counted(found)?;
    page.line("")?;
    if known.is_empty() {
        return page.line(&cli::NO_ANSWERS.fill(lang, &[&found.head.no]));
    }
    page.styled(Style::Head, cli::ANSWERS.text(lang))?;
    let mut table = Table::new(&[
        ("", Lie::Right),
        ("", Lie::Left),
        ("", Lie::Left),
        ("", Lie::Left),
        ("", Lie::Right),
        ("", Lie::Left),
        ("", Lie::Cut),
    ]);
    for answer in &known {
        let number = u8::try_from(answer.question).unwrap_or(0);
        table.row([
            answer.question.to_string(),
            answer.verdict.code().to_owned(),
            question::term(lang, number).to_owned(),
            choice::label(lang, "grade", answer.grade.code()).to_owned(),
            deal::weight(session, answer)?.to_string(),
            answer.verified_on.map(|day| day.to_string()).unwrap_or_default(),
            answer.note.clone().unwrap_or_default(),
        ]);
    }
    table.print(page)
}

fn hints(session: &Session, page: &mut Page, found: &Opportunity) -> Result<(), Trouble> {
    let lang = session.lang();
    let known = session.store.hints(found, session.today())?;
    let said = |number: u8| sentence::hints(lang, &known, number).map(|text| (number, text));
    let said: Vec<(u8, String)> = (1..=15).filter_map(said).collect();
    if said.is_empty() {
        return Ok(());
    }
    page.line("")?;
    page.styled(Style::Head, hint::KNOWN.text(lang))?;
    let mut table = Table::new(&[("", Lie::Right), ("", Lie::Left), ("", Lie::Cut)]);
    for (number, text) in said {
        table.row([number.to_string(), question::term(lang, number).to_owned(), text]);
    }
    table.print(page)
}

fn people_in(session: &Session, page: &mut Page, found: &Opportunity) -> Result<(), Trouble> {
    let lang = session.lang();
    let seats = session.store.people_of(found.head.id)?;
    page.line("")?;
    if seats.is_empty() {
        return page.line(&cli::NO_PEOPLE.fill(lang, &[&found.head.no]));
    }
    page.styled(Style::Head, cli::PEOPLE.text(lang))?;
    let mut table = Table::new(&[("", Lie::Right), ("", Lie::Left), ("", Lie::Left), ("", Lie::Left)]);
    for (role, person) in &seats {
        let left =
            person.left_on.map(|day| format!(" ({})", cli::LEFT.fill(lang, &[&day]))).unwrap_or_default();
        table.row([
            person.head.no.to_string(),
            format!("{}{left}", person.name),
            person.title.clone().unwrap_or_default(),
            show::marks(session, role),
        ]);
    }
    table.print(page)
}

fn steps(session: &Session, page: &mut Page, found: &Opportunity) -> Result<(), Trouble> {
    let lang = session.lang();
    let steps = session.store.steps(found.head.id)?;
    if steps.is_empty() {
        return Ok(());
    }
    page.line("")?;
    page.styled(Style::Head, cli::STEPS.text(lang))?;
    for step in &steps {
        let stage = choice::label(lang, Stage::LIST, step.to_stage.code());
        let act = choice::label(lang, "move", step.act.code());
        let day = step.on_day.map(|day| day.to_string()).unwrap_or_default();
        let over = if step.overridden {
            format!(" ({})", field::label(lang, "step", "overridden"))
        } else {
            String::new()
        };
        let reason = step.reason.as_deref().map(|text| format!(" – {text}")).unwrap_or_default();
        page.line(&format!(
            "  {day}  {act}{over} · {stage} · {}{reason}",
            step.author.as_deref().unwrap_or_default()
        ))?;
    }
    Ok(())
}

/// People in columns.
pub fn people(session: &Session, people: &[Person]) -> Table {
    let lang = session.lang();
    let mut table =
        Table::new(&[("", Lie::Right), ("", Lie::Left), ("", Lie::Left), ("", Lie::Left), ("", Lie::Left)]);
    for person in people {
        let left = person.left_on.map(|day| cli::LEFT.fill(lang, &[&day])).unwrap_or_default();
        let phone = person.mobile.clone().or_else(|| person.phone.clone()).or_else(|| person.email.clone());
        table.row([
            person.head.no.to_string(),
            resolve::name(person),
            person.title.clone().unwrap_or_default(),
            phone.unwrap_or_default(),
            left,
        ]);
    }
    table
}

/// Deals in columns, for a sheet.
pub fn deals(session: &Session, deals: &[&Opportunity]) -> Table {
    let lang = session.lang();
    let mut table =
        Table::new(&[("", Lie::Right), ("", Lie::Cut), ("", Lie::Left), ("", Lie::Right), ("", Lie::Left)]);
    for deal in deals {
        table.row([
            deal.head.no.to_string(),
            deal.title.clone(),
            choice::label(lang, Stage::LIST, deal.stage.code()).to_owned(),
            words::short(lang, deal.amount, &deal.currency),
            deal.close_on.map(|day| day.to_string()).unwrap_or_default(),
        ]);
    }
    table
}
