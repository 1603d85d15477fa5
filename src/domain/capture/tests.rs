//! Phrases and what they mean, on any day.

use chrono::Datelike;
use proptest::prelude::*;

use super::*;
use crate::domain::workday::Workdays;

mod chinese;
mod english;
mod hurried;
mod hurried_en;
mod hurried_zh;

/// A small book: accounts, people and deals with their accounts.
const BOOK: &[(Noun, i64, &str, &str, i64)] = &[
    (Noun::Account, 1, "云澜市中心医院", "云澜医院", 0),
    (Noun::Account, 2, "骏沃汽车集团", "骏沃", 0),
    (Noun::Account, 3, "Acme Corp", "", 0),
    (Noun::Account, 4, "Iron Creek Mining", "", 0),
    (Noun::Account, 5, "华信电子（深圳）有限公司", "", 0),
    (Noun::Account, 6, "华信软件有限公司", "", 0),
    (Noun::Person, 1, "张平", "", 1),
    (Noun::Person, 2, "陆婉清", "", 1),
    (Noun::Person, 3, "钱思远", "", 2),
    (Noun::Person, 4, "Bob Miller", "", 3),
    (Noun::Person, 5, "Anna Lindqvist", "", 4),
    (Noun::Person, 6, "李强", "", 1),
    (Noun::Person, 7, "李强", "", 2),
    (Noun::Opp, 1, "双活灾备一期", "", 1),
    (Noun::Opp, 2, "Acme warehouse rollout", "", 3),
];

/// The day of the hurried lines.
const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();

/// The time that it is.
const TEN: chrono::NaiveTime = chrono::NaiveTime::from_hms_opt(10, 0, 0).unwrap();

fn id(noun: Noun, no: i64) -> Id {
    Id::of(&format!("{} {no}", noun.code()))
}

fn lookup(_: &str) -> Vec<Named> {
    BOOK.iter().map(named).collect()
}

fn named((noun, no, name, also, account): &(Noun, i64, &str, &str, i64)) -> Named {
    Named {
        noun: *noun,
        no: *no,
        id: id(*noun, *no),
        name: (*name).to_owned(),
        also: Some((*also).to_owned()).filter(|also| !also.is_empty()).into_iter().collect(),
        account: (*account > 0).then(|| id(Noun::Account, *account)),
    }
}

fn on(today: NaiveDate, near: Option<Id>, text: &str) -> Capture {
    let workdays = Workdays::default();
    read(
        text,
        &Desk {
            days: Days { today, now: chrono::NaiveTime::MIN, workdays: &workdays },
            lookup: &lookup,
            near,
        },
    )
}

/// What a line means, in one line: `visit sales-call` or `task`, then what was found, then the text.
fn told(one: &Capture) -> String {
    use crate::domain::choice::Choice;
    let mut out = match one.kind {
        Kind::Visit(of) => format!("visit {}", of.code()),
        Kind::Todo(kind) => kind.code().to_owned(),
    };
    let named = one.people.iter().chain(&one.account).chain(&one.deal).map(|one| one.name.clone());
    let say = |name: &str, text: Option<String>| text.map(|text| format!(" {name}={text}"));
    let facts = [
        say("what", one.what.clone()),
        say("who", Some(named.collect::<Vec<_>>().join("+")).filter(|who| !who.is_empty())),
        say("new", one.fresh.first().map(|one| one.name.clone())),
        say("when", one.when.map(|when| when.to_string())),
        say("lasts", one.lasts.map(|minutes| minutes.to_string())),
        say("until", one.until.map(|day| day.to_string())),
        say("at", one.place.clone()),
        say("p", one.priority.map(|level| level.code().to_owned())),
        say("tags", Some(one.tags.join("+")).filter(|tags| !tags.is_empty())),
        say("again", one.recur.map(|rule| rule.to_string())),
        say("waits", one.waiting_on.clone()),
        say("doubt", one.doubts.first().map(|doubt| doubt.text.clone())),
    ];
    facts.into_iter().flatten().for_each(|fact| out.push_str(&fact));
    format!("{out} | {}", one.text)
}

