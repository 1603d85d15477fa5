//! The kinds of record, and how each is called in the grammar and in the book.

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    /// An organisation that buys. 客户
    Account,
    /// A person at an account. 联系人
    Person,
    /// A deal in the funnel. 商机
    Opp,
    /// One answer to one of the fifteen questions. 答案
    Answer,
    /// One move of a deal between stages. 阶段记录
    Step,
    /// What a person is in a deal. 角色
    Role,
    /// A colleague who owns deals, with manager and region. 销售
    Rep,
    /// A line of influence between two people of a deal. 影响关系
    Influence,
    /// A step of the customer's decision process. 决策步骤
    Decision,
    /// What the decision is made by. 决策因素
    Factor,
    /// How well a vendor fits a factor. 匹配度
    Fit,
    /// A company we compete with. 竞争对手
    Competitor,
    /// A competitor in a deal. 项目对手
    Rival,
    /// Hours and money spent on a deal. 销售投入
    Cost,
    /// A visit or another activity. 拜访
    Visit,
    /// Something to be done. 待办
    Todo,
    /// A ritual that was kept. 回顾
    Review,
}

impl Noun {
    /// All nouns; their order is that of the search index and of `doctor`.
    pub const ALL: [Self; 17] = [
        Self::Account,
        Self::Person,
        Self::Opp,
        Self::Answer,
        Self::Step,
        Self::Role,
        Self::Rep,
        Self::Influence,
        Self::Decision,
        Self::Factor,
        Self::Fit,
        Self::Competitor,
        Self::Rival,
        Self::Cost,
        Self::Visit,
        Self::Todo,
        Self::Review,
    ];

    /// The word of the grammar, which is also the table's name in the book.
    pub fn code(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Person => "person",
            Self::Opp => "opp",
            Self::Answer => "answer",
            Self::Step => "step",
            Self::Role => "role",
            Self::Rep => "rep",
            Self::Influence => "influence",
            Self::Decision => "decision",
            Self::Factor => "factor",
            Self::Fit => "fit",
            Self::Competitor => "competitor",
            Self::Rival => "rival",
            Self::Cost => "cost",
            Self::Visit => "visit",
            Self::Todo => "todo",
            Self::Review => "review",
        }
    }

    /// The noun with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.code() == code)
    }

    /// The noun's place in the search index, a small number that never changes.
    pub fn index(self) -> i64 {
        match self {
            Self::Account => 1,
            Self::Person => 2,
            Self::Opp => 3,
            Self::Answer => 4,
            Self::Step => 5,
            Self::Role => 6,
            Self::Rep => 7,
            Self::Influence => 8,
            Self::Decision => 9,
            Self::Factor => 10,
            Self::Fit => 11,
            Self::Competitor => 12,
            Self::Rival => 13,
            Self::Cost => 14,
            Self::Visit => 15,
            Self::Todo => 16,
            Self::Review => 17,
        }
    }
}

/// Runs an expression with `$R` standing for the record type of a noun that is known at run time.
macro_rules! for_noun {
    ($noun:expr, $R:ident => $body:expr) => {
        match $noun {
            $crate::domain::noun::Noun::Account => {
                type $R = $crate::domain::account::Account;
                $body
            }
            $crate::domain::noun::Noun::Person => {
                type $R = $crate::domain::person::Person;
                $body
            }
            $crate::domain::noun::Noun::Opp => {
                type $R = $crate::domain::opportunity::Opportunity;
                $body
            }
            $crate::domain::noun::Noun::Answer => {
                type $R = $crate::domain::answer::Answer;
                $body
            }
            $crate::domain::noun::Noun::Step => {
                type $R = $crate::domain::stage::Step;
                $body
            }
            $crate::domain::noun::Noun::Role => {
                type $R = $crate::domain::person::Role;
                $body
            }
            $crate::domain::noun::Noun::Rep => {
                type $R = $crate::domain::rep::Rep;
                $body
            }
            $crate::domain::noun::Noun::Influence => {
                type $R = $crate::domain::influence::Influence;
                $body
            }
            $crate::domain::noun::Noun::Decision => {
                type $R = $crate::domain::decision::Decision;
                $body
            }
            $crate::domain::noun::Noun::Factor => {
                type $R = $crate::domain::factor::Factor;
                $body
            }
            $crate::domain::noun::Noun::Fit => {
                type $R = $crate::domain::factor::Fit;
                $body
            }
            $crate::domain::noun::Noun::Competitor => {
                type $R = $crate::domain::rival::Competitor;
                $body
            }
            $crate::domain::noun::Noun::Rival => {
                type $R = $crate::domain::rival::Rival;
                $body
            }
            $crate::domain::noun::Noun::Cost => {
                type $R = $crate::domain::cost::Cost;
                $body
            }
            $crate::domain::noun::Noun::Visit => {
                type $R = $crate::domain::visit::Visit;
                $body
            }
            $crate::domain::noun::Noun::Todo => {
                type $R = $crate::domain::todo::Todo;
                $body
            }
            $crate::domain::noun::Noun::Review => {
                type $R = $crate::domain::review::Review;
                $body
            }
        }
    };
}
pub(crate) use for_noun;
