//! Factors and rivals.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::deal::Facts;
use super::tab::Tab;
use super::{Obeyed, Order};
use crate::tui::paint::Paint;

/// Factors and rivals: where the tab stands.
#[derive(Default)]
pub struct Compete;

impl Tab for Compete {
    fn obey(&mut self, _order: Order, _facts: &Facts) -> Obeyed {
        Obeyed::Ignored
    }

    fn fit(&mut self, _area: Rect, _facts: &Facts) {}

    fn view(&self, _area: Rect, _buf: &mut Buffer, _facts: &Facts, _paint: &Paint) {}
}
