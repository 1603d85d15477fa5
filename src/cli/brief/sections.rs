//! The sections of the deal sheet, in the order in which a review goes through them.

use super::super::session::Session;
use super::super::trouble::Trouble;
use super::super::{deal, timeline, words};
use super::{Block, Facts};
use crate::action::sentence;
use crate::domain::answer::{Answer, Verdict};
use crate::domain::background::linked;
use crate::domain::choice::Choice;
use crate::domain::flag::Level;
use crate::domain::gate::GateSheet;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Adaptability, BuyingRole, Coverage, Role, Support};
use crate::domain::question::of_gate;
use crate::domain::record::Record;
use crate::domain::stage::{Stage, Status};
use crate::domain::timeline::Of;
use crate::domain::{hours, money};
use crate::lang::{Lang, choice, cli, cockpit, field, gate, manage as word, noun, odds, question};

/// All sections of a deal's sheet.
pub fn sections(session: &Session, facts: &Facts) -> Result<Vec<Block>, Trouble> {
    let mut blocks = head(session, facts)?;
    flags(session.lang(), facts, &mut blocks);
    gates(session, facts, &mut blocks)?;
    people(session, facts, &mut blocks)?;
    process(session, facts, &mut blocks)?;
    factors(session, facts, &mut blocks)?;
    rivals(session, facts, &mut blocks)?;
    costs(session, facts, &mut blocks)?;
    improve(session.lang(), facts, &mut blocks);
    timeline::section(session, Of::Deal(facts.deal.head.id), &mut blocks)?;
    Ok(blocks)
}

fn of(lang: Lang, noun: Noun, key: &'static str) -> String {
    field::label(lang, noun.code(), key).to_owned()
}

/// A label and its text, as the language joins them.
fn pair(lang: Lang, label: &str, text: &str) -> String {
    cockpit::OF.fill(lang, &[&label, &text])
}

fn head(session: &Session, facts: &Facts) -> Result<Vec<Block>, Trouble> {
    let (lang, deal) = (session.lang(), &facts.deal);
    let account = deal.account.map(|id| session.sheet(Noun::Account, id)).transpose()?.flatten();
    let title = [Some(deal.title.clone()), account.map(|sheet| sheet.name)];
    let stage = choice::label(lang, Stage::LIST, deal.stage.code()).to_owned();
    let status = (deal.status != Status::Open).then(|| words::field(session, deal, "status")).transpose()?;
    let phase = words::field(session, deal, "phase")?;
    let place = [Some(stage), status, Some(phase)];
    let labelled = |key: &'static str| -> Result<String, Trouble> {
        let text = words::field(session, deal, key)?;
        let none = word::NONE.text(lang).to_owned();
        Ok(pair(lang, &of(lang, Noun::Opp, key), if text.is_empty() { &none } else { &text }))
    };
    let sheet = format!("{} · {} {}", word::SHEET.text(lang), noun::name(lang, "opp"), deal.head.no);
    let step = [words::field(session, deal, "next_step")?, words::field(session, deal, "next_on")?];
    let step = joined(step.map(Some));
    let step = if step.is_empty() { word::NO_STEP.text(lang).to_owned() } else { step };
    Ok(vec![
        Block::Title(joined(title)),
        Block::Line(format!("{sheet} · {}", word::AS_OF.fill(lang, &[&session.today()]))),
        Block::Line(pair(lang, cockpit::STAGE.text(lang), &joined(place))),
        Block::Line(format!("{} · {} · {}", labelled("amount")?, labelled("close_on")?, labelled("owner")?)),
        Block::Line(chance(lang, facts)),
        Block::Line(pair(lang, word::NEXT.text(lang), &step)),
    ])
}

/// What says something, one beside the other.
fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let said = parts.into_iter().flatten().filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(" · ")
}

/// The computed probability as the sum it is, and the rep's own.
fn chance(lang: Lang, facts: &Facts) -> String {
    let parts = facts.judged.parts.iter().map(|part| {
        let sign = if part.points < 0 { "−" } else { "+" };
        format!("{sign} {} {}", part.points.abs(), gate::part(lang, part.what.code()))
    });
    let sum = parts.collect::<Vec<_>>().join(" ");
    let sum = match facts.judged.p_calc {
        Some(p_calc) => format!("{} {}", sum.trim_start_matches("+ "), cli::IN_ALL.fill(lang, &[&p_calc])),
        None => odds::BLANK.text(lang).to_owned(),
    };
    let own = facts.deal.p_rep.map_or_else(|| word::NONE.text(lang).to_owned(), |own| format!("{own} %"));
    format!("{} · {}", pair(lang, cli::ODDS.text(lang), &sum), pair(lang, word::YOURS.text(lang), &own))
}

