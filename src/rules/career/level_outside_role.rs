//! `CAR004`, level-outside-role.

use crate::check::{Context, Finding, Value};
use crate::role::Seniority;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions at a career level that their role does not have (S21, S22).
    ///
    /// A role whose lowest level is above the highest has none, and is found itself.
    ///
    /// ## Why it matters
    /// A specialist is an entry-level to mid-level role, a DMM a mid-level to senior one. A senior in an entry-level
    /// role has outgrown it, and whoever is below the role's lowest level carries more than the level is meant for.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, Seniority, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").level(Seniority::Entry);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("level-outside-role").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, Seniority, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").level(Seniority::Mid);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("level-outside-role").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Positions whose level is not stated; roles of which neither the org nor the domain has levels, such as a
    /// copywriter's.
    pub struct LevelOutsideRole {
        code: "CAR004",
        name: "level-outside-role",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let word = |level: Seniority| Value::Word(level.as_str());
    for role in cx.org().stated_roles() {
        let Some((lowest, highest)) = role.stated_levels() else { continue };
        if lowest <= highest {
            continue;
        }
        cx.report(
            Finding::at(role)
                .field("levels")
                .fact("lowest", word(lowest))
                .fact("highest", word(highest))
                .says("the levels of {at} are upside down: the lowest is {lowest}, the highest {highest}")
                .help("state the lower of the two as `lowest`"),
        );
    }
    for position in cx.org().positions() {
        let Some(level) = position.level() else { continue };
        let role = position.role();
        let Some((lowest, highest)) = role.levels() else { continue };
        if highest < lowest || lowest <= level && level <= highest {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("level")
                .fact("level", word(level))
                .fact("role", role)
                .fact("lowest", word(lowest))
                .fact("highest", word(highest))
                .says("{at} is at the level {level}, and {role} goes from {lowest} to {highest}")
                .help("correct the level, give {at} a role that has it, or state the `levels` of {role}"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::role::Seniority::{Entry, Executive, Mid, Senior};
    use crate::rules::testing::{fields, findings, org};

    const RULE: &str = "level-outside-role";

    #[test]
    fn a_level_below_or_above_those_of_the_class_is_found_and_at_its_ends_is_not() {
        let org = org(|org| {
            org.position("a", "specialist").level(Senior);
            org.position("b", "specialist").level(Mid);
            org.position("c", "specialist").level(Entry);
            org.position("d", "digital-marketing-manager").level(Entry);
            org.position("e", "digital-marketing-manager");
            org.position("f", "copywriter").level(Executive);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`a` is at the level senior, and `specialist` goes from entry to mid",
                "`d` is at the level entry, and `digital-marketing-manager` goes from mid to senior"
            ]
        );
        assert_eq!(fields(&org, RULE), ["level"; 2]);
    }

    #[test]
    fn stated_levels_go_before_those_of_the_class() {
        let org = org(|org| {
            org.role("specialist").levels(Senior, Senior);
            org.role("copywriter").levels(Entry, Mid);
            org.position("a", "specialist").level(Senior);
            org.position("b", "copywriter").level(Senior);
        });
        assert_eq!(
            findings(&org, RULE),
            ["`b` is at the level senior, and `copywriter` goes from entry to mid"]
        );
    }

    #[test]
    fn levels_upside_down_are_found_once_at_the_role() {
        let org = org(|org| {
            org.role("specialist").levels(Senior, Mid);
            org.position("a", "specialist").level(Entry);
        });
        assert_eq!(
            findings(&org, RULE),
            ["the levels of `specialist` are upside down: the lowest is senior, the highest mid"]
        );
        assert_eq!(fields(&org, RULE), ["levels"]);
    }
}
