//! JSON: from text to a tree, and from wire structs to text.
//!
//! JSON has no places: the tree knows paths alone. Only where the text breaks the grammar is there a line and a
//! column.

use std::sync::Arc;

use crate::spec::from_serde::Growth;
use crate::spec::reading::{Faults, Reading, Repeated, SyntaxFault};
use crate::spec::tree::Span;
use crate::spec::wire::{OrgSpec, WriteError};

/// Reads a file, up to where it breaks the grammar. The text is shorter than 2 GiB.
pub(crate) fn read(file: &Arc<str>) -> Reading {
    let mut growth = Growth::default();
    let mut deserializer = serde_json::Deserializer::from_str(file);
    let result = growth.read(&mut deserializer).and_then(|()| deserializer.end());
    let mut faults = Faults::default();
    let in_part = result.is_err();
    if let Err(error) = result {
        let span = place(file, error.line(), error.column());
        faults.note(file, span, || fault(span, &error, file));
    }
    let repeated = growth.repeated.into_iter().map(|first| Repeated { first, again: None }).collect();
    Reading { tree: growth.tree, repeated, faults, in_part }
}

/// Returns the stretch of one character that a line and a column of bytes, both from 1, stand for.
fn place(text: &str, line: usize, column: usize) -> Span {
    let line_start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let line_len = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default().len();
    let start = line_start + column.saturating_sub(1).min(line_len);
    let start = (0..=start).rev().find(|&start| text.is_char_boundary(start)).unwrap_or_default();
    let small = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Span { start: small(start), end: small(start + 1) }
}

/// Says what is wrong, without the place, which the library adds to each message.
fn fault(span: Span, error: &serde_json::Error, file: &str) -> SyntaxFault {
    if file.trim_ascii().is_empty() {
        return SyntaxFault { span, message: "the file is empty".to_owned(), help: None };
    }
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let (message, help) = match message.strip_prefix("EOF while parsing ") {
        Some(inside) => (format!("the file ends inside {inside}"), Some("is the file complete?".to_owned())),
        None if message == "trailing comma" => {
            (message.to_owned(), Some("remove the comma before the bracket".to_owned()))
        }
        None if message == "trailing characters" => {
            let help = "a file holds one object and nothing after it".to_owned();
            ("there is more after the end of the object".to_owned(), Some(help))
        }
        None => (message.to_owned(), None),
    };
    SyntaxFault { span, message, help }
}

/// Writes a spec, with an indent of two spaces.
pub(crate) fn write(spec: &OrgSpec) -> Result<String, WriteError> {
    spec.check_writable()?;
    #[expect(
        clippy::expect_used,
        reason = "invariant: texts, numbers and tables with text keys have a form in JSON"
    )]
    let mut text = serde_json::to_string_pretty(spec).expect("a spec that is writable");
    text.push('\n');
    Ok(text)
}
