//! The deal sheet on paper: as text in lines of at most a hundred columns, or as Markdown. A plan's tables are cut
//! where a terminal has no more room; in a pipe or a file their cells are whole.

use unicode_segmentation::UnicodeSegmentation;

use super::super::page::{Page, Style, visible};
use super::super::table::{Lie, Table, width};
use super::super::trouble::Trouble;
use super::Block;

/// The widest line.
const WIDEST: usize = 100;

/// Writes blocks as text; no line is longer than a hundred columns.
pub fn text(page: &mut Page, blocks: &[Block]) -> Result<(), Trouble> {
    page.width = page.width.or(Some(WIDEST));
    whole(page, blocks)
}

/// Writes blocks as text; tables are cut only where a terminal has no more room.
pub fn whole(page: &mut Page, blocks: &[Block]) -> Result<(), Trouble> {
    let room = page.width.map_or(WIDEST, |width| width.min(WIDEST));
    page.width = page.width.map(|_| room);
    for block in blocks {
        match block {
            Block::Title(text) => {
                for line in fold(text, room, page.is_wide) {
                    page.styled(Style::Head, &line)?;
                }
            }
            Block::Head(text) => {
                page.line("")?;
                page.styled(Style::Head, text)?;
            }
            Block::Line(text) | Block::Item(text) => {
                for line in fold(text, room, page.is_wide) {
                    page.line(&line)?;
                }
            }
            Block::Check(is_done, text) => {
                for line in fold(&format!("[{}] {text}", tick(*is_done)), room, page.is_wide) {
                    page.line(&line)?;
                }
            }
            Block::Table(heads, rows) => {
                // The widest column gives way, whichever it is.
                let heads: Vec<(&str, Lie)> = heads.iter().map(|head| (head.as_str(), Lie::Cut)).collect();
                let mut table = Table::new(&heads);
                for row in rows {
                    table.row(row.iter().cloned());
                }
                table.print(page)?;
            }
        }
    }
    Ok(())
}

/// Writes blocks as Markdown.
pub fn markdown(page: &mut Page, blocks: &[Block]) -> Result<(), Trouble> {
    let mut is_list = false;
    for block in blocks {
        let is_item = matches!(block, Block::Item(_) | Block::Check(..));
        let goes_on = matches!(block, Block::Title(_)) || is_list && is_item;
        if !goes_on {
            page.line("")?;
        }
        is_list = is_item;
        match block {
            Block::Title(text) => page.line(&format!("# {}", escaped(text)))?,
            Block::Head(text) => page.line(&format!("## {}", escaped(text)))?,
            Block::Line(text) => page.line(&escaped(text))?,
            Block::Item(text) => page.line(&format!("- {}", escaped(text)))?,
            Block::Check(is_done, text) => page.line(&format!("- [{}] {}", tick(*is_done), escaped(text)))?,
            Block::Table(heads, rows) => {
                page.line(&row(heads))?;
                page.line(&format!("|{}", " --- |".repeat(heads.len())))?;
                for cells in rows {
                    page.line(&row(cells))?;
                }
            }
        }
    }
    Ok(())
}

fn tick(is_done: bool) -> char {
    if is_done { 'x' } else { ' ' }
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    format!("| {} |", cells.join(" | "))
}

/// The text on one line, without a sign that Markdown would obey.
fn escaped(text: &str) -> String {
    let shown = visible(text).replace('\n', " ");
    let mut out = String::with_capacity(shown.len());
    for sign in shown.trim().chars() {
        match sign {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' => out.extend(['\\', sign]),
            _ => out.push(sign),
        }
    }
    out
}

/// The text in lines of at most `room` cells, broken between words and between wide characters.
fn fold(text: &str, room: usize, is_wide: bool) -> Vec<String> {
    let shown = visible(text).replace('\n', " ");
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in shown.split_word_bounds() {
        let is_over = width(&line, is_wide) + width(word.trim_end(), is_wide) > room;
        if is_over && !line.trim().is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        if !(line.is_empty() && word == " ") {
            line.push_str(word);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_breaks_its_table() {
        for (text, expected) in [
            ("a|b", "a\\|b"),
            ("one\ntwo", "one two"),
            ("<b>*x*</b> & `y`", "&lt;b>\\*x\\*&lt;/b> &amp; \\`y\\`"),
            ("c:\\x\u{1b}[2J", "c:\\\\x␛\\[2J"),
        ] {
            assert_eq!(escaped(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_folded_line_fits_and_loses_only_blanks(text in "[张平a-f ，。]{0,80}", room in 12usize..40) {
            let lines = fold(&text, room, false);
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            let longest = text.split([' ', '，', '。', '张', '平']).map(str::len).max().unwrap_or(0);
            prop_assert!(lines.iter().all(|line| width(line, false) <= room.max(longest)), "{lines:?}");
        }
    }
}
