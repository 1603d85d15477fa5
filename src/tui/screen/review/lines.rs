//! The lines of the funnel review: its head, a line for each deal, and what is known of the one under the cursor.

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Here;
use crate::action::changed;
use crate::domain::change::Group;
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::week::Week;
use crate::lang::{flag, review as word};
use crate::store::deals::DealRow;
use crate::store::review::Diff;
use crate::tui::paint::Paint;
use crate::tui::shape::sections::{Item, Line};
use crate::tui::shape::text::{self, Align};

/// The week, since when it looks, and how many problems are left.
pub fn head(diff: &Diff, (problems, left): (usize, usize), paint: &Paint) -> String {
    let lang = paint.lang;
    let days = (paint.today - diff.since.day).num_days();
    let stamped = match (diff.since.stamped, days) {
        _ if diff.unread > 0 => word::UNREAD.fill(lang, &[&diff.unread]),
        (false, _) => word::NEVER_STAMPED.text(lang).to_owned(),
        (true, ..=0) => word::STAMPED_TODAY.text(lang).to_owned(),
        (true, days) => word::STAMPED_BEFORE.fill(lang, &[&days]),
    };
    // A deal that changed may have flags which are not new.
    let changed = diff.deals.iter().filter(|one| one.row.is_flagged()).count();
    let flagged = diff.flagged_count.saturating_add(i64::try_from(changed).unwrap_or(i64::MAX));
    let told = match (problems, flagged) {
        (0, 0) => word::NO_PROBLEMS.text(lang).to_owned(),
        (0, flagged) => word::ONLY_FLAGGED.fill(lang, &[&flagged]),
        _ => word::PROBLEMS.fill(lang, &[&problems, &left]),
    };
    word::FUNNEL_HEAD.fill(lang, &[&Week::of(paint.today), &paint.day(diff.since.day), &stamped, &told])
}

/// Heads and deals in the order of the list.
pub fn lines(diff: &Diff, seen: &BTreeSet<i64>, width: u16, paint: &Paint) -> Vec<Line> {
    let title = (usize::from(width) / 3).min(40);
    let mut lines = Vec::new();
    for group in Group::ALL {
        let own: Vec<_> = diff.deals.iter().filter(|one| one.group == *group).collect();
        let all = diff.counts.get(group).copied().unwrap_or(0);
        heading(&mut lines, word::group(paint.lang, group.code()), (own.len(), all), paint);
        for one in own {
            let said = changed::changes(paint.lang, &one.changes, &one.row.currency, paint.today);
            lines.push(item(&one.row, &said, title, seen, paint));
        }
    }
    let listed = diff.flagged.len();
    heading(&mut lines, word::FLAGGED.text(paint.lang), (listed, diff.flagged_count), paint);
    for row in &diff.flagged {
        lines.push(item(row, &flags(row, paint), title, seen, paint));
    }
    lines
}

fn heading(lines: &mut Vec<Line>, name: &str, (listed, all): (usize, i64), paint: &Paint) {
    let is_cut = i64::try_from(listed).is_ok_and(|listed| listed < all);
    let head = if is_cut {
        word::GROUP_CUT.fill(paint.lang, &[&name, &listed, &all])
    } else {
        word::GROUP.fill(paint.lang, &[&name, &listed])
    };
    if listed > 0 {
        lines.push(Line::Head(head));
    }
}

fn flags(row: &DealRow, paint: &Paint) -> String {
    let labels = row.flags.iter().filter_map(|code| Alarm::from_code(code));
    let labels: Vec<&str> = labels.map(|alarm| flag::label(paint.lang, alarm.code())).collect();
    labels.join(word::SEPARATOR.text(paint.lang))
}

fn item(row: &DealRow, said: &str, title: usize, seen: &BTreeSet<i64>, paint: &Paint) -> Line {
    let theme = &paint.theme;
    let is_seen = seen.contains(&row.place.no);
    let (mark, style) = match (is_seen, row.high > 0, !row.is_flagged()) {
        (true, ..) => (theme.glyphs.done, theme.dim),
        (false, true, _) => ("!!", theme.bad),
        (false, false, false) => ("!", theme.warn),
        (false, false, true) => ("", Style::new()),
    };
    let amount = row.amount.map(|amount| paint.amount(amount, &row.currency)).unwrap_or_default();
    let amount = text::pad(&amount, 11, Align::Right, theme.glyphs.cut);
    let name = text::pad(&row.title, title, Align::Left, theme.glyphs.cut);
    Line::Item(Item {
        mark: text::pad(mark, 2, Align::Left, theme.glyphs.cut),
        style,
        text: format!("{name}  {said}"),
        aside: format!("{amount} {:>4}", paint.percent(row.p_calc)),
        dim: is_seen,
    })
}

/// What there is to know of a deal: its people and dates, then all that happened to it.
pub fn about(here: Here, area: Rect, paint: &Paint) -> Vec<(String, Style)> {
    let (lang, row) = (paint.lang, here.row());
    let room = usize::from(area.width.saturating_sub(3));
    let next = match (&row.next_step, &row.next_on) {
        (None, None) => word::NO_STEP.text(lang).to_owned(),
        (step, on) => {
            let step = step.as_deref().unwrap_or_default();
            let day = paint.iso(on.as_deref());
            if day.is_empty() {
                word::STEP.fill(lang, &[&step])
            } else {
                word::STEP_ON.fill(lang, &[&step, &day])
            }
        }
    };
    let close = row.close_on.as_ref().map(|day| word::CLOSES.fill(lang, &[&paint.iso(Some(day))]));
    let parts = [row.account.clone(), row.owner.clone(), Some(paint.choice(row.stage).to_owned()), close];
    let known: Vec<String> = parts.into_iter().flatten().chain([next]).collect();
    let said = match here {
        Here::Changed(one) => changed::changes(lang, &one.changes, &row.currency, paint.today),
        Here::Flagged(row) => flags(row, paint),
    };
    let cut = paint.theme.glyphs.cut;
    vec![
        (text::cut(&known.join(word::SEPARATOR.text(lang)), room, cut), paint.theme.dim),
        (text::cut(&said, room, cut), Style::new()),
    ]
}
