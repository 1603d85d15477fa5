//! Rules of recurrence as other programs write them, in and out: todo.txt `rec:+1m`, Taskwarrior `weekly`, the
//! calendar's `FREQ=MONTHLY`. What they cannot say goes out as near as it can, beside our own name for it.

use chrono::Weekday;

use crate::domain::recur::{On, Recur, Repeat, Unit};

/// `+1m` of todo.txt, where a plus counts from the day it was due and none from the day it was done.
pub fn of_rec(text: &str) -> Option<Recur> {
    let (strict, text) = text.strip_prefix('+').map_or((false, text), |rest| (true, rest));
    let end = text.char_indices().last()?.0;
    let (count, unit) = text.split_at_checked(end)?;
    let count: u32 = if count.is_empty() { 1 } else { count.parse().ok()? };
    let unit = match unit {
        "d" => Unit::Day,
        "w" => Unit::Week,
        "m" => Unit::Month,
        "y" => Unit::Year,
        "b" if count == 1 => return Some(Recur::Working),
        _ => return None,
    };
    let rule = if strict { Recur::Every(count, unit, On::Start) } else { Recur::After(count, unit) };
    sound(rule)
}

/// The nearest that todo.txt can say.
pub fn rec(rule: Recur) -> String {
    match rule {
        Recur::Working => "+1b".to_owned(),
        Recur::Every(count, unit, _) => format!("+{count}{}", letter(unit)),
        Recur::After(count, unit) => format!("{count}{}", letter(unit)),
    }
}

fn letter(unit: Unit) -> char {
    match unit {
        Unit::Day => 'd',
        Unit::Week => 'w',
        Unit::Month => 'm',
        Unit::Year => 'y',
    }
}

/// A rule that can be kept.
fn sound(rule: Recur) -> Option<Recur> {
    rule.to_string().parse().ok()
}

/// Words of Taskwarrior that are no number and unit.
const WORDS: [(&str, u32, Unit); 17] = [
    ("daily", 1, Unit::Day),
    ("day", 1, Unit::Day),
    ("weekly", 1, Unit::Week),
    ("sennight", 1, Unit::Week),
    ("biweekly", 2, Unit::Week),
    ("fortnight", 2, Unit::Week),
    ("monthly", 1, Unit::Month),
    ("month", 1, Unit::Month),
    ("bimonthly", 2, Unit::Month),
    ("quarterly", 3, Unit::Month),
    ("semiannual", 6, Unit::Month),
    ("annual", 1, Unit::Year),
    ("yearly", 1, Unit::Year),
    ("year", 1, Unit::Year),
    ("week", 1, Unit::Week),
    ("biannual", 2, Unit::Year),
    ("biyearly", 2, Unit::Year),
];

/// `weekly`, `2wks`, `3 months`, `P1M` of Taskwarrior.
pub fn of_recur(text: &str) -> Option<Recur> {
    let text = text.trim().to_lowercase();
    if text == "weekdays" {
        return "every weekday".parse().ok();
    }
    if let Some((_, count, unit)) = WORDS.iter().find(|(word, ..)| *word == text) {
        return Some(Recur::Every(*count, *unit, On::Start));
    }
    let is_span = text.starts_with('p');
    let bare = text.strip_prefix('p').unwrap_or(&text);
    let digits = bare.chars().take_while(char::is_ascii_digit).count();
    let (count, unit) = bare.split_at_checked(digits)?;
    let (count, size, unit): (u32, u32, Unit) = match (unit.trim(), count.parse().ok()?) {
        ("d" | "day" | "days", count) => (count, 1, Unit::Day),
        ("w" | "wk" | "wks" | "week" | "weeks", count) => (count, 1, Unit::Week),
        ("m", count) if is_span => (count, 1, Unit::Month),
        ("mo" | "mos" | "mth" | "mths" | "mnths" | "month" | "months", count) => (count, 1, Unit::Month),
        ("q" | "qtr" | "qtrs" | "qrtrs" | "quarter" | "quarters", count) => (count, 3, Unit::Month),
        ("y" | "yr" | "yrs" | "year" | "years", count) => (count, 1, Unit::Year),
        _ => return None,
    };
    sound(Recur::Every(count.checked_mul(size)?, unit, On::Start))
}

/// The nearest that Taskwarrior can say.
pub fn recur(rule: Recur) -> String {
    let (count, unit) = match rule {
        Recur::Working => return "weekdays".to_owned(),
        Recur::Every(1, Unit::Week, On::Weekdays(week)) if week == WORKED => return "weekdays".to_owned(),
        Recur::Every(count, unit, _) | Recur::After(count, unit) => (count, unit),
    };
    let one =
        [(Unit::Day, "daily"), (Unit::Week, "weekly"), (Unit::Month, "monthly"), (Unit::Year, "yearly")];
    let named = one.iter().find(|(own, _)| *own == unit && count == 1).map(|(_, word)| (*word).to_owned());
    named.unwrap_or_else(|| match unit {
        Unit::Day => format!("{count}days"),
        Unit::Week => format!("{count}weeks"),
        Unit::Month => format!("{count}months"),
        Unit::Year => format!("{count}years"),
    })
}

