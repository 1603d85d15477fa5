//! What the lines do that the palette offers beside the keys.

use super::words;

words! {
    SET_DEAL = "change a deal" | "修改商机";
    ADD_DEAL = "new deal" | "新建商机";
    WIN = "won" | "赢单";
    LOSE = "lost" | "输单";
    DROP = "drop a deal" | "放弃商机";
    HAND_DEAL = "hand over a deal" | "移交商机";
    HAND_ACCOUNT = "hand over an account" | "移交客户";
    ADD_ACCOUNT = "new account" | "新建客户";
    SET_ACCOUNT = "change an account" | "修改客户";
    ADD_PERSON = "new person" | "新建联系人";
    ADD_ROLE = "add a person to a deal" | "加入决策人";
    ADD_TODO = "new to-do" | "新建待办";
    SET_TODO = "change a to-do" | "修改待办";
    GIVE_TODO = "hand over a to-do" | "移交待办";
    WAIT_TODO = "wait on someone" | "等待某人";
    LIST = "list of deals" | "商机列表";
    SHOW = "deal details" | "商机详情";
    GATE = "gates and probability" | "闸口与胜算";
    LOG = "change log" | "操作历史";
    DEAL_REPORT = "report of a deal" | "商机报告";
    FORECAST = "forecast report" | "预测报告";
    WON = "report of deals won" | "赢单报告";
    LOST = "report of deals lost" | "输单报告";
    PLAN = "report of the call plan" | "客户拜访计划表报告";
    PLAN_FILE = "the call plan as a file" | "客户拜访计划表导出为文件";
    PAST = "the funnel of a past day" | "过去某天的漏斗";
    EXPORT = "export records" | "导出记录";
    IMPORT = "import a file" | "导入文件";
    BACKUP = "back up the book" | "备份台账";
    RESTORE = "restore a backup" | "恢复备份";
    DOCTOR = "check the book" | "检查台账";
    KEEP = "save the filter" | "保存筛选";
}
