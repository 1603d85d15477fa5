//! What became of a deal and what speaks for an account, in words: the shell and the cockpit say them alike.

use chrono::{Datelike, NaiveDate};

use crate::domain::change::Change;
use crate::domain::choice::Choice;
use crate::domain::flow::Flow;
use crate::domain::key_account::Point;
use crate::domain::money::{self, Style};
use crate::domain::stage::{Stage, Status};
use crate::lang::{Lang, Word, choice, field, flag, review as word};
use crate::store::review::Flows;

/// What happened to a deal, in one line; amounts are in its currency, days of this year without the year.
pub fn changes(lang: Lang, all: &[Change], currency: &str, today: NaiveDate) -> String {
    let said: Vec<String> = all.iter().map(|one| change(lang, one, currency, today)).collect();
    said.join(word::SEPARATOR.text(lang))
}

/// One thing that happened to a deal.
pub fn change(lang: Lang, one: &Change, currency: &str, today: NaiveDate) -> String {
    let stage = |stage: Stage| choice::label(lang, Stage::LIST, stage.code());
    let day = |day: NaiveDate| {
        day.format(if day.year() == today.year() { "%m-%d" } else { "%Y-%m-%d" }).to_string()
    };
    match one {
        Change::New(at) => word::NEW.fill(lang, &[&stage(*at)]),
        Change::Moved(from, to) => word::MOVED.fill(lang, &[&stage(*from), &stage(*to)]),
        Change::Ended(status) => choice::label(lang, Status::LIST, status.code()).to_owned(),
        Change::Reopened => word::REOPENED.text(lang).to_owned(),
        Change::Slipped(from, to) => word::SLIPPED.fill(lang, &[&day(*from), &day(*to)]),
        Change::Close(from, to) => {
            let shown = |on: &Option<NaiveDate>| on.map_or(word::NO_AMOUNT.text(lang).to_owned(), day);
            word::SLIPPED.fill(lang, &[&shown(from), &shown(to)])
        }
        Change::Amount(from, to) => {
            let shown = |minor: &Option<i64>| {
                minor.map_or(word::NO_AMOUNT.text(lang).to_owned(), |minor| amount(lang, minor, currency))
            };
            word::AMOUNT.fill(lang, &[&shown(from), &shown(to)])
        }
        Change::Currency(from, to) => word::CURRENCY.fill(lang, &[from, to]),
        Change::Qualified(percent) => word::QUALIFIED.fill(lang, &[percent]),
        Change::Answered(questions) => word::ANSWERED.fill(lang, &[&numbers(lang, questions)]),
        Change::Chance(from, to) => word::CHANCE.fill(lang, &[from, to]),
        Change::Turned(questions) => word::TURNED.fill(lang, &[&numbers(lang, questions)]),
        Change::Favourable(questions) => word::FAVOURABLE.fill(lang, &[&numbers(lang, questions)]),
        Change::Cleared(alarm) => word::CLEARED.fill(lang, &[&flag::label(lang, alarm.code())]),
        Change::Fields(keys) => {
            let labels: Vec<&str> = keys.iter().map(|key| field::label(lang, "opp", key)).collect();
            word::FIELDS.fill(lang, &[&labels.join(comma(lang))])
        }
        Change::Raised(alarm) | Change::Stale(alarm) => {
            word::RAISED.fill(lang, &[&flag::label(lang, alarm.code())])
        }
    }
}

fn comma(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "、" } else { ", " }
}

fn numbers(lang: Lang, questions: &[i64]) -> String {
    questions.iter().map(i64::to_string).collect::<Vec<_>>().join(comma(lang))
}

/// What money came into the funnel, went out of it and changed in it: a line for each direction that has some.
pub fn flows(lang: Lang, all: &Flows) -> Vec<String> {
    let side = |name: Word, flows: &[Flow]| {
        let told: Vec<String> = flows.iter().filter_map(|flow| told(lang, *flow, all)).collect();
        let said = told.join(word::SEPARATOR.text(lang));
        (!told.is_empty()).then(|| word::SIDE.fill(lang, &[&name.text(lang), &said]))
    };
    let lines = [
        side(word::CAME_IN, &[Flow::New, Flow::Imported, Flow::Reopened, Flow::Up]),
        side(word::WENT_OUT, &[Flow::Won, Flow::Lost, Flow::Parked, Flow::Removed, Flow::Down]),
        side(word::PUT_OFF, &[Flow::Slipped]),
    ];
    lines.into_iter().flatten().collect()
}

fn told(lang: Lang, flow: Flow, all: &Flows) -> Option<String> {
    let (count, sums) = all.of(flow);
    let shown = sums.iter().filter(|(_, minor)| *minor != 0);
    let shown: Vec<String> =
        shown.map(|(currency, minor)| format!("{currency} {}", amount(lang, *minor, currency))).collect();
    let name = word::flow(lang, flow.code());
    let told = word::FLOW.fill(lang, &[&name, &count, &shown.join(" + ")]);
    (count > 0).then(|| told.trim_end().to_owned())
}

/// A short amount without its currency.
pub(super) fn amount(lang: Lang, minor: i64, currency: &str) -> String {
    let style = if lang == Lang::Zh { Style::Zh } else { Style::En };
    money::short(minor, currency, style)
}

/// What speaks for or against an account; `open` and `won` are the amounts behind it, in words.
pub fn point(lang: Lang, one: Point, open: &str, won: &str) -> String {
    match one {
        Point::Open(count) => word::OPEN.fill(lang, &[&count, &open]),
        Point::NoneOpen => word::NONE_OPEN.text(lang).to_owned(),
        Point::Won(count) => word::WON.fill(lang, &[&count, &won]),
        Point::NoneWon => word::NONE_WON.text(lang).to_owned(),
        Point::Lost(lost, won) => word::LOST.fill(lang, &[&lost, &won]),
        Point::InTouch(days) => word::IN_TOUCH.fill(lang, &[&days]),
        Point::Silent(days, rhythm) => word::SILENT.fill(lang, &[&days, &rhythm]),
        Point::NeverMet => word::NEVER_MET.text(lang).to_owned(),
        Point::Close(level) => choice::label(lang, "relation_level", level.code()).to_owned(),
    }
}
