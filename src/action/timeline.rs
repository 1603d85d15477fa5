//! Entries of a timeline in words: the screens, the shell and the deal sheet tell them alike.

use chrono::NaiveDate;

use super::worded;
use crate::domain::answer::{Answer, Verdict};
use crate::domain::choice::Choice;
use crate::domain::cost::Cost;
use crate::domain::decision::{Decision, Pace};
use crate::domain::hours;
use crate::domain::money;
use crate::domain::noun::for_noun;
use crate::domain::record::Record;
use crate::domain::review::Review;
use crate::domain::stage::Step;
use crate::domain::timeline::{Entry, Took, What};
use crate::domain::todo::{Todo, TodoKind, TodoState};
use crate::domain::value::{Kind, Value};
use crate::domain::visit::Visit;
use crate::lang::{Lang, choice, field, hint, question, timeline as word};

/// What an entry says, by its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The code of its kind.
    pub kind: &'static str,
    /// What it is.
    pub head: String,
    /// What came of it, or how far it is.
    pub verdict: String,
    /// What was said.
    pub said: Vec<String>,
    /// Its deal or person, where the timeline is of more than that.
    pub about: Option<String>,
}

impl Told {
    /// What it is and what was said, without what came of it.
    pub fn short(&self, lang: Lang) -> String {
        told(lang, &self.head, &self.said)
    }

    /// Everything in one sentence.
    pub fn text(&self, lang: Lang) -> String {
        let parts = [self.verdict.clone()].into_iter().chain(self.said.iter().cloned());
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        let text = told(lang, &self.head, &parts);
        match &self.about {
            Some(about) => format!("{text} · {about}"),
            None => text,
        }
    }
}

fn told(lang: Lang, head: &str, parts: &[String]) -> String {
    let said = parts.join(word::between(lang));
    match (head.is_empty(), said.is_empty()) {
        (_, true) => head.to_owned(),
        (true, _) => said,
        _ => word::COLON.fill(lang, &[&head, &said]),
    }
}

/// An entry in words.
pub fn tell(lang: Lang, entry: &Entry, today: NaiveDate) -> Told {
    let late = |open: bool| if open { due(lang, entry.mark.on, today) } else { String::new() };
    let people = entry.people.join(hint::between(lang));
    let mut one = match &entry.what {
        What::Visit(visit) => visited(lang, visit, &people, entry.mark.ahead),
        What::Todo(todo) => {
            to_do(lang, todo, &people, late(todo.state == TodoState::Open && todo.due.is_some()))
        }
        What::Answer(answer) => answered(lang, answer, &people),
        What::Step(step) => moved(lang, step),
        What::Cost(cost) => spent(lang, cost),
        What::Review(review) => reviewed(lang, review),
        What::Decision(step) => decided(lang, step, &people, late(step.is_ahead())),
        What::Next(step) => plain("next", step.clone(), late(true)),
        What::Close => plain("close", word::EXPECTED.text(lang).to_owned(), late(true)),
        What::Took(took) => changed(lang, took),
    };
    one.about.clone_from(&entry.about);
    one
}

fn plain(kind: &'static str, head: String, verdict: String) -> Told {
    Told { kind, head, verdict, ..Told::default() }
}

/// How far away a day is, or how long ago it was due.
fn due(lang: Lang, on: NaiveDate, today: NaiveDate) -> String {
    match (on - today).num_days() {
        0 => word::TODAY_DUE.text(lang).to_owned(),
        days @ 1.. => word::IN_DAYS.fill(lang, &[&days]),
        days => word::LATE.fill(lang, &[&-days]),
    }
}

fn with(lang: Lang, head: &str, people: &str) -> String {
    if people.is_empty() { head.to_owned() } else { word::WITH.fill(lang, &[&head, &people]) }
}

/// The lines of a note in one.
fn joined(lang: Lang, note: &str) -> String {
    let lines: Vec<&str> = note.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(word::between(lang))
}

/// Whether a visit is made by telephone.
fn is_call(visit: &Visit) -> bool {
    let form = visit.what.as_deref().unwrap_or_default().to_lowercase();
    ["call", "phone", "电话", "通话"].iter().any(|sign| form.contains(sign))
}

