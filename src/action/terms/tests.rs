//! Every filter of every noun against an account of its own: it is refused, or lists what satisfies it and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::domain::noun::for_noun;
use crate::domain::record::Field;
use crate::domain::rules::Rules;
use crate::domain::text::fold;
use crate::domain::value::{Kind, Value};
use crate::lang::Lang;
use crate::lang::choice::{parse_choice, word};
use crate::store::{Origin, Stamp};

fn desk() -> Desk {
    let at = "2026-11-23T09:00:00+08:00".parse().unwrap();
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    Desk { stamp, currency: "CNY".to_owned(), lang: Lang::Zh }
}

/// The sample pipeline, which has every noun.
fn book() -> Store {
    let mut store = Store::memory(Rules::default()).unwrap();
    crate::demo::fill(&mut store, &desk()).unwrap();
    store
}

/// What every record is called and numbered, by id.
type Names = BTreeMap<String, (Noun, i64, String)>;

fn names(store: &Store) -> Names {
    let mut found = Names::new();
    for noun in Noun::ALL {
        for_noun!(noun, R => for record in store.every::<R>().unwrap() {
            let text = |key: &str| R::field(key).and_then(|field| (field.get)(&record).as_text().map(str::to_owned));
            let keys: &[&str] = match noun {
                Noun::Account => &["name", "name_zh", "name_en", "short"],
                Noun::Visit => &["what", "why"],
                Noun::Opp | Noun::Todo => &["title"],
                _ => &["name"],
            };
            let name = keys.iter().filter_map(|key| text(key)).collect::<Vec<_>>().join(" ");
            found.insert(record.head().id.to_string(), (noun, record.head().no, name));
        });
    }
    found
}

/// The values that are asked for: some of the field's own, parts of them, and some that are nobody's.
fn values<R: Record>(field: &Field<R>, records: &[R], names: &Names) -> BTreeSet<String> {
    let mut values: BTreeSet<String> = ["", "1", "zzz", "2026-12", "张"].map(str::to_owned).into();
    for record in records.iter().step_by(3).take(4) {
        match ((field.get)(record), field.kind) {
            (Value::Int(minor), Kind::Money) => drop(values.insert((minor / 100).to_string())),
            (Value::Int(minutes), Kind::Hours) => drop(values.insert(format!("{minutes}m"))),
            (Value::Int(number), _) => drop(values.insert(number.to_string())),
            (Value::Text(ids), Kind::Link(_) | Kind::Links(_)) => {
                let (_, no, name) = &names[ids.split(',').next().unwrap()];
                values.extend([no.to_string(), name.chars().take(2).collect()]);
            }
            (Value::Text(text), _) if !text.contains(['"', '\n']) => {
                values.insert(text.chars().take(3).collect());
                values.insert(text);
            }
            _ => {}
        }
    }
    values
}

fn compares<T: PartialOrd>(one: &T, sign: &str, other: &T) -> bool {
    match sign {
        "=" => one == other,
        "<" => one < other,
        ">" => one > other,
        "<=" => one <= other,
        ">=" => one >= other,
        _ => panic!("{sign}"),
    }
}

