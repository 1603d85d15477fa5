//! Visits, played as keys: prepared in ten keys, told in twelve, and the purpose doubted while it is typed.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

/// A deal with two people, a visit of last Friday and one of tomorrow.
const BOOK: &[&str] = &[
    "account add name=Depot",
    "person add name=\"Ada Lund\" account=1",
    "person add name=\"Max Roth\" account=1",
    "account add name=Elsewhere",
    "person add name=\"Adam Stranger\" account=2",
    "opp add title=Silo account=1 amount=1M close_on=+60d",
    "opp mark 1 1 buying_role=approver",
    "visit add account=1 opportunity=1 who=1 what=Call when=\"2026-11-20 10:00\"",
    "visit add account=1 opportunity=1 when=\"2026-11-24 10:00\"",
];

/// On the deal's Manage tab.
fn at_manage(lang: Lang) -> Desk {
    let mut desk = Desk::with(lang, BOOK);
    desk.keys("/silo<cr><tab><tab><tab>");
    desk
}

/// Keys of which those marked as typed are no keystrokes: text between `«` and `»`.
fn play(desk: &mut Desk, keys: &str) -> usize {
    let mut count = 0;
    for part in keys.split('«') {
        let (typed, pressed) = part.split_once('»').unwrap_or(("", part));
        desk.keys(typed);
        desk.keys(pressed);
        count += quarterdeck::tui::terminal::keys(pressed).len();
    }
    count
}

#[test]
fn a_visit_is_prepared_in_ten_keys() {
    let mut desk = at_manage(Lang::En);
    let screen = desk.screen(80, 24);
    assert!(screen.contains("1/5") && screen.contains("to debrief: 1"), "{screen}");
    let keys = "p«ad»<cr>«Ada Lund signs the order by Friday»<tab><tab>«Call»<tab>«Depot»<cr>";
    let count = play(&mut desk, keys);
    assert!(count <= 10, "{count}");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("Visit 2 prepared: 5/5"), "{screen}");
}

#[test]
fn a_visit_is_told_in_twelve_keys() {
    // Nobody knows a thing of Max: he gets a whole card. What the customer did follows from the result.
    let book: Vec<String> = BOOK.iter().map(|line| line.replace("who=1", "who=2")).collect();
    let mut desk = Desk::with(Lang::En, &book.iter().map(String::as_str).collect::<Vec<_>>());
    desk.keys("/silo<cr><tab><tab><tab>");
    let count = play(&mut desk, "o12<tab>+<tab>*+==«send the plan»<tab>«fri»<cr>");
    assert!(count <= 12, "{count}");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("Visit 1: Achieved") && screen.contains("send the plan"), "{screen}");
    let screen = desk.keys("<s-tab>").screen(80, 24);
    assert!(screen.contains("※ + = =    Max Roth"), "{screen}");
    let screen = desk.keys("<tab>u").screen(80, 24);
    assert!(!screen.contains("send the plan · ") && screen.contains("to debrief: 1"), "{screen}");
}

#[test]
fn a_debrief_of_a_visit_that_lies_ahead_says_so_and_what_the_result_fills_in_can_be_changed() {
    for (lang, ahead, follows, yes, no) in [
        (Lang::En, "The visit is still ahead: 2026-11-24 10:00", "as the result says", "[Yes]", "[No]"),
        (Lang::Zh, "拜访尚未进行：2026-11-24 10:00", "按结果填写", "[是]", "[否]"),
    ] {
        let mut desk = Desk::with(lang, BOOK);
        let screen = desk.keys("3lo").screen(80, 24);
        assert!(screen.contains(ahead), "{screen}");
        let screen = desk.keys("1").screen(80, 24);
        assert!(screen.contains(ahead) && screen.contains(follows) && screen.contains(yes), "{screen}");
        let screen = desk.keys("<s-tab>2").screen(80, 24);
        assert!(!screen.contains(follows) && screen.contains(no), "{screen}");
        // Of one that is past nothing of the kind is said.
        let mut desk = at_manage(lang);
        let screen = desk.keys("o").screen(80, 24);
        assert!(!screen.contains(ahead.split(['：', ':']).next().unwrap()), "{screen}");
    }
}

