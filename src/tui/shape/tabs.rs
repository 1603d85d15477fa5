//! One line of tabs with their keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{strip, text};
use crate::tui::theme::Theme;

/// Draws tabs as `key label` in one row; the tab `on` stands out. Where they do not all fit, the others show
/// their keys only; those without keys stand around the one that is on, with signs that there are more.
pub fn view(area: Rect, buf: &mut Buffer, tabs: &[(&str, &str)], on: usize, theme: &Theme) {
    let whole: usize = tabs.iter().map(|(key, label)| text::width(key) + text::width(label) + 3).sum();
    let fits = whole <= usize::from(area.width);
    if !fits && tabs.iter().all(|(key, _)| key.is_empty()) {
        let piece = |(at, (_, label)): (usize, &(&str, &str))| {
            (format!(" {label} "), if at == on { theme.on } else { theme.dim })
        };
        let pieces: Vec<_> = tabs.iter().enumerate().map(piece).collect();
        strip::view(area, buf, &pieces, on, theme);
        return;
    }
    let mut x = 0;
    for (at, (key, label)) in tabs.iter().enumerate() {
        if at == on {
            x = text::put(buf, area, (x, 0), &format!(" {key} {label} "), theme.on);
        } else {
            x = text::put(buf, area, (x, 0), &format!(" {key}"), theme.key);
            let label = if fits { format!(" {label} ") } else { " ".to_owned() };
            x = text::put(buf, area, (x, 0), &label, theme.dim);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;

    #[test]
    fn tabs_that_do_not_fit_show_their_keys() {
        let tabs = [("1", "今日"), ("2", "漏斗"), ("3", "日历")];
        let draw = |columns| picture(columns, 1, |area, buf| view(area, buf, &tabs, 1, &Theme::default()));
        assert_eq!(draw(30), " 1 今日  2 漏斗  3 日历");
        assert_eq!(draw(20), " 1  2 漏斗  3");
    }

    #[test]
    fn tabs_without_keys_that_do_not_fit_show_their_neighbours() {
        let tabs = ["评估", "Compete", "决策", "Log"].map(|label| ("", label));
        let draw =
            |columns, on| picture(columns, 1, |area, buf| view(area, buf, &tabs, on, &Theme::default()));
        assert_eq!(draw(31, 0), "  评估   Compete   决策   Log");
        assert_eq!(draw(26, 0), " 评估   Compete   决策   ›");
        assert_eq!(draw(26, 3), "‹ Compete   决策   Log");
        assert_eq!(draw(12, 1), "‹ Compete  ›");
    }
}
