//! From the bytes of a file to judged proposals for the book. Pure: no book, no file system, no clock, no words.

mod alias;
mod cell;
mod column;
pub mod content_line;
pub mod date;
mod decode;
mod delimiter;
mod derive;
mod draft;
pub mod encoding;
#[cfg(feature = "excel")]
mod exact;
mod field;
mod finish;
mod header;
mod held;
pub mod ics;
pub mod input;
pub mod key;
mod label;
mod layout;
mod marks;
#[cfg(feature = "excel")]
mod merged;
mod noun;
pub mod number;
mod pass;
mod plan;
mod quote;
pub mod reading;
#[cfg(test)]
mod real;
pub mod reason;
pub mod records;
pub mod refusal;
pub mod repeat;
mod row;
#[cfg(feature = "excel")]
mod sheet;
pub mod source;
pub mod stage;
mod survey;
mod table;
mod tabular;
mod take;
#[cfg(test)]
mod tests;
mod text;
pub mod todo;
pub mod vcard;
mod window;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::clock::Clock;
use crate::domain::noun::Noun;
use input::Input;
use reading::Reading;
use refusal::Refusal;
use table::Table;
use text::Form;

/// How much of a file tells its kind.
const HEAD: usize = 1 << 20;

/// What the user says about a file, and what its cells do not say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// What its rows are, where that is not to be guessed.
    pub as_noun: Option<Noun>,
    /// The name of its source, which starts its external ids.
    pub from: Option<String>,
    /// Fields and the columns that fill them.
    pub map: Vec<(String, String)>,
    /// Stages of the file, and the stage or status of ours that each means.
    pub map_stage: Vec<(String, String)>,
    /// Whether the limits on bytes and rows are lifted.
    pub no_limit: bool,
    /// The ISO 4217 code of amounts that stand without one.
    pub currency: String,
    /// The day it is.
    pub today: NaiveDate,
    /// The days of a calendar that are wanted; a year back and a year ahead where nothing is said.
    pub window: Option<(NaiveDate, NaiveDate)>,
    /// The reader's clock.
    pub clock: Clock,
}

/// Reads a file; refuses it whole where it is beyond the limits, cannot be decoded, or holds nothing of ours.
///
/// A table is gone through several times and never held; everything else is held.
pub fn read(input: Arc<dyn Input>, options: &Options) -> Result<Reading, Refusal> {
    source::fits(&*input, options.no_limit)?;
    let start = input::head(&*input, HEAD)?;
    let is_cut = start.len() >= HEAD;
    source::is_filled(&start, is_cut)?;
    if vcard::is_cards(&start) {
        return vcard::read(&input::whole(&*input)?, options);
    }
    if ics::is_calendar(&start) {
        return ics::read(&input::whole(&*input)?, options);
    }
    if source::is_workbook(&start) {
        return read_workbook(&input::whole(&*input)?, options);
    }
    drop(start);
    let form = Form::find(&*input)?;
    let head = form.head(&*input, HEAD)?;
    // The first object of a list may be longer than that.
    let is_long_list = is_cut && head.trim_start().starts_with(['[', '{']);
    let head = if is_long_list { form.head(&*input, usize::MAX)? } else { source::lines_of(head, HEAD) };
    if let Some(tasks) = todo::reader(&head, options) {
        let text = form.head(&*input, usize::MAX)?;
        return tasks(&text, options).into_reading(form.encoding);
    }
    source::is_table(&head)?;
    drop(head);
    tabular::read(Table::of_text(input, form, options.no_limit)?, form.encoding, None, options)
}

#[cfg(feature = "excel")]
fn read_workbook(bytes: &[u8], options: &Options) -> Result<Reading, Refusal> {
    let mut refusal = None;
    for sheet in sheet::stores(bytes, options.no_limit)? {
        let (name, rows) = sheet?;
        let table = Table::of_sheet(rows, options.no_limit);
        match tabular::read(table, encoding::Encoding::Workbook, Some(name), options) {
            Ok(reading) => return Ok(reading),
            Err(Refusal::Empty) => {}
            Err(other) => refusal = refusal.or(Some(other)),
        }
    }
    Err(refusal.unwrap_or(Refusal::Empty))
}

#[cfg(not(feature = "excel"))]
fn read_workbook(_: &[u8], _: &Options) -> Result<Reading, Refusal> {
    Err(Refusal::NoWorkbooks)
}

/// Refuses what the user says about columns of a file that has none, and nouns that it cannot hold.
fn is_plain(options: &Options) -> Result<(), Refusal> {
    if let Some(noun) = options.as_noun.filter(|noun| !matches!(noun, Noun::Visit | Noun::Todo)) {
        return Err(Refusal::ItemsUnfit { noun });
    }
    if options.map.is_empty() { Ok(()) } else { Err(Refusal::NoMap) }
}

/// `--from`, else the layout's code: what stands before the colon of the ids.
fn named_source(options: &Options, layout: &str) -> String {
    let from = options.from.as_deref().map(|name| crate::domain::clean::clean_line(name).replace(':', "-"));
    from.filter(|name| !name.is_empty()).unwrap_or_else(|| layout.to_owned())
}
