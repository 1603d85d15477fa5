//! Forms over records: which fields they ask for, and the action that their values become.

mod ask;
mod bulk;
mod review;
mod visit;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::ask::{name_links, specs};
pub(super) use self::visit::named as visit_name;
use super::paint::Paint;
use super::shape::form::{FieldSpec, Form, Kind as Widget};
use super::shape::overlay::{centred, overlay};
use super::shape::text;
use crate::action::visit::Act;
use crate::action::{Action, called};
use crate::domain::account::Account;
use crate::domain::background::linked;
use crate::domain::choice::Choice;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::stage::{self, Move};
use crate::lang::{Lang, choice, cockpit as word, field};
use crate::store::{Fault, Store};

/// What a form's values become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// A new record, with words that the form does not ask for.
    Add(Noun, Vec<String>),
    /// Changes of a record, or of several.
    Set(Noun, String),
    /// The end of a deal.
    Close(String),
    /// An answer to a question of a deal.
    Answer(i64, i64),
    /// What is done with a visit.
    Visit(Act, i64),
}

/// A form under edit, with its title and its job.
pub struct Entry {
    /// What is filled in.
    pub form: Form,
    /// What its values become.
    pub job: Job,
    /// The account that people are picked from.
    pub account: Option<i64>,
    /// Whether the person was told that leaving drops what is filled in.
    pub warned: bool,
    title: String,
    rows: u16,
}

/// What changes most often of what a new record's form does not ask for.
const OFTEN: &[&str] = &["p_rep", "category", "owner"];

/// The ends of a deal, as the closing form offers them.
const ENDS: [(Move, stage::Status); 4] = [
    (Move::Win, stage::Status::Won),
    (Move::Lose, stage::Status::Lost),
    (Move::Suspend, stage::Status::Suspended),
    (Move::Drop, stage::Status::Dropped),
];

/// Puts the fields of a noun into the one order that its forms have, new or not: as a new record is told, then what
/// changes most often, then the rest, and what is ticked last.
fn arrange(noun: Noun, specs: &mut [FieldSpec]) {
    let new = noun.traits().form;
    let place =
        |spec: &FieldSpec| new.iter().chain(OFTEN).position(|key| *key == spec.key).unwrap_or(usize::MAX);
    specs.sort_by_key(|spec| (matches!(spec.kind, Widget::Set(_)), place(spec)));
}

impl Entry {
    /// A form for a new record; `account` is filled in where the record has one.
    pub fn add(noun: Noun, account: Option<(i64, String)>, lang: Lang) -> Self {
        Self::fresh(noun, account, &[], lang)
    }

    /// The same without the fields of `known`.
    fn fresh(noun: Noun, account: Option<(i64, String)>, known: &[&str], lang: Lang) -> Self {
        let keys = noun.traits().form;
        let asked = |key: &str| keys.contains(&key) && !known.contains(&key);
        let mut specs = for_noun!(noun, R => specs(&R::default(), asked, lang));
        arrange(noun, &mut specs);
        let mut preset = Vec::new();
        if let Some((no, name)) = &account {
            let asked = specs.iter_mut().find(|spec| spec.key == "account");
            // A value that the form starts with is no change of the person's.
            if asked.is_some() || noun == Noun::Person {
                preset.push(format!("account={no}"));
            }
            if let Some(spec) = asked {
                spec.value = no.to_string();
                spec.shown.clone_from(name);
            }
        }
        let title = word::NEW_OF.fill(lang, &[&crate::lang::noun::name(lang, noun.code())]);
        let account = account.map(|(no, _)| no);
        Self::made(specs, Job::Add(noun, preset), account, title)
    }

    /// A form for a new record that hangs on a deal; people are picked from its account.
    pub fn hang(noun: Noun, deal: i64, account: Option<i64>, lang: Lang) -> Self {
        let mut entry = Self::fresh(noun, None, &["account", "opportunity"], lang);
        let mut preset = vec![format!("opportunity={deal}")];
        preset.extend(account.filter(|_| noun == Noun::Visit).map(|no| format!("account={no}")));
        entry.job = Job::Add(noun, preset);
        entry.account = account;
        entry
    }

