//! Births as the journal keeps them: a JSON object for each record, those of many records in a row deflated together.

use std::io::Read;

use flate2::read::DeflateDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use rusqlite::types::Value as Sql;
use serde_json::Value as Json;

use super::Fault;
use super::aside::Work;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::Value;

/// How many bytes are deflated together: to find one record, all of them are inflated.
const PIECE: usize = 64 << 10;

/// Beyond this a piece is no piece of ours.
const LARGEST: u64 = 1 << 30;

/// Records of one noun that were born in a row.
pub struct Births {
    /// What they are.
    pub noun: Noun,
    /// The number of the first.
    pub first: i64,
    /// The number of the last.
    pub last: i64,
    text: Vec<u8>,
}

impl Births {
    /// None yet; the first to come has this number.
    pub fn new(noun: Noun, first: i64) -> Self {
        Self { noun, first, last: first - 1, text: Vec::new() }
    }

    /// Whether the record with this number may be told here too.
    pub fn takes(&self, no: i64) -> bool {
        no == self.last + 1 && self.text.len() < PIECE
    }

    /// Tells a record, whose fields hold these values.
    pub fn tell<R: Record>(&mut self, record: &R, id: &str, values: &[Value]) -> Result<(), Fault> {
        if !self.text.is_empty() {
            self.text.push(b'\n');
        }
        self.last = record.head().no;
        for part in ["{\"no\":", &self.last.to_string(), ",\"id\":\"", id, "\""] {
            self.text.extend_from_slice(part.as_bytes());
        }
        for (field, value) in R::FIELDS.iter().zip(values).filter(|(_, value)| !value.is_null()) {
            for part in [",\"", field.key, "\":"] {
                self.text.extend_from_slice(part.as_bytes());
            }
            match value {
                Value::Null => Ok(()),
                Value::Int(number) => serde_json::to_writer(&mut self.text, number),
                Value::Text(text) => serde_json::to_writer(&mut self.text, text),
            }
            .map_err(unwritable)?;
        }
        self.text.push(b'}');
        Ok(())
    }

    /// What the journal keeps of them.
    fn pack(self, deflater: &mut Deflater) -> Result<Packed, Fault> {
        let Self { noun, first, last, text } = self;
        let told = if first == last {
            String::from_utf8(text).map(Sql::Text).map_err(unwritable)?
        } else {
            Sql::Blob(deflater.deflate(&text)?)
        };
        Ok(Packed { noun, first, last, told })
    }
}

/// Births as the journal keeps them.
pub struct Packed {
    /// What they are.
    pub noun: Noun,
    /// The number of the first.
    pub first: i64,
    /// The number of the last.
    pub last: i64,
    /// One as its JSON object, several deflated.
    pub told: Sql,
}

/// Packing, with what deflates: it is large and serves a whole transaction.
pub fn packing() -> Work<Births, Result<Packed, Fault>> {
    let mut deflater = Deflater::default();
    Box::new(move |births| births.pack(&mut deflater))
}

/// What deflates, made at its first use.
#[derive(Default)]
struct Deflater(Option<Compress>);

impl Deflater {
    fn deflate(&mut self, text: &[u8]) -> Result<Vec<u8>, Fault> {
        let press = self.0.get_or_insert_with(|| Compress::new(Compression::new(3), false));
        press.reset();
        let mut piece = Vec::with_capacity(text.len() / 2);
        loop {
            let rest = usize::try_from(press.total_in()).ok().and_then(|done| text.get(done..));
            let state = press.compress_vec(rest.unwrap_or_default(), &mut piece, FlushCompress::Finish);
            if state.map_err(unwritable)? == Status::StreamEnd {
                return Ok(piece);
            }
            piece.reserve(text.len());
        }
    }
}

/// What could not be written into memory; it always can.
fn unwritable(error: impl std::error::Error) -> Fault {
    Fault::Damaged(error.to_string())
}

/// The JSON objects of what [`Births::pack`] made; nothing where it is none of that.
pub fn unpack(packed: &Sql) -> Option<Vec<String>> {
    match packed {
        Sql::Text(one) => Some(vec![one.clone()]),
        Sql::Blob(piece) => {
            let mut text = String::new();
            DeflateDecoder::new(piece.as_slice()).take(LARGEST).read_to_string(&mut text).ok()?;
            Some(text.split('\n').map(str::to_owned).collect())
        }
        _ => None,
    }
}

/// What a birth's JSON object says: the number, the id, and the fields that hold something.
pub struct Told {
    /// The number.
    pub no: i64,
    /// The id.
    pub id: String,
    /// The fields by their keys.
    pub fields: Vec<(String, Value)>,
}

/// A birth's JSON object taken apart; nothing where it is damaged.
pub fn told(whole: &str) -> Option<Told> {
    let Json::Object(all) = serde_json::from_str(whole).ok()? else { return None };
    let mut told = Told { no: 0, id: String::new(), fields: Vec::with_capacity(all.len()) };
    for (key, value) in all {
        match value {
            Json::Number(number) if key == "no" => told.no = number.as_i64()?,
            Json::String(text) if key == "id" => told.id = text,
            Json::Number(number) => told.fields.push((key, Value::Int(number.as_i64()?))),
            Json::String(text) => told.fields.push((key, Value::Text(text))),
            _ => return None,
        }
    }
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;

    fn births(count: i64) -> Births {
        let mut births = Births::new(Noun::Account, 7);
        for no in 7..7 + count {
            let name = format!("长安 \"{no}\"\n");
            let mut account = Account { name, cycle_days: Some(30), ..Account::default() };
            account.head.no = no;
            let values: Vec<Value> = Account::FIELDS.iter().map(|field| (field.get)(&account)).collect();
            assert!(births.takes(no));
            births.tell(&account, "an-id", &values).unwrap();
        }
        births
    }

    #[test]
    fn one_birth_is_plain_and_many_come_back_from_their_piece() {
        let one = births(1).pack(&mut Deflater::default()).unwrap().told;
        let plain = r#"{"no":7,"id":"an-id","name":"长安 \"7\"\n","cycle_days":30}"#;
        assert_eq!(one, Sql::Text(plain.to_owned()));
        let many = births(300).pack(&mut Deflater::default()).unwrap().told;
        assert!(matches!(&many, Sql::Blob(piece) if piece.len() < 300 * 20));
        let lines = unpack(&many).unwrap();
        assert_eq!((lines.len(), lines[0].as_str()), (300, plain));
        let last = told(&lines[299]).unwrap();
        assert_eq!((last.no, last.id.as_str(), last.fields.len()), (306, "an-id", 2));
    }

    #[test]
    fn what_is_no_piece_is_told_apart() {
        assert_eq!(unpack(&Sql::Blob(vec![0xff, 1, 2])), None);
        assert_eq!(unpack(&Sql::Integer(1)), None);
        assert!(told("[1]").is_none());
    }
}
