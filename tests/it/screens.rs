//! Every screen in both languages, over the sample pipeline, as a person reads it.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

/// What is pressed, one after the other, and what the picture is called.
const STORY: &[(&str, &str, (u16, u16))] = &[
    ("funnel", "", (80, 24)),
    ("funnel_wide", "", (160, 50)),
    ("funnel_stage", "lll", (80, 24)),
    ("board", "b", (80, 24)),
    ("filter", "bf", (80, 24)),
    ("sort", "<esc>s", (80, 24)),
    ("find", "<esc>/zp", (80, 24)),
    ("palette", "<esc>:", (80, 24)),
    ("help", "<esc><f1>", (80, 24)),
    ("help_small", "", (60, 16)),
    ("new_deal", "<esc>n", (80, 24)),
    ("assess", "<esc>hhh<cr>", (80, 24)),
    ("assess_wide", "", (160, 50)),
    ("assess_small", "", (60, 16)),
    ("evidence", "<cr>", (80, 24)),
    ("close", "<esc>c", (80, 24)),
    ("edit", "<esc>e", (80, 24)),
    ("edit_small", "", (60, 16)),
    ("background", "<esc><s-tab><s-tab>", (80, 24)),
    ("background_wide", "", (120, 40)),
    ("background_small", "", (60, 16)),
    ("log", "<tab>", (80, 24)),
    ("accounts", "5", (80, 24)),
    ("account", "<cr>", (80, 24)),
    ("account_small", "", (60, 16)),
    ("people", "<tab>", (80, 24)),
    ("account_deals", "<tab>", (80, 24)),
    ("month", "3", (80, 24)),
    ("month_small", "", (60, 16)),
    ("too_small", "", (50, 10)),
];

fn play(lang: Lang, name: &str) {
    let mut desk = Desk::demo(lang);
    for (picture, keys, (columns, rows)) in STORY {
        desk.keys(keys);
        insta::assert_snapshot!(format!("{picture}_{name}"), desk.screen(*columns, *rows));
    }
}

#[test]
fn every_screen_in_english() {
    play(Lang::En, "en");
}

#[test]
fn every_screen_in_chinese() {
    play(Lang::Zh, "zh");
}
