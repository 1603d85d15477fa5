//! A deal's factors and rivals, as JSON and as a part of its sheet.

use serde_json::{Value as Json, json};

use super::json::{self, Object};
use super::page::{Page, Style};
use super::session::Session;
use super::show::every;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::flag::Fact;
use crate::domain::matrix::{Contender, Line, Matrix};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::outlook::outlook;
use crate::domain::strategy::warnings;
use crate::lang::{choice, compete as word};

/// Adds the factors, each with its fits, and the rivals.
pub fn push(session: &Session, found: &Opportunity, object: &mut Object) -> Result<(), Trouble> {
    let matrix = session.store.matrix(found.head.id)?;
    object.push("factors", every(&matrix.lines, |line| factor(session, &matrix, line))?);
    object.push("rivals", every(&matrix.rivals, |one| rival(session, one))?);
    let against: Json = against(session, found, &matrix)
        .into_iter()
        .map(|(code, text)| json!({"code": code, "text": text}))
        .collect();
    object.push("strategy_warnings", against);
    Ok(())
}

/// What speaks against our strategy: code and sentence.
fn against(session: &Session, found: &Opportunity, matrix: &Matrix) -> Vec<(&'static str, String)> {
    let case = Case { matrix, ..Case::bare(found) };
    let warned = warnings(found.our_strategy, &case, session.today(), &session.store.rules);
    let told = warned.iter().map(|one| {
        let facts: Vec<_> = one.facts.iter().map(Fact::items).collect();
        (one.caution.code(), word::caution(session.lang(), one.caution.code(), &facts))
    });
    told.collect()
}

/// A factor with the fit of us and of each rival; nothing where it is not known.
fn factor(session: &Session, matrix: &Matrix, line: &Line) -> Result<Object, Trouble> {
    let mut object = json::record(session, &line.factor)?;
    let mut fits = vec![json!({"competitor": null, "fit": line.ours})];
    for (one, fit) in matrix.rivals.iter().zip(&line.theirs) {
        let company = session.sheet(Noun::Competitor, one.competitor.head.id)?;
        fits.push(json!({"competitor": json::link(company.as_ref()), "fit": fit}));
    }
    object.push("fits", fits);
    Ok(object)
}

fn rival(session: &Session, one: &Contender) -> Result<Object, Trouble> {
    let mut object = json::record(session, &one.rival)?;
    object.push("strengths", one.competitor.strengths.clone());
    object.push("weaknesses", one.competitor.weaknesses.clone());
    Ok(object)
}

/// The factors against us and the rivals, what follows from them, the rivals, what speaks against our strategy.
pub fn sheet(session: &Session, page: &mut Page, found: &Opportunity) -> Result<(), Trouble> {
    let matrix = session.store.matrix(found.head.id)?;
    if !matrix.lines.is_empty() {
        factors(session, page, &matrix)?;
    }
    if !matrix.rivals.is_empty() {
        rivals(session, page, &matrix)?;
    }
    for (_, text) in against(session, found, &matrix) {
        page.line(&format!("  ! {text}"))?;
    }
    Ok(())
}

fn factors(session: &Session, page: &mut Page, matrix: &Matrix) -> Result<(), Trouble> {
    let lang = session.lang();
    page.line("")?;
    page.styled(Style::Head, word::FACTORS_HEAD.text(lang))?;
    let mut heads = vec![("", Lie::Right), ("", Lie::Left), (word::US.text(lang), Lie::Right)];
    heads.extend(matrix.rivals.iter().map(|one| (one.competitor.name.as_str(), Lie::Right)));
    heads.push(("", Lie::Left));
    let mut table = Table::new(&heads);
    for line in &matrix.lines {
        let rank = line.factor.rank.map(|rank| rank.to_string()).unwrap_or_default();
        let counts = if line.counts() { "*" } else { " " };
        let fits = std::iter::once(line.ours).chain(line.theirs.iter().copied());
        let mut cells = vec![format!("{rank}{counts}"), line.factor.name.clone()];
        cells.extend(fits.map(|fit| {
            fit.map_or_else(
                || "·".to_owned(),
                |fit| if fit > 0 { format!("+{fit}") } else { fit.to_string() },
            )
        }));
        cells.push(word::standing(lang, line.standing().code()).to_owned());
        table.row(cells);
    }
    table.print(page)?;
    for one in outlook(matrix) {
        let facts: Vec<_> = one.facts.iter().map(Fact::items).collect();
        page.line(&format!("  {}", word::point(lang, one.point.code(), &facts)))?;
    }
    Ok(())
}

fn rivals(session: &Session, page: &mut Page, matrix: &Matrix) -> Result<(), Trouble> {
    let lang = session.lang();
    page.line("")?;
    page.styled(Style::Head, word::RIVALS_HEAD.text(lang))?;
    for Contender { rival, competitor } in &matrix.rivals {
        let threat = rival.threat.map(|threat| format!("{} {threat}/3", word::THREAT.text(lang)));
        let incumbent = rival.incumbent.then(|| word::INCUMBENT.text(lang).to_owned());
        let strategy = rival.strategy.map(|one| choice::label(lang, "strategy", one.code()).to_owned());
        let parts: Vec<String> =
            [Some(competitor.name.clone()), incumbent, threat, strategy].into_iter().flatten().collect();
        page.line(&format!("  {}", parts.join(" · ")))?;
    }
    Ok(())
}
