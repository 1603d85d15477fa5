//! The head of the Manage tab: next step, where the deal is, what is ahead, what it has cost.

use ratatui::style::Style;

use super::super::deal::Facts;
use super::super::head;
use super::Manage;
use crate::domain::decision::{Decision, Pace};
use crate::domain::hours;
use crate::domain::spend::Burden;
use crate::domain::stage::Status;
use crate::domain::visit::Visit;
use crate::lang::{Word, manage as word, visit as visits};
use crate::tui::paint::Paint;
use crate::tui::shape::bar::bar;
use crate::tui::shape::text::{self, Align};

/// Lines that the rest of the tab needs at least.
const REST: u16 = 15;
/// Columns of the bar that shows the share of the limit.
const BAR: usize = 8;
/// Most columns of a decision step's name.
const NAME: usize = 24;

/// One line: its label and what it says.
pub struct Line {
    /// The label; empty where the line goes on from the one above.
    pub label: &'static str,
    /// The text.
    pub text: String,
    /// How it looks.
    pub style: Style,
}

impl Manage {
    /// The lines above the weak points, as many as there is room for.
    pub(super) fn course(&self, height: u16, facts: &Facts, paint: &Paint) -> Vec<Line> {
        let mut lines = vec![next_step(facts, paint), place(facts, paint)];
        let room = usize::from(height.saturating_sub(REST)).clamp(1, 8);
        let mut ahead = ahead(&self.ahead, facts, paint);
        if ahead.len() > room {
            let more = word::MORE.fill(paint.lang, &[&(ahead.len() + 1 - room)]);
            ahead.truncate(room - 1);
            ahead.push((more, paint.theme.dim));
        }
        for (at, (text, style)) in ahead.into_iter().enumerate() {
            let label = if at == 0 { word::AHEAD.text(paint.lang) } else { "" };
            lines.push(Line { label, text, style });
        }
        lines.extend(visits(&self.visits, paint));
        lines.extend(costs(facts, height, paint));
        lines
    }
}

fn line(label: Word, text: String, style: Style, paint: &Paint) -> Line {
    Line { label: label.text(paint.lang), text, style }
}

fn next_step(facts: &Facts, paint: &Paint) -> Line {
    let lang = paint.lang;
    let deal = &facts.deal;
    if deal.next_step.is_none() && deal.next_on.is_none() {
        return line(word::NEXT, word::NO_STEP.text(lang).to_owned(), paint.theme.warn, paint);
    }
    let step = head::next_step(facts, paint);
    let Some(days) = deal.next_on.map(|day| (day - paint.today).num_days()) else {
        return line(word::NEXT, step, Style::new(), paint);
    };
    let (far, style) = match days {
        0 => (word::TODAY.text(lang).to_owned(), paint.theme.strong),
        1.. => (word::IN_DAYS.fill(lang, &[&days]), Style::new()),
        _ => (word::OVERDUE.fill(lang, &[&-days]), paint.theme.warn),
    };
    line(word::NEXT, format!("{step} · {far}"), style, paint)
}

fn place(facts: &Facts, paint: &Paint) -> Line {
    let deal = &facts.deal;
    let phase = deal.phase.map_or(word::NO_PHASE.text(paint.lang), |phase| paint.choice(phase));
    let stage = paint.choice(deal.stage);
    let since = deal.stage_since.filter(|_| deal.status == Status::Open);
    let stage = since.map_or(stage.to_owned(), |since| {
        word::IN_STAGE.fill(paint.lang, &[&stage, &(paint.today - since).num_days().max(0)])
    });
    line(word::NOW, format!("{phase} · {stage}"), Style::new(), paint)
}

