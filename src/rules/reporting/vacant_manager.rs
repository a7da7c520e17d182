//! `RPT008`, vacant-manager.

use crate::check::{Context, Finding, Value};
use crate::role::RoleClass;
use crate::rules::declare_rule;
use crate::rules::vacancy::people_left_alone;

declare_rule! {
    /// Finds vacant positions to which people report while nobody stands in: a policy of this crate.
    ///
    /// ## Why it matters
    /// The people below have nobody to set limits, approve or decide. What passes through the seat stops there,
    /// or goes round it to somebody who was never asked to answer for it. S14 says what a DMM's team loses.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("vacant-manager").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").acting("dewi");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("vacant-manager").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A vacant seat to which vacant seats alone report: a design in which nobody is hired yet leaves nobody
    /// without a manager. A manager of the class `external`, of whom the org says nothing. Dotted lines.
    pub struct VacantManager {
        code: "RPT008",
        name: "vacant-manager",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        let people = people_left_alone(position, cx.as_of());
        if people == 0 || position.class() == RoleClass::External {
            continue;
        }
        cx.report(
            Finding::at(position)
                .fact("people", Value::count(people, "person reports", "people report"))
                .says("{at} is vacant, nobody stands in, and {people} to it")
                .help("fill {at}, name who stands in as `acting`, or move the team"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::{Interval, parse_date};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "vacant-manager";

    #[test]
    fn people_who_report_to_an_empty_seat_are_counted() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.position("ppc", "specialist").acting("agus").reports_to("dmm");
            org.position("email", "specialist").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), ["`dmm` is vacant, nobody stands in, and 2 people report to it"]);
    }

    #[test]
    fn a_seat_that_is_held_or_acted_for_is_no_empty_seat() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("dmm", "digital-marketing-manager").acting("rina").reports_to("cmo");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_stand_in_counts_on_the_days_of_its_dates() {
        for (until, expected) in [("2026-07-02", 0), ("2026-07-01", 1)] {
            let org = org(|org| {
                org.position("dmm", "digital-marketing-manager");
                org.position("peer", "digital-marketing-manager").holder("adit");
                org.position("seo", "specialist").holder("budi").reports_to("dmm");
                org.stand_in("dmm", "peer", Interval::new(None, parse_date(until).ok()).unwrap());
            });
            assert_eq!(findings(&org, RULE).len(), expected, "{until}");
        }
    }

    #[test]
    fn of_empty_seats_in_line_the_one_above_people_is_found() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("lead", "lead-specialist").reports_to("dmm");
            org.position("seo", "specialist").holder("budi").reports_to("lead");
        });
        assert_eq!(findings(&org, RULE), ["`lead` is vacant, nobody stands in, and 1 person reports to it"]);
    }

    #[test]
    fn a_design_without_people_a_seat_without_a_team_and_a_dotted_line_are_left_alone() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("seo", "specialist").reports_to("dmm");
            org.position("ppc", "specialist");
            org.position("writer", "copywriter").holder("ayu").dotted_lines(["ppc"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_manager_outside_the_org_is_left_alone() {
        let org = org(|org| {
            org.position("holding", "external");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("holding");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
