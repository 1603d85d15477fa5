//! Descriptions that are written as pages: the words, lines and list items stay, the tags go.

/// Tags that a mail program writes; another `<` is a sign of plain text.
const TAGS: [&str; 27] = [
    "!doctype",
    "meta",
    "title",
    "p",
    "br",
    "div",
    "span",
    "b",
    "i",
    "u",
    "a",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "html",
    "body",
    "head",
    "table",
    "tr",
    "td",
    "font",
    "h1",
    "h2",
    "h3",
    "blockquote",
];
/// Tags that begin a line.
const BLOCKS: [&str; 12] =
    ["p", "br", "div", "ul", "ol", "li", "table", "tr", "h1", "h2", "h3", "blockquote"];
const ENTITIES: [(&str, &str); 8] = [
    ("nbsp", " "),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("ndash", "–"),
    ("mdash", "—"),
];

/// The plain text of a page; nothing where the text is none.
pub(super) fn plain(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut is_page = false;
    while let Some((before, from)) = rest.split_once('<') {
        words(before, &mut out);
        let Some((name, is_end, behind)) = tag(from) else {
            out.push('<');
            rest = from;
            continue;
        };
        is_page = true;
        if BLOCKS.contains(&name.as_str()) && !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        if name == "li" && !is_end {
            out.push_str("- ");
        }
        rest = behind;
    }
    words(rest, &mut out);
    is_page.then(|| out.trim().to_owned())
}

/// Name, whether it ends, and what stands behind a tag; nothing where it is none.
fn tag(from: &str) -> Option<(String, bool, &str)> {
    let (inner, behind) = from.split_once('>')?;
    let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name = inner.split([' ', '\n', '\t', '/']).next()?.to_ascii_lowercase();
    TAGS.contains(&name.as_str()).then_some((name, is_end, behind))
}

/// Adds text with its entities decoded.
fn words(text: &str, out: &mut String) {
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let decoded = part.split_once(';').and_then(|(name, behind)| Some((entity(name)?, behind)));
        if let Some((sign, behind)) = decoded {
            out.push_str(&sign);
            out.push_str(behind);
        } else {
            out.push('&');
            out.push_str(part);
        }
    }
}

fn entity(name: &str) -> Option<String> {
    let known = ENTITIES.iter().find(|(own, _)| *own == name).map(|(_, sign)| (*sign).to_owned());
    known.or_else(|| {
        let number = name.strip_prefix('#')?;
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        char::from_u32(code).map(String::from)
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn pages_become_text_and_text_stays() {
        for (raw, expected) in [
            (
                "<p>Please bring the <b>budget</b>&nbsp;numbers</p><ul><li>A</li><li>B</li></ul><br>Thanks",
                Some("Please bring the budget numbers\n- A\n- B\nThanks"),
            ),
            ("<div>1 &lt; 2 &amp; 3</div>", Some("1 < 2 & 3")),
            ("<a href=\"https://x.example\">Join</a> &#24352;", Some("Join 张")),
            ("price <5 and >3", None),
            ("Ada <ada@x.example> & Bo", None),
            ("a < b", None),
        ] {
            assert_eq!(plain(raw).as_deref(), expected, "{raw}");
        }
    }
}
