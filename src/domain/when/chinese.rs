//! Days in Chinese words: `下周五`, `三天后`, `下月底`, `11月30日`, `四季度末`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Answer;
use super::calendar::{
    Place, Span, coming_date, coming_in_month, coming_place, coming_quarter, coming_week, coming_weekday,
    date, in_month, in_week, month_from, quarter_end, quarter_from, step, week, weekend,
};
use super::numeral::lead;

/// The day that the text, without blanks, means; nothing where it is no such text.
pub(super) fn day(text: &str, today: NaiveDate) -> Option<Answer> {
    near(text, today)
        .or_else(|| in_this_week(text, today))
        .or_else(|| away(text, today))
        .or_else(|| in_a_month(text, today))
        .or_else(|| in_a_year(text, today))
}

/// The unit of a distance.
pub(super) fn unit(text: &str) -> Option<Span> {
    Some(match text {
        "天" | "日" => Span::Days(1),
        "周" | "个周" | "星期" | "个星期" | "礼拜" | "个礼拜" => Span::Days(7),
        "个月" | "月" => Span::Months(1),
        "季度" | "个季度" | "季" => Span::Months(3),
        "年" => Span::Months(12),
        _ => return None,
    })
}

fn near(text: &str, today: NaiveDate) -> Option<Answer> {
    let days = match text {
        "今天" | "今日" | "当天" | "今晚" | "今早" => 0,
        "明天" | "明日" => 1,
        "后天" | "后日" => 2,
        "大后天" => 3,
        "大大后天" => 4,
        "昨天" | "昨日" => -1,
        "前天" | "前日" => -2,
        "大前天" => -3,
        _ => return None,
    };
    Some(step(today, days, Span::Days(1)))
}

/// How far off 上, 本 and 下 are, and what follows.
fn turn(text: &str) -> Option<(i64, &str)> {
    let turns =
        [("下下", 2), ("再下", 2), ("下", 1), ("上上", -2), ("上", -1), ("本", 0), ("这", 0), ("当", 0)];
    let (rest, count) = turns.iter().find_map(|(name, count)| Some((text.strip_prefix(name)?, *count)))?;
    Some((count, rest.strip_prefix('个').unwrap_or(rest)))
}

fn in_this_week(text: &str, today: NaiveDate) -> Option<Answer> {
    let (weeks, rest) = match turn(text) {
        Some((weeks, rest)) => (Some(weeks), rest),
        None => (None, text),
    };
    let name = ["周", "星期", "礼拜"].iter().find_map(|week| rest.strip_prefix(week))?;
    match (name, weeks) {
        ("", Some(weeks)) if weeks != 0 => Some(in_week(today, weeks, Weekday::Mon)),
        ("末", _) => Some(weekend(today, weeks.unwrap_or(0))),
        (_, Some(weeks)) => Some(in_week(today, weeks, weekday(name)?)),
        (_, None) => Some(coming_weekday(today, weekday(name)?)),
    }
}

/// The day of the week that follows `周`: `一` to `日`, `天`, or a digit.
pub(in crate::domain) fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "一" | "1" => Weekday::Mon,
        "二" | "2" => Weekday::Tue,
        "三" | "3" => Weekday::Wed,
        "四" | "4" => Weekday::Thu,
        "五" | "5" => Weekday::Fri,
        "六" | "6" => Weekday::Sat,
        "日" | "天" | "七" | "7" => Weekday::Sun,
        _ => return None,
    })
}

/// `3天后` `两周后` `半个月后` `三天前` `过两天`.
fn away(text: &str, today: NaiveDate) -> Option<Answer> {
    let endings = [("之后", 1), ("以后", 1), ("后", 1), ("之前", -1), ("以前", -1), ("前", -1)];
    let ended = endings.iter().find_map(|(ending, sign)| Some((text.strip_suffix(ending)?, *sign)));
    let (length, sign) = match text.strip_prefix('过') {
        Some(rest) => (rest.strip_suffix('后').unwrap_or(rest), 1),
        None => ended?,
    };
    match length {
        "半个月" => return Some(step(today, sign * 15, Span::Days(1))),
        "半年" => return Some(step(today, sign * 6, Span::Months(1))),
        _ => {}
    }
    let (count, name) = lead(length)?;
    // 3月后 may mean after March as well as in three months.
    if name == "月" {
        return None;
    }
    Some(step(today, sign * count, unit(name)?))
}

