//! A purpose in Chinese. 介绍 is in both lists: who is its subject decides.

use super::Found;

/// Titles and bodies on the customer's side.
const ACTORS: &[&str] = &[
    "客户",
    "对方",
    "甲方",
    "业主",
    "用户方",
    "经理",
    "主任",
    "部长",
    "处长",
    "院长",
    "局长",
    "校长",
    "董事",
    "科长",
    "所长",
    "主管",
    "总监",
    "负责人",
    "采购部",
    "财务部",
    "信息部",
    "技术部",
    "法务",
    "评审组",
    "评委",
    "委员会",
    "书记",
    "厂长",
    "行长",
    "站长",
    "主席",
    "秘书",
    "高层",
    "领导",
    "科室",
    "老板",
    "他们",
    "采购方",
    "设计院",
    "总工",
    "CEO",
    "CFO",
    "CIO",
    "CTO",
    "股长",
    "副总",
    "总裁",
    "主办",
    "董秘",
    "老师",
    "先生",
    "女士",
    "博士",
    "教授",
    "工程师",
    "部门",
];

/// Short titles that follow a family name: 张总, 李工.
const TITLES: &[char] = &['总', '工', '处', '局', '董', '院', '校', '厂'];

/// What a title's sign also belongs to.
const NO_TITLES: &[&str] = &[
    "总结", "总部", "总体", "总额", "总价", "总共", "总计", "总之", "工作", "工期", "工程", "工厂", "处理",
    "处于", "局面", "汇总", "院内", "厂家", "到处", "施工", "竣工", "开工", "完工", "分工", "用处", "校准",
    "总包", "工单", "工时", "总线",
];

const SURNAMES: &str = "王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪姜范姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟雷钱尹黎贺赖龚周高马";

/// Words that begin like a family name.
const NO_NAMES: &[&str] = &[
    "周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "周期", "高价", "马上", "许可", "程序",
    "高度",
];

/// Verbs by which somebody commits.
const COMMITS: &[&str] = &[
    "批准", "确认", "安排", "提供", "签", "同意", "承诺", "答应", "审批", "下单", "付款", "支付", "定标",
    "发出", "引荐", "邀请", "推荐", "指定", "任命", "立项", "提交", "授权", "拨款", "决定", "接受", "出具",
    "盖章", "拍板", "约见", "交出", "给出", "明确", "敲定", "预约", "选定", "下达", "开放", "组织",
];

/// What we do; a purpose that starts with it is ours.
const OWN: &[&str] = &[
    "介绍", "汇报", "演示", "了解", "讲解", "展示", "交流", "沟通", "拜访", "宣讲", "推介", "讨论", "探讨",
    "调研", "跟进", "收集", "询问", "摸清", "回访", "维护", "说明", "推销", "送", "催", "拉近", "建立",
    "解答", "培训", "参观", "认识", "打听", "陪",
];

/// We, as the one who acts.
const WE: &[&str] = &["我方", "我们", "我司", "本公司", "我公司", "我"];

/// What stands before what we do.
const LEADS: &[&str] = &[
    "去",
    "再次",
    "初步",
    "继续",
    "进一步",
    "当面",
    "现场",
    "先",
    "深入",
    "详细",
    "重点",
    "主要",
    "再",
    "上门",
    "登门",
];

/// What joins us to the customer: what follows is ours where it is one of our doings.
const JOINS: &[&str] = &["向", "给", "与", "和", "跟", "对", "为", "同", "陪"];

/// Dates and measures beyond figures.
const MEASURES: &[&str] = &[
    "今天",
    "明天",
    "后天",
    "下周",
    "本周",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "周日",
    "周末",
    "本月",
    "下月",
    "月底",
    "月初",
    "年底",
    "年内",
    "季度",
    "书面",
    "节前",
    "节后",
    "当场",
    "会后",
    "百分之",
    "上旬",
    "中旬",
    "下旬",
    "当天",
    "当日",
];

const UNITS: &[char] = &[
    '周', '天', '日', '月', '号', '个', '位', '次', '台', '万', '份', '人', '项', '家', '轮', '场', '季',
    '年', '成', '套',
];

pub(super) fn read(why: &str, names: &[String]) -> Found {
    let start = strip(undated(why), LEADS);
    let begins_with_us = WE.iter().any(|we| start.starts_with(we));
    let ours = begins_with_us || starts_ours(start, names);
    Found {
        ours,
        actor: acts(why, names),
        commitment: commits(why, ours, names),
        measure: why.chars().any(|sign| sign.is_ascii_digit())
            || MEASURES.iter().any(|word| why.contains(word))
            || counted(why),
    }
}

