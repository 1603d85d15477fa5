//! What has to be done, in groups: overdue, today, this week, later, without a day, waiting; or what was done lately.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::terms;
use crate::domain::noun::Noun;
use crate::lang::{Word, todo as word};
use crate::store::Fault;
use crate::store::todo::{Agenda, Entry, Group, TodoOrder, TodoRow};
use crate::tui::command::{Command, Place};
use crate::tui::pager::Pager;
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::list::Row;
use crate::tui::terminal::Key;

mod lines;

/// The orders that are offered, as [`TodoOrder::ALL`] has them.
pub const ORDERS: [Word; 4] = [word::BY_DUE, word::BY_PRIORITY, word::BY_ACCOUNT, word::BY_AGE];

/// The to-dos screen.
#[derive(Default)]
pub struct Todos {
    lines: Pager<Entry>,
    counts: Vec<(Group, i64)>,
    filter: String,
    closed: bool,
    order: TodoOrder,
    selecting: bool,
    several: BTreeSet<i64>,
    /// Whether the next reading is for rows that are missing, and for nothing else.
    paging: bool,
}

impl Todos {
    fn here(&self) -> Option<&TodoRow> {
        match self.lines.row()? {
            Entry::Todo(row) => Some(row),
            Entry::Head(..) => None,
        }
    }

    /// Puts the cursor off a head: below it, or above where it was going up.
    fn off_head(&mut self, up: bool) {
        if let (Some(Entry::Head(..)), Some(at)) = (self.lines.row(), self.lines.list.cursor()) {
            self.lines.list.set(if up && at > 0 { at - 1 } else { at + 1 });
        }
    }

    fn press(&mut self, key: Key) -> Obeyed {
        let before = self.lines.list.cursor();
        if self.lines.list.press(key) == Outcome::Ignored {
            return Obeyed::Ignored;
        }
        self.off_head(self.lines.list.cursor() < before);
        if self.selecting {
            self.several.extend(self.here().map(|row| row.spot.no));
        }
        if self.lines.is_short() {
            self.paging = true;
            return Obeyed::Load;
        }
        Obeyed::Used
    }

    fn restart(&mut self) -> Obeyed {
        self.lines.restart();
        self.selecting = false;
        self.several.clear();
        Obeyed::Load
    }

    fn toggle(&mut self) -> Obeyed {
        if let Some(no) = self.here().map(|row| row.spot.no)
            && !self.several.remove(&no)
        {
            self.several.insert(no);
        }
        Obeyed::Used
    }

    fn command(&mut self, command: &Command) -> Obeyed {
        match command {
            Command::Open => match self.here() {
                Some(row) => Obeyed::Open(match (&row.deal, &row.account) {
                    (Some((no, _)), _) => Target::Deal(*no),
                    (None, Some((no, _))) => Target::Account(*no),
                    (None, None) => Target::Edit(Noun::Todo, row.spot.no),
                }),
                None => Obeyed::Ignored,
            },
            Command::Board => {
                self.closed = !self.closed;
                self.restart()
            }
            Command::Select | Command::Toggle if self.here().is_none() => Obeyed::Ignored,
            Command::Select => {
                self.selecting = !self.selecting;
                self.several.clear();
                if self.selecting {
                    self.several.extend(self.here().map(|row| row.spot.no));
                }
                Obeyed::Used
            }
            Command::Toggle => self.toggle(),
            Command::Unselect => {
                self.selecting = false;
                self.several.clear();
                Obeyed::Used
            }
            Command::Back if self.selecting || !self.several.is_empty() => self.command(&Command::Unselect),
            Command::Back if self.closed => self.command(&Command::Board),
            Command::Back if !self.filter.is_empty() => {
                self.filter.clear();
                self.restart()
            }
            _ => Obeyed::Ignored,
        }
    }
}

impl Screen for Todos {
    fn place(&self) -> Place {
        Place::Todos
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Todo, Noun::Opp, Noun::Account]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let words = shlex::split(&self.filter).unwrap_or_default();
        let asked = terms::todos(sight.store, sight.desk, &words).unwrap_or_default();
        let today = sight.desk.stamp.today();
        let agenda = Agenda { today, terms: asked.terms, closed: self.closed, order: self.order };
        let paging = std::mem::take(&mut self.paging);
        if !paging {
            self.counts = sight.store.todo_counts(&agenda)?;
        }
        let total: i64 = self.counts.iter().map(|(_, count)| count + 1).sum();
        let counts = &self.counts;
        self.lines.load(total, !paging, Entry::spot, |window, limit| {
            sight.store.todo_lines(&agenda, counts, window, limit)
        })?;
        self.off_head(false);
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let here = self.here();
        Chosen {
            record: here.map(|row| (Noun::Todo, row.spot.no)),
            name: here.map(|row| row.title.clone()).unwrap_or_default(),
            several: self.several.iter().copied().collect(),
            filter: self.filter.clone(),
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(command) => self.command(command),
            Order::Filter(filter) => {
                filter.trim().clone_into(&mut self.filter);
                self.restart()
            }
            Order::Key(key) => self.press(key),
            Order::Sort(number) => {
                self.order = TodoOrder::ALL.get(number).copied().unwrap_or_default();
                self.restart()
            }
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.lines.list.fit(usize::from(area.height.saturating_sub(1)));
        if self.lines.list.cursor() == Some(1) {
            // The head above the first one stays in sight.
            self.lines.list.set(0);
            self.lines.list.set(1);
        }
        self.paging = self.lines.is_short();
        self.paging
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let columns = lines::columns(area.width, self.closed, paint);
        let seen = self.lines.list.seen();
        let line = |(at, entry): (usize, &Entry)| match entry {
            _ if !seen.contains(&at) => Row::default(),
            Entry::Head(group, count) => lines::head(*group, *count, paint),
            Entry::Todo(row) => {
                let cells = lines::cells(row, columns.len(), paint);
                Row { cells, chosen: self.several.contains(&row.spot.no) }
            }
        };
        let rows: Vec<Row> = self.lines.rows.iter().enumerate().map(line).collect();
        let empty = match (self.filter.is_empty(), self.closed) {
            (false, _) => word::NONE_FOUND,
            (true, true) => word::NONE_DONE,
            (true, false) => word::NONE,
        };
        self.lines.list.view(area, buf, (&columns, &rows), empty.text(paint.lang), &paint.theme);
    }
}
