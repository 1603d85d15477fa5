//! What a salesperson does all day, played as keys and counted.

use quarterdeck::lang::Lang;
use quarterdeck::tui::terminal::keys;

use crate::desk::Desk;

/// A small pipeline: one deal is ready for its first gate, none has answers yet.
const BOOK: &[&str] = &[
    "account add name=华东电网 tier=a industry=电力 cadence_days=30",
    "account add name=\"Northwind Motors\" tier=b industry=Automotive",
    "person add name=张平 account=华东电网 title=总监",
    "person add name=李雷 account=华东电网 title=工程师 reports_to=张平",
    "opp add title=调度中心升级 account=华东电网 amount=1280万 close_on=+40d pressures=market values=unique \
     next_step=拜访张总 next_on=+3d",
    "opp add title=备份机房 account=华东电网 amount=96万 close_on=+5d stage=mine p_rep=80",
    "opp add title=\"Line 4 retrofit\" account=Northwind amount=2.5M currency=USD close_on=2027-03-31",
];

pub fn book() -> Desk {
    Desk::with(Lang::En, BOOK)
}

/// On the deal with this title, opened by find.
fn at_deal(typed: &str) -> Desk {
    let mut desk = book();
    desk.keys(&format!("/{typed}<cr>"));
    desk
}

fn count(text: &str) -> usize {
    keys(text).len()
}

#[test]
fn anything_is_found_in_four_keys_by_initials_words_or_number() {
    for (typed, name) in [("/zp<cr>", "张平"), ("/hd<cr>", "华东电网"), ("/re<cr>", "Line 4 retrofit")]
    {
        assert!(count(typed) <= 4);
        let screen = book().keys(typed).screen(80, 24);
        let is_open = !screen.contains("No results") && screen.contains(name);
        assert!(is_open, "{typed}\n{screen}");
    }
    assert!(book().keys("/冷链").screen(80, 24).contains("No results"));
}

#[test]
fn fifteen_answers_take_at_most_seventeen_keys_and_open_the_gate() {
    let all = "=+++++++++++++++";
    assert!(count(all) <= 17);
    let mut desk = at_deal("调度");
    let screen = desk.keys(all).screen(80, 24);
    assert!(screen.contains("Passed · 70"), "{screen}");
    // The move is told before it is made, and is made with the second key.
    let screen = desk.keys(">").screen(80, 24);
    assert!(
        screen.contains("Advance to Qualified") && screen.contains("Probability in Qualified"),
        "{screen}"
    );
    assert!(
        screen.contains("new at this stage: No event date") && screen.contains("in Potential"),
        "{screen}"
    );
    let screen = desk.keys("<esc>").screen(80, 24);
    assert!(screen.contains("0d in Potential"), "{screen}");
    let screen = desk.keys("><cr>").screen(80, 24);
    assert!(screen.contains("0d in Qualified"), "{screen}");
}

#[test]
fn odds_are_told_in_words_on_one_key_in_both_languages() {
    for (lang, blank, base, raise) in [
        (Lang::En, "None of the fifteen questions", "base of the stage Potential", "What would raise it"),
        (Lang::Zh, "十五问尚未回答", "潜在商机阶段的基数", "怎样提高"),
    ] {
        let mut desk = Desk::with(lang, &["opp add title=Kiosk amount=100"]);
        for open in ["2", "<cr>"] {
            let screen = desk.keys(open).keys("%").screen(80, 24);
            assert!(screen.contains(blank) && !screen.contains("!!"), "{screen}");
            desk.keys("<esc>");
        }
        let screen = desk.keys("+%").screen(80, 24);
        assert!(screen.contains(base) && screen.contains(raise) && screen.contains("%  "), "{screen}");
    }
}

#[test]
fn one_answer_with_its_grade_takes_at_most_four_keys() {
    let change = "==-";
    assert!(count(change) <= 4);
    let screen = at_deal("调度").keys(change).screen(80, 24);
    assert!(screen.contains("-  1  ") && screen.contains("Proven"), "{screen}");
}

#[test]
fn a_gate_that_is_not_passed_lists_what_is_missing_and_takes_an_override_with_a_reason() {
    let mut desk = at_deal("调度");
    let before = desk.screen(80, 24);
    let asked = desk.keys("=++->").screen(80, 24);
    for part in ["Gate 1", "Q3 ", "Q4 Access to funds", "Override reason"] {
        assert!(asked.contains(part), "{part}\n{asked}");
    }
    // Nothing typed is no reason: the deal stays where it is.
    assert!(desk.keys("<cr>").screen(80, 24).contains("Override reason"));
    let moved = desk.keys("board wants it<cr>").screen(80, 24);
    assert!(moved.contains("Qualified") && moved.contains("!! "), "{moved}");
    let log = desk.keys("<s-tab>").screen(120, 40);
    assert!(log.contains("board wants it"), "{log}");
    desk.keys("<tab>uuuugg");
    assert_eq!(desk.keys("<esc>/调度<cr>").screen(80, 24), before);
}

