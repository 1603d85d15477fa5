//! To-do files written by hand.
