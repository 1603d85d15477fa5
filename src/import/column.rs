//! Which column fills which field.

use crate::domain::noun::Noun;
use crate::domain::value::Kind;

use super::header::{Header, Label};
use super::refusal::Refusal;
use super::{alias, field, label};

/// What a column of this label fills, and how good the label is: 0 is best.
fn target(noun: Noun, norm: &str, keys: &[(&'static str, Kind)]) -> Option<(&'static str, usize)> {
    let listed = alias::of(noun)?
        .iter()
        .find_map(|(target, names)| names.iter().position(|name| *name == norm).map(|rank| (*target, rank)));
    listed.or_else(|| {
        let own = keys.iter().find(|(key, kind)| label::norm(key) == norm && is_settable(*kind));
        own.map(|(key, _)| (*key, 0))
    })
}

fn is_settable(kind: Kind) -> bool {
    !matches!(kind, Kind::Link(_) | Kind::Links(_) | Kind::Moment | Kind::Extra)
}

/// The target of every column; of two columns with one target the better label, then the first, has it.
pub(super) fn assign(noun: Noun, labels: &[Label]) -> Vec<Option<&'static str>> {
    let keys = field::of(noun);
    let wishes: Vec<_> = labels
        .iter()
        .map(|label| target(noun, &label.norm, &keys).filter(|_| !label.norm.is_empty()))
        .collect();
    let best = |target: &str| {
        let ranks = wishes
            .iter()
            .enumerate()
            .filter_map(|(at, wish)| wish.filter(|(name, _)| *name == target).map(|(_, rank)| (rank, at)));
        ranks.min().map(|(_, at)| at)
    };
    let chosen = wishes.iter().enumerate().map(|(at, wish)| {
        let (name, _) = (*wish)?;
        (name == "-" || best(name) == Some(at)).then_some(name)
    });
    chosen.collect()
}

/// The targets after the user's own `--map field=Column`.
pub(super) fn overrule(
    noun: Noun,
    header: &Header,
    mut targets: Vec<Option<&'static str>>,
    map: &[(String, String)],
) -> Result<Vec<Option<&'static str>>, Refusal> {
    for (wanted, column) in map {
        let target = named(noun, wanted).ok_or_else(|| Refusal::MapField { noun, field: wanted.clone() })?;
        let exact = header.labels.iter().position(|label| &*label.text == column.trim());
        let norm = label::norm(column);
        let found =
            exact.or_else(|| header.labels.iter().position(|label| label.norm == norm && !norm.is_empty()));
        let Some(at) = found else {
            return Err(Refusal::MapColumn { column: column.clone(), labels: header.first_labels() });
        };
        for (index, slot) in targets.iter_mut().enumerate() {
            if index == at {
                *slot = Some(target);
            } else if *slot == Some(target) {
                *slot = None;
            }
        }
    }
    Ok(targets)
}

/// The target that the user means: one of the table, or a field of the record.
fn named(noun: Noun, wanted: &str) -> Option<&'static str> {
    let wanted = wanted.trim();
    let listed = alias::of(noun)?.iter().map(|(target, _)| *target).find(|target| *target == wanted);
    let own = || field::of(noun).into_iter().find(|(key, kind)| *key == wanted && is_settable(*kind));
    listed.or_else(|| own().map(|(key, _)| key))
}
