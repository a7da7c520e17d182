//! `RPT001`, specialist-outside-line.

use std::collections::BTreeSet;

use crate::check::{Context, Finding};
use crate::org::{Org, Position, PositionIx};
use crate::role::RoleClass;
use crate::rules::declare_rule;
use crate::rules::reporting::leaders::{is_team, without_manager};

declare_rule! {
    /// Finds specialists who report to neither a DMM nor a senior specialist (S15).
    ///
    /// A senior specialist is a specialist too.
    ///
    /// ## Why it matters
    /// A specialist works independently in the field of expertise, and needs a manager who sets limits and
    /// answers for the result. A specialist below a director, a peer or nobody has neither.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("seo", "specialist").holder("budi").reports_to("cmo");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-outside-line").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-outside-line").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A manager of the class `external`, of whom the org says nothing. A senior below a specialist
    /// (`inverted-line`). A team in whose line no DMM stands, which is one fault (`team-without-manager`).
    pub struct SpecialistOutsideLine {
        code: "RPT001",
        name: "specialist-outside-line",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let mut teams = None;
    for position in org.positions().filter(|position| position.class().is_specialist()) {
        let manager = position.manager();
        if manager.is_some_and(|manager| suits(position, manager)) {
            continue;
        }
        if !teams.get_or_insert_with(|| in_teams(org)).contains(&position.ix()) {
            cx.report(finding(position, manager));
        }
    }
}

/// Returns whether a specialist may report to a manager, or another rule says why not.
fn suits(position: Position<'_>, manager: Position<'_>) -> bool {
    let class = manager.class();
    position.class().facts().reports_to.contains(&class)
        || class == RoleClass::External
        || class.rank() < position.class().rank() && class.rank().is_some()
}

/// Returns the specialists of teams without a manager.
fn in_teams(org: &Org) -> BTreeSet<PositionIx> {
    let led = without_manager(org);
    let teams = led.chunk_by(|one, other| one.leader == other.leader).filter(|led| is_team(org, led));
    teams.flatten().map(|led| led.specialist).collect()
}

fn finding(position: Position<'_>, manager: Option<Position<'_>>) -> Finding {
    let finding = Finding::at(position)
        .fact("class", position.class())
        .help("let {at} report to a DMM or a senior specialist");
    let Some(manager) = manager else {
        return finding.says("{at} is a {class} and reports to nobody");
    };
    finding
        .field("reports-to")
        .fact("manager", manager)
        .says("{at} is a {class} and reports to {manager}, who is neither a DMM nor a senior specialist")
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "specialist-outside-line";

    #[test]
    fn a_specialist_below_a_director_is_found() {
        let org = org(|org| {
            org.position("director", "director-of-marketing").holder("sari");
            org.position("seo", "specialist").holder("budi").reports_to("director");
        });
        assert_eq!(
            findings(&org, RULE),
            ["`seo` is a specialist and reports to `director`, who is neither a DMM nor a senior specialist"]
        );
    }

    #[test]
    fn a_specialist_who_reports_to_nobody_is_found() {
        let org = org(|org| {
            org.position("seo", "specialist").holder("budi");
        });
        assert_eq!(findings(&org, RULE), ["`seo` is a specialist and reports to nobody"]);
    }

    #[test]
    fn a_dmm_and_a_senior_specialist_are_both_right() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
            org.position("seo", "specialist").holder("budi").reports_to("lead");
            org.position("ppc", "specialist").holder("agus").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_senior_below_somebody_else_is_found_and_one_below_a_specialist_is_left_to_another_rule() {
        for (manager, expected) in [("writer", 1), ("seo", 0), ("dmm", 0)] {
            let org = org(|org| {
                org.position("dmm", "digital-marketing-manager").holder("rina");
                org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
                org.position("seo", "specialist").holder("budi").reports_to("dmm");
                org.position("lead", "lead-specialist").holder("dewi").reports_to(manager);
            });
            assert_eq!(findings(&org, RULE).len(), expected, "{manager}");
        }
    }

    #[test]
    fn a_team_without_a_dmm_is_left_to_its_rule_and_one_specialist_alone_is_not() {
        let team = |size: usize| {
            org(|org| {
                org.position("cmo", "cmo").holder("sari");
                for number in 1..=size {
                    org.position(&format!("seo-{number}"), "specialist").reports_to("cmo");
                }
            })
        };
        assert_eq!(findings(&team(1), RULE).len(), 1);
        assert_eq!(findings(&team(2), RULE), [""; 0]);
    }

    #[test]
    fn a_dotted_line_does_not_count() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("cmo", "cmo").holder("sari");
            org.position("seo", "specialist").holder("budi").reports_to("cmo").dotted_lines(["dmm"]);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn a_manager_outside_the_org_is_left_alone() {
        let org = org(|org| {
            org.position("e9", "external").holder("e9");
            org.position("seo", "specialist").holder("budi").reports_to("e9");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
