//! Telephone numbers, found however their digits are grouped: by the whole, by the start, by the last digits.

use super::fold;

/// Before the digits in a key that begins with the number's start; no name has it.
const START: char = 'ǁ';
/// Before the digits in a key that holds them backwards, so that its start is the number's end.
const END: char = 'ǀ';
/// From so many digits on a start is looked for; fewer are a record's number.
const FEWEST: usize = 3;
/// How many of the last digits tell a number.
const LAST: usize = 4;
/// From so many digits on a line of several groups may be one number.
const JOINED: usize = 5;
/// More digits than any number has with all that is dialled before it.
const LONGEST: usize = 20;

/// The keys of a text with numbers, between blanks; an extension behind a word is a number of its own.
pub fn number_keys(text: &str) -> String {
    let text = fold(text);
    let mut keys: Vec<String> = Vec::new();
    for part in text.split(|sign: char| !sign.is_ascii_digit() && !is_between(sign)) {
        let Some(number) = national(part) else { continue };
        let raw: String = digits(part).take(LONGEST).collect();
        keys.extend([start(&number), start(&raw), end(&number)]);
    }
    keys.dedup();
    keys.join(" ")
}

/// The starts of keys by which a word of a typed line is a number.
pub fn of_word(word: &str) -> Vec<String> {
    if word.chars().all(|sign| sign.is_ascii_digit()) { asked(word) } else { Vec::new() }
}

/// The starts of keys by which a whole line is one number.
pub fn of_line(typed: &str) -> Vec<String> {
    let typed = fold(typed);
    let is_number = typed.chars().all(|sign| sign.is_ascii_digit() || is_between(sign));
    if is_number && digits(&typed).count() >= JOINED { asked(&typed) } else { Vec::new() }
}

fn asked(typed: &str) -> Vec<String> {
    let Some(number) = national(typed) else { return Vec::new() };
    let mut keys = vec![start(&number)];
    // The zero before an area is not dialled behind a country's code.
    let area = number.trim_start_matches('0');
    let last = if area.len() > LAST { area } else { &number };
    if last.len() >= LAST {
        keys.push(end(last));
    }
    keys
}

/// What may stand between the digits of a number.
fn is_between(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '+' | '-' | '(' | ')' | '.' | '‐' | '‑' | '–' | '—' | '·')
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}

/// The digits without what is dialled from abroad; nothing where they are too few.
fn national(text: &str) -> Option<String> {
    let is_foreign = text.trim_start().starts_with(['+', '0']) && !text.trim_start().starts_with("0(");
    // +44 (0)20: the zero in brackets is dialled at home alone.
    let text = if is_foreign { text.replace("(0)", " ") } else { text.to_owned() };
    let all: String = digits(&text).take(LONGEST).collect();
    let abroad = all.strip_prefix("00").filter(|rest| rest.len() >= JOINED);
    let is_abroad = abroad.is_some() || text.trim_start().starts_with('+');
    let rest = abroad.unwrap_or(&all);
    // A mobile number has eleven digits.
    let home = rest
        .strip_prefix("86")
        .filter(|home| home.len() >= FEWEST && is_abroad || home.len() == 11 && home.starts_with('1'));
    Some(home.unwrap_or(rest)).filter(|number| number.len() >= FEWEST).map(str::to_owned)
}

fn start(digits: &str) -> String {
    format!("{START}{digits}")
}

fn end(digits: &str) -> String {
    std::iter::once(END).chain(digits.chars().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Asked;
    use super::*;

    fn finds(typed: &str, numbers: &str) -> bool {
        Asked::anything(typed).is_some_and(|asked| asked.fits(&number_keys(numbers)))
    }

    #[test]
    fn a_number_is_found_however_it_is_grouped() {
        let mobile = "139 0000 0161";
        let area = "021-5555 1234";
        for (typed, numbers) in [
            ("139 0000 0161", mobile),
            ("13900000161", mobile),
            ("139-0000-0161", mobile),
            ("（139）0000 0161", mobile),
            ("１３９００００", mobile),
            ("+86 139 0000 0161", mobile),
            ("+8613900000161", mobile),
            ("0086-139-0000-0161", mobile),
            ("8613900000161", mobile),
            ("139", mobile),
            ("139 00", mobile),
            ("0161", mobile),
            ("000 0161", mobile),
            ("13900000161", "+86 139 0000 0161"),
            ("0161", "+86 139 0000 0161"),
            ("86 139 0", "+86 139 0000 0161"),
            ("139", "0086 13900000161"),
            ("02155551234", area),
            ("(021) 5555 1234", area),
            ("021", area),
            ("5555 1234", area),
            ("+86 21 5555 1234", area),
            ("021 5555 1234", "+86 21 5555 1234"),
            ("03-1234-5678", "+81 3 1234 5678"),
            ("0044 20 7946 0000", "+44 20 7946 0000"),
            ("6175550100", "+1 (617) 555-0100"),
            ("1234", "021-5555 1234 转 8001"),
            ("8001", "021-5555 1234 ext. 8001"),
            ("+442079460958", "+44 (0)20 7946 0958"),
            ("+44 20 7946 0958", "+44 (0)20 7946 0958"),
            ("020 7946 0958", "+44 (0)20 7946 0958"),
            ("+44 (0)20 7946", "+44 20 7946 0958"),
            ("0033 (0)1 4020", "+33 1 4020 5050"),
            ("137", "139 0000 0161\n137 1111 2222"),
            ("2222", "139 0000 0161, 137 1111 2222"),
        ] {
            assert!(finds(typed, numbers), "{typed} in {numbers}: {}", number_keys(numbers));
        }
    }

    #[test]
    fn few_digits_and_the_inside_of_a_number_find_none() {
        for typed in ["1", "13", "161", "900000", "139 1", "139 0000 0162", "x0161", "+86", "-", "0000 01"] {
            assert!(!finds(typed, "139 0000 0161"), "{typed}");
        }
        assert_eq!(number_keys("on request"), "");
        assert!(!Asked::of("0161").is_some_and(|asked| asked.fits(&number_keys("139 0000 0161"))));
    }
}
