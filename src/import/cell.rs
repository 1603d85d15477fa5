//! One cell: blank or not, and its canonical text by the kind of its field.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::date::{self, Order};
use super::number::{self, Decimal, Mark};
use super::reason::Reason;
use crate::domain::clean::{clean_line, clean_note};
use crate::domain::clock::Clock;
use crate::domain::formula::unguarded;

const VOID: [&str; 14] =
    ["-", "--", "—", "n/a", "na", "#n/a", "none", "null", "tbd", "\\n", ".", "无", "待定", "未知"];

/// Whether a cell says that there is no value; for text only an empty one and the database's own words do.
pub(super) fn is_void(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || (cell.len() <= 6 && VOID.iter().any(|void| cell.eq_ignore_ascii_case(void)))
}

/// The text of a cell: blank as nothing, cleaned, without the apostrophe that keeps a spreadsheet from computing it.
pub(super) fn text(cell: &str) -> Option<Cow<'_, str>> {
    some(clean_line(unguarded(cell)))
}

/// The text of a cell of several lines.
pub(super) fn note(cell: &str) -> Option<Cow<'_, str>> {
    some(clean_note(unguarded(cell)))
}

fn some(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let void = text.is_empty() || ["NULL", "null", "\\N", "#N/A"].contains(&text.as_ref());
    (!void).then_some(text)
}

/// What a spreadsheet shows of `="138…"`, by which a table keeps it from computing a text.
pub(super) fn shown(cell: &str) -> &str {
    let inner = cell.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(cell)
}

/// How many decimals a spreadsheet shows before an exponent.
const ROUNDED: usize = 5;

/// The digits of a number that a spreadsheet wrote with an exponent: all of them, or an error where some are lost.
pub(super) fn digits(cell: &str) -> Option<Result<String, Reason>> {
    let (mantissa, exponent) = cell.trim().split_once(['E', 'e'])?;
    let exponent: usize = exponent.strip_prefix('+')?.parse().ok()?;
    let (first, rest) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() != 1 || !is_number(first) || !is_number(rest) || !(7..30).contains(&exponent) {
        return None;
    }
    if rest.len() > exponent {
        return None;
    }
    // A spreadsheet rounds to six digits; whoever writes more writes all but the noughts at the end.
    Some(if rest.len() == exponent || rest.len() > ROUNDED {
        Ok(format!("{first}{rest:0<exponent$}"))
    } else {
        Err(Reason::LostDigits { value: told(cell) })
    })
}

/// The values in a cell that holds a JSON list, as some systems write mails and phones.
pub(super) fn listed(cell: &str) -> Option<Vec<String>> {
    let cell = cell.trim();
    if !cell.starts_with('[') || cell.len() > 4096 {
        return None;
    }
    let list: Vec<serde_json::Value> = serde_json::from_str(cell).ok()?;
    let value = |item: &serde_json::Value| {
        let inner = item.get("value").unwrap_or(item);
        inner.as_str().map(str::to_owned)
    };
    Some(list.iter().filter_map(value).collect())
}

/// A date as `YYYY-MM-DD`; of a moment its day on our clock.
pub(super) fn day(cell: &str, order: Order, (today, clock): (NaiveDate, &Clock)) -> Result<String, Reason> {
    let found = date::instant(cell).map(|utc| clock.shown(utc).date());
    let found =
        found.or_else(|| date::parse(cell, order, today)).filter(|day| (1900..=2200).contains(&day.year()));
    found.map(|day| day.to_string()).ok_or_else(|| Reason::BadDate { value: told(cell) })
}

/// Money in major units, and the currency that stood beside it.
pub(super) fn money(
    cell: &str,
    mark: Mark,
    yuan: bool,
    power: u32,
) -> Result<(String, Option<&'static str>), Reason> {
    let figure = number::figure(cell, mark, yuan).ok_or_else(|| Reason::BadNumber { value: told(cell) })?;
    let text = figure.value.raised(power).and_then(Decimal::text);
    text.map(|text| (text, figure.currency)).ok_or_else(|| Reason::OutOfRange { value: told(cell) })
}

/// The number of a percentage, its sign left aside.
pub(super) fn percent(cell: &str, mark: Mark) -> Option<Decimal> {
    let figure = number::figure(cell.trim().trim_end_matches(['%', '％']), mark, true)?;
    figure.currency.is_none().then_some(figure.value)
}

/// A percentage from 0 to 100 as a whole number.
pub(super) fn percentage(cell: &str, mark: Mark, fraction: bool) -> Result<String, Reason> {
    let value = percent(cell, mark).ok_or_else(|| Reason::BadNumber { value: told(cell) })?;
    let value = if fraction { value.raised(2) } else { Some(value) };
    let whole = value.and_then(Decimal::rounded).filter(|whole| (0..=100).contains(whole));
    whole.map(|whole| whole.to_string()).ok_or_else(|| Reason::OutOfRange { value: told(cell) })
}

