//! Bytes as keyboards, terminals and lines send them, and what they must mean.

use super::super::key::keys;
use super::*;
use proptest::prelude::*;

fn decode(chunks: &[(u64, &[u8])]) -> Vec<Event> {
    let start = Instant::now();
    let mut decoder = Decoder::new(Duration::from_millis(30), start);
    for (at, bytes) in chunks {
        // Between the chunks the program looks at the keyboard and finds nothing.
        decoder.expire(start + Duration::from_millis(*at));
        decoder.feed(bytes, start + Duration::from_millis(*at));
    }
    decoder.expire(start + Duration::from_secs(60));
    decoder.take()
}

fn typed(text: &str) -> Vec<Event> {
    keys(text).into_iter().map(|key| Event::Input(Input::Key(key))).collect()
}

fn pasted(text: &str) -> Event {
    Event::Input(Input::Paste(text.to_owned()))
}

#[test]
fn sequences_become_keys() {
    let cases: &[(&[u8], &str)] = &[
        (b"j", "j"),
        ("商".as_bytes(), "商"),
        (b"\x1b[A\x1bOB\x1b[1;5C", "<up><down><c-right>"),
        (b"\x1b[5~\x1b[6~\x1b[1~\x1b[F", "<pageup><pagedown><home><end>"),
        (b"\x1bOP\x1b[11~\x1b[[A\x1b[24~", "<f1><f1><f1><f12>"),
        (b"\x1b[Z\r\t\x7f\x04\x00", "<s-tab><cr><tab><bs><c-d><c-space>"),
        (b"\x1bj\x1b\\", "<esc>j"),
        (b"\x1b\x1b[A", "<esc><up>"),
        (b"\x1b[?1;2c\x1b[99~q", "q"),
        (b"\xff\xfe\xe5\x95q", "q"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(decode(&[(0, bytes)]), typed(expected), "{bytes:?}");
    }
}

#[test]
fn a_late_sequence_is_put_together_and_a_lone_escape_is_let_go() {
    assert_eq!(decode(&[(0, b"\x1b"), (20, b"["), (40, b"B")]), typed("<down>"));
    assert_eq!(decode(&[(0, b"\x1b"), (50, b"[")]), typed("<esc>["));
    assert_eq!(decode(&[(0, b"\x1b[1;"), (500, b"j")]), typed("j"));
    // A person's bracket, some time after a person's Escape, and a person's letter after that.
    assert_eq!(decode(&[(0, b"\x1b"), (50, b"["), (400, b"B")]), typed("<esc>[B"));
    assert_eq!(decode(&[(0, b"\x1b"), (900, b"["), (950, b"j")]), typed("<esc>[j"));
    assert_eq!(decode(&[(0, b"\x1bP"), (400, b"j")]), typed("<esc>Pj"));
}

#[test]
fn what_waits_while_the_program_is_busy_came_in_time() {
    let start = Instant::now();
    let mut decoder = Decoder::new(Duration::from_millis(30), start);
    decoder.feed(b"\x1b", start);
    decoder.feed(b"[B", start + Duration::from_millis(400));
    assert_eq!(decoder.take(), typed("<down>"));
}

#[test]
fn a_line_that_cuts_once_is_waited_for_from_then_on() {
    let cut = |at: u64| [(at, &b"\x1b"[..]), (at + 200, &b"[B"[..])];
    assert_eq!(decode(&[cut(0), cut(1000), cut(2000)].concat()), typed("<esc><down><down><down>"));
    // What only looks so teaches nothing, and a real Escape comes, if later.
    let typed_brackets: [(u64, &[u8]); 3] = [(0, b"\x1b"), (100, b"["), (1000, b"\x1b")];
    assert_eq!(decode(&[&typed_brackets[..], &[(1100, b"j")]].concat()), typed("<esc>[<esc>j"));
    assert_eq!(decode(&[&cut(0)[..], &[(1000, b"\x1b"), (1100, b"j")]].concat()), typed("<esc><down><esc>j"));
}

#[test]
fn a_sequence_that_the_line_cuts_never_presses_its_letters() {
    let sequences: [(&[u8], &str); 6] = [
        (b"\x1b[B", "<down>"),
        (b"\x1bOA", "<up>"),
        (b"\x1b[1;5C", "<c-right>"),
        (b"\x1b[15~", "<f5>"),
        (b"\x1b[Z", "<s-tab>"),
        (b"\x1b[?2026;2$y", ""),
    ];
    for (bytes, key) in sequences {
        for gap in [1, 20, 50, 150, 200] {
            for cut in 1..bytes.len() {
                let (left, right) = bytes.split_at(cut);
                // After a lone Escape was let go, its rest is still no letters.
                let escape = if cut == 1 && gap >= 50 { "<esc>" } else { "" };
                let expected = typed(&format!("{escape}{key}"));
                assert_eq!(decode(&[(0, left), (gap, right)]), expected, "{left:?}, {gap} ms, {right:?}");
            }
        }
    }
}

#[test]
fn what_the_terminal_says_of_itself_is_no_key() {
    let replies: [&[u8]; 9] = [
        b"\x1bP>|xterm(390)\x1b\\",
        b"\x1bP1+r544e=787465726d\x1b\\",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        b"\x1b]52;c;eGQ=\x1b\\",
        b"\x1b]lxdD<>title\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b^xxd\x1b\\",
        b"\x1bXxxd\x1b\\",
        b"\x1bP\x1b\\",
    ];
    for reply in replies {
        assert_eq!(decode(&[(0, reply), (1, b"j")]), typed("j"), "{reply:?}");
        for gap in [20, 100, 200, 1000] {
            // Between its first two bytes and the rest there is less time than behind them.
            for cut in if gap <= 200 { 2 } else { 3 }..reply.len() {
                let (left, right) = reply.split_at(cut);
                assert_eq!(decode(&[(0, left), (gap, right), (5000, b"j")]), typed("j"), "{left:?} {gap}");
            }
        }
        let bytes: Vec<(u64, &[u8])> = reply.chunks(1).zip(0..).map(|(byte, at)| (at * 25, byte)).collect();
        assert_eq!(decode(&[&*bytes, &[(9000, b"j")]].concat()), typed("j"), "{reply:?}");
    }
    // One that never ends gives the keyboard back.
    assert_eq!(decode(&[(0, b"\x1b]11;rgb"), (2001, b"j")]), typed("j"));
    assert_eq!(decode(&[(0, b"\x1bP>|x"), (20, b"\x1b[B"), (40, b"j")]), typed("<down>j"));
}

#[test]
fn a_paste_without_its_end_gives_the_keyboard_back() {
    // To look whether something came, again and again, is not to hear of it.
    let start = Instant::now();
    let mut decoder = Decoder::new(Duration::from_millis(30), start);
    for quarter in 0..20u64 {
        let bytes: &[u8] = if quarter == 0 { b"\x1b[200~abc" } else { b"" };
        let at = start + Duration::from_millis(quarter * 250);
        decoder.expire(at);
        decoder.feed(bytes, at);
    }
    assert_eq!(decoder.take(), [pasted("abc")]);
    // Nor does it help to press keys all the time: after some they count again.
    let mut keys: Vec<(u64, &[u8])> = vec![(0, b"\x1b[200~abc")];
    keys.extend((1..30).map(|at| (at * 400, &b"2"[..])));
    let events = decode(&keys);
    assert_eq!(events[0], pasted("abc22222222"));
    assert_eq!(events[1..], typed(&"2".repeat(21)));
    let left = decode(&[(0, b"\x1b[200~abc"), (600, b"2"), (900, b"\x03"), (1200, b"j")]);
    assert_eq!(left, [&[pasted("abc2")], &*typed("<c-c>j")].concat());
    // A slow line is no person: its pieces are longer, or come at once.
    let slow: Vec<(u64, &[u8])> =
        vec![(0, b"\x1b[200~"), (300, b"dd"), (600, b":q!"), (900, b"x"), (1200, b"\x1b[2"), (1500, b"01~")];
    assert_eq!(decode(&slow), [pasted("dd:q!x")]);
}

#[test]
fn a_paste_is_one_input_and_its_tail_is_swallowed() {
    let paste = b"\x1b[200~a\r\nb\x1b[31m\x1b[201~";
    assert_eq!(decode(&[(0, paste)]), [pasted("a\nb[31m")]);
    let trick = b"\x1b[200~a\x1b[201~dd:q!\r\x1b[201~";
    assert_eq!(decode(&[(0, trick)]), [pasted("a")]);
    assert_eq!(decode(&[(0, b"\x1b[200~a\x1b[201~"), (1000, b"j")]), [&[pasted("a")], &*typed("j")].concat());
    assert_eq!(decode(&[(0, b"\x1b[200~a\x1b[201~j")]), [&[pasted("a")], &*typed("j")].concat());
    assert_eq!(decode(&[(0, b"\x1b[200~a"), (5000, b"j")]), [&[pasted("a")], &*typed("j")].concat());
}

#[test]
fn a_position_report_is_no_key() {
    assert_eq!(decode(&[(0, b"\x1b[12;40Rj")]), [&[Event::Position(12, 40)], &*typed("j")].concat());
}

proptest! {
    #[test]
    fn noise_never_panics_and_never_blocks(chunks in prop::collection::vec((0u64..300, prop::collection::vec(any::<u8>(), 0..40)), 0..8)) {
        let mut at = 0;
        let fed: Vec<_> = chunks.iter().map(|(gap, bytes)| { at += gap; (at, bytes.as_slice()) }).collect();
        decode(&fed);
    }

    #[test]
    fn cutting_bytes_anywhere_changes_nothing(cut in 0usize..60) {
        let bytes = "商\x1b[1;5Cj\x1b[200~张\n平\x1b[201~\x1bOP\x1b[12;3R\x1b[Zx".as_bytes();
        let (left, right) = bytes.split_at(cut.min(bytes.len()));
        prop_assert_eq!(decode(&[(0, left), (1, right)]), decode(&[(0, bytes)]));
    }
}
