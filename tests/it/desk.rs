//! A book built in the grammar, played by keys, read as text.

use std::cell::Cell;
use std::path::PathBuf;
use std::rc::Rc;

use chrono::DateTime;
use quarterdeck::action::Desk as Person;
use quarterdeck::action::grammar::Command;
use quarterdeck::cli::Around;
use quarterdeck::domain::rules::Rules;
use quarterdeck::lang::Lang;
use quarterdeck::settings::Settings;
use quarterdeck::store::{Origin, Stamp, Store};
use quarterdeck::tui::cockpit::{Cockpit, Session};
use quarterdeck::tui::shape::print::print;
use quarterdeck::tui::terminal::{App, Input, Request, keys};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

/// A person at the cockpit, on Monday 23 November 2026.
pub struct Desk {
    cockpit: Cockpit,
    /// The folder with the settings.
    pub home: TempDir,
}

/// The moment at which everything happens.
pub const NOW: &str = "2026-11-23T09:00:00+08:00";

fn person(lang: Lang) -> Person {
    let at = DateTime::parse_from_rfc3339(NOW).unwrap();
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    Person { stamp, currency: "CNY".to_owned(), lang }
}

impl Desk {
    /// A book with what these lines make.
    pub fn book(lines: &[&str]) -> Store {
        let mut store = Store::memory(Rules::default()).unwrap();
        for line in lines {
            Self::act(&mut store, line);
        }
        store
    }

    /// The cockpit over a book with what these lines make, on the funnel.
    pub fn with(lang: Lang, lines: &[&str]) -> Self {
        Self::over(Self::book(lines), lang)
    }

    /// Who sits at it.
    pub fn person(lang: Lang) -> Person {
        person(lang)
    }

    /// Does what a line says, beside the cockpit.
    pub fn act(store: &mut Store, line: &str) {
        let action = Command::parse(line).unwrap().action().unwrap();
        if let Err(failure) = action.apply(store, &person(Lang::En)) {
            panic!("{line}: {:?}", failure.tell(Lang::En));
        }
    }

    /// The cockpit over the sample pipeline, on the funnel.
    pub fn demo(lang: Lang) -> Self {
        let mut store = Store::memory(Rules::default()).unwrap();
        quarterdeck::demo::fill(&mut store, &person(lang)).unwrap();
        Self::over(store, lang)
    }

    /// The cockpit over a book, on the funnel.
    pub fn over(store: Store, lang: Lang) -> Self {
        let mut desk = Self::first(store, lang);
        desk.keys("2");
        desk
    }

    /// The cockpit over a book, as it opens.
    pub fn first(store: Store, lang: Lang) -> Self {
        Self::placed(store, lang, Settings::default(), &Rc::new(Cell::new(NOW)))
    }

    /// The same with settings, and a clock that can be moved.
    pub fn placed(store: Store, lang: Lang, settings: Settings, clock: &Rc<Cell<&'static str>>) -> Self {
        let clock = Rc::clone(clock);
        let home = tempfile::tempdir().unwrap();
        let shell = Around {
            book: Some(PathBuf::from("book.db")),
            file: Some(home.path().join("config.toml")),
            settings,
            folder: home.path().to_owned(),
        };
        let session = Session {
            desk: person(lang),
            now: Box::new(move || DateTime::parse_from_rfc3339(clock.get()).unwrap()),
            shell: Box::new(shell),
            filters: vec![(1, "flags~close".to_owned())],
        };
        Self { cockpit: Cockpit::new(store, session), home }
    }

    /// Presses keys, as `j$888<cr>`; a first drawing tells the screens their size.
    pub fn keys(&mut self, text: &str) -> &mut Self {
        self.screen(80, 24);
        for key in keys(text) {
            self.cockpit.input(Input::Key(key));
            self.screen(80, 24);
        }
        self
    }

    /// What was put on the clipboard last; empty where nothing was.
    pub fn clipboard(&mut self) -> String {
        match self.cockpit.take_request() {
            Some(Request::Copy(text)) => text,
            _ => String::new(),
        }
    }

    /// Lets the clock be looked at, as happens without a key.
    pub fn idle(&mut self) -> &mut Self {
        self.cockpit.tick();
        self
    }

    /// What the screen shows at this size.
    pub fn screen(&mut self, columns: u16, rows: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| self.cockpit.paint(frame)).unwrap();
        print(terminal.backend().buffer())
    }
}
