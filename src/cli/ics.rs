//! Visits and to-dos as a calendar. The id is the record's own, so that a telephone changes what it has instead of
//! adding it again. Times are of our clock, with its zone where that has a name, in UTC where it has none.

use std::fmt::Write as _;

use chrono::{DateTime, Days, Duration, NaiveDateTime, NaiveTime, Utc};

use super::ics_about::About;
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use crate::action::import::version;
use crate::action::terms;
use crate::domain::choice::Choice;
use crate::domain::clock::Clock;
use crate::domain::moment::Moment;
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::record::{Head, Record};
use crate::domain::recur::Repeat;
use crate::domain::todo::{Priority, Todo, TodoState};
use crate::domain::value::{Extra, Kind, Value};
use crate::domain::visit::{Visit, VisitStatus};
use crate::import::content_line::{escape, fold};
use crate::import::ics::{ABOUT, EXTRA, LEAD, UNNAMED, apart, own_name};
use crate::import::repeat::rrule;
use crate::import::vcard::NEVER;
use crate::lang::choice;

/// Where an import keeps people who are not known.
const GUESTS: &str = "ATTENDEE";
/// What the ids of other calendars' events begin with; what another name was given for has an id of ours.
const FOREIGN: &str = "ics:";

/// All visits that have a day, as events.
pub fn events(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let terms = terms::terms::<Visit>(session.store, &session.desk, said)?;
    page.data(&opening(session))?;
    session.store.each::<Visit, Trouble>(&terms, |plain| one(session, page, &plain.record()?))?;
    page.data("END:VCALENDAR\r\n")
}

/// These visits, those without a day left out.
pub fn some<'a>(
    session: &Session,
    page: &mut Page,
    visits: impl Iterator<Item = &'a Visit>,
) -> Result<(), Trouble> {
    page.data(&opening(session))?;
    for visit in visits {
        one(session, page, visit)?;
    }
    page.data("END:VCALENDAR\r\n")
}

