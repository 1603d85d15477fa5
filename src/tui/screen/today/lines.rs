//! The lines of Today: a head for each section, and what stands in each item.

use ratatui::style::Style;

use super::{Entry, MOST};
use crate::domain::flag::Level;
use crate::domain::moment::Moment;
use crate::domain::todo::{Priority, Todo};
use crate::domain::visit::Visit;
use crate::lang::{Word, flag, odds, today as word};
use crate::store::today::Today;
use crate::tui::paint::Paint;
use crate::tui::shape::sections::{Item, Line};

/// Heads and items; the items are in the order of `entries`.
pub fn lines(found: &Today, entries: &[Entry], paint: &Paint) -> Vec<Line> {
    let mut marks = Vec::new();
    marks.extend(found.debrief.iter().chain(&found.visits).map(|one| visit(one, paint)));
    marks.extend(found.overdue.iter().chain(&found.todos).map(|one| todo(one, paint)));
    marks.extend(
        found
            .cadence
            .iter()
            .map(|one| (flag::short(paint.lang, one.rhythm.code(paint.today)).to_owned(), paint.theme.warn)),
    );
    marks.extend(found.deals.iter().map(|one| {
        let (mark, style) = if one.high > 0 { ("!!", paint.theme.bad) } else { ("! ", paint.theme.warn) };
        let more = if one.flags.len() > 1 { format!(" +{}", one.flags.len() - 1) } else { String::new() };
        (format!("{mark}{more}"), style)
    }));
    let calm = paint.level(Level::Info);
    marks.extend(found.to_qualify.iter().map(|_| (calm.0.to_owned(), calm.1)));
    if has_more(found) {
        marks.push((paint.theme.glyphs.arrow.to_owned(), paint.theme.key));
    }
    let mut items = entries.iter().zip(marks).map(|(entry, (mark, style))| {
        let (text, aside) = (entry.name.clone(), entry.aside.clone());
        Line::Item(Item { mark, style, text, aside, dim: false })
    });
    let mut lines = Vec::new();
    for (head, count, all) in [
        (word::DEBRIEF, found.debrief.len(), None),
        (word::VISITS, found.visits.len(), None),
        (word::OVERDUE, found.overdue.len(), None),
        (word::DUE, found.todos.len(), None),
        (word::CADENCE, found.cadence.len(), Some(found.cadence_count)),
        (word::TROUBLE, found.deals.len(), Some(found.deals_count)),
    ] {
        if count > 0 {
            lines.push(Line::Head(heading(head, count, all, paint)));
            lines.extend(items.by_ref().take(count));
        }
    }
    if found.unqualified > 0 {
        let sums = found.unqualified_sums.iter().filter(|(_, sum)| *sum != 0);
        let sums: Vec<String> = sums.map(|(code, sum)| paint.amount(*sum, code)).collect();
        let sums = sums.join(" + ");
        lines.push(Line::Head(odds::to_qualify(paint.lang, found.unqualified, &sums)));
        lines.extend(items);
    }
    lines
}

/// Whether there are more deals to be qualified than are listed.
pub fn has_more(found: &Today) -> bool {
    usize::try_from(found.unqualified).is_ok_and(|count| count > found.to_qualify.len())
}

/// A part with its count, of `all` where that is known; else what is cut has more.
fn heading(head: Word, count: usize, all: Option<usize>, paint: &Paint) -> String {
    match all {
        Some(all) => word::counted(paint.lang, head, count, all),
        None if count >= MOST => word::MORE.fill(paint.lang, &[&head.text(paint.lang), &count]),
        None => word::counted(paint.lang, head, count, count),
    }
}

fn when(moment: Option<Moment>, paint: &Paint) -> String {
    let Some(moment) = moment else { return String::new() };
    format!("{} {}", paint.day(moment.day), moment.clock()).trim_end().to_owned()
}

fn visit(visit: &Visit, paint: &Paint) -> (String, Style) {
    let ws = word::WS.fill(paint.lang, &[&visit.filled()]);
    let style = if visit.filled() < 5 { paint.theme.warn } else { paint.theme.good };
    (format!("{ws} {}", when(visit.when, paint)), style)
}

fn todo(todo: &Todo, paint: &Paint) -> (String, Style) {
    let is_late = todo.due.is_some_and(|due| due.day < paint.today);
    let style = if is_late { paint.theme.bad } else { Style::new() };
    let high = if todo.priority == Some(Priority::High) { "!! " } else { "" };
    (format!("{high}{}", when(todo.due, paint)), style)
}
