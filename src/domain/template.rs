//! What is done at a visit of a kind, step by step (V7, A17): which template fits which visit.

use super::visit::VisitType;

/// The steps of a kind of visit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    /// What it is called in the settings and the grammar.
    pub code: String,
    /// What people call it.
    pub title: String,
    /// The types of visit that it is for; any where none is named.
    pub types: Vec<VisitType>,
    /// Words of an account's industry or tags that it is for; any account where none is named.
    pub accounts: Vec<String>,
    /// The steps in their order.
    pub steps: Vec<String>,
}

impl Template {
    /// How closely it fits a visit of this type at an account of these words; nothing where it does not.
    fn closeness(&self, kind: VisitType, account: &str) -> Option<usize> {
        let types = self.types.is_empty() || self.types.contains(&kind);
        let accounts = self.accounts.is_empty() || self.accounts.iter().any(|word| begins(account, word));
        let named = usize::from(!self.types.is_empty()) + usize::from(!self.accounts.is_empty());
        (types && accounts && named > 0).then_some(named)
    }
}

/// The template that fits a visit most closely, the first of several alike; one that names nothing fits none.
pub fn fitting<'a>(templates: &'a [Template], kind: VisitType, account: &str) -> Option<&'a Template> {
    let close = templates.iter().filter_map(|one| Some((one.closeness(kind, account)?, one)));
    // The last of the greatest is taken, so the order is turned round.
    close.collect::<Vec<_>>().into_iter().rev().max_by_key(|(named, _)| *named).map(|(_, one)| one)
}

/// Whether a text holds something that begins with a word; Han characters have no blanks between them.
fn begins(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.trim().to_lowercase());
    let is_plain = |sign: char| sign.is_ascii_alphanumeric();
    !word.is_empty()
        && text.match_indices(&word).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            !(word.starts_with(is_plain) && before.is_some_and(is_plain))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(code: &str, types: &[VisitType], accounts: &[&str]) -> Template {
        let accounts = accounts.iter().map(|word| (*word).to_owned()).collect();
        Template { code: code.to_owned(), types: types.to_vec(), accounts, ..Template::default() }
    }

    #[test]
    fn the_closest_template_fits_and_the_first_of_two_alike() {
        let all = [
            template("free", &[], &[]),
            template("terms", &[VisitType::Negotiation], &[]),
            template("store", &[VisitType::Call], &["retail", "门店", "shop"]),
            template("any store", &[], &["retail"]),
            template("more terms", &[VisitType::Negotiation], &[]),
        ];
        for (kind, account, code) in [
            (VisitType::Call, "Retail, food", Some("store")),
            (VisitType::Call, "食品 · 连锁门店", Some("store")),
            (VisitType::Call, "retailers", Some("store")),
            (VisitType::Call, "workshop", None),
            (VisitType::Call, "", None),
            (VisitType::Demo, "retail", Some("any store")),
            (VisitType::Negotiation, "steel", Some("terms")),
            (VisitType::Negotiation, "retail", Some("terms")),
        ] {
            let found = fitting(&all, kind, account).map(|one| one.code.as_str());
            assert_eq!(found, code, "{kind:?} {account}");
        }
    }
}
