//! `RPT004`, inverted-line.

use crate::check::{Context, Finding};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions that report to one of a lower role class (S11).
    ///
    /// ## Why it matters
    /// Levels of responsibility reflect seniority and the risk of the job. Where the line runs the other way,
    /// whoever answers for more takes orders, limits and approvals from somebody who answers for less.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("director", "director-of-marketing").holder("sari").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("inverted-line").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("director", "director-of-marketing").holder("sari");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("director");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("inverted-line").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Two of one class, such as a specialist below a specialist; classes that the hierarchy does not place
    /// (`contributor`, `department-head`, `external`, `other`); dotted lines.
    pub struct InvertedLine {
        code: "RPT004",
        name: "inverted-line",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        let Some(manager) = position.manager() else { continue };
        let (class, lower) = (position.class(), manager.class());
        let (Some(rank), Some(rank_above)) = (class.rank(), lower.rank()) else { continue };
        if rank <= rank_above {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("reports-to")
                .fact("class", class)
                .fact("manager", manager)
                .fact("lower", lower)
                .says("{at} is of the class {class} and reports to {manager}, of the lower class {lower}")
                .help("turn the line round, or correct the role of one of the two"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::role::RoleClass;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "inverted-line";

    #[test]
    fn a_dmm_below_a_senior_specialist_is_found() {
        let org = org(|org| {
            org.position("lead", "lead-specialist").holder("dewi");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("lead");
        });
        assert_eq!(
            findings(&org, RULE),
            ["`dmm` is of the class manager and reports to `lead`, of the lower class senior-specialist"]
        );
    }

    #[test]
    fn each_pair_of_classes_goes_by_its_ranks() {
        let role = |class: &RoleClass| format!("a-{class}");
        for above in RoleClass::ALL {
            for below in RoleClass::ALL {
                let org = org(|org| {
                    org.role(&role(above)).class(*above);
                    if above != below {
                        org.role(&role(below)).class(*below);
                    }
                    org.position("above", &role(above));
                    org.position("below", &role(below)).reports_to("above");
                });
                let inverted = matches!((below.rank(), above.rank()), (Some(b), Some(a)) if a < b);
                assert_eq!(findings(&org, RULE).len(), usize::from(inverted), "{below} below {above}");
            }
        }
    }

    #[test]
    fn a_dotted_line_may_lead_downwards() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").dotted_lines(["seo"]);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
