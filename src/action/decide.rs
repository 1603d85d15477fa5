//! Who decides a deal and against whom: people's marks, lines between them, fits, rivals, and their order.
//!
//! Each verb makes the record where there is none and changes it where there is one, so that a key may say it twice.

use crate::domain::answer::Answer;
use crate::domain::decision::Decision;
use crate::domain::factor::{Factor, Fit};
use crate::domain::id::Id;
use crate::domain::influence::Influence;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Person, Role};
use crate::domain::record::{Field, Record};
use crate::domain::rival::{Competitor, Rival};
use crate::domain::value::Value;
use crate::store::{Receipt, Store, Tx};

use super::failure::{Failure, Mistake, Refusal};
use super::{Desk, Done, Said, answer, assign, generic, resolve};

/// How we are called where a vendor is asked for.
const US: [&str; 5] = ["us", "ours", "我方", "我们", "-"];

/// The signs before the name of somebody new.
const NEW: [char; 2] = ['+', '＋'];

/// Sets marks and other fields of a person in a deal.
pub fn mark(
    store: &mut Store,
    desk: &Desk,
    which: &str,
    who: &str,
    words: &[String],
) -> Result<Done, Failure> {
    let name = format!("opp mark {which} {who} {}", words.join(" "));
    let ((person, joined), receipt) =
        store.transact(&desk.stamp, &generic::label(name.trim_end()), |tx| {
            let deal: Opportunity = resolve::target(tx, which)?;
            mark_in(tx, desk, &deal, who, words)
        })?;
    let record = (Noun::Person, person.head.no);
    let done = done(record, person.name.clone(), false, receipt);
    Ok(match joined {
        Some((noun, no)) => Done { said: Said::Added(noun, no, person.name), ..done },
        None => done,
    })
}

/// Sets marks of a person in a deal, within a batch; with the person what was made: the person, or the part in the deal.
pub(super) fn mark_in(
    tx: &mut Tx,
    desk: &Desk,
    deal: &Opportunity,
    who: &str,
    words: &[String],
) -> Result<(Person, Option<(Noun, i64)>), Failure> {
    let is_new = who.starts_with(NEW);
    let person = match who.strip_prefix(NEW) {
        Some(name) => answer::newcomer(tx, desk, deal.account, name)?,
        None => person_in(tx, deal, who)?,
    };
    let had = present::<Role>(tx, deal)?;
    let fresh = Role { opportunity: deal.head.id, person: person.head.id, ..Role::default() };
    let mut role = known(tx, deal, fresh, |role: &Role| role.person == person.head.id)?;
    fill(tx, desk, &mut role, words, &["opportunity", "person"])?;
    tx.save(&mut role)?;
    let joined = if is_new { (Noun::Person, person.head.no) } else { (Noun::Role, role.head.no) };
    let joins = is_new || !had.contains(&role.head.no);
    Ok((person, joins.then_some(joined)))
}

/// Draws a line of influence between two people of a deal, or changes the one that is there.
pub fn line(
    store: &mut Store,
    desk: &Desk,
    which: &str,
    (from, to): (&str, &str),
    words: &[String],
) -> Result<Done, Failure> {
    let name = format!("opp line {which} {from} {to} {}", words.join(" "));
    let ((no, shown, is_new), receipt) =
        store.transact(&desk.stamp, &generic::label(name.trim_end()), |tx| {
            let deal: Opportunity = resolve::target(tx, which)?;
            let had = present::<Influence>(tx, &deal)?;
            let (from, to) = (person_in(tx, &deal, from)?, person_in(tx, &deal, to)?);
            if from.head.id == to.head.id {
                return Err(Refusal::ToOneself(from.name).into());
            }
            let ends = (from.head.id, to.head.id);
            let fresh =
                Influence { opportunity: deal.head.id, from: ends.0, to: ends.1, ..Influence::default() };
            let mut line = known(tx, &deal, fresh, |line: &Influence| (line.from, line.to) == ends)?;
            fill(tx, desk, &mut line, words, &["opportunity", "from", "to"])?;
            tx.save(&mut line)?;
            let no = line.head.no;
            Ok::<_, Failure>((no, format!("{} → {}", from.name, to.name), !had.contains(&no)))
        })?;
    Ok(done((Noun::Influence, no), shown, is_new, receipt))
}

