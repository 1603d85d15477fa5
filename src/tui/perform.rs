//! What commands and overlays do: the only place where the cockpit writes, and only through actions.

use super::clerk::Clerk;
use super::cockpit::Cockpit;
use super::command::{Command, Place};
use super::filter;
use super::find::Find;
use super::gate::{Waits, others};
use super::help::Help;
use super::overlay::Overlay;
use super::screen::Order;
use super::shape::Outcome;
use super::terminal::{Code, Key, Request};
use crate::action::grammar;
use crate::action::tell::Told;
use crate::action::{Action, Done, Failure, Mistake, Refusal};
use crate::domain::passage;
use crate::lang::cockpit as word;

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
            Command::Ran => self.show_ran(),
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

    /// Does an action, the only way that the cockpit writes, and remembers its line.
    pub(super) fn apply(&mut self, action: &Action) -> Result<Done, Failure> {
        let done = action.apply(&mut self.store, &self.session.desk)?;
        self.has_run(action.line());
        Ok(done)
    }

    /// Does an action and tells; true where it was done.
    pub(super) fn act(&mut self, action: &Action) -> bool {
        match self.apply(action) {
            Ok(done) => {
                self.done(&done);
                self.follow(&done);
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
            Some(
                Overlay::Help(..)
                | Overlay::Confirm(_)
                | Overlay::Reading(_)
                | Overlay::Ran(_)
                | Overlay::Steps(_),
            )
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
        if key == Key::char('y') && self.copy_ran() {
            return;
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
                let is_done = self.removed(&confirm.action);
                if let Some(then) = confirm.then.filter(|_| is_done) {
                    self.act(&then);
                }
            }
            Some(Overlay::Help(_) | Overlay::Reading(_) | Overlay::Ran(_) | Overlay::Steps(_)) | None => {}
        }
    }
}
