//! Import: what was recognised, what was taken in, what was rejected and why.

use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use crate::action::grammar::ImportArgs;
use crate::lang::cli;

/// `import FILE …`.
pub fn import(session: &mut Session, _page: &mut Page, args: &ImportArgs) -> Result<(), Trouble> {
    debug_assert!(!args.files.is_empty());
    Err(Trouble::fixed("mistake", session.lang(), cli::NOT_YET, cli::NOT_YET_HINT))
}
