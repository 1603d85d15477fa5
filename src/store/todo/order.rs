//! The orders within the groups of to-dos, as SQL has them.

/// An order of to-dos within their groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TodoOrder {
    /// By when they are due, then by how much they press.
    #[default]
    Due,
    /// By how much they press, then by when they are due.
    Priority,
    /// By the name of the account, of the deal's where there is none.
    Account,
    /// The oldest first.
    Age,
}

/// By when, as the indexes have it.
pub(super) const DUE: &str = "ifnull(due, '9999')";
/// How much it presses, as the indexes have it.
pub(super) const PRESSES: &str =
    "CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 3 ELSE 2 END";
/// Nothing, where an order needs no second key: a bare number would name a column.
const NONE: &str = "ifnull(NULL, 0)";

impl TodoOrder {
    /// Every order, as they are offered.
    pub const ALL: [Self; 4] = [Self::Due, Self::Priority, Self::Account, Self::Age];

    /// The keys of a place in it, a text and a number; the to-do's own number settles a tie.
    ///
    /// The first two orders are those of indexes. By account and by age a group is sorted as a whole for each window.
    pub(super) fn keys(self) -> (String, &'static str) {
        match self {
            Self::Due | Self::Priority => (DUE.to_owned(), PRESSES),
            Self::Account => (
                format!(
                    "(ifnull((SELECT lower(account.name) FROM account WHERE account.id = ifnull(todo.account,
                     (SELECT opp.account FROM opp WHERE opp.id = todo.opportunity))), char(1114111))
                     || char(1) || {DUE})"
                ),
                NONE,
            ),
            Self::Age => ("''".to_owned(), NONE),
        }
    }

    /// Whether it sorts by the number first.
    pub(super) fn is_by_number(self) -> bool {
        self == Self::Priority
    }

    /// The index that has to be read for it: a narrower one would have to be sorted.
    pub(super) fn index(self) -> &'static str {
        if self == Self::Priority { "INDEXED BY todo_priority" } else { "" }
    }
}