    /// A form for a record; nothing where it is not there.
    pub fn set(store: &Store, noun: Noun, no: i64, lang: Lang) -> Result<Option<Self>, Fault> {
        let made = for_noun!(noun, R => match store.get::<R>(no)? {
            Some(record) => {
                let mut specs = specs(&record, |key| !R::TRAITS.hidden.contains(&key), lang);
                arrange(noun, &mut specs);
                name_links(store, lang, &record, &mut specs)?;
                let sheet = store.sheet(noun, record.head().id)?.unwrap_or_default();
                let title = word::EDIT_OF.fill(lang, &[&called(lang, noun, &sheet.name)]);
                let account = R::field("account").map(|field| (field.get)(&record));
                Some((specs, title, account))
            }
            None => None,
        });
        let Some((specs, title, account)) = made else { return Ok(None) };
        let id = account.and_then(|value| value.as_text().and_then(|text| text.parse().ok()));
        let account = id.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten();
        let job = Job::Set(noun, no.to_string());
        Ok(Some(Self::made(specs, job, account.map(|sheet| sheet.no), title)))
    }

    /// A form that closes a deal, or several.
    pub fn close(which: String, name: &str, lang: Lang) -> Self {
        let label =
            |status: stage::Status| choice::label(lang, stage::Status::LIST, status.code()).to_owned();
        let ends = ENDS.iter().map(|(_, status)| (status.code().to_owned(), label(*status)));
        let spec = |key: &str, label: &str, kind, required| FieldSpec {
            key: key.to_owned(),
            label: label.to_owned(),
            kind,
            value: String::new(),
            shown: String::new(),
            hint: String::new(),
            required,
        };
        let of = |key: &'static str| field::label(lang, "opp", key);
        let specs = vec![
            spec("outcome", word::OUTCOME.text(lang), Widget::Choice(ends.collect()), true),
            spec("reason", of("close_reason"), Widget::Link, true),
            spec("rival", of("rival"), Widget::Link, false),
            spec("lesson", of("lesson"), Widget::Note, false),
            spec("on", word::CLOSE_DAY.text(lang), Widget::Date, false),
        ];
        let title = word::CLOSE_OF.fill(lang, &[&name]);
        Self::made(specs, Job::Close(which), None, title)
    }

    /// A form for the answer to a question, as it is now.
    pub fn answer(store: &Store, deal: i64, question: i64, lang: Lang) -> Result<Option<Self>, Fault> {
        let Some(opp) = store.get::<Opportunity>(deal)? else { return Ok(None) };
        let known = store.answers(opp.head.id, None)?.into_iter().find(|answer| answer.question == question);
        let mut answer = known.unwrap_or_default();
        // What the background says stands there already: nothing is typed twice.
        if answer.note.is_none() {
            answer.note = linked(&opp, question);
        }
        let keys = ["verdict", "grade", "note", "source", "verified_on"];
        let mut specs = specs(&answer, |key| keys.contains(&key), lang);
        name_links(store, lang, &answer, &mut specs)?;
        let asked = u8::try_from(question).ok().and_then(crate::lang::question::asked);
        let title = asked.map(|asked| asked.title.text(lang)).unwrap_or_default();
        let title = word::ANSWER_OF.fill(lang, &[&question, &title]);
        let account = opp.account.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten();
        let job = Job::Answer(deal, question);
        Ok(Some(Self::made(specs, job, account.map(|sheet| sheet.no), title)))
    }

    fn made(specs: Vec<FieldSpec>, job: Job, account: Option<i64>, title: String) -> Self {
        // A note takes four lines, a fault or a list of candidates a few more.
        let rows = specs.iter().map(|spec| if spec.kind == Widget::Note { 4 } else { 1 }).sum::<u16>() + 3;
        Self { form: Form::new(specs), job, account, warned: false, title, rows }
    }

    /// The noun whose fields are filled in.
    pub fn noun(&self) -> Noun {
        match &self.job {
            Job::Add(noun, _) | Job::Set(noun, _) => *noun,
            Job::Close(_) => Noun::Opp,
            Job::Answer(..) => Noun::Answer,
            Job::Visit(..) => Noun::Visit,
        }
    }

