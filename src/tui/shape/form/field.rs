//! One field of a form: what it holds and how keys change it.

use self::link::{offer, offer_last, parts, pick, pick_last};
use ratatui_textarea::{Input, Key as TextKey, TextArea, WrapMode};

use super::super::Outcome;
use super::super::line::Line;
use super::cells::Cells;
use super::choice::{named, press_choice, press_set};
use super::{FieldSpec, Guide, Kind};
use crate::tui::terminal::{Code, Key};

mod link;

/// Candidates that are offered at once.
pub(super) const OFFERED: usize = 5;

#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) spec: FieldSpec,
    pub(super) body: Body,
    pub(super) fault: Option<String>,
    /// What is doubtful, though it may stay.
    pub(super) warning: Option<String>,
    /// What tells candidates apart that read the same.
    pub(super) asides: Vec<String>,
}

/// What a field holds while it is filled in.
#[derive(Debug, Clone)]
pub(super) enum Body {
    Text(Line),
    Value(Line),
    Choice {
        options: Vec<(String, String)>,
        on: Option<usize>,
        quick: bool,
    },
    Set {
        options: Vec<(String, String)>,
        on: Vec<bool>,
        at: usize,
        numbered: bool,
    },
    Date {
        line: Line,
        value: String,
        preview: String,
    },
    Link {
        line: Line,
        value: String,
        offered: Vec<(String, String)>,
        at: usize,
    },
    /// Names between commas; `known` holds code and name of those that were picked.
    Links {
        line: Line,
        known: Vec<(String, String)>,
        offered: Vec<(String, String)>,
        at: usize,
    },
    Note(Box<TextArea<'static>>),
    Cells(Box<Cells>),
}

impl Body {
    pub(super) fn new(kind: &Kind, value: &str, shown: &str) -> Self {
        match kind {
            Kind::Text => Self::Text(Line::new(value)),
            Kind::Value => Self::Value(Line::new(value)),
            Kind::Date => {
                Self::Date { line: Line::new(value), value: value.to_owned(), preview: String::new() }
            }
            Kind::Choice(options) | Kind::Quick(options) => {
                let on = options.iter().position(|(code, _)| code == value);
                Self::Choice { options: options.clone(), on, quick: matches!(kind, Kind::Quick(_)) }
            }
            Kind::Set(options) | Kind::Numbered(options) => {
                let on =
                    options.iter().map(|(code, _)| value.split(',').any(|one| one.trim() == code)).collect();
                let numbered = matches!(kind, Kind::Numbered(_));
                Self::Set { options: options.clone(), on, at: 0, numbered }
            }
            Kind::Cells(row) => Self::Cells(Box::new(Cells::new(row, value))),
            Kind::Link => {
                let text = if shown.is_empty() { value } else { shown };
                Self::Link { line: Line::new(text), value: value.to_owned(), offered: Vec::new(), at: 0 }
            }
            Kind::Links => {
                let text = if shown.is_empty() { value } else { shown };
                let pairs = parts(value).zip(parts(shown));
                let known = pairs.map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
                Self::Links { line: Line::new(text), known, offered: Vec::new(), at: 0 }
            }
            Kind::Note => {
                let mut area = TextArea::new(value.split('\n').map(str::to_owned).collect());
                area.set_wrap_mode(WrapMode::WordOrGlyph);
                area.set_cursor_line_style(ratatui::style::Style::new());
                area.set_cursor_style(ratatui::style::Style::new());
                Self::Note(Box::new(area))
            }
        }
    }
}

impl Field {
    pub(super) fn new(spec: FieldSpec) -> Self {
        let body = Body::new(&spec.kind, &spec.value, &spec.shown);
        Self { spec, body, fault: None, warning: None, asides: Vec::new() }
    }

    pub(super) fn typing(&self) -> bool {
        !matches!(self.body, Body::Choice { .. } | Body::Set { .. } | Body::Cells(_))
    }

    pub(super) fn value(&self) -> String {
        match &self.body {
            Body::Text(line) | Body::Value(line) => line.text().to_owned(),
            Body::Date { value, .. } | Body::Link { value, .. } => value.clone(),
            Body::Links { line, known, .. } => {
                let code =
                    |name| known.iter().find(|(_, own)| own == name).map_or(name, |(code, _)| code.as_str());
                parts(line.text()).map(code).collect::<Vec<_>>().join(",")
            }
            Body::Choice { options, on, .. } => {
                on.and_then(|at| options.get(at)).map(|(code, _)| code.clone()).unwrap_or_default()
            }
            Body::Set { options, on, .. } => {
                let chosen =
                    options.iter().zip(on).filter(|(_, on)| **on).map(|((code, _), _)| code.as_str());
                chosen.collect::<Vec<_>>().join(",")
            }
            Body::Note(area) => area.lines().join("\n"),
            Body::Cells(cells) => cells.value(),
        }
    }

    /// Takes a key; [`Outcome::Accept`] says that the field is done and the next one follows.
    pub(super) fn press(&mut self, key: Key, guide: &dyn Guide) -> Outcome {
        let outcome = self.pressed(key, guide);
        self.tell_apart(guide);
        outcome
    }

    fn tell_apart(&mut self, guide: &dyn Guide) {
        self.asides = match &self.body {
            Body::Link { offered, .. } | Body::Links { offered, .. } => guide.apart(&self.spec.key, offered),
            _ => Vec::new(),
        };
    }

