//! Columns that line up by display width, whatever the script, and give way where a line is too short.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::page::{Page, Style, visible};
use super::trouble::Trouble;

/// What stands between two columns.
const GAP: &str = "  ";
/// A column that gives way keeps at least this many cells.
const LEAST: usize = 12;

/// How a column lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// To the left, all of it shown.
    Left,
    /// To the right: numbers.
    Right,
    /// To the left, cut where the line is too short, and left out where even that does not help.
    Cut,
}

/// Rows of cells under headings.
pub struct Table {
    heads: Vec<(String, Lie)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub fn new(heads: &[(&str, Lie)]) -> Self {
        let heads = heads.iter().map(|(text, lie)| ((*text).to_owned(), *lie)).collect();
        Self { heads, rows: Vec::new() }
    }

    /// Adds a row; its cells may hold anything.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| visible(&cell).replace('\n', " ")).collect());
    }

    /// Writes headings and rows.
    pub fn print(&self, page: &mut Page) -> Result<(), Trouble> {
        let measure = |text: &str| width(text, page.is_wide);
        let mut widths: Vec<usize> = self.heads.iter().map(|(head, _)| measure(head)).collect();
        for row in &self.rows {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = measure(cell).max(*widest);
            }
        }
        if let Some(room) = page.width {
            self.leave_out(&mut widths, room);
            give_way(&mut widths, &self.heads, room);
        }
        let heads: Vec<String> = self.heads.iter().map(|(head, _)| head.clone()).collect();
        if heads.iter().any(|head| !head.is_empty()) {
            page.styled(Style::Head, &self.line(&heads, &widths, page.is_wide))?;
        }
        for row in &self.rows {
            page.line(&self.line(row, &widths, page.is_wide))?;
        }
        Ok(())
    }

    /// Takes away the columns that may be cut, the last first, until the rest can fit; a width of 0 stands for it.
    fn leave_out(&self, widths: &mut [usize], room: usize) {
        let narrowest = |widths: &[usize]| -> usize {
            let shown = widths.iter().zip(&self.heads).filter(|(width, _)| **width > 0);
            shown
                .map(|(width, (_, lie))| {
                    GAP.len() + if *lie == Lie::Cut { LEAST.min(*width) } else { *width }
                })
                .sum()
        };
        for at in (2..widths.len()).rev() {
            if narrowest(widths) <= room + GAP.len() {
                return;
            }
            if let (Some(width), Some((_, Lie::Cut))) = (widths.get_mut(at), self.heads.get(at)) {
                *width = 0;
            }
        }
    }

    fn line(&self, row: &[String], widths: &[usize], is_wide: bool) -> String {
        let cells = row.iter().zip(widths).zip(&self.heads);
        let cells = cells.filter(|((_, room), _)| **room > 0);
        let laid = cells.map(|((cell, room), (_, lie))| lay(cell, *room, *lie, is_wide));
        laid.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
    }
}

/// Takes cells from the widest columns that may be cut until the line fits.
fn give_way(widths: &mut [usize], heads: &[(String, Lie)], room: usize) {
    loop {
        let shown = widths.iter().filter(|width| **width > 0).count();
        let total: usize = widths.iter().sum::<usize>() + GAP.len() * shown.saturating_sub(1);
        if total <= room {
            return;
        }
        let cuttable =
            widths.iter_mut().zip(heads).filter(|(width, (_, lie))| *lie == Lie::Cut && **width > LEAST);
        let Some((widest, _)) = cuttable.max_by_key(|(width, _)| **width) else { return };
        *widest = widest.saturating_sub(total - room).max(LEAST).max(*widest * 9 / 10).min(*widest - 1);
    }
}

fn lay(cell: &str, room: usize, lie: Lie, is_wide: bool) -> String {
    let cell = if lie == Lie::Cut { cut(cell, room, is_wide) } else { cell.to_owned() };
    let blanks = " ".repeat(room.saturating_sub(width(&cell, is_wide)));
    if lie == Lie::Right { blanks + &cell } else { cell + &blanks }
}

/// How many cells a text takes.
pub fn width(text: &str, is_wide: bool) -> usize {
    if is_wide { text.width_cjk() } else { text.width() }
}

/// The text in at most so many cells; no character is cut in half.
pub fn cut(text: &str, room: usize, is_wide: bool) -> String {
    if width(text, is_wide) <= room {
        return text.to_owned();
    }
    let mark = "…";
    let room = room.saturating_sub(width(mark, is_wide));
    let mut out = String::new();
    let mut used = 0;
    for piece in text.graphemes(true) {
        used += width(piece, is_wide);
        if used > room {
            break;
        }
        out.push_str(piece);
    }
    out.push_str(mark);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(room: Option<usize>) -> String {
        let mut out = Vec::new();
        let mut page = Page::over(&mut out, room, false, false);
        let mut table = Table::new(&[("No", Lie::Right), ("Title", Lie::Cut), ("Stage", Lie::Left)]);
        table.row(["1".to_owned(), "上海冷链物流三期项目".to_owned(), "Mine".to_owned()]);
        table.row(["12".to_owned(), "Cold\u{1b}chain".to_owned(), "我的项目".to_owned()]);
        table.print(&mut page).unwrap();
        page.finish().unwrap();
        drop(page);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_line_up_whatever_the_script() {
        let expected = "No  Title                 Stage\n 1  上海冷链物流三期项目  Mine\n12  Cold␛chain            我的项目\n";
        assert_eq!(printed(None), expected);
    }

    #[test]
    fn a_column_that_finds_no_room_is_left_out_and_the_others_stay() {
        let mut out = Vec::new();
        let mut page = Page::over(&mut out, Some(24), false, false);
        let mut table =
            Table::new(&[("No", Lie::Right), ("Title", Lie::Cut), ("P", Lie::Right), ("Owner", Lie::Cut)]);
        table.row(["1".into(), "a title of some length".into(), "50".into(), "somebody long".into()]);
        table.print(&mut page).unwrap();
        page.finish().unwrap();
        drop(page);
        assert_eq!(String::from_utf8(out).unwrap(), "No  Title              P\n 1  a title of some…  50\n");
    }

    #[test]
    fn a_line_that_is_too_long_cuts_what_may_be_cut_between_characters() {
        let text = printed(Some(28));
        assert!(text.lines().all(|line| width(line, false) <= 28), "{text}");
        assert!(text.contains("上海冷链物流…") && text.contains("我的项目"), "{text}");
        assert_eq!(cut("张平ABC", 4, false), "张…");
        assert_eq!(cut("张平", 4, true), "张平");
    }
}
