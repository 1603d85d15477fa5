//! What narrows, orders and selects the rows of a list: one mechanism for every screen that is a list.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::command::Command;
use super::paint::Paint;
use super::screen::{Obeyed, Order};
use super::shape::text;
use crate::action::Failure;
use crate::lang::{Word, cockpit as word};
use crate::store::Fault;

/// A list's filter, with what it asks for; its order; and which of its rows are selected, each by its key.
#[derive(Debug)]
pub struct Narrow<A, K = i64> {
    /// The filter as it was typed.
    pub filter: String,
    /// What the filter asks for, as it was understood last.
    pub asked: A,
    /// The number of the order.
    pub order: usize,
    /// What is selected.
    pub several: BTreeSet<K>,
    /// Whether every row that the cursor comes to is selected.
    ranging: bool,
    /// Whether the list is another one than was read.
    anew: bool,
}

impl<A: Default, K> Default for Narrow<A, K> {
    fn default() -> Self {
        let (filter, asked, several) = (String::new(), A::default(), BTreeSet::new());
        Self { filter, asked, order: 0, several, ranging: false, anew: false }
    }
}

impl<A, K: Ord + Copy> Narrow<A, K> {
    /// Obeys what is about filter, order and selection; nothing where an order is about something else.
    pub fn obey(&mut self, order: Order, here: Option<K>) -> Option<Obeyed> {
        match order {
            Order::Filter(filter) => Some(self.filter(filter)),
            Order::Sort(number) => {
                self.order = number;
                Some(self.restart())
            }
            Order::Do(Command::Select | Command::Toggle) if here.is_none() && !self.is_selecting() => {
                Some(Obeyed::Ignored)
            }
            Order::Do(Command::Select) => {
                let ranging = !self.is_selecting();
                self.unselect();
                self.ranging = ranging;
                self.several.extend(here.filter(|_| ranging));
                Some(Obeyed::Used)
            }
            Order::Do(Command::Toggle) => {
                if let Some(key) = here
                    && !self.several.remove(&key)
                {
                    self.several.insert(key);
                }
                Some(Obeyed::Used)
            }
            Order::Do(Command::Unselect) => {
                self.unselect();
                Some(Obeyed::Used)
            }
            Order::Do(Command::Back) if self.is_selecting() => {
                self.unselect();
                Some(Obeyed::Used)
            }
            Order::Do(Command::Back) if !self.filter.is_empty() => Some(self.filter("")),
            Order::Do(_) | Order::Key(_) | Order::Made(..) => None,
        }
    }

    fn filter(&mut self, filter: &str) -> Obeyed {
        filter.trim().clone_into(&mut self.filter);
        self.restart()
    }

    /// Another list is shown: nothing of the old one is selected.
    pub fn restart(&mut self) -> Obeyed {
        self.unselect();
        self.anew = true;
        Obeyed::Load
    }

    fn unselect(&mut self) {
        self.ranging = false;
        self.several.clear();
    }

    /// Whether several rows are selected, or about to be.
    pub fn is_selecting(&self) -> bool {
        self.ranging || !self.several.is_empty()
    }

    /// The cursor went over these rows.
    pub fn passed(&mut self, rows: impl IntoIterator<Item = K>) {
        if self.ranging {
            self.several.extend(rows);
        }
    }

    /// Whether the list is another one than was read.
    pub fn is_anew(&self) -> bool {
        self.anew
    }

    /// Whether the list is another one than was read; said once.
    pub fn take_anew(&mut self) -> bool {
        std::mem::take(&mut self.anew)
    }

    /// Reads what the filter asks for. It was understood when it was typed; where it no longer is, since what it names
    /// is gone, what it meant stays.
    pub fn read(&mut self, read: impl FnOnce(&[String]) -> Result<A, Failure>) -> Result<(), Fault> {
        match read(&shlex::split(&self.filter).unwrap_or_default()) {
            Ok(asked) => self.asked = asked,
            Err(Failure::Fault(fault)) => return Err(fault),
            Err(Failure::Mistake(_) | Failure::Refused(_)) => {}
        }
        Ok(())
    }

    /// Draws the line above a list: its order, its filter, how many are selected, and where the cursor is.
    pub fn rule(
        &self,
        area: Rect,
        buf: &mut Buffer,
        (orders, at): (&[Word], Option<(usize, usize)>),
        paint: &Paint,
    ) {
        let (theme, lang) = (&paint.theme, paint.lang);
        let order = orders.get(self.order).map(|order| word::ORDER.fill(lang, &[&order.text(lang)]));
        let mut parts: Vec<String> = order.into_iter().chain(self.tell(paint)).collect();
        parts.extend(at.map(|(at, total)| word::AT_OF.fill(lang, &[&(at + 1), &total])));
        let line = theme.glyphs.rule.repeat(usize::from(area.width));
        text::put(buf, area, (0, 0), &line, theme.dim);
        let words = format!(" {} ", parts.join(" · "));
        let words = text::cut(&words, usize::from(area.width.saturating_sub(4)), theme.glyphs.cut);
        text::put(buf, area, (2, 0), &words, theme.label);
    }

    /// What the filter is and how many are selected, as far as there is anything to say.
    pub fn tell(&self, paint: &Paint) -> Vec<String> {
        let filter = (!self.filter.is_empty()).then(|| word::FILTER.fill(paint.lang, &[&self.filter]));
        let several = self.is_selecting().then(|| word::SELECTED.fill(paint.lang, &[&self.several.len()]));
        filter.into_iter().chain(several).collect()
    }
}

/// How many cells the largest of some numbers takes, three at least.
pub fn digits(numbers: impl Iterator<Item = i64>) -> u16 {
    let most = numbers.max().unwrap_or_default().to_string().len().max(3);
    u16::try_from(most).unwrap_or(u16::MAX)
}
