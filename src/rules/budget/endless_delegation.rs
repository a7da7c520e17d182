//! `BUD012`, endless-delegation.

use crate::check::{Context, Finding, Value};
use crate::org::{Delegation, Subject};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds delegations without an end (policy).
    ///
    /// An org in which no delegation has one gets one finding, and not one for each.
    ///
    /// ## Why it matters
    /// Amounts are set for a fiscal year, and people change seats. An authority to spend that nobody has to renew
    /// outlives the reason for it, and it is the one that an auditor asks about.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("endless-delegation").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{Interval, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let year = Interval::new(Some(parse_date("2026-01-01")?), Some(parse_date("2027-01-01")?))?;
    /// org.delegation("dmm", "seo", 400_000).day(5_000).valid(year);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("endless-delegation").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct EndlessDelegation {
        code: "BUD012",
        name: "endless-delegation",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let endless = |delegation: &Delegation<'_>| delegation.valid().until().is_none();
    let count = cx.org().delegations().len();
    if 1 < count && cx.org().delegations().all(|delegation| endless(&delegation)) {
        cx.report(
            Finding::at(Subject::Org)
                .fact("delegations", Value::count(count, "delegation", "delegations"))
                .says("{at} states {delegations}, and none of them has an end")
                .help("set `valid.until` of each, such as the first day of the next fiscal year"),
        );
        return;
    }
    let calendar = cx.org().calendar();
    let this_year = calendar.fiscal_year(cx.as_of());
    for delegation in cx.org().delegations().filter(endless) {
        let start = delegation.valid().from().unwrap_or(cx.as_of()).max(cx.as_of());
        let finding = Finding::at(delegation).says("{at} has no end");
        // Most have begun, so that their year is the one of the check.
        let year = if this_year.contains(start) { this_year } else { calendar.fiscal_year(start) };
        cx.report(match year.until() {
            Some(end) => finding
                .fact("end", end)
                .help("set `valid.until`, such as {end}, when the fiscal year is over"),
            None => finding.help("set `valid.until`"),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::{Date, Interval, parse_date};
    use crate::org::Org;
    use crate::rules::testing::helps;
    use crate::rules::testing::{findings, org};
    use crate::testing::this_year;

    const RULE: &str = "endless-delegation";

    fn valid(valid: Interval) -> Org {
        org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.delegation("dmm", "seo", 1_000).valid(valid);
        })
    }

    fn from(text: &str) -> Interval {
        Interval::new(parse_date(text).ok(), None).unwrap()
    }

    #[test]
    fn a_delegation_without_an_end_is_found_whether_it_has_begun_or_not() {
        for interval in [Interval::ALWAYS, from("2025-01-01"), from("2026-07-02")] {
            let org = valid(interval);
            assert_eq!(findings(&org, RULE), ["the delegation from `dmm` to `seo` has no end"], "{interval}");
            assert_eq!(
                helps(&org, RULE),
                ["set `valid.until`, such as 2027-01-01, when the fiscal year is over"],
                "{interval}"
            );
        }
    }

    #[test]
    fn an_org_in_which_none_of_several_has_an_end_gets_one_finding() {
        let two = |valid: Interval| {
            org(|org| {
                org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
                org.position("seo", "specialist").holder("budi").reports_to("dmm");
                org.position("ppc", "specialist").holder("ayu").reports_to("dmm");
                org.delegation("dmm", "seo", 500);
                org.delegation("dmm", "ppc", 500).valid(valid);
            })
        };
        let found = findings(&two(Interval::ALWAYS), RULE);
        assert_eq!(found, ["the org states 2 delegations, and none of them has an end"]);
        assert_eq!(findings(&two(this_year()), RULE), ["the delegation from `dmm` to `seo` has no end"]);
    }

    #[test]
    fn the_end_of_the_year_in_which_it_begins_is_proposed() {
        assert_eq!(
            helps(&valid(from("2027-02-01")), RULE),
            ["set `valid.until`, such as 2028-01-01, when the fiscal year is over"]
        );
        let last = Interval::new(Some(Date::MAX), None).unwrap();
        assert_eq!(helps(&valid(last), RULE), ["set `valid.until`"]);
    }

    #[test]
    fn any_end_is_an_end() {
        assert_eq!(findings(&valid(this_year()), RULE), [""; 0]);
        let far = Interval::new(None, Some(Date::MAX)).unwrap();
        assert_eq!(findings(&valid(far), RULE), [""; 0]);
    }
}
