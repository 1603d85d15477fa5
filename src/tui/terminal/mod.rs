//! The runtime below the cockpit: keys in, frames out, and the terminal given back whatever happens.
//! Knows nothing of what is drawn.

mod canvas;
pub mod clipboard;
mod decode;
mod editor;
mod key;
mod link;
mod modes;
mod pace;
mod probe;
mod run;
mod sequence;
mod watch;

use std::path::PathBuf;
use std::time::Duration;

use ratatui::Frame;

#[cfg(test)]
pub(crate) use canvas::Canvas;
pub use decode::Input;
pub use key::{Code, Key, keys};
pub use run::run;

use super::theme::{ASCII, Background, Theme, UNICODE};

/// What the runtime drives.
pub trait App {
    /// Told once, before the first key, what the terminal can show.
    fn look(&mut self, theme: Theme);
    /// Takes one input.
    fn press(&mut self, input: Input);
    /// Whether a text is being typed; if not, full-width characters mean their plain keys.
    fn typing(&self) -> bool;
    /// Housekeeping, about every [`TerminalOptions::tick`]; true when something to be seen changed.
    fn tick(&mut self) -> bool;
    /// Whether something changed since the last [`App::draw`].
    fn dirty(&self) -> bool;
    /// Draws everything, without any input or output, and is no longer dirty.
    fn draw(&mut self, frame: &mut Frame);
    /// What the app wants of the runtime, asked after each input and tick until it is nothing.
    fn take_request(&mut self) -> Option<Request>;
    /// Told of texts that earlier sessions left in the editor's files, where there are some.
    fn left(&mut self, kept: &[Kept]);
    /// What came back from the editor; true where what was written is safe and its file may go.
    fn edited(&mut self, edited: &Edited) -> bool;
    /// A short piece of work while no key waits; true when there is more.
    fn idle_work(&mut self) -> bool;
    /// The session ends now, unasked: whatever is not saved is put away. Has well under a second.
    fn hang_up(&mut self);
}

/// What an app may ask of the runtime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// End the session.
    Quit,
    /// Let the person's own editor change a text; the answer comes through [`App::edited`].
    Edit {
        /// What the text is for, in letters, figures and hyphens.
        subject: String,
        /// The text.
        text: String,
    },
    /// Put this text on the person's clipboard, through the terminal.
    Copy(String),
    /// Stop until continued, as Ctrl-Z does.
    Suspend,
}

/// What came of an edit in the person's own editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// What the text is for, as the request said.
    pub subject: String,
    /// The text as it was left; nothing where the editor failed or left what cannot be taken.
    pub text: Option<String>,
    /// The file with what was written; nothing where nothing was.
    pub file: Option<PathBuf>,
}

/// A text that was edited and never came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What the text is for.
    pub subject: String,
    /// Where it lies.
    pub file: PathBuf,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The app asked for it.
    Quit,
    /// A signal of this number asked for it.
    Signal(i32),
    /// The terminal went away.
    HungUp,
}

/// Why there is no session, or no longer one.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// Standard input or output is no terminal.
    #[error("no terminal")]
    NoTerminal,
    /// The terminal cannot place its cursor.
    #[error("dumb terminal")]
    Dumb,
    /// A thread beside the session panicked.
    #[error("a thread panicked")]
    Panicked,
    /// The system refused something.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// How wide the terminal draws characters whose width is ambiguous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ambiguous {
    /// Ask the terminal at the start.
    #[default]
    Auto,
    /// One column.
    Narrow,
    /// Two columns.
    Wide,
}

/// What the environment says of the terminal and the person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Env {
    /// `TERM`.
    pub term: Option<String>,
    /// Whether `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `TMUX`.
    pub tmux: Option<String>,
    /// Whether `SSH_CONNECTION` is set.
    pub ssh: bool,
    /// `COLORFGBG`.
    pub colorfgbg: Option<String>,
    /// Whether the locale is a UTF-8 one.
    pub utf8: bool,
    /// `VISUAL` or `EDITOR`: a command line.
    pub editor: Option<String>,
}

/// What a session needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TerminalOptions {
    /// The environment.
    pub env: Env,
    /// Width of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// A private folder for the file an editor works on; made if it is missing.
    pub scratch: PathBuf,
    /// Time between two [`App::tick`]s.
    pub tick: Duration,
}

impl TerminalOptions {
    /// The usual options under an environment.
    #[must_use]
    pub fn new(env: Env, scratch: PathBuf) -> Self {
        Self { env, ambiguous: Ambiguous::Auto, scratch, tick: Duration::from_millis(250) }
    }

    /// Whether tmux stands between the program and the person's own terminal.
    fn in_tmux(&self) -> bool {
        self.env.tmux.is_some() || self.env.term.as_deref().is_some_and(|term| term.starts_with("tmux"))
    }

    /// How long after its Escape the rest of a sequence may be under way: a person hardly sees it, and what a line cuts
    /// has come by then.
    fn patience(&self) -> Duration {
        Duration::from_millis(if self.env.ssh { 160 } else { 60 })
    }

    /// What is drawn with where ambiguous characters are wide, or not.
    fn theme(&self, ambiguous_wide: bool) -> Theme {
        let background = self.env.colorfgbg.as_deref().and_then(Background::from_colorfgbg);
        let glyphs = if ambiguous_wide || !self.env.utf8 { ASCII } else { UNICODE };
        Theme::new(!self.env.no_color, background, glyphs)
    }
}
