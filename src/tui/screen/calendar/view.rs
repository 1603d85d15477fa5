//! The calendar drawn: its title, the view, and beside a month the day under the cursor.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::look::Look;
use super::{Calendar, WIDE};
use crate::lang::calendar as word;
use crate::tui::paint::Paint;
use crate::tui::shape::calendar::{Cursor, Day, columns, grid, hours, rows};
use crate::tui::shape::{tabs, text};

/// Rows that the day under the cursor has at least below a month.
const BELOW: u16 = 5;

/// Rows of a week in a month that has the day below it.
const WEEK: u16 = 3;

impl Calendar {
    /// Draws title and view.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        self.head(area, buf, paint);
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        match self.look {
            Look::Month => self.month(body, buf, paint),
            Look::Week if area.width >= WIDE => {
                columns::view(body, buf, &self.days(paint), self.cursor(), &paint.theme);
            }
            Look::Week => self.list(body, buf, word::EMPTY, paint),
            Look::Day => {
                let (day, empty) = (self.day_of(self.day, paint), word::EMPTY.text(paint.lang));
                let clash = word::CLASH.text(paint.lang);
                hours::view(body, buf, (&day, empty), self.slot, clash, &paint.theme);
            }
            Look::Agenda => {
                let empty = if self.span.items.is_empty() { word::EMPTY_AGENDA } else { word::EMPTY };
                self.list(body, buf, empty, paint);
            }
        }
    }

    fn days(&self, paint: &Paint) -> Vec<Day> {
        self.shown().into_iter().map(|day| self.day_of(day, paint)).collect()
    }

    fn cursor(&self) -> Cursor {
        let day = self.shown().iter().position(|day| *day == self.day).unwrap_or(0);
        Cursor { day, slot: self.slot }
    }

    fn list(&self, area: Rect, buf: &mut Buffer, empty: crate::lang::Word, paint: &Paint) {
        let empty = empty.text(paint.lang);
        let clash = word::CLASH.text(paint.lang);
        rows::view(area, buf, (&self.days(paint), empty), self.cursor(), clash, &paint.theme);
    }

    /// What is shown, and at the right the views.
    fn head(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let mut title = vec![self.title(paint)];
        title.extend(self.narrow.tell(paint));
        let title = title.join(" · ");
        let names = [word::MONTH, word::WEEK, word::DAY, word::AGENDA].map(|name| name.text(paint.lang));
        let views = names.map(|name| ("", name));
        let width: usize = names.iter().map(|name| text::width(name) + 3).sum();
        let width = u16::try_from(width).unwrap_or(0).min(area.width);
        // The views stay in sight, whatever the filter.
        let room = usize::from(area.width.saturating_sub(width + 2));
        let title = text::cut(&title, room, paint.theme.glyphs.cut);
        text::put(buf, area, (1, 0), &title, paint.theme.title);
        let right = Rect { x: area.x + area.width - width, width, height: 1, ..area };
        let on =
            [Look::Month, Look::Week, Look::Day, Look::Agenda].iter().position(|look| *look == self.look);
        tabs::view(right, buf, &views, on.unwrap_or(0), &paint.theme);
    }

    fn title(&self, paint: &Paint) -> String {
        let lang = paint.lang;
        let thursday = super::look::thursday(super::look::begin(self.day, self.week));
        let week = if self.look == Look::Day { self.day } else { thursday }.iso_week();
        let week_of = word::WEEK_OF.fill(lang, &[&week.week(), &week.year()]);
        let month = |day: NaiveDate| {
            word::MONTH_OF.fill(lang, &[&word::month(lang, day.month0() as usize), &day.year()])
        };
        match self.look {
            Look::Month => month(self.day),
            Look::Week => format!("{} · {week_of}", month(self.day)),
            Look::Day => {
                let mark = if self.day == self.today {
                    format!(" [{}]", word::K_TODAY.text(lang))
                } else {
                    String::new()
                };
                format!("{}{mark} · {week_of}", super::show::name(self.day, paint))
            }
            Look::Agenda => {
                let (from, days) = self.range();
                let last = super::look::days(from, true, u64::try_from(days).unwrap_or(1) - 1);
                format!("{from} {} {last}", paint.theme.glyphs.arrow)
            }
        }
    }

    /// The month; the day under the cursor stands below it, or beside it where there is room.
    fn month(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let days = self.days(paint);
        let label = |day: Option<&NaiveDate>| {
            day.map(|day| word::WEEK_NO.fill(paint.lang, &[&super::look::thursday(*day).iso_week().week()]))
                .unwrap_or_default()
        };
        let shown = self.shown();
        let weeks: Vec<(String, Vec<Day>)> = days
            .chunks(7)
            .zip(shown.chunks(7))
            .map(|(days, dates)| (label(dates.first()), days.to_vec()))
            .collect();
        let begins = self.week.num_days_from_monday() as usize;
        let heads: Vec<String> =
            (0..7).map(|at| word::weekday(paint.lang, (at + begins) % 7).to_owned()).collect();
        let count = u16::try_from(weeks.len()).unwrap_or(6);
        let (left, pane) = if area.width >= WIDE {
            let width = if area.width >= 150 { 52 } else { 38 };
            let pane = Rect { x: area.x + area.width - width, width, ..area };
            (Rect { width: area.width - width - 1, ..area }, pane)
        } else {
            let high = 1 + count * (area.height.saturating_sub(1 + BELOW) / count.max(1)).min(WEEK);
            let pane = Rect { y: area.y + high, height: area.height.saturating_sub(high), ..area };
            (Rect { height: high, ..area }, pane)
        };
        let cursor = self.cursor();
        grid::view(left, buf, (&heads, &weeks), cursor.day, &paint.theme);
        let day: Vec<Day> = days.get(cursor.day).cloned().into_iter().collect();
        let texts = (word::EMPTY.text(paint.lang), word::CLASH.text(paint.lang));
        let under = Cursor { day: 0, slot: self.slot };
        rows::view(pane, buf, (&day, texts.0), under, texts.1, &paint.theme);
    }
}
