//! The Decide tab: people, politics, decision steps, the path to the approver.

use super::{Lang, Word, table, words};

words! {
    PEOPLE = "people" | "人员";
    MAP = "map" | "关系图";
    STEPS = "steps" | "步骤";
    K_MARK_1 = "first mark" | "本格记第一档";
    K_MARK_2 = "second mark" | "记第二档";
    K_MARK_3 = "third mark" | "记第三档";
    K_MARK_4 = "fourth mark" | "记第四档";
    K_MARK_5 = "fifth mark" | "记第五档";
    K_MARK_NONE = "unknown/clear" | "未知或清空";
    K_CIRCLE = "circle" | "圈子";
    K_INFLUENCE = "affects" | "影响谁";
    K_CONFLICT = "conflict" | "与谁冲突";
    K_ALLIANCE = "ally" | "与谁结盟";
    K_JOIN = "add" | "加人";
    K_CARD = "card" | "卡片";
    K_PERSON = "open person" | "联系人资料";
    K_LEAVE = "remove from deal" | "移出本商机";
    K_STRENGTH = "strength" | "强度";
    K_TIE = "change line type" | "影响/冲突/结盟";
    K_UNLINE = "unlink" | "删除连线";
    K_DONE = "toggle done" | "完成/撤回";
    K_PACE = "status" | "进展";
    K_UP = "up" | "上移";
    K_DOWN = "down" | "下移";
    K_DROP_STEP = "remove step" | "删除步骤";
    K_RIGHT = "next cell or line, then tab" | "右一格，到头换页签";
    K_LEFT = "previous cell or line, then tab" | "左一格，到头换页签";

    PICK_OTHER = "Pick a person" | "选择对方";
    PICK_NEWCOMER = "Add a person to this deal" | "谁参与本商机";
    NO_OTHER = "no one else is in this deal yet: press n to add people" | "本商机还没有其他人";
    NO_NEWCOMER = "everyone at this account is in already: type a new name" | "这家客户的联系人都在里面了：请输入新的姓名";
    NOBODY_KNOWN = "nobody is known at this account yet; type a name" | "该客户还没有联系人；请输入姓名";
    NO_ACCOUNT_YET = "this deal has no account yet: pick one or type a new name" | "本商机还没有客户：请选择，或输入新名称";

    NO_PEOPLE = "No one is in this deal yet. Press n to add people from the account." | "本商机还没有联系人。按 n 从客户联系人里加入。";
    NO_STEPS = "No decision steps yet. Press n to add the first: what is decided, by whom, by when." | "还没有决策步骤。按 n 写下第一步：定什么、谁来定、何时定。";
    NO_STEPS_SHORT = "no decision steps yet ({0} to switch view, n to add)" | "还没有决策步骤（用 {0} 换到步骤，按 n 新建）";
    HEADS = "RASC" | "采创支关";
    NAME = "Name" | "姓名";
    CIRCLE = "Circle" | "圈子";
    RANK = "#" | "序";
    CONTACT = "Seen" | "联系";
    SWAYS = "Who influences whom, up to the approver" | "谁影响谁，自批准人起";
    OTHERS = "No line to the approver" | "与批准人没有连线";
    NOBODY_APPROVES = "No approver named" | "尚未确认最后批准人";
    LEFT = "(left)" | "（已离职）";
    MAP_LEGEND = "{0} influence upward (1–3)  {1} reports to  {2} conflict  {3} allied  {4} on path" | "{0} 影响上面的人（1–3）  {1} 仅汇报  {2} 冲突  {3} 结盟  {4} 在路径上";
    CLEAR = "none" | "清空";

    PATH = "Path" | "路径";
    PATH_TO = "Path to the approver" | "通向最后批准人";
    US = "us" | "我方";
    WEAKEST = "weakest: {0}" | "最弱环节 {0}";
    OUR_CONTACT = "our coverage of {0} ({1})" | "我方与{0}的接触（{1}）";
    OF_LINK = "{0} → {1} ({2}, {3})" | "{0}对{1}（{2}，{3}）";
    NO_PATH = "no path to {0}: no one we know has influence there" | "没人能带我方见到{0}：接触过的人在那里都说不上话";
    NO_APPROVER = "no approver named: press {0} in the Role cell of whoever signs" | "尚未确认最后批准人：在签字人的“采购角色”格按 {0}";
    ALSO_APPROVER = "{0} {1}" | "{0} {1}";
    STRONG = "strong" | "影响强";
    MEDIUM = "medium" | "影响中";
    WEAK = "weak" | "影响弱";
    REPORTS = "reporting line" | "仅汇报";
    ALLIED = "allied" | "结盟";
    NO_SUPPORT = "support unknown" | "支持未知";

    GAP_NO_APPROVER = "no approver named" | "尚未确认最后批准人";
    GAP_UNMET = "key players not covered: {0}" | "关键人未接触：{0}";
    GAP_THREAD = "single-threaded: {0} met more than once" | "多次接触过的人：{0}位";
    GAP_OPPONENT = "no opponent identified, rivals in play: {0}" | "{0}在争，还不知道谁反对我方";

    BY_WHOM = "Influenced by" | "受谁影响";
    ON_WHOM = "Influences" | "影响谁";
    AGAINST = "In conflict with" | "与谁冲突";
    WITH = "Allied with" | "与谁结盟";
    REPORTS_TO = "Reports to" | "上级";
    HAS_REPORTS = "Manages" | "下属";
    NO_LINES = "No lines yet. Press i for influence, I for conflict, & for alliance." | "还没有连线：按 i 影响，I 冲突，& 结盟。";
    AGENDA = "Agenda" | "诉求";
    WIN = "Wins" | "输赢";
    APPROACH = "Approach" | "对策";

    STEP = "Step" | "事项";
    DEPT = "Department" | "部门";
    WHO = "Who" | "决策人";
    DUE = "Due" | "时间";
    METHOD = "Method" | "方式";
    STATE = "Status" | "进展";
    OVERDUE = "{0}d overdue" | "逾期{0}天";

    PATH_TITLE = "Path to {0}: strength {1}" | "通向{0}的路径：{1}";
    LINK = "{0}. {1} → {2}: {3} ({4})" | "{0}. {1} → {2}：{3}（{4}）";
    BOTH = "{0}, {1}" | "{0}，{1}";
    WEAKEST_MARK = "weakest link" | "最弱环节";
    GAPS = "Coverage gaps" | "覆盖缺口";
}

table! {
    /// Where a person stands, for narrow cells.
    CIRCLES {
        "inner-circle" = "inner" | "核心圈";
        "political-structure" = "inside" | "圈内";
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
