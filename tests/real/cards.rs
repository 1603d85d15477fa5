//! Contact cards of many programs: as many as an independent reader counted, the same again, and out and in again.

use std::fmt::Write as _;

use quarterdeck::action::Action;
use quarterdeck::domain::person::Person;

use crate::book::*;

/// A row of the table of what an independent reader found.
struct Truth {
    file: String,
    cards: usize,
    tel: usize,
    email: usize,
    is_read: bool,
}

fn truths() -> Vec<Truth> {
    let table = String::from_utf8(data("vcf_ground_truth.tsv")).unwrap();
    let one = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let number = |at: usize| cells[at].parse().unwrap();
        Truth {
            file: cells[0].to_owned(),
            cards: number(2),
            tel: number(4),
            email: number(5),
            is_read: cells[6] == "ok",
        }
    };
    table.lines().skip(1).map(one).collect()
}

/// How many properties of a name the people have, in fields and kept.
fn count(people: &[Person], name: &str) -> usize {
    let filled = |person: &Person| match name {
        "TEL" => usize::from(person.phone.is_some()) + usize::from(person.mobile.is_some()),
        _ => usize::from(person.email.is_some()),
    };
    let kept =
        |person: &Person| person.extra.0.keys().filter(|label| label.split(' ').next() == Some(name)).count();
    people.iter().map(|person| filled(person) + kept(person)).sum()
}

#[test]
fn every_card_is_read_and_known_again() {
    if !at_hand() {
        return;
    }
    let truths = truths();
    assert_eq!(truths.len(), 41);
    let mut told = String::new();
    for truth in &truths {
        let mut book = Book::new();
        let [made, changed, same, rejected] = book.take(&truth.file);
        let people: Vec<Person> = book.every();
        let (tel, email) = (count(&people, "TEL"), count(&people, "EMAIL"));
        let is_right = made + rejected == truth.cards && (changed, same) == (0, 0) && people.len() == made;
        // Where the other reader stopped, it saw at most a part.
        let is_counted = (tel, email) == (truth.tel, truth.email)
            || (!truth.is_read && tel >= truth.tel && email >= truth.email);
        let is_bad = truth.file.ends_with("unparsable.vcf");
        if !is_right || !is_counted || rejected != usize::from(is_bad) {
            let _ =
                writeln!(told, "{}: {made} made, {rejected} rejected, {tel} tel, {email} email", truth.file);
        }
        assert_eq!(book.take(&truth.file), [0, 0, made, rejected], "{}", truth.file);
        assert!(people.iter().all(|person| !person.name.is_empty()), "{}", truth.file);
    }
    assert_eq!(told, "");
}

#[test]
fn all_cards_go_into_one_book_and_out_of_it_with_one_undo_each() {
    if !at_hand() {
        return;
    }
    let mut book = Book::new();
    let files: Vec<Truth> =
        truths().into_iter().filter(|truth| !truth.file.ends_with("unparsable.vcf")).collect();
    for truth in &files {
        assert_eq!(book.take(&truth.file), [truth.cards, 0, 0, 0], "{}", truth.file);
    }
    let content = book.content();
    for truth in &files {
        assert_eq!(book.take(&truth.file), [0, 0, truth.cards, 0], "{}", truth.file);
    }
    assert_same(&book.content(), &content, &["again"]);
    book.is_sound();
    for _ in &files {
        book.act(&Action::Undo(None));
    }
    assert!(book.content().is_empty());
}

#[test]
fn a_likely_duplicate_is_made_and_told_with_the_number_of_the_other() {
    if !at_hand() {
        return;
    }
    let mut book = Book::new();
    book.take("vcf-ezvcard/John_Doe_EVOLUTION.vcf");
    let path = "vcf-ezvcard/John_Doe_GMAIL.vcf";
    for is_dry in [true, false] {
        let report = book.write(path, &data(path), is_dry);
        let likely = &report.files[0].likely;
        assert_eq!((report.files[0].created, likely.len(), likely[0].no, likely[0].line), (1, 1, 1, 1));
    }
    assert_eq!(book.every::<Person>().len(), 2);
    assert!(book.write(path, &data(path), false).files[0].likely.is_empty());
}
