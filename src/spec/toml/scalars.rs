//! What a single value says.

use std::borrow::Cow;

use toml_parser::decoder::{Encoding, IntegerRadix, ScalarKind};
use toml_parser::{ErrorSink, ParseError};

use crate::spec::toml::receive::Reader;
use crate::spec::toml::sink::{NUMBER_WITH_SPACES, span};
use crate::spec::tree::{Content, Scalar};

impl Reader<'_> {
    /// Decodes a scalar; broken if it breaks the grammar, which is reported.
    pub(super) fn decode(
        &mut self,
        at: toml_parser::Span,
        encoding: Option<Encoding>,
        error: &mut dyn ErrorSink,
    ) -> Content {
        let raw = self.raw(at, encoding);
        if let Some(message) = misfit(raw.as_str()).filter(|_| encoding.is_none()) {
            error.report_error(ParseError::new(message).with_unexpected(at));
            return Content::Broken;
        }
        let mut decoded = Cow::Borrowed("");
        let mut is_fine = true;
        let kind = raw.decode_scalar(&mut decoded, &mut |fault: ParseError| {
            is_fine = false;
            error.report_error(fault);
        });
        if is_fine && !is_complete(kind, &decoded) {
            is_fine = false;
            error.report_error(ParseError::new(kind.invalid_description()).with_unexpected(at));
        }
        if !is_fine {
            // A text that is not closed may have taken lines in that were meant otherwise.
            self.in_part |= raw.as_str().contains('\n');
            return Content::Broken;
        }
        let start = span(at).start + u32::from(encoding.is_some());
        self.content(kind, &decoded, raw.as_str(), start)
    }

    fn content(&mut self, kind: ScalarKind, decoded: &str, raw: &str, start: u32) -> Content {
        let scalar = match kind {
            ScalarKind::String => Scalar::Text,
            ScalarKind::Boolean(_) => Scalar::Boolean,
            ScalarKind::DateTime => Scalar::DateTime,
            ScalarKind::Float => Scalar::Float,
            ScalarKind::Integer(IntegerRadix::Dec) => Scalar::Integer,
            ScalarKind::Integer(radix) => {
                let number = i128::from_str_radix(decoded, radix.value());
                let text = number.map_or(raw.to_owned(), |number| number.to_string());
                return self.tree.scalar(Scalar::Integer, &text);
            }
        };
        self.tree.slice(decoded, start).map_or(Content::Broken, |slice| Content::Scalar(scalar, slice))
    }
}

/// Says what is wrong with an unquoted value, where the parser would say that it should be a text.
fn misfit(raw: &str) -> Option<&'static str> {
    let is_of_number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'_' | b'.' | b'-' | b'+');
    if raw.is_empty() {
        return Some("the value is missing");
    }
    (raw.contains(' ') && raw.bytes().all(is_of_number)).then_some(NUMBER_WITH_SPACES)
}

/// Returns whether all of a number is one: the parser leaves some characters to whoever reads the digits.
fn is_complete(kind: ScalarKind, decoded: &str) -> bool {
    let unsigned = decoded.strip_prefix(['+', '-']).unwrap_or(decoded);
    match kind {
        ScalarKind::Integer(radix) => {
            !unsigned.is_empty() && unsigned.chars().all(|c| c.is_digit(radix.value()))
        }
        ScalarKind::Float => decoded.parse::<f64>().is_ok(),
        ScalarKind::String | ScalarKind::Boolean(_) | ScalarKind::DateTime => true,
    }
}