fn flags(lang: Lang, facts: &Facts, blocks: &mut Vec<Block>) {
    blocks.push(Block::Head(cli::FLAGS.text(lang).to_owned()));
    if facts.judged.flags.is_empty() {
        blocks.push(Block::Line(cli::NO_FLAGS.text(lang).to_owned()));
    }
    for one in &facts.judged.flags {
        let mark = match facts.judged.gravity(one) {
            Level::High => "!!",
            Level::Medium => "! ",
            Level::Info => "- ",
        };
        blocks.push(Block::Item(format!("{mark} {}", deal::flag_text(lang, one))));
    }
}

fn gates(session: &Session, facts: &Facts, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let lang = session.lang();
    blocks.push(Block::Head(word::GATES.text(lang).to_owned()));
    let answers = session.store.counted(&facts.deal)?;
    for sheet in &facts.judged.gates {
        blocks.push(Block::Line(gate_line(lang, sheet)));
        let rows = of_gate(sheet.gate).map(|asked| {
            let answer = answers.iter().find(|answer| answer.question == i64::from(asked.number));
            answer_row(session, &facts.deal, asked.number, answer)
        });
        let heads = vec![
            String::new(),
            of(lang, Noun::Answer, "question"),
            word::VERDICT.text(lang).to_owned(),
            of(lang, Noun::Answer, "grade"),
            word::AGE.text(lang).to_owned(),
            of(lang, Noun::Answer, "note"),
        ];
        blocks.push(Block::Table(heads, rows.collect()));
    }
    Ok(())
}

fn gate_line(lang: Lang, sheet: &GateSheet) -> String {
    let score = cli::SCORE.fill(lang, &[&sheet.score, &sheet.favourable]);
    format!("{} – {} ({score})", gate::name(lang, sheet.gate), gate::result(lang, sheet.result.code()))
}

fn answer_row(session: &Session, deal: &Opportunity, number: u8, answer: Option<&Answer>) -> Vec<String> {
    let lang = session.lang();
    let known = answer.filter(|answer| answer.verdict != Verdict::Unknown);
    let days = known.and_then(|answer| answer.verified_on).map(|day| (session.today() - day).num_days());
    let note = answer.and_then(|answer| answer.note.clone()).or_else(|| linked(deal, i64::from(number)));
    vec![
        number.to_string(),
        question::term(lang, number).to_owned(),
        answer.map_or(Verdict::Unknown, |answer| answer.verdict).code().to_owned(),
        known.map(|answer| choice::label(lang, "grade", answer.grade.code())).unwrap_or_default().to_owned(),
        days.map(|days| word::DAYS.fill(lang, &[&days.max(0)])).unwrap_or_default(),
        note.unwrap_or_default(),
    ]
}

/// A section of a table, or of a word that there is nothing in it.
fn table(lang: Lang, title: &str, heads: Vec<String>, rows: Vec<Vec<String>>) -> [Block; 2] {
    let rest = if rows.is_empty() {
        Block::Line(word::NONE.text(lang).to_owned())
    } else {
        Block::Table(heads, rows)
    };
    [Block::Head(title.to_owned()), rest]
}

fn people(session: &Session, facts: &Facts, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let lang = session.lang();
    let seats = session.store.people_of(facts.deal.head.id)?;
    // How well we know a person stands in the last of the marks.
    let keys = ["buying_role", "support", "political_status"];
    let mut rows = Vec::new();
    for (role, person) in &seats {
        let left = person.left_on.map(|day| format!(" ({})", cli::LEFT.fill(lang, &[&day])));
        let name = format!("{}{}", person.name, left.unwrap_or_default());
        let title = person.title.clone().unwrap_or_default();
        let mut row = vec![signs(role, session.settings.ascii), name, title];
        row.extend(cells(session, role, &keys)?);
        rows.push(row);
    }
    let mut heads = vec![String::new(), of(lang, Noun::Person, "name"), of(lang, Noun::Person, "title")];
    heads.extend(keys.map(|key| of(lang, Noun::Role, key)));
    blocks.extend(table(lang, word::PEOPLE.text(lang), heads, rows));
    Ok(())
}

/// The four marks of the decision-maker card.
fn signs(role: &Role, is_ascii: bool) -> String {
    let held = [
        (BuyingRole::LIST, role.buying_role.map(Choice::code)),
        (Adaptability::LIST, role.adaptability.map(Choice::code)),
        (Support::LIST, role.support.map(Choice::code)),
        (Coverage::LIST, role.coverage.map(Choice::code)),
    ];
    let sign = |(list, code): (&str, Option<&str>)| {
        let found = code.and_then(|code| choice::mark(list, code));
        found.map_or(".", |(plain, simple)| if is_ascii { simple } else { plain })
    };
    held.into_iter().map(sign).collect()
}

/// The fields of a record as the cells of a row.
fn cells<R: Record>(session: &Session, record: &R, keys: &[&str]) -> Result<Vec<String>, Trouble> {
    keys.iter().map(|key| words::field(session, record, key)).collect()
}