#[test]
fn answers_and_marks_are_one_key_each() {
    let mut desk = at_manage(Lang::En);
    desk.keys("o22<tab>");
    // The cursor begins at the first question that is asked, a number leads to any other, = turns the grade.
    let screen = desk.keys("+7-=12?").screen(80, 24);
    assert!(screen.contains("1+ 2·") && screen.contains(" 7- ") && screen.contains("[13·]"), "{screen}");
    assert!(screen.contains("= Proven"), "{screen}");
    insta::assert_snapshot!("debrief_answers_en", screen);
    let screen = desk.keys("<tab>").screen(80, 24);
    assert!(screen.contains("Adaptability: not set"), "{screen}");
    let screen = desk.keys("x<right><left>-").screen(80, 24);
    insta::assert_snapshot!("debrief_marks_en", screen);
    // Past the last cell the next field follows.
    let screen = desk.keys("?«call»<c-s>".replace(['«', '»'], "").as_str()).screen(80, 24);
    assert!(screen.contains("Visit 1: Partly") && screen.contains("call"), "{screen}");
}

#[test]
fn a_form_of_a_visit_names_customer_deal_and_day() {
    let mut desk = at_manage(Lang::En);
    for (keys, title) in
        [("p", "Prepare: Depot · Silo · 2026-11-24"), ("o", "Debrief: Call · Depot · Silo · 2026-11-20")]
    {
        let screen = desk.keys(keys).screen(80, 24);
        assert!(screen.contains(title), "{screen}");
        desk.keys("<esc>");
    }
}

#[test]
fn a_debrief_asks_whether_the_deal_moved_and_goes_by_its_gate() {
    for (lang, asked, gate, moved) in [
        (Lang::En, "[No, stays at Potential]", "gate 1 so far: Pending", "Visit 1: Achieved"),
        (Lang::Zh, "[否，仍在潜在商机]", "闸口1目前待查", "拜访 1：达成"),
    ] {
        let mut desk = at_manage(lang);
        let screen = desk.keys("o").screen(80, 24);
        assert!(screen.contains(asked), "{screen}");
        let screen = desk.keys("<s-tab>").screen(80, 24);
        assert!(screen.contains(gate), "{screen}");
        // Who goes back from the gate's question finds what was filled in.
        desk.keys("2<tab>1<cr>");
        let name = if lang == Lang::En { "en" } else { "zh" };
        insta::assert_snapshot!(format!("debrief_gate_{name}"), desk.screen(80, 24));
        let screen = desk.keys("<esc>").screen(80, 24);
        assert!(!screen.contains(asked) && screen.contains("Ada Lund"), "{screen}");
        let screen = desk.keys("<cr>the board decided<cr>").screen(80, 24);
        assert!(screen.contains(moved) && screen.contains("Silo → "), "{screen}");
        // One undo takes back the visit and the move.
        let screen = desk.keys("uo").screen(80, 24);
        assert!(screen.contains(asked), "{screen}");
    }
}

#[test]
fn people_are_picked_from_the_account_several_at_once() {
    let mut desk = at_manage(Lang::En);
    let screen = desk.keys("Vtomorrow<tab>a").screen(80, 24);
    assert!(screen.contains("Ada Lund") && !screen.contains("Stranger"), "{screen}");
    let screen = desk.keys("d,ma<cr>").screen(80, 24);
    assert!(screen.contains("Ada Lund, Max Roth") && screen.contains("2/5"), "{screen}");
    desk.keys("<c-s>");
    let screen = desk.keys("p").screen(80, 24);
    assert!(screen.contains("Prepare") && screen.contains("Ada Lund, Max Roth"), "{screen}");
}

#[test]
fn a_purpose_is_doubted_while_it_is_typed_and_taken_all_the_same() {
    for (lang, typed, doubt) in [
        (Lang::En, "Present our plan", "it starts with what we do"),
        (Lang::Zh, "介绍方案", "写的是我方活动"),
    ] {
        let mut desk = at_manage(lang);
        let screen = desk.keys(&format!("p<tab>{typed}")).screen(80, 24);
        assert!(screen.contains(doubt), "{screen}");
        let name = if lang == Lang::En { "en" } else { "zh" };
        insta::assert_snapshot!(format!("prepare_{name}"), screen);
        let screen = desk.keys("<c-s>").screen(80, 24);
        assert!(screen.contains("2/5") && !screen.contains(doubt), "{screen}");
        let screen = desk.keys("o").screen(80, 24);
        insta::assert_snapshot!(format!("debrief_{name}"), screen);
    }
}

