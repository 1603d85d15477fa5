//! A purpose in English.

use super::Found;

/// Titles and bodies on the customer's side.
const ACTORS: &[&str] = &[
    "customer",
    "client",
    "they",
    "them",
    "board",
    "ceo",
    "cfo",
    "cto",
    "cio",
    "coo",
    "cpo",
    "director",
    "manager",
    "head",
    "chief",
    "president",
    "vp",
    "chair",
    "chairman",
    "chairwoman",
    "procurement",
    "purchasing",
    "committee",
    "buyer",
    "sponsor",
    "minister",
    "mayor",
    "dean",
    "principal",
    "lawyer",
    "legal",
    "finance",
    "engineer",
    "engineers",
    "engineering",
    "owner",
    "he",
    "she",
    "department",
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "supervisor",
    "secretary",
    "partner",
    "users",
    "auditor",
    "council",
    "council's",
    "architect",
    "operations",
    "plant",
    "hospital",
    "bank",
    "lead",
    "champion",
    "mentor",
    "side",
];

/// Stems of verbs by which somebody commits.
const COMMITS: &[&str] = &[
    "approv",
    "confirm",
    "schedul",
    "provid",
    "sign",
    "introduc",
    "agree",
    "commit",
    "send",
    "shar",
    "accept",
    "releas",
    "nominat",
    "appoint",
    "order",
    "decid",
    "pay",
    "grant",
    "invit",
    "authoris",
    "authoriz",
    "allocat",
    "issu",
    "submit",
    "recommend",
    "sponsor",
    "hand",
    "open",
    "name",
    "choos",
    "select",
    "award",
    "book",
    "reserv",
    "let",
    "giv",
    "pick",
    "lights",
    "greenlight",
    "allow",
    "permit",
    "adopt",
    "endors",
    "validat",
];

/// What may follow a stem.
const ENDINGS: &[&str] = &["", "e", "s", "es", "d", "ed", "ted", "ing", "ting", "ning", "s to"];

/// What we do; a purpose that starts with it is ours.
const OWN: &[&str] = &[
    "present",
    "demo",
    "demonstrate",
    "show",
    "explain",
    "learn",
    "understand",
    "discuss",
    "visit",
    "meet",
    "report",
    "pitch",
    "walk",
    "tell",
    "follow",
    "update",
    "brief",
    "find",
    "collect",
    "gather",
    "talk",
    "check",
    "explore",
    "describe",
    "clarify",
    "give",
    "catch",
    "touch",
    "deliver",
    "presentation",
    "demonstration",
    "introduction",
    "build",
    "maintain",
    "know",
    "chat",
    "lunch",
    "dinner",
    "convince",
    "persuade",
    "sell",
    "introducing",
    "presenting",
    "showing",
];

/// We, as the one who acts.
const WE: &[&str] = &["we", "i", "our", "us", "my", "let's", "lets"];

/// Words that tell a date or a number.
const MEASURES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "today",
    "tomorrow",
    "tonight",
    "week",
    "month",
    "quarter",
    "year",
    "deadline",
    "two",
    "three",
    "four",
    "five",
    "six",
    "both",
    "half",
    "written",
    "writing",
    "percent",
];

pub(super) fn read(why: &str, names: &[String]) -> Found {
    let words: Vec<&str> = why
        .split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '\''))
        .filter(|word| !word.is_empty())
        .collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let start = match lower.as_slice() {
        ["to", rest @ ..] => rest,
        all => all,
    };
    let ours = is_ours(start, names);
    // What we introduce is no commitment of theirs.
    let commits = |at: usize, word: &str| {
        is_commitment(word) && !(ours && (at == 0 || at < 3 && word.starts_with("introduc")))
    };
    Found {
        ours,
        actor: start.iter().any(|word| ACTORS.contains(word)) || somebody(&words),
        commitment: start.iter().enumerate().any(|(at, word)| commits(at, word)),
        measure: why.chars().any(|sign| sign.is_ascii_digit())
            || lower.iter().any(|word| MEASURES.contains(word))
            || words.contains(&"May"),
    }
}

fn is_commitment(word: &str) -> bool {
    COMMITS.iter().any(|stem| word.strip_prefix(stem).is_some_and(|end| ENDINGS.contains(&end)))
}

/// Whether it starts with what we do; to introduce somebody *to us* is the customer's doing.
fn is_ours(start: &[&str], names: &[String]) -> bool {
    match start {
        ["introduce", "us" | "me", ..] | [] => false,
        ["introduce", next, ..] => {
            !names.iter().any(|name| name.to_lowercase().split(' ').any(|part| part == *next))
        }
        [first, ..] => WE.contains(first) || OWN.contains(first) || *first == "introduce",
    }
}

/// Whether somebody is called by name: a capital within the sentence, or before a verb of commitment.
fn somebody(words: &[&str]) -> bool {
    let capital = |word: &str| word.starts_with(|sign: char| sign.is_ascii_uppercase()) && word.len() > 1;
    let lower = |word: &str| word.to_lowercase();
    let dated = |word: &str| MEASURES.contains(&lower(word).as_str()) || word == "May";
    let is_name =
        |word: &&str| capital(word) && !dated(word) && word.chars().any(|sign| sign.is_ascii_lowercase());
    if words.iter().skip(1).any(&is_name) {
        return true;
    }
    match words {
        [first, second, ..] => {
            let first_word = lower(first);
            let acts = matches!(*second, "will" | "and" | "to" | "agrees") || is_commitment(second);
            is_name(first)
                && acts
                && !OWN.contains(&first_word.as_str())
                && !is_commitment(&first_word)
                && !WE.contains(&first_word.as_str())
        }
        _ => false,
    }
}
