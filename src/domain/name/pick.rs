//! Picking from a list in memory: how well a typed line fits a name.

use super::sound::readings;
use super::{fold, is_han};

/// How many characters of either side count.
const LONGEST: usize = 160;

/// How well what is typed fits: exact before start, start before the start of a word, that before the inside, pinyin
/// and initials, and letters in their order last; nothing where it does not fit. Words between blanks must all fit.
///
/// Signs within a word do not count: obrien fits O'Brien, and 李娜 fits 李 娜.
pub fn matches(haystack: &str, typed: &str) -> Option<u32> {
    let (hay, typed) = (fold(haystack.trim()), fold(typed.trim()));
    let (bare_hay, bare) = (without_signs(&hay), without_signs(&typed));
    let plain = fits(&hay, &typed);
    let is_same = bare_hay == hay && bare == typed;
    plain.max(if is_same { None } else { fits(&bare_hay, &bare) })
}

/// Whether a name begins with what is typed: as it is written, by its pinyin, or by the initials of its words.
pub fn begins(haystack: &str, typed: &str) -> bool {
    let (hay, typed) = (fold(haystack.trim()), fold(typed.trim()));
    [(without_signs(&hay), without_signs(&typed)), (hay, typed)].iter().any(|(hay, typed)| {
        let hay: Vec<char> = hay.chars().take(LONGEST).collect();
        let typed: Vec<char> = typed.chars().take(LONGEST).collect();
        !typed.is_empty() && (hay.starts_with(&typed) || sounds(&hay, &typed) || initials(&hay, &typed))
    })
}

/// A folded text without the signs that may stand within a word, and without blanks between Chinese characters.
fn without_signs(folded: &str) -> String {
    let mut signs =
        folded.chars().filter(|sign| !matches!(sign, '\'' | '’' | '‘' | '-' | '‐' | '‑' | '·')).peekable();
    let mut out = String::with_capacity(folded.len());
    while let Some(sign) = signs.next() {
        let is_between =
            sign == ' ' && out.ends_with(is_han) && signs.peek().is_some_and(|next| is_han(*next));
        if !is_between {
            out.push(sign);
        }
    }
    out
}

/// The same of folded texts, sign by sign.
fn fits(hay: &str, typed: &str) -> Option<u32> {
    let hay: Vec<char> = hay.chars().take(LONGEST).collect();
    let whole: Vec<char> = typed.chars().take(LONGEST).collect();
    if whole.is_empty() {
        return Some(0);
    }
    if hay == whole {
        return Some(10_000);
    }
    let spare = u32::try_from(LONGEST.saturating_sub(hay.len())).unwrap_or(0);
    if let Some(level) = level(&hay, &whole) {
        return Some(level * 1000 + spare);
    }
    let mut lowest = u32::MAX;
    for term in typed.split_whitespace() {
        lowest = lowest.min(level(&hay, &term.chars().take(LONGEST).collect::<Vec<_>>())?);
    }
    Some(lowest * 1000 + spare)
}

/// 8 at the start, 7 at the start of a word, 6 inside, 5 by sound at the start, 4 by sound within, 3 by the initials
/// of words, 1 by letters in their order.
fn level(hay: &[char], typed: &[char]) -> Option<u32> {
    if hay.starts_with(typed) {
        return Some(8);
    }
    let places: Vec<usize> = starts(hay).collect();
    let here = |at: usize| hay.get(at..).unwrap_or_default();
    if places.iter().any(|at| here(*at).starts_with(typed)) {
        return Some(7);
    }
    if hay.windows(typed.len()).any(|part| part == typed) {
        return Some(6);
    }
    if sounds(hay, typed) {
        return Some(5);
    }
    if places.iter().any(|at| *at > 0 && sounds(here(*at), typed)) {
        return Some(4);
    }
    if initials(hay, typed) {
        return Some(3);
    }
    let mut rest = hay.iter();
    let ordered = typed.len() > 1 && typed.iter().all(|sign| rest.any(|other| other == sign));
    ordered.then_some(1)
}

/// Whether what is typed are the initials of the first words.
fn initials(hay: &[char], typed: &[char]) -> bool {
    let initials: Vec<char> = starts(hay).filter_map(|at| hay.get(at).copied()).collect();
    typed.len() > 1 && initials.starts_with(typed)
}

