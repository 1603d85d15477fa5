//! The cockpit: one screen, played by keys.

pub mod shape;
pub mod terminal;
pub mod theme;
