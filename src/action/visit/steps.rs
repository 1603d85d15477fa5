//! The steps of a visit: filled from the template that fits, ticked off one by one.

use crate::domain::checklist::{self, Item};
use crate::domain::visit::Visit;
use crate::lang::Lang;
use crate::store::{Fault, Store, Tx};

use super::super::failure::{Failure, Mistake};
use super::super::template::{named, template_for};
use super::super::{Desk, Said};

/// The steps of a visit.
pub fn of(visit: &Visit) -> Vec<Item> {
    checklist::read(visit.steps.as_deref().unwrap_or_default())
}

/// The steps that a visit without any gets when it is prepared: those of the template that fits, if one does.
pub fn proposed(store: &Store, lang: Lang, visit: &Visit) -> Result<Option<String>, Fault> {
    let found = template_for(store, lang, visit)?;
    Ok(found.map(|template| checklist::write(&checklist::lay(&template.steps, &[]))))
}

pub(super) fn fill(tx: &Tx, desk: &Desk, visit: &mut Visit) -> Result<(), Fault> {
    if of(visit).is_empty() {
        visit.steps = proposed(tx, desk.lang, visit)?;
    }
    Ok(())
}

/// Ticks a step off, or takes the tick back; the place of the step from 1.
pub(super) fn tick(tx: &mut Tx, mut visit: Visit, words: &[String]) -> Result<(Visit, usize), Failure> {
    let typed = words.concat();
    let mut items = of(&visit);
    let place = typed.trim().parse::<usize>().ok().filter(|place| (1..=items.len()).contains(place));
    let mistake = || Mistake::NoStep(visit.head.no, typed.clone(), items.len());
    let place = place.ok_or_else(mistake)?;
    if let Some(item) = items.get_mut(place - 1) {
        item.is_done = !item.is_done;
    }
    visit.steps = Some(checklist::write(&items));
    tx.save(&mut visit)?;
    Ok((visit, place))
}

/// What there is to tell of a tick.
pub(super) fn ticked(visit: &Visit, place: usize) -> Said {
    let item = place.checked_sub(1).and_then(|at| of(visit).into_iter().nth(at));
    let item = item.unwrap_or(Item { text: String::new(), is_done: false });
    Said::Ticked(visit.head.no, item.text, item.is_done)
}

/// Gives a visit the steps of a template; those that it had already stay done.
pub(super) fn template(
    tx: &mut Tx,
    desk: &Desk,
    mut visit: Visit,
    words: &[String],
) -> Result<(Visit, usize), Failure> {
    let found = named(tx, desk.lang, &words.join(" "))?;
    visit.steps = Some(checklist::write(&checklist::lay(&found.steps, &of(&visit))));
    tx.save(&mut visit)?;
    Ok((visit, 0))
}

/// What people call the template of these words.
pub(super) fn title(store: &Store, desk: &Desk, words: &[String]) -> String {
    let typed = words.join(" ");
    named(store, desk.lang, &typed).map_or(typed, |found| found.title)
}
