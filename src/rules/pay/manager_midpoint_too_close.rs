//! `PAY003`, manager-midpoint-too-close.

use crate::check::{Context, Finding};
use crate::money::{Money, Quantity};
use crate::pay::{highest_specialist_midpoint, midpoints, reaches};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds bands of a DMM's role whose midpoint is too close to a specialist's (S23, policy).
    ///
    /// Each is compared with the specialist's role, senior ones included, whose midpoint is highest.
    ///
    /// ## Why it matters
    /// A DMM is paid far more, for the larger risk and for results that bear directly on revenue. How much is far more,
    /// no statement says, and no figure of pay is a truth (S25): the policy has a threshold.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("lead-specialist").pay_band(168_000_000, 204_000_000, 240_000_000);
    /// org.role("digital-marketing-manager").pay_band(200_000_000, 230_000_000, 260_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-midpoint-too-close").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("lead-specialist").pay_band(168_000_000, 204_000_000, 240_000_000);
    /// org.role("digital-marketing-manager").pay_band(200_000_000, 250_000_000, 300_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-midpoint-too-close").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `manager-midpoint-at-least`: how many times the specialist's midpoint the DMM's should be at least; 1 in the
    /// profile `startup`, 1.15 in `scale-up`, 1.2 in `audited`. Armstrong has a range's midpoint 15 to 20 percent above
    /// that of the range below as a rule (*Handbook of Reward Management Practice*, as quoted at [People Centre,
    /// 2016](https://peoplecentre.wordpress.com/2016/03/04/what-is-mid-point-differential-or-mid-point-progression/));
    /// that a startup asks for not less is ours.
    ///
    /// ## What it leaves alone
    /// Roles without a band, or with one that is out of order.
    pub struct ManagerMidpointTooClose {
        code: "PAY003",
        name: "manager-midpoint-too-close",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let least = cx.settings().manager_midpoint_at_least;
    let Some((specialist, highest)) = highest_specialist_midpoint(cx.org()) else { return };
    for (role, midpoint) in midpoints(cx.org()).filter(|(role, _)| role.class() == RoleClass::Manager) {
        if reaches(midpoint, highest, least) {
            continue;
        }
        cx.report(
            Finding::at(role)
                .field("pay-band")
                .fact("midpoint", midpoint)
                .fact("specialist", specialist)
                .fact("highest", highest)
                .fact("times", times(midpoint, highest))
                .fact("least", least)
                .says(
                    "the midpoint of {at} is {midpoint}, that of {specialist} {highest}: {times} times as much, \
                     and the policy asks for {least} times",
                )
                .help("raise the band of {at}, lower that of {specialist}, or set `manager-midpoint-at-least`"),
        );
    }
}

/// Returns how many times `other` goes into `midpoint`, rounded down to two decimals: so it never reads as enough.
fn times(midpoint: Money, other: Money) -> Quantity {
    let (midpoint, other) = (i128::from(midpoint.minor()), i128::from(other.minor()));
    let hundredths = (midpoint * 100).checked_div(other).unwrap_or_default();
    Quantity::from_millionths(hundredths * 10_000)
}

#[cfg(test)]
mod tests {
    use crate::role::RoleClass;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "manager-midpoint-too-close";

    /// What is found where a lead's midpoint is 1,000, under the audited profile, which asks for 1.2 times as much.
    fn manager(midpoint: i64, least: Option<&str>) -> Vec<String> {
        let org = org(|org| {
            org.role("specialist").pay_band(100, 600, 900);
            org.role("lead-specialist").pay_band(100, 1_000, 1_100);
            org.role("digital-marketing-manager").pay_band(100, midpoint, 5_000);
            org.policy_mut().thresholds.manager_midpoint_at_least = least.map(|least| least.parse().unwrap());
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_midpoint_below_the_threshold_is_found_and_at_it_is_not() {
        assert_eq!(
            manager(1_199, None),
            [
                "the midpoint of `digital-marketing-manager` is IDR 1,199, that of `lead-specialist` IDR 1,000: \
              1.19 times as much, and the policy asks for 1.2 times"
            ]
        );
        assert_eq!(manager(1_200, None), [""; 0]);
    }

    #[test]
    fn a_band_out_of_order_is_for_another_rule() {
        let org = org(|org| {
            org.role("specialist").pay_band(100, 900, 200);
            org.role("lead-specialist").pay_band(100, 150, 200);
            org.role("digital-marketing-manager").pay_band(200, 300, 400);
            org.role("brand-manager").class(RoleClass::Manager).pay_band(200, 100, 400);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn the_policy_sets_the_threshold() {
        assert_eq!(manager(1_999, Some("2")).len(), 1);
        assert_eq!(manager(2_000, Some("2")), [""; 0]);
        assert_eq!(manager(1, Some("0")), [""; 0]);
    }

    #[test]
    fn bands_of_one_side_alone_are_left_alone() {
        for role in ["specialist", "digital-marketing-manager"] {
            let org = org(|org| {
                org.role(role).pay_band(1, 2, 3);
                org.role("copywriter").pay_band(1_000, 2_000, 3_000);
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{role}");
        }
    }
}
