//! The templates of visits that come with the program: the eight-step visit and the aid before a negotiation.

use super::{Lang, Word, table, words};

words! {
    K_STEPS = "visit steps" | "拜访步骤";
    STEPS_OF = "Steps: {0} · {1}/{2}" | "拜访步骤：{0} · {1}/{2}";
    STEPS_KEYS = "Space or number tick · t template · Esc close" | "空格或数字勾选 · t 换模板 · Esc";
    PICK = "Template: {0}" | "选择模板：{0}";
    PICK_FITS = "steps: {0} · fits this visit" | "{0}步 · 适合本次拜访";
    PICK_STEPS = "steps: {0}" | "{0}步";
    TICKED = "Visit {0}, done: {1}" | "拜访 {0} 已完成：{1}";
    UNTICKED = "Visit {0}, not done: {1}" | "拜访 {0} 恢复未完成：{1}";
    LAID = "Visit {0}: template {1} applied, steps: {2}" | "拜访 {0}：模板“{1}”，{2}步";
    NO_STEP = "visit {0} has no step “{1}”, only {2}" | "拜访 {0} 没有第{1}步，共{2}步";
    NO_STEP_HINT = "count from 1, or apply a template: qd visit template {0} NAME" | "从 1 数起；qd visit template {0} 模板 可套用模板";
    NO_TEMPLATE = "no template “{0}”" | "没有模板“{0}”";
    NO_TEMPLATE_HINT = "use one of: {0}; add your own to config.toml as [templates.NAME] with steps = […]" | "已有：{0}；在 config.toml 里用 [templates.名称] 和 steps = […] 增加";
    COUNT = "{0}/{1}" | "{0}/{1}";
}

table! {
    /// What each template is called, by code.
    TITLES {
        "store" = "Eight-step store visit" | "门店拜访八步骤";
        "negotiation" = "Negotiation checklist" | "谈判前自查";
    }
}

table! {
    /// The steps of each template, a line each.
    STEPS {
        "store" = "Prepare: goals, history, samples, materials" | "拜访准备：目标、历史记录、样品与物料";
        "store" = "Check outside: sign, posters, door stock" | "检查户外广告与店外陈列";
        "store" = "Greet the owner and sales staff" | "向店主和店员打招呼";
        "store" = "Check in-store display: placement, facings, price, freshness" | "店内生动化：位置、排面、价格、日期";
        "store" = "Count stock: ours and competitors'" | "盘点库存：我方与竞品";
        "store" = "Propose an order: sellers, out-of-stocks, new items" | "提出建议订单：动销、缺货、新品";
        "store" = "Take the order: quantity, price, date, payment" | "确认订单：数量、价格、交期、付款";
        "store" = "Thank them, agree the next visit, leave" | "致谢、约定下次拜访并道别";
        "negotiation" = "Find the real need behind the demand" | "发现客户的真正需求";
        "negotiation" = "Use our strengths: what only we can offer" | "利用优势：只有我方能提供的价值";
        "negotiation" = "Use relationships to find a way through" | "利用关系寻找突破口";
        "negotiation" = "Resist small wins: no concession without a return" | "拒绝小利：不做没有回报的让步";
        "negotiation" = "Check our own record: delivery, quality, open promises" | "自查自纠：交付、质量、未兑现的承诺";
    }
}

/// Words of an account's industry or tags that make it one of the channel, in both languages.
pub const CHANNEL: &[&str] = &[
    "retail",
    "channel",
    "store",
    "shop",
    "distributor",
    "dealer",
    "supermarket",
    "零售",
    "渠道",
    "门店",
    "经销",
    "分销",
    "商超",
    "超市",
    "卖场",
    "连锁",
];

/// What a template of ours is called; nothing for one of the person's own.
pub fn title(lang: Lang, code: &str) -> Option<&'static str> {
    TITLES.iter().find(|(own, _)| *own == code).map(|(_, word)| word.text(lang))
}

/// The steps of a template of ours.
pub fn steps(lang: Lang, code: &str) -> Vec<String> {
    let own = STEPS.iter().filter(|(own, _)| *own == code);
    own.map(|(_, word): &(&str, Word)| word.text(lang).to_owned()).collect()
}