/// Says how well a vendor fits a factor of a deal, −2 to +2; `?` takes it back.
pub fn fit(
    store: &mut Store,
    desk: &Desk,
    which: &str,
    (factor, vendor): (&str, &str),
    fit: &str,
) -> Result<Done, Failure> {
    let name = format!("opp fit {which} {factor} {vendor} {fit}");
    let (factor, receipt) = store.transact(&desk.stamp, &generic::label(&name), |tx| {
        let deal: Opportunity = resolve::target(tx, which)?;
        let factor = factor_in(tx, &deal, factor)?;
        let vendor = if US.contains(&vendor.to_lowercase().as_str()) {
            None
        } else {
            Some(rival_in(tx, &deal, vendor)?.competitor)
        };
        let fresh =
            Fit { opportunity: deal.head.id, factor: factor.head.id, competitor: vendor, ..Fit::default() };
        let ends = (factor.head.id, vendor);
        let mut held = known(tx, &deal, fresh, |fit: &Fit| (fit.factor, fit.competitor) == ends)?;
        let is_unknown = matches!(fit.trim(), "?" | "？" | "");
        if is_unknown {
            held.head_mut().gone = true;
        } else {
            fill(tx, desk, &mut held, &[format!("fit={}", fit.trim_start_matches(['+', '＋']))], &[])?;
        }
        if !is_unknown || held.head.no != 0 {
            tx.save(&mut held)?;
        }
        Ok::<_, Failure>(factor)
    })?;
    Ok(done((Noun::Factor, factor.head.no), factor.name, false, receipt))
}

/// Puts a competitor into a deal, made where nobody of that name is known, or changes how it stands there.
pub fn rival(
    store: &mut Store,
    desk: &Desk,
    which: &str,
    who: &str,
    words: &[String],
) -> Result<Done, Failure> {
    let name = format!("opp rival {which} {who} {}", words.join(" "));
    let ((no, shown, is_new), receipt) =
        store.transact(&desk.stamp, &generic::label(name.trim_end()), |tx| {
            let deal: Opportunity = resolve::target(tx, which)?;
            let had = present::<Rival>(tx, &deal)?;
            let mut rival = rival_in(tx, &deal, who)?;
            fill(tx, desk, &mut rival, words, &["opportunity", "competitor"])?;
            tx.save(&mut rival)?;
            let name = tx.by_id::<Competitor>(rival.competitor)?.map(|one| one.name).unwrap_or_default();
            Ok::<_, Failure>((rival.head.no, name, !had.contains(&rival.head.no)))
        })?;
    Ok(done((Noun::Rival, no), shown, is_new, receipt))
}

/// Moves a factor or a decision step among those of its deal: `up`, `down`, or to a place; all get their places anew.
pub fn rank(store: &mut Store, desk: &Desk, noun: Noun, which: &str, to: &str) -> Result<Done, Failure> {
    let name = format!("{} rank {which} {to}", noun.code());
    let ((no, shown), receipt) = store.transact(&desk.stamp, &generic::label(&name), |tx| {
        if noun == Noun::Decision {
            let step: Decision = resolve::target(tx, which)?;
            let steps = tx.decisions(step.opportunity)?;
            return reorder(tx, steps, &step, to, |step, place| step.seq = Some(place));
        }
        let factor: Factor = resolve::target(tx, which)?;
        let factors = tx.matrix(factor.opportunity)?.lines.into_iter().map(|line| line.factor).collect();
        reorder(tx, factors, &factor, to, |factor, place| factor.rank = Some(place))
    })?;
    Ok(done((noun, no), shown, false, receipt))
}

fn reorder<R: Record>(
    tx: &mut Tx,
    mut all: Vec<R>,
    moved: &R,
    to: &str,
    put: impl Fn(&mut R, i64),
) -> Result<(i64, String), Failure> {
    let at = all.iter().position(|one| one.head().id == moved.head().id).unwrap_or(0);
    let last = all.len().saturating_sub(1);
    let goal = match to {
        "up" => at.saturating_sub(1),
        "down" => at + 1,
        place => {
            let place: Option<usize> = place.parse().ok().filter(|place| (1..=999).contains(place));
            place.ok_or_else(|| Mistake::Place(to.to_owned()))? - 1
        }
    };
    if at < all.len() {
        let one = all.remove(at);
        all.insert(goal.min(last), one);
    }
    for (place, mut one) in (1..).zip(all) {
        put(&mut one, place);
        tx.save(&mut one)?;
    }
    Ok((moved.head().no, resolve::name(moved)))
}

