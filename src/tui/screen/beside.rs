//! What hangs on a deal, beside its questions where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::background::evidence_line;
use super::deal::Facts;
use super::head;
use crate::domain::choice::Choice;
use crate::domain::stage::Stage;
use crate::domain::worth;
use crate::lang::cockpit as word;
use crate::tui::paint::Paint;
use crate::tui::shape::text;

/// Draws flags with their sentences, stage evidence, worth card and people.
pub fn view(area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
    let (theme, lang, room) = (&paint.theme, paint.lang, usize::from(area.width));
    let mut lines: Vec<(String, Style)> = Vec::new();
    for one in &facts.judgement.flags {
        let (mark, style) = paint.level(facts.judgement.gravity(one));
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
