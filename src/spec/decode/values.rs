//! Readers of single values.

use std::str::FromStr;

use crate::calendar::{Date, Interval, MonthDay, parse_date};
use crate::id::{ID_MAX_LEN, IdError};
use crate::money::{Amount, Quantity};
use crate::org::{FailsWith, Path};
use crate::spec::decode::fields::Fields;
use crate::spec::decode::problem::Decoder;
use crate::spec::fault::{SpecFault, clipped};
use crate::spec::tree::{Node, Value};
use crate::words::UnknownWord;

fn as_text<'t>(cx: &mut Decoder, node: Node<'t>, expected: &'static str) -> Option<&'t str> {
    let Value::Text(text) = node.value() else {
        cx.wrong_type(node, expected);
        return None;
    };
    Some(text)
}

/// Returns what was parsed, or notes why it was not.
fn noted<T, E: Into<SpecFault>>(cx: &mut Decoder, node: Node<'_>, parsed: Result<T, E>) -> Option<T> {
    parsed.map_err(|error| cx.value(node, error)).ok()
}

/// Reads a text.
pub(crate) fn text(cx: &mut Decoder, node: Node<'_>) -> Option<String> {
    as_text(cx, node, "a text").map(str::to_owned)
}

/// Reads a text that names something.
///
/// Whether there is such a thing is for the builder to say; a text too long for any id is refused here, since
/// messages would repeat it and suggestions would compare it with every id there is.
pub(crate) fn id(cx: &mut Decoder, node: Node<'_>) -> Option<String> {
    let text = as_text(cx, node, "a text")?;
    if ID_MAX_LEN < text.len() {
        cx.value(node, IdError::TooLong);
        return None;
    }
    Some(text.to_owned())
}

/// Reads an id of a list, whose other items keep their places if it is none.
pub(crate) fn id_or_empty(cx: &mut Decoder, node: Node<'_>) -> String {
    id(cx, node).unwrap_or_default()
}

/// Reads a word of a closed vocabulary.
pub(crate) fn word<T: FromStr<Err = UnknownWord>>(cx: &mut Decoder, node: Node<'_>) -> Option<T> {
    let text = as_text(cx, node, "a word in quotes")?;
    noted(cx, node, text.parse())
}

/// Reads an amount of money; what it is worth depends on the currency and is not looked at.
pub(crate) fn amount(cx: &mut Decoder, node: Node<'_>) -> Option<Amount> {
    match node.value() {
        Value::Text(text) => Some(text.into()),
        Value::Integer(text) => {
            let expected = "an amount of at most 9,223,372,036,854,775,807";
            let amount = text.parse::<i64>().map(Amount::from);
            noted(cx, node, amount.map_err(|_| SpecFault::OutOfRange { expected, text: clipped(text) }))
        }
        Value::Float(text) => {
            cx.value(node, SpecFault::FloatAmount { text: clipped(text) });
            None
        }
        _ => {
            cx.wrong_type(node, "an amount: whole major units, or a decimal in quotes");
            None
        }
    }
}

/// Reads a number that is not money.
pub(crate) fn quantity(cx: &mut Decoder, node: Node<'_>) -> Option<Quantity> {
    match node.value() {
        Value::Text(text) | Value::Integer(text) | Value::Float(text) => noted(cx, node, text.parse()),
        _ => {
            cx.wrong_type(node, "a number");
            None
        }
    }
}

/// Reads a whole number, 0 or more.
pub(crate) fn count(cx: &mut Decoder, node: Node<'_>) -> Option<u32> {
    const EXPECTED: &str = "a whole number, 0 or more";
    let Value::Integer(text) = node.value() else {
        cx.wrong_type(node, EXPECTED);
        return None;
    };
    let parsed = text.parse::<u32>();
    noted(cx, node, parsed.map_err(|_| SpecFault::OutOfRange { expected: EXPECTED, text: clipped(text) }))
}

/// Reads how many of several must fail.
pub(crate) fn fails_with(cx: &mut Decoder, node: Node<'_>) -> Option<FailsWith> {
    const EXPECTED: &str = "`any`, `all`, or how many";
    match node.value() {
        Value::Text("any") => Some(FailsWith::Any),
        Value::Text("all") => Some(FailsWith::All),
        Value::Text(text) => {
            cx.value(node, UnknownWord::new("way to fail", text, &["any", "all"]));
            None
        }
        Value::Integer(_) => count(cx, node).map(FailsWith::AtLeast),
        _ => {
            cx.wrong_type(node, EXPECTED);
            None
        }
    }
}

/// Reads a date, written as a date of the format or as a text.
pub(crate) fn date(cx: &mut Decoder, node: Node<'_>) -> Option<Date> {
    match node.value() {
        Value::Text(text) => noted(cx, node, parse_date(text)),
        Value::DateTime(text) if !text.contains(':') => noted(cx, node, parse_date(text)),
        _ => {
            cx.wrong_type(node, "a date such as `2026-12-31`");
            None
        }
    }
}

/// Reads a stretch of days, `{ from, until }`; an end that is left out is open.
pub(crate) fn interval(cx: &mut Decoder, node: Node<'_>) -> Option<Interval> {
    let mut fields = Fields::of(cx, node);
    let from = fields.optional("from", date);
    let until = fields.optional("until", date);
    fields.finish();
    Interval::new(from, until).map_err(|error| cx.value(node, error)).ok()
}

/// Reads a day of the year.
pub(crate) fn month_day(cx: &mut Decoder, node: Node<'_>) -> Option<MonthDay> {
    let text = as_text(cx, node, "a day of the year such as `\"07-01\"`")?;
    noted(cx, node, text.parse())
}

/// Reads a path.
pub(crate) fn path(cx: &mut Decoder, node: Node<'_>) -> Option<Path> {
    let text = as_text(cx, node, "a path such as `\"positions.dmm\"`")?;
    noted(cx, node, text.parse())
}
