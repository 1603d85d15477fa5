//! What a form asks of the book while it is filled in: dates in words, records by name, rules of values.

use std::cell::RefCell;

use chrono::Datelike;

use super::entry::Entry;
use super::shape::form::Guide;
use super::shell::Shell;
use crate::action::Desk;
use crate::action::apart;
use crate::action::assign::{self, Unfit};
use crate::action::visit;
use crate::domain::account::Account;
use crate::domain::choice::Choice;
use crate::domain::moment::Moment;
use crate::domain::name;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::stage::Status;
use crate::domain::value::Kind;
use crate::domain::visit::{Visit, VisitResult};
use crate::lang::{cockpit as word, said, visit as told};
use crate::store::{Fault, Store};

/// Most candidates that a link offers.
const OFFERED: usize = 8;

/// Answers a form's questions from the book.
pub struct Clerk<'a> {
    store: &'a Store,
    desk: &'a Desk,
    shell: &'a dyn Shell,
    end: Option<Status>,
    noun: Noun,
    account: Option<i64>,
    /// The deal that is closed.
    deal: Option<i64>,
    /// The visit that is told of.
    told: Option<i64>,
    /// What went wrong with the book while it was asked, of which a list of candidates can say nothing.
    failed: RefCell<Option<Fault>>,
}

impl<'a> Clerk<'a> {
    /// A clerk for a form.
    pub fn new(store: &'a Store, desk: &'a Desk, shell: &'a dyn Shell, entry: &Entry) -> Self {
        let (end, noun, account) = (entry.end(), entry.noun(), entry.account_in(store));
        let (deal, told, failed) = (entry.closes(), entry.tells(), RefCell::default());
        Self { store, desk, shell, end, noun, account, deal, told, failed }
    }

    /// What went wrong with the book meanwhile.
    pub fn failed(self) -> Option<Fault> {
        self.failed.into_inner()
    }

    /// What the book answered; nothing, and the fault noted, where it could not.
    fn heard<T: Default>(&self, answer: Result<T, Fault>) -> T {
        answer.unwrap_or_else(|fault| {
            self.failed.replace(Some(fault));
            T::default()
        })
    }

    /// The account that people are picked from, and those people.
    fn house(&self, account: i64) -> (Option<Account>, Vec<Person>) {
        let account = self.heard(self.store.get::<Account>(account));
        let people = account.as_ref().map(|account| self.heard(self.store.people(account.head.id)));
        (account, people.unwrap_or_default())
    }

    fn kind(&self, key: &str) -> Option<Kind> {
        if key == "next_visit" {
            return Some(Kind::Moment);
        }
        for_noun!(self.noun, R => R::field(key).map(|field| field.kind))
    }

    /// The account's own people, those that match what is typed.
    fn people(&self, account: i64, typed: &str) -> Vec<(String, String)> {
        let (_, people) = self.house(account);
        let mut ranked: Vec<_> = people
            .into_iter()
            .filter_map(|person| name::matches(&person.name, typed).map(|score| (score, person)))
            .collect();
        ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let shown = ranked.into_iter().take(OFFERED);
        shown.map(|(_, person)| (person.head.no.to_string(), person.name)).collect()
    }

    /// Colleagues and owners of open deals that match what is typed, and what is typed.
    fn owners(&self, typed: &str) -> Vec<(String, String)> {
        let reps = self.heard(self.store.find(typed, Some(Noun::Rep), OFFERED));
        let owners = self.heard(self.store.owners());
        let mut ranked: Vec<_> = owners
            .into_iter()
            .filter_map(|owner| name::matches(&owner, typed).map(|score| (score, owner)))
            .collect();
        ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let known =
            reps.into_iter().map(|hit| hit.sheet.name).chain(ranked.into_iter().map(|(_, owner)| owner));
        let mut offered: Vec<(String, String)> = Vec::new();
        for owner in known.chain([typed.trim().to_owned()]) {
            let is_new = |(held, _): &(String, String)| held.to_lowercase() != owner.to_lowercase();
            if offered.len() < OFFERED && offered.iter().all(is_new) {
                offered.push((owner.clone(), owner));
            }
        }
        offered
    }

    /// The rivals of the deal that is closed, then competitors that match what is typed, and what is typed.
    fn rivals(&self, typed: &str) -> Vec<(String, String)> {
        let deal = self.deal.and_then(|no| self.heard(self.store.get::<Opportunity>(no)));
        let matrix = deal.map(|deal| self.heard(self.store.matrix(deal.head.id))).unwrap_or_default();
        let own = matrix.rivals.into_iter().map(|one| one.competitor.name);
        let own = own.filter(|name| name::matches(name, typed).is_some());
        let known = self.heard(self.store.find(typed, Some(Noun::Competitor), OFFERED));
        let mut offered: Vec<(String, String)> = Vec::new();
        let typed = typed.trim().to_owned();
        for one in own.chain(known.into_iter().map(|hit| hit.sheet.name)).chain([typed]) {
            let is_new = |(held, _): &(String, String)| held.to_lowercase() != one.to_lowercase();
            if offered.len() < OFFERED && !one.is_empty() && offered.iter().all(is_new) {
                offered.push((one.clone(), one));
            }
        }
        offered
    }

