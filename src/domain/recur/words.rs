//! Rules in words: `every other friday`, `monthly on the 15th`, `每两周周一`, `每月第二个周二`.

use chrono::Weekday;

use super::{DAYS, MOST, On, Recur, Unit, Week};
use crate::domain::text::fold;
use crate::domain::when::{MONTHS, chinese_day, number, weekday_name};

/// The longest text that can be a rule, in characters.
const LONGEST: usize = 60;

/// What is said behind a rule for people; it says no more than the rule.
const ASIDES: [&str; 3] = ["(holidays skipped)", "(mon–fri)", "(跳过节假日)"];

/// The rule that a whole text means, in English or Chinese or as canonical text; nothing where it is none.
pub fn read(text: &str) -> Option<Recur> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let text = fold(text);
    let bare = ASIDES.iter().find_map(|aside| text.strip_suffix(aside));
    let text = bare.unwrap_or(&text).trim();
    let joined: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let rule = chinese(&joined).or_else(|| english(text))?;
    let count = match rule {
        Recur::Every(count, ..) | Recur::After(count, _) => count,
        Recur::Working => 1,
    };
    (1..=MOST).contains(&count).then_some(rule)
}

#[expect(clippy::unnecessary_wraps, reason = "it ends readers that may fail")]
fn every(count: u32, unit: Unit, on: On) -> Option<Recur> {
    Some(Recur::Every(count, unit, on))
}

fn english(text: &str) -> Option<Recur> {
    let parts = text.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '&' | '/'));
    let words: Vec<&str> = parts.filter(|word| !matches!(*word, "" | "and" | "the" | "of" | "a")).collect();
    match words.as_slice() {
        ["after", count, name] | [count, name, "after", "done" | "completion" | "completed"] => {
            let (unit, size) = unit(name)?;
            Some(Recur::After(size.checked_mul(count_of(count)?)?, unit))
        }
        ["every" | "each", "other", rest @ ..] => counted(2, rest),
        ["every" | "each", "working" | "business", "day" | "days"]
        | ["every" | "each", "workday" | "workdays"] => Some(Recur::Working),
        ["every" | "each", count, rest @ ..] if count_of(count).is_some() && !rest.is_empty() => {
            counted(count_of(count)?, rest)
        }
        ["every" | "each", rest @ ..] => counted(1, rest),
        [often, rest @ ..] => {
            let (count, unit) = match *often {
                "daily" => (1, Unit::Day),
                "weekly" => (1, Unit::Week),
                "biweekly" | "fortnightly" => (2, Unit::Week),
                "monthly" => (1, Unit::Month),
                "quarterly" => (3, Unit::Month),
                "yearly" | "annually" => (1, Unit::Year),
                _ => return None,
            };
            every(count, unit, on(unit, rest)?)
        }
        [] => None,
    }
}

/// What follows `every`, counted by so many.
fn counted(count: u32, words: &[&str]) -> Option<Recur> {
    match words {
        [name, rest @ ..] if unit(name).is_some() => {
            let (unit, size) = unit(name)?;
            every(size.checked_mul(count)?, unit, on(unit, rest)?)
        }
        ["weekday" | "weekdays"] if count == 1 => every(1, Unit::Week, On::Weekdays(Week::WORKED)),
        _ => match week(words) {
            Some(week) => every(count, Unit::Week, On::Weekdays(week)),
            // `every 15` says no unit; `every 15th` does.
            None if words.first().is_some_and(|word| word.parse::<u32>().is_ok()) => None,
            None => every(count, Unit::Month, of_month(words)?),
        },
    }
}

fn unit(name: &str) -> Option<(Unit, u32)> {
    Some(match name {
        "day" | "days" => (Unit::Day, 1),
        "week" | "weeks" | "wk" | "wks" => (Unit::Week, 1),
        "fortnight" => (Unit::Week, 2),
        "month" | "months" => (Unit::Month, 1),
        "quarter" | "quarters" => (Unit::Month, 3),
        "year" | "years" => (Unit::Year, 1),
        _ => return None,
    })
}

