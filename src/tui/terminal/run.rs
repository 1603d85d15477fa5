//! One session: all waiting keys, then at most one frame, for as long as it lasts.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

use ratatui::layout::{Position, Size};
use ratatui::{Terminal, Viewport};
use rustix::event::{PollFd, PollFlags};
use rustix::process::{Signal, getpid, getppid, getsid, kill_current_process_group};

use super::canvas::Canvas;
use super::decode::{Decoder, Event, Input};
use super::key::Key;
use super::link::{Link, wait};
use super::pace::{self, Pace};
use super::watch::{News, Watch};
use super::{
    Ambiguous, App, Edited, Ending, Request, TerminalError, TerminalOptions, clipboard, editor, modes, probe,
};

/// Frames of fewer bytes arrive whole anyway, and need no brackets around them.
const SMALL: usize = 128;
const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";
/// Hides the cursor and empties the screen before everything is drawn anew.
const ANEW: &str = "\x1b[?25l\x1b[m\x1b[2J";
/// Keys that never end still let a frame through this often.
const BURST: Duration = Duration::from_millis(100);
/// How long an answer of the terminal may be waited for before the terminal is given back.
const HUSH: Duration = Duration::from_millis(1500);
/// Long enough for a stop to reach every thread; ends early when the continuation is heard.
const STOPPING: Duration = Duration::from_millis(500);

/// Runs `app` on the terminal until it quits or the session is ended from outside. The terminal is given back
/// before this returns, and before a panic is told.
///
/// # Errors
/// [`TerminalError`] where there is no terminal to run on, or the system refuses it.
pub fn run(app: &mut dyn App, options: &TerminalOptions) -> Result<Ending, TerminalError> {
    let (input, output) = (rustix::stdio::stdin(), rustix::stdio::stdout());
    if !rustix::termios::isatty(input) || !rustix::termios::isatty(output) {
        return Err(TerminalError::NoTerminal);
    }
    if matches!(options.env.term.as_deref(), None | Some("" | "dumb")) {
        return Err(TerminalError::Dumb);
    }
    modes::guard_panics();
    let lived = catch_unwind(AssertUnwindSafe(|| {
        let mut session = Session::open(&mut *app, options)?;
        let ending = session.turns();
        // Who ends it from outside does not wait.
        if matches!(ending, Ok(Ending::Quit)) {
            session.hush();
        }
        ending
    }));
    modes::leave();
    let ending = lived.unwrap_or_else(|panic| {
        // The panic is told again; what was typed is put away first, if that still works.
        let _ = catch_unwind(AssertUnwindSafe(|| app.hang_up()));
        resume_unwind(panic)
    });
    if !matches!(ending, Ok(Ending::Quit)) {
        app.hang_up();
    }
    ending
}

/// What the screen is owed, whatever the app says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Owed {
    #[default]
    Nothing,
    Frame,
    Anew,
}

struct Session<'a> {
    app: &'a mut dyn App,
    options: &'a TerminalOptions,
    link: Link,
    decoder: Decoder,
    watch: Watch,
    terminal: Terminal<Canvas>,
    pace: Pace,
    ambiguous_wide: bool,
    /// When the terminal was asked how wide it draws, while it has not answered.
    asked: Option<Instant>,
    owed: Owed,
    work: bool,
    due: Instant,
}

impl<'a> Session<'a> {
    fn open(app: &'a mut dyn App, options: &'a TerminalOptions) -> Result<Self, TerminalError> {
        let mut link = Link::open()?;
        let watch = Watch::start(&link)?;
        let mut decoder = Decoder::new(options.patience(), Instant::now());
        modes::enter(&mut link)?;
        let (answer, typed) = match options.ambiguous {
            Ambiguous::Auto => probe::ambiguous_is_wide(&mut link, &mut decoder)?,
            known => (Some(known == Ambiguous::Wide), Vec::new()),
        };
        let asked = answer.is_none().then(Instant::now);
        let ambiguous_wide = answer.unwrap_or(false);
        let pace = Pace::default();
        app.look(options.theme(ambiguous_wide));
        let kept = editor::kept(&options.scratch);
        if !kept.is_empty() {
            app.left(&kept);
        }
        let terminal = terminal(link.size(), ambiguous_wide)?;
        let due = Instant::now() + options.tick;
        let (owed, work) = (Owed::Anew, true);
        let mut session = Self {
            app,
            options,
            link,
            decoder,
            watch,
            terminal,
            pace,
            ambiguous_wide,
            asked,
            owed,
            work,
            due,
        };
        for input in typed {
            session.press(input)?;
        }
        Ok(session)
    }

