//! Finding anything by words, number or pinyin initials.

use super::json::Object;
use super::list::Array;
use super::page::Page;
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use crate::action::{apart, called};
use crate::domain::noun::Noun;
use crate::lang::{cli, field, noun};
use crate::store::find::Hit;

/// How many hits are shown.
const MOST: usize = 50;

/// `find`.
pub fn find(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let lang = session.lang();
    let typed = said.join(" ");
    let hits = session.store.find(&typed, None, MOST)?;
    if session.json {
        let mut array = Array::begin(page)?;
        for hit in hits {
            let mut object = Object::default();
            object.push("noun", hit.noun.code());
            object.push("no", hit.sheet.no);
            object.push("id", hit.sheet.id.to_string());
            object.push("name", called(lang, hit.noun, &hit.sheet.name));
            object.push("account", hit.account);
            array.item(&object)?;
        }
        return array.end();
    }
    if hits.is_empty() {
        return page.line(&cli::NOTHING_FOUND.fill(lang, &[&typed]));
    }
    let called = |hit: &Hit| (hit.noun, called(lang, hit.noun, &hit.sheet.name));
    let names: Vec<(Noun, String)> = hits.iter().map(called).collect();
    let alike = apart::alike(&names);
    let mut columns = vec![
        (cli::KIND.text(lang), Lie::Left),
        (cli::NUMBER.text(lang), Lie::Right),
        (cli::NAME.text(lang), Lie::Cut),
        (field::label(lang, "opp", "account"), Lie::Cut),
    ];
    // What tells apart what is called the same stands there where something is.
    let is_told = alike.contains(&true);
    columns.extend(is_told.then_some((cli::APART.text(lang), Lie::Left)));
    let mut table = Table::new(&columns);
    let today = session.desk.stamp.today();
    for ((hit, (_, name)), is_alike) in hits.into_iter().zip(names).zip(alike) {
        let kind = noun::name(lang, hit.noun.code()).to_owned();
        let mut cells = vec![kind, hit.sheet.no.to_string(), name, hit.account.unwrap_or_default()];
        if is_alike {
            cells.push(apart::facts(session.store, (lang, today), hit.noun, hit.sheet.no)?);
        } else if is_told {
            cells.push(String::new());
        }
        table.row(cells);
    }
    table.print(page)
}