fn on(unit: Unit, words: &[&str]) -> Option<On> {
    let rest = match words {
        [] => return Some(On::Start),
        ["on", rest @ ..] if !rest.is_empty() => rest,
        rest => rest,
    };
    match unit {
        Unit::Day => None,
        Unit::Week => week(rest).map(On::Weekdays),
        Unit::Month => of_month(rest),
        Unit::Year => {
            let (month, day) = match rest {
                [both] => both.split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day)))?,
                [month, day] => (month_of(month)?, *day),
                _ => return None,
            };
            let day = ordinal(day).or_else(|| day.parse().ok())?;
            let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
            is_day.then_some(On::Date(month, day))
        }
    }
}

/// `15` `15th` `last` `last day` `2nd tue` `second tuesday` `last fri`, with or without `month` behind.
fn of_month(words: &[&str]) -> Option<On> {
    let words = if let [rest @ .., "month" | "months"] = words { rest } else { words };
    match words {
        ["last"] | ["last", "day"] => Some(On::Last),
        ["last", day] => weekday(day).map(On::LastOf),
        [day] | [day, "day"] => {
            let day = ordinal(day).or_else(|| day.parse().ok())?;
            (1..=31).contains(&day).then_some(On::Day(day))
        }
        [number, day] => {
            let number = ordinal(number).filter(|number| (1..=5).contains(number))?;
            Some(On::Nth(number, weekday(day)?))
        }
        _ => None,
    }
}

fn week(words: &[&str]) -> Option<Week> {
    let days: Option<Week> = words.iter().map(|word| weekday(word)).collect();
    days.filter(|week| !week.is_empty())
}

fn weekday(word: &str) -> Option<Weekday> {
    let short = word.get(..3)?;
    let (day, _) = DAYS.iter().find(|(_, name)| *name == short)?;
    let is_full = word.strip_suffix('s').unwrap_or(word) == weekday_name(*day);
    (word == short || is_full || matches!(word, "tues" | "thur" | "thurs" | "weds")).then_some(*day)
}

fn month_of(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|name| *name == word || (word.len() == 3 && name.starts_with(word)))?;
    u32::try_from(at + 1).ok()
}

fn count_of(word: &str) -> Option<u32> {
    let names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let spelled = names.iter().position(|own| *own == word).and_then(|at| u32::try_from(at + 2).ok());
    spelled.or_else(|| word.parse().ok())
}

/// `1st` `15th` `second`.
fn ordinal(word: &str) -> Option<u32> {
    let names = ["first", "second", "third", "fourth", "fifth"];
    let spelled = names.iter().position(|own| *own == word).and_then(|at| u32::try_from(at + 1).ok());
    let figure = || ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)?.parse().ok());
    spelled.or_else(figure)
}

/// `每天` `每3天` `隔周五` `每两周周一` `每月15日` `每月第二个周二` `每年11月30日` `完成后3天`.
fn chinese(text: &str) -> Option<Recur> {
    if let Some(rest) = text.strip_prefix("完成后").or_else(|| text.strip_prefix("做完后")) {
        let (count, rest) = number(rest)?;
        let rest = rest.strip_prefix('个').unwrap_or(rest);
        let (unit, rest) = chinese_unit(rest)?;
        return matches!(rest, "" | "后" | "再做" | "再来" | "重复")
            .then_some(Recur::After(u32::try_from(count).ok()?, unit));
    }
    let (count, rest) = match (text.strip_prefix('每'), text.strip_prefix('隔'), text.strip_prefix("双周"))
    {
        (Some(rest), ..) => {
            let rest = rest.strip_prefix('逢').unwrap_or(rest);
            match rest.strip_prefix("隔一").or_else(|| rest.strip_prefix("隔1")) {
                Some(rest) => (2, rest.strip_prefix('个').unwrap_or(rest)),
                None => counted_from(rest),
            }
        }
        (None, Some(rest), _) => (2, rest),
        (None, None, Some(_)) => (2, text.strip_prefix('双')?),
        _ => return None,
    };
    let rest = rest.strip_suffix("一次").unwrap_or(rest);
    match rest {
        "季度" | "季" => return every(count.checked_mul(3)?, Unit::Month, On::Start),
        "半年" => return every(6, Unit::Month, On::Start),
        "工作日" | "个工作日" if count == 1 => return Some(Recur::Working),
        "周末" => return every(count, Unit::Week, On::Weekdays(Week::default().with(Weekday::Sat))),
        _ => {}
    }
    let (unit, rest) = chinese_unit(rest)?;
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    let on = match (unit, rest) {
        (_, "") => On::Start,
        (Unit::Day, _) => return None,
        (Unit::Week, rest) => On::Weekdays(chinese_week(rest)?),
        (Unit::Month, rest) => chinese_month(rest)?,
        (Unit::Year, rest) => {
            let (month, rest) = number(rest)?;
            let (day, rest) = number(rest.strip_prefix('月')?)?;
            let is_day = (1..=12).contains(&month) && (1..=31).contains(&day) && matches!(rest, "日" | "号");
            is_day.then_some(On::Date(u32::try_from(month).ok()?, u32::try_from(day).ok()?))?
        }
    };
    every(count, unit, on)
}

