//! A horizontal bar.

use crate::tui::theme::Glyphs;

/// A bar of `room` columns whose filled part is to the whole as `value` to `max`; anything above nothing shows.
pub fn bar(value: u64, max: u64, room: usize, glyphs: &Glyphs) -> String {
    let part = u128::from(value.min(max)) * room as u128;
    let full = usize::try_from(part.checked_div(u128::from(max)).unwrap_or(0)).unwrap_or(0);
    let full = if value > 0 && max > 0 { full.max(1).min(room) } else { 0 };
    glyphs.full.repeat(full) + &glyphs.empty.repeat(room - full)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{ASCII, UNICODE};

    #[test]
    fn a_bar_shows_its_share() {
        for (value, max, room, expected) in [
            (0, 10, 4, "...."),
            (1, 1000, 4, "#..."),
            (5, 10, 4, "##.."),
            (20, 10, 4, "####"),
            (u64::MAX, u64::MAX, 2, "##"),
            (1, 0, 2, ".."),
            (1, 1, 0, ""),
        ] {
            assert_eq!(bar(value, max, room, &ASCII), expected);
        }
        assert_eq!(bar(1, 2, 4, &UNICODE), "██··");
    }
}
