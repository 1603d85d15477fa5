//! The lines above and below every screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::binding;
use super::cockpit::Toast;
use super::command::Place;
use super::paint::Paint;
use super::shape::tabs;
use super::shape::text::{self, Align};
use crate::domain::week::Sweep;
use crate::lang::{cockpit as word, timeline, today as said};

/// Columns and rows below which nothing is drawn but a request for more.
pub const LEAST: (u16, u16) = (60, 16);

/// Most lines that tell what just happened.
const TOLD: usize = 4;

/// Says how large the window must be.
pub fn too_small(area: Rect, buf: &mut Buffer, paint: &Paint) {
    let line = word::TOO_SMALL.fill(paint.lang, &[&area.width, &area.height]);
    text::put(
        buf,
        area,
        (0, 0),
        &text::cut(&line, usize::from(area.width), paint.theme.glyphs.cut),
        paint.theme.strong,
    );
}

/// The top line: the screens with their keys, the one that is open, and the book.
pub fn top(area: Rect, buf: &mut Buffer, place: Place, (book, week): (&str, Sweep), paint: &Paint) {
    let words = [word::TODAY, word::FUNNEL, word::CALENDAR, word::TODOS, word::ACCOUNTS, word::REPORTS];
    let texts = words.map(|word| word.text(paint.lang));
    let mut names = [("1", ""), ("2", ""), ("3", ""), ("4", ""), ("5", ""), ("6", "")];
    for ((_, name), text) in names.iter_mut().zip(texts) {
        *name = text;
    }
    let on = place.main() as usize;
    let is_deal = place.screen() == Place::Deal;
    // The state of the week stands on every screen, however narrow: names give way to it.
    let [kept_long, kept_brief] =
        stated(week, paint).map(|(told, _)| u16::try_from(text::width(&told) + 1).unwrap_or(0));
    let left = if is_deal {
        keys_only(area, buf, &names, on, paint)
    } else {
        let whole = names.iter().map(|(key, name)| key.len() + text::width(name) + 3).sum::<usize>();
        let left = u16::try_from(whole).unwrap_or(0).min(area.width.saturating_sub(kept_long));
        tabs::view(Rect { width: left, ..area }, buf, &names, on, &paint.theme);
        left
    };
    let taken = if is_deal {
        let width = area.width.saturating_sub(left + kept_brief);
        let rest = Rect { x: area.x + left, width, height: 1, ..area };
        left + deal_tabs(rest, buf, place, paint)
    } else {
        left
    };
    side(Rect { x: area.x + taken, width: area.width - taken, ..area }, buf, (book, week), paint);
}

/// How the list of to-dos stands, whole and in few cells.
fn stated(week: Sweep, paint: &Paint) -> [(String, Style); 2] {
    let (lang, theme) = (paint.lang, &paint.theme);
    match week {
        Sweep::Never(week) => {
            [said::NEVER, said::OVERDUE_WEEK].map(|word| (word.fill(lang, &[&week.short()]), theme.warn))
        }
        Sweep::Fresh(week) => {
            [said::FRESH; 2].map(|word| (word.fill(lang, &[&week.short(), &theme.glyphs.done]), theme.good))
        }
        Sweep::Stale(week, days) => [
            (said::STALE.fill(lang, &[&week.short(), &days]), theme.bad),
            (said::OVERDUE_WEEK.fill(lang, &[&week.short()]), theme.bad),
        ],
    }
}

/// Book, day and the state of the week, as much of it as there is room for; the week goes last.
fn side(area: Rect, buf: &mut Buffer, (book, week): (&str, Sweep), paint: &Paint) {
    let theme = &paint.theme;
    let [long, brief] = stated(week, paint);
    let is_long = text::width(&long.0) <= usize::from(area.width);
    let (told, style) = if is_long { long } else { brief };
    let (iso, short) = (paint.today.format("%Y-%m-%d"), paint.today.format("%m-%d"));
    let ways =
        [format!("{book}  {iso}  "), format!("{book}  {short}  "), format!("{book}  "), format!("{short}  ")];
    let room = usize::from(area.width.saturating_sub(1)).saturating_sub(text::width(&told));
    if usize::from(area.width) < text::width(&told) {
        return;
    }
    let before = ways.into_iter().find(|way| text::width(way) <= room).unwrap_or_default();
    let whole = text::width(&before) + text::width(&told);
    let x = area.width.saturating_sub(u16::try_from(whole).unwrap_or(0));
    let x = text::put(buf, area, (x, 0), &before, theme.dim);
    text::put(buf, area, (x, 0), &told, style);
}

