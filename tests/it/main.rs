//! Stories that need more than one room of the house: one test binary.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod pty;
mod replies;
mod runtime;

mod calendar;
mod capture;
mod choosing;
mod compete;
mod decide;
mod defer;
mod desk;
mod editor;
mod empty;
mod faults;
mod filters;
mod find;
mod flows;
mod forecast;
mod forms;
mod made;
mod manage;
mod narrow;
mod palette;
mod plan;
mod ran;
mod related;
mod removal;
mod review;
mod screens;
mod session;
mod still;
mod timeline;
mod today;
mod todos;
mod typed_once;
mod visit;
mod walk;
mod week;
