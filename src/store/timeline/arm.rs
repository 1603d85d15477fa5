//! The statements that find the entries of a timeline: one for each source, each by an index.

use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::timeline::{Kept, Of, Source};
use crate::store::history::STANDS;

/// A statement with the id as its only value; it gives day, whether the entry is open, and its key.
pub struct Arm {
    /// What it finds.
    pub source: Source,
    /// The statement.
    pub sql: String,
}

/// The day a row was written, for what has no day of its own.
const WRITTEN: &str = "(SELECT substr(w.at, 1, 10) FROM batch w WHERE w.batch = t.born)";

/// Fields of a deal whose changes are told.
const TOLD: &str = "('notes', 'p_rep', 'category', 'amount', 'close_on')";

/// Whose timeline, by id.
pub fn id(of: Of) -> Id {
    match of {
        Of::Deal(id) | Of::Account(id) | Of::Person(id) => id,
    }
}

/// What a field of a row `t` held from the first.
pub fn first(noun: Noun, kept: Kept) -> String {
    let (index, key) = (noun.index(), kept.key());
    let change = format!(
        "FROM journal j WHERE j.noun = {index} AND j.no = t.no AND j.field IS NOT NULL AND j.field = '{key}'"
    );
    format!(
        "CASE WHEN EXISTS (SELECT 1 {change}) THEN (SELECT j.old {change} ORDER BY j.lsn LIMIT 1)
         ELSE t.{key} END"
    )
}

/// All statements of a timeline.
pub fn arms(of: Of) -> Vec<Arm> {
    let mut arms = Vec::new();
    let mut add = |source: Source, columns: String, whose: &str| {
        let table = table(source);
        let sql = format!("SELECT {columns}, t.no FROM {table} t WHERE {whose} AND t.gone = 0");
        arms.push(Arm { source, sql });
    };
    for (source, columns) in days() {
        for whose in owners(of, source) {
            add(source, columns.clone(), whose);
        }
    }
    for (noun, kept) in [
        (Noun::Opp, Kept::Notes),
        (Noun::Opp, Kept::Odds),
        (Noun::Account, Kept::Notes),
        (Noun::Person, Kept::Notes),
    ] {
        let Some(whose) = itself(of, noun) else { continue };
        let whose = format!("{whose} AND {} IS NOT NULL", first(noun, kept));
        add(Source::Born(noun, kept), format!("{WRITTEN}, 0"), &whose);
    }
    for noun in [Noun::Opp, Noun::Account, Noun::Person] {
        let Some(whose) = itself(of, noun) else { continue };
        let (table, index) = (noun.code(), noun.index());
        let told = if noun == Noun::Opp { TOLD } else { "('notes')" };
        let sql = format!(
            "SELECT substr(b.at, 1, 10), 0, j.lsn FROM {table} t
             JOIN journal j ON j.noun = {index} AND j.no = t.no AND j.field IS NOT NULL
             JOIN batch b ON b.batch = j.batch
             WHERE {whose} AND t.gone = 0 AND j.field IN {told} AND {STANDS}"
        );
        arms.push(Arm { source: Source::Change, sql });
    }
    arms
}

fn table(source: Source) -> &'static str {
    match source {
        Source::Visit => "visit",
        Source::Review => "review",
        Source::Step => "step",
        Source::Answer => "answer",
        Source::Decision => "decision",
        Source::Todo => "todo",
        Source::Cost => "cost",
        Source::Close | Source::Next => "opp",
        Source::Change => "journal",
        Source::Born(noun, _) => noun.code(),
    }
}

/// The day and whether it is open, of each source that is a row of its own.
fn days() -> Vec<(Source, String)> {
    vec![
        (Source::Visit, format!("ifnull(t.\"when\", {WRITTEN}), t.status IN ('planned', 'ready')")),
        (
            Source::Todo,
            format!(
                "coalesce(CASE WHEN t.state = 'open' THEN t.due ELSE ifnull(t.done_at, t.due) END, {WRITTEN}),
                 t.state = 'open'"
            ),
        ),
        (Source::Answer, format!("ifnull(t.verified_on, {WRITTEN}), 0")),
        (Source::Step, format!("ifnull(t.on_day, {WRITTEN}), 0")),
        (Source::Cost, format!("ifnull(t.on_day, {WRITTEN}), 0")),
        (Source::Review, format!("ifnull(t.on_day, {WRITTEN}), 0")),
        (Source::Decision, "ifnull(t.done_on, t.due), t.state IN ('planned', 'running')".to_owned()),
        (
            Source::Next,
            "CASE WHEN t.status = 'open' AND t.next_step IS NOT NULL THEN t.next_on END, 1".to_owned(),
        ),
        (Source::Close, "CASE WHEN t.status = 'open' THEN t.close_on END, 1".to_owned()),
    ]
}

/// The conditions under which a row of a source belongs to a timeline.
fn owners(of: Of, source: Source) -> &'static [&'static str] {
    const DEAL: &str = "t.opportunity = ?1";
    const DEALS: &str = "t.opportunity IN (SELECT o.id FROM opp o WHERE o.account = ?1 AND o.gone = 0)";
    const ACCOUNT: &str = "t.account = ?1";
    const PERSON: &str = "t.person = ?1";
    const PEOPLE: &str = "t.person IN (SELECT p.id FROM person p WHERE p.account = ?1 AND p.gone = 0)";
    match (of, source) {
        (Of::Deal(_), Source::Close | Source::Next) => &["t.id = ?1"],
        (Of::Deal(_), Source::Review) | (Of::Deal(_) | Of::Account(_), Source::Change | Source::Born(..)) => {
            &[]
        }
        (
            Of::Deal(_),
            Source::Visit | Source::Todo | Source::Step | Source::Answer | Source::Cost | Source::Decision,
        ) => &[DEAL],
        (Of::Account(_), Source::Visit) => &[ACCOUNT, DEALS],
        (Of::Account(_), Source::Todo) => &[ACCOUNT, DEALS, PEOPLE],
        (Of::Account(_), Source::Close | Source::Next | Source::Review) => &[ACCOUNT],
        (Of::Account(_), Source::Step | Source::Answer | Source::Cost | Source::Decision) => &[DEALS],
        (Of::Person(_), Source::Visit) => &["t.no IN (SELECT g.visit FROM guest g WHERE g.person = ?1)"],
        (Of::Person(_), Source::Answer) => &["t.source = ?1"],
        (Of::Person(_), Source::Todo | Source::Decision) => &[PERSON],
        (
            Of::Person(_),
            Source::Close
            | Source::Next
            | Source::Review
            | Source::Step
            | Source::Cost
            | Source::Change
            | Source::Born(..),
        ) => &[],
    }
}

/// The condition under which a deal, an account or a person is one that a timeline is of.
fn itself(of: Of, noun: Noun) -> Option<&'static str> {
    match (of, noun) {
        (Of::Deal(_), Noun::Opp) | (Of::Account(_), Noun::Account) | (Of::Person(_), Noun::Person) => {
            Some("t.id = ?1")
        }
        (Of::Account(_), Noun::Opp | Noun::Person) => Some("t.account = ?1"),
        (Of::Deal(_) | Of::Account(_) | Of::Person(_), _) => None,
    }
}
