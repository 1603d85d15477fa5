//! Moments that other programs fixed in UTC, and what becomes of them when somebody sets another hour here.

use crate::domain::noun::Noun;
use crate::domain::record::{Field, Record};
use crate::domain::value::Value;
use crate::import::reading::Proposal;
use crate::store::{Fault, Tx};

/// The field of a record's moment, and that which fixes it; nothing where it has none.
fn fields<R: Record>() -> Option<(&'static Field<R>, &'static Field<R>)> {
    let moment = if R::NOUN == Noun::Visit { "when" } else { "due" };
    R::field(moment).zip(R::field("instant"))
}

/// What was set to another hour is on this clock from now on.
pub fn let_go<R: Record>(old: &R, new: &mut R) {
    let Some((moment, instant)) = fields::<R>() else { return };
    let is_moved = (moment.get)(old) != (moment.get)(new) && (instant.get)(old) == (instant.get)(new);
    if is_moved {
        let _ = (instant.set)(new, Value::Null);
    }
}

/// Whether a field of an import is left alone: a moment that somebody moved here while the file says what it said last
/// time, whatever the clocks show; and a moment of our own that comes back as it is.
pub fn stays<R: Record>(tx: &Tx, record: &R, proposal: &Proposal, key: &str) -> Result<bool, Fault> {
    let Some((moment, instant)) = fields::<R>() else { return Ok(false) };
    if record.head().no == 0 || !(key == instant.key || key == moment.key || key == "until") {
        return Ok(false);
    }
    let Some(said) = proposal.get(instant.key).map(|text| Value::Text(text.to_owned())) else {
        return Ok(false);
    };
    let held = (instant.get)(record);
    if held == said {
        return Ok(false);
    }
    // No other program knows our kinds of visits and to-dos.
    let kind = if R::NOUN == Noun::Visit { "type" } else { "kind" };
    let is_ours = proposal.get(kind).is_some()
        || R::field("external_id").is_some_and(|field| (field.get)(record).is_null());
    let is_same = (moment.get)(record).as_text() == proposal.get(moment.key);
    if is_ours && is_same {
        return Ok(key == instant.key && held.is_null());
    }
    Ok(tx.last_imported::<R>(record.head().no, instant.key)?.as_ref() == Some(&said))
}
