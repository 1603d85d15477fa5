//! Worked cases of preparing and telling a visit.

use chrono::DateTime;

use super::*;
use crate::action::Action;
use crate::action::grammar::Command;
use crate::domain::account::Account;
use crate::domain::answer::{Answer, Grade, Verdict};
use crate::domain::cost::Cost;
use crate::domain::noun::for_noun;
use crate::domain::person::{Coverage, Role, Support};
use crate::domain::rules::Rules;
use crate::domain::stage::Stage;
use crate::domain::todo::Todo;
use crate::store::{Origin, Stamp};

fn desk() -> Desk {
    let at = DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    Desk { stamp, currency: "CNY".to_owned(), lang: Lang::En }
}

fn say(store: &mut Store, line: &str) -> Result<Done, Failure> {
    Command::parse(line).unwrap().action().unwrap().apply(store, &desk())
}

/// A deal with two people in it and a visit of last Friday.
fn book() -> Store {
    let mut store = Store::memory(Rules::default()).unwrap();
    for line in [
        "account add name=Acme",
        "person add name=\"Ada Li\" account=1",
        "person add name=Wang account=1",
        "opp add title=Deal account=1 amount=100 next_step=old next_on=2026-11-01",
        "opp mark 1 1 support= buying_role=approver",
        "visit add account=1 opportunity=1 who=1 when=\"2026-11-20 10:00\"",
    ] {
        say(&mut store, line).unwrap();
    }
    store
}

/// Every record of the book as it stands.
fn all(store: &Store) -> String {
    let of = |noun: Noun| {
        for_noun!(noun, R => {
            let records: Vec<R> = store.every().unwrap();
            format!("{:?}", records.into_iter().map(blank).collect::<Vec<_>>())
        })
    };
    Noun::ALL.iter().map(|noun| of(*noun)).collect::<Vec<_>>().join("\n")
}

/// Which batch wrote a record last says nothing of what it holds.
fn blank<R: crate::domain::record::Record>(mut record: R) -> R {
    record.head_mut().touched = 0;
    record
}

const DEBRIEF: &str = "visit debrief 1 result=partly customer_did=no aims_moved=rapport hours=2.5 cost=300 \
    answers=\"4+told 7-\" marks=\"Ada Li:..+※ 2:support=-;coverage=brief\" next_step=\"send plan\" next_on=fri \
    next_visit=\"2026-12-03 14:00\" notes=good";

#[test]
fn a_debrief_writes_all_that_follows_and_one_undo_takes_it_back() {
    let mut store = book();
    let before = all(&store);
    let done = say(&mut store, DEBRIEF).unwrap();
    assert!(matches!(done.said, Said::Debriefed(1, "partly", _, None, None)), "{:?}", done.said);

    let day = |text: &str| Some(text.parse().unwrap());
    let visits: Vec<Visit> = store.every().unwrap();
    assert_eq!((visits[0].status, visits[0].hours), (VisitStatus::Done, Some(150)));
    assert_eq!(visits[1].when.unwrap().to_string(), "2026-12-03T14:00");
    assert_eq!((visits.len(), visits[1].status, &visits[1].who), (2, VisitStatus::Planned, &visits[0].who));
    let answers: Vec<Answer> = store.every().unwrap();
    let said = |one: &Answer| (one.question, one.verdict, one.grade);
    assert_eq!(
        answers.iter().map(said).collect::<Vec<_>>(),
        [(4, Verdict::Favourable, Grade::Told), (7, Verdict::Unfavourable, Grade::Guess)]
    );
    let roles: Vec<Role> = store.every().unwrap();
    assert_eq!((roles[0].support, roles[0].coverage), (Some(Support::Supporter), Some(Coverage::InDepth)));
    assert_eq!((roles[1].support, roles[1].coverage), (Some(Support::NonSupporter), Some(Coverage::Brief)));
    assert_eq!((roles[0].last_contact_on, roles[1].last_contact_on), (day("2026-11-20"), None));
    let account: Account = store.get(1).unwrap().unwrap();
    let deal: Opportunity = store.get(1).unwrap().unwrap();
    assert_eq!((account.last_contact_on, deal.last_activity_on), (day("2026-11-20"), day("2026-11-20")));
    assert_eq!((deal.next_step.as_deref(), deal.next_on), (Some("send plan"), day("2026-11-27")));
    let costs: Vec<Cost> = store.every().unwrap();
    assert_eq!(
        (costs[0].hours, costs[0].amount, costs[0].on_day),
        (Some(150), Some(30_000), day("2026-11-20"))
    );
    let todos: Vec<Todo> = store.every().unwrap();
    assert_eq!((todos[0].title.as_str(), todos[0].visit), ("send plan", Some(visits[0].head.id)));
    let batch = visits[0].head.touched;
    assert_eq!((visits[1].head.born, costs[0].head.born, todos[0].head.born), (batch, batch, batch));
    assert_eq!((roles[1].head.born, deal.head.touched, account.head.touched), (batch, batch, batch));
    assert_eq!(todos[0].due.map(|due| due.to_string()).as_deref(), Some("2026-11-27"));

    Action::Undo(None).apply(&mut store, &desk()).unwrap();
    assert_eq!(all(&store), before);
    Action::Redo(None).apply(&mut store, &desk()).unwrap();
    assert_eq!(store.every::<Todo>().unwrap().len(), 1);
}

