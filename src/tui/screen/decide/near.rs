//! One person close up: who sways whom around, and what the person wants.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::politics::{Politics, Side, seat};
use crate::domain::id::Id;
use crate::domain::influence::{Influence, Tie};
use crate::domain::person::Role;
use crate::lang::{Word, decide as word};
use crate::tui::paint::Paint;
use crate::tui::screen::deal::Facts;
use crate::tui::screen::head;
use crate::tui::shape::motion::follow;
use crate::tui::shape::text;

/// A line as a sign: as many strokes as it is strong.
pub fn sign(line: &Influence, paint: &Paint) -> String {
    let glyphs = paint.theme.glyphs;
    let [.., against, _] = glyphs.marks;
    let one = match line.kind {
        Tie::Influences => glyphs.arrow,
        Tie::Conflicts => against,
        Tie::Allied => "=",
    };
    one.repeat(usize::try_from(line.force()).unwrap_or(1))
}

struct Row {
    text: String,
    style: Style,
    is_on: bool,
}

/// Draws a person close up; `on` is the place of the line under the cursor among the person's lines.
pub fn view(
    area: Rect,
    buf: &mut Buffer,
    place: usize,
    on: Option<usize>,
    deal: (&Politics, &Facts, &Paint),
) {
    let (.., paint) = deal;
    let rows = rows(place, on, usize::from(area.width), deal);
    let at = rows.iter().position(|row| row.is_on).unwrap_or(0);
    let top = follow(0, at, usize::from(area.height));
    for (row, y) in rows.iter().skip(top).zip(0..area.height) {
        if row.is_on {
            text::put(buf, area, (0, y), paint.theme.glyphs.gutter, paint.theme.gutter);
        }
        let room = usize::from(area.width.saturating_sub(1));
        text::put(buf, area, (1, y), &text::cut(&row.text, room, paint.theme.glyphs.cut), row.style);
    }
}

type Deal<'a> = (&'a Politics, &'a Facts, &'a Paint);

fn plain(text: String, style: Style) -> Row {
    Row { text, style, is_on: false }
}

fn rows(place: usize, on: Option<usize>, width: usize, deal: Deal<'_>) -> Vec<Row> {
    let (politics, facts, paint) = deal;
    let Some((role, person)) = seat(facts, place) else { return Vec::new() };
    let title = person.title.as_deref().unwrap_or_default();
    let mut rows = vec![plain(format!("{}  {title}", person.name), paint.theme.title)];
    let room = width.saturating_sub(1);
    let wrapped = |rows: &mut Vec<Row>, text: &str, style: Style| {
        rows.extend(text::wrap(text, room).into_iter().map(|line| plain(line, style)));
    };
    wrapped(&mut rows, &card(role, paint), paint.theme.dim);
    let lines = lines(person.head.id, on, deal);
    if lines.is_empty() {
        wrapped(&mut rows, word::NO_LINES.text(paint.lang), paint.theme.dim);
    }
    rows.extend(lines);
    let mut told = formal(place, politics, facts);
    told.extend([
        (word::AGENDA, role.business_agenda.clone()),
        (word::WIN, role.personal_win.clone()),
        (word::APPROACH, role.approach.clone()),
    ]);
    for (label, value) in told {
        let Some(value) = value else { continue };
        let whole = crate::lang::cockpit::OF.fill(paint.lang, &[&label.text(paint.lang), &value]);
        wrapped(&mut rows, &whole, Style::new());
    }
    rows
}

/// The four marks in words.
fn card(role: &Role, paint: &Paint) -> String {
    let labels = [
        role.buying_role.map(|one| paint.choice(one)),
        role.adaptability.map(|one| paint.choice(one)),
        role.support.map(|one| paint.choice(one)),
        role.coverage.map(|one| paint.choice(one)),
    ];
    labels.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A person's lines under their heads.
fn lines(person: Id, on: Option<usize>, (politics, facts, paint): Deal<'_>) -> Vec<Row> {
    let (theme, mut rows, mut side) = (&paint.theme, Vec::new(), None);
    for (at, (own, line, other)) in politics.ties(person).iter().enumerate() {
        if side != Some(*own) {
            side = Some(*own);
            let head = match own {
                Side::By => word::BY_WHOM,
                Side::On => word::ON_WHOM,
                Side::Against => word::AGAINST,
                Side::With => word::WITH,
            };
            rows.push(plain(head.text(paint.lang).to_owned(), theme.label));
        }
        let (sign, name) = (sign(line, paint), politics.name(*other));
        let marks = politics.place(*other).and_then(|place| seat(facts, place));
        let marks = marks.map(|(role, _)| head::marks(role, theme.glyphs.ascii)).unwrap_or_default();
        let shown = match own {
            Side::By => format!(" {name} {marks} {sign}"),
            _ => format!(" {sign} {name} {marks}"),
        };
        let style = if *own == Side::Against { theme.bad } else { Style::new() };
        let note = line.note.as_deref().map(|note| format!("  {note}")).unwrap_or_default();
        rows.push(Row { text: format!("{shown}{note}"), style, is_on: on == Some(at) });
    }
    rows
}

/// The superior and the reports in the deal, by name.
fn formal(place: usize, politics: &Politics, facts: &Facts) -> Vec<(Word, Option<String>)> {
    let spots = &politics.formal;
    let Some(at) = spots.iter().position(|spot| spot.person == place) else { return Vec::new() };
    let depth = spots.get(at).map_or(0, |spot| spot.depth);
    let name = |place: usize| seat(facts, place).map(|(_, person)| person.name.clone());
    let above = spots.iter().take(at).rev().find(|spot| spot.depth < depth);
    let below: Vec<String> = spots
        .iter()
        .skip(at + 1)
        .take_while(|spot| spot.depth > depth)
        .filter(|spot| spot.depth == depth + 1)
        .filter_map(|spot| name(spot.person))
        .collect();
    let below = (!below.is_empty()).then(|| below.join(" "));
    vec![(word::REPORTS_TO, above.and_then(|spot| name(spot.person))), (word::HAS_REPORTS, below)]
}
