//! The register of the kinds of record: what each is called in the grammar, the book and the journal, and its type.

/// Declares the kinds: `Name = (number, "code", Record)`, one after another. A number never changes and never comes again.
macro_rules! nouns {
    (($d:tt) $($(#[$doc:meta])* $name:ident = ($index:literal, $code:literal, $record:ty)),+ $(,)?) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Noun {
            $($(#[$doc])* $name),+
        }

        impl Noun {
            /// All kinds, in the order of the register.
            pub const ALL: [Self; [$($index),+].len()] = [$(Self::$name),+];

            /// The word of the grammar, which is also the table's name in the book.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The kind's number in the journal.
            pub fn index(self) -> i64 {
                match self { $(Self::$name => $index),+ }
            }
        }

        /// Runs an expression with `$R` standing for the record type of a kind that is known at run time.
        macro_rules! for_noun {
            ($d noun:expr, $d R:ident => $d body:expr) => {
                match $d noun {
                    $($crate::domain::noun::Noun::$name => {
                        type $d R = $record;
                        $d body
                    })+
                }
            };
        }
        pub(crate) use for_noun;
    };
}

nouns! { ($)
    /// An organisation that buys. 客户
    Account = (1, "account", crate::domain::account::Account),
    /// A person at an account. 联系人
    Person = (2, "person", crate::domain::person::Person),
    /// A deal in the funnel. 商机
    Opp = (3, "opp", crate::domain::opportunity::Opportunity),
    /// One answer to one of the fifteen questions. 答案
    Answer = (4, "answer", crate::domain::answer::Answer),
    /// One move of a deal between stages. 阶段记录
    Step = (5, "step", crate::domain::stage::Step),
    /// What a person is in a deal. 角色
    Role = (6, "role", crate::domain::person::Role),
    /// A colleague who owns deals, with manager and region. 销售
    Rep = (7, "rep", crate::domain::rep::Rep),
    /// A line of influence between two people of a deal. 影响关系
    Influence = (8, "influence", crate::domain::influence::Influence),
    /// A step of the customer's decision process. 决策步骤
    Decision = (9, "decision", crate::domain::decision::Decision),
    /// What the decision is made by. 决策因素
    Factor = (10, "factor", crate::domain::factor::Factor),
    /// How well a vendor fits a factor. 匹配度
    Fit = (11, "fit", crate::domain::factor::Fit),
    /// A company we compete with. 竞争对手
    Competitor = (12, "competitor", crate::domain::rival::Competitor),
    /// A competitor in a deal. 项目对手
    Rival = (13, "rival", crate::domain::rival::Rival),
    /// Hours and money spent on a deal. 销售投入
    Cost = (14, "cost", crate::domain::cost::Cost),
    /// A visit or another activity. 拜访
    Visit = (15, "visit", crate::domain::visit::Visit),
    /// Something to be done. 待办
    Todo = (16, "todo", crate::domain::todo::Todo),
    /// A ritual that was kept. 回顾
    Review = (17, "review", crate::domain::review::Review),
}

impl Noun {
    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.code() == code)
    }

    /// The kind with this number in the journal.
    pub fn from_index(index: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.index() == index)
    }
}