fn strip<'a>(text: &'a str, leads: &[&str]) -> &'a str {
    let mut rest = text.trim_start();
    while let Some(after) = leads.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = after.trim_start();
    }
    rest
}

/// The text behind the day that it begins with: 下周演示 is ours as 演示 is.
fn undated(text: &str) -> &str {
    let day = |sign: char| sign.is_ascii_digit() || "月日号点一二三四五六天、上中下午前".contains(sign);
    let led = text.trim_start();
    let rest = MEASURES.iter().filter_map(|word| led.strip_prefix(word)).min_by_key(|rest| rest.len());
    match rest {
        Some(rest) => rest.trim_start_matches(day).trim_start(),
        None if led.starts_with(|sign: char| sign.is_ascii_digit()) => {
            led.trim_start_matches(day).trim_start()
        }
        None => led,
    }
}

/// Whether somebody is asked to do something: 让王总把参数发给我们.
fn asks(why: &str, names: &[String]) -> bool {
    let led = ["请", "让", "由", "推动", "争取", "促成", "要求", "说服"]
        .iter()
        .find_map(|word| why.strip_prefix(word));
    let idle = ["吃饭", "喝", "了解", "听", "看看", "参观"];
    let does = ["把", "将", "发", "给", "来", "做", "试", "交", "出", "带", "参加", "开"];
    led.is_some_and(|rest| {
        acts(rest, names)
            && does.iter().any(|word| rest.contains(word))
            && !idle.iter().any(|word| rest.contains(word))
    })
}

/// Whether a body of the customer commits: 信息科同意, 采购办批准.
fn body(text: &str) -> bool {
    let whole = ["全部", "内部", "外部", "局部", "干部", "尽快办"];
    COMMITS.iter().any(|verb| {
        text.split_once(verb).is_some_and(|(before, _)| {
            let before = before.trim_end();
            let is_body = before
                .ends_with(['科', '部', '处', '办', '组', '室', '局', '厅', '委', '院', '厂', '司', '行']);
            is_body && before.chars().count() > 1 && !whole.iter().any(|word| before.ends_with(word))
        })
    })
}

/// Whether it starts with our own doing, also with one after 向客户 or 与张总.
fn starts_ours(start: &str, names: &[String]) -> bool {
    let first = |list: &[&str]| list.iter().filter_map(|word| start.find(word)).min();
    let own = first(OWN);
    if JOINS.iter().any(|join| start.starts_with(join))
        && !names.iter().any(|name| start.starts_with(name.as_str()))
    {
        let theirs = first(COMMITS).unwrap_or(usize::MAX);
        return own.is_some_and(|at| at < theirs);
    }
    own == Some(0)
}

/// Whether a verb of commitment is said; 介绍 counts where the customer is its subject.
fn commits(why: &str, ours: bool, names: &[String]) -> bool {
    let introduces = why.split_once("介绍").is_some_and(|(before, _)| !ours && acts(before, names));
    introduces || asks(why, names) || COMMITS.iter().any(|verb| why.contains(verb))
}

fn acts(text: &str, names: &[String]) -> bool {
    names.iter().any(|name| text.contains(name.as_str()))
        || ACTORS.iter().any(|actor| text.contains(actor))
        || titled(text)
        || called(text)
        || body(text)
}

/// Whether somebody is named by family name and title: 张总, 李工.
fn titled(text: &str) -> bool {
    let mut text = text.to_owned();
    for word in NO_TITLES {
        text = text.replace(word, "、");
    }
    let signs: Vec<char> = text.chars().collect();
    signs
        .windows(2)
        .any(|pair| matches!(pair, [name, title] if TITLES.contains(title) && SURNAMES.contains(*name)))
}

/// What may follow a name before a verb.
const MODALS: &[&str] = &["将", "会", "能", "向", "把", "于", "在", "下周", "本周", "本月", "带", "明"];

/// Whether it starts with somebody's whole name, as in 请张平确认.
fn called(text: &str) -> bool {
    let start = strip(text, &["请", "让", "由", "推动", "争取", "促成", "要求", "邀请", "说服"]);
    if NO_NAMES.iter().any(|word| start.starts_with(word))
        || !start.starts_with(|sign| SURNAMES.contains(sign))
    {
        return false;
    }
    [2, 3].into_iter().any(|length| {
        let rest: String = start.chars().skip(length).collect();
        rest.starts_with("介绍") || MODALS.iter().chain(COMMITS).any(|verb| rest.starts_with(verb))
    })
}

/// Whether a figure in words is followed by a unit: 三家, 两周.
fn counted(why: &str) -> bool {
    let signs: Vec<char> = why.chars().collect();
    signs.windows(2).any(|pair| {
        matches!(pair, [number, unit] if "一二两三四五六七八九十百".contains(*number) && UNITS.contains(unit))
    })
}
