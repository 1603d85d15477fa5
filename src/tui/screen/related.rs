//! The records of one kind that belong to another record: a tab that reads what it shows from the kind's traits.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Obeyed, Order, Sight, Target};
use crate::action::worded;
use crate::domain::id::Id;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::lang::{choice, cockpit as word, field, noun};
use crate::store::Fault;
use crate::tui::command::Command;
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::list::{Cell, Column, List, Row, Width};
use crate::tui::shape::text::{self, Align};

/// Most records that are read; that there are more is told.
const READ: i64 = 500;

/// Most cells that the labels of a choice get; longer ones are cut.
const LABEL: usize = 14;

/// The related records of one kind.
pub struct Related {
    noun: Noun,
    /// The field by which they belong to their parent.
    key: &'static str,
    rows: Vec<Line>,
    total: usize,
    list: List,
}

struct Line {
    no: i64,
    is_open: bool,
    cells: Vec<String>,
}

impl Related {
    /// Of each kind that stands in a tab of a record of `parent`.
    pub fn all(parent: Noun) -> Vec<Self> {
        let of = |noun: Noun| {
            let keys = noun.traits().tab_by.iter();
            let key = keys.copied().find(|key| noun.kind_of(key) == Some(Kind::Link(parent)))?;
            Some(Self { noun, key, rows: Vec::new(), total: 0, list: List::default() })
        };
        Noun::ALL.into_iter().filter_map(of).collect()
    }

    /// What the tab is called, with how many records it has.
    pub fn title(&self, paint: &Paint) -> String {
        let name = noun::several(paint.lang, self.noun.code());
        if self.total > 0 { format!("{name} {}", self.total) } else { name }
    }

    /// The kind that a new record of the tab is of.
    pub fn noun(&self) -> Noun {
        self.noun
    }

    /// The record under the cursor.
    pub fn chosen(&self) -> Option<(Noun, i64)> {
        self.rows.get(self.list.held()?).map(|row| (self.noun, row.no))
    }

    /// Counts the records of the parent, and reads them where the tab is in sight.
    pub fn load(&mut self, sight: &Sight, parent: Id, is_seen: bool) -> Result<(), Fault> {
        for_noun!(self.noun, R => {
            self.total = sight.store.count_related::<R>(self.key, parent)?;
            if is_seen {
                let records = sight.store.related::<R>(self.key, parent, READ)?;
                self.rows = records.iter().map(|one| line(sight, one, self.key)).collect::<Result<_, _>>()?;
                self.list.hold(0, self.rows.len(), self.rows.len());
            }
            Ok(())
        })
    }

    /// Moves the cursor, or opens the form of the record under it.
    pub fn take(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Open) => {
                self.chosen().map_or(Obeyed::Ignored, |(noun, no)| Obeyed::Open(Target::Edit(noun, no)))
            }
            Order::Made(noun, no) if noun == self.noun => {
                self.list.set(self.rows.iter().position(|row| row.no == no).unwrap_or(0));
                Obeyed::Used
            }
            Order::Key(key) if self.list.press(key) != Outcome::Ignored => Obeyed::Used,
            Order::Key(_) | Order::Do(_) | Order::Filter(_) | Order::Sort(_) | Order::Made(..) => {
                Obeyed::Ignored
            }
        }
    }

    /// Takes its size.
    pub fn fit(&mut self, area: Rect) {
        self.list.fit(usize::from(area.height.saturating_sub(1 + self.more())));
    }

    /// Draws the records, those that are over dim.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let columns = columns(self.noun, self.key, paint);
        let row = |line: &Line| {
            let style = if line.is_open { Style::new() } else { paint.theme.dim };
            let cell = |text: &String| Cell { text: text.clone(), style };
            Row { cells: line.cells.iter().map(cell).collect(), chosen: false }
        };
        let rows: Vec<Row> = self.rows.iter().map(row).collect();
        let listed = Rect { height: area.height.saturating_sub(self.more()), ..area };
        self.list.view(listed, buf, (&columns, &rows), word::NONE_RELATED.text(paint.lang), &paint.theme);
        if self.more() > 0 {
            let rest = self.total.saturating_sub(self.rows.len());
            let told = word::MORE_RELATED.fill(paint.lang, &[&rest, &self.noun.code()]);
            text::put(buf, area, (2, area.height.saturating_sub(1)), &told, paint.theme.dim);
        }
    }

    /// The rows that are taken by a line about records that are not read.
    fn more(&self) -> u16 {
        u16::from(self.total > self.rows.len() && !self.rows.is_empty())
    }
}

/// The columns of a kind, but the one that is the same for all of a parent's records.
fn keys(noun: Noun, parent: &str) -> impl Iterator<Item = &'static str> {
    noun.traits().columns.iter().copied().filter(move |key| *key != parent)
}

fn columns(noun: Noun, parent: &str, paint: &Paint) -> Vec<Column> {
    let names = noun.traits().name.keys();
    let column = |key: &'static str| {
        let is_name = names.contains(&key);
        let head = field::label(paint.lang, noun.code(), key).to_owned();
        let least = |cells: usize| u16::try_from(text::width(&head).max(cells)).unwrap_or(u16::MAX);
        let flex = |cells: usize, share: u16| Width::Flex { min: least(cells), share };
        let (width, align) = match noun.kind_of(key) {
            Some(Kind::Moment) => (Width::Fixed(least(16)), Align::Left),
            Some(Kind::Date | Kind::Month) => (Width::Fixed(least(10)), Align::Left),
            Some(Kind::Money) => (Width::Fixed(least(14)), Align::Right),
            Some(Kind::Int(..) | Kind::Percent | Kind::Hours) => (Width::Fixed(least(4)), Align::Right),
            Some(Kind::Choice(list, codes)) => {
                let labels = codes.iter().map(|code| text::width(choice::label(paint.lang, list, code)));
                (Width::Fixed(least(labels.max().unwrap_or(0).min(LABEL))), Align::Left)
            }
            _ if is_name => (flex(16, 3), Align::Left),
            _ => (flex(10, 2), Align::Left),
        };
        Column { head, width, align, name: is_name }
    };
    keys(noun, parent).map(column).collect()
}

fn line<R: Record>(sight: &Sight, record: &R, parent: &str) -> Result<Line, Fault> {
    let held = |key: &str| R::field(key).map(|field| (field.get)(record)).unwrap_or_default();
    let currency = held("currency");
    let name = |noun: Noun, id: Id| Ok(sight.store.sheet(noun, id)?.map(|sheet| sheet.name));
    let cells = keys(R::NOUN, parent).filter_map(R::field).map(|field| {
        let value = (field.get)(record);
        worded::value::<Fault>(
            sight.desk.lang,
            field.kind,
            &value,
            currency.as_text().unwrap_or_default(),
            name,
        )
    });
    let is_open = R::TRAITS.due.is_none_or(|due| match held(due.state) {
        Value::Text(code) => due.open.contains(&code.as_str()),
        Value::Null | Value::Int(_) => false,
    });
    Ok(Line { no: record.head().no, is_open, cells: cells.collect::<Result<_, _>>()? })
}
