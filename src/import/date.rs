//! Dates in every common spelling; which number is the day is told by the whole column.

use crate::domain::when::MONTHS;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

/// Which of the numbers comes first where the month is a number too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// `2016-10-20`, and spellings with a named month: nothing to decide.
    #[default]
    Year,
    /// `20.10.2016`
    Day,
    /// `10/20/2016`
    Month,
}

/// A date taken apart.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Parts {
    Sure(i32, u32, u32),
    Named { year: u32, month: u32, day: u32 },
    Open { first: u32, second: u32, year: u32, short: bool },
    Serial(u64),
}

/// A moment that says how far its clock is from UTC, `2027-04-01T01:09:44.000Z`, in UTC. Midnight of UTC is nothing:
/// other systems write a day so.
pub(super) fn instant(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim().replacen(' ', "T", 1);
    let plain = text
        .strip_suffix("UTC")
        .or_else(|| text.strip_suffix("GMT"))
        .map(|rest| format!("{}Z", rest.trim_end()));
    let plain = plain.unwrap_or(text).replace(' ', "");
    let forms = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"];
    let found = forms.iter().find_map(|form| DateTime::parse_from_str(&plain, form).ok())?;
    Some(found.naive_utc())
        .filter(|utc| utc.time() != NaiveTime::MIN || found.offset().local_minus_utc() != 0)
}

/// The date in a cell; a two-digit year lies in the hundred years that end twenty years after `today`.
pub(super) fn parse(text: &str, order: Order, today: NaiveDate) -> Option<NaiveDate> {
    match parts(text)? {
        Parts::Sure(year, month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Parts::Named { year, month, day } => {
            NaiveDate::from_ymd_opt(full_year(i32::try_from(year).ok()?, today), month, day)
        }
        Parts::Serial(days) => NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days)),
        Parts::Open { first, second, year, short } => {
            let (day, month) = if order == Order::Month { (second, first) } else { (first, second) };
            let year = i32::try_from(year).ok()?;
            NaiveDate::from_ymd_opt(if short { full_year(year, today) } else { year }, month, day)
        }
    }
}

/// What programs and spreadsheets write where there is no day: their first day, their last, or noughts.
const STAND_INS: [(i32, u32, u32); 8] = [
    (0, 0, 0),
    (1, 1, 1),
    (1899, 12, 30),
    (1899, 12, 31),
    (1900, 1, 0),
    (1900, 1, 1),
    (1970, 1, 1),
    (9999, 12, 31),
];

/// Whether a cell holds a date that stands for none, such as `0000-00-00` or `12/30/1899`.
pub(super) fn is_stand_in(text: &str) -> bool {
    match parts(text) {
        Some(Parts::Sure(year, month, day)) => STAND_INS.contains(&(year, month, day)),
        Some(Parts::Open { first, second, year, short: false }) => {
            let is_it = |one: u32, other: u32| {
                move |(y, m, d): &(i32, u32, u32)| (u32::try_from(*y), *m, *d) == (Ok(year), one, other)
            };
            STAND_INS.iter().any(is_it(first, second)) || STAND_INS.iter().any(is_it(second, first))
        }
        _ => false,
    }
}

fn full_year(year: i32, today: NaiveDate) -> i32 {
    let last = today.year() + 20;
    let guess = last - last.rem_euclid(100) + year;
    if guess > last { guess - 100 } else { guess }
}

/// What cells say about the order of day and month.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Votes {
    /// Cells that can only start with the day.
    pub day: usize,
    /// Cells that can only start with the month.
    pub month: usize,
    /// Cells that leave it open.
    pub open: usize,
    /// Cells whose order needs no deciding.
    pub sure: usize,
    dots: usize,
}

impl Votes {
    /// Counts one cell in.
    pub fn add(&mut self, text: &str) {
        match parts(text) {
            Some(Parts::Open { first, second, .. }) => {
                self.dots += usize::from(!text.contains('/'));
                match (first > 12, second > 12) {
                    (true, false) => self.day += 1,
                    (false, true) => self.month += 1,
                    _ => self.open += 1,
                }
            }
            Some(_) => self.sure += 1,
            None => {}
        }
    }

    /// Both counts together.
    pub fn and(self, other: Self) -> Self {
        Self {
            day: self.day + other.day,
            month: self.month + other.month,
            open: self.open + other.open,
            sure: self.sure + other.sure,
            dots: self.dots + other.dots,
        }
    }