#[test]
fn a_new_deal_asks_for_little_and_makes_its_account_in_the_same_gesture() {
    let mut desk = book();
    let screen = desk.keys("nCold chain hub<tab>Polar Foods<cr><cr>").screen(80, 24);
    assert!(screen.contains("Cold chain hub") && screen.contains("Polar Foods"), "{screen}");
    let screen = desk.keys("u5").screen(80, 24);
    assert!(!screen.contains("Polar Foods"), "one undo takes both back\n{screen}");
}

#[test]
fn a_form_with_a_mistake_stays_open_and_says_what_would_fit() {
    let screen = at_deal("Line").keys("e<tab><tab>lots<cr>").screen(80, 24);
    assert!(screen.contains("lots") && screen.contains("1.2M"), "{screen}");
}

#[test]
fn closing_asks_for_the_reason_and_the_deal_leaves_the_funnel() {
    let mut desk = at_deal("备份");
    let refused = desk.keys("c<cr>").screen(80, 24);
    assert!(refused.contains("required"), "{refused}");
    let screen = desk.keys("<esc>:opp lose 2 reason=price rival=Orbiq<cr>").screen(80, 24);
    assert!(screen.contains("Lost"), "{screen}");
    let screen = desk.keys("<esc>").screen(80, 24);
    assert!(screen.contains("lost 1"), "{screen}");
}

#[test]
fn several_deals_are_changed_at_once_and_come_back_at_once() {
    let mut desk = book();
    let screen = desk.keys("<space>j<space>").screen(80, 24);
    assert!(screen.contains("2 selected"), "{screen}");
    let screen = desk.keys(":opp set {} owner=Mei<cr>k").screen(120, 40);
    assert_eq!(screen.matches("Mei").count(), 2, "{screen}");
    let screen = desk.keys("uk").screen(120, 40);
    assert_eq!(screen.matches("Mei").count(), 0, "{screen}");
}

#[test]
fn help_tells_each_key_where_it_holds() {
    let mut funnel = book();
    let screen = funnel.keys("<f1>").screen(100, 60);
    for row in ["│l → ", "│h ← ", "│F2 F3 F4 F5 F6 ", "│F1 ", "│? "] {
        assert_eq!(screen.matches(row).count(), 1, "{row}\n{screen}");
    }
    assert!(screen.contains("help (except on questions and marks)"), "{screen}");
    let screen = at_deal("调度").keys("<f1>").screen(100, 60);
    assert!(screen.contains("unknown") && !screen.contains("help (except"), "{screen}");
    let screen = funnel.keys("<esc>:nonsense 3<cr>").screen(100, 24);
    assert!(screen.contains("unknown command"), "{screen}");
}

#[test]
fn a_board_says_what_it_leaves_out_and_where_that_is() {
    let mut lines: Vec<String> =
        (0..103).map(|no| format!("opp add title=Kiosk{no} amount=100 close_on=+{}d", no + 1)).collect();
    lines.push("opp add title=Bare close_on=+1d".to_owned());
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut desk = Desk::with(Lang::En, &lines);
    let first = |screen: &str, rows: &[usize]| -> Vec<String> {
        let lines: Vec<&str> = screen.lines().collect();
        let column =
            |row: &usize| lines.get(*row).and_then(|line| line.split('│').next()).unwrap_or_default();
        rows.iter().map(|row| column(row).trim_end().to_owned()).collect()
    };
    let screen = desk.keys("bk").screen(80, 24);
    let bare = screen.lines().position(|line| line.contains("Bare")).unwrap_or_default();
    assert_eq!(first(&screen, &[4, bare + 2]), ["(+4)", " –"], "{screen}");
    let screen = desk.keys("G").screen(80, 24);
    assert_eq!(first(&screen, &[20, 21]), [" 4 more (b list)", ""], "{screen}");
    let screen = desk.keys("LG").screen(80, 24);
    assert_eq!(first(&screen, &[20, 21]), [" 另有4个（b 列表）", ""], "{screen}");
    let screen = desk.keys("Lbl").screen(80, 24);
    assert!(screen.contains("1/104"), "{screen}");
    let screen = desk.keys("bftitle~Kiosk7<cr>G").screen(80, 24);
    assert!(!screen.contains("more") && !screen.contains("(+"), "a filter leaves nothing out\n{screen}");
}

