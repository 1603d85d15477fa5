//! The words for what an action did and for why one did not happen: the edge between facts and people.

use super::failure::{Failure, Mistake, Refusal, Wanted};
use super::named::named;
use super::nearest::Nearest;
use super::{Done, Said, called};
use crate::domain::choice::Choice;
use crate::domain::moment::Moment;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::passage;
use crate::domain::record::Record;
use crate::domain::review::{Ritual, Verdict};
use crate::domain::stage::{Move, Stage};
use crate::lang::{Lang, choice, field, filter, gate, noun, plan, review, said, template, todo, visit};
use crate::store::{Fault, Sheet, Undone};

/// What went wrong and the way out, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// `refused`, `mistake` or `fault`.
    pub kind: &'static str,
    /// What went wrong.
    pub message: String,
    /// The way out.
    pub hint: Option<String>,
}

impl Done {
    /// What was done, in one line.
    pub fn tell(&self, lang: Lang) -> String {
        self.said.tell(lang)
    }
}

impl Said {
    /// What was done, in one line.
    pub fn tell(&self, lang: Lang) -> String {
        let of = |word: crate::lang::Word, what: &Noun, no: &i64, name: &String| {
            word.fill(lang, &[&noun::name(lang, what.code()), no, &called(lang, *what, name)])
        };
        match self {
            Self::Added(what, no, name) => of(said::ADDED, what, no, name),
            Self::Changed(what, no, name) => of(said::CHANGED, what, no, name),
            Self::ChangedMany(what, n) => said::CHANGED_MANY.fill(lang, &[&noun::name(lang, what.code()), n]),
            Self::Unchanged => said::UNCHANGED.text(lang).to_owned(),
            Self::Removed(what, no, name, left) => {
                let told = of(said::REMOVED, what, no, name);
                stays(lang, told, left)
            }
            Self::RemovedMany(what, count, left) => {
                stays(lang, said::REMOVED_MANY.fill(lang, &[&noun::count(lang, what.code(), *count)]), left)
            }
            Self::Restored(what, no, name) => of(said::RESTORED, what, no, name),
            Self::Moved(act, title, stage, overridden) => moved(lang, *act, title, *stage, *overridden),
            Self::Answered(title, question, verdict) => {
                let verdict = choice::label(lang, "verdict", verdict);
                said::ANSWERED.fill(lang, &[title, question, &verdict])
            }
            Self::StillTrue(title, question, verdict, grade) => {
                let (verdict, grade) =
                    (choice::label(lang, "verdict", verdict), choice::label(lang, "grade", grade));
                said::STILL_TRUE.fill(lang, &[title, question, &verdict, &grade])
            }
            Self::Todo(step, title, fact) => todo::told(lang, step.code(), title, fact.as_deref()),
            Self::Prepared(no, ws, lines) => visit::PREPARED.fill(lang, &[no, ws, lines]),
            Self::Debriefed(no, result, beside, next, onward) => {
                let result = choice::label(lang, "result", result);
                let told = visit::DEBRIEFED.fill(lang, &[no, &result, beside]);
                let told = next.map_or(told.clone(), |day| todo::NEXT_ONE.fill(lang, &[&told, &day]));
                let onward = onward.as_ref();
                let onward =
                    onward.map(|(deal, stage, over)| moved(lang, Move::Advance, deal, *stage, *over));
                [Some(told), onward].into_iter().flatten().collect::<Vec<_>>().join(" · ")
            }
            Self::Stamped(ritual, period) => {
                let ritual = choice::label(lang, Ritual::LIST, ritual.code());
                let told = review::STAMPED.fill(lang, &[&ritual, &period.as_deref().unwrap_or_default()]);
                told.trim_end().to_owned()
            }
            Self::Judged(name, verdict) => {
                let verdict = choice::label(lang, Verdict::LIST, verdict.code());
                review::JUDGED.fill(lang, &[&verdict, name])
            }
            Self::Ticked(no, step, true) => template::TICKED.fill(lang, &[no, step]),
            Self::Ticked(no, step, false) => template::UNTICKED.fill(lang, &[no, step]),
            Self::Laid(no, title, steps) => template::LAID.fill(lang, &[no, title, steps]),
            Self::Undone(undone) => taken(lang, said::UNDONE, undone),
            Self::Redone(undone) => taken(lang, said::REDONE, undone),
            Self::NothingToUndo => said::NOTHING_TO_UNDO.text(lang).to_owned(),
            Self::NothingToRedo => said::NOTHING_TO_REDO.text(lang).to_owned(),
        }
    }
}