#[test]
fn what_is_wrong_in_a_debrief_writes_nothing() {
    let mut store = book();
    say(&mut store, "visit add account=1 when=2026-11-20").unwrap();
    let before = all(&store);
    for line in [
        "visit debrief 1",
        "visit debrief 1 result=achieved answers=16+",
        "visit debrief 1 result=achieved answers=4",
        "visit debrief 1 result=achieved marks=Nobody:+",
        "visit debrief 1 result=achieved marks=Wang",
        "visit debrief 1 result=achieved why=x",
        "visit debrief 1 result=achieved next_step=x next_on=someday",
        "visit debrief 2 result=achieved answers=4+",
        "visit debrief 2 result=achieved moved=yes",
        "visit debrief 1 result=achieved moved=perhaps",
    ] {
        assert!(matches!(say(&mut store, line), Err(Failure::Mistake(_))), "{line}");
        assert_eq!(all(&store), before, "{line}");
    }
    say(&mut store, "visit debrief 1 result=achieved").unwrap();
    assert!(matches!(say(&mut store, DEBRIEF), Err(Failure::Refused(Refusal::Over(1, "done")))));
}

#[test]
fn a_debrief_moves_its_deal_through_the_gate_that_it_answers() {
    let answers = "answers='1+told 2+told 3+told 4+told 5+told'";
    for (words, stage) in [
        (String::new(), Some(Stage::Potential)),
        ("moved=no".to_owned(), Some(Stage::Potential)),
        ("moved=yes".to_owned(), None),
        (format!("moved=yes {answers}"), Some(Stage::Qualified)),
        (format!("已推进=是 {answers}"), Some(Stage::Qualified)),
        ("moved=yes reason='the board decided'".to_owned(), Some(Stage::Qualified)),
    ] {
        let mut store = book();
        say(&mut store, "opp set 1 pressures=market values=unique").unwrap();
        let before = all(&store);
        let told = say(&mut store, &format!("visit debrief 1 result=achieved {words}"));
        let deal: Opportunity = store.get(1).unwrap().unwrap();
        let Some(stage) = stage else {
            assert!(matches!(told, Err(Failure::Refused(Refusal::Passage(1, _)))), "{words}: {told:?}");
            assert_eq!(all(&store), before, "{words}");
            continue;
        };
        let Said::Debriefed(.., onward) = told.unwrap().said else { panic!("{words}") };
        assert_eq!((deal.stage, onward.is_some()), (stage, stage == Stage::Qualified), "{words}");
        assert_eq!(deal.override_reason.is_some(), words.contains("reason"), "{words}");
        Action::Undo(None).apply(&mut store, &desk()).unwrap();
        assert_eq!(all(&store), before, "{words}");
    }
}

#[test]
fn a_visit_called_off_is_no_contact() {
    let mut store = book();
    say(&mut store, "visit debrief 1 result=cancelled next_step=\"call again\" next_on=+3d").unwrap();
    let (visit, account): (Visit, Account) = (store.get(1).unwrap().unwrap(), store.get(1).unwrap().unwrap());
    assert_eq!((visit.status, account.last_contact_on), (VisitStatus::Cancelled, None));
    assert_eq!(store.every::<Todo>().unwrap().len(), 1);
}

