//! The verbs that every noun has: add, set, remove, restore.

use std::collections::BTreeMap;

use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::store::{Fault, Store, Tx};

use super::failure::{Failure, Mistake, Refusal};
use super::{
    Desk, Done, Said, again, assign, currency, deal, decide, fixed, newcomer, resolve, review, todo,
};

/// Makes a record of `field=value` words.
pub fn add<R: Record>(store: &mut Store, desk: &Desk, words: &[String]) -> Result<Done, Failure> {
    let name = format!("{} add {}", R::NOUN.code(), words.join(" "));
    add_as::<R>(store, desk, words, &name)
}

/// Makes a record of `field=value` words; undo and the log call it by a name.
pub fn add_as<R: Record>(
    store: &mut Store,
    desk: &Desk,
    words: &[String],
    name: &str,
) -> Result<Done, Failure> {
    let (record, receipt) = store.transact(&desk.stamp, &label(name), |tx| {
        let mut record = R::default();
        let words = newcomer::words(tx, desk, &record, words)?;
        let words = &currency::inherited::<R>(tx, words)?;
        fill(tx, desk, &mut record, words, true)?;
        defaults(desk, &mut record)?;
        require(&record)?;
        newcomer::check(tx, None, &mut record)?;
        refuse_circles(tx, &record)?;
        refuse_twin(tx, &record)?;
        todo::settle(tx, desk, &mut record)?;
        review::settle(tx, desk, None, &mut record)?;
        tx.save(&mut record)?;
        if R::NOUN == Noun::Opp {
            deal::enter(tx, desk, record.head().no)?;
        }
        Ok::<_, Failure>(record)
    })?;
    let no = record.head().no;
    let (said, name) = (review::said(store, &record)?, resolve::title(store, &record)?);
    let said = said.unwrap_or(Said::Added(R::NOUN, no, name));
    Ok(Done { said, record: Some((R::NOUN, no)), touched: receipt.touched })
}

/// Changes fields of one record, or of several between commas.
pub fn set<R: Record>(
    store: &mut Store,
    desk: &Desk,
    which: &str,
    words: &[String],
) -> Result<Done, Failure> {
    let name = format!("{} set {which} {}", R::NOUN.code(), words.join(" "));
    let ((first, many), receipt) = store.transact(&desk.stamp, &label(&name), |tx| {
        let records: Vec<R> = resolve::several(tx, which)?;
        let many = records.len();
        let mut first = None;
        for mut record in records {
            let old = record.clone();
            let words = &newcomer::words(tx, desk, &record, words)?;
            // What belongs to somebody else now has their currency, unless it holds amounts already.
            let said = if currency::is_paid(&old) {
                words.clone()
            } else {
                currency::inherited::<R>(tx, words.clone())?
            };
            fill(tx, desk, &mut record, &said, false)?;
            follow(&old, &mut record, words);
            require(&record)?;
            newcomer::check(tx, Some(&old), &mut record)?;
            refuse_circles(tx, &record)?;
            refuse_twin(tx, &record)?;
            fixed::let_go(&old, &mut record);
            todo::settle(tx, desk, &mut record)?;
            review::settle(tx, desk, Some(&old), &mut record)?;
            tx.save(&mut record)?;
            decide::renamed(tx, &old, &record)?;
            again::renew(tx, desk, &old, &mut record)?;
            if first.is_none() {
                first = Some((record.head().no, resolve::title(tx, &record)?));
            }
        }
        Ok::<_, Failure>((first, many))
    })?;
    let said = match (&first, many) {
        _ if receipt.batch.is_none() => Said::Unchanged,
        (Some((no, name)), 1) => Said::Changed(R::NOUN, *no, name.clone()),
        _ => Said::ChangedMany(R::NOUN, many),
    };
    Ok(Done { said, record: first.map(|(no, _)| (R::NOUN, no)), touched: receipt.touched })
}

