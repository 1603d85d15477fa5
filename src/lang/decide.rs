//! The Decide tab: people, politics, decision steps, the path to the approver.

use super::{Lang, Word, table, words};

words! {
    PEOPLE = "people" | "人员";
    MAP = "map" | "关系图";
    STEPS = "steps" | "步骤";
    K_MARK_1 = "first mark of the cell" | "本格记第一档";
    K_MARK_2 = "second mark" | "记第二档";
    K_MARK_3 = "third mark" | "记第三档";
    K_MARK_4 = "fourth mark" | "记第四档";
    K_MARK_5 = "fifth mark" | "记第五档";
    K_MARK_NONE = "unknown, or no mark" | "未知或清空";
    K_CIRCLE = "circle" | "圈子";
    K_INFLUENCE = "sways" | "影响谁";
    K_CONFLICT = "conflict" | "与谁冲突";
    K_ALLIANCE = "ally" | "与谁结盟";
    K_JOIN = "add" | "加人";
    K_CARD = "card" | "卡片";
    K_PERSON = "the person" | "联系人资料";
    K_LEAVE = "take out of the deal" | "移出本商机";
    K_STRENGTH = "strength" | "强度";
    K_TIE = "influence, conflict or alliance" | "影响/冲突/结盟";
    K_UNLINE = "unlink" | "删除连线";
    K_DONE = "done, or not" | "完成/撤回";
    K_PACE = "state" | "进展";
    K_UP = "up" | "上移";
    K_DOWN = "down" | "下移";
    K_DROP_STEP = "remove step" | "删除步骤";
    K_RIGHT = "next cell or line, then tab" | "右一格，到头换页签";
    K_LEFT = "cell or line before, then tab" | "左一格，到头换页签";

    PICK_OTHER = "Whom?" | "选择对方";
    PICK_NEWCOMER = "Who takes part in the deal?" | "谁参与本商机";
    NO_OTHER = "there is nobody else in this deal yet" | "本商机还没有其他人";
    NO_NEWCOMER = "everybody known at this account has a part already; type a new name" | "该客户的联系人都已加入；请输入新的姓名";
    NOBODY_KNOWN = "nobody is known at this account yet; type a name" | "该客户还没有联系人；请输入姓名";
    NO_ACCOUNT_YET = "this deal has no account yet: pick one or type a new name" | "本商机还没有客户：请选择，或输入新名称";

    NO_PEOPLE = "Nobody has a part in this deal yet. n brings in people of the account." | "本商机还没有人。按 n 从客户联系人中加入。";
    NO_STEPS = "No decision steps yet. n writes down the first: what is decided, by whom, by when." | "还没有决策步骤。按 n 写下第一步：定什么、谁来定、何时定。";
    NO_STEPS_SHORT = "no decision steps yet ({0} shows them, n makes one)" | "尚无决策步骤（按 {0} 换到步骤，n 新建）";
    HEADS = "RASD" | "角态持深";
    NAME = "Name" | "姓名";
    CIRCLE = "Circle" | "圈子";
    RANK = "#" | "序";
    CONTACT = "Seen" | "联系";
    SWAYS = "Who sways whom, towards the approver" | "谁影响谁，自批准人起";
    OTHERS = "No line leads to the approver" | "与批准人没有连线";
    NOBODY_APPROVES = "Nobody is named as approver" | "尚未确认最后批准人";
    LEFT = "(left)" | "（已离职）";
    MAP_LEGEND = "{0} sways the one above (1–3)  {1} reports only  {2} conflict  {3} allied  {4} path" | "{0} 影响上面的人（1–3）  {1} 仅汇报  {2} 冲突  {3} 结盟  {4} 在路径上";
    CLEAR = "none" | "清空";

    PATH = "Path" | "路径";
    PATH_TO = "Path to the approver" | "通向最后批准人";
    US = "us" | "我方";
    WEAKEST = "weakest: {0}" | "最弱环节 {0}";
    OUR_CONTACT = "our contact with {0} ({1})" | "我方与{0}的接触（{1}）";
    OF_LINK = "{0} on {1} ({2}, {3})" | "{0}对{1}（{2}，{3}）";
    NO_PATH = "nobody takes us to {0}: nobody we know has any weight there" | "无人能带我们到{0}：接触过的人在那里都没有分量";
    NO_APPROVER = "no approver named: put {0} in the role cell of the one who signs" | "尚未确认最后批准人：在签字人的“采购角色”格按 {0}";
    ALSO_APPROVER = "{0} {1}" | "{0} {1}";
    STRONG = "strong" | "影响强";
    MEDIUM = "medium" | "影响中";
    WEAK = "weak" | "影响弱";
    REPORTS = "reports only" | "仅汇报";
    ALLIED = "allied" | "结盟";
    NO_SUPPORT = "support unknown" | "态度未知";

    GAP_NO_APPROVER = "no approver named" | "尚未确认最后批准人";
    GAP_UNMET = "key players without contact: {0}" | "关键人未接触：{0}";
    GAP_THREAD = "people met more than once: {0}" | "多次接触的仅 {0} 人";
    GAP_OPPONENT = "who is against us? {0} is in" | "谁不支持我方？{0}在场";

    BY_WHOM = "Swayed by" | "受谁影响";
    ON_WHOM = "Sways" | "影响谁";
    AGAINST = "In conflict with" | "与谁冲突";
    WITH = "Allied with" | "与谁结盟";
    REPORTS_TO = "Reports to" | "上级";
    HAS_REPORTS = "Reports" | "下属";
    NO_LINES = "No lines yet: i influences, I conflicts, & allied." | "还没有连线：i 影响，I 冲突，& 结盟。";
    AGENDA = "Agenda" | "诉求";
    WIN = "Wins" | "收益";
    APPROACH = "Approach" | "策略";

    STEP = "Step" | "事项";
    DEPT = "Department" | "部门";
    WHO = "Who" | "决策人";
    DUE = "Due" | "时间";
    METHOD = "Method" | "方式";
    STATE = "State" | "进展";
    OVERDUE = "{0}d late" | "逾期{0}天";

    PATH_TITLE = "Path to {0}: carries {1}" | "通向{0}的路径：{1}";
    LINK = "{0}. {1} → {2}: {3} ({4})" | "{0}. {1} → {2}：{3}（{4}）";
    BOTH = "{0}, {1}" | "{0}，{1}";
    WEAKEST_MARK = "weakest link" | "最弱环节";
    GAPS = "Coverage gaps" | "覆盖缺口";
}

