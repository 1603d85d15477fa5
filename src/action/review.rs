//! Key-account reviews: what a verdict asks for, and what it changes at the account, in the batch of the review.

use std::any::Any;

use crate::domain::account::Account;
use crate::domain::key_account;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::review::{Review, Ritual, Verdict};
use crate::store::{Fault, Store, Tx};

use super::failure::{Failure, Mistake, Refusal};
use super::{Desk, Said};

/// Before a record is saved, `old` being what it was: who becomes a key account gets the day of its review, a new
/// key-account review changes its account, and one that did so keeps what it decided.
pub(super) fn settle<R: Record>(
    tx: &mut Tx,
    desk: &Desk,
    old: Option<&R>,
    record: &mut R,
) -> Result<(), Failure> {
    let (today, days) = (desk.stamp.today(), tx.rules.key_review.days);
    let record: &mut dyn Any = record;
    if let Some(account) = record.downcast_mut::<Account>() {
        let old = old.and_then(|old| (old as &dyn Any).downcast_ref::<Account>());
        key_account::schedule(old, account, today, days);
        return Ok(());
    }
    let Some(review) = record.downcast_mut::<Review>() else { return Ok(()) };
    if let Some(old) = old.and_then(|old| (old as &dyn Any).downcast_ref::<Review>()) {
        let decided = |one: &Review| (one.ritual == Ritual::Account, one.account, one.verdict);
        let is_other = decided(old) != decided(review) && (decided(old).0 || decided(review).0);
        return if is_other { Err(Refusal::Decided(old.head.no).into()) } else { Ok(()) };
    }
    review.author.get_or_insert_with(|| desk.stamp.author.clone());
    match review.ritual {
        Ritual::Account => judge(tx, review, (review.on_day.unwrap_or(today), days)),
        Ritual::Funnel => Ok(tx.forget_judgements(today)?),
        _ => Ok(()),
    }
}

/// A key-account review is not removed: its account would stay as it made it.
pub(super) fn refuse_removal<R: Record>(record: &R) -> Result<(), Failure> {
    match (record as &dyn Any).downcast_ref::<Review>() {
        Some(review) if review.ritual == Ritual::Account => Err(Refusal::Decided(review.head.no).into()),
        _ => Ok(()),
    }
}

/// A verdict needs an account and a reason; to keep one also an idea how to renew it.
fn judge(tx: &mut Tx, review: &Review, (on, days): (chrono::NaiveDate, u16)) -> Result<(), Failure> {
    let needed = |key| Mistake::Required(Noun::Review, key);
    let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let account = review.account.map(|id| tx.by_id::<Account>(id)).transpose()?.flatten();
    let mut account = account.ok_or_else(|| needed("account"))?;
    if account.head.gone {
        return Err(Mistake::Gone(Noun::Account, account.head.no).into());
    }
    let verdict = review.verdict.ok_or_else(|| needed("verdict"))?;
    if !said(&review.reason) {
        return Err(needed("reason").into());
    }
    if verdict == Verdict::Keep && !said(&review.idea) {
        return Err(needed("idea").into());
    }
    key_account::settle(&mut account, verdict, on, days);
    tx.save(&mut account)?;
    Ok(())
}

