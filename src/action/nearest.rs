//! What may have been meant by a name that nothing has: what there is, the nearest first.

use crate::lang::{Lang, said};

/// So near is what was meant, of 1.
const MEANT: f64 = 0.6;
/// What is farther than this stays where it stood.
const LIKE: f64 = 0.45;
/// What a word of a name counts, beside the whole of it.
const PART: f64 = 0.9;

/// What there is.
pub struct Nearest {
    /// What was meant, where something is near enough.
    meant: Option<String>,
    /// All of it, the nearest first, the rest in its own order.
    pub all: Vec<String>,
}

impl Nearest {
    /// Of things that are shown so, each known by its names.
    pub fn of<'a>(typed: &str, things: impl IntoIterator<Item = (String, Vec<&'a str>)>) -> Self {
        let typed = typed.to_lowercase();
        let near = |names: &[&str]| names.iter().map(|name| like(&typed, name)).fold(0.0, f64::max);
        let mut all: Vec<(f64, String)> =
            things.into_iter().map(|(shown, names)| (near(&names), shown)).collect();
        let rank = |near: f64| if near < LIKE { 0.0 } else { near };
        all.sort_by(|(one, _), (other, _)| rank(*other).total_cmp(&rank(*one)));
        let meant = all.first().filter(|(near, _)| *near >= MEANT).map(|(_, shown)| shown.clone());
        Self { meant, all: all.into_iter().map(|(_, shown)| shown).collect() }
    }

    /// The hint: what was meant, then these words on all there is.
    pub fn hint(&self, lang: Lang, all: &str) -> String {
        self.meant.as_ref().map_or_else(|| all.to_owned(), |one| said::DID_YOU_MEAN.fill(lang, &[one, &all]))
    }
}

/// How near a typed text is to a name or to a word of it, of 1.
fn like(typed: &str, name: &str) -> f64 {
    let name = name.to_lowercase();
    let near = |part: &str| strsim::normalized_damerau_levenshtein(typed, part);
    let parts = name.split([' ', '_', '-']).map(|part| PART * near(part));
    parts.fold(near(&name), f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_stands_first_and_the_rest_as_it_stood() {
        let names = ["No decider", "Old answer", "Past close", "Gone quiet"];
        let of = |typed| Nearest::of(typed, names.map(|name| (name.to_owned(), vec![name])));
        for (typed, first, meant) in [
            ("pst", "Past close", true),
            ("past_clos3", "Past close", true),
            ("decidr", "No decider", true),
            ("quite", "Gone quiet", true),
            ("zzz", "No decider", false),
        ] {
            let found = of(typed);
            assert_eq!((found.all[0].as_str(), found.meant.is_some()), (first, meant), "{typed}");
            let rest = names.iter().filter(|name| **name != first);
            assert!(rest.eq(&found.all[1..]), "{typed}: {:?}", found.all);
        }
    }
}
