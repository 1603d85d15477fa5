//! The form that tells what came of a visit: answers and people's marks in cells of one key each.

use super::super::{Entry, FieldSpec, Job, Widget, specs};
use crate::action::Desk;
use crate::action::visit::{Act, asked};
use crate::domain::answer::{Answer, Grade, Verdict};
use crate::domain::choice::Choice;
use crate::domain::gate::{GateResult, GateSheet};
use crate::domain::id::Id;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Person, Role};
use crate::domain::question::QUESTIONS;
use crate::domain::stage::{Stage, Status};
use crate::domain::visit::{Visit, VisitResult};
use crate::lang::{Lang, choice, field, gate, question, visit as word};
use crate::store::{Fault, Store};
use crate::tui::shape::form::{Cell, Row, Sign};

/// What a debrief asks for, in this order; answers, marks and the next visit are no fields of the visit.
const DEBRIEF: &[&str] = &[
    "result",
    "customer_did",
    "aims_moved",
    "answers",
    MARK,
    "next_step",
    "next_on",
    "next_visit",
    "hours",
    "cost",
    "notes",
    "moved",
];

/// What begins the key of a person's marks; the person's number follows.
const MARK: &str = "mark ";

/// Most people whose marks are asked for.
const PEOPLE: usize = 12;

/// The marks that a visit changes most often: the cursor stops at them though they are known.
const CHANGED: [&str; 2] = ["support", "coverage"];

impl Entry {
    /// A form that tells what came of a visit; nothing where it is not there or over.
    pub fn debrief(store: &Store, desk: &Desk, no: i64) -> Result<Option<Self>, Fault> {
        let (Some(found), lang) = (super::open(store, no)?, desk.lang) else { return Ok(None) };
        let mut fields = specs(&found, |key| DEBRIEF.contains(&key), lang);
        // One key answers each of these, and the next follows at once.
        for spec in fields.iter_mut().filter(|spec| matches!(spec.key.as_str(), "result" | "customer_did")) {
            if let Widget::Choice(options) = &spec.kind {
                spec.kind = Widget::Quick(options.clone());
            }
            spec.required = spec.key == "result";
        }
        for spec in fields.iter_mut().filter(|spec| spec.key == "aims_moved") {
            if let Widget::Set(options) = &spec.kind {
                spec.kind = Widget::Numbered(options.clone());
            }
        }
        let mut next = field("next_visit".to_owned(), word::NEXT_VISIT.text(lang), Widget::Date);
        word::NEXT_VISIT_HINT.text(lang).clone_into(&mut next.hint);
        fields.push(next);
        let deal = found.opportunity.map(|id| store.by_id::<Opportunity>(id)).transpose()?.flatten();
        if let Some(deal) = deal {
            fields.extend(answers(store, desk, &found, &deal)?);
            fields.extend(marks(store, &found, &deal, lang)?);
            fields.extend(moved(store, desk, &deal)?);
        }
        let place = |spec: &FieldSpec| {
            DEBRIEF.iter().position(|key| *key == spec.key || *key == MARK && spec.key.starts_with(MARK))
        };
        fields.sort_by_key(place);
        let title = word::DEBRIEF_OF.fill(lang, &[&super::named(store, &found)?]);
        let account = super::account_of(store, &found)?;
        Ok(Some(Self::made(fields, Job::Visit(Act::Debrief, no), account, title)))
    }

    /// What a result says already is not asked for: the customer did what was achieved, and not what was not; a visit
    /// that did not take place has only a next step. `from` is the field that the cursor was on before the key.
    pub fn follow(&mut self, from: Option<&str>) {
        let is_debrief = matches!(self.job, Job::Visit(Act::Debrief, _));
        if !(is_debrief && from == Some("result") && self.form.at() == Some("customer_did")) {
            return;
        }
        let result = VisitResult::from_code(&self.form.value("result"));
        let (did, next) = match (result, result.and_then(VisitResult::implies)) {
            (Some(VisitResult::Cancelled), _) => ("", "next_step"),
            (_, Some(did)) => (did, "aims_moved"),
            (_, None) => return,
        };
        self.form.fill("customer_did", did, did);
        self.form.go(next);
    }
}

