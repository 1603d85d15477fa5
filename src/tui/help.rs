//! Help: the keys of a screen or of what lies over it, over both; closing it leads back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::binding;
use super::cockpit::Cockpit;
use super::command::Place;
use super::layer::{self, Layer};
use super::overlay::{Overlay, window};
use super::paint::Paint;
use super::shape::Outcome;
use super::shape::detail::{Detail, Entry};
use super::terminal::{Code, Key};
use crate::domain::noun::Noun;
use crate::domain::when::forms::FORMS;
use crate::lang::{Lang, capture, choice, cockpit as word, field};

/// The keys of a place or of a layer.
pub struct Help {
    detail: Detail,
    about: About,
    /// What lay on top before.
    under: Option<Overlay>,
}

/// What the keys are of.
#[derive(Debug, Clone, Copy)]
enum About {
    Screen(Place),
    Over(Layer),
}

impl Help {
    /// Of a screen.
    pub fn of(place: Place) -> Self {
        Self { detail: Detail::default(), about: About::Screen(place), under: None }
    }

    /// Of what lies on top, which comes back afterwards.
    fn over(under: Overlay) -> Self {
        Self { detail: Detail::default(), about: About::Over(under.layer()), under: Some(under) }
    }

    /// What lay on top before.
    pub fn under(self) -> Option<Overlay> {
        self.under
    }

    /// The same, to be looked at.
    pub fn beneath(&self) -> Option<&Overlay> {
        self.under.as_ref()
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Outcome {
        match key.code {
            Code::Esc | Code::Enter | Code::Char('q' | '?') | Code::F(1) => Outcome::Cancel,
            _ => self.detail.press(key),
        }
    }

    /// Draws itself.
    pub fn view(&mut self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let inside = window(area, buf, 78, area.height, word::HELP_TITLE.text(paint.lang), paint);
        let entries = match self.about {
            About::Screen(place) => of_screen(place, paint),
            About::Over(layer) => of_layer(layer, paint),
        };
        self.detail.fit(inside, &entries);
        self.detail.view(inside, buf, &entries, &paint.theme);
    }
}

impl Cockpit {
    /// Shows the keys of what lies on top.
    pub(super) fn explain(&mut self) {
        self.overlay = self.overlay.take().map(|under| Overlay::Help(Box::new(Help::over(under))));
    }
}

fn of_screen(place: Place, paint: &Paint) -> Vec<Entry> {
    let (lang, style) = (paint.lang, Style::new());
    let moves = |keys: &str| Entry::Pair(keys.to_owned(), word::K_MOVE.text(lang).to_owned(), style);
    let mut entries = vec![moves("j k g G Ctrl-d Ctrl-u"), moves("↑ ↓ PageUp PageDown"), moves("Home End")];
    for (keys, word) in binding::keys_of(place) {
        entries.push(Entry::Pair(keys, word.text(lang).to_owned(), style));
    }
    dates(paint, &mut entries);
    if place.screen() == Place::Deal {
        legend(paint, &mut entries);
    }
    entries
}

fn of_layer(layer: Layer, paint: &Paint) -> Vec<Entry> {
    let row =
        |one: &layer::Hint| Entry::Pair(one.labels(), one.word.text(paint.lang).to_owned(), Style::new());
    let mut entries: Vec<Entry> = layer::hints(layer).map(row).collect();
    if layer.takes_days() {
        dates(paint, &mut entries);
    }
    entries
}

/// The ways in which days and times may be written, in the reader's language.
fn dates(paint: &Paint, entries: &mut Vec<Entry>) {
    let (lang, style) = (paint.lang, Style::new());
    entries.push(Entry::Gap);
    entries.push(Entry::Head(capture::DATES.text(lang).to_owned()));
    entries.push(Entry::Text(capture::DATES_INTRO.text(lang).to_owned(), paint.theme.dim));
    for (code, _, en, zh) in FORMS {
        let forms = if lang == Lang::Zh { zh } else { en };
        let line = capture::FORMS_OF.fill(lang, &[&capture::group(lang, code), &forms.join(" · ")]);
        entries.push(Entry::Text(line, style));
    }
    entries.push(Entry::Text(capture::DATES_WORKED.text(lang).to_owned(), paint.theme.dim));
}

/// What the four marks before a person's name mean, in their order.
fn legend(paint: &Paint, entries: &mut Vec<Entry>) {
    entries.push(Entry::Gap);
    entries.push(Entry::Head(word::MARKS.text(paint.lang).to_owned()));
    for (list, codes) in choice::marked() {
        let one = |code: &&'static str| {
            let (plain, simple) = choice::mark(list, code).unwrap_or_default();
            let mark = if paint.theme.glyphs.ascii { simple } else { plain };
            format!("{mark} {}", choice::label(paint.lang, list, code))
        };
        let meanings = codes.iter().map(one).collect::<Vec<_>>().join("  ");
        let label = field::label(paint.lang, Noun::Role.code(), list).to_owned();
        entries.push(Entry::Pair(label, meanings, Style::new()));
    }
}