/// What was removed, with what belongs to it and stays.
fn stays(lang: Lang, told: String, left: &[(Noun, usize)]) -> String {
    if left.is_empty() { told } else { format!("{told}; {}", said::STAYS.fill(lang, &[&counts(lang, left)])) }
}

/// So many records of each noun, in words: `2 deals, 1 person`.
pub fn counts(lang: Lang, counts: &[(Noun, usize)]) -> String {
    let one = |(noun, count): &(Noun, usize)| noun::count(lang, noun.code(), *count);
    let comma = if lang == Lang::Zh { "、" } else { ", " };
    counts.iter().map(one).collect::<Vec<_>>().join(comma)
}

fn moved(lang: Lang, act: Move, title: &str, stage: Stage, overridden: bool) -> String {
    let stage = choice::label(lang, Stage::LIST, stage.code());
    let word = match act {
        Move::Advance if overridden => said::OVERRIDDEN,
        Move::Advance | Move::Import | Move::Enter => said::ADVANCED,
        Move::Retreat => said::RETREATED,
        Move::Win => said::WON,
        Move::Lose => said::LOST,
        Move::Suspend => said::SUSPENDED,
        Move::Drop => said::DROPPED,
        Move::Reopen => said::REOPENED,
    };
    word.fill(lang, &[&title, &stage])
}

fn taken(lang: Lang, word: crate::lang::Word, undone: &Undone) -> String {
    let mut text = word.fill(lang, &[&named(lang, &undone.name), &undone.records.len()]);
    if !undone.skipped.is_empty() {
        let fields = undone.skipped.iter().map(|(noun, _, key)| format!("{} {key}", noun.code()));
        let fields: Vec<String> = fields.collect();
        text.push_str("; ");
        text.push_str(&said::SKIPPED.fill(lang, &[&fields.join(", ")]));
    }
    text
}

impl Failure {
    /// What went wrong and the way out, in words.
    pub fn tell(&self, lang: Lang) -> Told {
        let (kind, (message, hint)) = match self {
            Self::Refused(refusal) => ("refused", refusal.tell(lang)),
            Self::Mistake(mistake) => ("mistake", mistake.tell(lang)),
            // A name that is taken is the person's to mend, not the machine's.
            Self::Fault(fault @ Fault::Exists(_)) => ("mistake", tell_fault(fault, lang)),
            Self::Fault(fault) => ("fault", tell_fault(fault, lang)),
        };
        Told { kind, message, hint }
    }
}

pub(super) type Words = (String, Option<String>);

