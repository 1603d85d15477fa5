//! The columns of the funnel's list, and what a deal says in them.

use ratatui::style::Style;

use crate::domain::stage::Status;
use crate::lang::{Word, cockpit as word};
use crate::store::deals::DealRow;
use crate::tui::paint::Paint;
use crate::tui::shape::list::{Cell, Column, Width};
use crate::tui::shape::text::Align;

/// The columns of a list of this width.
pub fn of(width: u16, digits: u16, paint: &Paint) -> Vec<Column> {
    let head = |word: Word| word.text(paint.lang).to_owned();
    let column = |word, width, align, name| Column { head: head(word), width, align, name };
    let flex = |min, share| Width::Flex { min, share };
    let mut columns = vec![
        column(word::NUMBER, Width::Fixed(digits), Align::Right, false),
        column(word::FLAGS, Width::Fixed(if width >= 130 { 26 } else { 16 }), Align::Left, false),
        column(word::TITLE, flex(16, 3), Align::Left, true),
        column(word::WHO, flex(10, 2), Align::Left, false),
        column(word::AMOUNT, Width::Fixed(11), Align::Right, false),
        column(word::CLOSES, Width::Fixed(10), Align::Left, false),
        column(word::CHANCE, Width::Fixed(5), Align::Right, false),
    ];
    if width >= 104 {
        columns.push(column(word::OWNER, Width::Fixed(14), Align::Left, false));
        columns.push(column(word::NEXT, flex(8, 2), Align::Left, false));
    }
    columns
}

/// The cells of a deal in these columns.
pub fn cells(deal: &DealRow, columns: &[Column], paint: &Paint) -> Vec<Cell> {
    let plain = |text: String| Cell { text, style: Style::new() };
    let room = columns.iter().skip(1).find_map(|column| match column.width {
        Width::Fixed(room) => Some(usize::from(room)),
        Width::Flex { .. } => None,
    });
    let (flag, style) = paint.flags(deal, room.unwrap_or_default());
    let amount = deal.amount.map(|minor| paint.amount(minor, &deal.currency)).unwrap_or_default();
    let overdue = deal.status == Status::Open
        && deal.close_on.as_deref().is_some_and(|day| day < paint.today.to_string().as_str());
    let closes = Cell {
        text: paint.iso(deal.close_on.as_deref()),
        style: match (overdue, deal.qualified) {
            (true, true) => paint.theme.bad,
            (true, false) => paint.theme.warn,
            (false, _) => Style::new(),
        },
    };
    let mut cells = vec![
        Cell { text: deal.place.no.to_string(), style: paint.theme.dim },
        Cell { text: flag, style },
        plain(deal.title.clone()),
        plain(deal.account.clone().unwrap_or_default()),
        plain(amount),
        closes,
        plain(
            deal.p_rep
                .map_or_else(|| paint.odds(deal.p_calc), |own| format!("{}/{own}", paint.odds(deal.p_calc))),
        ),
    ];
    if columns.len() > cells.len() {
        cells.push(plain(deal.owner.clone().unwrap_or_default()));
        let day = paint.iso(deal.next_on.as_deref());
        let step = deal.next_step.clone().unwrap_or_default();
        cells.push(plain(format!("{day} {step}").trim().to_owned()));
    }
    cells
}
