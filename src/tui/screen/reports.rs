//! The forecast by month and by category, and what was won and lost.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Chosen, Obeyed, Order, Screen, Sight};
use crate::action::Failure;
use crate::action::terms::{self, Asked};
use crate::domain::choice::Choice;
use crate::domain::history::{self, history};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Category;
use crate::domain::stage::Status;
use crate::lang::{Word, cockpit, forecast, odds, today as word};
use crate::store::Fault;
use crate::store::deals::Order as By;
use crate::store::forecast::{By as Of, Forecast, Group, unqualified};
use crate::store::report::{Group as Grouped, Row};
use crate::tui::command::{Command, Place};
use crate::tui::narrow::Narrow;
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::sections::{Item, Line, Sections};
use crate::tui::shape::text;

/// Forecast, won and lost.
#[derive(Default)]
pub struct Reports {
    months: Vec<Forecast>,
    categories: Vec<Forecast>,
    /// How many open deals are not qualified yet, and their amounts by currency.
    unqualified: (i64, Vec<(String, i64)>),
    won: Vec<Row>,
    lost: Vec<Row>,
    history: Vec<history::Record>,
    /// From how many on history speaks.
    enough: u16,
    list: Sections,
    narrow: Narrow<Asked>,
}

/// What a filter of reports asks for: deals of every status, each report those that it is about.
pub(super) fn reports(sight: &Sight, words: &[String]) -> Result<Asked, Failure> {
    terms::all_deals(sight.store, sight.desk, words)
}

impl Reports {
    /// Lines that the filter takes.
    fn head(&self) -> u16 {
        u16::from(!self.narrow.filter.is_empty())
    }

    /// What deals that are not qualified yet count with, where there are any.
    fn weighed(&self, paint: &Paint) -> Option<Item> {
        let (count, sums) = &self.unqualified;
        let known = sums.iter().filter(|(_, sum)| *sum != 0);
        let sums: Vec<String> = known.map(|(code, sum)| paint.amount(*sum, code)).collect();
        let text = odds::weighed(paint.lang, *count, &sums.join(" + "));
        (*count > 0).then(|| Item { text, dim: true, ..Item::default() })
    }
}

impl Screen for Reports {
    fn place(&self) -> Place {
        Place::Reports
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Opp, Noun::Answer]
    }

    fn understands(&self, sight: &Sight, words: &[String]) -> Result<(), Failure> {
        reports(sight, words).map(drop)
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        self.narrow.take_anew();
        self.narrow.read(|words| reports(sight, words))?;
        let terms = self.narrow.asked.clone().selection(By::default()).whole();
        let today = sight.desk.stamp.today();
        let totals = sight.store.forecast(Of::All, &terms)?;
        self.unqualified = unqualified(&totals);
        self.months = sight.store.forecast(Of::Ahead(today), &terms)?;
        self.categories = sight.store.forecast(Of::Category, &terms)?;
        self.months.extend(totals.iter().cloned());
        self.categories.extend(totals);
        self.won = sight.store.report(Status::Won, Grouped::Quarter, &terms)?;
        self.lost = sight.store.report(Status::Lost, Grouped::Quarter, &terms)?;
        let funnel = sight.store.funnel(today, &terms)?;
        self.history = history(&funnel.stages, &sight.store.rules);
        if self.history.iter().all(|one| one.left == 0) {
            self.history.clear();
        }
        self.enough = sight.store.rules.limit.history;
        let [won, lost] = [self.won.len(), self.lost.len()];
        let months = self.months.len() + usize::from(self.unqualified.0 > 0);
        self.list.hold(&[months, self.categories.len(), self.history.len(), won, lost]);
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        Chosen { filter: self.narrow.filter.clone(), ..Chosen::default() }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        // Rows of a report are sums: there is nothing to order or to select.
        if matches!(order, Order::Filter(_) | Order::Do(Command::Back))
            && let Some(obeyed) = self.narrow.obey(order, None)
        {
            return obeyed;
        }
        let Order::Key(key) = order else { return Obeyed::Ignored };
        match self.list.press(key) {
            Outcome::Ignored => Obeyed::Ignored,
            _ => Obeyed::Used,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.list.fit(usize::from(area.height.saturating_sub(self.head())));
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let mut lines = Vec::new();
        let forecast = |one: &Forecast| expected(one, paint);
        let months = self.months.iter().map(forecast).chain(self.weighed(paint)).collect();
        part(&mut lines, word::BY_MONTH, months, paint);
        part(&mut lines, word::BY_CATEGORY, self.categories.iter().map(forecast).collect(), paint);
        let history = self.history.iter().map(|one| past(one, self.enough, paint)).collect();
        part(&mut lines, forecast::HISTORY, history, paint);
        part(&mut lines, word::WON, self.won.iter().map(|one| closed(one, paint)).collect(), paint);
        part(&mut lines, word::LOST, self.lost.iter().map(|one| closed(one, paint)).collect(), paint);
        if lines.is_empty() {
            let none = if self.narrow.filter.is_empty() { word::NO_DEALS } else { cockpit::NO_DEALS_FILTER };
            let said = text::wrap(none.text(paint.lang), usize::from(area.width) - 4);
            for (line, y) in said.iter().zip(1..area.height) {
                text::put(buf, area, (2, y), line, paint.theme.dim);
            }
        }
        if self.head() > 0 {
            self.narrow.rule(area, buf, (&[], None), paint);
        }
        let below = Rect { y: area.y + self.head(), height: area.height.saturating_sub(self.head()), ..area };
        self.list.view(below, buf, &lines, &paint.theme);
    }
}

