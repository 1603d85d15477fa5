//! What has to be done, in groups: overdue, today, this week, later, without a day, waiting; or what was done lately.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::Failure;
use crate::action::terms::{self, AskedTodos};
use crate::domain::noun::Noun;
use crate::domain::todo::TodoState;
use crate::lang::{Word, todo as word};
use crate::store::Fault;
use crate::store::todo::{Agenda, Entry, Group, TodoOrder, TodoRow};
use crate::tui::command::{Command, Place};
use crate::tui::narrow::{self, Narrow};
use crate::tui::pager::Pager;
use crate::tui::paint::Paint;
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
    narrow: Narrow<AskedTodos>,
    closed: bool,
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
        let Some(passed) = self.lines.press(key) else { return Obeyed::Ignored };
        let number = |entry: &Entry| match entry {
            Entry::Todo(row) => Some(row.spot.no),
            Entry::Head(..) => None,
        };
        self.narrow.passed(passed.iter().filter_map(number));
        self.off_head(self.lines.list.cursor() < before);
        let here = self.here().map(|row| row.spot.no);
        self.narrow.passed(here);
        self.paging = self.lines.is_short();
        if self.paging { Obeyed::Load } else { Obeyed::Used }
    }

    /// Where the cursor is among the to-dos, heads not counted, and how many there are.
    fn place_among(&self) -> Option<(usize, usize)> {
        let here = self.lines.list.cursor()?;
        let (mut at, mut line, mut total) = (0, 0, 0);
        for (_, count) in &self.counts {
            let count = usize::try_from(*count).unwrap_or(0);
            at += here.saturating_sub(line).min(count);
            // A head stands above each group.
            line += count + 1;
            total += count;
        }
        (total > 0).then(|| (at.saturating_sub(1), total))
    }

    /// What the list holds: the state that the filter asks for, else what is open, or what was done lately.
    fn agenda(&self, today: NaiveDate) -> Agenda {
        let state = self.narrow.asked.state;
        let terms = match state {
            // Groups are of what is open, or of what is not.
            Some(TodoState::Open) => self.narrow.asked.terms.clone(),
            _ => self.narrow.asked.clone().whole(),
        };
        let ended = state.filter(|state| *state != TodoState::Open);
        let order = TodoOrder::ALL.get(self.narrow.order).copied().unwrap_or_default();
        let closed = self.closed || ended.is_some();
        Agenda { today, terms, closed, whole: state.is_none(), order }
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
                self.narrow.restart()
            }
            Command::Back if self.closed => self.command(&Command::Board),
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

    fn understands(&self, sight: &Sight, words: &[String]) -> Result<(), Failure> {
        terms::todos(sight.store, sight.desk, words).map(drop)
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let paging = std::mem::take(&mut self.paging) && !self.narrow.is_anew();
        if !paging {
            self.narrow.read(|words| terms::todos(sight.store, sight.desk, words))?;
        }
        let agenda = self.agenda(sight.desk.stamp.today());
        if !paging {
            if self.narrow.take_anew() {
                self.lines.restart();
            }
            self.narrow.several = sight.store.todos_still(&agenda, &self.narrow.several)?;
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
            several: self.narrow.several.iter().copied().collect(),
            filter: self.narrow.filter.clone(),
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        if let Some(obeyed) = self.narrow.obey(order, self.here().map(|row| row.spot.no)) {
            return obeyed;
        }
        match order {
            Order::Do(command) => self.command(command),
            Order::Key(key) => self.press(key),
            Order::Made(Noun::Todo, no) => {
                self.lines.seek(|entry| matches!(entry, Entry::Todo(row) if row.spot.no == no));
                Obeyed::Used
            }
            Order::Filter(_) | Order::Sort(_) | Order::Made(..) => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.lines.list.fit(usize::from(area.height.saturating_sub(2)));
        if self.lines.list.cursor() == Some(1) {
            // The head above the first one stays in sight.
            self.lines.list.set(0);
            self.lines.list.set(1);
        }
        self.paging = self.lines.is_short();
        self.paging
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        self.narrow.rule(area, buf, (&ORDERS, self.place_among()), paint);
        let number = |entry: &Entry| entry.spot().no;
        let digits = narrow::digits(self.lines.rows.iter().map(number));
        let closed = self.closed || self.counts.iter().all(|(group, _)| *group == Group::Done);
        let columns = lines::columns((area.width, digits), closed, paint);
        let seen = self.lines.list.seen();
        let line = |(at, entry): (usize, &Entry)| match entry {
            _ if !seen.contains(&at) => Row::default(),
            Entry::Head(group, count) => lines::head(*group, *count, paint),
            Entry::Todo(row) => {
                let cells = lines::cells(row, columns.len(), paint);
                Row { cells, chosen: self.narrow.several.contains(&row.spot.no) }
            }
        };
        let rows: Vec<Row> = self.lines.rows.iter().enumerate().map(line).collect();
        let empty = match (self.narrow.filter.is_empty(), self.closed) {
            (false, _) => word::NONE_FOUND,
            (true, true) => word::NONE_DONE,
            (true, false) => word::NONE,
        };
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.lines.list.view(below, buf, (&columns, &rows), empty.text(paint.lang), &paint.theme);
    }
}
