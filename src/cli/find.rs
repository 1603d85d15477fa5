//! Finding anything by words, number or pinyin initials.

use super::json::Object;
use super::list::Array;
use super::page::Page;
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use crate::lang::{cli, field, noun};

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
            object.push("name", hit.sheet.name);
            object.push("account", hit.account);
            array.item(&object)?;
        }
        return array.end();
    }
    if hits.is_empty() {
        return page.line(&cli::NOTHING_FOUND.fill(lang, &[&typed]));
    }
    let mut table = Table::new(&[
        (cli::KIND.text(lang), Lie::Left),
        (cli::NUMBER.text(lang), Lie::Right),
        (field::label(lang, "account", "name"), Lie::Cut),
        (field::label(lang, "opp", "account"), Lie::Cut),
    ]);
    for hit in hits {
        let kind = noun::name(lang, hit.noun.code()).to_owned();
        table.row([kind, hit.sheet.no.to_string(), hit.sheet.name, hit.account.unwrap_or_default()]);
    }
    table.print(page)
}
