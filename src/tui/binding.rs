//! The keys, as a table: footer, help, palette and README read it.

use super::command::Place;
use super::terminal::Key;
use crate::lang::{
    Word, calendar, cockpit as word, compete, decide, forecast, handout, manage, odds, plan, ran, review,
    template, timeline, today, todo, visit,
};

/// One key and what it says.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds; everywhere where nothing is said.
    pub place: Option<Place>,
    /// The keys, in their notation, between blanks.
    pub keys: &'static str,
    /// The command or the line of the grammar.
    pub line: &'static str,
    /// What it does, for people.
    pub word: Word,
    /// Whether the footer shows it.
    pub shown: bool,
}

const fn key(
    place: Option<Place>,
    keys: &'static str,
    line: &'static str,
    word: Word,
    shown: bool,
) -> Binding {
    Binding { place, keys, line, word, shown }
}

const FUNNEL: Option<Place> = Some(Place::Funnel);
const DEAL: Option<Place> = Some(Place::Deal);
const ASSESS: Option<Place> = Some(Place::Assess);
const COMPETE: Option<Place> = Some(Place::Compete);
const FACTORS: Option<Place> = Some(Place::Factors);
const RIVALS: Option<Place> = Some(Place::Rivals);
const EYE: Option<Place> = Some(Place::Eye);
const MANAGE: Option<Place> = Some(Place::Manage);
const DECIDE: Option<Place> = Some(Place::Decide);
const PEOPLE: Option<Place> = Some(Place::People);
const MAP: Option<Place> = Some(Place::Map);
const STEPS: Option<Place> = Some(Place::Steps);
const TODAY: Option<Place> = Some(Place::Today);
const SWEEP: Option<Place> = Some(Place::Sweep);
const REVIEW: Option<Place> = Some(Place::Review);
const KEYS: Option<Place> = Some(Place::KeyAccounts);
const CALL: Option<Place> = Some(Place::ForecastCall);
const REPORTS: Option<Place> = Some(Place::Reports);
const PLAN: Option<Place> = Some(Place::CallPlan);
const TODOS: Option<Place> = Some(Place::Todos);
const CALENDAR: Option<Place> = Some(Place::Calendar);
const LOG: Option<Place> = Some(Place::Log);
const CHANGES: Option<Place> = Some(Place::Changes);
const TIMELINE: Option<Place> = Some(Place::Timeline);
const ACCOUNTS: Option<Place> = Some(Place::Accounts);
const ACCOUNT: Option<Place> = Some(Place::Account);

