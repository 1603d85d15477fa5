//! The columns of a list, and how the room is shared out among them.

use super::text::Align;

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// Always this many columns.
    Fixed(u16),
    /// At least `min` columns, and `share` of what is left.
    Flex {
        /// Fewest columns; a list too narrow for it drops the column.
        min: u16,
        /// Share of the room left over.
        share: u16,
    },
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub head: String,
    /// Its width.
    pub width: Width,
    /// Where its texts stand.
    pub align: Align,
    /// Whether it names the row: drawn stronger under the cursor.
    pub name: bool,
}

/// Columns of screen for each column of the list, a blank between them; what has no room gets none, the last first.
pub(super) fn widths(columns: &[Column], room: u16) -> Vec<u16> {
    let least = |column: &Column| match column.width {
        Width::Fixed(width) | Width::Flex { min: width, .. } => width,
    };
    let (mut widths, mut left) = (Vec::new(), room);
    for column in columns {
        let gap = u16::from(!widths.is_empty());
        let width = least(column);
        let fits = width.saturating_add(gap) <= left;
        // The first column is drawn however narrow the list is.
        let width = if fits {
            width
        } else if widths.is_empty() {
            left
        } else {
            0
        };
        left = left.saturating_sub(if width > 0 { width + gap } else { 0 });
        widths.push(width);
    }
    let share = |column: &Column| match column.width {
        Width::Flex { share, .. } => share,
        Width::Fixed(_) => 0,
    };
    let mut shares: u16 =
        columns.iter().zip(&widths).filter(|(_, width)| **width > 0).map(|(column, _)| share(column)).sum();
    for (column, width) in columns.iter().zip(&mut widths).filter(|(_, width)| **width > 0) {
        let more = u32::from(left) * u32::from(share(column)) / u32::from(shares.max(1));
        let more = u16::try_from(more).unwrap_or(0);
        (shares, left) = (shares.saturating_sub(share(column)), left.saturating_sub(more));
        *width += more;
    }
    widths
}
