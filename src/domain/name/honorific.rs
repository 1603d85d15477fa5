//! Chinese ways to call somebody by family name and position: 曾总, 欧阳主任.

use super::{fold, is_han};

/// What follows a family name where somebody is called by what he is.
pub const POSITIONS: &[&str] = &[
    "总", "董", "工", "处", "局", "主任", "经理", "院长", "校长", "书记", "部长", "科长", "处长", "局长",
    "行长", "主管", "老师", "博士", "教授", "先生", "女士", "总监", "厂长", "所长", "秘书", "会计", "医生",
];

/// More calls that Find takes; they are tried first, since some end in one of the others.
const MORE: &[&str] = &["总经理", "副总", "董事长", "院"];

/// The family name and the position in what is typed, folded; nothing where it is no such call.
pub fn addressed(typed: &str) -> Option<(String, &'static str)> {
    let typed = fold(typed.trim());
    let split = |position: &&'static str| typed.strip_suffix(*position).map(|family| (family, *position));
    let (family, position) = MORE.iter().chain(POSITIONS).find_map(split)?;
    let length = family.chars().count();
    let is_family = (1..=2).contains(&length) && family.chars().all(is_han);
    is_family.then(|| (family.to_owned(), position))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_has_a_family_name_and_a_position() {
        for (typed, call) in [
            ("曾总", Some(("曾", "总"))),
            ("欧阳主任", Some(("欧阳", "主任"))),
            ("曾總", Some(("曾", "总"))),
            ("王总经理", Some(("王", "总经理"))),
            ("总", None),
            ("重庆热风总", None),
            ("Bob总", None),
            ("张平", None),
        ] {
            let found = addressed(typed);
            assert_eq!(
                found.as_ref().map(|(family, position)| (family.as_str(), *position)),
                call,
                "{typed}"
            );
        }
    }
}
