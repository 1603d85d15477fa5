//! Days told by public holidays: `元旦`, `国庆后`, `春节前`, `before christmas`, `after new year`.

use chrono::{Datelike, Days as Step, NaiveDate};

use super::calendar::{Span, date, is_sound, step};
use super::numeral::lead;
use super::{Answer, NotADay, chinese, english};
use crate::domain::text::fold;
use crate::domain::workday::Workdays;

/// When a holiday is.
enum When {
    /// On this month and day of every year.
    On(u32, u32),
    /// On these months and days of the years from [`FIRST`] on.
    Moves(&'static [(u32, u32)]),
}

/// A holiday: its names, when it is, how many days are free before it and how many from it on in a year of which no
/// holidays are announced.
struct Holiday {
    names: &'static [&'static str],
    when: When,
    free: (u64, u64),
}

/// The first year of the tables of days that follow the moon.
const FIRST: i32 = 2025;

const HOLIDAYS: &[Holiday] = &[
    Holiday {
        names: &["元旦", "元旦节", "new year", "new years", "new years day"],
        when: When::On(1, 1),
        free: (0, 1),
    },
    Holiday {
        names: &["春节", "过年", "年", "大年初一", "chinese new year", "lunar new year", "spring festival"],
        when: When::Moves(&[
            (1, 29),
            (2, 17),
            (2, 6),
            (1, 26),
            (2, 13),
            (2, 3),
            (1, 23),
            (2, 11),
            (1, 31),
            (2, 19),
            (2, 8),
            (1, 28),
        ]),
        free: (1, 7),
    },
    Holiday {
        names: &["清明", "清明节"],
        when: When::Moves(&[
            (4, 4),
            (4, 5),
            (4, 5),
            (4, 4),
            (4, 4),
            (4, 5),
            (4, 5),
            (4, 4),
            (4, 4),
            (4, 5),
            (4, 5),
            (4, 4),
        ]),
        free: (0, 1),
    },
    Holiday {
        names: &["五一", "五一节", "劳动节", "五一劳动节", "may day"],
        when: When::On(5, 1),
        free: (0, 5),
    },
    Holiday {
        names: &["端午", "端午节", "dragon boat festival"],
        when: When::Moves(&[
            (5, 31),
            (6, 19),
            (6, 9),
            (5, 28),
            (6, 16),
            (6, 5),
            (6, 24),
            (6, 12),
            (6, 1),
            (6, 20),
            (6, 10),
            (5, 30),
        ]),
        free: (0, 1),
    },
    Holiday {
        names: &["中秋", "中秋节", "mid autumn festival"],
        when: When::Moves(&[
            (10, 6),
            (9, 25),
            (9, 15),
            (10, 3),
            (9, 22),
            (9, 12),
            (10, 1),
            (9, 19),
            (9, 8),
            (9, 27),
            (9, 16),
            (10, 4),
        ]),
        free: (0, 1),
    },
    Holiday {
        names: &["国庆", "国庆节", "十一黄金周", "黄金周", "national day", "golden week"],
        when: When::On(10, 1),
        free: (0, 7),
    },
    Holiday {
        names: &["圣诞", "圣诞节", "christmas", "christmas day", "xmas"],
        when: When::On(12, 25),
        free: (0, 1),
    },
    Holiday { names: &["christmas eve", "平安夜"], when: When::On(12, 24), free: (0, 1) },
    Holiday { names: &["new years eve"], when: When::On(12, 31), free: (0, 1) },
];

/// On which side of a holiday a day is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    On,
    Before,
    After,
}

/// A day that a holiday tells.
pub(super) struct Told {
    /// The day.
    pub day: Answer,
    /// The year whose holidays nobody knows yet, where the day hangs on them.
    pub untold: Option<i32>,
}

/// The day that the text means; nothing where it names no holiday.
pub(super) fn day(text: &str, today: NaiveDate, workdays: &Workdays) -> Option<Told> {
    let (name, side) = sided(text);
    named(&name, side, today, workdays)
        .or_else(|| counted(text, today, workdays))
        .or_else(|| of_the_first_month(text, today, workdays))
}

