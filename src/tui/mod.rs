//! The cockpit: one screen, played by keys.

pub mod binding;
mod chrome;
mod clerk;
pub mod cockpit;
pub mod command;
mod confirm;
mod defer;
mod draft;
mod entry;
mod filter;
mod hole;
pub mod open;
mod overlay;
mod pager;
pub mod paint;
mod perform;
pub mod pick;
mod plan;
mod reading;
mod ritual;
pub mod screen;
pub mod shape;
pub mod shell;
pub mod terminal;
pub mod theme;
mod typed;
mod visit;
