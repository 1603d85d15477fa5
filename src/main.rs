//! The program `qd`.

fn main() {}
