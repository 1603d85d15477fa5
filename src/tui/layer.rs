//! The keys of what lies over a screen, as a table: help reads it, and a test presses each of them.

use super::terminal::Key;
use crate::lang::{Word, layer as word, ran};

/// What lies over a screen, by the keys it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// The palette of commands.
    Commands,
    /// Find.
    Find,
    /// A list to pick from by typing.
    List,
    /// A choice of a few, each on a key.
    Choice,
    /// The same with days, where any other may be typed.
    Days,
    /// A filter.
    Filter,
    /// A line under capture.
    Capture,
    /// A form.
    Form,
    /// A gate that has not passed.
    Gate,
    /// A question before something is done.
    Confirm,
    /// What a command has printed.
    Reading,
    /// The steps of a visit.
    Steps,
    /// The lines that the last keys ran.
    Ran,
    /// Help itself.
    Help,
}

/// Keys of a layer and what they do.
#[derive(Debug, Clone, Copy)]
pub struct Hint {
    /// Where they hold.
    pub layer: Layer,
    /// The keys, in their notation, between blanks.
    pub keys: &'static str,
    /// What they do, for people.
    pub word: Word,
}

const fn hint(layer: Layer, keys: &'static str, word: Word) -> Hint {
    Hint { layer, keys, word }
}

/// The keys that move a cursor where letters are typed.
const MOVES: &str = "<up> <down> <c-p> <c-n>";
/// The keys that move it further.
const LEAPS: &str = "<pageup> <pagedown> <home> <end>";
/// The keys that move where letters are free.
const FREE: &str = "j k g G <c-d> <c-u> <up> <down>";

/// Every key of what lies over a screen.
pub const HINTS: &[Hint] = &[
    hint(Layer::Commands, "<cr>", word::DOES_ROW),
    hint(Layer::Commands, MOVES, word::MOVES),
    hint(Layer::Commands, LEAPS, word::MOVES),
    hint(Layer::Commands, "<esc>", word::LEAVES),
    hint(Layer::Find, "<cr>", word::OPENS_ROW),
    hint(Layer::Find, MOVES, word::MOVES),
    hint(Layer::Find, LEAPS, word::MOVES),
    hint(Layer::Find, "<esc>", word::LEAVES),
    hint(Layer::List, "<cr>", word::TAKES_ROW),
    hint(Layer::List, MOVES, word::MOVES),
    hint(Layer::List, LEAPS, word::MOVES),
    hint(Layer::List, "<esc>", word::LEAVES),
    hint(Layer::Choice, "<cr>", word::TAKES_ROW),
    hint(Layer::Choice, FREE, word::MOVES),
    hint(Layer::Choice, LEAPS, word::MOVES),
    hint(Layer::Choice, "<esc>", word::LEAVES),
    hint(Layer::Days, "r z", word::TAKES_DAY),
    hint(Layer::Days, "t m 3 w n", word::KEY_THEN_ENTER),
    hint(Layer::Days, "o", word::ASKS_DAY),
    hint(Layer::Days, "<cr>", word::TAKES_TYPED),
    hint(Layer::Days, MOVES, word::MOVES),
    hint(Layer::Days, LEAPS, word::MOVES),
    hint(Layer::Days, "<esc>", word::DROPS_DAY),
    hint(Layer::Filter, "<cr>", word::FILTERS),
    hint(Layer::Filter, "<f2> <f3> <f4> <f5> <f6>", word::KEEPS),
    hint(Layer::Filter, "<esc>", word::LEAVES),
    hint(Layer::Capture, "<cr>", word::MAKES),
    hint(Layer::Capture, "<tab>", word::TURNS),
    hint(Layer::Capture, "<esc>", word::LEAVES_LINE),
    hint(Layer::Form, "<cr>", word::SAVES),
    hint(Layer::Form, "<tab> <s-tab> <up> <down>", word::FIELDS),
    hint(Layer::Form, "<pageup> <pagedown> <c-d> <c-u>", word::PAGES),
    hint(Layer::Form, "<home> <end>", word::ENDS),
    hint(Layer::Form, "<left> <right> <space>", word::CHOICES),
    hint(Layer::Form, "<c-s>", word::SAVES_NOTE),
    hint(Layer::Form, "<c-e>", word::EDITOR),
    hint(Layer::Form, "<c-y>", word::COPIES),
    hint(Layer::Form, "<esc>", word::LEAVES_FORM),
    hint(Layer::Gate, "<cr>", word::OVERRIDES),
    hint(Layer::Gate, "<esc>", word::STAYS),
    hint(Layer::Confirm, "y", word::CONFIRMS),
    hint(Layer::Confirm, FREE, word::MOVES),
    hint(Layer::Confirm, LEAPS, word::MOVES),
    hint(Layer::Confirm, "n <esc>", word::LEAVES),
    hint(Layer::Reading, FREE, word::MOVES),
    hint(Layer::Reading, LEAPS, word::MOVES),
    hint(Layer::Reading, "q <esc>", word::LEAVES),
    hint(Layer::Steps, "<space> x", word::TICKS),
    hint(Layer::Steps, "t", word::TEMPLATES),
    hint(Layer::Steps, "u U", word::UNDOES),
    hint(Layer::Steps, FREE, word::MOVES),
    hint(Layer::Steps, LEAPS, word::MOVES),
    hint(Layer::Steps, "q <esc> <cr>", word::LEAVES),
    hint(Layer::Ran, "y", ran::COPIES),
    hint(Layer::Ran, FREE, word::MOVES),
    hint(Layer::Ran, LEAPS, word::MOVES),
    hint(Layer::Ran, "q <esc> <cr>", word::LEAVES),
    hint(Layer::Help, FREE, word::MOVES),
    hint(Layer::Help, LEAPS, word::MOVES),
    hint(Layer::Help, "q <esc> <cr>", word::LEAVES),
];

/// The keys of a layer, in the order of the table.
pub fn hints(layer: Layer) -> impl Iterator<Item = &'static Hint> {
    HINTS.iter().filter(move |one| one.layer == layer)
}

impl Layer {
    /// Whether days are typed there, in words or figures.
    pub fn takes_days(self) -> bool {
        matches!(self, Self::Days | Self::Capture | Self::Form | Self::Filter)
    }
}

impl Hint {
    /// Its keys.
    pub fn each_key(&self) -> impl Iterator<Item = Key> + use<> {
        self.keys.split(' ').filter_map(Key::parse)
    }

    /// Its keys as a keyboard has them.
    pub fn labels(&self) -> String {
        self.each_key().map(Key::label).collect::<Vec<_>>().join(" ")
    }
}
