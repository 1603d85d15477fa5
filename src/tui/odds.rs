//! Why a deal's odds are what they are, and what they will be after a move, before it is made.

use super::cockpit::Cockpit;
use super::confirm::Confirm;
use super::overlay::Overlay;
use super::reading::Reading;
use crate::action::{Action, odds};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::passage;
use crate::domain::stage::{Move, Status};
use crate::lang::{cockpit, odds as word};
use crate::store::Fault;

impl Cockpit {
    /// Tells why the odds of the chosen deal are what they are, and what would raise them.
    pub(super) fn why(&mut self) {
        let Some((Noun::Opp, no)) = self.chosen().record else {
            let text = cockpit::NOTHING_CHOSEN.text(self.lang()).to_owned();
            return self.complain(text);
        };
        match self.explained(no) {
            Ok(Some((title, lines))) => {
                self.overlay = Some(Overlay::Reading(Box::new(Reading::of(title, lines))));
            }
            Ok(None) => {}
            Err(fault) => self.fault(fault),
        }
    }

    fn explained(&self, no: i64) -> Result<Option<(String, Vec<String>)>, Fault> {
        let (lang, today) = (self.lang(), self.session.desk.stamp.today());
        let Some(deal) = self.store.get::<Opportunity>(no)? else { return Ok(None) };
        let judged = self.store.judgement(&deal, today)?;
        let line = |(points, text): odds::Line| format!("{points:>6}  {text}");
        let why = odds::why(lang, &deal, &judged, &self.store.rules);
        let mut lines: Vec<String> = why.into_iter().map(line).collect();
        let weak = self.store.weaknesses(&deal, &judged, today)?;
        if deal.status == Status::Open && judged.qualified && !weak.is_empty() {
            lines.extend([String::new(), word::RAISE.text(lang).to_owned()]);
            lines.extend(odds::raise(lang, &weak, &self.store.rules).into_iter().map(line));
        }
        Ok(Some((format!("{} · {}", word::TITLE.text(lang), deal.title), lines)))
    }

    /// Asks before a deal goes on through a gate that passes, and tells its odds after that; true where it was asked.
    /// Several deals at once go without a question, and what is refused is told by the move itself.
    pub(super) fn asks_to_advance(&mut self, action: &Action) -> bool {
        let Action::Go(Move::Advance, which, words) = action else { return false };
        let Some(no) = which.parse().ok().filter(|_| words.is_empty()) else { return false };
        match self.ahead(no, false) {
            Ok(Some((title, lines))) => {
                let confirm = Confirm::asking(title, lines, action.clone());
                self.overlay = Some(Overlay::Confirm(Box::new(confirm)));
                true
            }
            Ok(None) => false,
            Err(fault) => {
                self.fault(fault);
                true
            }
        }
    }

    /// The stage that a deal would reach, and its odds there with what changes them; nothing where it cannot go on.
    pub(super) fn ahead(&self, no: i64, overridden: bool) -> Result<Option<(String, Vec<String>)>, Fault> {
        let (lang, today) = (self.lang(), self.session.desk.stamp.today());
        let Some(deal) = self.store.get::<Opportunity>(no)? else { return Ok(None) };
        let now = self.store.judgement(&deal, today)?;
        let reason = overridden.then_some("…");
        let Ok(step) = passage::advance(&deal, &now.gates, reason) else { return Ok(None) };
        let moved = Opportunity {
            stage: step.to,
            stage_since: Some(today),
            override_reason: deal.override_reason.clone().or(reason.map(str::to_owned)),
            ..deal.clone()
        };
        let then = self.store.judgement(&moved, today)?;
        let lines = odds::ahead(lang, &moved, (&now, &then));
        Ok(Some((format!("{} · {}", odds::on_to(lang, step.to), deal.title), lines)))
    }
}
