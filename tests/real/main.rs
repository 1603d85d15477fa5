//! Exports of other systems, from the file to the questions asked of the book; skipped where the files are not at hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may fail, and says when it is skipped"
)]

mod book;
mod calendars;
mod cards;
mod edits;
mod links;
mod sums;
mod todos;
