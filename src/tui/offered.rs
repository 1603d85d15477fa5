//! What the palette offers: the keys of the place, and the lines that no key says.

use super::binding;
use super::command::{Command, Place};
use super::overlay::Overlay;
use super::screen::Chosen;
use super::shape::palette::{Item, Palette};
use crate::domain::name;
use crate::lang::{Lang, Word, palette as word};

/// Lines of the grammar that no key says, and what they do; `…` waits for more words.
const VERBS: &[(&str, Word)] = &[
    ("opp set {} …", word::SET_DEAL),
    ("opp add …", word::ADD_DEAL),
    ("opp win {} reason=…", word::WIN),
    ("opp lose {} reason=…", word::LOSE),
    ("opp drop {} reason=…", word::DROP),
    ("opp set {} owner=…", word::HAND_DEAL),
    ("account set {} owner=…", word::HAND_ACCOUNT),
    ("account add name=…", word::ADD_ACCOUNT),
    ("account set …", word::SET_ACCOUNT),
    ("person add name=…", word::ADD_PERSON),
    ("role add opportunity={} person=…", word::ADD_ROLE),
    ("todo add title=…", word::ADD_TODO),
    ("todo set {} …", word::SET_TODO),
    ("todo give {} …", word::GIVE_TODO),
    ("todo wait {} …", word::WAIT_TODO),
    ("opp list …", word::LIST),
    ("opp show {}", word::SHOW),
    ("opp gate {}", word::GATE),
    ("log {}", word::LOG),
    ("report deal {}", word::DEAL_REPORT),
    ("report forecast", word::FORECAST),
    ("report won --by …", word::WON),
    ("report lost --by …", word::LOST),
    ("report call-plan", word::PLAN),
    ("report call-plan --month {month} --format xlsx --out …", word::PLAN_FILE),
    ("report call-plan --month {month} --format csv --out …", word::PLAN_FILE),
    ("report call-plan --month {month} --format ics --out …", word::PLAN_FILE),
    ("funnel --as-of …", word::PAST),
    ("export …", word::EXPORT),
    ("import …", word::IMPORT),
    ("backup …", word::BACKUP),
    ("restore …", word::RESTORE),
    ("doctor", word::DOCTOR),
    ("keep …", word::KEEP),
];

/// Words that people look for a command by, besides its own; in both languages.
const ALSO: &[(&str, &str)] = &[
    ("help", "help keys 帮助 按键"),
    ("language", "language english chinese 语言 中文 英文"),
    ("reports", "report reports forecast won lost 报告 报表 预测"),
    ("summary", "report summary mail 报告 周报 总结"),
    ("forecast call", "forecast 预测"),
    ("todo give {} …", "hand over 移交 交接 负责人"),
    ("opp set {} owner=…", "owner hand over handover 移交 交接 负责人"),
    ("account set {} owner=…", "owner hand over handover 移交 交接 负责人"),
    ("quit", "quit exit leave 退出 离开"),
];

/// How well what is typed fits a command, which Enter then does: by the beginnings of words or how they sound.
fn fits(typed: &str, text: &str) -> Option<i64> {
    // Below that, its letters stand there in order and no more.
    name::matches(text, typed).filter(|score| typed.is_empty() || *score >= 2000).map(i64::from)
}

/// What a command is searched by besides what is shown of it: its line and its words in both languages.
fn also(line: &str, own: Word) -> String {
    let more = ALSO.iter().find(|(key, _)| *key == line).map_or("", |(_, words)| words);
    format!("{line} {} {} {more}", own.en, own.zh)
}

impl Overlay {
    /// All commands that can be said of what is chosen in a place, with their keys.
    pub fn commands(place: Place, lang: Lang, typed: &str, chosen: &Chosen) -> Self {
        let mut items = Vec::new();
        let mut lines = Vec::new();
        for one in binding::of_place(place) {
            // A second key of a command is told by the help.
            if lines.contains(&one.line) {
                continue;
            }
            let label = one.word.text(lang);
            let text = if Command::is_grammar(one.line) {
                let Some(line) = chosen.offer(one.line) else { continue };
                format!("{label}  {line}")
            } else {
                label.to_owned()
            };
            items.push(Item { text, aside: one.label(), also: also(one.line, one.word) });
            lines.push(one.line);
        }
        for (line, own) in VERBS {
            let Some(text) = chosen.offer(line).filter(|_| !lines.contains(line)) else { continue };
            items.push(Item { text, aside: own.text(lang).to_owned(), also: also(line, *own) });
            lines.push(line);
        }
        let mut palette = Palette::fitting(items, fits);
        palette.paste(typed);
        Self::Commands(palette, lines)
    }
}
