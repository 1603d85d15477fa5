//! What a workbook's cells hold beside their numbers: the digits of those too long for a binary fraction (ids,
//! accounts, tax numbers), and formulas that were stored without a value.

use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// From so large a number on a binary fraction no longer holds every digit.
pub(super) const LARGE: f64 = 1e15;

/// How many digits the shortest of them has, and the elements of a cell and of its value.
const DIGITS: usize = 16;
const CELL: &str = "c";
const VALUE: &str = "v";
const FORMULA: &str = "f";

/// Texts by the name of their cell, such as `D2`.
pub(super) type Texts = HashMap<String, String>;

/// The whole numbers of sixteen digits and more, and the formulas without a value, of the sheet with this name; empty
/// where the archive is not laid out as expected.
pub(super) fn texts(bytes: &[u8], sheet: &str, most: u64) -> Texts {
    let found = || -> Option<Texts> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let path = path(&mut archive, sheet, most)?;
        let part = archive.by_name(&path).ok()?;
        Some(read(part.take(most)))
    };
    found().unwrap_or_default()
}

/// Where the archive keeps a sheet: the workbook knows its relation, the relations know its path.
fn path(archive: &mut ZipArchive<Cursor<&[u8]>>, sheet: &str, most: u64) -> Option<String> {
    let workbook = archive.by_name("xl/workbook.xml").ok()?;
    let own = elements(workbook.take(most), "sheet");
    let own = own.iter().find(|one| one.get("name").is_some_and(|name| name == sheet))?;
    let relation = own.get("r:id")?.clone();
    let relations = archive.by_name("xl/_rels/workbook.xml.rels").ok()?;
    let all = elements(relations.take(most), "Relationship");
    let target = all.iter().find(|one| one.get("Id") == Some(&relation))?.get("Target")?.clone();
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

/// The long numbers of a sheet's cells, and the formulas of those without a value.
fn read(part: impl Read) -> Texts {
    let mut reader = Reader::from_reader(BufReader::new(part));
    let (mut room, mut found) = (Vec::new(), Texts::new());
    let (mut cell, mut inside, mut formula) = (None, String::new(), None);
    while let Ok(event) = reader.read_event_into(&mut room) {
        match event {
            Event::Start(one) => {
                one.local_name().as_ref().clone_into(&mut inside);
                if inside == CELL {
                    (cell, formula) = (attributes(&one).remove("r"), None);
                }
            }
            Event::Text(text) => {
                let text = text.xml_content(XmlVersion::default());
                let is_long = text.len() >= DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
                if inside == FORMULA {
                    formula = Some(format!("={text}"));
                } else if inside == VALUE {
                    let cell = cell.take();
                    found.extend(cell.filter(|_| is_long).map(|cell| (cell, text.into_owned())));
                }
            }
            Event::End(one) => {
                if one.local_name().as_ref() == CELL {
                    // A value would have taken the name of the cell.
                    found.extend(cell.take().zip(formula.take()));
                }
                inside.clear();
            }
            Event::Eof => break,
            _ => {}
        }
        room.clear();
    }
    found
}

/// The attributes of all elements of this name.
fn elements(part: impl Read, name: &str) -> Vec<HashMap<String, String>> {
    let mut reader = Reader::from_reader(BufReader::new(part));
    let (mut room, mut found) = (Vec::new(), Vec::new());
    while let Ok(event) = reader.read_event_into(&mut room) {
        match event {
            Event::Start(one) | Event::Empty(one) if one.local_name().as_ref() == name => {
                found.push(attributes(&one));
            }
            Event::Eof => break,
            _ => {}
        }
        room.clear();
    }
    found
}

fn attributes(element: &BytesStart) -> HashMap<String, String> {
    let all = element.attributes().flatten();
    all.filter_map(|one| {
        let value = one.normalized_value(XmlVersion::default()).ok()?;
        Some((one.key.as_ref().to_owned(), value.into_owned()))
    })
    .collect()
}

/// The name of a cell by its row and column, both counted from nought.
pub(super) fn cell(row: u32, column: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    letters.into_iter().collect::<String>() + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_a_workbook_names_them() {
        for ((row, column), name) in
            [((0, 0), "A1"), ((1, 25), "Z2"), ((0, 26), "AA1"), ((9, 701), "ZZ10"), ((0, 702), "AAA1")]
        {
            assert_eq!(cell(row, column), name);
        }
    }

    #[test]
    fn long_whole_numbers_and_formulas_without_a_value_are_read() {
        let sheet = "<x:sheetData><x:row><x:c r=\"A1\"><x:v>913101150123456789</x:v></x:c><x:c r=\"B1\"><x:v>1.5</x:v></x:c>
            <x:c r=\"C1\"><x:f>1+1</x:f><x:v>622848040256489001</x:v></x:c>
            <x:c r=\"D1\"><x:f>1000*3</x:f></x:c><x:c r=\"E1\"/></x:row></x:sheetData>";
        let found = read(sheet.as_bytes());
        assert_eq!(found.len(), 3);
        assert_eq!(found.get("D1").map(String::as_str), Some("=1000*3"));
        assert_eq!(found.get("C1").map(String::as_str), Some("622848040256489001"));
    }
}