#[test]
fn what_is_typed_into_a_date_that_is_set_takes_its_place() {
    for (lang, typed, day) in [(Lang::Zh, "昨天", "2026-11-22"), (Lang::En, "yesterday", "2026-11-22")] {
        let mut desk = Desk::with(lang, BOOK);
        let shown = |desk: &mut Desk| {
            let screen = desk.screen(80, 24);
            screen.lines().find(|line| line.contains("│▌")).map(str::to_owned).unwrap_or_default()
        };
        desk.keys("/调度<cr>+k<cr><tab><tab><tab><tab>");
        assert!(shown(&mut desk).contains("2026-11-23"), "{}", shown(&mut desk));
        let line = shown(desk.keys(typed));
        assert!(line.contains(typed) && line.contains(day) && !line.contains("2026-11-23"), "{line}");
        let line = shown(desk.keys("<tab><s-tab><bs>"));
        assert!(!line.contains(typed), "{line}");
    }
}

#[test]
fn undo_asks_before_it_takes_back_what_this_session_did_not_do() {
    let mut desk = book();
    let asked = desk.keys("u").screen(80, 24);
    for part in
        ["not done in this session", "opp add title=Line 4 retrofit", "lin · 2026-11-23 09:00 · manual"]
    {
        assert!(asked.contains(part), "{part}\n{asked}");
    }
    assert!(desk.keys("<esc>").screen(80, 24).contains("Line 4 retrofit"));
    assert!(!desk.keys("u<cr>g").screen(80, 24).contains("Line 4 retrofit"));
    // The undo is this session's own: it is taken back at once.
    assert!(desk.keys("Ug").screen(80, 24).contains("Line 4 retrofit"));
}

#[test]
fn a_batch_that_another_wrote_meanwhile_is_not_taken_back_in_place_of_the_one_that_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.db");
    let open =
        || quarterdeck::store::Store::open(&path, quarterdeck::domain::rules::Rules::default()).unwrap();
    let mut other = open();
    Desk::act(&mut other, "account add name=First");
    let mut desk = Desk::over(open(), Lang::En);
    assert!(desk.keys("5u").screen(80, 24).contains("account add name=First"));
    Desk::act(&mut other, "account add name=Second");
    let screen = desk.keys("<cr>").screen(80, 24);
    assert!(screen.contains("is not the next one to undo"), "{screen}");
    let screen = desk.keys("u").screen(80, 24);
    assert!(screen.contains("account add name=Second"), "{screen}");
}

#[test]
fn the_other_language_is_one_key_away() {
    let screen = book().keys("L").screen(80, 24);
    assert!(screen.contains("漏斗") && screen.contains("潜在商机"), "{screen}");
}

#[test]
fn no_size_makes_a_screen_panic_and_small_ones_ask_for_more() {
    let mut desk = book();
    for keys in
        ["", "b", "b<cr>", "<tab>", "<tab>", "?", "<esc><esc>5", "<cr>", "<tab>", "e", "<esc>:", "<esc>/"]
    {
        desk.keys(keys);
        for columns in [0, 1, 20, 59, 60, 61, 80, 100, 118, 120, 140, 160, 200] {
            for rows in [0, 1, 5, 15, 16, 17, 24, 40, 60] {
                let screen = desk.screen(columns, rows);
                let small = columns < 60 || rows < 16;
                assert_eq!(small && columns > 30 && rows > 0, screen.contains("60×16"), "{columns}×{rows}");
            }
        }
    }
}

#[test]
fn a_deal_that_comes_in_beyond_the_first_stage_has_a_line_in_its_stage_log() {
    let line = "opp add title=Late account=华东电网 stage=mine opened_on=-90d stage_since=-20d";
    let mut desk = Desk::with(Lang::En, &[BOOK, &[line]].concat());
    let log = desk.keys("/Late<cr><s-tab>b").screen(100, 40);
    assert!(log.contains("Added: My project · lin"), "{log}");
    let log = at_deal("调度").keys("<s-tab>b").screen(100, 40);
    assert!(log.contains("No stage moves yet"), "{log}");
}

#[test]
fn the_reasons_offered_are_those_of_the_outcome() {
    for (outcome, offered, other) in
        [("w", "Price", "Rival preferred"), ("l", "Rival preferred", "Unique value")]
    {
        let screen = at_deal("备份").keys(&format!("c{outcome}<tab>r")).screen(80, 24);
        let screen = if outcome == "l" { screen } else { at_deal("备份").keys("cw<tab>p").screen(80, 24) };
        assert!(screen.contains(offered) && !screen.contains(other), "{outcome}\n{screen}");
    }
}