/// Days told from the lunar new year: `除夕`, `正月初八`, `大年初五`, `元宵节`.
fn of_the_first_month(text: &str, today: NaiveDate, workdays: &Workdays) -> Option<Told> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let away = match text.as_str() {
        "除夕" | "大年三十" | "年三十" => -1,
        "元宵" | "元宵节" => 14,
        _ => {
            let day = text.strip_prefix("正月").or_else(|| text.strip_prefix("大年"))?;
            let (number, rest) = lead(day.strip_prefix('初').unwrap_or(day))?;
            let is_day = rest.is_empty() && (1..=29).contains(&number);
            is_day.then_some(number - 1)?
        }
    };
    let years = today.year()..=today.year().saturating_add(2);
    let holiday = HOLIDAYS.iter().find(|holiday| holiday.names.contains(&"春节"))?;
    let firsts = years.filter_map(|year| holiday.told(year, Side::On, workdays)?.day.ok());
    let mut days = firsts.filter_map(|first| step(first, away, Span::Days(1)).ok());
    Some(Told { day: days.find(|day| *day >= today).ok_or(NotADay::Impossible), untold: None })
}

/// Whether a text is the name of a public holiday.
pub fn is_holiday(text: &str) -> bool {
    HOLIDAYS.iter().any(|holiday| holiday.names.contains(&text))
}

/// So long before a holiday, or after its free days: `元旦前三天`, `春节后一周`, `3 days before christmas`.
fn counted(text: &str, today: NaiveDate, workdays: &Workdays) -> Option<Told> {
    let text = fold(text);
    let first = first_after(&text).and_then(|(name, weeks)| {
        let told = named(&name, Side::After, today, workdays)?;
        Some(Told { day: told.day.and_then(|day| step(day, weeks, Span::Days(7))), ..told })
    });
    if first.is_some() {
        return first;
    }
    let (name, is_before, count, span) = counted_in_chinese(&text).or_else(|| counted_in_english(&text))?;
    let side = if is_before { Side::On } else { Side::After };
    let told = named(&name, side, today, workdays)?;
    let from = if is_before { told.day } else { told.day.and_then(|day| step(day, -1, Span::Days(1))) };
    let count = if is_before { -count } else { count };
    let day = from.and_then(|from| step(from, count, span));
    Some(Told { day, ..told })
}

/// `春节后第一周`: the holiday, and how many weeks behind the first one after it.
fn first_after(text: &str) -> Option<(String, i64)> {
    let (name, length) = text.split_once("后第")?;
    let (count, unit) = lead(length)?;
    let is_week = matches!(unit, "周" | "个星期" | "个工作周");
    let is_day = count == 1 && matches!(unit, "天" | "个工作日");
    let name = name.trim_end_matches(['之', '以', ' ']);
    let name = name.strip_suffix("假期").unwrap_or(name);
    (is_week || is_day).then(|| (name.to_owned(), count - 1))
}

/// A holiday's name, whether before it, how many of which span.
type Counted = (String, bool, i64, Span);

fn counted_in_chinese(text: &str) -> Option<Counted> {
    let joined: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    ["前", "后"].iter().find_map(|word| {
        let (name, length) = joined.split_once(word)?;
        let (count, unit) = lead(length)?;
        Some((name.trim_end_matches(['之', '以']).to_owned(), *word == "前", count, chinese::unit(unit)?))
    })
}

fn counted_in_english(text: &str) -> Option<Counted> {
    [" before ", " after "].iter().find_map(|word| {
        let (length, name) = text.split_once(word)?;
        let (count, unit) = length.trim().split_once(' ')?;
        let (name, _) = sided(name.trim_start_matches("the "));
        Some((name, *word == " before ", english::count_of(count)?, english::unit(unit)?))
    })
}

fn named(name: &str, side: Side, today: NaiveDate, workdays: &Workdays) -> Option<Told> {
    let holiday = HOLIDAYS.iter().find(|holiday| holiday.names.contains(&name))?;
    // 年 is the spring festival only in 年前 and 年后.
    if name == "年" && side == Side::On {
        return None;
    }
    let years = today.year()..=today.year().saturating_add(2);
    let told = years.filter_map(|year| holiday.told(year, side, workdays));
    let coming = told.into_iter().find(|told| told.day.is_ok_and(|day| day >= today));
    Some(coming.unwrap_or(Told { day: Err(NotADay::Impossible), untold: None }))
}

