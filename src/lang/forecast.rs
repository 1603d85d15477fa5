//! The forecast, and the forecast call.

use super::words;

words! {
    TITLE = "Forecast {0}" | "销售预测 {0}";
    BY = "By {0}" | "按{0}";
    MONTH = "month" | "月份";
    CATEGORY = "category" | "类别";
    GROUPED = "Grouped by" | "分组方式";
    GROUP = "Group" | "分组";
    OVERDUE = "! overdue (close date passed)" | "! 逾期（签单日已过）";
    TOTAL = "Total" | "合计";
    UNQUALIFIED = "Not qualified yet" | "未评估的商机";
    CURRENCY = "Currency" | "币种";
    DEALS = "Deals" | "商机数";
    AMOUNT = "Amount" | "金额";
    COMPUTED = "Computed" | "测算";
    OWN = "Yours" | "自评";
    RATED = "With yours" | "已自评";
    OF = "{0} of {1}" | "{0}/{1}";
    NO_GROUP = "not set" | "未填";
    NONE = "No open deals. Add one: qd opp add title=… account=… amount=…" | "没有在跟商机：用 qd opp add title=… account=… amount=… 新建。";
    HISTORY = "Your track record beside the method's base" | "自己的历史转化率（对照基数）";
    STAGE = "Stage" | "阶段";
    BASE = "Base" | "基数";
    ON = "Advanced" | "推进率";
    WON = "Won overall" | "最终赢单率";
    LEFT = "Left stage (n)" | "离开数 n";
    TOO_FEW = "Shown once {0} deals have left a stage." | "离开某阶段的商机满{0}个才显示。";

    BASE_OF = "base {0}%" | "基数 {0}%";
    TOLD_ON = "{0} · advanced {1}% · won overall {2}" | "{0} · 推进 {1}% · 最终赢单 {2}";
    N = "n {0}" | "n={0}";
    N_OF = "n {0}, shown from {1}" | "n={0}，满{1}个才显示";

    K_CALL = "forecast call" | "预测评定";
    CALL = "Forecast call" | "预测评定";
    CALL_HEAD = "Forecast call · open deals: {0} · no category: {1}" | "预测评定 · 在跟 {0} · 未评 {1}";
    CALL_NONE = "No open deals: press 2, then n to add one" | "没有在跟商机：按 2 到漏斗，再按 n 新建";
    CALL_NONE_FILTER = "No open deals match the filter: press f to change it" | "没有符合筛选的在跟商机：按 f 改条件";
    K_OMITTED = "omitted" | "不计";
    K_PIPELINE = "pipeline" | "储备";
    K_BEST = "best case" | "乐观";
    K_COMMIT = "commit" | "承诺";
    K_CLOSED = "closed" | "已签";
    K_CLEAR = "clear" | "清除";
    DEAL = "Deal" | "商机";
    ACCOUNT = "Account" | "客户";
    CLOSES = "Closes" | "签单日";
    CALC = "Calc" | "测算";
    MINE = "You" | "自评";
    KIND = "Category" | "类别";
}
