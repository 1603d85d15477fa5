//! Numbers as people write them, by exact decimal arithmetic: no binary fractions anywhere.

/// Which sign stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// `1,054.00`
    #[default]
    Point,
    /// `1.054,00`
    Comma,
}

/// A decimal number: `digits` divided by ten to the power of `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: i128,
    scale: u32,
}

impl Decimal {
    /// Times ten to a power; nothing where the result is out of all bounds.
    pub fn raised(self, power: u32) -> Option<Self> {
        if self.scale >= power {
            return Some(Self { digits: self.digits, scale: self.scale - power });
        }
        let factor = 10_i128.checked_pow(power - self.scale)?;
        Some(Self { digits: self.digits.checked_mul(factor)?, scale: 0 })
    }

    /// The whole number next to it, halves away from zero.
    pub fn rounded(self) -> Option<i64> {
        let unit = 10_i128.checked_pow(self.scale)?;
        let half = unit / 2 * self.digits.signum();
        i64::try_from((self.digits + half) / unit).ok()
    }

    /// Whether it has decimals that are not nought.
    pub fn is_broken(self) -> bool {
        10_i128.checked_pow(self.scale).is_none_or(|unit| self.digits % unit != 0)
    }

    /// Plain text, without needless noughts; nothing beyond fifteen whole digits.
    pub fn text(self) -> Option<String> {
        let unit = 10_i128.checked_pow(self.scale)?;
        let (whole, rest) = (self.digits.abs() / unit, self.digits.abs() % unit);
        if whole >= 10_i128.pow(15) {
            return None;
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        if rest == 0 {
            return Some(format!("{sign}{whole}"));
        }
        let decimals = format!("{rest:0width$}", width = self.scale as usize);
        Some(format!("{sign}{whole}.{}", decimals.trim_end_matches('0')))
    }
}

/// A number with the power of ten and the currency that stood beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    /// The number, its own `k`, `M` or 万 counted in.
    pub value: Decimal,
    /// The ISO 4217 code of its sign, where it has one.
    pub currency: Option<&'static str>,
}

/// Reads `1.054,00 €`, `$1,054.00`, `￥1,054`, `5M`, `(12)`, `3.5万`; `yuan` says that `¥` is not the yen.
pub(super) fn figure(text: &str, mark: Mark, yuan: bool) -> Option<Figure> {
    let bare = text.trim();
    if bare.bytes().all(|byte| byte.is_ascii_digit() || (byte == b'.' && mark == Mark::Point)) {
        return decimal(bare, mark)
            .filter(|_| bare.len() > bare.matches('.').count())
            .map(|value| Figure { value, currency: None });
    }
    let text: String = text.chars().map(narrow).collect();
    let text = text.trim();
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let body = bracketed.unwrap_or(text);
    let start = body.find(|sign: char| sign.is_ascii_digit())?;
    let start = start - usize::from(body.get(..start).is_some_and(|before| before.ends_with(['.', ','])));
    let end = body.rfind(|sign: char| sign.is_ascii_digit())? + 1;
    let (before, digits, after) = (body.get(..start)?, body.get(start..end)?, body.get(end..)?);
    let minus = before.contains(['-', '\u{2212}']) || after.trim() == "-";
    let before = before.replace(['-', '\u{2212}', '+'], "");
    let after = after.trim().trim_end_matches('-').trim_start_matches('.').to_lowercase();
    let (front, back) = (words(before.trim(), yuan)?, words(&after, yuan)?);
    let value = decimal(digits, mark)?.raised(front.0 + back.0)?;
    let sign = if minus || bracketed.is_some() { -1 } else { 1 };
    let value = Decimal { digits: value.digits * sign, ..value };
    Some(Figure { value, currency: front.1.or(back.1) })
}

/// The power of ten and the currency in what stands before or behind the digits.
fn words(text: &str, yuan: bool) -> Option<(u32, Option<&'static str>)> {
    let lower = text.to_lowercase();
    let (mut power, mut currency, mut rest) = (0, None, lower.trim());
    while !rest.is_empty() {
        let (word, value) = UNITS.iter().find(|(word, _)| rest.starts_with(word))?;
        match value {
            Unit::Power(more) => power += more,
            Unit::Money("¥") => currency = Some(if yuan { "CNY" } else { "JPY" }),
            Unit::Money(code) => currency = Some(code),
        }
        rest = rest.get(word.len()..)?.trim_start();
    }
    Some((power, currency))
}

