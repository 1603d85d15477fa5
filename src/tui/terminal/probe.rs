//! Asks the terminal how wide it draws an ambiguous character, without eating a key.

use std::io;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags};

use super::decode::{Decoder, Event, Input};
use super::link::{Link, wait};

/// Draws `※` in the first column and asks for the cursor.
const QUESTION: &[u8] = b"\r\xe2\x80\xbb\x1b[6n\r\x1b[K";
/// A terminal that has not answered by then is taken to be narrow until it does.
const PATIENCE: Duration = Duration::from_millis(100);

/// Whether `※` takes two columns, nothing where the answer is still on its way; and what was typed meanwhile.
pub(crate) fn ambiguous_is_wide(
    link: &mut Link,
    decoder: &mut Decoder,
) -> io::Result<(Option<bool>, Vec<Input>)> {
    let until = Instant::now() + PATIENCE;
    let (mut typed, mut column) = (Vec::new(), None);
    link.send(QUESTION)?;
    link.drain(PATIENCE)?;
    while column.is_none() && Instant::now() < until {
        let left = until.saturating_duration_since(Instant::now());
        wait(&mut [PollFd::new(&*link, PollFlags::IN)], left);
        let mut bytes = [0; 1024];
        let Some(count) = link.read(&mut bytes)? else { break };
        decoder.feed(bytes.get(..count).unwrap_or_default(), Instant::now());
        for event in decoder.take() {
            match event {
                Event::Input(input) => typed.push(input),
                Event::Position(_, at) => column = Some(at),
                Event::Ready => {}
            }
        }
    }
    Ok((column.map(is_wide), typed))
}

/// Whether a cursor in this column has gone past a wide character.
pub(crate) fn is_wide(column: u16) -> bool {
    column == 3
}
