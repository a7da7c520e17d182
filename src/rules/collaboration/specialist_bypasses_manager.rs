//! `COL004`, specialist-bypasses-manager.

use std::collections::BTreeSet;

use crate::check::{Context, Finding};
use crate::org::{Org, Position, PositionIx};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds specialists who work with the C-level or a head of department while their manager does not (S18, S19).
    ///
    /// The manager is whom they report to, and the first above who is no specialist: either will do, by `works-with` or
    /// by a line.
    ///
    /// ## Why it matters
    /// Aligning with the company and with other departments is the DMM's part; a specialist works within marketing and
    /// reports to the DMM. Where the contact runs past the manager, promises are made that nobody planned, and the
    /// manager answers for them.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("sales", "head-of-sales").holder("joko");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").works_with(["sales"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-bypasses-manager").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("sales", "head-of-sales").holder("joko");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").works_with(["sales"]);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").works_with(["sales"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-bypasses-manager").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A specialist who reports to that partner, by a solid or a dotted line; one without a manager, or whose manager
    /// is the same person in another seat; partners of the class `external`.
    pub struct SpecialistBypassesManager {
        code: "COL004",
        name: "specialist-bypasses-manager",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    // As a rule there are none, and nothing is to be found out about the managers.
    if !pairs(org).any(|(one, _)| one.class().is_specialist()) {
        return;
    }
    let contacts: BTreeSet<_> = pairs(org).map(|(one, partner)| (one.ix(), partner.ix())).collect();
    let leaders = leaders(org);
    for &(one, partner) in &contacts {
        let (position, partner) = (org.position_at(one), org.position_at(partner));
        let Some(manager) = position.manager().filter(|_| position.class().is_specialist()) else { continue };
        let leader = leaders.get(one.index()).copied().flatten().map(|ix| org.position_at(ix));
        let knows = |above: Position<'_>| {
            contacts.contains(&(above.ix(), partner.ix()))
                || above == partner
                || has_line_to(above, partner)
                || above.shares_person_with(position)
        };
        if knows(manager) || leader.is_some_and(knows) || has_line_to(position, partner) {
            continue;
        }
        let states = position.works_with_stated().any(|named| named == partner);
        cx.report(
            Finding::at(position)
                .field(if states { "works-with" } else { "" })
                .fact("partner", partner)
                .fact("manager", leader.unwrap_or(manager))
                .says("{at} works with {partner}, and {manager}, who leads {at}, does not")
                .help("let {manager} work with {partner}, or take over the contact"),
        );
    }
}

/// Returns who works with somebody whom a DMM works with outside the department, and with whom.
fn pairs(org: &Org) -> impl Iterator<Item = (Position<'_>, Position<'_>)> {
    let outward = |position: Position<'_>| RoleClass::Manager.facts().works_with.contains(&position.class());
    let stated = org.positions().flat_map(|one| one.works_with_stated().map(move |other| (one, other)));
    let both_ways = stated.flat_map(|(one, other)| [(one, other), (other, one)]);
    both_ways.filter(move |(_, partner)| outward(*partner))
}

/// Returns for each position the first above it who is no specialist.
fn leaders(org: &Org) -> Vec<Option<PositionIx>> {
    let mut leaders = vec![None; org.position_count()];
    for position in org.positions_top_down() {
        let leader = position.manager().and_then(|manager| {
            let of_manager = leaders.get(manager.ix().index()).copied().flatten();
            if manager.class().is_specialist() { of_manager } else { Some(manager.ix()) }
        });
        if let Some(slot) = leaders.get_mut(position.ix().index()) {
            *slot = leader;
        }
    }
    leaders
}

fn has_line_to(position: Position<'_>, other: Position<'_>) -> bool {
    position.manager() == Some(other) || position.dotted_lines().any(|line| line == other)
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::rules::testing::{fields, findings, org};

    const RULE: &str = "specialist-bypasses-manager";

    /// What is found of a specialist below a lead and a DMM, who works with the head of sales.
    fn team(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.position("cmo", "cmo");
            org.position("sales", "head-of-sales").works_with(["seo"]);
            org.position("writer", "copywriter").works_with(["seo", "sales"]);
            org.position("lead", "lead-specialist").reports_to("dmm");
            org.position("seo", "specialist").reports_to("lead");
            state(org);
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_contact_that_runs_past_lead_and_dmm_is_found() {
        let found = team(|org| _ = org.position("dmm", "digital-marketing-manager").works_with(["cmo"]));
        assert_eq!(found, ["`seo` works with `sales`, and `dmm`, who leads `seo`, does not"]);
    }

    #[test]
    fn who_reports_to_the_partner_too_bypasses_nobody() {
        for (line, expected) in [("sales", 0), ("cmo", 1)] {
            let org = org(|org| {
                org.position("cmo", "cmo");
                org.position("sales", "head-of-sales").works_with(["seo"]);
                org.position("dmm", "digital-marketing-manager").holder("rina");
                org.position("seo", "specialist").reports_to("dmm").dotted_lines([line]);
            });
            assert_eq!(findings(&org, RULE).len(), expected, "{line}");
        }
    }

    #[test]
    fn whoever_fills_the_seat_above_as_well_bypasses_nobody() {
        for (person, expected) in [("rina", 0), ("budi", 1)] {
            let org = org(|org| {
                org.position("sales", "head-of-sales").works_with(["seo"]);
                org.position("dmm", "digital-marketing-manager").holder("rina");
                org.position("seo", "specialist").holder(person).reports_to("dmm");
            });
            assert_eq!(findings(&org, RULE).len(), expected, "{person}");
        }
    }

    #[test]
    fn a_contact_of_the_dmm_or_of_the_lead_will_do() {
        let dmm = "digital-marketing-manager";
        assert_eq!(team(|org| _ = org.position("dmm", dmm).works_with(["sales"])), [""; 0]);
        assert_eq!(team(|org| _ = org.position("dmm", dmm).reports_to("sales")), [""; 0]);
        assert_eq!(team(|org| _ = org.position("dmm", dmm).dotted_lines(["sales"])), [""; 0]);
        let by_lead = org(|org| {
            org.position("sales", "head-of-sales").works_with(["seo", "lead"]);
            org.position("dmm", dmm);
            org.position("lead", "lead-specialist").reports_to("dmm");
            org.position("seo", "specialist").reports_to("lead");
        });
        assert_eq!(
            findings(&by_lead, RULE),
            ["`lead` works with `sales`, and `dmm`, who leads `lead`, does not"]
        );
    }

    #[test]
    fn who_reports_to_the_partner_bypasses_nobody_and_neither_does_a_root() {
        let org = org(|org| {
            org.position("cmo", "cmo");
            org.position("seo", "specialist").reports_to("cmo").works_with(["cmo"]);
            org.position("ppc", "specialist").works_with(["cmo"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn it_points_at_what_the_specialist_states() {
        let org = org(|org| {
            org.position("sales", "head-of-sales").works_with(["ppc"]);
            org.position("dmm", "digital-marketing-manager");
            org.position("seo", "specialist").reports_to("dmm").works_with(["sales"]);
            org.position("ppc", "specialist").reports_to("dmm");
        });
        assert_eq!(fields(&org, RULE), ["", "works-with"]);
    }
}
