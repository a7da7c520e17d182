//! `ACC011`, accountability-overload.

use crate::check::{Context, Finding, Value};
use crate::money::Quantity;
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions that answer for more outcomes than the policy allows.
    ///
    /// ## Why it matters
    /// Whoever answers for everything has no priority, and answers for nothing in particular. Doerr's school of
    /// objectives and key results advises five at most, at every level ("Measure What Matters", 2018; [how many to
    /// have](https://www.whatmatters.com/faqs/how-many-okrs-to-have)). That the levels of responsibility differ
    /// (S11) is also a reason to leave some with others.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// for number in 1..=6 {
    ///     org.outcome(&format!("result-{number}"), OutcomeKind::Strategic, "dmm").responsible(["dmm"]);
    /// }
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("accountability-overload").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// for number in 1..=6 {
    ///     let accountable = if number <= 3 { "dmm" } else { "seo" };
    ///     org.outcome(&format!("result-{number}"), OutcomeKind::Tactical, accountable).responsible(["seo"]);
    /// }
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("accountability-overload").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `outcomes-at-most`: the most outcomes that are still allowed; 8 in the profile `startup`, which is ours, 5 in
    /// `scale-up` and `audited`.
    ///
    /// ## What it leaves alone
    /// What a person answers for in another seat, and what one is responsible for without being accountable. The
    /// class `external`, of whom the org says nothing.
    pub struct AccountabilityOverload {
        code: "ACC011",
        name: "accountability-overload",
        levels: { startup: Warn, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let allowed = cx.settings().outcomes_at_most;
    for position in cx.org().positions() {
        let count = position.accountable_for().len();
        if count <= allowed as usize || position.class() == RoleClass::External {
            continue;
        }
        cx.report(
            Finding::at(position)
                .fact("count", Value::count(count, "outcome", "outcomes"))
                .fact("allowed", Quantity::from(i64::from(allowed)))
                .says("{at} answers for {count}, and the policy allows {allowed}")
                .help("let those who do the work answer for some of them, join some, or raise `outcomes-at-most`"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Check;
    use crate::org::{Org, OrgBuilder, OutcomeKind, Profile};
    use crate::rules::testing::{findings, org, today};

    const RULE: &str = "accountability-overload";

    fn answering(role: &str, count: u32, state: impl FnOnce(&mut OrgBuilder)) -> Org {
        org(|org| {
            org.position("seat", role).holder("rina");
            org.position("other", "other").holder("budi");
            for number in 0..count {
                org.outcome(&format!("o{number}"), OutcomeKind::Tactical, "seat").responsible(["other"]);
            }
            state(org);
        })
    }

    #[test]
    fn one_more_than_allowed_is_found_and_at_the_limit_is_not() {
        let few = |org: &mut OrgBuilder| org.policy_mut().thresholds.outcomes_at_most = Some(1);
        assert_eq!(
            findings(&answering("digital-marketing-manager", 2, few), RULE),
            ["`seat` answers for 2 outcomes, and the policy allows 1"]
        );
        assert_eq!(findings(&answering("digital-marketing-manager", 1, few), RULE), [""; 0]);
    }

    #[test]
    fn the_profile_sets_the_limit() {
        for (profile, allowed) in [(Profile::Startup, 8), (Profile::ScaleUp, 5), (Profile::Audited, 5)] {
            for (count, found) in [(allowed, 0), (allowed + 1, 1)] {
                let org = answering("specialist", count, |_| {});
                let report = Check::standard(today()).profile(profile).run(&org);
                assert_eq!(report.by_rule(RULE).count(), found, "{profile}, {count}");
            }
        }
    }

    #[test]
    fn an_agency_is_left_alone() {
        assert_eq!(findings(&answering("external", 9, |_| {}), RULE), [""; 0]);
    }
}
