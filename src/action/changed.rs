//! What became of a deal and what speaks for an account, in words: the shell and the cockpit say them alike.

use chrono::{Datelike, NaiveDate};

use crate::domain::change::Change;
use crate::domain::choice::Choice;
use crate::domain::key_account::Point;
use crate::domain::money::{self, Style};
use crate::domain::stage::{Stage, Status};
use crate::lang::{Lang, choice, flag, review as word};

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
        Change::Amount(from, to) => {
            let to = to.map_or(word::NO_AMOUNT.text(lang).to_owned(), |to| amount(lang, to, currency));
            word::AMOUNT.fill(lang, &[&amount(lang, *from, currency), &to])
        }
        Change::Chance(from, to) => word::CHANCE.fill(lang, &[from, to]),
        Change::Turned(questions) => {
            let numbers: Vec<String> = questions.iter().map(i64::to_string).collect();
            let comma = if lang == Lang::Zh { "、" } else { ", " };
            word::TURNED.fill(lang, &[&numbers.join(comma)])
        }
        Change::Raised(alarm) | Change::Stale(alarm) => {
            word::RAISED.fill(lang, &[&flag::label(lang, alarm.code())])
        }
    }
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