impl Refusal {
    fn tell(&self, lang: Lang) -> Words {
        match self {
            Self::Passage(no, why) => tell_passage(*no, why, lang),
            Self::Circle(Noun::Person, _) => (said::CIRCLE_PERSON.text(lang).to_owned(), None),
            Self::Circle(..) => (said::CIRCLE_ACCOUNT.text(lang).to_owned(), None),
            Self::ToOneself(name) => (said::TO_ONESELF.fill(lang, &[name]), None),
            Self::Stranger(name, account) => (
                visit::STRANGER.fill(lang, &[name, account]),
                Some(visit::STRANGER_HINT.text(lang).to_owned()),
            ),
            Self::NotReady(no, missing) => visit::not_ready(lang, *no, missing),
            Self::Over(no, status) => {
                let status = choice::label(lang, "visit_status", status);
                (visit::OVER.fill(lang, &[no, &status]), Some(visit::OVER_HINT.fill(lang, &[no])))
            }
            Self::Decided(no) => {
                (said::DECIDED.fill(lang, &[no]), Some(said::DECIDED_HINT.text(lang).to_owned()))
            }
            Self::Earlier(no, title, due, to) => {
                let read = |when: &Moment| when.to_string().replace('T', " ");
                match due {
                    Some(due) => (
                        todo::EARLIER.fill(lang, &[no, title, &read(due), &read(to)]),
                        Some(todo::EARLIER_HINT.fill(lang, &[no, to])),
                    ),
                    None => (todo::IS_PAST.fill(lang, &[no, title, &read(to)]), None),
                }
            }
            Self::NotNewest(batch) => {
                (said::NOT_NEWEST.fill(lang, &[batch]), Some(said::NOT_NEWEST_HINT.text(lang).to_owned()))
            }
        }
    }
}

fn tell_passage(no: i64, why: &passage::Refusal, lang: Lang) -> Words {
    let plain = gate::refusal(lang, why.code()).unwrap_or_default().to_owned();
    let hint = match why {
        passage::Refusal::Gate { gate: number, result, missing } => {
            let parts =
                missing.iter().map(|one| gate::missing(lang, one.code(), one.question(), &one.facts()));
            let parts = parts.collect::<Vec<_>>().join(said::SEPARATOR.text(lang));
            let result = gate::result(lang, result.code());
            let message = said::GATE_NOT_PASSED.fill(lang, &[number, &result, &parts]);
            return (message, Some(said::GATE_HINT.text(lang).to_owned()));
        }
        passage::Refusal::LastStage => Some(said::NO_FURTHER_HINT.fill(lang, &[&no])),
        passage::Refusal::NotOpen { .. } => Some(said::NOT_OPEN_HINT.fill(lang, &[&no])),
        passage::Refusal::NoReason => Some(said::NEEDS_REASON_HINT.text(lang).to_owned()),
        passage::Refusal::FirstStage | passage::Refusal::Already { .. } => None,
    };
    (plain, hint)
}

