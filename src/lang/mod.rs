//! Every word that people read, English and Chinese side by side. Knows nothing of records or screens.

use std::fmt::{Display, Write};

pub mod account;
pub mod background;
pub mod cadence;
pub mod calendar;
pub mod capture;
pub mod choice;
pub mod cli;
pub mod cockpit;
pub mod compete;
pub mod decide;
pub mod error;
pub mod field;
pub mod filter;
pub mod flag;
pub mod forecast;
mod former;
pub mod gate;
pub mod handout;
pub mod help;
pub mod hint;
pub mod import;
pub mod layer;
pub mod manage;
pub mod noun;
pub mod odds;
pub mod palette;
pub mod plan;
pub mod question;
pub mod ran;
pub mod recur;
pub mod report;
pub mod review;
pub mod said;
pub mod start;
pub mod template;
pub mod timeline;
pub mod today;
pub mod todo;
pub mod verb;
pub mod visit;
pub mod way;

/// A language that Quarterdeck speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// 中文
    Zh,
}

impl Lang {
    /// The language of a code or locale name: `zh`, `zh_CN.UTF-8`, `en`; nothing for any other.
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.to_ascii_lowercase();
        let is = |name: &str| {
            code == name || code.starts_with(&format!("{name}_")) || code.starts_with(&format!("{name}-"))
        };
        if is("zh") {
            Some(Self::Zh)
        } else if is("en") || code == "c" || code == "posix" || code.starts_with("c.") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }
}

/// One text in both languages; `{0}` `{1}` stand for what is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// English.
    pub en: &'static str,
    /// 中文
    pub zh: &'static str,
}

impl Word {
    /// The text as it stands.
    pub fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// The text with `{0}`, `{1}` … replaced; what is filled in is never read for placeholders again. `{0?day|days}` is
    /// the one word for a single thing, else the other.
    pub fn fill(self, lang: Lang, parts: &[&dyn Display]) -> String {
        let mut out = String::new();
        let mut rest = self.text(lang);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            let (index, forms) = name.split_once('?').map_or((name, None), |(at, forms)| (at, Some(forms)));
            if let Some(part) = index.parse::<usize>().ok().and_then(|index| parts.get(index)) {
                let _ = match forms.and_then(|forms| forms.split_once('|')) {
                    Some((one, _)) if part.to_string() == "1" => write!(out, "{one}"),
                    Some((_, many)) => write!(out, "{many}"),
                    None => write!(out, "{part}"),
                };
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}

/// Declares words: `words! { NAME = "English" | "中文"; … }`, and `ALL`, the table that tests read.
macro_rules! words {
    ($($name:ident = $en:literal | $zh:literal;)+) => {
        $(#[doc = concat!("`", $en, "`")] pub const $name: $crate::lang::Word = $crate::lang::Word { en: $en, zh: $zh };)+
        /// Every word of this table, by name.
        pub const ALL: &[(&str, $crate::lang::Word)] = &[$((stringify!($name), $name)),+];
    };
}
pub(crate) use words;

/// Declares a table of words that are looked up by code: `table! { NAME { "code" = "English" | "中文"; … } }`.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($code:literal = $en:literal | $zh:literal;)+ }) => {
        $(#[$doc])*
        pub const $name: &[(&str, $crate::lang::Word)] = &[$(($code, $crate::lang::Word { en: $en, zh: $zh })),+];
    };
}
pub(crate) use table;

/// A typed name for comparing: width, case and the sign between its words do not count.
fn same(typed: &str) -> String {
    let sign = |sign: char| match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '\u{3000}' | '_' | '-' => ' ',
        '×' => 'x',
        _ => sign,
    };
    let joined = |text: &str| text.chars().map(sign).flat_map(char::to_lowercase).collect::<String>();
    match typed.trim() {
        "-" | "－" | "−" => "-".to_owned(),
        other => joined(other).trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        let word = Word { en: "{0} of {1}", zh: "{1} 之 {0}" };
        assert_eq!(word.fill(Lang::En, &[&"{1}", &2]), "{1} of 2");
        assert_eq!(word.fill(Lang::Zh, &[&1, &"x"]), "x 之 1");
    }

    #[test]
    fn one_thing_is_not_counted_as_many() {
        let all = [
            manage::ALL,
            plan::ALL,
            today::ALL,
            timeline::ALL,
            said::ALL,
            todo::ALL,
            report::ALL,
            review::ALL,
        ];
        let things = [
            "days",
            "questions",
            "to-dos",
            "entries",
            "customers",
            "times",
            "visits",
            "deals",
            "people",
            "weeks",
        ];
        let one: [&dyn Display; 6] = [&1; 6];
        // There the word before “deals” is a status.
        let words = all.into_iter().flatten().filter(|(name, _)| *name != "STATUS_FIXED");
        for (name, word) in words.chain(plan::WHYS) {
            let text = word.fill(Lang::En, &one);
            for thing in things {
                for counted in [format!("1 {thing}"), format!("1 more {thing}")] {
                    assert!(!text.contains(&counted), "{name}: {text}");
                }
            }
        }
        let word = Word { en: "{0} {0?day|days} left", zh: "还剩{0}天" };
        let said = |count: usize, lang| word.fill(lang, &[&count]);
        assert_eq!(
            (said(1, Lang::En), said(2, Lang::En)),
            ("1 day left".to_owned(), "2 days left".to_owned())
        );
        assert_eq!(said(1, Lang::Zh), "还剩1天");
    }

    #[test]
    fn a_locale_name_gives_its_language() {
        for (code, lang) in [
            ("zh_CN.UTF-8", Some(Lang::Zh)),
            ("zh", Some(Lang::Zh)),
            ("en_GB", Some(Lang::En)),
            ("C.UTF-8", Some(Lang::En)),
            ("de_DE", None),
            ("zhuang", None),
        ] {
            assert_eq!(Lang::from_code(code), lang, "{code}");
        }
    }
}
