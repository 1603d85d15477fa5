//! The steps of a visit over the screen: ticked off one by one, or taken from a template.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cockpit::Cockpit;
use super::command::Command;
use super::entry::visit_name;
use super::overlay::{Overlay, window};
use super::paint::Paint;
use super::pick::Pick;
use super::shape::motion::{Motion, follow};
use super::shape::text;
use super::terminal::{Code, Key};
use crate::action::Action;
use crate::action::template::{template_for, templates};
use crate::action::visit::{Act, steps};
use crate::domain::checklist::{Item, count};
use crate::domain::visit::Visit;
use crate::lang::{Lang, template as word};
use crate::store::{Fault, Store};

/// The keys of the templates, in their order.
const KEYS: &str = "123456789abcdefghijklmnop";

/// A visit's steps, and where the cursor is.
pub struct Steps {
    no: i64,
    title: String,
    items: Vec<Item>,
    at: usize,
}

impl Steps {
    fn of(store: &Store, visit: &Visit, lang: Lang) -> Result<Self, Fault> {
        let items = steps::of(visit);
        let at = items.iter().position(|item| !item.is_done).unwrap_or(0);
        let name = visit_name(store, visit)?;
        let (done, all) = count(&items);
        let title = word::STEPS_OF.fill(lang, &[&name, &done, &all]);
        Ok(Self { no: visit.head.no, title, items, at })
    }

    /// The place of the step that a key ticks, from 1.
    fn ticked(&self, key: Key) -> Option<usize> {
        match key.code {
            Code::Char(' ' | 'x') => Some(self.at + 1),
            Code::Char(digit) => usize::try_from(digit.to_digit(10)?).ok(),
            _ => None,
        }
        .filter(|place| (1..=self.items.len()).contains(place))
    }

    /// Draws it in a window.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let (theme, rows) = (&paint.theme, u16::try_from(self.items.len()).unwrap_or(u16::MAX));
        let inside = window(area, buf, 78, rows.saturating_add(4).min(area.height), &self.title, paint);
        let last = inside.height.saturating_sub(1);
        let page = usize::from(last.saturating_sub(1)).max(1);
        let top = follow(0, self.at, page);
        for ((at, item), y) in self.items.iter().enumerate().skip(top).take(page).zip(0..last) {
            if at == self.at {
                text::put(buf, inside, (0, y), theme.glyphs.gutter, theme.gutter);
            }
            let number = text::pad(&(at + 1).to_string(), 2, text::Align::Right, "");
            text::put(buf, inside, (2, y), &number, theme.key);
            let (mark, signed, style) = if item.is_done {
                (theme.glyphs.ticked, theme.good, theme.dim)
            } else {
                (theme.glyphs.unticked, Style::new(), Style::new())
            };
            let x = text::put(buf, inside, (5, y), mark, signed) + 1;
            let style = if at == self.at { style.patch(theme.under) } else { style };
            let room = usize::from(inside.width.saturating_sub(x));
            text::put(buf, inside, (x, y), &text::cut(&item.text, room, theme.glyphs.cut), style);
        }
        let hint = text::cut(word::STEPS_KEYS.text(paint.lang), usize::from(inside.width), theme.glyphs.cut);
        text::put(buf, inside, (0, last), &hint, theme.dim);
    }
}

impl Cockpit {
    /// The steps of the chosen visit; where it has none, the templates to pick from.
    pub(super) fn steps(&mut self) {
        let Some(no) = self.visit_meant() else { return };
        self.steps_of(no);
    }

    fn steps_of(&mut self, no: i64) {
        match self.store.get::<Visit>(no) {
            Ok(Some(visit)) if steps::of(&visit).is_empty() => self.pick_template(&visit),
            Ok(Some(visit)) => match Steps::of(&self.store, &visit, self.lang()) {
                Ok(shown) => self.overlay = Some(Overlay::Steps(Box::new(shown))),
                Err(fault) => self.fault(fault),
            },
            Ok(None) => {}
            Err(fault) => self.fault(fault),
        }
    }

    fn pick_template(&mut self, visit: &Visit) {
        match self.offered_templates(visit) {
            Ok(pick) => self.overlay = Some(Overlay::Pick(Box::new(pick))),
            Err(fault) => self.fault(fault),
        }
    }

    /// The templates, the one that fits first.
    fn offered_templates(&self, visit: &Visit) -> Result<Pick, Fault> {
        let lang = self.lang();
        let fits = template_for(&self.store, lang, visit)?;
        let is_fitting = |code: &str| fits.as_ref().is_some_and(|one| one.code == code);
        let mut all = templates(&self.store, lang);
        all.sort_by_key(|one| !is_fitting(&one.code));
        let offer = |one: &crate::domain::template::Template| {
            let said = if is_fitting(&one.code) { word::PICK_FITS } else { word::PICK_STEPS };
            let line = format!(
                "visit template {} {}",
                visit.head.no,
                shlex::try_quote(&one.code).unwrap_or_default()
            );
            (one.title.clone(), said.fill(lang, &[&one.steps.len()]), line)
        };
        let name = visit_name(&self.store, visit)?;
        let offers = all.iter().take(KEYS.len()).map(offer).collect();
        let pick = Pick::keyed(word::PICK.fill(lang, &[&name]), KEYS, offers);
        Ok(pick.then(Command::Steps))
    }

    /// Takes a key where the steps lie on top: true where it was one of theirs.
    pub(super) fn press_steps(&mut self, key: Key) {
        let Some(Overlay::Steps(shown)) = &mut self.overlay else { return };
        let no = shown.no;
        if let Some(place) = shown.ticked(key) {
            let at = if matches!(key.code, Code::Char(' ' | 'x')) { shown.at + 1 } else { place - 1 };
            self.act(&Action::Visit(Act::Tick, no.to_string(), vec![place.to_string()]));
            return self.show_again(no, at);
        }
        match key.code {
            Code::Esc | Code::Enter | Code::Char('q') => self.overlay = None,
            Code::Char('u' | 'U') if !key.ctrl => {
                let at = shown.at;
                self.command(&Command::of(if key.code == Code::Char('u') { "undo" } else { "redo" }));
                self.show_again(no, at);
            }
            Code::Char('t') => {
                let visit = self.store.get::<Visit>(no);
                if let Some(visit) = self.heard(visit) {
                    self.pick_template(&visit);
                }
            }
            _ => {
                let Some(motion) = Motion::of(key) else { return self.unheard(key) };
                shown.at = motion.from(shown.at, shown.items.len(), shown.items.len());
            }
        }
    }

    /// The steps as they are now, the cursor where it was.
    fn show_again(&mut self, no: i64, at: usize) {
        if !matches!(self.overlay, Some(Overlay::Steps(_))) {
            return;
        }
        self.overlay = None;
        let visit = self.store.get::<Visit>(no);
        if let Some(visit) = self.heard(visit) {
            let mut shown = match Steps::of(&self.store, &visit, self.lang()) {
                Ok(shown) => shown,
                Err(fault) => return self.fault(fault),
            };
            shown.at = at.min(shown.items.len().saturating_sub(1));
            self.overlay = (!shown.items.is_empty()).then(|| Overlay::Steps(Box::new(shown)));
        }
    }
}