    /// The order, and whether anything spoke for it; a slash alone speaks for the month first, unless the numbers
    /// are written the continental way.
    pub fn order(self, continental: bool) -> (Order, bool) {
        match (self.day, self.month) {
            (0, 0) if self.open == 0 => (Order::Year, true),
            (0, 0) if self.dots > 0 || continental => (Order::Day, self.dots > 0),
            (0, 0) => (Order::Month, false),
            (day, month) => (if day > month { Order::Day } else { Order::Month }, day == 0 || month == 0),
        }
    }
}

/// The parts of a cell that is a date, with at most a time behind it.
fn parts(text: &str) -> Option<Parts> {
    let text = text.trim();
    if text.len() > 48 {
        return None;
    }
    if let Some(days) = serial(text) {
        return Some(days);
    }
    let (found, rest) = scan(text)?;
    if is_time(rest) { found.parts() } else { None }
}

/// The numbers of a date with the digits each has, and its month where that is a word.
#[derive(Debug, Default)]
struct Found {
    numbers: [(u32, usize); 3],
    count: usize,
    month: Option<u32>,
    month_first: bool,
}

/// Up to three parts of a date, and what stands behind them.
fn scan(text: &str) -> Option<(Found, &str)> {
    let (mut found, mut rest) = (Found::default(), text);
    while found.count + usize::from(found.month.is_some()) < 3 {
        rest = rest.trim_start_matches([' ', '-', '/', '.', ',', '年', '月', '日', '号', '\u{a0}']);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            let (number, tail) = rest.split_at_checked(digits)?;
            *found.numbers.get_mut(found.count)? = (number.parse().ok()?, digits);
            (found.count, rest) = (found.count + 1, tail);
            continue;
        }
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, tail) = rest.split_at_checked(letters).filter(|(word, _)| !word.is_empty())?;
        rest = tail;
        match named_month(word) {
            Some(_) if found.month.is_some() => return None,
            Some(month) => (found.month, found.month_first) = (Some(month), found.count == 0),
            None if is_weekday(word) || (found.count == 1 && is_ordinal(word)) => {}
            None => return None,
        }
    }
    Some((found, rest))
}

impl Found {
    fn parts(&self) -> Option<Parts> {
        let [(a, a_len), (b, b_len), (c, c_len)] = self.numbers;
        let whole = |number: u32| i32::try_from(number).ok();
        if let Some(month) = self.month {
            let year_first = a_len == 4 && !self.month_first;
            let (day, year, len) = if year_first { (b, a, a_len) } else { (a, b, b_len) };
            return match len {
                4 => Some(Parts::Sure(whole(year)?, month, day)),
                2 => Some(Parts::Named { year, month, day }),
                _ => None,
            };
        }
        match (a_len, b_len, c_len) {
            (4, 1 | 2, 1 | 2) => Some(Parts::Sure(whole(a)?, b, c)),
            (1 | 2, 1 | 2, 2 | 4) => Some(Parts::Open { first: a, second: b, year: c, short: c_len == 2 }),
            _ => None,
        }
    }
}

/// `20161020`, or the day number of a spreadsheet.
fn serial(text: &str) -> Option<Parts> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if ![whole, decimals].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let number: u64 = whole.parse().ok()?;
    match whole.len() {
        5 if (20_000..=80_000).contains(&number) => Some(Parts::Serial(number)),
        8 if decimals.is_empty() => {
            let part = |number: u64| u32::try_from(number).ok();
            let year = i32::try_from(number / 10_000).ok()?;
            Some(Parts::Sure(year, part(number / 100 % 100)?, part(number % 100)?))
        }
        _ => None,
    }
}

fn named_month(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    let found = MONTHS.iter().position(|name| word.len() >= 3 && (name.starts_with(&word) || word == "sept"));
    let found = if word == "sept" { Some(8) } else { found };
    found.and_then(|index| u32::try_from(index + 1).ok())
}

fn is_weekday(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .iter()
        .any(|name| word.len() >= 3 && name.starts_with(&word))
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|end| word.eq_ignore_ascii_case(end))
}