/// Every key of the cockpit; what a place says comes before what holds everywhere.
pub const BINDINGS: &[Binding] = &[
    key(ASSESS, "+", "opp answer {} {question} {favourable}", word::K_FAVOURABLE, true),
    key(ASSESS, "-", "opp answer {} {question} {unfavourable}", word::K_UNFAVOURABLE, true),
    key(ASSESS, "?", "opp answer {} {question} ?", word::K_UNKNOWN, true),
    key(ASSESS, "=", "grade", word::K_GRADE, true),
    key(ASSESS, "<cr>", "open", word::K_EVIDENCE, true),
    key(FACTORS, "+", "opp fit {} {factor} {vendor} {more}", compete::K_RAISE, true),
    key(FACTORS, "-", "opp fit {} {factor} {vendor} {less}", compete::K_LOWER, true),
    key(FACTORS, "?", "opp fit {} {factor} {vendor} ?", compete::K_UNKNOWN, false),
    key(FACTORS, "[", "factor rank {factor} up", compete::K_UP, true),
    key(FACTORS, "]", "factor rank {factor} down", compete::K_DOWN, false),
    key(FACTORS, "t", "tactic", compete::K_TACTIC, true),
    key(FACTORS, "l <right>", "right", compete::K_RIGHT, false),
    key(FACTORS, "h <left>", "left", compete::K_LEFT, false),
    key(RIVALS, "<cr>", "open", compete::K_COMPANY, true),
    key(EYE, "+", "opp answer {} {question} {favourable} subject={rival}", word::K_FAVOURABLE, true),
    key(EYE, "-", "opp answer {} {question} {unfavourable} subject={rival}", word::K_UNFAVOURABLE, true),
    key(EYE, "?", "opp answer {} {question} ? subject={rival}", word::K_UNKNOWN, false),
    key(EYE, "l <right>", "right", compete::K_NEXT_RIVAL, true),
    key(EYE, "h <left>", "left", compete::K_LAST_RIVAL, false),
    key(EYE, "=", "grade", word::K_GRADE, true),
    key(COMPETE, "n", "new", compete::K_NEW, true),
    key(COMPETE, "b", "board", compete::K_VIEW, true),
    key(COMPETE, "s", "strategy", compete::K_STRATEGY, true),
    key(FACTORS, "<cr>", "open", compete::K_DETAIL, true),
    key(MANAGE, "<cr>", "open", manage::K_MEND, true),
    key(MANAGE, "n", "new", manage::K_COST, true),
    key(MANAGE, "N", "new beside", todo::K_ACTION, true),
    key(MANAGE, "x", "todo done {todo}", todo::K_DONE, true),
    key(MANAGE, "d", "defer", todo::K_DEFER, false),
    key(MANAGE, "p", "prepare", visit::K_PREPARE, true),
    key(MANAGE, "o", "debrief", visit::K_DEBRIEF, true),
    key(MANAGE, "s", "steps", template::K_STEPS, false),
    key(MANAGE, "y", "copy visit", handout::K_COPY, false),
    key(MANAGE, "Y", "write visit", handout::K_WRITE, false),
    key(PEOPLE, "b", "board", decide::MAP, true),
    key(MAP, "b", "board", decide::STEPS, true),
    key(STEPS, "b", "board", decide::PEOPLE, true),
    key(PEOPLE, "* ※", "opp mark {} {person} {cell}=*", decide::K_MARK_1, false),
    key(PEOPLE, "+", "opp mark {} {person} {cell}=+", decide::K_MARK_2, false),
    key(PEOPLE, "=", "opp mark {} {person} {cell}==", decide::K_MARK_3, false),
    key(PEOPLE, "-", "opp mark {} {person} {cell}=-", decide::K_MARK_4, false),
    key(PEOPLE, "x ×", "opp mark {} {person} {cell}=x", decide::K_MARK_5, false),
    key(PEOPLE, "?", "opp mark {} {person} {no_mark}", decide::K_MARK_NONE, false),
    key(PEOPLE, "o", "opp mark {} {person} political_status={circle}", decide::K_CIRCLE, true),
    key(PEOPLE, "i", "opp line {} {person} {?other} kind=influences", decide::K_INFLUENCE, true),
    key(PEOPLE, "I", "opp line {} {person} {?other} kind=conflicts", decide::K_CONFLICT, false),
    key(PEOPLE, "&", "opp line {} {person} {?other} kind=allied", decide::K_ALLIANCE, false),
    key(PEOPLE, "n", "opp mark {} {?newcomer}", decide::K_JOIN, true),
    key(PEOPLE, "e", "edit", decide::K_CARD, true),
    key(PEOPLE, "<cr>", "open", decide::K_PERSON, false),
    key(PEOPLE, "D <del>", "role remove {role}", decide::K_LEAVE, false),
    key(PEOPLE, "<space>", "toggle", word::K_FOLD, true),
    key(MAP, "i", "opp line {} {person} {?other} kind=influences", decide::K_INFLUENCE, true),
    key(MAP, "I", "opp line {} {person} {?other} kind=conflicts", decide::K_CONFLICT, true),
    key(MAP, "&", "opp line {} {person} {?other} kind=allied", decide::K_ALLIANCE, true),
    key(MAP, "s", "opp line {} {from} {to} strength={strength}", decide::K_STRENGTH, true),
    key(MAP, "t", "opp line {} {from} {to} kind={tie}", decide::K_TIE, false),
    key(MAP, "D <del>", "influence remove {line}", decide::K_UNLINE, true),
    key(MAP, "o", "opp mark {} {person} political_status={circle}", decide::K_CIRCLE, true),
    key(MAP, "n", "opp mark {} {?newcomer}", decide::K_JOIN, false),
    key(MAP, "e", "edit", decide::K_CARD, false),
    key(MAP, "<cr>", "open", decide::K_PERSON, false),
    key(STEPS, "x", "decision set {step} state={done} done_on={done_on}", decide::K_DONE, true),
    key(STEPS, "s", "decision set {step} state={pace}", decide::K_PACE, true),
    key(STEPS, "[", "decision rank {step} up", decide::K_UP, true),
    key(STEPS, "]", "decision rank {step} down", decide::K_DOWN, true),
    key(STEPS, "n", "new", word::K_NEW, true),
    key(STEPS, "D <del>", "decision remove {step}", decide::K_DROP_STEP, false),
    key(DECIDE, "l <right>", "right", decide::K_RIGHT, false),
    key(DECIDE, "h <left>", "left", decide::K_LEFT, false),
    key(CHANGES, "b T <cr>", "board", timeline::K_TIMELINE, true),
    key(LOG, "<cr>", "open", word::K_OPEN, true),
    key(LOG, "b", "board", timeline::K_CHANGES, true),
    key(TIMELINE, "<cr>", "open", word::K_OPEN, true),
    key(TIMELINE, "e", "edit", word::K_EDIT, true),
    key(DEAL, "<tab> l <right>", "tab", word::K_TAB, true),
    key(DEAL, "<s-tab> h <left>", "tab back", word::K_TAB_BACK, false),
    key(DEAL, ">", "opp advance {}", word::K_ADVANCE, true),
    key(DEAL, "<lt>", "opp retreat {}", word::K_RETREAT, true),
    key(DEAL, "%", "why", odds::K_WHY, false),
    key(DEAL, "e", "edit", word::K_EDIT, true),
    key(DEAL, "c", "close", word::K_CLOSE, true),
    key(DEAL, "V", "new visit", visit::K_VISIT, false),
    key(DEAL, "A", "its account", word::K_ACCOUNT_OF, false),
    key(DEAL, "m", "note", word::K_NOTE, false),
    key(DEAL, "R", "opp reopen {}", word::K_REOPEN, false),
    key(DEAL, "D <del>", "remove", word::K_REMOVE, false),
    key(FUNNEL, "<cr>", "open", word::K_OPEN, true),
    key(FUNNEL, "l <right>", "right", word::K_NEXT_STAGE, false),
    key(FUNNEL, "h <left>", "left", word::K_LAST_STAGE, false),
    key(FUNNEL, ">", "opp advance {}", word::K_ADVANCE, true),
    key(FUNNEL, "<lt>", "opp retreat {}", word::K_RETREAT, true),
    key(FUNNEL, "%", "why", odds::K_WHY, false),
    key(FUNNEL, "n", "new", word::K_NEW, true),
    key(FUNNEL, "e", "edit", word::K_EDIT, true),
    key(FUNNEL, "c", "close", word::K_CLOSE, false),
    key(FUNNEL, "b", "board", word::K_BOARD, true),
    key(FUNNEL, "s", "sort", word::K_SORT, true),
    key(FUNNEL, "f", "filter", word::K_FILTER, true),
    key(FUNNEL, "v", "select", word::K_SELECT, false),
    key(FUNNEL, "<space>", "toggle", word::K_TOGGLE, false),
    key(FUNNEL, "$", "currency", word::K_CURRENCY, false),
    key(FUNNEL, "D <del>", "remove", word::K_REMOVE, false),
    key(FUNNEL, "A", "its account", word::K_ACCOUNT_OF, false),
    key(FUNNEL, "R", "opp reopen {}", word::K_REOPEN, false),
    key(TODAY, "<cr>", "open", word::K_OPEN, true),
    key(TODAY, "x", "todo done {todo}", today::K_DONE, true),
    key(TODAY, "d", "defer", todo::K_DEFER, true),
    key(TODAY, "p", "prepare", visit::K_PREPARE, true),
    key(TODAY, "o", "debrief", visit::K_DEBRIEF, true),
    key(TODAY, "n", "new", word::K_NEW, true),
    key(TODAY, "e", "edit", word::K_EDIT, true),
    key(TODAY, "s", "steps", template::K_STEPS, true),
    key(TODAY, "y", "copy visit", handout::K_COPY, true),
    key(TODAY, "Y", "write visit", handout::K_WRITE, false),
    key(TODAY, "D <del>", "remove", word::K_REMOVE, false),
    key(TODAY, "V", "new visit", visit::K_VISIT, false),
    key(SWEEP, "x", "todo done {todo}", today::K_DONE, true),
    key(SWEEP, "d", "defer", todo::K_DEFER, true),
    key(SWEEP, "t", "todo defer {todo} {tomorrow}", today::K_TOMORROW, true),
    key(SWEEP, "m", "todo defer {todo} {monday}", today::K_SOON, true),
    key(SWEEP, "D", "todo drop {todo}", today::K_DROP, true),
    key(SWEEP, "h", "todo set {todo} owner={?colleague}", today::K_HAND, true),
    key(SWEEP, "<space>", "todo set {todo} carried={carried} week={week}", today::K_KEEP, true),
    key(SWEEP, "<cr>", "stamp", today::K_STAMP, true),
    key(SWEEP, "e", "edit", word::K_EDIT, false),
    key(REVIEW, "n", "next problem", review::K_PROBLEM, true),
    key(REVIEW, "m", "mend", review::K_MEND, true),
    key(REVIEW, "t", "next step", review::K_STEP, true),
    key(REVIEW, "s", "stamp", review::K_STAMP, true),
    key(REVIEW, ">", "opp advance {}", word::K_ADVANCE, true),
    key(REVIEW, "%", "why", odds::K_WHY, false),
    key(TODAY, "%", "why", odds::K_WHY, false),
    key(REVIEW, "<lt>", "opp retreat {}", word::K_RETREAT, true),
    key(REVIEW, "e", "edit", word::K_EDIT, false),
    key(REVIEW, "c", "close", word::K_CLOSE, false),
    key(REVIEW, "D <del>", "remove", word::K_REMOVE, false),
    key(REVIEW, "A", "its account", word::K_ACCOUNT_OF, false),
    key(REVIEW, "<cr>", "open", word::K_OPEN, true),
    key(KEYS, "+", "verdict keep", review::K_KEEP, true),
    key(KEYS, "-", "verdict lower", review::K_LOWER, true),
    key(KEYS, "D <del>", "verdict remove", review::K_REMOVE, true),
    key(KEYS, "<cr>", "open", word::K_OPEN, true),
    key(KEYS, "e", "edit", word::K_EDIT, true),
    key(PLAN, "<space>", "visit add {proposal} plan_month={month}", plan::K_ACCEPT, true),
    key(PLAN, "t", "date", plan::K_DATE, true),
    key(PLAN, "+", "visit set {visit} success_probability={more}", plan::K_MORE, true),
    key(PLAN, "-", "visit set {visit} success_probability={less}", plan::K_LESS, false),
    key(PLAN, "s", "stamp", plan::K_STAMP, true),
    key(PLAN, "y", "copy plan", plan::K_COPY, false),
    key(PLAN, "Y", "write plan", plan::K_WRITE, true),
    key(PLAN, "] l <right>", "right", plan::K_NEXT, true),
    key(PLAN, "[ h <left>", "left", plan::K_BEFORE, false),
    key(PLAN, "m", "visit set {unplanned} plan_month={month}", plan::K_TAKE, false),
    key(PLAN, "D <del>", "visit {off}", plan::K_OFF, false),
    key(PLAN, "<cr>", "open", word::K_OPEN, false),
    key(PLAN, "n", "new", word::K_NEW, false),
    key(PLAN, "p", "prepare", visit::K_PREPARE, false),
    key(PLAN, "o", "debrief", visit::K_DEBRIEF, false),
    key(PLAN, "e", "edit", word::K_EDIT, false),
    key(REPORTS, "c", "forecast call", forecast::K_CALL, true),
    key(REPORTS, "f", "filter", word::K_FILTER, true),
    key(CALL, "c", "opp set {} category=commit", forecast::K_COMMIT, true),
    key(CALL, "b", "opp set {} category=best-case", forecast::K_BEST, true),
    key(CALL, "p", "opp set {} category=pipeline", forecast::K_PIPELINE, true),
    key(CALL, "o", "opp set {} category=omitted", forecast::K_OMITTED, true),
    key(CALL, "w", "opp set {} category=closed", forecast::K_CLOSED, false),
    key(CALL, "-", "opp set {} category=", forecast::K_CLEAR, false),
    key(CALL, "<cr>", "open", word::K_OPEN, false),
    key(CALL, "e", "edit", word::K_EDIT, false),
    key(CALL, "f", "filter", word::K_FILTER, false),
    key(TODOS, "x", "todo done {}", todo::K_DONE, true),
    key(TODOS, "d", "defer", todo::K_DEFER, true),
    key(TODOS, "D <del>", "todo drop {}", todo::K_DROP, false),
    key(TODOS, "w", "todo wait {} …", todo::K_WAIT, true),
    key(TODOS, "@", "todo give {} …", todo::K_GIVE, false),
    key(TODOS, "n", "new", word::K_NEW, true),
    key(TODOS, "e", "edit", word::K_EDIT, true),
    key(TODOS, "<cr>", "open", word::K_OPEN, true),
    key(TODOS, "s", "sort", word::K_SORT, true),
    key(TODOS, "f", "filter", word::K_FILTER, true),
    key(TODOS, "b", "board", todo::K_VIEW, false),
    key(TODOS, "R", "todo reopen {}", todo::K_REOPEN, false),
    key(TODOS, "v", "select", word::K_SELECT, false),
    key(TODOS, "<space>", "toggle", word::K_TOGGLE, false),
    key(CALENDAR, "<cr>", "open", word::K_OPEN, true),
    key(CALENDAR, "n", "new", calendar::K_NEW, true),
    key(CALENDAR, "b", "board", calendar::K_VIEW, true),
    key(CALENDAR, "p", "prepare", visit::K_PREPARE, true),
    key(CALENDAR, "o", "debrief", visit::K_DEBRIEF, true),
    key(CALENDAR, "x", "todo done {todo}", today::K_DONE, false),
    key(CALENDAR, "d", "defer", todo::K_DEFER, false),
    key(CALENDAR, "[", "earlier", calendar::K_EARLIER, true),
    key(CALENDAR, "]", "later", calendar::K_LATER, true),
    key(CALENDAR, "{", "week earlier", calendar::K_WEEK_EARLIER, false),
    key(CALENDAR, "}", "week later", calendar::K_WEEK_LATER, false),
    key(CALENDAR, "-", "quarter earlier", calendar::K_QUARTER_EARLIER, false),
    key(CALENDAR, "+", "quarter later", calendar::K_QUARTER_LATER, false),
    key(CALENDAR, "t .", "this day", calendar::K_TODAY, true),
    key(CALENDAR, "e", "edit", word::K_EDIT, false),
    key(CALENDAR, "D <del>", "remove", word::K_REMOVE, false),
    key(CALENDAR, "s", "steps", template::K_STEPS, true),
    key(CALENDAR, "y", "copy visit", handout::K_COPY, true),
    key(CALENDAR, "Y", "write visit", handout::K_WRITE, false),
    key(CALENDAR, "f", "filter", word::K_FILTER, false),
    key(CALENDAR, "v", "select", word::K_SELECT, false),
    key(CALENDAR, "<space>", "toggle", word::K_TOGGLE, false),
    key(CALENDAR, "<tab>", "tab", calendar::K_ITEM, false),
    key(CALENDAR, "<s-tab>", "tab back", calendar::K_ITEM_BACK, false),
    key(CALENDAR, "l <right>", "right", calendar::K_RIGHT, false),
    key(CALENDAR, "h <left>", "left", calendar::K_LEFT, false),
    key(CALENDAR, "<pagedown>", "page", calendar::K_PAGE, false),
    key(CALENDAR, "<pageup>", "page back", calendar::K_PAGE_BACK, false),
    key(ACCOUNTS, "<cr>", "open", word::K_OPEN, true),
    key(ACCOUNTS, "n", "new", word::K_NEW, true),
    key(ACCOUNTS, "e", "edit", word::K_EDIT, true),
    key(ACCOUNTS, "s", "sort", word::K_SORT, true),
    key(ACCOUNTS, "f", "filter", word::K_FILTER, true),
    key(ACCOUNTS, "v", "select", word::K_SELECT, false),
    key(ACCOUNTS, "<space>", "toggle", word::K_TOGGLE, false),
    key(ACCOUNTS, "D <del>", "remove", word::K_REMOVE, false),
    key(ACCOUNT, "<tab> l <right>", "tab", word::K_TAB, true),
    key(ACCOUNT, "<s-tab> h <left>", "tab back", word::K_TAB_BACK, false),
    key(ACCOUNT, "<cr>", "open", word::K_OPEN, true),
    key(ACCOUNT, "n", "new", word::K_NEW_DEAL, true),
    key(ACCOUNT, "P", "new beside", word::K_NEW_PERSON, true),
    key(ACCOUNT, "V", "new visit", visit::K_VISIT, false),
    key(ACCOUNT, "e", "edit", word::K_EDIT, true),
    key(ACCOUNT, "b", "board", timeline::K_CHANGES, false),
    key(ACCOUNT, "D <del>", "remove", word::K_REMOVE, false),
    key(ACCOUNT, "<space>", "toggle", word::K_FOLD, false),
    key(None, "<esc>", "back", word::K_BACK, false),
    key(None, "a", "capture", crate::lang::capture::K_CAPTURE, false),
    key(None, "/", "find", word::K_FIND, true),
    key(None, ": <c-p>", "palette", word::K_PALETTE, true),
    key(None, "<f1>", "help", word::K_HELP, true),
    key(None, "?", "help", word::K_HELP_ALSO, false),
    key(None, "T", "timeline", timeline::K_TIMELINE, false),
    key(None, "~", "last lines", ran::K_RAN, false),
    key(None, "<f2>", "saved 1", word::K_SAVED, false),
    key(None, "<f3>", "saved 2", word::K_SAVED, false),
    key(None, "<f4>", "saved 3", word::K_SAVED, false),
    key(None, "<f5>", "saved 4", word::K_SAVED, false),
    key(None, "<f6>", "saved 5", word::K_SAVED, false),
    key(None, "W", "sweep", today::K_SWEEP, false),
    key(None, "M", "call plan", plan::K_PLAN, false),
    key(None, "F", "funnel review", review::K_FUNNEL, false),
    key(None, "K", "key accounts", review::K_ACCOUNTS, false),
    key(None, "S", "summary", handout::K_SUMMARY, false),
    key(None, "u", "undo", word::K_UNDO, false),
    key(None, "U", "redo", word::K_REDO, false),
    key(None, "1", "today", word::K_GO_TODAY, false),
    key(None, "2", "funnel", word::K_GO_FUNNEL, false),
    key(None, "3", "calendar", word::K_GO_CALENDAR, false),
    key(None, "4", "todo list", word::K_GO_TODOS, false),
    key(None, "5", "accounts", word::K_GO_ACCOUNTS, false),
    key(None, "6", "reports", word::K_GO_REPORTS, false),
    key(None, "L", "language", word::K_LANGUAGE, false),
    key(None, "q <c-c>", "quit", word::K_QUIT, false),
];

