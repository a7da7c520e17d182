//! `BUD003`, delegation-off-line.

use crate::check::{Context, Finding};
use crate::org::Delegation;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds delegations whose delegator is not above the delegate in the solid line (S13).
    ///
    /// Any distance will do: a CMO may delegate to a specialist two layers down. A dotted line does not count, and
    /// a delegation that is still to begin does.
    ///
    /// ## Why it matters
    /// Limits are set by whoever leads the specialist and answers for the result. Money that goes sideways or
    /// upwards escapes that person, who can neither see the spend nor stop it.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("sales", "head-of-sales").holder("bambang").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("sales", "seo", 400_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("delegation-off-line").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("sales", "head-of-sales").holder("bambang");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("delegation-off-line").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A delegation that has ended: `expired-delegation` finds it.
    pub struct DelegationOffLine {
        code: "BUD003",
        name: "delegation-off-line",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for delegation in cx.org().delegations() {
        if delegation.is_down_the_line() || delegation.has_ended(cx.as_of()) {
            continue;
        }
        cx.report(finding(delegation));
    }
}

fn finding(delegation: Delegation<'_>) -> Finding {
    let (from, to) = (delegation.from(), delegation.to());
    let finding = Finding::at(delegation).field("from").fact("from", from).fact("to", to);
    if to.is_above(from) {
        return finding
            .says("{at} runs up the line: {to} is above {from}")
            .help("delegate from {to} to {from}, or remove the delegation");
    }
    finding
        .says("{at} leaves the line: {from} is not above {to}")
        .help("delegate from a position that {to} reports to, directly or further up")
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "delegation-off-line";

    fn line(org: &mut OrgBuilder) {
        org.channel("seo", "");
        org.position("cmo", "cmo").holder("sari").budget(1_000);
        org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(1_000);
        org.position("seo", "specialist").holder("budi").reports_to("dmm");
        org.position("ppc", "specialist").holder("agus").reports_to("dmm").dotted_lines(["seo"]);
    }

    #[test]
    fn a_delegation_to_a_peer_is_found() {
        let org = org(|org| {
            line(org);
            org.delegation("ppc", "seo", 100).channel("seo");
        });
        assert_eq!(
            findings(&org, RULE),
            ["the delegation from `ppc` to `seo` for `seo` leaves the line: `ppc` is not above `seo`"]
        );
    }

    #[test]
    fn a_delegation_upwards_is_told_apart() {
        let org = org(|org| {
            line(org);
            org.delegation("seo", "cmo", 100);
        });
        assert_eq!(
            findings(&org, RULE),
            ["the delegation from `seo` to `cmo` runs up the line: `cmo` is above `seo`"]
        );
    }

    #[test]
    fn any_distance_down_the_line_is_right() {
        let org = org(|org| {
            line(org);
            org.delegation("dmm", "seo", 100);
            org.delegation("cmo", "seo", 100);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_dotted_line_does_not_count() {
        let org = org(|org| {
            line(org);
            org.delegation("seo", "ppc", 100);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn a_delegation_that_has_ended_is_left_alone_and_one_to_come_is_not() {
        for (valid, found) in [(ended(), 0), (to_come(), 1)] {
            let org = org(|org| {
                line(org);
                org.delegation("ppc", "seo", 100).valid(valid);
            });
            assert_eq!(findings(&org, RULE).len(), found, "{valid}");
        }
    }

    #[test]
    fn a_vacant_seat_is_part_of_the_line() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").budget(1_000);
            org.position("seo", "specialist").reports_to("dmm");
            org.delegation("dmm", "seo", 100);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
