//! The text report: findings by rule, most severe first, each with its place; then what is waived, then a summary.

use std::fmt::{self, Display};

use crate::check::{Report, Reported, Summary};
use crate::org::{Level, Org};
use crate::plain::Plain;
use crate::render::paint::{BLUE, BOLD, CYAN, Colour, GREEN, RED, YELLOW};
use crate::render::places::Places;

/// How many findings of one rule are written out before the rest is counted.
const SHOWN: usize = 20;

/// A report as text.
///
/// ```
/// use bagan::{OrgBuilder, check, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("seo", "specialist").holder("budi");
/// let org = org.build()?;
/// let report = check(&org, parse_date("2026-07-01")?).to_string();
/// assert!(report.contains("`seo` is a specialist and reports to nobody"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct TextReport<'r, 'o> {
    report: &'r Report<'o>,
    file: Option<&'r dyn Places>,
    colour: Colour,
}

impl fmt::Debug for TextReport<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TextReport")
            .field("report", &self.report)
            .field("colour", &self.colour)
            .finish_non_exhaustive()
    }
}

impl<'r, 'o> TextReport<'r, 'o> {
    /// Makes the text of a report: plain, and with paths for places.
    #[must_use]
    pub fn new(report: &'r Report<'o>) -> Self {
        Self { report, file: None, colour: Colour::Never }
    }

    /// Shows each place in the file that the org came from: its line, with a caret.
    #[must_use]
    pub fn file(mut self, file: &'r dyn Places) -> Self {
        self.file = Some(file);
        self
    }

    /// Says whether the text is coloured.
    #[must_use]
    pub fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    fn write_rule(&self, f: &mut fmt::Formatter<'_>, found: &[Reported]) -> fmt::Result {
        let Some(first) = found.first() else { return Ok(()) };
        let style = match first.level {
            Level::Deny => RED,
            _ => YELLOW,
        };
        let level = self.colour.paint(style, first.level);
        let name = self.colour.paint(BOLD, first.rule.name);
        let count = counted(found.len(), "finding", "findings");
        writeln!(f, "{level} {name} ({}): {count}", first.rule.code)?;
        for reported in found.iter().take(SHOWN) {
            self.write_finding(f, reported)?;
        }
        match found.len().checked_sub(SHOWN) {
            None | Some(0) => {}
            Some(more) => writeln!(f, "  … and {more} more like these")?,
        }
        writeln!(f)
    }

    fn write_finding(&self, f: &mut fmt::Formatter<'_>, found: &Reported) -> fmt::Result {
        let org = self.report.org();
        writeln!(f, "  {}", self.colour.paint(BOLD, plain(&found.finding.message(org))))?;
        self.write_place(f, org, found)?;
        match found.finding.help_text(org) {
            Some(help) => writeln!(f, "     {} {}", self.colour.paint(CYAN, "help:"), plain(&help)),
            None => Ok(()),
        }
    }

    fn write_place(&self, f: &mut fmt::Formatter<'_>, org: &Org, found: &Reported) -> fmt::Result {
        let path = found.path(org);
        match self.file.and_then(|file| file.place(&path)) {
            Some(place) => place.snippet.lines().try_for_each(|line| writeln!(f, "  {line}")),
            None if path.is_root() => Ok(()),
            None => writeln!(f, "  {} {}", self.colour.paint(BLUE, "-->"), plain(&path.to_string())),
        }
    }

    fn write_waived(&self, f: &mut fmt::Formatter<'_>, waived: &[Reported]) -> fmt::Result {
        if waived.is_empty() {
            return Ok(());
        }
        writeln!(f, "{}", self.colour.paint(BOLD, "waived"))?;
        for found in waived {
            let message = plain(&found.finding.message(self.report.org()));
            writeln!(f, "  {} ({}): {message}", found.rule.name, found.rule.code)?;
            if let Some(waiver) = self.report.waiver(found) {
                write!(f, "     {}", plain(&waiver.reason))?;
                if let Some(owner) = &waiver.owner {
                    write!(f, " (`{}`)", plain(owner))?;
                }
                match waiver.until {
                    Some(until) => writeln!(f, ", until {until}")?,
                    None => writeln!(f)?,
                }
            }
        }
        writeln!(f)
    }
}

impl Display for TextReport<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let findings = self.report.findings();
        let open = findings.partition_point(|found| found.waived.is_none());
        let (open, waived) = findings.split_at_checked(open).unwrap_or_default();
        for found in open.chunk_by(|a, b| a.rule.code == b.rule.code) {
            self.write_rule(f, found)?;
        }
        self.write_waived(f, waived)?;
        let Summary { positions, deny, warn, waived } = self.report.summary();
        let verdict = match (deny, warn) {
            (0, 0) => self.colour.paint(GREEN, "clean"),
            (0, _) => self.colour.paint(YELLOW, "passed with warnings"),
            _ => self.colour.paint(RED, "failed"),
        };
        let warnings = counted(warn, "warning", "warnings");
        writeln!(f, "{verdict}: {deny} denied, {warnings}, {waived} waived")?;
        writeln!(
            f,
            "checked `{}`: {}, as of {}, profile {}",
            plain(self.report.org().name()),
            counted(positions, "position", "positions"),
            self.report.as_of(),
            self.report.profile(),
        )
    }
}

/// Returns a text without what a terminal would obey rather than show: reasons and names are the user's.
pub(super) fn plain(text: &str) -> String {
    Plain(text).to_string()
}

pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}

impl Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        TextReport::new(self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::{Path, Waiver};
    use crate::testing::{org, today};

    fn report(state: impl FnOnce(&mut crate::org::OrgBuilder)) -> String {
        crate::rules::check(&org(state), today()).to_string()
    }

    #[test]
    fn a_clean_org_says_so_in_two_lines() {
        let text = report(|org| {
            org.position("cmo", "cmo").holder("sari");
        });
        assert_eq!(
            text,
            "clean: 0 denied, 0 warnings, 0 waived\nchecked `Test`: 1 position, as of 2026-07-01, profile scale-up\n"
        );
    }

    #[test]
    fn of_many_findings_of_one_rule_the_first_are_shown_and_the_rest_counted() {
        let text = report(|org| {
            for number in 0..=SHOWN {
                org.position(&format!("seat-{number:02}"), "specialist").holder("sari");
            }
        });
        assert!(text.contains("deny specialist-outside-line (RPT001): 21 findings\n"), "{text}");
        assert!(text.contains("`seat-19`") && text.contains("  … and 1 more like these\n"), "{text}");
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_as_a_sign() {
        let text = report(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            let at = Path::new().key("positions").key("dmm");
            org.waiver(Waiver::new("manager-without-executive", at, "\u{1b}[2Jall is well").owner("\u{7}"));
        });
        assert!(text.contains("\u{FFFD}[2Jall is well (`\u{FFFD}`)") && !text.contains('\u{1b}'), "{text}");
    }

    #[test]
    fn colour_is_added_on_request_alone() {
        let org = org(|org| {
            org.position("seo", "specialist").holder("budi");
        });
        let report = crate::rules::check(&org, today());
        assert!(!TextReport::new(&report).to_string().contains('\u{1b}'));
        assert!(
            TextReport::new(&report).colour(Colour::Always).to_string().contains("\u{1b}[1;31mdeny\u{1b}[0m")
        );
    }
}
