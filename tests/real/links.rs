//! Accounts, people and deals find each other in any order.

use quarterdeck::action::Action;
use quarterdeck::domain::opportunity::Opportunity;
use quarterdeck::domain::person::{Person, Role};
use quarterdeck::domain::stage::Status;

use crate::book::*;

/// Every set of files, and what must be linked to an account: deals and people, and how many roles.
const SETS: &[(&[&str], usize, usize, usize)] = &[
    (
        &[
            "salesforce-importer/accounts.csv",
            "salesforce-importer/contacts.csv",
            "salesforce-importer/opportunities.csv",
        ],
        1000,
        100,
        0,
    ),
    (
        &[
            "salesforce-portfolio/Accounts.csv",
            "salesforce-portfolio/Contacts.csv",
            "salesforce-portfolio/Opportunities.csv",
        ],
        12,
        15,
        0,
    ),
    (
        &[
            "salesforce-mock/accounts.csv",
            "salesforce-mock/contacts.csv",
            "salesforce-mock/opportunities.csv",
        ],
        10,
        10,
        0,
    ),
    (
        &[
            "hubspot-dummy/hubspot_companies.csv",
            "hubspot-dummy/hubspot_contacts.csv",
            "hubspot-dummy/hubspot_deals.csv",
        ],
        500,
        679,
        500,
    ),
    // Five deals name a contact of another account: a mere name is not enough for that.
    (&["zh-trade/客户.gbk.csv", "zh-trade/联系人.utf16le.tsv", "zh-trade/交易.utf8bom.csv"], 10, 11, 5),
];

#[test]
fn accounts_people_and_deals_find_each_other_in_any_order() {
    if !at_hand() {
        return;
    }
    for (files, deals, people, roles) in SETS {
        let [a, p, d] = **files else { panic!("three files") };
        let mut book = Book::of(&[a, p, d]);
        let linked = book.every::<Opportunity>().iter().filter(|deal| deal.account.is_some()).count();
        let at_home = book.every::<Person>().iter().filter(|person| person.account.is_some()).count();
        assert_eq!((linked, at_home, book.every::<Role>().len()), (*deals, *people, *roles), "{a}");
        let expected = book.content();
        for path in [a, p, d] {
            assert_eq!(book.take(path)[..2], [0, 0], "{path} again");
        }
        for order in [[d, p, a], [p, d, a], [d, a, p]] {
            let mut other = Book::of(&order);
            assert_same(&other.content(), &expected, &order);
            for path in order {
                assert_eq!(other.take(path)[..2], [0, 0], "{path} again after {order:?}");
            }
        }
        for _ in 0..3 {
            book.act(&Action::Undo(None));
        }
        assert!(book.content().is_empty(), "{a}");
        for path in [d, p, a] {
            book.take(path);
        }
        assert_same(&book.content(), &expected, &[a]);
        book.is_sound();
    }
}

#[test]
fn the_sums_of_linked_sets_are_the_published_ones() {
    if !at_hand() {
        return;
    }
    let book = Book::of(SETS[0].0);
    assert_eq!((book.count(Status::Won), book.count(Status::Lost)), ((129, 5_704_190), (140, 7_196_638)));
    assert_eq!(book.every::<Opportunity>().iter().filter_map(|deal| deal.amount).sum::<i64>(), 49_539_000);
    let book = Book::of(SETS[3].0);
    assert_eq!((book.count(Status::Won), book.count(Status::Lost)), ((71, 893_436_148), (69, 871_958_246)));
    let book = Book::of(SETS[4].0);
    assert_eq!((book.count(Status::Won), book.count(Status::Lost)), ((3, 50_020_000), (1, 100_010_000)));
    assert!(book.every::<Opportunity>().iter().all(|deal| deal.currency == "USD" || deal.currency == "CNY"));
}
