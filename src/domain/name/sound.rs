//! How Chinese characters sound, without tones, and which readings a run of them may have.

use std::borrow::Cow;
use std::ops::Range;

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

/// How the characters of a run sound.
pub(super) struct Sounds {
    /// All readings of each character of a short run.
    read: Vec<Vec<Syllable>>,
    /// The usual ones.
    usual: Vec<Syllable>,
    /// The other reading of those that often have one.
    often: Vec<Option<&'static str>>,
}

impl Sounds {
    /// Of these characters.
    pub fn of(signs: &[char]) -> Self {
        let is_short = signs.len() <= SHORT;
        let read = if is_short { signs.iter().map(|sign| readings(*sign)).collect() } else { Vec::new() };
        let usual = signs.iter().map(|sign| usual(*sign)).collect();
        let other = |sign: &char| OFTEN.iter().find(|(known, _)| known == sign).map(|(_, other)| *other);
        Self { read, usual, often: signs.iter().map(other).collect() }
    }

    /// The likeliest ways to read a part of the run, each one syllable by character: the usual one, all mixtures of
    /// the characters that often have another reading, then in short runs those where one other character has.
    pub fn ways(&self, part: Range<usize>, mut visit: impl FnMut(&[Syllable])) {
        let usual = self.usual.get(part.clone()).unwrap_or_default();
        let often = self.often.get(part.clone()).unwrap_or_default();
        let read = self.read.get(part).unwrap_or_default();
        visit(usual);
        if often.iter().all(Option::is_none) && read.iter().all(|all| all.len() < 2) {
            return;
        }
        let mut out = vec![usual.to_vec()];
        for (at, other) in often.iter().enumerate().filter_map(|(at, other)| Some((at, (*other)?))) {
            let more: Vec<_> = out.iter().map(|way| with(way, at, &Cow::Borrowed(other))).collect();
            out.extend(more);
            out.truncate(WAYS);
        }
        for (at, all) in read.iter().enumerate() {
            out.extend(all.iter().skip(1).map(|other| with(usual, at, other)));
        }
        out.iter().take(WAYS).skip(1).for_each(|way| visit(way));
    }
}

/// The usual reading of one character.
fn usual(sign: char) -> Syllable {
    let all = sign.to_pinyin_multi().into_iter().flatten();
    let first = all.map(|reading| letters(reading.plain())).find(|plain| !plain.is_empty());
    first.unwrap_or_else(|| Cow::Owned(sign.to_string()))
}

fn with(way: &[Syllable], at: usize, syllable: &Syllable) -> Vec<Syllable> {
    let keep = |(place, kept): (usize, &Syllable)| if place == at { syllable.clone() } else { kept.clone() };
    way.iter().enumerate().map(keep).collect()
}

/// The first letter of a syllable.
pub(super) fn initial(syllable: &str) -> &str {
    let end = syllable.chars().next().map_or(0, char::len_utf8);
    syllable.get(..end).unwrap_or_default()
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
