//! What the lines do that the palette offers beside the keys.

use super::words;

words! {
    SET_DEAL = "change a deal" | "修改商机";
    ADD_DEAL = "new deal" | "新建商机";
    WIN = "won" | "赢单";
    LOSE = "lost" | "输单";
    DROP = "given up" | "放弃商机";
    HAND_DEAL = "hand over a deal" | "移交商机";
    HAND_ACCOUNT = "hand over an account" | "移交客户";
    ADD_ACCOUNT = "new account" | "新建客户";
    SET_ACCOUNT = "change an account" | "修改客户";
    ADD_PERSON = "new person" | "新建联系人";
    ADD_ROLE = "bring a person in" | "加入决策人";
    ADD_TODO = "new to-do" | "新建待办";
    SET_TODO = "change a to-do" | "修改待办";
    GIVE_TODO = "hand over a to-do" | "移交待办";
    WAIT_TODO = "wait on somebody" | "等待某人";
    LIST = "list of deals" | "商机列表";
    SHOW = "the deal's sheet" | "商机详情";
    GATE = "gates and odds" | "闸口与胜算";
    LOG = "what was changed" | "变更记录";
    DEAL_REPORT = "report of a deal" | "商机报告";
    FORECAST = "forecast report" | "预测报告";
    WON = "report of deals won" | "赢单报告";
    LOST = "report of deals lost" | "输单报告";
    PLAN = "report of the call plan" | "拜访计划报告";
    PLAN_FILE = "the call plan as a file" | "拜访计划导出为文件";
    PAST = "the funnel of a past day" | "过去某天的漏斗";
    EXPORT = "export records" | "导出记录";
    IMPORT = "import a file" | "导入文件";
    BACKUP = "back up the book" | "备份账本";
    RESTORE = "restore a backup" | "恢复备份";
    DOCTOR = "check the book" | "检查账本";
    KEEP = "keep the filter" | "保存筛选";
}