/// The decision steps that are not done, each with day, name, who and how.
fn ahead(steps: &[Decision], facts: &Facts, paint: &Paint) -> Vec<(String, Style)> {
    if steps.is_empty() {
        return vec![(word::NO_AHEAD.text(paint.lang).to_owned(), paint.theme.dim)];
    }
    let day =
        |step: &Decision| step.due.map_or(word::NO_DAY.text(paint.lang).to_owned(), |day| paint.day(day));
    let days = steps.iter().map(|step| text::width(&day(step))).max().unwrap_or(0);
    let names = steps.iter().map(|step| text::width(&step.name)).max().unwrap_or(0).min(NAME);
    let cut = paint.theme.glyphs.cut;
    let shown = steps.iter().map(|step| {
        let person = facts.people.iter().find(|(role, _)| Some(role.person) == step.person);
        let who = [step.dept.clone(), person.map(|(_, person)| person.name.clone()), step.method.clone()];
        let mut who: Vec<String> = who.into_iter().flatten().collect();
        if step.state == Pace::Running {
            who.insert(0, paint.choice(step.state).to_owned());
        }
        let style =
            if step.due.is_some_and(|day| day < paint.today) { paint.theme.warn } else { Style::new() };
        let (day, name) = (text::pad(&day(step), days, Align::Left, cut), &step.name);
        (format!("{day}  {}  {}", text::pad(name, names, Align::Left, cut), who.join(" · ")), style)
    });
    shown.collect()
}

/// The next visit with its W's, and how many wait for their outcome; nothing where none is open.
fn visits(open: &[Visit], paint: &Paint) -> Option<Line> {
    let lang = paint.lang;
    let dated = || open.iter().filter_map(|visit| visit.when.map(|when| (when, visit)));
    let next = dated().filter(|(when, _)| when.day >= paint.today).min_by_key(|(when, _)| *when);
    let untold = dated().filter(|(when, _)| when.day < paint.today).count();
    let next = next.map(|(when, visit)| {
        let day = format!("{} {}", paint.day(when.day), when.clock());
        visits::NEXT_OF.fill(lang, &[&day.trim_end(), &visit.filled()])
    });
    let untold_said = (untold > 0).then(|| visits::TO_TELL.fill(lang, &[&untold]));
    let said: Vec<String> = [next, untold_said].into_iter().flatten().collect();
    let style = if untold > 0 { paint.theme.warn } else { Style::new() };
    (!said.is_empty()).then(|| line(visits::VISITS, said.join(" · "), style, paint))
}

/// What was spent, and how far that is from the stop-loss line.
fn costs(facts: &Facts, height: u16, paint: &Paint) -> Vec<Line> {
    let (burden, currency, lang) = (&facts.judgement.burden, &facts.deal.currency, paint.lang);
    if burden.spent.is_nothing() {
        let said = word::NO_COST.text(lang).to_owned();
        return vec![line(word::COST, said, paint.theme.dim, paint)];
    }
    let mut parts = Vec::new();
    if burden.spent.minutes > 0 {
        parts.push(word::HOURS.fill(lang, &[&hours::show(burden.spent.minutes)]));
    }
    parts.extend(burden.spent.money.iter().map(|(code, sum)| paint.amount(*sum, code)));
    match burden.rate.filter(|rate| *rate > 0) {
        _ if burden.spent.minutes == 0 => {}
        Some(rate) => {
            let cost = paint.amount(burden.cost, currency);
            parts.push(word::IN_ALL.fill(lang, &[&cost, &paint.short(rate, currency)]));
        }
        None => parts.push(word::NO_RATE.fill(lang, &[currency])),
    }
    let mut lines = vec![line(word::COST, parts.join(" · "), Style::new(), paint)];
    lines.push(limit(burden, facts, paint));
    if let (Some(amount), Some(share), true) = (facts.deal.amount, facts.deal.margin_pct, height > REST + 6) {
        let amount = paint.amount(amount, currency);
        let text = word::MARGIN_OF.fill(lang, &[&share, &amount, &burden.chance]);
        lines.push(Line { label: "", text, style: paint.theme.dim });
    }
    lines
}

fn limit(burden: &Burden, facts: &Facts, paint: &Paint) -> Line {
    let (lang, currency) = (paint.lang, &facts.deal.currency);
    let (Some(margin), Some(limit), Some(share)) = (burden.margin, burden.limit, burden.share()) else {
        return line(word::LINE, word::NO_MARGIN.text(lang).to_owned(), paint.theme.dim, paint);
    };
    let said = word::SHARE
        .fill(lang, &[&share, &paint.amount(margin, currency), &burden.line, &paint.amount(limit, currency)]);
    let style = if burden.is_beyond() { paint.theme.bad } else { Style::new() };
    let size = |amount: i64| u64::try_from(amount).unwrap_or(0);
    let picture = bar(size(burden.cost), size(limit), BAR, &paint.theme.glyphs);
    line(word::LINE, format!("{picture} {said}"), style, paint)
}