    fn turns(&mut self) -> Result<Ending, TerminalError> {
        loop {
            if self.paint().is_err() {
                return Ok(Ending::HungUp);
            }
            self.rest();
            for news in self.watch.take() {
                if let Some(ending) = self.hear(news)? {
                    return Ok(ending);
                }
            }
            let (ending, heard) = self.drain()?;
            if let Some(ending) = ending.or(self.tick()?) {
                return Ok(ending);
            }
            if !heard && self.work {
                self.work = self.app.idle_work();
            }
            if modes::panicked() {
                return Err(TerminalError::Panicked);
            }
        }
    }

    /// Waits for a key, for news, for room on a full wire, or for the next thing that is due.
    fn rest(&self) {
        let now = Instant::now();
        let due = self.decoder.deadline().map_or(self.due, |deadline| deadline.min(self.due));
        let patience = if self.work { Duration::ZERO } else { due.saturating_duration_since(now) };
        let interest = if self.link.is_clear() { PollFlags::IN } else { PollFlags::IN | PollFlags::OUT };
        wait(
            &mut [PollFd::new(&self.link, interest), PollFd::new(self.watch.stream(), PollFlags::IN)],
            patience,
        );
    }

    /// Applies all that was typed; says whether anything was.
    fn drain(&mut self) -> Result<(Option<Ending>, bool), TerminalError> {
        let (start, mut heard) = (Instant::now(), false);
        let mut bytes = [0; 8192];
        loop {
            let now = Instant::now();
            let Ok(Some(count)) = self.link.read(&mut bytes) else {
                return Ok((Some(Ending::HungUp), heard));
            };
            if count == 0 {
                self.decoder.expire(now);
            }
            self.decoder.feed(bytes.get(..count).unwrap_or_default(), now);
            for event in self.decoder.take() {
                let input = match event {
                    Event::Input(input) => input,
                    Event::Ready => {
                        self.pace.answered();
                        continue;
                    }
                    Event::Position(_, column) => {
                        self.learn(column)?;
                        continue;
                    }
                };
                heard = true;
                if let Some(ending) = self.press(input)? {
                    return Ok((Some(ending), heard));
                }
            }
            if count == 0 || now.duration_since(start) > BURST {
                return Ok((None, heard));
            }
        }
    }

    /// Takes a late answer to how wide the terminal draws: everything is laid out anew where that is otherwise.
    fn learn(&mut self, column: u16) -> io::Result<()> {
        let is_wide = probe::is_wide(column);
        if self.asked.take().is_some() && is_wide != self.ambiguous_wide {
            self.ambiguous_wide = is_wide;
            self.app.look(self.options.theme(is_wide));
            self.terminal = terminal(self.link.size(), is_wide)?;
            self.owed = Owed::Anew;
        }
        Ok(())
    }

    /// Takes the answers that are still on their way, so that none is left to the shell or to an editor. Who has not
    /// answered for long never will.
    fn hush(&mut self) {
        let until = Instant::now() + HUSH;
        let is_awaited = |one: Option<Instant>| one.is_some_and(|since| since.elapsed() < HUSH * 2);
        let mut bytes = [0; 1024];
        while is_awaited(self.asked.max(self.pace.awaited()))
            && Instant::now() < until
            && self.link.is_clear()
        {
            let left = until.saturating_duration_since(Instant::now());
            wait(&mut [PollFd::new(&self.link, PollFlags::IN)], left);
            let Ok(Some(count)) = self.link.read(&mut bytes) else { return };
            self.decoder.feed(bytes.get(..count).unwrap_or_default(), Instant::now());
            for event in self.decoder.take() {
                match event {
                    Event::Ready => self.pace.answered(),
                    Event::Position(..) => self.asked = None,
                    Event::Input(_) => {}
                }
            }
        }
    }

    fn press(&mut self, input: Input) -> Result<Option<Ending>, TerminalError> {
        let input = match input {
            Input::Key(key) if key == Key::ctrl('z') => {
                self.suspend()?;
                return Ok(None);
            }
            Input::Key(key) if !self.app.typing() => Input::Key(key.narrowed()),
            other => other,
        };
        self.work = true;
        self.app.press(input);
        self.serve()
    }

    fn tick(&mut self) -> Result<Option<Ending>, TerminalError> {
        let now = Instant::now();
        if now < self.due {
            return Ok(None);
        }
        self.due = now + self.options.tick;
        if self.app.tick() {
            self.work = true;
            self.owed = self.owed.max(Owed::Frame);
        }
        self.serve()
    }

