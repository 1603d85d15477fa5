//! Quarterdeck: a sales-pipeline cockpit in the terminal.

pub mod action;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod import;
pub mod lang;
pub mod settings;
pub mod store;
pub mod tui;
