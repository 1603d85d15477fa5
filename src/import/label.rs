//! Labels of columns as they are compared, and what stands in brackets behind them.

use super::number::narrow;

/// The label without case, width, signs and brackets: `Close_Date (UTC)`, `CloseDate` and `close date*` are one.
pub(super) fn norm(label: &str) -> String {
    let label: String = label.chars().map(narrow).collect();
    let label = label.trim();
    let label = label.strip_suffix("__c").unwrap_or(label);
    let lower = label.to_lowercase();
    let (lower, ignored) = match lower.strip_prefix("(do not modify)") {
        Some(rest) => (rest, "donotmodify"),
        None => (lower.as_str(), ""),
    };
    let mut depth = 0_usize;
    let mut out = ignored.to_owned();
    for sign in lower.chars() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && sign.is_alphanumeric() => out.push(sign),
            _ => {}
        }
    }
    out
}

/// What stands in brackets: `预计金额（万元）` gives `万元`.
pub(super) fn bracket(label: &str) -> Option<String> {
    let label: String = label.chars().map(narrow).collect();
    let (_, inside) = label.split_once(['(', '['])?;
    let (inside, _) = inside.split_once([')', ']'])?;
    Some(inside.trim().to_owned())
}

/// Whether a text has Chinese signs.
pub(super) fn is_chinese(text: &str) -> bool {
    text.chars().any(|sign| matches!(sign, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_one_meaning_are_one() {
        for (label, name) in [
            ("Close_Date (UTC)", "closedate"),
            ("CloseDate", "closedate"),
            ("close date*", "closedate"),
            ("Deal - Stage (pipeline)", "dealstage"),
            ("(Do Not Modify) Row Checksum", "donotmodifyrowchecksum"),
            ("Account.Name", "accountname"),
            ("External_Id__c", "externalid"),
            ("预计金额（万元）", "预计金额"),
            ("客户名称*", "客户名称"),
            ("Close Date/Expected Close Date", "closedateexpectedclosedate"),
            ("※", ""),
        ] {
            assert_eq!(norm(label), name, "{label}");
        }
        assert_eq!(bracket("预计金额（万元）").as_deref(), Some("万元"));
        assert_eq!(bracket("Amount"), None);
    }
}
