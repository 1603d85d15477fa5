//! Traditional Chinese characters by their simplified ones, so that 臺灣 and 台湾 are one word.

use std::sync::LazyLock;

use hanconv::RawDictionary;

/// Pairs of a traditional character and its simplified one, in the order of the first.
static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<(char, char)> = RawDictionary::TSCharacters
        .var_iter()
        // One that stays as it is in some words (乾 in 乾坤) is left alone.
        .filter(|(from, to)| !to.contains(from))
        .filter_map(|(from, to)| Some((from.chars().next()?, to.first()?.chars().next()?)))
        .collect();
    pairs.sort_unstable();
    pairs
});

/// The simplified character of a traditional one; any other sign as it is.
pub fn simplified(sign: char) -> char {
    let found = PAIRS.binary_search_by_key(&sign, |(from, _)| *from);
    found.ok().and_then(|at| PAIRS.get(at)).map_or(sign, |(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_traditional_character_has_its_simplified_one_and_any_other_stays() {
        for (from, to) in [('臺', '台'), ('灣', '湾'), ('興', '兴'), ('乾', '乾'), ('平', '平'), ('a', 'a')]
        {
            assert_eq!(simplified(from), to);
        }
        assert!(PAIRS.len() > 3000 && PAIRS.iter().all(|(from, to)| from != to));
    }
}