#[test]
fn a_visit_is_ready_with_five_ws_and_not_before() {
    let mut store = book();
    let Err(Failure::Refused(Refusal::NotReady(1, missing))) = say(&mut store, "visit ready 1") else {
        panic!("it was ready");
    };
    assert_eq!(missing, ["what", "why", "where"]);
    say(&mut store, "visit prepare 1 what=Call").unwrap();
    let visit: Visit = store.get(1).unwrap().unwrap();
    assert_eq!(visit.status, VisitStatus::Planned);
    let agenda = visit.agenda.unwrap();
    assert!(agenda.starts_with("Q4 ") && agenda.lines().count() >= 5, "{agenda}");
    say(&mut store, "visit set 1 why=x where=there agenda=own").unwrap();
    say(&mut store, "visit ready 1").unwrap();
    say(&mut store, "visit prepare 1").unwrap();
    let visit: Visit = store.get(1).unwrap().unwrap();
    assert_eq!((visit.status, visit.agenda.as_deref()), (VisitStatus::Ready, Some("own")));
    say(&mut store, "visit cancel 1").unwrap();
    assert!(matches!(say(&mut store, "visit ready 1"), Err(Failure::Refused(Refusal::Over(..)))));
}

#[test]
fn the_template_that_fits_fills_the_steps_and_each_is_ticked_and_taken_back() {
    let mut store = book();
    let steps = |store: &Store| store.get::<Visit>(1).unwrap().unwrap().steps.unwrap_or_default();
    say(&mut store, "visit prepare 1").unwrap();
    assert_eq!(steps(&store), "", "nothing fits a call at an account of no kind");
    say(&mut store, "account set 1 industry=\"Food retail\"").unwrap();
    say(&mut store, "visit prepare 1").unwrap();
    assert_eq!((steps(&store).lines().count(), steps::of(&store.get(1).unwrap().unwrap()).len()), (8, 8));
    let before = all(&store);
    let done = say(&mut store, "visit tick 1 3").unwrap();
    assert!(
        matches!(&done.said, Said::Ticked(1, text, true) if text.starts_with("Greet")),
        "{:?}",
        done.said
    );
    assert_eq!(steps(&store).lines().filter(|line| line.starts_with("[x]")).count(), 1);
    Action::Undo(None).apply(&mut store, &desk()).unwrap();
    assert_eq!(all(&store), before);
    say(&mut store, "visit tick 1 3").unwrap();
    let done = say(&mut store, "visit tick 1 3").unwrap();
    assert!(matches!(done.said, Said::Ticked(1, _, false)), "{:?}", done.said);
    for line in ["visit tick 1 0", "visit tick 1 9", "visit tick 1 x", "visit template 1 nothing"] {
        assert!(matches!(say(&mut store, line), Err(Failure::Mistake(_))), "{line}");
    }
    say(&mut store, "visit debrief 1 result=achieved").unwrap();
    say(&mut store, "visit tick 1 8").unwrap();
    say(&mut store, "visit prepare 1 steps=").unwrap_err();
}

#[test]
fn a_negotiation_has_its_aid_and_a_template_of_ones_own_comes_first() {
    let mut store = book();
    say(&mut store, "visit prepare 1 type=terms-negotiation").unwrap();
    let first = |store: &Store| steps::of(&store.get(1).unwrap().unwrap());
    assert_eq!((first(&store).len(), first(&store)[3].text.starts_with("Resist small wins")), (5, true));
    say(&mut store, "visit tick 1 1").unwrap();
    let ours = crate::domain::template::Template {
        code: "negotiation".to_owned(),
        types: vec![crate::domain::visit::VisitType::Negotiation],
        steps: vec!["read the contract".to_owned(), first(&store)[0].text.clone()],
        ..Default::default()
    };
    store.rules.templates.push(ours);
    say(&mut store, "visit template 1 Negotiation").unwrap();
    let now: Vec<bool> = first(&store).iter().map(|item| item.is_done).collect();
    assert_eq!(now, [false, true]);
    say(&mut store, "visit set 1 steps=").unwrap();
    say(&mut store, "visit prepare 1 steps=").unwrap();
    assert!(first(&store).is_empty());
    say(&mut store, "visit prepare 1").unwrap();
    assert_eq!(first(&store).len(), 2);
}
