//! The screens: each knows selling and draws through shapes. None has I/O of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::command::{Command, Place};
use super::paint::Paint;
use super::terminal::Key;
use crate::action::{Desk, Failure, Mistake};
use crate::domain::noun::Noun;
use crate::lang::Word;
use crate::store::{Fault, Store};

pub mod account;
pub mod accounts;
mod archive;
pub mod assess;
pub mod background;
mod beside;
pub mod board;
pub mod calendar;
pub mod call_plan;
mod columns;
pub mod compete;
pub mod deal;
mod deals;
pub mod decide;
pub mod forecast_call;
pub mod funnel;
pub mod head;
pub mod key_accounts;
pub mod log;
pub mod manage;
mod pen;
pub mod preview;
mod related;
pub mod reports;
pub mod review;
mod staff;
pub mod stages;
pub mod sweep;
pub mod tab;
pub mod timeline;
pub mod today;
pub mod todos;

/// What a screen reads the book through.
pub struct Sight<'a> {
    /// The book, to be read only.
    pub store: &'a Store,
    /// The day, the language, the defaults.
    pub desk: &'a Desk,
}

/// What a screen is asked.
#[derive(Debug, Clone, Copy)]
pub enum Order<'a> {
    /// A key that no binding takes: moves of the cursor.
    Key(Key),
    /// A command.
    Do(&'a Command),
    /// A filter was typed.
    Filter(&'a str),
    /// An order was chosen, by its number.
    Sort(usize),
    /// A record was made: where it is shown, the cursor goes to it.
    Made(Noun, i64),
}

/// What a screen made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obeyed {
    /// Nothing.
    Ignored,
    /// It looks different now.
    Used,
    /// It needs to read the book.
    Load,
    /// Another screen is to be opened.
    Open(Target),
    /// Another tab of the deal is to be shown, with the cursor on a question where one is named.
    Turn(Place, Option<u8>),
}

/// A record to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A deal.
    Deal(i64),
    /// An account.
    Account(i64),
    /// The funnel, narrowed to deals of which nothing was asked yet, the largest first.
    ToQualify,
    /// A form for a question's answer.
    Evidence(i64, i64),
    /// A form for a record of a noun that has no screen of its own.
    Edit(Noun, i64),
    /// A form that prepares a visit.
    Prepare(i64),
    /// A form that tells what came of a visit.
    Debrief(i64),
    /// The form for the visit that a deal's flag is about: the oldest untold one, else the next.
    VisitOf(i64),
    /// A form for a deal, the cursor in a field.
    Field(i64, &'static str),
}

/// What a hole of a line may be filled with.
#[derive(Debug, Clone)]
pub struct Offers {
    /// What is asked for.
    pub title: Word,
    /// What there is to pick from; where that is nothing, `none` says so.
    pub rows: Vec<Offer>,
    /// What to say where there is nothing.
    pub none: Word,
    /// Whether a new name may be typed: who is called so is made.
    pub makes: bool,
}

/// One thing to pick.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What the line gets.
    pub value: String,
    /// What is shown and searched, also by pinyin.
    pub text: String,
    /// What is shown at the right.
    pub aside: String,
}

/// What the cursor is on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// The noun and the number of the record.
    pub record: Option<(Noun, i64)>,
    /// What it is called.
    pub name: String,
    /// Several numbers, where several are selected.
    pub several: Vec<i64>,
    /// The question under the cursor.
    pub question: Option<i64>,
    /// The filter of the list.
    pub filter: String,
    /// The record under the cursor of a deal's tab, which `edit` changes before the deal.
    pub item: Option<(Noun, i64)>,
    /// Which noun `new` makes there.
    pub fresh: Option<Noun>,
    /// What the form of `new` starts with, by field.
    pub presets: Vec<(&'static str, String)>,
    /// What fills further placeholders of a line, by their names.
    pub blanks: Vec<(&'static str, String)>,
    /// The account that new records belong to.
    pub account: Option<(i64, String)>,
    /// Why what a line needs is not there, where more can be said than that nothing is chosen.
    pub lacking: Option<Word>,
}

impl Chosen {
    /// A line with its placeholders filled; nothing where what it needs is not chosen.
    pub fn fill(&self, line: &str) -> Option<String> {
        let mut line = line.to_owned();
        for (name, text) in &self.blanks {
            line = line.replace(&format!("{{{name}}}"), text);
        }
        if line.contains("{question}") {
            line = line.replace("{question}", &self.question?.to_string());
        }
        if line.contains("{}") {
            line = line.replace("{}", &self.which(&line)?);
        }
        // What nothing fills can't be said.
        if line.contains('{') { None } else { Some(line) }
    }

    /// The numbers that a line is about; nothing where it is about another noun than what is chosen.
    fn which(&self, line: &str) -> Option<String> {
        let (noun, no) = self.record?;
        let numbers: Vec<String> = self.several.iter().map(i64::to_string).collect();
        let numbers = if numbers.is_empty() { no.to_string() } else { numbers.join(",") };
        if line.starts_with("log ") {
            return Some(if noun == Noun::Opp { numbers } else { format!("{} {numbers}", noun.code()) });
        }
        // A link to a deal stands in lines about what hangs on it.
        let of_deal = line.contains("opportunity={}");
        let wanted = if of_deal { Some(Noun::Opp) } else { line.split(' ').next().and_then(Noun::from_code) };
        wanted.is_none_or(|wanted| wanted == noun).then_some(numbers)
    }

    /// A line as it is offered: filled, with `…` for what is asked for then; nothing where it can't be said here.
    pub fn offer(&self, line: &str) -> Option<String> {
        let mut line = line.to_owned();
        while let Some((before, rest)) = line.split_once("{?") {
            let (_, after) = rest.split_once('}')?;
            line = format!("{before}…{after}");
        }
        self.fill(&line)
    }
}

/// One screen.
pub trait Screen {
    /// Where its keys hold.
    fn place(&self) -> Place;
    /// The nouns it shows: when one is written, it loads again.
    fn reads(&self) -> &'static [Noun];
    /// Reads what it shows, and no more.
    fn load(&mut self, sight: &Sight) -> Result<(), Fault>;
    /// Whether it understands the words of a filter; one that has no filter understands none.
    fn understands(&self, _sight: &Sight, words: &[String]) -> Result<(), Failure> {
        Err(Mistake::Line(words.join(" ")).into())
    }
    /// What the cursor is on.
    fn chosen(&self) -> Chosen;
    /// What a hole of a line, such as `{?other}`, may be filled with.
    fn offers(&self, _hole: &str) -> Option<Offers> {
        None
    }
    /// Takes a key or a command; reads nothing.
    fn obey(&mut self, order: Order) -> Obeyed;
    /// Takes its size before it is drawn; true where it then needs to read more.
    fn fit(&mut self, area: Rect) -> bool;
    /// Draws itself.
    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint);
}
