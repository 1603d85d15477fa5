//! What a person waits for, in books of several sizes; run by hand:
//! `QD_BENCH_SIZES=100,10000,100000 cargo bench`, with `QD_BENCH_BOOKS=folder` to keep the books.
#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

mod book;

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;

use book::{csv, desk, sizes};
use chrono::DateTime;
use divan::Bencher;
use quarterdeck::action::import::write;
use quarterdeck::cli::Around;
use quarterdeck::domain::rules::Rules;
use quarterdeck::import::{self, Options, reading::Reading};
use quarterdeck::lang::Lang;
use quarterdeck::settings::Settings;
use quarterdeck::store::Store;
use quarterdeck::tui::cockpit::{Cockpit, Session};
use quarterdeck::tui::terminal::{Input, keys};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

/// A cockpit and a screen of 120×40.
struct Seat {
    cockpit: Cockpit,
    terminal: Terminal<TestBackend>,
}

impl Seat {
    fn at(store: Store) -> Self {
        let session = Session {
            desk: desk(Lang::Zh),
            now: Box::new(|| DateTime::parse_from_rfc3339(book::NOW).unwrap()),
            shell: Box::new(Around {
                book: None,
                file: None,
                settings: Settings::default(),
                folder: PathBuf::new(),
            }),
            filters: Vec::new(),
        };
        let cockpit = Cockpit::new(store, session);
        let mut seat = Self { cockpit, terminal: Terminal::new(TestBackend::new(120, 40)).unwrap() };
        seat.draw();
        seat
    }

    fn draw(&mut self) {
        self.terminal.draw(|frame| self.cockpit.paint(frame)).unwrap();
    }

    fn press(&mut self, line: &str) {
        for key in keys(line) {
            self.cockpit.input(Input::Key(key));
            self.draw();
        }
    }
}

#[divan::bench(args = sizes())]
fn open_to_first_picture(bencher: Bencher, size: usize) {
    book::path(size);
    bencher.bench_local(|| Seat::at(book::book(size)));
}

#[divan::bench(args = sizes())]
fn key_in_the_funnel(bencher: Bencher, size: usize) {
    let mut seat = Seat::at(book::book(size));
    seat.press("2");
    bencher.bench_local(|| seat.press("jk"));
}

#[divan::bench(args = sizes())]
fn half_a_page_in_the_funnel(bencher: Bencher, size: usize) {
    let mut seat = Seat::at(book::book(size));
    seat.press("2");
    bencher.bench_local(|| seat.press("<c-d><c-u>"));
}

#[divan::bench(args = sizes())]
fn next_lane(bencher: Bencher, size: usize) {
    let mut seat = Seat::at(book::book(size));
    seat.press("2");
    bencher.bench_local(|| seat.press("lh"));
}

#[divan::bench(args = sizes())]
fn into_a_deal_and_back(bencher: Bencher, size: usize) {
    let mut seat = Seat::at(book::book(size));
    seat.press("2");
    bencher.bench_local(|| seat.press("<cr><esc>"));
}

/// Today, the month and the to-dos: from another screen to the picture, then a step of the cursor.
const PLACES: [&str; 3] = ["1", "3", "4"];

#[divan::bench(args = sizes(), consts = [0, 1, 2])]
fn to_a_screen_and_back<const PLACE: usize>(bencher: Bencher, size: usize) {
    let mut seat = Seat::at(book::book(size));
    let key = PLACES.get(PLACE).copied().unwrap_or_default();
    bencher.bench_local(|| seat.press(&format!("2{key}")));
}

#[divan::bench(args = sizes(), consts = [0, 1, 2])]
fn key_on_a_screen<const PLACE: usize>(bencher: Bencher, size: usize) {
    let mut seat = Seat::at(book::book(size));
    seat.press(PLACES.get(PLACE).copied().unwrap_or_default());
    bencher.bench_local(|| seat.press("jk"));
}

#[divan::bench(args = sizes())]
fn next_month(bencher: Bencher, size: usize) {
    let mut seat = Seat::at(book::book(size));
    seat.press("3");
    bencher.bench_local(|| seat.press("<pagedown><pageup>"));
}

fn reading(rows: usize) -> Reading {
    let options = Options {
        as_noun: None,
        from: None,
        map: Vec::new(),
        map_stage: Vec::new(),
        no_limit: true,
        currency: "CNY".to_owned(),
        today: desk(Lang::En).stamp.today(),
        ..Options::default()
    };
    import::read(Arc::new(csv(rows)), &options).unwrap()
}

fn imported(files: &[(String, Reading)]) -> Store {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("book.db"), Rules::default()).unwrap();
    write(&mut store, &desk(Lang::En), files, false, &mut |_| {}).unwrap();
    store
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn read_a_file(bencher: Bencher, size: usize) {
    bencher.bench_local(|| reading(size));
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn write_an_import(bencher: Bencher, size: usize) {
    let files = [("deals.csv".to_owned(), reading(size))];
    bencher.bench_local(|| imported(&files));
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn undo_an_import(bencher: Bencher, size: usize) {
    let files = [("deals.csv".to_owned(), reading(size))];
    let stamp = desk(Lang::En).stamp;
    bencher
        .with_inputs(|| imported(&files))
        .bench_local_values(|mut store| store.undo(&stamp, None).unwrap());
}

/// What is typed into find: initials, two characters, a word.
const TYPED: [&str; 3] = ["zp", "冷链", "globex"];

#[divan::bench(args = sizes(), consts = [0, 1, 2])]
fn find<const TYPED_AT: usize>(bencher: Bencher, size: usize) {
    let store = book::book(size);
    let typed = TYPED.get(TYPED_AT).copied().unwrap_or_default();
    bencher.bench_local(|| store.find(typed, None, 40).unwrap());
}

/// Lines of the shell, each as a whole process.
const LINES: [&[&str]; 5] = [
    &["funnel", "--json"],
    &["find", "zp", "--json"],
    &["opp", "add", "title=冷链二期", "--json"],
    &["today", "--json"],
    &["todo", "add", "title=冷链二期", "--json"],
];

#[divan::bench(args = sizes(), consts = [0, 1, 2, 3, 4], sample_count = 20, sample_size = 1)]
fn shell<const LINE: usize>(bencher: Bencher, size: usize) {
    let path = book::path(size);
    let line = LINES.get(LINE).copied().unwrap_or_default();
    bencher.bench_local(|| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qd"));
        let command = command.args(line).env("QD_BOOK", &path).env("QD_NOW", book::NOW);
        assert!(command.stdout(Stdio::null()).status().unwrap().success());
    });
}
