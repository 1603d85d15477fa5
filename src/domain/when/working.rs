//! Working days in words: `+3wd`, `in 3 working days`, `3个工作日后`, `下个工作日`.

use chrono::NaiveDate;

use super::numeral::lead;
use super::{Answer, NotADay, english};
use crate::domain::text::fold;
use crate::domain::workday::Workdays;

/// What a working day is called in English, longest first.
const NAMES: &[&str] =
    &["working days", "working day", "business days", "business day", "workdays", "workday", "wds", "wd"];

/// The day that the text means; nothing where it says nothing of working days.
pub(super) fn day(text: &str, today: NaiveDate, workdays: &Workdays) -> Option<Answer> {
    let text = fold(text);
    let joined: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let count = chinese(&joined).or_else(|| english(text.trim()))?;
    let found = workdays.add(today, count).filter(|day| super::calendar::is_sound(*day));
    Some(found.ok_or(NotADay::Impossible))
}

/// `+3工作日` `3个工作日后` `三个工作日内` `下个工作日`.
fn chinese(text: &str) -> Option<i64> {
    if ["下个工作日", "下一个工作日", "下一工作日"].contains(&text) {
        return Some(1);
    }
    let (before, after) = text.split_once("工作日")?;
    let before = before.strip_suffix('个').unwrap_or(before);
    let (sign, number) = match (before.chars().next()?, after) {
        ('+', "") => (1, before.strip_prefix('+')?),
        ('-', "") => (-1, before.strip_prefix('-')?),
        (_, "后" | "之后" | "以后" | "内" | "之内" | "以内") => (1, before),
        (_, "前" | "之前" | "以前") => (-1, before),
        _ => return None,
    };
    let (count, rest) = lead(number)?;
    rest.is_empty().then_some(sign * count)
}

/// `+3wd` `in 3 working days` `within two business days` `next working day`.
fn english(text: &str) -> Option<i64> {
    let before = NAMES.iter().find_map(|name| text.strip_suffix(name)).map(str::trim_end);
    let later = || {
        let text =
            ["later", "from now", "from today"].iter().find_map(|end| text.strip_suffix(end))?.trim_end();
        NAMES.iter().find_map(|name| text.strip_suffix(name)).map(str::trim_end)
    };
    match before {
        Some("next" | "the next") => Some(1),
        Some("last") => Some(-1),
        Some(before) => {
            let number =
                |sign: char| before.strip_prefix(sign).and_then(|count| english::count_of(count.trim()));
            let said = ["in ", "within "].iter().find_map(|word| before.strip_prefix(word));
            let said = said.and_then(|count| english::count_of(count.trim()));
            number('+').or_else(|| number('-').map(|count| -count)).or(said)
        }
        None => english::count_of(later()?),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Days;
    use super::*;

    #[test]
    fn working_days_are_read_in_both_languages() {
        let workdays = Workdays::default();
        // The Wednesday before the National Day holiday, which is paid for with a Saturday.
        let now = chrono::NaiveTime::MIN;
        let days = Days { today: "2026-09-30".parse().unwrap(), now, workdays: &workdays };
        for (text, found) in [
            ("+3wd", Some("2026-10-10")),
            ("+ 3 WD", Some("2026-10-10")),
            ("-1wd", Some("2026-09-29")),
            ("+1工作日", Some("2026-10-08")),
            ("+3个工作日", Some("2026-10-10")),
            ("3个工作日后", Some("2026-10-10")),
            ("三 个 工作日 之后", Some("2026-10-10")),
            ("五个工作日内", Some("2026-10-13")),
            ("2个工作日前", Some("2026-09-28")),
            ("下个工作日", Some("2026-10-08")),
            ("in 3 working days", Some("2026-10-10")),
            ("within two business days", Some("2026-10-09")),
            ("3 workdays later", Some("2026-10-10")),
            ("a working day from now", Some("2026-10-08")),
            ("next working day", Some("2026-10-08")),
            ("next fri", Some("2026-10-09")),
            ("工作日", None),
            ("3个工作日", None),
            ("3 working days", None),
            ("working day", None),
            ("+wd", None),
            ("+99999999wd", None),
        ] {
            assert_eq!(days.day(text).ok().map(|day| day.to_string()).as_deref(), found, "{text}");
        }
        assert_eq!(
            days.moment("下个工作日 10点").map(|one| one.to_string()).as_deref(),
            Ok("2026-10-08T10:00")
        );
        assert_eq!(days.day("+99999wd"), Err(NotADay::Impossible));
    }
}