/// The number that 每 is followed by, one where there is none.
fn counted_from(rest: &str) -> (u32, &str) {
    let rest = rest.strip_prefix('个').unwrap_or(rest);
    match number(rest) {
        Some((count, after)) => {
            (u32::try_from(count).unwrap_or(u32::MAX), after.strip_prefix('个').unwrap_or(after))
        }
        None => (1, rest),
    }
}

fn chinese_unit(text: &str) -> Option<(Unit, &str)> {
    let units = [
        ("天", Unit::Day),
        ("日", Unit::Day),
        ("周", Unit::Week),
        ("星期", Unit::Week),
        ("礼拜", Unit::Week),
        ("个月", Unit::Month),
        ("月", Unit::Month),
        ("年", Unit::Year),
    ];
    units.iter().find_map(|(name, unit)| Some((*unit, text.strip_prefix(name)?)))
}

/// `一` `一三五` `一、三` `一至五` `周一和周四`.
fn chinese_week(text: &str) -> Option<Week> {
    let plain = text.replace("星期", "").replace("礼拜", "").replace('周', "");
    if let Some((from, to)) = plain.split_once(['至', '到', '-']) {
        let (from, to) = (chinese_day(from)?, chinese_day(to)?);
        let range = DAYS.iter().map(|(day, _)| *day);
        let range = range.skip_while(|day| *day != from).take(
            usize::try_from(to.num_days_from_monday())
                .ok()?
                .checked_sub(from.num_days_from_monday() as usize)?
                + 1,
        );
        return Some(range.collect());
    }
    let signs = plain.chars().filter(|sign| !matches!(sign, '、' | ',' | '和' | '及'));
    let days: Option<Week> = signs.map(|sign| chinese_day(sign.encode_utf8(&mut [0; 4]))).collect();
    days.filter(|week| !week.is_empty())
}

/// `15日` `底` `最后一天` `第二个周二` `最后一个周五`.
fn chinese_month(text: &str) -> Option<On> {
    match text {
        "初" => return Some(On::Day(1)),
        "底" | "末" | "最后一天" => return Some(On::Last),
        _ => {}
    }
    let named = |text: &str| {
        let day = ["周", "星期", "礼拜"].iter().find_map(|name| text.strip_prefix(name))?;
        chinese_day(day)
    };
    if let Some(rest) = text.strip_prefix("最后一个").or_else(|| text.strip_prefix("最后1个")) {
        return named(rest).map(On::LastOf);
    }
    if let Some(rest) = text.strip_prefix('第') {
        let (count, rest) = number(rest)?;
        let count = u32::try_from(count).ok().filter(|count| (1..=5).contains(count))?;
        return named(rest.strip_prefix('个').unwrap_or(rest)).map(|day| On::Nth(count, day));
    }
    let (day, rest) = number(text)?;
    let day = u32::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    matches!(rest, "日" | "号").then_some(On::Day(day))
}

#[cfg(test)]
mod tests;
