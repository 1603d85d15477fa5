//! Money: whole minor units beside an ISO 4217 code. Nothing here computes with fractions.

mod currency;
mod show;

pub use currency::{decimals, hundredths, is_currency, unusual};
pub use show::{Style, full, json, major, short};

use super::text::fold;

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// It is no number.
    #[error("no amount")]
    NoNumber,
    /// It is below nothing.
    #[error("a negative amount")]
    Negative,
    /// It has more decimals than the currency.
    #[error("more decimals than the currency has")]
    TooFine,
    /// It does not fit.
    #[error("too large an amount")]
    TooLarge,
    /// It names another currency than the one that is asked for.
    #[error("another currency")]
    OtherCurrency,
}

/// Words for powers of ten, folded; the longer ones first where one ends with another.
const SCALES: &[(&str, u32)] = &[
    ("万亿", 12),
    ("百万", 6),
    ("千万", 7),
    ("十万", 5),
    ("million", 6),
    ("billion", 9),
    ("mio", 6),
    ("mn", 6),
    ("bn", 9),
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("萬", 4),
    ("亿", 8),
    ("億", 8),
    ("k", 3),
    ("w", 4),
    ("m", 6),
    ("b", 9),
];

/// An amount in minor units, from major units as people write them: `1200`, `1,200.50`, `1.2M`, `120k`, `120万`,
/// `1.5亿`, `¥1,200`, `1200 CNY`.
pub fn parse(text: &str, currency: &str) -> Result<i64, MoneyError> {
    let folded = fold(text);
    let bare = currency::strip(folded.trim(), currency).ok_or(MoneyError::OtherCurrency)?;
    if bare.strip_prefix('-').is_some_and(|rest| rest.contains(|sign: char| sign.is_ascii_digit())) {
        return Err(MoneyError::Negative);
    }
    let scale = SCALES.iter().find_map(|(word, power)| bare.strip_suffix(word).map(|rest| (rest, *power)));
    let (number, power) = scale.unwrap_or((bare, 0));
    let (whole, fraction) = number.trim().split_once('.').unwrap_or((number.trim(), "0"));
    let whole = ungrouped(whole).ok_or(MoneyError::NoNumber)?;
    if fraction.is_empty() || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(MoneyError::NoNumber);
    }
    let minor = minor(&whole, fraction.trim_end_matches('0'), power + decimals(currency))?;
    if minor > MOST { Err(MoneyError::TooLarge) } else { Ok(minor) }
}

/// The largest amount that is taken, in minor units: thousands of them still add up.
pub const MOST: i64 = 1_000_000_000_000_000;

/// Digits moved by `shift` places, as a whole number.
fn minor(whole: &str, fraction: &str, shift: u32) -> Result<i64, MoneyError> {
    let given = u32::try_from(fraction.len()).map_err(|_| MoneyError::TooFine)?;
    let missing = shift.checked_sub(given).ok_or(MoneyError::TooFine)?;
    let digits = [whole.trim_start_matches('0'), fraction].concat();
    let number =
        if digits.is_empty() { 0 } else { digits.parse::<i64>().map_err(|_| MoneyError::TooLarge)? };
    if number == 0 {
        return Ok(0);
    }
    10_i64.checked_pow(missing).and_then(|factor| number.checked_mul(factor)).ok_or(MoneyError::TooLarge)
}

/// The digits of a whole number, without the commas of its groups of three.
fn ungrouped(text: &str) -> Option<String> {
    let all_digits = |group: &str| !group.is_empty() && group.bytes().all(|digit| digit.is_ascii_digit());
    let mut groups = text.split(',');
    let first = groups.next().filter(|first| all_digits(first))?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || first.len() <= 3;
    let good = grouped && rest.iter().all(|group| group.len() == 3 && all_digits(group));
    good.then(|| [first, &rest.concat()].concat())
}

