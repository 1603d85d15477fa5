//! The search index: which tokens a text is found by, and which of them a typed line asks for.

use super::sound::{Sounds, initial};
use super::{Run, runs};

/// How many characters of a run sound in the index; longer runs are prose, not names.
const SOUNDING: usize = 32;
/// How many initials one token holds.
const INITIALS: usize = 12;
/// How many letters one token of pinyin holds; whoever types more is asked for no more.
const LETTERS: usize = 16;
/// How many terms of a typed line count.
const TERMS: usize = 24;

/// The tokens that a name is found by, between blanks: its words, its Chinese characters in pairs, their
/// pinyin and its initials from every character on.
pub fn keys(text: &str) -> String {
    tokens(text, true)
}

/// The tokens that prose is found by, between blanks: as `keys`, without pinyin.
pub fn words(text: &str) -> String {
    tokens(text, false)
}

fn tokens(text: &str, sounding: bool) -> String {
    let mut out = String::with_capacity(text.len() * 10);
    for run in runs(text) {
        match run {
            Run::Word(word) => put(&mut out, [word.as_str()]),
            Run::Han(signs) => {
                // Each character but the last begins a pair.
                for at in 0..signs.len() {
                    put(&mut out, [""]);
                    out.extend(signs.iter().skip(at).take(2));
                }
                if sounding {
                    sounds(&signs, &mut out);
                }
            }
        }
    }
    out
}

/// Adds a token, which stands in parts.
fn put<T: AsRef<str>>(out: &mut String, parts: impl IntoIterator<Item = T>) {
    if !out.is_empty() {
        out.push(' ');
    }
    parts.into_iter().for_each(|part| out.push_str(part.as_ref()));
}

/// Pinyin and initials of a run and of all its ends.
fn sounds(signs: &[char], out: &mut String) {
    let signs = signs.get(..SOUNDING).unwrap_or(signs);
    let run = Sounds::of(signs);
    for start in 0..signs.len() {
        run.ways(start..signs.len().min(start + INITIALS), |way| {
            // Of one character the pinyin begins with the initial.
            if way.len() > 1 {
                put(out, way.iter().map(|syllable| initial(syllable)));
            }
            put(out, [""]);
            out.extend(way.iter().flat_map(|syllable| syllable.chars()).take(LETTERS));
        });
    }
}

/// What to ask an FTS5 index of such tokens for a typed line; nothing where it holds nothing to search for.
pub fn query(typed: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for run in runs(typed) {
        match run {
            Run::Word(word) => {
                let start: String = word.chars().take(LETTERS).collect();
                terms.push(format!("{}*", quoted(&start)));
            }
            Run::Han(signs) if signs.len() == 1 => {
                terms.push(format!("{}*", quoted(&String::from_iter(signs))));
            }
            Run::Han(signs) => terms.extend(signs.windows(2).map(|pair| quoted(&String::from_iter(pair)))),
        }
    }
    terms.truncate(TERMS);
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

fn quoted(term: &str) -> String {
    format!("\"{}\"", term.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What an FTS5 table would answer.
    fn finds(typed: &str, text: &str) -> bool {
        let keys = keys(text);
        let Some(query) = query(typed) else { return false };
        query.split(" AND ").all(|term| match term.strip_suffix('*') {
            Some(prefix) => keys.split(' ').any(|key| key.starts_with(prefix.trim_matches('"'))),
            None => keys.split(' ').any(|key| key == term.trim_matches('"')),
        })
    }

    #[test]
    fn names_are_found_by_word_characters_and_pinyin() {
        for (typed, text) in [
            ("zp", "张平"),
            ("zhangp", "张平"),
            ("zhang ping", "张平"),
            ("张", "张平"),
            ("zgsh", "中国石化"),
            ("sh", "中国石化"),
            ("cqca", "重庆长安"),
            ("zqca", "重庆长安"),
            ("chongqing", "重庆长安"),
            ("cqcaqc", "重庆长安汽车股份有限公司"),
            ("chongqingchanganqichegufen", "重庆长安汽车股份有限公司"),
            ("internationalization", "Internationalization"),
            ("shanxiaohong", "单小红"),
            ("xmjl", "厦门巨龙贸易"),
            ("cdqy", "成都轻研院"),
            ("zsyh", "招商银行"),
            ("冷链", "上海冷链物流"),
            ("llwl", "上海冷链物流"),
            ("lenglian", "上海冷链物流"),
            ("冷链 上海", "上海冷链物流"),
            ("lv", "吕梁"),
            ("muller", "Müller GmbH"),
            ("MÜL gm", "Müller GmbH"),
            ("Ｇｍｂ", "Müller GmbH"),
            ("hw mate", "华为Mate60"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}: {}", keys(text));
        }
        for (typed, text) in
            [("pz", "张平"), ("冷物", "上海冷链物流"), ("ller", "Müller"), ("!?", "张平"), ("", "x")]
        {
            assert!(!finds(typed, text), "{typed} in {text}");
        }
    }

    #[test]
    fn a_query_is_quoted_and_has_an_end() {
        assert_eq!(query("zp 冷链 物").as_deref(), Some("\"zp\"* AND \"冷链\" AND \"物\"*"));
        assert_eq!(query("\"a\" OR b*").as_deref(), Some("\"a\"* AND \"or\"* AND \"b\"*"));
        assert_eq!(query(" ※ "), None);
        assert!(query(&"x ".repeat(10_000)).is_some_and(|asked| asked.len() < 500));
    }

    #[test]
    fn a_run_of_many_readings_stays_small() {
        assert!(keys(&"重长行".repeat(30)).len() < 20_000);
    }

    #[test]
    fn prose_has_no_pinyin() {
        assert_eq!(words("预算 ok"), "预算 算 ok");
    }

    proptest! {
        #[test]
        fn every_text_is_found_by_each_of_its_words(text in "[a-zA-ZéÜß0-9 张平重庆长安行，·]{1,30}", cut in 1_usize..6) {
            for word in text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
                let start: String = word.chars().take(cut).collect();
                prop_assert!(finds(&start, &text), "{} in {}", start, text);
            }
        }

        #[test]
        fn tokens_are_letters_and_digits_alone(text in any::<String>()) {
            prop_assert!(keys(&text).chars().all(|sign| sign == ' ' || sign.is_alphanumeric()));
        }
    }
}
