//! The funnel as a board: a column for each stage, a card for each deal.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Obeyed, Sight, Target};
use crate::action::terms::Asked;
use crate::domain::choice::Choice;
use crate::domain::funnel::FunnelSheet;
use crate::domain::stage::{Stage, Status};
use crate::lang::{choice, cockpit as word};
use crate::store::Fault;
use crate::store::deals::{DealRow, Selection, Window};
use crate::tui::narrow::Narrow;
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
    lanes: Vec<Stack>,
}

/// The cards of a stage, and how many more deals it has.
#[derive(Default)]
struct Stack {
    deals: Vec<DealRow>,
    more: i64,
}

impl BoardView {
    /// Reads the first cards of each stage; the cursor goes with its deal, so that a move is taken back where it went.
    pub fn load(&mut self, sight: &Sight, selection: &Selection) -> Result<(), Fault> {
        let under = self.row().map(|row| row.place.no);
        self.lanes.clear();
        for stage in Stage::ALL {
            let selection =
                Selection { status: Some(Status::Open), stage: Some(*stage), ..selection.clone() };
            let deals = sight.store.deals(&selection, &Window::First, CARDS)?;
            let held = i64::try_from(deals.len()).unwrap_or(CARDS);
            let more = if held < CARDS { 0 } else { sight.store.count_deals(&selection)? - held };
            self.lanes.push(Stack { deals, more });
        }
        let counts: Vec<usize> = self.lanes.iter().map(|stack| stack.deals.len()).collect();
        self.board.hold(&counts);
        let place = |stack: &Stack| stack.deals.iter().position(|row| Some(row.place.no) == under);
        let mut found = self.lanes.iter().enumerate().filter_map(|(lane, stack)| Some((lane, place(stack)?)));
        if let Some((lane, card)) = found.next() {
            self.board.set(lane, card);
        }
        Ok(())
    }

    /// The deal under the cursor.
    pub fn row(&self) -> Option<&DealRow> {
        let (lane, card) = self.board.cursor()?;
        self.lanes.get(lane)?.deals.get(card)
    }

    /// Goes to the stage beside.
    pub fn side(&mut self, forward: bool) {
        self.board.side(forward);
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
        (sheet, narrow): (Option<&FunnelSheet>, &Narrow<Asked>),
        paint: &Paint,
    ) {
        let room = board::room(area.width, Stage::ALL.len());
        let lane =
            |(stage, stack): (&Stage, &Stack)| lane(*stage, stack, (sheet, &narrow.several, room), paint);
        let lanes: Vec<Lane> = Stage::ALL.iter().zip(&self.lanes).map(lane).collect();
        self.board.view(area, buf, &lanes, &paint.theme);
        if self.lanes.iter().all(|stack| stack.deals.is_empty()) {
            let empty = if narrow.filter.is_empty() { word::NO_DEALS } else { word::NO_DEALS_FILTER };
            text::put(buf, area, (2, 4), empty.text(paint.lang), paint.theme.dim);
        }
    }
}

fn lane(
    stage: Stage,
    stack: &Stack,
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
    let hidden = (stack.more > 0).then_some(stack.more);
    head.push(hidden.map(|more| format!("(+{more})")).unwrap_or_default());
    let foot = hidden.map(|more| word::MORE_DEALS.fill(paint.lang, &[&more])).unwrap_or_default();
    Lane {
        head,
        foot,
        cards: stack
            .deals
            .iter()
            .map(|deal| card(deal, several.contains(&deal.place.no), room, paint))
            .collect(),
    }
}

fn card(deal: &DealRow, is_chosen: bool, room: usize, paint: &Paint) -> Card {
    let mark = if is_chosen { paint.theme.glyphs.chosen } else { "" };
    let amount = deal.amount.map(|minor| format!("{} · ", paint.amount(minor, &deal.currency)));
    let closes = paint.iso(deal.close_on.as_deref());
    let (flag, style) = paint.flags(deal, room.saturating_sub(closes.len() + 1));
    Card {
        lines: vec![
            (format!("{mark}{}", deal.title), Style::new()),
            (deal.account.clone().unwrap_or_default(), paint.theme.dim),
            (format!("{}{}", amount.unwrap_or_default(), paint.percent(deal.p_calc)), paint.theme.dim),
            (format!("{closes} {flag}").trim().to_owned(), style),
            (String::new(), Style::new()),
        ],
    }
}
