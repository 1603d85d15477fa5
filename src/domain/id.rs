//! A record's identity: a UUID, version 7, so that ids sort by birth.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use uuid::{Builder, ContextV7, NoContext, Timestamp, Uuid};

use super::value::{Cell, Misfit, Value};

/// The identity of a record for machines and merging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(Uuid);

std::thread_local! {
    /// Ids of one moment follow each other, so that a long import appends to every index.
    static ORDER: ContextV7 = const { ContextV7::new() };
}

impl Id {
    /// A new id for something born at this instant, in milliseconds since 1970.
    pub fn born_at(millis: u64) -> Self {
        let (seconds, nanos) = split(millis);
        Self(Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, nanos)))
    }

    /// The id of something that a text tells from all else: the same for the same text, on every machine.
    pub fn of(text: &str) -> Self {
        let mut bytes = [0; 16];
        for (byte, digest) in bytes.iter_mut().zip(Sha256::digest(text)) {
            *byte = digest;
        }
        Self(Builder::from_custom_bytes(bytes).into_uuid())
    }

    /// A new id for something born at this instant or, where this thread made later ones already, just after those.
    pub fn after_all(millis: u64) -> Self {
        let (seconds, nanos) = split(millis);
        Self(Uuid::new_v7(ORDER.with(|order| Timestamp::from_unix(order, seconds, nanos))))
    }
}

fn split(millis: u64) -> (u64, u32) {
    (millis / 1000, u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000)
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}

impl Cell for Id {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        let parsed = value.as_text().and_then(|text| text.parse().ok());
        parsed.ok_or(Misfit(value))
    }
}