/// Where words begin; every Chinese character is one.
fn starts(hay: &[char]) -> impl Iterator<Item = usize> {
    let before = std::iter::once(' ').chain(hay.iter().copied());
    before.zip(hay.iter().copied()).enumerate().filter_map(|(at, (last, sign))| {
        let begins = is_han(sign) || (sign.is_alphanumeric() && (!last.is_alphanumeric() || is_han(last)));
        begins.then_some(at)
    })
}

/// Whether what is typed spells the name from its first character on: each Chinese character by itself, its initial
/// or its pinyin, of which the last may be unfinished.
fn sounds(hay: &[char], typed: &[char]) -> bool {
    let mut reached = vec![0_usize];
    for sign in hay {
        let mut next: Vec<usize> = Vec::new();
        for at in reached {
            let rest = typed.get(at..).unwrap_or_default();
            for taken in steps(*sign, rest) {
                if taken == rest.len() {
                    return true;
                }
                next.push(at + taken);
            }
        }
        next.sort_unstable();
        next.dedup();
        reached = next;
        if reached.is_empty() {
            return false;
        }
    }
    false
}

/// How many of the typed letters this character can take.
fn steps(sign: char, rest: &[char]) -> Vec<usize> {
    let mut out = Vec::new();
    if rest.first() == Some(&sign) {
        out.push(1);
    }
    if !is_han(sign) {
        return out;
    }
    for reading in readings(sign) {
        let same = reading.chars().zip(rest).take_while(|(one, other)| one == *other).count();
        if same > 0 {
            out.push(1);
        }
        if same == reading.chars().count() || same == rest.len() {
            out.push(same);
        }
    }
    out.retain(|taken| *taken > 0);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn better_fits_come_first() {
        let typed = "zp";
        let names = ["zp", "zpower", "the zp", "bazpo", "张平", "李张平", "zeta power", "zip"];
        let scores: Vec<u32> = names.iter().map(|name| matches(name, typed).unwrap()).collect();
        assert!(scores.is_sorted_by(|one, next| one > next), "{scores:?}");
        for (name, typed) in [
            ("重庆长安", "zqca"),
            ("重庆长安", "cqcha"),
            ("张平", "zhangp"),
            ("张平 销售总监", "zj zp"),
            ("华为Mate60", "hwmate"),
            ("Iron Creek", "ic"),
            ("Müller", "MULL"),
            ("上海冷链物流", "冷链"),
            ("anything", ""),
            ("O'Brien Tools", "obrien"),
            ("Jean-Luc Roy", "jeanluc"),
            ("李 娜", "李娜"),
            ("臺灣中興電工", "台湾"),
        ] {
            assert!(matches(name, typed).is_some(), "{typed} in {name}");
        }
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        for (name, typed) in
            [("张平", "pz"), ("张平", "zx"), ("abc", "abcd"), ("", "a"), ("abc", "x"), ("张平", "zp x")]
        {
            assert_eq!(matches(name, typed), None, "{typed} in {name}");
        }
    }

    #[test]
    fn a_name_begins_with_its_start_in_every_way_to_write_it() {
        for (name, typed, is_start) in [
            ("Send quote to Mizzen", "send q", true),
            ("Send quote to Mizzen", "sq", true),
            ("Send quote to Mizzen", "quote", false),
            ("Call Acme about jazz", "zz", false),
            ("整理资质", "整理", true),
            ("整理资质", "zlz", true),
            ("整理资质", "zhengl", true),
            ("整理资质", "zz", false),
            ("准备报价 zz", "zz", false),
            ("张平 zp", "zp", true),
            ("O'Brien Tools", "obrien", true),
            ("anything", "", false),
            ("anything", "-", false),
        ] {
            assert_eq!(begins(name, typed), is_start, "{typed} in {name}");
        }
    }

    proptest! {
        #[test]
        fn a_name_fits_itself_and_its_start(name in "[a-zé张重行 ]{1,20}", cut in 1_usize..20) {
            let start: String = name.chars().take(cut).collect();
            prop_assert!(matches(&name, &name).is_some());
            prop_assert!(matches(&name, &start).is_some());
            prop_assert!(start.trim().is_empty() || begins(&name, &start));
        }

        #[test]
        fn any_two_texts_are_compared(name in any::<String>(), typed in any::<String>()) {
            let _ = matches(&name, &typed);
        }
    }
}