    fn pressed(&mut self, key: Key, guide: &dyn Guide) -> Outcome {
        self.fault = None;
        let name = self.spec.key.as_str();
        match &mut self.body {
            Body::Text(line) | Body::Value(line) => Outcome::used(line.press(key)),
            Body::Date { line, value, preview } => {
                let used = line.press(key);
                if used {
                    (*value, *preview) = read_date(line, name, guide);
                }
                Outcome::used(used)
            }
            Body::Choice { options, on, quick } => {
                let named = *quick && named(options, *on, key).is_some() && key.typed() != Some(' ');
                let used = press_choice(options, on, key);
                if named { Outcome::Accept } else { Outcome::used(used) }
            }
            Body::Links { .. } => self.press_links(key, guide),
            Body::Set { options, on, at, numbered } => {
                Outcome::used(press_set(options, (on, at), *numbered, key))
            }
            Body::Link { .. } => self.press_link(key, guide),
            Body::Note(area) => press_note(area, key),
            Body::Cells(cells) => cells.press(key),
        }
    }

    /// Whether a key that moves leads through the form, since it has nothing to do in this field: an end of the line
    /// where the cursor is there already, half a page where there is nothing to delete.
    pub(super) fn yields(&self, key: Key, leapt: bool) -> bool {
        let line = match &self.body {
            Body::Text(line) | Body::Value(line) | Body::Date { line, .. } => line,
            // Of what is offered before a letter is typed, none is under the cursor.
            Body::Link { line, offered, at, .. } | Body::Links { line, offered, at, .. }
                if *at >= offered.len() =>
            {
                line
            }
            Body::Choice { .. } | Body::Set { .. } | Body::Cells(_) => {
                return key.ctrl && matches!(key.code, Code::Char('d' | 'u'));
            }
            Body::Note(_) => return leapt && key.ctrl && matches!(key.code, Code::Char('d' | 'u')),
            Body::Link { .. } | Body::Links { .. } => return false,
        };
        match (key.code, key.ctrl) {
            (Code::Char('d'), true) => leapt || line.is_at_end(true),
            (Code::Char('u'), true) => leapt || line.text().is_empty(),
            (Code::Home | Code::End, _) => line.is_at_end(key.code == Code::End),
            _ => false,
        }
    }

    pub(super) fn paste(&mut self, pasted: &str, guide: &dyn Guide) {
        self.fault = None;
        match &mut self.body {
            Body::Text(line) | Body::Value(line) => line.paste(pasted),
            Body::Date { line, value, preview } => {
                line.paste(pasted);
                (*value, *preview) = read_date(line, &self.spec.key, guide);
            }
            Body::Link { line, value, offered, at } => {
                line.paste(pasted);
                value.clear();
                *at = 0;
                *offered = offer(line, &self.spec.key, guide);
            }
            Body::Links { line, offered, at, .. } => {
                line.paste(pasted);
                *at = 0;
                *offered = offer_last(line, &self.spec.key, guide);
            }
            Body::Note(area) => drop(area.insert_str(pasted)),
            Body::Choice { .. } | Body::Set { .. } | Body::Cells(_) => {}
        }
        self.tell_apart(guide);
    }

    /// Says that what stands there, where it is one value, gives way to the first letter.
    pub(super) fn renew(&mut self, fresh: bool) {
        if let Body::Value(line) | Body::Date { line, .. } | Body::Link { line, .. } = &mut self.body {
            line.renew(fresh);
        }
    }

    /// What happens when the cursor goes elsewhere: a link takes the candidate under its cursor.
    pub(super) fn leave(&mut self, _: &dyn Guide) {
        if let Body::Link { line, value, offered, at } = &mut self.body {
            pick(line, value, offered, *at);
        }
        if let Body::Links { line, known, offered, at } = &mut self.body {
            pick_last(line, known, offered, *at);
        }
    }

    pub(super) fn check(&mut self, guide: &dyn Guide) {
        let (key, value) = (self.spec.key.as_str(), self.value());
        let unread = match &self.body {
            Body::Date { line, .. } if !line.text().trim().is_empty() => guide.date(key, line.text()).err(),
            Body::Link { line, .. } if value.is_empty() && !line.text().trim().is_empty() => {
                Some(guide.unknown())
            }
            _ => None,
        };
        let missing = || (self.spec.required && value.trim().is_empty()).then(|| guide.missing());
        self.fault = unread.or_else(missing).or_else(|| guide.fault(key, &value));
    }
}

fn read_date(line: &Line, key: &str, guide: &dyn Guide) -> (String, String) {
    if line.text().trim().is_empty() {
        return (String::new(), String::new());
    }
    // What cannot be read is kept as it was typed: a draft must not lose it.
    guide.date(key, line.text()).unwrap_or_else(|_| (line.text().to_owned(), String::new()))
}

fn press_note(area: &mut TextArea, key: Key) -> Outcome {
    let code = match key.code {
        Code::Esc | Code::Tab | Code::Insert | Code::F(_) => return Outcome::Ignored,
        Code::Char(letter) => TextKey::Char(letter),
        Code::Enter => TextKey::Enter,
        Code::Backspace => TextKey::Backspace,
        Code::Delete => TextKey::Delete,
        Code::Up => TextKey::Up,
        Code::Down => TextKey::Down,
        Code::Left => TextKey::Left,
        Code::Right => TextKey::Right,
        Code::Home => TextKey::Home,
        Code::End => TextKey::End,
        Code::PageUp => TextKey::PageUp,
        Code::PageDown => TextKey::PageDown,
    };
    let before = area.cursor();
    area.input(Input { key: code, ctrl: key.ctrl, alt: key.alt, shift: key.shift });
    // At its first and last line a note lets the cursor out.
    let moves =
        matches!(key.code, Code::Up | Code::Down | Code::PageUp | Code::PageDown | Code::Home | Code::End);
    Outcome::used(!moves || area.cursor() != before)
}
