//! What speaks for a visit when a month is planned, in points of need.

use serde::Deserialize;

numbers! {
    /// What speaks for a visit when a month is planned (V5), in points of need.
    Plan {
        /// So many days before a month's end the next one is planned.
        near_days: u16 = 10,
        /// A rhythm is agreed, and nobody was ever met.
        never: u16 = 40,
        /// The rhythm of contacts was missed.
        overdue: u16 = 30,
        /// The next contact falls into the time until the month's end.
        due: u16 = 15,
        /// The customer is of tier A.
        tier_a: u16 = 20,
        /// The customer is of tier B.
        tier_b: u16 = 10,
        /// The deal is to close by the month's end.
        closing: u16 = 40,
        /// It is to close within `soon_days` after that.
        soon: u16 = 20,
        /// How many days after the month's end are soon.
        soon_days: u16 = 30,
        /// A question nobody has answered; a critical one counts by its weight.
        unknown: u16 = 4,
        /// A question that is only guessed.
        guessed: u16 = 2,
        /// An answer that has aged.
        decayed: u16 = 1,
        /// All questions of a deal together at most.
        questions: u16 = 30,
        /// What needs a visit less than this is not proposed.
        least: u16 = 20,
        /// How many visits are proposed at most.
        most: u16 = 40,
    }
}
