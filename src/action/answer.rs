//! Answering one of the fifteen questions about us or about a rival.

use chrono::NaiveDate;

use crate::domain::answer::{Answer, Grade, Verdict};
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::passage;
use crate::domain::person::Person;
use crate::domain::record::Field;
use crate::domain::rival::Competitor;
use crate::domain::stage::Status;
use crate::lang;
use crate::store::{Store, Tx};

use super::failure::{Failure, Mistake, Refusal, Wanted};
use super::{Desk, Done, Said, assign, decide, generic, resolve};

/// Fields of an answer that the words may set.
const SETTABLE: &[&str] = &["grade", "note", "verified_on", "verified_by", "subject", "source"];

/// What an answer became.
pub(super) struct Written {
    /// What stands now.
    answer: Answer,
    /// Whether the answer before said the same.
    is_same: bool,
}

/// Writes down an answer; what the words leave unsaid is taken from the answer before.
pub fn answer(
    store: &mut Store,
    desk: &Desk,
    which: &str,
    question: &str,
    verdict: &str,
    words: &[String],
) -> Result<Done, Failure> {
    let number = read_question(question)?;
    let verdict = read_verdict(verdict).ok_or_else(|| Mistake::NoVerdict(verdict.to_owned()))?;
    let name = format!("opp answer {which} {number} {} {}", verdict.code(), words.join(" "));
    let ((deal, written), receipt) = store.transact(&desk.stamp, &generic::label(name.trim_end()), |tx| {
        let deal: Opportunity = resolve::target(tx, which)?;
        if deal.status != Status::Open {
            let why = passage::Refusal::NotOpen { status: deal.status };
            return Err(Refusal::Passage(deal.head.no, why).into());
        }
        let written = write(tx, desk, &deal, (number, verdict), words, None)?;
        Ok::<_, Failure>((deal, written))
    })?;
    let is_graded = verdict != Verdict::Unknown;
    let said = match receipt.batch {
        None => Said::Unchanged,
        Some(_) if written.is_same && is_graded => {
            Said::StillTrue(deal.title, number, verdict.code(), written.answer.grade.code())
        }
        Some(_) => Said::Answered(deal.title, number, verdict.code()),
    };
    Ok(Done { said, record: Some((Noun::Opp, deal.head.no)), touched: receipt.touched })
}

/// A question by its number, 1 to 15.
pub(super) fn read_question(text: &str) -> Result<i64, Mistake> {
    let number = text.trim_start_matches(['q', 'Q']).parse().ok().filter(|number| (1..=15).contains(number));
    number.ok_or_else(|| Mistake::NoQuestion(text.to_owned()))
}

/// Writes the answer to a question of a deal, within a batch: the same again keeps what is known of it and is true as
/// of today. What is heard at a `visit` is true as of its day, and takes nothing from evidence that was better.
pub(super) fn write(
    tx: &mut Tx,
    desk: &Desk,
    deal: &Opportunity,
    (question, verdict): (i64, Verdict),
    words: &[String],
    visit: Option<NaiveDate>,
) -> Result<Written, Failure> {
    let (mut said, keys) = read(tx, desk, deal, words)?;
    if let Some(name) = &said.subject {
        let rival = decide::rival_in(tx, deal, name)?;
        said.subject = tx.by_id::<Competitor>(rival.competitor)?.map(|competitor| competitor.name);
    }
    let before = tx.answers(deal.head.id, said.subject.as_deref())?;
    let before = before.into_iter().find(|answer| answer.question == question);
    let mut answer = Answer {
        opportunity: deal.head.id,
        subject: said.subject.clone(),
        question,
        verdict,
        grade: Grade::Guess,
        verified_on: Some(visit.unwrap_or(desk.stamp.today())),
        verified_by: Some(desk.stamp.author.clone()),
        ..Answer::default()
    };
    let same = before.as_ref().filter(|before| before.verdict == verdict);
    // The evidence stays with a question; its grade and its day only as long as the answer says the same.
    if let Some(before) = &before {
        answer.note.clone_from(&before.note);
        answer.source = before.source;
    }
    if let Some(same) = same {
        answer.grade = same.grade;
        answer.verified_on = answer.verified_on.max(same.verified_on);
    }
    for field in keys {
        (field.set)(&mut answer, (field.get)(&said))
            .map_err(|_| Mistake::Required(Noun::Answer, field.key))?;
    }
    if let (Some(same), Some(_)) = (same, visit) {
        answer.grade = answer.grade.max(same.grade);
    }
    let is_kept = |before: &Answer| Answer { head: answer.head.clone(), ..before.clone() } == answer;
    if !before.as_ref().is_some_and(is_kept) {
        tx.save(&mut answer)?;
    }
    Ok(Written { is_same: same.is_some(), answer })
}

/// What the words say of an answer, and the fields that they name.
fn read(
    tx: &mut Tx,
    desk: &Desk,
    deal: &Opportunity,
    words: &[String],
) -> Result<(Answer, Vec<&'static Field<Answer>>), Failure> {
    let mut said = Answer::default();
    let mut keys = Vec::new();
    for word in words {
        let (key, text) = assign::split(word)?;
        let field = assign::field::<Answer>(key)?;
        if !SETTABLE.contains(&field.key) {
            return Err(Mistake::NoField(Noun::Answer, key.to_owned()).into());
        }
        match text.strip_prefix(['+', '＋']).filter(|_| field.key == "source") {
            Some(name) => said.source = Some(newcomer(tx, desk, deal.account, name)?.head.id),
            None => assign::assign(tx, desk, &mut said, field, text)?,
        }
        // Nobody knows today what will be true tomorrow.
        if field.key == "verified_on" && said.verified_on.is_some_and(|day| day > desk.stamp.today()) {
            return Err(Mistake::Value(Noun::Answer, field.key, text.to_owned(), Wanted::Past).into());
        }
        keys.push(field);
    }
    Ok((said, keys))
}

/// `source=+Name` makes the person at the deal's account in the same batch; who is called so there already is meant.
pub(super) fn newcomer(tx: &mut Tx, desk: &Desk, account: Option<Id>, name: &str) -> Result<Person, Failure> {
    let known = account.map(|account| tx.people(account)).transpose()?.unwrap_or_default();
    if let Some(person) = known.into_iter().find(|person| person.name.eq_ignore_ascii_case(name.trim())) {
        return Ok(person);
    }
    generic::made(tx, desk, Person { account, ..Person::default() }, name)
}

/// `+`, `-`, `?`, their words in both languages, and the full-width twins.
pub(super) fn read_verdict(text: &str) -> Option<Verdict> {
    let narrow = match text.trim() {
        "＋" => "+",
        "－" | "−" | "–" => "-",
        "？" => "?",
        other => other,
    };
    lang::choice::parse_choice(Verdict::LIST, Verdict::CODES, narrow).and_then(Verdict::from_code)
}
