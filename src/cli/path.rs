//! The path to the approver and the coverage gaps of a deal: what `opp path` prints.

use serde_json::{Value as Json, json};

use super::json::{Object, link};
use super::page::{Page, Style};
use super::session::Session;
use super::trouble::Trouble;
use crate::action::resolve;
use crate::domain::choice::Choice;
use crate::domain::coverage::{self, Gap};
use crate::domain::opportunity::Opportunity;
use crate::domain::path::{self, Chain, Link};
use crate::domain::person::{Person, Role, Support};
use crate::domain::web::Bond;
use crate::lang::{choice, decide as word};

/// A deal's people with the paths and gaps among them.
struct Found {
    people: Vec<(Role, Person)>,
    chains: Vec<Chain>,
    gaps: Vec<Gap>,
}

fn find(session: &Session, deal: &Opportunity) -> Result<Found, Trouble> {
    let (store, today) = (&session.store, session.today());
    let people = store.people_of(deal.head.id)?;
    let lines = store.influences(deal.head.id)?;
    let chains = path::paths(&people, &lines, &store.rules, today);
    let gaps = coverage::gaps(&people, &store.rival_names(deal)?, &store.rules, today);
    Ok(Found { people, chains, gaps })
}

/// `opp path`.
pub fn show(session: &Session, page: &mut Page, which: &str) -> Result<(), Trouble> {
    let deal: Opportunity = resolve::record(session.store, which)?;
    if session.json {
        return page.json(&object(session, &deal)?);
    }
    let lang = session.lang();
    let found = find(session, &deal)?;
    for chain in &found.chains {
        let approver = found.name(chain.approver);
        if chain.links.is_empty() {
            page.styled(Style::Head, &word::NO_PATH.fill(lang, &[&approver]))?;
            continue;
        }
        page.styled(Style::Head, &word::PATH_TITLE.fill(lang, &[&approver, &chain.carry()]))?;
        for (at, one) in chain.links.iter().enumerate() {
            let from = chain.from(at).map_or(word::US.text(lang), |from| found.name(from));
            let why = found.why(chain, at, one, session);
            let line = word::LINK.fill(lang, &[&(at + 1), &from, &found.name(one.to), &one.carry, &why]);
            if chain.weakest() == Some(at) {
                page.styled(Style::Alarm, &format!("  {line} · {}", word::WEAKEST_MARK.text(lang)))?;
            } else {
                page.line(&format!("  {line}"))?;
            }
        }
    }
    if !found.gaps.is_empty() {
        page.styled(Style::Head, word::GAPS.text(lang))?;
    }
    for gap in &found.gaps {
        page.line(&format!("  ! {}", word::gap(lang, gap.code(), &gap.facts(&found.people))))?;
    }
    Ok(())
}

/// The path to the first approver, those to all, and the gaps, as JSON.
pub fn object(session: &Session, deal: &Opportunity) -> Result<Object, Trouble> {
    let found = find(session, deal)?;
    let paths = found.chains.iter().map(|chain| found.chain(chain)).collect::<Vec<Json>>();
    let gap = |gap: &Gap| {
        let people: Json = gap.people().iter().map(|place| found.person(Some(*place))).collect();
        let text = word::gap(session.lang(), gap.code(), &gap.facts(&found.people));
        json!({"code": gap.code(), "people": people, "text": text})
    };
    let mut object = Object::default();
    object.push("path", paths.first().cloned());
    object.push("paths", paths);
    object.push("gaps", found.gaps.iter().map(gap).collect::<Json>());
    Ok(object)
}

impl Found {
    fn name(&self, place: usize) -> &str {
        self.people.get(place).map_or("", |(_, person)| person.name.as_str())
    }

    /// How well we know whom a first link leads to; else the bond and the support of who stands before it.
    fn why(&self, chain: &Chain, at: usize, one: &Link, session: &Session) -> String {
        let lang = session.lang();
        let role = |place: usize| self.people.get(place).map(|(role, _)| role);
        let Some(from) = chain.from(at) else {
            let coverage = role(one.to).and_then(|role| role.coverage);
            return coverage.map_or("", |one| choice::label(lang, "coverage", one.code())).to_owned();
        };
        let support = role(from).and_then(|role| role.support);
        let support =
            support.map_or(word::NO_SUPPORT.text(lang), |one| choice::label(lang, Support::LIST, one.code()));
        let bond = word::bond(one.bond.map(Bond::code), one.strength).text(lang);
        word::BOTH.fill(lang, &[&bond, &support])
    }

    fn person(&self, place: Option<usize>) -> Json {
        let found = place.and_then(|place| self.people.get(place));
        let sheet = found.map(|(_, person)| crate::store::Sheet {
            no: person.head.no,
            id: person.head.id,
            name: person.name.clone(),
        });
        link(sheet.as_ref())
    }

    fn chain(&self, chain: &Chain) -> Json {
        let links: Vec<Json> = (0..).zip(&chain.links).map(|(at, one)| self.link(chain, at, one)).collect();
        let weakest = chain.weakest().and_then(|at| links.get(at)).cloned();
        let people: Json = chain.links.iter().map(|one| self.person(Some(one.to))).collect();
        json!({"approver": self.person(Some(chain.approver)), "carry": chain.carry(), "people": people,
            "links": links, "weakest": weakest})
    }

    fn link(&self, chain: &Chain, at: usize, one: &Link) -> Json {
        let strength = one.bond.map(|_| one.strength);
        let bond = one.bond.map_or("contact", Bond::code);
        json!({"from": self.person(chain.from(at)), "to": self.person(Some(one.to)), "carry": one.carry,
            "bond": bond, "strength": strength})
    }
}
