//! What reading a text comes to, in any format.

use std::ops::Range;

use crate::spec::tree::{NodeId, Span, Tree};

/// A tree, and what was wrong with the text that it was read from.
#[derive(Debug)]
pub(crate) struct Reading {
    /// Everything that could be read.
    pub(crate) tree: Tree,
    /// The keys that are stated again.
    pub(crate) repeated: Vec<Repeated>,
    /// Where the text breaks the grammar of the format.
    pub(crate) faults: Faults,
    /// Whether some values may be missing from the tree altogether.
    pub(crate) in_part: bool,
}

/// A key that its table has already; of the two values the tree holds the first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Repeated {
    /// The first value.
    pub(crate) first: NodeId,
    /// Where the key stands again, if the format can tell.
    pub(crate) again: Option<Span>,
}

/// A place at which a text breaks the grammar of its format.
#[derive(Debug, Clone)]
pub(crate) struct SyntaxFault {
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

/// The faults of a text, the first on each line.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub(crate) list: Vec<SyntaxFault>,
    /// How many there were after those that are kept.
    pub(crate) more: usize,
    /// The line of the last one.
    line: Range<usize>,
}

impl Faults {
    /// How many faults are kept; nobody reads more, and a hostile file could hold one a byte.
    const KEPT: usize = 10_000;

    /// Notes a fault, unless the one before it is on the same line and likely its cause.
    pub(crate) fn note(&mut self, text: &str, span: Span, fault: impl FnOnce() -> SyntaxFault) {
        let at = span.start as usize;
        if self.line.contains(&at) {
            return;
        }
        let (before, after) = text.as_bytes().split_at_checked(at).unwrap_or((text.as_bytes(), &[]));
        let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        let length = after.iter().position(|&byte| byte == b'\n').unwrap_or(after.len());
        self.line = start..at + length + 1;
        if self.list.len() < Self::KEPT {
            self.list.push(fault());
        } else {
            self.more += 1;
        }
    }
}
