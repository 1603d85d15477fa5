//! What a link of a path to the approver carries.

use serde::Deserialize;

numbers! {
    /// What a link of a path to the approver carries, in percent: our contact, or strength × voice.
    Reach {
        /// We know the person in depth.
        in_depth: u16 = 100,
        /// We met the person several times.
        multiple: u16 = 80,
        /// We met the person briefly.
        brief: u16 = 40,
        /// A line of strength 3.
        strong: u16 = 100,
        /// A line of strength 2.
        medium: u16 = 70,
        /// A line of strength 1, and a report.
        weak: u16 = 40,
        /// The voice of a mentor.
        mentor: u16 = 100,
        /// The voice of a supporter.
        supporter: u16 = 85,
        /// The voice of somebody neutral.
        neutral: u16 = 40,
        /// The voice of somebody whose support is unknown.
        unknown: u16 = 30,
        /// The voice of a non-supporter.
        non_supporter: u16 = 10,
        /// The voice of an enemy.
        enemy: u16 = 0,
    }
}
