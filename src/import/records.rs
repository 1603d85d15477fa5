//! The records that a file proposes: at hand, or read from the file each time that they are gone through.

use std::fmt;
use std::sync::Arc;

use super::reading::Proposal;
use super::refusal::Refusal;
use super::take::Sheet;

/// The records of a file, one after another.
#[derive(Clone)]
pub struct Records(From);

#[derive(Clone)]
enum From {
    Hand(Vec<Proposal>),
    Table(Arc<Sheet>, usize),
}

impl Default for Records {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl fmt::Debug for Records {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Records").field(&self.count()).finish()
    }
}

impl std::convert::From<Vec<Proposal>> for Records {
    fn from(all: Vec<Proposal>) -> Self {
        Self(From::Hand(all))
    }
}

impl Records {
    /// Those of a table that was judged.
    pub(super) fn of_table(sheet: Sheet, count: usize) -> Self {
        Self(From::Table(Arc::new(sheet), count))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        match &self.0 {
            From::Hand(all) => all.len(),
            From::Table(_, count) => *count,
        }
    }

    /// All of them, where they are held.
    pub fn at_hand(&self) -> Option<&[Proposal]> {
        match &self.0 {
            From::Hand(all) => Some(all),
            From::Table(..) => None,
        }
    }

    /// Calls `visit` with each; refuses a file that is no longer what it was.
    pub fn each<E: std::convert::From<Refusal>>(
        &self,
        mut visit: impl FnMut(Proposal) -> Result<(), E>,
    ) -> Result<(), E> {
        match &self.0 {
            From::Hand(all) => all.iter().cloned().try_for_each(visit),
            From::Table(sheet, _) => {
                let mut take = sheet.take()?;
                while let Some(proposal) = take.record()? {
                    visit(proposal)?;
                }
                Ok(())
            }
        }
    }

    /// All of them at once.
    #[cfg(test)]
    pub fn all(&self) -> Result<Vec<Proposal>, Refusal> {
        let mut all = Vec::with_capacity(self.count());
        self.each(|proposal| {
            all.push(proposal);
            Ok::<(), Refusal>(())
        })?;
        Ok(all)
    }
}
