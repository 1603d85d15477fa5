//! What the cockpit asks of the shell around it, which it never names.

use std::path::PathBuf;

use chrono::Weekday;

use crate::action::Desk;
use crate::action::grammar::Command;
use crate::action::tell::Told;
use crate::domain::clock::Clock;
use crate::domain::stage::Status;
use crate::lang::Lang;
use crate::store::Store;

/// The shell around the cockpit.
pub trait Shell {
    /// What the top line calls the book.
    fn book(&self, lang: Lang) -> String;
    /// The day that a week begins with, and the reader's clock, where its zone is known.
    fn home(&self) -> (Weekday, Option<Clock>);
    /// Reasons that are offered for an end of a deal; for all of them where none is chosen yet.
    fn reasons(&self, end: Option<Status>, lang: Lang) -> Vec<String>;
    /// What a command that only reads prints, in lines of `width` cells at most.
    fn print(&self, store: &mut Store, desk: &Desk, command: &Command, width: usize) -> Result<String, Told>;
    /// Writes a text into a new file of about this name, where the program was started; the file.
    fn save(&self, name: &str, text: &str, lang: Lang) -> Result<PathBuf, Told>;
    /// Keeps a filter under a number in the settings; the file that has it now, nothing where it is thrown away
    /// with the book.
    fn keep(&self, number: u8, filter: &str, lang: Lang) -> Result<Option<PathBuf>, Told>;
}
