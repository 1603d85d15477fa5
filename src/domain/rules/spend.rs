//! What a deal may cost, and what an hour of ours does.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

/// What a deal may cost.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Spend {
    /// The share of the weighted margin that costs may reach, in percent.
    pub stop_loss: u16,
    /// What an hour of ours costs by currency, in major units; hours in any other currency cost nothing.
    #[serde(deserialize_with = "rates")]
    pub hour: BTreeMap<String, u32>,
}

/// What an hour costs where a file does not say it.
const HOUR: [(&str, u32); 4] = [("CNY", 500), ("EUR", 90), ("JPY", 12_000), ("USD", 100)];

impl Default for Spend {
    fn default() -> Self {
        Self { stop_loss: 30, hour: HOUR.map(|(currency, rate)| (currency.to_owned(), rate)).into() }
    }
}

/// Rates that are named replace ours; the others stay.
fn rates<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, u32>, D::Error> {
    let mut all = Spend::default().hour;
    all.extend(BTreeMap::<String, u32>::deserialize(from)?);
    Ok(all)
}
