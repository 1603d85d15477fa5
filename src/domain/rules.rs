//! Every number of the method in one place, with our defaults; a file may replace any of them.
//! What each means stands in `docs/method.md`.

use serde::Deserialize;

use super::cadence::Cadence;
use super::question::QUESTIONS;
use super::stage::Stage;
use super::template::Template;
use super::workday::Workdays;

/// Declares a group of numbers with their defaults; each can be left out of the file.
macro_rules! numbers {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $key:ident: $type:ty = $default:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $key: $type),+ }
        impl Default for $name {
            fn default() -> Self { Self { $($key: $default),+ } }
        }
    };
}

mod heed;
mod plan;
mod reach;
mod review;
mod spend;

pub use plan::Plan;
pub use reach::Reach;
pub use review::KeyReview;
pub use spend::Spend;

/// All numbers of the method (`docs/method.md`, "The numbers").
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// The critical questions, by number.
    pub critical: Vec<u8>,
    /// How much a question weighs in its gate.
    pub weight: Weight,
    /// What the grade of an answer is worth, in percent.
    pub grade: GradePercent,
    /// What the age of an answer leaves of it.
    pub age: Age,
    /// What a gate asks for.
    pub gate: GateNeed,
    /// Where the probability starts, by stage, in percent.
    pub base: Base,
    /// What good answers add to it.
    pub lift: Lift,
    /// What flags take from it.
    pub cost: FlagCost,
    /// Between which bounds it stays.
    pub bounds: Bounds,
    /// Days of silence allowed, by stage.
    pub silence: Silence,
    /// When a deal is in trouble.
    pub limit: Limit,
    /// What makes a deal a key-account deal.
    pub profile: ProfileNeed,
    /// What a deal may cost.
    pub spend: Spend,
    /// What speaks for a visit when a month is planned.
    pub plan: Plan,
    /// What a link of a path to the approver carries, in percent.
    pub path: Reach,
    /// How often accounts are to be met.
    pub cadence: Cadence,
    /// How often key accounts are judged again.
    pub key_review: KeyReview,
    /// Which days are worked; a file of its own says so.
    #[serde(skip)]
    pub workdays: Workdays,
    /// Templates of visits beside ours; the settings hold them.
    #[serde(skip)]
    pub templates: Vec<Template>,
}

impl Default for Rules {
    fn default() -> Self {
        let critical = QUESTIONS.iter().filter(|question| question.critical).map(|question| question.number);
        Self {
            critical: critical.collect(),
            weight: Weight::default(),
            grade: GradePercent::default(),
            age: Age::default(),
            gate: GateNeed::default(),
            base: Base::default(),
            lift: Lift::default(),
            cost: FlagCost::default(),
            bounds: Bounds::default(),
            silence: Silence::default(),
            limit: Limit::default(),
            profile: ProfileNeed::default(),
            spend: Spend::default(),
            plan: Plan::default(),
            path: Reach::default(),
            cadence: Cadence::default(),
            key_review: KeyReview::default(),
            workdays: Workdays::default(),
            templates: Vec::new(),
        }
    }
}

numbers! {
    /// How much a question weighs in its gate.
    Weight {
        /// A critical one.
        critical: u16 = 2,
        /// Any other.
        other: u16 = 1,
    }
}

numbers! {
    /// What a grade is worth, in percent.
    GradePercent {
        /// 推测
        guess: u16 = 40,
        /// 客户口述
        told: u16 = 70,
        /// 书面或多方印证
        proven: u16 = 100,
    }
}

numbers! {
    /// Age limits in days, and what is left of an answer in percent.
    Age {
        /// Up to this many days an answer is fresh.
        fresh_days: u16 = 60,
        /// Up to this many days it is ageing; beyond, old.
        ageing_days: u16 = 120,
        /// What is left of a fresh one.
        fresh: u16 = 100,
        /// What is left of an ageing one.
        ageing: u16 = 75,
        /// What is left of an old one.
        old: u16 = 50,
    }
}

numbers! {
    /// What a gate asks for besides its critical questions.
    GateNeed {
        /// The least score.
        score: u16 = 50,
        /// The least number of favourable answers, of five.
        favourable: u16 = 4,
    }
}

