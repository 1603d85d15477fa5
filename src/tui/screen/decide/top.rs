//! The lines above every view: where the customer's decision stands, the path to the approver, the gaps.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::politics::{Politics, seat};
use crate::domain::coverage::Gap;
use crate::domain::decision::{Decision, Pace, next};
use crate::domain::id::Id;
use crate::domain::path::Chain;
use crate::domain::web::Bond;
use crate::lang::decide as word;
use crate::tui::paint::Paint;
use crate::tui::screen::deal::Facts;
use crate::tui::shape::text;

/// Days within which a date needs no year.
const NEAR: i64 = 300;

/// Most names that a gap lists.
const NAMES: usize = 4;

/// A piece of a line.
pub type Span = (String, Style);

/// Draws pieces one after the other in the first row of `area`, cut where they do not fit.
pub fn put(area: Rect, buf: &mut Buffer, spans: &[Span], paint: &Paint) {
    let mut x = 0;
    for (piece, style) in spans {
        let room = usize::from(area.width.saturating_sub(x));
        x = text::put(buf, area, (x, 0), &text::cut(piece, room, paint.theme.glyphs.cut), *style);
    }
}

/// The lines above a view in their order, of at most `room` columns each.
pub fn lines(
    politics: &Politics,
    facts: &Facts,
    on: Option<Id>,
    room: usize,
    paint: &Paint,
) -> Vec<Vec<Span>> {
    let mut all = path(politics, facts, on, room, paint);
    let gaps = gaps(politics, facts, paint);
    if !gaps.is_empty() {
        all.push(vec![(format!("! {}", gaps.join(" · ")), paint.theme.warn)]);
    }
    all
}

/// The decision steps in one line, from the last one that is done; `keys` turn the view to them.
pub fn strip(politics: &Politics, keys: &str, room: usize, paint: &Paint) -> Vec<Span> {
    let steps = &politics.steps;
    if steps.is_empty() {
        return vec![(word::NO_STEPS_SHORT.fill(paint.lang, &[&keys]), paint.theme.dim)];
    }
    let upcoming = next(steps).map(|step| step.head.id);
    let spans: Vec<Span> = steps.iter().map(|step| piece(step, upcoming, politics, paint)).collect();
    let is_past = |step: &Decision| !step.is_ahead() && upcoming.is_some();
    let past = steps.iter().take_while(|step| is_past(step)).count();
    let skip = if width(&spans) + 2 * spans.len() <= room + 2 { 0 } else { past.saturating_sub(1) };
    let mut left_over = room;
    let mut shown = Vec::new();
    for (piece, style) in spans.into_iter().skip(skip) {
        let Some(rest) = left_over.checked_sub(text::width(&piece) + 3) else {
            shown.push((paint.theme.glyphs.cut.to_owned(), paint.theme.dim));
            break;
        };
        left_over = rest + 1;
        shown.push((format!("{piece}  "), style));
    }
    shown
}

fn piece(step: &Decision, upcoming: Option<Id>, politics: &Politics, paint: &Paint) -> Span {
    let (glyphs, theme) = (paint.theme.glyphs, paint.theme);
    let is_next = upcoming == Some(step.head.id);
    let mark = match step.state {
        Pace::Done => glyphs.done,
        Pace::Skipped => "-",
        _ if is_next => glyphs.here,
        _ => glyphs.empty,
    };
    let mut shown = format!("{mark} {}", step.name);
    if step.is_ahead() {
        if let Some(due) = step.due {
            shown.push(' ');
            shown.push_str(&day(due, paint));
        }
        if let Some(days) = step.overdue(paint.today) {
            shown.push(' ');
            shown.push_str(&word::OVERDUE.fill(paint.lang, &[&days]));
        }
        if let Some(person) = step.person.filter(|_| is_next) {
            shown.push(' ');
            shown.push_str(politics.name(person));
        }
    }
    let style = match (step.overdue(paint.today), is_next) {
        (Some(_), _) => theme.warn,
        (None, true) => theme.strong,
        (None, false) if step.is_ahead() => Style::new(),
        (None, false) => theme.dim,
    };
    (shown, style)
}

/// A day near enough to go without its year.
pub fn day(day: NaiveDate, paint: &Paint) -> String {
    let is_near = (day - paint.today).num_days().abs() < NEAR;
    if is_near { day.format("%m-%d").to_string() } else { paint.day(day) }
}

