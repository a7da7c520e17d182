//! `PAY001`, pay-outside-band.

use crate::check::{Context, Finding};
use crate::money::Quantity;
use crate::pay::is_less;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions that are paid less or more than the band of their role has (S24).
    ///
    /// ## Why it matters
    /// A band says what the work is worth within the field. Pay above it leaves no raise but a promotion, and pay below
    /// it is an invitation to leave. The crate knows no figures of its own: both are the user's (S25).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("specialist").pay_band(96_000_000, 132_000_000, 168_000_000);
    /// org.position("seo", "specialist").holder("budi").pay(180_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("pay-outside-band").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("specialist").pay_band(96_000_000, 132_000_000, 168_000_000);
    /// org.position("seo", "specialist").holder("budi").pay(168_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("pay-outside-band").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A position whose pay is not stated, and one whose role has no band. Of somebody who works part time it is not
    /// known whether the pay is that of the part or that of a full year: what lies in the band either way, or between
    /// the two, is left alone.
    pub struct PayOutsideBand {
        code: "PAY001",
        name: "pay-outside-band",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        let Some(pay) = position.pay() else { continue };
        let role = position.role();
        let Some(band) = role.pay_band().filter(|band| band.width().is_some()) else { continue };
        let share = position.fte().unwrap_or(Quantity::ONE);
        let says = if is_less((pay, share), (band.minimum, Quantity::ONE)) {
            "{at} is paid {pay} a year, below the band of {role}: {minimum} to {maximum}"
        } else if is_less((band.maximum, Quantity::ONE), (pay, share)) {
            "{at} is paid {pay} a year, above the band of {role}: {minimum} to {maximum}"
        } else {
            continue;
        };
        cx.report(
            Finding::at(position)
                .field("pay")
                .fact("pay", pay)
                .fact("role", role)
                .fact("minimum", band.minimum)
                .fact("maximum", band.maximum)
                .says(says)
                .help("bring the pay into the band, give {at} a role whose band it is, or set the band anew"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::money::Quantity;
    use crate::org::{Org, OrgBuilder};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "pay-outside-band";

    fn team(state: impl FnOnce(&mut OrgBuilder)) -> Org {
        org(|org| {
            org.role("specialist").pay_band(100, 150, 200);
            state(org);
        })
    }

    #[test]
    fn pay_below_and_above_the_band_is_found_and_at_its_ends_is_not() {
        let org = team(|org| {
            for (id, pay) in [("a", 99), ("b", 100), ("c", 200), ("d", 201)] {
                org.position(id, "specialist").pay(pay);
            }
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`a` is paid IDR 99 a year, below the band of `specialist`: IDR 100 to IDR 200",
                "`d` is paid IDR 201 a year, above the band of `specialist`: IDR 100 to IDR 200"
            ]
        );
    }

    #[test]
    fn where_nothing_is_stated_nothing_is_said() {
        let org = team(|org| {
            org.position("unpaid", "specialist");
            org.position("unbanded", "copywriter").pay(1);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn part_time_pay_is_found_if_it_is_outside_however_it_is_counted() {
        let org = team(|org| {
            for (id, pay) in [("a", 49), ("b", 50), ("c", 150), ("d", 200), ("e", 201)] {
                org.position(id, "specialist").pay(pay).fte("0.5".parse::<Quantity>().unwrap());
            }
        });
        let found = findings(&org, RULE);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("`a` is paid IDR 49") && found[1].starts_with("`e` is paid IDR 201"));
    }

    #[test]
    fn a_band_that_is_no_band_is_for_another_rule() {
        let org = org(|org| {
            org.role("specialist").pay_band(200, 150, 100);
            org.position("a", "specialist").pay(150);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
