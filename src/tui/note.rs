//! Texts in the person's own editor: a deal's notes, or a field of a form. What was written is in the book, in the form
//! or in its file, and the person is told where.

use super::cockpit::Cockpit;
use super::confirm::Confirm;
use super::draft;
use super::overlay::Overlay;
use super::terminal::{Edited, Kept, Request};
use crate::action::Action;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::lang::{cockpit as word, noun};
use crate::store::Fault;

/// The field that holds a deal's notes.
const NOTES: &str = "notes";

impl Cockpit {
    /// Opens the notes of the chosen deal.
    pub(super) fn note(&mut self) {
        let Some((Noun::Opp, no)) = self.chosen().record else { return };
        match self.store.get::<Opportunity>(no) {
            Ok(deal) => {
                let text = deal.and_then(|deal| deal.notes).unwrap_or_default();
                self.edit_text(&subject(Noun::Opp, no), text);
            }
            Err(fault) => self.fault(fault),
        }
    }

    /// Opens the text of the field that a form stands on.
    pub(super) fn edit_field(&mut self, text: String) {
        let Some(Overlay::Form(entry)) = &self.overlay else { return };
        let field = entry.form.at().unwrap_or_default();
        let subject = format!("{} {field}", draft::name(&entry.job));
        self.edit_text(&subject, text);
    }

    fn edit_text(&mut self, subject: &str, text: String) {
        let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        match self.mark() {
            Ok(mark) => {
                let subject = format!("{mark} {subject}").chars().map(plain).collect();
                self.request = Some(Request::Edit { subject, text });
            }
            Err(fault) => self.fault(fault),
        }
    }

    /// What tells files about this book from those about others.
    fn mark(&self) -> Result<String, Fault> {
        Ok(self.store.identity()?.rsplit('-').next().unwrap_or_default().to_owned())
    }

    /// Tells of a text that was edited in an earlier session and never reached the book.
    pub(super) fn tell_of_kept(&mut self, kept: &[Kept]) {
        let mark = match self.mark() {
            Ok(mark) => format!("{mark}-"),
            Err(fault) => return self.fault(fault),
        };
        let own = kept.iter().find_map(|kept| Some((kept, kept.subject.strip_prefix(&mark)?)));
        let Some((kept, subject)) = own else { return };
        let deal = deal_of(subject).map(|no| format!("{} {no}", noun::name(self.lang(), Noun::Opp.code())));
        let name = deal.unwrap_or_else(|| subject.replace('-', " "));
        let text = word::NOTE_LEFT.fill(self.lang(), &[&kept.file.display(), &name]);
        self.complain(text);
    }

    /// A text that came back from the person's editor: into the form that asked, else the deal's notes. Whether its
    /// file is no longer needed.
    pub(super) fn came_back(&mut self, edited: &Edited) -> bool {
        let Some(text) = &edited.text else {
            let told = edited.file.as_ref().map_or_else(
                || word::EDITOR_FAILED.text(self.lang()).to_owned(),
                |file| word::EDITOR_KEPT.fill(self.lang(), &[&file.display()]),
            );
            self.complain(told);
            return false;
        };
        if let Some(Overlay::Form(entry)) = &mut self.overlay {
            entry.form.edited(text);
            return true;
        }
        let Some(no) = edited.subject.split_once('-').and_then(|(_, subject)| deal_of(subject)) else {
            return false;
        };
        self.keep_note(no, text, edited)
    }

    fn keep_note(&mut self, no: i64, text: &str, edited: &Edited) -> bool {
        let had = match self.store.get::<Opportunity>(no) {
            Ok(deal) => deal.filter(|deal| deal.notes.is_some()),
            Err(fault) => {
                self.fault(fault);
                return self.note_stays(edited);
            }
        };
        let action = Action::Set(Noun::Opp, no.to_string(), vec![format!("{NOTES}={text}")]);
        if let Some(deal) = had.filter(|_| text.trim().is_empty()) {
            let title = word::NOTE_EMPTIED.fill(self.lang(), &[&deal.title]);
            let lines = vec![deal.notes.unwrap_or_default().lines().next().unwrap_or_default().to_owned()];
            self.overlay = Some(Overlay::Confirm(Box::new(Confirm::asking(title, lines, action))));
            return true;
        }
        self.act(&action) || self.note_stays(edited)
    }

    /// Says where the text lies that the book did not take, after what kept it from doing so.
    fn note_stays(&mut self, edited: &Edited) -> bool {
        let why = self.toast.take().map(|toast| toast.text).unwrap_or_default();
        let file = edited.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default();
        let text = word::NOTE_KEPT.fill(self.lang(), &[&file, &why]);
        self.complain(text);
        false
    }
}

fn subject(noun: Noun, no: i64) -> String {
    format!("set {} {no} {NOTES}", noun.code())
}

/// The deal whose notes a subject means.
fn deal_of(subject: &str) -> Option<i64> {
    subject.strip_prefix("set-opp-")?.strip_suffix("-notes")?.parse().ok()
}
