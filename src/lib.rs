//! Quarterdeck: a sales-pipeline cockpit in the terminal.

pub mod domain;
pub mod lang;
pub mod tui;
