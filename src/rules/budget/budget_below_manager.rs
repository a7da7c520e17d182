//! `BUD005`, budget-below-manager.

use crate::check::{Context, Finding};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds budgets of positions whose role class may not hold one, such as specialists (S12 S13).
    ///
    /// ## Why it matters
    /// A budget is set and allocated by whoever is accountable for its return: a DMM or an executive. A specialist
    /// spends within limits that the DMM sets, and a budget of the specialist's own has none.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").budget(1_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("budget-below-manager").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 1_000_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("budget-below-manager").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A budget of zero, and the class `external`, of whom the org says nothing.
    pub struct BudgetBelowManager {
        code: "BUD005",
        name: "budget-below-manager",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        let Some(budget) = position.budget().filter(|budget| !budget.is_zero()) else { continue };
        let class = position.class();
        if class.facts().may_hold_budget.is_allowed() || class == RoleClass::External {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("budget")
                .fact("class", class)
                .fact("budget", budget)
                .says("{at} is a {class} and holds a budget of {budget}")
                .help("grant the budget to a manager, who delegates to {at} within limits"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::role::RoleClass;
    use crate::rules::testing::fields;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "budget-below-manager";

    #[test]
    fn a_specialist_with_a_budget_is_found() {
        let org = org(|org| {
            org.position("seo", "senior-specialist").holder("budi").budget("1000000.50");
        });
        assert_eq!(
            findings(&org, RULE),
            ["`seo` is a senior-specialist and holds a budget of IDR 1,000,000.50"]
        );
        assert_eq!(fields(&org, RULE), ["budget"]);
    }

    #[test]
    fn the_role_class_says_who_may_hold_one() {
        for class in RoleClass::ALL {
            let org = org(|org| {
                org.role("house-role").class(*class);
                org.position("seat", "house-role").holder("budi").budget(1);
            });
            let below =
                matches!(class, RoleClass::SeniorSpecialist | RoleClass::Specialist | RoleClass::Contributor);
            assert_eq!(findings(&org, RULE).len(), usize::from(below), "{class}");
        }
    }

    #[test]
    fn a_vacant_seat_is_found_too() {
        let org = org(|org| {
            org.position("seo", "specialist").budget(1);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn a_budget_of_zero_and_a_delegation_are_left_alone() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(100);
            org.position("seo", "specialist").holder("budi").reports_to("dmm").budget(0);
            org.delegation("dmm", "seo", 100);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
