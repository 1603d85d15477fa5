//! Why a line of the shell ended otherwise than it should: told in words or as JSON, and as an exit status.

use std::fmt::Write;
use std::io;
use std::path::PathBuf;

use serde_json::json;

use crate::action::tell::{Told, system};
use crate::action::{Failure, Mistake};
use crate::lang::{Lang, Word, cli as words, error};
use crate::settings::BadSetting;
use crate::store::Fault;

use super::page::visible;

/// Why a line of the shell ended.
#[derive(Debug)]
pub enum Trouble {
    /// An action or a reading failed.
    Failure(Failure),
    /// Something with its words already made.
    Told(Told),
    /// Whoever read the output has gone; no trouble at all.
    Closed,
    /// Everything was told on the output already; only the exit status is left.
    Unsound,
    /// The output could not be written.
    Output(io::Error),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Failure(Failure::Fault(fault))
    }
}

impl From<Mistake> for Trouble {
    fn from(mistake: Mistake) -> Self {
        Self::Failure(Failure::Mistake(mistake))
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::Output(error) }
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

impl From<BadSetting> for Trouble {
    fn from(bad: BadSetting) -> Self {
        // The keys are English, and so is what is wrong with them.
        Self::Told(Told { kind: "mistake", message: format!("{}: {}", bad.place(), bad.what), hint: None })
    }
}

impl Trouble {
    /// A mistake in how the program was called.
    pub fn usage(message: String, hint: Option<String>) -> Self {
        Self::Told(Told { kind: "usage", message, hint })
    }

    /// Something of a kind (`refused`, `mistake`, `usage`, `fault`) with its words already made.
    pub fn said(kind: &'static str, message: String, hint: Option<String>) -> Self {
        Self::Told(Told { kind, message, hint })
    }

    /// A fixed text of a kind and its way out.
    pub fn fixed(kind: &'static str, lang: Lang, message: Word, hint: Word) -> Self {
        Self::said(kind, message.text(lang).to_owned(), Some(hint.text(lang).to_owned()))
    }

    /// The cockpit cannot open here.
    pub fn no_cockpit(lang: Lang) -> Self {
        Self::usage(
            words::NO_TERMINAL.text(lang).to_owned(),
            Some(words::NO_TERMINAL_HINT.text(lang).to_owned()),
        )
    }

    /// The same, with the book's path where the fault could not know it.
    #[must_use]
    pub fn about(self, path: &std::path::Path) -> Self {
        match self {
            Self::Failure(Failure::Fault(Fault::NotABook(none))) if none == PathBuf::new() => {
                Fault::NotABook(path.to_owned()).into()
            }
            other => other,
        }
    }

    /// The exit status: 0 done, 1 refused or mistaken, 2 usage, 3 fault.
    pub fn status(&self) -> u8 {
        match self {
            Self::Closed => 0,
            Self::Failure(Failure::Refused(_) | Failure::Mistake(_) | Failure::Fault(Fault::Exists(_))) => 1,
            Self::Told(told) if told.kind == "usage" => 2,
            Self::Told(told) if told.kind != "fault" => 1,
            Self::Failure(Failure::Fault(_)) | Self::Told(_) | Self::Unsound | Self::Output(_) => 3,
        }
    }

    /// What went wrong and the way out, in words; nothing where nothing is to tell.
    pub fn told(&self, lang: Lang) -> Option<Told> {
        match self {
            Self::Closed | Self::Unsound => None,
            Self::Failure(failure) => Some(failure.tell(lang)),
            Self::Told(told) => Some(told.clone()),
            Self::Output(error) => Some(Told { kind: "fault", message: system(lang, error), hint: None }),
        }
    }

    /// What is told on the standard error; nothing where nothing is to tell.
    pub fn text(&self, lang: Lang, json: bool) -> Option<String> {
        let told = self.told(lang)?;
        if json {
            let error = json!({"kind": told.kind, "message": told.message, "hint": told.hint});
            return Some(visible(&json!({ "error": error }).to_string()).into_owned() + "\n");
        }
        let mut text = format!("{}: {}\n", error::ERROR.text(lang), visible(&told.message));
        if let Some(hint) = told.hint {
            let _ = writeln!(text, "{}: {}", error::HINT.text(lang), visible(&hint));
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_trouble_has_its_status() {
        let gone = io::Error::from(io::ErrorKind::BrokenPipe);
        for (trouble, status) in [
            (Trouble::from(gone), 0),
            (Mistake::NoQuestion("x".to_owned()).into(), 1),
            (Trouble::usage(String::new(), None), 2),
            (Fault::Full.into(), 3),
            (io::Error::from(io::ErrorKind::StorageFull).into(), 3),
        ] {
            assert_eq!(trouble.status(), status, "{trouble:?}");
        }
    }

    #[test]
    fn what_is_told_holds_no_control_sign() {
        let trouble = Trouble::usage("a\u{1b}[2Jb\u{202e}".to_owned(), None);
        assert_eq!(trouble.text(Lang::En, false).unwrap(), "error: a␛[2Jb\n");
        let json = trouble.text(Lang::Zh, true).unwrap();
        assert!(
            !json.contains('\u{202e}')
                && json.contains("\"kind\":\"usage\",")
                && json.contains("\"hint\":null")
        );
    }
}
