//! What is true: records, rules and sheets. Pure: no SQL, no terminal, no clock, no words for people.

pub mod account;
pub mod answer;
pub mod choice;
pub mod funnel;
pub mod clean;
pub mod id;
pub mod money;
pub mod name;
pub mod noun;
pub mod opportunity;
pub mod person;
pub mod record;
pub mod rep;
pub mod stage;
pub mod text;
pub mod value;
pub mod when;
