//! The reader over hand-written files and over any bytes at all.

use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;

use super::reading::{By, Proposal};
use super::reason::Reason;
use super::refusal::Looks;
use super::*;

pub(super) fn options() -> Options {
    Options {
        as_noun: None,
        from: None,
        map: Vec::new(),
        map_stage: Vec::new(),
        no_limit: false,
        currency: "USD".into(),
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        ..Options::default()
    }
}

/// What a file of these bytes is read as.
pub(super) fn read_bytes(bytes: &[u8], options: &Options) -> Result<Reading, Refusal> {
    read(Arc::new(bytes.to_vec()), options)
}

/// The records of a file.
pub(super) fn records(reading: &Reading) -> Vec<Proposal> {
    reading.records.all().unwrap()
}

/// All that a reading says.
pub(super) fn told(read: &Result<Reading, Refusal>) -> String {
    let all = read.as_ref().ok().map(|reading| reading.records.all());
    format!("{read:?} {all:?}")
}

/// The records of a file that is held.
pub(super) fn at_hand(reading: &Reading) -> &[Proposal] {
    reading.records.at_hand().unwrap()
}

fn read_text(text: &str) -> Reading {
    read_bytes(text.as_bytes(), &options()).unwrap()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn a_deal_is_read_field_by_field() {
    let reading = read_text(
        "Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage (pipeline),Deal - Status,Organization,\
         Contact person,Deal - Expected close date,Deal - Won time,Deal - Probability,Colour\n\
         Line 4,\"1,200.50\",EUR,Negotiations started,Won,Acme,Ann Lee,2026-03-01,2026-02-14 09:00:00,80%,red\n\
         Line 5,,,Proposal Made,Open,Acme,,2026-05-01,,,\n",
    );
    assert_eq!(
        (reading.noun, reading.layout, reading.source.as_str()),
        (Noun::Opp, Some("pipedrive"), "pipedrive")
    );
    let all = records(&reading);
    let [won, open] = all.as_slice() else { panic!("{reading:?}") };
    for (key, value) in [
        ("title", Some("Line 4")),
        ("amount", Some("1200.5")),
        ("currency", Some("EUR")),
        ("stage", Some("winnable")),
        ("status", Some("won")),
        ("close_on", Some("2026-02-14")),
        ("p_rep", Some("80")),
    ] {
        assert_eq!(won.get(key), value, "{key}");
    }
    assert_eq!(won.link("account").map(|link| (link.by, link.value.as_str())), Some((By::Name, "Acme")));
    assert_eq!(won.link("person").map(|link| link.value.as_str()), Some("Ann Lee"));
    assert_eq!(won.extra.get("Colour").map(String::as_str), Some("red"));
    assert_eq!((open.get("stage"), open.get("status")), (Some("mine"), Some("open")));
    assert_eq!((open.get("amount"), open.get("currency"), open.get("p_rep")), (None, None, None));
}

#[test]
fn the_user_overrules_what_is_recognised() {
    let mut options = options();
    options.as_noun = Some(Noun::Opp);
    options.from = Some("legacy".into());
    options.map = pairs(&[("title", "What"), ("amount", "Worth"), ("stage", "Where")]);
    options.map_stage = pairs(&[("Round two", "mine"), ("Done", "won")]);
    let text = "Key,What,Worth,Where\n1,Alpha,10,Round two\n2,Beta,20,Done\n3,Gamma,30,Elsewhere\n";
    let reading = read_bytes(text.as_bytes(), &options).unwrap();
    let deals = records(&reading);
    let found: Vec<_> = deals.iter().map(|deal| (deal.get("stage"), deal.get("status"))).collect();
    assert_eq!(found, [(Some("mine"), Some("open")), (None, Some("won")), (Some("potential"), Some("open"))]);
    assert!(records(&reading).iter().all(|deal| deal.external_id.starts_with("legacy:~")));
    assert_eq!(reading.stages.iter().map(|row| row.known).collect::<Vec<_>>(), [true, true, false]);
    for (map, refusal) in [
        (("nonsense", "What"), Refusal::MapField { noun: Noun::Opp, field: "nonsense".into() }),
        (
            ("title", "Nope"),
            Refusal::MapColumn {
                column: "Nope".into(),
                labels: ["Key", "What", "Worth", "Where"].map(str::to_owned).to_vec(),
            },
        ),
    ] {
        let options = Options { map: pairs(&[map]), ..options.clone() };
        assert_eq!(read_bytes(text.as_bytes(), &options).err(), Some(refusal));
    }
    let unfit = Options { as_noun: Some(Noun::Answer), ..options };
    assert_eq!(read_bytes(text.as_bytes(), &unfit).err(), Some(Refusal::NounUnfit { noun: Noun::Answer }));
}

#[test]
fn a_bad_row_is_rejected_with_its_reason_and_the_rest_is_taken() {
    let reading = read_text(
        "Opportunity Name,Account Name,Stage,Amount,Close Date,Next Step Date\n\
         Good,Acme,Prospecting,10,2026-01-31,soon\n\
         Bad date,Acme,Prospecting,10,2026-02-31,\n\
         Bad sum,Acme,Prospecting,ten,2026-01-31,\n\
         Too,many,Prospecting,1,2026-01-31,,x\n\
         ,,,7,,\n\
         ,,,,,\n\
         Total,,,27,,\n\
         Good,Acme,Prospecting,11,2026-01-31,\n",
    );
    let reasons: Vec<_> =
        reading.rejected.iter().map(|row| (row.line, row.column.as_deref(), row.reason.code())).collect();
    assert_eq!(
        reasons,
        [
            (3, Some("Close Date"), "bad-date"),
            (4, Some("Amount"), "bad-number"),
            (5, None, "too-many-cells"),
            (6, None, "lone-cell"),
            (8, None, "total"),
        ]
    );
    assert_eq!(reading.rejected[0].raw, "Bad date,Acme,Prospecting,10,2026-02-31,");
    assert_eq!(reading.read(), 7);
    let all = records(&reading);
    let [first, again] = all.as_slice() else { panic!("{reading:?}") };
    assert_eq!(again.external_id, format!("{}#2", first.external_id));
    assert_eq!(reading.kept.len(), 1);
    assert_eq!(reading.kept[0].reason, Reason::BadDate { value: "soon".into() });
    assert_eq!(first.extra.get("Next Step Date").map(String::as_str), Some("soon"));
}

#[test]
fn a_short_row_whose_cells_have_slipped_is_rejected() {
    let reading = read_text(
        "Company Name,Industry,Website,Phone,City\n\
         Acme,Tools,acme.example,555-0100\n\
         Globex,globex.example,555-0111,42 Industrial Road\n",
    );
    let few = Reason::TooFewCells { want: 5, got: 4 };
    assert_eq!(reading.records.count(), 1);
    assert_eq!(reading.kept.iter().map(|odd| (odd.line, &odd.reason)).collect::<Vec<_>>(), [(2, &few)]);
    assert_eq!(reading.rejected.iter().map(|row| (row.line, &row.reason)).collect::<Vec<_>>(), [(3, &few)]);
}

#[test]
fn the_same_id_twice_is_one_record() {
    let reading = read_text("Deal ID,Deal Name,Amount,Close Date\n7,A,1,2026-01-01\n7,B,2,2026-01-02\n");
    assert_eq!(reading.records.count(), 1);
    assert_eq!(reading.rejected[0].reason, Reason::Duplicate { line: 2 });
}

#[test]
fn what_is_hidden_in_text_is_made_visible() {
    let reading = read_text("Deal Name,Stage,Amount,Note\u{202e}\nA\u{1b}[2J\u{202e}B,\u{7}Won,5,\u{9b}x\n");
    let deal = &records(&reading)[0];
    let all = format!("{deal:?}{:?}{:?}", reading.columns, reading.stages);
    assert_eq!(deal.get("title"), Some("A␛[2JB"));
    assert!(!all.chars().any(|sign| sign.is_control() || ('\u{202a}'..='\u{202e}').contains(&sign)), "{all}");
}

#[test]
fn hostile_files_are_refused_whole() {
    let deep = format!("Deal Name,Stage,Amount\nA,Won,{}\n", "9".repeat(source::MAX_FIELD + 1));
    for (bytes, code) in [
        (Vec::new(), "empty"),
        (b"\xef\xbb\xbf \n".to_vec(), "empty"),
        (b"Deal Name,Stage,Amount\nA,\xc3\x28,1\n".to_vec(), "bad-encoding"),
        (b"Deal Name,Stage,Amount\nA\0,Won,1\n".to_vec(), "nul"),
        (b"Deal Name,Stage,Amount\n\"A,Won,1\nB,Won,2\n".to_vec(), "open-quote"),
        (",".repeat(1_000_000).into_bytes(), "too-many-columns"),
        (deep.into_bytes(), "field-too-large"),
        (vec![b'x'; source::MAX_BYTES + 1], "too-large"),
        (b"PK\x03\x04 not a workbook".to_vec(), "bad-workbook"),
        (b"{\"a\": 1}".to_vec(), "not-ours"),
    ] {
        let refused = read_bytes(&bytes, &options()).map_err(|refusal| refusal.code());
        assert_eq!(refused.map(|_| ()), Err(code));
    }
}

/// A file that becomes another one when it is opened for the n-th time.
struct Turning {
    texts: [String; 2],
    at: usize,
    opened: AtomicUsize,
}

impl Input for Turning {
    fn size(&self) -> std::io::Result<u64> {
        self.texts[0].size()
    }

    fn open(&self) -> std::io::Result<Box<dyn std::io::Read + Send + '_>> {
        let is_other = self.opened.fetch_add(1, Ordering::Relaxed) + 1 >= self.at;
        self.texts[usize::from(is_other)].open()
    }
}

