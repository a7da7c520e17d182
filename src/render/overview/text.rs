//! The screen: a line a figure, in topics, with what the policy asks of it.

use std::fmt::{self, Display};

use crate::org::Org;
use crate::overview::{Figure, Overview, Topic};
use crate::plain::Plain;
use crate::render::overview::words;
use crate::render::text::counted;

/// One line: label, amount, noun, and what is to be said of it.
struct Line {
    label: String,
    amount: String,
    noun: &'static str,
    note: String,
}

impl Display for Overview<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let org = self.org();
        let positions = counted(org.position_count(), "position", "positions");
        let (on, profile) = (self.as_of(), self.profile());
        writeln!(f, "{}: {positions}, as of {on}, profile {profile}", Plain(org.name()))?;
        self.topics().try_for_each(|(topic, figures)| write_topic(f, org, topic, figures))
    }
}

fn write_topic(f: &mut fmt::Formatter<'_>, org: &Org, topic: Topic, figures: &[Figure<'_>]) -> fmt::Result {
    let lines: Vec<Line> = figures.iter().filter_map(|figure| Line::new(org, figure)).collect();
    let widest = |of: fn(&Line) -> usize| lines.iter().map(of).max().unwrap_or_default();
    let (label, amount) = (widest(|line| line.label.len()), widest(|line| line.amount.len()));
    let noun = widest(|line| line.noun.len());
    writeln!(f, "\n{topic}")?;
    for line in &lines {
        let Line { label: what, amount: much, noun: of, note } = line;
        let text = format!("  {what:<label$}  {much:>amount$} {of:<noun$}  {}", Plain(note));
        writeln!(f, "{}", text.trim_end())?;
    }
    for (why, without) in missing(figures) {
        writeln!(f, "  - {}: {why}", without.join(", "))?;
    }
    Ok(())
}

/// Returns the labels of the figures that cannot be had, by why not.
fn missing(figures: &[Figure<'_>]) -> Vec<(String, Vec<String>)> {
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for figure in figures {
        let Err(missing) = &figure.value else { continue };
        let (why, label) = (missing.to_string(), words::label(figure.name));
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, labels)) => labels.push(label),
            None => reasons.push((why, vec![label])),
        }
    }
    reasons
}

impl Line {
    /// Writes a figure that can be had, or is beyond what the policy asks of it all the same.
    fn new(org: &Org, figure: &Figure<'_>) -> Option<Self> {
        let (label, note) = (words::label(figure.name), note(org, figure));
        match figure.value {
            Ok(value) => Some(Self {
                label,
                amount: words::amount(org, figure.unit, value),
                noun: words::noun(figure.unit, value),
                note,
            }),
            Err(_) if figure.preset.is_some() => Some(Self { label, amount: "-".to_owned(), noun: "", note }),
            Err(_) => None,
        }
    }
}

fn note(org: &Org, figure: &Figure<'_>) -> String {
    let parts = words::parts(org, figure);
    let Some(preset) = &figure.preset else { return parts };
    let bound = words::amount(org, figure.unit, preset.bound);
    let verdict = if preset.holds { "ok" } else { "BEYOND" };
    let colon = if parts.is_empty() { "" } else { ": " };
    format!("{verdict}, {} {bound} ({}){colon}{parts}", preset.side, preset.threshold)
}
