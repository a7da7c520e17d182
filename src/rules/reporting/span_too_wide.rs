//! `RPT005`, span-too-wide.

use crate::check::{Context, Finding, Value};
use crate::money::Quantity;
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions with more direct reports than the policy allows.
    ///
    /// Seats are counted, vacant ones too: a span is part of the design, whoever is hired.
    ///
    /// ## Why it matters
    /// Each report more leaves less time for the others, and adds relations among them that the manager has to
    /// keep in mind. Urwick allowed five or six whose work interlocks ("The Manager's Span of Control", Harvard
    /// Business Review, 1956). Acharya, Lieber, Seem and Welchman find no one right number: from three to five
    /// reports for a manager who does much of the work to fifteen and more where all do the same
    /// ([2017](https://www.mckinsey.com/business-functions/organization/our-insights/how-to-identify-the-right-spans-of-control-for-your-organization)).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// for number in 1..=11 {
    ///     org.position(&format!("social-{number}"), "specialist").reports_to("dmm");
    /// }
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("span-too-wide").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
    /// for number in 1..=11 {
    ///     let manager = if number <= 6 { "lead" } else { "dmm" };
    ///     org.position(&format!("social-{number}"), "specialist").reports_to(manager);
    /// }
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("span-too-wide").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `span-at-most`: the most direct reports that are still allowed; 15 in the profile `startup`, 10 in
    /// `scale-up`, 8 in `audited`. These are presets, and no truth: more if the work is alike, fewer if it is not.
    ///
    /// ## What it leaves alone
    /// A manager of the class `external`, of whom the org says nothing; dotted lines.
    pub struct SpanTooWide {
        code: "RPT005",
        name: "span-too-wide",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let allowed = cx.settings().span_at_most;
    for position in cx.org().positions() {
        let span = position.span();
        if span <= allowed as usize || position.class() == RoleClass::External {
            continue;
        }
        cx.report(
            Finding::at(position)
                .fact("span", Value::count(span, "direct report", "direct reports"))
                .fact("allowed", Quantity::from(i64::from(allowed)))
                .says("{at} has {span}, and the policy allows {allowed}")
                .help("let some of them report to a lead, split the team, or raise `span-at-most`"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Check;
    use crate::org::{Org, OrgBuilder, Profile};
    use crate::rules::testing::{findings, org, today};

    const RULE: &str = "span-too-wide";

    fn team(role: &str, size: usize, state: impl FnOnce(&mut OrgBuilder)) -> Org {
        org(|org| {
            org.position("head", role).holder("rina");
            for number in 0..size {
                org.position(&format!("p{number}"), "specialist").reports_to("head");
            }
            state(org);
        })
    }

    #[test]
    fn one_more_than_allowed_is_found_and_at_the_limit_is_not() {
        let narrow = |org: &mut OrgBuilder| org.policy_mut().thresholds.span_at_most = Some(3);
        assert_eq!(
            findings(&team("digital-marketing-manager", 4, narrow), RULE),
            ["`head` has 4 direct reports, and the policy allows 3"]
        );
        assert_eq!(findings(&team("digital-marketing-manager", 3, narrow), RULE), [""; 0]);
    }

    #[test]
    fn the_profile_sets_the_limit() {
        for (profile, allowed) in [(Profile::Startup, 15), (Profile::ScaleUp, 10), (Profile::Audited, 8)] {
            for (size, found) in [(allowed, 0), (allowed + 1, 1)] {
                let org = team("digital-marketing-manager", size, |_| {});
                let report = Check::standard(today()).profile(profile).run(&org);
                assert_eq!(report.by_rule(RULE).count(), found, "{profile}, {size}");
            }
        }
    }

    #[test]
    fn dotted_lines_do_not_widen_a_span() {
        let org = team("digital-marketing-manager", 8, |org| {
            org.position("lent", "specialist").dotted_lines(["head"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_manager_outside_the_org_is_left_alone() {
        assert_eq!(findings(&team("external", 9, |_| {}), RULE), [""; 0]);
    }
}
