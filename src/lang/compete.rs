//! The words of the Compete tab: the matrix, the rivals, the strategies, the rival's eye.

use super::{Lang, Word, flag, table, words};

words! {
    K_VIEW = "view" | "换视图";
    K_RAISE = "better" | "匹配+1";
    K_LOWER = "worse" | "匹配-1";
    K_UNKNOWN = "fit not known" | "匹配未知";
    K_UP = "rank up" | "上移";
    K_DOWN = "rank down" | "下移";
    K_TACTIC = "tactic" | "策略";
    K_DETAIL = "detail" | "详情";
    K_LEFT = "to the left" | "左移";
    K_RIGHT = "to the right" | "右移";
    K_NEW = "new" | "新建";
    K_STRATEGY = "our strategy" | "我方策略";
    K_COMPANY = "the company" | "对手资料";
    K_NEXT_RIVAL = "next rival" | "下一对手";
    K_LAST_RIVAL = "rival before" | "上一对手";

    MATRIX = "Factors" | "因素矩阵";
    RIVALS = "Rivals" | "对手";
    EYE = "Rival's eye" | "对手视角";
    RANK = "Rank" | "排序";
    FACTOR = "Factor" | "决策因素";
    KIND = "Kind" | "类别";
    SET_BY = "Set by" | "设定者";
    TACTIC = "Tactic" | "策略";
    US = "Us" | "我方";
    WE = "We" | "我方";
    LEGEND = "M must  W written  u unwritten  P personal  O other  ! unseen  * counts" | "类别：必=必须满足 明/暗=书面/未成文 个/他=个人/其它 漏=客户遗漏　*=要紧";
    CELL = "{0} · {1}: {2}" | "{0} · {1}：{2}";
    NOT_KNOWN = "not known" | "未知";
    HIDDEN = "rivals {0}-{1} of {2}" | "对手 {0}-{1}/{2}";
    NO_FACTORS = "What is the decision made by? No factor yet." | "客户凭什么做决定？还没有决策因素。";
    NO_FACTORS_HOW = "n makes one; b shows the rivals." | "按 n 新建；按 b 看对手。";
    NO_RIVALS = "No rival yet. Doing nothing, or doing it themselves, is one too." | "还没有对手。客户“自己做”或“先不做”也算一个。";
    NO_RIVALS_HOW = "n makes one; a new name makes the company too." | "按 n 新建；输入新名称即同时新建该公司。";
    THREAT = "Threat" | "威胁";
    ITS_STRATEGY = "Its strategy" | "对手策略";
    LEADS_ON = "Leads us on" | "领先我方";
    INCUMBENT = "incumbent" | "现有供应商";
    OF_COUNTING = "{0} of {1}" | "{0}/{1} 项";
    STRENGTHS = "Strong" | "优势";
    WEAKNESSES = "Weak" | "劣势";
    NOTE = "Here" | "本项目";
    THEIRS = "Theirs" | "对手策略";
    OURS = "Ours" | "我方策略";
    NONE_CHOSEN = "none chosen: s chooses one" | "未选：按 s 选择";
    RIGHT_WHEN = "{0}: right when {1}" | "{0}：适用于{1}";
    SPEAKS_AGAINST = "Nothing known speaks against: {0}" | "未见不利事实的策略：{0}";
    PICK_STRATEGY = "Our strategy" | "我方策略";
    PICK_TACTIC = "Tactic: {0}" | "影响策略：{0}";
    PICK_NONE = "none" | "不选";
    PICK_KEYS = "its key chooses · Esc leaves it" | "按键即选 · Esc 不改";
    SILENT = "nothing known speaks against it" | "未见不利事实";
    DIFFER = "We differ from {0} ({1}/{2})" | "与{0}不同（{1}/{2}）";
    NO_DIFFERENCE = "No difference from {0} ({1}/{2})" | "与{0}暂无不同（{1}/{2}）";
    REST = "The rest" | "其余";
    BETWEEN = ", " | "、";
    BETTER = "we lead" | "我方占优";
    WORSE = "they lead" | "对手占优";
    FACTORS_HEAD = "Decision factors" | "决策因素";
    RIVALS_HEAD = "Rivals" | "竞争对手";
    HELD_BY = "held by" | "持有人";
    NOBODY = "nobody named" | "未确认";
}

table! {
    /// When a strategy is right, by code.
    CONDITIONS {
        "frontal" = "we are clearly stronger on what counts and nobody sits there already" | "要紧因素上明显占优，且没有现有供应商挡路";
        "flanking" = "today's criteria don't favour us, but we can change them" | "按现有标准赢不了，但标准可以改变";
        "fragment" = "the whole is out of reach, but a part of it is ours" | "整单拿不下，但有一块属于我方";
        "defend" = "we are the incumbent and the customer is served well" | "我方是现有供应商，客户用得满意";
        "develop" = "nothing is decided soon and there is time to grow need and relations" | "短期内不会决策，有时间培育需求与关系";
    }
}

