//! How Chinese characters sound, without tones, and which readings a run of them may have.

use std::borrow::Cow;

use pinyin::ToPinyinMulti;

/// How many ways to read a run are kept.
const WAYS: usize = 4;

/// Runs up to this long are varied in every character; in longer ones, rare readings only add noise.
const SHORT: usize = 4;

/// The other reading that is usual in names of people, places and firms: these are varied first.
const OFTEN: &[(char, &str)] = &[
    ('重', "chong"),
    ('长', "chang"),
    ('行', "hang"),
    ('都', "du"),
    ('厦', "xia"),
    ('会', "kuai"),
    ('乐', "yue"),
    ('曾', "zeng"),
    ('单', "shan"),
    ('解', "xie"),
    ('查', "zha"),
    ('仇', "qiu"),
    ('翟', "zhai"),
    ('覃', "qin"),
    ('尉', "yu"),
    ('盖', "ge"),
    ('缪', "miao"),
    ('朴', "piao"),
    ('晟', "sheng"),
    ('调', "tiao"),
    ('传', "zhuan"),
    ('藏', "zang"),
    ('六', "lu"),
    ('蚌', "beng"),
    ('番', "pan"),
    ('圩', "xu"),
];

/// How one character is said, in plain letters.
pub(super) type Syllable = Cow<'static, str>;

/// The readings of one character, the usual one first; ü is typed as v. A character that is not read stands for
/// itself.
pub(super) fn readings(sign: char) -> Vec<Syllable> {
    let Some(all) = sign.to_pinyin_multi() else { return vec![Cow::Owned(sign.to_string())] };
    let mut out: Vec<Syllable> = Vec::with_capacity(all.count());
    for reading in all {
        let plain = letters(reading.plain());
        if !plain.is_empty() && !out.contains(&plain) {
            out.push(plain);
        }
    }
    out
}

fn letters(plain: &'static str) -> Syllable {
    if plain.is_ascii() { Cow::Borrowed(plain) } else { Cow::Owned(super::fold(&plain.replace('ü', "v"))) }
}

/// The likeliest ways to read a run, each one syllable by character: the usual one, all mixtures of the characters
/// that often have another reading, then in short runs those where one other character has.
pub(super) fn ways(run: &[Vec<Syllable>], signs: &[char]) -> Vec<Vec<Syllable>> {
    let usual: Vec<Syllable> = run.iter().map(|all| all.first().cloned().unwrap_or_default()).collect();
    let often =
        |sign: &char| OFTEN.iter().find(|(known, _)| known == sign).map(|(_, other)| Cow::Borrowed(*other));
    let mut out = vec![usual.clone()];
    for (at, other) in signs.iter().enumerate().filter_map(|(at, sign)| Some((at, often(sign)?))) {
        let more: Vec<_> = out.iter().map(|way| with(way, at, &other)).collect();
        out.extend(more);
        out.truncate(WAYS);
    }
    if signs.len() <= SHORT {
        for (at, all) in run.iter().enumerate() {
            out.extend(all.iter().skip(1).map(|other| with(&usual, at, other)));
        }
    }
    out.truncate(WAYS);
    out
}

fn with(way: &[Syllable], at: usize, syllable: &Syllable) -> Vec<Syllable> {
    let keep = |(place, kept): (usize, &Syllable)| if place == at { syllable.clone() } else { kept.clone() };
    way.iter().enumerate().map(keep).collect()
}

/// The initials of a run that is read this way.
pub(super) fn initials(way: &[Syllable]) -> String {
    way.iter().filter_map(|syllable| syllable.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_has_all_its_readings() {
        assert_eq!(readings('张'), ["zhang"]);
        assert_eq!(readings('吕'), ["lv"]);
        assert!(readings('重').starts_with(&["zhong".into(), "chong".into()]));
        for (sign, other) in OFTEN {
            assert!(readings(*sign).iter().skip(1).any(|reading| reading == other), "{sign}");
        }
        assert!(readings('行').contains(&"hang".into()));
    }
}
