//! `BUD001`, over-delegation.

use crate::check::{Context, Finding};
use crate::rules::{declare_rule, exceeds};

declare_rule! {
    /// Finds positions that delegate more, in total, than they hold (S12).
    ///
    /// What a position holds is its budget and the delegations to it that are in force on the day of the check;
    /// what it delegates is the sum of the delegations from it that are in force.
    ///
    /// ## Why it matters
    /// Money that nobody was entitled to hand out has no accountable owner.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 1_000_001);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("over-delegation").count(), 1);
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
    /// org.delegation("dmm", "seo", 1_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("over-delegation").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `overcommit`: how many times what it holds a position may delegate. 1 unless the policy says otherwise;
    /// more than 1 suits an org that expects part of each delegation to stay unspent.
    pub struct OverDelegation {
        code: "BUD001",
        name: "over-delegation",
        levels: { startup: Deny, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let overcommit = cx.settings().overcommit;
    for position in cx.org().positions() {
        if position.given().len() == 0 {
            continue;
        }
        let (delegated, held) = (position.delegated(cx.as_of()), position.held(cx.as_of()));
        if !exceeds(delegated, held, overcommit) {
            continue;
        }
        cx.report(
            Finding::at(position)
                .fact("delegated", delegated)
                .fact("held", held)
                .says("{at} delegates {delegated} and holds {held}")
                .help("grant {at} more, or cut what it delegates"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::exceeds;
    use crate::calendar::{Interval, parse_date};
    use crate::money::{Money, Quantity};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "over-delegation";

    #[test]
    fn one_more_than_held_is_found_and_at_the_limit_is_not() {
        for (amount, found) in [("1000000.01", 1), ("1000000", 0)] {
            let org = org(|org| {
                org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
                org.position("seo", "specialist").holder("budi").reports_to("dmm");
                org.delegation("dmm", "seo", amount);
            });
            assert_eq!(findings(&org, RULE).len(), found, "{amount}");
        }
    }

    #[test]
    fn the_message_names_both_sums() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(12_000_000_000);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.delegation("dmm", "seo", 12_400_000_000);
        });
        assert_eq!(findings(&org, RULE), ["`dmm` delegates IDR 12,400,000,000 and holds IDR 12,000,000,000"]);
    }

    #[test]
    fn a_delegation_that_has_ended_neither_gives_nor_takes() {
        let ended = Interval::new(None, Some(parse_date("2026-07-01").unwrap())).unwrap();
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(100);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.delegation("dmm", "seo", 100);
            org.delegation("dmm", "seo", 100).valid(ended);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn what_is_delegated_to_a_position_is_held_by_it() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari").budget(100);
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.delegation("cmo", "dmm", 100);
            org.delegation("dmm", "seo", 100);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn overcommit_is_exact() {
        let half_more = Quantity::from_millionths(1_500_000);
        let money = Money::from_minor;
        assert!(!exceeds(money(3), money(2), half_more));
        assert!(exceeds(money(4), money(2), half_more));
        assert!(!exceeds(Money::MAX, Money::MAX, Quantity::ONE));
    }
}
