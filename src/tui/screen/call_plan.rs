//! The call plan of a month: what is proposed, and what became of what was planned (V5).

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::call_plan::words;
use crate::action::line::joined;
use crate::domain::call_plan::{Standing, is_bare};
use crate::domain::month::Month;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::lang::{Lang, plan as word};
use crate::store::Fault;
use crate::store::call_plan::{Call, CallPlan as Plan, Offer};
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::list::List;
use crate::tui::shape::text;

mod lines;

/// Rows under the list: a blank, then why and the purpose in three lines together.
const FOOT: u16 = 4;

/// How many visits of a month are shown at most.
const MOST: usize = 500;

/// What a chance is taken for where none was set.
const EVEN: i64 = 50;

/// The call plan.
#[derive(Default)]
pub struct CallPlan {
    month: Option<Month>,
    plan: Plan,
    list: List,
    /// Whether the last reading had fewer proposals: one was taken.
    took: bool,
    lang: Lang,
    today: NaiveDate,
}

/// A part of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Offers,
    Calls,
    Lone,
}

/// What a row of the list is.
enum Row<'a> {
    Head(Part),
    Offer(&'a Offer),
    Call(&'a Call),
    /// A deal without a customer.
    Lone(&'a Opportunity),
}

impl CallPlan {
    fn rows(&self) -> Vec<Row<'_>> {
        let (offers, calls) = (&self.plan.offers, &self.plan.calls);
        let lone = &self.plan.lone;
        let mut rows = Vec::with_capacity(offers.len() + calls.len() + lone.len() + 3);
        rows.extend((!offers.is_empty()).then_some(Row::Head(Part::Offers)));
        rows.extend(offers.iter().map(Row::Offer));
        rows.extend((!calls.is_empty()).then_some(Row::Head(Part::Calls)));
        rows.extend(calls.iter().map(Row::Call));
        rows.extend((!lone.is_empty()).then_some(Row::Head(Part::Lone)));
        rows.extend(lone.iter().map(Row::Lone));
        rows
    }

    fn here(&self) -> Option<Row<'_>> {
        self.rows().into_iter().nth(self.list.cursor()?)
    }

    /// Puts the cursor off a head: below it, or above where it was going up.
    fn off_head(&mut self, up: bool) {
        if let (Some(Row::Head(_)), Some(at)) = (self.here(), self.list.cursor()) {
            self.list.set(if up && at > 0 { at - 1 } else { at + 1 });
        }
    }

    /// Takes the cursor away from the end of the proposals, so that it stays among them when one is taken.
    fn stay(&mut self, before: Option<usize>) {
        let last = self.plan.offers.len();
        if let Some(at) = before.filter(|at| last > 0 && *at > last && *at <= last + 1) {
            self.list.set(at.min(last));
        }
    }

    /// Puts the cursor on a visit.
    fn seek(&mut self, no: Option<i64>) {
        let is_it = |row: &Row| matches!(row, Row::Call(call) if Some(call.visit.head.no) == no);
        if let Some(at) = self.rows().iter().position(is_it) {
            self.list.set(at);
        }
    }

    fn open(&self) -> Obeyed {
        match self.here() {
            Some(Row::Offer(Offer { deal: Some(deal), .. })) => Obeyed::Open(Target::Deal(deal.no)),
            Some(Row::Offer(offer)) => Obeyed::Open(Target::Account(offer.account.no)),
            Some(Row::Lone(deal)) => Obeyed::Open(Target::Deal(deal.head.no)),
            Some(Row::Call(call)) => Obeyed::Open(Target::Edit(Noun::Visit, call.visit.head.no)),
            Some(Row::Head(_)) | None => Obeyed::Ignored,
        }
    }
}

