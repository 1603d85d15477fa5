//! Drawing that knows nothing of selling: texts and keys go in, pictures and outcomes come out.

pub mod bar;
pub mod board;
pub mod calendar;
pub mod column;
pub mod detail;
pub mod form;
pub mod line;
pub mod list;
pub mod motion;
pub mod overlay;
pub mod palette;
pub mod print;
pub mod sections;
pub mod strip;
pub mod tabs;
pub mod text;
pub mod tree;

/// What a key press did to a shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The key means nothing here.
    Ignored,
    /// The shape changed, or knowingly stayed as it is.
    Used,
    /// What the cursor is on, or what was filled in, is accepted.
    Accept,
    /// The shape is left without effect.
    Cancel,
    /// The person's own editor is asked to change this text; the answer goes to the shape.
    Edit(String),
}

impl Outcome {
    /// [`Outcome::Used`] where something was done.
    pub(crate) fn used(done: bool) -> Self {
        if done { Self::Used } else { Self::Ignored }
    }
}
