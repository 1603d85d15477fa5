//! Find: searched again when other words are typed, and walked like every list in between.

use chrono::NaiveDate;

use super::cockpit::Cockpit;
use super::overlay::Overlay;
use super::screen::Target;
use super::shape::palette::{Item, Palette};
use crate::action::{apart, called};
use crate::domain::noun::Noun;
use crate::lang::{Lang, noun};
use crate::store::find::Hit;
use crate::store::{Fault, Store};

/// How many hits are shown.
const MOST: usize = 50;

/// The line of Find and what it has found.
#[derive(Default)]
pub struct Find {
    /// The line, and the hits as rows.
    pub palette: Palette,
    hits: Vec<Hit>,
    /// What was searched for last: a key that types nothing leaves the rows and the cursor alone.
    asked: String,
}

impl Find {
    /// An empty line.
    pub fn new() -> Self {
        Self { palette: Palette::searched(), ..Self::default() }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    /// Searches where something else is typed than was searched for.
    fn search(&mut self, store: &Store, lang: Lang, today: NaiveDate) -> Result<(), Fault> {
        if self.asked == self.palette.query() {
            return Ok(());
        }
        self.palette.query().clone_into(&mut self.asked);
        self.hits = store.find(&self.asked, None, MOST)?;
        // A colleague has no screen of his own.
        self.hits.retain(|hit| hit.noun != Noun::Rep);
        self.palette.offer(rows(store, &self.hits, (lang, today))?);
        Ok(())
    }

    /// What is opened of the row under the cursor.
    pub fn target(&self) -> Option<Target> {
        let hit = self.palette.chosen().and_then(|at| self.hits.get(at))?;
        Some(match hit.noun {
            Noun::Opp => Target::Deal(hit.sheet.no),
            Noun::Account => Target::Account(hit.sheet.no),
            noun => Target::Edit(noun, hit.sheet.no),
        })
    }
}

/// Hits as rows; those that look the same carry what tells them apart.
fn rows(store: &Store, hits: &[Hit], (lang, today): (Lang, NaiveDate)) -> Result<Vec<Item>, Fault> {
    let shown: Vec<(Noun, String)> = hits
        .iter()
        .map(|hit| {
            let account = hit.account.as_deref().map(|account| format!("  {account}")).unwrap_or_default();
            (hit.noun, format!("{}{account}", called(lang, hit.noun, &hit.sheet.name)))
        })
        .collect();
    let mut items = Vec::with_capacity(hits.len());
    for ((hit, (_, text)), is_alike) in hits.iter().zip(&shown).zip(apart::alike(&shown)) {
        let facts = if is_alike {
            apart::facts(store, (lang, today), hit.noun, hit.sheet.no)?
        } else {
            String::new()
        };
        let aside = format!("{facts}  {} {}", noun::name(lang, hit.noun.code()), hit.sheet.no);
        items.push(Item { text: text.clone(), aside: aside.trim_start().to_owned(), also: String::new() });
    }
    Ok(items)
}

impl Cockpit {
    /// Looks up what is typed into find.
    pub(super) fn search(&mut self) {
        let (lang, today) = (self.lang(), self.session.desk.stamp.today());
        let Some(Overlay::Find(find)) = &mut self.overlay else { return };
        if let Err(fault) = find.search(&self.store, lang, today) {
            self.fault(fault);
        }
    }
}
