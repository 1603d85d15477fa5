//! The worth card: is the deal worth winning? Beside the gates, never one of them (`docs/method.md`, "Worth card").

use super::opportunity::Opportunity;

/// The five ratings of a deal taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorthCard {
    /// The sum of the ratings, of `MOST` points.
    pub points: i64,
    /// The fields that nobody has rated, by key.
    pub unrated: Vec<&'static str>,
}

/// The points of a card with five full ratings.
pub const MOST: i64 = 25;

/// The worth card of a deal.
pub fn worth(opp: &Opportunity) -> WorthCard {
    let ratings = [
        ("worth_short", opp.worth_short),
        ("worth_future", opp.worth_future),
        ("worth_profit", opp.worth_profit),
        ("worth_risk", opp.worth_risk),
        ("worth_strategic", opp.worth_strategic),
    ];
    let rated = |rating: Option<i64>| rating.filter(|points| (1..=5).contains(points));
    WorthCard {
        points: ratings.iter().filter_map(|(_, rating)| rated(*rating)).sum(),
        unrated: ratings.iter().filter(|(_, rating)| rated(*rating).is_none()).map(|(key, _)| *key).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_adds_what_is_rated_and_names_what_is_not() {
        let opp = Opportunity { worth_short: Some(4), worth_risk: Some(2), ..Opportunity::default() };
        let card = worth(&opp);
        assert_eq!((card.points, card.unrated), (6, vec!["worth_future", "worth_profit", "worth_strategic"]));
    }
}
