//! A timeline as a screen of its own: of a person, or of whatever a list has under its cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Timeline;
use crate::domain::noun::Noun;
use crate::domain::timeline::Of;
use crate::lang::{noun, said};
use crate::store::Fault;
use crate::tui::command::Place;
use crate::tui::paint::Paint;
use crate::tui::screen::{Chosen, Obeyed, Order, Screen, Sight};
use crate::tui::shape::text;

/// The timeline of one record.
pub struct Whole {
    noun: Noun,
    no: i64,
    found: Option<(Of, String)>,
    timeline: Timeline,
    is_begun: bool,
}

impl Whole {
    /// The timeline of a deal, an account or a person.
    pub fn new(noun: Noun, no: i64) -> Self {
        Self { noun, no, found: None, timeline: Timeline::default(), is_begun: false }
    }
}

impl Screen for Whole {
    fn place(&self) -> Place {
        Place::Timeline
    }

    fn reads(&self) -> &'static [Noun] {
        &Noun::ALL
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        self.found = sight.store.told_of(self.noun, self.no)?;
        let Some((of, _)) = &self.found else { return Ok(()) };
        self.timeline.read(sight, *of)?;
        if !self.is_begun {
            self.is_begun = true;
            self.timeline.begin();
            self.timeline.read(sight, *of)?;
        }
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let name = self.found.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        let item = self.timeline.entry().map(|entry| (entry.record.noun, entry.record.no));
        let account = (self.noun == Noun::Account).then(|| (self.no, name.clone()));
        Chosen { record: Some((self.noun, self.no)), name, item, account, ..Chosen::default() }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        self.timeline.obey(order)
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.timeline.fit(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area });
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let lang = paint.lang;
        let kind = noun::name(lang, self.noun.code());
        let Some((_, name)) = &self.found else {
            text::put(buf, area, (2, 1), &said::GONE.fill(lang, &[&kind, &self.no]), paint.theme.dim);
            return;
        };
        let side = format!("{kind} {}", self.no);
        let left = usize::from(area.width).saturating_sub(text::width(&side) + 1);
        text::put(buf, area, (0, 0), &text::cut(name, left, paint.theme.glyphs.cut), paint.theme.title);
        let x = u16::try_from(left + 1).unwrap_or(0);
        text::put(buf, area, (x, 0), &side, paint.theme.dim);
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        self.timeline.view(body, buf, paint);
    }
}
