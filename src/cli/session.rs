//! An open book with all that a command of the shell needs besides its own words.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use super::trouble::Trouble;
use crate::action::{Desk, called};
use crate::domain::clock::Clock;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::lang::Lang;
use crate::settings::Settings;
use crate::store::{Sheet, Store};

/// How many deals are judged again in one go.
const STRIDE: usize = 5000;

/// An open book, who works on it, and how it is shown.
pub struct Session<'a> {
    /// The book.
    pub store: &'a mut Store,
    /// Who writes, when, in which currency.
    pub desk: Desk,
    /// What the person has set.
    pub settings: Settings,
    /// Whether the output is JSON.
    pub json: bool,
    sheets: RefCell<HashMap<(Noun, Id), Option<Sheet>>>,
    moments: RefCell<HashMap<i64, Option<String>>>,
}

impl<'a> Session<'a> {
    /// A session over an open book, its judgements brought up to today.
    pub fn over(store: &'a mut Store, desk: Desk, settings: Settings, json: bool) -> Result<Self, Trouble> {
        while store.refresh(desk.stamp.today(), STRIDE)? == STRIDE {}
        let (sheets, moments) = (RefCell::default(), RefCell::default());
        Ok(Self { store, desk, settings, json, sheets, moments })
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.desk.lang
    }

    /// The day.
    pub fn today(&self) -> NaiveDate {
        self.desk.stamp.today()
    }

    /// The reader's clock.
    pub fn clock(&self) -> Clock {
        self.settings.clock(self.desk.stamp.at)
    }

    /// Number, id and name of a linked record, looked up once.
    pub fn sheet(&self, noun: Noun, id: Id) -> Result<Option<Sheet>, Trouble> {
        if let Some(known) = self.sheets.borrow().get(&(noun, id)) {
            return Ok(known.clone());
        }
        let mut found = self.store.sheet(noun, id)?;
        if let Some(sheet) = &mut found {
            sheet.name = called(self.lang(), noun, &sheet.name);
        }
        self.sheets.borrow_mut().insert((noun, id), found.clone());
        Ok(found)
    }

    /// The moment of a batch as RFC 3339, looked up once.
    pub fn moment(&self, batch: i64) -> Result<Option<String>, Trouble> {
        if let Some(known) = self.moments.borrow().get(&batch) {
            return Ok(known.clone());
        }
        let found = self.store.moment(batch)?.map(|at| self.time(at));
        self.moments.borrow_mut().insert(batch, found.clone());
        Ok(found)
    }

    /// A moment in the reader's own time zone, RFC 3339.
    pub fn time(&self, at: DateTime<FixedOffset>) -> String {
        self.clock().at(&at).to_rfc3339_opts(SecondsFormat::Secs, false)
    }
}
