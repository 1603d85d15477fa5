//! Days by which something is due, in Chinese: `周三前`, `三天内`, `本周内`, `下班前`, `下周中`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{Place, coming_weekday, date, in_week, month_from, quarter_from};
use super::{Answer, chinese, digits, nth};

/// What says behind a day that it is the last one.
const BY: &[&str] = &["之前", "以前", "前", "截止", "为止"];

/// The day that the text, without blanks, means; nothing where it is no such text.
pub(super) fn day(text: &str, today: NaiveDate) -> Option<Answer> {
    closing(text, today)
        .or_else(|| within(text, today))
        .or_else(|| in_a_week(text, today))
        .or_else(|| nth::chinese(text, today))
        .or_else(|| {
            let head = BY.iter().find_map(|word| text.strip_suffix(word)).filter(|head| !head.is_empty())?;
            plain(head, today)
        })
}

fn plain(text: &str, today: NaiveDate) -> Option<Answer> {
    chinese::day(text, today).or_else(|| digits::day(text, today)).or_else(|| in_a_week(text, today))
}

/// `下班前`, `周三下班前`.
fn closing(text: &str, today: NaiveDate) -> Option<Answer> {
    let head = ["下班前", "下班之前", "下班以前"].iter().find_map(|word| text.strip_suffix(word))?;
    if head.is_empty() { Some(Ok(today)) } else { plain(head, today) }
}

/// `三天内` `10天之内` `两周以内` `本周内` `月内` `年内`.
fn within(text: &str, today: NaiveDate) -> Option<Answer> {
    let head = ["之内", "以内", "内"].iter().find_map(|word| text.strip_suffix(word))?;
    match head {
        "本周" | "这周" | "周" => Some(end_of_week(today, 0)),
        "下周" => Some(end_of_week(today, 1)),
        "本月" | "这个月" | "当月" | "月" => Some(month_from(today, 0, Place::End)),
        "下月" | "下个月" => Some(month_from(today, 1, Place::End)),
        "本季度" | "季度" | "这个季度" => Some(quarter_from(today, 0)),
        "今年" | "本年" | "年" => Some(date(today.year(), 12, 31)),
        "今天" | "当天" | "今日" => Some(Ok(today)),
        length => chinese::day(&format!("{length}后"), today),
    }
}

/// The last working day of a week; of this one on a weekend, its last day.
fn end_of_week(today: NaiveDate, weeks: i64) -> Answer {
    let is_late = weeks == 0 && today.weekday().num_days_from_monday() > 4;
    in_week(today, weeks, if is_late { Weekday::Sun } else { Weekday::Fri })
}

/// `下周中` `本周初` `下周底`.
fn in_a_week(text: &str, today: NaiveDate) -> Option<Answer> {
    let (text, weeks) = [("本周", Some(0)), ("这周", Some(0)), ("下周", Some(1)), ("周", None)]
        .iter()
        .find_map(|(name, weeks)| Some((text.strip_prefix(name)?, *weeks)))?;
    let weekday = match text {
        "初" => Weekday::Mon,
        "中" => Weekday::Wed,
        "底" => Weekday::Fri,
        _ => return None,
    };
    Some(weeks.map_or_else(|| coming_weekday(today, weekday), |weeks| in_week(today, weeks, weekday)))
}

#[cfg(test)]
mod tests {
    use super::super::day;

    #[test]
    fn deadlines_mean_their_days() {
        // From Monday, the 30th of November, and from Sunday, the 6th of December 2026.
        for (text, monday, sunday) in [
            ("周三前", "2026-12-02", "2026-12-09"),
            ("周三之前", "2026-12-02", "2026-12-09"),
            ("月底前", "2026-11-30", "2026-12-31"),
            ("年底前", "2026-12-31", "2026-12-31"),
            ("12月8日前", "2026-12-08", "2026-12-08"),
            ("12/8前", "2026-12-08", "2026-12-08"),
            ("下班前", "2026-11-30", "2026-12-06"),
            ("周三下班前", "2026-12-02", "2026-12-09"),
            ("10天之内", "2026-12-10", "2026-12-16"),
            ("三天内", "2026-12-03", "2026-12-09"),
            ("两周以内", "2026-12-14", "2026-12-20"),
            ("一个月内", "2026-12-30", "2027-01-06"),
            ("本周内", "2026-12-04", "2026-12-06"),
            ("本月内", "2026-11-30", "2026-12-31"),
            ("年内", "2026-12-31", "2026-12-31"),
            ("下周中", "2026-12-09", "2026-12-09"),
            ("12月上旬", "2026-12-10", "2026-12-10"),
            ("12月中旬", "2026-12-20", "2026-12-20"),
            ("12月下旬", "2026-12-31", "2026-12-31"),
            ("下月上旬", "2026-12-10", "2027-01-10"),
            ("明年3月", "2027-03-31", "2027-03-31"),
            ("2027年3月", "2027-03-31", "2027-03-31"),
            ("三天前", "2026-11-27", "2026-12-03"),
            ("明儿", "2026-12-01", "2026-12-07"),
            ("今晚", "2026-11-30", "2026-12-06"),
        ] {
            for (today, wanted) in [("2026-11-30", monday), ("2026-12-06", sunday)] {
                let found = day(text, today.parse().unwrap()).map(|day| day.to_string());
                assert_eq!(found.as_deref(), Ok(wanted), "{text} on {today}");
            }
        }
        for text in ["前", "内", "之内", "王前", "3月", "上旬", "周内前前", "2月30日前"] {
            assert!(day(text, "2026-11-30".parse().unwrap()).is_err(), "{text}");
        }
    }
}
