//! An account's deals as a list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::opportunity::Opportunity;
use crate::domain::stage::Status;
use crate::lang::cockpit as word;
use crate::tui::paint::Paint;
use crate::tui::shape::list::{Cell, Column, List, Row, Width};
use crate::tui::shape::text::Align;

/// Draws the deals, those that ended with their status in the stage's place.
pub fn view(area: Rect, buf: &mut Buffer, (list, deals): (&List, &[Opportunity]), paint: &Paint) {
    let column = |word: crate::lang::Word, width, align, name| Column {
        head: word.text(paint.lang).to_owned(),
        width,
        align,
        name,
    };
    let columns = [
        column(word::TITLE, Width::Flex { min: 20, share: 1 }, Align::Left, true),
        column(word::STAGE, Width::Fixed(14), Align::Left, false),
        column(word::AMOUNT, Width::Fixed(14), Align::Right, false),
        column(word::CLOSES, Width::Fixed(10), Align::Left, false),
    ];
    let plain = |text: String| Cell { text, style: Style::new() };
    let rows: Vec<Row> = deals
        .iter()
        .map(|deal| {
            let stage = if deal.status == Status::Open {
                paint.choice(deal.stage)
            } else {
                paint.choice(deal.status)
            };
            let amount = deal.amount.map(|minor| paint.amount(minor, &deal.currency)).unwrap_or_default();
            let day = deal.close_on.map(|day| paint.day(day)).unwrap_or_default();
            let cells = vec![plain(deal.title.clone()), plain(stage.to_owned()), plain(amount), plain(day)];
            Row { cells, chosen: false }
        })
        .collect();
    list.view(area, buf, (&columns, &rows), word::NO_OWN_DEALS.text(paint.lang), &paint.theme);
}