/// The numbers of what hangs on a deal and was not removed.
fn present<R: Record>(tx: &Tx, deal: &Opportunity) -> Result<Vec<i64>, Failure> {
    let all = tx.hanging::<R>(deal.head.id)?;
    Ok(all.iter().map(Record::head).filter(|head| !head.gone).map(|head| head.no).collect())
}

/// The record of a deal that `is_it` knows, brought back where it was removed, or a fresh one.
fn known<R: Record>(tx: &Tx, deal: &Opportunity, fresh: R, is_it: impl Fn(&R) -> bool) -> Result<R, Failure> {
    let found = tx.hanging::<R>(deal.head.id)?.into_iter().find(is_it);
    Ok(found.map_or(fresh, |mut found| {
        found.head_mut().gone = false;
        found
    }))
}

fn fill<R: Record>(
    tx: &Tx,
    desk: &Desk,
    record: &mut R,
    words: &[String],
    fixed: &[&str],
) -> Result<(), Failure> {
    for word in words {
        let (key, text) = assign::split(word)?;
        let field: &Field<R> = assign::field(key)?;
        if fixed.contains(&field.key) {
            return Err(Mistake::NoField(R::NOUN, key.to_owned()).into());
        }
        assign::assign(tx, desk, record, field, text)?;
    }
    Ok(())
}

/// A person as a deal knows them: of several with one name, the one that has a part in it.
fn person_in(tx: &Tx, deal: &Opportunity, text: &str) -> Result<Person, Failure> {
    let found = resolve::living::<Person>(tx, text);
    let Err(Failure::Mistake(Mistake::Ambiguous(_, _, sheets))) = &found else { return found };
    let own: Vec<Id> = tx.hanging::<Role>(deal.head.id)?.into_iter().map(|role| role.person).collect();
    let mut within = sheets.iter().filter(|sheet| own.contains(&sheet.id));
    match (within.next(), within.next()) {
        (Some(one), None) => resolve::living(tx, &one.no.to_string()),
        _ => found,
    }
}

/// A factor as a deal knows it: by number, or by name among its own.
fn factor_in(tx: &Tx, deal: &Opportunity, text: &str) -> Result<Factor, Failure> {
    let own = tx.matrix(deal.head.id)?.lines.into_iter().map(|line| line.factor);
    let number: Option<i64> = text.trim_start_matches('#').parse().ok();
    let found = own
        .into_iter()
        .find(|factor| number == Some(factor.head.no) || factor.name.eq_ignore_ascii_case(text.trim()));
    found.ok_or_else(|| Mistake::NoSuch(Noun::Factor, text.to_owned()).into())
}

/// A competitor of a deal by number or name; the company and its place in the deal are made where they are missing.
pub(super) fn rival_in(tx: &mut Tx, deal: &Opportunity, text: &str) -> Result<Rival, Failure> {
    let competitor = match resolve::living::<Competitor>(tx, text) {
        Ok(found) => found.head.id,
        Err(Failure::Mistake(Mistake::NoSuch(..))) if text.trim().parse::<i64>().is_err() => {
            let name = crate::domain::clean::clean_line(text).trim().to_owned();
            if name.is_empty() {
                return Err(Mistake::Required(Noun::Rival, "competitor").into());
            }
            let mut made = Competitor { name, ..Competitor::default() };
            tx.save(&mut made)?;
            made.head.id
        }
        Err(failure) => return Err(failure),
    };
    let fresh = Rival { opportunity: deal.head.id, competitor, ..Rival::default() };
    let mut rival = known(tx, deal, fresh, |rival: &Rival| rival.competitor == competitor)?;
    tx.save(&mut rival)?;
    Ok(rival)
}

/// Answers about a rival hold its name: a new name goes with them.
pub(super) fn renamed<R: Record>(tx: &mut Tx, old: &R, new: &R) -> Result<(), Failure> {
    if R::NOUN != Noun::Competitor || resolve::name(old) == resolve::name(new) {
        return Ok(());
    }
    for mut answer in tx.having::<Answer>("subject", &Value::Text(resolve::name(old)))? {
        answer.subject = Some(resolve::name(new));
        tx.save(&mut answer)?;
    }
    Ok(())
}

fn done((noun, no): (Noun, i64), name: String, is_new: bool, receipt: Receipt) -> Done {
    let said = match receipt.batch {
        Some(_) if is_new => Said::Added(noun, no, name),
        Some(_) => Said::Changed(noun, no, name),
        None => Said::Unchanged,
    };
    Done { said, record: Some((noun, no)), touched: receipt.touched }
}

#[cfg(test)]
mod tests;