const WORKED: crate::domain::recur::Week = crate::domain::recur::Week::WORKED;

/// The nearest that a calendar can say.
pub fn rrule(repeat: &Repeat) -> String {
    let (count, unit, on) = match repeat.rule {
        Recur::Working => (1, Unit::Week, On::Weekdays(WORKED)),
        Recur::After(count, unit) => (count, unit, On::Start),
        Recur::Every(count, unit, on) => (count, unit, on),
    };
    let often = match unit {
        Unit::Day => "DAILY",
        Unit::Week => "WEEKLY",
        Unit::Month => "MONTHLY",
        Unit::Year => "YEARLY",
    };
    let interval = if count == 1 { String::new() } else { format!(";INTERVAL={count}") };
    let on = match on {
        On::Start => String::new(),
        On::Weekdays(week) => {
            let days = DAYS.iter().filter(|(day, _)| week.has(*day)).map(|(_, name)| *name);
            format!(";BYDAY={}", days.collect::<Vec<_>>().join(","))
        }
        On::Day(day) => format!(";BYMONTHDAY={day}"),
        On::Last => ";BYMONTHDAY=-1".to_owned(),
        On::Nth(number, day) => format!(";BYDAY={number}{}", name(day)),
        On::LastOf(day) => format!(";BYDAY=-1{}", name(day)),
        On::Date(month, day) => format!(";BYMONTH={month};BYMONTHDAY={day}"),
    };
    let until = repeat.until.map(|day| format!(";UNTIL={}", day.format("%Y%m%d"))).unwrap_or_default();
    format!("FREQ={often}{interval}{on}{until}")
}

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "MO"),
    (Weekday::Tue, "TU"),
    (Weekday::Wed, "WE"),
    (Weekday::Thu, "TH"),
    (Weekday::Fri, "FR"),
    (Weekday::Sat, "SA"),
    (Weekday::Sun, "SU"),
];

fn name(day: Weekday) -> &'static str {
    DAYS.iter().find(|(own, _)| *own == day).map_or("", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_other_programs_come_in_as_rules() {
        let told = |rule: Option<Recur>| rule.map(|rule| rule.to_string());
        for (text, rule) in [
            ("+1m", Some("every month")),
            ("1m", Some("after 1 month")),
            ("m", Some("after 1 month")),
            ("+2w", Some("every 2 weeks")),
            ("+1b", Some("every working day")),
            ("3b", None),
            ("+1000d", None),
            ("+0d", None),
            ("", None),
            ("weekly", None),
        ] {
            assert_eq!(told(of_rec(text)).as_deref(), rule, "{text}");
        }
        for (text, rule) in [
            ("weekly", Some("every week")),
            ("Quarterly", Some("every 3 months")),
            ("weekdays", Some("every week on mon,tue,wed,thu,fri")),
            ("2wks", Some("every 2 weeks")),
            ("3 months", Some("every 3 months")),
            ("P1M", Some("every month")),
            ("p2q", Some("every 6 months")),
            ("5m", None),
            ("12h", None),
            ("soon", None),
        ] {
            assert_eq!(told(of_recur(text)).as_deref(), rule, "{text}");
        }
    }

    #[test]
    fn our_rules_go_out_as_near_as_can_be() {
        for (rule, rec_is, recur_is, rrule_is) in [
            ("every day", "+1d", "daily", "FREQ=DAILY"),
            ("every 2 weeks on mon,thu", "+2w", "2weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
            ("every month on last", "+1m", "monthly", "FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("every month on 2nd tue", "+1m", "monthly", "FREQ=MONTHLY;BYDAY=2TU"),
            ("every 3 months on last fri", "+3m", "3months", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"),
            ("every year on 02-29", "+1y", "yearly", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
            ("every working day", "+1b", "weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("after 10 days", "10d", "10days", "FREQ=DAILY;INTERVAL=10"),
            ("every week until 2027-03-31", "+1w", "weekly", "FREQ=WEEKLY;UNTIL=20270331"),
        ] {
            let repeat: Repeat = rule.parse().unwrap();
            let told = (rec(repeat.rule), recur(repeat.rule), rrule(&repeat));
            assert_eq!(told, (rec_is.to_owned(), recur_is.to_owned(), rrule_is.to_owned()), "{rule}");
        }
    }
}
