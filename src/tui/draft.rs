//! A form that is left half filled in is kept, and offered again at the next start.

use serde_json::{Value as Json, json};

use super::cockpit::Cockpit;
use super::entry::{Entry, Job};
use super::overlay::Overlay;
use crate::action::visit::Act;
use crate::domain::noun::Noun;
use crate::lang::cockpit as word;
use crate::store::Fault;

/// Where the book remembers it.
const KEY: &str = "draft";
/// The job of a line under capture.
const CAPTURE: &str = "capture";

impl Cockpit {
    /// Keeps what is filled in, where something is.
    pub(super) fn keep_draft(&self) {
        let on_top = match &self.overlay {
            Some(Overlay::Help(help)) => help.beneath(),
            other => other.as_ref(),
        };
        if let Some(Overlay::Capture(capture)) = on_top {
            let draft = json!({"job": CAPTURE, "line": capture.line.text()});
            let _ = self.store.set_meta(KEY, &draft.to_string());
        }
        let Some(entry) = on_top.and_then(under_edit) else { return };
        let changes = entry.form.changes();
        if !changes.is_empty() {
            let draft = json!({"job": name(&entry.job), "values": changes});
            // The session ends: there is nobody left to tell of a fault.
            let _ = self.store.set_meta(KEY, &draft.to_string());
        }
    }

    /// Opens a kept form again, with all that was filled in.
    pub(super) fn offer_draft(&mut self) {
        let kept = self.store.meta(KEY).and_then(|draft| self.store.set_meta(KEY, "").map(|()| draft));
        let Some(draft) = self.heard(kept) else { return };
        let Ok(draft) = serde_json::from_str::<Json>(&draft) else { return };
        if draft.get("job").and_then(Json::as_str) == Some(CAPTURE) {
            draft.get("line").and_then(Json::as_str).unwrap_or_default().clone_into(&mut self.unsent);
            return self.open_capture();
        }
        let made = draft.get("job").and_then(Json::as_str).map(|job| self.made(job));
        let Some(mut entry) = made.and_then(|made| self.heard(made)) else { return };
        for pair in draft.get("values").and_then(Json::as_array).into_iter().flatten() {
            if let (Some(key), Some(value)) =
                (pair.get(0).and_then(Json::as_str), pair.get(1).and_then(Json::as_str))
            {
                entry.form.fill(key, value, value);
            }
        }
        self.overlay = Some(Overlay::Form(Box::new(entry)));
        let text = word::DRAFT.text(self.lang()).to_owned();
        self.say(text);
    }

    fn made(&self, job: &str) -> Result<Option<Entry>, Fault> {
        let words: Vec<&str> = job.split(' ').collect();
        let number = |at: usize| words.get(at).and_then(|word| word.parse::<i64>().ok()).unwrap_or(0);
        let noun = words.get(1).and_then(|code| Noun::from_code(code)).unwrap_or(Noun::Opp);
        match words.first().copied() {
            Some("add") => Ok(Some(Entry::add(noun, None, self.lang()))),
            Some("set") => Entry::set(&self.store, noun, number(2), self.lang()),
            Some("answer") => Entry::answer(&self.store, number(1), number(2), self.lang()),
            Some("prepare") => Entry::prepare(&self.store, &self.session.desk, number(1)),
            Some("debrief") => Entry::debrief(&self.store, &self.session.desk, number(1)),
            Some("close") => {
                let which = words.get(1).copied().unwrap_or_default();
                Ok(Some(Entry::close(which.to_owned(), which, self.lang())))
            }
            _ => Ok(None),
        }
    }
}

/// The form that is filled in, also where its gate asks something first.
fn under_edit(overlay: &Overlay) -> Option<&Entry> {
    match overlay {
        Overlay::Form(entry) => Some(entry),
        Overlay::Gate(gate) => gate.debrief(),
        _ => None,
    }
}

/// What a form does, in words of the grammar.
pub(super) fn name(job: &Job) -> String {
    match job {
        Job::Add(noun, _) => format!("add {}", noun.code()),
        Job::Set(noun, which) => format!("set {} {which}", noun.code()),
        Job::Close(which) => format!("close {which}"),
        Job::Visit(Act::Debrief, no) => format!("debrief {no}"),
        Job::Visit(_, no) => format!("prepare {no}"),
        Job::Answer(deal, question) => format!("answer {deal} {question}"),
    }
}
