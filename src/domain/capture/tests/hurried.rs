//! Lines in a hurry, over the small book and some more names.

use super::*;

/// Names that are told apart badly.
const MORE: &[(Noun, i64, &str, &str, i64)] = &[
    (Noun::Account, 7, "华兴精工", "华兴", 0),
    (Noun::Account, 8, "Northwind Traders", "", 0),
    (Noun::Account, 9, "台州利达模具", "", 0),
    (Noun::Person, 8, "王磊", "", 1),
    (Noun::Person, 9, "王芳", "", 2),
    (Noun::Person, 10, "张伟", "", 7),
    (Noun::Person, 11, "Zhang Lei", "", 8),
    (Noun::Person, 12, "于磊", "", 7),
    (Noun::Person, 13, "杨柳", "", 2),
    (Noun::Person, 14, "Sarah Connor", "", 8),
    (Noun::Person, 15, "Chase Bennett", "", 3),
    (Noun::Opp, 3, "华兴MES二期", "", 7),
    (Noun::Opp, 4, "Northwind ERP renewal", "", 8),
];

fn lookup(text: &str) -> Vec<Named> {
    let mut found = super::lookup(text);
    found.extend(MORE.iter().map(super::named));
    found
}

/// Reads a line on Monday, the 30th of November 2026, at ten.
pub fn read(text: &str) -> Capture {
    let workdays = Workdays::default();
    let days = Days { today: MONDAY, now: TEN, workdays: &workdays };
    super::super::read(text, &Desk { days, lookup: &lookup, near: None })
}

fn day(day: NaiveDate) -> String {
    day.format(if day.year() == 2026 { "%m-%d" } else { "%y-%m-%d" }).to_string()
}

/// What a line means, as the tables write it.
fn told(one: &Capture) -> String {
    use crate::domain::choice::Choice;
    let mut out = vec![match one.kind {
        Kind::Visit(VisitType::Call) => "v".to_owned(),
        Kind::Visit(of) => format!("v:{}", of.code()),
        Kind::Todo(TodoKind::Task) => "t".to_owned(),
        Kind::Todo(TodoKind::Ask) => "a".to_owned(),
    }];
    if let Some(when) = one.when {
        out.push(day(when.day));
        out.extend(Some(when.clock()).filter(|clock| !clock.is_empty()));
    }
    out.extend(one.notes.iter().filter(|note| matches!(note, Note::Past(_))).map(|_| "past".to_owned()));
    out.extend(one.lasts.map(|minutes| format!("+{minutes}")));
    out.extend(one.until.map(|until| format!("..{}", day(until))));
    let named: Vec<String> =
        one.people.iter().chain(&one.account).chain(&one.deal).map(|one| one.name.clone()).collect();
    out.extend(Some(format!("{{{}}}", named.join("+"))).filter(|_| !named.is_empty()));
    out.extend(one.fresh.iter().map(|one| format!("+{}:{}", one.noun.code(), one.name)));
    out.extend(one.place.iter().map(|place| format!("@{place}")));
    out.extend(one.priority.map(|_| "p1".to_owned()));
    out.extend(one.recur.map(|_| "~".to_owned()));
    out.extend(one.waiting_on.iter().map(|_| "waits".to_owned()));
    out.extend(one.doubts.iter().map(|doubt| format!("?{}", doubt.text)));
    out.extend(one.notes.iter().filter_map(|note| match note {
        Note::Past(_) => None,
        Note::SaidPast(_) => Some("said-past".to_owned()),
        Note::NoSuchDay(text) => Some(format!("none:{text}")),
        Note::SeveralDays(text) => Some(format!("several:{text}")),
        Note::NoSuchTime(text) => Some(format!("notime:{text}")),
        Note::Untold(year) => Some(format!("untold:{year}")),
        Note::Zone(zone) => Some(format!("zone:{zone}")),
    }));
    format!("{} | {}", out.join(" "), one.text)
}

#[test]
fn hurried_lines_mean_what_was_meant() {
    for (language, lines) in [("en", super::hurried_en::LINES), ("zh", super::hurried_zh::LINES)] {
        let rows: Vec<(&str, &str)> = lines.lines().filter_map(|line| line.split_once(" => ")).collect();
        let wrong: Vec<String> = rows
            .iter()
            .map(|(text, wanted)| (text, wanted.trim(), told(&read(text))))
            .filter(|(_, wanted, found)| *wanted != found.trim())
            .map(|(text, wanted, found)| format!("{text}\n  wanted {wanted}\n  found  {found}"))
            .collect();
        assert!(wrong.is_empty(), "{language}: {} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
        assert!(rows.len() >= 200, "{language}: only {} lines", rows.len());
    }
}

/// The letters of a line that are in no part and not in the text: none may be.
fn lost(line: &str, one: &Capture) -> String {
    let mut rest: Vec<char> = one.text.chars().collect();
    let is_told = |at: usize| one.parts.iter().any(|(_, span)| span.contains(&at));
    let mut lost = String::new();
    for (at, sign) in line.char_indices().filter(|(_, sign)| sign.is_alphanumeric()) {
        match rest.iter().position(|own| *own == sign) {
            _ if is_told(at) => {}
            Some(place) => drop(rest.drain(..=place)),
            None => lost.push(sign),
        }
    }
    lost
}

#[test]
fn no_letter_of_a_hurried_line_is_lost() {
    let lines = super::hurried_en::LINES.lines().chain(super::hurried_zh::LINES.lines());
    for line in lines.filter_map(|line| line.split_once(" => ").map(|(line, _)| line)) {
        assert_eq!(lost(line, &read(line)), "", "{line}: {:?}", read(line).text);
    }
}

proptest! {
    #[test]
    fn no_letter_of_any_line_is_lost(
        line in "(拜访|约|和|张平|王总|李雷|华为|一下|周五|下周三|2月30日|3点|2-4点|前|国庆后|一会儿|@苏州|确认预算|visit |call |todo |w/ |bob |Contoso |fri |at 2 |4 |mon-wed |12.8 |14:00 |in 3 hours |re |pricing |, |: | ){1,9}",
    ) {
        prop_assert_eq!(lost(&line, &read(&line)), "", "{:?}", read(&line));
    }
}