fn path(politics: &Politics, facts: &Facts, on: Option<Id>, room: usize, paint: &Paint) -> Vec<Vec<Span>> {
    let (lang, theme) = (paint.lang, paint.theme);
    let label = |word: crate::lang::Word| (format!("{} ", word.text(lang)), theme.label);
    let Some(chain) = politics.chain(on) else {
        let mark = if theme.glyphs.ascii { "*" } else { "* ※" };
        return vec![vec![label(word::PATH), (word::NO_APPROVER.fill(lang, &[&mark]), theme.warn)]];
    };
    let name = |place| seat(facts, place).map(|(_, person)| person.name.as_str()).unwrap_or_default();
    let Some(weakest) = chain.weakest() else {
        let none = word::NO_PATH.fill(lang, &[&name(chain.approver)]);
        let mut line = vec![label(word::PATH), (none, theme.bad)];
        if politics.chains.len() > 1 {
            line.push(others(politics, chain, &name, paint));
        }
        return vec![line];
    };
    let mut whole = links(chain, weakest, facts, false, paint);
    if width(&whole) + text::width(word::PATH.text(lang)) > room {
        whole = links(chain, weakest, facts, true, paint);
    }
    if politics.chains.len() > 1 {
        whole.push(others(politics, chain, &name, paint));
    }
    let told = word::WEAKEST.fill(lang, &[&reason(chain, weakest, facts, paint)]);
    let both = width(&whole) + text::width(&told) + 3;
    // The longest label with which all stands in one line, else two lines.
    for word in [word::PATH_TO, word::PATH] {
        let label = label(word);
        if text::width(&label.0) + both <= room {
            let end = (format!(" · {told}"), theme.warn);
            return vec![std::iter::once(label).chain(whole).chain([end]).collect()];
        }
    }
    let has_room = text::width(word::PATH_TO.text(lang)) + width(&whole) < room;
    let first = label(if has_room { word::PATH_TO } else { word::PATH });
    vec![std::iter::once(first).chain(whole).collect(), vec![(format!("  {told}"), theme.warn)]]
}

/// The approvers beside the one of a chain, each with what the chain to him carries.
fn others<'a>(politics: &Politics, chain: &Chain, name: &dyn Fn(usize) -> &'a str, paint: &Paint) -> Span {
    let others = politics.chains.iter().filter(|other| other.approver != chain.approver);
    let told =
        others.map(|other| word::ALSO_APPROVER.fill(paint.lang, &[&name(other.approver), &other.carry()]));
    (format!(" · {}", told.collect::<Vec<_>>().join(" · ")), paint.theme.dim)
}

fn width(spans: &[Span]) -> usize {
    spans.iter().map(|(piece, _)| text::width(piece)).sum()
}

/// The links in order from us on; in short, only the first, the weakest with its neighbour, and the last.
fn links(chain: &Chain, weakest: usize, facts: &Facts, short: bool, paint: &Paint) -> Vec<Span> {
    let (theme, glyphs) = (paint.theme, paint.theme.glyphs);
    let last = chain.links.len().saturating_sub(1);
    let is_kept = |at: usize| !short || at == 0 || at == weakest || at + 1 == weakest || at == last;
    let mut spans = vec![(word::US.text(paint.lang).to_owned(), Style::new())];
    for (at, link) in chain.links.iter().enumerate() {
        if !is_kept(at) {
            if is_kept(at.saturating_sub(1)) {
                spans.push((format!(" {}", glyphs.cut), theme.dim));
            }
            continue;
        }
        let (rule, arrow) = (glyphs.rule, glyphs.arrow);
        if at == weakest {
            spans.push((format!(" {rule}({}){arrow} ", link.carry), theme.warn));
        } else {
            spans.push((format!(" {rule}{}{arrow} ", link.carry), theme.dim));
        }
        let name = seat(facts, link.to).map(|(_, person)| person.name.as_str()).unwrap_or_default();
        spans.push((name.to_owned(), theme.strong));
        if at == last {
            let [approver, ..] = glyphs.marks;
            spans.push((approver.to_owned(), theme.strong));
        }
    }
    spans
}

/// Which link it is, in words.
fn reason(chain: &Chain, at: usize, facts: &Facts, paint: &Paint) -> String {
    let lang = paint.lang;
    let Some(link) = chain.links.get(at) else { return String::new() };
    let Some((to, person)) = seat(facts, link.to) else { return String::new() };
    let Some((from, giver)) = chain.from(at).and_then(|from| seat(facts, from)) else {
        let depth = to.coverage.map(|depth| paint.choice(depth)).unwrap_or_default();
        return word::OUR_CONTACT.fill(lang, &[&person.name, &depth]);
    };
    let support = from.support.map_or(word::NO_SUPPORT.text(lang), |support| paint.choice(support));
    let bond = word::bond(link.bond.map(Bond::code), link.strength).text(lang);
    word::OF_LINK.fill(lang, &[&giver.name, &person.name, &bond, &support])
}

fn gaps(politics: &Politics, facts: &Facts, paint: &Paint) -> Vec<String> {
    // That nobody approves is said by the path's line.
    let told = politics.gaps.iter().filter(|gap| **gap != Gap::NoApprover);
    let short = |gap: &Gap| {
        let mut facts = gap.facts(&facts.people);
        let more = facts.len().saturating_sub(NAMES);
        if more > 0 {
            facts.truncate(NAMES);
            facts.push(format!("+{more}"));
        }
        word::gap(paint.lang, gap.code(), &facts)
    };
    told.map(short).collect()
}
