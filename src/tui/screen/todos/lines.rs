//! The columns of the list of to-dos, and what a to-do and the head of a group say in them.

use ratatui::style::Style;

use crate::action::repeat;
use crate::domain::todo::{Priority, TodoKind, TodoState};
use crate::lang::{choice, cockpit, todo as word};
use crate::store::todo::{Group, TodoRow};
use crate::tui::paint::Paint;
use crate::tui::shape::list::{Cell, Column, Row, Width};
use crate::tui::shape::text::Align;

/// The columns of a list of this width; what was done shows when.
pub fn columns((width, digits): (u16, u16), closed: bool, paint: &Paint) -> Vec<Column> {
    let column = |head: &str, width, name| Column { head: head.to_owned(), width, align: Align::Left, name };
    let number = column(cockpit::NUMBER.text(paint.lang), Width::Fixed(digits), false);
    let flex = |min, share| Width::Flex { min, share };
    let lang = paint.lang;
    let when = if closed { word::CLOSED } else { word::DUE };
    let mut columns = vec![
        Column { align: Align::Right, ..number },
        column("", Width::Fixed(2), false),
        column(word::WHAT.text(lang), flex(24, 3), true),
        column(when.text(lang), Width::Fixed(11), false),
        column(word::ABOUT.text(lang), flex(14, 2), false),
        column(word::WAITS.text(lang), Width::Fixed(12), false),
    ];
    if width >= 104 {
        columns.push(column(cockpit::OWNER.text(lang), Width::Fixed(14), false));
        columns.push(column(word::AGAIN.text(lang), flex(12, 1), false));
    }
    columns
}

/// The head of a group.
pub fn head(group: Group, count: i64, paint: &Paint) -> Row {
    let style = if group == Group::Overdue { paint.theme.warn } else { paint.theme.title };
    let text = word::GROUP.fill(paint.lang, &[&word::group(paint.lang, group.code()), &count]);
    Row { cells: vec![Cell::default(), Cell::default(), Cell { text, style }], chosen: false }
}

/// The cells of a to-do in so many columns.
pub fn cells(row: &TodoRow, columns: usize, paint: &Paint) -> Vec<Cell> {
    let plain = |text: String| Cell { text, style: Style::new() };
    let dim = |text: String| Cell { text, style: paint.theme.dim };
    let (mark, style) = match row.priority {
        Some(Priority::High) => ("!!", paint.theme.bad),
        Some(Priority::Medium) => ("!", paint.theme.warn),
        Some(Priority::Low) => (if paint.theme.glyphs.ascii { "." } else { "·" }, paint.theme.dim),
        None => ("", Style::new()),
    };
    let dropped = row.state == TodoState::Dropped;
    let when = if row.spot.group == Group::Done { row.done_at.as_deref() } else { row.due.as_deref() };
    let late = row.spot.group == Group::Overdue;
    let about = row.deal.as_ref().or(row.account.as_ref()).map(|(_, name)| name.clone());
    let mut cells = vec![
        dim(row.spot.no.to_string()),
        Cell { text: mark.to_owned(), style },
        if dropped { dim(title(row, paint)) } else { plain(title(row, paint)) },
        Cell { text: moment(when, paint), style: if late { paint.theme.bad } else { Style::new() } },
        plain(about.unwrap_or_default()),
        plain(waits(row, paint)),
    ];
    if columns > cells.len() {
        cells.push(plain(row.owner.clone().unwrap_or_default()));
        cells.push(dim(row.recur.as_deref().map(|rule| repeat::told(paint.lang, rule)).unwrap_or_default()));
    }
    cells
}

/// The title; a request says that it is one, and what comes again has its mark.
fn title(row: &TodoRow, paint: &Paint) -> String {
    let again = match (&row.recur, paint.theme.glyphs.ascii) {
        (None, _) => "",
        (Some(_), true) => "@ ",
        (Some(_), false) => "↻ ",
    };
    match row.kind {
        TodoKind::Task => format!("{again}{}", row.title),
        TodoKind::Ask => {
            let label = choice::label(paint.lang, "todo_kind", "ask");
            word::ASK.fill(paint.lang, &[&format!("{again}{label}"), &row.title])
        }
    }
}

fn waits(row: &TodoRow, paint: &Paint) -> String {
    match (&row.waiting_on, &row.wait_until) {
        (Some(name), _) => name.clone(),
        (None, Some(day)) if row.spot.group == Group::Waiting => {
            word::WAIT_UNTIL.fill(paint.lang, &[&paint.iso(Some(day))])
        }
        _ => String::new(),
    }
}

/// `11-24`, or `11-24 10:00`.
fn moment(text: Option<&str>, paint: &Paint) -> String {
    let text = text.unwrap_or_default();
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    format!("{} {time}", paint.iso(Some(day))).trim_end().to_owned()
}
