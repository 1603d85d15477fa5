//! What a tab of the deal screen is: it shares the deal's facts and may hold more of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::deal::Facts;
use super::{Chosen, Obeyed, Order, Sight};
use crate::store::Fault;
use crate::tui::paint::Paint;

/// One tab of a deal.
pub trait Tab {
    /// Reads what it shows beyond the deal's facts; called only while it is on top.
    fn load(&mut self, _sight: &Sight, _facts: &Facts) -> Result<(), Fault> {
        Ok(())
    }
    /// Adds what its cursor is on to what is chosen.
    fn choose(&self, _chosen: &mut Chosen) {}
    /// Takes a key or a command; reads nothing.
    fn obey(&mut self, order: Order, facts: &Facts) -> Obeyed;
    /// Takes its size before it is drawn.
    fn fit(&mut self, area: Rect, facts: &Facts);
    /// Draws itself.
    fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint);
}
