//! `PAY005`, bands-out-of-order.

use crate::check::{Context, Finding};
use crate::money::Money;
use crate::org::{Org, PayBand, Role};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds bands that contradict themselves, or a ladder that leads to a lower one (S20, S24).
    ///
    /// A band contradicts itself with a minimum above the maximum, or a midpoint outside the two.
    ///
    /// ## Why it matters
    /// Growth in focus and risk decides pay. A band upside down measures nothing, and a step up the ladder into a lower
    /// band is a step that nobody takes.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, RoleClass, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("seo-lead").class(RoleClass::SeniorSpecialist).pay_band(90_000_000, 120_000_000, 150_000_000);
    /// org.role("specialist").pay_band(96_000_000, 132_000_000, 168_000_000).next(["seo-lead"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("bands-out-of-order").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, RoleClass, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("seo-lead").class(RoleClass::SeniorSpecialist).pay_band(168_000_000, 204_000_000, 240_000_000);
    /// org.role("specialist").pay_band(96_000_000, 132_000_000, 168_000_000).next(["seo-lead"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("bands-out-of-order").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Bands that overlap: a step is found where the next band lies below at both ends. A specialist's step to DMM, of
    /// which `specialist-ceiling-above-manager` speaks; roles without a band.
    pub struct BandsOutOfOrder {
        code: "PAY005",
        name: "bands-out-of-order",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let lowest = lowest_bands(org);
    for role in org.stated_roles() {
        let Some(band) = role.pay_band() else { continue };
        if !band.is_in_order() {
            cx.report(upside_down(role, band));
            continue;
        }
        for next in role.stated_next().into_iter().flatten() {
            report_step(cx, (role, band), next, "next");
        }
        let classes = role.next_classes().unwrap_or_default();
        for (_, next) in lowest.iter().filter(|(class, _)| classes.contains(class)) {
            report_step(cx, (role, band), *next, "pay-band");
        }
    }
}

/// Returns the role with the lowest band of each class that has one: a step to the class leads there too.
fn lowest_bands(org: &Org) -> Vec<(RoleClass, Role<'_>)> {
    let mut lowest: Vec<(RoleClass, Role<'_>, PayBand)> = Vec::new();
    for role in org.stated_roles() {
        let Some(band) = role.pay_band().filter(|band| band.is_in_order()) else { continue };
        match lowest.iter_mut().find(|(class, ..)| *class == role.class()) {
            Some(known) if key(role, band) < key(known.1, known.2) => (known.1, known.2) = (role, band),
            Some(_) => {}
            None => lowest.push((role.class(), role, band)),
        }
    }
    lowest.into_iter().map(|(class, role, _)| (class, role)).collect()
}

/// Orders bands from the lowest up; two that are the same go by id.
fn key(role: Role<'_>, band: PayBand) -> (Money, Money, &str) {
    (band.maximum, band.minimum, role.id())
}

fn upside_down(role: Role<'_>, band: PayBand) -> Finding {
    Finding::at(role)
        .field("pay-band")
        .fact("minimum", band.minimum)
        .fact("midpoint", band.midpoint)
        .fact("maximum", band.maximum)
        .says("the band of {at} is out of order: from {minimum} by {midpoint} to {maximum}")
        .help("state a minimum, a midpoint and a maximum that rise")
}

/// Reports a step to a role whose band lies below at both ends.
fn report_step(
    cx: &mut Context<'_, '_>,
    (role, band): (Role<'_>, PayBand),
    next: Role<'_>,
    field: &'static str,
) {
    let Some(lower) = next.pay_band().filter(|lower| lower.is_in_order()) else { return };
    let to_manager = role.class().is_specialist() && next.class() == RoleClass::Manager;
    if to_manager || band.minimum <= lower.minimum || band.maximum <= lower.maximum {
        return;
    }
    cx.report(
        Finding::at(role)
            .field(field)
            .fact("maximum", band.maximum)
            .fact("next", next)
            .fact("lower", lower.maximum)
            .says("{at} is paid up to {maximum} and leads to {next}, which is paid up to {lower}")
            .help("raise the band of {next}, lower that of {at}, or take the step off the ladder"),
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "bands-out-of-order";

    #[test]
    fn a_minimum_above_the_maximum_and_a_midpoint_outside_are_found() {
        let org = org(|org| {
            org.role("specialist").pay_band(300, 250, 200);
            org.role("copywriter").pay_band(100, 250, 200);
            org.role("cmo").pay_band(100, 100, 100);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "the band of `copywriter` is out of order: from IDR 100 by IDR 250 to IDR 200",
                "the band of `specialist` is out of order: from IDR 300 by IDR 250 to IDR 200"
            ]
        );
    }

    fn step(lower: (i64, i64, i64), next: Option<&str>) -> Vec<String> {
        let org = org(|org| {
            let lead = org.role("lead-specialist").pay_band(100, 150, 200);
            if let Some(next) = next {
                lead.next([next]);
            }
            org.role("senior-specialist").pay_band(lower.0, lower.1, lower.2);
            org.role("specialist").pay_band(100, 150, 200).next(["senior-specialist"]);
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_step_to_a_band_below_at_both_ends_is_found() {
        assert_eq!(
            step((99, 150, 199), None),
            [
                "`specialist` is paid up to IDR 200 and leads to `senior-specialist`, which is paid up to IDR 199"
            ]
        );
        assert_eq!(step((99, 150, 199), Some("senior-specialist")).len(), 2);
        assert_eq!(step((100, 150, 199), None), [""; 0]);
        assert_eq!(step((99, 150, 200), None), [""; 0]);
    }

    #[test]
    fn the_ladder_of_the_class_holds_where_none_is_stated() {
        let org = org(|org| {
            org.role("specialist").pay_band(100, 150, 200);
            org.role("senior-specialist").pay_band(120, 150, 220);
            org.role("lead-specialist").pay_band(50, 60, 70);
            org.role("director-of-marketing").pay_band(400, 500, 600);
            org.role("vp-of-marketing").pay_band(300, 400, 500);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`director-of-marketing` is paid up to IDR 600 and leads to `vp-of-marketing`, which is paid up to IDR 500",
                "`specialist` is paid up to IDR 200 and leads to `lead-specialist`, which is paid up to IDR 70"
            ]
        );
    }

    #[test]
    fn a_step_to_manager_and_a_step_to_a_role_without_a_band_are_left_alone() {
        let org = org(|org| {
            org.role("specialist")
                .pay_band(100, 150, 200)
                .next(["lead-specialist", "digital-marketing-manager"]);
            org.role("digital-marketing-manager").pay_band(10, 15, 20);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
