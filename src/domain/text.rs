//! How typed text is made comparable: full-width forms, case and accents do not count.

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

/// The text for comparing: narrow, lower-case, Latin letters without accents.
pub fn fold(text: &str) -> String {
    let lower = text.chars().map(narrow_sign).flat_map(char::to_lowercase);
    let mut out = String::with_capacity(text.len());
    for sign in lower.filter(|sign| !matches!(sign, '\u{300}'..='\u{36f}')) {
        match sign {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            _ => out.push(base(sign)),
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

/// Accented Latin letters by the letter they stand on.
const ACCENTED: &[(char, &str)] = &[
    ('a', "àáâãäåāăąǎảạấầẩẫậắằẳẵặ"),
    ('c', "çćĉċč"),
    ('d', "ďđð"),
    ('e', "èéêëēĕėęěẻẽẹếềểễệ"),
    ('g', "ĝğġģ"),
    ('h', "ĥħ"),
    ('i', "ìíîïĩīĭįıǐỉị"),
    ('j', "ĵ"),
    ('k', "ķ"),
    ('l', "ĺļľŀł"),
    ('n', "ñńņňŉ"),
    ('o', "òóôõöøōŏőǒơỏọốồổỗộớờởỡợ"),
    ('r', "ŕŗř"),
    ('s', "śŝşšș"),
    ('t', "ţťŧț"),
    ('u', "ùúûüũūŭůűųǔǖǘǚǜưủụứừửữự"),
    ('w', "ŵ"),
    ('y', "ýÿŷỳỷỹỵ"),
    ('z', "źżž"),
];

fn base(sign: char) -> char {
    if !matches!(sign, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') {
        return sign;
    }
    ACCENTED.iter().find(|(_, accented)| accented.contains(sign)).map_or(sign, |(letter, _)| *letter)
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
        ] {
            assert_eq!(fold(text), folded);
        }
        assert!(is_han('张') && is_han('〇') && !is_han('A') && !is_han('，'));
    }
}
