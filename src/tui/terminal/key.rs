//! One key press and its notation: `j`, `<cr>`, `<c-d>`, `<s-tab>`.

use std::fmt;

/// Which key of the keyboard it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A key that types a character; capital letters come as themselves.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Deletes before the cursor.
    Backspace,
    /// Deletes after the cursor.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// One key press with what was held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held, for keys that type nothing.
    pub shift: bool,
}

/// Names in the notation, and as printed on a keyboard.
const NAMES: &[(&str, Code, &str)] = &[
    ("cr", Code::Enter, "Enter"),
    ("esc", Code::Esc, "Esc"),
    ("tab", Code::Tab, "Tab"),
    ("bs", Code::Backspace, "Backspace"),
    ("del", Code::Delete, "Delete"),
    ("ins", Code::Insert, "Insert"),
    ("up", Code::Up, "↑"),
    ("down", Code::Down, "↓"),
    ("left", Code::Left, "←"),
    ("right", Code::Right, "→"),
    ("home", Code::Home, "Home"),
    ("end", Code::End, "End"),
    ("pageup", Code::PageUp, "PageUp"),
    ("pagedown", Code::PageDown, "PageDown"),
    ("space", Code::Char(' '), "Space"),
    ("lt", Code::Char('<'), "<"),
];

/// What a Chinese input method types for a key, where that has no plain code-point shift.
const TWINS: &[(char, char)] = &[
    ('\u{3000}', ' '),
    ('《', '<'),
    ('》', '>'),
    ('、', '/'),
    ('。', '.'),
    ('￥', '$'),
    ('…', '^'),
    ('【', '['),
    ('】', ']'),
    ('「', '{'),
    ('」', '}'),
    ('『', '{'),
    ('』', '}'),
];

impl Key {
    /// The key that types `letter`.
    #[must_use]
    pub const fn char(letter: char) -> Self {
        Self::plain(Code::Char(letter))
    }

    /// A key with nothing held down.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// `letter` with Control held.
    #[must_use]
    pub const fn ctrl(letter: char) -> Self {
        Self { code: Code::Char(letter), ctrl: true, alt: false, shift: false }
    }

    /// The character this key types into a text, if any.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// The same key with a full-width character replaced by its ASCII twin.
    #[must_use]
    pub fn narrowed(mut self) -> Self {
        if let Code::Char(letter) = self.code {
            self.code = Code::Char(twin(letter));
        }
        self
    }

    /// The key of a notation such as `j`, `<cr>` or `<c-d>`; nothing where it is no single key.
    pub fn parse(text: &str) -> Option<Self> {
        match keys(text).as_slice() {
            [key] => Some(*key),
            _ => None,
        }
    }

    /// The key as printed on a keyboard, for people: `Ctrl-d`, `Enter`, `?`.
    pub fn label(self) -> String {
        let named = NAMES.iter().find(|(_, code, _)| *code == self.code);
        let base = match (self.code, named) {
            (_, Some((_, _, label))) => (*label).to_owned(),
            (Code::F(number), _) => format!("F{number}"),
            (Code::Char(letter), _) => letter.to_string(),
            _ => String::new(),
        };
        let held = [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")];
        held.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect::<String>() + &base
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = NAMES.iter().find(|(_, code, _)| *code == self.code).map(|(name, _, _)| *name);
        let held = self.ctrl || self.alt || self.shift;
        let base = match (self.code, named) {
            (Code::Char(letter), None) if !held => return write!(out, "{letter}"),
            (Code::Char(letter), None) => letter.to_string(),
            (Code::F(number), _) => format!("f{number}"),
            (_, name) => name.unwrap_or_default().to_owned(),
        };
        let mark = |on: bool, mark: &'static str| if on { mark } else { "" };
        let (ctrl, alt, shift) = (mark(self.ctrl, "c-"), mark(self.alt, "a-"), mark(self.shift, "s-"));
        write!(out, "<{ctrl}{alt}{shift}{base}>")
    }
}

/// The keys of a text such as `j$888<cr>`; a `<` that opens no key name stands for itself.
pub fn keys(text: &str) -> Vec<Key> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).unwrap_or_default();
        // A closing bracket may itself be the key: `<c->>`.
        let named = after
            .split_once('>')
            .filter(|_| letter == '<')
            .and_then(|(name, tail)| name_key(name).map(|key| (key, tail)));
        let (key, tail) = named.unwrap_or((Key::char(letter), after));
        found.push(key);
        rest = tail;
    }
    found
}

