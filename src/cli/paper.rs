//! Reports: which one is asked for, in which form, and whether it goes to a file.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use super::{brief, call_plan, forecast, report, visit};
use crate::action::grammar::Command;
use crate::lang::{manage, plan as word};

/// `report NAME …`, on the page or into a file.
pub fn report(session: &Session, page: &mut Page, command: &Command) -> Result<(), Trouble> {
    let Command::Report { format, out, .. } = command else { return Ok(()) };
    let Some(path) = out else {
        if format.as_deref() == Some("xlsx") {
            return Err(Trouble::fixed("usage", session.lang(), word::NEEDS_FILE, word::NEEDS_FILE_HINT));
        }
        return printed(session, page, command);
    };
    let mut bytes = Vec::new();
    let mut paper = Page::over(&mut bytes, None, false, page.is_wide);
    printed(session, &mut paper, command)?;
    paper.finish()?;
    drop(paper);
    put(path, &bytes)?;
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
    if session.json {
        return page.json(&json!({"written": path.display().to_string()}));
    }
    page.line(&word::WRITTEN.fill(session.lang(), &[&path.display()]))
}

fn printed(session: &Session, page: &mut Page, command: &Command) -> Result<(), Trouble> {
    let Command::Report { name, record, format, by, month, .. } = command else { return Ok(()) };
    let (record, format, month) = (record.as_deref(), format.as_deref(), month.as_deref());
    let forms: &[&str] = match name.as_str() {
        "call-plan" => &["text", "md", "json", "csv", "xlsx", "ics"],
        "deal" | "visit" | "forecast" => &["text", "md", "json"],
        _ => &[],
    };
    let is_one = matches!(name.as_str(), "deal" | "visit");
    let fits = format.is_none_or(|format| forms.contains(&format))
        && (record.is_none() || is_one)
        && (month.is_none() || name == "call-plan");
    if !fits {
        return Err(Trouble::usage(manage::NOT_HERE.text(session.lang()).to_owned(), None));
    }
    match name.as_str() {
        "deal" => brief::brief(session, page, record, format),
        "visit" => visit::report(session, page, record, format),
        "call-plan" => call_plan::report(session, page, month, format),
        "forecast" => forecast::report(session, page, format),
        _ => report::report(session, page, name, by),
    }
}

/// Puts a file in place whole, or leaves what was there.
fn put(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&part);
        Trouble::said("fault", format!("{}: {error}", path.display()), None)
    })
}
