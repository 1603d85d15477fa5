//! Days of series through short months and leap years.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn week() -> Workdays {
    Workdays::default()
}

fn series(rule: &str, first: &str, count: usize) -> String {
    let rule: Recur = rule.parse().unwrap();
    let week = week();
    let days = rule.days(day(first), (day(first), day("2100-01-01")), &week).take(count);
    days.map(|day| day.format("%y%m%d").to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_series_keeps_its_days_through_short_months_and_leap_years() {
    for (rule, first, days) in [
        ("every day", "2026-12-30", "261230 261231 270101"),
        ("every 3 days", "2026-02-27", "260227 260302 260305"),
        ("every week", "2026-11-25", "261125 261202 261209"),
        ("every week on mon,thu", "2026-11-25", "261126 261130 261203"),
        ("every 2 weeks on mon,thu", "2026-11-25", "261126 261207 261210"),
        ("every 2 weeks on sun", "2026-11-22", "261122 261206 261220"),
        ("every month", "2026-01-31", "260131 260228 260331 260430"),
        ("every month on 31", "2026-01-31", "260131 260228 260331 260430"),
        ("every month on 15", "2026-11-16", "261215 270115 270215"),
        ("every month on last", "2028-01-31", "280131 280229 280331"),
        ("every month on 2nd tue", "2026-11-10", "261110 261208 270112"),
        ("every month on last fri", "2026-11-28", "261225 270129 270226"),
        ("every month on 5th fri", "2026-11-01", "270129 270430 270730"),
        ("every 3 months on 1", "2026-11-23", "270201 270501 270801"),
        ("every year", "2028-02-29", "280229 290228 300228 310228 320229"),
        ("every year on 02-29", "2027-01-01", "270228 280229 290228"),
        ("every 2 years on 11-30", "2026-12-01", "281130 301130"),
        ("every working day", "2026-09-24", "260924 260928 260929 260930 261008 261009 261010 261012"),
    ] {
        let wanted = days.split(' ').count();
        assert_eq!(series(rule, first, wanted), days, "{rule} from {first}");
    }
}

#[test]
fn what_counts_from_when_it_was_done_has_no_days_of_its_own() {
    let rule: Recur = "after 2 weeks".parse().unwrap();
    assert_eq!(rule.next(day("2026-01-01"), day("2026-11-23"), &week()), Some(day("2026-12-07")));
    assert_eq!(rule.days(day("2026-01-01"), (day("2026-01-01"), day("2027-01-01")), &week()).count(), 0);
    let month: Recur = "after 1 month".parse().unwrap();
    assert_eq!(month.next(day("2026-01-01"), day("2026-01-31"), &week()), Some(day("2026-02-28")));
}

#[test]
fn a_rule_that_never_comes_ends() {
    let rule: Recur = "every 12 months on 5th fri".parse().unwrap();
    // February 2027 has no fifth Friday; in 2036 it has.
    assert_eq!(
        rule.next(day("2027-02-01"), day("2027-02-01"), &week()).map(|day| day.to_string()).as_deref(),
        Some("2036-02-29")
    );
    let last: Recur = "every 999 years".parse().unwrap();
    assert_eq!(last.next(NaiveDate::MAX, NaiveDate::MAX, &week()), None);
    assert_eq!(last.next(NaiveDate::MIN, NaiveDate::MIN, &week()), None);
}

#[test]
fn an_occurrence_has_the_same_id_everywhere_and_no_other_has_it() {
    let id = occurrence("s", day("2026-11-23"));
    assert_eq!(id, occurrence("s", day("2026-11-23")));
    assert_ne!(id, occurrence("s", day("2026-11-24")));
    assert_ne!(id, occurrence("t", day("2026-11-23")));
    assert_eq!(id.to_string().len(), 36);
}

fn rules() -> impl Strategy<Value = Recur> {
    let unit = || prop_oneof![Just(Unit::Day), Just(Unit::Week), Just(Unit::Month), Just(Unit::Year)];
    let weekday = || (0..7_u8).prop_map(|number| Weekday::try_from(number).unwrap());
    let month = prop_oneof![
        Just(On::Start),
        Just(On::Last),
        (1..=31_u32).prop_map(On::Day),
        (1..=5_u32, weekday()).prop_map(|(number, day)| On::Nth(number, day)),
        weekday().prop_map(On::LastOf),
    ];
    let week =
        proptest::collection::vec(weekday(), 1..4).prop_map(|days| On::Weekdays(days.into_iter().collect()));
    prop_oneof![
        (1..40_u32, unit()).prop_map(|(count, unit)| Recur::Every(count, unit, On::Start)),
        Just(Recur::Working),
        (1..40_u32, unit()).prop_map(|(count, unit)| Recur::After(count, unit)),
        (1..40_u32, month).prop_map(|(count, on)| Recur::Every(count, Unit::Month, on)),
        (1..40_u32, week).prop_map(|(count, on)| Recur::Every(count, Unit::Week, on)),
        (1..9_u32, 1..=12_u32, 1..=28_u32).prop_map(|(count, month, day)| Recur::Every(
            count,
            Unit::Year,
            On::Date(month, day)
        )),
    ]
}

proptest! {
    #[test]
    fn a_rule_reads_back(rule in rules()) {
        prop_assert_eq!(rule.to_string().parse(), Ok(rule));
    }

    #[test]
    fn days_follow_each_other_and_do_not_depend_on_where_one_looks_from(
        rule in rules(),
        first in 739_000..740_500_i32,
        ahead in 0..2_000_u64,
    ) {
        let first = NaiveDate::from_num_days_from_ce_opt(first).unwrap();
        let until = first + Days::new(4_000);
        let all: Vec<NaiveDate> = rule.days(first, (first, until), &week()).collect();
        prop_assert!(all.is_sorted_by(|one, next| one < next) && all.iter().all(|day| *day >= first));
        let from = first + Days::new(ahead);
        let late: Vec<NaiveDate> = rule.days(first, (from, until), &week()).collect();
        prop_assert_eq!(late, all.into_iter().filter(|day| *day >= from).collect::<Vec<_>>());
    }
}