/// The words of a debrief, the marks of all people in one.
pub fn told(words: Vec<String>) -> Vec<String> {
    let (marks, mut words): (Vec<String>, Vec<String>) =
        words.into_iter().partition(|word| word.starts_with(MARK));
    let person = |word: &String| {
        let (no, marks) = word.strip_prefix(MARK)?.split_once('=')?;
        Some(format!("{no}:{}", marks.replace(' ', ";")))
    };
    let marks: Vec<String> = marks.iter().filter_map(person).collect();
    if !marks.is_empty() {
        words.push(format!("marks={}", marks.join(" ")));
    }
    words
}

fn field(key: String, label: &str, kind: Widget) -> FieldSpec {
    FieldSpec {
        key,
        label: label.to_owned(),
        kind,
        value: String::new(),
        shown: String::new(),
        hint: String::new(),
        required: false,
    }
}

/// Whether the deal went on, and what its gate says as yet. It stays unless somebody says otherwise, and it stands at the
/// end, so that who does not answer presses no key for it. Nothing for a deal that is over or in its last stage.
fn moved(store: &Store, desk: &Desk, deal: &Opportunity) -> Result<Option<FieldSpec>, Fault> {
    let lang = desk.lang;
    let stage = |stage: Stage| choice::label(lang, Stage::LIST, stage.code());
    let (Status::Open, Some(next)) = (deal.status, deal.stage.next()) else { return Ok(None) };
    let sheets = store.judgement(deal, desk.stamp.today())?.gates;
    let sheet = sheets.iter().find(|sheet| Some(sheet.gate) == deal.stage.gate());
    let options = vec![
        ("0".to_owned(), word::STAYS.fill(lang, &[&stage(deal.stage)])),
        ("1".to_owned(), word::MOVES.fill(lang, &[&stage(next)])),
    ];
    let mut spec = field("moved".to_owned(), word::MOVED.text(lang), Widget::Choice(options));
    "0".clone_into(&mut spec.value);
    spec.hint = sheet.map(|sheet| gate_line(lang, sheet)).unwrap_or_default();
    Ok(Some(spec))
}

fn gate_line(lang: Lang, sheet: &GateSheet) -> String {
    let result = gate::result(lang, sheet.result.code());
    let missing =
        sheet.missing.iter().map(|one| gate::missing(lang, one.code(), one.question(), &one.facts()));
    let missing = missing.filter(|_| sheet.result != GateResult::Pass);
    let parts: Vec<String> = std::iter::once(result.to_owned()).chain(missing).collect();
    word::GATE_NOW.fill(lang, &[&sheet.gate, &parts.join(" · ")])
}

/// The fifteen questions; the cursor stops at those that the agenda asks. Nothing for a deal that is over.
fn answers(
    store: &Store,
    desk: &Desk,
    visit: &Visit,
    deal: &Opportunity,
) -> Result<Option<FieldSpec>, Fault> {
    if deal.status != Status::Open {
        return Ok(None);
    }
    let (asked, known) = (asked(store, desk, visit)?, store.answers(deal.head.id, None)?);
    let lang = desk.lang;
    let cells = QUESTIONS.iter().map(|question| {
        let number = question.number;
        let title = question::asked(number).map_or("", |asked| asked.title.text(lang));
        let now = known.iter().find(|answer| answer.question == i64::from(number));
        Cell {
            key: number.to_string(),
            head: number.to_string(),
            label: String::new(),
            hint: word::ASKED.fill(lang, &[&number, &title]),
            now: now.map_or((UNKNOWN, "."), verdict),
            signs: vec![
                Sign { keys: "+＋", code: "+", shown: ("+", "+"), is_graded: true },
                Sign { keys: "-－−", code: "-", shown: ("-", "-"), is_graded: true },
                Sign { keys: "?？", code: "?", shown: ("?", "?"), is_graded: false },
            ],
            is_asked: asked.contains(&number),
        }
    });
    let grades =
        Grade::ALL.iter().map(|grade| (grade.code(), choice::label(lang, Grade::LIST, grade.code())));
    // What is heard at a visit was told.
    let grade = Grade::ALL.iter().position(|grade| *grade == Grade::Told).unwrap_or(0);
    let row = Row { cells: cells.collect(), grades: grades.collect(), grade };
    Ok(Some(field("answers".to_owned(), word::ANSWERS.text(lang), Widget::Cells(row))))
}

