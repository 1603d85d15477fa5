//! What drawing needs besides the screen: language, theme and day; and how facts are worded in cells.

use chrono::{DateTime, FixedOffset, NaiveDate};
use ratatui::style::Style;

use super::shape::text;
use super::theme::Theme;
use crate::domain::choice::Choice;
use crate::domain::clock::Clock;
use crate::domain::flag::{Alarm, Fact, Flag, Level};
use crate::domain::money::{self, Style as MoneyStyle};
use crate::lang::{Lang, choice, flag};
use crate::store::deals::DealRow;

/// What drawing needs besides the screen.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    /// The reader's language.
    pub lang: Lang,
    /// Styles and glyphs.
    pub theme: Theme,
    /// The moment, in the reader's time zone.
    pub now: DateTime<FixedOffset>,
    /// Its day.
    pub today: NaiveDate,
    /// The clock that shows it.
    pub clock: Clock,
}

impl Paint {
    /// What drawing needs at a moment.
    pub fn new(lang: Lang, theme: Theme, now: DateTime<FixedOffset>) -> Self {
        Self { lang, theme, now, today: now.date_naive(), clock: Clock::fixed(*now.offset()) }
    }

    /// What measuring needs, where neither language nor day changes how many lines there are by much.
    pub fn plain() -> Self {
        Self::new(Lang::default(), Theme::default(), DateTime::UNIX_EPOCH.fixed_offset())
    }

    /// A moment in the reader's own time.
    pub fn moment(&self, at: DateTime<FixedOffset>) -> String {
        self.clock.at(&at).format("%Y-%m-%d %H:%M").to_string()
    }

    /// An amount for a narrow cell, without its currency.
    pub fn short(&self, minor: i64, currency: &str) -> String {
        let style = match self.lang {
            Lang::En => MoneyStyle::En,
            Lang::Zh => MoneyStyle::Zh,
        };
        money::short(minor, currency, style)
    }

    /// An amount for a narrow cell, behind its currency.
    pub fn amount(&self, minor: i64, currency: &str) -> String {
        format!("{currency} {}", self.short(minor, currency))
    }

    /// The label of a choice.
    pub fn choice<C: Choice>(&self, value: C) -> &'static str {
        choice::label(self.lang, C::LIST, value.code())
    }

    /// The sentence of a flag.
    pub fn sentence(&self, one: &Flag) -> String {
        let facts: Vec<Vec<String>> = one.facts.iter().map(Fact::items).collect();
        flag::sentence(self.lang, one.alarm.code(), &facts)
    }

    /// The mark of a flag's level: seen without colour too.
    pub fn level(&self, level: Level) -> (&'static str, Style) {
        match level {
            Level::High => ("!!", self.theme.bad),
            Level::Medium => ("! ", self.theme.warn),
            Level::Info => (if self.theme.glyphs.ascii { "- " } else { "· " }, self.theme.dim),
        }
    }

    /// Computed odds in a column of percents: a dash while nothing is known of a deal.
    pub fn odds(&self, p_calc: Option<i64>) -> String {
        let dash = if self.theme.glyphs.ascii { "-" } else { "–" };
        p_calc.map_or_else(|| dash.to_owned(), |percent| percent.to_string())
    }

    /// Computed odds with their sign, in a text.
    pub fn percent(&self, p_calc: Option<i64>) -> String {
        if p_calc.is_some() { format!("{}%", self.odds(p_calc)) } else { self.odds(None) }
    }

    /// The flags of a list's row in `room` cells: the mark of the worst, its label and how many more there are, or
    /// just how many; of a deal that is not qualified yet that it is so, calmly.
    pub fn flags(&self, deal: &DealRow, room: usize) -> (String, Style) {
        let codes = &deal.flags;
        let first = if deal.is_flagged() { codes.first() } else { codes.last() };
        let Some(worst) = first.and_then(|code| Alarm::from_code(code)) else {
            return (String::new(), Style::new());
        };
        let (mark, style) = self.level(if deal.is_flagged() { worst.level() } else { Level::Info });
        let more = if codes.len() > 1 { format!(" +{}", codes.len() - 1) } else { String::new() };
        let whole = format!("{mark} {}{more}", flag::label(self.lang, worst.code()));
        if text::width(&whole) <= room {
            return (whole, style);
        }
        let short = format!("{mark} {}{more}", flag::short(self.lang, worst.code()));
        // Where not even that fits, the count says more than half a word.
        (if text::width(&short) <= room { short } else { format!("{mark} {}", codes.len()) }, style)
    }

    /// A date without its year where that is this year's.
    pub fn day(&self, day: NaiveDate) -> String {
        use chrono::Datelike;
        let format = if day.year() == self.today.year() { "%m-%d" } else { "%Y-%m-%d" };
        day.format(format).to_string()
    }

    /// A stored ISO date, worded as [`Paint::day`].
    pub fn iso(&self, day: Option<&str>) -> String {
        day.and_then(|day| day.parse().ok()).map(|day| self.day(day)).unwrap_or_default()
    }
}