/// Marks a record as gone, or brings it back; or several between commas, in one batch.
pub fn mark<R: Record>(store: &mut Store, desk: &Desk, which: &str, gone: bool) -> Result<Done, Failure> {
    let verb = if gone { "remove" } else { "restore" };
    let name = format!("{} {verb} {which}", R::NOUN.code());
    let ((records, left), receipt) = store.transact(&desk.stamp, &label(&name), |tx| {
        let mut records: Vec<R> = resolve::any_of(tx, which)?;
        for record in &mut records {
            if gone {
                review::refuse_removal(record)?;
            }
            record.head_mut().gone = gone;
            tx.save(record)?;
        }
        let left = if gone { belongings(tx, &records)? } else { Vec::new() };
        Ok::<_, Failure>((records, left))
    })?;
    let titled = |record: &R| Ok::<_, Failure>((record.head().no, resolve::title(store, record)?));
    let first = records.first().map(titled).transpose()?;
    let said = match (&first, records.len(), gone) {
        _ if receipt.batch.is_none() => Said::Unchanged,
        (Some((no, name)), 1, true) => Said::Removed(R::NOUN, *no, name.clone(), left),
        (Some((no, name)), 1, false) => Said::Restored(R::NOUN, *no, name.clone()),
        (_, many, true) => Said::RemovedMany(R::NOUN, many, left),
        (_, many, false) => Said::ChangedMany(R::NOUN, many),
    };
    Ok(Done { said, record: first.map(|(no, _)| (R::NOUN, no)), touched: receipt.touched })
}

/// What belongs to records, counted by noun over all of them.
pub fn belongings<R: Record>(store: &Store, records: &[R]) -> Result<Vec<(Noun, usize)>, Fault> {
    let mut all: BTreeMap<Noun, usize> = BTreeMap::new();
    for record in records {
        for (noun, count) in store.belongings(R::NOUN, record.head().id)? {
            *all.entry(noun).or_default() += count;
        }
    }
    Ok(all.into_iter().collect())
}

/// Saves a record that another one names before the book has it.
pub(super) fn made<R: Record>(tx: &mut Tx, desk: &Desk, mut record: R, name: &str) -> Result<R, Failure> {
    fill(tx, desk, &mut record, &[format!("name={}", name.trim())], true)?;
    defaults(desk, &mut record)?;
    require(&record)?;
    tx.save(&mut record)?;
    Ok(record)
}

/// What undo and the log call a batch: the line, within reason.
pub fn label(line: &str) -> String {
    crate::domain::clean::clean_line(line).chars().take(160).collect()
}

/// Sets the fields that the words name; the currency first, since amounts are read by it.
fn fill<R: Record>(
    tx: &Tx,
    desk: &Desk,
    record: &mut R,
    words: &[String],
    is_new: bool,
) -> Result<(), Failure> {
    let mut pairs = Vec::with_capacity(words.len());
    for word in words {
        let (key, text) = assign::split(word)?;
        pairs.push((assign::field::<R>(key)?, text));
    }
    pairs.sort_by_key(|(field, _)| field.kind != Kind::Currency);
    for (field, text) in pairs {
        let kept = R::TRAITS.kept.iter().find(|(key, _)| *key == field.key);
        // A deal may stand in a later stage when it comes into the book.
        let enters = is_new && matches!(field.key, "stage" | "stage_since");
        if let Some((key, verb)) = kept.filter(|_| !enters) {
            return Err(Mistake::Kept(key, verb).into());
        }
        assign::assign(tx, desk, record, field, text)?;
    }
    // An amount is kept with the currency by which it was read.
    if let Some(field) = R::field("currency").filter(|field| (field.get)(record).is_null())
        && currency::is_paid(record)
    {
        (field.set)(record, Value::Text(desk.currency.clone()))
            .map_err(|_| Mistake::Required(R::NOUN, field.key))?;
    }
    Ok(())
}

