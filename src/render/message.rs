//! The sentence of a finding: its template, with the facts in their places.

use std::fmt::{self, Write};

use crate::check::{Finding, Value};
use crate::org::{Org, Subject};

/// How many items of a list are written out before "and 3 more".
const LISTED: usize = 6;

impl Finding {
    /// Returns the sentence: lower case, no final stop, ids in backticks, amounts with their currency.
    #[must_use]
    pub fn message(&self, org: &Org) -> String {
        fill(self.template(), self, org)
    }

    /// Returns how to mend it, if the rule says so.
    #[must_use]
    pub fn help_text(&self, org: &Org) -> Option<String> {
        (!self.help_template().is_empty()).then(|| fill(self.help_template(), self, org))
    }
}

/// Puts the facts in the places that a template gives them; a place without a fact stays as it is written.
fn fill(template: &str, finding: &Finding, org: &Org) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        let at = Value::Subject(finding.subject());
        match if name == "at" { Some(&at) } else { finding.get(name) } {
            Some(value) => write_value(&mut text, value, org).unwrap_or_default(),
            None => text.extend(["{", name, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

fn write_value(text: &mut String, value: &Value, org: &Org) -> fmt::Result {
    match value {
        Value::Subject(subject) => write_subject(text, *subject, org),
        Value::Person(id) => write!(text, "`{id}`"),
        Value::Money(money) => write!(text, "{}", org.display(*money)),
        Value::Count(1, one, _) => write!(text, "1 {one}"),
        Value::Count(count, _, many) => write!(text, "{count} {many}"),
        Value::Date(date) => write!(text, "{date}"),
        Value::Quantity(quantity) => write!(text, "{quantity}"),
        Value::Word(word) => text.write_str(word),
        Value::Text(word) => write!(text, "`{word}`"),
        Value::List(values) => write_list(text, values, org),
    }
}

fn write_subject(text: &mut String, subject: Subject, org: &Org) -> fmt::Result {
    match subject {
        Subject::Org => text.write_str("the org"),
        Subject::Position(ix) => write!(text, "`{}`", org.position_at(ix).id()),
        Subject::Channel(ix) => write!(text, "`{}`", org.channel_at(ix).id()),
        Subject::Role(ix) => write!(text, "`{}`", org.role_at(ix).id()),
        Subject::Outcome(ix) => write!(text, "`{}`", org.outcome_at(ix).id()),
        Subject::Kpi(ix) => write!(text, "`{}`", org.kpi_at(ix).id()),
        Subject::Waiver(ix) => write!(text, "waiver {}", ix.index() + 1),
        Subject::Delegation(ix) => {
            let delegation = org.delegation_at(ix);
            write!(text, "the delegation from `{}` to `{}`", delegation.from().id(), delegation.to().id())?;
            match delegation.channel() {
                Some(channel) => write!(text, " for `{}`", channel.id()),
                None => Ok(()),
            }
        }
    }
}

/// Writes "a, b and c", of a long list "a, b, … and 7 more".
fn write_list(text: &mut String, values: &[Value], org: &Org) -> fmt::Result {
    // One more than fits is written out: "and 1 more" would take as much room.
    let shown = if values.len() <= LISTED + 1 { values.len() } else { LISTED };
    for (index, value) in values.iter().take(shown).enumerate() {
        text.push_str(match index {
            0 => "",
            _ if index + 1 == values.len() => " and ",
            _ => ", ",
        });
        write_value(text, value, org)?;
    }
    match values.len() - shown {
        0 => Ok(()),
        more => write!(text, " and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::OrgBuilder;

    fn message(template: &'static str, value: Value) -> String {
        let org = OrgBuilder::new("Test", "EUR").build().unwrap();
        Finding::at(Subject::Org).fact("x", value).says(template).message(&org)
    }

    #[test]
    fn facts_go_to_their_places_and_unknown_places_stay() {
        assert_eq!(
            message("{at} has {x}, {y} and {", Value::count(1, "seat", "seats")),
            "the org has 1 seat, {y} and {"
        );
    }

    #[test]
    fn a_long_list_is_cut_and_counted() {
        let list = |n: usize| Value::List((0..n).map(|i| Value::Text(i.to_string().into())).collect());
        assert_eq!(message("{x}", list(0)), "");
        assert_eq!(message("{x}", list(2)), "`0` and `1`");
        assert_eq!(message("{x}", list(7)), "`0`, `1`, `2`, `3`, `4`, `5` and `6`");
        assert_eq!(message("{x}", list(8)), "`0`, `1`, `2`, `3`, `4`, `5` and 2 more");
    }

    #[test]
    fn a_fact_that_looks_like_a_place_is_not_filled_again() {
        assert_eq!(message("{x}", Value::Text("{at}".into())), "`{at}`");
    }
}
