//! The search index: which tokens a text is found by.

use super::asked::LETTERS;
use super::sound::{Sounds, initial};
use super::{Gap, Run, joined, parted};

/// How many characters of a run sound in the index; longer runs are prose, not names.
const SOUNDING: usize = 32;
/// How many initials one token holds.
const INITIALS: usize = 12;
/// How long the name of a person is at most, in Chinese characters.
const PERSON: usize = 4;

/// The tokens that a name is found by, between blanks: its words, also as one where only signs part them, its Chinese
/// characters in pairs, their pinyin and its initials from every character on. A person's Chinese name may have blanks
/// in it.
pub fn keys(text: &str) -> String {
    tokens(text, true)
}

/// The same without pinyin and initials, for words that are no names: they would be found by chance.
pub fn written_keys(text: &str) -> String {
    tokens(text, false)
}

fn tokens(text: &str, sounding: bool) -> String {
    let mut out = String::with_capacity(text.len() * if sounding { 10 } else { 3 });
    let runs = parted(text);
    let mut last: &[char] = &[];
    for (gap, run) in &runs {
        match run {
            Run::Word(word) => {
                put(&mut out, [word.as_str()]);
                last = &[];
            }
            Run::Han(signs) => {
                han(signs, sounding, &mut out);
                if *gap == Gap::Blank && !last.is_empty() && last.len() + signs.len() <= PERSON {
                    han(&[last, signs].concat(), sounding, &mut out);
                }
                last = signs;
            }
        }
    }
    for word in joined(&runs) {
        put(&mut out, [word]);
    }
    out
}

fn han(signs: &[char], sounding: bool, out: &mut String) {
    // Each character but the last begins a pair.
    for at in 0..signs.len() {
        put(out, [""]);
        out.extend(signs.iter().skip(at).take(2));
    }
    if sounding {
        sounds(signs, out);
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use crate::domain::name::Asked;

    /// What an FTS5 table would answer.
    fn finds(typed: &str, text: &str) -> bool {
        Asked::of(typed).is_some_and(|asked| asked.fits(&keys(text)))
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
            ("obrien", "O'Brien Tools"),
            ("o'brien tools", "OBrien Tools"),
            ("dangelo", "Rita D’Angelo"),
            ("jean-luc", "Jeanluc Roy"),
            ("jeanluc", "Jean-Luc Roy"),
            ("李娜", "李 娜"),
            ("李 娜", "李娜"),
            ("ln", "李　娜"),
            ("oym", "欧阳 明"),
            ("台湾中兴", "臺灣中興電工"),
            ("臺灣", "台湾中兴电工"),
            ("tw", "臺灣中興電工"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}: {}", keys(text));
        }
        for (typed, text) in [
            ("91330100MA2ABCDE1X", "91330100MA2ABCDE2Y"),
            ("pz", "张平"),
            ("冷物", "上海冷链物流"),
            ("ller", "Müller"),
            ("!?", "张平"),
            ("", "x"),
        ] {
            assert!(!finds(typed, text), "{typed} in {text}");
        }
    }

    #[test]
    fn a_run_of_many_readings_stays_small() {
        assert!(keys(&"重长行".repeat(30)).len() < 20_000);
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