table! {
    /// What speaks against a strategy, by code; its facts are filled in.
    CAUTIONS {
        "rival_leads" = "Better where it counts: {0} ({1})." | "{0}在要紧因素上领先：{1}。";
        "rival_incumbent" = "The customer uses a rival today: {0}." | "现有供应商是对手：{0}。";
        "not_ahead" = "We lead on {0} of the {1} factors that count." | "{1}个要紧因素中，我方领先的仅{0}个。";
        "nothing_changes" = "No factor has a tactic that changes it." | "没有任何因素在争取改变（争做第一、以B代A、A变A+1、重排）。";
        "already_ahead" = "We lead on all that counts: why change the criteria?" | "要紧因素已全部领先，何必改标准？";
        "no_part" = "There is no factor on which we lead." | "没有任何因素我方领先，无从切分。";
        "date_near" = "The decision is too near: {0}, fewer than {1} days." | "决策已近：{0}，不足{1}天。";
        "no_strategy" = "In play: {0}; and we have chosen no strategy." | "已有对手（{0}），我方尚未选定策略。";
    }
}

table! {
    /// What follows from the matrix, by code; the factors are filled in.
    POINTS {
        "lead" = "We lead, keep it: {0}" | "领先，保住：{0}";
        "replace" = "Lag, and a rival set it; replace it or push it down: {0}" | "落后且由对手设定，以B代A或往后排：{0}";
        "gap" = "Lag on a must: fit better, or analyse whether to stay: {0}" | "必须满足却落后，补差距或分析去留：{0}";
        "rerank" = "Lag; push it down the order: {0}" | "落后，重设优先级往后排：{0}";
        "be_first" = "Unseen by the customer and ours; be the first to say it: {0}" | "客户遗漏而我方占优，争做第一：{0}";
        "raise" = "Level; raise A to A+1: {0}" | "持平，A变A+1抬高要求：{0}";
        "analyse" = "Nobody's fit is known; analyse: {0}" | "各家匹配度未知，先分析：{0}";
        "unknown" = "Not known: {0} of the {1} cells that count" | "要紧因素共{1}格，尚有{0}格未知";
    }
}

table! {
    /// How we stand at a factor, in a cell of the matrix.
    STANDINGS {
        "lead" = "lead" | "领先";
        "level" = "level" | "持平";
        "lag" = "lag" | "落后";
        "open" = "?" | "？";
    }
}

table! {
    /// Who set a factor, in a cell of the matrix.
    SETTERS {
        "internal-team" = "team" | "小组";
        "advisor" = "advisor" | "顾问";
        "competitor" = "rival" | "对手";
        "us" = "us" | "我方";
    }
}

table! {
    /// What we do about a factor, in a cell of the matrix.
    TACTICS {
        "be_first" = "first" | "争先";
        "replace" = "A to B" | "以B代A";
        "raise" = "A to A+1" | "A变A+1";
        "rerank" = "re-rank" | "重排";
        "analyse" = "analyse" | "分析";
    }
}

table! {
    /// The marks of a factor in the matrix: what is mandatory, written or not, of which class, missed.
    KINDS {
        "mandatory" = "M" | "必";
        "formal" = "W" | "明";
        "informal" = "u" | "暗";
        "personal" = "P" | "个";
        "other" = "O" | "他";
        "missed" = "!" | "漏";
    }
}

/// When a strategy is right.
pub fn condition(lang: Lang, code: &str) -> &'static str {
    found(CONDITIONS, lang, code)
}

/// What speaks against a strategy, with its facts.
pub fn caution(lang: Lang, code: &str, facts: &[Vec<String>]) -> String {
    flag::worded(CAUTIONS, lang, code, facts)
}

/// What follows from the matrix, with its facts.
pub fn point(lang: Lang, code: &str, facts: &[Vec<String>]) -> String {
    flag::worded(POINTS, lang, code, facts)
}

/// How we stand at a factor.
pub fn standing(lang: Lang, code: &str) -> &'static str {
    found(STANDINGS, lang, code)
}

/// Who set a factor, short.
pub fn setter(lang: Lang, code: &str) -> &'static str {
    found(SETTERS, lang, code)
}

/// What we do about a factor, short.
pub fn tactic(lang: Lang, code: &str) -> &'static str {
    found(TACTICS, lang, code)
}

/// A mark of the matrix.
pub fn kind(lang: Lang, code: &str) -> &'static str {
    found(KINDS, lang, code)
}

fn found(table: &[(&str, Word)], lang: Lang, code: &str) -> &'static str {
    table.iter().find(|(key, _)| *key == code).map_or("", |(_, word)| word.text(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::factor::{SetBy, Tactic};
    use crate::domain::opportunity::Strategy;
    use crate::domain::outlook::Point;
    use crate::domain::strategy::Caution;

    #[test]
    fn every_code_has_its_words() {
        let keys = |table: &[(&'static str, Word)]| table.iter().map(|(key, _)| *key).collect::<Vec<_>>();
        assert_eq!(keys(CONDITIONS), Strategy::CODES);
        assert_eq!(keys(CAUTIONS), Caution::CODES);
        assert_eq!(keys(POINTS), Point::CODES);
        assert_eq!(keys(SETTERS), SetBy::CODES);
        assert_eq!(keys(TACTICS), Tactic::CODES);
    }
}