/// What a new record has where nothing was said.
fn defaults<R: Record>(desk: &Desk, record: &mut R) -> Result<(), Failure> {
    let traits = R::TRAITS;
    let text = |text: &str| Value::Text(text.to_owned());
    let mut preset: Vec<(&str, Value)> =
        traits.today.iter().map(|key| (*key, text(&desk.stamp.today().to_string()))).collect();
    preset.extend(traits.is_priced.then(|| ("currency", text(&desk.currency))));
    preset.extend(traits.is_owned.then(|| ("owner", text(&desk.stamp.author))));
    for (key, value) in preset {
        let Some(field) = R::field(key) else { continue };
        let held = (field.get)(record);
        if held.is_null() || held.as_text() == Some("") {
            (field.set)(record, value).map_err(|_| Mistake::Required(R::NOUN, field.key))?;
        }
    }
    Ok(())
}

/// What follows from a change: amounts keep their figures in a new currency, a later close date is counted.
fn follow<R: Record>(old: &R, new: &mut R, words: &[String]) {
    let text = |record: &R, key: &str| R::field(key).map(|field| (field.get)(record)).unwrap_or_default();
    let (was, is) = (text(old, "currency"), text(new, "currency"));
    if let (Some(was), Some(is)) = (was.as_text(), is.as_text())
        && money::decimals(was) != money::decimals(is)
    {
        for field in R::FIELDS.iter().filter(|field| field.kind == Kind::Money) {
            let said = words.iter().any(|word| assign::split(word).is_ok_and(|(key, _)| key == field.key));
            if let (false, Value::Int(minor)) = (said, (field.get)(new)) {
                let moved = money::parse(&money::major(minor, was), is).map_or(Value::Null, Value::Int);
                let _ = (field.set)(new, moved);
            }
        }
    }
    let (was, is) = (text(old, "close_on"), text(new, "close_on"));
    let is_open = text(new, "status").as_text() == Some("open");
    if let (Value::Text(was), Value::Text(is), true, Some(field)) =
        (was, is, is_open, R::field("close_moves"))
        && is > was
    {
        let moves = (field.get)(new).as_int().unwrap_or(0);
        let _ = (field.set)(new, Value::Int(moves + 1));
    }
}

/// Names and titles must say something.
fn require<R: Record>(record: &R) -> Result<(), Failure> {
    let blank = R::default();
    for field in R::FIELDS.iter().filter(|field| field.is_required()) {
        let held = (field.get)(record);
        if held == (field.get)(&blank) || held.as_text().is_none_or(str::is_empty) {
            return Err(Mistake::Required(R::NOUN, field.key).into());
        }
    }
    Ok(())
}

/// Nobody reports to himself, over however many others; no account belongs to itself.
fn refuse_circles<R: Record>(tx: &Tx, record: &R) -> Result<(), Failure> {
    let Some(key) = R::TRAITS.above else { return Ok(()) };
    let above = |record: &R| -> Option<crate::domain::id::Id> {
        let value = R::field(key).map(|field| (field.get)(record))?;
        value.as_text().and_then(|text| text.parse().ok())
    };
    let mut next = above(record);
    for _ in 0..1000 {
        let Some(id) = next else { return Ok(()) };
        if record.head().no != 0 && id == record.head().id {
            break;
        }
        next = tx.by_id::<R>(id)?.as_ref().and_then(&above);
    }
    if next.is_none() { Ok(()) } else { Err(Refusal::Circle(R::NOUN, record.head().no).into()) }
}

/// A person has one role in a deal, a vendor one fit to a factor, a competitor one name.
fn refuse_twin<R: Record>(tx: &Tx, record: &R) -> Result<(), Failure> {
    let keys = R::TRAITS.once;
    let told = |record: &R| -> Vec<Value> {
        keys.iter().filter_map(|key| R::field(key)).map(|field| (field.get)(record)).collect()
    };
    let own = told(record);
    let (Some(first), Some(value)) = (keys.first(), own.first()) else { return Ok(()) };
    let like = tx.having::<R>(first, value)?;
    match like.iter().find(|one| one.head().no != record.head().no && told(one) == own) {
        Some(twin) => Err(Mistake::Twin(R::NOUN, twin.head().no).into()),
        None => Ok(()),
    }
}