enum Unit {
    Power(u32),
    Money(&'static str),
}

/// Longer words before the ones they start with.
const UNITS: &[(&str, Unit)] = &[
    ("us$", Unit::Money("USD")),
    ("usd", Unit::Money("USD")),
    ("美元", Unit::Money("USD")),
    ("hk$", Unit::Money("HKD")),
    ("hkd", Unit::Money("HKD")),
    ("港币", Unit::Money("HKD")),
    ("港元", Unit::Money("HKD")),
    ("a$", Unit::Money("AUD")),
    ("aud", Unit::Money("AUD")),
    ("c$", Unit::Money("CAD")),
    ("cad", Unit::Money("CAD")),
    ("s$", Unit::Money("SGD")),
    ("sgd", Unit::Money("SGD")),
    ("nt$", Unit::Money("TWD")),
    ("twd", Unit::Money("TWD")),
    ("$", Unit::Money("USD")),
    ("eur", Unit::Money("EUR")),
    ("欧元", Unit::Money("EUR")),
    ("€", Unit::Money("EUR")),
    ("gbp", Unit::Money("GBP")),
    ("英镑", Unit::Money("GBP")),
    ("£", Unit::Money("GBP")),
    ("jpy", Unit::Money("JPY")),
    ("日元", Unit::Money("JPY")),
    ("chf", Unit::Money("CHF")),
    ("inr", Unit::Money("INR")),
    ("₹", Unit::Money("INR")),
    ("krw", Unit::Money("KRW")),
    ("₩", Unit::Money("KRW")),
    ("人民币", Unit::Money("CNY")),
    ("rmb", Unit::Money("CNY")),
    ("cny", Unit::Money("CNY")),
    ("¥", Unit::Money("¥")),
    ("元", Unit::Money("CNY")),
    ("千", Unit::Power(3)),
    ("万", Unit::Power(4)),
    ("百万", Unit::Power(6)),
    ("亿", Unit::Power(8)),
    ("thousand", Unit::Power(3)),
    ("'000", Unit::Power(3)),
    ("000", Unit::Power(3)),
    ("k", Unit::Power(3)),
    ("million", Unit::Power(6)),
    ("mio", Unit::Power(6)),
    ("mn", Unit::Power(6)),
    ("mm", Unit::Power(6)),
    ("m", Unit::Power(6)),
    ("billion", Unit::Power(9)),
    ("bn", Unit::Power(9)),
    ("b", Unit::Power(9)),
];

/// The power of ten and the currency of a column, from the words in brackets behind its label.
pub(super) fn unit(text: &str, yuan: bool) -> Option<(u32, Option<&'static str>)> {
    let text: String = text.chars().map(narrow).collect();
    let text = text.trim();
    let text = text.strip_prefix("in ").or_else(|| text.strip_prefix("单位")).unwrap_or(text);
    words(text.trim_start_matches([':', ' ']), yuan)
}

/// The ISO 4217 code in a currency column: `EUR`, `€`, `人民币`, `US Dollar`.
pub(super) fn currency(text: &str, yuan: bool) -> Option<String> {
    let text: String = text.chars().map(narrow).collect();
    let text = text.trim();
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Some(if text.eq_ignore_ascii_case("rmb") {
            "CNY".to_owned()
        } else {
            text.to_ascii_uppercase()
        });
    }
    let named = match text.to_lowercase().as_str() {
        "us dollar" | "u.s. dollar" | "dollar" => Some("USD"),
        "euro" => Some("EUR"),
        "chinese yuan" | "yuan" | "renminbi" => Some("CNY"),
        "pound sterling" | "british pound" => Some("GBP"),
        _ => None,
    };
    named.or_else(|| words(text, yuan).filter(|(power, _)| *power == 0)?.1).map(str::to_owned)
}

/// Full-width signs as their half-width twins, and every kind of blank as one.
pub(super) fn narrow(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{2019}' => '\'',
        _ => sign,
    }
}

fn decimal(text: &str, mark: Mark) -> Option<Decimal> {
    let (text, power) = match text.split_once(['e', 'E']) {
        Some((number, power)) => {
            (number, power.trim_start_matches('+').parse::<u32>().ok().filter(|p| *p < 30)?)
        }
        None => (text, 0),
    };
    let sign = if mark == Mark::Point { '.' } else { ',' };
    let (whole, decimals) = text.split_once(sign).unwrap_or((text, ""));
    let groups = if mark == Mark::Point { ',' } else { '.' };
    if !is_grouped(whole, groups) {
        return None;
    }
    let kept =
        |part: &str| part.chars().filter(|one| *one != groups && !" '".contains(*one)).collect::<String>();
    let (whole, decimals) = (kept(whole), decimals.trim_end_matches('0'));
    let digits = format!("{whole}{decimals}");
    if digits.len() > 30 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let scale = u32::try_from(decimals.len()).ok()?;
    let digits = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    Decimal { digits, scale }.raised(power)
}

