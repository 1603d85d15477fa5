//! The fifteen questions by gate: one key an answer, with its evidence, grade and age.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::background::evidence_line;
use super::deal::Facts;
use super::head;
use super::tab::Tab;
use super::{Chosen, Obeyed, Order, Target};
use crate::domain::answer::{Answer, Grade, Verdict};
use crate::domain::choice::Choice;
use crate::domain::gate::{GateResult, GateSheet};
use crate::domain::question::{QUESTIONS, Question};
use crate::domain::stage::Stage;
use crate::domain::worth;
use crate::lang::{cockpit as word, gate, question};
use crate::tui::command::Command;
use crate::tui::paint::Paint;
use crate::tui::shape::motion::{Motion, follow};
use crate::tui::shape::text;

/// Lines of the questions with the heads of their gates.
const LINES: usize = 18;
/// Columns from which what hangs on the deal stands beside the questions.
const WIDE: u16 = 118;

/// Where the checklist stands.
#[derive(Debug, Clone, Default)]
pub struct Assess {
    at: usize,
    top: usize,
    page: usize,
    grade: Grade,
}

impl Tab for Assess {
    fn choose(&self, chosen: &mut Chosen) {
        chosen.question = self.question();
        chosen.grade = Some(self.grade.code());
    }

    fn obey(&mut self, order: Order, facts: &Facts) -> Obeyed {
        match order {
            Order::Do(Command::Grade) => self.turn_grade(),
            Order::Do(Command::Open) => {
                let target = self.question().map(|question| Target::Evidence(facts.deal.head.no, question));
                return target.map_or(Obeyed::Ignored, Obeyed::Open);
            }
            // An answer was given: on to the next question.
            Order::Do(Command::Say(line)) if line.starts_with("opp answer") => {
                self.set((self.at + 1).min(QUESTIONS.len() - 1));
            }
            Order::Key(key) => {
                let Some(motion) = Motion::of(key) else { return Obeyed::Ignored };
                self.set(motion.from(self.at, QUESTIONS.len(), 5));
            }
            _ => return Obeyed::Ignored,
        }
        Obeyed::Used
    }

    fn fit(&mut self, area: Rect, _facts: &Facts) {
        self.page = usize::from(area.height.saturating_sub(1));
        self.set(self.at);
    }

    /// The questions, the evidence of the one under the cursor below, and the rest beside where there is room.
    fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
        let wide = area.width >= WIDE;
        let left = Rect { width: if wide { area.width * 3 / 5 } else { area.width }, ..area };
        let lines: Vec<(usize, Option<&Question>)> = (0..3)
            .flat_map(|gate| {
                let questions =
                    QUESTIONS.iter().skip(gate * 5).take(5).map(move |question| (gate, Some(question)));
                std::iter::once((gate, None)).chain(questions)
            })
            .collect();
        for ((gate, question), y) in lines.iter().skip(self.top).zip(0..area.height.saturating_sub(1)) {
            let row = Rect { y: left.y + y, height: 1, ..left };
            match (question, facts.judgement.gates.get(*gate)) {
                (Some(question), _) => self.question_line(row, buf, **question, facts, paint),
                (None, Some(sheet)) => gate_line(row, buf, sheet, paint),
                (None, None) => {}
            }
        }
        self.note(left, buf, facts, paint);
        if wide {
            let x = left.width + 2;
            beside(Rect { x: area.x + x, width: area.width - x, ..area }, buf, facts, paint);
        }
    }
}

impl Assess {
    /// The question under the cursor, 1 to 15.
    fn question(&self) -> Option<i64> {
        i64::try_from(self.at + 1).ok()
    }

    fn turn_grade(&mut self) {
        self.grade = match self.grade {
            Grade::Guess => Grade::Told,
            Grade::Told => Grade::Proven,
            Grade::Proven => Grade::Guess,
        };
    }

    fn set(&mut self, at: usize) {
        self.at = at;
        // The head of a gate stays in sight above its first question.
        let line = at + at / 5 + 1;
        let first = if at.is_multiple_of(5) { line - 1 } else { line };
        self.top =
            follow(follow(self.top, first, self.page), line, self.page).min(LINES.saturating_sub(self.page));
    }

    /// Draws the grade of answers to come at the end of the last line; gives the column before it.
    fn pen(&self, area: Rect, buf: &mut Buffer, paint: &Paint) -> u16 {
        let shown = word::PEN.fill(paint.lang, &[&paint.choice(self.grade)]);
        let y = area.height.saturating_sub(1);
        let from = area.width.saturating_sub(u16::try_from(text::width(&shown)).unwrap_or(0) + 2);
        let x = text::put(buf, area, (from, y), "=", paint.theme.key);
        text::put(buf, area, (x + 1, y), &shown, paint.theme.strong);
        from.saturating_sub(2)
    }

    fn question_line(&self, area: Rect, buf: &mut Buffer, asked: Question, facts: &Facts, paint: &Paint) {
        let (theme, lang) = (&paint.theme, paint.lang);
        let here = usize::from(asked.number) == self.at + 1;
        if here {
            text::put(buf, area, (0, 0), theme.glyphs.gutter, theme.gutter);
        }
        let answer = facts.answers.iter().find(|answer| answer.question == i64::from(asked.number));
        let (mark, style) = verdict(answer, paint);
        text::put(buf, area, (2, 0), mark, style);
        let critical = if asked.critical { "*" } else { " " };
        text::put(buf, area, (4, 0), &format!("{:>2}{critical}", asked.number), theme.dim);
        let words = question::asked(asked.number).map(|asked| asked.title.text(lang)).unwrap_or_default();
        let meta = answer.map(|answer| meta(answer, paint)).unwrap_or_default();
        let side = text::width(&meta);
        let room = usize::from(area.width).saturating_sub(8 + side + 1);
        let shown = text::cut(words, room, theme.glyphs.cut);
        let x = text::put(buf, area, (8, 0), &shown, if here { theme.under } else { Style::new() });
        let at = area.width.saturating_sub(u16::try_from(side).unwrap_or(0));
        if let Some(note) = answer.and_then(|answer| answer.note.as_deref()) {
            let room = usize::from(at.saturating_sub(x + 3));
            if room > 8 {
                text::put(buf, area, (x + 2, 0), &text::cut(note, room, theme.glyphs.cut), theme.dim);
            }
        }
        text::put(buf, area, (at, 0), &meta, theme.dim);
    }

