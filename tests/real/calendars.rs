//! Calendars of many programs: as many events, to-dos and times as an independent reader counted, and known again.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use chrono::NaiveDate;
use quarterdeck::action::import::write;
use quarterdeck::domain::noun::Noun;
use quarterdeck::import::reading::{Reading, Skip};
use quarterdeck::import::{self, Options};

use crate::book::*;

/// A row of the table of what an independent reader found.
struct Truth {
    file: String,
    events: usize,
    tasks: usize,
    times: Option<usize>,
    reader: String,
}

fn truths() -> Vec<Truth> {
    let table = String::from_utf8(data("ics_ground_truth.tsv")).unwrap();
    let one = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        Truth {
            file: cells[0].to_owned(),
            events: cells[2].parse().unwrap(),
            tasks: cells[3].parse().unwrap(),
            times: cells[7].parse().ok(),
            reader: cells[8].to_owned(),
        }
    };
    table.lines().skip(1).map(one).collect()
}

fn all_days() -> Options {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    Options { window: Some((day(1970, 1, 1), day(2039, 12, 31))), ..options() }
}

/// The lines on which the items of a reading begin, and how many records it proposes.
fn counted(readings: &[Reading], noun: Noun) -> (usize, usize) {
    let own: Vec<&Reading> = readings.iter().filter(|reading| reading.noun == noun).collect();
    let lines: BTreeSet<u64> = own
        .iter()
        .flat_map(|reading| {
            let taken = reading.records.at_hand().unwrap().iter().map(|one| one.line);
            let outside = reading.skipped.iter().filter(|(_, skip)| *skip == Skip::OutsideWindow);
            taken.chain(outside.map(|(line, _)| *line)).collect::<Vec<_>>()
        })
        .collect();
    let rejected: usize = own.iter().map(|reading| reading.rejected.len()).sum();
    (lines.len() + rejected, own.iter().map(|reading| reading.records.count()).sum())
}

#[test]
fn every_event_and_every_time_of_it_is_counted() {
    if !at_hand() {
        return;
    }
    let mut told = String::new();
    for truth in truths() {
        // Two messages about one event: the newer one holds.
        let superseded = usize::from(truth.file == "ics-libical/classify.ics");
        let readings =
            import::read(Arc::new(data(&truth.file)), &all_days()).map(Reading::apart).unwrap_or_default();
        let (events, times) = counted(&readings, Noun::Visit);
        let (tasks, _) = counted(&readings, Noun::Todo);
        let is_least = truth.reader.contains("reader kept") || truth.reader.contains("bad properties");
        let is_right =
            truth.times.is_none_or(|wanted| times + superseded == wanted || (is_least && times > wanted));
        if (events, tasks) != (truth.events, truth.tasks) || !is_right {
            let _ = writeln!(
                told,
                "{}: {events}/{} events, {tasks}/{} to-dos, {times}/{:?} times, {}",
                truth.file, truth.events, truth.tasks, truth.times, truth.reader
            );
        }
    }
    assert_eq!(told, "");
}

#[test]
fn all_calendars_go_into_one_book_and_are_known_again() {
    if !at_hand() {
        return;
    }
    let mut book = Book::new();
    let mut told = String::new();
    let mut read = 0;
    for truth in truths().iter().filter(|truth| truth.events + truth.tasks > 0) {
        let bytes = data(&truth.file);
        let years =
            Options { window: all_days().window.map(|(from, _)| (from, options().today)), ..options() };
        let Ok(reading) = import::read(Arc::new(bytes), &years) else { continue };
        // Calendars of one program share ids, but not their events.
        let files = |reading: &Reading| {
            let name = |reading: &Reading| (truth.file.clone(), reading.clone());
            reading.clone().apart().iter().map(name).collect::<Vec<_>>()
        };
        if reading.records.count() > 500 {
            continue;
        }
        read += 1;
        let wrote =
            |book: &mut Book| write(&mut book.0, &desk(), &files(&reading), false, &mut |_| ()).unwrap();
        wrote(&mut book);
        let again = wrote(&mut book);
        let same: usize = again.files.iter().map(|file| file.created + file.updated).sum();
        if same > 0 || again.batch.is_some() {
            let _ = writeln!(told, "{}: {again:?}", truth.file);
        }
    }
    assert!(told.is_empty() && read > 150, "{read} {told}");
    book.is_sound();
}
