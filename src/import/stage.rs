//! What other systems call a stage, and where it stands in our funnel.

use std::collections::HashMap;

use crate::domain::choice::Choice;
use crate::domain::stage::{Stage, Status};

use super::label;
use super::refusal::Refusal;

/// Where a deal stands: an open one in a stage, a closed one in whichever it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The stage of an open deal; nothing for a closed one, which keeps the stage it had.
    pub stage: Option<Stage>,
    /// Open, or how it ended.
    pub status: Status,
}

const fn open(stage: Stage) -> Place {
    Place { stage: Some(stage), status: Status::Open }
}

const fn ended(status: Status) -> Place {
    Place { stage: None, status }
}

/// One label of the file's stage column and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageRow {
    /// The label as the file has it.
    pub label: String,
    /// Where it puts a deal.
    pub place: Place,
    /// How many rows have it.
    pub count: usize,
    /// Whether the table or the user knows it; an unknown one counts as potential.
    pub known: bool,
}

/// The stages of one file, looked up once and counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Stages {
    overrides: HashMap<String, Place>,
    numbered: bool,
    rows: Vec<StageRow>,
    index: HashMap<String, usize>,
}

impl Stages {
    /// With the user's own mappings; `numbered` says that stages are Krayin's numbers.
    pub fn new(map: &[(String, String)], numbered: bool) -> Result<Self, Refusal> {
        let place = |code: &str| {
            let stage = Stage::from_code(code).map(open);
            stage.or_else(|| Status::from_code(code).filter(|status| *status != Status::Open).map(ended))
        };
        let overrides: Result<HashMap<_, _>, _> = map
            .iter()
            .map(|(theirs, ours)| {
                let found = place(&ours.trim().to_lowercase());
                found.map(|place| (plain(theirs), place)).ok_or(Refusal::MapStage { stage: ours.clone() })
            })
            .collect();
        Ok(Self { overrides: overrides?, numbered, ..Self::default() })
    }

    /// Where this label puts a deal.
    pub fn place(&mut self, label: &str) -> Place {
        if let Some(row) = self.index.get(label).and_then(|at| self.rows.get_mut(*at)) {
            row.count += 1;
            return row.place;
        }
        let name = plain(label);
        let found = self.overrides.get(&name).copied().or_else(|| self.numbered.then(|| number(&name))?);
        let found = found.or_else(|| known(&name));
        let place = found.unwrap_or(open(Stage::Potential));
        self.index.insert(label.to_owned(), self.rows.len());
        self.rows.push(StageRow { label: label.to_owned(), place, count: 1, known: found.is_some() });
        place
    }

    /// All labels in the order of their appearance.
    pub fn into_rows(self) -> Vec<StageRow> {
        self.rows
    }
}

/// How a label of a status column says that a deal stands; nothing where it does not.
pub(super) fn status(label: &str) -> Option<Status> {
    known(&plain(label)).map(|place| place.status)
}

/// The label without case, signs, numbering in front and percentages behind.
fn plain(label: &str) -> String {
    let name = label::norm(label);
    let bare = name.trim_start_matches(|sign: char| sign.is_ascii_digit());
    if bare.is_empty() { name } else { bare.to_owned() }
}

fn number(name: &str) -> Option<Place> {
    match name {
        "1" | "2" => Some(open(Stage::Potential)),
        "3" => Some(open(Stage::Qualified)),
        "4" => Some(open(Stage::Winnable)),
        "5" => Some(ended(Status::Won)),
        "6" => Some(ended(Status::Lost)),
        _ => None,
    }
}

fn known(name: &str) -> Option<Place> {
    let (_, place) = TABLE.iter().find(|(names, _)| names.contains(&name)).or_else(|| {
        let part = |word: &str| name.contains(word);
        ENDINGS
            .iter()
            .find(|(words, _)| words.iter().any(|word| part(word)) && !NOT_YET.iter().any(|no| part(no)))
    })?;
    Some(*place)
}

