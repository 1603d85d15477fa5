//! A deal's background: flags in full, stage evidence, worth, the eleven fields, compelling event, money.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::deal::Facts;
use super::head;
use super::tab::Tab;
use super::{Obeyed, Order};
use crate::domain::background::{BLOCKS, text_of};
use crate::domain::choice::Choice;
use crate::domain::evidence::Proof;
use crate::domain::judge::Judgement;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::stage::Stage;
use crate::domain::value::{Kind, Value};
use crate::domain::worth;
use crate::lang::{background as word, choice, cockpit, field, gate, question};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::detail::{Detail, Entry};
use crate::tui::way;

/// The four items that a stage must show, each met, unmet or unknown.
pub fn evidence_line(stage: Stage, judgement: &Judgement, paint: &Paint) -> String {
    let items = judgement.evidence.iter().filter(|item| item.stage == stage);
    let items: Vec<String> = items
        .map(|item| {
            let mark = match item.proof {
                Proof::Met => "+",
                Proof::Unmet => "-",
                Proof::Unknown => "?",
            };
            format!("{mark} {}", question::evidence(paint.lang, item.evidence.code()))
        })
        .collect();
    cockpit::OF.fill(paint.lang, &[&choice::label(paint.lang, Stage::LIST, stage.code()), &items.join("  ")])
}

/// Where the background tab stands.
#[derive(Debug, Clone, Default)]
pub struct Background {
    detail: Detail,
}

impl Tab for Background {
    fn obey(&mut self, order: Order, _facts: &Facts) -> Obeyed {
        match order {
            Order::Key(key) if self.detail.press(key) != Outcome::Ignored => Obeyed::Used,
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect, facts: &Facts) {
        let paint = Paint::plain();
        self.detail.fit(area, &entries(facts, &paint));
    }

    fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
        self.detail.view(area, buf, &entries(facts, paint), &paint.theme);
    }
}

fn entries(facts: &Facts, paint: &Paint) -> Vec<Entry> {
    let lang = paint.lang;
    let mut entries = Vec::new();
    for one in &facts.judgement.flags {
        let (mark, style) = paint.level(facts.judgement.gravity(one));
        entries.push(Entry::Text(format!("{mark} {}", paint.sentence(one)), style));
        let way = way::inside(lang, one.alarm, &facts.deal, &facts.judgement);
        entries.push(Entry::Text(format!("   {way}"), paint.theme.dim));
    }
    if !entries.is_empty() {
        entries.push(Entry::Gap);
    }
    entries.push(Entry::Head(cockpit::EVIDENCE.text(lang).to_owned()));
    for stage in Stage::ALL {
        entries.push(Entry::Text(evidence_line(*stage, &facts.judgement, paint), Style::new()));
    }
    entries.push(Entry::Gap);
    worth_card(facts, paint, &mut entries);
    for (block, title) in BLOCKS.iter().zip([word::BUSINESS, word::PROJECT, word::DRIVERS]) {
        entries.push(Entry::Head(title.text(lang).to_owned()));
        for (key, number) in *block {
            let label = field::label(lang, "opp", key);
            let value = text_of(&facts.deal, key).unwrap_or_else(|| word::EMPTY.text(lang).to_owned());
            entries.push(Entry::Pair(word::FIELD.fill(lang, &[&label, number]), value, Style::new()));
        }
        entries.push(Entry::Gap);
    }
    if !facts.signs.is_empty() {
        let signs: Vec<&str> = facts.signs.iter().map(|sign| gate::sign(lang, sign.code())).collect();
        entries.push(Entry::Head(word::PROFILE.text(lang).to_owned()));
        entries.push(Entry::Text(signs.join(" · "), Style::new()));
        entries.push(Entry::Gap);
    }
    rest(&facts.deal, paint, &mut entries);
    people(facts, paint, &mut entries);
    entries
}

fn worth_card(facts: &Facts, paint: &Paint, entries: &mut Vec<Entry>) {
    let lang = paint.lang;
    let card = worth::worth(&facts.deal);
    entries.push(Entry::Head(cockpit::WORTH.fill(lang, &[&card.points, &worth::MOST])));
    for key in ["worth_short", "worth_future", "worth_profit", "worth_risk", "worth_strategic"] {
        let value =
            Opportunity::field(key).map(|field| (field.get)(&facts.deal)).and_then(|value| value.as_int());
        let shown = value.map_or_else(|| word::EMPTY.text(lang).to_owned(), |points| points.to_string());
        entries.push(Entry::Pair(field::label(lang, "opp", key).to_owned(), shown, Style::new()));
    }
    entries.push(Entry::Gap);
}

/// Every other field of the deal that says something.
fn rest(deal: &Opportunity, paint: &Paint, entries: &mut Vec<Entry>) {
    entries.push(Entry::Head(word::REST.text(paint.lang).to_owned()));
    let hidden = ["title", "account", "stage", "status", "external_id", "currency"];
    for field in Opportunity::FIELDS {
        let known =
            hidden.contains(&field.key) || field.key.starts_with("bg_") || field.key.starts_with("worth_");
        if known {
            continue;
        }
        if let Some(shown) = shown((field.get)(deal), field.kind, &deal.currency, paint) {
            let label = field::label(paint.lang, "opp", field.key).to_owned();
            entries.push(Entry::Pair(label, shown, Style::new()));
        }
    }
    for (label, value) in &deal.extra.0 {
        entries.push(Entry::Pair(label.clone(), value.clone(), paint.theme.dim));
    }
    entries.push(Entry::Gap);
}

fn people(facts: &Facts, paint: &Paint, entries: &mut Vec<Entry>) {
    if facts.people.is_empty() {
        return;
    }
    entries.push(Entry::Head(cockpit::PEOPLE_DEAL.text(paint.lang).to_owned()));
    for (role, person) in &facts.people {
        let marks = head::marks(role, paint.theme.glyphs.ascii);
        let title = person.title.clone().unwrap_or_default();
        let roles = role.buying_role.map(|role| paint.choice(role)).unwrap_or_default();
        entries.push(Entry::Pair(
            format!("{marks} {}", person.name),
            format!("{title} {roles}"),
            Style::new(),
        ));
    }
}

/// A field's value for people; nothing where it says nothing.
pub fn shown(value: Value, kind: Kind, currency: &str, paint: &Paint) -> Option<String> {
    let text = match (value, kind) {
        (Value::Null, _)
        | (_, Kind::Extra | Kind::Link(_) | Kind::Links(_))
        | (Value::Int(0), Kind::Int(0, _) | Kind::Flag) => {
            return None;
        }
        (Value::Int(minor), Kind::Money) => crate::domain::money::full(minor, currency),
        (Value::Int(minutes), Kind::Hours) => crate::domain::hours::show(minutes),
        (Value::Int(number), Kind::Percent) => format!("{number}%"),
        (Value::Int(number), _) => number.to_string(),
        (Value::Text(text), Kind::Choice(list, codes) | Kind::Set(list, codes)) => {
            let labels =
                text.split(',').filter_map(|code| codes.iter().copied().find(|known| *known == code));
            labels.map(|code| choice::label(paint.lang, list, code)).collect::<Vec<_>>().join(", ")
        }
        (Value::Text(rule), Kind::Recur) => crate::action::repeat::told(paint.lang, &rule),
        (Value::Text(text), Kind::Moment) => text.replace('T', " "),
        (Value::Text(text), Kind::Date) => text.parse().map_or(text, |day| paint.day(day)),
        (Value::Text(text), _) => text,
    };
    (!text.is_empty()).then_some(text)
}