table! {
    /// Where a person stands, for narrow cells.
    CIRCLES {
        "inner-circle" = "inner" | "核心圈";
        "political-structure" = "structure" | "圈内";
        "outside" = "outside" | "圈外";
    }
}

/// Where a person stands, for narrow cells.
pub fn circle(lang: Lang, code: &str) -> &'static str {
    CIRCLES.iter().find(|(own, _)| *own == code).map_or("", |(_, word)| word.text(lang))
}

/// The word for a strength, 1 to 3.
pub fn strength(strength: i64) -> Word {
    match strength {
        3.. => STRONG,
        2 => MEDIUM,
        _ => WEAK,
    }
}

/// A coverage gap as a sentence; `facts` are names, or a count.
pub fn gap(lang: Lang, code: &str, facts: &[String]) -> String {
    let facts = facts.join(if lang == Lang::Zh { "、" } else { ", " });
    let sentence = match code {
        "no_approver" => GAP_NO_APPROVER,
        "unmet_key_players" => GAP_UNMET,
        "one_thread" => GAP_THREAD,
        _ => GAP_OPPONENT,
    };
    sentence.fill(lang, &[&facts])
}

/// Why a link of a path carries: the code of the bond, nothing for our own contact.
pub fn bond(code: Option<&str>, force: i64) -> Word {
    match code {
        Some("report") => REPORTS,
        Some("alliance") => ALLIED,
        _ => strength(force),
    }
}
