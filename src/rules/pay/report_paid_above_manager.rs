//! `PAY004`, report-paid-above-manager.

use crate::check::{Context, Finding};
use crate::money::Quantity;
use crate::org::Position;
use crate::pay::is_less;
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions that are paid more than the position that they report to (S23).
    ///
    /// ## Why it matters
    /// Whoever carries the larger risk is paid more. A manager who earns less than a report is about to leave, or was
    /// never given what the role is for; there are good reasons too, and a waiver states them.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").pay(300_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").pay(320_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("report-paid-above-manager").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").pay(360_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").pay(320_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("report-paid-above-manager").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Positions whose pay is not stated; dotted lines; one person at both ends (`manager-of-oneself`). The class
    /// `external` at either end: what an agency is paid is no pay. Of somebody who works part time it is not known whether the pay
    /// is that of the part or that of a full year: it counts as more only where it is more either way.
    pub struct ReportPaidAboveManager {
        code: "PAY004",
        name: "report-paid-above-manager",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let share = |position: Position<'_>| position.fte().unwrap_or(Quantity::ONE);
    for position in cx.org().positions() {
        let Some(pay) = position.pay() else { continue };
        let Some(manager) = position.manager() else { continue };
        let Some(less) = manager.pay() else { continue };
        let is_outside = |end: Position<'_>| end.class() == RoleClass::External;
        if !is_less((less, share(manager)), (pay, share(position)))
            || is_outside(position)
            || is_outside(manager)
            || position.shares_person_with(manager)
        {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("pay")
                .fact("pay", pay)
                .fact("manager", manager)
                .fact("less", less)
                .says("{at} is paid {pay} a year and reports to {manager}, who is paid {less}")
                .help("pay {manager} for what the role carries, or waive this and say why"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::money::Quantity;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "report-paid-above-manager";

    fn pair(manager: Option<i64>, report: Option<i64>, share: &str) -> Vec<String> {
        let org = org(|org| {
            let dmm = org.position("dmm", "digital-marketing-manager");
            if let Some(pay) = manager {
                dmm.pay(pay);
            }
            let seo =
                org.position("seo", "specialist").reports_to("dmm").fte(share.parse::<Quantity>().unwrap());
            if let Some(pay) = report {
                seo.pay(pay);
            }
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_report_who_is_paid_more_is_found_and_one_who_is_paid_the_same_is_not() {
        assert_eq!(
            pair(Some(300), Some(301), "1"),
            ["`seo` is paid IDR 301 a year and reports to `dmm`, who is paid IDR 300"]
        );
        assert_eq!(pair(Some(300), Some(300), "1"), [""; 0]);
    }

    #[test]
    fn where_nothing_is_stated_nothing_is_said() {
        assert_eq!(pair(None, Some(301), "1"), [""; 0]);
        assert_eq!(pair(Some(300), None, "1"), [""; 0]);
    }

    #[test]
    fn part_time_pay_is_found_if_it_is_more_however_it_is_counted() {
        assert_eq!(pair(Some(300), Some(200), "0.5"), [""; 0]);
        assert_eq!(pair(Some(300), Some(301), "0.5").len(), 1);
    }

    #[test]
    fn an_agency_and_one_person_in_both_seats_are_left_alone() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").pay(300);
            org.position("agency", "external").reports_to("dmm").pay(4_000);
            org.position("crew", "specialist").reports_to("agency").pay(5_000);
            org.position("seo", "specialist").holder("rina").reports_to("dmm").pay(400);
            org.position("ads", "specialist").holder("budi").reports_to("dmm").pay(301);
        });
        assert_eq!(
            findings(&org, RULE),
            ["`ads` is paid IDR 301 a year and reports to `dmm`, who is paid IDR 300"]
        );
    }

    #[test]
    fn a_dotted_line_is_ignored() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").pay(300);
            org.position("seo", "specialist").dotted_lines(["dmm"]).pay(400);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
