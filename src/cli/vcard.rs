//! People as contact cards. Version 3.0: every telephone, Outlook and Google read it, of which some stumble over 4.0,
//! and nothing of a person needs more.

use std::fmt::Write as _;

use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::import::content_line::{escape, fold};
use crate::import::vcard::{EXTRA, carded, is_own, own_name};

/// Chinese family names of two signs, of which the first alone would be taken for one.
const DOUBLE: [&str; 18] = [
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
    "夏侯", "轩辕", "端木", "南宫", "独孤",
];
/// Properties that may be written back as the import kept them: one text each.
const PLAIN: [&str; 8] = ["BDAY", "NICKNAME", "URL", "ROLE", "ANNIVERSARY", "GENDER", "ADR", "TZ"];
/// Those of them that are days, of which the year may be unknown.
const DAYS: [&str; 2] = ["BDAY", "ANNIVERSARY"];

/// A person's card; `account` and `manager` are their names.
pub fn card(person: &Person, account: Option<&str>, manager: Option<(&str, String)>) -> String {
    let mut out = Card(String::new());
    out.raw("BEGIN", "VCARD");
    out.raw("VERSION", "3.0");
    out.raw("UID", &person.head.id.to_string());
    out.text("FN", Some(&person.name));
    let (family, given) = halves(&person.name);
    out.raw("N", &format!("{};{};;;", escape(family), escape(given)));
    let dept = person.dept.as_deref();
    if account.is_some() || dept.is_some() {
        let unit = dept.map(|dept| format!(";{}", escape(dept))).unwrap_or_default();
        out.raw("ORG", &format!("{}{unit}", escape(account.unwrap_or_default())));
    }
    out.text("TITLE", person.title.as_deref());
    out.text("TEL;TYPE=CELL", person.mobile.as_deref());
    out.text("TEL;TYPE=WORK,VOICE", person.phone.as_deref());
    out.text("EMAIL;TYPE=INTERNET,PREF", person.email.as_deref());
    let chat = person.chat_id.as_deref();
    let is_address = chat.is_some_and(|chat| {
        chat.contains(':') && !chat.starts_with("weixin:") && !chat.starts_with("wechat:")
    });
    out.text(if is_address { "IMPP" } else { "X-WECHAT" }, chat);
    if let Some(tags) = &person.tags {
        out.raw("CATEGORIES", &tags.split(',').map(escape).collect::<Vec<_>>().join(","));
    }
    out.text("NOTE", person.notes.as_deref());
    if let Some((name, id)) = manager {
        out.raw("RELATED;TYPE=manager", &format!("urn:uuid:{id}"));
        out.text("X-MANAGER", Some(name));
    }
    own(person, &mut out);
    out.raw("END", "VCARD");
    out.0
}

/// The fields that no card has, and what imports kept.
fn own(person: &Person, out: &mut Card) {
    for field in Person::FIELDS.iter().filter(|field| is_own(field.key, field.kind)) {
        if let Value::Text(text) = (field.get)(person) {
            out.text(&own_name(field.key), Some(&text));
        }
    }
    for (label, text) in &person.extra.0 {
        match property(label, person) {
            Some(name) if name.starts_with("ADR") => out.raw(&name, &format!(";;{};;;;", escape(text))),
            Some(name) if DAYS.iter().any(|day| name.starts_with(day)) => {
                out.text(&name, Some(&carded(text)));
            }
            Some(name) => out.text(&name, Some(text)),
            None => out.raw(EXTRA, &format!("{};{}", escape(label), escape(text))),
        }
    }
}

/// The property that an import kept under this label; nothing where it would not come back to the same place.
fn property(label: &str, person: &Person) -> Option<String> {
    let mut words = label.split(' ');
    let name = words.next()?;
    let types: Vec<&str> = words.collect();
    let is_fax = types.iter().any(|word| matches!(*word, "FAX" | "PAGER"));
    // A second number must not be taken for a first that is not there.
    let is_kept = match name {
        "TEL" => is_fax || (person.mobile.is_some() && person.phone.is_some()),
        "EMAIL" => person.email.is_some(),
        _ => PLAIN.contains(&name),
    };
    is_kept.then_some(())?;
    let is_type = |word: &&str| matches!(*word, "HOME" | "WORK" | "CELL" | "MAIN" | "FAX" | "PAGER");
    types.iter().all(is_type).then_some(())?;
    Some(std::iter::once(name).chain(types).collect::<Vec<_>>().join(";TYPE="))
}

/// Family and given name, as a telephone sorts by them.
fn halves(name: &str) -> (&str, &str) {
    let is_han = |sign: char| matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}');
    if name.chars().all(is_han) {
        let double = DOUBLE.iter().find(|one| name.starts_with(*one) && name.len() > one.len());
        let first = name.chars().next().map_or(0, char::len_utf8);
        return name.split_at_checked(double.map_or(first, |one| one.len())).unwrap_or((name, ""));
    }
    // A Chinese family name stands first, with or without a blank behind it.
    if let Some(halves) =
        name.split_once(' ').filter(|_| name.chars().all(|sign| is_han(sign) || sign == ' '))
    {
        return halves;
    }
    name.rsplit_once(' ').map_or(("", name), |(given, family)| (family, given))
}

/// A card that is being written.
struct Card(String);

impl Card {
    fn raw(&mut self, name: &str, value: &str) {
        let _ = self.0.write_str(&fold(&format!("{name}:{value}")));
    }

