//! What each item of Today is about, and all there is to know of it on a wide screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Entry, lines};
use crate::action::{apart, resolve};
use crate::domain::cadence::Contact;
use crate::domain::choice::Choice;
use crate::domain::flag::{Alarm, Fact};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::todo::Todo;
use crate::domain::visit::{Visit, VisitType};
use crate::domain::warning;
use crate::lang::{Lang, choice, field, flag, hint, noun, odds, today as word, way as way_word};
use crate::store::deals::DealRow;
use crate::store::today::Today;
use crate::store::{Fault, Sheet};
use crate::tui::paint::Paint;
use crate::tui::screen::Sight;
use crate::tui::shape::text;
use crate::tui::theme::Theme;
use crate::tui::way;

/// The items in their order.
pub fn entries(found: &Today, sight: &Sight) -> Result<Vec<Entry>, Fault> {
    let mut entries = Vec::new();
    let lang = sight.desk.lang;
    let paint = Paint::new(lang, Theme::default(), sight.desk.stamp.at);
    for one in found.debrief.iter().chain(&found.visits) {
        entries.push(visit(one, sight)?);
    }
    for one in found.overdue.iter().chain(&found.todos) {
        entries.push(todo(one, sight)?);
    }
    for one in &found.cadence {
        entries.push(account(one, sight));
    }
    for one in &found.deals {
        entries.push(deal(one, sight)?);
    }
    let amount = |row: &DealRow| row.amount.map(|minor| paint.amount(minor, &row.currency));
    for one in &found.to_qualify {
        let mut entry = deal(one, sight)?;
        let facts: Vec<&str> = one.facts().map(|alarm| flag::label(lang, alarm.code())).collect();
        entry.aside = beside(&[amount(one), Some(facts.join(hint::between(lang)))]);
        entries.push(entry);
    }
    if lines::has_more(found) {
        let name = odds::ALL_TO_QUALIFY.fill(lang, &[&found.unqualified]);
        let (aside, more) = (String::new(), Vec::new());
        entries.push(Entry { noun: Noun::Opp, no: 0, name, deal: None, aside, more });
    }
    number_alike(&mut entries, lang);
    Ok(entries)
}

/// Puts the number before what stands beside entries that look the same.
fn number_alike(entries: &mut [Entry], lang: Lang) {
    let shown: Vec<(Noun, String)> = entries.iter().map(|one| (one.noun, one.name.clone())).collect();
    for (entry, is_alike) in entries.iter_mut().zip(apart::alike(&shown)) {
        if is_alike && entry.no > 0 {
            let number = format!("{} {}", noun::name(lang, entry.noun.code()), entry.no);
            entry.aside =
                beside(&[Some(number), Some(entry.aside.clone()).filter(|aside| !aside.is_empty())]);
        }
    }
}

fn linked(sight: &Sight, noun: Noun, id: Option<Id>) -> Result<Option<Sheet>, Fault> {
    Ok(id.map(|id| sight.store.sheet(noun, id)).transpose()?.flatten())
}

/// Names side by side, those that are missing left out.
fn beside(parts: &[Option<String>]) -> String {
    parts.iter().flatten().cloned().collect::<Vec<_>>().join(" · ")
}

