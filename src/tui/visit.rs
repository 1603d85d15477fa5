//! What the cockpit does with visits: new ones, preparing one, telling what came of it.

use super::cockpit::Cockpit;
use super::entry::{Entry, Job};
use super::overlay::Overlay;
use super::screen::Chosen;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::visit::{Visit, VisitStatus};
use crate::lang::{cockpit as said, visit as word};
use crate::store::Fault;

impl Cockpit {
    /// A form for a new visit: for the chosen deal, or at the chosen account; at the day that the screen names.
    pub(super) fn new_visit(&mut self) {
        let chosen = self.chosen();
        let lang = self.lang();
        let deal = chosen.record.filter(|(noun, _)| *noun == Noun::Opp).map(|(_, no)| no);
        let made = match deal {
            Some(deal) => self.account_no(deal).map(|account| Entry::hang(Noun::Visit, deal, account, lang)),
            None => Ok(Entry::add(Noun::Visit, chosen.account.clone(), lang)),
        };
        let made = made.map(|mut entry| {
            let plan = chosen.blanks.iter().find(|(name, _)| *name == "month");
            if let (Some((_, month)), Job::Add(_, words)) = (plan, &mut entry.job) {
                words.push(format!("plan_month={month}"));
            }
            if let Some((_, when)) = chosen.blanks.iter().find(|(name, _)| *name == "when") {
                entry.form.fill("when", when, when);
            }
            Some(entry)
        });
        self.show_form(made);
    }

    fn account_no(&self, deal: i64) -> Result<Option<i64>, Fault> {
        let account = self.store.get::<Opportunity>(deal)?.and_then(|deal| deal.account);
        let sheet = account.map(|id| self.store.sheet(Noun::Account, id)).transpose()?.flatten();
        Ok(sheet.map(|sheet| sheet.no))
    }

    /// A form that prepares a visit.
    pub(super) fn prepare(&mut self, no: i64) {
        let made = Entry::prepare(&self.store, &self.session.desk, no);
        self.show_visit(made);
    }

    /// A form for the day of the chosen visit; of one that is proposed it makes the visit.
    pub(super) fn date_visit(&mut self) {
        let (chosen, lang) = (self.chosen(), self.lang());
        if let Some(words) = chosen.fill("{proposal} plan_month={month}").and_then(|line| shlex::split(&line))
        {
            let made = Entry::accept(&self.store, words, &chosen.name, lang);
            return self.show_form(made.map(Some));
        }
        match chosen.record {
            Some((Noun::Visit, no)) => {
                let made = Entry::date(&self.store, no, lang);
                self.show_visit(made);
            }
            _ => self.complain(said::NOTHING_CHOSEN.text(lang).to_owned()),
        }
    }

    /// A form that tells what came of a visit.
    pub(super) fn debrief(&mut self, no: i64) {
        let made = Entry::debrief(&self.store, &self.session.desk, no);
        self.show_visit(made);
    }

    /// The form for a deal's visit: what came of the oldest that is past, else what the next one is for.
    pub(super) fn visit_of(&mut self, deal: i64) {
        match self.deals_visit(deal, true) {
            Ok(Some(no)) => self.debrief(no),
            Ok(None) => self.prepare_next(deal),
            Err(fault) => self.fault(fault),
        }
    }

    /// Prepares the chosen visit, or the next one of the chosen deal.
    pub(super) fn prepare_chosen(&mut self) {
        match chosen_visit(&self.chosen()) {
            Ok(no) => self.prepare(no),
            Err(Some(deal)) => self.prepare_next(deal),
            Err(None) => self.complain(said::NOTHING_CHOSEN.text(self.lang()).to_owned()),
        }
    }

    /// Tells what came of the chosen visit, or of the oldest untold one of the chosen deal.
    pub(super) fn debrief_chosen(&mut self) {
        let no = match chosen_visit(&self.chosen()) {
            Ok(no) => Ok(Some(no)),
            Err(deal) => deal.map_or(Ok(None), |deal| self.deals_visit(deal, true)),
        };
        match no {
            Ok(Some(no)) => self.debrief(no),
            Ok(None) => self.complain(word::NONE_PAST.text(self.lang()).to_owned()),
            Err(fault) => self.fault(fault),
        }
    }

    /// The visit under the cursor; of a chosen deal the next one, else the oldest that is untold. Says so where there is none.
    pub(super) fn visit_meant(&mut self) -> Option<i64> {
        let found = match chosen_visit(&self.chosen()) {
            Ok(no) => Ok(Some(no)),
            Err(Some(deal)) => self.deals_visit(deal, false).and_then(|next| match next {
                Some(no) => Ok(Some(no)),
                None => self.deals_visit(deal, true),
            }),
            Err(None) => Ok(None),
        };
        match found {
            Ok(Some(no)) => return Some(no),
            Ok(None) => self.complain(word::NONE_CHOSEN.text(self.lang()).to_owned()),
            Err(fault) => self.fault(fault),
        }
        None
    }

    /// The visit of a chosen deal that was told last.
    pub(super) fn visit_told(&self) -> Result<Option<i64>, Fault> {
        let Err(Some(deal)) = chosen_visit(&self.chosen()) else { return Ok(None) };
        let Some(deal) = self.store.get::<Opportunity>(deal)? else { return Ok(None) };
        let visits = self.store.visits_of(deal.head.id)?;
        Ok(visits.iter().find(|visit| visit.status == VisitStatus::Done).map(|visit| visit.head.no))
    }

    fn prepare_next(&mut self, deal: i64) {
        match self.deals_visit(deal, false) {
            Ok(Some(no)) => self.prepare(no),
            Ok(None) => self.complain(word::NONE_AHEAD.text(self.lang()).to_owned()),
            Err(fault) => self.fault(fault),
        }
    }

    /// The oldest open visit of a deal that has begun, or the next one that has not.
    fn deals_visit(&self, deal: i64, past: bool) -> Result<Option<i64>, Fault> {
        let Some(deal) = self.store.get::<Opportunity>(deal)? else { return Ok(None) };
        let mut visits: Vec<Visit> = self.store.visits_of(deal.head.id)?;
        visits.reverse();
        let now = self.session.desk.stamp.at.naive_local();
        let begun = |visit: &Visit| {
            visit.when.is_some_and(|when| when.day.and_time(when.time.unwrap_or_default()) <= now)
        };
        let found = visits.iter().find(|visit| visit.is_open() && begun(visit) == past);
        Ok(found.map(|visit| visit.head.no))
    }

    fn show_visit(&mut self, made: Result<Option<Entry>, Fault>) {
        match made {
            Ok(None) => self.complain(word::IS_OVER.text(self.lang()).to_owned()),
            Ok(Some(entry)) => self.overlay = Some(Overlay::Form(Box::new(entry))),
            Err(fault) => self.fault(fault),
        }
    }
}

/// The visit under the cursor; where there is none, the chosen deal.
fn chosen_visit(chosen: &Chosen) -> Result<i64, Option<i64>> {
    match (chosen.item, chosen.record) {
        (Some((Noun::Visit, no)), _) | (None, Some((Noun::Visit, no))) => Ok(no),
        (_, Some((Noun::Opp, deal))) => Err(Some(deal)),
        _ => Err(None),
    }
}
