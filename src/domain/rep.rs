//! A colleague who owns deals, as a team list of an import knows them.

use super::record::record;
use super::value::{Extra, Kind};

record! {
    /// A colleague who owns deals; `owner` fields name them. 销售
    Rep in Rep {
        /// The name that owner fields carry.
        name: String = Kind::Line,
        /// The manager's name.
        manager: Option<String> = Kind::Line,
        /// The region or office.
        region: Option<String> = Kind::Line,
        /// Mail.
        email: Option<String> = Kind::Line,
        /// Where an import knows the colleague by, as `source:id`.
        external_id: Option<String> = Kind::Line,
        /// Columns of an import without a field here.
        extra: Extra = Kind::Extra,
    }
    columns: &["name", "manager", "region", "email"],
    hidden: &["external_id"],
    found_by: &["name"],
    spelled: &["name"],
    apart: &["region"],
}
