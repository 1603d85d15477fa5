//! What has to be done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Chosen, Obeyed, Order, Screen, Sight};
use crate::domain::noun::Noun;
use crate::store::Fault;
use crate::tui::command::Place;
use crate::tui::paint::Paint;

/// What has to be done.
#[derive(Default)]
pub struct Todos;

impl Screen for Todos {
    fn place(&self) -> Place {
        Place::Todos
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
