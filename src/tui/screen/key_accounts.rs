//! The key-account review: every key account, what speaks for and against it, one verdict each (A7).

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::domain::noun::Noun;
use crate::domain::review::Review;
use crate::lang::review as word;
use crate::store::Fault;
use crate::store::key_account::KeyAccount;
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::sections::{Item, Line, Sections};
use crate::tui::shape::text::{self, Align};

mod about;

/// How many key accounts are listed at most.
const MOST: i64 = 300;
/// From this width on the account is told beside the list.
const WIDE: u16 = 110;
/// The lines that it takes below the list.
const BELOW: u16 = 11;

/// The key accounts, in the order in which they stood when the review was opened.
#[derive(Default)]
pub struct KeyAccounts {
    order: Option<Vec<i64>>,
    all: Vec<KeyAccount>,
    /// How many there were in all, where not all are listed.
    cut: Option<i64>,
    today: NaiveDate,
    list: Sections,
}

/// The verdict of a day, where there is one.
fn judged(one: &KeyAccount, today: NaiveDate) -> Option<&Review> {
    one.reviews.first().filter(|review| review.on_day == Some(today))
}

impl KeyAccounts {
    fn here(&self) -> Option<&KeyAccount> {
        self.all.get(self.list.at())
    }

    fn is_due(&self, one: &KeyAccount) -> bool {
        let due = one.account.next_review_on.is_none_or(|day| day <= self.today);
        due && judged(one, self.today).is_none()
    }

    fn head(&self, paint: &Paint) -> String {
        let due = self.all.iter().filter(|one| self.is_due(one)).count();
        let told = if due == 0 {
            word::KEY_DONE.text(paint.lang).to_owned()
        } else {
            word::KEY_DUE.fill(paint.lang, &[&due, &self.all.len()])
        };
        let told = match self.cut {
            Some(all) => word::KEY_CUT.fill(paint.lang, &[&told, &MOST, &all]),
            None => told,
        };
        word::KEY_HEAD.fill(paint.lang, &[&self.today.format("%Y-%m"), &told])
    }

    fn item(&self, one: &KeyAccount, width: u16, paint: &Paint) -> Item {
        let (theme, lang) = (&paint.theme, paint.lang);
        let is_judged = judged(one, self.today).is_some();
        let (due, style) = match one.account.next_review_on {
            _ if is_judged => (theme.glyphs.done.to_owned(), theme.dim),
            None => (word::KEY_UNDATED.text(lang).to_owned(), theme.warn),
            Some(day) if day < self.today => {
                (word::KEY_OVERDUE.fill(lang, &[&(self.today - day).num_days()]), theme.bad)
            }
            Some(day) => (word::KEY_ON.fill(lang, &[&paint.day(day)]), Style::new()),
        };
        let last = one.reviews.first().map_or_else(
            || word::KEY_NEVER.text(lang).to_owned(),
            |review| {
                let day = review.on_day.map(|day| paint.day(day)).unwrap_or_default();
                let verdict = review.verdict.map_or("", |verdict| paint.choice(verdict));
                word::KEY_LAST.fill(lang, &[&verdict, &day])
            },
        );
        let name = text::pad(&one.account.name, usize::from(width) * 2 / 5, Align::Left, theme.glyphs.cut);
        let ranks = about::ranks(&one.account, paint);
        Item { mark: due, style, text: format!("{name}  {ranks}"), aside: last, dim: is_judged }
    }

    fn areas(area: Rect) -> (Rect, Rect) {
        if area.width >= WIDE {
            let left = area.width * 3 / 5;
            let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), width: left, ..area };
            return (list, Rect { x: area.x + left + 2, width: area.width - left - 2, ..list });
        }
        let below = BELOW.min(area.height / 2);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(below + 1), ..area };
        (list, Rect { y: list.y + list.height, height: below, ..area })
    }
}

impl Screen for KeyAccounts {
    fn place(&self) -> Place {
        Place::KeyAccounts
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Account, Noun::Review, Noun::Opp, Noun::Visit]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        self.today = sight.desk.stamp.today();
        let before = self.here().map(|one| judged(one, self.today).is_some());
        let accounts = match &self.order {
            None => {
                self.cut = Some(sight.store.count_key_accounts()?).filter(|all| *all > MOST);
                sight.store.key_accounts(MOST)?
            }
            // Who was removed just now stays in sight, so that the verdict is seen and can be undone.
            Some(order) => {
                let read = order.iter().map(|no| sight.store.get(*no));
                read.filter_map(Result::transpose).collect::<Result<_, _>>()?
            }
        };
        self.order = Some(accounts.iter().map(|account| account.head.no).collect());
        let known = accounts.into_iter().map(|account| sight.store.key_account(account, self.today));
        self.all = known.collect::<Result<_, _>>()?;
        self.list.hold(&[self.all.len()]);
        let is_new =
            before == Some(false) && self.here().is_some_and(|one| judged(one, self.today).is_some());
        let from = self.list.at();
        let waits = |at: &usize| self.all.get(*at).is_some_and(|one| judged(one, self.today).is_none());
        if let Some(next) = (from..self.all.len()).chain(0..from).find(waits).filter(|_| is_new) {
            self.list.set(next);
        }
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let Some(one) = self.here() else { return Chosen::default() };
        let (no, name) = (one.account.head.no, one.account.name.clone());
        Chosen {
            record: Some((Noun::Account, no)),
            account: Some((no, name.clone())),
            name,
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Open) => match self.here() {
                Some(one) => Obeyed::Open(Target::Account(one.account.head.no)),
                None => Obeyed::Ignored,
            },
            Order::Key(key) => match self.list.press(key) {
                Outcome::Ignored => Obeyed::Ignored,
                _ => Obeyed::Used,
            },
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.list.fit(usize::from(Self::areas(area).0.height) + 1);
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let (theme, cut) = (&paint.theme, paint.theme.glyphs.cut);
        if self.all.is_empty() {
            let room = usize::from(area.width.saturating_sub(4));
            let mut lines = text::wrap(word::KEY_NONE.text(paint.lang), room);
            lines.extend(text::wrap(word::KEY_NONE_HINT.text(paint.lang), room));
            for (line, y) in lines.iter().zip(1..area.height) {
                text::put(buf, area, (2, y), line, theme.dim);
            }
            return;
        }
        let (list, beside) = Self::areas(area);
        // The head is a line of the list, and stays in sight with its first item.
        let list = Rect { y: list.y - 1, height: list.height + 1, ..list };
        let head = text::cut(&self.head(paint), usize::from(list.width), cut);
        let mut lines = vec![Line::Head(head)];
        lines.extend(self.all.iter().map(|one| Line::Item(self.item(one, list.width, paint))));
        self.list.view(list, buf, &lines, theme);
        if let Some(one) = self.here() {
            about::view(one, beside, buf, paint);
        }
    }
}
