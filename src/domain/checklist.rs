//! Steps one a line, those done marked `[x]`: what a visit's template becomes once it is laid over the visit.

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is to be done.
    pub text: String,
    /// Whether it was.
    pub is_done: bool,
}

/// The steps of a text; a line without a mark is one that is not done, empty lines are none.
pub fn read(text: &str) -> Vec<Item> {
    text.lines().map(item).filter(|item| !item.text.is_empty()).collect()
}

fn item(line: &str) -> Item {
    let line = line.trim();
    let bare = line.strip_prefix(['-', '*']).map_or(line, str::trim_start);
    for (mark, is_done) in [("[x]", true), ("[X]", true), ("[√]", true), ("[ ]", false), ("[]", false)] {
        if let Some(rest) = bare.strip_prefix(mark) {
            return Item { text: rest.trim().to_owned(), is_done };
        }
    }
    Item { text: line.to_owned(), is_done: false }
}

/// The text of steps.
pub fn write(items: &[Item]) -> String {
    let line = |item: &Item| format!("[{}] {}", if item.is_done { 'x' } else { ' ' }, item.text);
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Steps that are laid over others: those that stay keep whether they are done.
pub fn lay(steps: &[String], before: &[Item]) -> Vec<Item> {
    let was_done = |text: &String| before.iter().any(|item| item.is_done && item.text == *text);
    steps.iter().map(|text| Item { text: text.clone(), is_done: was_done(text) }).collect()
}

/// How many steps are done, and how many there are.
pub fn count(items: &[Item]) -> (usize, usize) {
    (items.iter().filter(|item| item.is_done).count(), items.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(text: &str, is_done: bool) -> Item {
        Item { text: text.to_owned(), is_done }
    }

    #[test]
    fn a_line_is_a_step_however_it_is_marked() {
        for (text, items) in [
            ("", vec![]),
            ("greet\n\n  count stock ", vec![one("greet", false), one("count stock", false)]),
            ("[x] greet\n[ ] count", vec![one("greet", true), one("count", false)]),
            (
                "- [X] 打招呼\n* [] 盘点\n[√]下单",
                vec![one("打招呼", true), one("盘点", false), one("下单", true)],
            ),
            ("- dash", vec![one("- dash", false)]),
            ("[x]", vec![]),
        ] {
            assert_eq!(read(text), items, "{text:?}");
        }
    }

    #[test]
    fn what_was_done_stays_done_under_another_template() {
        let steps = ["greet", "order"].map(str::to_owned);
        let laid = lay(&steps, &[one("greet", true), one("count", true)]);
        assert_eq!((laid.clone(), count(&laid)), (vec![one("greet", true), one("order", false)], (1, 2)));
    }

    proptest! {
        #[test]
        fn steps_come_back_as_they_were(steps in proptest::collection::vec(("[a-z张平 ,.]{0,12}[a-z张]", any::<bool>()), 0..9)) {
            let items: Vec<Item> = steps.iter().map(|(text, is_done)| one(text.trim(), *is_done)).collect();
            prop_assert_eq!(read(&write(&items)), items);
        }
    }
}
