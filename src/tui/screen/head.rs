//! The head of a deal: what, who, how much, when, how likely, what next, what is wrong.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::deal::Facts;
use crate::domain::choice::Choice;
use crate::domain::stage::Status;
use crate::lang::{cockpit as word, field, flag, odds};
use crate::tui::paint::Paint;
use crate::tui::shape::text;

/// Lines of the head.
pub const HEIGHT: u16 = 3;

/// Draws the head.
pub fn view(area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
    let (deal, theme) = (&facts.deal, &paint.theme);
    let room = usize::from(area.width);
    let stage = stage(facts, paint);
    let side = u16::try_from(text::width(&stage)).unwrap_or(0);
    text::put(buf, area, (area.width.saturating_sub(side), 0), &stage, theme.strong);
    let left = room.saturating_sub(text::width(&stage) + 1);
    // The number is what lines are typed with.
    let number = text::put(buf, area, (0, 0), &format!("{} ", deal.head.no), theme.dim);
    let left = left.saturating_sub(usize::from(number));
    let title = text::cut(&deal.title, left, theme.glyphs.cut);
    let x = text::put(buf, area, (number, 0), &title, theme.title);
    if let Some(account) = &facts.account {
        let shown = text::cut(
            &format!("  {}", account.name),
            left.saturating_sub(usize::from(x - number)),
            theme.glyphs.cut,
        );
        text::put(buf, area, (x, 0), &shown, Style::new());
    }
    text::put(
        buf,
        area,
        (0, 1),
        &text::cut(&money_and_chance(facts, paint), room, theme.glyphs.cut),
        Style::new(),
    );
    flags(area, buf, facts, paint);
}

fn stage(facts: &Facts, paint: &Paint) -> String {
    let deal = &facts.deal;
    if deal.status != Status::Open {
        return paint.choice(deal.status).to_owned();
    }
    let days = deal.stage_since.map(|since| (paint.today - since).num_days().max(0));
    match days {
        Some(days) => word::IN_STAGE.fill(paint.lang, &[&days, &paint.choice(deal.stage)]),
        None => paint.choice(deal.stage).to_owned(),
    }
}

/// Amount, close date, both probabilities.
pub fn money_and_chance(facts: &Facts, paint: &Paint) -> String {
    let (deal, lang) = (&facts.deal, paint.lang);
    let amount = deal
        .amount
        .map_or(word::NO_AMOUNT.text(lang).to_owned(), |minor| paint.amount(minor, &deal.currency));
    let closes = if deal.status == Status::Open { word::CLOSES_ON } else { word::CLOSED_ON };
    let closes = deal
        .close_on
        .map_or(word::NO_CLOSE.text(lang).to_owned(), |day| closes.fill(lang, &[&paint.day(day)]));
    let points = facts.judgement.parts.iter().map(|part| part.points).enumerate();
    let sum: String = points
        .map(|(at, points)| match (at, points) {
            (0, _) | (_, ..0) => points.to_string(),
            (_, 0) => String::new(),
            _ => format!("+{points}"),
        })
        .collect();
    if deal.status != Status::Open {
        return ended(facts, [amount, closes], paint);
    }
    let chance = match facts.judgement.p_calc {
        Some(p_calc) => word::SUM_OF.fill(lang, &[&p_calc, &sum]),
        None => odds::BLANK.text(lang).to_owned(),
    };
    let own =
        deal.p_rep.map_or(word::REP_SILENT.text(lang).to_owned(), |own| word::REP_SAYS.fill(lang, &[&own]));
    [amount, closes, chance, own].join(" · ")
}

/// Of a closed deal: why it ended, and who was against us.
fn ended(facts: &Facts, before: [String; 2], paint: &Paint) -> String {
    let told = ["close_reason", "rival"].into_iter().filter_map(|key| {
        let text = if key == "rival" { &facts.deal.rival } else { &facts.deal.close_reason };
        let label = field::label(paint.lang, "opp", key);
        text.as_ref().map(|text| word::OF.fill(paint.lang, &[&label, text]))
    });
    before.into_iter().chain(told).collect::<Vec<_>>().join(" · ")
}

/// What is done next and by when.
pub fn next_step(facts: &Facts, paint: &Paint) -> String {
    match (facts.deal.next_step.clone(), facts.deal.next_on) {
        (Some(step), Some(day)) => word::BY_DAY.fill(paint.lang, &[&step, &paint.day(day)]),
        (Some(step), None) => step,
        (None, Some(day)) => paint.day(day),
        (None, None) => word::NO_NEXT.text(paint.lang).to_owned(),
    }
}

fn flags(area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
    let (deal, theme, lang) = (&facts.deal, &paint.theme, paint.lang);
    if deal.status != Status::Open {
        // Nothing comes next: what was learnt stands there.
        let lesson =
            text::cut(deal.lesson.as_deref().unwrap_or_default(), usize::from(area.width), theme.glyphs.cut);
        text::put(buf, area, (0, 2), &lesson, theme.dim);
        return;
    }
    let step = next_step(facts, paint);
    let step = text::cut(&step, usize::from(area.width) / 2, theme.glyphs.cut);
    let mut x = text::put(buf, area, (0, 2), theme.glyphs.arrow, theme.dim);
    x = text::put(buf, area, (x + 1, 2), &step, Style::new());
    let mut hidden = 0;
    for one in &facts.judgement.flags {
        let (mark, style) = paint.level(facts.judgement.gravity(one));
        let label = format!("{} {}", mark.trim_end(), flag::label(lang, one.alarm.code()));
        let width = u16::try_from(text::width(&label)).unwrap_or(0);
        if x + width + 7 > area.width {
            hidden += 1;
            continue;
        }
        x = text::put(buf, area, (x + 2, 2), &label, style);
    }
    if hidden > 0 {
        text::put(buf, area, (x + 2, 2), &format!("+{hidden}"), theme.warn);
    }
    if facts.judgement.flags.is_empty() && deal.status == Status::Open {
        text::put(buf, area, (x + 2, 2), word::NO_FLAGS.text(lang), theme.good);
    }
}

/// The marks of a person in a deal: buying role, adaptability, support, coverage.
pub fn marks(role: &crate::domain::person::Role, ascii: bool) -> String {
    use crate::domain::person::{Adaptability, BuyingRole, Coverage, Support};
    use crate::lang::choice::mark;
    let one = |list: &str, code: Option<&'static str>| {
        let found = code.and_then(|code| mark(list, code));
        found.map_or("·", |(plain, simple)| if ascii { simple } else { plain })
    };
    let dot = if ascii { "." } else { "·" };
    let marks = [
        one(BuyingRole::LIST, role.buying_role.map(Choice::code)),
        one(Adaptability::LIST, role.adaptability.map(Choice::code)),
        one(Support::LIST, role.support.map(Choice::code)),
        one(Coverage::LIST, role.coverage.map(Choice::code)),
    ];
    marks.iter().map(|mark| if *mark == "·" { dot } else { mark }).collect()
}
