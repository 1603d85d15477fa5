//! How keys move a cursor through rows.

use crate::tui::terminal::{Code, Key};

/// A move through rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// Half a page up.
    HalfUp,
    /// Half a page down.
    HalfDown,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Motion {
    /// The move of a key where letters are free for moving.
    pub fn of(key: Key) -> Option<Self> {
        Some(match (key.code, key.ctrl) {
            (Code::Char('j'), false) => Self::Down,
            (Code::Char('k'), false) => Self::Up,
            (Code::Char('g'), false) => Self::First,
            (Code::Char('G'), false) => Self::Last,
            (Code::Char('d'), true) => Self::HalfDown,
            (Code::Char('u'), true) => Self::HalfUp,
            _ => return Self::beside_text(key),
        })
    }

    /// The move of a key where letters are typed.
    pub fn beside_text(key: Key) -> Option<Self> {
        Some(match (key.code, key.ctrl) {
            (Code::Down, _) | (Code::Char('n'), true) => Self::Down,
            (Code::Up, _) | (Code::Char('p'), true) => Self::Up,
            (Code::PageDown, _) => Self::PageDown,
            (Code::PageUp, _) => Self::PageUp,
            (Code::Home, _) => Self::First,
            (Code::End, _) => Self::Last,
            _ => return None,
        })
    }

    /// Where the move leads from row `at` of `count`, with `page` rows on the screen.
    #[must_use]
    pub fn from(self, at: usize, count: usize, page: usize) -> usize {
        let half = (page / 2).max(1);
        let to = match self {
            Self::Up => at.saturating_sub(1),
            Self::Down => at.saturating_add(1),
            Self::HalfUp => at.saturating_sub(half),
            Self::HalfDown => at.saturating_add(half),
            Self::PageUp => at.saturating_sub(page.max(1)),
            Self::PageDown => at.saturating_add(page.max(1)),
            Self::First => 0,
            Self::Last => count,
        };
        to.min(count.saturating_sub(1))
    }
}

/// The first row on a screen of `page` rows that keeps row `at` in sight, moving as little as can be from `top`.
#[must_use]
pub fn follow(top: usize, at: usize, page: usize) -> usize {
    let page = page.max(1);
    if at < top {
        at
    } else if at >= top.saturating_add(page) {
        (at + 1).saturating_sub(page)
    } else {
        top
    }
}