/// Declares a group with one number for each stage.
macro_rules! by_stage {
    ($(#[$doc:meta])* $name:ident { $potential:literal, $qualified:literal, $mine:literal, $winnable:literal }) => {
        numbers! {
            $(#[$doc])*
            $name {
                /// 潜在商机
                potential: u16 = $potential,
                /// 落实项目
                qualified: u16 = $qualified,
                /// 我的项目
                mine: u16 = $mine,
                /// 项目胜算
                winnable: u16 = $winnable,
            }
        }
        impl $name {
            /// The number of this stage.
            pub fn of(self, stage: Stage) -> u16 {
                match stage {
                    Stage::Potential => self.potential,
                    Stage::Qualified => self.qualified,
                    Stage::Mine => self.mine,
                    Stage::Winnable => self.winnable,
                }
            }
        }
    };
}

by_stage! {
    /// Where the probability starts, by stage, in percent.
    Base { 10, 25, 45, 65 }
}

by_stage! {
    /// Days of silence allowed, by stage.
    Silence { 14, 21, 21, 10 }
}

numbers! {
    /// What a full score adds to the probability, in points.
    Lift {
        /// The score of the gate being worked on.
        gate: u16 = 15,
        /// In the last stage, the mean of all three.
        winnable: u16 = 20,
    }
}

numbers! {
    /// What flags take from the probability, in points.
    FlagCost {
        /// Each high one.
        high: u16 = 10,
        /// Each medium one.
        medium: u16 = 4,
        /// All together at most.
        most: u16 = 40,
    }
}

numbers! {
    /// The bounds of the probability of an open deal, in percent.
    Bounds {
        /// The least.
        low: u16 = 1,
        /// The most.
        high: u16 = 95,
    }
}

numbers! {
    /// When a deal is in trouble.
    Limit {
        /// The close date was moved this often.
        close_moves: u16 = 3,
        /// A critical answer is older than this many days.
        answer_days: u16 = 120,
        /// The two probabilities lie this many points apart.
        gap: u16 = 25,
        /// No more than this many people are met more than once.
        contacts: u16 = 1,
        /// Frontal wants us to lead on at least this percentage of the factors that count.
        frontal_lead: u16 = 50,
        /// Developing wants every date at least this many days away.
        develop_days: u16 = 90,
        /// A visit wants to be told within this many days.
        outcome_days: u16 = 3,
        /// One's own history is told once so many deals have left a stage.
        history: u16 = 20,
    }
}

numbers! {
    /// What makes a deal a key-account deal.
    ProfileNeed {
        /// At least this amount, in minor units of the deal's own currency.
        amount: u64 = 100_000_000,
        /// At least this many days from coming up to closing.
        days: u16 = 180,
        /// At least this many people have a say.
        people: u16 = 5,
        /// So many of the signs must be there.
        signs: u16 = 2,
    }
}

/// A number outside its bounds; the caller names the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key} is {found}, not {low} to {high}")]
pub struct Unsound {
    /// The key, as `table.key`.
    pub key: &'static str,
    /// What it is.
    pub found: u16,
    /// The least it may be.
    pub low: u16,
    /// The most it may be.
    pub high: u16,
}

impl Rules {
    /// Whether this question is critical.
    pub fn is_critical(&self, question: u8) -> bool {
        self.critical.contains(&question)
    }

    /// The weight of this question in its gate.
    pub fn weight_of(&self, question: u8) -> i64 {
        i64::from(if self.is_critical(question) { self.weight.critical } else { self.weight.other })
    }

    /// Checks numbers that came from outside; the first one out of its bounds is the error.
    pub fn check(&self) -> Result<(), Unsound> {
        let percent = |key, found| (key, found, 0, 100);
        let numbers = [
            ("weight.critical", self.weight.critical, 1, 100),
            ("weight.other", self.weight.other, 1, 100),
            percent("grade.guess", self.grade.guess),
            percent("grade.told", self.grade.told),
            percent("grade.proven", self.grade.proven),
            percent("age.fresh", self.age.fresh),
            percent("age.ageing", self.age.ageing),
            percent("age.old", self.age.old),
            percent("limit.frontal_lead", self.limit.frontal_lead),
            ("age.ageing_days", self.age.ageing_days, self.age.fresh_days, u16::MAX),
            percent("gate.score", self.gate.score),
            ("gate.favourable", self.gate.favourable, 1, 5),
            percent("base.potential", self.base.potential),
            percent("base.qualified", self.base.qualified),
            percent("base.mine", self.base.mine),
            percent("base.winnable", self.base.winnable),
            percent("bounds.low", self.bounds.low),
            ("bounds.high", self.bounds.high, self.bounds.low, 100),
            percent("spend.stop_loss", self.spend.stop_loss),
            ("key_review.days", self.key_review.days, 1, 3650),
        ];
        let critical = self.critical.iter().map(|number| ("critical", u16::from(*number), 1, 15));
        let mut all = critical.chain(numbers);
        match all.find(|(_, found, low, high)| found < low || found > high) {
            Some((key, found, low, high)) => Err(Unsound { key, found, low, high }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_replaces_only_what_it_names() {
        let rules: Rules = toml::from_str("critical = [1]\n[grade]\nguess = 30\n[limit]\ngap = 10").unwrap();
        assert_eq!((rules.grade.guess, rules.grade.told, rules.limit.gap), (30, 70, 10));
        assert!(rules.is_critical(1) && !rules.is_critical(4));
        let rates: Rules = toml::from_str("spend = { hour = { CNY = 800, GBP = 80 } }").unwrap();
        let rate = |code: &str| rates.spend.hour.get(code).copied();
        assert_eq!(
            (rate("CNY"), rate("GBP"), rate("EUR"), rate("SEK")),
            (Some(800), Some(80), Some(90), None)
        );
        assert_eq!(toml::from_str::<Rules>("").unwrap(), Rules::default());
    }

    #[test]
    fn the_numbers_in_the_method_are_the_defaults() {
        let method = include_str!("../../docs/method.md");
        let block = method.split("```toml").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        assert_eq!(toml::from_str::<Rules>(block).unwrap(), Rules::default());
        let rules = format!("{:?}", Rules::default());
        // Working days are a table of their own.
        let (numbers, _) = rules.split_once(", workdays").unwrap();
        let named = numbers.matches(": ").count();
        let written = block.matches('=').count();
        assert_eq!(named, written, "each number stands in the method");
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        for text in ["grades = 3", "[grade]\nrumour = 3", "[grade]\nguess = -1", "[base]\nfifth = 40"] {
            assert!(toml::from_str::<Rules>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_number_out_of_its_bounds_is_named() {
        assert_eq!(Rules::default().check(), Ok(()));
        for (text, key) in [
            ("critical = [16]", "critical"),
            ("[grade]\ntold = 101", "grade.told"),
            ("[weight]\nother = 0", "weight.other"),
            ("[age]\nageing_days = 59", "age.ageing_days"),
            ("[bounds]\nlow = 96", "bounds.high"),
        ] {
            let rules: Rules = toml::from_str(text).unwrap();
            assert_eq!(rules.check().unwrap_err().key, key, "{text}");
        }
    }
}
