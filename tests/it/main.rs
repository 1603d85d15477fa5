//! Stories that need more than one room of the house: one test binary.

mod pty;
mod runtime;