fn visited(lang: Lang, visit: &Visit, people: &str, ahead: bool) -> Told {
    let form = visit.what.as_deref().filter(|form| !form.trim().is_empty());
    let form = form.unwrap_or_else(|| choice::label(lang, "visit_type", visit.r#type.code()));
    let verdict = match visit.result {
        Some(result) => choice::label(lang, "result", result.code()).to_owned(),
        None if ahead => word::READY.fill(lang, &[&visit.filled()]),
        None if visit.is_open() => word::UNTOLD.text(lang).to_owned(),
        None => choice::label(lang, "visit_status", visit.status.code()).to_owned(),
    };
    let notes = visit.notes.as_deref().map(|notes| joined(lang, notes)).filter(|notes| !notes.is_empty());
    let mut said: Vec<String> = notes.or_else(|| visit.why.clone()).into_iter().collect();
    match (&visit.next_step, visit.next_on) {
        (Some(step), Some(day)) => said.push(word::NEXT_BY.fill(lang, &[step, &day])),
        (Some(step), None) => said.push(word::NEXT_STEP.fill(lang, &[step])),
        (None, _) => {}
    }
    let kind = if is_call(visit) { "call" } else { "visit" };
    Told { kind, head: with(lang, form, people), verdict, said, about: None }
}

fn to_do(lang: Lang, todo: &Todo, people: &str, late: String) -> Told {
    let verdict = match todo.state {
        TodoState::Open if late.is_empty() => word::OPEN.text(lang).to_owned(),
        TodoState::Open => late,
        TodoState::Done | TodoState::Dropped => {
            choice::label(lang, "todo_state", todo.state.code()).to_owned()
        }
    };
    let waits = todo.waiting_on.as_ref().map(|on| word::WAITS.fill(lang, &[on]));
    let notes = todo.notes.as_deref().map(|notes| joined(lang, notes));
    let kind = if todo.kind == TodoKind::Ask { "ask" } else { "todo" };
    let said = waits.into_iter().chain(notes).collect();
    Told { kind, head: with(lang, &todo.title, people), verdict, said, about: None }
}

fn answered(lang: Lang, answer: &Answer, people: &str) -> Told {
    let number = u8::try_from(answer.question).unwrap_or(0);
    let mut head = word::QUESTION.fill(lang, &[&number, &question::term(lang, number)]);
    if let Some(rival) = &answer.subject {
        head = word::ABOUT_RIVAL.fill(lang, &[&head, rival]);
    }
    let verdict = choice::label(lang, "verdict", answer.verdict.code()).to_owned();
    let is_known = answer.verdict != Verdict::Unknown;
    let grade = is_known.then(|| choice::label(lang, "grade", answer.grade.code()).to_owned());
    let note = answer.note.as_deref().map(|note| joined(lang, note));
    let by = (!people.is_empty()).then(|| word::SAID_BY.fill(lang, &[&people]));
    Told {
        kind: "answer",
        head,
        verdict,
        said: note.into_iter().chain(by).chain(grade).collect(),
        about: None,
    }
}

fn moved(lang: Lang, step: &Step) -> Told {
    let stage = |one: &'static str| choice::label(lang, "stage", one);
    let to = stage(step.to_stage.code());
    let head = match step.from_stage.map(|from| stage(from.code())).filter(|from| *from != to) {
        Some(from) => format!("{from} → {to}"),
        None => to.to_owned(),
    };
    let act = choice::label(lang, "move", step.act.code());
    let overridden = step.overridden.then(|| word::OVERRIDDEN.text(lang));
    let verdict = [Some(act), overridden].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let reason = step.reason.as_deref().map(|reason| word::BECAUSE.fill(lang, &[&joined(lang, reason)]));
    let gates = step.gates.as_deref().map(|gates| worded::gates(lang, gates));
    Told { kind: "move", head, verdict, said: reason.into_iter().chain(gates).collect(), about: None }
}

fn spent(lang: Lang, cost: &Cost) -> Told {
    let hours = cost.hours.map(|minutes| word::HOURS.fill(lang, &[&hours::show(minutes)]));
    let money = cost.amount.map(|amount| money::full(amount, &cost.currency));
    let parts: Vec<String> = [hours, money].into_iter().flatten().collect();
    let head = parts.join(hint::between(lang));
    Told { kind: "cost", head, said: cost.note.clone().into_iter().collect(), ..Told::default() }
}

fn reviewed(lang: Lang, review: &Review) -> Told {
    let head = choice::label(lang, "ritual", review.ritual.code()).to_owned();
    let verdict = review.verdict.map(|one| choice::label(lang, "review_verdict", one.code()).to_owned());
    let said = [&review.reason, &review.idea, &review.notes].into_iter().flatten();
    let said = said.map(|text| joined(lang, text)).collect();
    Told { kind: "review", head, verdict: verdict.unwrap_or_default(), said, about: None }
}

fn decided(lang: Lang, step: &Decision, people: &str, late: String) -> Told {
    let state = choice::label(lang, Pace::LIST, step.state.code()).to_owned();
    let verdict = if late.is_empty() { state } else { late };
    let said = step.notes.as_deref().map(|notes| joined(lang, notes)).into_iter().collect();
    Told { kind: "decision", head: with(lang, &step.name, people), verdict, said, about: None }
}

fn changed(lang: Lang, took: &Took) -> Told {
    if took.field == "notes" {
        let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
        let (old, new) = (text(&took.old), text(&took.new));
        let fresh: Vec<&str> =
            new.lines().filter(|line| !old.lines().any(|known| known.trim() == line.trim())).collect();
        let said = joined(lang, &fresh.join("\n"));
        let head = if said.is_empty() { word::NOTES_GONE.text(lang).to_owned() } else { said };
        return plain("note", head, String::new());
    }
    let kind = for_noun!(took.noun, R => R::field(&took.field).map(|field| field.kind)).unwrap_or(Kind::Line);
    let side = |value: &Value| {
        let no_name = |_, _| Ok::<_, std::convert::Infallible>(None);
        let Ok(text) = worded::value(lang, kind, value, &took.currency, no_name);
        if text.is_empty() { "—".to_owned() } else { text }
    };
    let label = field::word(took.noun.code(), &took.field).map_or("", |word| word.text(lang));
    let (old, new) = (side(&took.old), side(&took.new));
    let code = if took.field == "p_rep" { "odds" } else { "change" };
    let head = if took.old.is_null() {
        word::COLON.fill(lang, &[&label, &new])
    } else {
        word::FROM_TO.fill(lang, &[&label, &old, &new])
    };
    plain(code, head, String::new())
}