/// This share of an amount, in minor units, without the rest that is smaller than one.
pub fn weighted(amount: i64, percent: i64) -> i64 {
    let share = i128::from(amount) * i128::from(percent) / 100;
    i64::try_from(share).unwrap_or(if share < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, currency, minor) in [
            ("1200", "CNY", 120_000),
            ("1,200.50", "CNY", 120_050),
            ("1.2M", "USD", 120_000_000),
            ("1.2m", "USD", 120_000_000),
            ("120k", "EUR", 12_000_000),
            ("120万", "CNY", 120_000_000),
            ("120万元", "CNY", 120_000_000),
            ("120w", "CNY", 120_000_000),
            ("1.5亿", "CNY", 15_000_000_000),
            ("1.5 亿", "JPY", 150_000_000),
            ("¥1,200", "CNY", 120_000),
            ("￥１，２００．５０", "CNY", 120_050),
            ("US$ 3bn", "USD", 300_000_000_000),
            ("1200 CNY", "CNY", 120_000),
            ("cny1200", "CNY", 120_000),
            ("$0.10", "USD", 10),
            ("1.234", "KWD", 1234),
            ("1.10000", "CNY", 110),
            ("0", "CNY", 0),
            ("007", "CNY", 700),
        ] {
            assert_eq!(parse(text, currency), Ok(minor), "{text}");
        }
    }

    #[test]
    fn nonsense_is_refused_with_its_reason() {
        use MoneyError::{Negative, NoNumber, OtherCurrency, TooFine, TooLarge};
        for (text, currency, reason) in [
            ("", "CNY", NoNumber),
            ("abc", "CNY", NoNumber),
            ("alliance", "CNY", NoNumber),
            (".", "CNY", NoNumber),
            ("1.", "CNY", NoNumber),
            (".5", "CNY", NoNumber),
            ("1.2.3", "CNY", NoNumber),
            ("1,20", "CNY", NoNumber),
            ("1200,000", "CNY", NoNumber),
            ("1,,200", "CNY", NoNumber),
            ("1 2", "CNY", NoNumber),
            ("1e9", "CNY", NoNumber),
            ("NaN", "CNY", NoNumber),
            ("k", "CNY", NoNumber),
            ("-5", "CNY", Negative),
            ("¥-5", "CNY", Negative),
            ("0.001", "CNY", TooFine),
            ("1.5", "JPY", TooFine),
            ("1.2345k", "JPY", TooFine),
            ("99999999999999999999", "CNY", TooLarge),
            ("99999999999万亿", "CNY", TooLarge),
            ("100 USD", "CNY", OtherCurrency),
            ("€5", "CNY", OtherCurrency),
        ] {
            assert_eq!(parse(text, currency), Err(reason), "{text}");
        }
    }

    #[test]
    fn currencies_have_their_decimals() {
        for (code, places) in
            [("CNY", 2), ("JPY", 0), ("KRW", 0), ("VND", 0), ("KWD", 3), ("BHD", 3), ("???", 2)]
        {
            assert_eq!(decimals(code), places, "{code}");
        }
        assert!(is_currency("CNY") && is_currency("ZMW") && is_currency("AED"));
        assert!(!is_currency("cny") && !is_currency("ABC") && !is_currency("") && !is_currency("Y C"));
    }

    #[test]
    fn a_share_is_cut_towards_nothing_and_never_overflows() {
        for (amount, percent, share) in
            [(199, 50, 99), (-199, 50, -99), (i64::MAX, 100, i64::MAX), (i64::MAX, 200, i64::MAX), (5, 0, 0)]
        {
            assert_eq!(weighted(amount, percent), share);
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_exactly_reads_back(minor in 0..=MOST, at in 0_usize..3) {
            let currency = ["CNY", "JPY", "KWD"][at];
            prop_assert_eq!(parse(&major(minor, currency), currency), Ok(minor));
            prop_assert_eq!(parse(&full(minor, currency), currency), Ok(minor));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,24}", digits in "[-¥0-9.,kM万亿]{0,30}") {
            let _ = (parse(&text, "CNY"), parse(&digits, "JPY"));
        }
    }
}