fn name_key(name: &str) -> Option<Key> {
    let mut key = Key::char(' ');
    let mut rest = name;
    loop {
        let (held, tail) = match rest.split_at_checked(2)? {
            ("c-", tail) if !tail.is_empty() => (&mut key.ctrl, tail),
            ("a-", tail) if !tail.is_empty() => (&mut key.alt, tail),
            ("s-", tail) if !tail.is_empty() => (&mut key.shift, tail),
            _ => break,
        };
        *held = true;
        rest = tail;
        if rest.len() < 2 || !rest.is_char_boundary(2) {
            break;
        }
    }
    let held = key.ctrl || key.alt || key.shift;
    let mut letters = rest.chars();
    key.code = match (NAMES.iter().find(|(known, _, _)| *known == rest), letters.next(), letters.as_str()) {
        (Some((_, code, _)), _, _) => *code,
        (_, Some('f'), number) if !number.is_empty() => {
            Code::F(number.parse().ok().filter(|n| (1..=24).contains(n))?)
        }
        (_, Some(letter), "") if held => Code::Char(letter),
        _ => return None,
    };
    Some(key)
}

fn twin(letter: char) -> char {
    let shifted = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0),
        _ => TWINS.iter().find(|(wide, _)| *wide == letter).map(|(_, plain)| *plain),
    };
    shifted.unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_of_notation_becomes_keys() {
        let cases: &[(&str, &[Key])] = &[
            ("j$8", &[Key::char('j'), Key::char('$'), Key::char('8')]),
            ("<cr>", &[Key::plain(Code::Enter)]),
            ("<c-d>x", &[Key::ctrl('d'), Key::char('x')]),
            ("<s-tab>", &[Key { shift: true, ..Key::plain(Code::Tab) }]),
            ("<f12>", &[Key::plain(Code::F(12))]),
            ("<c-左>", &[Key::ctrl('左')]),
            ("<<lt>>", &[Key::char('<'), Key::char('<'), Key::char('>')]),
            ("<f99>", &keys("<lt>f99>")),
            ("<", &[Key::char('<')]),
        ];
        for (text, expected) in cases {
            assert_eq!(keys(text), *expected, "{text}");
        }
    }

    #[test]
    fn full_width_twins_mean_the_plain_key() {
        for (wide, plain) in
            "？／：＋－＞＜ＡＺａ９　～［］｛｝【】「」『』".chars().zip("?/:+-><AZa9 ~[]{}[]{}{}".chars())
        {
            assert_eq!(Key::char(wide).narrowed(), Key::char(plain));
        }
        assert_eq!(Key::char('张').narrowed(), Key::char('张'));
    }

    #[test]
    fn a_label_reads_as_on_the_keyboard() {
        for (text, label) in [("<c-d>", "Ctrl-d"), ("<s-tab>", "Shift-Tab"), ("<cr>", "Enter"), ("<lt>", "<")]
        {
            assert_eq!(Key::parse(text).unwrap().label(), label);
        }
    }

    proptest! {
        #[test]
        fn any_text_parses_and_what_is_printed_parses_back(text in ".{0,20}|(<[a-z0-9-]{0,6}>){1,4}") {
            let first = keys(&text);
            let printed: String = first.iter().map(Key::to_string).collect();
            prop_assert_eq!(keys(&printed), first);
        }
    }
}
