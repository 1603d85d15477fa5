//! Worked cases of the verbs about who decides.

use chrono::DateTime;

use super::*;
use crate::action::grammar::Command;
use crate::domain::answer::Answer;
use crate::domain::person::Support;
use crate::domain::rules::Rules;
use crate::lang::Lang;
use crate::store::{Origin, Stamp};

fn desk() -> Desk {
    let at = DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    Desk { stamp, currency: "CNY".to_owned(), lang: Lang::En }
}

fn say(store: &mut Store, line: &str) -> Result<Done, Failure> {
    Command::parse(line).unwrap().action().unwrap().apply(store, &desk())
}

/// A deal of an account with three people; another account has a person of the same name as one of them.
fn book() -> Store {
    let mut store = Store::memory(Rules::default()).unwrap();
    for line in [
        "account add name=Acme",
        "account add name=Bolt",
        "person add name=Li account=1",
        "person add name=Wang account=1",
        "person add name=Zhao account=1",
        "person add name=Li account=2",
        "opp add title=Deal account=1 amount=100",
    ] {
        say(&mut store, line).unwrap();
    }
    store
}

#[test]
fn marks_are_set_on_one_role_however_often_they_are_said() {
    let mut store = book();
    say(&mut store, "opp mark 1 Wang support=+").unwrap();
    say(&mut store, "opp mark 1 Wang coverage=※ political_status=inner-circle").unwrap();
    let roles: Vec<Role> = store.every().unwrap();
    assert_eq!(roles.len(), 1);
    assert_eq!(roles[0].support, Some(Support::Supporter));
    let again = say(&mut store, "opp mark 1 Wang support=supporter").unwrap();
    assert_eq!(again.said, Said::Unchanged);
    assert!(matches!(
        say(&mut store, "role add opportunity=1 person=2"),
        Err(Failure::Mistake(Mistake::Twin(Noun::Role, 1)))
    ));
}

#[test]
fn of_two_people_with_one_name_the_one_in_the_deal_is_meant() {
    let mut store = book();
    assert!(say(&mut store, "opp mark 1 Li support=+").is_err());
    say(&mut store, "opp mark 1 1 support=+").unwrap();
    assert_eq!(say(&mut store, "opp mark 1 Li support=-").unwrap().record, Some((Noun::Person, 1)));
}

#[test]
fn a_line_is_drawn_once_and_never_to_oneself() {
    let mut store = book();
    say(&mut store, "opp line 1 Wang Zhao strength=3").unwrap();
    say(&mut store, "opp line 1 Wang Zhao kind=conflicts").unwrap();
    let lines: Vec<Influence> = store.every().unwrap();
    assert_eq!((lines.len(), lines[0].force()), (1, 3));
    assert!(matches!(
        say(&mut store, "opp line 1 Wang Wang"),
        Err(Failure::Refused(Refusal::ToOneself(name))) if name == "Wang"
    ));
}

#[test]
fn a_fit_makes_the_rival_and_is_taken_back_by_a_question_mark() {
    let mut store = book();
    say(&mut store, "factor add opportunity=1 name=Price rank=1").unwrap();
    say(&mut store, "opp fit 1 Price us -1").unwrap();
    say(&mut store, "opp fit 1 price Contoso +2").unwrap();
    let deal = store.get::<Opportunity>(1).unwrap().unwrap();
    let matrix = store.matrix(deal.head.id).unwrap();
    assert_eq!((matrix.lines[0].ours, matrix.lines[0].theirs.clone()), (Some(-1), vec![Some(2)]));
    assert_eq!(matrix.ahead_of_us(), [("Contoso", "Price")]);
    say(&mut store, "opp fit 1 1 Contoso ?").unwrap();
    assert_eq!(store.matrix(deal.head.id).unwrap().lines[0].theirs, [None]);
    assert!(say(&mut store, "opp fit 1 1 us 3").is_err());
    assert!(say(&mut store, "opp fit 1 Quality us 1").is_err());
}

#[test]
fn a_competitor_takes_its_answers_along_to_a_new_name() {
    let mut store = book();
    say(&mut store, "opp answer 1 7 + subject=contoso").unwrap();
    say(&mut store, "competitor set contoso name=Fabrikam").unwrap();
    say(&mut store, "opp answer 1 8 - subject=FABRIKAM").unwrap();
    let answers: Vec<Answer> = store.every().unwrap();
    assert!(answers.iter().all(|answer| answer.subject.as_deref() == Some("Fabrikam")), "{answers:?}");
    say(&mut store, "undo").unwrap();
    say(&mut store, "undo").unwrap();
    let answers: Vec<Answer> = store.every().unwrap();
    assert_eq!(answers[0].subject.as_deref(), Some("contoso"));
}

#[test]
fn factors_and_steps_take_the_place_they_are_moved_to() {
    let mut store = book();
    for name in ["a", "b", "c"] {
        say(&mut store, &format!("factor add opportunity=1 name={name}")).unwrap();
        say(&mut store, &format!("decision add opportunity=1 name={name}")).unwrap();
    }
    let deal = store.get::<Opportunity>(1).unwrap().unwrap().head.id;
    let order = |store: &Store| -> (String, String) {
        let factors = store.matrix(deal).unwrap().lines.into_iter().map(|line| line.factor.name);
        (factors.collect(), store.decisions(deal).unwrap().into_iter().map(|step| step.name).collect())
    };
    for (which, to, after) in [
        (3, "up", "acb"),
        (1, "down", "cab"),
        (1, "1", "acb"),
        (2, "9", "acb"),
        (2, "down", "acb"),
        (2, "1", "bac"),
    ] {
        for noun in ["factor", "decision"] {
            say(&mut store, &format!("{noun} rank {which} {to}")).unwrap();
        }
        assert_eq!(order(&store), (after.to_owned(), after.to_owned()), "{which} {to}");
    }
    assert!(matches!(say(&mut store, "factor rank 1 top"), Err(Failure::Mistake(Mistake::Place(_)))));
}
