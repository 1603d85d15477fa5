//! The rivals of a deal with their strengths and weaknesses, and our strategy with what speaks against it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::deal::Facts;
use super::super::{Chosen, Obeyed, Order, Target};
use super::{Known, empty, items};
use crate::domain::choice::Choice;
use crate::domain::matrix::Contender;
use crate::domain::noun::Noun;
use crate::lang::compete as word;
use crate::tui::command::Command;
use crate::tui::paint::Paint;
use crate::tui::shape::motion::{Motion, follow};
use crate::tui::shape::text;

/// Most rivals that are listed at once where what follows needs the room.
const LISTED: usize = 6;
/// Columns of the list after the name, and of the labels below it.
const INCUMBENT: u16 = 32;
const THREAT: u16 = 45;
const STRATEGY: u16 = 53;
const LEADS: u16 = 67;

/// Where the list stands.
#[derive(Debug, Clone, Default)]
pub struct Rivals {
    at: usize,
    held: Option<i64>,
    top: usize,
    page: usize,
}

/// Lines of text with their label and style.
type Said = Vec<(&'static str, String, Style)>;

impl Rivals {
    /// The rival under the cursor, by its place.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Follows the rival under the cursor to where it is now.
    pub fn settle(&mut self, known: &Known) {
        let rivals = &known.matrix.rivals;
        let moved = rivals.iter().position(|one| Some(one.rival.head.no) == self.held);
        self.set(moved.unwrap_or(self.at).min(rivals.len().saturating_sub(1)), known);
    }

    fn set(&mut self, at: usize, known: &Known) {
        self.at = at;
        self.held = self.rival(known).map(|one| one.rival.head.no);
        self.top = follow(self.top, at, self.page);
    }

    fn rival<'a>(&self, known: &'a Known) -> Option<&'a Contender> {
        known.matrix.rivals.get(self.at)
    }

    pub fn choose(&self, chosen: &mut Chosen, known: &Known) {
        chosen.fresh = Some(Noun::Rival);
        chosen.item = self.rival(known).map(|one| (Noun::Rival, one.rival.head.no));
    }

    pub fn obey(&mut self, order: Order, known: &Known) -> Obeyed {
        match order {
            Order::Do(Command::Open) => {
                let company = self.rival(known).map(|one| one.competitor.head.no);
                company.map_or(Obeyed::Ignored, |no| Obeyed::Open(Target::Edit(Noun::Competitor, no)))
            }
            Order::Made(Noun::Rival, no) => {
                self.held = Some(no);
                self.settle(known);
                Obeyed::Used
            }
            Order::Key(key) => {
                let Some(motion) = Motion::of(key) else { return Obeyed::Ignored };
                self.set(motion.from(self.at, known.matrix.rivals.len(), self.page), known);
                Obeyed::Used
            }
            _ => Obeyed::Ignored,
        }
    }

    pub fn fit(&mut self, area: Rect) {
        self.page = LISTED.max(usize::from(area.height) / 3);
        self.top = follow(self.top, self.at, self.page);
    }

    /// Draws the rivals, the one under the cursor in full, and ours below.
    pub fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, known: &Known, paint: &Paint) -> String {
        let Some(here) = self.rival(known) else {
            return empty(area, buf, [word::NO_RIVALS, word::NO_RIVALS_HOW], paint);
        };
        head(area, buf, paint);
        let shown = known.matrix.rivals.iter().enumerate().skip(self.top).take(self.page);
        let mut y = 1;
        for (at, one) in shown {
            let row = Rect { y: area.y.saturating_add(y), height: 1, ..area };
            rival_line(row, buf, (at, one, at == self.at), known, paint);
            y += 1;
        }
        let mut said = of_rival(here, paint);
        said.push(("", String::new(), Style::new()));
        said.extend(of_us(facts, known, paint));
        let below =
            Rect { y: area.y.saturating_add(y + 1), height: area.height.saturating_sub(y + 1), ..area };
        labelled(below, buf, &said, paint);
        String::new()
    }
}

fn head(area: Rect, buf: &mut Buffer, paint: &Paint) {
    for (x, name) in
        [(2, word::RIVALS), (THREAT, word::THREAT), (STRATEGY, word::ITS_STRATEGY), (LEADS, word::LEADS_ON)]
    {
        text::put(buf, area, (x, 0), name.text(paint.lang), paint.theme.label);
    }
}