/// Whether nothing but a time of day, a zone or a weekday is left.
fn is_time(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['日', '号']).trim();
    rest.is_empty()
        || rest.starts_with("星期")
        || rest.starts_with("周")
        || (rest.starts_with(['T', 't'])
            || rest.starts_with(|sign: char| sign.is_ascii_digit() || "上下".contains(sign)))
            && rest
                .chars()
                .all(|sign| sign.is_ascii_digit() || ":.+-TtZzUuCcGgMmAaPp 上下午时分秒".contains(sign))
            && rest.contains([':', '时'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[test]
    fn every_spelling_of_a_day_is_that_day() {
        use Order::{Day, Month, Year};
        for (text, order) in [
            ("2016-10-20", Year),
            ("2016/10/20", Year),
            ("2016.10.20", Year),
            ("20161020", Year),
            ("2016年10月20日", Year),
            ("2016年10月20日 星期四", Year),
            ("20-Oct-2016", Year),
            ("20 October 2016", Year),
            ("Oct 20, 2016", Year),
            ("Thu, 20th Oct 2016", Year),
            ("20-Oct-16", Year),
            ("2016-10-20 15:15:00.000000 UTC", Year),
            ("2016-10-20T15:15:00+08:00", Year),
            ("2016-10-20T15:15:00Z", Year),
            ("10/20/2016", Month),
            ("10/20/16", Month),
            ("10/20/2016 3:05 PM", Month),
            ("20-10-16", Day),
            ("20.10.2016", Day),
            ("20/10/2016", Day),
            ("42663", Year),
            ("42663.5", Year),
        ] {
            assert_eq!(parse(text, order, today()), NaiveDate::from_ymd_opt(2016, 10, 20), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "12都",
            "31.02.2017",
            "2016-13-01",
            "tomorrow",
            "2016",
            "1/2",
            "2016-10-20 later",
            "Q4 2016",
            "99999",
        ] {
            assert_eq!(parse(text, Order::Day, today()), None, "{text}");
        }
    }

    #[test]
    fn what_stands_for_no_day_is_known() {
        for (text, stands) in [
            ("0000-00-00 00:00:00", true),
            ("00.00.0000", true),
            ("0001-01-01T00:00:00Z", true),
            ("12/30/1899", true),
            ("1900-01-00", true),
            ("31.12.9999", true),
            ("1970-01-01", true),
            ("1970-01-02", false),
            ("01/01/00", false),
            ("2027-01-01", false),
        ] {
            assert_eq!(is_stand_in(text), stands, "{text}");
        }
    }

    #[test]
    fn two_digit_years_lie_around_today() {
        for (text, year) in [("01-02-46", 2046), ("01-02-47", 1947), ("01-02-99", 1999), ("01-02-00", 2000)] {
            assert_eq!(parse(text, Order::Day, today()).map(|day| day.year()), Some(year), "{text}");
        }
    }

    #[test]
    fn the_whole_column_tells_the_order() {
        for (cells, continental, order) in [
            (&["2016-10-20", "01-Jan-2015"][..], false, (Order::Year, true)),
            (&["3/1/2017", "10/20/2016"], false, (Order::Month, true)),
            (&["01-03-17", "20-10-16"], false, (Order::Day, true)),
            (&["3/1/2017", "4/1/2017"], false, (Order::Month, false)),
            (&["3/1/2017", "4/1/2017"], true, (Order::Day, false)),
            (&["03.01.2017"], false, (Order::Day, true)),
            (&["13/1/2017", "14/1/2017", "1/13/2017"], false, (Order::Day, false)),
        ] {
            let mut votes = Votes::default();
            for cell in cells {
                votes.add(cell);
            }
            assert_eq!(votes.order(continental), order, "{cells:?}");
        }
    }

    proptest! {
        #[test]
        fn any_day_survives_every_spelling(days in 0_u64..36_500) {
            let day = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + Days::new(days);
            for (format, order) in [("%d.%m.%Y", Order::Day), ("%m/%d/%Y", Order::Month), ("%d %b %Y", Order::Year),
                ("%Y年%-m月%-d日", Order::Year), ("%Y%m%d", Order::Year), ("%F 00:00:00", Order::Year)] {
                let text = day.format(format).to_string();
                prop_assert_eq!(parse(&text, order, today()), Some(day), "{}", text);
            }
        }

        #[test]
        fn any_text_is_a_date_or_none(text in "\\PC{0,30}") {
            let _ = parse(&text, Order::Day, today());
            Votes::default().add(&text);
        }
    }
}
