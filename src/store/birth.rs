//! A birth as the journal keeps it: what the fields hold as an array, their keys apart, since most births share them.

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use crate::domain::record::Record;
use crate::domain::value::Value;

/// The number and all fields of a record that hold something.
pub struct Birth {
    keys: Vec<&'static str>,
    values: Vec<Json>,
}

impl Birth {
    /// Of a record, whose fields hold these values.
    pub fn of<R: Record>(record: &R, values: Vec<Value>) -> Self {
        let mut birth = Self { keys: vec!["no"], values: vec![Json::from(record.head().no)] };
        for (field, value) in R::FIELDS.iter().zip(values) {
            let value = match value {
                Value::Null => continue,
                Value::Int(number) => Json::from(number),
                Value::Text(text) => Json::from(text),
            };
            birth.keys.push(field.key);
            birth.values.push(value);
        }
        birth
    }

    /// Its keys between blanks.
    pub fn keys(&self) -> String {
        self.keys.join(" ")
    }

    /// What the fields hold, as a JSON array.
    pub fn values(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&self.values)
    }

    /// The whole record as a JSON object.
    pub fn whole(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&Whole(&self.keys, &self.values))
    }
}

struct Whole<'a>(&'a [&'a str], &'a [Json]);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().zip(self.1))
    }
}

/// The record as a JSON object again, from its keys and its values; nothing where they do not go together.
pub fn whole(keys: &str, values: &str) -> Option<String> {
    let keys: Vec<&str> = keys.split(' ').collect();
    let values: Vec<Json> = serde_json::from_str(values).ok()?;
    if keys.len() != values.len() {
        return None;
    }
    serde_json::to_string(&Whole(&keys, &values)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;

    #[test]
    fn a_record_comes_back_from_keys_and_values() {
        let mut account =
            Account { name: "长安 \"A\"\n".to_owned(), cycle_days: Some(30), ..Account::default() };
        account.head.no = 7;
        let values = Account::FIELDS.iter().map(|field| (field.get)(&account)).collect();
        let birth = Birth::of(&account, values);
        let text = birth.whole().unwrap();
        assert_eq!(text, r#"{"no":7,"name":"长安 \"A\"\n","cycle_days":30}"#);
        assert_eq!(whole(&birth.keys(), &birth.values().unwrap()), Some(text));
        assert_eq!(whole("no name", "[7]"), None);
    }
}
