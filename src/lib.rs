//! Quarterdeck: a sales-pipeline cockpit in the terminal.

pub mod domain;
pub mod import;
pub mod lang;
