//! When something comes again, as people say it; each saying reads back as the rule it tells.

use chrono::Weekday;

use crate::domain::recur::{On, Recur, Repeat, Unit, Week};
use crate::lang::{Lang, recur as word};

/// A kept rule as people say it; a text that is none as it is.
pub fn told(lang: Lang, text: &str) -> String {
    let Ok(repeat) = text.parse::<Repeat>() else { return text.to_owned() };
    let rule = rule(lang, repeat.rule);
    repeat.until.map_or(rule.clone(), |day| word::UNTIL.fill(lang, &[&rule, &day]))
}

/// A rule as people say it.
pub fn rule(lang: Lang, rule: Recur) -> String {
    match rule {
        Recur::Working => word::WORKING.text(lang).to_owned(),
        Recur::After(count, unit) => {
            let name = word::look(word::UNITS, unit_code(unit, count), lang);
            word::AFTER.fill(lang, &[&count, &name])
        }
        Recur::Every(1, Unit::Week, On::Weekdays(Week::WORKED)) => word::WEEKDAYS.text(lang).to_owned(),
        Recur::Every(1, Unit::Week, On::Weekdays(week)) if lang == Lang::En || days(week).count() == 1 => {
            word::ON_WEEKDAY.fill(lang, &[&names(lang, week)])
        }
        Recur::Every(count, unit, on) => on_days(lang, &often(lang, count, unit), on),
    }
}

fn often(lang: Lang, count: u32, unit: Unit) -> String {
    let (one, several) = match unit {
        Unit::Day => (word::EVERY_DAY, word::EVERY_DAYS),
        Unit::Week => (word::EVERY_WEEK, word::EVERY_WEEKS),
        Unit::Month => (word::EVERY_MONTH, word::EVERY_MONTHS),
        Unit::Year => (word::EVERY_YEAR, word::EVERY_YEARS),
    };
    if count == 1 { one.text(lang).to_owned() } else { several.fill(lang, &[&count]) }
}

fn on_days(lang: Lang, often: &str, on: On) -> String {
    let ending = |number: u32| match (number % 10, number % 100) {
        (1, 1 | 21..) => "st",
        (2, 2 | 22..) => "nd",
        (3, 3 | 23..) => "rd",
        _ => "th",
    };
    let nth = |number: u32| match lang {
        Lang::En => format!("{number}{}", ending(number)),
        Lang::Zh => number.to_string(),
    };
    match on {
        On::Start => often.to_owned(),
        On::Weekdays(week) => word::ON_WEEKDAYS.fill(lang, &[&often, &names(lang, week)]),
        On::Day(day) => word::ON_DAY.fill(lang, &[&often, &nth(day)]),
        On::Last => word::ON_LAST.fill(lang, &[&often]),
        On::Nth(number, day) => word::ON_NTH.fill(lang, &[&often, &nth(number), &name(lang, day)]),
        On::LastOf(day) => word::ON_LAST_OF.fill(lang, &[&often, &name(lang, day)]),
        On::Date(month, day) => word::ON_DATE
            .fill(lang, &[&often, &word::look(word::MONTHS, &month.to_string(), lang), &nth(day)]),
    }
}

fn unit_code(unit: Unit, count: u32) -> &'static str {
    match (unit, count) {
        (Unit::Day, 1) => "day",
        (Unit::Day, _) => "days",
        (Unit::Week, 1) => "week",
        (Unit::Week, _) => "weeks",
        (Unit::Month, 1) => "month",
        (Unit::Month, _) => "months",
        (Unit::Year, 1) => "year",
        (Unit::Year, _) => "years",
    }
}

fn days(week: Week) -> impl Iterator<Item = Weekday> {
    let all =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    all.into_iter().filter(move |day| week.has(*day))
}

fn name(lang: Lang, day: Weekday) -> &'static str {
    word::look(word::DAYS, &day.to_string().to_lowercase(), lang)
}

fn names(lang: Lang, week: Week) -> String {
    let all: Vec<&str> = days(week).map(|day| name(lang, day)).collect();
    all.join(match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_told_as_people_say_it_and_reads_back() {
        for (rule, en, zh) in [
            ("every day", "every day", "每天"),
            ("every 3 days", "every 3 days", "每3天"),
            ("every week on fri", "every Friday", "每周五"),
            ("every week on mon,thu", "every Monday, Thursday", "每周一、四"),
            ("every 2 weeks on sun", "every 2 weeks on Sunday", "每2周日"),
            ("every 2 weeks on mon,wed", "every 2 weeks on Monday, Wednesday", "每2周一、三"),
            ("every 2 weeks", "every 2 weeks", "每2周"),
            ("every month", "every month", "每月"),
            ("every month on 15", "every month on the 15th", "每月15日"),
            ("every month on 31", "every month on the 31st", "每月31日"),
            ("every 3 months on 1", "every 3 months on the 1st", "每3个月1日"),
            ("every month on last", "every month on the last day", "每月最后一天"),
            ("every month on 2nd tue", "every month on the 2nd Tuesday", "每月第2个周二"),
            ("every month on last fri", "every month on the last Friday", "每月最后一个周五"),
            ("every year on 11-30", "every year on November 30th", "每年11月30日"),
            ("every working day", "every working day (holidays skipped)", "每个工作日（跳过节假日）"),
            ("every week on mon,tue,wed,thu,fri", "every weekday (Mon–Fri)", "每周一至周五"),
            ("after 1 month", "1 month after done", "完成后1个月"),
            ("after 3 days", "3 days after done", "完成后3天"),
            ("every week on fri until 2027-03-31", "every Friday until 2027-03-31", "每周五，至2027-03-31"),
        ] {
            for (lang, wanted) in [(Lang::En, en), (Lang::Zh, zh)] {
                assert_eq!(told(lang, rule), wanted);
                let back = wanted.parse::<Repeat>().map(|repeat| repeat.to_string());
                assert_eq!(back.as_deref(), Ok(rule), "{wanted}");
            }
        }
        assert_eq!(told(Lang::Zh, "soon"), "soon");
    }
}
