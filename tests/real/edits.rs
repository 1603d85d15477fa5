//! What a person changed, and what comes later, beside an import.

use quarterdeck::action::Action;
use quarterdeck::domain::account::Account;
use quarterdeck::domain::noun::Noun;
use quarterdeck::domain::opportunity::Opportunity;
use quarterdeck::domain::person::{Person, Role};
use quarterdeck::domain::stage::{Move, Stage, Status, Step};

use crate::book::*;

const DEALS: &str = "Deal ID,Deal Name,Stage,Amount,Close Date,Company,Owner\n\
                     7,Cold store,Qualified,1000,2027-01-31,Acme,Ann\n";

fn deal(book: &Book) -> Opportunity {
    let mut deals: Vec<Opportunity> = book.every();
    assert_eq!(deals.len(), 1);
    deals.remove(0)
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn what_a_person_changed_stays_until_the_file_says_something_new() {
    let mut book = Book::new();
    book.take_text("deals", DEALS.as_bytes());
    let no = deal(&book).head.no.to_string();
    book.act(&Action::Set(Noun::Opp, no.clone(), words(&["amount=5000", "owner=", "currency=EUR"])));
    book.act(&Action::Set(Noun::Account, "1".into(), words(&["name=Acme Holding"])));
    assert_eq!(book.take_text("deals", DEALS.as_bytes()), [0, 0, 1, 0]);
    let held = deal(&book);
    assert_eq!((held.amount, held.owner, held.currency.as_str()), (Some(500_000), None, "EUR"));
    assert_eq!(book.every::<Account>().len(), 1);
    let news = DEALS.replace("1000", "2000").replace("Ann", "");
    assert_eq!(book.take_text("deals", news.as_bytes()), [0, 1, 0, 0]);
    assert_eq!(deal(&book).amount, Some(200_000));
    book.act(&Action::Undo(None));
    assert_eq!(deal(&book).amount, Some(500_000));
    assert_eq!(book.take_text("deals", news.as_bytes()), [0, 1, 0, 0]);
    assert_eq!(deal(&book).amount, Some(200_000));
    let blank = DEALS.replace("1000", "").replace("2027-01-31", "");
    assert_eq!(book.take_text("deals", blank.as_bytes()), [0, 0, 1, 0]);
    book.is_sound();
}

#[test]
fn an_account_that_a_person_chose_stays_until_the_file_names_another() {
    let mut book = Book::new();
    book.take_text("deals", DEALS.as_bytes());
    book.act(&Action::Add(Noun::Account, words(&["name=Bolt"])));
    book.act(&Action::Set(Noun::Opp, "1".into(), words(&["account=Bolt"])));
    assert_eq!(book.take_text("deals", DEALS.as_bytes()), [0, 0, 1, 0]);
    let name = |book: &Book| {
        let id = deal(book).account.unwrap();
        book.0.by_id::<Account>(id).unwrap().unwrap().name
    };
    assert_eq!(name(&book), "Bolt");
    assert_eq!(book.take_text("deals", DEALS.replace("Acme", "Core").as_bytes()), [0, 1, 0, 0]);
    assert_eq!(name(&book), "Core");
}

#[test]
fn a_new_stage_of_a_known_deal_is_a_line_of_its_log() {
    let mut book = Book::new();
    book.take_text("deals", DEALS.as_bytes());
    let before = deal(&book).stage;
    let moved = DEALS.replace("Qualified", "Negotiation").replace("2027-01-31", "2027-03-31");
    assert_eq!(book.take_text("deals", moved.as_bytes()), [0, 1, 0, 0]);
    let held = deal(&book);
    assert_eq!((held.close_moves, held.stage != before), (1, true));
    book.take_text("deals", DEALS.replace("Qualified", "Closed Won").as_bytes());
    let steps: Vec<Step> = book.every();
    let told: Vec<(Move, Option<Stage>, Status)> =
        steps.iter().map(|step| (step.act, step.from_stage, step.status)).collect();
    let held = (held.stage, Move::Import);
    assert_eq!(told, [(held.1, Some(before), Status::Open), (held.1, Some(held.0), Status::Won)]);
    book.is_sound();
}

#[test]
fn a_removed_contact_stays_away() {
    let people = "First Name,Last Name,Email,Company\nLi,Wei,li@acme.example,Acme\n";
    let deals = "Deal ID,Deal Name,Stage,Amount,Associated Contact Email,Company\n\
                 7,Cold store,Qualified,1000,LI@acme.example,Acme\n";
    let mut book = Book::new();
    assert_eq!(book.take_text("deals", deals.as_bytes()), [1, 0, 0, 0]);
    assert!(book.every::<Role>().is_empty());
    assert_eq!(book.take_text("people", people.as_bytes()), [1, 0, 0, 0]);
    assert_eq!((book.every::<Role>().len(), deal(&book).extra.0.len()), (1, 1));
    book.act(&Action::Remove(Noun::Role, "1".into()));
    assert_eq!(book.take_text("deals", deals.as_bytes()), [0, 0, 1, 0]);
    assert!(book.every::<Role>().is_empty());
    book.is_sound();
}

#[test]
fn what_a_person_removed_stays_removed_and_what_was_only_undone_is_made_again() {
    let mut book = Book::new();
    book.take_text("deals", DEALS.as_bytes());
    book.act(&Action::Remove(Noun::Opp, "1".into()));
    let report = book.write("deals", DEALS.as_bytes(), false);
    let file = &report.files[0];
    assert_eq!((file.created, file.unchanged, file.away.as_slice()), (0, 1, &[1_i64][..]));
    assert_eq!(report.batch, None);
    // Undone and done again, it is removed by the same hand.
    book.act(&Action::Undo(None));
    assert_eq!(book.every::<Opportunity>().len(), 1);
    book.act(&Action::Redo(None));
    assert_eq!(book.take_text("deals", DEALS.as_bytes()), [0, 0, 1, 0]);
    assert_eq!(book.every::<Opportunity>().len(), 0);
    book.act(&Action::Undo(None));
    book.act(&Action::Undo(None));
    assert_eq!((book.every::<Opportunity>().len(), book.every::<Account>().len()), (0, 0));
    assert_eq!(book.take_text("deals", DEALS.as_bytes()), [1, 0, 0, 0]);
    assert_eq!((book.every::<Opportunity>().len(), book.every::<Account>().len()), (1, 1));
    // What came back once is taken back with its import, and comes again with the next.
    book.act(&Action::Undo(None));
    assert_eq!(book.take_text("deals", DEALS.as_bytes()), [1, 0, 0, 0]);
    book.is_sound();
}

#[test]
fn an_account_that_a_person_removed_is_neither_brought_back_nor_made_twice_by_its_deals() {
    let mut book = Book::new();
    book.take_text("deals", DEALS.as_bytes());
    book.act(&Action::Remove(Noun::Account, "1".into()));
    assert_eq!(book.take_text("deals", DEALS.as_bytes()), [0, 0, 1, 0]);
    let more = DEALS.replace("7,Cold", "8,Hot");
    assert_eq!(book.take_text("more", more.as_bytes()), [1, 0, 0, 0]);
    assert_eq!(book.every::<Account>().len(), 0);
    let deals: Vec<Opportunity> = book.every();
    assert_eq!(deals[0].account, deals[1].account);
    book.is_sound();
}

#[test]
fn a_boss_further_down_the_file_is_found() {
    let people = "Full Name,Title,Email,Company,Reports To\n\
                  Ann,Buyer,ann@acme.example,Acme,Max\nMax,Head,max@acme.example,Acme,\n";
    let mut book = Book::new();
    assert_eq!(book.take_text("people", people.as_bytes()), [2, 0, 0, 0]);
    let all: Vec<Person> = book.every();
    assert_eq!(all[0].reports_to, Some(all[1].head.id));
    assert_eq!(book.take_text("people", people.as_bytes()), [0, 0, 2, 0]);
}
