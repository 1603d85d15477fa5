//! The funnel as a board: a column for each stage, a card for each deal.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Obeyed, Sight, Target};
use crate::domain::choice::Choice;
use crate::domain::funnel::FunnelSheet;
use crate::domain::stage::{Stage, Status};
use crate::lang::{choice, cockpit as word};
use crate::store::Fault;
use crate::store::deals::{DealRow, Selection, Window};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::board::{self, Board, Card, Lane};
use crate::tui::shape::text;
use crate::tui::terminal::Key;

/// Most cards of a column; beyond them the list is the better view, and the column says so.
const CARDS: i64 = 100;

/// The board's columns and where it stands.
#[derive(Default)]
pub struct BoardView {
    board: Board,
    lanes: Vec<Vec<DealRow>>,
}

impl BoardView {
    /// Reads the first cards of each stage; the cursor goes with its deal, so that a move is taken back where it went.
    pub fn load(&mut self, sight: &Sight, selection: &Selection) -> Result<(), Fault> {
        let under = self.row().map(|row| row.place.no);
        self.lanes.clear();
        for stage in Stage::ALL {
            let selection =
                Selection { status: Some(Status::Open), stage: Some(*stage), ..selection.clone() };
            self.lanes.push(sight.store.deals(&selection, &Window::First, CARDS)?);
        }
        let counts: Vec<usize> = self.lanes.iter().map(Vec::len).collect();
        self.board.hold(&counts);
        let place = |deals: &Vec<DealRow>| deals.iter().position(|row| Some(row.place.no) == under);
        let mut found = self.lanes.iter().enumerate().filter_map(|(lane, deals)| Some((lane, place(deals)?)));
        if let Some((lane, card)) = found.next() {
            self.board.set(lane, card);
        }
        Ok(())
    }

    /// The deal under the cursor.
    pub fn row(&self) -> Option<&DealRow> {
        let (lane, card) = self.board.cursor()?;
        self.lanes.get(lane)?.get(card)
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Obeyed {
        match self.board.press(key) {
            Outcome::Ignored => Obeyed::Ignored,
            Outcome::Accept => {
                self.row().map_or(Obeyed::Used, |row| Obeyed::Open(Target::Deal(row.place.no)))
            }
            _ => Obeyed::Used,
        }
    }

    /// Draws the columns.
    pub fn view(
        &self,
        area: Rect,
        buf: &mut Buffer,
        (sheet, several): (Option<&FunnelSheet>, &BTreeSet<i64>),
        paint: &Paint,
    ) {
        let room = board::room(area.width, Stage::ALL.len());
        let lane =
            |(stage, deals): (&Stage, &Vec<DealRow>)| lane(*stage, deals, (sheet, several, room), paint);
        let lanes: Vec<Lane> = Stage::ALL.iter().zip(&self.lanes).map(lane).collect();
        self.board.view(area, buf, &lanes, &paint.theme);
        if self.lanes.iter().all(Vec::is_empty) {
            text::put(buf, area, (2, 4), word::NO_DEALS.text(paint.lang), paint.theme.dim);
        }
    }
}

fn lane(
    stage: Stage,
    deals: &[DealRow],
    (sheet, several, room): (Option<&FunnelSheet>, &BTreeSet<i64>, usize),
    paint: &Paint,
) -> Lane {
    let label = choice::label(paint.lang, Stage::LIST, stage.code());
    let sums = sheet.and_then(|sheet| sheet.stages.iter().find(|one| one.stage == stage));
    let count = sums.map_or(0, |one| one.count);
    let amounts = sums.map(|one| one.amounts.as_slice()).unwrap_or_default();
    let sum = amounts.first().map(|sum| paint.amount(sum.amount, &sum.currency)).unwrap_or_default();
    let more = if amounts.len() > 1 { format!(" +{}", amounts.len() - 1) } else { String::new() };
    let mut head = vec![format!("{label} {count}"), format!("{sum}{more}")];
    let hidden = count - i64::try_from(deals.len()).unwrap_or(0);
    head.push(if hidden > 0 { format!("(+{hidden})") } else { String::new() });
    Lane {
        head,
        cards: deals.iter().map(|deal| card(deal, several.contains(&deal.place.no), room, paint)).collect(),
    }
}

fn card(deal: &DealRow, is_chosen: bool, room: usize, paint: &Paint) -> Card {
    let mark = if is_chosen { paint.theme.glyphs.chosen } else { "" };
    let amount = deal.amount.map(|minor| paint.amount(minor, &deal.currency)).unwrap_or_default();
    let closes = paint.iso(deal.close_on.as_deref());
    let (flag, style) = paint.flags(&deal.flags, room.saturating_sub(closes.len() + 1));
    Card {
        lines: vec![
            (format!("{mark}{}", deal.title), Style::new()),
            (deal.account.clone().unwrap_or_default(), paint.theme.dim),
            (format!("{amount} · {}%", deal.p_calc), paint.theme.dim),
            (format!("{closes} {flag}").trim().to_owned(), style),
            (String::new(), Style::new()),
        ],
    }
}
