//! Numbers as digits and as Chinese numerals.

/// A number written in plain digits; nothing for any other text.
pub(super) fn plain(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    // What does not fit is a number all the same: its day is impossible, not unknown.
    digits.then(|| text.parse().unwrap_or(i64::MAX / 1000))
}

/// The number at the start of a text, in digits or Chinese numerals below a thousand, and what follows it.
pub(super) fn lead(text: &str) -> Option<(i64, &str)> {
    let after = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    if let Some(number) = text.strip_suffix(after).and_then(plain) {
        return Some((number, after));
    }
    let after =
        text.trim_start_matches(|sign| value(sign).is_some() || matches!(sign, '十' | '百' | '廿' | '卅'));
    chinese(text.strip_suffix(after)?).map(|number| (number, after))
}

/// A Chinese numeral: `十一` `二十` `廿一` `一百零五`, or digit by digit as in `二〇二六`.
fn chinese(text: &str) -> Option<i64> {
    let digits: Option<Vec<i64>> = text.chars().map(value).collect();
    if let Some(digits) = digits.filter(|digits| digits.len() == 4 || digits.len() == 1) {
        return Some(digits.iter().fold(0, |number, digit| number * 10 + digit));
    }
    let (hundreds, rest) = match text.split_once('百') {
        Some((before, rest)) => (one(before)? * 100, rest),
        None => (0, text),
    };
    let rest = rest.trim_start_matches('零');
    let spelled = rest.replace('廿', "二十").replace('卅', "三十");
    let (tens, ones) = match spelled.split_once('十') {
        Some(("", ones)) => (10, ones),
        Some((before, ones)) => (one(before)? * 10, ones),
        None => (0, spelled.as_str()),
    };
    let ones = if ones.is_empty() { 0 } else { one(ones)? };
    (!text.is_empty()).then_some(hundreds + tens + ones)
}

/// The value of a single digit.
fn one(text: &str) -> Option<i64> {
    let mut signs = text.chars();
    let number = signs.next().and_then(value)?;
    signs.next().is_none().then_some(number)
}

fn value(sign: char) -> Option<i64> {
    let digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match sign {
        '零' => Some(0),
        '两' => Some(2),
        _ => digits.iter().position(|digit| *digit == sign).and_then(|at| i64::try_from(at).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read() {
        for (text, number) in [
            ("一", 1),
            ("两", 2),
            ("十", 10),
            ("十一", 11),
            ("二十", 20),
            ("三十一", 31),
            ("廿五", 25),
            ("一百", 100),
            ("一百零五", 105),
            ("一百二十", 120),
            ("二〇二六", 2026),
            ("二零二六", 2026),
            ("48", 48),
        ] {
            assert_eq!(lead(&format!("{text}周")), Some((number, "周")), "{text}");
        }
        for text in ["", "周", "一二", "十十", "百", "十百", "一百百"] {
            assert_eq!(lead(text), None, "{text}");
        }
    }
}