/// A place in a month that is told from today: `月底` `本月底` `下个月5号` `5号`, and ends of quarters.
fn in_a_month(text: &str, today: NaiveDate) -> Option<Answer> {
    match text {
        "月底" | "月末" => return Some(month_from(today, 0, Place::End)),
        "月初" => return Some(coming_in_month(today, Place::Start)),
        "月中" => return Some(coming_in_month(today, Place::Middle)),
        "季度末" | "季末" | "季度底" | "季底" => return Some(quarter_from(today, 0)),
        _ => {}
    }
    let Some((count, rest)) = turn(text) else {
        let Some(Place::Day(day)) = place(text) else { return None };
        return text.ends_with(['号', '日']).then(|| coming_in_month(today, Place::Day(day)));
    };
    if let Some("" | "度" | "末" | "底" | "度末" | "度底") = rest.strip_prefix('季') {
        return Some(quarter_from(today, count));
    }
    match rest.strip_prefix('月')? {
        "" if count != 0 => Some(step(today, count, Span::Months(1))),
        rest => Some(month_from(today, count, place(rest)?)),
    }
}

/// A date with or without its year: `11月30日` `2026年11月30日` `明年3月底` `年底` `四季度` `第48周`.
fn in_a_year(text: &str, today: NaiveDate) -> Option<Answer> {
    let (year, rest) = year(text, today);
    if let Some("底" | "末") = rest.strip_prefix('年') {
        return Some(date(year.unwrap_or(today.year()), 12, 31));
    }
    match (rest, year) {
        ("底" | "末", Some(year)) => return Some(date(year, 12, 31)),
        ("初", Some(year)) => return Some(date(year, 1, 1)),
        ("今天" | "的今天", Some(year)) => {
            return Some(step(today, i64::from(year - today.year()) * 12, Span::Months(1)));
        }
        _ => {}
    }
    let counted = rest.strip_prefix('第');
    let (number, unit) = lead(counted.unwrap_or(rest))?;
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    // 一周五 may be the end of another word and a weekday.
    if let Some(day) = unit.strip_prefix('周').filter(|day| day.is_empty() || counted.is_some()) {
        let monday = year.map_or_else(|| coming_week(today, number), |year| week(year, number));
        return after(monday, day);
    }
    match (unit, year) {
        ("季度" | "季度末" | "季度底" | "季末" | "季", None) => {
            Some(coming_quarter(today, number))
        }
        ("季度" | "季度末" | "季度底" | "季末" | "季", Some(year)) => {
            Some(quarter_end(year, number))
        }
        // As a quarter is meant by its end, so is a month.
        ("月", Some(year)) => Some(in_month(year, number, Place::End)),
        _ => {
            let place = place(unit.strip_prefix('月')?)?;
            Some(match (year, place) {
                (Some(year), _) => in_month(year, number, place),
                (None, Place::Day(day)) => coming_date(today, number, day),
                (None, _) => coming_place(today, number, place),
            })
        }
    }
}

/// The day of the week that begins on a Monday: `周五`, `五`, or the Monday itself where nothing is said.
fn after(monday: Answer, day: &str) -> Option<Answer> {
    if day.is_empty() {
        return Some(monday);
    }
    let name = ["周", "星期", "礼拜"].iter().find_map(|week| day.strip_prefix(week)).unwrap_or(day);
    let day = weekday(name)?;
    Some(monday.and_then(|monday| in_week(monday, 0, day)))
}