#[test]
fn a_file_that_becomes_another_one_is_taken_as_one_of_them_or_not_at_all() {
    let text = |columns: &str, amount: &str| {
        let rows: Vec<String> = (0..100).map(|at| format!("Deal {at},Won,{amount}\n")).collect();
        format!("{columns}\n{}", rows.concat())
    };
    let texts = [text("Deal Name,Stage,Amount", "1,5"), text("Deal Name,Amount,Stage", "2,5")];
    let [first, second] = texts.clone().map(|text| read_bytes(text.as_bytes(), &options()).unwrap());
    let mut changed = 0;
    for at in 1..20 {
        let input = Turning { texts: texts.clone(), at, opened: AtomicUsize::new(0) };
        let all = read(Arc::new(input), &options()).and_then(|reading| reading.records.all());
        match all {
            Err(refusal) => {
                assert_eq!(refusal, Refusal::Changed, "{at}");
                changed += 1;
            }
            Ok(all) => assert!(all == records(&first) || all == records(&second), "{at}"),
        }
    }
    assert!(changed > 4, "{changed}");
}

#[test]
fn what_is_rejected_comes_back_under_the_header_as_it_was() {
    for text in [
        "\"Deal ID\";Deal Name;Stage;Amount\nA1;x;Won;1\nA1;\"y\";Lost;2\n",
        "Deal ID\tDeal Name\tStage\tAmount\nA1\tx\tWon\t1\nA1\ty\tLost\t\"5\"\n",
    ] {
        let reading = read_text(text);
        let rejected = reading.rejected.iter().map(|row| row.raw.as_str());
        let back: Vec<&str> = std::iter::once(reading.header_raw.as_str()).chain(rejected).collect();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((back[0], back.last()), (lines[0], lines.last()));
    }
}

