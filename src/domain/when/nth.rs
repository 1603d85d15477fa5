//! The first, second … last of a weekday in a month: `last friday of december`, `下个月第一个周一`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{Place, Span, in_month, month_from, step};
use super::english::{month, turn, weekday, year_of};
use super::numeral::{lead, plain};
use super::{Answer, NotADay, chinese};

/// Which of its kind in a month.
#[derive(Clone, Copy)]
enum Which {
    /// Counted from the first.
    Nth(u32),
    /// The last one.
    Last,
}

/// Which month is meant.
enum Scope {
    /// So many months from this one.
    From(i64),
    /// The next one of this number that is not over.
    Coming(u32),
    /// This one of this year.
    Of(i32, u32),
}

impl Scope {
    fn day(&self, today: NaiveDate, which: Which, weekday: Weekday) -> Answer {
        match *self {
            Self::From(months) => in_the_month(month_from(today, months, Place::Start)?, which, weekday),
            Self::Of(year, month) => in_the_month(in_month(year, month, Place::Start)?, which, weekday),
            Self::Coming(month) => {
                let found = (0..=1).map(|more| {
                    in_the_month(in_month(today.year() + more, month, Place::Start)?, which, weekday)
                });
                found.filter_map(Result::ok).find(|day| *day >= today).ok_or(NotADay::Impossible)
            }
        }
    }
}

fn in_the_month(first: NaiveDate, which: Which, weekday: Weekday) -> Answer {
    let found = match which {
        Which::Nth(count) => {
            let count = u8::try_from(count).map_err(|_| NotADay::Impossible)?;
            NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), weekday, count)
        }
        Which::Last => {
            let end = in_month(first.year(), first.month(), Place::End)?;
            let back = (7 + end.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
            return step(end, -i64::from(back), Span::Days(1));
        }
    };
    found.ok_or(NotADay::Impossible)
}

/// `last friday of december` `2nd tuesday in january` `first monday of next month`.
pub(super) fn english(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let [which, name, scope @ ..] = words else { return None };
    let which = match *which {
        "last" => Which::Last,
        "first" => Which::Nth(1),
        "second" => Which::Nth(2),
        "third" => Which::Nth(3),
        "fourth" => Which::Nth(4),
        number => Which::Nth(plain(number).and_then(|number| u32::try_from(number).ok())?),
    };
    let weekday = weekday(name)?;
    let scope = match *scope.strip_prefix(&["in"]).unwrap_or(scope) {
        ["month"] => Scope::From(0),
        [turned, "month"] => Scope::From(turn(turned)?),
        [name] => Scope::Coming(month(name)?),
        [name, year] => Scope::Of(year_of(year)?, month(name)?),
        _ => return None,
    };
    Some(scope.day(today, which, weekday))
}

/// `12月最后一个周五` `下个月第一个周一` `本月第二个周二`.
pub(super) fn chinese(text: &str, today: NaiveDate) -> Option<Answer> {
    let (scope, rest) = text.split_once('月')?;
    let scope = match scope {
        "本" | "这个" | "当" => Scope::From(0),
        "下" | "下个" => Scope::From(1),
        "下下" | "下下个" => Scope::From(2),
        number => {
            let (number, rest) = lead(number)?;
            Scope::Coming(u32::try_from(number).ok().filter(|_| rest.is_empty())?)
        }
    };
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    let last = ["最后一个", "最后1个"].iter().find_map(|word| rest.strip_prefix(word));
    let (which, rest) = if let Some(rest) = last {
        (Which::Last, rest)
    } else {
        let (count, rest) = lead(rest.strip_prefix('第')?)?;
        (Which::Nth(u32::try_from(count).ok()?), rest.strip_prefix('个')?)
    };
    let name = ["周", "星期", "礼拜"].iter().find_map(|week| rest.strip_prefix(week))?;
    Some(scope.day(today, which, chinese::weekday(name)?))
}

#[cfg(test)]
mod tests {
    use super::super::day;

    #[test]
    fn the_nth_weekday_of_a_month_is_found() {
        for (text, found) in [
            ("last friday of december", Some("2026-12-25")),
            ("last friday of november", Some("2027-11-26")),
            ("first monday of next month", Some("2026-12-07")),
            ("2nd tuesday in january", Some("2027-01-12")),
            ("third wed of the month", Some("2026-11-18")),
            ("last fri of march 2028", Some("2028-03-31")),
            ("12月最后一个周五", Some("2026-12-25")),
            ("下个月第一个周一", Some("2026-12-07")),
            ("1月的第二个星期二", Some("2027-01-12")),
            ("fifth friday of december", None),
            ("6th friday of december", None),
            ("12月第九个周五", None),
            ("13月第一个周五", None),
        ] {
            let today = "2026-11-30".parse().unwrap();
            assert_eq!(day(text, today).ok().map(|day| day.to_string()).as_deref(), found, "{text}");
        }
    }
}
