//! Rows are read ahead, in a thread of their own, while those before them are written.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use crate::import::reading::Proposal;
use crate::import::records::Records;
use crate::import::refusal::Refusal;
use crate::store::Fault;

/// How many records are handed over together.
const PIECE: usize = 256;

/// How many pieces may wait, so that memory stays small.
const WAITING: usize = 4;

/// Calls `take` with each record in its order; those that are not at hand come from a thread, where the system
/// grants one.
pub fn each<E: From<Refusal> + From<Fault>>(
    records: &Records,
    mut take: impl FnMut(&Proposal) -> Result<(), E>,
) -> Result<(), E> {
    if let Some(all) = records.at_hand() {
        return all.iter().try_for_each(take);
    }
    if records.count() < PIECE {
        return records.each(|proposal| take(&proposal));
    }
    thread::scope(|scope| {
        let (give, given) = sync_channel(WAITING);
        let named = thread::Builder::new().name("ahead".to_owned());
        let Ok(reader) = named.spawn_scoped(scope, move || read(records, &give)) else {
            return records.each(|proposal| take(&proposal));
        };
        for piece in given {
            piece.iter().try_for_each(&mut take)?;
        }
        let gone = || Fault::Damaged("a thread is gone".to_owned());
        Ok(reader.join().map_err(|_| gone())??)
    })
}

fn read(records: &Records, give: &SyncSender<Vec<Proposal>>) -> Result<(), Refusal> {
    let mut piece = Vec::with_capacity(PIECE);
    let read = records.each(|proposal| {
        piece.push(proposal);
        if piece.len() < PIECE {
            return Ok(());
        }
        let full = std::mem::replace(&mut piece, Vec::with_capacity(PIECE));
        give.send(full).map_err(|_| End::Unwanted)
    });
    match read {
        // Nobody takes the rest where the writing has failed, which is told there.
        Ok(()) => drop(give.send(piece)),
        Err(End::Unwanted) => {}
        Err(End::Refused(refusal)) => return Err(refusal),
    }
    Ok(())
}

/// Why the reading ends before the file does.
enum End {
    Unwanted,
    Refused(Refusal),
}

impl From<Refusal> for End {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;
    use crate::import::input::Input;
    use crate::import::{Options, read};

    /// A list of many deals; once it is `late`, of one more.
    struct Deals {
        late: Arc<AtomicBool>,
    }

    impl Input for Deals {
        fn size(&self) -> io::Result<u64> {
            Ok(0)
        }

        fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
            let count = if self.late.load(Ordering::Relaxed) { 2001 } else { 2000 };
            let rows = (0..count).map(|at| format!("Deal {at},Won,{at}\n"));
            let text = std::iter::once("Deal Name,Stage,Amount\n".to_owned()).chain(rows).collect::<String>();
            Ok(Box::new(io::Cursor::new(text)))
        }
    }

    #[derive(Debug, PartialEq)]
    enum Halt {
        Refused(Refusal),
        Enough,
    }

    impl From<Refusal> for Halt {
        fn from(refusal: Refusal) -> Self {
            Self::Refused(refusal)
        }
    }

    impl From<Fault> for Halt {
        fn from(_: Fault) -> Self {
            Self::Enough
        }
    }

    fn taken(records: &Records, most: usize) -> (usize, Result<(), Halt>) {
        let mut count = 0;
        let done = each(records, |proposal| {
            assert_eq!(proposal.get("title"), Some(format!("Deal {count}").as_str()));
            count += 1;
            if count == most { Err(Halt::Enough) } else { Ok(()) }
        });
        (count, done)
    }

    #[test]
    fn records_come_in_their_order_until_they_end_or_nobody_wants_more() {
        let late = Arc::new(AtomicBool::new(false));
        let options = Options { currency: "USD".to_owned(), ..Options::default() };
        let records = read(Arc::new(Deals { late: late.clone() }), &options).unwrap().records;
        assert_eq!(taken(&records, usize::MAX), (2000, Ok(())));
        assert_eq!(taken(&records, 7), (7, Err(Halt::Enough)));
        late.store(true, Ordering::Relaxed);
        assert_eq!(taken(&records, usize::MAX).1, Err(Halt::Refused(Refusal::Changed)));
    }
}
