//! Rituals of the week and of the quarter: they are opened over what is open, mended in place, stamped at their end.

use super::cockpit::Cockpit;
use super::command::{Command, Place, Rite};
use super::entry::Entry;
use super::overlay::Overlay;
use super::screen::call_plan::CallPlan;
use super::screen::forecast_call::ForecastCall;
use super::screen::key_accounts::KeyAccounts;
use super::screen::review::Review;
use super::screen::sweep::Sweep;
use super::screen::{Order, Screen, Target};
use crate::action::grammar;
use crate::domain::account::Account;
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::improve::{Mend, Part, mend};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::review::{Ritual, Verdict};
use crate::lang::{cockpit, plan, review, today as word};
use crate::store::Fault;

impl Cockpit {
    /// Stamps the ritual on top and leaves it, once everything in it was seen.
    pub(super) fn stamp(&mut self) {
        let chosen = self.chosen();
        let Some(line) = chosen.fill("review add ritual={ritual} period={period}") else {
            let left = chosen.fill("{left}").unwrap_or_default();
            return self.complain(word::NOT_YET.fill(self.lang(), &[&left]));
        };
        let parsed = grammar::Command::parse(&line).ok().and_then(|parsed| parsed.action());
        if parsed.is_some_and(|action| self.act(&action)) {
            if self.screens.len() > 1 {
                self.screens.pop();
            }
            self.reload();
            let period = chosen.fill("{period}").unwrap_or_default();
            let ritual = chosen.fill("{ritual}").and_then(|code| Ritual::from_code(&code));
            let said = match ritual {
                Some(Ritual::Plan) => plan::STAMPED,
                Some(Ritual::Funnel) => review::FUNNEL_STAMPED,
                Some(Ritual::Sweep | Ritual::Account) | None => word::STAMPED,
            };
            let said = said.fill(self.lang(), &[&period]);
            match chosen.fill("{undated}") {
                Some(count) => self.say(plan::UNDATED.fill(self.lang(), &[&said, &count])),
                None => self.say(said),
            }
        }
    }

    /// Opens the sweep, a review, the call plan or the forecast call.
    pub(super) fn ritual(&mut self, rite: Rite) {
        let screen: Box<dyn Screen> = match rite {
            Rite::Sweep => Box::new(Sweep::default()),
            Rite::Review => Box::new(Review::default()),
            Rite::KeyAccounts => Box::new(KeyAccounts::default()),
            Rite::CallPlan => Box::new(CallPlan::default()),
            Rite::ForecastCall => {
                // Only a filter of deals holds for them.
                let is_of_deals = matches!(self.place(), Place::Funnel | Place::Reports);
                let filter = if is_of_deals { self.chosen().filter } else { String::new() };
                Box::new(ForecastCall::of(&filter))
            }
        };
        if self.place() != screen.place() {
            self.push(screen);
        }
    }

    /// The number of the deal under the cursor; says so where there is none.
    fn deal_here(&mut self) -> Option<i64> {
        let deal = self.chosen().record.filter(|(noun, _)| *noun == Noun::Opp).map(|(_, no)| no);
        if deal.is_none() {
            self.complain(cockpit::NOTHING_CHOSEN.text(self.lang()).to_owned());
        }
        deal
    }

    /// Opens what mends what is new about the chosen deal, else the worst that is wrong with it.
    pub(super) fn mend(&mut self) {
        let Some(no) = self.deal_here() else { return };
        match self.news(no).and_then(|new| new.map_or_else(|| self.worst(no), |new| Ok(Some(new)))) {
            Ok(Some(Mend::Question(number))) => self.open(Target::Evidence(no, i64::from(number))),
            Ok(Some(Mend::Field(key))) => self.open(Target::Field(no, key)),
            Ok(Some(Mend::Visit)) => self.open(Target::VisitOf(no)),
            Ok(Some(Mend::Part(part))) => {
                self.open(Target::Deal(no));
                let tab = if part == Part::Compete { Place::Compete } else { Place::Decide };
                self.order(Order::Do(&Command::Go(tab)));
            }
            Ok(None) => self.open(Target::Deal(no)),
            Err(fault) => self.fault(fault),
        }
    }

    /// Where that is mended which the line of a deal says is new.
    fn news(&self, no: i64) -> Result<Option<Mend>, Fault> {
        let blanks = self.chosen().blanks;
        let said = |name: &str| blanks.iter().find(|(own, _)| *own == name).map(|(_, text)| text.as_str());
        if let Some(number) = said("turned").and_then(|text| text.parse().ok()) {
            return Ok(Some(Mend::Question(number)));
        }
        if let Some(field) = said("field").and_then(Opportunity::field) {
            return Ok(Some(Mend::Field(field.key)));
        }
        let Some(alarm) = said("alarm").and_then(Alarm::from_code) else { return Ok(None) };
        let Some(deal) = self.store.get::<Opportunity>(no)? else { return Ok(None) };
        let judged = self.store.judgement(&deal, self.session.desk.stamp.today())?;
        Ok(Some(mend(alarm, &Case::bare(&deal), &judged)))
    }

    /// Where the worst weak point of a deal is mended; nothing where it has none.
    fn worst(&self, no: i64) -> Result<Option<Mend>, Fault> {
        let Some(deal) = self.store.get::<Opportunity>(no)? else { return Ok(None) };
        let today = self.session.desk.stamp.today();
        let judged = self.store.judgement(&deal, today)?;
        Ok(self.store.weaknesses(&deal, &judged, today)?.first().map(|weak| weak.mend))
    }

    /// Opens the chosen deal's form on its next step.
    pub(super) fn next_step(&mut self) {
        if let Some(no) = self.deal_here() {
            self.open(Target::Field(no, "next_step"));
        }
    }

    /// Asks for what a verdict on the chosen key account needs.
    pub(super) fn judge(&mut self, verdict: Verdict) {
        let chosen = self.chosen();
        let Some((Noun::Account, no)) = chosen.record else {
            return self.complain(cockpit::NOTHING_CHOSEN.text(self.lang()).to_owned());
        };
        let account = match self.store.get::<Account>(no) {
            Ok(account) => account.unwrap_or_default(),
            Err(fault) => return self.fault(fault),
        };
        let why = account.key_reason.as_deref();
        let entry = Entry::verdict(verdict, (no, &chosen.name), why, self.lang());
        self.overlay = Some(Overlay::Form(Box::new(entry)));
    }
}
