//! What came of a visit, and all that follows from it, as one batch (N4).

use chrono::NaiveDate;

use crate::domain::account::Account;
use crate::domain::cost::Cost;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::passage;
use crate::domain::person::{Person, Role};
use crate::domain::record::Record;
use crate::domain::stage::Status;
use crate::domain::todo::Todo;
use crate::domain::value::Value;
use crate::domain::visit::{Visit, VisitResult, VisitStatus};
use crate::lang::choice;
use crate::store::Tx;

use super::super::failure::{Failure, Mistake, Refusal, Wanted};
use super::super::{Desk, again, answer, assign, deal, decide};
use super::{Onward, Told};

/// Fields of the visit that a debrief sets.
const TOLD: &[&str] =
    &["result", "customer_did", "aims_moved", "notes", "hours", "cost", "currency", "next_step", "next_on"];

/// What a debrief says beyond the visit's own fields.
#[derive(Default)]
struct Words<'a> {
    answers: Vec<&'a str>,
    marks: &'a str,
    next_visit: &'a str,
    moved: bool,
    reason: Option<String>,
}

/// Tells a visit.
pub(super) fn debrief(tx: &mut Tx, desk: &Desk, mut visit: Visit, words: &[String]) -> Result<Told, Failure> {
    let planned = visit.clone();
    let said = read(tx, desk, &mut visit, words)?;
    let result = visit.result.ok_or(Mistake::Required(Noun::Visit, "result"))?;
    let took_place = result != VisitResult::Cancelled;
    visit.status = if took_place { VisitStatus::Done } else { VisitStatus::Cancelled };
    tx.save(&mut visit)?;
    let today = desk.stamp.today();
    let day = visit.when.map_or(today, |when| when.day.min(today));
    let deal = visit.opportunity.map(|id| tx.by_id::<Opportunity>(id)).transpose()?.flatten();
    let mut beside = match &deal {
        Some(deal) => parts(tx, desk, deal, &said, day)?,
        None if said.answers.is_empty() && said.marks.is_empty() && !said.moved => 0,
        None => return Err(Mistake::NoDeal(visit.head.no).into()),
    };
    if took_place {
        beside += contacts(tx, &visit, day)?;
    }
    beside += follow(tx, desk, &visit, deal, (day, took_place))?;
    if !said.next_visit.is_empty() {
        next_visit(tx, desk, &visit, said.next_visit)?;
        beside += 1;
    }
    let next = again::renew(tx, desk, &planned, &mut visit)?;
    let onward = if said.moved { onward(tx, desk, &visit, said.reason)? } else { None };
    Ok(Told { visit, beside, next, onward })
}

/// Moves the visit's deal on by one stage: the gate counts what the visit itself has answered.
fn onward(
    tx: &mut Tx,
    desk: &Desk,
    visit: &Visit,
    reason: Option<String>,
) -> Result<Option<Onward>, Failure> {
    let deal = visit.opportunity.map(|id| tx.by_id::<Opportunity>(id)).transpose()?.flatten();
    let Some(deal) = deal else { return Ok(None) };
    let (deal, overridden) = deal::on(tx, desk, deal, reason)?;
    Ok(Some((deal.title, deal.stage, overridden)))
}

fn read<'a>(tx: &Tx, desk: &Desk, visit: &mut Visit, words: &'a [String]) -> Result<Words<'a>, Failure> {
    let mut said = Words::default();
    let mut pairs = Vec::with_capacity(words.len());
    for word in words {
        let (key, text) = assign::split(word)?;
        match key {
            "answers" | "答案" => {
                said.answers = text
                    .split([' ', ',', '，', '、', ';', '；', '\n'])
                    .filter(|one| !one.is_empty())
                    .collect();
            }
            "marks" | "标记" => said.marks = text,
            "next_visit" | "下次拜访" => said.next_visit = text,
            "moved" | "已推进" => said.moved = is_moved(text)?,
            "reason" | "原因" | "理由" => said.reason = Some(text.to_owned()),
            _ => {
                let field = assign::field::<Visit>(key)?;
                if !TOLD.contains(&field.key) {
                    return Err(Mistake::NoField(Noun::Visit, key.to_owned()).into());
                }
                pairs.push((field, text));
            }
        }
    }
    // The currency first: amounts are read by it.
    pairs.sort_by_key(|(field, _)| field.key != "currency");
    for (field, text) in pairs {
        assign::assign(tx, desk, visit, field, text)?;
    }
    Ok(said)
}

