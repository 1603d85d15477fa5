//! Quarterdeck: a sales-pipeline cockpit in the terminal. This page is the map of the house.
//!
//! # Rooms
//! - [`domain`]: what is true. Records, rules and sheets; values in, values out.
//! - [`lang`]: every word that people read, English and Chinese side by side.
//! - [`import`]: from the bytes of a foreign file to judged proposals.
//! - [`store`]: the book. The only room that speaks SQL; `migrations` holds its schema.
//! - [`action`]: everything that changes the book, and the grammar in which it is said.
//! - [`demo`]: a sample pipeline, played in that grammar.
//! - [`settings`]: what a person may write into `config.toml`.
//! - [`cli`]: the shell. Prints sheets as text or JSON.
//! - [`tui`]: the cockpit. `tui/shape` knows drawing and no selling, `tui/screen` selling and no drawing;
//!   `tui/terminal` talks to the terminal and knows neither.
//!
//! # Doors
//! Who may name whom is a table in `tests/tidy`: `domain` and `lang` name nothing of ours; `import` and `store`
//! name `domain`; `action` those and `lang`; `cli` all but `tui`; `tui` never `cli`, which lends it
//! what it needs as [`tui::shell::Shell`]. Only `main.rs` reads the
//! environment and the clock: everywhere else they are arguments.
//!
//! # Invariants
//! - **A record is declared once.** `record!` yields the struct and its field table; columns, saving, journal,
//!   arguments, forms, JSON and CSV all read the table.
//! - **One grammar.** `qd opp advance 12`, the palette's `opp advance 12` and the key `>` are one [`action::Action`].
//! - **One door for writes.** [`store::Store::transact`] compares field by field, writes what differs, one journal
//!   line for each and one for births in a row, and what is derived, in one transaction. Undo, the log and stale
//!   screens come from the journal.
//! - **Nothing is deleted.** A row is marked gone. An undo is a batch of its own. What was acknowledged is on the disk.
//! - **SQL selects, Rust judges.** A screen reads a window of rows and kept sums, never a table.
//! - **Refusal, mistake, fault.** A rule says no, a line is wrong, the machine fails. Each carries facts; the words
//!   are found at the edge.
//! - **Foreign bytes never panic** and never leave a thing half done.
//! - Absent on purpose: an async runtime, a cache, a storage trait, keys that belong to a screen.
//!
//! # One keypress
//! `>` is looked up in [`tui::binding::BINDINGS`], which says `opp advance {}`; what is chosen fills `{}`; the line is
//! parsed to an action; the action loads the deal, asks the domain, saves through the door; the screen on top reads
//! again if it shows what was touched; the frame is drawn. `press` draws nothing, `view` reads nothing.
//!
//! # Where the plan was changed, and why
//! - **Own key decoder and terminal backend** instead of crossterm's reader and ratatui's: a lone Escape, a split
//!   sequence, a paste and a hang-up were measured to be misread or to spin, and a cursor move cost many times the
//!   bytes it needs.
//! - **`action` reads `lang`'s tables**, since a person types `阶段=赢` as well as `status=won`, and what was done is
//!   told from the same words.
//! - **Judgements are columns** (`p_calc`, `flags`, `severity`) kept by the write door with the day until which they
//!   hold (`judged_until`), so that a list sorts by them and time alone can make them stale; an idle cockpit brings
//!   them up a few at a time.
//! - **How a deal was judged is kept when that changes**, by batch and day, in `judged`: the journal knows what people
//!   wrote, not what the rules and the days made of it, and a review tells both.
//! - **Sums of deals live in `tally`**, one row for each state, stage and currency: the funnel reads a handful of rows
//!   however large the book is. `doctor --full` counts them again.
//! - **Pinyin by the `pinyin` crate into an FTS5 index**, not by matching at search time: an index needs the initials
//!   beforehand, and a name may be read in several ways.
//! - **Words are typed constants**, not a file read at start: a missing word does not compile, a dead one fails the
//!   tidy test, and the start reads nothing.
//! - **Links hold text ids**, not the small numbers: numbers are local to a book, ids survive merging and import.
//! - **The journal names a record by noun and number**, and only a birth tells its id: the journal never leaves its
//!   book without its births. Births in a row are one line, deflated, since an import would be written twice otherwise.
//! - **Find has an index for each noun**, not one for all: a word is looked up once in each, and a million deals slow
//!   down the search for a person by nothing.
//! - **A frame waits for the answer to the one before** once much was sent: the terminal is asked how it is, since the
//!   buffers of a slow link hide how full it is. Who never answers is never waited for.
//! - **Recurrence of foreign calendars is expanded here**, not by a crate: real files break the standard in ways that
//!   a strict reader refuses, and the expander has to stop at a window anyway.
//! - **A moment is a day with or without an hour on the wall**, with its zone beside it: a visit keeps its hour when
//!   summer time comes.
//! - **A long import builds the deals' lists anew** at its end, in the same transaction: the indexes that it does not
//!   read are dropped before, and made again by the statements that the book has for them.
//! - **A long import has three threads of its own**: one reads rows ahead (`action::import`), and while they are
//!   written, full pieces of the journal are deflated and the search keys of titles are made (`store::aside`). Each
//!   holds four pieces at most, keeps their order, and ends with its transaction; nothing else of the program writes
//!   beside the main thread.
//! - **A table is not held but gone through several times** (`import::table`): once to decode it to its end, once to
//!   hear every column, once to judge every row before the book is touched, and once more to write. Its bytes stay in
//!   the file; a sum over them tells when it became another one meanwhile, and then nothing of it is taken. A workbook
//!   and a file that is no table are held.
//! - **When an account is to be met again is a column** (`contact_due`), worked out by the write door from tier, own
//!   rhythm, visits and working days, and again when those rules change; `doctor --full` works it out once more.
//! - **Reports leave the cockpit through [`tui::shell::Shell`]**, which prints what the shell would print: a file is a
//!   new one, and the clipboard is the terminal's.

pub mod action;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod import;
pub mod lang;
pub mod settings;
pub mod store;
pub mod tui;
