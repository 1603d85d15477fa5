//! What commands and overlays do: the only place where the cockpit writes, and only through actions.

use super::clerk::Clerk;
use super::cockpit::Cockpit;
use super::command::{Command, Place};
use super::entry::{Entry, Job};
use super::filter;
use super::find::Find;
use super::gate::{Waits, others};
use super::help::Help;
use super::overlay::Overlay;
use super::screen::Order;
use super::screen::Target;
use super::shape::Outcome;
use super::terminal::{Code, Key, Request};
use crate::action::grammar;
use crate::action::tell::Told;
use crate::action::{Action, Failure, Mistake, Refusal};
use crate::domain::answer::Verdict;
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::passage;
use crate::lang::cockpit as word;
use crate::store::Fault;

impl Cockpit {
    /// Does what a command says.
    pub(super) fn command(&mut self, command: &Command) {
        match command {
            Command::Say(line) => self.line(&line.clone(), command),
            Command::Quit => self.request = Some(Request::Quit),
            Command::Go(place) if place.screen() == Place::Deal => drop(self.order(Order::Do(command))),
            Command::Go(place) => self.go(*place),
            Command::Palette => self.offer_commands(""),
            Command::Find => self.overlay = Some(Overlay::Find(Box::new(Find::new()))),
            Command::Capture => self.open_capture(),
            Command::Help => self.overlay = Some(Overlay::Help(Box::new(Help::of(self.place())))),
            Command::Sort => self.overlay = Some(Overlay::sort(self.place(), self.lang())),
            Command::Filter => self.ask_filter(),
            Command::Defer => self.pick_day(),
            Command::Saved(number) => self.saved(*number),
            Command::Keep(number) => self.keep(*number, &self.chosen().filter),
            Command::Language => {
                self.session.desk.lang = self.lang().other();
                self.reload();
            }
            Command::New | Command::NewBeside => self.new_record(*command == Command::NewBeside),
            Command::Edit => self.edit_chosen(),
            Command::Remove => self.remove_chosen(),
            Command::Close => self.close_chosen(),
            Command::Note => self.note(),
            Command::Date => self.date_visit(),
            Command::Stamp => self.stamp(),
            Command::Ritual(place) => self.ritual(*place),
            Command::Mend => self.mend(),
            Command::NextStep => self.next_step(),
            Command::Judge(verdict) => self.judge(*verdict),
            Command::Shift(minutes) => self.shift(*minutes),
            Command::NewVisit => self.new_visit(),
            Command::Prepare => self.prepare_chosen(),
            Command::Debrief => self.debrief_chosen(),
            Command::Steps => self.steps(),
            Command::Strategy => self.pick_strategy(),
            Command::Tactic => self.pick_tactic(),
            Command::AccountOf => self.account_of(),
            Command::Timeline => self.timeline(),
            Command::Why => self.why(),
            Command::Back if !self.order(Order::Do(command)) => {
                if self.screens.len() > 1 {
                    self.screens.pop();
                    self.reload();
                }
            }
            Command::Back => {}
            other if self.hands_out(other) => {}
            other => drop(self.order(Order::Do(other))),
        }
    }

    /// A line of the grammar, its placeholders filled with what is chosen.
    fn line(&mut self, line: &str, command: &Command) {
        if let Some((before, rest)) = line.split_once("{?")
            && let Some((hole, after)) = rest.split_once('}')
        {
            return self.ask_hole(hole, (before, after));
        }
        let chosen = self.chosen();
        let Some(filled) = chosen.fill(line) else {
            let why = chosen.lacking.unwrap_or(word::NOTHING_CHOSEN);
            return self.complain(why.text(self.lang()).to_owned());
        };
        if filled.contains('…') {
            return self.half_typed(&filled);
        }
        let Ok(parsed) = grammar::Command::parse(&filled) else {
            let failure = Failure::from(Mistake::Line(filled));
            return self.blame(&failure);
        };
        match parsed.action() {
            Some(Action::Undo(None)) => self.take_back(false),
            Some(Action::Redo(None)) => self.take_back(true),
            Some(action) if self.asks_to_advance(&action) => {}
            Some(Action::Remove(noun, which)) => {
                if self.remove(noun, &which) {
                    self.order(Order::Do(command));
                }
            }
            Some(action) => {
                if self.act(&action) {
                    self.order(Order::Do(command));
                }
            }
            None if parsed.only_reads() => self.read(&filled, &parsed),
            None => self.complain(word::SHELL_ONLY.fill(self.lang(), &[&filled])),
        }
    }