fn part(lines: &mut Vec<Line>, head: Word, items: Vec<Item>, paint: &Paint) {
    if !items.is_empty() {
        lines.push(Line::Head(head.text(paint.lang).to_owned()));
        lines.extend(items.into_iter().map(Line::Item));
    }
}

fn named(key: &str, paint: &Paint) -> String {
    Category::from_code(key).map_or_else(|| key.to_owned(), |one| paint.choice(one).to_owned())
}

fn expected(one: &Forecast, paint: &Paint) -> Item {
    let (lang, currency) = (paint.lang, &one.currency);
    let amount = |minor: i64| paint.amount(minor, currency);
    let own = one.own.map_or_else(|| "–".to_owned(), amount);
    let text = word::EXPECTED.fill(lang, &[&amount(one.computed), &own]);
    let (mark, style) = match &one.group {
        Group::Overdue => (word::PAST_DUE.text(lang).to_owned(), paint.theme.warn),
        Group::Named(key) => (named(key, paint), Style::new()),
        Group::Unset => (word::NO_GROUP.text(lang).to_owned(), Style::new()),
        Group::Total => (forecast::TOTAL.text(lang).to_owned(), paint.theme.strong),
    };
    let aside = word::OF_DEALS.fill(lang, &[&one.count, &amount(one.amount)]);
    Item { mark, style, text, aside, dim: false }
}

fn past(one: &history::Record, enough: u16, paint: &Paint) -> Item {
    let lang = paint.lang;
    let base = forecast::BASE_OF.fill(lang, &[&one.base]);
    let text = match one.on {
        Some(on) => {
            let won = one.won.map_or_else(|| "–".to_owned(), |won| format!("{won}%"));
            forecast::TOLD_ON.fill(lang, &[&base, &on, &won])
        }
        None => base,
    };
    let aside = match one.on {
        Some(_) => forecast::N.fill(lang, &[&one.left]),
        None => forecast::N_OF.fill(lang, &[&one.left, &enough]),
    };
    Item { mark: paint.choice(one.stage).to_owned(), text, aside, ..Item::default() }
}

fn closed(one: &Row, paint: &Paint) -> Item {
    let amounts: Vec<String> =
        one.amounts.iter().map(|part| paint.amount(part.amount, &part.currency)).collect();
    let aside = word::DEALS.fill(paint.lang, &[&one.count]);
    let mark = one.key.clone().unwrap_or_else(|| word::NO_GROUP.text(paint.lang).to_owned());
    Item { mark, text: amounts.join(" + "), aside, ..Item::default() }
}
