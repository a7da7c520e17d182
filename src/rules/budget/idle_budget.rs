//! `BUD010`, idle-budget.

use crate::calendar::Interval;
use crate::check::{Context, Finding};
use crate::money::{Money, Quantity};
use crate::org::{Delegation, Position};
use crate::rules::declare_rule;
use crate::rules::share::{exceeds, in_percent, percent};

declare_rule! {
    /// Finds positions that lead a team and leave too large a share of their money undelegated (S12).
    ///
    /// What counts is the fiscal year of the day of the check: the budget, and every delegation to or from the
    /// position that is in force on some day of that year. Money that was delegated for the spring is not idle in
    /// autumn, and neither is money that is set aside for Christmas.
    ///
    /// ## Why it matters
    /// A DMM allocates the department's total budget. Money that nobody on the team may spend earns nothing, and a
    /// reserve that large is a plan that was not finished.
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
    /// assert_eq!(report.by_rule("idle-budget").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 500_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("idle-budget").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `idle-share-at-most`: the largest share that may stay undelegated, from 0 to 1. Half of it in a scale-up, a
    /// quarter where the org is audited, all of it in a startup.
    ///
    /// ## What it leaves alone
    /// A position that is assigned a channel, and so spends money itself, and one without direct reports.
    pub struct IdleBudget {
        code: "BUD010",
        name: "idle-budget",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let year = cx.org().calendar().fiscal_year(cx.as_of());
    let allowed = cx.settings().idle_share_at_most;
    for position in cx.org().positions() {
        let Some((idle, held)) = idle(position, year) else { continue };
        if exceeds(idle, held, allowed) {
            cx.report(finding(position, idle, held, allowed));
        }
    }
}

/// Returns what a position holds in a fiscal year and does not delegate, and what it holds; none if it need not delegate.
pub(crate) fn idle(position: Position<'_>, year: Interval) -> Option<(Money, Money)> {
    if position.span() == 0 || position.channels().len() != 0 {
        return None;
    }
    let held = position.budget().unwrap_or_default().add_capped(sum(position.received(), year));
    let idle = held.checked_sub(sum(position.given(), year)).unwrap_or_default();
    Some((idle.max(Money::ZERO), held))
}

/// Adds up the delegations that are in force on some day of the year.
fn sum<'o>(delegations: impl Iterator<Item = Delegation<'o>>, year: Interval) -> Money {
    let of_year = delegations.filter(|delegation| delegation.valid().overlaps(&year));
    of_year.fold(Money::ZERO, |sum, delegation| sum.add_capped(delegation.amount()))
}

fn finding(position: Position<'_>, idle: Money, held: Money, allowed: Quantity) -> Finding {
    Finding::at(position)
        .fact("idle", idle)
        .fact("held", held)
        .fact("percent", percent(idle, held))
        .fact("allowed", in_percent(allowed))
        .says(
            "{at} keeps {idle} of {held} undelegated this fiscal year: {percent}%, and {allowed}% is allowed",
        )
        .help("delegate more of it to those who spend, or grant {at} less")
}

#[cfg(test)]
mod tests {
    use crate::calendar::{Calendar, Interval, Weekday, parse_date};
    use crate::org::OrgBuilder;
    use crate::rules::testing::{findings, org};
    use crate::testing::ended;

    const RULE: &str = "idle-budget";

    /// A department of 1,000.00, of which a quarter may stay idle under the audited profile.
    fn team(org: &mut OrgBuilder) {
        org.channel("seo", "");
        org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
        org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    }

    fn interval(from: &str, until: &str) -> Interval {
        Interval::new(parse_date(from).ok(), parse_date(until).ok()).unwrap()
    }

    #[test]
    fn nothing_delegated_is_all_idle() {
        assert_eq!(
            findings(&org(team), RULE),
            ["`dmm` keeps IDR 1,000 of IDR 1,000 undelegated this fiscal year: 100%, and 25% is allowed"]
        );
    }

    #[test]
    fn one_minor_unit_above_is_found_and_at_the_limit_is_not() {
        for (delegated, found) in [("749.99", 1), ("750", 0), ("1000", 0), ("1001", 0)] {
            let org = org(|org| {
                team(org);
                org.delegation("dmm", "seo", delegated);
            });
            assert_eq!(findings(&org, RULE).len(), found, "{delegated}");
        }
    }

    #[test]
    fn a_share_just_above_never_reads_as_what_is_allowed() {
        let org = org(|org| {
            team(org);
            org.delegation("dmm", "seo", "749.99");
        });
        assert_eq!(
            findings(&org, RULE),
            ["`dmm` keeps IDR 250.01 of IDR 1,000 undelegated this fiscal year: 25.1%, and 25% is allowed"]
        );
    }

    #[test]
    fn the_policy_sets_the_share() {
        let org = org(|org| {
            team(org);
            org.policy_mut().thresholds.idle_share_at_most = Some("0.4".parse().unwrap());
            org.delegation("dmm", "seo", 600);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn money_is_idle_by_the_fiscal_year() {
        // What is spent in spring or planned for winter is not idle; another year's money is.
        for (valid, found) in [
            (interval("2026-01-01", "2026-03-01"), 0),
            (interval("2026-11-01", "2027-02-01"), 0),
            (interval("2025-01-01", "2026-01-01"), 1),
            (interval("2027-01-01", "2028-01-01"), 1),
        ] {
            let org = org(|org| {
                team(org);
                org.delegation("dmm", "seo", 1_000).valid(valid);
            });
            assert_eq!(findings(&org, RULE).len(), found, "{valid}");
        }
        let org = org(|org| {
            org.calendar(Calendar::new("04-01".parse().unwrap(), Weekday::Monday));
            team(org);
            org.delegation("dmm", "seo", 1_000).valid(interval("2026-01-01", "2026-03-01"));
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn what_was_delegated_to_the_position_is_its_money_too() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari").budget(1_000);
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.delegation("cmo", "dmm", 1_000).valid(ended());
        });
        assert_eq!(
            findings(&org, RULE),
            ["`dmm` keeps IDR 1,000 of IDR 1,000 undelegated this fiscal year: 100%, and 25% is allowed"]
        );
    }

    #[test]
    fn who_spends_alone_or_holds_nothing_has_no_idle_money() {
        let org = org(|org| {
            team(org);
            org.delegation("dmm", "seo", 1_000);
            org.position("founder", "cmo").holder("sari").budget(1_000).channels(["seo"]);
            org.position("junior", "specialist").holder("agus").reports_to("founder");
            org.position("alone", "digital-marketing-manager").holder("adit").budget(1_000);
            org.position("poor", "digital-marketing-manager").holder("joko");
            org.position("reader", "specialist").holder("ayu").reports_to("poor");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
