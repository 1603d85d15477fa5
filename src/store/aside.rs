//! Work that is done in a thread of its own while the transaction goes on, and comes back in its order.

use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

use super::Fault;

/// How many pieces may be under way, so that memory stays small.
const AWAY: usize = 4;

/// What turns a piece into its outcome; made anew in each thread, since it may hold room of its own.
pub type Work<In, Out> = Box<dyn FnMut(In) -> Out>;

/// A kind of work, and the thread that does it once there was a first piece.
pub struct Aside<In, Out> {
    make: fn() -> Work<In, Out>,
    bench: Option<Bench<In, Out>>,
    own: Option<Work<In, Out>>,
    away: usize,
}

struct Bench<In, Out> {
    there: SyncSender<In>,
    back: Receiver<Out>,
}

impl<In: Send + 'static, Out: Send + 'static> Aside<In, Out> {
    /// Work of this kind, of which nothing is under way.
    pub fn new(make: fn() -> Work<In, Out>) -> Self {
        Self { make, bench: None, own: None, away: 0 }
    }

    /// Does a piece here and now: it is not worth a thread.
    pub fn now(&mut self, piece: In) -> Out {
        self.own.get_or_insert_with(self.make)(piece)
    }

    /// Gives a piece away; where the system grants no thread its outcome comes back at once.
    pub fn give(&mut self, piece: In) -> Result<Option<Out>, Fault> {
        self.bench = self.bench.take().or_else(|| Bench::new(self.make));
        let Some(bench) = &self.bench else { return Ok(Some(self.now(piece))) };
        bench.there.send(piece).map_err(|_| lost())?;
        self.away += 1;
        Ok(None)
    }

    /// The oldest outcome that is there; nothing while none is, unless too many are under way or `all` are asked for.
    pub fn take(&mut self, all: bool) -> Result<Option<Out>, Fault> {
        let Some(bench) = self.bench.as_ref().filter(|_| self.away > 0) else { return Ok(None) };
        let outcome = if all || self.away >= AWAY {
            bench.back.recv().map_err(|_| lost())?
        } else {
            match bench.back.try_recv() {
                Ok(outcome) => outcome,
                Err(TryRecvError::Empty) => return Ok(None),
                Err(TryRecvError::Disconnected) => return Err(lost()),
            }
        };
        self.away -= 1;
        Ok(Some(outcome))
    }
}

impl<In: Send + 'static, Out: Send + 'static> Bench<In, Out> {
    fn new(make: fn() -> Work<In, Out>) -> Option<Self> {
        let (there, given) = sync_channel::<In>(AWAY);
        let (ready, back) = sync_channel(AWAY);
        let serve = move || {
            let mut work = make();
            // It ends when either side of it is gone.
            for piece in given {
                if ready.send(work(piece)).is_err() {
                    break;
                }
            }
        };
        thread::Builder::new().name("aside".to_owned()).spawn(serve).ok()?;
        Some(Self { there, back })
    }
}

fn lost() -> Fault {
    Fault::Damaged("a thread is gone".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_back_in_their_order_and_none_is_lost() {
        let mut doubled: Aside<u32, u32> = Aside::new(|| Box::new(|number| number * 2));
        let mut back = vec![doubled.now(0)];
        for number in 1..=50 {
            assert!(doubled.give(number).unwrap().is_none());
            back.extend(doubled.take(false).unwrap());
        }
        while let Some(number) = doubled.take(true).unwrap() {
            back.push(number);
        }
        assert!(back.into_iter().eq((0..=50).map(|number| number * 2)));
    }

    #[test]
    fn a_thread_that_died_is_an_error_and_no_loss_in_silence() {
        let mut dies: Aside<u32, u32> = Aside::new(|| Box::new(|number| 1 / number));
        assert!(dies.give(0).unwrap().is_none());
        assert!(matches!(dies.take(true), Err(Fault::Damaged(_))));
    }
}
