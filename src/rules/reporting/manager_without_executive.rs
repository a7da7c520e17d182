//! `RPT003`, manager-without-executive.

use crate::check::{Context, Finding};
use crate::org::Position;
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs above whom no director, VP or C-level stands (S18, S22).
    ///
    /// Of several DMMs in one line the topmost alone is reported: the others are mended with it.
    ///
    /// ## Why it matters
    /// A DMM carries high risk and reports marketing's effect on the business to the C-level. Without anybody
    /// of that rank above, nobody sets the company's goals that the strategy should serve, and nobody can lift
    /// a limit that the DMM set.
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
    /// assert_eq!(report.by_rule("manager-without-executive").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-executive").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A line that passes through somebody of the class `external`, of whom the org says nothing: to model a
    /// department without its executives, let the DMM report to such a position. Startups, unless they ask for it.
    pub struct ManagerWithoutExecutive {
        code: "RPT003",
        name: "manager-without-executive",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    // In pre-order all below a position come right after it, so that one position settles all of them.
    let mut settled: Option<Position<'_>> = None;
    for position in cx.org().positions_top_down() {
        if settled.is_some_and(|above| above.is_above(position)) {
            continue;
        }
        let class = position.class();
        if class == RoleClass::Manager {
            let field = if position.manager().is_some() { "reports-to" } else { "" };
            cx.report(
                Finding::at(position)
                    .field(field)
                    .says("{at} is a DMM with no director, VP or C-level above")
                    .help(
                        "let {at} report to one, or to a position of the class external if the org leaves them out",
                    ),
            );
        } else if !class.is_executive() && class != RoleClass::External {
            continue;
        }
        settled = Some(position);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "manager-without-executive";

    #[test]
    fn a_dmm_at_the_top_is_found() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
        });
        assert_eq!(findings(&org, RULE), ["`dmm` is a DMM with no director, VP or C-level above"]);
    }

    #[test]
    fn of_several_in_one_line_the_topmost_is_found() {
        let org = org(|org| {
            org.position("sales", "head-of-sales").holder("joko");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("sales");
            org.position("social-manager", "digital-marketing-manager").holder("sri").reports_to("dmm");
            org.position("search-manager", "digital-marketing-manager").holder("adi").reports_to("sales");
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`dmm` is a DMM with no director, VP or C-level above",
                "`search-manager` is a DMM with no director, VP or C-level above"
            ]
        );
    }

    #[test]
    fn each_executive_class_will_do_at_any_distance() {
        for role in ["director-of-marketing", "vp-of-marketing", "cmo", "ceo"] {
            let org = org(|org| {
                org.position("top", role);
                org.position("office", "other").holder("tuti").reports_to("top");
                org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("office");
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{role}");
        }
    }

    #[test]
    fn an_executive_below_or_on_a_dotted_line_does_not_count() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari").reports_to("dmm");
            org.position("ceo", "ceo").holder("wati");
            org.position("dmm", "digital-marketing-manager").holder("rina").dotted_lines(["ceo"]);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn a_line_that_leaves_the_org_is_left_alone() {
        let org = org(|org| {
            org.position("holding", "external");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("holding");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
