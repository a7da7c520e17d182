//! `BUD002`, limit-above-delegator.

use hashbrown::HashMap;

use crate::calendar::Window;
use crate::check::{Context, Finding};
use crate::money::Money;
use crate::org::{DelegationIx, Limits};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds delegations with a limit above that of an account which they are cut from (S13).
    ///
    /// A delegation is cut from an account of its delegator, that one from an account further up, and so on to a
    /// budget. Per transaction, day, week and month the tightest limit on the way counts; an average limits what its
    /// platform may charge at most. What is not in force on the day of the check does not count.
    ///
    /// ## Why it matters
    /// A spend is charged to every account up to the budget, so the higher limit promises what it cannot keep: the
    /// delegate plans with it and is stopped by the account above. Nobody can hand on more than they were given.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari").budget(1_000_000);
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("cmo", "dmm", 1_000_000).week(50_000);
    /// org.delegation("dmm", "seo", 400_000).week(60_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("limit-above-delegator").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari").budget(1_000_000);
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("cmo", "dmm", 1_000_000).week(50_000);
    /// org.delegation("dmm", "seo", 400_000).week(50_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("limit-above-delegator").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A window that the delegation does not limit: there the account above holds by itself. Delegations that are
    /// cut from each other in a circle: such money has no source, and `delegation-off-line` names one of them.
    pub struct LimitAboveDelegator {
        code: "BUD002",
        name: "limit-above-delegator",
        levels: { startup: Deny, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (org, funding) = (cx.org(), cx.funding());
    if funding.is_flat() {
        return;
    }
    // The tightest on the path down to each account that others are cut from, itself included.
    let mut down_to: HashMap<DelegationIx, Tightest> = HashMap::new();
    let with = |above: Tightest, account| above.with(account, &org.delegation_at(account).limits());
    for ix in funding.sources_first() {
        let mut above = Tightest::NONE;
        if let Some(account) = funding.cut_of(ix) {
            // An account on a circle has no path.
            above = down_to.get(&account).copied().unwrap_or_else(|| with(Tightest::NONE, account));
            report(cx, ix, &above);
        }
        if funding.is_source(ix) {
            down_to.insert(ix, with(above, ix));
        }
    }
}

/// Reports each limit of a delegation that is above the tightest one over it.
fn report(cx: &mut Context<'_, '_>, ix: DelegationIx, tightest: &Tightest) {
    let delegation = cx.org().delegation_at(ix);
    let limits = delegation.limits();
    for (window, above, account) in tightest.iter() {
        let Some(limit) = limits.get(window).filter(|&limit| above < limit) else { continue };
        let account = cx.org().delegation_at(account);
        // Below the stated limit, if there is one, it is the average that binds.
        let (field, help) = if delegation.hard_limits().get(window) == Some(limit) {
            (
                format!("limits.{window}"),
                "lower the limit to {above} or less, or let {holder} have a higher one",
            )
        } else {
            ("limits.average".to_owned(), "lower the average, or let {holder} have a higher limit")
        };
        cx.report(
            Finding::at(delegation)
                .field(field)
                .fact("limit", limit)
                .fact("window", window)
                .fact("above", above)
                .fact("account", account)
                .fact("holder", account.to())
                .says("{at} allows {limit} a {window}; {account}, which it is cut from, allows {above}")
                .help(help),
        );
    }
}

/// The tightest limit of each window on a funding path, and the delegation that sets it; of equals the lowest one.
#[derive(Debug, Clone, Copy)]
struct Tightest {
    limits: [Money; Window::ALL.len()],
    accounts: [Option<DelegationIx>; Window::ALL.len()],
}

impl Tightest {
    /// No limit: nothing is above the largest amount.
    const NONE: Self = Self { limits: [Money::MAX; Window::ALL.len()], accounts: [None; Window::ALL.len()] };

    /// Goes on to the next account down the path.
    fn with(mut self, account: DelegationIx, limits: &Limits) -> Self {
        let slots = self.limits.iter_mut().zip(&mut self.accounts);
        for (&window, (tightest, set_by)) in Window::ALL.iter().zip(slots) {
            if let Some(limit) = limits.get(window).filter(|limit| *limit <= *tightest) {
                (*tightest, *set_by) = (limit, Some(account));
            }
        }
        self
    }

    /// Returns the windows that are limited on the path, each with the limit and the account that sets it.
    fn iter(&self) -> impl Iterator<Item = (Window, Money, DelegationIx)> {
        let windows = Window::ALL.iter().copied().zip(self.limits).zip(self.accounts);
        windows.filter_map(|((window, limit), account)| Some((window, limit, account?)))
    }
}

#[cfg(test)]
mod tests {
    use crate::money::Money;
    use crate::org::OrgBuilder;
    use crate::rules::testing::fields;
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "limit-above-delegator";

    /// A CMO with a budget, a DMM below, a specialist below that.
    fn line(org: &mut OrgBuilder) {
        org.channel("seo", "");
        org.channel("ppc", "");
        org.position("cmo", "cmo").holder("sari").budget(1_000);
        org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
        org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm").channels(["seo"]);
        org.position("seo", "specialist").holder("budi").reports_to("lead").channels(["seo"]);
    }

    #[test]
    fn each_window_that_is_above_is_found() {
        let org = org(|org| {
            line(org);
            org.delegation("cmo", "dmm", 1_000).transaction(10).day(20).week(70).month(300);
            org.delegation("dmm", "lead", 500).transaction(11).day(20).week(71);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "the delegation from `dmm` to `lead` allows IDR 11 a transaction; \
                 the delegation from `cmo` to `dmm`, which it is cut from, allows IDR 10",
                "the delegation from `dmm` to `lead` allows IDR 71 a week; \
                 the delegation from `cmo` to `dmm`, which it is cut from, allows IDR 70",
            ]
        );
        assert_eq!(fields(&org, RULE), ["limits.transaction", "limits.week"]);
    }

    #[test]
    fn what_an_average_lets_a_platform_charge_is_compared_too() {
        let org = org(|org| {
            line(org);
            org.delegation("cmo", "dmm", 1_000).day(30).week(100);
            org.delegation("dmm", "lead", 500).average(20, "google-ads").week(100);
            org.delegation("lead", "seo", 500).average(20, "google-ads").day(35);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "the delegation from `dmm` to `lead` allows IDR 40 a day; \
                 the delegation from `cmo` to `dmm`, which it is cut from, allows IDR 30",
                "the delegation from `lead` to `seo` allows IDR 35 a day; \
                 the delegation from `cmo` to `dmm`, which it is cut from, allows IDR 30",
            ]
        );
        assert_eq!(fields(&org, RULE), ["limits.average", "limits.day"]);
    }

    #[test]
    fn one_minor_unit_above_is_found_and_at_the_limit_is_not() {
        for (limit, found) in [("50.01", 1), ("50", 0), ("0", 0)] {
            let org = org(|org| {
                line(org);
                org.delegation("cmo", "dmm", 1_000).week(50);
                org.delegation("dmm", "lead", 500).week(limit);
            });
            assert_eq!(findings(&org, RULE).len(), found, "{limit}");
        }
    }

    #[test]
    fn the_tightest_limit_on_the_way_up_counts() {
        let org = org(|org| {
            line(org);
            org.delegation("cmo", "dmm", 1_000).week(50);
            org.delegation("dmm", "lead", 500).day(10);
            org.delegation("lead", "seo", 400).day(10).week(60);
        });
        assert_eq!(
            findings(&org, RULE),
            ["the delegation from `lead` to `seo` allows IDR 60 a week; \
              the delegation from `cmo` to `dmm`, which it is cut from, allows IDR 50"]
        );
    }

    #[test]
    fn of_equal_limits_the_nearest_account_is_named() {
        let org = org(|org| {
            line(org);
            org.delegation("cmo", "dmm", 1_000).week(50);
            org.delegation("dmm", "lead", 500).week(50);
            org.delegation("lead", "seo", 400).week(60);
        });
        assert_eq!(
            findings(&org, RULE),
            ["the delegation from `lead` to `seo` allows IDR 60 a week; \
              the delegation from `dmm` to `lead`, which it is cut from, allows IDR 50"]
        );
    }

    #[test]
    fn the_account_of_the_channel_goes_before_the_general_one() {
        let org = org(|org| {
            line(org);
            org.delegation("cmo", "dmm", 400).week(50);
            org.delegation("cmo", "dmm", 400).channel("seo").week(80);
            org.delegation("dmm", "lead", 100).channel("seo").week(80);
            org.delegation("dmm", "lead", 100).channel("ppc").week(51);
            org.delegation("dmm", "lead", 100).week(50);
        });
        assert_eq!(
            findings(&org, RULE),
            ["the delegation from `dmm` to `lead` for `ppc` allows IDR 51 a week; \
              the delegation from `cmo` to `dmm`, which it is cut from, allows IDR 50"]
        );
    }

    #[test]
    fn a_budget_has_no_limits_to_be_above() {
        let org = org(|org| {
            line(org);
            org.delegation("cmo", "dmm", 1_000).transaction(Money::MAX).week(Money::MAX);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn only_what_is_in_force_counts() {
        for not_now in [ended(), to_come()] {
            let above = org(|org| {
                line(org);
                org.delegation("cmo", "dmm", 1_000).week(50).valid(not_now);
                org.delegation("dmm", "lead", 500).week(60);
            });
            assert_eq!(findings(&above, RULE), [""; 0], "{not_now}");
            let below = org(|org| {
                line(org);
                org.delegation("cmo", "dmm", 1_000).week(50);
                org.delegation("dmm", "lead", 500).week(60).valid(not_now);
            });
            assert_eq!(findings(&below, RULE), [""; 0], "{not_now}");
        }
    }

    #[test]
    fn a_delegation_off_the_line_is_held_to_the_same_limits() {
        let org = org(|org| {
            line(org);
            org.position("ppc", "specialist").holder("agus").reports_to("dmm").channels(["ppc"]);
            org.delegation("cmo", "dmm", 1_000);
            org.delegation("dmm", "ppc", 500).week(50);
            org.delegation("ppc", "seo", 100).week(60);
            org.delegation("seo", "lead", 100).week(50);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn a_circle_has_no_source_and_what_is_cut_from_it_is_held_to_the_nearest() {
        let org = org(|org| {
            line(org);
            org.delegation("lead", "dmm", 100).week(50);
            org.delegation("dmm", "lead", 100).week(60);
            org.delegation("lead", "seo", 100).week(70);
        });
        assert_eq!(
            findings(&org, RULE),
            ["the delegation from `lead` to `seo` allows IDR 70 a week; \
              the delegation from `dmm` to `lead`, which it is cut from, allows IDR 60"]
        );
    }
}
