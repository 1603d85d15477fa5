//! What a list asks for: `field=value` and its like, plain words, and the words that stand on the screen.

use crate::domain::account::Account;
use crate::domain::choice::Choice;
use crate::domain::decision::Decision;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::stage::{Stage, Status};
use crate::domain::todo::{Todo, TodoState};
use crate::domain::value::Value;
use crate::domain::visit::Visit;
use crate::lang;
use crate::store::Store;
use crate::store::calendar::Only;
use crate::store::deals::{Order, Selection};
use crate::store::query::{Term, Test};

use super::Desk;
use super::failure::{Failure, Mistake, Wanted};

mod compare;
mod known;
mod tell;
mod word;

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

impl Asked {
    /// The deals that are asked for, in the order that the words say, else in this one.
    pub fn selection(self, order: Order) -> Selection {
        let Self { status, stage, terms, order: own } = self;
        Selection { status, stage, terms, order: own.unwrap_or(order) }
    }
}

/// Reads the words of `opp list`: open where nothing is said of the status.
pub fn deals(store: &Store, desk: &Desk, words: &[String]) -> Result<Asked, Failure> {
    deals_of(store, desk, words, Some(Status::Open))
}

/// Reads the words of a report over deals: of every status where nothing is said.
pub fn all_deals(store: &Store, desk: &Desk, words: &[String]) -> Result<Asked, Failure> {
    deals_of(store, desk, words, None)
}

fn deals_of(store: &Store, desk: &Desk, words: &[String], status: Option<Status>) -> Result<Asked, Failure> {
    let mut asked = Asked { status, ..Asked::default() };
    for said in said::<Opportunity>(store, desk, words)? {
        match said {
            Said::All => asked.status = None,
            Said::Status(status) => asked.status = Some(status),
            Said::Stage(stage) => asked.stage = Some(stage),
            Said::Order(order) => asked.order = Some(order),
            Said::State(_) => {}
            Said::Term(term) => {
                // A status that is asked for by name is not narrowed to open deals.
                if is_about(&term, "status") {
                    asked.status = None;
                }
                asked.terms.push(term);
            }
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

impl AskedTodos {
    /// All that is asked for as terms alone.
    pub fn whole(self) -> Vec<Term> {
        let Self { state, mut terms } = self;
        terms.extend(state.map(|state| Term::of("state", Test::Is, Value::Text(state.code().to_owned()))));
        terms
    }
}

/// Reads the words of `todo list`: open where nothing is said of the state.
pub fn todos(store: &Store, desk: &Desk, words: &[String]) -> Result<AskedTodos, Failure> {
    let mut asked = AskedTodos { state: Some(TodoState::Open), ..AskedTodos::default() };
    for said in said::<Todo>(store, desk, words)? {
        match said {
            Said::All => asked.state = None,
            Said::State(state) => asked.state = Some(state),
            Said::Status(_) | Said::Stage(_) | Said::Order(_) => {}
            Said::Term(term) => {
                if is_about(&term, "state") {
                    asked.state = None;
                }
                asked.terms.push(term);
            }
        }
    }
    Ok(asked)
}

/// Reads the words of a calendar, which shows records of several kinds: a kind that lacks a field is not shown, and
/// what none of them understands is a mistake.
pub fn dated(store: &Store, desk: &Desk, words: &[String]) -> Result<Only, Failure> {
    if words.is_empty() {
        return Ok(Only::default());
    }
    let mut mistakes = Vec::new();
    let mut kind = |read: Result<Vec<Term>, Failure>| match read {
        Ok(terms) => Ok(Some(terms)),
        Err(fault @ Failure::Fault(_)) => Err(fault),
        Err(other) => {
            mistakes.push(other);
            Ok(None)
        }
    };
    let only = Only {
        visits: kind(terms::<Visit>(store, desk, words))?,
        todos: kind(todos(store, desk, words).map(AskedTodos::whole))?,
        deals: kind(deals(store, desk, words).map(|asked| asked.selection(Order::Close).whole()))?,
        decisions: kind(terms::<Decision>(store, desk, words))?,
        accounts: kind(terms::<Account>(store, desk, words))?,
    };
    // What a visit says of a slip stands for all.
    match mistakes.into_iter().next() {
        Some(first) if only == Only::NONE => Err(first),
        _ => Ok(only),
    }
}

/// Reads the words of any other list.
pub fn terms<R: Record>(store: &Store, desk: &Desk, words: &[String]) -> Result<Vec<Term>, Failure> {
    let said = said::<R>(store, desk, words)?.into_iter();
    Ok(said.filter_map(|said| if let Said::Term(term) = said { Some(term) } else { None }).collect())
}

/// What a word of a list says.
enum Said {
    /// Of every status or state.
    All,
    /// Deals of a status.
    Status(Status),
    /// Deals in a stage.
    Stage(Stage),
    /// To-dos in a state.
    State(TodoState),
    /// In this order.
    Order(Order),
    /// Meeting a term.
    Term(Term),
}

/// Reads words one after another; those that stand on the screen may be several, such as `past close`.
fn said<R: Record>(store: &Store, desk: &Desk, words: &[String]) -> Result<Vec<Said>, Failure> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some((first, others)) = rest.split_first() {
        if let Some(parts) = compare::split(first) {
            found.push(match (R::NOUN, known::is_order(parts.0)) {
                (Noun::Opp, true) => Said::Order(order_named(parts.2)?),
                _ => Said::Term(compare::term::<R>(store, desk, parts)?),
            });
            rest = others;
        } else {
            let count = rest.iter().take_while(|word| compare::split(word).is_none()).count();
            let (said, taken) = word::read::<R>(rest.get(..count).unwrap_or_default());
            found.extend(said);
            rest = rest.get(taken..).unwrap_or_default();
        }
    }
    Ok(found)
}

/// Whether a term is about a field.
fn is_about(term: &Term, name: &str) -> bool {
    match term {
        Term::Field { key, .. } => key == name,
        Term::Any(terms) => !terms.is_empty() && terms.iter().all(|term| is_about(term, name)),
        Term::Not(term) => is_about(term, name),
    }
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

fn order_named(typed: &str) -> Result<Order, Failure> {
    let code = lang::choice::named("order", ORDERS, typed);
    let found = Order::ALL.into_iter().find(|order| Some(order_code(*order)) == code);
    let wanted = || Mistake::Value(Noun::Opp, "sort", typed.to_owned(), Wanted::Choice("order", ORDERS));
    found.ok_or_else(|| wanted().into())
}

/// The status with this code or label.
fn status_named(typed: &str) -> Option<Status> {
    lang::choice::named(Status::LIST, Status::CODES, typed).and_then(Status::from_code)
}

/// The stage with this code or label.
fn stage_named(typed: &str) -> Option<Stage> {
    lang::choice::named(Stage::LIST, Stage::CODES, typed).and_then(Stage::from_code)
}

/// The state with this code or label.
fn state_named(typed: &str) -> Option<TodoState> {
    lang::choice::named(TodoState::LIST, TodoState::CODES, typed).and_then(TodoState::from_code)
}

#[cfg(test)]
mod tests;
