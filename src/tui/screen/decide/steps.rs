//! The customer's decision process: its steps in order, the next one marked, the late ones told.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::politics::{Politics, seat};
use super::top::{Span, day};
use crate::domain::decision::{Decision, Pace, next};
use crate::lang::{cockpit, decide as word};
use crate::tui::paint::Paint;
use crate::tui::screen::deal::Facts;
use crate::tui::screen::head;
use crate::tui::shape::motion::follow;
use crate::tui::shape::text;

/// Draws the steps, the cursor on the one at `at`.
pub fn draw(area: Rect, buf: &mut Buffer, at: usize, (politics, facts): (&Politics, &Facts), paint: &Paint) {
    if politics.steps.is_empty() {
        let room = usize::from(area.width.saturating_sub(4));
        for (line, y) in text::wrap(word::NO_STEPS.text(paint.lang), room).iter().zip(1..area.height) {
            text::put(buf, area, (2, y), line, paint.theme.dim);
        }
        return;
    }
    let wide = widths(usize::from(area.width), (politics, facts), paint);
    let heads = [word::STEP, word::DEPT, word::WHO, word::DUE, word::METHOD, word::STATE];
    cells(area, buf, &heads.map(|head| (head.text(paint.lang).to_owned(), paint.theme.label)), wide, paint);
    let rows = area.height.saturating_sub(1);
    let top = follow(0, at, usize::from(rows));
    let upcoming = next(&politics.steps).map(|step| step.head.id);
    for ((place, step), y) in politics.steps.iter().enumerate().skip(top).zip(1..area.height) {
        let area = Rect { y: area.y + y, height: 1, ..area };
        if place == at {
            text::put(buf, area, (0, 0), paint.theme.glyphs.gutter, paint.theme.gutter);
        }
        let is_next = upcoming == Some(step.head.id);
        let mark = match step.state {
            Pace::Done => paint.theme.glyphs.done,
            Pace::Skipped => "-",
            _ if is_next => paint.theme.glyphs.here,
            _ => " ",
        };
        let style = match (is_next, step.is_ahead()) {
            (true, _) => paint.theme.strong,
            (false, true) => Style::new(),
            (false, false) => paint.theme.dim,
        };
        text::put(buf, area, (1, 0), &format!("{:>3} {mark}", place + 1), style);
        cells(area, buf, &row(step, style, (politics, facts), paint), wide, paint);
    }
}

fn row(
    step: &Decision,
    style: Style,
    (politics, facts): (&Politics, &Facts),
    paint: &Paint,
) -> [(String, Style); 6] {
    let who = step.person.map(|person| {
        let role = politics.place(person).and_then(|place| seat(facts, place)).map(|(role, _)| role);
        let marks = role.map(|role| head::marks(role, paint.theme.glyphs.ascii)).unwrap_or_default();
        format!("{} {marks}", politics.name(person))
    });
    let plain = |text: Option<&str>| (text.unwrap_or_default().to_owned(), style);
    let due = step.due.map(|due| day(due, paint)).unwrap_or_default();
    let state = match (step.overdue(paint.today), step.done_on) {
        (Some(days), _) => (word::OVERDUE.fill(paint.lang, &[&days]), paint.theme.bad),
        (None, Some(done)) if step.state == Pace::Done => {
            (format!("{} {}", paint.choice(step.state), day(done, paint)), style)
        }
        _ => (paint.choice(step.state).to_owned(), style),
    };
    [
        plain(Some(&step.name)),
        plain(step.dept.as_deref()),
        plain(who.as_deref()),
        (due, style),
        plain(step.method.as_deref()),
        state,
    ]
}

/// Columns of the six cells: each as wide as it needs; what is too much is taken from the widest.
fn widths(room: usize, (politics, facts): (&Politics, &Facts), paint: &Paint) -> [usize; 6] {
    let heads = [word::STEP, word::DEPT, word::WHO, word::DUE, word::METHOD, word::STATE];
    let mut wide = heads.map(|head| text::width(head.text(paint.lang)));
    for step in &politics.steps {
        for (wide, (cell, _)) in wide.iter_mut().zip(row(step, Style::new(), (politics, facts), paint)) {
            *wide = text::width(&cell).max(*wide);
        }
    }
    let room = room.saturating_sub(7 + 2 * 5);
    for _ in room..wide.iter().sum() {
        if let Some(widest) = wide.iter_mut().max() {
            *widest -= 1;
        }
    }
    wide
}

fn cells(area: Rect, buf: &mut Buffer, cells: &[(String, Style); 6], wide: [usize; 6], paint: &Paint) {
    let mut x = 7;
    for ((cell, style), wide) in cells.iter().zip(wide) {
        text::put(buf, area, (x, 0), &text::cut(cell, wide, paint.theme.glyphs.cut), *style);
        x += u16::try_from(wide).unwrap_or(0) + 2;
    }
}

/// What the step under the cursor says beyond its row, for the last line.
pub fn note(step: &Decision, paint: &Paint) -> Span {
    let note = step.notes.as_deref().unwrap_or_default();
    let late = step.overdue(paint.today).map(|days| word::OVERDUE.fill(paint.lang, &[&days]));
    let told: Vec<&str> = [Some(step.name.as_str()), step.method.as_deref(), late.as_deref(), Some(note)]
        .into_iter()
        .flatten()
        .collect();
    let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
    let told = cockpit::OF.fill(paint.lang, &[&paint.choice(step.state), &told.join(" · ")]);
    (format!(" {told}"), paint.theme.dim)
}