/// A visit at a shop, under the cursor of Today.
const SHOP: &[&str] = &[
    "account add name=\"Corner Shop\" industry=retail",
    "account add name=Mill",
    "visit add account=1 what=Round where=Ulm when=\"2026-11-23 10:00\"",
    "visit add account=2 what=Terms type=terms-negotiation when=\"2026-11-23 14:00\"",
];

#[test]
fn a_template_is_laid_in_two_keys_and_its_steps_are_ticked_by_one_each() {
    for lang in [Lang::En, Lang::Zh] {
        let mut desk = Desk::first(Desk::book(SHOP), lang);
        let name = if lang == Lang::En { "en" } else { "zh" };
        insta::assert_snapshot!(format!("templates_{name}"), desk.keys("s").screen(80, 24));
        let screen = desk.keys("1<space>5jx").screen(80, 24);
        insta::assert_snapshot!(format!("steps_{name}"), screen);
        assert!(screen.contains("3/8"), "{screen}");
        let screen = desk.keys("u").screen(80, 24);
        assert!(screen.contains("2/8"), "{screen}");
        let screen = desk.keys("<esc>js").screen(80, 24);
        assert!(
            screen.contains(if lang == Lang::En { "1 Negotiation checklist" } else { "1 谈判前自查" }),
            "{screen}"
        );
        let screen = desk.keys("<esc>p").screen(80, 24);
        assert!(screen.contains(if lang == Lang::En { "Resist" } else { "[ ] 利用优势" }), "{screen}");
    }
}

#[test]
fn a_report_goes_out_by_one_key_and_the_week_by_two() {
    for (lang, copied, written) in
        [(Lang::En, "characters copied", "saved to"), (Lang::Zh, "已复制", "已存为")]
    {
        let mut desk = Desk::first(Desk::book(SHOP), lang);
        let screen = desk.keys("y").screen(80, 24);
        assert!(screen.contains(copied), "{screen}");
        let text = desk.clipboard();
        assert!(text.starts_with("# ") && text.contains("Corner Shop"), "{text}");
        for name in ["visit-1-2026-11-23.md", "visit-1-2026-11-23-2.md"] {
            let screen = desk.keys("Y").screen(80, 24);
            assert!(screen.contains(written), "{screen}");
            assert_eq!(std::fs::read_to_string(desk.home.path().join(name)).unwrap(), text);
        }
        let screen = desk.keys("Sy").screen(80, 24);
        assert!(screen.contains(copied) && desk.clipboard().contains("Round"), "{screen}");
        desk.keys("SY");
        let week = std::fs::read_to_string(desk.home.path().join("week-2026-W48.md")).unwrap();
        assert!(week.starts_with("# ") && week.contains("2026-W48"), "{week}");
        let name = if lang == Lang::En { "en" } else { "zh" };
        insta::assert_snapshot!(format!("summary_{name}"), desk.keys("S").screen(80, 24));
    }
}

#[test]
fn a_visit_that_is_told_is_copied_by_the_key_that_keeps_it() {
    let mut desk = at_manage(Lang::En);
    // Without a result there is nothing to keep.
    let screen = desk.keys("o<c-y>").screen(80, 24);
    assert!(screen.contains("Debrief: Call") && desk.clipboard().is_empty(), "{screen}");
    let screen = desk.keys("1<c-y>").screen(80, 24);
    assert!(screen.contains("Visit report 1"), "{screen}");
    assert!(desk.clipboard().contains("Result: Achieved"));
    // On the deal's tab a report is that of the visit told last.
    desk.keys("y");
    assert!(desk.clipboard().contains("Result: Achieved"));
}

#[test]
fn what_is_too_long_for_a_clipboard_is_not_sent() {
    let mut store = Desk::book(SHOP);
    Desk::act(&mut store, &format!("visit set 1 notes=\"{}\"", "long ".repeat(16_000)));
    let mut desk = Desk::first(store, Lang::En);
    let screen = desk.keys("y").screen(80, 24);
    assert!(screen.contains("too long for the clipboard"), "{screen}");
    assert_eq!(desk.clipboard(), "");
}