    fn hear(&mut self, news: News) -> Result<Option<Ending>, TerminalError> {
        match news {
            News::End(signal) => return Ok(Some(Ending::Signal(signal))),
            News::HungUp => return Ok(Some(Ending::HungUp)),
            News::Stop => self.suspend()?,
            News::Continued => self.take_back()?,
            News::Resized => {
                let (columns, rows) = self.link.size();
                self.terminal = terminal((columns, rows), self.ambiguous_wide)?;
                self.owed = Owed::Anew;
                self.app.press(Input::Resize(columns, rows));
            }
        }
        Ok(None)
    }

    fn serve(&mut self) -> Result<Option<Ending>, TerminalError> {
        while let Some(request) = self.app.take_request() {
            match request {
                Request::Quit => return Ok(Some(Ending::Quit)),
                Request::Suspend => self.suspend()?,
                Request::Copy(text) => self.copy(&text)?,
                Request::Edit { subject, text } => self.edit(&subject, &text)?,
            }
        }
        Ok(None)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let bytes = clipboard::sequence(text, self.options.in_tmux()).map_err(io::Error::other)?;
        self.link.send(bytes.as_bytes())
    }

    fn edit(&mut self, subject: &str, text: &str) -> Result<(), TerminalError> {
        let editor = self.options.env.editor.as_deref().filter(|editor| !editor.trim().is_empty());
        self.hush();
        self.watch.lend(true);
        modes::leave();
        let edited = editor::edit(editor.unwrap_or("vi"), &self.options.scratch, subject, text);
        self.watch.lend(false);
        self.take_back()?;
        let failed = |_| Edited { subject: subject.to_owned(), text: None, file: None };
        let edited = edited.unwrap_or_else(failed);
        if let (true, Some(file)) = (self.app.edited(&edited), edited.file) {
            let _ = std::fs::remove_file(file);
        }
        Ok(())
    }

    /// Stops this job as Ctrl-Z does; where no shell would ever continue it, does nothing.
    fn suspend(&mut self) -> Result<(), TerminalError> {
        let own = getsid(None).ok();
        let shell = getppid().and_then(|parent| getsid(Some(parent)).ok());
        if own == Some(getpid()) || own != shell {
            return Ok(());
        }
        self.hush();
        modes::leave();
        kill_current_process_group(Signal::STOP).map_err(io::Error::from)?;
        // Another thread may take the signal: this one must not touch the terminal before it stops too.
        wait(&mut [PollFd::new(self.watch.stream(), PollFlags::IN)], STOPPING);
        self.take_back()
    }

    /// Takes the terminal over again after another program had it.
    fn take_back(&mut self) -> Result<(), TerminalError> {
        modes::leave();
        self.link.forget();
        self.pace = Pace::default();
        modes::enter(&mut self.link)?;
        let size = self.link.size();
        self.terminal = terminal(size, self.ambiguous_wide)?;
        self.owed = Owed::Anew;
        self.app.press(Input::Resize(size.0, size.1));
        Ok(())
    }

    /// Draws if there is something new and the wire is free; a full wire drops frames, never keys.
    fn paint(&mut self) -> io::Result<()> {
        self.link.push()?;
        let is_wanted = self.owed != Owed::Nothing || self.app.dirty();
        if !is_wanted || !self.link.is_clear() || self.pace.is_behind(Instant::now()) {
            return Ok(());
        }
        let app = &mut *self.app;
        self.terminal.draw(|frame| app.draw(frame)).map_err(io::Error::other)?;
        let body = self.terminal.backend_mut().take();
        let anew = if std::mem::take(&mut self.owed) == Owed::Anew { ANEW } else { "" };
        let ask = if self.pace.send(anew.len() + body.len(), Instant::now()) { pace::ASK } else { "" };
        if anew.is_empty() && body.len() <= SMALL {
            return self.link.send(format!("{body}{ask}").as_bytes());
        }
        self.link.send(format!("{BEGIN}{anew}{body}{END}{ask}").as_bytes())
    }
}

fn terminal((columns, rows): (u16, u16), ambiguous_wide: bool) -> io::Result<Terminal<Canvas>> {
    let size = Size::new(columns, rows);
    let viewport = Viewport::Fixed((Position::ORIGIN, size).into());
    let options = ratatui::TerminalOptions { viewport };
    Terminal::with_options(Canvas::new(size, ambiguous_wide), options).map_err(io::Error::other)
}
