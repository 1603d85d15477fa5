//! Quarterdeck: a sales-pipeline cockpit in the terminal.

pub mod action;
pub mod demo;
pub mod domain;
pub mod lang;
pub mod store;