/// The codes of a list that a text names, in part for `~`.
fn codes(list: &str, all: &[&'static str], sign: &str, text: &str) -> Vec<String> {
    if sign == "=" {
        let typed = text.split(',').filter_map(|text| parse_choice(list, all, text));
        return typed.map(str::to_owned).collect();
    }
    let plain = |text: &str| text.to_lowercase().replace(['-', '_'], " ").trim().to_owned();
    let is = |code: &&&str| {
        let word = word(list, code).unwrap();
        [**code, word.en, word.zh].iter().any(|name| plain(name).contains(&plain(text)))
    };
    all.iter().filter(is).map(|code| (*code).to_owned()).collect()
}

/// Whether a field satisfies what is asked, told without the book.
fn satisfies(kind: Kind, held: &Value, sign: &str, text: &str, names: &Names) -> bool {
    if text.is_empty() {
        return held.is_null();
    }
    let has = |whole: &str| fold(whole).contains(&fold(text));
    match (kind, held) {
        (_, Value::Null) => false,
        (Kind::Link(_) | Kind::Links(_), Value::Text(ids)) => ids.split(',').any(|id| {
            let (_, no, name) = &names[id];
            if sign == "=" { text == no.to_string() || *name == text } else { has(name) }
        }),
        (Kind::Choice(list, all), Value::Text(code)) => codes(list, all, sign, text).contains(code),
        (Kind::Set(list, all), Value::Text(held)) => {
            let (wanted, held) = (codes(list, all, sign, text), held.split(',').collect::<Vec<_>>());
            let is = |code: &String| held.contains(&code.as_str());
            if sign == "=" { wanted.iter().all(is) } else { wanted.iter().any(is) }
        }
        (Kind::Money, Value::Int(minor)) => compares(minor, sign, &(text.parse::<i64>().unwrap() * 100)),
        (Kind::Hours, Value::Int(minutes)) => {
            let asked = crate::domain::hours::parse(text).unwrap();
            compares(minutes, sign, &asked)
        }
        (_, Value::Int(number)) => compares(number, sign, &text.parse::<i64>().unwrap()),
        (Kind::Moment, Value::Text(held)) if sign != "~" && text.len() == 10 => {
            compares(&held.get(..10).unwrap(), sign, &text)
        }
        (_, Value::Text(held)) if sign == "~" => has(held),
        (_, Value::Text(held)) if sign == "=" => fold(held) == fold(text),
        (_, Value::Text(held)) => compares(&held.as_str(), sign, &text),
    }
}

/// What a field holds, amounts by their figures, whatever their currency's decimals.
fn figures<R: Record>(field: &Field<R>, record: &R) -> Value {
    let currency = R::field("currency").map(|field| (field.get)(record));
    let currency = currency.as_ref().and_then(Value::as_text).unwrap_or_default();
    match ((field.get)(record), field.kind) {
        (Value::Int(minor), Kind::Money) => Value::Int(crate::domain::money::hundredths(minor, currency)),
        (held, _) => held,
    }
}

/// Whether something of a noun is called so in part: else its sound is what is asked for.
fn is_called(noun: Noun, text: &str, names: &Names) -> bool {
    names.values().any(|(own, _, name)| *own == noun && fold(name).contains(&fold(text)))
}

fn listed<R: Record>(store: &Store, word: &str) -> Result<Vec<i64>, Failure> {
    let words = [word.to_owned()];
    let terms = if R::NOUN == Noun::Opp {
        all_deals(store, &desk(), &words)?.selection(Order::Newest).whole()
    } else {
        terms::<R>(store, &desk(), &words)?
    };
    Ok(store.matching::<R>(&terms)?.iter().map(|record| record.head().no).collect())
}

#[test]
fn every_filter_errs_or_lists_what_satisfies_it() {
    let store = book();
    let names = names(&store);
    let (mut told, mut refused) = (0, 0);
    for noun in Noun::ALL {
        for_noun!(noun, R => {
            let records = store.every::<R>().unwrap();
            for field in R::FIELDS {
                for text in values(field, &records, &names) {
                    for sign in ["=", "~", "<", ">", "<=", ">=", "!=", "!~"] {
                        let word = format!("{}{sign}{text}", field.key);
                        let (plain, not) = sign.strip_prefix('!').map_or((sign, false), |sign| (sign, true));
                        let Ok(found) = listed::<R>(&store, &word) else {
                            refused += 1;
                            continue;
                        };
                        // What stands for one value of several, or for a name by its sound, is told by other tests.
                        let asked = match field.kind {
                            Kind::Link(_) | Kind::Links(_) if plain == "=" && !text.chars().all(|one| one.is_ascii_digit()) => {
                                continue;
                            }
                            Kind::Link(to) | Kind::Links(to) if plain == "~" && !is_called(to, &text, &names) => continue,
                            Kind::Line
                                if plain == "=" && !text.is_empty() && compare::NAMES.contains(&field.key) =>
                            {
                                let alike = records.iter().filter_map(|one| (field.get)(one).as_text().map(str::to_owned));
                                let alike: Vec<String> = alike.filter(|held| fold(held).contains(&fold(&text))).collect();
                                let is_whole = alike.iter().any(|held| fold(held) == fold(&text));
                                let only = alike.first().filter(|_| !is_whole && !found.is_empty());
                                only.cloned().unwrap_or_else(|| text.clone())
                            }
                            Kind::Date | Kind::Moment | Kind::Month if plain != "~" && !text.is_empty() && text.len() < 7 => continue,
                            _ => text.clone(),
                        };
                        let is = |record: &&R| satisfies(field.kind, &figures(field, record), plain, &asked, &names) != not;
                        let expected: Vec<i64> = records.iter().filter(is).map(|record| record.head().no).collect();
                        assert_eq!(found, expected, "{} {word}", noun.code());
                        told += 1;
                    }
                }
            }
        });
    }
    assert!(told > 3000 && refused > 1500, "{told} told, {refused} refused");
}

#[test]
fn a_plain_word_is_looked_for_in_every_text_and_in_what_links_are_called() {
    let store = book();
    let names = names(&store);
    let mut found = 0;
    for noun in Noun::ALL {
        for_noun!(noun, R => {
            for word in ["张平", "lark", "ENERGY", "灾备", "顾明川", "平台", "hallbruck", "Nobody at all"] {
                let expected: Vec<i64> = store.every::<R>().unwrap().iter().filter(|record| {
                    R::FIELDS.iter().any(|field| {
                        let machine = ["external_id", "instant", "zone", "series", "week", "recur", "gates", "steps"];
                        let is_text = matches!(field.kind, Kind::Line | Kind::Note | Kind::Link(_) | Kind::Links(_));
                        is_text && !machine.contains(&field.key)
                            && satisfies(field.kind, &(field.get)(record), "~", word, &names)
                    })
                }).map(|record| record.head().no).collect();
                for typed in [word.to_owned(), format!("text~{word}"), format!("文字～{word}")] {
                    assert_eq!(listed::<R>(&store, &typed).unwrap(), expected, "{} {typed}", noun.code());
                }
                found += expected.len();
            }
        });
    }
    assert!(found > 100, "{found}");
}

#[test]
fn the_words_on_the_screen_filter_in_both_languages() {
    let store = book();
    let list = |line: &str| {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let selection = deals(&store, &desk(), &words).unwrap().selection(Order::Newest);
        let rows = store.deals(&selection, &crate::store::deals::Window::First, 1000).unwrap();
        rows.into_iter().map(|row| row.place.no).collect::<Vec<_>>()
    };
    for alarm in crate::domain::flag::Alarm::CODES {
        let all = store
            .deals(
                &Selection { status: Some(Status::Open), order: Order::Newest, ..Selection::default() },
                &crate::store::deals::Window::First,
                1000,
            )
            .unwrap();
        let has: Vec<i64> = all
            .iter()
            .filter(|row| row.flags.iter().any(|flag| flag == alarm))
            .map(|row| row.place.no)
            .collect();
        for lang in [Lang::En, Lang::Zh] {
            for name in [lang::flag::label(lang, alarm), lang::flag::short(lang, alarm)] {
                assert_eq!(list(name), has, "{name}");
                assert_eq!(list(&name.to_lowercase()), has, "{name}");
            }
        }
    }
    assert!(!list("past close").is_empty());
    for (one, other) in [
        ("my project", "stage=mine"),
        ("我的项目 past close", "stage=mine flags=close_passed"),
        ("赢", "won"),
        ("全部", "all"),
        ("best case", "category=best-case"),
        ("预警~成交日", "flags~成交日"),
    ] {
        assert_eq!(list(one), list(other), "{one}");
    }
    let (project, close) = (list("my project"), list("past close"));
    assert_eq!(
        list("my project past close"),
        project.into_iter().filter(|no| close.contains(no)).collect::<Vec<_>>()
    );
}

/// Words that narrow the deals of the sample pipeline, of every kind.
const WORDS: &[&str] = &[
    "owner~顾",
    "owner=Owen",
    "owner!~林",
    "tier=a",
    "tier!=b",
    "account~lark",
    "amount>100万",
    "amount<=50万",
    "灾备",
    "data",
    "past close",
    "flags=",
    "flags~step",
    "stage!=mine",
    "winnable",
    "status!=lost",
    "won",
    "all",
    "currency=CNY",
    "close_on<+60d",
    "p_calc>=20",
    "category=commit",
];

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(40))]
    #[test]
    fn totals_are_the_sums_over_the_rows_that_are_listed(picked in proptest::collection::vec(proptest::sample::select(WORDS), 1..4)) {
        use crate::store::tally::Sum;
        static BOOK: std::sync::LazyLock<std::sync::Mutex<Store>> = std::sync::LazyLock::new(|| std::sync::Mutex::new(book()));
        let store = BOOK.lock().unwrap();
        let words: Vec<String> = picked.iter().flat_map(|words| words.split(' ')).map(str::to_owned).collect();
        let terms = all_deals(&store, &desk(), &words).unwrap().selection(Order::Newest).whole();
        let mut sums: BTreeMap<(Status, Stage, String), Sum> = BTreeMap::new();
        let listed = store.matching::<Opportunity>(&terms).unwrap();
        for deal in &listed {
            let sum = sums.entry((deal.status, deal.stage, deal.currency.clone())).or_default();
            sum.n += 1;
            sum.amount += deal.amount.unwrap_or(0);
        }
        let told = store.deal_sums_of(&terms).unwrap();
        let told: BTreeMap<_, _> = told.into_iter().map(|of| ((of.status, of.stage, of.currency), (of.sum.n, of.sum.amount))).collect();
        let sums: BTreeMap<_, _> = sums.into_iter().map(|(key, sum)| (key, (sum.n, sum.amount))).collect();
        proptest::prop_assert_eq!(&told, &sums, "{:?}", picked);
        let of = |status| listed.iter().filter(move |deal| deal.status == status);
        let forecast = store.forecast(crate::store::forecast::By::Month, &terms).unwrap();
        proptest::prop_assert_eq!(forecast.iter().map(|one| one.count).sum::<i64>(), i64::try_from(of(Status::Open).count()).unwrap());
        for status in [Status::Won, Status::Lost] {
            let rows = store.report(status, crate::store::report::Group::Owner, &terms).unwrap();
            let amounts: i64 = rows.iter().flat_map(|row| &row.amounts).map(|part| part.amount).sum();
            proptest::prop_assert_eq!(amounts, of(status).filter_map(|deal| deal.amount).sum::<i64>());
        }
        let funnel = store.funnel(desk().stamp.today(), &terms).unwrap();
        let counts: i64 = funnel.stages.iter().map(|stage| stage.count).sum();
        proptest::prop_assert_eq!(counts, i64::try_from(of(Status::Open).count()).unwrap());
        proptest::prop_assert_eq!((funnel.won, funnel.lost), (i64::try_from(of(Status::Won).count()).unwrap(), i64::try_from(of(Status::Lost).count()).unwrap()));
    }
}
