//! A table: what its rows are, who wrote it, and by which plan its rows are read.

use super::encoding::Encoding;
use super::header::{self, Header};
use super::plan::{Ground, Plan};
use super::reading::Reading;
use super::records::Records;
use super::refusal::Refusal;
use super::stage::Stages;
use super::survey::Survey;
use super::table::Table;
use super::take::Sheet;
use super::{Options, alias, column, key, layout, noun, todo};
use crate::domain::clean::clean_line;
use crate::domain::noun::Noun;

/// Reads a table; refuses one that holds nothing of ours.
pub(super) fn read(
    table: Table,
    encoding: Encoding,
    name: Option<String>,
    options: &Options,
) -> Result<Reading, Refusal> {
    let wanted: Vec<String> = options.map.iter().map(|(_, column)| column.clone()).collect();
    let vocabulary = header::vocabulary(&wanted);
    let head = table.head(header::LOOK + noun::BELOW)?;
    let head = head.all();
    let header = header::find(&head, &vocabulary).ok_or(Refusal::Empty)?;
    if options.as_noun.is_none_or(|noun| noun == Noun::Todo) && todo::todoist::is_list(&header) {
        return todo::todoist::read(&table, &header, options)?.into_reading(encoding);
    }
    let noun = match options.as_noun {
        Some(noun) if alias::of(noun).is_none() => return Err(Refusal::NounUnfit { noun }),
        Some(noun) => noun,
        None => noun::find(&header, (&table, &head), &vocabulary)
            .or_else(|refusal| mapped(options).ok_or(refusal))?,
    };
    let targets = column::overrule(noun, &header, column::assign(noun, &header.labels), &options.map)?;
    name_column(noun, &header, &targets)?;
    let layout = match layout::find(&header.norms()) {
        None if is_maven(noun, &targets, &table, &header)? => Some("maven"),
        found => found,
    };
    let ground = Ground {
        noun,
        source: source_name(options, layout, &header, &targets),
        labels: header.labels.clone(),
        targets,
        semicolons: table.delimiter == Some(';'),
        today: options.today,
        clock: options.clock,
        currency: options.currency.clone(),
    };
    let stages = Stages::new(&options.map_stage, layout == Some("krayin"))?;
    let plan = planned(ground, &table, &header)?;
    let is_source_guessed = named(options).is_none();
    let reading = Reading { layout, encoding, sheet: name, is_source_guessed, ..Reading::bare() };
    judged(Sheet::new(table, header, plan, stages)?, reading)
}

/// What a table came to, when all its rows were judged.
fn judged(mut sheet: Sheet, mut reading: Reading) -> Result<Reading, Refusal> {
    let plan = &sheet.plan;
    (reading.noun, reading.source) = (plan.noun, plan.source.clone());
    (reading.date_order, reading.number_format) = (plan.dates, plan.numbers);
    reading.delimiter = sheet.table.delimiter;
    let count = sheet.judge(&mut reading)?;
    reading.records = Records::of_table(sheet, count);
    Ok(reading)
}

/// What the rows are by the fields that the user names: deals, where one is a deal's.
fn mapped(options: &Options) -> Option<Noun> {
    let mut fields = options.map.iter().map(|(field, _)| field.as_str());
    fields.any(|field| ["title", "stage", "amount"].contains(&field)).then_some(Noun::Opp)
}

/// Whether all ids of a table are as those of Maven's practice data.
fn is_maven(
    noun: Noun,
    targets: &[Option<&'static str>],
    table: &Table,
    header: &Header,
) -> Result<bool, Refusal> {
    let ids = targets.iter().position(|target| *target == Some("id"));
    let Some(ids) = ids.filter(|_| layout::may_be_maven(noun, targets)) else { return Ok(false) };
    let (mut pass, mut any) = (table.below(header.at)?, false);
    while let Some(row) = pass.next()? {
        let id = row.cells.get(ids).unwrap_or_default();
        if !id.trim().is_empty() && !layout::is_maven_id(id) {
            return Ok(false);
        }
        any |= !id.trim().is_empty();
    }
    Ok(any)
}

/// The plan of a table, after all its rows were heard.
fn planned(ground: Ground, table: &Table, header: &Header) -> Result<Plan, Refusal> {
    let mut survey = Survey::new(ground.first_uses());
    let mut pass = table.below(header.at)?;
    while let Some(row) = pass.next()? {
        survey.add(&row);
    }
    Ok(Plan::new(ground, survey))
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

/// The source as the user names it.
fn named(options: &Options) -> Option<String> {
    let from = options.from.as_deref().map(|name| clean_line(name).replace(':', "-"));
    from.filter(|name| !name.is_empty())
}

/// `--from`, else the layout's code, else a name made from the labels that mean something.
fn source_name(
    options: &Options,
    layout: Option<&str>,
    header: &Header,
    targets: &[Option<&'static str>],
) -> String {
    named(options).or_else(|| layout.map(str::to_owned)).unwrap_or_else(|| {
        let known = header.labels.iter().zip(targets).filter(|(_, target)| target.is_some());
        let mut labels: Vec<String> = known.map(|(label, _)| label.norm.clone()).collect();
        labels.sort_unstable();
        key::source(&labels)
    })
}
