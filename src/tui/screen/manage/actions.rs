//! The open to-dos of a deal on its Manage tab.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::MARKS;
use crate::domain::choice::Choice;
use crate::domain::todo::{Priority, Todo, TodoKind};
use crate::lang::{choice, manage as word, todo};
use crate::tui::paint::Paint;
use crate::tui::shape::motion::follow;
use crate::tui::shape::text;

/// From how many lines of the tab on there is room for more than two.
const TALL: u16 = 24;

/// The open to-dos, and which of them are in sight.
#[derive(Default)]
pub struct Actions {
    /// By due day.
    pub all: Vec<Todo>,
    top: usize,
    page: usize,
}

impl Actions {
    /// Takes the height of the tab; how many lines they take of it.
    pub fn fit(&mut self, height: u16) -> usize {
        self.page = self.all.len().min(if height < TALL { 2 } else { 6 });
        if self.page == 0 { 0 } else { self.page + 1 }
    }

    /// Keeps the one under the cursor in sight.
    pub fn follow(&mut self, at: usize) {
        let last = self.all.len().saturating_sub(1);
        let top = follow(self.top, at.min(last), self.page);
        self.top = top.min(self.all.len().saturating_sub(self.page));
    }

    /// Draws them; how many lines that took.
    pub fn view(&self, area: Rect, buf: &mut Buffer, at: usize, paint: &Paint) -> u16 {
        if self.page == 0 {
            return 0;
        }
        let theme = &paint.theme;
        let head = word::COUNT.fill(paint.lang, &[&todo::ACTIONS.text(paint.lang), &self.all.len()]);
        text::put(buf, area, (0, 0), &head, theme.title);
        let rows = self.all.iter().enumerate().skip(self.top).take(self.page);
        let room = usize::from(area.width.saturating_sub(MARKS + 1));
        let mut y = 1;
        for (own, one) in rows {
            if own == at {
                text::put(buf, area, (0, y), theme.glyphs.gutter, theme.gutter);
            }
            let (mark, style) = match one.priority {
                Some(Priority::High) => ("!!", theme.bad),
                Some(Priority::Medium) => ("! ", theme.warn),
                Some(Priority::Low) | None => ("", Style::new()),
            };
            text::put(buf, area, (2, y), mark, style);
            let late = one.due.is_some_and(|due| due.day < paint.today);
            let style = match (own == at, late) {
                (true, _) => theme.under,
                (false, true) => theme.warn,
                (false, false) => Style::new(),
            };
            text::put(buf, area, (MARKS, y), &text::cut(&said(one, paint), room, theme.glyphs.cut), style);
            y += 1;
        }
        y
    }
}

/// The day, the title, and on whom it waits.
fn said(one: &Todo, paint: &Paint) -> String {
    let day = one.due.map(|due| format!("{} {}", paint.day(due.day), due.clock()).trim_end().to_owned());
    let label = choice::label(paint.lang, TodoKind::LIST, one.kind.code());
    let title = match one.kind {
        TodoKind::Task => one.title.clone(),
        TodoKind::Ask => todo::ASK.fill(paint.lang, &[&label, &one.title]),
    };
    let waits = one.waiting_on.as_ref().map(|name| format!("{} {name}", todo::WAITS.text(paint.lang)));
    [day, Some(title), waits].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
