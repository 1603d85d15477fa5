//! The words of the Compete tab: the matrix, the rivals, the strategies, the rival's eye.

use super::{Lang, Word, flag, table, words};

words! {
    K_VIEW = "view" | "换视图";
    K_RAISE = "fit +1" | "加一分";
    K_LOWER = "fit -1" | "减一分";
    K_UNKNOWN = "fit unknown" | "匹配未知";
    K_UP = "move up" | "上移";
    K_DOWN = "move down" | "下移";
    K_TACTIC = "tactic" | "打法";
    K_DETAIL = "detail" | "详情";
    K_LEFT = "left" | "向左";
    K_RIGHT = "right" | "向右";
    K_NEW = "new" | "新建";
    K_STRATEGY = "our strategy" | "我方策略";
    K_COMPANY = "open company" | "对手资料";
    K_NEXT_RIVAL = "next rival" | "下一对手";
    K_LAST_RIVAL = "previous rival" | "上一对手";

    MATRIX = "Criteria" | "因素矩阵";
    RIVALS = "Rivals" | "对手";
    EYE = "Rival's view" | "对手视角";
    RANK = "Rank" | "次序";
    FACTOR = "Criteria" | "决策因素";
    KIND = "Kind" | "类别";
    SET_BY = "Set by" | "制定者";
    TACTIC = "Tactic" | "打法";
    US = "Us" | "我方";
    WE = "We" | "我方";
    LEGEND = "M mandatory  F formal  i informal  P personal  O other  ! missed  * key" | "类别：必=必须满足 明=书面 暗=未成文 个=个人 他=其它 漏=客户遗漏  *=关键";
    CELL = "{0} · {1}: {2}" | "{0} · {1}：{2}";
    NOT_KNOWN = "unknown" | "未知";
    HIDDEN = "rivals {0}-{1} of {2}" | "对手 {0}-{1}/{2}";
    NO_FACTORS = "No decision criteria yet. What will the customer decide on?" | "客户凭什么做决定？还没有决策因素。";
    NO_FACTORS_HOW = "Press n to add one, b to see the rivals." | "按 n 新建；按 b 看对手。";
    NO_RIVALS = "No rivals yet. Doing nothing or building it in-house counts too." | "还没有对手。客户“自己做”或“先不做”也算一个。";
    NO_RIVALS_HOW = "Press n to add one. A new name also adds the company." | "按 n 新建；输入新名称会一并新建这家公司。";
    THREAT = "Threat" | "威胁";
    ITS_STRATEGY = "Strategy" | "对手策略";
    LEADS_ON = "Ahead on" | "领先我方";
    INCUMBENT = "incumbent" | "现有供应商";
    OF_COUNTING = "{0} of {1}" | "{0}/{1}项";
    STRENGTHS = "Strong" | "优势";
    WEAKNESSES = "Weak" | "劣势";
    NOTE = "This deal" | "本项目";
    THEIRS = "Theirs" | "对手策略";
    OURS = "Ours" | "我方策略";
    NONE_CHOSEN = "none yet: press s to choose" | "未选：按 s 选择";
    RIGHT_WHEN = "{0}: works when {1}" | "{0}，适用情形：{1}";
    SPEAKS_AGAINST = "No warnings for: {0}" | "没有发现问题的策略：{0}";
    PICK_STRATEGY = "Our strategy" | "我方策略";
    PICK_TACTIC = "Tactic: {0}" | "打法：{0}";
    PICK_NONE = "none" | "不选";
    PICK_KEYS = "Press its key to choose · Esc cancel" | "按键即选 · Esc 取消";
    SILENT = "no warnings" | "没有发现问题";
    DIFFER = "Differences from {0} ({1}/{2})" | "与{0}不同（{1}/{2}）";
    NO_DIFFERENCE = "No differences from {0} ({1}/{2})" | "与{0}暂无不同（{1}/{2}）";
    REST = "The rest" | "其余";
    BETWEEN = ", " | "、";
    BETTER = "we lead" | "我方占优";
    WORSE = "they lead" | "对手占优";
    FACTORS_HEAD = "Decision criteria" | "决策因素";
    RIVALS_HEAD = "Rivals" | "竞争对手";
    HELD_BY = "important to" | "关注人";
    NOBODY = "no one named" | "未确认";
}

table! {
    /// When a strategy is right, by code.
    CONDITIONS {
        "frontal" = "we are clearly ahead on the key criteria and there is no incumbent" | "关键因素上明显占优，且没有现有供应商挡路";
        "flanking" = "today's criteria don't favour us, but we can change them" | "按现有标准赢不了，但标准可以改变";
        "fragment" = "the whole deal is out of reach, but we can win part of it" | "整单拿不下，但有一块属于我方";
        "defend" = "we are the incumbent and the customer is happy with us" | "我方是现有供应商，客户用得满意";
        "develop" = "no decision is near and there is time to build need and relationships" | "短期内不会决策，有时间培育需求与关系";
    }
}

table! {
    /// What speaks against a strategy, by code; its facts are filled in.
    CAUTIONS {
        "rival_leads" = "Ahead of us on key criteria: {0} ({1})." | "{0}在关键因素上领先：{1}。";
        "rival_incumbent" = "The incumbent is a rival: {0}." | "现有供应商是对手：{0}。";
        "not_ahead" = "We lead on only {0} of {1} key criteria." | "{1}个关键因素中，我方领先的只有{0}个。";
        "nothing_changes" = "No criterion has a tactic that would change it." | "没有因素在用改变标准的打法（争做第一、以B代A、A变A+1、重排）。";
        "already_ahead" = "We already lead on every key criterion. Why change them?" | "关键因素已全部领先，何必改标准？";
        "no_part" = "There is no criterion we lead on." | "没有任何因素我方领先，无从切分。";
        "date_near" = "The decision is too close: {0}, less than {1} days away." | "离决策不到{1}天：{0}。";
        "no_strategy" = "Rivals in play: {0}. We have no strategy yet." | "已有对手（{0}），我方尚未选定策略。";
    }
}

table! {
    /// What follows from the matrix, by code; the factors are filled in.
    POINTS {
        "lead" = "Protect our lead: {0}" | "领先，保住：{0}";
        "replace" = "We lag and a rival set it. Replace it or rank it lower: {0}" | "落后，且标准由对手制定，以B代A或往后排：{0}";
        "gap" = "We lag on a must-have. Close the gap or reconsider the deal: {0}" | "必须满足却落后，补差距或分析去留：{0}";
        "rerank" = "We lag. Rank it lower: {0}" | "落后，重设优先级往后排：{0}";
        "be_first" = "The customer missed it and we fit. Bring it up first: {0}" | "客户遗漏而我方占优，争做第一：{0}";
        "raise" = "Level. Raise the bar: {0}" | "持平，A变A+1抬高要求：{0}";
        "analyse" = "No one's fit is known. Find out: {0}" | "各家匹配度未知，先分析：{0}";
        "unknown" = "Unknown fit on key criteria: {0} of {1} cells" | "关键因素共{1}格，还有{0}格未知";
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
        "replace" = "replace" | "以B代A";
        "raise" = "raise" | "A变A+1";
        "rerank" = "re-rank" | "重排";
        "analyse" = "analyse" | "分析";
    }
}

table! {
    /// The marks of a factor in the matrix: what is mandatory, written or not, of which class, missed.
    KINDS {
        "mandatory" = "M" | "必";
        "formal" = "F" | "明";
        "informal" = "i" | "暗";
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
