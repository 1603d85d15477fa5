//! Time spent, in minutes, as people write it: `1.5`, `1h30`, `90m`, `2小时15分`.

/// The most minutes that one entry holds: a year.
pub const MOST: i64 = 366 * 24 * 60;

/// Reads a time as minutes; a bare number is hours. Nothing where it is none or more than [`MOST`].
pub fn parse(text: &str) -> Option<i64> {
    let text: String = text.trim().to_lowercase().chars().filter(|one| *one != ' ').collect();
    let text = text.replace("小时", "h").replace("分钟", "m").replace('分', "m").replace("hours", "h");
    let text = text.replace("min", "m");
    let minutes = match (text.split_once('h'), text.strip_suffix('m')) {
        (Some((hours, "")), _) => decimal(hours)?,
        (Some((hours, rest)), _) => {
            let rest: i64 = rest.trim_end_matches('m').parse().ok().filter(|rest| (0..60).contains(rest))?;
            decimal(hours)?.checked_add(rest)?
        }
        (None, Some(minutes)) => minutes.parse().ok()?,
        (None, None) => decimal(&text)?,
    };
    (0..=MOST).contains(&minutes).then_some(minutes)
}

/// `1.5` as 90; two decimals at most, rounded to the minute.
fn decimal(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let hundredths: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole * 60 + (hundredths * 60 + 50) / 100)
}

/// Minutes as hours with two decimals at most: `1.5`, `0.25`, `2`.
pub fn show(minutes: i64) -> String {
    let hundredths = (minutes * 100 + 30) / 60;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, minutes) in [
            ("1.5", Some(90)),
            ("2", Some(120)),
            ("0.25", Some(15)),
            ("1h30", Some(90)),
            ("1h30m", Some(90)),
            ("3h", Some(180)),
            ("90m", Some(90)),
            ("45 min", Some(45)),
            ("2小时15分", Some(135)),
            ("1.5小时", Some(90)),
            ("30分钟", Some(30)),
            ("", None),
            ("x", None),
            ("-1", None),
            ("1h75", None),
            ("1.234", None),
            ("99999999", None),
        ] {
            assert_eq!(parse(text), minutes, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back_to_the_quarter(quarters in 0..4000_i64) {
            prop_assert_eq!(parse(&show(quarters * 15)), Some(quarters * 15));
        }
    }
}
