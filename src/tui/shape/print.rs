//! A drawn buffer as plain text.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// The rows of a buffer as lines, blanks at their ends left out; the cell a wide character covers is skipped.
pub fn print(buf: &Buffer) -> String {
    let columns = usize::from(buf.area.width);
    if columns == 0 {
        return String::new();
    }
    let line = |cells: &[ratatui::buffer::Cell]| {
        let (mut line, mut covered) = (String::new(), 0);
        for cell in cells {
            if covered > 0 {
                covered -= 1;
            } else {
                line.push_str(cell.symbol());
                covered = cell.symbol().width().saturating_sub(1);
            }
        }
        line.trim_end().to_owned()
    };
    buf.content.chunks(columns).map(line).collect::<Vec<_>>().join("\n")
}

/// What `draw` paints on an empty screen of this size.
pub fn picture(columns: u16, rows: u16, draw: impl FnOnce(ratatui::layout::Rect, &mut Buffer)) -> String {
    let area = ratatui::layout::Rect::new(0, 0, columns, rows);
    let mut buf = Buffer::empty(area);
    draw(area, &mut buf);
    print(&buf)
}