    /// The evidence of the question under the cursor, or what counts as evidence.
    fn note(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
        let Some(number) = self.question() else { return };
        let room = usize::from(self.pen(area, buf, paint));
        let answer = facts.answers.iter().find(|answer| answer.question == number);
        let background = super::background::linked(&facts.deal, number);
        let said = answer.and_then(|answer| answer.note.clone()).or(background);
        let help =
            u8::try_from(number).ok().and_then(question::asked).map(|asked| asked.help.text(paint.lang));
        let shown = said.unwrap_or_else(|| help.unwrap_or_default().to_owned());
        let shown = text::cut(&shown, room.saturating_sub(2), paint.theme.glyphs.cut);
        text::put(buf, area, (2, area.height.saturating_sub(1)), &shown, paint.theme.dim);
    }
}

fn verdict(answer: Option<&Answer>, paint: &Paint) -> (&'static str, Style) {
    match answer.map(|answer| answer.verdict) {
        Some(Verdict::Favourable) => ("+", paint.theme.good),
        Some(Verdict::Unfavourable) => ("-", paint.theme.bad),
        Some(Verdict::Unknown) => ("?", paint.theme.warn),
        None => (if paint.theme.glyphs.ascii { "." } else { "·" }, paint.theme.dim),
    }
}

/// Grade, age and who verified an answer.
fn meta(answer: &Answer, paint: &Paint) -> String {
    if answer.verdict == Verdict::Unknown {
        return String::new();
    }
    let days = answer.verified_on.map(|day| (paint.today - day).num_days().max(0));
    let age = days.map(|days| word::AGE_DAYS.fill(paint.lang, &[&days])).unwrap_or_default();
    let by = answer.verified_by.as_deref().unwrap_or_default();
    format!("{} {age} {by}", paint.choice(answer.grade)).trim_end().to_owned()
}

fn gate_line(area: Rect, buf: &mut Buffer, sheet: &GateSheet, paint: &Paint) {
    let (theme, lang) = (&paint.theme, paint.lang);
    let result = gate::result(lang, sheet.result.code());
    let name = gate::name(lang, sheet.gate);
    let head = word::GATE.fill(lang, &[&name, &result, &sheet.score]);
    let style = match sheet.result {
        GateResult::Pass => theme.good,
        GateResult::Closed => theme.bad,
        GateResult::Thin => theme.warn,
        GateResult::Open => Style::new(),
    };
    let room = usize::from(area.width);
    let head = text::cut(&head, room, theme.glyphs.cut);
    let x = text::put(buf, area, (0, 0), &head, style.patch(theme.title));
    let whole: Vec<String> = sheet
        .missing
        .iter()
        .filter(|one| one.question().is_none())
        .map(|one| gate::missing(lang, one.code(), None, &one.facts()))
        .collect();
    // What does not fit whole is left out: the gate's prompt has it all.
    let mut x = x;
    for part in whole.iter().filter(|_| sheet.result != GateResult::Pass) {
        if usize::from(x) + 2 + text::width(part) <= room {
            x = text::put(buf, area, (x + 2, 0), part, theme.dim);
        }
    }
}

/// Flags with their sentences, stage evidence, worth card and people, where there is room beside the questions.
pub fn beside(area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
    let (theme, lang, room) = (&paint.theme, paint.lang, usize::from(area.width));
    let mut lines: Vec<(String, Style)> = Vec::new();
    for one in &facts.judgement.flags {
        let (mark, style) = paint.level(one.level());
        let wrapped = text::wrap(&paint.sentence(one), room.saturating_sub(3));
        for (at, line) in wrapped.into_iter().enumerate() {
            let mark = if at == 0 { mark } else { "  " };
            lines.push((format!("{mark} {line}"), if at == 0 { style } else { Style::new() }));
        }
    }
    if !lines.is_empty() {
        lines.push((String::new(), Style::new()));
    }
    lines.push((word::EVIDENCE.text(lang).to_owned(), theme.title));
    for stage in Stage::ALL {
        for line in text::wrap(&evidence_line(*stage, &facts.judgement, paint), room) {
            lines.push((line, Style::new()));
        }
    }
    let card = worth::worth(&facts.deal);
    lines.push((String::new(), Style::new()));
    lines.push((word::WORTH.fill(lang, &[&card.points, &worth::MOST]), theme.title));
    if !facts.people.is_empty() {
        lines.push((String::new(), Style::new()));
        lines.push((word::PEOPLE_DEAL.text(lang).to_owned(), theme.title));
        for (role, person) in &facts.people {
            let marks = head::marks(role, theme.glyphs.ascii);
            let title = person.title.as_deref().unwrap_or_default();
            lines.push((format!("{marks} {} {title}", person.name), Style::new()));
        }
    }
    for ((line, style), y) in lines.iter().zip(0..area.height) {
        text::put(buf, area, (0, y), &text::cut(line, room, theme.glyphs.cut), *style);
    }
}
