//! What goes out of the cockpit as Markdown: a visit's report and the week, to the clipboard or into a file.

use super::cockpit::Cockpit;
use super::command::Command;
use super::entry::Job;
use super::overlay::Overlay;
use super::pick::Pick;
use super::terminal::{Key, Request, clipboard};
use crate::action::grammar;
use crate::domain::visit::Visit;
use crate::domain::week::Week;
use crate::lang::handout as word;

/// Columns of what is printed; Markdown breaks no lines.
const WIDTH: usize = 100;

/// The keys of the week's offers: the same letters as those of a visit, and two for the last week.
const KEYS: &str = "yYlL";

impl Cockpit {
    /// The chosen visit's report, to the clipboard or into a file.
    pub(super) fn visit_report(&mut self, to_file: bool) {
        let told = match self.visit_told() {
            Ok(told) => told.or_else(|| self.visit_meant()),
            Err(fault) => return self.fault(fault),
        };
        if let Some(no) = told {
            self.report_of(no, to_file);
        }
    }

    /// Keeps what is filled in about a visit and copies its report; false where no such form is open.
    pub(super) fn keep_and_copy(&mut self) -> bool {
        let Some(Overlay::Form(entry)) = &self.overlay else { return false };
        let Job::Visit(_, no) = entry.job else { return false };
        self.press_overlay(Key::ctrl('s'));
        if self.overlay.is_none() {
            self.report_of(no, false);
        }
        true
    }

    fn report_of(&mut self, no: i64, to_file: bool) {
        let visit = self.store.get::<Visit>(no);
        let day = self.heard(visit).and_then(|visit| visit.when);
        let day = day.map(|when| format!("-{}", when.day)).unwrap_or_default();
        let what = word::VISIT.fill(self.lang(), &[&no]);
        self.hand_out(
            &format!("report visit {no} --format md"),
            &format!("visit-{no}{day}.md"),
            &what,
            to_file,
        );
    }

    /// This week or the last, to the clipboard or into a file.
    pub(super) fn week_report(&mut self, to_file: bool, is_last: bool) {
        let this = Week::of(self.session.desk.stamp.today());
        let week = if is_last { this.before() } else { this };
        let what = word::WEEK.fill(self.lang(), &[&week]);
        self.hand_out(&format!("week {week} --md"), &format!("week-{week}.md"), &what, to_file);
    }

    /// The plan of the month in sight, to the clipboard or into a file.
    fn plan_report(&mut self, to_file: bool) {
        let Some(month) = self.chosen().fill("{month}") else { return };
        let what = word::PLAN.fill(self.lang(), &[&month]);
        let line = format!("report call-plan --month {month} --format md");
        self.hand_out(&line, &format!("call-plan-{month}.md"), &what, to_file);
    }

    /// Asks where the week goes.
    pub(super) fn pick_summary(&mut self) {
        let lang = self.lang();
        let mut offers = vec![
            (word::TO_CLIPBOARD.text(lang).to_owned(), String::new(), "copy week".to_owned()),
            (word::TO_FILE.text(lang).to_owned(), String::new(), "write week".to_owned()),
        ];
        let week = Week::of(self.session.desk.stamp.today());
        // On a Monday the week that is to be told is the last one.
        let last = week.before().short();
        for (to, line) in [(word::TO_CLIPBOARD, "copy last week"), (word::TO_FILE, "write last week")] {
            offers.push((word::OF_WEEK.fill(lang, &[&last, &to.text(lang)]), String::new(), line.to_owned()));
        }
        let title = word::SUMMARY_OF.fill(lang, &[&week]);
        self.overlay = Some(Overlay::Pick(Box::new(Pick::keyed(title, KEYS, offers))));
    }

    fn hand_out(&mut self, line: &str, name: &str, what: &str, to_file: bool) {
        let Ok(command) = grammar::Command::parse(line) else { return };
        let Self { session, store, .. } = self;
        let text = match session.shell.print(store, &session.desk, &command, WIDTH) {
            Ok(text) => text,
            Err(told) => return self.told(told),
        };
        self.has_run(line.to_owned());
        if to_file {
            return match self.session.shell.save(name, &text, self.lang()) {
                Ok(path) => self.say(word::WRITTEN.fill(self.lang(), &[&what, &path.display()])),
                Err(told) => self.told(told),
            };
        }
        if text.len() > clipboard::MOST {
            let said = word::TOO_LONG.fill(self.lang(), &[&what, &text.len(), &clipboard::MOST]);
            return self.complain(said);
        }
        self.say(word::COPIED.fill(self.lang(), &[&what, &text.chars().count()]));
        self.request = Some(Request::Copy(text));
    }

    /// Whether a command is one of these, and then it is done.
    pub(super) fn hands_out(&mut self, command: &Command) -> bool {
        match command {
            Command::VisitReport(to_file) => self.visit_report(*to_file),
            Command::WeekReport(to_file, is_last) => self.week_report(*to_file, *is_last),
            Command::PlanReport(to_file) => self.plan_report(*to_file),
            Command::Summary => self.pick_summary(),
            _ => return false,
        }
        true
    }
}
