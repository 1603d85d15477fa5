//! What is true: records, rules and sheets. Pure: no SQL, no terminal, no clock, no words for people.

pub mod account;
pub mod answer;
pub mod case;
pub mod choice;
pub mod evidence;
pub mod flag;
pub mod gate;
pub mod id;
pub mod judge;
pub mod noun;
pub mod opportunity;
pub mod passage;
pub mod person;
pub mod probability;
pub mod profile;
pub mod question;
pub mod record;
pub mod rep;
pub mod rules;
pub mod stage;
pub mod strength;
pub mod value;
pub mod warning;
pub mod worth;