#[test]
fn an_owner_is_picked_among_those_who_are_known_or_typed_anew() {
    let mut desk =
        Desk::with(Lang::En, &[BOOK, &["rep add name=\"Mei Lin\"", "opp set 1 owner=张平"]].concat());
    let to_owner = format!("/Line<cr>e{}", "<tab>".repeat(9));
    let screen = desk.keys(&format!("{to_owner}<c-u>zp")).screen(80, 24);
    assert!(screen.contains("张平"), "{screen}");
    let screen = desk.keys("<cr><cr>").screen(120, 40);
    assert!(screen.contains("Changed deal 3"), "{screen}");
    let screen = desk.keys(&format!("e{}<c-u>mei", "<tab>".repeat(9))).screen(80, 24);
    assert!(screen.contains("Mei Lin"), "{screen}");
    let screen = desk.keys("<esc><c-u>Newcomer<cr><cr>").screen(120, 40);
    assert!(screen.contains("Changed deal 3"), "{screen}");
}

#[test]
fn the_keys_of_a_deal_explain_the_marks_of_its_people() {
    let screen = at_deal("调度").keys("<f1>G").screen(80, 24);
    assert!(screen.contains("※ Approver  + Decider  = Evaluator  - User"), "{screen}");
    assert!(!book().keys("<f1>G").screen(80, 24).contains("Approver"));
}

#[test]
fn a_history_is_read_in_words_and_an_account_has_no_stage_log() {
    let lines = [
        "account add name=Depot",
        "person add name=\"Ada Lund\" account=1",
        "person add name=\"Max Roth\" account=1",
        "opp add title=Silo account=1 amount=100万 currency=CNY",
        "visit add account=1 opportunity=1 who=1 what=Call why=\"Ada signs\" when=\"2026-11-24 10:00\"",
        "visit set 1 aims_moved=rapport,advantage when=\"2026-11-25 10:00\" who=2 customer_did=yes where=Depot",
        "visit ready 1",
        "opp set 1 amount=120万",
    ];
    let (en, zh) = (
        [
            "Gained: — → Rapport, Competitive edge",
            "Status: Planned → Ready",
            "Customer did it: — → Yes",
            "When: 2026-11-24 10:00 → 2026-11-25 10:00",
            "Who: Ada Lund → Max Roth",
        ],
        [
            "推进的目标：— → 融洽关系、加强优势",
            "状态：计划 → 就绪",
            "客户已行动：— → 是",
            "什么时候：2026-11-24 10:00 → 2026-11-25 10:00",
            "针对谁：Ada Lund → Max Roth",
        ],
    );
    for (lang, parts, amount, log) in [
        (Lang::En, en, "Amount: CNY 1,000,000 → CNY 1,200,000", "Stage history"),
        (Lang::Zh, zh, "金额：CNY 1,000,000 → CNY 1,200,000", "阶段变动"),
    ] {
        let mut desk = Desk::with(lang, &lines);
        let screen = desk.keys("5<cr><tab><tab><tab>b").screen(120, 24);
        for part in parts {
            assert!(screen.contains(part), "{part}: {screen}");
        }
        assert!(!screen.contains(log) && !screen.contains("rapport,"), "{screen}");
        let screen = desk.keys("/silo<cr><s-tab>b").screen(80, 24);
        assert!(screen.contains(amount) && screen.contains(log), "{screen}");
    }
}

#[test]
fn who_said_it_may_be_somebody_new() {
    for (lang, offer) in [(Lang::En, "new: wang"), (Lang::Zh, "新建：wang")] {
        let mut desk = Desk::with(
            lang,
            &["account add name=Depot", "person add name=Wangari account=1", "opp add title=Silo account=1"],
        );
        let screen = desk.keys("/silo<cr><cr><right><tab><tab><tab>wang").screen(80, 24);
        assert!(screen.contains(offer) && screen.contains("Wangari"), "{screen}");
        let screen = desk.keys("<down><cr><cr>").screen(80, 24);
        assert!(!screen.contains(offer), "{screen}");
        let people = |desk: &mut Desk| desk.keys("5<cr><tab>").screen(80, 24);
        let screen = people(&mut desk);
        assert!(screen.contains("wang") && screen.contains("Wangari"), "{screen}");
        // One undo takes the answer and the person back.
        desk.keys("u");
        let screen = people(&mut desk);
        assert!(!screen.contains("wang") && screen.contains("Wangari"), "{screen}");
        // The whole name of somebody known is no new one.
        let screen = desk.keys("/silo<cr><cr><right><tab><tab><tab>wangari").screen(80, 24);
        assert!(!screen.contains("新建：") && !screen.contains("new: "), "{screen}");
    }
}
