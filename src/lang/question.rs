//! The words of the fifteen questions and of the stage evidence.

use super::{Lang, Word, table};

/// What one question says to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The question in full.
    pub title: Word,
    /// The standard term for what it is about.
    pub term: Word,
    /// Which evidence counts, and what makes the answer favourable.
    pub help: Word,
}

/// The words of a question, 1 to 15; nothing for any other number.
pub fn asked(number: u8) -> Option<&'static Asked> {
    ASKED.get(usize::from(number).checked_sub(1)?)
}

/// The standard term of a question; empty for a number that is none.
pub fn term(lang: Lang, number: u8) -> &'static str {
    asked(number).map_or("", |one| one.term.text(lang))
}

/// The label of an item of stage evidence, by its code; the code itself where the table has none.
pub fn evidence(lang: Lang, code: &'static str) -> &'static str {
    EVIDENCE.iter().find(|(key, _)| *key == code).map_or(code, |(_, word)| word.text(lang))
}

/// The label of the state of an item, by its code.
pub fn proof(lang: Lang, code: &'static str) -> &'static str {
    PROOF.iter().find(|(key, _)| *key == code).map_or(code, |(_, word)| word.text(lang))
}

table! {
    /// The items of stage evidence, by code.
    EVIDENCE {
        "pressure" = "Customer pressure" | "客户压力驱动";
        "vendor-value" = "Vendor value" | "厂家价值体现";
        "need" = "Need" | "商机需求";
        "process" = "Decision process" | "决策过程";
        "resources" = "Access to funds" | "实施资源";
        "drivers" = "Compelling event" | "驱动因素";
        "unique-value" = "Unique value" | "独特价值";
        "solution" = "Complete solution" | "完备方案";
        "delivery" = "Delivery assured" | "实施保障";
        "trust" = "Customer trust" | "客户信任";
        "inside-support" = "Inside support" | "内部支持";
        "executives" = "Executive buy-in" | "决策认同";
        "leaning" = "Vendor preference" | "厂家倾向";
        "politics" = "Decision politics" | "决策关联";
    }
}

table! {
    /// Whether an item of evidence is there, by code.
    PROOF {
        "met" = "met" | "具备";
        "unmet" = "not met" | "不具备";
        "unknown" = "unknown" | "未知";
    }
}

const fn word(en: &'static str, zh: &'static str) -> Word {
    Word { en, zh }
}

const ASKED: [Asked; 15] = [
    Asked {
        title: word("Is the customer's business facing a challenge?", "业务状况是否面临挑战？"),
        term: word("Business pressure", "业务状况"),
        help: word(
            "+ when you can name the market, operating or competitive pressure and who at the customer feels it. A trend from the press alone is a guess.",
            "能说出市场、经营或竞争上的具体压力，并知道客户内部谁在承受，才算有利；只凭行业新闻属于推测。",
        ),
    },
    Asked {
        title: word("Is the need clearly defined?", "项目需求是否清晰？"),
        term: word("Need and scope", "项目需求"),
        help: word(
            "+ when the customer describes scope, users and goal, ideally in a document. − when the wish changes with each conversation.",
            "客户自己讲清了范围、使用者和目标（最好有书面材料）才算有利；每次见面说法都不同，则为不利。",
        ),
    },
    Asked {
        title: word("Is the decision process defined?", "决策过程是否确定？"),
        term: word("Decision process", "决策过程"),
        help: word(
            "+ when you know the steps, who acts in each and by when, and the customer sticks to them. Two people who describe it alike make it proven.",
            "清楚有哪些步骤、每步由谁负责、何时完成，且客户照此执行，才算有利；两人以上说法一致可记为多方印证。",
        ),
    },
    Asked {
        title: word("Is the budget secured?", "项目资金是否落实？"),
        term: word("Access to funds", "项目资金"),
        help: word(
            "+ when the budget is approved, or its source and approver are known and willing. 'There will be money' is a guess.",
            "预算已批，或资金来源和审批人明确且愿意批，才算有利；“到时候会有钱”只能算推测。",
        ),
    },
    Asked {
        title: word("Is there a compelling event?", "实施驱动因素是否明显？"),
        term: word("Compelling event", "驱动因素"),
        help: word(
            "+ when a dated event makes waiting costly for the customer: a law, a launch, an expiring contract. − when doing nothing hurts no one.",
            "有明确日期、拖延就要付出代价（法规生效、投产、合同到期等）才算有利；什么都不做也无妨，则为不利。",
        ),
    },
    Asked {
        title: word("Are the decision criteria explicit?", "决策因素是否明确？"),
        term: word("Formal decision criteria", "决策因素"),
        help: word(
            "+ when you have the criteria in order and know who wrote them. − when they are written around a rival.",
            "拿到评判标准及其先后次序，并知道由谁制定，才算有利；标准明显照着对手写，则为不利。",
        ),
    },
    Asked {
        title: word("Does our solution fit?", "解决方案是否合适？"),
        term: word("Solution fit", "解决方案"),
        help: word(
            "+ when the customer says our offer meets the need, after a demo, a test or a written review. Our own opinion is a guess.",
            "经演示、测试或书面评审，客户认可方案满足需求，才算有利；我方自己的判断只算推测。",
        ),
    },
    Asked {
        title: word("Is the effort it takes reasonable?", "资源需求是否合理？"),
        term: word("Sales resource requirements", "资源需求"),
        help: word(
            "+ when the people, time and money we must spend are committed on our side and in proportion to the return.",
            "我方所需的人力、时间和费用已在内部落实，且与回报相称，才算有利。",
        ),
    },
    Asked {
        title: word("Do we have a relationship to build on?", "客户关系有无基础？"),
        term: word("Current relationship", "客户关系"),
        help: word(
            "+ when people who matter in this deal meet us, reply and tell us things, or past work went well. − after a failure we have not made good.",
            "与本项目相关的人愿意见面、回应并透露情况，或以往合作良好，才算有利；过去的失误尚未弥补，则为不利。",
        ),
    },
    Asked {
        title: word("Can we show unique value?", "独特价值能否体现？"),
        term: word("Unique business value", "独特价值"),
        help: word(
            "+ when the customer names a benefit only we bring and can say what it is worth. − when price is the only difference.",
            "客户能说出只有我方才能带来的好处并估出其价值，才算有利；除了价格别无差异，则为不利。",
        ),
    },
    Asked {
        title: word("Can we count on inside support?", "能否期盼内部支持？"),
        term: word("Inside support", "内部支持"),
        help: word(
            "+ when someone inside wants us to win, has weight and has already acted for us: shared facts, opened a door. Friendliness is a guess.",
            "内部有分量的人希望我方赢，并已有行动（提供情况、引见他人），才算有利；态度友好只算推测。",
        ),
    },
    Asked {
        title: word("Can we win executive buy-in?", "能否得到决策层认同？"),
        term: word("Executive credibility", "决策层认同"),
        help: word(
            "+ when those who approve or decide have met us and accept the case for the project and for us. Word from below counts as told at best.",
            "最后批准人或决策人与我方见过面，认同项目理由并认可我方，才算有利；下属转述最多算客户口述。",
        ),
    },
    Asked {
        title: word("Is there a vendor preference (for or against us)?", "是否存在厂家倾向？"),
        term: word("Vendor preference", "厂家倾向"),
        help: word(
            "Not yes or no: + when they prefer us or are neutral; − when they prefer a rival; ? while you do not know.",
            "不要按“有/没有”作答：倾向我方或保持中立记“+”，倾向对手记“−”，尚不清楚记“?”。",
        ),
    },
    Asked {
        title: word("Are there informal decision criteria?", "是否存在非正式决策因素？"),
        term: word("Informal decision criteria", "非正式因素"),
        help: word(
            "Not yes or no: + when we know the unwritten criteria and they help us or do no harm; − when they work against us; ? while we do not know them.",
            "不要按“有/没有”作答：已掌握这些台面下的因素，且对我方有帮助或无妨碍，记“+”；对我方不利记“−”；尚未掌握记“?”。",
        ),
    },
    Asked {
        title: word("Do we understand the politics?", "是否清楚政治关联结构？"),
        term: word("Political alignment", "政治关联"),
        help: word(
            "+ when you can draw who influences whom, who is in the inner circle and how we reach the approver. − when the key lines bypass us.",
            "能画出谁影响谁、谁在核心圈、我方如何接近最后批准人，才算有利；关键影响线都绕开我方，则为不利。",
        ),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_stands_in_the_method_in_both_languages() {
        let method = include_str!("../../docs/method.md");
        for one in &ASKED {
            for lang in [Lang::En, Lang::Zh] {
                let row = format!("| {} | {} |", one.title.text(lang), one.term.text(lang));
                assert!(method.contains(&row), "{row}");
                assert!(!one.help.text(lang).is_empty());
            }
        }
    }

    #[test]
    fn every_item_of_evidence_stands_in_the_method() {
        let method = include_str!("../../docs/method.md");
        for (code, word) in EVIDENCE {
            assert!(method.contains(word.en) && method.contains(word.zh), "{code}");
        }
    }

    #[test]
    fn only_one_to_fifteen_are_questions() {
        assert_eq!((asked(0), asked(16), term(Lang::En, 99)), (None, None, ""));
        assert_eq!(term(Lang::Zh, 4), "项目资金");
    }
}