fn is_moved(text: &str) -> Result<bool, Mistake> {
    let wrong = || Mistake::Value(Noun::Visit, "moved", text.to_owned(), Wanted::Flag);
    assign::flag(text).map(|value| value == Value::Int(1)).map_err(|_| wrong())
}

/// Answers, true as of the visit's day, and marks of people; how many.
fn parts(
    tx: &mut Tx,
    desk: &Desk,
    deal: &Opportunity,
    said: &Words,
    day: NaiveDate,
) -> Result<usize, Failure> {
    if !said.answers.is_empty() && deal.status != Status::Open {
        let why = passage::Refusal::NotOpen { status: deal.status };
        return Err(Refusal::Passage(deal.head.no, why).into());
    }
    for one in &said.answers {
        let (question, verdict, grade) = split_answer(one);
        let number = answer::read_question(question)?;
        let verdict = answer::read_verdict(verdict).ok_or_else(|| Mistake::NoVerdict((*one).to_owned()))?;
        let grade: Vec<String> = (!grade.is_empty()).then(|| format!("grade={grade}")).into_iter().collect();
        answer::write(tx, desk, deal, (number, verdict), &grade, Some(day))?;
    }
    let people = split_marks(said.marks)?;
    for (who, words) in &people {
        decide::mark_in(tx, desk, deal, who, words)?;
    }
    Ok(said.answers.len() + people.len())
}

/// `4+told` as question, verdict and grade.
fn split_answer(text: &str) -> (&str, &str, &str) {
    let figures = text.find(|sign: char| !sign.is_ascii_digit() && !matches!(sign, 'q' | 'Q'));
    let (question, rest) = text.split_at_checked(figures.unwrap_or(text.len())).unwrap_or((text, ""));
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let (verdict, grade) = rest.split_at_checked(first).unwrap_or((rest, ""));
    (question, verdict, grade.trim_start_matches(':'))
}

/// `12:support=+;coverage=※ Wei:+?+=` as people, each with the words of the marks.
fn split_marks(text: &str) -> Result<Vec<(String, Vec<String>)>, Mistake> {
    let mut people = Vec::new();
    let mut name = String::new();
    for part in text.split([' ', ',', '，', '\n', '　']).filter(|part| !part.is_empty()) {
        // A name of several words ends with the one that holds the colon.
        if !name.is_empty() {
            name.push(' ');
        }
        let Some((last, marks)) = part.split_once([':', '：']) else {
            name.push_str(part);
            continue;
        };
        name.push_str(last);
        people.push((std::mem::take(&mut name), cells(marks)?));
    }
    if name.is_empty() { Ok(people) } else { Err(Mistake::NoMarks(name)) }
}

