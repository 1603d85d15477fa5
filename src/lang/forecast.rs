//! The forecast, and the forecast call.

use super::words;

words! {
    TITLE = "Forecast {0}" | "销售预测 {0}";
    BY = "By {0}" | "按{0}";
    MONTH = "month" | "月份";
    CATEGORY = "category" | "类别";
    GROUPED = "Grouped by" | "分组方式";
    GROUP = "Group" | "分组";
    OVERDUE = "! overdue (close date passed)" | "! 逾期（成交日已过）";
    TOTAL = "Total" | "合计";
    UNQUALIFIED = "Not qualified yet" | "未评估的商机";
    CURRENCY = "Currency" | "币种";
    DEALS = "Deals" | "商机";
    AMOUNT = "Amount" | "金额";
    COMPUTED = "Computed" | "测算";
    OWN = "Own" | "自评";
    RATED = "Own given" | "已自评";
    OF = "{0} of {1}" | "{0}/{1}";
    NO_GROUP = "not set" | "未填";
    NONE = "No deal is open: qd opp add title=… account=… amount=… makes one." | "没有在跟商机：用 qd opp add title=… account=… amount=… 新建。";
    HISTORY = "Your own history, beside the method’s base" | "自身历史转化（与方法基数对照）";
    STAGE = "Stage" | "阶段";
    BASE = "Base" | "基数";
    ON = "Went on" | "进入下一阶段";
    WON = "Won in the end" | "最终赢单";
    LEFT = "Left (n)" | "离开数(n)";
    TOO_FEW = "It speaks once {0} deals have left a stage." | "离开某阶段的商机满 {0} 个后显示。";

    BASE_OF = "base {0}%" | "基数 {0}%";
    TOLD_ON = "{0} · went on {1}% · won in the end {2}" | "{0} · 推进 {1}% · 最终赢单 {2}";
    N = "n {0}" | "n={0}";
    N_OF = "n {0}, speaks from {1}" | "n={0}，满{1}后显示";

    K_CALL = "forecast call" | "预测评定";
    CALL = "Forecast call" | "预测评定";
    CALL_HEAD = "Forecast call · open deals: {0} · not judged: {1}" | "预测评定 · 在跟 {0} · 未评 {1}";
    CALL_NONE = "No deal is open: press 2, then n" | "没有在跟商机：先按 2，再按 n 新建";
    CALL_NONE_FILTER = "No open deal fits the filter: f changes it" | "没有符合筛选的在跟商机：按 f 修改筛选";
    K_OMITTED = "omitted" | "不计";
    K_PIPELINE = "pipeline" | "在跟";
    K_BEST = "best case" | "乐观";
    K_COMMIT = "commit" | "承诺";
    K_CLOSED = "closed" | "已成";
    K_CLEAR = "not judged" | "清除";
    DEAL = "Deal" | "商机";
    ACCOUNT = "Account" | "客户";
    CLOSES = "Closes" | "成交日";
    CALC = "Calc" | "测算";
    MINE = "Own" | "自评";
    KIND = "Category" | "类别";
}
