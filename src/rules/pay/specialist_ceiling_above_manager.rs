//! `PAY002`, specialist-ceiling-above-manager.

use crate::check::{Context, Finding};
use crate::pay::{ceilings, lowest_manager_ceiling};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds bands of specialist roles, senior ones included, that end above the band of a DMM's role (S24).
    ///
    /// Each is compared with the manager's role whose band ends lowest.
    ///
    /// ## Why it matters
    /// A specialist's pay is competitive within the field, and has a lower ceiling than the manager's. Where it has
    /// not, the step to DMM takes on the larger risk for less, and nobody who can count takes it (S20).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("lead-specialist").pay_band(168_000_000, 204_000_000, 500_000_000);
    /// org.role("digital-marketing-manager").pay_band(300_000_000, 390_000_000, 480_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-ceiling-above-manager").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("lead-specialist").pay_band(168_000_000, 204_000_000, 240_000_000);
    /// org.role("digital-marketing-manager").pay_band(300_000_000, 390_000_000, 480_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-ceiling-above-manager").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Roles without a band; two ceilings that are the same.
    pub struct SpecialistCeilingAboveManager {
        code: "PAY002",
        name: "specialist-ceiling-above-manager",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some((manager, lower)) = lowest_manager_ceiling(cx.org()) else { return };
    for (role, ceiling) in ceilings(cx.org()).filter(|(role, _)| role.class().is_specialist()) {
        if ceiling <= lower {
            continue;
        }
        cx.report(
            Finding::at(role)
                .field("pay-band.maximum")
                .fact("ceiling", ceiling)
                .fact("manager", manager)
                .fact("lower", lower)
                .says("the band of {at} ends at {ceiling}, above that of {manager}, which ends at {lower}")
                .help("lower the maximum of {at}, or raise that of {manager}"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::role::RoleClass;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "specialist-ceiling-above-manager";

    fn roles(ceiling: i64) -> Vec<String> {
        let org = org(|org| {
            org.role("lead-specialist").pay_band(100, 150, ceiling);
            org.role("digital-marketing-manager").pay_band(200, 300, 400);
            org.role("brand-manager").class(RoleClass::Manager).pay_band(200, 300, 350);
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_ceiling_above_the_lowest_of_the_managers_is_found_and_at_it_is_not() {
        assert_eq!(
            roles(351),
            [
                "the band of `lead-specialist` ends at IDR 351, above that of `brand-manager`, which ends at IDR 350"
            ]
        );
        assert_eq!(roles(350), [""; 0]);
    }

    #[test]
    fn bands_of_one_side_alone_and_those_of_others_are_left_alone() {
        let org = org(|org| {
            org.role("specialist").pay_band(100, 150, 999);
            org.role("copywriter").pay_band(100, 150, 999);
            org.role("cmo").pay_band(10, 20, 30);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_band_that_is_no_band_is_for_another_rule() {
        let org = org(|org| {
            org.role("specialist").pay_band(100, 150, 500);
            org.role("digital-marketing-manager").pay_band(600, 300, 400);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
