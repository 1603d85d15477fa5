//! What was said and done, and what is planned: one dated list, the latest on top, the entry in full below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Obeyed, Order, Sight, Target};
use crate::action::timeline::{Told, tell};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::timeline::{Entry, Mark, Of, What};
use crate::lang::timeline as word;
use crate::store::Fault;
use crate::tui::command::Command;
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::sections::{Item, Line, Sections};
use crate::tui::shape::text::{self, Align};

mod whole;

pub use whole::Whole;

/// How many entries are read before and after the cursor; a screen shows fewer.
const AROUND: usize = 150;
/// Rows from which the entry under the cursor stands in full below the list.
const TALL: u16 = 12;

/// A timeline, and where it stands.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    marks: Vec<Mark>,
    /// Those around the cursor.
    entries: Vec<Entry>,
    first: usize,
    last: usize,
    list: Sections,
    page: usize,
}

impl Timeline {
    /// Reads the places of all entries, and the entries around the cursor.
    pub fn read(&mut self, sight: &Sight, of: Of) -> Result<(), Fault> {
        self.marks = sight.store.timeline(of, sight.desk.stamp.today())?;
        let ahead = self.ahead();
        self.list.hold(&[ahead, self.marks.len() - ahead]);
        let at = self.list.at();
        self.first = at.saturating_sub(AROUND);
        self.last = (at + AROUND).min(self.marks.len());
        let window = self.marks.get(self.first..self.last).unwrap_or_default();
        self.entries = sight.store.entries(of, window)?;
        Ok(())
    }

    /// How many are still to come.
    fn ahead(&self) -> usize {
        self.marks.iter().take_while(|mark| mark.ahead).count()
    }

    /// The cursor on the newest thing that happened.
    pub fn begin(&mut self) {
        self.list.set(self.ahead());
    }

    /// The entry under the cursor.
    pub fn entry(&self) -> Option<&Entry> {
        self.at(self.list.at())
    }

    fn at(&self, place: usize) -> Option<&Entry> {
        let mark = self.marks.get(place)?;
        self.entries.iter().find(|entry| entry.mark == *mark)
    }

    /// Takes a key or a command.
    pub fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Open) => self.entry().and_then(target).map_or(Obeyed::Ignored, Obeyed::Open),
            Order::Key(key) if self.list.press(key) != Outcome::Ignored => {
                let (at, page) = (self.list.at(), self.page.max(1));
                let is_short = at + page > self.last && self.last < self.marks.len();
                let is_short = is_short || (at < self.first + page && self.first > 0);
                if is_short { Obeyed::Load } else { Obeyed::Used }
            }
            _ => Obeyed::Ignored,
        }
    }

    fn below(area: Rect) -> u16 {
        match area.height {
            0..TALL => 0,
            TALL..25 => 4,
            _ => 8,
        }
    }

    /// Takes its size.
    pub fn fit(&mut self, area: Rect) {
        self.page = usize::from(area.height.saturating_sub(Self::below(area)));
        self.list.fit(self.page);
    }

    /// Draws the list, and the entry under the cursor in full.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        if self.marks.is_empty() {
            let room = usize::from(area.width.saturating_sub(4));
            for (line, y) in text::wrap(word::NOTHING.text(paint.lang), room).iter().zip(1..area.height) {
                text::put(buf, area, (2, y), line, paint.theme.dim);
            }
            return;
        }
        let below = Self::below(area);
        let list = Rect { height: area.height - below, ..area };
        self.list.view(list, buf, &self.lines(paint), &paint.theme);
        let Some(entry) = self.entry().filter(|_| below > 0) else { return };
        let full = Rect { y: area.y + list.height, height: below, ..area };
        let told = tell(paint.lang, entry, paint.today);
        let head = format!("{}  {}", paint.day(entry.mark.on), word::kind(paint.lang, told.kind));
        text::put(buf, full, (0, 0), &head, paint.theme.label);
        let room = usize::from(area.width.saturating_sub(3));
        for (line, y) in text::wrap(&told.text(paint.lang), room).iter().zip(1..below) {
            text::put(buf, full, (2, y), line, Style::new());
        }
    }

    fn lines(&self, paint: &Paint) -> Vec<Line> {
        let (lang, ahead) = (paint.lang, self.ahead());
        let wide = word::KINDS.iter().map(|(_, kind)| text::width(kind.text(lang))).max().unwrap_or(0);
        let mut lines = Vec::with_capacity(self.marks.len() + 2);
        let count = word::COUNT.fill(lang, &[&self.marks.len()]);
        for place in 0..self.marks.len() {
            if place == 0 && ahead > 0 {
                lines.push(Line::Head(format!("{} · {count}", word::TIMELINE.text(lang))));
            }
            if place == ahead {
                let today = word::TODAY.fill(lang, &[&paint.day(paint.today)]);
                lines.push(Line::Head(if ahead > 0 { today } else { format!("{today} · {count}") }));
            }
            lines.push(Line::Item(self.item(place, wide, paint)));
        }
        lines
    }

    fn item(&self, place: usize, wide: usize, paint: &Paint) -> Item {
        let Some(entry) = self.at(place) else { return Item::default() };
        let told: Told = tell(paint.lang, entry, paint.today);
        let kind = text::pad(word::kind(paint.lang, told.kind), wide, Align::Left, "");
        let about = told.about.as_ref().map(|about| format!(" · {about}")).unwrap_or_default();
        Item {
            mark: paint.day(entry.mark.on),
            style: Style::new(),
            text: format!("{kind}  {}{about}", told.short(paint.lang)),
            aside: told.verdict,
            dim: entry.mark.ahead,
        }
    }
}

/// What an entry opens.
fn target(entry: &Entry) -> Option<Target> {
    let record = &entry.record;
    match &entry.what {
        What::Answer(answer) if answer.subject.is_none() => {
            Some(Target::Evidence(entry.deal?, answer.question))
        }
        What::Answer(_) | What::Step(_) => Some(Target::Deal(entry.deal?)),
        What::Next(_) => Some(Target::Field(record.no, "next_step")),
        What::Close => Some(Target::Field(record.no, "close_on")),
        What::Took(took) if took.noun == Noun::Opp => {
            Some(Target::Field(record.no, Opportunity::field(&took.field)?.key))
        }
        What::Visit(_)
        | What::Todo(_)
        | What::Cost(_)
        | What::Review(_)
        | What::Decision(_)
        | What::Took(_) => Some(Target::Edit(record.noun, record.no)),
    }
}