/// Whether signs between digits make groups: three or four digits behind the last, two to four between; `1.2.3` is no
/// number.
fn is_grouped(whole: &str, sign: char) -> bool {
    let parts: Vec<&str> = whole.split([sign, ' ', '\'']).collect();
    match parts.as_slice() {
        [] | [_] => true,
        [first, between @ .., last] => {
            (1..=4).contains(&first.len())
                && matches!(last.len(), 3 | 4)
                && between.iter().all(|part| (2..=4).contains(&part.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, mark: Mark) -> Option<(String, Option<&'static str>)> {
        figure(text, mark, true).and_then(|figure| Some((figure.value.text()?, figure.currency)))
    }

    #[test]
    fn numbers_of_many_hands_are_read_exactly() {
        use Mark::{Comma, Point};
        for (text, mark, found) in [
            ("1054", Point, Some(("1054", None))),
            ("350000.0", Point, Some(("350000", None))),
            ("210833.37", Point, Some(("210833.37", None))),
            ("1.054,00 €", Comma, Some(("1054", Some("EUR")))),
            ("$1,054.50", Point, Some(("1054.5", Some("USD")))),
            ("￥1,054", Point, Some(("1054", Some("CNY")))),
            ("¥１，０５４", Point, Some(("1054", Some("CNY")))),
            ("5M", Point, Some(("5000000", None))),
            ("€ 1.2k", Point, Some(("1200", Some("EUR")))),
            ("3.5万元", Point, Some(("35000", Some("CNY")))),
            ("1 054,5", Comma, Some(("1054.5", None))),
            ("1'054.25", Point, Some(("1054.25", None))),
            ("12,34,567.8", Point, Some(("1234567.8", None))),
            ("(12.50)", Point, Some(("-12.5", None))),
            ("-0.004", Point, Some(("-0.004", None))),
            (".5", Point, Some(("0.5", None))),
            ("1.2E+05", Point, Some(("120000", None))),
            ("0", Point, Some(("0", None))),
            ("999999999999999999", Point, None),
            ("12 apples", Point, None),
            ("1.2.3", Point, None),
            ("1.2.3", Comma, None),
            ("1,23,4", Point, None),
            ("1,0000", Point, Some(("10000", None))),
            ("", Point, None),
            ("-", Point, None),
        ] {
            let expected = found.map(|(number, currency): (&str, _)| (number.to_owned(), currency));
            assert_eq!(read(text, mark), expected, "{text}");
        }
    }

    #[test]
    fn units_of_labels_and_names_of_currencies_are_known() {
        for (text, found) in [
            ("万元", Some((4, Some("CNY")))),
            ("单位：万元", Some((4, Some("CNY")))),
            ("in k€", Some((3, Some("EUR")))),
            ("USD", Some((0, Some("USD")))),
            ("亿", Some((8, None))),
            ("pipeline", None),
        ] {
            assert_eq!(unit(text, true), found, "{text}");
        }
        for (text, found) in
            [("eur", Some("EUR")), ("RMB", Some("CNY")), ("人民币", Some("CNY")), ("no idea", None)]
        {
            assert_eq!(currency(text, true).as_deref(), found, "{text}");
        }
    }

    proptest! {
        #[test]
        fn cents_survive_every_way_of_writing(cents in 0_i64..10_000_000_000) {
            let (whole, rest) = (cents / 100, cents % 100);
            let grouped = |sign: &str| {
                let text = whole.to_string();
                let groups: Vec<&str> = text.as_bytes().rchunks(3).rev()
                    .map(|group| std::str::from_utf8(group).unwrap()).collect();
                groups.join(sign)
            };
            let plain = read(&format!("{whole}.{rest:02}"), Mark::Point);
            prop_assert_eq!(&plain, &read(&format!("{}.{rest:02}", grouped(",")), Mark::Point));
            prop_assert_eq!(&plain, &read(&format!("{},{rest:02}", grouped(".")), Mark::Comma));
            let figure = figure(&format!("{whole}.{rest:02}"), Mark::Point, true).unwrap();
            prop_assert_eq!(figure.value.raised(2).unwrap().rounded(), Some(cents));
        }

        #[test]
        fn any_text_is_a_number_or_none(text in "\\PC{0,24}") {
            let _ = (read(&text, Mark::Point), read(&text, Mark::Comma));
        }
    }
}