#[test]
fn every_code_has_its_words() {
    use crate::lang::import::{HINTS, LAYOUTS, LOOKS, REASONS, REFUSALS, word};
    let value = || "x".to_owned();
    for reason in [
        Reason::TooManyCells { want: 1, got: 2 },
        Reason::TooFewCells { want: 2, got: 1 },
        Reason::StrayQuote,
        Reason::BadDate { value: value() },
        Reason::BadNumber { value: value() },
        Reason::OutOfRange { value: value() },
        Reason::LostDigits { value: value() },
        Reason::BadChoice { value: value() },
        Reason::NoName,
        Reason::LoneCell { value: value() },
        Reason::Total,
        Reason::Duplicate { line: 2 },
        Reason::NoEnd,
        Reason::OutsideCard,
        Reason::NoContentLine { value: value() },
        Reason::BadText,
        Reason::Nul,
        Reason::TooLong,
        Reason::TooManyLines,
        Reason::NoPerson { value: value() },
        Reason::NoItemEnd { value: value() },
        Reason::BadJson { value: value() },
        Reason::NoStart,
        Reason::NoZone { value: value() },
        Reason::BadRule { value: value() },
        Reason::TooOften,
        Reason::TooFine,
        Reason::BadLength { value: value() },
        Reason::EndsFirst,
    ] {
        let word = word(REASONS, reason.code()).unwrap();
        for index in 0..3 {
            let named = word.en.contains(&format!("{{{index}}}"));
            assert_eq!(named, index < reason.facts().len(), "{reason:?}");
            assert_eq!(named, word.zh.contains(&format!("{{{index}}}")), "{reason:?}");
        }
    }
    for looks in [
        Looks::Activities,
        Looks::Products,
        Looks::StageHistory,
        Looks::Dictionary,
        Looks::Todos,
        Looks::Calendar,
        Looks::Json,
        Looks::Statistics,
        Looks::Names,
        Looks::Unknown,
    ] {
        assert!(word(LOOKS, looks.code()).is_some(), "{looks:?}");
    }
    assert!(HINTS.iter().all(|(code, _)| word(REFUSALS, code).is_some()));
    assert!(layout::codes().all(|code| word(LAYOUTS, code).is_some()));
}

fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let head = "Deal ID,Deal Name,Account,Stage,Amount,Close Date,Probability\n";
    let scrap = prop_oneof![
        Just(",".to_owned()),
        Just("\n".to_owned()),
        Just("\"".to_owned()),
        Just("31.12.2026".to_owned()),
        Just("1.054,00 €".to_owned()),
        Just("赢单".to_owned()),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..400),
        proptest::collection::vec(scrap, 0..60)
            .prop_map(move |scraps| (head.to_owned() + &scraps.concat()).into_bytes()),
        proptest::collection::vec(any::<u8>(), 0..200)
            .prop_map(|rest| [b"PK\x03\x04".to_vec(), rest].concat()),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_and_the_same_way_twice(bytes in hostile(), forced in 0_usize..5) {
        let nouns = [None, Some(Noun::Opp), Some(Noun::Account), Some(Noun::Person), Some(Noun::Rep)];
        let options = Options { as_noun: nouns[forced], ..options() };
        prop_assert_eq!(told(&read_bytes(&bytes, &options)), told(&read_bytes(&bytes, &options)));
    }
}
