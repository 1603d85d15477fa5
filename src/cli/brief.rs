//! `report deal`: one deal on one page, for a review; as text, as Markdown or as JSON.

use super::json::{self, Object};
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use super::{deal, show};
use crate::action::{resolve, sentence};
use crate::domain::choice::Choice;
use crate::domain::decision::Decision;
use crate::domain::improve::{Mend, Weakness};
use crate::domain::judge::Judgement;
use crate::domain::matrix::{Contender, Matrix};
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::lang::{Word, manage as word};
use serde_json::{Value as Json, json};

mod sections;
pub(super) mod write;

/// What the sheet is made of.
struct Facts {
    deal: Opportunity,
    judged: Judgement,
    steps: Vec<Decision>,
    matrix: Matrix,
    weak: Vec<Weakness>,
}

/// One part of the sheet.
pub(super) enum Block {
    /// What the whole is called.
    Title(String),
    /// What a section is called.
    Head(String),
    /// A line of text.
    Line(String),
    /// An item of a list.
    Item(String),
    /// A step of a list, and whether it is done.
    Check(bool, String),
    /// Headings and rows.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// `report deal RECORD`.
pub fn brief(
    session: &Session,
    page: &mut Page,
    which: Option<&str>,
    format: Option<&str>,
) -> Result<(), Trouble> {
    let facts = facts(session, wanted(session, which, (word::NO_RECORD, word::NO_RECORD_HINT))?)?;
    match format {
        Some("json") => page.json(&as_json(session, &facts)?),
        None if session.json => page.json(&as_json(session, &facts)?),
        Some("md") => write::markdown(page, &sections::sections(session, &facts)?),
        _ => write::text(page, &sections::sections(session, &facts)?),
    }
}

/// The record that a report is of; a usage error with these words where none is named.
pub(super) fn wanted<R: Record>(
    session: &Session,
    which: Option<&str>,
    (none, hint): (Word, Word),
) -> Result<R, Trouble> {
    let missing = || Trouble::fixed("usage", session.lang(), none, hint);
    Ok(resolve::record(session.store, which.ok_or_else(missing)?)?)
}

fn facts(session: &Session, deal: Opportunity) -> Result<Facts, Trouble> {
    let (store, today) = (&session.store, session.today());
    let judged = store.judgement(&deal, today)?;
    Ok(Facts {
        steps: store.decisions(deal.head.id)?,
        matrix: store.matrix(deal.head.id)?,
        weak: store.weaknesses(&deal, &judged, today)?,
        judged,
        deal,
    })
}

fn as_json(session: &Session, facts: &Facts) -> Result<Object, Trouble> {
    let mut object = Object::default();
    object.push("as_of", session.today().to_string());
    object.push("deal", Json::from(show::whole_deal(session, &facts.deal)?));
    object.push("decisions", show::every(&facts.steps, |step| json::record(session, step))?);
    object.push("factors", factors(session, &facts.matrix)?);
    object.push("rivals", show::every(&facts.matrix.rivals, |one| json::record(session, &one.rival))?);
    object.push("our_strategy", facts.deal.our_strategy.map(Choice::code));
    object.push("costs", deal::burden(&facts.judged, &facts.deal.currency));
    object.push("improve", facts.weak.iter().map(|one| weakness(session, one)).collect::<Json>());
    Ok(object)
}

fn factors(session: &Session, matrix: &Matrix) -> Result<Json, Trouble> {
    show::every(&matrix.lines, |line| {
        let mut object = json::record(session, &line.factor)?;
        object.push("ours", line.ours);
        let theirs = matrix.rivals.iter().zip(&line.theirs);
        let theirs = theirs.map(
            |(one, fit): (&Contender, &Option<i64>)| json!({"competitor": one.competitor.name, "fit": fit}),
        );
        object.push("theirs", theirs.collect::<Json>());
        Ok(object)
    })
}

fn weakness(session: &Session, one: &Weakness) -> Json {
    let mend = match one.mend {
        Mend::Question(number) => json!({"question": number}),
        Mend::Part(part) => json!({"tab": part.code()}),
        Mend::Field(key) => json!({"field": key}),
        Mend::Visit => json!({"noun": "visit"}),
    };
    json!({"urgency": one.urgency.code(), "code": one.point.code(),
        "text": sentence::weakness(session.lang(), one), "mend": mend})
}
