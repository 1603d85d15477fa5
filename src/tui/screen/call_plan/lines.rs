//! What the call plan says: its head, its columns, a row, and the chosen row in full.

use ratatui::style::Style;

use super::{Part, Row};
use crate::action::call_plan::{measure, purpose, reasons};
use crate::domain::call_plan::Standing;
use crate::domain::moment::Moment;
use crate::domain::visit::Visit;
use crate::lang::{Lang, plan as word};
use crate::store::Sheet;
use crate::store::call_plan::{Call, CallPlan, Offer};
use crate::tui::paint::Paint;
use crate::tui::shape::list::{Cell, Column, Row as Line, Width};
use crate::tui::shape::text::{self, Align};

/// The month, how its visits stand, and whether it was stamped.
pub fn head(plan: &CallPlan, paint: &Paint) -> String {
    let lang = paint.lang;
    let count = |standing| plan.count(standing);
    let (done, missed, unplanned) =
        (count(Standing::Done), count(Standing::Missed), count(Standing::Unplanned));
    let planned = count(Standing::Planned) + done + missed;
    let counts = word::COUNTS.fill(lang, &[&planned, &done, &missed, &unplanned]);
    let stamp = match plan.stamped_on {
        Some(day) => word::STAMPED_ON.fill(lang, &[&paint.day(day)]),
        None => word::NOT_STAMPED.text(lang).to_owned(),
    };
    format!("{} · {counts} · {stamp}", word::TITLE.fill(lang, &[&plan.month]))
}

/// The columns of a list of this width.
pub fn columns(width: u16, paint: &Paint) -> Vec<Column> {
    let lang = paint.lang;
    let column = |head: crate::lang::Word, width, align, name| Column {
        head: head.text(lang).to_owned(),
        width,
        align,
        name,
    };
    let flex = |min, share| Width::Flex { min, share };
    let mut columns = vec![
        column(word::WHEN, Width::Fixed(11), Align::Left, false),
        column(word::ACCOUNT, flex(14, 2), Align::Left, true),
        column(word::WHO, flex(8, 1), Align::Left, false),
        column(word::DEAL, flex(14, 2), Align::Left, false),
        column(word::CHANCE, Width::Fixed(4), Align::Right, false),
        column(word::STATE, Width::Fixed(9), Align::Left, false),
    ];
    if width >= 110 {
        columns.push(column(word::PURPOSE, flex(20, 3), Align::Left, false));
    }
    columns
}

/// A row with so many columns.
pub fn row(row: &Row, plan: &CallPlan, columns: usize, paint: &Paint) -> Line {
    let filled = |text: String| Cell { text, style: Style::new() };
    let mut cells = match row {
        Row::Head(part) => {
            let style = paint.theme.title;
            let cells = group(*part, plan, paint.lang).map(|text| Cell { text, style });
            return Line { cells: cells.to_vec(), chosen: false };
        }
        Row::Offer(offer) => vec![
            Cell::default(),
            filled(offer.account.name.clone()),
            filled(name(offer.who.as_ref())),
            filled(name(offer.deal.as_ref())),
            filled(percent(offer.chance)),
            Cell::default(),
            filled(purpose(paint.lang, offer)),
        ],
        Row::Call(call) => call_cells(call, paint),
        Row::Lone(deal) => vec![
            Cell {
                text: deal.close_on.map(|day| paint.day(day)).unwrap_or_default(),
                style: paint.theme.bad,
            },
            Cell::default(),
            Cell::default(),
            filled(deal.title.clone()),
        ],
    };
    cells.truncate(columns);
    Line { cells, chosen: false }
}