const NOT_YET: &[&str] = &["未", "预计", "待", "防", "not"];

/// Parts of labels that say how a deal ended, for what the table does not list.
const ENDINGS: &[(&[&str], Place)] = &[
    (&["closedlost", "lostto", "loston", "输单", "丢单", "丢失", "战败", "流失"], ended(Status::Lost)),
    (&["closedwon", "dealwon", "赢单", "成交", "中标", "签约成功"], ended(Status::Won)),
];

/// The table that an import prints.
const TABLE: &[(&[&str], Place)] = &[
    (
        &[
            "potential",
            "prospecting",
            "prospect",
            "lead",
            "leads",
            "new",
            "newlead",
            "identified",
            "identify",
            "suspect",
            "open",
            "opportunity",
            "qualification",
            "qualify",
            "qualifying",
            "discovery",
            "contacted",
            "contactmade",
            "appointmentscheduled",
            "followup",
            "inquiry",
            "interest",
            "backlog",
            "demoscheduled",
            "潜在商机",
            "潜在",
            "潜在客户",
            "线索",
            "商机",
            "新商机",
            "新建",
            "初步接触",
            "初步接洽",
            "初步沟通",
            "初期沟通",
            "接触",
            "资质审查",
            "发现商机",
            "商机发现",
            "意向",
            "有意向",
            "询价",
            "验证客户",
        ],
        open(Stage::Potential),
    ),
    (
        &[
            "qualified",
            "validated",
            "validate",
            "validation",
            "engaging",
            "engaged",
            "needsanalysis",
            "needsdefined",
            "needsassessment",
            "requirements",
            "develop",
            "development",
            "qualifiedtobuy",
            "iddecisionmakers",
            "identifydecisionmakers",
            "solution",
            "presentation",
            "demo",
            "meetingscheduled",
            "meeting",
            "落实项目",
            "立项",
            "项目立项",
            "需求分析",
            "需求确认",
            "需求调研",
            "确认需求",
            "确定决策者",
            "客户拜访",
            "方案交流",
            "技术交流",
            "产品演示",
            "演示",
            "跟进中",
            "推进中",
        ],
        open(Stage::Qualified),
    ),
    (
        &[
            "mine",
            "myproject",
            "valueproposition",
            "perceptionanalysis",
            "proposal",
            "propose",
            "proposalsent",
            "proposalmade",
            "proposalpricequote",
            "proposalquote",
            "quote",
            "quotation",
            "quotesent",
            "bid",
            "tender",
            "presentationscheduled",
            "decisionmakerboughtin",
            "evaluation",
            "poc",
            "trial",
            "pilot",
            "我的项目",
            "价值建议",
            "感知分析",
            "提案报价",
            "提案",
            "报价",
            "方案报价",
            "方案",
            "方案制定",
            "解决方案",
            "方案竞争",
            "投标",
            "招投标",
            "试用",
            "商务方案",
        ],
        open(Stage::Mine),
    ),
    (
        &[
            "winnable",
            "negotiation",
            "negotiate",
            "negotiations",
            "negotiating",
            "negotiationreview",
            "negotiationstarted",
            "negotiationsstarted",
            "innegotiation",
            "innegociation",
            "contract",
            "contractsent",
            "contracting",
            "verbalagreement",
            "verbal",
            "commit",
            "committed",
            "closing",
            "close",
            "finalreview",
            "procurement",
            "项目胜算",
            "谈判复审",
            "谈判",
            "商务谈判",
            "合同谈判",
            "谈判审核",
            "签约跟进",
            "合同签订",
            "签约",
            "合同",
            "合同审批",
            "待签约",
            "口头承诺",
        ],
        open(Stage::Winnable),
    ),
    (
        &[
            "won",
            "win",
            "closedwon",
            "closewon",
            "wonclosed",
            "dealwon",
            "success",
            "successful",
            "sold",
            "赢单",
            "赢",
            "成交",
            "已成交",
            "成功",
            "已成",
            "赢单关闭",
            "中标",
            "已签约",
            "签约成功",
            "结案赢单",
        ],
        ended(Status::Won),
    ),
    (
        &[
            "lost",
            "loss",
            "lose",
            "closedlost",
            "closelost",
            "lostclosed",
            "deallost",
            "closedlosttocompetition",
            "closedlosttocompetitor",
            "outsold",
            "rejected",
            "输单",
            "输",
            "丢单",
            "失败",
            "失单",
            "丢失",
            "丢失的线索",
            "因竞争丢失关闭",
            "输单关闭",
            "流失",
            "落标",
            "未中标",
            "战败",
        ],
        ended(Status::Lost),
    ),
    (
        &[
            "suspended",
            "onhold",
            "hold",
            "delayed",
            "paused",
            "postponed",
            "stalled",
            "parked",
            "搁置",
            "暂停",
            "暂缓",
            "延期",
            "挂起",
        ],
        ended(Status::Suspended),
    ),
    (
        &[
            "dropped",
            "abandoned",
            "cancelled",
            "canceled",
            "disqualified",
            "unqualified",
            "dead",
            "nodecision",
            "deleted",
            "放弃",
            "取消",
            "已取消",
            "无效",
            "作废",
            "终止",
            "关闭",
            "已关闭",
        ],
        ended(Status::Dropped),
    ),
    (&["inprogress", "active", "ongoing", "working", "进行中", "在跟"], open(Stage::Potential)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_of_other_systems_find_their_place() {
        for (label, stage, status) in [
            ("Prospecting", Some(Stage::Potential), Status::Open),
            ("Engaging", Some(Stage::Qualified), Status::Open),
            ("1. Qualification", Some(Stage::Potential), Status::Open),
            ("Id. Decision Makers", Some(Stage::Qualified), Status::Open),
            ("Proposal/Price Quote", Some(Stage::Mine), Status::Open),
            ("Decision Maker Bought-In", Some(Stage::Mine), Status::Open),
            ("Negotiation/Review", Some(Stage::Winnable), Status::Open),
            ("谈判/复审", Some(Stage::Winnable), Status::Open),
            ("Closed Won", None, Status::Won),
            ("won", None, Status::Won),
            ("成交", None, Status::Won),
            ("Closed Lost", None, Status::Lost),
            ("Closed - Lost to competition", None, Status::Lost),
            ("因竞争丢失关闭", None, Status::Lost),
            ("未成交", Some(Stage::Potential), Status::Open),
            ("On hold", None, Status::Suspended),
        ] {
            let place = Stages::new(&[], false).unwrap().place(label);
            assert_eq!(place, Place { stage, status }, "{label}");
        }
    }

    #[test]
    fn unknown_labels_are_listed_and_the_user_decides() {
        let map =
            [("engaging".to_owned(), "mine".to_owned()), ("Zweite Runde".to_owned(), "lost".to_owned())];
        let mut stages = Stages::new(&map, false).unwrap();
        assert_eq!(stages.place("Engaging"), open(Stage::Mine));
        assert_eq!(stages.place("zweite runde"), ended(Status::Lost));
        for _ in 0..2 {
            assert_eq!(stages.place("Erste Runde"), open(Stage::Potential));
        }
        let rows = stages.into_rows();
        assert_eq!(
            rows.iter().map(|row| (row.count, row.known)).collect::<Vec<_>>(),
            [(1, true), (1, true), (2, false)]
        );
        let refused = Stages::new(&[("a".into(), "nirvana".into())], false);
        assert_eq!(refused.unwrap_err(), Refusal::MapStage { stage: "nirvana".into() });
    }

    #[test]
    fn no_label_stands_twice_in_the_table() {
        let mut names: Vec<&str> = TABLE.iter().flat_map(|(names, _)| names.iter().copied()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        assert!(names.iter().all(|name| plain(name) == *name));
    }
}
