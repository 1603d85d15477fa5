//! How Chinese characters sound, without tones, and which readings a run of them may have.

use pinyin::ToPinyinMulti;

/// How many ways to read a run are kept.
const WAYS: usize = 4;

/// Characters whose second reading is as usual in names as the first: these are varied first.
const OFTEN: &str = "重长行乐曾厦都会朝车调单解查仇区卡传弹参藏沈石柏大贾校翟尉";

/// The readings of one character, the usual one first; ü is typed as v. A character that is not read stands for
/// itself.
pub(super) fn readings(sign: char) -> Vec<String> {
    let Some(all) = sign.to_pinyin_multi() else { return vec![sign.to_string()] };
    let mut out: Vec<String> = Vec::new();
    for reading in all {
        let plain = super::fold(&reading.plain().replace('ü', "v"));
        if !plain.is_empty() && !out.contains(&plain) {
            out.push(plain);
        }
    }
    out
}

/// The likeliest ways to read a run, each one syllable by character: the usual one, all mixtures of the characters
/// that often have another reading, then those where one other character has.
pub(super) fn ways(run: &[Vec<String>], signs: &[char]) -> Vec<Vec<String>> {
    let usual: Vec<String> = run.iter().map(|all| all.first().cloned().unwrap_or_default()).collect();
    let is_often = |at: &usize| signs.get(*at).is_some_and(|sign| OFTEN.contains(*sign));
    let (often, seldom): (Vec<usize>, Vec<usize>) = (0..run.len()).partition(is_often);
    let other = |at: usize| run.get(at).into_iter().flatten().skip(1);
    let mut out = vec![usual.clone()];
    for at in often {
        let second = other(at).next();
        let more: Vec<_> = second.iter().flat_map(|one| out.iter().map(|way| with(way, at, one))).collect();
        out.extend(more);
        out.truncate(WAYS);
    }
    for at in seldom {
        out.extend(other(at).map(|one| with(&usual, at, one)));
    }
    out.truncate(WAYS);
    out
}

fn with(way: &[String], at: usize, syllable: &str) -> Vec<String> {
    let keep = |(place, kept): (usize, &String)| if place == at { syllable.to_owned() } else { kept.clone() };
    way.iter().enumerate().map(keep).collect()
}

/// The initials of a run that is read this way.
pub(super) fn initials(way: &[String]) -> String {
    way.iter().filter_map(|syllable| syllable.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_has_all_its_readings() {
        assert_eq!(readings('张'), ["zhang"]);
        assert_eq!(readings('吕'), ["lv"]);
        assert!(readings('重').starts_with(&["zhong".to_owned(), "chong".to_owned()]));
        for sign in OFTEN.chars() {
            assert!(readings(sign).len() > 1, "{sign}");
        }
        assert!(readings('行').contains(&"hang".to_owned()));
    }
}
