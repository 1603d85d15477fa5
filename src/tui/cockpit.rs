//! The cockpit: keys come in, actions go to the book, screens are drawn. Holds all state of a session.

use chrono::{DateTime, FixedOffset};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::binding;
use super::chrome;
use super::clerk::Clerk;
use super::command::{Command, Main, Place};
use super::overlay::Overlay;
use super::paint::Paint;
use super::screen::accounts::Accounts;
use super::screen::calendar::Calendar;
use super::screen::funnel::Funnel;
use super::screen::reports::Reports;
use super::screen::today::Today;
use super::screen::todos::Todos;
use super::screen::{Chosen, Obeyed, Order, Screen, Sight, Target};
use super::screen::{account::Account, deal::Deal};
use super::shell::Shell;
use super::terminal::{App, Code, Edited, Input, Kept, Key, Request};
use super::theme::Theme;
use crate::action::{Desk, Done, Failure, Said};
use crate::domain::noun::Noun;
use crate::domain::review::Ritual;
use crate::domain::week::{Sweep, sweep};
use crate::lang::{Lang, cockpit as word};
use crate::store::{Fault, Store};

/// What a session needs to know of its surroundings.
pub struct Session {
    /// Person, defaults, language.
    pub desk: Desk,
    /// The clock.
    pub now: Box<dyn Fn() -> DateTime<FixedOffset>>,
    /// The shell around the cockpit.
    pub shell: Box<dyn Shell>,
    /// Filters on keys, by number.
    pub filters: Vec<(u8, String)>,
}

/// The cockpit over an open book.
pub struct Cockpit {
    pub(super) store: Store,
    pub(super) session: Session,
    pub(super) screens: Vec<Box<dyn Screen>>,
    pub(super) overlay: Option<Overlay>,
    /// A line that was typed for capture and left.
    pub(super) unsent: String,
    /// The lines that were run last, the newest at the end.
    pub(super) ran: Vec<String>,
    pub(super) toast: Option<Toast>,
    pub(super) request: Option<Request>,
    /// How wide the screen was when it was drawn last.
    pub(super) width: Option<u16>,
    week: Sweep,
    /// Whether the screen on top made something of the last key.
    heard: bool,
    theme: Theme,
    dirty: bool,
}

/// A line that tells what just happened; it stays until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// Whether it went wrong.
    pub bad: bool,
}

impl Cockpit {
    /// A cockpit on Today.
    pub fn new(mut store: Store, session: Session) -> Self {
        store.begin_session();
        let today = session.desk.stamp.today();
        let mut cockpit = Self {
            store,
            session,
            screens: vec![Box::new(Today::default())],
            overlay: None,
            unsent: String::new(),
            ran: Vec::new(),
            toast: None,
            request: None,
            width: None,
            week: sweep(None, today),
            heard: false,
            theme: Theme::default(),
            dirty: true,
        };
        cockpit.reload();
        cockpit.offer_draft();
        cockpit
    }

    /// The screen on top.
    pub(super) fn screen(&mut self) -> Option<&mut (dyn Screen + 'static)> {
        self.screens.last_mut().map(|screen| &mut **screen)
    }

    pub(super) fn place(&self) -> Place {
        self.screens.last().map_or(Place::Funnel, |screen| screen.place())
    }

    pub(super) fn chosen(&self) -> Chosen {
        self.screens.last().map(|screen| screen.chosen()).unwrap_or_default()
    }

    pub(super) fn lang(&self) -> Lang {
        self.session.desk.lang
    }

    pub(super) fn say(&mut self, text: String) {
        self.toast = Some(Toast { text, bad: false });
    }

    pub(super) fn complain(&mut self, text: String) {
        self.toast = Some(Toast { text, bad: true });
    }

    /// Reads again what the screen on top shows.
    pub(super) fn reload(&mut self) {
        let sight = Sight { store: &self.store, desk: &self.session.desk };
        let read = self.screens.last_mut().map_or(Ok(()), |screen| screen.load(&sight));
        if let Err(fault) = read {
            self.fault(fault);
        }
        self.read_week();
        self.dirty = true;
    }

