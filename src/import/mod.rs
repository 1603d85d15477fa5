//! From the bytes of a file to judged proposals for the book. Pure: no book, no file system, no clock, no words.

mod alias;
mod cell;
mod column;
pub mod content_line;
pub mod date;
mod delimiter;
mod derive;
mod draft;
pub mod encoding;
mod field;
mod finish;
mod header;
#[cfg(feature = "ics")]
pub mod ics;
pub mod key;
mod label;
mod layout;
pub mod local;
mod noun;
pub mod number;
mod plan;
mod quote;
pub mod reading;
#[cfg(test)]
mod real;
pub mod reason;
pub mod refusal;
#[cfg(feature = "excel")]
mod sheet;
pub mod source;
pub mod stage;
mod table;
mod take;
#[cfg(test)]
mod tests;
pub mod todo;
pub mod vcard;

use chrono::NaiveDate;

use crate::domain::noun::Noun;
use encoding::Encoding;
use header::Header;
use plan::{Ground, Plan};
use reading::Reading;
use refusal::Refusal;
use stage::Stages;
use table::{Store, Table};
use take::Sheet;

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
    /// The reader's time zone by its IANA name, where it is known.
    pub zone: Option<String>,
    /// How far the reader's clock is from UTC today, in seconds to the east.
    pub east: i32,
}

/// Reads a file; refuses it whole where it is beyond the limits, cannot be decoded, or holds nothing of ours.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, Refusal> {
    source::check(bytes, options.no_limit)?;
    if vcard::is_cards(bytes) {
        return vcard::read(bytes, options);
    }
    #[cfg(feature = "ics")]
    if ics::is_calendar(bytes) {
        return ics::read(bytes, options);
    }
    if source::is_workbook(bytes) {
        return read_workbook(bytes, options);
    }
    let (text, encoding) = encoding::decode(bytes)?;
    if let Some(reading) = todo::read(&text, encoding, options) {
        return reading;
    }
    source::is_table(&text)?;
    let store = Store::parse(text, options.no_limit)?;
    read_table(&store.table(), encoding, None, options)
}

#[cfg(feature = "excel")]
fn read_workbook(bytes: &[u8], options: &Options) -> Result<Reading, Refusal> {
    let mut refusal = None;
    for sheet in sheet::stores(bytes, options.no_limit)? {
        let (name, store) = sheet?;
        match read_table(&store.table(), Encoding::Workbook, Some(name), options) {
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

fn read_table(
    table: &Table,
    encoding: Encoding,
    sheet: Option<String>,
    options: &Options,
) -> Result<Reading, Refusal> {
    let wanted: Vec<String> = options.map.iter().map(|(_, column)| column.clone()).collect();
    let vocabulary = header::vocabulary(&wanted);
    let header = header::find(&table.rows, &vocabulary).ok_or(Refusal::Empty)?;
    if options.as_noun.is_none_or(|noun| noun == Noun::Todo) && todo::todoist::is_list(&header) {
        let tasks = todo::todoist::read(table, &header, options);
        return tasks.into_reading(encoding, options);
    }
    let noun = match options.as_noun {
        Some(noun) if alias::of(noun).is_none() => return Err(Refusal::NounUnfit { noun }),
        Some(noun) => noun,
        None if options.map.is_empty() => noun::find(&header, &table.rows, &vocabulary)?,
        None => noun::find(&header, &table.rows, &vocabulary).or_else(|refusal| {
            let deal =
                options.map.iter().any(|(field, _)| ["title", "stage", "amount"].contains(&field.as_str()));
            if deal { Ok(Noun::Opp) } else { Err(refusal) }
        })?,
    };
    let targets = column::overrule(noun, &header, column::assign(noun, &header.labels), &options.map)?;
    name_column(noun, &header, &targets)?;
    let body = table.rows.get(header.at + 1..).unwrap_or(&[]);
    let ids = targets.iter().position(|target| *target == Some("id"));
    let ids = body.iter().filter_map(|row| row.cells.get(ids?)).filter(|cell| !cell.trim().is_empty());
    let norms = header.norms();
    let layout = layout::find(&norms).or_else(|| layout::by_ids(noun, &targets, ids));
    let stages = Stages::new(&options.map_stage, layout == Some("krayin"))?;
    let ground = Ground {
        noun,
        source: source_name(options, layout, &header, &targets),
        labels: header.labels.clone(),
        targets,
        body,
        semicolons: table.delimiter == Some(';'),
        today: options.today,
        currency: options.currency.clone(),
    };
    let plan = Plan::new(ground);
    Ok(take::take(Sheet { table, header: &header, encoding, name: sheet, layout }, &plan, stages))
}

/// Refuses a table in which nothing can name the record.
fn name_column(noun: Noun, header: &Header, targets: &[Option<&'static str>]) -> Result<(), Refusal> {
    let naming: &[&str] = match noun {
        Noun::Opp => &["title", "account", "product"],
        Noun::Person => &["name", "first_name", "last_name"],
        _ => &["name"],
    };
    let named = naming.iter().any(|name| targets.contains(&Some(name)));
    if named { Ok(()) } else { Err(Refusal::NoName { noun, labels: header.first_labels() }) }
}

/// Refuses what the user says about columns of a file that has none, and nouns that it cannot hold.
#[cfg(feature = "ics")]
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

/// `--from`, else the layout's code, else a name made from the labels that mean something.
fn source_name(
    options: &Options,
    layout: Option<&str>,
    header: &Header,
    targets: &[Option<&'static str>],
) -> String {
    let from = options
        .from
        .as_deref()
        .map(|name| crate::domain::clean::clean_line(name).replace(':', "-"))
        .filter(|name| !name.is_empty());
    from.or_else(|| layout.map(str::to_owned)).unwrap_or_else(|| {
        let known = header.labels.iter().zip(targets).filter(|(_, target)| target.is_some());
        let mut labels: Vec<String> = known.map(|(label, _)| label.norm.clone()).collect();
        labels.sort_unstable();
        key::source(&labels)
    })
}
