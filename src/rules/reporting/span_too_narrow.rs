//! `RPT006`, span-too-narrow.

use crate::check::{Context, Finding, Value};
use crate::money::Quantity;
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions with direct reports, but fewer than the policy asks for: as a rule, one over one.
    ///
    /// ## Why it matters
    /// A manager of one adds a layer, through which every decision has to pass, and takes a salary from those
    /// who do the work. Most companies start out lean and let spans narrow and layers build up unseen (Bain,
    /// [Streamlining spans and layers](https://www.bain.com/pt-br/insights/streamlining-spans-and-layers/)).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("span-too-narrow").count(), 1);
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
    /// org.position("social", "specialist").holder("agus").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("span-too-narrow").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `span-at-least`: the fewest direct reports of a manager; 1, which finds nothing, in the profile
    /// `startup`, and 2 in `scale-up` and `audited`.
    ///
    /// ## What it leaves alone
    /// Whoever has no reports at all. A chief executive, whose other reports head departments that an org of
    /// marketing does not show (S18). A specialist who guides a junior: the channel's work is that position's
    /// own, so that no layer is for managing alone (S07, S15). A manager of the class `external`.
    pub struct SpanTooNarrow {
        code: "RPT006",
        name: "span-too-narrow",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let asked = cx.settings().span_at_least;
    for position in cx.org().positions() {
        let span = position.span();
        if span == 0 || asked as usize <= span || may_be_narrow(position.class()) {
            continue;
        }
        cx.report(
            Finding::at(position)
                .fact("span", Value::count(span, "direct report", "direct reports"))
                .fact("asked", Quantity::from(i64::from(asked)))
                .says("{at} has {span}, and the policy asks for {asked} or more")
                .help("join {at} with the level above or below, or give it a larger team"),
        );
    }
}

/// Returns whether a small span says nothing against a position of this class.
pub(crate) fn may_be_narrow(class: RoleClass) -> bool {
    class.is_specialist() || matches!(class, RoleClass::ChiefExecutive | RoleClass::External)
}

#[cfg(test)]
mod tests {
    use crate::org::{Org, OrgBuilder};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "span-too-narrow";

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
    fn one_over_one_is_found_and_two_or_none_are_not() {
        assert_eq!(
            findings(&team("cmo", 1, |_| {}), RULE),
            ["`head` has 1 direct report, and the policy asks for 2 or more"]
        );
        for size in [0, 2] {
            assert_eq!(findings(&team("cmo", size, |_| {}), RULE), [""; 0], "{size}");
        }
    }

    #[test]
    fn the_policy_may_ask_for_more() {
        let four = |org: &mut OrgBuilder| org.policy_mut().thresholds.span_at_least = Some(4);
        assert_eq!(findings(&team("cmo", 3, four), RULE).len(), 1);
        assert_eq!(findings(&team("cmo", 4, four), RULE).len(), 0);
    }

    #[test]
    fn a_chief_executive_a_guiding_specialist_and_an_outsider_are_left_alone() {
        for role in ["ceo", "lead-specialist", "specialist", "external"] {
            assert_eq!(findings(&team(role, 1, |_| {}), RULE), [""; 0], "{role}");
        }
    }

    #[test]
    fn a_dotted_line_does_not_widen_a_span() {
        let lent = |org: &mut OrgBuilder| {
            org.position("lent", "specialist").dotted_lines(["head"]);
        };
        assert_eq!(findings(&team("digital-marketing-manager", 1, lent), RULE).len(), 1);
    }
}
