//! What lies over a screen: one at a time.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::binding;
use super::capture::Capture;
use super::command::{Command, Place};
use super::confirm::Confirm;
use super::entry::Entry;
use super::find::Find;
use super::gate::Gate;
use super::hole::Hole;
use super::paint::Paint;
use super::pick::Pick;
use super::reading::Reading;
use super::screen::funnel::ORDERS;
use super::screen::{Chosen, accounts, todos};
use super::shape::Outcome;
use super::shape::detail::{self, Detail};
use super::shape::line::Line;
use super::shape::overlay::{centred, overlay};
use super::shape::palette::{Item, Palette};
use super::shape::text;
use super::steps::Steps;
use super::terminal::{Code, Key};
use crate::domain::name;
use crate::domain::noun::Noun;
use crate::domain::when::forms::FORMS;
use crate::lang::{Lang, Word, capture, choice, cockpit as word, field};

/// What lies over a screen.
pub enum Overlay {
    /// All commands; a line that is none of them is one of the grammar.
    Commands(Palette, Vec<&'static str>),
    /// Find anything, with what was found.
    Find(Box<Find>),
    /// The keys of the screen.
    Help(Detail, Place),
    /// The orders of a list.
    Sort(Palette),
    /// What a hole of a line is filled with.
    Hole(Palette, Hole),
    /// A filter is typed; what it may say, and what the keys do.
    Filter(Line, [Word; 2]),
    /// One of a few is chosen.
    Pick(Box<Pick>),
    /// A line is captured.
    Capture(Box<Capture>),
    /// A form is filled in.
    Form(Box<Entry>),
    /// A gate has not passed: what is missing, and the reason of an override.
    Gate(Box<Gate>),
    /// Something is done once it is confirmed.
    Confirm(Box<Confirm>),
    /// What a command that only reads has printed.
    Reading(Box<Reading>),
    /// The steps of a visit are ticked off.
    Steps(Box<Steps>),
}

/// Verbs of the grammar that no key says, for the palette; `…` waits for more words.
const VERBS: &[&str] = &[
    "opp set {} …",
    "opp add …",
    "opp win {} reason=…",
    "opp lose {} reason=…",
    "opp drop {} reason=…",
    "opp remove {}",
    "account add name=…",
    "account set …",
    "person add name=…",
    "role add opportunity={} person=…",
    "todo add title=…",
    "todo set {} …",
    "todo give {} …",
    "todo wait {} …",
    "opp list …",
    "opp show {}",
    "opp gate {}",
    "log {}",
    "report call-plan --month {month} --format xlsx --out …",
    "report call-plan --month {month} --format csv --out …",
    "report call-plan --month {month} --format ics --out …",
    "report call-plan",
    "report forecast",
    "report won --by …",
    "report lost --by …",
    "funnel --as-of …",
    "keep …",
];

/// How well what is typed fits a command, which Enter then does: by the beginnings of words or how they sound.
fn fits(typed: &str, text: &str) -> Option<i64> {
    // Below that, its letters stand there in order and no more.
    name::matches(text, typed).filter(|score| typed.is_empty() || *score >= 2000).map(i64::from)
}

impl Overlay {
    /// All commands that can be said of what is chosen in a place, with their keys.
    pub fn commands(place: Place, lang: Lang, typed: &str, chosen: &Chosen) -> Self {
        let mut items = Vec::new();
        let mut lines = Vec::new();
        for one in binding::of_place(place) {
            // A second key of a command is told by the help.
            if lines.contains(&one.line) {
                continue;
            }
            let label = one.word.text(lang);
            let text = if Command::is_grammar(one.line) {
                let Some(line) = chosen.offer(one.line) else { continue };
                format!("{label}  {line}")
            } else {
                label.to_owned()
            };
            items.push(Item { text, aside: one.label(), also: one.line.to_owned() });
            lines.push(one.line);
        }
        for line in VERBS {
            let Some(text) = chosen.offer(line) else { continue };
            items.push(Item { text, ..Item::default() });
            lines.push(line);
        }
        let mut palette = Palette::fitting(items, fits);
        palette.paste(typed);
        Self::Commands(palette, lines)
    }

