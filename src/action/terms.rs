//! What a list asks for: `field=value`, `field<value`, `field>value`, `text~word`, and the words of deals.

use crate::domain::choice::Choice;
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::stage::{Stage, Status};
use crate::domain::todo::{Todo, TodoState};
use crate::domain::value::{Kind, Value};
use crate::lang;
use crate::store::Store;
use crate::store::deals::Order;
use crate::store::query::{Term, Test};

use super::assign::{self, Unfit};
use super::failure::{Failure, Mistake, Wanted};
use super::{Desk, resolve};

/// Keys that are derived, with their kinds; no record declares them.
const DERIVED: &[(Noun, &str, Kind)] = &[
    (Noun::Opp, "p_calc", Kind::Percent),
    (Noun::Opp, "flags", Kind::Line),
    (Noun::Opp, "tier", Kind::Choice("tier", <crate::domain::account::Tier as Choice>::CODES)),
    (Noun::Account, "open_deals", Kind::Int(0, i64::MAX)),
];

/// What the words of a list of deals say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// Of this status; nothing for all.
    pub status: Option<Status>,
    /// In this stage; nothing for all.
    pub stage: Option<Stage>,
    /// Meeting these terms.
    pub terms: Vec<Term>,
    /// In this order, where the words say so.
    pub order: Option<Order>,
}

/// Reads the words of `opp list`: open where nothing is said of the status.
pub fn deals(store: &Store, desk: &Desk, words: &[String]) -> Result<Asked, Failure> {
    let mut asked = Asked { status: Some(Status::Open), ..Asked::default() };
    for word in words {
        if word == "all" || word == "全部" {
            asked.status = None;
        } else if let Some(status) = lang::choice::parse_choice(Status::LIST, Status::CODES, word) {
            asked.status = Status::from_code(status);
        } else if let Some(stage) = lang::choice::parse_choice(Stage::LIST, Stage::CODES, word) {
            asked.stage = Stage::from_code(stage);
        } else if let Some(order) = word.strip_prefix("sort=") {
            asked.order = Some(order_named(order)?);
        } else {
            let term = term::<crate::domain::opportunity::Opportunity>(store, desk, word)?;
            // A status that is asked for by name is not narrowed to open deals.
            if term.key == "status" {
                asked.status = None;
            }
            asked.terms.push(term);
        }
    }
    Ok(asked)
}

/// What the words of a list of to-dos say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedTodos {
    /// In this state; nothing for all.
    pub state: Option<TodoState>,
    /// Meeting these terms.
    pub terms: Vec<Term>,
}

/// Reads the words of `todo list`: open where nothing is said of the state; any other word is one of the title.
pub fn todos(store: &Store, desk: &Desk, words: &[String]) -> Result<AskedTodos, Failure> {
    let mut asked = AskedTodos { state: Some(TodoState::Open), ..AskedTodos::default() };
    for word in words {
        if word == "all" || word == "全部" {
            asked.state = None;
        } else if let Some(state) = lang::choice::parse_choice(TodoState::LIST, TodoState::CODES, word) {
            asked.state = TodoState::from_code(state);
        } else if word.contains(['=', '<', '>', '~', '＝', '＜', '＞', '～']) {
            let term = term::<Todo>(store, desk, word)?;
            if term.key == "state" {
                asked.state = None;
            }
            asked.terms.push(term);
        } else {
            let value = Value::Text(word.clone());
            asked.terms.push(Term { key: "title".to_owned(), test: Test::Like, value });
        }
    }
    Ok(asked)
}

/// Reads the words of any other list.
pub fn terms<R: Record>(store: &Store, desk: &Desk, words: &[String]) -> Result<Vec<Term>, Failure> {
    words.iter().map(|word| term::<R>(store, desk, word)).collect()
}

/// The word of an order, as `sort=` takes it.
pub fn order_code(order: Order) -> &'static str {
    match order {
        Order::Close => "close",
        Order::Amount => "amount",
        Order::Flags => "flags",
        Order::Account => "account",
        Order::Owner => "owner",
        Order::Title => "title",
        Order::Newest => "newest",
    }
}

const ORDERS: &[&str] = &["close", "amount", "flags", "account", "owner", "title", "newest"];

fn order_named(code: &str) -> Result<Order, Failure> {
    let found = Order::ALL.into_iter().find(|order| order_code(*order) == code);
    let wanted = || Mistake::Value(Noun::Opp, "sort", code.to_owned(), Wanted::Choice("order", ORDERS));
    found.ok_or_else(|| wanted().into())
}

fn term<R: Record>(store: &Store, desk: &Desk, word: &str) -> Result<Term, Failure> {
    let found = word.find(['=', '<', '>', '~', '＝', '＜', '＞', '～']);
    let parts = found.and_then(|at| {
        let (key, rest) = word.split_at_checked(at)?;
        let mut rest = rest.chars();
        Some((key.trim(), rest.next()?, rest.as_str().trim()))
    });
    let (typed, mark, text) = parts.ok_or_else(|| Mistake::NoAssignment(word.to_owned()))?;
    let (key, kind) = key_and_kind::<R>(typed)?;
    let compare = match mark {
        '<' | '＜' => Test::Below,
        '>' | '＞' => Test::Above,
        '~' | '～' => Test::Like,
        _ if key == "flags" => Test::Like,
        _ => Test::Is,
    };
    let value = match (compare, kind) {
        (Test::Like, Kind::Link(target)) => {
            let sheet = resolve::one(store, target, text)?;
            return Ok(Term {
                key: key.to_owned(),
                test: Test::Is,
                value: Value::Text(sheet.id.to_string()),
            });
        }
        (Test::Like, _) => Value::Text(text.to_owned()),
        _ => match assign::value(store, desk, None, kind, text) {
            Ok(Value::Int(minor)) if kind == Kind::Money => {
                Value::Int(money::hundredths(minor, &desk.currency))
            }
            Ok(value) => value,
            Err(Unfit::Failure(failure)) => return Err(failure),
            Err(Unfit::Wanted(wanted)) => {
                return Err(Mistake::Value(R::NOUN, key, text.to_owned(), wanted).into());
            }
        },
    };
    Ok(Term { key: key.to_owned(), test: compare, value })
}

fn key_and_kind<R: Record>(typed: &str) -> Result<(&'static str, Kind), Mistake> {
    let derived = DERIVED.iter().find(|(noun, key, _)| *noun == R::NOUN && *key == typed);
    match derived {
        Some((_, key, kind)) => Ok((key, *kind)),
        None => assign::field::<R>(typed).map(|field| (field.key, field.kind)),
    }
}
