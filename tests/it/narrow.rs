//! Lists share how they are filtered, ordered and selected; totals follow; what is selected is always listed.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

fn book() -> Desk {
    Desk::with(
        Lang::En,
        &[
            "account add name=Alpha owner=Pam tier=C industry=steel",
            "account add name=Beta owner=Lee tier=A",
            "account add name=Gamma owner=Pam tier=B",
            "opp add title=Pumps account=1 owner=Pam amount=1000 close_on=2026-11-01",
            "opp add title=Valves account=1 owner=Pam amount=200 close_on=2027-03-01",
            "opp add title=Filters account=2 owner=Lee amount=50000 close_on=2027-03-01",
            "opp add title=Gone account=2 owner=Lee amount=7000",
            "opp lose 4 reason=price",
            "todo add title=Call due=today owner=Pam account=1",
            "todo add title=Write due=today owner=Lee account=2",
            "todo add title=Old owner=Pam",
            "todo done 3",
            "visit add account=1 what=Demo when=2026-11-24 owner=Pam",
            "visit add account=2 what=Audit when=2026-11-24 owner=Lee",
        ],
    )
}

#[test]
fn the_head_of_the_funnel_adds_up_what_the_filter_leaves() {
    let mut desk = book();
    let screen = desk.screen(80, 24);
    assert!(screen.contains("CNY 51.2k") && screen.contains("lost 1"), "{screen}");
    let screen = desk.keys("fowner~pam<cr>").screen(80, 24);
    assert!(screen.contains("CNY 1,200") && !screen.contains("51.2k") && screen.contains("1/2"), "{screen}");
    assert!(!screen.contains("lost 1"), "{screen}");
    let screen = desk.keys("b").screen(80, 24);
    assert!(screen.contains("Potential 2") && !screen.contains("Filters"), "{screen}");
    let screen = desk.keys("b<esc>flost<cr>").screen(80, 24);
    assert!(screen.contains("Lost") && screen.contains("Gone") && screen.contains("CNY 7,000"), "{screen}");
}

#[test]
fn reports_follow_a_filter_and_a_saved_one_is_called_anywhere() {
    let mut desk = book();
    let screen = desk.keys("6fowner~lee<f3>").screen(80, 24);
    assert!(
        screen.contains("filter: owner~lee") && screen.contains("50.0k") && !screen.contains("2026-11 "),
        "{screen}"
    );
    let screen = desk.keys("5<f3>").screen(80, 24);
    assert!(screen.contains("Beta") && !screen.contains("Alpha"), "{screen}");
    let screen = desk.keys("4<f3>").screen(80, 24);
    assert!(screen.contains("Write") && !screen.contains("Call"), "{screen}");
    let screen = desk.keys("3<f3>").screen(80, 24);
    assert!(screen.contains("Beta") && !screen.contains("Alpha"), "{screen}");
    let screen = desk.keys("<esc>").screen(80, 24);
    assert!(screen.contains("Alpha") && screen.contains("Beta"), "{screen}");
}

#[test]
fn the_forecast_call_and_the_foot_of_the_funnel_follow_the_filter() {
    for place in ["2", "6"] {
        let mut desk = book();
        let call = if place == "2" { ":forecast call<cr>" } else { "c" };
        let screen = desk.keys(place).keys("fowner~lee<cr>").keys(call).screen(80, 24);
        assert!(screen.contains("open deals: 1 · no category: 1 · filter: owner~lee"), "{screen}");
        assert!(screen.contains("Filters") && !screen.contains("Pumps"), "{screen}");
        let screen = desk.keys("c").screen(80, 24);
        assert!(screen.contains("open deals: 1 · no category: 0"), "{screen}");
        let screen = desk.keys("f<c-u>pam<cr>").screen(80, 24);
        assert!(screen.contains("open deals: 2 · no category: 2 · filter: pam"), "{screen}");
        let screen = desk.keys("f<c-u>nobody<cr>").screen(80, 24);
        assert!(screen.contains("open deals: 0") && screen.contains("No open deals match"), "{screen}");
        let screen = desk.keys("<esc>").screen(80, 24);
        assert!(screen.contains("filter: owner~lee"), "{screen}");
    }
    let mut desk = book();
    assert!(desk.screen(80, 24).contains("lost 1"));
    let screen = desk.keys("fowner~pam<cr>").screen(80, 24);
    assert!(screen.contains("no closed deal matches the filter"), "{screen}");
}

#[test]
fn an_amount_of_nothing_is_not_told() {
    for fields in ["amount=0 currency=USD", "currency=USD"] {
        let deal = format!("opp add title=Free account=1 {fields}");
        let mut desk = Desk::with(Lang::En, &["account add name=Acme", &deal]);
        let screen = desk.keys("2").screen(80, 24);
        let head: Vec<&str> = screen.lines().take(9).collect();
        assert!(!head.concat().contains("USD"), "{screen}");
    }
}