    /// Tells why something was not done, and the way out.
    pub(super) fn blame(&mut self, failure: &Failure) {
        let told = failure.tell(self.lang());
        let told = match failure {
            Failure::Refused(Refusal::Passage(deal, why)) => self.stays(*deal, why, told),
            _ => told,
        };
        self.told(told);
    }

    /// Tells what went wrong and the way out, in one line.
    pub(super) fn told(&mut self, told: Told) {
        self.complain([Some(told.message), told.hint].into_iter().flatten().collect::<Vec<_>>().join(" · "));
    }

    /// Does an action and tells; true where it was done.
    pub(super) fn act(&mut self, action: &Action) -> bool {
        match action.apply(&mut self.store, &self.session.desk) {
            Ok(done) => {
                self.done(&done);
                self.order(Order::Do(&Command::Unselect));
                true
            }
            Err(Failure::Refused(Refusal::Passage(
                deal,
                passage::Refusal::Gate { gate, result, missing },
            ))) => {
                self.ask_override((deal, Waits::Deals(others(action, deal))), gate, result, &missing);
                false
            }
            Err(failure) => {
                self.blame(&failure);
                false
            }
        }
    }

    fn new_record(&mut self, beside: bool) {
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

    fn edit_chosen(&mut self) {
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

    fn close_chosen(&mut self) {
        let chosen = self.chosen();
        if let (Some((Noun::Opp, _)), Some(which)) = (chosen.record, chosen.fill("{}")) {
            let several = word::SELECTED.fill(self.lang(), &[&chosen.several.len()]);
            let name = if chosen.several.is_empty() { &chosen.name } else { &several };
            self.overlay = Some(Overlay::Form(Box::new(Entry::close(which, name, self.lang()))));
        }
    }

    /// A pasted text goes where text is typed; elsewhere it says nothing.
    pub(super) fn paste(&mut self, text: &str) {
        match &mut self.overlay {
            Some(Overlay::Commands(palette, _) | Overlay::Sort(palette) | Overlay::Hole(palette, _)) => {
                palette.paste(text);
            }
            Some(Overlay::Find(find)) => find.palette.paste(text),
            Some(Overlay::Filter(line, _)) => line.paste(text),
            Some(Overlay::Capture(capture)) => capture.line.paste(text),
            Some(Overlay::Gate(gate)) => gate.reason.paste(text),
            Some(Overlay::Form(entry)) => {
                let clerk = Clerk::new(&self.store, &self.session.desk, &*self.session.shell, entry);
                entry.form.paste(text, &clerk);
                if let Some(fault) = clerk.failed() {
                    self.fault(fault);
                }
            }
            Some(Overlay::Pick(pick)) => pick.paste(text),
            Some(Overlay::Help(..) | Overlay::Confirm(_) | Overlay::Reading(_) | Overlay::Steps(_))
            | None => {}
        }
        self.typed();
    }

    /// What follows from what is typed: a search, or a line read again.
    fn typed(&mut self) {
        self.search();
        self.read_capture();
        self.read_pick();
    }

    /// Passes a key to what lies on top.
    pub(super) fn press_overlay(&mut self, key: Key) {
        if key == Key::ctrl('c') {
            self.keep_draft();
            self.request = Some(Request::Quit);
            return;
        }
        if key.code == Code::F(1) && !matches!(self.overlay, Some(Overlay::Help(_))) {
            return self.explain();
        }
        if key == Key::ctrl('y') && self.keep_and_copy() {
            return;
        }
        if let (Some(Overlay::Filter(..)), Some(number)) = (&self.overlay, filter::number(key)) {
            return self.keep_typed(number);
        }
        if matches!(self.overlay, Some(Overlay::Capture(_))) && key.code == Code::Tab {
            return self.turn_capture();
        }
        let outcome = match &mut self.overlay {
            Some(Overlay::Steps(_)) => return self.press_steps(key),
            Some(Overlay::Form(entry)) => {
                let clerk = Clerk::new(&self.store, &self.session.desk, &*self.session.shell, entry);
                let from = entry.form.at().map(str::to_owned);
                let outcome = entry.form.press(key, &clerk);
                let failed = clerk.failed();
                entry.follow(from.as_deref());
                if let Some(fault) = failed {
                    self.fault(fault);
                }
                outcome
            }
            Some(overlay) => overlay.press(key),
            None => return,
        };
        match outcome {
            Outcome::Cancel => self.leave(),
            Outcome::Accept => self.accept(),
            Outcome::Edit(text) => self.edit_field(text),
            Outcome::Used => self.typed(),
            Outcome::Ignored => self.unheard(key),
        }
    }

    /// Closes what lies on top; a form that is filled in asks once.
    fn leave(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Form(entry)) if !entry.warned && !entry.form.changes().is_empty() => {
                entry.warned = true;
                let text = word::ESC_AGAIN.text(self.lang()).to_owned();
                self.complain(text);
            }
            Some(Overlay::Gate(_)) => {
                if let Some(Overlay::Gate(gate)) = self.overlay.take() {
                    self.leave_gate(*gate);
                }
            }
            Some(Overlay::Help(_)) => {
                self.overlay = match self.overlay.take() {
                    Some(Overlay::Help(help)) => help.under(),
                    other => other,
                };
            }
            _ => {
                self.put_aside();
                self.overlay = None;
            }
        }
    }

