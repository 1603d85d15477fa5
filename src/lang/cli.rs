//! What the shell prints around the records: headings, empty states, what was done to files.

use super::{table, words};

words! {
    DUMB = "this terminal can't move its cursor (TERM=dumb)" | "此终端无法定位光标（TERM=dumb）";
    DUMB_HINT = "use shell commands instead: qd funnel, qd opp list, qd find" | "请使用命令行：qd funnel、qd opp list、qd find";
    NO_TERMINAL = "the cockpit needs an interactive terminal" | "驾驶舱需要在终端中打开";
    NO_TERMINAL_HINT = "run qd help for the commands that work without one" | "qd help 列出无需终端的命令";
    NO_FOLDER = "no home folder to keep the book in" | "没有可存放台账的主目录";
    NO_FOLDER_HINT = "name a book with --book FILE" | "请用 --book 文件 指定台账";
    NO_CONFIG_HINT = "set HOME or XDG_CONFIG_HOME" | "请设置 HOME 或 XDG_CONFIG_HOME";
    NEW_BOOK = "New book created: {0}" | "已新建台账：{0}";
    BAD_TIME = "{0} is not a valid time: “{1}”" | "{0} 的值不是时间：“{1}”";
    BAD_TIME_HINT = "write it like 2026-11-30T09:00:00+08:00" | "请写成 2026-11-30T09:00:00+08:00";
    BAD_SETTING = "warning: {0}: {1}; this setting is ignored" | "注意：{0}：{1}；该项设置已忽略";
    UNKNOWN_SETTING = "unknown setting “{0}” ({1})" | "没有“{0}”这个设置（{1}）";
    UNKNOWN_ZONE = "unknown time zone TZ={0}: using the machine's" | "无法识别时区 TZ={0}，已改用本机时区";
    UNKNOWN_ZONE_NOW = "unknown time zone TZ={0}: using that of QD_NOW" | "无法识别时区 TZ={0}，已改用 QD_NOW 的时区";
    BAD_LANG = "{0} is not a supported language: “{1}”" | "{0} 的值不是语言：“{1}”";
    NO_COMMAND = "unknown command “{0}”" | "没有“{0}”这个命令";
    NO_FLAG = "unknown option or argument “{0}”" | "这里不能用“{0}”";
    ARGUMENT_MISSING = "missing argument: {0}" | "缺少 {0}";
    VERB_MISSING = "missing verb" | "缺少子命令";
    VALUE_MISSING = "{0} needs a value" | "{0} 后面要写值";
    VALUE_BAD = "“{0}” is not valid for {1}" | "“{0}”不能用于 {1}";
    TWICE = "{0} is given twice or conflicts with another option" | "{0} 重复或与其他选项冲突";
    NOT_UTF8 = "an argument is not valid UTF-8" | "有参数不是 UTF-8 编码";
    DID_YOU_MEAN = "did you mean {0}?" | "是不是想输入 {0}？";
    ONE_OF = "one of: {0}" | "可选：{0}";
    SEE_HELP = "run qd help for all commands, qd help COMMAND for one" | "qd help 列出全部命令，qd help 命令 查看说明";
    CARDS_ARE_PEOPLE = "only people can be exported as vCard" | "只有联系人能导出为名片";
    CALENDAR_IS_DATED = "only visits and to-dos can be exported as iCalendar" | "只有拜访和待办能导出为日历";
    CALENDAR_HINT = "qd export visit --format ics" | "qd export visit --format ics";
    LIST_IS_TODOS = "only to-dos can be exported in a to-do format" | "只有待办能导出为待办清单";
    LIST_HINT = "qd export todo --format todotxt" | "qd export todo --format todotxt";
    CARDS_HINT = "qd export person --format vcf" | "qd export person --format vcf";
    NO_NOUN = "unknown kind of record “{0}”" | "没有“{0}”这类记录";

    EMPTY_LIST = "No {0} yet. Add one: qd {1} add {2}" | "还没有{0}；新建：qd {1} add {2}";
    NO_MATCH = "No {0} matches. List all: qd {1} list" | "没有符合条件的{0}；查看全部：qd {1} list";
    NO_MATCH_DEALS = "No deal matches. To include closed deals: qd opp list all" | "没有符合条件的商机；连已结束的一起看：qd opp list all";
    NOTHING_FOUND = "No results for “{0}”" | "没有找到“{0}”";
    COUNT = "{0} total" | "共{0}条";
    REMOVED_MARK = "removed" | "已删除";

    NAME = "Name" | "名称";
    APART = "Which" | "区分";
    NUMBER = "No." | "编号";
    KIND = "Kind" | "类别";
    PROBABILITY = "P%" | "胜算%";
    ODDS = "Probability" | "胜算";
    FLAGS = "Flags" | "预警";
    NEXT = "Next" | "下一步";
    PEOPLE = "People" | "联系人";
    OPEN_DEALS = "Open deals" | "在跟商机";
    ROLES = "Roles" | "决策角色";
    MORE_ENTRIES = "{0} earlier ones: --json shows all" | "另有更早的 {0} 条：--json 列出全部";
    ANSWERS = "Answers" | "答案";
    STEPS = "Stage moves" | "阶段变动";
    SCORE = "score {0}, {1}/5 favourable" | "得分 {0}，有利 {1}/5";
    NO_FLAGS = "No flags" | "无预警";
    NO_ANSWERS = "No questions answered yet. Answer one: qd opp answer {0} 1 + note=…" | "十五问还没有回答：qd opp answer {0} 1 + note=…";
    NO_PEOPLE = "No people in this deal yet. Add one: qd role add opportunity={0} person=…" | "尚未登记决策角色：qd role add opportunity={0} person=…";
    IN_ALL = "= {0}%" | "= {0} %";
    CREATED = "Created" | "创建于";
    UPDATED = "Changed" | "修改于";
    LEFT = "left on {0}" | "已于 {0} 离职";

    FUNNEL = "Funnel" | "漏斗";
    AS_OF = "as of {0}" | "截至 {0}";
    STAGE = "Stage" | "阶段";
    DEALS = "Deals" | "数量";
    AMOUNT = "Amount" | "金额";
    WEIGHTED = "Weighted" | "加权金额";
    DAYS = "Avg d" | "平均天数";
    CONVERSION = "Conv %" | "转化率%";
    HIGH = "At risk" | "高预警";
    WON = "Won" | "赢单";
    LOST = "Lost" | "输单";
    WIN_RATE = "Win rate" | "赢单率";
    FUNNEL_EMPTY = "The funnel is empty. Add a deal: qd opp add title=… account=… amount=…" | "漏斗是空的；新建第一个商机：qd opp add title=… account=… amount=…";
    FROM_DATES = "The book begins later: each deal is shown as it was added, from its opening day; its probability is the base of its stage." | "当时台账尚未启用：各商机按录入时的样子、从发现日起计入，胜算取阶段基准。";
    FUTURE = "“{0}” is in the future: the funnel can only be shown as of a past day" | "“{0}”还没到，只能看过去某天的漏斗";
    NOT_A_DAY = "“{0}” is not a date" | "“{0}”不是日期";

    REPORT_WON = "Won by {0}" | "赢单统计：按{0}";
    REPORT_LOST = "Lost by {0}" | "输单统计：按{0}";
    REPORT_EMPTY = "No deals closed this way yet." | "还没有这样结束的商机";
    UNNAMED = "(none)" | "（未填）";

    LOG_EMPTY = "No changes yet." | "还没有操作";
    BORN = "added" | "新建";
    GONE = "removed" | "删除";
    BACK = "restored" | "恢复";
    NOTHING_BEFORE = "(empty)" | "空";

    NO_BACKUP = "no such file: {0}" | "没有文件 {0}";
    RESTORE_HINT = "name a backup made with qd backup" | "请指定 qd backup 写出的备份文件";
    BACKED_UP = "Backed up and verified: {0}" | "已备份并校验：{0}";
    RESTORED = "Restored from {0}" | "已从 {0} 恢复";
    RESTORED_KEPT = "The previous book was kept: {0}" | "原台账已保留：{0}";
    UNTOLD = "public holidays of {0} are not known yet: cadences, repeats and plans skip weekends only (add them in holidays.toml)" | "{0}年放假安排尚未收录：回访周期、重复和计划暂只避开周末，可在 holidays.toml 中补充";
    SOUND = "No problems found in the book {0}" | "台账完好：{0}";
    UNSOUND = "The book has problems: {0}" | "台账有问题：{0}";
    UNSOUND_HINT = "Keep this file and restore a backup: qd restore FILE" | "请保留此文件，并恢复备份：qd restore 文件";
    INTEGRITY = "file" | "文件";
    LINKS = "links" | "关联";
    JOURNAL = "journal" | "日志";
    SUMS = "totals" | "合计";
}