impl Mistake {
    fn tell(&self, lang: Lang) -> Words {
        let of = |noun: &Noun| noun::name(lang, noun.code());
        let plain = |message: crate::lang::Word, what: &String, hint: crate::lang::Word| {
            (message.fill(lang, &[what]), Some(hint.text(lang).to_owned()))
        };
        match self {
            Self::NoAssignment(word) => plain(said::NO_ASSIGNMENT, word, said::NO_ASSIGNMENT_HINT),
            Self::NoQuestion(text) => plain(said::NO_QUESTION, text, said::NO_QUESTION_HINT),
            Self::NoVerdict(text) => plain(said::NO_VERDICT, text, said::NO_VERDICT_HINT),
            Self::Line(text) => plain(said::LINE, text, said::LINE_HINT),
            Self::NoMarks(text) => plain(visit::NO_MARKS, text, visit::NO_MARKS_HINT),
            Self::NoDeal(no) => {
                (visit::NO_DEAL.fill(lang, &[no]), Some(visit::NO_DEAL_HINT.fill(lang, &[no])))
            }
            Self::NoStep(no, typed, steps) => {
                let message = template::NO_STEP.fill(lang, &[no, typed, steps]);
                (message, Some(template::NO_STEP_HINT.fill(lang, &[no])))
            }
            Self::NoTemplate(typed, known) => {
                let hint = template::NO_TEMPLATE_HINT.fill(lang, &[&known.join(", ")]);
                (template::NO_TEMPLATE.fill(lang, &[typed]), Some(hint))
            }
            Self::Place(text) => plain(said::NO_PLACE, text, said::NO_PLACE_HINT),
            Self::Kept(key, verb) => {
                let label = field::label(lang, Noun::Opp.code(), key);
                (said::KEPT.fill(lang, &[&label]), Some(said::KEPT_HINT.fill(lang, &[verb])))
            }
            Self::NoField(noun, typed) => no_field(*noun, typed, lang),
            Self::Filter(why) => why.tell(lang),
            Self::Required(noun, key) => {
                let message = said::REQUIRED.fill(lang, &[&of(noun), &field::label(lang, noun.code(), key)]);
                (message, Some(said::REQUIRED_HINT.fill(lang, &[key])))
            }
            Self::Value(noun, key, text, wanted) => {
                let message = said::BAD_VALUE.fill(lang, &[&field::label(lang, noun.code(), key), text]);
                (message, Some(wanted.tell(text, lang)))
            }
            Self::NoSuch(noun, text) => no_such(*noun, text, lang),
            Self::Ambiguous(noun, text, sheets) => {
                let hint = said::AMBIGUOUS_HINT.fill(lang, &[&candidates(sheets)]);
                (said::AMBIGUOUS.fill(lang, &[&of(noun), text]), Some(hint))
            }
            Self::Unsure(noun, text, sheets) => {
                let hint = said::UNSURE_HINT.fill(lang, &[&candidates(sheets)]);
                (said::UNSURE.fill(lang, &[&of(noun), text]), Some(hint))
            }
            Self::Gone(noun, no) => {
                let hint = said::GONE_HINT.fill(lang, &[&noun.code(), no]);
                (said::GONE.fill(lang, &[&of(noun), no]), Some(hint))
            }
            Self::Twin(noun, no) => {
                let hint = said::TWIN_HINT.fill(lang, &[&noun.code(), no]);
                (said::TWIN.fill(lang, &[&of(noun), no]), Some(hint))
            }
        }
    }
}

/// The noun has no such field: the hint lists those it has.
fn no_field(noun: Noun, typed: &str, lang: Lang) -> Words {
    let keys = for_noun!(noun, R => R::FIELDS.iter().map(|field| field.key).collect::<Vec<_>>());
    let name = noun::name(lang, noun.code());
    let label = |key: &'static str| field::label(lang, noun.code(), key);
    let found = Nearest::of(typed, keys.into_iter().map(|key| (key.to_owned(), vec![key, label(key)])));
    let all = said::NO_FIELD_HINT.fill(lang, &[&found.all.join(" ")]);
    (said::NO_FIELD.fill(lang, &[&name, &typed]), Some(found.hint(lang, &all)))
}

/// There is no such record: some nouns are made by their name alone.
fn no_such(noun: Noun, text: &str, lang: Lang) -> Words {
    let hint = match noun {
        Noun::Account | Noun::Person | Noun::Rep | Noun::Competitor => {
            said::NO_SUCH_HINT.fill(lang, &[&text, &noun.code()])
        }
        Noun::Opp => said::NO_SUCH_DEAL_HINT.fill(lang, &[&text]),
        _ => said::NO_SUCH_LIST_HINT.fill(lang, &[&noun.code()]),
    };
    (said::NO_SUCH.fill(lang, &[&noun::name(lang, noun.code()), &text]), Some(hint))
}

fn candidates(sheets: &[Sheet]) -> String {
    let shown: Vec<String> =
        sheets.iter().take(8).map(|sheet| format!("{} {}", sheet.no, sheet.name)).collect();
    shown.join(" · ")
}

