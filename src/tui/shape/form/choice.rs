//! Fields of one or any of several options: what a key chooses.

use crate::tui::terminal::{Code, Key};

/// The option a key names: its number, or the next one whose code or label begins with the letter.
pub(super) fn named(options: &[(String, String)], from: Option<usize>, key: Key) -> Option<usize> {
    let letter = key.typed()?;
    if let Some(number) = letter.to_digit(10) {
        return usize::try_from(number).ok()?.checked_sub(1).filter(|at| *at < options.len());
    }
    let begins = |text: &str| text.to_lowercase().starts_with(letter.to_ascii_lowercase());
    let start = from.map_or(0, |at| at + 1);
    (start..options.len())
        .chain(0..start)
        .find(|at| options.get(*at).is_some_and(|(code, label)| begins(code) || begins(label)))
}

pub(super) fn press_choice(options: &[(String, String)], on: &mut Option<usize>, key: Key) -> bool {
    let count = options.len().max(1);
    *on = match key.code {
        Code::Right | Code::Char(' ') => Some(on.map_or(0, |at| (at + 1) % count)),
        Code::Left => Some(on.map_or(count - 1, |at| (at + count - 1) % count)),
        Code::Backspace | Code::Delete => None,
        _ => match named(options, *on, key) {
            Some(at) => Some(at),
            None => return false,
        },
    };
    true
}

/// A letter goes to an option and Space ticks it: an amount or a name typed a field too early ticks nothing. Where they
/// are numbered, a number ticks too.
pub(super) fn press_set(
    options: &[(String, String)],
    (on, at): (&mut [bool], &mut usize),
    numbered: bool,
    key: Key,
) -> bool {
    let count = options.len().max(1);
    let goes = match key.code {
        Code::Right => Some(((*at + 1) % count, false)),
        Code::Left => Some(((*at + count - 1) % count, false)),
        Code::Backspace | Code::Delete => {
            on.fill(false);
            return true;
        }
        Code::Char(' ') => Some((*at, true)),
        Code::Char(letter) if letter.is_ascii_digit() => {
            named(options, None, key).filter(|_| numbered).map(|to| (to, true))
        }
        _ => named(options, Some(*at), key).map(|to| (to, false)),
    };
    let Some((to, is_ticked)) = goes else { return false };
    *at = to;
    if let Some(one) = on.get_mut(to).filter(|_| is_ticked) {
        *one = !*one;
    }
    true
}
