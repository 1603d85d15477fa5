//! A popup over whatever was drawn before it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Clear, Widget};
use unicode_width::UnicodeWidthStr;

use super::text;
use crate::tui::theme::Theme;

/// The place of a popup of this size in the middle of `area`, no larger than it.
pub fn centred(area: Rect, columns: u16, rows: u16) -> Rect {
    let (width, height) = (columns.min(area.width), rows.min(area.height));
    Rect {
        x: area.x.saturating_add((area.width - width) / 2),
        y: area.y.saturating_add((area.height - height) / 2),
        width,
        height,
    }
}

/// Empties `area`, draws a border with a title around it, and gives the place inside.
pub fn overlay(area: Rect, buf: &mut Buffer, title: &str, theme: &Theme) -> Rect {
    let area = area.intersection(buf.area);
    blank(area, buf);
    let room = usize::from(area.width.saturating_sub(4));
    let mut block = Block::bordered().border_set(theme.glyphs.border).border_style(theme.dim);
    if !title.is_empty() && room > 0 {
        let title = format!(" {} ", text::cut(title, room, theme.glyphs.cut));
        block = block.title(ratatui::text::Span::styled(title, theme.title));
    }
    let inside = block.inner(area);
    block.render(area, buf);
    inside
}

/// Empties `area`, and with it the wide character whose first half stands just left of it: without that, the
/// renderer takes the first column for the character's second half (ratatui#2526).
fn blank(area: Rect, buf: &mut Buffer) {
    if let Some(left) = area.x.checked_sub(1) {
        for y in area.top()..area.bottom() {
            if let Some(cell) = buf.cell_mut(Position { x: left, y }).filter(|cell| cell.symbol().width() > 1)
            {
                cell.set_symbol(" ");
            }
        }
    }
    Clear.render(area, buf);
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use ratatui::style::Style;

    #[test]
    fn a_popup_over_chinese_keeps_its_border() {
        let text = picture(16, 4, |area, buf| {
            for y in 0..4 {
                text::put(buf, area, (0, y), "重庆长安汽车股份", Style::new());
            }
            overlay(Rect::new(5, 0, 8, 3), buf, "查找客户", &Theme::default());
        });
        insta::assert_snapshot!(text, @r#"
    重庆 ┌ 查… ─┐ 份
    重庆 │      │ 份
    重庆 └──────┘ 份
    重庆长安汽车股份
    "#);
    }

    #[test]
    fn nobody_else_clears() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tui");
        let mut folders = vec![std::path::PathBuf::from(root)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("shape/overlay.rs") {
                    let code = std::fs::read_to_string(&path).unwrap();
                    let named = ["widgets::Clear", " Clear,", " Clear}", "Clear.render"];
                    assert!(!named.iter().any(|name| code.contains(name)), "{}", path.display());
                }
            }
        }
    }
}
