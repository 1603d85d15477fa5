//! Templates of visits: ours in the person's language and the person's own, and the one that fits a visit.

use crate::domain::account::Account;
use crate::domain::template::{Template, fitting};
use crate::domain::visit::{Visit, VisitType};
use crate::lang::{Lang, template as word};
use crate::store::{Fault, Store};

use super::failure::Mistake;

/// All templates, the person's own before ours; one of the person's own takes the place of ours of that name.
pub fn templates(store: &Store, lang: Lang) -> Vec<Template> {
    let mut all = store.rules.templates.clone();
    let ours =
        [("store", vec![VisitType::Call], word::CHANNEL), ("negotiation", vec![VisitType::Negotiation], &[])];
    for (code, types, accounts) in ours {
        if all.iter().any(|own| own.code == code) {
            continue;
        }
        all.push(Template {
            code: code.to_owned(),
            types,
            accounts: accounts.iter().map(|word| (*word).to_owned()).collect(),
            steps: word::steps(lang, code),
            ..Template::default()
        });
    }
    for one in all.iter_mut().filter(|one| one.title.is_empty()) {
        one.title = word::title(lang, &one.code).map_or_else(|| one.code.clone(), str::to_owned);
    }
    all
}

/// The template that fits a visit, by its type and by the industry and the tags of its account.
pub fn template_for(store: &Store, lang: Lang, visit: &Visit) -> Result<Option<Template>, Fault> {
    let account = visit.account.map(|id| store.by_id::<Account>(id)).transpose()?.flatten();
    let about: Vec<String> =
        account.into_iter().flat_map(|account| [account.industry, account.tags]).flatten().collect();
    Ok(fitting(&templates(store, lang), visit.r#type, &about.join(" · ")).cloned())
}

/// The template of a name: its code, or what people call it.
pub fn named(store: &Store, lang: Lang, typed: &str) -> Result<Template, Mistake> {
    let same = |text: &str| text.to_lowercase() == typed.trim().to_lowercase();
    let all = templates(store, lang);
    let found = all.iter().find(|one| same(&one.code) || same(&one.title));
    found.cloned().ok_or_else(|| {
        let codes = all.iter().map(|one| one.code.clone()).collect();
        Mistake::NoTemplate(typed.to_owned(), codes)
    })
}