fn process(session: &Session, facts: &Facts, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let lang = session.lang();
    let keys = ["seq", "name", "dept", "person", "due", "method", "state"];
    let mut rows = Vec::new();
    for step in &facts.steps {
        let mut row = cells(session, step, &keys)?;
        // On paper a person's number says nothing.
        let person = step.person.map(|id| session.sheet(Noun::Person, id)).transpose()?.flatten();
        if let (Some(cell), Some(sheet)) = (row.get_mut(3), person) {
            *cell = sheet.name;
        }
        rows.push(row);
    }
    let heads = keys.map(|key| of(lang, Noun::Decision, key)).to_vec();
    blocks.extend(table(lang, word::PROCESS.text(lang), heads, rows));
    Ok(())
}

fn factors(session: &Session, facts: &Facts, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let lang = session.lang();
    let keys = ["rank", "name", "mandatory", "set_by", "tactic"];
    let mut rows = Vec::new();
    for line in &facts.matrix.lines {
        let mut row = cells(session, &line.factor, &keys)?;
        row.extend(std::iter::once(&line.ours).chain(&line.theirs).map(|fit| fitting(*fit)));
        rows.push(row);
    }
    let mut heads = keys.map(|key| of(lang, Noun::Factor, key)).to_vec();
    heads.push(word::US.text(lang).to_owned());
    heads.extend(facts.matrix.rivals.iter().map(|one| one.competitor.name.clone()));
    blocks.extend(table(lang, word::FACTORS.text(lang), heads, rows));
    Ok(())
}

/// A fit with its sign.
fn fitting(fit: Option<i64>) -> String {
    fit.map_or_else(|| "?".to_owned(), |fit| if fit > 0 { format!("+{fit}") } else { fit.to_string() })
}

fn rivals(session: &Session, facts: &Facts, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let lang = session.lang();
    let keys = ["incumbent", "threat", "strategy", "note"];
    let mut rows = Vec::new();
    for one in &facts.matrix.rivals {
        let mut row = vec![one.competitor.name.clone()];
        row.extend(cells(session, &one.rival, &keys)?);
        rows.push(row);
    }
    let mut heads = vec![of(lang, Noun::Rival, "competitor")];
    heads.extend(keys.map(|key| of(lang, Noun::Rival, key)));
    let [head, rest] = table(lang, word::RIVALS.text(lang), heads, rows);
    let ours = words::field(session, &facts.deal, "our_strategy")?;
    let ours = if ours.is_empty() { word::STRATEGY_UNSET.text(lang).to_owned() } else { ours };
    blocks.extend([head, Block::Line(word::OUR_STRATEGY.fill(lang, &[&ours])), rest]);
    Ok(())
}

fn costs(session: &Session, facts: &Facts, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let (lang, burden, currency) = (session.lang(), &facts.judged.burden, &facts.deal.currency);
    let costs = session.store.costs(facts.deal.head.id)?;
    let keys = ["on_day", "hours", "amount", "note"];
    let rows = costs.iter().map(|cost| cells(session, cost, &keys)).collect::<Result<_, _>>()?;
    let heads = keys.map(|key| of(lang, Noun::Cost, key)).to_vec();
    let [head, rest] = table(lang, word::COST.text(lang), heads, rows);
    blocks.push(head);
    if !burden.spent.is_nothing() {
        let hours = word::HOURS.fill(lang, &[&hours::show(burden.spent.minutes)]);
        let money = burden.spent.money.iter().map(|(code, sum)| money::full(*sum, code));
        let all = burden.rate.filter(|rate| *rate > 0).map(|rate| {
            word::IN_ALL.fill(lang, &[&money::full(burden.cost, currency), &money::full(rate, currency)])
        });
        let sums = std::iter::once(hours).chain(money).chain(all);
        blocks.push(Block::Line(joined(sums.map(Some))));
        if let (Some(margin), Some(limit), Some(share)) = (burden.margin, burden.limit, burden.share()) {
            let (margin, limit) = (money::full(margin, currency), money::full(limit, currency));
            let line = word::SHARE.fill(lang, &[&share, &margin, &burden.line, &limit]);
            blocks.push(Block::Line(pair(lang, word::LINE.text(lang), &line)));
        }
    }
    blocks.push(rest);
    Ok(())
}

fn improve(lang: Lang, facts: &Facts, blocks: &mut Vec<Block>) {
    let title = word::IMPROVE.text(lang).to_owned();
    if facts.weak.is_empty() {
        let open = facts.deal.status == Status::Open;
        let said = if open { word::SOUND } else { word::CLOSED };
        blocks.extend([Block::Head(title), Block::Line(said.text(lang).to_owned())]);
        return;
    }
    let rows = facts.weak.iter().map(|one| {
        let urgency = word::urgency(lang, one.urgency.code()).to_owned();
        vec![urgency, sentence::weakness(lang, one), sentence::mend(lang, one.mend)]
    });
    let heads = vec![String::new(), String::new(), word::WHERE.text(lang).to_owned()];
    let title = word::COUNT.fill(lang, &[&title, &facts.weak.len()]);
    blocks.extend([Block::Head(title), Block::Table(heads, rows.collect())]);
}