/// What there is to tell of a review that was made; nothing for any other record.
pub(super) fn said<R: Record>(store: &Store, record: &R) -> Result<Option<Said>, Fault> {
    let Some(review) = (record as &dyn Any).downcast_ref::<Review>() else { return Ok(None) };
    if review.ritual != Ritual::Account {
        return Ok(Some(Said::Stamped(review.ritual, review.period.clone())));
    }
    let sheet = review.account.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten();
    Ok(sheet.zip(review.verdict).map(|(sheet, verdict)| Said::Judged(sheet.name, verdict)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::grammar::Command;
    use crate::domain::account::Tier;
    use crate::domain::rules::Rules;
    use crate::lang::Lang;
    use crate::store::{Origin, Stamp};

    fn desk() -> Desk {
        let at = "2026-11-23T09:00:00+08:00".parse().unwrap();
        let stamp = Stamp { at, author: "zp".to_owned(), origin: Origin::User };
        Desk { stamp, currency: "CNY".to_owned(), lang: Lang::En }
    }

    fn act(store: &mut Store, line: &str) -> Result<String, Failure> {
        let action = Command::parse(line).unwrap().action().unwrap();
        action.apply(store, &desk()).map(|done| done.tell(Lang::En))
    }

    fn book() -> Store {
        let mut store = Store::memory(Rules::default()).unwrap();
        act(&mut store, "account add name=Orbiq tier=a key_since=2026-01-10").unwrap();
        store
    }

    fn account(store: &Store) -> Account {
        store.get(1).unwrap().unwrap()
    }

    #[test]
    fn a_verdict_its_reason_and_the_account_are_one_batch() {
        let mut store = book();
        let before = account(&store);
        assert_eq!(before.next_review_on, "2026-04-10".parse().ok());
        let line = "review add ritual=account account=Orbiq verdict=lower reason=\"orders halved\"";
        assert_eq!(act(&mut store, line).unwrap(), "Lower: Orbiq");
        let after = account(&store);
        assert_eq!((after.tier, after.next_review_on), (Some(Tier::B), "2027-02-21".parse().ok()));
        let review: Review = store.get(1).unwrap().unwrap();
        assert_eq!((review.on_day, review.author.as_deref()), ("2026-11-23".parse().ok(), Some("zp")));
        let log = store.history(after.head.id, 50).unwrap();
        assert!(
            log.iter().any(|event| event.line.noun == "review"),
            "the decision stands in the account's log"
        );
        act(&mut store, "undo").unwrap();
        let undone = Account { head: before.head.clone(), ..account(&store) };
        assert_eq!(undone, before);
        assert!(store.get::<Review>(1).unwrap().unwrap().head.gone);
    }

    #[test]
    fn what_was_decided_is_neither_changed_nor_removed() {
        let mut store = book();
        act(&mut store, "account add name=Other").unwrap();
        act(&mut store, "review add ritual=account account=1 verdict=lower reason=x").unwrap();
        act(&mut store, "review add ritual=sweep").unwrap();
        let before = (account(&store), store.get::<Review>(1).unwrap());
        for line in [
            "review set 1 verdict=remove",
            "review set 1 account=2",
            "review set 1 ritual=funnel",
            "review set 2 ritual=account account=1 verdict=remove",
            "review remove 1",
        ] {
            let failure = act(&mut store, line).unwrap_err();
            assert!(matches!(failure, Failure::Refused(Refusal::Decided(_))), "{line}: {failure:?}");
            assert!(failure.tell(Lang::En).hint.is_some());
        }
        assert_eq!((account(&store), store.get::<Review>(1).unwrap()), before);
        act(&mut store, "review set 1 reason=\"orders halved\"").unwrap();
        act(&mut store, "review remove 2").unwrap();
    }

    #[test]
    fn the_next_review_counts_from_the_day_that_was_said_and_the_account_is_there() {
        let mut store = book();
        act(&mut store, "review add ritual=account account=1 verdict=lower reason=x on_day=2026-11-01")
            .unwrap();
        assert_eq!(account(&store).next_review_on, "2027-01-30".parse().ok());
        act(&mut store, "account remove 1").unwrap();
        let line = "review add ritual=account account=1 verdict=lower reason=x";
        assert!(act(&mut store, line).is_err());
        let mut gone =
            Review { ritual: Ritual::Account, account: Some(account(&store).head.id), ..Review::default() };
        (gone.verdict, gone.reason) = (Some(Verdict::Lower), Some("x".to_owned()));
        let done = store.transact(&desk().stamp, "x", |tx| settle(tx, &desk(), None, &mut gone));
        assert!(matches!(done, Err(Failure::Mistake(Mistake::Gone(Noun::Account, 1)))), "{done:?}");
    }

    #[test]
    fn a_verdict_without_what_it_needs_is_no_review() {
        let mut store = book();
        for (words, missing) in [
            ("verdict=keep reason=x idea=y", "account"),
            ("account=1 reason=x", "verdict"),
            ("account=1 verdict=remove", "reason"),
            ("account=1 verdict=keep reason=x", "idea"),
            ("account=1 verdict=keep reason=x idea=\" \"", "idea"),
        ] {
            let failure = act(&mut store, &format!("review add ritual=account {words}")).unwrap_err();
            let named =
                matches!(failure, Failure::Mistake(Mistake::Required(Noun::Review, key)) if key == missing);
            assert!(named, "{words}: {failure:?}");
        }
        assert_eq!(store.every::<Review>().unwrap(), []);
        assert_eq!(act(&mut store, "review add ritual=sweep").unwrap(), "Finished: Weekly sweep");
    }
}