    /// What is said of a debrief's fields: a visit that lies ahead, and what the result has filled in.
    fn doubt_of_debrief(&self, no: i64, key: &str, value: &dyn Fn(&str) -> String) -> Option<String> {
        let lang = self.desk.lang;
        match key {
            "result" => {
                let when = self.heard(self.store.get::<Visit>(no))?.when?;
                let now = self.desk.stamp.at.naive_local();
                let is_ahead = when.day > now.date()
                    || when.day == now.date() && when.time.is_some_and(|time| time > now.time());
                is_ahead.then(|| told::STILL_AHEAD.fill(lang, &[&when.to_string().replace('T', " ")]))
            }
            "customer_did" => {
                let follows = VisitResult::from_code(&value("result")).and_then(VisitResult::implies);
                let is_so = follows.is_some_and(|did| value(key) == did);
                is_so.then(|| told::AS_RESULT.text(lang).to_owned())
            }
            _ => None,
        }
    }

    fn reasons(&self, typed: &str) -> Vec<(String, String)> {
        let known = self.shell.reasons(self.end, self.desk.lang);
        let fits = known.iter().filter(|reason| name::matches(reason, typed).is_some());
        let mut offered: Vec<(String, String)> =
            fits.map(|reason| (reason.clone(), reason.clone())).collect();
        if !typed.trim().is_empty() {
            offered.push((typed.trim().to_owned(), typed.trim().to_owned()));
        }
        offered
    }
}

impl Guide for Clerk<'_> {
    fn date(&self, key: &str, typed: &str) -> Result<(String, String), String> {
        let days = assign::days(self.store, self.desk);
        let timed = self.kind(key) == Some(Kind::Moment);
        let read = if timed { days.moment(typed) } else { days.day(typed).map(Moment::on) };
        let wanted = if timed { said::WANTED_MOMENT } else { said::WANTED_DATE };
        let moment = read.map_err(|_| wanted.text(self.desk.lang).to_owned())?;
        let names = word::WEEKDAYS.text(self.desk.lang).split(' ');
        let weekday =
            names.into_iter().nth(moment.day.weekday().num_days_from_monday() as usize).unwrap_or_default();
        let iso = moment.to_string();
        Ok((iso.clone(), format!("{weekday} {}", iso.replace('T', " "))))
    }

    fn candidates(&self, key: &str, typed: &str) -> Vec<(String, String)> {
        match key {
            "reason" => return self.reasons(typed),
            "owner" => return self.owners(typed),
            "rival" if self.deal.is_some() => return self.rivals(typed),
            _ => {}
        }
        let Some(Kind::Link(noun) | Kind::Links(noun)) = self.kind(key) else { return Vec::new() };
        let mut offered = if let (Noun::Person, Some(account)) = (noun, self.account) {
            self.people(account, typed)
        } else {
            let hits = self.heard(self.store.find(typed, Some(noun), OFFERED));
            hits.into_iter().map(|hit| (hit.sheet.no.to_string(), hit.sheet.name)).collect()
        };
        let typed = typed.trim();
        let is_known = offered.iter().any(|(_, name)| name.eq_ignore_ascii_case(typed));
        let makes = matches!(
            (noun, self.noun),
            (Noun::Account, Noun::Opp | Noun::Visit)
                | (Noun::Competitor, Noun::Rival)
                | (Noun::Person, Noun::Answer | Noun::Visit)
        );
        if makes && !typed.is_empty() && !is_known {
            offered.push((format!("+{typed}"), word::PICK_NEW.fill(self.desk.lang, &[&typed])));
        }
        offered
    }

    fn apart(&self, key: &str, offered: &[(String, String)]) -> Vec<String> {
        let Some(Kind::Link(noun) | Kind::Links(noun)) = self.kind(key) else { return Vec::new() };
        let shown: Vec<(Noun, String)> = offered.iter().map(|(_, name)| (noun, name.clone())).collect();
        let told = |((value, _), is_alike): (&(String, String), bool)| {
            let no = value.parse().ok().filter(|_| is_alike)?;
            apart::facts(self.store, (self.desk.lang, self.desk.stamp.today()), noun, no).ok()
        };
        offered.iter().zip(apart::alike(&shown)).map(|one| told(one).unwrap_or_default()).collect()
    }

    fn ahead(&self, key: &str) -> Vec<(String, String)> {
        match (key, self.account) {
            ("reason", _) => self.reasons(""),
            ("rival", _) if self.deal.is_some() => self.rivals(""),
            ("who" | "source", Some(account)) => self.people(account, ""),
            _ => Vec::new(),
        }
    }

    fn fault(&self, key: &str, value: &str) -> Option<String> {
        let kind = self.kind(key)?;
        if matches!(kind, Kind::Link(_) | Kind::Links(_)) {
            return None;
        }
        match assign::value(self.store, self.desk, None, kind, value) {
            Err(Unfit::Wanted(wanted)) => Some(wanted.tell(value, self.desk.lang)),
            _ => None,
        }
    }

    fn warning(&self, key: &str, value: &dyn Fn(&str) -> String) -> Option<String> {
        if let Some(no) = self.told {
            return self.doubt_of_debrief(no, key, value);
        }
        let why = value(key);
        if (self.noun, key) != (Noun::Visit, "why") || why.trim().is_empty() {
            return None;
        }
        let (account, people) = self.account.map(|account| self.house(account)).unwrap_or_default();
        let people = people.into_iter().map(|person| person.name);
        let names: Vec<String> = people.chain(account.map(|account| account.name)).collect();
        visit::doubt(self.desk.lang, &why, &value("why_measure"), &names)
    }

    fn missing(&self) -> String {
        said::NEEDED.text(self.desk.lang).to_owned()
    }

    fn unknown(&self) -> String {
        word::FIND_NONE.text(self.desk.lang).to_owned()
    }
}