    /// The deal that a closing form is about, where it is one.
    pub fn closes(&self) -> Option<i64> {
        if let Job::Close(which) = &self.job { which.parse().ok() } else { None }
    }

    /// The visit that a debrief is about, where it is one.
    pub fn tells(&self) -> Option<i64> {
        if let Job::Visit(Act::Debrief, no) = self.job { Some(no) } else { None }
    }

    /// The account whose people are offered: as the form says, by its account or its deal, else the one it was opened at.
    pub fn account_in(&self, store: &Store) -> Option<i64> {
        let number = |key: &str| self.form.value(key).parse::<i64>().ok();
        let of_deal = || {
            let deal = store.get::<Opportunity>(number("opportunity")?).ok()??;
            store.by_id::<Account>(deal.account?).ok()?.map(|account| account.head.no)
        };
        number("account").or_else(of_deal).or(self.account)
    }

    /// The end that a closing form has chosen.
    pub fn end(&self) -> Option<stage::Status> {
        let chosen = self.form.value("outcome");
        stage::Status::from_code(&chosen).filter(|_| matches!(self.job, Job::Close(_)))
    }

    /// What the values become.
    pub fn action(&self) -> Action {
        let changes = self.form.changes();
        let value = |key: &str| changes.iter().find(|(own, _)| own == key).map(|(_, value)| value.clone());
        let words = |skip: &[&str]| -> Vec<String> {
            let kept = changes.iter().filter(|(key, _)| !skip.contains(&key.as_str()));
            kept.map(|(key, value)| format!("{key}={value}")).collect()
        };
        match &self.job {
            Job::Add(noun, preset) => {
                let given =
                    |word: &&String| !changes.iter().any(|(key, _)| word.starts_with(&format!("{key}=")));
                let mut all: Vec<String> = preset.iter().filter(given).cloned().collect();
                if *noun == Noun::Rival {
                    return rival(&all, value("competitor").as_deref(), words(&["competitor"]));
                }
                all.extend(words(&[]));
                Action::Add(*noun, all)
            }
            Job::Set(noun, which) => Action::Set(*noun, which.clone(), words(&[])),
            Job::Close(which) => {
                let outcome = value("outcome").unwrap_or_default();
                let ends = ENDS.iter().find(|(_, status)| status.code() == outcome);
                let act = ends.map_or(Move::Lose, |(act, _)| *act);
                Action::Go(act, which.clone(), words(&["outcome"]))
            }
            Job::Visit(act, no) => Action::Visit(*act, no.to_string(), visit::told(words(&[]))),
            Job::Answer(deal, question) => {
                let verdict = value("verdict").unwrap_or_else(|| self.form.value("verdict"));
                let mut said = words(&["verdict"]);
                // An answer that turns has the grade that the form shows, touched or not.
                if !said.iter().any(|word| word.starts_with("grade=")) {
                    said.push(format!("grade={}", self.form.value("grade")));
                }
                Action::Answer(deal.to_string(), question.to_string(), verdict, said)
            }
        }
    }

    /// Draws the form in a window; gives the cursor's place.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) -> Option<Position> {
        let rows = self.rows.saturating_add(4).min(area.height);
        let title = self.counted().unwrap_or_else(|| self.title.clone());
        let inside = overlay(centred(area, 78, rows), buf, &title, &paint.theme);
        let body = Rect { height: inside.height.saturating_sub(1), ..inside };
        let hint = text::cut(self.hint(paint.lang), usize::from(inside.width), paint.theme.glyphs.cut);
        text::put(buf, inside, (0, inside.height.saturating_sub(1)), &hint, paint.theme.dim);
        self.form.view(body, buf, &paint.theme)
    }
}

/// A rival of a deal; the company is made where it is new.
fn rival(preset: &[String], competitor: Option<&str>, words: Vec<String>) -> Action {
    let deal = preset.iter().find_map(|word| word.strip_prefix("opportunity=")).unwrap_or_default();
    let competitor = competitor.map_or("", |name| name.strip_prefix('+').unwrap_or(name));
    Action::Rival(deal.to_owned(), competitor.to_owned(), words)
}