    fn text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.raw(name, &escape(value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Desk;
    use crate::action::import::write;
    use crate::domain::account::Account;
    use crate::domain::clean::{clean_line, clean_note};
    use crate::domain::rules::Rules;
    use crate::domain::value::Extra;
    use crate::import::{Options, read};
    use crate::lang::Lang;
    use crate::store::{Origin, Stamp, Store};
    use proptest::prelude::*;

    #[test]
    fn a_name_is_cut_where_its_language_cuts_it() {
        for (name, family, given) in [
            ("张平", "张", "平"),
            ("欧阳修", "欧阳", "修"),
            ("欧阳", "欧", "阳"),
            ("Jonas van Keller", "Keller", "Jonas van"),
            ("Cher", "", "Cher"),
        ] {
            assert_eq!(halves(name), (family, given), "{name}");
        }
    }

    /// A book with what a file holds.
    fn book(cards: &str) -> (Store, [usize; 3]) {
        let mut store = Store::memory(Rules::default()).unwrap();
        let counts = take(&mut store, cards);
        (store, counts)
    }

    fn take(store: &mut Store, cards: &str) -> [usize; 3] {
        let at = "2026-11-23T09:00:00+08:00".parse().unwrap();
        let stamp = Stamp { at, author: "me".into(), origin: Origin::User };
        let desk = Desk { stamp, currency: "CNY".into(), lang: Lang::En };
        let today = desk.stamp.today();
        let (map, map_stage, currency) = (Vec::new(), Vec::new(), "CNY".to_owned());
        let options = Options {
            as_noun: None,
            from: None,
            map,
            map_stage,
            no_limit: false,
            currency,
            today,
            ..Options::default()
        };
        let reading = read(std::sync::Arc::new(cards.to_owned()), &options).unwrap();
        let report = write(store, &desk, &[("x.vcf".into(), reading)], false, &mut |_| ()).unwrap();
        let file = &report.files[0];
        [file.created, file.updated, file.unchanged]
    }

    /// All people as cards.
    fn cards(store: &Store) -> String {
        let one = |person: Person| {
            let account = person.account.and_then(|id| store.by_id::<Account>(id).unwrap());
            let boss = person.reports_to.and_then(|id| store.by_id::<Person>(id).unwrap());
            let boss = boss.as_ref().map(|boss| (boss.name.as_str(), boss.head.id.to_string()));
            card(&person, account.map(|account| account.name).as_deref(), boss)
        };
        store.every::<Person>().unwrap().into_iter().map(one).collect()
    }

    fn shape(store: &Store) -> Vec<(Person, Option<String>, Option<String>)> {
        let people = store.every::<Person>().unwrap();
        let named = |id| people.iter().find(|one| Some(one.head.id) == id).map(|one| one.name.clone());
        let one = |person: &Person| {
            let account = person.account.and_then(|id| store.by_id::<Account>(id).unwrap());
            let (boss, mut plain) = (named(person.reports_to), person.clone());
            (plain.account, plain.reports_to, plain.external_id) = (None, None, None);
            plain.head = crate::domain::record::Head::default();
            (plain, account.map(|account| account.name), boss)
        };
        people.iter().map(one).collect()
    }

    fn line() -> impl Strategy<Value = Option<String>> {
        let text = prop_oneof!["\\PC{0,40}", "[a-z;,:\\\\\"张王 ]{1,90}"];
        proptest::option::of(text.prop_map(|text| clean_line(&text).into_owned()))
            .prop_map(|text| text.filter(|text| !text.trim_matches(';').is_empty()))
    }

    fn extra() -> impl Strategy<Value = Extra> {
        let label = prop_oneof![
            Just("ADR HOME".to_owned()),
            Just("BDAY".to_owned()),
            Just("TEL WORK 2".to_owned()),
            Just("TEL WORK".to_owned()),
            Just("TEL HOME FAX".to_owned()),
            Just("EMAIL WORK".to_owned()),
            "[A-Z]{1,9} [0-9]",
            "[a-z张:;,]{1,9}"
        ];
        let text = "[\\PC\n]{1,60}".prop_map(|text| clean_note(&text).into_owned());
        let text = text.prop_filter("it says something", |text| !text.trim_matches(';').is_empty());
        proptest::collection::btree_map(label, text, 0..4).prop_map(Extra)
    }

    fn anyone() -> impl Strategy<Value = Person> {
        let name = line().prop_map(|name| name.unwrap_or_else(|| "张平".to_owned()));
        let fields = (name, line(), line(), line(), line(), line(), line(), line());
        (fields, extra(), line(), proptest::option::of(1_i32..9000)).prop_map(
            |((name, title, dept, phone, mobile, email, chat_id, owner), extra, notes, day)| Person {
                name,
                title,
                dept,
                phone,
                mobile,
                email,
                chat_id,
                owner,
                notes,
                left_on: day.and_then(chrono::NaiveDate::from_epoch_days),
                extra,
                ..Person::default()
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_is_exported_is_imported_as_the_same_people(people in proptest::collection::vec(anyone(), 1..4)) {
            let mut store = Store::memory(Rules::default()).unwrap();
            let stamp = Stamp {
                at: "2026-11-22T09:00:00+08:00".parse().unwrap(),
                author: "me".into(),
                origin: Origin::User,
            };
            store.transact::<_, crate::store::Fault>(&stamp, "fill", |tx| {
                let mut firm = Account { name: "Ac, me; 长安".into(), ..Account::default() };
                tx.save(&mut firm)?;
                let mut boss = None;
                for mut person in people {
                    (person.account, person.reports_to) = (Some(firm.head.id), boss);
                    tx.save(&mut person)?;
                    boss = Some(person.head.id);
                }
                Ok(())
            }).unwrap();
            let written = cards(&store);
            let (other, counts) = book(&written);
            let count = shape(&store).len();
            prop_assert_eq!(counts, [count, 0, 0]);
            prop_assert_eq!(shape(&other), shape(&store), "{}", written);
            prop_assert_eq!(take(&mut store, &written), [0, 0, count], "{}", written);
        }
    }
}