    /// Reads how the list of to-dos stands, which every screen tells.
    fn read_week(&mut self) {
        match self.store.last_kept(Ritual::Sweep) {
            Ok(last) => {
                self.week = sweep(last.and_then(|review| review.on_day), self.session.desk.stamp.today());
            }
            Err(fault) => self.fault(fault),
        }
    }

    pub(super) fn fault(&mut self, fault: Fault) {
        let told = Failure::from(fault).tell(self.lang());
        self.complain(format!("{} {}", told.message, told.hint.unwrap_or_default()));
    }

    /// What the book answered; nothing, and the fault told, where it could not.
    pub(super) fn heard<T: Default>(&mut self, answer: Result<T, Fault>) -> T {
        answer.unwrap_or_else(|fault| {
            self.fault(fault);
            T::default()
        })
    }

    pub(super) fn push(&mut self, screen: Box<dyn Screen>) {
        self.screens.push(screen);
        self.reload();
    }

    /// Opens a record on top of what is open.
    pub(super) fn open(&mut self, target: Target) {
        match target {
            Target::Deal(no) => self.push(Box::new(Deal::new(no))),
            Target::Account(no) => self.push(Box::new(Account::new(no))),
            Target::ToQualify => self.push(Box::new(Funnel::to_qualify())),
            Target::Evidence(deal, question) => self.evidence(deal, question),
            Target::Prepare(no) => self.prepare(no),
            Target::Debrief(no) => self.debrief(no),
            Target::VisitOf(deal) => self.visit_of(deal),
            Target::Field(no, key) => self.edit_at(no, key),
            Target::Edit(noun, no) => self.edit(noun, no),
        }
    }

    /// Puts one of the main screens in place of all that are open.
    pub(super) fn go(&mut self, place: Place) {
        let screen: Box<dyn Screen> = match place.main() {
            Main::Today => Box::new(Today::default()),
            Main::Funnel => Box::new(Funnel::default()),
            Main::Calendar => Box::new(Calendar::new(self.session.shell.home())),
            Main::Todos => Box::new(Todos::default()),
            Main::Accounts => Box::new(Accounts::default()),
            Main::Reports => Box::new(Reports::default()),
        };
        let stays = self.screens.len() == 1 && self.place() == screen.place();
        if !stays {
            self.screens = vec![screen];
        }
        self.reload();
    }

    /// Shows what was done, and reads again where the screen shows something of it.
    pub(super) fn done(&mut self, done: &Done) {
        let text = done.tell(self.lang());
        self.say(text);
        let reads = self.screens.last().map(|screen| screen.reads()).unwrap_or_default();
        if reads.iter().any(|noun| done.touched.contains(noun)) {
            self.reload();
        } else if done.touched.contains(&Noun::Review) {
            self.read_week();
        }
    }

    /// Puts the cursor on what was made, where it is shown: the next key is meant for it.
    pub(super) fn follow(&mut self, done: &Done) {
        if let Said::Added(noun, no, _) = done.said {
            self.order(Order::Made(noun, no));
        }
    }

    /// Passes a key or a command to the screen on top.
    pub(super) fn order(&mut self, order: Order) -> bool {
        let obeyed = self.screen().map_or(Obeyed::Ignored, |screen| screen.obey(order));
        self.heard |= obeyed != Obeyed::Ignored;
        match obeyed {
            Obeyed::Ignored => return false,
            Obeyed::Used | Obeyed::Turn(..) => {}
            Obeyed::Load => self.reload(),
            Obeyed::Open(target) => self.open(target),
        }
        true
    }

    fn key(&mut self, key: Key) {
        self.toast = None;
        self.session.desk.stamp.at = (self.session.now)();
        if self.overlay.is_some() {
            return self.press_overlay(key);
        }
        self.heard = false;
        let before = (self.screens.len(), self.place(), self.lang());
        match binding::bound(self.place(), key) {
            Some(binding) => {
                self.command(&Command::of(binding.line));
                let is_silent = !self.heard && self.toast.is_none() && self.overlay.is_none();
                let stays = before == (self.screens.len(), self.place(), self.lang());
                if is_silent && stays && self.request.is_none() && binding.line != "back" {
                    let text = word::NOTHING_HERE.fill(self.lang(), &[&key.label()]);
                    self.complain(text);
                }
            }
            None if self.order(Order::Key(key)) => {}
            None => self.unheard(key),
        }
    }

