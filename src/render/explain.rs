//! The explanation of one rule, and the list of all of them.

use std::fmt::{self, Display};

use serde::Serialize;

use crate::check::{Levels, RuleInfo};
use crate::org::{Level, Profile};

/// Returns the explanation of a rule: its code, its levels, and its documentation as Markdown.
///
/// ```
/// let rule = bagan::rules::find("over-delegation").ok_or("no such rule")?;
/// let text = bagan::explain(rule.info()).to_string();
/// assert!(text.starts_with("over-delegation (BUD001)\n"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn explain(rule: &'static RuleInfo) -> Explanation {
    Explanation(rule)
}

/// The explanation of one rule; see [`explain`].
#[derive(Debug, Clone, Copy)]
pub struct Explanation(&'static RuleInfo);

impl Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(rule) = self;
        writeln!(f, "{} ({})", rule.name, rule.code)?;
        for profile in Profile::ALL {
            writeln!(f, "  {profile:<8} {}", rule.levels.of(*profile))?;
        }
        writeln!(f)?;
        for line in rule.docs.lines().filter(|line| !is_hidden(line)) {
            // The space after `///` is not part of the text.
            writeln!(f, "{}", line.strip_prefix(' ').unwrap_or(line))?;
        }
        Ok(())
    }
}

/// Returns whether rustdoc hides a line: it is for the compiler alone.
fn is_hidden(line: &str) -> bool {
    let line = line.trim_start();
    line == "#" || line.starts_with("# ")
}

/// A list of rules, which prints as a table.
#[derive(Debug, Clone, Serialize)]
pub struct RuleList {
    format: u32,
    rules: Vec<RuleRow>,
}

#[derive(Debug, Clone, Serialize)]
struct RuleRow {
    code: &'static str,
    rule: &'static str,
    levels: LevelRow,
    since: &'static str,
    summary: &'static str,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
struct LevelRow {
    startup: Level,
    scale_up: Level,
    audited: Level,
}

impl RuleList {
    /// Makes the list of some rules, in the order given.
    #[must_use]
    pub fn new(rules: impl IntoIterator<Item = &'static RuleInfo>) -> Self {
        let row = |rule: &RuleInfo| {
            let Levels { startup, scale_up, audited } = rule.levels;
            RuleRow {
                code: rule.code,
                rule: rule.name,
                levels: LevelRow { startup, scale_up, audited },
                since: rule.since,
                summary: rule.summary(),
            }
        };
        Self { format: 1, rules: rules.into_iter().map(row).collect() }
    }

    /// Writes the list as a Markdown table.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let heading =
            "| code | rule | startup | scale-up | audited | what it finds |\n|---|---|---|---|---|---|\n";
        let row = |row: &RuleRow| {
            let RuleRow { code, rule, levels: LevelRow { startup, scale_up, audited }, summary, .. } = row;
            format!("| {code} | `{rule}` | {startup} | {scale_up} | {audited} | {summary} |\n")
        };
        std::iter::once(heading.to_owned()).chain(self.rules.iter().map(row)).collect()
    }

    /// Writes the list as indented JSON text.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings and numbers alone: nothing here can fail to serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Display for RuleList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.rules.iter().map(|row| row.rule.len()).max().unwrap_or_default();
        writeln!(
            f,
            "{:<7} {:<width$} {:<8} {:<8} {:<8} what it finds",
            "code", "rule", "startup", "scale-up", "audited"
        )?;
        for RuleRow { code, rule, levels, summary, .. } in &self.rules {
            let LevelRow { startup, scale_up, audited } = levels;
            writeln!(f, "{code:<7} {rule:<width$} {startup:<8} {scale_up:<8} {audited:<8} {summary}")?;
        }
        Ok(())
    }
}