impl Screen for CallPlan {
    fn place(&self) -> Place {
        Place::CallPlan
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Visit, Noun::Opp, Noun::Account, Noun::Person, Noun::Answer, Noun::Review]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let today = sight.desk.stamp.today();
        let month = self.month.unwrap_or(Month::to_plan(today, sight.store.rules.plan.near_days));
        let (before, offers) = (self.list.cursor(), self.plan.offers.len());
        self.plan = sight.store.call_plan(month, today, MOST)?;
        (self.month, self.lang, self.today) = (Some(month), sight.desk.lang, today);
        let count = self.rows().len();
        self.list.hold(0, count, count);
        self.took = self.plan.offers.len() < offers;
        if self.took {
            self.stay(before);
        }
        self.off_head(false);
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let month = self.plan.month;
        let mut blanks =
            vec![("month", month.to_string()), ("ritual", "plan".to_owned()), ("period", month.to_string())];
        let is_undated = |call: &&Call| call.standing == Standing::Planned && call.visit.when.is_none();
        let undated = self.plan.calls.iter().filter(is_undated).count();
        blanks.extend((undated > 0).then(|| ("undated", undated.to_string())));
        let fresh = Some(Noun::Visit);
        match self.here() {
            Some(Row::Offer(offer)) => {
                blanks.push(("proposal", joined(words(self.lang, offer, month))));
                let (deal, account) = (offer.deal.as_ref(), &offer.account);
                let record = deal.map_or((Noun::Account, account.no), |deal| (Noun::Opp, deal.no));
                let name = deal.unwrap_or(account).name.clone();
                Chosen {
                    record: Some(record),
                    name,
                    account: Some((account.no, account.name.clone())),
                    blanks,
                    fresh,
                    lacking: Some(word::ACCEPT_FIRST),
                    ..Chosen::default()
                }
            }
            Some(Row::Call(call)) => {
                let (visit, no) = (&call.visit, call.visit.head.no.to_string());
                let chance = visit.success_probability;
                let step = |by: i64| chance.map_or(EVEN, |chance| (chance + by).clamp(0, 100)).to_string();
                blanks.extend([("visit", no.clone()), ("more", step(10)), ("less", step(-10))]);
                match call.standing {
                    Standing::Unplanned => blanks.push(("unplanned", no)),
                    Standing::Planned if is_bare(visit) => blanks.push(("off", format!("remove {no}"))),
                    Standing::Planned => blanks.push(("off", format!("set {no} plan_month="))),
                    Standing::Done | Standing::Missed => {}
                }
                let record = Some((Noun::Visit, visit.head.no));
                let name = call.account.as_ref().map(|account| account.name.clone()).unwrap_or_default();
                Chosen { record, name, fresh, blanks, ..Chosen::default() }
            }
            Some(Row::Lone(deal)) => Chosen {
                record: Some((Noun::Opp, deal.head.no)),
                name: deal.title.clone(),
                blanks,
                fresh,
                lacking: Some(word::LONE_MEND),
                ..Chosen::default()
            },
            Some(Row::Head(_)) | None => Chosen { fresh, blanks, ..Chosen::default() },
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Open) => self.open(),
            Order::Do(Command::Side(next)) => {
                self.month = Some(if *next { self.plan.month.next() } else { self.plan.month.before() });
                self.list = List::default();
                Obeyed::Load
            }
            // The next key is meant for what Space accepted; who dates the proposals goes through them.
            Order::Do(Command::Say(line)) if line.starts_with("visit add {proposal}") => {
                self.seek(self.plan.calls.iter().map(|call| call.visit.head.no).max());
                Obeyed::Used
            }
            Order::Made(Noun::Visit, no) if !self.took => {
                self.seek(Some(no));
                Obeyed::Used
            }
            Order::Key(key) => {
                let before = self.list.cursor();
                if self.list.press(key) == Outcome::Ignored {
                    return Obeyed::Ignored;
                }
                self.off_head(self.list.cursor() < before);
                Obeyed::Used
            }
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.list.fit(usize::from(area.height.saturating_sub(FOOT + 2)));
        if self.list.cursor() == Some(1) {
            // The head above the first one stays in sight.
            self.list.set(0);
            self.list.set(1);
        }
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let cut = paint.theme.glyphs.cut;
        let head = text::cut(&lines::head(&self.plan, paint), usize::from(area.width), cut);
        text::put(buf, area, (0, 0), &head, paint.theme.title);
        let rows = self.rows();
        if rows.is_empty() {
            let said = if self.plan.month.last() < self.today { word::OVER } else { word::NONE };
            for (line, y) in text::wrap(said.text(paint.lang), usize::from(area.width) - 4).iter().zip(2..) {
                text::put(buf, area, (2, y), line, paint.theme.dim);
            }
            return;
        }
        let columns = lines::columns(area.width, paint);
        let shown: Vec<_> =
            rows.iter().map(|row| lines::row(row, &self.plan, columns.len(), paint)).collect();
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(FOOT + 1), ..area };
        self.list.view(list, buf, (&columns, &shown), "", &paint.theme);
        let Some(here) = self.here() else { return };
        let foot = lines::foot(&here, &self.plan, usize::from(area.width) - 2, paint);
        for ((line, style), y) in foot.iter().zip(area.height - FOOT + 1..area.height) {
            text::put(buf, area, (2, y), line, *style);
        }
    }
}