    /// Says of a key that means nothing here that it does; an input method that is on sends Han characters where keys
    /// are meant.
    pub(super) fn unheard(&mut self, key: Key) {
        let is_han = matches!(key.code, Code::Char(letter) if crate::domain::text::is_han(letter));
        let text = if is_han {
            word::IME_ON.text(self.lang()).to_owned()
        } else {
            word::NO_KEY.fill(self.lang(), &[&key.label()])
        };
        self.complain(text);
    }

    /// Takes an input, as the runtime or a test hands it in.
    pub fn input(&mut self, input: Input) {
        self.dirty = true;
        match input {
            Input::Key(key) => self.key(key),
            Input::Paste(text) => self.paste(&text),
            Input::Resize(..) => {}
        }
        if let Some(Overlay::Form(entry)) = &mut self.overlay {
            let clerk = Clerk::new(&self.store, &self.session.desk, &*self.session.shell, entry);
            entry.form.greet(&clerk);
            // Of a debrief something may be doubtful before anything is typed.
            if entry.tells().is_some() {
                entry.form.warn(&clerk);
            }
            if let Some(fault) = clerk.failed() {
                self.fault(fault);
            }
        }
    }

    /// Draws everything.
    pub fn paint(&mut self, frame: &mut Frame) {
        let plain = Paint::new(self.lang(), self.theme, self.session.desk.stamp.at);
        let paint = Paint { clock: self.session.shell.home().1.unwrap_or(plain.clock), ..plain };
        let area = frame.area();
        self.width = Some(area.width);
        if area.width < chrome::LEAST.0 || area.height < chrome::LEAST.1 {
            return chrome::too_small(area, frame.buffer_mut(), &paint);
        }
        let body = Rect { y: area.y + 1, height: area.height - 2, ..area };
        if self.screen().is_some_and(|screen| screen.fit(body)) {
            self.reload();
        }
        let buf = frame.buffer_mut();
        chrome::top(area, buf, self.place(), (&self.session.shell.book(paint.lang), self.week), &paint);
        if let Some(screen) = self.screens.last() {
            screen.view(body, buf, &paint);
        }
        let cursor = self.overlay.as_mut().and_then(|overlay| overlay.view(body, buf, &paint));
        chrome::bottom(area, buf, self.place(), self.toast.as_ref(), &paint);
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
        self.dirty = false;
    }
}

impl App for Cockpit {
    fn look(&mut self, theme: Theme) {
        self.theme = theme;
        self.dirty = true;
    }

    fn press(&mut self, input: Input) {
        self.input(input);
    }

    fn typing(&self) -> bool {
        self.overlay.as_ref().is_some_and(Overlay::typing)
    }

    fn tick(&mut self) -> bool {
        let day = self.session.desk.stamp.today();
        self.session.desk.stamp.at = (self.session.now)();
        let is_new_day = self.session.desk.stamp.today() != day;
        match self.store.changed_elsewhere() {
            Ok(changed) if changed || is_new_day => self.reload(),
            Ok(_) => return false,
            Err(fault) => self.fault(fault),
        }
        true
    }

    fn dirty(&self) -> bool {
        self.dirty
    }

    fn draw(&mut self, frame: &mut Frame) {
        self.paint(frame);
    }

    fn take_request(&mut self) -> Option<Request> {
        self.request.take()
    }

    fn left(&mut self, kept: &[Kept]) {
        self.tell_of_kept(kept);
        self.dirty = true;
    }

    fn edited(&mut self, edited: &Edited) -> bool {
        self.dirty = true;
        self.came_back(edited)
    }

    /// Judgements that time alone has changed are brought up a few at a time.
    fn idle_work(&mut self) -> bool {
        const AT_ONCE: usize = 100;
        match self.store.refresh(self.session.desk.stamp.today(), AT_ONCE) {
            Ok(done @ 1..) => {
                if done < AT_ONCE {
                    self.reload();
                }
                done == AT_ONCE
            }
            Ok(_) => false,
            Err(fault) => {
                self.fault(fault);
                self.dirty = true;
                false
            }
        }
    }

    fn hang_up(&mut self) {
        self.keep_draft();
    }
}