fn sided(text: &str) -> (String, Side) {
    let text = fold(text).replace(['\'', '’'], "").replace('-', " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let english = [("before ", Side::Before), ("after ", Side::After)];
    if let Some((name, side)) =
        english.iter().find_map(|(word, side)| Some((text.strip_prefix(word)?, *side)))
    {
        return (name.strip_prefix("the ").unwrap_or(name).to_owned(), side);
    }
    let plain = ["by ", "on ", "at "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    let joined: String = plain.chars().filter(|sign| !sign.is_whitespace()).collect();
    let chinese = [
        ("之前", Side::Before),
        ("以前", Side::Before),
        ("前", Side::Before),
        ("之后", Side::After),
        ("以后", Side::After),
        ("后", Side::After),
    ];
    let found = chinese.iter().find_map(|(word, side)| Some((joined.strip_suffix(word)?, *side)));
    match found {
        Some((name, side)) => {
            let name = name.strip_suffix("假期").or_else(|| name.strip_suffix("长假")).unwrap_or(name);
            (name.to_owned(), side)
        }
        None => (plain.to_owned(), Side::On),
    }
}

impl Holiday {
    fn told(&self, year: i32, side: Side, workdays: &Workdays) -> Option<Told> {
        let day = match &self.when {
            When::On(month, day) => date(year, *month, *day),
            When::Moves(table) => {
                let (month, day) = table.get(usize::try_from(year.checked_sub(FIRST)?).ok()?)?;
                date(year, *month, *day)
            }
        };
        let day = day.ok()?;
        let known = workdays.knows(year) || matches!(self.when, When::On(1 | 12, _));
        let (before, after) = self.free;
        let found = match (side, known) {
            (Side::On, _) => Some(day),
            (Side::Before, true) => workdays.add(day, -1),
            (Side::Before, false) => {
                day.checked_sub_days(Step::new(before)).and_then(|first| workdays.add(first, -1))
            }
            (Side::After, true) => workdays.add(day, 1),
            (Side::After, false) => {
                day.checked_add_days(Step::new(after)).and_then(|last| workdays.on_or_after(last))
            }
        };
        let day = found.filter(|day| is_sound(*day)).ok_or(NotADay::Impossible);
        Some(Told { day, untold: (side != Side::On && !known).then_some(year) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_tell_days_by_the_working_calendar() {
        let workdays = Workdays::default();
        for (today, text, found, untold) in [
            ("2026-09-01", "国庆节", "2026-10-01", None),
            ("2028-12-31", "元旦前", "2029-12-31", None),
            ("2026-09-01", "国庆前", "2026-09-30", None),
            ("2026-09-01", "国庆后", "2026-10-08", None),
            ("2026-01-05", "春节前", "2026-02-14", None),
            ("2026-01-05", "春节后", "2026-02-24", None),
            ("2026-01-05", "年后", "2026-02-24", None),
            ("2026-03-01", "五一后", "2026-05-06", None),
            ("2026-03-01", "清明节前", "2026-04-03", None),
            ("2026-11-30", "元旦", "2027-01-01", None),
            ("2026-11-30", "元旦前", "2026-12-31", None),
            ("2026-11-30", "元旦后", "2027-01-04", None),
            ("2026-11-30", "圣诞节", "2026-12-25", None),
            ("2026-11-30", "圣诞节前", "2026-12-24", None),
            ("2026-11-30", "before christmas", "2026-12-24", None),
            ("2026-11-30", "by christmas", "2026-12-25", None),
            ("2026-11-30", "元旦前三天", "2026-12-29", None),
            ("2026-11-30", "圣诞节前 一周", "2026-12-18", None),
            ("2026-11-30", "3 days before christmas", "2026-12-22", None),
            ("2026-11-30", "a week before the new year", "2026-12-25", None),
            ("2026-09-01", "国庆后两天", "2026-10-09", None),
            ("2026-09-01", "国庆后第一周", "2026-10-08", None),
            ("2026-09-01", "国庆后第二周", "2026-10-15", None),
            ("2026-11-30", "除夕", "2027-02-05", None),
            ("2026-11-30", "正月初八", "2027-02-13", None),
            ("2026-11-30", "大年初五", "2027-02-10", None),
            ("2026-11-30", "元宵节", "2027-02-20", None),
            ("2026-11-30", "after new year's day", "2027-01-04", None),
            ("2026-11-30", "春节", "2027-02-06", None),
            // Nobody announced the holidays of 2027 yet: the usual ones are meant, and that is said.
            ("2026-11-30", "春节前", "2027-02-04", Some(2027)),
            ("2026-11-30", "春节后", "2027-02-15", Some(2027)),
            ("2026-11-30", "国庆后", "2027-10-08", Some(2027)),
            ("2026-11-30", "五一后", "2027-05-06", Some(2027)),
        ] {
            let told = day(text, today.parse().unwrap(), &workdays).unwrap();
            assert_eq!(told.day.map(|day| day.to_string()).as_deref(), Ok(found), "{text} on {today}");
            assert_eq!(told.untold, untold, "{text} on {today}");
        }
        let none = |text| day(text, "2026-11-30".parse().unwrap(), &workdays).is_none();
        for text in ["年", "前", "后", "before", "after friday", "周三前", "元", ""] {
            assert!(none(text), "{text}");
        }
    }
}