    /// The orders of a list.
    pub fn sort(place: Place, lang: Lang) -> Self {
        let orders: &[Word] = match place {
            Place::Todos => &todos::ORDERS,
            Place::Accounts => &accounts::ORDERS,
            _ => &ORDERS,
        };
        let item = |word: &crate::lang::Word| Item {
            text: word.text(lang).to_owned(),
            aside: String::new(),
            also: name::keys(word.text(lang)),
        };
        Self::Sort(Palette::new(orders.iter().map(item).collect()))
    }

    /// Whether letters are typed as text.
    pub fn typing(&self) -> bool {
        match self {
            Self::Help(..) | Self::Confirm(_) | Self::Reading(_) | Self::Steps(_) => false,
            Self::Pick(pick) => pick.typing(),
            Self::Form(entry) => entry.form.typing(),
            _ => true,
        }
    }

    /// Takes a key where no book is needed; forms are pressed by the cockpit.
    pub fn press(&mut self, key: Key) -> Outcome {
        match self {
            Self::Commands(palette, _) | Self::Sort(palette) | Self::Hole(palette, _) => palette.press(key),
            Self::Find(find) => find.palette.press(key),
            Self::Help(detail, _) => match key.code {
                Code::Esc | Code::Enter | Code::Char('q' | '?') | Code::F(1) => Outcome::Cancel,
                _ => detail.press(key),
            },
            Self::Pick(pick) => pick.press(key),
            Self::Filter(line, _) => press_line(line, key),
            Self::Capture(capture) => press_line(&mut capture.line, key),
            Self::Gate(gate) => press_line(&mut gate.reason, key),
            Self::Confirm(_) => Confirm::press(key),
            Self::Reading(reading) => reading.press(key),
            Self::Form(_) | Self::Steps(_) => Outcome::Ignored,
        }
    }