#[test]
fn accounts_are_ordered_filtered_selected_and_changed_at_once() {
    let mut desk = book();
    let order = |screen: &str| {
        let at = |name: &str| screen.find(name).unwrap_or(usize::MAX);
        let mut names = ["Alpha", "Beta", "Gamma"];
        names.sort_by_key(|name| at(name));
        names.concat()
    };
    let screen = desk.keys("5").screen(80, 24);
    assert_eq!(order(&screen), "AlphaBetaGamma", "{screen}");
    let screen = desk.keys("stier<cr>").screen(80, 24);
    assert!(screen.contains("sort: tier"), "{screen}");
    assert_eq!(order(&screen), "BetaGammaAlpha", "{screen}");
    let screen = desk.keys("fpam<cr><space>j<space>").screen(80, 24);
    assert!(screen.contains("2 selected") && !screen.contains("Beta"), "{screen}");
    let screen = desk.keys("e").screen(80, 24);
    assert!(screen.contains("Edit 2 records"), "{screen}");
    // The rows leave the list, and with them what was selected.
    let screen = desk.keys("Lee<cr><cr>").screen(80, 24);
    assert!(screen.contains("Changed records: 2") && !screen.contains("selected"), "{screen}");
    let screen = desk.keys("<esc>flee<cr>vG").screen(80, 24);
    assert!(screen.contains("3 selected"), "what the cursor passes is selected\n{screen}");
}

#[test]
fn what_is_selected_is_always_listed() {
    let mut desk = book();
    let screen = desk.keys("fowner~pam<cr><space>j<space>e").screen(80, 24);
    assert!(screen.contains("Edit 2 records"), "{screen}");
    let screen = desk.keys("Lee<cr><cr>").screen(80, 24);
    assert!(screen.contains("No deals match") && !screen.contains("selected"), "{screen}");
    let mut desk = book();
    let screen = desk.keys("<space>fpumps<cr>").screen(80, 24);
    assert!(!screen.contains("selected"), "{screen}");
    let screen = desk.keys("4<space>x").screen(80, 24);
    assert!(!screen.contains("selected"), "{screen}");
}

#[test]
fn what_is_not_understood_stays_selected_and_the_next_letter_replaces_it() {
    for place in ["2", "3", "4", "5", "6"] {
        let mut desk = book();
        let screen = desk.keys(place).keys("fownr=pam<cr>").screen(80, 24);
        assert!(screen.contains("ownr=pam") && screen.contains("did you mean owner?"), "{place} {screen}");
        let screen = desk.keys("nothing here<cr>").screen(80, 24);
        assert!(screen.contains("filter: nothing here") && !screen.contains("ownr"), "{place} {screen}");
    }
}

#[test]
fn the_calendar_selects_and_changes_what_is_of_one_kind() {
    let mut desk = book();
    let screen = desk.keys("3l<space><tab><space>").screen(80, 24);
    assert!(screen.contains("2 selected"), "{screen}");
    let screen = desk.keys("e").screen(80, 24);
    assert!(screen.contains("Edit 2 records") && screen.contains("Activity"), "{screen}");
    let screen = desk.keys("<esc>hvv").screen(80, 24);
    assert!(screen.contains("1 selected"), "{screen}");
}

#[test]
fn the_words_of_a_hint_are_understood_where_they_stand() {
    for lang in [Lang::En, Lang::Zh] {
        for place in ["2", "3", "4", "5", "6"] {
            let mut desk = Desk::demo(lang);
            let hint = desk.keys(place).keys("f").screen(120, 40);
            let line = hint
                .lines()
                .find(|line| line.contains("any word") || line.contains("任意词"))
                .unwrap_or_else(|| panic!("{hint}"));
            let pairs =
                line.split([' ', '·', '│', '：', ':']).filter(|word| word.contains(['=', '<', '>', '~']));
            let pairs: Vec<&str> = pairs.collect();
            assert!(pairs.len() >= 3, "{line}");
            for pair in pairs {
                let typed = pair.replace('…', "");
                let screen = desk
                    .keys(place)
                    .keys("f<c-u>")
                    .keys(&typed.replace('<', "<lt>"))
                    .keys("<cr>")
                    .screen(120, 40);
                assert!(
                    !screen.contains("cannot be filtered") && !screen.contains("不能按"),
                    "{typed} {screen}"
                );
                desk.keys("<esc><esc>");
            }
        }
    }
}

#[test]
fn numbers_stand_in_lists_and_heads() {
    let mut desk = book();
    let screen = desk.screen(80, 24);
    assert!(screen.contains("No.") && screen.contains("  3  "), "{screen}");
    let screen = desk.keys("<cr>").screen(80, 24);
    assert!(screen.contains("1 Pumps"), "{screen}");
    let screen = desk.keys("5<cr>").screen(80, 24);
    assert!(screen.contains("1 Alpha"), "{screen}");
}
