//! Lines of TOML, one value at a time.

use std::fmt::Write;

use toml_writer::{WriteTomlKey, WriteTomlValue};

use crate::calendar::Date;
use crate::money::{Amount, Quantity};

/// A TOML file that is being written.
#[derive(Debug, Default)]
pub(super) struct Layout {
    text: String,
    /// Whether values go into an inline table, and whether one is there already.
    inline: Option<Inline>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inline {
    Empty,
    Begun,
}

impl Layout {
    /// Returns the file.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Writes `[a.b]` after a blank line.
    pub(super) fn header(&mut self, keys: &[&str]) {
        self.text.push_str("\n[");
        for (index, key) in keys.iter().enumerate() {
            self.text.push_str(if index == 0 { "" } else { "." });
            self.bare(|text| key.write_toml_key(text));
        }
        self.text.push_str("]\n");
    }

    /// Writes `[[a]]` after a blank line.
    pub(super) fn item_header(&mut self, key: &str) {
        self.text.push_str("\n[[");
        self.text.push_str(key);
        self.text.push_str("]]\n");
    }

    /// Writes a text.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.entry(key, |out| out.bare(|text| value.write_toml_value(text)));
    }

    /// Writes a text, if there is one.
    pub(super) fn optional_text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// Writes a word, if there is one.
    pub(super) fn word(&mut self, key: &str, word: Option<&'static str>) {
        self.optional_text(key, word);
    }

    /// Writes a list of texts.
    pub(super) fn list<T: AsText>(&mut self, key: &str, items: &[T]) {
        self.entry(key, |out| {
            out.text.push('[');
            for (index, item) in items.iter().enumerate() {
                out.text.push_str(if index == 0 { "" } else { ", " });
                out.bare(|text| item.as_text().write_toml_value(text));
            }
            out.text.push(']');
        });
    }

    /// Writes a list of texts, unless it is empty.
    pub(super) fn list_if_any<T: AsText>(&mut self, key: &str, items: &[T]) {
        if !items.is_empty() {
            self.list(key, items);
        }
    }

    /// Writes a whole number.
    pub(super) fn integer(&mut self, key: &str, value: impl Into<i64>) {
        let value = value.into();
        self.entry(key, |out| out.text.push_str(&grouped(&value.to_string())));
    }

    /// Writes an amount, if there is one.
    pub(super) fn amount(&mut self, key: &str, amount: Option<&Amount>) {
        match amount {
            Some(Amount::Major(units)) => self.integer(key, *units),
            Some(amount @ (Amount::Decimal(_) | Amount::Minor(_))) => self.text(key, &amount.to_string()),
            None => {}
        }
    }

    /// Writes a number, if there is one: as such if TOML can hold it, else as text.
    pub(super) fn quantity(&mut self, key: &str, value: Option<Quantity>) {
        let Some(value) = value else { return };
        let text = value.to_string();
        if let Ok(whole) = text.parse::<i64>() {
            return self.integer(key, whole);
        }
        let float = text.parse::<f64>().map(|float| float.to_string());
        if text.contains('.') && float.is_ok_and(|float| float == text) {
            return self.entry(key, |out| out.text.push_str(&text));
        }
        self.text(key, &text);
    }

    /// Writes a date, if there is one.
    pub(super) fn date(&mut self, key: &str, date: Option<Date>) {
        if let Some(date) = date {
            self.entry(key, |out| {
                let _infallible = write!(out.text, "{date}");
            });
        }
    }

    /// Writes an inline table.
    pub(super) fn inline(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.entry(key, |out| {
            out.text.push('{');
            let outer = out.inline.replace(Inline::Empty);
            fill(out);
            let inner = std::mem::replace(&mut out.inline, outer);
            out.text.push_str(if inner == Some(Inline::Begun) { " }" } else { "}" });
        });
    }

    /// Writes a key and a value: on a line of its own, or in the inline table that is open.
    fn entry(&mut self, key: &str, value: impl FnOnce(&mut Self)) {
        if let Some(inline) = &mut self.inline {
            self.text.push_str(if *inline == Inline::Begun { ", " } else { " " });
            *inline = Inline::Begun;
        }
        self.bare(|text| key.write_toml_key(text));
        self.text.push_str(" = ");
        value(self);
        if self.inline.is_none() {
            self.text.push('\n');
        }
    }

    fn bare(&mut self, write: impl FnOnce(&mut String) -> std::fmt::Result) {
        let _infallible = write(&mut self.text);
    }
}

/// What a list of texts holds.
pub(super) trait AsText {
    fn as_text(&self) -> &str;
}

impl AsText for String {
    fn as_text(&self) -> &str {
        self
    }
}

impl AsText for crate::org::OutcomeTopic {
    fn as_text(&self) -> &str {
        self.as_str()
    }
}

impl AsText for crate::role::DecisionRight {
    fn as_text(&self) -> &str {
        self.as_str()
    }
}

/// Puts an underscore between groups of three digits.
fn grouped(number: &str) -> String {
    let digits = number.trim_start_matches('-').len();
    let mut text = String::with_capacity(number.len() + digits / 3);
    let mut left = digits;
    for c in number.chars() {
        let is_digit = c.is_ascii_digit();
        if is_digit && left != digits && left.is_multiple_of(3) {
            text.push('_');
        }
        left -= usize::from(is_digit);
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_from_the_right() {
        for (number, expected) in [
            ("0", "0"),
            ("-1", "-1"),
            ("999", "999"),
            ("1000", "1_000"),
            ("-123456", "-123_456"),
            ("9223372036854775807", "9_223_372_036_854_775_807"),
        ] {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn inline_tables_have_commas_between_and_spaces_at_the_ends() {
        let mut out = Layout::default();
        out.inline("empty", |_| {});
        out.inline("limits", |out| {
            out.integer("day", 1);
            out.text("of week", "2.50");
        });
        out.integer("after", 3);
        assert_eq!(out.finish(), "empty = {}\nlimits = { day = 1, \"of week\" = \"2.50\" }\nafter = 3\n");
    }

    #[test]
    fn a_number_that_a_float_cannot_hold_is_a_text() {
        let mut out = Layout::default();
        for text in ["0.95", "40000", "123456789012345.678901", "99999999999999999999"] {
            out.quantity("n", text.parse().ok());
        }
        let expected = "n = 0.95\nn = 40_000\nn = \"123456789012345.678901\"\nn = \"99999999999999999999\"\n";
        assert_eq!(out.finish(), expected);
    }
}
