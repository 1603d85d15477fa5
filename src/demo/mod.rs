//! A sample pipeline: lines of the grammar with their days, played on an empty book as people would have typed them.

mod script;

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::action::{Desk, Failure, Mistake, grammar};
use crate::store::Store;
use script::{Line, days};

const SCRIPTS: [&str; 9] = [
    include_str!("team.qd"),
    include_str!("accounts.qd"),
    include_str!("people.qd"),
    include_str!("deals.qd"),
    include_str!("closed.qd"),
    include_str!("politics.qd"),
    include_str!("todos.qd"),
    include_str!("visits.qd"),
    include_str!("reviews.qd"),
];

/// The hour at which everything in the sample happened.
const MORNING: u32 = 9;

/// The day of the last funnel review, which saw every deal as it was judged then.
const REVIEW: i64 = -10;

/// Fills an empty book with a sample pipeline, dated around the desk's today.
///
/// Each line of the sample is a batch of its own, stamped with its day and its author.
pub fn fill(store: &mut Store, desk: &Desk) -> Result<(), Failure> {
    let today = desk.stamp.today();
    let mut player = Player {
        desk: Desk { currency: "CNY".to_owned(), ..desk.clone() },
        today,
        tree: grammar::tree(),
        numbers: HashMap::new(),
    };
    let lines = script::read(&SCRIPTS)?;
    let (before, since) = lines.split_at(lines.partition_point(|line| line.day < REVIEW));
    for line in before {
        player.play(store, line)?;
    }
    judge(store, days(today, REVIEW).unwrap_or(today))?;
    for line in since {
        player.play(store, line)?;
    }
    judge(store, today)
}

/// Each line was judged on its own day; what time has changed since then is judged again.
fn judge(store: &mut Store, today: NaiveDate) -> Result<(), Failure> {
    store.set_meta("judged_on", "")?;
    store.refresh(today, usize::MAX)?;
    Ok(())
}

struct Player {
    desk: Desk,
    today: NaiveDate,
    /// The grammar, built once for all lines.
    tree: clap::Command,
    numbers: HashMap<String, i64>,
}

impl Player {
    fn play(&mut self, store: &mut Store, line: &Line) -> Result<(), Failure> {
        let wrong = || Mistake::Line(line.text.to_owned());
        let text = script::expand(line.text, self.today, &self.numbers).ok_or_else(wrong)?;
        let words = shlex::split(&text).ok_or_else(wrong)?;
        let matches = self.tree.try_get_matches_from_mut(words);
        let command = matches.and_then(|found| grammar::command(&found));
        let action = command.map_err(|error| Mistake::Line(error.to_string()))?.action().ok_or_else(wrong)?;
        self.desk.stamp.at = self.morning(line.day).ok_or_else(wrong)?;
        line.author.clone_into(&mut self.desk.stamp.author);
        let done = action.apply(store, &self.desk)?;
        if let (Some(handle), Some((_, no))) = (line.handle, done.record) {
            self.numbers.insert(handle.to_owned(), no);
        }
        Ok(())
    }

    fn morning(&self, day: i64) -> Option<DateTime<FixedOffset>> {
        let moment = days(self.today, day)?.and_time(NaiveTime::from_hms_opt(MORNING, 0, 0)?);
        moment.and_local_timezone(*self.desk.stamp.at.offset()).single()
    }
}