/// What stands in a cell of which nothing is known.
const UNKNOWN: &str = "·";

fn verdict(answer: &Answer) -> (&'static str, &'static str) {
    match answer.verdict {
        Verdict::Favourable => ("+", "+"),
        Verdict::Unfavourable => ("-", "-"),
        Verdict::Unknown => ("?", "?"),
    }
}

/// The four marks of each person whom the visit is aimed at; where nobody is named, of the deal's people.
fn marks(store: &Store, visit: &Visit, deal: &Opportunity, lang: Lang) -> Result<Vec<FieldSpec>, Fault> {
    let mut seats = store.people_of(deal.head.id)?;
    if !visit.who.is_empty() {
        let seated: Vec<Id> = seats.iter().map(|(_, person)| person.head.id).collect();
        seats.retain(|(_, person)| visit.who.contains(&person.head.id));
        for id in visit.who.iter().filter(|id| !seated.contains(id)) {
            seats.extend(store.by_id::<Person>(*id)?.map(|person| (Role::default(), person)));
        }
        seats.sort_by_key(|(_, person)| visit.who.iter().position(|id| *id == person.head.id));
    }
    let of = |(role, person): &(Role, Person)| {
        let cells = choice::marked().map(|(list, codes)| cell(list, codes, role, lang));
        let row = Row { cells: cells.collect(), ..Row::default() };
        field(format!("{MARK}{}", person.head.no), &person.name, Widget::Cells(row))
    };
    Ok(seats.iter().take(PEOPLE).map(of).collect())
}

fn cell(list: &'static str, codes: &'static [&'static str], role: &Role, lang: Lang) -> Cell {
    let now = match list {
        "buying_role" => role.buying_role.map(Choice::code),
        "adaptability" => role.adaptability.map(Choice::code),
        "support" => role.support.map(Choice::code),
        _ => role.coverage.map(Choice::code),
    };
    let known = now.filter(|code| codes.contains(code));
    let mark = known.and_then(|code| choice::mark(list, code));
    let label = field::label(lang, "role", list);
    let said = now.map_or(word::NOT_YET_MARKED.text(lang), |code| choice::label(lang, list, code));
    let mut signs: Vec<Sign> =
        codes.iter().filter_map(|code| Some(sign(choice::mark(list, code)?))).collect();
    let unknown = if list == "coverage" { "?" } else { "" };
    signs.push(Sign { keys: "?？", code: unknown, shown: ("?", "?"), is_graded: false });
    let named = codes.iter().filter_map(|code| {
        let (shown, key) = choice::mark(list, code)?;
        let key = if shown == key { key.to_owned() } else { format!("{key}{shown}") };
        Some(format!("{key} {}", choice::label(lang, list, code)))
    });
    let hint: Vec<String> = named.chain([word::CLEARED.text(lang).to_owned()]).collect();
    Cell {
        key: format!("{list}="),
        head: String::new(),
        label: word::NOW.fill(lang, &[&label, &said]),
        hint: hint.join(" "),
        now: mark.unwrap_or((UNKNOWN, ".")),
        signs,
        is_asked: known.is_none() || CHANGED.contains(&list),
    }
}

/// A mark with the keys that say it, as the people of a deal are marked.
fn sign((shown, key): (&'static str, &'static str)) -> Sign {
    let keys = match key {
        "*" => "*＊※",
        "+" => "+＋",
        "=" => "=＝",
        "-" => "-－−",
        _ => "xX×ｘ",
    };
    Sign { keys, code: key, shown: (shown, key), is_graded: false }
}
