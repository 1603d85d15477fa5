//! Which sign stands between the cells.

const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
const LINES: usize = 40;

/// The sign that splits the first lines most evenly; a comma where none does.
pub(super) fn find(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let counts = counts(text, delimiter);
        let usual = counts.iter().copied().max_by_key(|count| {
            let agreeing = counts.iter().filter(|other| *other == count).count();
            if *count == 0 { 0 } else { agreeing * 1000 + count.min(&999) }
        });
        let usual = usual.unwrap_or(0);
        counts.iter().filter(|count| **count == usual).count() * usual.min(50)
    };
    let best = CANDIDATES.into_iter().rev().max_by_key(|delimiter| score(*delimiter));
    best.unwrap_or(b',')
}

/// How often the sign stands outside quotes on each of the first lines that are not blank.
fn counts(text: &str, delimiter: u8) -> Vec<usize> {
    let (mut counts, mut count, mut quoted, mut blank) = (Vec::new(), 0, false, true);
    for byte in text.bytes().take(1 << 18) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if !blank {
                    counts.push(count);
                }
                if counts.len() == LINES {
                    return counts;
                }
                (count, blank) = (0, true);
                continue;
            }
            _ if byte == delimiter && !quoted => count += 1,
            _ => {}
        }
        blank &= byte.is_ascii_whitespace() && byte != delimiter;
    }
    if !blank {
        counts.push(count);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_between_cells_is_found() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", b','),
            ("id;value\n1;1.054,00 €\n2;50,00 €\n", b';'),
            ("a\tb\n\"x, y, z\"\t2\n", b'\t'),
            ("a|b|c\n1|2|3\n", b'|'),
            ("# made by hand, with, commas\na;b;c\n1;2;3\n4;5;6\n", b';'),
            ("a\n1\n2\n", b','),
            ("", b','),
        ] {
            assert_eq!(find(text), delimiter, "{text:?}");
        }
    }
}
