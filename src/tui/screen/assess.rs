//! The fifteen questions by gate: one key an answer, with its evidence, grade and age.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::beside;
use super::deal::Facts;
use super::pen::Pen;
use super::tab::Tab;
use super::{Chosen, Obeyed, Order, Sight, Target};
use crate::action::sentence;
use crate::domain::answer::{Answer, Verdict};
use crate::domain::choice::Choice;
use crate::domain::gate::{GateResult, GateSheet};
use crate::domain::hint::Hint;
use crate::domain::question::{QUESTIONS, Question};
use crate::lang::{cockpit as word, gate, hint, question};
use crate::store::Fault;
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
    pen: Pen,
    held: Vec<Answer>,
    hints: Vec<Hint>,
}

impl Tab for Assess {
    fn load(&mut self, sight: &Sight, facts: &Facts) -> Result<(), Fault> {
        self.held.clone_from(&facts.answers);
        self.hints = sight.store.hints(&facts.deal, sight.desk.stamp.today())?;
        Ok(())
    }

    fn point(&mut self, question: u8) {
        self.set(usize::from(question).clamp(1, QUESTIONS.len()) - 1);
    }

    fn choose(&self, chosen: &mut Chosen) {
        chosen.question = self.question();
        let held = self.held.iter().find(|answer| Some(answer.question) == chosen.question);
        chosen.blanks.extend(self.pen.blanks(chosen.question, held));
    }

    fn obey(&mut self, order: Order, facts: &Facts) -> Obeyed {
        match order {
            Order::Do(Command::Grade) => self.pen.turn(self.question()),
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
        let mut is_known_below = false;
        if wide {
            let x = left.width + 2;
            let side = Rect { x: area.x + x, width: area.width - x, ..area };
            let below = self.known_below(side, buf, paint);
            beside::view(Rect { height: side.height - below, ..side }, buf, facts, paint);
            is_known_below = below > 0;
        }
        let known = self.known(paint).filter(|_| !is_known_below);
        self.note(left, buf, facts, known, paint);
    }
}

impl Assess {
    /// The question under the cursor, 1 to 15.
    fn question(&self) -> Option<i64> {
        i64::try_from(self.at + 1).ok()
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
        let shown = word::PEN.fill(paint.lang, &[&paint.choice(self.pen.grade())]);
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

    /// Whether a note stands whole in the line of the question under the cursor.
    fn is_whole(&self, width: u16, note: &str, answer: Option<&Answer>, paint: &Paint) -> bool {
        let asked = u8::try_from(self.at + 1).ok().and_then(question::asked);
        let title = asked.map_or(0, |asked| text::width(asked.title.text(paint.lang)));
        let side = answer.map_or(0, |answer| text::width(&meta(answer, paint)));
        usize::from(width) >= 8 + title + 3 + text::width(note) + side
    }

    /// What is known already beside the question under the cursor.
    fn known(&self, paint: &Paint) -> Option<String> {
        let number = u8::try_from(self.at + 1).ok()?;
        sentence::hints(paint.lang, &self.hints, number)
    }

    /// Draws it at the foot of an area, so that nothing above it moves; gives the lines that are taken.
    fn known_below(&self, area: Rect, buf: &mut Buffer, paint: &Paint) -> u16 {
        let room = usize::from(area.width);
        let Some(known) = self.known(paint) else { return 0 };
        // Of hundreds of people the first few lines are enough.
        let lines = text::wrap(&text::cut(&known, room * 5, paint.theme.glyphs.cut), room);
        let count = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        if count + 2 > area.height / 2 {
            return 0;
        }
        let top = area.height - count - 1;
        let title = hint::TITLE.fill(paint.lang, &[&(self.at + 1)]);
        text::put(buf, area, (0, top), &title, paint.theme.title);
        for (line, y) in lines.iter().zip(top + 1..) {
            text::put(buf, area, (0, y), line, Style::new());
        }
        count + 2
    }

    /// The evidence of the question under the cursor, or what counts as evidence.
    fn note(&self, area: Rect, buf: &mut Buffer, facts: &Facts, known: Option<String>, paint: &Paint) {
        let Some(number) = self.question() else { return };
        let room = usize::from(self.pen(area, buf, paint));
        let answer = facts.answers.iter().find(|answer| answer.question == number);
        let background = crate::domain::background::linked(&facts.deal, number);
        let said = answer.and_then(|answer| answer.note.clone()).or(background);
        let help =
            u8::try_from(number).ok().and_then(question::asked).map(|asked| asked.help.text(paint.lang));
        let help = help.unwrap_or_default().to_owned();
        let room = room.saturating_sub(2);
        let note = answer.and_then(|answer| answer.note.as_deref());
        let shown = match (said, known) {
            (Some(_), Some(known))
                if note.is_some_and(|note| self.is_whole(area.width, note, answer, paint)) =>
            {
                known
            }
            (Some(said), Some(known)) => shared(&said, &known, room, paint),
            (Some(said), None) => said,
            (None, Some(known)) => shared(&known, &help, room, paint),
            (None, None) => help,
        };
        let shown = text::cut(&shown, room, paint.theme.glyphs.cut);
        text::put(buf, area, (2, area.height.saturating_sub(1)), &shown, paint.theme.dim);
    }
}

/// Two texts beside each other; where both do not fit, the first gives way down to a third of the room.
fn shared(first: &str, second: &str, room: usize, paint: &Paint) -> String {
    let between = format!(" {} ", paint.theme.glyphs.bar);
    let left = room.saturating_sub(text::width(second) + text::width(&between)).max(room / 3);
    format!("{}{between}{second}", text::cut(first, left, paint.theme.glyphs.cut))
}

/// The mark of an answer.
pub fn verdict(answer: Option<&Answer>, paint: &Paint) -> (&'static str, Style) {
    match answer.map(|answer| answer.verdict) {
        Some(Verdict::Favourable) => ("+", paint.theme.good),
        Some(Verdict::Unfavourable) => ("-", paint.theme.bad),
        Some(Verdict::Unknown) => ("?", paint.theme.warn),
        None => (if paint.theme.glyphs.ascii { "." } else { "·" }, paint.theme.dim),
    }
}

/// Grade, age and who verified an answer.
pub fn meta(answer: &Answer, paint: &Paint) -> String {
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