/// The head of a part: how many there are, and what is to be said of them.
fn group(part: Part, plan: &CallPlan, lang: Lang) -> [String; 2] {
    let (shown, all) = (plan.calls.len(), plan.total());
    let head = |name: crate::lang::Word, count| word::GROUP.fill(lang, &[&name.text(lang), &count]);
    match part {
        Part::Offers => {
            let more = (plan.more > 0).then(|| word::MORE_CUSTOMERS.fill(lang, &[&plan.more]));
            [head(word::OFFERED, plan.offers.len()), more.unwrap_or_default()]
        }
        Part::Calls => {
            let cut = if shown < all { word::SHOWN.fill(lang, &[&shown, &all]) } else { String::new() };
            [head(word::CALLS, all), cut]
        }
        Part::Lone => [head(word::LONE, plan.lone.len()), word::LONE_WHY.text(lang).to_owned()],
    }
}

fn call_cells(call: &Call, paint: &Paint) -> Vec<Cell> {
    let filled = |text: String| Cell { text, style: Style::new() };
    let (visit, theme) = (&call.visit, &paint.theme);
    let style = match call.standing {
        Standing::Planned => Style::new(),
        Standing::Done => theme.good,
        Standing::Missed => theme.bad,
        Standing::Unplanned => theme.dim,
    };
    let names: Vec<&str> = call.who.iter().map(|(_, name)| name.as_str()).collect();
    vec![
        filled(visit.when.map(|when| moment(when, paint)).unwrap_or_default()),
        filled(name(call.account.as_ref())),
        filled(names.join(" ")),
        filled(name(call.deal.as_ref())),
        filled(percent(visit.success_probability)),
        Cell { text: paint.choice(call.standing).to_owned(), style },
        filled(visit.why.clone().or_else(|| visit.what.clone()).unwrap_or_default()),
    ]
}

fn name(named: Option<&Sheet>) -> String {
    named.map(|sheet| sheet.name.clone()).unwrap_or_default()
}

fn percent(chance: Option<i64>) -> String {
    chance.map(|chance| chance.to_string()).unwrap_or_default()
}

/// `12-08`, or `12-08 10:00`.
fn moment(when: Moment, paint: &Paint) -> String {
    format!("{} {}", paint.day(when.day), when.clock()).trim_end().to_owned()
}

/// What there is to say of the chosen row in `room` cells: why it is proposed, and its purpose.
pub fn foot(row: &Row, plan: &CallPlan, room: usize, paint: &Paint) -> Vec<(String, Style)> {
    let lang = paint.lang;
    let lines = |text: String| text::wrap(&text, room).into_iter().map(|line| (line, Style::new()));
    match row {
        Row::Head(_) => Vec::new(),
        Row::Offer(offer) => {
            let because = word::BECAUSE.fill(lang, &[&reasons(lang, &offer.proposal)]);
            let because = folded(&because, room).into_iter().map(|line| (line, paint.theme.warn));
            because.chain(lines(proposed(offer, plan, paint))).collect()
        }
        Row::Call(call) => lines(said(&call.visit, paint)).collect(),
        Row::Lone(_) => lines(word::LONE_MEND.text(lang).to_owned()).collect(),
    }
}

/// A line of reasons, broken between two of them where it is too long.
fn folded(because: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for part in because.split_inclusive(['·', '；']) {
        match lines.last_mut() {
            Some(line) if text::width(line) + text::width(part.trim_end()) <= room => line.push_str(part),
            _ => lines.push(part.trim_start().to_owned()),
        }
    }
    lines.into_iter().flat_map(|line| text::wrap(line.trim_end(), room)).collect()
}

fn proposed(offer: &Offer, plan: &CallPlan, paint: &Paint) -> String {
    let (why, by) = (purpose(paint.lang, offer), measure(paint.lang, plan.month));
    word::PURPOSE_OF.fill(paint.lang, &[&word::MEASURED.fill(paint.lang, &[&why, &by])])
}

fn said(visit: &Visit, paint: &Paint) -> String {
    let lang = paint.lang;
    match (&visit.why, &visit.why_measure) {
        (Some(why), Some(measure)) => {
            word::PURPOSE_OF.fill(lang, &[&word::MEASURED.fill(lang, &[why, measure])])
        }
        (Some(why), None) => word::PURPOSE_OF.fill(lang, &[why]),
        (None, _) => word::NO_PURPOSE.text(lang).to_owned(),
    }
}
