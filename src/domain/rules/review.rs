//! How often key accounts are judged again.

use serde::Deserialize;

/// How often key accounts are judged again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KeyReview {
    /// After so many days.
    pub days: u16,
}

impl Default for KeyReview {
    fn default() -> Self {
        Self { days: 90 }
    }
}
