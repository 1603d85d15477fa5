//! What lies over a screen: one at a time.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::capture::Capture;
use super::command::{Main, Place};
use super::confirm::Confirm;
use super::entry::Entry;
use super::find::Find;
use super::gate::Gate;
use super::help::Help;
use super::hole::Hole;
use super::layer::Layer;
use super::paint::Paint;
use super::pick::Pick;
use super::ran::Ran;
use super::reading::Reading;
use super::screen::funnel::ORDERS;
use super::screen::{accounts, todos};
use super::shape::Outcome;
use super::shape::line::Line;
use super::shape::overlay::{centred, overlay};
use super::shape::palette::{Item, Palette};
use super::shape::text;
use super::steps::Steps;
use super::terminal::{Code, Key};
use crate::action::grammar;
use crate::domain::name;
use crate::lang::{Lang, Word, cockpit as word};

/// What lies over a screen.
pub enum Overlay {
    /// All commands; a line that is none of them is one of the grammar.
    Commands(Palette, Vec<&'static str>),
    /// Find anything, with what was found.
    Find(Box<Find>),
    /// The keys of the screen.
    Help(Box<Help>),
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
    /// The lines that the last keys ran.
    Ran(Box<Ran>),
    /// The steps of a visit are ticked off.
    Steps(Box<Steps>),
}

impl Overlay {
    /// The orders of a list.
    pub fn sort(place: Place, lang: Lang) -> Self {
        let orders: &[Word] = match place.main() {
            Main::Todos => &todos::ORDERS,
            Main::Accounts => &accounts::ORDERS,
            Main::Today | Main::Funnel | Main::Calendar | Main::Reports => &ORDERS,
        };
        let item = |word: &crate::lang::Word| Item {
            text: word.text(lang).to_owned(),
            aside: String::new(),
            also: name::keys(word.text(lang)),
        };
        Self::Sort(Palette::new(orders.iter().map(item).collect()))
    }

    /// Which keys it takes, for its help.
    pub fn layer(&self) -> Layer {
        match self {
            Self::Commands(..) => Layer::Commands,
            Self::Find(_) => Layer::Find,
            Self::Help(_) => Layer::Help,
            Self::Sort(_) | Self::Hole(..) => Layer::List,
            Self::Filter(..) => Layer::Filter,
            Self::Pick(pick) => {
                if pick.takes_days() {
                    Layer::Days
                } else {
                    Layer::Choice
                }
            }
            Self::Capture(_) => Layer::Capture,
            Self::Form(_) => Layer::Form,
            Self::Gate(_) => Layer::Gate,
            Self::Confirm(_) => Layer::Confirm,
            Self::Reading(_) => Layer::Reading,
            Self::Ran(_) => Layer::Ran,
            Self::Steps(_) => Layer::Steps,
        }
    }

    /// Whether letters are typed as text.
    pub fn typing(&self) -> bool {
        match self {
            Self::Help(..) | Self::Confirm(_) | Self::Reading(_) | Self::Ran(_) | Self::Steps(_) => false,
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
            Self::Help(help) => help.press(key),
            Self::Ran(ran) => ran.press(key),
            Self::Pick(pick) => pick.press(key),
            Self::Filter(line, _) => press_line(line, key),
            Self::Capture(capture) => press_line(&mut capture.line, key),
            Self::Gate(gate) => press_line(&mut gate.reason, key),
            Self::Confirm(confirm) => confirm.press(key),
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
                    let is_line = grammar::Command::begins(palette.query());
                    let told = if is_line { word::PALETTE_LINE } else { word::PALETTE_NONE };
                    let told = text::cut(told.text(lang), usize::from(inside.width), paint.theme.glyphs.cut);
                    text::put(buf, inside, (2, 1), &told, paint.theme.dim);
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
                if palette.is_bare() {
                    let none = text::cut(
                        hole.none,
                        usize::from(inside.width).saturating_sub(2),
                        paint.theme.glyphs.cut,
                    );
                    text::put(buf, inside, (2, 1), &none, paint.theme.dim);
                }
                palette.view(inside, buf, "", &paint.theme)
            }
            Self::Help(help) => {
                help.view(area, buf, paint);
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
            Self::Ran(ran) => {
                ran.view(area, buf, paint);
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
