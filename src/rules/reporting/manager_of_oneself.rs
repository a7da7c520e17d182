//! `RPT009`, manager-of-oneself.

use crate::check::{Context, Finding, Value};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds reporting lines with one person at both ends, as holder or standing in: a policy of this crate.
    ///
    /// ## Why it matters
    /// Whoever reports to themselves sets their own limits, approves their own spend and judges their own
    /// result. Separation of duties divides such functions among different people, so that power is not abused
    /// without a second one (NIST SP 800-53, [AC-5](https://cloud.ibm.com/docs/framework-financial-services-controls?topic=framework-financial-services-controls-ac-5)).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("rina").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-of-oneself").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-of-oneself").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Somebody with two positions, neither of which reports to the other; whoever is named as acting for a
    /// position that has a holder; dotted lines. Startups, unless they ask for it.
    pub struct ManagerOfOneself {
        code: "RPT009",
        name: "manager-of-oneself",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        let Some(manager) = position.manager() else { continue };
        if !position.shares_person_with(manager) {
            continue;
        }
        let Some(person) = position.occupant() else { continue };
        cx.report(
            Finding::at(position)
                .field("reports-to")
                .fact("person", Value::person(person))
                .fact("manager", manager)
                .says("{person} fills both {at} and {manager}, to which {at} reports")
                .help("give one of the two to somebody else, let {at} report elsewhere, or join the two"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "manager-of-oneself";

    #[test]
    fn a_holder_of_both_ends_is_found() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("seo", "specialist").holder("rina").reports_to("dmm");
            org.position("ppc", "specialist").holder("agus").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), ["`rina` fills both `seo` and `dmm`, to which `seo` reports"]);
    }

    #[test]
    fn standing_in_counts_at_either_end() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("dmm", "digital-marketing-manager").acting("sari").reports_to("cmo");
            org.position("seo", "specialist").holder("sari").reports_to("dmm");
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`sari` fills both `dmm` and `cmo`, to which `dmm` reports",
                "`sari` fills both `seo` and `dmm`, to which `seo` reports"
            ]
        );
    }

    #[test]
    fn who_would_stand_in_for_a_present_holder_does_not_count() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").acting("dewi");
            org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn two_vacant_seats_two_steps_and_a_dotted_line_are_left_alone() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("dmm", "digital-marketing-manager").reports_to("cmo");
            org.position("seo", "specialist").reports_to("dmm");
            org.position("ppc", "specialist").holder("sari").reports_to("dmm").dotted_lines(["cmo"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
