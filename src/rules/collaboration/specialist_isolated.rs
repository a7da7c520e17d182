//! `COL003`, specialist-isolated.

use crate::check::{Context, Finding, Value};
use crate::money::Quantity;
use crate::org::{Position, Subject};
use crate::role::RoleClass;
use crate::rules::collaboration::contacts::states_any;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds specialists, senior ones included, who work with too few others in marketing (S19, policy).
    ///
    /// Too few are fewer than the policy asks for: as a rule, none.
    ///
    /// In marketing are other specialists, contributors such as copywriters and graphic designers, and DMMs. A lead and
    /// those whom it leads work together; a specialist reports to a DMM, and that alone is no collaboration. An org that
    /// states of no specialist whom they work with gets one finding, and not one for each.
    ///
    /// ## Why it matters
    /// A specialist works mainly with others in marketing. One who works with nobody makes what fits nothing else, and
    /// leaves with what nobody else knows.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("writer", "copywriter").holder("ayu").works_with(["ppc"]);
    /// org.position("seo", "specialist").holder("budi");
    /// org.position("ppc", "specialist").holder("agus");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-isolated").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("writer", "copywriter").holder("ayu").works_with(["ppc", "seo"]);
    /// org.position("seo", "specialist").holder("budi");
    /// org.position("ppc", "specialist").holder("agus");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-isolated").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `partners-at-least`: with how many others in marketing a specialist should work; 1 in the profiles `scale-up`
    /// and `audited`, 0 in `startup`. That one is enough is ours.
    ///
    /// ## What it leaves alone
    /// Somebody who works with a position of the class `external`, such as an agency, of which the org says nothing. An
    /// org that states no `works-with` at all.
    pub struct SpecialistIsolated {
        code: "COL003",
        name: "specialist-isolated",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let least = cx.settings().partners_at_least;
    if least == 0 || !states_any(cx.org()) {
        return;
    }
    let org = cx.org();
    let specialists = org.positions().filter(|position| position.class().is_specialist());
    let isolated = specialists.clone().filter(|position| is_isolated(*position, least));
    let count = isolated.clone().count();
    if 1 < count && specialists.clone().all(|position| position.works_with().next().is_none()) {
        cx.report(
            Finding::at(Subject::Org)
                .fact("specialists", Value::count(count, "specialist", "specialists"))
                .says("{at} states of none of {specialists} whom they work with")
                .help(
                    "name whom each works with in `works-with`, such as a copywriter or another specialist",
                ),
        );
        return;
    }
    for position in isolated {
        let partners = partners_of(position).take(least as usize).count();
        cx.report(
            Finding::at(position)
                .fact("partners", Value::count(partners, "position", "positions"))
                .fact("least", Quantity::from(i64::from(least)))
                .says("{at} works with {partners} in marketing, and the policy asks for {least}")
                .help(
                    "name whom {at} works with in `works-with`, such as a copywriter or another specialist",
                ),
        );
    }
}

/// Returns whether a specialist works with too few in marketing, and with nobody outside the org.
fn is_isolated(position: Position<'_>, least: u32) -> bool {
    let outside = || position.works_with().any(|other| other.class() == RoleClass::External);
    partners_of(position).take(least as usize).count() != least as usize && !outside()
}

/// Returns with whom in marketing a specialist works, each once.
fn partners_of<'o>(position: Position<'o>) -> impl Iterator<Item = Position<'o>> {
    let in_marketing = move |other: &Position<'o>| {
        let class = other.class();
        class == RoleClass::Manager || position.class().facts().works_with.contains(&class)
    };
    let lead = position.manager().filter(|manager| manager.class().is_specialist());
    let lines = lead.into_iter().chain(position.reports());
    let unnamed = lines.filter(move |other| position.works_with().all(|named| named != *other));
    position.works_with().chain(unnamed).filter(in_marketing)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "specialist-isolated";

    /// What is found of a specialist below a DMM, who names some others.
    fn specialist(works_with: &[&str], least: Option<u32>) -> Vec<String> {
        let org = org(|org| {
            org.position("cmo", "cmo");
            org.position("sales", "head-of-sales");
            org.position("agency", "external");
            org.position("dmm", "digital-marketing-manager").works_with(["cmo", "sales"]);
            org.position("seo", "specialist").reports_to("dmm").works_with(works_with);
            org.position("ppc", "specialist").reports_to("dmm").works_with(["writer", "designer"]);
            org.position("writer", "copywriter");
            org.position("designer", "graphic-designer");
            org.policy_mut().thresholds.partners_at_least = least;
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_specialist_who_works_with_nobody_in_marketing_is_found() {
        let found = ["`seo` works with 0 positions in marketing, and the policy asks for 1"];
        assert_eq!(specialist(&[], None), found);
        assert_eq!(specialist(&["cmo", "sales"], None), found);
        for partner in ["ppc", "writer", "dmm", "agency"] {
            assert_eq!(specialist(&[partner], None), [""; 0], "{partner}");
        }
    }

    #[test]
    fn an_org_that_states_it_of_no_specialist_gets_one_finding() {
        let org = org(|org| {
            org.position("cmo", "cmo");
            org.position("dmm", "digital-marketing-manager").works_with(["cmo"]);
            org.position("seo", "specialist").reports_to("dmm");
            org.position("ppc", "specialist").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), ["the org states of none of 2 specialists whom they work with"]);
    }

    #[test]
    fn the_policy_sets_how_many() {
        assert_eq!(
            specialist(&["writer"], Some(2)),
            ["`seo` works with 1 position in marketing, and the policy asks for 2"]
        );
        assert_eq!(specialist(&["writer", "designer"], Some(2)), [""; 0]);
        assert_eq!(specialist(&[], Some(0)), [""; 0]);
    }

    #[test]
    fn a_lead_and_the_team_work_together_and_whom_both_name_counts_once() {
        let team = |least| {
            let org = org(|org| {
                org.position("lead", "lead-specialist").works_with(["seo"]);
                org.position("seo", "specialist").reports_to("lead");
                org.position("ppc", "specialist").reports_to("lead");
                org.policy_mut().thresholds.partners_at_least = Some(least);
            });
            findings(&org, RULE).len()
        };
        assert_eq!((team(1), team(2), team(3)), (0, 2, 3));
    }

    #[test]
    fn an_org_without_collaboration_is_left_alone() {
        let org = org(|org| {
            org.position("seo", "specialist");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
