//! Which row is the header, and which rows are neither header nor data.

use std::collections::HashSet;
use std::sync::Arc;

use super::alias::{self, NOUNS};
use super::label;
use super::reading::Skip;
use super::row::Row;
use crate::domain::clean::clean_line;

/// Among how many of the first rows the header is looked for.
pub(super) const LOOK: usize = 30;

/// One label of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// As the file has it, unique in the file.
    pub text: Arc<str>,
    /// As labels are compared.
    pub norm: String,
}

/// The header of a table.
#[derive(Debug)]
pub(super) struct Header {
    /// Its place among the rows.
    pub at: usize,
    /// Its labels in their order.
    pub labels: Vec<Label>,
}

impl Header {
    /// The labels as they are compared.
    pub fn norms(&self) -> Vec<&str> {
        self.labels.iter().map(|label| label.norm.as_str()).collect()
    }

    /// The first labels, to tell people which table is meant.
    pub fn first_labels(&self) -> Vec<String> {
        self.labels.iter().take(8).map(|label| label.text.to_string()).collect()
    }
}

/// All labels that mean something for any noun, and the `wanted` ones.
pub(super) fn vocabulary(wanted: &[String]) -> HashSet<String> {
    let known = NOUNS.iter().filter_map(|noun| alias::of(*noun)).flatten();
    let known = known.flat_map(|(_, names)| names.iter().map(|name| (*name).to_owned()));
    known.chain(wanted.iter().map(|label| label::norm(label))).collect()
}

/// The first row that is made of known labels, else the first that has more than one cell, else the first.
pub(super) fn find(rows: &[Row], vocabulary: &HashSet<String>) -> Option<Header> {
    let known = |row: &&Row| {
        let (known, filled) = score(row, vocabulary);
        known >= 2 && known * 3 >= filled
    };
    let head = rows.get(..rows.len().min(LOOK))?;
    let usable = || head.iter().enumerate().filter(|(_, row)| !is_remark(row));
    let found = usable().find(|(_, row)| known(row));
    let found = found.or_else(|| usable().find(|(_, row)| row.filled().count() > 1));
    let (at, row) = found.or_else(|| usable().next())?;
    Some(Header { at, labels: labels(row) })
}

/// How many cells of a row are known labels, and how many are filled.
pub(super) fn score(row: &Row, vocabulary: &HashSet<String>) -> (usize, usize) {
    let filled = row.filled().count();
    let known =
        row.filled().filter(|cell| cell.len() <= 80 && vocabulary.contains(&label::norm(cell))).count();
    (known, filled)
}

/// Unique labels: a missing one is named by its number, a repeated one counted.
fn labels(row: &Row) -> Vec<Label> {
    let mut seen: HashSet<String> = HashSet::new();
    let cells = row.cells.iter().enumerate().map(|(index, cell)| {
        let text = clean_line(cell);
        let text: String = text.chars().take(120).collect();
        let norm = label::norm(&text);
        let base = if text.is_empty() { format!("#{}", index + 1) } else { text };
        let mut unique = base.clone();
        let mut count = 2;
        while !seen.insert(unique.clone()) {
            unique = format!("{base} ({count})");
            count += 1;
        }
        Label { text: unique.into(), norm }
    });
    cells.collect()
}

fn is_remark(row: &Row) -> bool {
    row.starts_with('#') && row.filled().count() == 1 && row.filled().all(|cell| cell.starts_with('#'))
}

/// Whether the row `at` places below the header is no data; hints stand right below it.
pub(super) fn skip(row: &Row, header: &Row, at: usize) -> Option<Skip> {
    if row.cells == header.cells {
        return Some(Skip::Header);
    }
    if is_remark(row) {
        return Some(Skip::Remark);
    }
    if at > 3 {
        return None;
    }
    let hints = row.filled().filter(|cell| is_hint(cell)).count();
    (hints > 1 && hints * 2 >= row.filled().count()).then_some(Skip::Hint)
}

fn is_hint(cell: &str) -> bool {
    const HINTS: [&str; 12] = [
        "必填",
        "选填",
        "可选",
        "非必填",
        "示例",
        "例如",
        "例：",
        "格式",
        "required",
        "optional",
        "e.g.",
        "example:",
    ];
    HINTS.iter().any(|hint| cell.get(..hint.len()).is_some_and(|start| start.eq_ignore_ascii_case(hint)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::held::Held;
    use crate::import::table::tests::table;

    fn held(text: &str) -> Held {
        table(text).head(LOOK).unwrap()
    }

    #[test]
    fn the_header_is_found_below_titles_and_remarks() {
        for (text, line) in [
            ("Deal Name,Stage\nx,y\n", 1),
            ("Pipeline 2026,\n# made by hand\n\nDeal Name,Stage,Foo\nx,y,z\n", 4),
            ("a,b\n1,2\n", 1),
            ("just one\n1\n", 1),
        ] {
            let held = held(text);
            let rows = held.all();
            let header = find(&rows, &vocabulary(&[])).unwrap();
            assert_eq!(rows[header.at].line, line, "{text}");
        }
        assert!(find(&[], &vocabulary(&[])).is_none());
    }

    #[test]
    fn labels_are_made_unique() {
        let held = held("id,name,id,,\u{1b}x\n1,2,3,4,5\n");
        let rows = held.all();
        let texts: Vec<Arc<str>> =
            find(&rows, &vocabulary(&[])).unwrap().labels.into_iter().map(|l| l.text).collect();
        assert_eq!(texts, ["id", "name", "id (2)", "#4", "␛x"].map(Arc::from));
    }

    #[test]
    fn hints_remarks_and_repeated_headers_are_no_data() {
        let held = held("名称,金额\n必填，客户名称,\"选填，数字\"\n#note,\n名称,金额\n必填公司,3\n");
        let rows = held.all();
        let skips: Vec<Option<Skip>> = rows.iter().skip(1).map(|row| skip(row, &rows[0], 0)).collect();
        assert_eq!(skips, [Some(Skip::Hint), Some(Skip::Remark), Some(Skip::Header), None]);
    }
}
