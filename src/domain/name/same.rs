//! When two spellings are one name: case, width, accents, script, blanks and signs do not count, and the ways to write
//! a company's legal form are one.

use super::fold;

/// A name for comparing with others: two are the same where core and legal form are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// Letters and digits of the name, a legal form left out.
    pub core: String,
    /// The legal form in its short form; empty where the name has none.
    form: String,
}

impl Spelling {
    /// Of a company's name.
    pub fn of(name: &str) -> Self {
        let folded = fold(name);
        let (chinese, form) = without_chinese_form(folded.trim());
        let words = words(chinese);
        let is_form = |word: &&String| FORMS.iter().any(|(known, _)| known == word);
        let behind = words.iter().rev().take_while(is_form).count();
        // A name that is nothing but such words is a name all the same.
        let kept = if behind < words.len() { words.len() - behind } else { words.len() };
        let (core, forms) = words.split_at(kept);
        let short = |word: &String| FORMS.iter().find(|(known, _)| known == word).map(|(_, short)| *short);
        let mut all: Vec<&str> = forms.iter().filter_map(short).collect();
        all.extend(form);
        Self { core: core.concat(), form: all.join(" ") }
    }

    /// Of what has no legal form: a person, a colleague.
    pub fn plain(name: &str) -> Self {
        Self { core: words(&fold(name)).concat(), form: String::new() }
    }

    /// The name with its legal form as one text: that of two names is the same where they are whole the same.
    pub fn whole(&self) -> String {
        [self.core.as_str(), &self.form].join(" ")
    }

    /// Whether one of the two says no legal form, so that nothing tells them apart.
    pub fn is_open(&self, other: &Self) -> bool {
        self.core == other.core && (self.form.is_empty() || other.form.is_empty())
    }
}

/// The words of a folded text: a full stop, an apostrophe and a hyphen stand within a word. A text that is nothing but signs
/// is a word all the same: two of them are not the same name.
fn words(folded: &str) -> Vec<String> {
    let is_within = |sign: char| matches!(sign, '.' | '\'' | '’' | '‘' | '`' | '´' | '-' | '‐' | '‑' | '·');
    let bare: String = folded.chars().filter(|sign| !is_within(*sign)).collect();
    let parts = bare.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<String> = parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let signs = folded.trim();
    if words.is_empty() && !signs.is_empty() { vec![signs.to_owned()] } else { words }
}

/// A Chinese name without the legal form at its end, and the form.
fn without_chinese_form(folded: &str) -> (&str, Option<&'static str>) {
    let found = CHINESE_FORMS.iter().find_map(|(form, short)| {
        folded.strip_suffix(form).filter(|core| !core.is_empty()).map(|core| (core, Some(*short)))
    });
    found.unwrap_or((folded, None))
}

/// Longer forms before those they end in.
const CHINESE_FORMS: &[(&str, &str)] =
    &[("股份有限公司", "股份"), ("有限责任公司", "有限"), ("有限公司", "有限"), ("公司", "")];

/// Words for a company's legal form, and how each is written short.
const FORMS: &[(&str, &str)] = &[
    ("ab", "ab"),
    ("ag", "ag"),
    ("aps", "aps"),
    ("as", "as"),
    ("asa", "asa"),
    ("bhd", "bhd"),
    ("bv", "bv"),
    ("co", "co"),
    ("company", "co"),
    ("corp", "corp"),
    ("corporation", "corp"),
    ("doo", "doo"),
    ("gmbh", "gmbh"),
    ("inc", "inc"),
    ("incorporated", "inc"),
    ("kg", "kg"),
    ("kgaa", "kgaa"),
    ("kk", "kk"),
    ("limited", "ltd"),
    ("llc", "llc"),
    ("llp", "llp"),
    ("ltd", "ltd"),
    ("ltda", "ltda"),
    ("nv", "nv"),
    ("ohg", "ohg"),
    ("oy", "oy"),
    ("oyj", "oyj"),
    ("plc", "plc"),
    ("pte", "pte"),
    ("pty", "pty"),
    ("sa", "sa"),
    ("sarl", "sarl"),
    ("sas", "sas"),
    ("sdn", "sdn"),
    ("se", "se"),
    ("spa", "spa"),
    ("srl", "srl"),
    ("sro", "sro"),
    ("ug", "ug"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_are_the_same() {
        for (one, other) in [
            ("李　娜", "李娜"),
            ("Cafe\u{301} Noir", "Café Noir"),
            ("臺灣中興電工", "台湾中兴电工"),
            ("ＡＣＭＥ　Ｌｔｄ", "acme limited"),
            ("O’Brien Tools", "OBrien tools"),
            ("Jean-Luc", "Jean Luc"),
            ("Acme Co., Ltd.", "Acme Company Limited"),
            ("Hallbruck GmbH & Co. KG", "hallbruck GmbH & Co KG"),
            ("Norval S.A.", "NORVAL SA"),
            ("华星有限责任公司", "华星有限公司"),
            ("华星（上海）有限公司", "华星(上海)有限公司"),
            ("Limited", "LIMITED"),
        ] {
            assert_eq!(Spelling::of(one), Spelling::of(other), "{one} {other}");
        }
    }

    #[test]
    fn another_legal_form_is_another_company_and_none_leaves_it_open() {
        for (one, other, whole, open) in [
            ("Siemens AG", "Siemens Ltd", false, false),
            ("华星股份有限公司", "华星有限公司", false, false),
            ("!", "\"", false, false),
            ("★", "☆☆", false, false),
            ("Siemens", "Siemens AG", false, true),
            ("霜桥冷链物流", "霜桥冷链物流有限公司", false, true),
            ("华星公司", "华星", true, true),
            ("Acme", "Acne", false, false),
        ] {
            let (one, other) = (Spelling::of(one), Spelling::of(other));
            assert_eq!((one == other, one.is_open(&other)), (whole, open), "{one:?} {other:?}");
        }
    }

    proptest! {
        #[test]
        fn signs_and_blanks_never_part_a_name(name in "[a-z]{2,9}( [a-z]{2,9}){0,2}") {
            let spoken = Spelling::plain(&name);
            for sign in ["-", "’", ".", "  ", "\u{3000}"] {
                prop_assert_eq!(&Spelling::plain(&name.replace(' ', sign)), &spoken);
            }
            prop_assert_eq!(Spelling::of(&name.to_uppercase()), Spelling::of(&name));
        }

        #[test]
        fn any_text_has_a_spelling(name in any::<String>()) {
            let _ = Spelling::of(&name);
        }
    }
}