/// The fields of a record that say something, with their labels.
fn told(lang: Lang, noun: Noun, fields: &[(&'static str, Option<String>)]) -> Vec<(String, String)> {
    let pair = |(key, text): &(&'static str, Option<String>)| {
        let text = text.as_ref().filter(|text| !text.trim().is_empty())?;
        Some((field::label(lang, noun.code(), key).to_owned(), text.clone()))
    };
    fields.iter().filter_map(pair).collect()
}

fn visit(visit: &Visit, sight: &Sight) -> Result<Entry, Fault> {
    let lang = sight.desk.lang;
    let account = linked(sight, Noun::Account, visit.account)?.map(|sheet| sheet.name);
    let deal = linked(sight, Noun::Opp, visit.opportunity)?.map(|sheet| sheet.name);
    let mut who = Vec::new();
    for id in &visit.who {
        who.extend(linked(sight, Noun::Person, Some(*id))?.map(|sheet| sheet.name));
    }
    let kind = choice::label(lang, VisitType::LIST, visit.r#type.code()).to_owned();
    let named = ["who", "what", "why", "where", "when"];
    let missing: Vec<&str> = named
        .into_iter()
        .zip(visit.ws())
        .filter(|(_, filled)| !filled)
        .map(|(key, _)| field::label(lang, Noun::Visit.code(), key))
        .collect();
    let fields = [
        ("account", account.clone()),
        ("opportunity", deal),
        ("type", Some(kind.clone())),
        ("who", Some(who.join(" · "))),
        ("why", visit.why.clone()),
        ("why_measure", visit.why_measure.clone()),
        ("where", visit.r#where.clone()),
        ("our_team", visit.our_team.clone()),
        ("agenda", visit.agenda.clone()),
    ];
    let mut more = told(lang, Noun::Visit, &fields);
    if !missing.is_empty() {
        more.push((String::new(), word::MISSING.fill(lang, &[&missing.join(" · ")])));
    }
    let name = Some(resolve::name(visit)).filter(|name| !name.is_empty()).unwrap_or(kind);
    let aside = beside(&[account, visit.r#where.clone()]);
    Ok(Entry { noun: Noun::Visit, no: visit.head.no, name, deal: None, aside, more })
}

fn todo(todo: &Todo, sight: &Sight) -> Result<Entry, Fault> {
    let lang = sight.desk.lang;
    let account = linked(sight, Noun::Account, todo.account)?.map(|sheet| sheet.name);
    let deal = linked(sight, Noun::Opp, todo.opportunity)?;
    let person = linked(sight, Noun::Person, todo.person)?.map(|sheet| sheet.name);
    let of = deal.as_ref().map(|sheet| sheet.name.clone());
    let fields = [
        ("account", account.clone()),
        ("opportunity", of.clone()),
        ("person", person),
        ("waiting_on", todo.waiting_on.clone()),
        ("owner", todo.owner.clone()),
        ("tags", todo.tags.clone()),
        ("notes", todo.notes.clone()),
    ];
    let mut more = told(lang, Noun::Todo, &fields);
    if todo.carried > 0 {
        more.push((String::new(), word::CARRIED.fill(lang, &[&todo.carried])));
    }
    let (name, aside) = (todo.title.clone(), beside(&[of.or(account)]));
    let deal = deal.map(|sheet| sheet.no);
    Ok(Entry { noun: Noun::Todo, no: todo.head.no, name, deal, aside, more })
}

fn account(contact: &Contact, sight: &Sight) -> Entry {
    let account = &contact.account;
    let lang = sight.desk.lang;
    let mut more = Vec::new();
    for one in warning::warnings(account, contact.rhythm, sight.desk.stamp.today()) {
        let facts: Vec<Vec<String>> = one.facts().into_iter().map(|fact| vec![fact]).collect();
        more.push((String::new(), flag::sentence(lang, one.code(), &facts)));
        more.push((way_word::LABEL.text(lang).to_owned(), way::of_account(lang, one).to_owned()));
    }
    let last = account.last_contact_on.map(|day| day.to_string());
    let aside = beside(&[account.owner.clone(), last]);
    let no = account.head.no;
    Entry { noun: Noun::Account, no, name: account.name.clone(), deal: None, aside, more }
}

fn deal(row: &DealRow, sight: &Sight) -> Result<Entry, Fault> {
    let (lang, no) = (sight.desk.lang, row.place.no);
    let worst = row.flags.first().and_then(|code| Alarm::from_code(code));
    let aside = worst.map(|alarm| flag::label(lang, alarm.code()).to_owned());
    let aside = beside(&[aside, row.account.clone()]);
    let mut more = Vec::new();
    if let Some(deal) = sight.store.get::<Opportunity>(no)? {
        let judged = sight.store.judgement(&deal, sight.desk.stamp.today())?;
        for one in &judged.flags {
            let facts: Vec<Vec<String>> = one.facts.iter().map(Fact::items).collect();
            let code = one.alarm.code();
            more.push((String::new(), flag::sentence(lang, code, &facts)));
            let way = way::from_list(lang, one.alarm, &deal, &judged);
            more.push((way_word::LABEL.text(lang).to_owned(), way));
        }
    }
    Ok(Entry { noun: Noun::Opp, no, name: row.title.clone(), deal: Some(no), aside, more })
}

/// Draws all there is to know of an item.
pub fn view(entry: &Entry, area: Rect, buf: &mut Buffer, paint: &Paint) {
    let room = usize::from(area.width);
    let mut lines: Vec<(String, Style)> =
        text::wrap(&entry.name, room).into_iter().map(|line| (line, paint.theme.title)).collect();
    if !entry.aside.is_empty() {
        lines.push((text::cut(&entry.aside, room, paint.theme.glyphs.cut), paint.theme.dim));
    }
    lines.push((String::new(), Style::new()));
    for (label, told) in &entry.more {
        let is_way = label == way_word::LABEL.text(paint.lang);
        let style = if is_way { paint.theme.key } else { Style::new() };
        let said = if label.is_empty() { told.clone() } else { word::MEND.fill(paint.lang, &[label, told]) };
        lines.extend(text::wrap(&said, room).into_iter().map(|line| (line, style)));
    }
    for ((line, style), y) in lines.iter().zip(0..area.height) {
        text::put(buf, area, (0, y), line, *style);
    }
}
