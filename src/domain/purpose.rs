//! The purpose of a visit, held against the method: it says what the customer will do, not what we do
//! (`docs/method.md`, "Purpose of a visit"). It warns and never blocks.

use super::choice::choice;

mod chinese;
mod english;

choice! {
    /// What is doubtful about a purpose.
    Doubt in "doubt" {
        /// It says nothing.
        Missing = "missing",
        /// It starts with what we do.
        Ours = "ours",
        /// Nobody of the customer is named.
        NoActor = "no-actor",
        /// Nobody commits to anything.
        NoCommitment = "no-commitment",
        /// Neither measure nor date.
        NoMeasure = "no-measure",
    }
}

/// What one language finds in a purpose.
#[expect(clippy::struct_excessive_bools, reason = "four findings that do not hang together")]
struct Found {
    ours: bool,
    actor: bool,
    commitment: bool,
    measure: bool,
}

/// What is doubtful about a purpose with its measure; `names` are people of the customer and the customer itself.
pub fn lint(why: &str, measure: &str, names: &[String]) -> Vec<Doubt> {
    let why = plain(why);
    if why.is_empty() {
        return vec![Doubt::Missing];
    }
    let measure = plain(measure);
    let names: Vec<String> = names.iter().map(|name| plain(name)).filter(|name| !name.is_empty()).collect();
    let mentioned = names.iter().any(|name| mentions(&why, name));
    let (zh, en) = (chinese::read(&why, &names), english::read(&why, &names));
    let doubts = [
        (Doubt::Ours, zh.ours || en.ours),
        (Doubt::NoActor, !(mentioned || zh.actor || en.actor)),
        (Doubt::NoCommitment, !(zh.commitment || en.commitment)),
        (Doubt::NoMeasure, measure.is_empty() && !(zh.measure || en.measure)),
    ];
    doubts.into_iter().filter_map(|(doubt, holds)| holds.then_some(doubt)).collect()
}

/// Full-width letters, figures and signs as narrow ones, blanks at the ends gone.
fn plain(text: &str) -> String {
    let narrow = |sign: char| match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '\u{3000}' => ' ',
        _ => sign,
    };
    text.trim().chars().map(narrow).collect()
}

/// Whether a text names somebody: in Latin letters by a whole word of the name, else as it is written.
fn mentions(why: &str, name: &str) -> bool {
    if !name.is_ascii() {
        return why.contains(name);
    }
    let why = why.to_lowercase();
    let words: Vec<&str> = why.split(|sign: char| !sign.is_alphanumeric()).collect();
    let name = name.to_lowercase();
    name.split_whitespace().any(|part| part.len() > 2 && words.contains(&part))
}

#[cfg(test)]
mod tests;