impl Wanted {
    /// What would fit instead of what was typed, in words.
    pub fn tell(&self, typed: &str, lang: Lang) -> String {
        match self {
            Self::Recur => todo::WANTED_RECUR.text(lang).to_owned(),
            Self::Columns => said::WANTED_COLUMNS.fill(lang, &[&r#"{"Floor": "3"}"#]),
            Self::Month => plan::WANTED_MONTH.text(lang).to_owned(),
            Self::Moment => said::WANTED_MOMENT.text(lang).to_owned(),
            Self::Hours => said::WANTED_HOURS.text(lang).to_owned(),
            Self::Number(_, i64::MAX) => said::WANTED_ANY_NUMBER.text(lang).to_owned(),
            Self::Number(low, high) => said::WANTED_NUMBER.fill(lang, &[low, high]),
            Self::Money => said::WANTED_MONEY.text(lang).to_owned(),
            Self::Currency => said::WANTED_CURRENCY.text(lang).to_owned(),
            Self::Past => said::WANTED_PAST.text(lang).to_owned(),
            Self::Date => said::WANTED_DATE.text(lang).to_owned(),
            Self::Choice(list, codes) => {
                let names = |code: &&'static str| match choice::word(list, code) {
                    Some(word) => (format!("{code} ({})", word.text(lang)), vec![*code, word.text(lang)]),
                    None => ((*code).to_owned(), vec![*code]),
                };
                let found = Nearest::of(typed, codes.iter().map(names));
                found.hint(lang, &said::WANTED_CHOICE.fill(lang, &[&found.all.join(", ")]))
            }
            Self::Flag => said::WANTED_FLAG.text(lang).to_owned(),
            Self::PartOfDate => filter::WANTED_PART.text(lang).to_owned(),
            Self::Shorter(most) => said::WANTED_SHORTER.fill(lang, &[most]),
        }
    }
}

fn tell_fault(fault: &Fault, lang: Lang) -> Words {
    let plain = |message: crate::lang::Word, hint: crate::lang::Word| {
        (message.text(lang).to_owned(), Some(hint.text(lang).to_owned()))
    };
    let with = |message: crate::lang::Word, what: &dyn std::fmt::Display, hint: crate::lang::Word| {
        (message.fill(lang, &[what]), Some(hint.fill(lang, &[what])))
    };
    match fault {
        Fault::Locked => plain(said::LOCKED, said::LOCKED_HINT),
        Fault::Full => plain(said::FULL, said::FULL_HINT),
        Fault::ReadOnly => plain(said::READ_ONLY, said::READ_ONLY_HINT),
        Fault::NotABook(path) => with(said::NOT_A_BOOK, &path.display(), said::NOT_A_BOOK_HINT),
        Fault::Empty(path) => with(said::EMPTY, &path.display(), said::EMPTY_HINT),
        Fault::Newer(schema) => {
            let hint = said::NEWER_HINT.fill(lang, &[&env!("CARGO_PKG_VERSION")]);
            (said::NEWER.fill(lang, &[schema]), Some(hint))
        }
        Fault::Damaged(what) => with(said::DAMAGED, what, said::DAMAGED_HINT),
        Fault::OldEngine(version) => with(said::OLD_ENGINE, version, said::OLD_ENGINE_HINT),
        Fault::Exists(path) => with(said::EXISTS, &path.display(), said::EXISTS_HINT),
        Fault::File { path, error } => {
            let message = said::FILE.fill(lang, &[&path.display(), &system(lang, error)]);
            (message, Some(said::FILE_HINT.text(lang).to_owned()))
        }
        Fault::Sqlite(error) => (error.to_string(), None),
    }
}

/// What the system says of a file, in the reader's language where it is one of the usual things.
pub fn system(lang: Lang, error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    let word = match error.kind() {
        Kind::NotFound => said::IO_NONE,
        Kind::PermissionDenied => said::IO_DENIED,
        Kind::ReadOnlyFilesystem => said::IO_READ_ONLY,
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => said::IO_FULL,
        Kind::IsADirectory => said::IO_FOLDER,
        Kind::NotADirectory => said::IO_NO_FOLDER,
        // What is rarer than these has no words of ours.
        _ => return error.to_string(),
    };
    word.text(lang).to_owned()
}
