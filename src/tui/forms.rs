//! Forms over a screen: what opens them, and what becomes of what they say.

use super::cockpit::Cockpit;
use super::command::Place;
use super::entry::{Entry, Job};
use super::gate::Waits;
use super::overlay::Overlay;
use super::screen::Target;
use crate::action::{Action, Failure, Mistake, Refusal};
use crate::domain::answer::Verdict;
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::passage;
use crate::lang::cockpit as word;
use crate::store::Fault;

impl Cockpit {
    /// A form for a new record of the kind that the screen makes; `beside` is its second kind.
    pub(super) fn new_record(&mut self, beside: bool) {
        let chosen = self.chosen();
        let fresh = if beside { Some(Noun::Todo) } else { chosen.fresh };
        if fresh == Some(Noun::Visit) && chosen.presets.is_empty() {
            return self.new_visit();
        }
        let is_deal = self.place().screen() == Place::Deal;
        if let (Some(noun), Some((Noun::Opp, deal)), true) = (fresh, chosen.record, is_deal) {
            let account = chosen.account.map(|(no, _)| no);
            let entry = Entry::hang(noun, deal, account, self.lang());
            self.overlay = Some(Overlay::Form(Box::new(entry)));
            return;
        }
        if !beside && self.plan(&chosen) {
            return;
        }
        let noun = match (self.place().screen(), beside) {
            (Place::Accounts, _) => Noun::Account,
            (Place::Account, true) => Noun::Person,
            (Place::Today | Place::Todos, _) => Noun::Todo,
            _ => Noun::Opp,
        };
        let account = chosen.account.filter(|_| noun != Noun::Account);
        self.overlay = Some(Overlay::Form(Box::new(Entry::add(noun, account, self.lang()))));
    }

    /// A form for what is selected, or for what the cursor is on.
    pub(super) fn edit_chosen(&mut self) {
        let chosen = self.chosen();
        let noun = chosen.record.map(|(noun, _)| noun).filter(|_| !chosen.several.is_empty());
        if let Some(entry) = noun.and_then(|noun| Entry::bulk(noun, &chosen.several, self.lang())) {
            self.overlay = Some(Overlay::Form(Box::new(entry)));
        } else if let Some((noun, no)) = chosen.item.or(chosen.record) {
            self.edit(noun, no);
        }
    }

    pub(super) fn edit(&mut self, noun: Noun, no: i64) {
        let made = Entry::set(&self.store, noun, no, self.lang());
        self.show_form(made);
    }

    /// A form for a deal, the cursor in a field.
    pub(super) fn edit_at(&mut self, no: i64, key: &str) {
        self.edit(Noun::Opp, no);
        if let Some(Overlay::Form(entry)) = &mut self.overlay {
            entry.form.go(key);
        }
    }

    pub(super) fn evidence(&mut self, deal: i64, question: i64) {
        let chosen = self.chosen();
        let made = Entry::answer(&self.store, deal, question, self.lang());
        self.show_form(made);
        // The grade that was chosen by key before the form was opened holds in it.
        if let (Some(Overlay::Form(entry)), true) = (&mut self.overlay, chosen.question == Some(question)) {
            let is_against = entry.form.value("verdict") == Verdict::Unfavourable.code();
            let said = chosen.fill(if is_against { "{unfavourable}" } else { "{favourable}" });
            if let Some((_, grade)) = said.as_deref().and_then(|said| said.split_once(" grade=")) {
                entry.form.fill("grade", grade, grade);
            }
        }
    }

    pub(super) fn show_form(&mut self, made: Result<Option<Entry>, Fault>) {
        match made {
            Ok(entry) => self.overlay = entry.map(|entry| Overlay::Form(Box::new(entry))),
            Err(fault) => self.fault(fault),
        }
    }

    /// A form that closes the chosen deals.
    pub(super) fn close_chosen(&mut self) {
        let chosen = self.chosen();
        if let (Some((Noun::Opp, _)), Some(which)) = (chosen.record, chosen.fill("{}")) {
            let several = word::SELECTED.fill(self.lang(), &[&chosen.several.len()]);
            let name = if chosen.several.is_empty() { &chosen.name } else { &several };
            self.overlay = Some(Overlay::Form(Box::new(Entry::close(which, name, self.lang()))));
        }
    }

    /// Does what a form says; one that is refused stays open.
    pub(super) fn submit(&mut self, mut entry: Box<Entry>) {
        if entry.form.changes().is_empty() && !matches!(entry.job, Job::Answer(..) | Job::Visit(..)) {
            return;
        }
        let action = entry.action();
        match self.apply(&action) {
            Ok(done) => {
                self.done(&done);
                self.follow(&done);
                if let (Action::Add(Noun::Opp, _), Some((Noun::Opp, no))) = (&action, done.record) {
                    self.open(Target::Deal(no));
                }
            }
            Err(Failure::Refused(Refusal::Passage(
                deal,
                passage::Refusal::Gate { gate, result, missing },
            ))) => self.ask_override((deal, Waits::Debrief(entry)), gate, result, &missing),
            Err(failure) => {
                // Nothing typed is lost: the form stays open, and says what is wrong.
                let told = failure.tell(self.lang());
                if let Failure::Mistake(Mistake::Value(_, key, ..) | Mistake::Required(_, key)) = &failure {
                    entry.form.blame(key, &told.message);
                }
                self.blame(&failure);
                self.overlay = Some(Overlay::Form(entry));
            }
        }
    }
}