table! {
    /// What a report is grouped by, by code.
    GROUPS {
        "quarter" = "quarter" | "季度";
        "month" = "month" | "月份";
        "owner" = "owner" | "负责人";
        "account" = "account" | "客户";
        "product" = "product" | "产品";
        "region" = "region" | "地区";
        "manager" = "manager" | "主管";
        "reason" = "reason" | "原因";
        "rival" = "rival" | "竞争对手";
    }
}

table! {
    /// By what way a change came, by code.
    ORIGINS {
        "user" = "manual" | "手工";
        "import" = "import" | "导入";
        "undo" = "undo" | "撤销";
        "redo" = "redo" | "重做";
    }
}

table! {
    /// Reasons that are offered for a win.
    WON_REASONS {
        "value" = "Unique value" | "独特价值";
        "relationship" = "Relationship" | "客户关系";
        "solution" = "Best solution" | "方案最优";
        "price" = "Price" | "价格";
        "delivery" = "Delivery and service" | "交付与服务";
        "other" = "Other" | "其他";
    }
}

table! {
    /// Reasons that are offered for a loss.
    LOST_REASONS {
        "price" = "Price" | "价格";
        "rival" = "Rival preferred" | "倾向竞争对手";
        "solution" = "Solution did not fit" | "方案不合适";
        "relationship" = "Relationship" | "客户关系";
        "late" = "Came too late" | "介入太晚";
        "no-decision" = "No decision" | "客户未决策";
        "other" = "Other" | "其他";
    }
}

table! {
    /// Reasons that are offered for giving up or putting aside.
    DROPPED_REASONS {
        "no-budget" = "No budget" | "没有预算";
        "postponed" = "Project postponed" | "项目推迟";
        "cancelled" = "Project cancelled" | "项目取消";
        "not-worth" = "Not worth winning" | "不值得争取";
        "duplicate" = "Duplicate" | "重复";
        "other" = "Other" | "其他";
    }
}

/// The word of a code in one of these tables; the code itself where the table has none.
pub fn word<'a>(table: &[(&str, super::Word)], lang: super::Lang, code: &'a str) -> &'a str {
    table.iter().find(|(key, _)| *key == code).map_or(code, |(_, word)| word.text(lang))
}
