//! `CAR003`, no-successor.

use crate::career::Ladder;
use crate::check::{Context, Finding};
use crate::org::{Org, Position};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs with a team in which nobody's role leads to that of a manager (S21, policy).
    ///
    /// The roles of all below count, vacant seats too: the ladder is part of the design, whoever is hired. It may take
    /// several steps, to any role of the class `manager`; a DMM below a DMM is there already.
    ///
    /// ## Why it matters
    /// A specialist's natural path is to DMM. Where nobody below is on it, the seat can be filled from outside alone,
    /// and the team has no career to offer.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
    /// org.position("designer", "graphic-designer").holder("eko").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("no-successor").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("copywriter").next(["digital-marketing-manager"]);
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
    /// org.position("designer", "graphic-designer").holder("eko").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("no-successor").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A DMM without direct reports; executives and leads.
    pub struct NoSuccessor {
        code: "CAR003",
        name: "no-successor",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    // Most teams have somebody right below a manager's role, which is seen without the ladder as a whole.
    if all_have_one_step(cx.org()) {
        return;
    }
    let ladder = Ladder::of(cx.org());
    for position in ladder.without_path_below(RoleClass::Manager) {
        cx.report(
            Finding::at(position)
                .fact("role", position.role())
                .says("nobody below {at} is on a ladder that leads to a manager's role")
                .help("let the `next` of a role below {at} lead to {role}, or have a specialist in the team"),
        );
    }
}

/// Returns whether below every DMM with a team is another, or somebody whose class leads to that of managers.
fn all_have_one_step(org: &Org) -> bool {
    // In pre-order all below a position come right after it: if the next successor is not below, none is.
    let mut successor: Option<Position<'_>> = None;
    for position in org.positions_top_down().rev() {
        let role = position.role();
        let is_manager = role.class() == RoleClass::Manager;
        if is_manager && position.span() != 0 && !successor.is_some_and(|below| position.is_above(below)) {
            return false;
        }
        let by_class = || role.class().facts().next.contains(&RoleClass::Manager);
        if is_manager || role.stated_next().is_none() && by_class() {
            successor = Some(position);
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::role::RoleClass;
    use crate::rules::testing::{findings, helps, org};

    const RULE: &str = "no-successor";

    #[test]
    fn a_team_of_contributors_has_no_successor_and_one_with_a_specialist_has() {
        let org = org(|org| {
            org.position("studio", "digital-marketing-manager").holder("rina");
            org.position("writer", "copywriter").holder("ayu").reports_to("studio");
            org.position("dmm", "digital-marketing-manager").holder("adi");
            org.position("office", "other").holder("tuti").reports_to("dmm");
            org.position("seo", "specialist").reports_to("office");
        });
        assert_eq!(
            findings(&org, RULE),
            ["nobody below `studio` is on a ladder that leads to a manager's role"]
        );
        assert_eq!(
            helps(&org, RULE),
            [
                "let the `next` of a role below `studio` lead to `digital-marketing-manager`, or have a specialist in \
              the team"
            ]
        );
    }

    fn steps(state: impl FnOnce(&mut OrgBuilder)) -> usize {
        let org = org(|org| {
            state(org);
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
        });
        findings(&org, RULE).len()
    }

    #[test]
    fn stated_steps_go_before_those_of_the_class() {
        assert_eq!(steps(|_| ()), 0);
        assert_eq!(steps(|org| _ = org.role("specialist").next([""; 0])), 1);
        assert_eq!(steps(|org| _ = org.role("specialist").next(["other"])), 1);
        assert_eq!(
            steps(|org| _ = org.role("specialist").next(["other", "brand-manager"]).next(["copywriter"])),
            1
        );
    }

    #[test]
    fn the_ladder_may_take_several_steps() {
        let chain = |last: &'static str| {
            steps(|org| {
                org.role("b").class(RoleClass::Specialist).next(["c", "other"]);
                org.role("specialist").next(["b"]);
                org.role("c").class(RoleClass::SeniorSpecialist).next([last]);
                org.role("brand-manager").class(RoleClass::Manager);
            })
        };
        assert_eq!(chain("brand-manager"), 0);
        assert_eq!(chain("copywriter"), 1);
    }

    #[test]
    fn a_dmm_below_a_dmm_is_there_already_and_a_dmm_alone_needs_nobody() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("deputy", "digital-marketing-manager").holder("adi").reports_to("dmm");
            org.position("alone", "digital-marketing-manager").holder("eko");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn steps_of_a_class_lead_on_through_the_roles_of_the_org() {
        let org = org(|org| {
            org.role("vp-of-marketing").next(["digital-marketing-manager"]);
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("director", "director-of-marketing").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn many_roles_in_one_long_ladder_are_walked_without_recursion() {
        let count = 5_000;
        let found = steps(|org| {
            for step in 0..count {
                let next = if step + 1 == count { "copywriter".to_owned() } else { format!("r{}", step + 1) };
                org.role(&format!("r{step}")).class(RoleClass::Specialist).next([next]);
            }
            org.role("specialist").next(["r0"]);
        });
        assert_eq!(found, 1);
    }
}