fn rival_line(
    row: Rect,
    buf: &mut Buffer,
    (at, one, here): (usize, &Contender, bool),
    known: &Known,
    paint: &Paint,
) {
    let (theme, lang) = (&paint.theme, paint.lang);
    if here {
        text::put(buf, row, (0, 0), theme.glyphs.gutter, theme.gutter);
    }
    let name = text::cut(&one.competitor.name, usize::from(INCUMBENT) - 3, theme.glyphs.cut);
    text::put(buf, row, (2, 0), &name, if here { theme.under } else { Style::new() });
    if one.rival.incumbent {
        text::put(buf, row, (INCUMBENT, 0), word::INCUMBENT.text(lang), theme.warn);
    }
    let threat = one.rival.threat.map_or_else(|| "?".to_owned(), |threat| format!("{threat}/3"));
    text::put(buf, row, (THREAT, 0), &threat, Style::new());
    let strategy = one.rival.strategy.map_or("?", |strategy| paint.choice(strategy));
    text::put(buf, row, (STRATEGY, 0), strategy, Style::new());
    let counted: Vec<_> = known.matrix.lines.iter().filter(|line| line.counts()).collect();
    let ahead = |fit: Option<i64>, ours: Option<i64>| fit.is_some() && ours.is_some() && fit > ours;
    let leads =
        counted.iter().filter(|line| ahead(line.theirs.get(at).copied().flatten(), line.ours)).count();
    let style = if leads > 0 { theme.bad } else { Style::new() };
    text::put(buf, row, (LEADS, 0), &word::OF_COUNTING.fill(lang, &[&leads, &counted.len()]), style);
}

/// What is known of a rival.
fn of_rival(one: &Contender, paint: &Paint) -> Said {
    let lang = paint.lang;
    let theirs = one.rival.strategy.map(|strategy| right_when(strategy, paint));
    let parts = [
        (word::STRENGTHS, one.competitor.strengths.clone()),
        (word::WEAKNESSES, one.competitor.weaknesses.clone()),
        (word::NOTE, one.rival.note.clone()),
        (word::THEIRS, theirs),
    ];
    let unknown = || word::NOT_KNOWN.text(lang).to_owned();
    parts.map(|(label, said)| (label.text(lang), said.unwrap_or_else(unknown), Style::new())).to_vec()
}

/// Our strategy, the condition under which it is right, and what speaks against it.
fn of_us(facts: &Facts, known: &Known, paint: &Paint) -> Said {
    let (theme, lang) = (&paint.theme, paint.lang);
    let ours = facts.deal.our_strategy.map(|strategy| right_when(strategy, paint));
    let ours = ours.unwrap_or_else(|| word::NONE_CHOSEN.text(lang).to_owned());
    let mut said = vec![(word::OURS.text(lang), ours, theme.strong)];
    for one in &known.against {
        let sentence = word::caution(lang, one.caution.code(), &items(&one.facts));
        said.push(("", format!("! {sentence}"), theme.warn));
    }
    if facts.deal.our_strategy.is_some() && known.against.is_empty() {
        said.push(("", word::SILENT.text(lang).to_owned(), theme.good));
    } else if !known.fine.is_empty() {
        let names: Vec<&str> = known.fine.iter().map(|one| paint.choice(*one)).collect();
        said.push(("", word::SPEAKS_AGAINST.fill(lang, &[&names.join(word::BETWEEN.text(lang))]), theme.dim));
    }
    said
}

fn right_when(strategy: crate::domain::opportunity::Strategy, paint: &Paint) -> String {
    let condition = word::condition(paint.lang, strategy.code());
    word::RIGHT_WHEN.fill(paint.lang, &[&paint.choice(strategy), &condition])
}

/// Draws labels with their texts, wrapped beside them.
fn labelled(area: Rect, buf: &mut Buffer, said: &Said, paint: &Paint) {
    let left = said.iter().map(|(label, ..)| text::width(label)).max().unwrap_or(0) + 4;
    let mut y = 0;
    for (label, shown, style) in said {
        text::put(buf, area, (2, y), label, paint.theme.label);
        for line in text::wrap(shown, usize::from(area.width).saturating_sub(left + 1)) {
            text::put(buf, area, (u16::try_from(left).unwrap_or(0), y), &line, *style);
            y += 1;
        }
    }
}
