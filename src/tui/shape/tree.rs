//! An indented tree whose branches fold.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Outcome;
use super::motion::{Motion, follow};
use super::text;
use crate::tui::terminal::{Code, Key};
use crate::tui::theme::Theme;

/// One node; the nodes below it follow it, one deeper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// How deep it stands, 0 for a root.
    pub depth: usize,
    /// Its text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// Where a tree stands and what is folded; nodes are numbered from 0 in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    cursor: usize,
    folded: BTreeSet<usize>,
    depths: Vec<usize>,
}

impl Tree {
    /// Tells the nodes; what is folded stays so by number.
    pub fn hold(&mut self, nodes: &[Node]) {
        self.depths = nodes.iter().map(|node| node.depth).collect();
        self.folded.retain(|at| *at < nodes.len());
        self.set(self.cursor);
    }

    /// The node under the cursor.
    pub fn cursor(&self) -> Option<usize> {
        (self.cursor < self.depths.len()).then_some(self.cursor)
    }

    /// Moves the cursor to a node, or to the folded branch that hides it.
    pub fn set(&mut self, node: usize) {
        let shown = self.shown();
        self.cursor = shown.iter().rev().find(|at| **at <= node).copied().unwrap_or(0);
    }

    /// Takes a key: `h` folds or goes to the branch above, `l` and space unfold, space also folds; Enter accepts.
    pub fn press(&mut self, key: Key) -> Outcome {
        let (shown, at) = (self.shown(), self.cursor);
        match key.code {
            Code::Enter if self.cursor().is_some() => return Outcome::Accept,
            Code::Char(' ') if self.folded.contains(&at) => drop(self.folded.remove(&at)),
            Code::Char(' ') if self.branches(at) => drop(self.folded.insert(at)),
            Code::Char('l') | Code::Right => drop(self.folded.remove(&at)),
            Code::Char('h') | Code::Left if self.branches(at) && !self.folded.contains(&at) => {
                self.folded.insert(at);
            }
            Code::Char('h') | Code::Left => self.cursor = self.parent(at).unwrap_or(at),
            _ => {
                let Some(motion) = Motion::of(key) else { return Outcome::Ignored };
                let place = shown.iter().position(|node| *node == at).unwrap_or(0);
                self.cursor = shown.get(motion.from(place, shown.len(), 16)).copied().unwrap_or(0);
            }
        }
        Outcome::Used
    }

    /// Draws the nodes that are not folded away; `nodes` are those told to [`Tree::hold`].
    pub fn view(&self, area: Rect, buf: &mut Buffer, nodes: &[Node], theme: &Theme) {
        let shown = self.shown();
        let place = shown.iter().position(|node| *node == self.cursor).unwrap_or(0);
        let top = follow(0, place, usize::from(area.height));
        for (at, y) in shown.iter().skip(top).zip(0..area.height) {
            let Some(node) = nodes.get(*at) else { continue };
            let under = *at == self.cursor;
            if under {
                text::put(buf, area, (0, y), theme.glyphs.gutter, theme.gutter);
            }
            let mark = match (self.folded.contains(at), self.branches(*at)) {
                (true, _) => theme.glyphs.folded,
                (_, true) => theme.glyphs.open,
                _ => " ",
            };
            let indent = " ".repeat(node.depth.min(40) * 2);
            let x = text::put(buf, area, (2, y), &format!("{indent}{mark} "), theme.dim);
            let room = usize::from(area.width.saturating_sub(x));
            let style = if under { node.style.patch(theme.under) } else { node.style };
            text::put(buf, area, (x, y), &text::cut(&node.text, room, theme.glyphs.cut), style);
        }
    }

    fn branches(&self, at: usize) -> bool {
        matches!((self.depths.get(at), self.depths.get(at + 1)), (Some(own), Some(next)) if next > own)
    }

    fn parent(&self, at: usize) -> Option<usize> {
        let own = self.depths.get(at)?;
        (0..at).rev().find(|above| self.depths.get(*above).is_some_and(|depth| depth < own))
    }

    fn shown(&self) -> Vec<usize> {
        let (mut shown, mut hidden) = (Vec::new(), usize::MAX);
        for (at, depth) in self.depths.iter().enumerate() {
            if *depth > hidden {
                continue;
            }
            hidden = if self.folded.contains(&at) { *depth } else { usize::MAX };
            shown.push(at);
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use crate::tui::terminal::keys;
    use proptest::prelude::*;

    fn nodes() -> Vec<Node> {
        let node = |depth, text: &str| Node { depth, text: text.into(), style: Style::new() };
        vec![node(0, "集团"), node(1, "采购部"), node(2, "张平"), node(1, "IT"), node(0, "子公司")]
    }

    fn tree(moves: &str) -> Tree {
        let mut tree = Tree::default();
        tree.hold(&nodes());
        for key in keys(moves) {
            tree.press(key);
        }
        tree
    }

    #[test]
    fn branches_fold() {
        let draw =
            |moves| picture(14, 5, |area, buf| tree(moves).view(area, buf, &nodes(), &Theme::default()));
        insta::assert_snapshot!(draw("jj"), @r#"
      ▾ 集团
        ▾ 采购部
    ▌       张平
          IT
        子公司
    "#);
        insta::assert_snapshot!(draw("j<space>"), @r#"
      ▾ 集团
    ▌   ▸ 采购部
          IT
        子公司
    "#);
        insta::assert_snapshot!(draw("jjhhhhj"), @r#"
      ▸ 集团
    ▌   子公司
    "#);
    }

    proptest! {
        #[test]
        fn the_cursor_is_on_a_shown_node(moves in "[hjklgG ]{0,30}", wide in 0u16..60, high in 0u16..20) {
            let tree = tree(&moves);
            prop_assert!(tree.shown().contains(&tree.cursor));
            picture(wide, high, |area, buf| tree.view(area, buf, &nodes(), &Theme::default()));
        }
    }
}
