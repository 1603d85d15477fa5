//! What is known of a key account: what speaks for it and against it, why it is one, and the verdicts there were.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::action::changed;
use crate::domain::account::Account;
use crate::domain::key_account::points;
use crate::domain::review::Review;
use crate::lang::review as word;
use crate::store::key_account::KeyAccount;
use crate::tui::paint::Paint;
use crate::tui::shape::text::{self, Align};

/// Tier and level, side by side.
pub fn ranks(account: &Account, paint: &Paint) -> String {
    let tier = account.tier.map(|tier| paint.choice(tier));
    let level = account.relation_level.map(|level| paint.choice(level));
    tier.into_iter().chain(level).collect::<Vec<_>>().join(word::SEPARATOR.text(paint.lang))
}

fn sums(sums: &[(String, i64)], paint: &Paint) -> String {
    sums.iter().map(|(currency, sum)| paint.amount(*sum, currency)).collect::<Vec<_>>().join(" + ")
}

fn verdict(review: &Review, paint: &Paint) -> String {
    let day = review.on_day.map(|day| day.to_string());
    let verdict = review.verdict.map(|verdict| paint.choice(verdict).to_owned());
    let parts = [day, verdict, review.author.clone(), review.reason.clone()];
    let told = parts.into_iter().flatten().collect::<Vec<_>>().join(word::SEPARATOR.text(paint.lang));
    match &review.idea {
        Some(idea) => word::IDEA.fill(paint.lang, &[&told, idea]),
        None => told,
    }
}

/// Labels and texts, in their order.
fn entries(one: &KeyAccount, paint: &Paint) -> Vec<(&'static str, String, Style)> {
    let (lang, theme) = (paint.lang, &paint.theme);
    let (open, won) = (sums(&one.open, paint), sums(&one.won, paint));
    let all = points(&one.account, one.standing, (one.met, one.days), paint.today);
    let side = |is_for: bool| {
        let own = all.iter().filter(|point| point.speaks_for() == is_for);
        let said: Vec<String> = own.map(|point| changed::point(lang, *point, &open, &won)).collect();
        if said.is_empty() {
            word::NOTHING.text(lang).to_owned()
        } else {
            said.join(word::SEPARATOR.text(lang))
        }
    };
    let since = one.account.key_since.map(|day| day.to_string());
    let why = since.into_iter().chain(one.account.key_reason.clone()).collect::<Vec<_>>();
    let mut entries = vec![
        (word::FOR.text(lang), side(true), theme.good),
        (word::AGAINST.text(lang), side(false), theme.warn),
    ];
    if !why.is_empty() {
        entries.push((word::WHY.text(lang), why.join(word::SEPARATOR.text(lang)), Style::new()));
    }
    for (at, review) in one.reviews.iter().enumerate() {
        let label = if at == 0 { word::LOG.text(lang) } else { "" };
        entries.push((label, verdict(review, paint), Style::new()));
    }
    entries
}

/// Draws it, each text wrapped beside its label.
pub fn view(one: &KeyAccount, area: Rect, buf: &mut Buffer, paint: &Paint) {
    let (theme, cut) = (&paint.theme, paint.theme.glyphs.cut);
    let width = usize::from(area.width.saturating_sub(3));
    text::put(buf, area, (2, 1), &text::cut(&one.account.name, width, cut), theme.title);
    let entries = entries(one, paint);
    let labels = entries.iter().map(|(label, ..)| text::width(label)).max().unwrap_or(0) + 2;
    let mut y = 2;
    for (label, told, style) in entries {
        for (at, line) in text::wrap(&told, width.saturating_sub(labels)).into_iter().enumerate() {
            if y >= area.height {
                return;
            }
            let label = text::pad(if at == 0 { label } else { "" }, labels, Align::Left, cut);
            let x = text::put(buf, area, (2, y), &label, theme.label);
            text::put(buf, area, (x, y), &line, style);
            y += 1;
        }
    }
}
