//! Visits, dated to-dos and close dates by month, week and day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Chosen, Obeyed, Order, Screen, Sight};
use crate::domain::noun::Noun;
use crate::store::Fault;
use crate::tui::command::Place;
use crate::tui::paint::Paint;

/// Visits, dated to-dos and close dates by month, week and day.
#[derive(Default)]
pub struct Calendar;

impl Screen for Calendar {
    fn place(&self) -> Place {
        Place::Calendar
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Visit, Noun::Todo]
    }

    fn load(&mut self, _sight: &Sight) -> Result<(), Fault> {
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        Chosen::default()
    }

    fn obey(&mut self, _order: Order) -> Obeyed {
        Obeyed::Ignored
    }

    fn fit(&mut self, _area: Rect) -> bool {
        false
    }

    fn view(&self, _area: Rect, _buf: &mut Buffer, _paint: &Paint) {}
}
