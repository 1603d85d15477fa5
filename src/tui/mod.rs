//! The cockpit: one screen, played by keys.

pub mod binding;
mod capture;
mod chrome;
mod clerk;
pub mod cockpit;
pub mod command;
mod draft;
mod entry;
pub mod open;
mod overlay;
mod pager;
pub mod paint;
mod perform;
pub mod screen;
pub mod shape;
pub mod terminal;
pub mod theme;
