//! What a tab of the deal screen is: it shares the deal's facts and may hold more of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::deal::Facts;
use super::{Chosen, Obeyed, Offers, Order, Sight};
use crate::store::Fault;
use crate::tui::command::Place;
use crate::tui::paint::Paint;

/// One tab of a deal.
pub trait Tab {
    /// Where its keys hold, if it has views of its own.
    fn place(&self) -> Option<Place> {
        None
    }
    /// Reads what it shows beyond the deal's facts; called only while it is on top.
    fn load(&mut self, _sight: &Sight, _facts: &Facts) -> Result<(), Fault> {
        Ok(())
    }
    /// What a hole of a line, such as `{?other}`, may be filled with.
    fn offers(&self, _hole: &str, _facts: &Facts) -> Option<Offers> {
        None
    }
    /// Adds what its cursor is on to what is chosen.
    fn choose(&self, _chosen: &mut Chosen) {}
    /// Takes a key or a command; reads nothing.
    fn obey(&mut self, order: Order, facts: &Facts) -> Obeyed;
    /// Puts its cursor on a question, where it has questions.
    fn point(&mut self, _question: u8) {}
    /// Takes its size before it is drawn.
    fn fit(&mut self, area: Rect, facts: &Facts);
    /// Draws itself.
    fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint);
}
