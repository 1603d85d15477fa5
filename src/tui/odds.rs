//! Why a deal's odds are what they are, and what they will be after a move, before it is made.

use chrono::NaiveDate;

use super::cockpit::Cockpit;
use super::confirm::Confirm;
use super::overlay::Overlay;
use super::reading::Reading;
use crate::action::{Action, odds, resolve};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::passage;
use crate::domain::stage::{Move, Stage, Status};
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
    /// What is refused altogether is told by the move itself.
    pub(super) fn asks_to_advance(&mut self, action: &Action) -> bool {
        let Action::Go(Move::Advance, which, words) = action else { return false };
        if !words.is_empty() {
            return false;
        }
        let asked = match which.parse() {
            Ok(no) => self
                .ahead(no, false)
                .map(|found| found.map(|(title, lines)| Confirm::asking(title, lines, action.clone()))),
            Err(_) => self.all_ahead(which),
        };
        let asked = match asked {
            Ok(asked) => asked,
            Err(fault) => {
                self.fault(fault);
                return true;
            }
        };
        let is_asked = asked.is_some();
        if let Some(confirm) = asked {
            self.overlay = Some(Overlay::Confirm(Box::new(confirm)));
        }
        is_asked
    }

    /// What becomes of several deals: which go on and with what odds, whose gates ask for a reason, which stay. Nothing
    /// where none can go on.
    fn all_ahead(&self, which: &str) -> Result<Option<Confirm>, Fault> {
        let (lang, today) = (self.lang(), self.session.desk.stamp.today());
        // A name that means no deal is told by the move.
        let Ok(deals) = resolve::several::<Opportunity>(&self.store, which) else { return Ok(None) };
        let (mut on, mut held, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        for deal in &deals {
            let now = self.store.judgement(deal, today)?;
            match passage::advance(deal, &now.gates, None) {
                Ok(step) => {
                    let then = self.store.judgement(&moved(deal, step.to, None, today), today)?;
                    lines.push(odds::goes(lang, deal, step.to, (&now, &then)));
                    on.push(deal.head.no.to_string());
                }
                Err(why) => {
                    lines.push(odds::stays(lang, deal, &why));
                    if matches!(why, passage::Refusal::Gate { .. }) {
                        held.push(deal.head.no.to_string());
                    }
                }
            }
        }
        let title = word::ALL_ON.fill(lang, &[&on.len(), &deals.len()]);
        if !held.is_empty() {
            lines.push(word::GATES_ASK.fill(lang, &[&held.len()]));
        }
        let mut steps = [on, held].into_iter().filter(|some| !some.is_empty());
        let mut next = || steps.next().map(|some| Action::Go(Move::Advance, some.join(","), Vec::new()));
        Ok(next().map(|first| Confirm::asking(title, lines, first).then(next())))
    }

    /// The stage that a deal would reach, and its odds there with what changes them; nothing where it cannot go on.
    pub(super) fn ahead(&self, no: i64, overridden: bool) -> Result<Option<(String, Vec<String>)>, Fault> {
        let (lang, today) = (self.lang(), self.session.desk.stamp.today());
        let Some(deal) = self.store.get::<Opportunity>(no)? else { return Ok(None) };
        let now = self.store.judgement(&deal, today)?;
        let reason = overridden.then_some("…");
        let Ok(step) = passage::advance(&deal, &now.gates, reason) else { return Ok(None) };
        let moved = moved(&deal, step.to, reason, today);
        let then = self.store.judgement(&moved, today)?;
        let lines = odds::ahead(lang, &moved, (&now, &then));
        Ok(Some((format!("{} · {}", odds::on_to(lang, step.to), deal.title), lines)))
    }
}

/// A deal as it is once it has moved.
fn moved(deal: &Opportunity, to: Stage, reason: Option<&str>, today: NaiveDate) -> Opportunity {
    Opportunity {
        stage: to,
        stage_since: Some(today),
        override_reason: deal.override_reason.clone().or(reason.map(str::to_owned)),
        ..deal.clone()
    }
}
