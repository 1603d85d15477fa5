//! Invitations come in any order: the newest version holds, and what was taken back is off.

use super::*;

/// A version of one event: its number, the minute it was written, the hour it begins; or that it is taken back.
type Version = (u32, u32, u32, bool);

fn calendar((number, written, hour, is_off): Version) -> String {
    let method = if is_off { "CANCEL" } else { "REQUEST" };
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//any//any//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:x9\r\n\
         SEQUENCE:{number}\r\nDTSTAMP:20261120T01{written:02}00Z\r\nDTSTART:20261201T{hour:02}0000Z\r\n\
         SUMMARY:Review\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn take(home: &Home, version: Version) {
    std::fs::write(home.0.path().join("in.ics"), calendar(version)).unwrap();
    home.text(&["import", "in.ics"]);
}

/// Hour and state of the only visit.
fn held(home: &Home) -> (String, String) {
    let all = home.json(&["visit", "list"]);
    assert_eq!(all.as_array().unwrap().len(), 1, "{all}");
    let text = |key: &str| all[0][key].as_str().unwrap().to_owned();
    (text("when").chars().skip(11).take(2).collect(), text("status"))
}

#[test]
fn the_newest_version_holds_in_whatever_order_they_come() {
    for (versions, hour, status) in [
        ([(0, 1, 1, false), (1, 2, 2, false), (2, 3, 3, false)], "11", "planned"),
        // The number counts before the moment, and the moment where the numbers are the same.
        ([(3, 1, 1, false), (1, 2, 2, false), (2, 3, 3, false)], "09", "planned"),
        ([(1, 9, 1, false), (1, 2, 2, false), (1, 3, 3, false)], "09", "planned"),
        ([(0, 1, 1, false), (1, 2, 2, true), (0, 3, 3, false)], "10", "cancelled"),
    ] {
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let home = Home::new();
            for at in &order {
                take(&home, versions[*at]);
            }
            assert_eq!(held(&home), (hour.to_owned(), status.to_owned()), "{versions:?} {order:?}");
        }
    }
}

#[test]
fn what_was_reported_is_not_called_off() {
    let home = Home::new();
    take(&home, (0, 1, 1, false));
    home.text(&["visit", "set", "1", "status=done", "result=achieved"]);
    take(&home, (1, 2, 1, true));
    assert_eq!(held(&home).1, "done");
}

#[test]
fn a_description_that_is_a_page_becomes_text() {
    for (raw, notes) in [
        (
            "<p>Bring the <b>budget</b>&nbsp;numbers</p><ul><li>A</li><li>B</li></ul><br>Thanks",
            "Bring the budget numbers\n- A\n- B\nThanks",
        ),
        ("price <5 and >3 & more", "price <5 and >3 & more"),
    ] {
        let home = Home::new();
        let text = calendar((0, 1, 1, false))
            .replace("SUMMARY:Review", &format!("SUMMARY:Review\r\nDESCRIPTION:{raw}"));
        std::fs::write(home.0.path().join("in.ics"), text).unwrap();
        home.text(&["import", "in.ics"]);
        assert_eq!(home.json(&["visit", "list"])[0]["notes"], notes, "{raw}");
    }
}
