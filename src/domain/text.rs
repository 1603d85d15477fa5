//! How typed text is made comparable: full-width forms, case, accents and traditional characters do not count.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::simplified::simplified;

/// One sign as its ASCII twin, where it has one.
pub fn narrow_sign(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '\u{3000}' | '\u{a0}' | '\u{202f}' => ' ',
        '\u{2212}' => '-',
        '￥' => '¥',
        _ => sign,
    }
}

/// The text for comparing: narrow, lower-case, letters without accents, Chinese in simplified characters; composed
/// and decomposed forms are the same.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().map(narrow_sign).flat_map(char::to_lowercase) {
        match sign {
            _ if sign.is_ascii() => out.push(sign),
            _ if is_han(sign) => out.push(simplified(sign)),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            _ => decompose_canonical(sign, |part| {
                if !is_combining_mark(part) {
                    out.push(base(part));
                }
            }),
        }
    }
    out
}

/// Whether the sign is a Chinese character.
pub fn is_han(sign: char) -> bool {
    matches!(sign,
        '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

/// The letter under a stroke, which Unicode does not take apart.
fn base(sign: char) -> char {
    match sign {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_accents_do_not_count() {
        for (text, folded) in [
            ("Müller & Søn", "muller & son"),
            ("ＡＢＣ　１２３", "abc 123"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("e\u{301}", "e"),
            ("张平", "张平"),
            ("臺灣中興電工", "台湾中兴电工"),
            ("繆氏閥門", "缪氏阀门"),
            ("Việt Nam", "viet nam"),
            ("Cafe\u{301} Noir", "cafe noir"),
            ("ﬁ", "ﬁ"),
        ] {
            assert_eq!(fold(text), folded);
        }
        assert!(is_han('张') && is_han('〇') && !is_han('A') && !is_han('，'));
    }
}
