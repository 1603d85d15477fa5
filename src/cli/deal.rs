//! A deal as JSON, with what is derived from it: probability, flags, gates.

use serde_json::{Value as Json, json};

use super::json::{self, Object};
use super::session::Session;
use super::trouble::Trouble;
use crate::action::sentence;
use crate::domain::answer::{Answer, Verdict};
use crate::domain::background::linked;
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::flag::{Fact, Flag};
use crate::domain::gate::{GateSheet, Missing};
use crate::domain::hint::Hint;
use crate::domain::judge::{Judgement, judge};
use crate::domain::money;
use crate::domain::opportunity::Opportunity;
use crate::domain::probability::Part;
use crate::domain::strength::{Given, strength};
use crate::lang::{Lang, flag, gate, question};
use crate::store::stream::{Entry, Plain};

/// A deal of a list, judged from what the list has read where that is enough.
pub fn listed(session: &Session, entry: Entry) -> Result<Object, Trouble> {
    let derived = (entry.p_calc, entry.qualified);
    let flags = if entry.has_parts {
        session.store.judgement(&entry.plain.record()?, session.today())?.flags
    } else if entry.is_open {
        let deal = entry.plain.record()?;
        let alone = Case::bare(&deal);
        judge(&alone, &session.store.rules, session.today()).flags
    } else {
        Vec::new()
    };
    object(session, entry.plain, derived, &flags)
}

/// A deal by itself.
pub fn single(session: &Session, deal: &Opportunity) -> Result<(Object, Judgement), Trouble> {
    let judged = session.store.judgement(deal, session.today())?;
    let derived = (judged.p_calc, judged.qualified);
    Ok((object(session, json::plain(deal), derived, &judged.flags)?, judged))
}

fn object(
    session: &Session,
    deal: Plain,
    (p_calc, qualified): (Option<i64>, bool),
    flags: &[Flag],
) -> Result<Object, Trouble> {
    let head = deal.head.clone();
    let mut object = json::fields::<Opportunity>(session, deal)?;
    object.push("qualified", qualified);
    object.push("p_calc", p_calc);
    object.push("flags", flags.iter().map(|flag| flag_json(session.lang(), flag)).collect::<Json>());
    json::marks(session, &head, &mut object)?;
    Ok(object)
}

/// A flag with its level, its code and its sentence.
pub fn flag_json(lang: Lang, flag: &Flag) -> Json {
    json!({"level": flag.level().code(), "code": flag.alarm.public_code(), "text": flag_text(lang, flag)})
}

/// A flag's sentence with its facts.
pub fn flag_text(lang: Lang, flag: &Flag) -> String {
    let facts: Vec<Vec<String>> = flag.facts.iter().map(Fact::items).collect();
    flag::sentence(lang, flag.alarm.code(), &facts)
}

/// Gates, answers, probability and flags: what `opp gate` prints.
pub fn gates(session: &Session, deal: &Opportunity, judged: &Judgement) -> Result<Object, Trouble> {
    let lang = session.lang();
    let mut object = Object::default();
    object.push("gates", judged.gates.iter().map(|sheet| gate_json(lang, sheet)).collect::<Json>());
    object.push("answers", answers(session, deal)?);
    let hints = session.store.hints(deal, session.today())?;
    object.push("hints", hints.iter().map(|hint| hint_json(lang, hint)).collect::<Json>());
    object.push("qualified", judged.qualified);
    object.push("p_calc", judged.p_calc);
    object.push("p_parts", judged.parts.iter().map(|part| part_json(lang, part)).collect::<Json>());
    object.push("weight", json!({"percent": judged.weight.percent, "by": judged.weight.by.code()}));
    object.push("flags", judged.flags.iter().map(|flag| flag_json(lang, flag)).collect::<Json>());
    Ok(object)
}

fn hint_json(lang: Lang, hint: &Hint) -> Json {
    json!({"question": hint.question, "code": hint.clue.code(), "text": sentence::hint(lang, hint)})
}

fn gate_json(lang: Lang, sheet: &GateSheet) -> Json {
    let missing: Json = sheet.missing.iter().map(|one| missing_json(lang, *one)).collect();
    json!({"gate": sheet.gate, "result": sheet.result.code(), "score": sheet.score,
        "favourable": sheet.favourable, "missing": missing})
}

fn missing_json(lang: Lang, one: Missing) -> Json {
    json!({"code": one.code(), "question": one.question(), "text": missing(lang, one)})
}

/// What is missing, as a sentence.
pub fn missing(lang: Lang, one: Missing) -> String {
    gate::missing(lang, one.code(), one.question(), &one.facts())
}

fn part_json(lang: Lang, part: &Part) -> Json {
    json!({"what": part.what.code(), "points": part.points, "text": gate::part(lang, part.what.code())})
}

/// What a deal has cost against what it may bring; money in major units of its currency.
pub fn burden(judged: &Judgement, currency: &str) -> Json {
    let burden = &judged.burden;
    let major = |minor: i64| Json::Number(money::json(minor, currency));
    let spent = |(code, sum): &(String, i64)| json!({"currency": code, "amount": Json::Number(money::json(*sum, code))});
    json!({"hours": json::hours(burden.spent.minutes), "money": burden.spent.money.iter().map(spent).collect::<Json>(),
        "currency": currency, "cost": major(burden.cost), "rate": burden.rate.map(major), "chance": burden.chance,
        "weighted_margin": burden.margin.map(major), "share": burden.share(), "stop_loss": burden.line,
        "limit": burden.limit.map(major)})
}

/// The fifteen answers about us, those that are missing as unknown.
pub fn answers(session: &Session, deal: &Opportunity) -> Result<Json, Trouble> {
    let known = session.store.counted(deal)?;
    let mut all = Vec::with_capacity(15);
    for number in 1..=15_u8 {
        let answer = known.iter().find(|answer| answer.question == i64::from(number));
        all.push(answer_json(session, deal, number, answer)?);
    }
    Ok(Json::Array(all))
}

fn answer_json(
    session: &Session,
    deal: &Opportunity,
    number: u8,
    answer: Option<&Answer>,
) -> Result<Json, Trouble> {
    let lang = session.lang();
    let text = question::asked(number).map(|asked| asked.title.text(lang));
    let Some(answer) = answer else {
        return Ok(json!({"question": number, "text": text, "value": Verdict::Unknown.code(), "grade": null,
            "note": linked(deal, i64::from(number)), "verified_on": null, "verified_by": null, "strength": 0}));
    };
    Ok(json!({"question": number, "text": text, "value": answer.verdict.code(), "grade": answer.grade.code(),
        "note": answer.note, "verified_on": answer.verified_on.map(|day| day.to_string()),
        "verified_by": answer.verified_by, "strength": weight(session, answer)?}))
}

/// What an answer is worth today, −100 to 100.
pub fn weight(session: &Session, answer: &Answer) -> Result<i64, Trouble> {
    let written = session.store.moment(answer.head.born)?.map(|at| at.date_naive());
    let given = Given::about_us(answer, written.unwrap_or_else(|| session.today()));
    Ok(given.map_or(0, |given| strength(&given, &session.store.rules, session.today())))
}