/// Marks as `field=value` words: written out, or the four cells of the card in a row, `.` for one that stays.
fn cells(marks: &str) -> Result<Vec<String>, Mistake> {
    let in_a_row = |sign: char| "※*+=-×x?.＋＝－？".contains(sign);
    let written: Vec<String> =
        marks.split([';', '；']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if marks.is_empty() {
        return Err(Mistake::NoMarks(marks.to_owned()));
    }
    if marks.chars().count() > 4 || !marks.chars().all(in_a_row) {
        return Ok(written);
    }
    let lists = choice::marked().map(|(list, _)| list);
    let words = lists.zip(marks.chars()).filter(|(_, sign)| *sign != '.').map(|(list, sign)| match sign {
        '?' | '？' if list != "coverage" => format!("{list}="),
        _ => format!("{list}={sign}"),
    });
    Ok(words.collect())
}

/// Account, people and their part in the deal were met on the day; how many records that changed.
fn contacts(tx: &mut Tx, visit: &Visit, day: NaiveDate) -> Result<usize, Failure> {
    let mut changed = 0;
    if let Some(account) = visit.account {
        changed += met::<Account>(tx, account, |one| &mut one.last_contact_on, day)?;
    }
    for person in &visit.who {
        changed += met::<Person>(tx, *person, |one| &mut one.last_contact_on, day)?;
        let role = visit.opportunity.map(|deal| tx.role_of(deal, *person)).transpose()?.flatten();
        if let Some(role) = role.filter(|role| !role.head.gone) {
            changed += met::<Role>(tx, role.head.id, |one| &mut one.last_contact_on, day)?;
        }
    }
    Ok(changed)
}

fn met<R: Record>(
    tx: &mut Tx,
    id: Id,
    last: impl Fn(&mut R) -> &mut Option<NaiveDate>,
    day: NaiveDate,
) -> Result<usize, Failure> {
    let Some(mut record) = tx.by_id::<R>(id)? else { return Ok(0) };
    let slot = last(&mut record);
    if slot.is_some_and(|before| before >= day) {
        return Ok(0);
    }
    *slot = Some(day);
    tx.save(&mut record)?;
    Ok(1)
}

/// What was spent, what the deal does next, and the to-do that keeps the promise; how many records.
fn follow(
    tx: &mut Tx,
    desk: &Desk,
    visit: &Visit,
    deal: Option<Opportunity>,
    (day, took_place): (NaiveDate, bool),
) -> Result<usize, Failure> {
    let mut beside = 0;
    if let Some(mut deal) = deal {
        if visit.hours.is_some_and(|minutes| minutes > 0) || visit.cost.is_some_and(|sum| sum != 0) {
            tx.save(&mut Cost {
                opportunity: deal.head.id,
                on_day: Some(day),
                hours: visit.hours,
                amount: visit.cost,
                currency: visit.currency.clone(),
                note: visit.what.clone(),
                ..Cost::default()
            })?;
            beside += 1;
        }
        if took_place && deal.last_activity_on.is_none_or(|before| before < day) {
            deal.last_activity_on = Some(day);
        }
        if visit.next_step.is_some() {
            deal.next_step.clone_from(&visit.next_step);
            deal.next_on = visit.next_on;
        }
        beside += usize::from(tx.save(&mut deal)?);
    }
    if let Some(step) = &visit.next_step {
        tx.save(&mut Todo {
            title: step.clone(),
            due: visit.next_on.map(Moment::on),
            account: visit.account,
            opportunity: visit.opportunity,
            visit: Some(visit.head.id),
            owner: visit.owner.clone().or_else(|| Some(desk.stamp.author.clone())),
            ..Todo::default()
        })?;
        beside += 1;
    }
    Ok(beside)
}

/// The next visit to the same people, at a day and time in words.
fn next_visit(tx: &mut Tx, desk: &Desk, visit: &Visit, text: &str) -> Result<(), Failure> {
    let mut next = visit.follow_up();
    assign::assign(tx, desk, &mut next, assign::field::<Visit>("when")?, text)?;
    tx.save(&mut next)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_as_question_verdict_and_grade() {
        for (text, parts) in [
            ("4+told", ("4", "+", "told")),
            ("7-", ("7", "-", "")),
            ("q12?", ("q12", "?", "")),
            ("15＋proven", ("15", "＋", "proven")),
            ("3-口述", ("3", "-", "口述")),
            ("4", ("4", "", "")),
            ("+", ("", "+", "")),
        ] {
            assert_eq!(split_answer(text), parts, "{text}");
        }
    }

    #[test]
    fn marks_are_written_out_or_stand_in_a_row() {
        let one = |who: &str, words: &[&str]| {
            (who.to_owned(), words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
        };
        for (text, people) in [
            ("", vec![]),
            ("12:support=+;coverage=※", vec![one("12", &["support=+", "coverage=※"])]),
            ("Ada Lund:++.=", vec![one("Ada Lund", &["buying_role=+", "adaptability=+", "coverage=="])]),
            ("3:..-? 张平：x", vec![one("3", &["support=-", "coverage=?"]), one("张平", &["buying_role=x"])]),
            ("9:?", vec![one("9", &["buying_role="])]),
        ] {
            assert_eq!(split_marks(text), Ok(people), "{text}");
        }
        for text in ["Ada", "12:", "3:+ Ada"] {
            assert!(split_marks(text).is_err(), "{text}");
        }
    }
}