    /// Draws itself; gives the cursor's place.
    pub fn view(&mut self, area: Rect, buf: &mut Buffer, paint: &Paint) -> Option<Position> {
        let lang = paint.lang;
        let height = area.height.saturating_sub(4).clamp(6, 24);
        match self {
            Self::Commands(palette, _) => {
                let inside = window(area, buf, 76, height, word::PALETTE_TITLE.text(lang), paint);
                if palette.chosen().is_none() {
                    text::put(buf, inside, (2, 1), word::PALETTE_NONE.text(lang), paint.theme.dim);
                }
                palette.view(inside, buf, ": ", &paint.theme)
            }
            Self::Find(find) => {
                let inside = window(area, buf, 76, height, word::FIND_TITLE.text(lang), paint);
                if find.is_empty() {
                    let hint =
                        if find.palette.query().is_empty() { word::FIND_EMPTY } else { word::FIND_NONE };
                    text::put(buf, inside, (2, 1), hint.text(lang), paint.theme.dim);
                }
                find.palette.view(inside, buf, "/ ", &paint.theme)
            }
            Self::Sort(palette) => {
                let inside = window(area, buf, 40, 10, word::SORT_TITLE.text(lang), paint);
                palette.view(inside, buf, "", &paint.theme)
            }
            Self::Hole(palette, hole) => {
                let inside = window(area, buf, 60, height, hole.title, paint);
                palette.view(inside, buf, "", &paint.theme)
            }
            Self::Help(detail, place) => {
                let inside = window(area, buf, 78, area.height, word::HELP_TITLE.text(lang), paint);
                let entries = help(*place, paint);
                detail.fit(inside, &entries);
                detail.view(inside, buf, &entries, &paint.theme);
                None
            }
            Self::Filter(line, hints) => view_filter(line, *hints, area, buf, paint),
            Self::Pick(pick) => pick.view(area, buf, paint),
            Self::Capture(capture) => capture.view(area, buf, paint),
            Self::Form(entry) => entry.view(area, buf, paint),
            Self::Gate(gate) => gate.view(area, buf, paint),
            Self::Confirm(confirm) => {
                confirm.view(area, buf, paint);
                None
            }
            Self::Steps(steps) => {
                steps.view(area, buf, paint);
                None
            }
            Self::Reading(reading) => {
                reading.view(area, buf, paint);
                None
            }
        }
    }
}

/// A filter under edit, with what it may say and what the keys do.
fn view_filter(
    line: &Line,
    hints: [Word; 2],
    area: Rect,
    buf: &mut Buffer,
    paint: &Paint,
) -> Option<Position> {
    let inside = window(area, buf, 78, 5, word::FILTER_TITLE.text(paint.lang), paint);
    for (y, hint) in (1..).zip(hints) {
        let hint = text::cut(hint.text(paint.lang), usize::from(inside.width), paint.theme.glyphs.cut);
        text::put(buf, inside, (0, y), &hint, paint.theme.dim);
    }
    line.view(Rect { height: 1.min(inside.height), ..inside }, buf, paint.theme.field)
}

/// Opens a window with a title; gives the place inside.
pub fn window(area: Rect, buf: &mut Buffer, columns: u16, rows: u16, title: &str, paint: &Paint) -> Rect {
    overlay(centred(area, columns, rows), buf, title, &paint.theme)
}

fn press_line(line: &mut Line, key: Key) -> Outcome {
    match key.code {
        Code::Enter => Outcome::Accept,
        Code::Esc => Outcome::Cancel,
        _ => Outcome::used(line.press(key)),
    }
}

fn help(place: Place, paint: &Paint) -> Vec<detail::Entry> {
    let (lang, style) = (paint.lang, ratatui::style::Style::new());
    let moves = ("j k g G Ctrl-d Ctrl-u", word::K_MOVE);
    let mut entries = vec![detail::Entry::Pair(moves.0.to_owned(), moves.1.text(lang).to_owned(), style)];
    for (keys, word) in binding::keys_of(place) {
        entries.push(detail::Entry::Pair(keys, word.text(lang).to_owned(), style));
    }
    dates(paint, &mut entries);
    if place.screen() == Place::Deal {
        legend(paint, &mut entries);
    }
    entries
}

/// The ways in which days and times may be written, in the reader's language.
fn dates(paint: &Paint, entries: &mut Vec<detail::Entry>) {
    let (lang, style) = (paint.lang, ratatui::style::Style::new());
    entries.push(detail::Entry::Gap);
    entries.push(detail::Entry::Head(capture::DATES.text(lang).to_owned()));
    entries.push(detail::Entry::Text(capture::DATES_INTRO.text(lang).to_owned(), paint.theme.dim));
    for (code, _, en, zh) in FORMS {
        let forms = if lang == Lang::Zh { zh } else { en };
        let line = capture::FORMS_OF.fill(lang, &[&capture::group(lang, code), &forms.join(" · ")]);
        entries.push(detail::Entry::Text(line, style));
    }
    entries.push(detail::Entry::Text(capture::DATES_WORKED.text(lang).to_owned(), paint.theme.dim));
}

/// What the four marks before a person's name mean, in their order.
fn legend(paint: &Paint, entries: &mut Vec<detail::Entry>) {
    entries.push(detail::Entry::Gap);
    entries.push(detail::Entry::Head(word::MARKS.text(paint.lang).to_owned()));
    for (list, codes) in choice::marked() {
        let one = |code: &&'static str| {
            let (plain, simple) = choice::mark(list, code).unwrap_or_default();
            let mark = if paint.theme.glyphs.ascii { simple } else { plain };
            format!("{mark} {}", choice::label(paint.lang, list, code))
        };
        let meanings = codes.iter().map(one).collect::<Vec<_>>().join("  ");
        let label = field::label(paint.lang, Noun::Role.code(), list).to_owned();
        entries.push(detail::Entry::Pair(label, meanings, ratatui::style::Style::new()));
    }
}