/// The year that a text begins with, and what follows.
fn year(text: &str, today: NaiveDate) -> (Option<i32>, &str) {
    let turns = [("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2), ("去年", -1), ("前年", -2)];
    let turned =
        turns.iter().find_map(|(name, count)| Some((today.year() + count, text.strip_prefix(name)?)));
    let told = || {
        let (number, rest) = lead(text)?;
        let year = i32::try_from(number).ok().filter(|year| *year >= 1000)?;
        Some((year, rest.strip_prefix('年')?))
    };
    match turned.or_else(told) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, text),
    }
}

/// A place in a month: 初, 中, 底, or a day with or without 号.
fn place(text: &str) -> Option<Place> {
    match text {
        "初" => return Some(Place::Start),
        "中" => return Some(Place::Middle),
        "底" | "末" | "下旬" => return Some(Place::End),
        "上旬" => return Some(Place::Day(10)),
        "中旬" => return Some(Place::Day(20)),
        _ => {}
    }
    let (day, rest) = lead(text)?;
    let day = u32::try_from(day).unwrap_or(u32::MAX);
    matches!(rest, "" | "号" | "日").then_some(Place::Day(day))
}

#[cfg(test)]
mod tests {
    use super::super::day;

    /// On Wednesday, the 18th of November 2026, in week 47.
    const WEDNESDAY: &[(&str, &str)] = &[
        ("今天", "2026-11-18"),
        ("今日", "2026-11-18"),
        ("明天", "2026-11-19"),
        ("后天", "2026-11-20"),
        ("大后天", "2026-11-21"),
        ("大大后天", "2026-11-22"),
        ("再下周三", "2026-12-02"),
        ("昨天", "2026-11-17"),
        ("前天", "2026-11-16"),
        ("大前天", "2026-11-15"),
        ("周五", "2026-11-20"),
        ("星期五", "2026-11-20"),
        ("礼拜五", "2026-11-20"),
        ("周三", "2026-11-25"),
        ("周日", "2026-11-22"),
        ("周天", "2026-11-22"),
        ("星期天", "2026-11-22"),
        ("周5", "2026-11-20"),
        ("本周五", "2026-11-20"),
        ("这周五", "2026-11-20"),
        ("这个星期一", "2026-11-16"),
        ("下周五", "2026-11-27"),
        ("下个周五", "2026-11-27"),
        ("下星期五", "2026-11-27"),
        ("下个礼拜天", "2026-11-29"),
        ("下下周一", "2026-11-30"),
        ("上周五", "2026-11-13"),
        ("下周", "2026-11-23"),
        ("周末", "2026-11-21"),
        ("下周末", "2026-11-28"),
        ("3天后", "2026-11-21"),
        ("三天后", "2026-11-21"),
        ("三天之后", "2026-11-21"),
        ("３ 天 以后", "2026-11-21"),
        ("两周后", "2026-12-02"),
        ("2个星期后", "2026-12-02"),
        ("2个月后", "2027-01-18"),
        ("半个月后", "2026-12-03"),
        ("半年后", "2027-05-18"),
        ("一年后", "2027-11-18"),
        ("一个季度后", "2027-02-18"),
        ("十五天后", "2026-12-03"),
        ("一百天后", "2027-02-26"),
        ("三天前", "2026-11-15"),
        ("过两天", "2026-11-20"),
        ("月底", "2026-11-30"),
        ("本月底", "2026-11-30"),
        ("这个月底", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("下个月底", "2026-12-31"),
        ("月初", "2026-12-01"),
        ("下月初", "2026-12-01"),
        ("月中", "2026-12-15"),
        ("下个月", "2026-12-18"),
        ("下个月5号", "2026-12-05"),
        ("下月五日", "2026-12-05"),
        ("本月5号", "2026-11-05"),
        ("5号", "2026-12-05"),
        ("18号", "2026-11-18"),
        ("三十一号", "2026-12-31"),
        ("11月30日", "2026-11-30"),
        ("11月30号", "2026-11-30"),
        ("11 月 30", "2026-11-30"),
        ("十一月三十日", "2026-11-30"),
        ("１１月３０日", "2026-11-30"),
        ("3月5日", "2027-03-05"),
        ("2月29日", "2028-02-29"),
        ("2月底", "2027-02-28"),
        ("2026年11月30日", "2026-11-30"),
        ("二〇二六年十一月三十日", "2026-11-30"),
        ("2028年2月底", "2028-02-29"),
        ("明年3月5日", "2027-03-05"),
        ("去年12月31日", "2025-12-31"),
        ("四季度", "2026-12-31"),
        ("四季度末", "2026-12-31"),
        ("第三季度", "2027-09-30"),
        ("明年一季度", "2027-03-31"),
        ("2027年2季度末", "2027-06-30"),
        ("季度末", "2026-12-31"),
        ("下季度末", "2027-03-31"),
        ("年底", "2026-12-31"),
        ("年末", "2026-12-31"),
        ("明年底", "2027-12-31"),
        ("2027年底", "2027-12-31"),
        ("第48周", "2026-11-23"),
        ("第48周周五", "2026-11-27"),
        ("第一周五", "2027-01-08"),
        ("明年第2周星期三", "2027-01-13"),
        ("明年今天", "2027-11-18"),
        ("去年的今天", "2025-11-18"),
        ("48周", "2026-11-23"),
        ("2026年第53周", "2026-12-28"),
    ];

    #[test]
    fn phrases_mean_their_days() {
        let today = "2026-11-18".parse().unwrap();
        for (text, found) in WEDNESDAY {
            assert_eq!(day(text, today).map(|day| day.to_string()).as_deref(), Ok(*found), "{text}");
        }
    }

    #[test]
    fn weekdays_are_counted_from_any_day_of_the_week() {
        // From Monday, the 16th, to Sunday, the 22nd of November.
        for (text, found) in [
            ("周五", [20, 20, 20, 20, 27, 27, 27]),
            ("本周五", [20, 20, 20, 20, 20, 20, 20]),
            ("下周五", [27, 27, 27, 27, 27, 27, 27]),
            ("上周日", [15, 15, 15, 15, 15, 15, 15]),
            ("周日", [22, 22, 22, 22, 22, 22, 29]),
            ("下周日", [29, 29, 29, 29, 29, 29, 29]),
            ("下下周一", [30, 30, 30, 30, 30, 30, 30]),
            ("周末", [21, 21, 21, 21, 21, 21, 22]),
        ] {
            for (today, wanted) in (16..).zip(found) {
                let today = format!("2026-11-{today}").parse().unwrap();
                let wanted = format!("2026-11-{wanted}");
                assert_eq!(day(text, today).map(|day| day.to_string()), Ok(wanted), "{text} on {today}");
            }
        }
    }

    #[test]
    fn months_and_years_end_where_they_end() {
        for (today, text, found) in [
            ("2026-11-30", "月底", "2026-11-30"),
            ("2026-12-01", "月初", "2026-12-01"),
            ("2027-01-31", "下月底", "2027-02-28"),
            ("2027-01-31", "下个月", "2027-02-28"),
            ("2027-01-31", "30号", "2027-03-30"),
            ("2026-12-31", "明天", "2027-01-01"),
            ("2026-12-31", "半个月后", "2027-01-15"),
            ("2026-12-31", "下周五", "2027-01-08"),
            ("2026-12-31", "四季度", "2026-12-31"),
            ("2027-01-01", "四季度", "2027-12-31"),
            ("2027-01-01", "年底", "2027-12-31"),
            ("2026-12-31", "12月30日", "2027-12-30"),
            ("2027-03-01", "2月底", "2028-02-29"),
            ("2026-11-30", "三个月后", "2027-02-28"),
        ] {
            let found = Ok(found.to_owned());
            assert_eq!(
                day(text, today.parse().unwrap()).map(|day| day.to_string()),
                found,
                "{text} on {today}"
            );
        }
    }
}
