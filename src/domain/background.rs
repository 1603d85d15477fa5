//! The eleven fields of a deal's background (D12), each evidence for one of the fifteen questions.

use super::answer::{Answer, Verdict};
use super::opportunity::Opportunity;
use super::record::Record;
use super::value::Value;

/// The question that open requests for resources hold at unknown (R2).
pub const RESOURCES: u8 = 8;

/// The fields in their three blocks, each with the question that it is evidence for.
pub const BLOCKS: [&[(&str, i64)]; 3] = [
    &[("bg_environment", 1), ("bg_core", 1), ("bg_finances", 4)],
    &[("bg_need", 2), ("bg_project", 2), ("bg_process", 3), ("bg_goal", 7)],
    &[("bg_return", 5), ("bg_risk", 8), ("bg_focus", 6), ("bg_driver", 5)],
];

/// What the background says to a question, where it says anything.
pub fn linked(deal: &Opportunity, question: i64) -> Option<String> {
    let keys = BLOCKS.iter().flat_map(|block| block.iter()).filter(|(_, number)| *number == question);
    let texts: Vec<String> = keys.filter_map(|(key, _)| text_of(deal, key)).collect();
    (!texts.is_empty()).then(|| texts.join(" / "))
}

/// What a field says, where it says anything.
pub fn text_of(deal: &Opportunity, key: &str) -> Option<String> {
    match Opportunity::field(key).map(|field| (field.get)(deal))? {
        Value::Text(text) => Some(text),
        Value::Null | Value::Int(_) => None,
    }
}

/// Answers as they count: one without a note has what the background says, and the one about resources is unknown
/// while some are asked for.
pub fn counted(deal: &Opportunity, answers: &mut [Answer], is_held: bool) {
    for answer in answers {
        if answer.note.as_deref().is_none_or(|note| note.trim().is_empty()) {
            answer.note = linked(deal, answer.question);
        }
        if is_held && answer.question == i64::from(RESOURCES) {
            answer.verdict = Verdict::Unknown;
        }
    }
}
