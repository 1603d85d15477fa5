//! A set of numbers most of which follow each other, as those of new records do: held as runs, not one by one.

use std::collections::BTreeMap;

/// The numbers, each run by its first with its last.
#[derive(Debug, Default)]
pub struct Numbers(BTreeMap<i64, i64>);

impl Numbers {
    /// Takes a number in.
    pub fn insert(&mut self, no: i64) {
        if self.contains(no) {
            return;
        }
        let last = self.0.remove(&(no + 1)).unwrap_or(no);
        match self.0.range_mut(..no).next_back() {
            Some((_, end)) if *end + 1 == no => *end = last,
            _ => _ = self.0.insert(no, last),
        }
    }

    /// Whether a number is in it.
    pub fn contains(&self, no: i64) -> bool {
        self.0.range(..=no).next_back().is_some_and(|(_, last)| no <= *last)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_same_as_a_set(all in prop::collection::vec(1_i64..40, 0..60)) {
            let (mut runs, mut set) = (Numbers::default(), BTreeSet::new());
            for no in all {
                runs.insert(no);
                set.insert(no);
                prop_assert!((0..42).all(|no| runs.contains(no) == set.contains(&no)));
            }
            let gaps = set.iter().filter(|no| !set.contains(&(**no + 1))).count();
            prop_assert_eq!(runs.0.len(), gaps);
        }
    }
}
