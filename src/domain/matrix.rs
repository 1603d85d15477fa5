//! The decision factors of a deal against us and its rivals: who fits what, and where we lead or lag (D2, D13).

use super::factor::Factor;
use super::id::Id;
use super::rival::{Competitor, Rival};

/// The rank down to which a factor counts among the top.
pub const TOP: i64 = 3;

/// A rival of a deal with what is known of the company.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Contender {
    /// How it stands in the deal.
    pub rival: Rival,
    /// The company.
    pub competitor: Competitor,
}

/// One factor with how well each vendor fits it, −2 to +2; nothing where it is not known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The factor.
    pub factor: Factor,
    /// How well we fit.
    pub ours: Option<i64>,
    /// How well each rival fits, in the matrix's order.
    pub theirs: Vec<Option<i64>>,
}

/// The factors by rank, against us and the rivals.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    /// The rivals, the greatest threat first.
    pub rivals: Vec<Contender>,
    /// The factors, the weightiest first.
    pub lines: Vec<Line>,
}

/// How we stand at one factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// We fit better than every rival whose fit is known.
    Lead,
    /// The best rival fits as well as we do.
    Level,
    /// A rival fits better.
    Lag,
    /// Our fit, or that of all rivals, is not known.
    Open,
}

impl Standing {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Level => "level",
            Self::Lag => "lag",
            Self::Open => "open",
        }
    }
}

impl Line {
    /// The best fit among the rivals; nothing where none is known.
    pub fn best(&self) -> Option<i64> {
        self.theirs.iter().flatten().max().copied()
    }

    /// How we stand.
    pub fn standing(&self) -> Standing {
        match (self.ours, self.best()) {
            (Some(ours), Some(best)) if ours > best => Standing::Lead,
            (Some(ours), Some(best)) if ours == best => Standing::Level,
            (Some(_), Some(_)) => Standing::Lag,
            _ => Standing::Open,
        }
    }

    /// Whether the factor counts: mandatory, or among the top by rank.
    pub fn counts(&self) -> bool {
        self.factor.mandatory || self.factor.rank.is_some_and(|rank| rank <= TOP)
    }
}

impl Matrix {
    /// A matrix of factors and rivals; `fit` tells how well a vendor (nothing for us) fits a factor.
    pub fn of(
        factors: Vec<Factor>,
        rivals: Vec<Contender>,
        fit: impl Fn(Id, Option<Id>) -> Option<i64>,
    ) -> Self {
        let line = |factor: Factor| {
            let id = factor.head.id;
            let theirs = rivals.iter().map(|one| fit(id, Some(one.competitor.head.id))).collect();
            Line { ours: fit(id, None), theirs, factor }
        };
        let lines = factors.into_iter().map(line).collect();
        Self { rivals, lines }
    }

    /// The factors that count, by how we stand at them.
    pub fn counting(&self, standing: Standing) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.counts() && line.standing() == standing)
    }

    /// The rivals that fit a factor better than we do where it counts, with the factor's name.
    pub fn ahead_of_us(&self) -> Vec<(&str, &str)> {
        let mut found = Vec::new();
        for line in self.counting(Standing::Lag) {
            for (rival, fit) in self.rivals.iter().zip(&line.theirs) {
                if fit.is_some_and(|fit| line.ours.is_some_and(|ours| fit > ours)) {
                    found.push((rival.competitor.name.as_str(), line.factor.name.as_str()));
                }
            }
        }
        found
    }

    /// The same as names, each once: the rivals, and the factors they lead on.
    pub fn ahead_names(&self) -> (Vec<String>, Vec<String>) {
        let (mut rivals, mut factors): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for (rival, factor) in self.ahead_of_us() {
            if !rivals.iter().any(|known| known == rival) {
                rivals.push(rival.to_owned());
            }
            if !factors.iter().any(|known| known == factor) {
                factors.push(factor.to_owned());
            }
        }
        (rivals, factors)
    }
}
