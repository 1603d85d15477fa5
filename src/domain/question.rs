//! The catalogue of the fifteen questions: gate, weight and what each proves (`docs/method.md`, "The fifteen questions").

use super::evidence::Evidence;

/// One of the fifteen questions; its words are in the language table, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// 1 to 15.
    pub number: u8,
    /// The gate it belongs to, 1 to 3.
    pub gate: u8,
    /// Whether it is critical unless the rules say otherwise.
    pub critical: bool,
    /// The item of stage evidence it proves, where it proves one.
    pub proves: Option<Evidence>,
}

const fn plain(number: u8, proves: Option<Evidence>) -> Question {
    Question { number, gate: (number - 1) / 5 + 1, critical: false, proves }
}

const fn critical(number: u8, proves: Evidence) -> Question {
    Question { critical: true, ..plain(number, Some(proves)) }
}

/// The fifteen questions in their order.
pub const QUESTIONS: [Question; 15] = [
    plain(1, Some(Evidence::Pressure)),
    plain(2, Some(Evidence::Need)),
    plain(3, Some(Evidence::Process)),
    critical(4, Evidence::Resources),
    critical(5, Evidence::Drivers),
    plain(6, None),
    critical(7, Evidence::Solution),
    plain(8, Some(Evidence::Delivery)),
    plain(9, Some(Evidence::Trust)),
    critical(10, Evidence::UniqueValue),
    critical(11, Evidence::InsideSupport),
    critical(12, Evidence::Executives),
    plain(13, Some(Evidence::Leaning)),
    plain(14, Some(Evidence::Politics)),
    plain(15, Some(Evidence::Politics)),
];

/// The question of this number, or nothing outside 1 to 15.
pub fn question(number: u8) -> Option<&'static Question> {
    QUESTIONS.iter().find(|one| one.number == number)
}

/// The five questions of a gate (1 to 3).
pub fn of_gate(gate: u8) -> impl Iterator<Item = &'static Question> + Clone {
    QUESTIONS.iter().filter(move |one| one.gate == gate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gate_has_its_five_questions() {
        for (gate, numbers, criticals) in [
            (1, [1, 2, 3, 4, 5], vec![4, 5]),
            (2, [6, 7, 8, 9, 10], vec![7, 10]),
            (3, [11, 12, 13, 14, 15], vec![11, 12]),
        ] {
            assert!(of_gate(gate).map(|one| one.number).eq(numbers), "gate {gate}");
            assert!(of_gate(gate).filter(|one| one.critical).map(|one| one.number).eq(criticals));
        }
        assert_eq!(question(0), None);
        assert_eq!(question(16), None);
        assert_eq!(question(6).unwrap().proves, None);
    }
}
