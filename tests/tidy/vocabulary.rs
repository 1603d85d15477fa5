//! One word for each thing: the words that the vocabulary has given up do not come back to the language table.

use super::product;

/// Words that say in English what another word says already, with that word.
const EN: &[(&str, &str)] = &[
    ("stamp", "finish"),
    ("stamps", "finishes"),
    ("stamped", "finished"),
    ("odds", "probability"),
    ("untold", "no debrief"),
    ("mend", "fix"),
    ("mends", "fixes"),
    ("sways", "influences"),
    ("put off", "defer, push"),
    ("put aside", "suspend"),
    ("given up", "drop"),
    ("gone quiet", "stalled"),
    ("driving date", "event date"),
    ("decision factor", "decision criterion"),
    ("decision factors", "decision criteria"),
    ("telephone", "phone"),
    ("rhythm", "cadence"),
    ("capture", "quick add"),
    ("relationship depth", "coverage"),
    ("political status", "political circle"),
    ("such as", "like, for example"),
];

/// The same in Chinese.
const ZH: &[(&str, &str)] = &[
    ("账本", "台账"),
    ("盖章", "完成、定稿"),
    ("越闸", "破例"),
    ("过闸", "推进"),
    ("结案", "结束"),
    ("结单", "结束"),
    ("成交", "签单"),
    ("驱动日期", "驱动时限"),
    ("要紧因素", "关键因素"),
    ("修补", "处理"),
    ("高级预警", "高预警"),
    ("中级预警", "中预警"),
    ("赢率", "赢单率、胜算"),
    ("胜率", "胜算"),
    ("陈旧", "久未核实"),
    ("已存筛选", "常用筛选"),
    ("联系频率", "回访周期"),
    ("复核", "盘点"),
    ("持有人", "关注人"),
    ("设定者", "制定者"),
    ("发出人", "影响者"),
    ("承受人", "受影响者"),
    ("红旗", "预警"),
    ("久无进展", "久未跟进"),
];

#[test]
fn words_that_were_given_up_do_not_come_back() {
    let mut tables = product();
    // Former labels are typed, not read.
    tables.retain(|page| page.path.starts_with("src/lang/") && !page.path.ends_with("former.rs"));
    let said: Vec<_> =
        tables.iter().flat_map(|page| texts(&page.text).into_iter().map(|text| (&page.path, text))).collect();
    assert!(said.len() > 2000, "{} texts", said.len());
    let given_up = said.iter().flat_map(|(path, text)| {
        let words = EN.iter().chain(ZH).filter(|(word, _)| holds(text, word));
        words.map(move |(word, better)| format!("{path}: “{text}” says “{word}”: {better}"))
    });
    let given_up: Vec<_> = given_up.collect();
    assert!(given_up.is_empty(), "{given_up:#?}");
}

#[test]
fn a_word_is_told_from_a_part_of_one() {
    for (text, word, is_held) in [
        ("Why these odds", "odds", true),
        ("Stamp it", "stamp", true),
        ("amend it", "mend", false),
        ("visit_untold", "untold", false),
        ("not put off: 3", "put off", true),
        ("备份账本", "账本", true),
    ] {
        assert_eq!(holds(text, word), is_held, "{text}: {word}");
    }
}

/// Whether a text has a word of its own, not as a part of another; Chinese has no signs between words.
fn holds(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let is_part = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphabetic() || sign == '_');
    text.match_indices(word).any(|(at, _)| {
        !word.is_ascii()
            || !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}

/// The texts of a table: what stands between quotes, without the codes before `=`.
fn texts(table: &str) -> Vec<String> {
    let said = table.lines().map(|line| line.split_once(" = ").map_or(line, |(_, said)| said));
    let plain = said.map(|line| line.replace("\\\"", "”"));
    plain.flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}
