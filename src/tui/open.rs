//! Opening the cockpit on a terminal.

use std::path::PathBuf;

use super::cockpit::{Cockpit, Session};
use super::terminal::{self, Ambiguous, Ending, Env, TerminalError, TerminalOptions};
use crate::store::Store;

/// What the terminal is like, as the environment and the settings say.
pub struct Screenful {
    /// The environment.
    pub env: Env,
    /// Width of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// A private folder for the person's editor.
    pub scratch: PathBuf,
}

/// Runs a session of the cockpit until it ends.
pub fn open(store: Store, session: Session, screenful: Screenful) -> Result<Ending, TerminalError> {
    let mut cockpit = Cockpit::new(store, session);
    let mut options = TerminalOptions::new(screenful.env, screenful.scratch);
    options.ambiguous = screenful.ambiguous;
    terminal::run(&mut cockpit, &options)
}
