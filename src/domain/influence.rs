//! Lines of influence between the people of a deal: the informal structure beside the formal one (D11).

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::traits::Name;
use super::value::Kind;

choice! {
    /// What a line between two people says. 影响关系
    Tie in "tie" {
        /// The first one influences the second. 影响
        Influences = "influences",
        /// They work against each other. 冲突
        Conflicts = "conflicts",
        /// They stand together. 结盟
        Allied = "allied",
    }
}

record! {
    /// A line of influence, conflict or alliance from one person to another in a deal. 影响关系
    Influence in Influence {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// Who influences.
        from: Id = Kind::Link(Noun::Person),
        /// Who is influenced.
        to: Id = Kind::Link(Noun::Person),
        /// Influence, conflict or alliance.
        kind: Tie = Kind::Choice(Tie::LIST, Tie::CODES),
        /// 1 weak to 3 strong; nothing counts as 2.
        strength: Option<i64> = Kind::Int(1, 3),
        /// How we know.
        note: Option<String> = Kind::Note,
    }
    name: Name::All(&["from", "to"], " → "),
    columns: &["opportunity", "from", "kind", "to", "strength", "note"],
    hidden: &["opportunity"],
    once: &["opportunity", "from", "to"],
}

impl Influence {
    /// How strong it is, 1 to 3.
    pub fn force(&self) -> i64 {
        self.strength.unwrap_or(2)
    }
}
