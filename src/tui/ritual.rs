//! Rituals of the week: they are opened over what is open, and stamped at their end.

use super::cockpit::Cockpit;
use super::screen::call_plan::CallPlan;
use super::screen::forecast_call::ForecastCall;
use super::screen::sweep::Sweep;
use crate::action::grammar;
use crate::lang::{plan, today as word};

impl Cockpit {
    /// Opens the weekly sweep.
    pub(super) fn sweep(&mut self) {
        if self.place() != super::command::Place::Sweep {
            self.push(Box::new(Sweep::default()));
        }
    }

    /// Opens the call plan.
    pub(super) fn call_plan(&mut self) {
        if self.place() != super::command::Place::CallPlan {
            self.push(Box::new(CallPlan::default()));
        }
    }

    /// Opens the forecast call.
    pub(super) fn forecast_call(&mut self) {
        if self.place() != super::command::Place::ForecastCall {
            self.push(Box::new(ForecastCall::default()));
        }
    }

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
            let is_plan = chosen.fill("{ritual}").as_deref() == Some("plan");
            let said = if is_plan { plan::STAMPED } else { word::STAMPED };
            self.say(said.fill(self.lang(), &[&period]));
        }
    }
}
