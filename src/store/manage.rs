//! What the tabs Assess and Manage and the deal sheet read beside a deal's judgement: hints and weak points.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Fault, Store, decide, opp};
use crate::domain::case::{Case, Seat};
use crate::domain::hint::{Ground, Hint, held, hints};
use crate::domain::id::Id;
use crate::domain::improve::{Weakness, improve};
use crate::domain::influence::Influence;
use crate::domain::judge::Judgement;
use crate::domain::matrix::Matrix;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;

impl Store {
    /// What is known already beside the questions of a deal, by question.
    pub fn hints(&self, deal: &Opportunity, today: NaiveDate) -> Result<Vec<Hint>, Fault> {
        let id = deal.head.id.to_string();
        let (people, matrix) = (opp::seats(&self.conn, &id)?, decide::matrix(&self.conn, &id)?);
        let lines = self.influences(deal.head.id)?;
        let names = self.names(&people, &matrix, &lines)?;
        let case = Case { people: &people, matrix: &matrix, ..Case::bare(deal) };
        let mut found = hints(&Ground { case: &case, lines: &lines, names: &names, today });
        let asks = opp::asks(&self.conn, &id)?;
        let at = found.iter().position(|one| one.question > 8).unwrap_or(found.len());
        if let Some(held) = held(asks.iter().map(|(no, title)| format!("#{no} {title}")).collect()) {
            found.insert(at, held);
        }
        Ok(found)
    }

    /// The weak points of a deal, worst first.
    pub fn weaknesses(
        &self,
        deal: &Opportunity,
        judged: &Judgement,
        today: NaiveDate,
    ) -> Result<Vec<Weakness>, Fault> {
        let id = deal.head.id.to_string();
        let (given, people) = (opp::given(&self.conn, &id)?, opp::seats(&self.conn, &id)?);
        let (rivals, matrix) = (opp::rivals(&self.conn, &id)?, decide::matrix(&self.conn, &id)?);
        let spent = &judged.burden.spent;
        let case = Case {
            given: &given,
            people: &people,
            rivals: &rivals,
            matrix: &matrix,
            spent,
            ..Case::bare(deal)
        };
        Ok(improve(&case, judged, &self.rules, today))
    }

    /// The names of all whom factors and lines name, also of those without a part in the deal.
    fn names(
        &self,
        people: &[Seat],
        matrix: &Matrix,
        lines: &[Influence],
    ) -> Result<HashMap<Id, String>, Fault> {
        let mut names: HashMap<Id, String> =
            people.iter().map(|seat| (seat.role.person, seat.name.clone())).collect();
        let holders = matrix.lines.iter().flat_map(|line| line.factor.person.iter().copied());
        for id in holders.chain(lines.iter().flat_map(|line| [line.from, line.to])) {
            if !names.contains_key(&id)
                && let Some(sheet) = self.sheet(Noun::Person, id)?
            {
                names.insert(id, sheet.name);
            }
        }
        Ok(names)
    }
}
