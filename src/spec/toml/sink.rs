//! Where the parser reports what breaks the grammar.

use toml_parser::{ErrorSink, Expected, ParseError};

use crate::spec::reading::{Faults, SyntaxFault};
use crate::spec::tree::Span;

/// The description of a fault that the reader itself reports.
pub(super) const NUMBER_WITH_SPACES: &str = "a number has no spaces in it";

const MULTI_LINE_BASIC: &str = "invalid multi-line basic string";
const MULTI_LINE_LITERAL: &str = "invalid multi-line literal string";

/// Collects the faults of a text.
pub(super) struct Sink<'t> {
    text: &'t str,
    pub(super) faults: Faults,
}

impl<'t> Sink<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, faults: Faults::default() }
    }
}

impl ErrorSink for Sink<'_> {
    fn report_error(&mut self, error: ParseError) {
        let at = place(&error);
        self.faults.note(self.text, at, || SyntaxFault {
            span: at,
            message: message(&error).to_owned(),
            help: help(&error),
        });
    }
}

/// Returns where to point: at what is not closed, rather than at the end of what it takes in.
fn place(error: &ParseError) -> Span {
    let context = error.context().unwrap_or_default();
    match (error.description(), error.expected()) {
        ("unclosed array" | "unclosed inline table", _) => span(context),
        (MULTI_LINE_BASIC | MULTI_LINE_LITERAL, Some([_quote])) => {
            let start = span(context).start;
            Span { start, end: start + 3 }
        }
        _ => span(error.unexpected().unwrap_or(context)),
    }
}

/// Returns a span as the tree counts it.
pub(super) fn span(span: toml_parser::Span) -> Span {
    let small = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Span { start: small(span.start()), end: small(span.end()) }
}

/// Says what is wrong, in place of the parser where that speaks of the grammar.
fn message(error: &ParseError) -> &str {
    match (error.description(), error.expected()) {
        ("invalid basic string" | "invalid literal string", Some([Expected::Literal("\"" | "'")])) => {
            "the text has no closing quote"
        }
        (MULTI_LINE_BASIC | MULTI_LINE_LITERAL, Some([_quote])) => "the text has no closing quotes",
        ("unquoted keys cannot be empty", _) => "a key is missing",
        ("key with no value", _) => "the key has no value",
        (description, _) => description,
    }
}

fn help(error: &ParseError) -> Option<String> {
    match error.description() {
        NUMBER_WITH_SPACES => return Some("group digits with underscores, as in `12_000`".to_owned()),
        "unquoted keys cannot be empty" => return None,
        MULTI_LINE_BASIC => return Some("expected `\"\"\"` at its end".to_owned()),
        MULTI_LINE_LITERAL => return Some("expected `\'\'\'` at its end".to_owned()),
        "string values must be quoted" => return Some("put the text in quotes".to_owned()),
        "invalid unquoted key" => {
            return Some(
                "put a key with other characters than `a-z`, `0-9`, `-` and `_` in quotes".to_owned(),
            );
        }
        _ => {}
    }
    let expected = error.expected()?;
    let (last, others) = expected.split_last()?;
    let others: Vec<String> = others.iter().map(word).collect();
    let or = if others.is_empty() { "" } else { " or " };
    Some(format!("expected {}{or}{}", others.join(", "), word(last)))
}

fn word(expected: &Expected) -> String {
    match expected {
        Expected::Literal("\n") => "the end of the line".to_owned(),
        Expected::Literal(literal) => format!("`{literal}`"),
        Expected::Description(description) => (*description).to_owned(),
        _ => "something else".to_owned(),
    }
}
