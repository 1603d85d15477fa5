//! The funnel at a glance: a line for each stage with its bar, count, sums, conversion and days.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::choice::Choice;
use crate::domain::funnel::{Amount, FunnelSheet, StageSheet};
use crate::domain::stage::{Stage, Status};
use crate::lang::{Word, choice, cockpit as word, odds};
use crate::store::tally::DealSum;
use crate::tui::paint::Paint;
use crate::tui::shape::bar::bar;
use crate::tui::shape::text;

/// Which deals the list under the funnel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lane {
    /// All that are open.
    #[default]
    Open,
    /// Those of a stage.
    Stage(Stage),
    /// Those that ended so.
    Ended(Status),
}

/// The lanes from left to right, as `h` and `l` walk them.
pub const LANES: [Lane; 7] = [
    Lane::Open,
    Lane::Stage(Stage::Potential),
    Lane::Stage(Stage::Qualified),
    Lane::Stage(Stage::Mine),
    Lane::Stage(Stage::Winnable),
    Lane::Ended(Status::Won),
    Lane::Ended(Status::Lost),
];

/// Lines that the funnel takes: one more where deals are to be qualified.
pub fn height(sheet: Option<&FunnelSheet>) -> u16 {
    7 + u16::from(sheet.is_some_and(|sheet| sheet.unqualified > 0))
}

/// Draws the funnel; `lane` has the cursor, `currency` stands first among the amounts, of a narrowed one all is told
/// of what its filter leaves.
pub fn view(
    area: Rect,
    buf: &mut Buffer,
    (sheet, found): (&FunnelSheet, Option<&(Word, StageSheet)>),
    (lane, currency, is_narrowed): (Lane, usize, bool),
    paint: &Paint,
) {
    let theme = &paint.theme;
    let open = (word::ALL_OPEN, whole(sheet));
    let (label, whole) = found.unwrap_or(&open);
    let currency = currency_at(whole, currency);
    let columns = Columns::of(area.width);
    columns.head(area, buf, paint);
    let most = sheet.stages.iter().map(|stage| stage.count).max().unwrap_or(0);
    for (stage, y) in sheet.stages.iter().zip(2..) {
        let label = choice::label(paint.lang, Stage::LIST, stage.stage.code());
        let here = lane == Lane::Stage(stage.stage);
        columns.line(area, buf, (y, label, here), stage, (most, currency), paint);
    }
    columns.line(area, buf, (1, label.text(paint.lang), lane == Lane::Open), whole, (0, currency), paint);
    let closed = closed(sheet, (currency, is_narrowed), paint);
    let y = 6;
    if let Lane::Ended(status) = lane {
        text::put(buf, area, (0, y), theme.glyphs.gutter, theme.gutter);
        let label = choice::label(paint.lang, Status::LIST, status.code());
        let x = text::put(buf, area, (2, y), label, theme.under);
        text::put(buf, area, (x + 2, y), &closed, theme.dim);
    } else {
        text::put(buf, area, (2, y), &closed, theme.dim);
    }
    if sheet.unqualified > 0 {
        text::put(buf, area, (2, 7), &to_qualify(sheet, paint), theme.label);
    }
}

/// How many deals wait for their first question, with what they may bring and how they are weighted.
fn to_qualify(sheet: &FunnelSheet, paint: &Paint) -> String {
    let known = sheet.to_qualify.iter().filter(|(_, sum)| *sum != 0);
    let sums: Vec<String> = known.map(|(code, sum)| paint.amount(*sum, code)).collect();
    odds::weighed(paint.lang, sheet.unqualified, &sums.join(" + "))
}

/// The currency that stands first: the one with most open deals, or the one that was asked for.
fn currency_at(whole: &StageSheet, at: usize) -> &str {
    let found = whole.amounts.get(at % whole.amounts.len().max(1));
    found.map(|amount| amount.currency.as_str()).unwrap_or_default()
}

/// Sums of deals of whatever status as if they were one stage.
pub fn all(sums: &[DealSum]) -> StageSheet {
    let amount = |of: &DealSum| Amount {
        currency: of.currency.clone(),
        amount: of.sum.amount,
        weighted: of.sum.weighted,
    };
    StageSheet {
        stage: Stage::Potential,
        count: sums.iter().map(|of| of.sum.n).sum(),
        high: 0,
        unqualified: 0,
        amounts: added(sums.iter().map(amount)),
        days: None,
        moved_on: 0,
        moved: 0,
    }
}

/// Amounts, one for each currency.
fn added(all: impl Iterator<Item = Amount>) -> Vec<Amount> {
    let mut amounts: Vec<Amount> = Vec::new();
    for one in all {
        match amounts.iter_mut().find(|sum| sum.currency == one.currency) {
            Some(sum) => {
                sum.amount = sum.amount.saturating_add(one.amount);
                sum.weighted = sum.weighted.saturating_add(one.weighted);
            }
            None => amounts.push(one),
        }
    }
    amounts
}

/// The sums of all stages as if they were one.
fn whole(sheet: &FunnelSheet) -> StageSheet {
    let amounts = added(sheet.stages.iter().flat_map(|stage| &stage.amounts).cloned());
    let count: i64 = sheet.stages.iter().map(|stage| stage.count).sum();
    StageSheet {
        stage: Stage::Potential,
        count,
        high: sheet.stages.iter().map(|stage| stage.high).sum(),
        unqualified: sheet.unqualified,
        amounts,
        days: None,
        moved_on: 0,
        moved: 0,
    }
}

