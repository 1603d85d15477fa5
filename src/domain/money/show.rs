//! Amounts for people and for machines, from whole minor units.

use serde_json::Number;

use super::decimals;

/// How the large units of a short amount are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Thousands: k, M, B, T.
    #[default]
    En,
    /// Ten thousands: 万, 亿, 万亿.
    Zh,
}

/// The widest short amount, in cells.
const ROOM: usize = 7;

/// The exact amount in major units with all decimals of the currency, as `1200.50`.
pub fn major(minor: i64, currency: &str) -> String {
    let (whole, rest) = parts(minor, currency);
    let sign = sign(minor);
    let places = decimals(currency) as usize;
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0places$}") }
}

/// The amount in major units for JSON; exact below 10^15 minor units.
pub fn json(minor: i64, currency: &str) -> Number {
    let factor = 10_i64.pow(decimals(currency));
    if minor % factor == 0 {
        return Number::from(minor / factor);
    }
    let nearest = major(minor, currency).parse().ok().and_then(Number::from_f64);
    nearest.unwrap_or_else(|| Number::from(minor / factor))
}

/// The exact amount with its code and thousands separators, as `CNY 1,200.50`; whole amounts without decimals.
pub fn full(minor: i64, currency: &str) -> String {
    let (whole, rest) = parts(minor, currency);
    let places = decimals(currency) as usize;
    let fraction = if rest == 0 { String::new() } else { format!(".{rest:0places$}") };
    format!("{currency} {}{}{fraction}", sign(minor), grouped(whole))
}

/// The rounded amount for a narrow cell, at most 7 cells wide: `1.20M`, `350k`; in Chinese `120万`, `1.5亿`.
pub fn short(minor: i64, currency: &str, style: Style) -> String {
    let size = i128::from(minor.unsigned_abs());
    let one = 10_i128.pow(decimals(currency));
    let sign = sign(minor);
    let plain = rounded(size, one);
    if plain < 10_000 {
        return format!("{}{}", if plain == 0 { "" } else { sign }, grouped(plain));
    }
    let units: &[(&str, i128, usize)] = match style {
        Style::En => {
            &[("k", 1_000, 1), ("M", 1_000_000, 1), ("B", 1_000_000_000, 1), ("T", 1_000_000_000_000, 1)]
        }
        Style::Zh => &[("万", 10_000, 2), ("亿", 100_000_000, 2), ("万亿", 1_000_000_000_000, 4)],
    };
    for (name, unit, width) in units {
        let limit = if matches!((style, *width), (Style::Zh, 2)) { 10_000 } else { 1_000 };
        if rounded(size, one * unit) >= limit {
            continue;
        }
        for places in [2, 1, 0] {
            let number = figures(size, one * unit, places, style);
            if sign.len() + number.len() + width <= ROOM && significant(&number) {
                return format!("{sign}{number}{name}");
            }
        }
    }
    match (style, minor < 0) {
        (Style::En, false) => ">999T",
        (Style::En, true) => "<-999T",
        (Style::Zh, false) => ">99万亿",
        (Style::Zh, true) => "<-9万亿",
    }
    .to_owned()
}

/// At most three figures, unless they all stand before the point.
fn significant(number: &str) -> bool {
    !number.contains('.') || number.len() <= 4
}

/// The size in this unit with so many decimals; Chinese drops zeros at the end.
fn figures(size: i128, unit: i128, places: u32, style: Style) -> String {
    let factor = 10_i128.pow(places);
    let scaled = rounded(size * factor, unit);
    if places == 0 {
        return scaled.to_string();
    }
    let text = format!("{}.{:0width$}", scaled / factor, scaled % factor, width = places as usize);
    match style {
        Style::En => text,
        Style::Zh => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
    }
}

fn rounded(size: i128, unit: i128) -> i128 {
    (size + unit / 2) / unit
}

fn sign(minor: i64) -> &'static str {
    if minor < 0 { "-" } else { "" }
}

/// The size of an amount as whole major units and the minor units that are left.
fn parts(minor: i64, currency: &str) -> (i128, i128) {
    let (size, factor) = (i128::from(minor.unsigned_abs()), 10_i128.pow(decimals(currency)));
    (size / factor, size % factor)
}

fn grouped(whole: i128) -> String {
    let digits = whole.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn exact_amounts_keep_every_unit() {
        for (minor, currency, exact, whole) in [
            (120_050, "CNY", "1200.50", "CNY 1,200.50"),
            (120_000_000, "CNY", "1200000.00", "CNY 1,200,000"),
            (5, "USD", "0.05", "USD 0.05"),
            (-5, "USD", "-0.05", "USD -0.05"),
            (1_234_567, "JPY", "1234567", "JPY 1,234,567"),
            (1234, "KWD", "1.234", "KWD 1.234"),
            (i64::MIN, "CNY", "-92233720368547758.08", "CNY -92,233,720,368,547,758.08"),
        ] {
            assert_eq!((major(minor, currency), full(minor, currency)), (exact.to_owned(), whole.to_owned()));
        }
        assert_eq!(json(120_000, "CNY").to_string(), "1200");
        assert_eq!(json(120_050, "CNY").to_string(), "1200.5");
    }

    #[test]
    fn short_amounts_are_rounded_to_three_figures() {
        for (major, en, zh) in [
            (0, "0", "0"),
            (9_999, "9,999", "9,999"),
            (12_000, "12.0k", "1.2万"),
            (350_000, "350k", "35万"),
            (1_200_000, "1.20M", "120万"),
            (999_999, "1.00M", "100万"),
            (12_345_678, "12.3M", "1235万"),
            (99_999_999, "100M", "1亿"),
            (150_000_000, "150M", "1.5亿"),
            (1_234_500_000, "1.23B", "12.3亿"),
            (1_200_000_000_000, "1.20T", "1.2万亿"),
            (-1_200_000, "-1.20M", "-120万"),
        ] {
            assert_eq!(short(major * 100, "CNY", Style::En), en);
            assert_eq!(short(major * 100, "CNY", Style::Zh), zh);
        }
        assert_eq!(short(i64::MAX, "JPY", Style::Zh), ">99万亿");
        assert_eq!(short(-40, "CNY", Style::En), "0");
    }

    proptest! {
        #[test]
        fn short_amounts_fit_seven_cells(minor: i64, shift in 0_u32..60, at in 0_usize..3) {
            for style in [Style::En, Style::Zh] {
                let text = short(minor >> shift, ["CNY", "JPY", "KWD"][at], style);
                prop_assert!(text.width() <= ROOM, "{}", text);
            }
        }

        #[test]
        fn json_is_exact_up_to_fifteen_digits(minor in -999_999_999_999_999_i64..=999_999_999_999_999) {
            let text = json(minor, "CNY").to_string();
            let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
            let digits = format!("{whole}{rest:0<2}");
            prop_assert_eq!(digits.parse::<i64>().unwrap(), minor);
        }
    }
}