/// A whole number within its bounds.
pub(super) fn whole(cell: &str, mark: Mark, low: i64, high: i64) -> Result<String, Reason> {
    let figure = number::figure(cell, mark, true).filter(|figure| !figure.value.is_broken());
    let whole = figure.and_then(|figure| figure.value.rounded());
    let whole = whole.ok_or_else(|| Reason::BadNumber { value: told(cell) })?;
    if (low..=high).contains(&whole) {
        Ok(whole.to_string())
    } else {
        Err(Reason::OutOfRange { value: told(cell) })
    }
}

/// The code that a cell means: the code itself in any spelling, or a grade whose first letter it is.
pub(super) fn choice(cell: &str, codes: &[&'static str]) -> Result<&'static str, Reason> {
    let plain =
        |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>().to_lowercase();
    let name = plain(cell);
    let exact = codes.iter().find(|code| plain(code) == name);
    let grade = || codes.iter().find(|code| code.len() == 1 && is_grade(cell, code));
    exact.or_else(grade).copied().ok_or_else(|| Reason::BadChoice { value: told(cell) })
}

/// `A（重点客户）`, `A类`, `A - key`: the letter, then anything but another letter or digit.
fn is_grade(cell: &str, code: &str) -> bool {
    let mut signs = cell.trim().chars();
    let first = signs.next().is_some_and(|sign| sign.to_string().eq_ignore_ascii_case(code));
    first && signs.next().is_some_and(|sign| !sign.is_ascii_alphanumeric())
}

/// The host of a web address, as accounts are linked by it.
pub(super) fn domain(cell: &str) -> Option<String> {
    let lower = cell.trim().to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    let host = rest.split(['/', '?', '#', ':']).next()?.trim_start_matches("www.");
    let fits = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && host.chars().all(|sign| sign.is_alphanumeric() || sign == '.' || sign == '-');
    fits.then(|| host.to_owned())
}

/// Whether a text may be what its field holds: a mail address has an @, a telephone number hardly a letter.
pub(super) fn fits(key: &str, text: &str) -> bool {
    match key {
        "email" => text.contains('@'),
        "phone" | "mobile" => {
            let letters =
                text.to_lowercase().replace("ext", "").chars().filter(|sign| sign.is_alphabetic()).count();
            letters <= 3 && text.chars().filter(char::is_ascii_digit).count() >= 3
        }
        _ => true,
    }
}

fn told(cell: &str) -> String {
    clean_line(cell).chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cleaned_and_freed_of_its_guard() {
        for (cell, found) in [
            (" x ", Some("x")),
            ("'=SUM(A1)", Some("=SUM(A1)")),
            ("'+44 20", Some("+44 20")),
            ("'s-Hertogenbosch", Some("'s-Hertogenbosch")),
            ("a\u{1b}[31m", Some("a␛[31m")),
            ("NULL", None),
            ("  ", None),
            ("None", Some("None")),
        ] {
            assert_eq!(text(cell).as_deref(), found, "{cell}");
        }
    }

    #[test]
    fn a_number_with_an_exponent_has_all_its_digits_or_none() {
        for (cell, found) in [
            ("8.613800138004E+12", Some(Ok("8613800138004"))),
            ("1.3800138E+10", Some(Ok("13800138000"))),
            ("8.6138E+12", Some(Err(()))),
            ("1.38001385E+7", None),
            ("1.3800138E+7", Some(Ok("13800138"))),
            ("9.13101E+17", Some(Err(()))),
            ("138", None),
            ("2E5", None),
            ("E+12", None),
            ("1.2.3E+12", None),
        ] {
            let got = digits(cell);
            assert_eq!(got.as_ref().map(|one| one.as_deref().map_err(|_| ())), found, "{cell}");
        }
        for (cell, text) in
            [("=\"138\"", "138"), (" =\"a b\" ", "a b"), ("=\"a\"&\"b\"", "=\"a\"&\"b\""), ("=1", "=1")]
        {
            assert_eq!(shown(cell), text);
        }
    }

    #[test]
    fn cells_become_canonical() {
        assert_eq!(percentage("65.0%", Mark::Point, false), Ok("65".into()));
        assert_eq!(percentage("0.655", Mark::Point, true), Ok("66".into()));
        assert_eq!(percentage("120", Mark::Point, false), Err(Reason::OutOfRange { value: "120".into() }));
        assert_eq!(money("5M", Mark::Point, true, 0), Ok(("5000000".into(), None)));
        assert_eq!(money("0.68", Mark::Point, true, 4), Ok(("6800".into(), None)));
        assert_eq!(whole("1,200", Mark::Point, 0, 2000), Ok("1200".into()));
        assert_eq!(choice("A（重点客户）", &["a", "b", "c"]), Ok("a"));
        assert_eq!(choice("Best Case", &["omitted", "best-case"]), Ok("best-case"));
        assert!(choice("Bronze", &["a", "b", "c"]).is_err());
        for (site, host) in [
            ("https://www.acme.example/about?x", Some("acme.example")),
            ("acme.example", Some("acme.example")),
            ("https:huswei.example", None),
            ("https://", None),
        ] {
            assert_eq!(domain(site).as_deref(), host, "{site}");
        }
        assert_eq!(
            listed(r#"[{"value":"a@b.c"},{"value":"d@e.f"}]"#),
            Some(vec!["a@b.c".into(), "d@e.f".into()])
        );
        assert_eq!(listed("[not json"), None);
    }
}