    /// Does what lies on top, now that it is accepted.
    fn accept(&mut self) {
        match self.overlay.take() {
            Some(Overlay::Commands(palette, lines)) => self.chosen_command(&palette, &lines),
            Some(Overlay::Find(find)) => {
                if let Some(target) = find.target() {
                    return self.open(target);
                }
                // A line that finds nothing stays to be mended.
                let text = if find.palette.query().is_empty() { word::FIND_EMPTY } else { word::FIND_NONE };
                self.overlay = Some(Overlay::Find(find));
                self.complain(text.text(self.lang()).to_owned());
            }
            Some(Overlay::Sort(palette)) => {
                if let Some(number) = palette.chosen() {
                    self.order(Order::Sort(number));
                }
            }
            Some(Overlay::Hole(palette, hole)) => self.fill_hole(&palette, &hole),
            Some(Overlay::Filter(line, _)) => self.filter(line),
            Some(Overlay::Pick(pick)) => self.picked(pick),
            Some(Overlay::Capture(capture)) => self.take_capture(capture),
            Some(Overlay::Gate(gate)) => self.override_gate(gate),
            Some(Overlay::Form(entry)) => self.submit(entry),
            Some(Overlay::Confirm(confirm)) => {
                self.removed(&confirm.action);
            }
            Some(Overlay::Help(_) | Overlay::Reading(_) | Overlay::Steps(_)) | None => {}
        }
    }

    fn submit(&mut self, mut entry: Box<Entry>) {
        if entry.form.changes().is_empty() && !matches!(entry.job, Job::Answer(..) | Job::Visit(..)) {
            return;
        }
        let action = entry.action();
        match action.apply(&mut self.store, &self.session.desk) {
            Ok(done) => {
                self.done(&done);
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
