//! What has to be said of a line before it is taken: nothing of it is changed silently.

use std::ops::Range;

use chrono::NaiveTime;

use super::token::Line;
use super::when::When;
use crate::domain::moment::Moment;
use crate::domain::when::{Days, NotADay, clock};

/// Something to know of what was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// What it is on, or by, is past already.
    Past(Moment),
    /// A day of the past that is no day to do something by stays in the text.
    SaidPast(String),
    /// What is written as a day is none of the calendar; it stays in the text, whole.
    NoSuchDay(String),
    /// Several days are written where one is wanted; they stay in the text, whole.
    SeveralDays(String),
    /// What is written as a time is none of a clock; it stays in the text.
    NoSuchTime(String),
    /// Nobody knows the public holidays of the year yet that the day is told by: the usual ones are meant.
    Untold(i32),
    /// The hour is one of the clock here; the zone that is named stays in the text.
    Zone(String),
}

/// Words behind an hour that name another clock.
const ZONES: &[&str] = &[
    "pst", "pdt", "est", "edt", "cst", "cdt", "mst", "mdt", "et", "pt", "ct", "mt", "gmt", "utc", "bst",
    "cet", "cest", "eet", "jst", "kst", "hkt", "sgt", "ist", "aest", "zulu",
];

/// What there is to say of when.
pub(super) fn of_when(line: &Line, when: &When, days: &Days) -> Vec<Note> {
    let of_day = |range: &Range<usize>| {
        let text = line.slice(range).trim().to_owned();
        let is_none = days.day(&text) == Err(NotADay::Impossible);
        if is_none { Note::NoSuchDay(text) } else { Note::SeveralDays(text) }
    };
    let mut notes: Vec<Note> = when.none.iter().map(of_day).collect();
    notes.extend(no_times(line).map(Note::NoSuchTime));
    notes.extend(when.untold.map(Note::Untold));
    let behind = when.time.as_ref().map(|(range, _)| line.after_blank(range.end));
    let zone = behind.filter(|at| line.is_free(*at) && ZONES.contains(&line.word(*at).as_str()));
    notes.extend(zone.map(|at| Note::Zone(line.slice(&(at..at + 1)).to_owned())));
    notes
}

/// What has the form of a clock's time, `25:00`, and is none.
fn no_times<'a>(line: &'a Line) -> impl Iterator<Item = String> + 'a {
    let is_figure = |at: usize, most: usize| {
        let word = line.word(at);
        (1..=most).contains(&word.len()) && word.bytes().all(|sign| sign.is_ascii_digit())
    };
    let times = (0..line.len()).filter(move |at| {
        let is_form = is_figure(*at, 2) && matches!(line.word(at + 1).as_str(), ":" | "：");
        is_form && is_figure(at + 2, 2) && line.word(at + 2).len() == 2 && line.all_free(&(*at..at + 3))
    });
    let texts = times.map(|at| line.slice(&(at..at + 3)).to_owned());
    texts.filter(|text| clock(text).is_none())
}

/// Whether a moment is past.
pub(super) fn is_past(moment: Moment, days: &Days) -> bool {
    let is_over = |time: NaiveTime| time < days.now;
    moment.day < days.today || (moment.day == days.today && moment.time.is_some_and(is_over))
}