impl Binding {
    /// Its keys.
    pub fn each_key(&self) -> impl Iterator<Item = Key> + use<> {
        self.keys.split(' ').filter_map(Key::parse)
    }

    /// Its first key as a keyboard has it.
    pub fn label(&self) -> String {
        self.each_key().next().map(Key::label).unwrap_or_default()
    }

    /// Whether it holds in a place.
    pub fn holds(&self, place: Place) -> bool {
        self.place.is_none_or(|own| place.is_in(own))
    }
}

/// What a key says in a place.
pub fn bound(place: Place, key: Key) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.holds(place) && binding.each_key().any(|own| own == key))
}

/// The bindings of a place in the order of the table, each key once.
pub fn of_place(place: Place) -> Vec<&'static Binding> {
    let mut taken = Vec::new();
    let mut found = Vec::new();
    for binding in BINDINGS.iter().filter(|binding| binding.holds(place)) {
        let Some(first) = binding.each_key().next() else { continue };
        if !taken.contains(&first) {
            taken.push(first);
            found.push(binding);
        }
    }
    found
}

/// The keys of a place with what they do, in the order of the table: those that do the same in one, without those
/// that say something else here.
pub fn keys_of(place: Place) -> Vec<(String, Word)> {
    let mut rows: Vec<(String, Word, Option<Place>)> = Vec::new();
    for binding in BINDINGS.iter().filter(|binding| binding.holds(place)) {
        let holds = |key: &Key| bound(place, *key).is_some_and(|found| std::ptr::eq(found, binding));
        let keys: Vec<String> = binding.each_key().filter(holds).map(Key::label).collect();
        match rows.last_mut() {
            _ if keys.is_empty() => {}
            Some((all, word, own)) if (*word, *own) == (binding.word, binding.place) => {
                *all = format!("{all} {}", keys.join(" "));
            }
            _ => rows.push((keys.join(" "), binding.word, binding.place)),
        }
    }
    rows.into_iter().map(|(keys, word, _)| (keys, word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::command::Command;

    #[test]
    fn every_binding_says_something_that_is_understood() {
        for binding in BINDINGS {
            assert!(Command::is_known(binding.line), "{}", binding.line);
            assert_eq!(binding.each_key().count(), binding.keys.split(' ').count(), "{}", binding.keys);
        }
    }

    #[test]
    fn no_place_binds_a_key_twice() {
        for (at, one) in BINDINGS.iter().enumerate() {
            for other in BINDINGS.iter().skip(at + 1).filter(|other| other.place == one.place) {
                assert!(!one.each_key().any(|key| other.each_key().any(|own| own == key)), "{}", one.keys);
            }
        }
    }
}
