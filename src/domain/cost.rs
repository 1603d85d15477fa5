//! What a deal has cost us so far (R1).

use chrono::NaiveDate;

use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::traits::Name;
use super::value::Kind;

record! {
    /// Hours and money spent on a deal. 销售投入
    Cost in Cost {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// The day.
        on_day: Option<NaiveDate> = Kind::Date,
        /// Time of our people, in minutes.
        hours: Option<i64> = Kind::Hours,
        /// Money, in minor units.
        amount: Option<i64> = Kind::Money,
        /// The currency of the money.
        currency: String = Kind::Currency,
        /// For what.
        note: Option<String> = Kind::Line,
    }
    name: Name::First(&["note", "on_day"]),
    columns: &["opportunity", "on_day", "hours", "amount", "currency", "note"],
    form: &["on_day", "hours", "amount", "currency", "note"],
    hidden: &["opportunity"],
    today: &["on_day"],
    is_priced: true,
}
