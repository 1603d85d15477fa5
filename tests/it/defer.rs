//! Putting off: any day is taken as it is typed, none is earlier than the one there was.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

/// Monday 23 November: one to-do is late, one has no day, one is due on Monday in two weeks.
const LIST: &[&str] =
    &["todo add title=Late due=2026-11-20", "todo add title=Dateless", "todo add title=Ahead due=2026-12-07"];

fn list() -> Desk {
    let mut desk = Desk::with(Lang::En, LIST);
    desk.keys("4");
    desk
}

#[test]
fn a_day_is_typed_into_the_box_as_anywhere() {
    for (typed, day) in [
        ("下周五", "2026-12-04"),
        ("3月5日", "2027-03-05"),
        ("next friday", "2026-12-04"),
        ("wed", "2026-11-25"),
        ("12-15", "2026-12-15"),
        ("+10d", "2026-12-03"),
        ("o+10d", "2026-12-03"),
        ("2026-12-24 15:00", "2026-12-24 15:00"),
        ("<end><cr>fri", "2026-11-27"),
        // What is a key and nothing else.
        ("3", "2026-11-26"),
        ("<down><down>", "2026-11-26"),
    ] {
        let screen = list().keys(&format!("d{typed}<cr>")).screen(80, 24);
        assert!(screen.contains(&format!("Deferred to {day}: Late")), "{typed}\n{screen}");
    }
}

#[test]
fn no_word_for_a_day_is_cut_off_by_a_key_of_the_box() {
    // Every weekday and month in English, what is near, and what is told from a working day or a festival.
    let words = "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday tmr tomorrow \
                 weekend eom eow eoq eoy 明天 后天 下周一 周三 月底 12月5日";
    let months =
        "jan feb mar apr may jun jul aug sep oct nov dec january march april may june october december";
    let days = words.split_whitespace().map(str::to_owned);
    let dates = months.split(' ').flat_map(|month| [format!("{month} 5"), format!("5 {month}")]);
    for typed in
        days.chain(dates).chain(["the 15th".to_owned(), "in 3 days".to_owned(), "next mon".to_owned()])
    {
        let asked = Desk::with(Lang::En, LIST).keys(&format!(":todo defer 1 {typed}<cr>")).screen(80, 24);
        let told = |screen: &str| {
            screen
                .lines()
                .find_map(|line| line.split_once("Deferred to "))
                .map(|(_, day)| day.trim().to_owned())
        };
        assert!(told(&asked).is_some(), "{typed}\n{asked}");
        let by_key = list().keys(&format!("d{typed}<cr>")).screen(80, 24);
        assert_eq!(told(&by_key), told(&asked), "{typed}\n{by_key}");
    }
}

#[test]
fn what_is_no_day_is_refused_and_stays_to_be_mended() {
    for typed in ["胡说", "someday", "99", "o<cr>"] {
        let mut desk = list();
        let screen = desk.keys(&format!("d{typed}<cr>")).screen(80, 24);
        assert!(screen.contains("is not a date") && screen.contains("Defer to"), "{typed}\n{screen}");
        let screen = desk.keys("<esc><esc>:todo show 1<cr>").screen(80, 24);
        assert!(screen.contains("2026-11-20"), "{typed}\n{screen}");
    }
}

#[test]
fn nothing_is_put_off_to_an_earlier_day_by_any_way() {
    // The list, one and several; the palette; the sweep.
    for keys in [
        "4ggjdr",
        "4ggjdfri<cr>",
        "4ggjd+1d<cr>",
        "4ggvjdr",
        "4:todo defer 3 tomorrow<cr>",
        "4:todo defer 3 前天<cr>",
        "4:todo defer 1 2026-11-21<cr>",
        "WGkt",
        "WGkdr",
    ] {
        let mut desk = list();
        let screen = desk.keys(keys).screen(80, 24);
        assert!(screen.contains("not deferred"), "{keys}\n{screen}");
        let screen = desk.keys("<esc><esc><esc>4").screen(80, 24);
        assert!(screen.contains("12-07") && screen.contains("11-20"), "{keys}\n{screen}");
    }
    let screen = list().keys("ggjdz<esc><esc>4ggjd2026-12-08<cr>").screen(80, 24);
    assert!(screen.contains("Deferred to 2026-12-08: Ahead"), "{screen}");
}

#[test]
fn in_the_sweep_a_day_that_stays_is_told_and_counts_as_seen() {
    for keys in ["Wt", "Wdr"] {
        let mut desk = Desk::with(Lang::En, &["todo add title=Soon due=2026-11-24", "todo add title=Later"]);
        let screen = desk.keys(keys).screen(80, 24);
        assert!(screen.contains("1 of 2 left") && screen.contains("No changes"), "{keys}\n{screen}");
    }
}
