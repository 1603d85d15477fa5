//! The cockpit: one screen, played by keys.

pub mod binding;
pub mod command;
mod pager;
pub mod paint;
pub mod screen;
pub mod shape;
pub mod terminal;
pub mod theme;
