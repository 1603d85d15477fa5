//! People, accounts, rivals and reasons are offered or made where they are needed.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

#[test]
fn somebody_new_joins_a_deal_from_the_deal_itself() {
    for (lang, none, offer) in [
        (Lang::En, "nobody is known at this account yet", "new: Wang Fang"),
        (Lang::Zh, "该客户还没有联系人", "新建：Wang Fang"),
    ] {
        let mut desk = Desk::with(lang, &["account add name=Depot", "opp add title=Silo account=1"]);
        let screen = desk.keys("/silo<cr><tab><tab>n").screen(80, 24);
        assert!(screen.contains(none), "{screen}");
        let screen = desk.keys("Wang Fang").screen(80, 24);
        assert!(screen.contains(offer), "{screen}");
        let screen = desk.keys("<cr>").screen(80, 24);
        assert!(screen.contains("[·]· · ·    Wang Fang"), "{screen}");
        // Everybody has a part: the next one is made all the same.
        let screen = desk.keys("n").screen(80, 24);
        assert!(!screen.contains(none), "{screen}");
        let screen = desk.keys("Li Na<cr>").screen(80, 24);
        assert!(screen.contains("Li Na") && screen.contains("Wang Fang"), "{screen}");
        let screen = desk.keys("5<cr><tab>").screen(80, 24);
        assert!(screen.contains("Li Na") && screen.contains("Wang Fang"), "{screen}");
    }
}

#[test]
fn who_is_known_comes_before_a_new_name() {
    let book =
        ["account add name=Depot", "person add name=Wangari account=1", "opp add title=Silo account=1"];
    let mut desk = Desk::with(Lang::En, &book);
    let screen = desk.keys("/silo<cr><tab><tab>nwang<cr>").screen(80, 24);
    assert!(screen.contains("Wangari") && !screen.contains("new: "), "{screen}");
    let screen = desk.keys("5<cr><tab>").screen(80, 24);
    assert_eq!(screen.matches("ang").count(), 1, "{screen}");
}

#[test]
fn a_deal_without_an_account_asks_for_one() {
    for keys in ["/silo<cr>A", "/silo<cr><tab><tab>n", "A"] {
        let mut desk = Desk::with(Lang::En, &["opp add title=Silo"]);
        let screen = desk.keys(keys).screen(80, 24);
        assert!(screen.contains("has no account yet"), "{keys}: {screen}");
        let screen = desk.keys("Depot<cr><cr>").screen(80, 24);
        assert!(screen.contains("Silo"), "{keys}: {screen}");
        let screen = desk.keys("5").screen(80, 24);
        assert!(screen.contains("Depot"), "{keys}: {screen}");
    }
}

#[test]
fn whom_a_visit_is_aimed_at_is_offered_before_a_letter_is_typed() {
    let book = [
        "account add name=Depot",
        "person add name=\"Ada Lund\" account=1",
        "account add name=Elsewhere",
        "person add name=\"Bo Stranger\" account=2",
        "opp add title=Silo account=1",
        "visit add account=1 opportunity=1 when=\"2026-11-24 10:00\"",
    ];
    let mut desk = Desk::with(Lang::En, &book);
    let screen = desk.keys("/silo<cr><tab><tab><tab>p").screen(80, 24);
    assert!(screen.contains("Ada Lund") && !screen.contains("Stranger"), "{screen}");
    let screen = desk.keys("<esc>").screen(80, 24);
    assert!(!screen.contains("Prepare: "), "the list does not hold the form open: {screen}");
    let mut desk = Desk::with(Lang::En, &book);
    let screen = desk.keys("/silo<cr><tab><tab><tab>pCy New").screen(80, 24);
    assert!(screen.contains("new: Cy New"), "{screen}");
    desk.keys("<cr><c-s>");
    let screen = desk.keys("/depot<cr><tab>").screen(80, 24);
    assert!(screen.contains("Cy New"), "{screen}");
}

#[test]
fn a_grade_that_was_chosen_holds_in_the_form_of_the_answer() {
    for asked in ["", "++<up><up>"] {
        let mut desk = Desk::with(Lang::En, &["account add name=Depot", "opp add title=Silo account=1"]);
        let screen = desk.keys(&format!("/silo<cr>{asked}=<cr>")).screen(80, 24);
        assert!(screen.contains("[Told]"), "{asked}: {screen}");
    }
}

#[test]
fn a_closing_form_shows_reasons_and_the_deals_own_rivals_and_the_end_tells_them() {
    let mut desk = Desk::with(
        Lang::En,
        &[
            "account add name=Depot",
            "opp add title=Silo account=1 amount=1M",
            "opp rival 1 Kestrel",
            "opp rival 1 Merlin",
        ],
    );
    let screen = desk.keys("/silo<cr>c").screen(80, 24);
    assert!(screen.contains("Close reason*   ▾") && screen.contains("Rival           ▾"), "{screen}");
    let screen = desk.keys("l<tab>").screen(80, 24);
    assert!(screen.contains("Rival preferred") && screen.contains("Price"), "{screen}");
    let screen = desk.keys("<down><cr>").screen(80, 24);
    assert!(screen.contains("Kestrel") && screen.contains("Merlin"), "{screen}");
    let screen = desk.keys("mer<cr><c-s>").screen(80, 24);
    assert!(
        screen.contains("Merlin") && !screen.contains("computed") && !screen.contains("no next step"),
        "{screen}"
    );
}