/// Reads each phrase on Wednesday, the 18th of November 2026, and tells what is not as it should be.
fn check(table: &[(&str, &str)]) {
    let today = "2026-11-18".parse().unwrap();
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, wanted)| (text, *wanted, told(&on(today, None, text))))
        .filter(|(_, wanted, found)| wanted != found)
        .map(|(text, wanted, found)| format!("{text}\n  wanted {wanted}\n  found  {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), table.len(), wrong.join("\n"));
    assert!(table.len() >= 120, "only {} phrases", table.len());
}

/// Days of two years: every weekday, and each end of a month and a year.
fn two_years() -> impl Iterator<Item = NaiveDate> {
    let first: NaiveDate = "2027-01-01".parse().unwrap();
    let is_edge = |day: &NaiveDate| day.succ_opt().is_some_and(|next| next.month() != day.month());
    let days = first.iter_days().enumerate().take(2 * 366);
    days.filter(move |(at, day)| at % 53 == 0 || is_edge(day)).map(|(_, day)| day)
}

#[test]
fn the_day_of_a_phrase_is_the_day_of_its_words_on_any_day() {
    let workdays = Workdays::default();
    let phrases = chinese::PHRASES.iter().chain(english::PHRASES);
    let base: NaiveDate = "2026-11-18".parse().unwrap();
    let mut said: Vec<(&str, &str)> = Vec::new();
    for (text, _) in phrases {
        let one = on(base, None, text);
        let days = one.parts.iter().filter(|(part, _)| *part == Part::Day);
        said.extend(days.map(|(_, span)| (*text, text.get(span.clone()).unwrap())));
    }
    assert!(said.len() > 150, "{}", said.len());
    for today in two_years() {
        let days = Days { today, now: TEN, workdays: &workdays };
        for (text, words) in &said {
            let words = words
                .trim_end_matches(['前', '之', '到'])
                .trim_start_matches("before ")
                .trim_start_matches("due ");
            let words = words.trim_start_matches("截止").trim_start_matches("最迟").trim_start_matches("at ");
            let Ok(day) = days.day(words) else { continue };
            let found = on(today, None, text).when.map(|when| when.day);
            // A date of the past is no due date.
            if day >= today {
                assert_eq!(found, Some(day), "{text} on {today}");
            }
        }
    }
}

#[test]
fn every_form_that_help_lists_is_understood_on_any_day() {
    use crate::domain::recur;
    use crate::domain::when::forms::{FORMS, Form};
    let workdays = Workdays::default();
    for today in two_years() {
        let days = Days { today, now: TEN, workdays: &workdays };
        for (group, form, en, zh) in FORMS {
            for text in en.iter().chain(*zh) {
                let is_read = match form {
                    Form::Moment => days.moment(text).is_ok(),
                    Form::Recur => recur::read(text).is_some(),
                    Form::Line => {
                        let one = on(today, None, text);
                        let needs_two = *group == "stretch";
                        let is_ask = one.kind == Kind::Todo(TodoKind::Ask);
                        let is_said = !one.parts.is_empty() || is_ask || text.contains('@');
                        is_said && (!needs_two || one.lasts.is_some() || one.until.is_some())
                    }
                };
                assert!(is_read, "{text} on {today}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_nothing_of_it_is_lost(
        text in any::<String>(),
        near in "(拜访|张平|李强|周四|10点|@深圳|#x|!!|每周一|等|申请|fri|call|Acme|with| |-|到|11/30|p1|every |2|下午|，|:|\"){1,14}",
        now in 1..3_000_000_i32,
    ) {
        let today = NaiveDate::from_num_days_from_ce_opt(now).unwrap();
        for text in [text, near] {
            let one = on(today, Some(id(Noun::Account, 1)), &text);
            for (_, span) in &one.parts {
                prop_assert!(text.get(span.clone()).is_some_and(|part| !part.is_empty()), "{}", text);
            }
            if !one.is_visit() {
                prop_assert_eq!(one.text.is_empty(), text.trim().is_empty());
            }
            let _ = (on(NaiveDate::MAX, None, &text), on(NaiveDate::MIN, None, &text));
        }
    }
}