fn closed(sheet: &FunnelSheet, (currency, is_narrowed): (&str, bool), paint: &Paint) -> String {
    let none = if is_narrowed { word::NO_CLOSED_FILTER } else { word::NO_CLOSED };
    let Some(rate) = sheet.win_rate() else { return none.text(paint.lang).to_owned() };
    let won = amounts(&sheet.won_amounts, currency, 24, |amount| amount.amount, paint);
    let tenths = (rate + 500) / 1000;
    let rate = format!("{}.{}%", tenths / 10, tenths % 10);
    word::WON_LOST.fill(paint.lang, &[&sheet.won, &won, &sheet.lost, &rate])
}

/// As many amounts as fit, one for each currency, the one that was asked for first; never added up.
fn amounts(all: &[Amount], first: &str, room: usize, of: fn(&Amount) -> i64, paint: &Paint) -> String {
    let mut shown = String::new();
    // What nobody put a figure to is no sum of nothing.
    let known = all.iter().filter(|amount| of(amount) != 0);
    let (own, others): (Vec<&Amount>, Vec<&Amount>) = known.partition(|amount| amount.currency == first);
    let mut left = own.len() + others.len();
    for amount in own.into_iter().chain(others) {
        let one = paint.amount(of(amount), &amount.currency);
        let gap = if shown.is_empty() { "" } else { " " };
        let reserve = if left > 1 { 3 } else { 0 };
        if text::width(&shown) + gap.len() + text::width(&one) + reserve > room && !shown.is_empty() {
            break;
        }
        shown.push_str(gap);
        shown.push_str(&one);
        left -= 1;
    }
    if left > 0 { format!("{shown} +{left}") } else { shown }
}

/// Where the columns of the funnel stand.
struct Columns {
    bar: (u16, usize),
    count: u16,
    amount: (u16, usize),
    weighted: (u16, usize),
    rate: u16,
    days: u16,
}

impl Columns {
    fn of(width: u16) -> Self {
        let spare = width.saturating_sub(80);
        let (bar, amount) = (8 + usize::from(spare / 4), 17 + usize::from(spare / 4));
        let after = |from: u16, width: usize| from + u16::try_from(width).unwrap_or(0) + 1;
        let count = after(17, bar) + 6;
        let weighted = after(count + 1, amount);
        let rate = after(weighted, amount) + 5;
        Self {
            bar: (17, bar),
            count,
            amount: (count + 1, amount),
            weighted: (weighted, amount),
            rate,
            days: rate + 6,
        }
    }

    fn head(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let style = paint.theme.label;
        text::put(buf, area, (2, 0), word::STAGE.text(paint.lang), style);
        right(buf, area, (self.count, 0), word::COUNT.text(paint.lang), style);
        text::put(buf, area, (self.amount.0 + 1, 0), word::AMOUNT.text(paint.lang), style);
        if self.rate <= area.width + 6 {
            text::put(buf, area, (self.weighted.0 + 1, 0), word::WEIGHTED.text(paint.lang), style);
        }
        right(buf, area, (self.rate, 0), word::CONVERSION.text(paint.lang), style);
        right(buf, area, (self.days, 0), word::DAYS.text(paint.lang), style);
    }

    fn line(
        &self,
        area: Rect,
        buf: &mut Buffer,
        (y, label, here): (u16, &str, bool),
        stage: &StageSheet,
        (most, currency): (i64, &str),
        paint: &Paint,
    ) {
        let theme = &paint.theme;
        if here {
            text::put(buf, area, (0, y), theme.glyphs.gutter, theme.gutter);
        }
        text::put(
            buf,
            area,
            (2, y),
            &text::cut(label, 14, theme.glyphs.cut),
            if here { theme.under } else { Style::new() },
        );
        if most > 0 {
            let drawn = bar(stage.count.unsigned_abs(), most.unsigned_abs(), self.bar.1, &theme.glyphs);
            text::put(buf, area, (self.bar.0, y), &drawn, theme.dim);
        }
        right(buf, area, (self.count, y), &stage.count.to_string(), theme.strong);
        let shown = amounts(&stage.amounts, currency, self.amount.1, |amount| amount.amount, paint);
        text::put(buf, area, (self.amount.0 + 1, y), &shown, Style::new());
        let shown = amounts(&stage.amounts, currency, self.weighted.1, |amount| amount.weighted, paint);
        if self.rate <= area.width + 6 {
            text::put(buf, area, (self.weighted.0 + 1, y), &shown, Style::new());
        }
        let rate = stage.conversion().map(|rate| format!("{rate}%")).unwrap_or_default();
        right(buf, area, (self.rate, y), &rate, Style::new());
        let days = stage.days.map(|days| days.to_string()).unwrap_or_default();
        right(buf, area, (self.days, y), &days, Style::new());
    }
}

/// Puts a text so that it ends before column `x`.
fn right(buf: &mut Buffer, area: Rect, (x, y): (u16, u16), what: &str, style: Style) {
    let width = u16::try_from(text::width(what)).unwrap_or(0);
    text::put(buf, area, (x.saturating_sub(width), y), what, style);
}