/// Beside the tabs of a deal the screens show their keys only; gives the column after them.
fn keys_only(area: Rect, buf: &mut Buffer, names: &[(&str, &str)], on: usize, paint: &Paint) -> u16 {
    let mut x = 0;
    for (at, (key, _)) in names.iter().enumerate() {
        let style = if at == on { paint.theme.on } else { paint.theme.key };
        x = text::put(buf, area, (x, 0), key, style) + 1;
    }
    x
}

/// Gives the columns they take.
fn deal_tabs(area: Rect, buf: &mut Buffer, place: Place, paint: &Paint) -> u16 {
    let words =
        [word::ASSESS, word::COMPETE, word::DECIDE, word::MANAGE, word::BACKGROUND, timeline::TIMELINE];
    let names = words.map(|name| ("", name.text(paint.lang)));
    let on = match place.tab() {
        Place::Compete => 1,
        Place::Decide => 2,
        Place::Manage => 3,
        Place::Background => 4,
        Place::Log => 5,
        _ => 0,
    };
    tabs::view(area, buf, &names, on, &paint.theme);
    let whole: usize = names.iter().map(|(_, name)| text::width(name) + 3).sum();
    u16::try_from(whole).unwrap_or(u16::MAX).min(area.width)
}

/// Draws what just happened, over the last lines where one is too short: a way out that it names stands whole.
fn told(area: Rect, buf: &mut Buffer, toast: &Toast, paint: &Paint) {
    let style = if toast.bad { paint.theme.bad } else { paint.theme.good };
    let mark = if toast.bad { "! " } else { "" };
    let (room, cut) = (usize::from(area.width), paint.theme.glyphs.cut);
    let whole = text::cut(&format!("{mark}{}", toast.text), room * TOLD, cut);
    let mut lines = text::wrap(&whole, room);
    if lines.len() > TOLD {
        let rest = lines.split_off(TOLD - 1).join(" ");
        lines.push(text::cut(&rest, room, cut));
    }
    let top = area.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(1));
    for (line, y) in lines.iter().zip(top..area.height) {
        text::put(buf, area, (0, y), &text::pad(line, room, Align::Left, cut), style);
    }
}

/// The bottom line: what just happened, or the keys that matter here.
pub fn bottom(area: Rect, buf: &mut Buffer, place: Place, toast: Option<&Toast>, paint: &Paint) {
    let y = area.height.saturating_sub(1);
    let room = usize::from(area.width);
    if let Some(toast) = toast {
        return told(area, buf, toast, paint);
    }
    let shown: Vec<_> = binding::of_place(place).into_iter().filter(|one| one.shown).collect();
    let (own, everywhere): (Vec<_>, Vec<_>) = shown.into_iter().partition(|one| one.place.is_some());
    let width =
        |one: &&binding::Binding| text::width(&one.label()) + text::width(one.word.text(paint.lang)) + 3;
    let right: usize = everywhere.iter().map(width).sum();
    let from = room.saturating_sub(right.saturating_sub(2));
    let mut x = 0;
    for one in own {
        if usize::from(x) + width(&one) <= from {
            x = hint(area, buf, (x, y), one, paint);
        }
    }
    // A line can be captured everywhere: said where there is room.
    let capture = binding::of_place(place).into_iter().find(|one| one.line == "capture");
    if let Some(one) = capture.filter(|one| usize::from(x) + width(one) <= from) {
        hint(area, buf, (x, y), one, paint);
    }
    let mut x = u16::try_from(from).unwrap_or(0);
    for one in everywhere {
        x = hint(area, buf, (x, y), one, paint);
    }
}

fn hint(area: Rect, buf: &mut Buffer, (x, y): (u16, u16), one: &binding::Binding, paint: &Paint) -> u16 {
    let x = text::put(buf, area, (x, y), &one.label(), paint.theme.key);
    text::put(buf, area, (x + 1, y), one.word.text(paint.lang), paint.theme.dim) + 2
}

#[cfg(test)]
mod tests {
    use super::super::shape::print::picture;
    use super::*;

    #[test]
    fn what_happened_is_told_whole_however_narrow_the_screen() {
        let text = "Call the buyer about the second line was put off three times · say why in its notes, give it \
                    away (@) or let it go: qd todo drop 12 · 第二条产线已推迟三次，请说明原因或放弃";
        for width in [60, 80, 120] {
            let toast = Toast { text: text.to_owned(), bad: true };
            let drawn = picture(width, 16, |area, buf| {
                bottom(area, buf, Place::Sweep, Some(&toast), &Paint::plain());
            });
            let words = drawn.split_whitespace().collect::<String>();
            assert_eq!(words, format!("!{text}").split_whitespace().collect::<String>(), "{drawn}");
        }
    }
}
