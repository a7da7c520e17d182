//! `BUD011`, expired-delegation.

use crate::check::{Context, Finding};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds delegations that have ended by the day of the check (policy).
    ///
    /// The day that `until` names is the first on which the delegation no longer holds. Other rules leave such a
    /// delegation alone, so that one lapse reads as one finding.
    ///
    /// ## Why it matters
    /// The delegate can no longer spend, and often learns so from a refused request. What has ended for good only
    /// misleads whoever reads the file.
    ///
    /// ## Example
    /// ```
    /// use bagan::{Interval, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let spring = Interval::new(Some(parse_date("2026-01-01")?), Some(parse_date("2026-07-01")?))?;
    /// org.delegation("dmm", "seo", 400_000).day(5_000).valid(spring);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("expired-delegation").count(), 1);
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
    /// assert_eq!(report.by_rule("expired-delegation").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ExpiredDelegation {
        code: "BUD011",
        name: "expired-delegation",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for delegation in cx.org().delegations() {
        let Some(until) = delegation.valid().until().filter(|_| delegation.has_ended(cx.as_of())) else {
            continue;
        };
        cx.report(
            Finding::at(delegation)
                .field("valid.until")
                .fact("until", until)
                .says("{at} has expired: it was in force until {until}")
                .help("renew it with a later `until`, or remove it"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::{Interval, parse_date};
    use crate::rules::testing::fields;
    use crate::rules::testing::{findings, org};
    use crate::testing::to_come;

    const RULE: &str = "expired-delegation";

    fn found(valid: Interval) -> Vec<String> {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.delegation("dmm", "seo", 1_000).valid(valid);
        });
        let messages = findings(&org, RULE);
        assert_eq!(fields(&org, RULE), vec!["valid.until"; messages.len()]);
        messages
    }

    #[test]
    fn the_day_of_its_end_is_the_first_on_which_it_is_found() {
        let until = |text| Interval::new(None, Some(parse_date(text).unwrap())).unwrap();
        let message =
            |date| format!("the delegation from `dmm` to `seo` has expired: it was in force until {date}");
        assert_eq!(found(until("2026-07-01")), [message("2026-07-01")]);
        assert_eq!(found(until("2024-02-29")), [message("2024-02-29")]);
        assert_eq!(found(until("2026-07-02")), [""; 0]);
    }

    #[test]
    fn what_has_no_end_or_is_to_come_has_not_expired() {
        assert_eq!(found(Interval::ALWAYS), [""; 0]);
        assert_eq!(found(to_come()), [""; 0]);
    }
}