fn one(session: &Session, page: &mut Page, visit: &Visit) -> Result<(), Trouble> {
    let Some(when) = visit.when else { return Ok(()) };
    let mut people = Vec::new();
    for id in &visit.who {
        people.extend(session.store.by_id::<Person>(*id)?);
    }
    let account = visit.account.map(|id| session.sheet(Noun::Account, id)).transpose()?.flatten();
    let account = account.map(|account| account.name);
    let kind = choice::label(session.lang(), crate::domain::visit::VisitType::LIST, visit.r#type.code());
    let names: Vec<String> = people.iter().map(|person| person.name.clone()).collect();
    let about = About::of(visit, account.as_deref(), &names, kind, session.lang());
    page.data(&event(visit, when, &people, &about, &Ground::of(session, &visit.head)?))
}

/// All to-dos.
pub fn tasks(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let terms = terms::terms::<Todo>(session.store, &session.desk, said)?;
    page.data(&opening(session))?;
    session.store.each::<Todo, Trouble>(&terms, |plain| {
        let todo: Todo = plain.record()?;
        page.data(&task(&todo, &Ground::of(session, &todo.head)?))
    })?;
    page.data("END:VCALENDAR\r\n")
}

fn opening(session: &Session) -> String {
    let mut out = Lines(String::new());
    out.raw("BEGIN", "VCALENDAR");
    out.raw("VERSION", "2.0");
    out.raw("PRODID", "-//Quarterdeck//qd//EN");
    out.raw("CALSCALE", "GREGORIAN");
    if let Some(zone) = session.clock().zone() {
        out.0.push_str(&super::ics_zone::described(zone, session.today()));
    }
    out.0
}

/// What a record is written by.
struct Ground {
    clock: Clock,
    /// When it was changed last.
    changed: Option<DateTime<Utc>>,
}

impl Ground {
    fn of(session: &Session, head: &Head) -> Result<Self, Trouble> {
        let changed = session.store.moment(head.touched)?.map(|at| at.with_timezone(&Utc));
        Ok(Self { clock: session.clock(), changed })
    }
}

fn event(visit: &Visit, when: Moment, people: &[Person], about: &About, ground: &Ground) -> String {
    let mut out = Lines(String::new());
    out.raw("BEGIN", "VEVENT");
    match visit
        .external_id
        .as_deref()
        .and_then(|id| id.strip_prefix(FOREIGN))
        .filter(|id| !id.starts_with('~'))
    {
        Some(id) => out.known(visit, id, ground),
        None => out.head(&visit.head, ground),
    }
    span(&mut out, visit, when, ground);
    out.text("SUMMARY", Some(&about.summary));
    out.text(LEAD, about.lead.as_deref());
    if about.is_unnamed {
        out.raw(UNNAMED, "1");
    }
    out.text("LOCATION", visit.r#where.as_deref());
    out.text("DESCRIPTION", Some(&about.description));
    out.text(ABOUT, about.head.as_deref());
    out.tags(visit.tags.as_deref());
    out.raw("STATUS", if visit.status == VisitStatus::Cancelled { "CANCELLED" } else { "CONFIRMED" });
    if visit.is_open() {
        out.repeats(visit.recur.as_deref());
    }
    for person in people {
        let mail = person.email.as_deref().filter(|mail| mail.contains('@'));
        let address =
            mail.map_or_else(|| format!("urn:uuid:{}", person.head.id), |mail| format!("mailto:{mail}"));
        out.guest(&person.name, &address);
    }
    for guest in visit.extra.0.get(GUESTS).into_iter().flat_map(|guests| guests.lines()) {
        let named = guest.strip_suffix('>').and_then(|guest| guest.split_once(" <"));
        match named {
            Some((name, mail)) => out.guest(name, &format!("mailto:{mail}")),
            None if guest.contains('@') => out.raw("ATTENDEE", &format!("mailto:{guest}")),
            None => out.guest(guest, "invalid:nomail"),
        }
    }
    let written = ["what", "where", "when", "lasts", "until", "notes", "tags", "who"];
    out.own(visit, &written, &visit.currency);
    out.extra(&visit.extra);
    out.raw("END", "VEVENT");
    out.0
}

/// From when to when; what neither says is written under names of our own.
fn span(out: &mut Lines, visit: &Visit, when: Moment, ground: &Ground) {
    out.moment("DTSTART", when, ground);
    let Some(time) = when.time else {
        let last = visit.until.filter(|until| *until > when.day).unwrap_or(when.day);
        let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
        out.moment("DTEND", Moment::on(end), ground);
        if let Some(minutes) = visit.lasts {
            out.raw(&own_name("lasts"), &minutes.to_string());
        }
        return;
    };
    let begun = when.day.and_time(time);
    let end = visit.lasts.and_then(|minutes| begun.checked_add_signed(Duration::try_minutes(minutes)?));
    if let Some(end) = end.filter(|end| *end > begun) {
        out.moment("DTEND", Moment::at(end.date(), end.time()), ground);
    }
    if let Some(until) = visit.until {
        out.raw(&own_name("until"), &until.to_string());
    }
}

fn task(todo: &Todo, ground: &Ground) -> String {
    let mut out = Lines(String::new());
    out.raw("BEGIN", "VTODO");
    out.head(&todo.head, ground);
    out.text("SUMMARY", Some(&todo.title));
    out.text("DESCRIPTION", todo.notes.as_deref());
    out.tags(todo.tags.as_deref());
    if let Some(due) = todo.due {
        out.moment("DUE", due, ground);
    }
    let priority = todo.priority.map(|priority| match priority {
        Priority::High => "1",
        Priority::Medium => "5",
        Priority::Low => "9",
    });
    if let Some(priority) = priority {
        out.raw("PRIORITY", priority);
    }
    out.raw(
        "STATUS",
        match todo.state {
            TodoState::Open => "NEEDS-ACTION",
            TodoState::Done => "COMPLETED",
            TodoState::Dropped => "CANCELLED",
        },
    );
    if let Some(done) = todo.done_at.filter(|_| todo.state == TodoState::Done) {
        let at = ground.clock.meant(done.day.and_time(done.time.unwrap_or(NaiveTime::MIN)));
        out.raw("COMPLETED", &utc(at));
    }
    out.repeats(todo.recur.as_deref());
    out.own(todo, &["title", "due", "notes", "tags"], "");
    out.extra(&todo.extra);
    out.raw("END", "VTODO");
    out.0
}

/// Which time of its series a visit is, on the clock of the series as far as it is known.
fn again(visit: &Visit, stamp: &str, ground: &Ground) -> (String, String) {
    let name = "RECURRENCE-ID";
    if !stamp.contains('T') {
        return (format!("{name};VALUE=DATE"), stamp.to_owned());
    }
    let instant = visit.instant.map(|instant| utc(instant.0));
    let is_utc = instant.as_deref().and_then(|instant| instant.strip_suffix('Z')) == Some(stamp);
    if visit.zone.is_none() && is_utc {
        return (name.to_owned(), format!("{stamp}Z"));
    }
    let own = ground.clock.zone().filter(|_| instant.is_some());
    let named = visit.zone.as_deref().or(own).map(|zone| format!("{name};TZID={zone}"));
    (named.unwrap_or_else(|| name.to_owned()), stamp.to_owned())
}

fn utc(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A calendar that is being written.
struct Lines(String);

impl Lines {
    fn raw(&mut self, name: &str, value: &str) {
        let _ = self.0.write_str(&fold(&format!("{name}:{value}")));
    }

    fn text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.raw(name, &escape(value));
        }
    }

    /// Who it is, when it was changed, and how often: a number that only rises.
    fn head(&mut self, head: &Head, ground: &Ground) {
        self.raw("UID", &head.id.to_string());
        self.changed(ground);
        self.raw("SEQUENCE", &(head.touched - head.born).max(0).to_string());
    }

    /// An event of another calendar keeps its name and number there, which are not ours to raise.
    fn known(&mut self, visit: &Visit, id: &str, ground: &Ground) {
        let (uid, stamp) = apart(id);
        self.text("UID", Some(uid));
        if let Some(stamp) = stamp {
            let (name, at) = again(visit, stamp, ground);
            self.raw(&name, &at);
        }
        self.changed(ground);
        if let Some(number) = visit.version.as_deref().and_then(version::number) {
            self.raw("SEQUENCE", &number.to_string());
        }
    }

    fn changed(&mut self, ground: &Ground) {
        let changed = ground.changed.map(|at| at.naive_utc()).unwrap_or_default();
        self.raw("DTSTAMP", &utc(changed));
        self.raw("LAST-MODIFIED", &utc(changed));
    }

    fn moment(&mut self, name: &str, moment: Moment, ground: &Ground) {
        let day = moment.day.format("%Y%m%d");
        match (moment.time, ground.clock.zone()) {
            (None, _) => self.raw(&format!("{name};VALUE=DATE"), &day.to_string()),
            // A clock without a name is known to nobody else.
            (Some(time), None) => self.raw(name, &utc(ground.clock.meant(moment.day.and_time(time)))),
            (Some(time), Some(zone)) => {
                self.raw(&format!("{name};TZID={zone}"), &format!("{day}T{}", time.format("%H%M%S")));
            }
        }
    }

    /// The rule as near as a calendar can say it; the whole of it is among our own fields.
    fn repeats(&mut self, rule: Option<&str>) {
        if let Some(repeat) = rule.and_then(|rule| rule.parse::<Repeat>().ok()) {
            self.raw("RRULE", &rrule(&repeat));
        }
    }

    fn tags(&mut self, tags: Option<&str>) {
        let words: Vec<String> =
            tags.unwrap_or_default().split(',').filter(|tag| !tag.is_empty()).map(escape).collect();
        if !words.is_empty() {
            self.raw("CATEGORIES", &words.join(","));
        }
    }

    fn guest(&mut self, name: &str, address: &str) {
        let name = name.replace('^', "^^").replace('"', "^'").replace('\n', "^n");
        self.raw(&format!("ATTENDEE;CN=\"{name}\""), address);
    }

    /// The fields that no calendar has.
    fn own<R: Record>(&mut self, record: &R, written: &[&str], currency: &str) {
        let is_left = |key: &str| !written.contains(&key) && !NEVER.contains(&key);
        for field in R::FIELDS.iter().filter(|field| is_left(field.key)) {
            let text = match ((field.get)(record), field.kind) {
                (Value::Null, _) => continue,
                (Value::Int(minor), Kind::Money) => money::major(minor, currency),
                (Value::Int(number), _) => number.to_string(),
                (Value::Text(text), _) => text,
            };
            self.text(&own_name(field.key), Some(&text));
        }
    }

    /// What imports kept.
    fn extra(&mut self, extra: &Extra) {
        for (label, text) in extra.0.iter().filter(|(label, _)| *label != GUESTS) {
            self.raw(EXTRA, &format!("{};{}", escape(label), escape(text)));
        }
    }
}
