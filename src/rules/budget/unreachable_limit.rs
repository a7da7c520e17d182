//! `BUD008`, unreachable-limit.

use crate::calendar::Window::{self, Day, Month, Transaction, Week};
use crate::check::{Context, Finding};
use crate::money::Money;
use crate::org::{Delegation, Limits};
use crate::rules::declare_rule;

/// A limit of the first window can never bite above so many times the second's; none stands for the amount.
///
/// No week holds more than 7 days or touches more than 2 months; no month holds more than 31 days or touches more
/// than 6 weeks, whatever day weeks start on.
const BOUNDS: &[(Window, i64, Option<Window>)] = &[
    (Transaction, 1, None),
    (Day, 1, Some(Week)),
    (Day, 1, Some(Month)),
    (Day, 1, None),
    (Week, 7, Some(Day)),
    (Week, 2, Some(Month)),
    (Week, 1, None),
    (Month, 31, Some(Day)),
    (Month, 6, Some(Week)),
    (Month, 1, None),
];

declare_rule! {
    /// Finds limits that can never bite, for another limit or the amount always bites first (policy).
    ///
    /// A day above a week or a month; a week above 7 days, or above 2 months, since a week touches no more; a month
    /// above 31 days, or above 6 weeks; any limit above the whole amount. Equal is fine. Each limit is compared with
    /// the tightest of these.
    ///
    /// ## Why it matters
    /// A limit that changes nothing is a slip of the pen, or a control that somebody believes in. Whoever reads
    /// the file takes it for what may be spent.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).day(2_000).week(16_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unreachable-limit").count(), 1);
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
    /// org.delegation("dmm", "seo", 400_000).day(2_000).week(10_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unreachable-limit").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A transaction limit above that of a day, a week or a month: it says as well what the holder may approve, and
    /// it still bites when somebody lifts the day's limit. What other accounts allow (`limit-above-delegator`), and
    /// a delegation that has ended. What an average implies of days, weeks and months: nobody stated that.
    pub struct UnreachableLimit {
        code: "BUD008",
        name: "unreachable-limit",
        levels: { startup: Warn, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for delegation in cx.org().delegations() {
        let (limits, amount) = (delegation.hard_limits(), delegation.amount());
        if limits.is_empty() || all_within(&limits, amount) || delegation.has_ended(cx.as_of()) {
            continue;
        }
        for &window in Window::ALL {
            let Some(limit) = limits.get(window) else { continue };
            match tightest(&limits, amount, window) {
                Some(bound) if bound.is < limit => cx.report(finding(delegation, window, limit, bound)),
                _ => {}
            }
        }
    }
}

/// Returns whether every limit is within all of its bounds, as most are.
fn all_within(limits: &Limits, amount: Money) -> bool {
    BOUNDS.iter().all(|&(window, times, of)| {
        let limit = limits.get(window).map_or(0, Money::minor);
        let base = of.map_or(Some(amount), |of| limits.get(of));
        base.is_none_or(|base| limit <= base.minor().saturating_mul(times))
    })
}

/// What a limit is compared with: so many times the limit of a window, or the amount.
#[derive(Clone, Copy)]
struct Bound {
    is: Money,
    times: i64,
    of: Option<Window>,
}

/// Returns the tightest bound of a window's limit; of equals the first in [`BOUNDS`].
fn tightest(limits: &Limits, amount: Money, window: Window) -> Option<Bound> {
    let of_window = BOUNDS.iter().filter(|(bounded, ..)| *bounded == window);
    let bounds = of_window.filter_map(|&(_, times, of)| {
        let base = of.map_or(Some(amount), |of| limits.get(of))?;
        // What is too large for money bounds nothing.
        Some(Bound { is: base.checked_mul(times)?, times, of })
    });
    bounds.min_by_key(|bound| bound.is)
}

fn finding(delegation: Delegation<'_>, window: Window, limit: Money, bound: Bound) -> Finding {
    let of = bound.of.map_or_else(|| "the amount".to_owned(), |of| format!("the {of} limit"));
    let base = if bound.times == 1 { of } else { format!("{} × {of}", bound.times) };
    Finding::at(delegation)
        .field(format!("limits.{window}"))
        .fact("window", window)
        .fact("limit", limit)
        .fact("bound", bound.is)
        .says(format!("the {{window}} limit of {{at}}, {{limit}}, is above {base}, {{bound}}"))
        .help("lower the {window} limit to {bound} or less, or leave it out")
}

#[cfg(test)]
mod tests {
    use super::{Day, Month, Transaction, Week};
    use crate::calendar::{Calendar, Date, Interval, MonthDay, Weekday, parse_date};
    use crate::money::Money;
    use crate::org::{DelegationDraft, Org};
    use crate::rules::testing::fields;
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "unreachable-limit";

    fn with(limits: impl FnOnce(DelegationDraft<'_>) -> DelegationDraft<'_>) -> Org {
        org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            limits(org.delegation("dmm", "seo", 1_000));
        })
    }

    #[test]
    fn the_message_does_the_arithmetic() {
        let org = with(|draft| draft.day(20).week(160));
        assert_eq!(
            findings(&org, RULE),
            [
                "the week limit of the delegation from `dmm` to `seo`, IDR 160, is above 7 × the day limit, IDR 140"
            ]
        );
        assert_eq!(fields(&org, RULE), ["limits.week"]);
    }

    #[test]
    fn the_amount_and_a_single_limit_are_named_without_a_factor() {
        assert_eq!(
            findings(&with(|draft| draft.day(1_001)), RULE),
            [
                "the day limit of the delegation from `dmm` to `seo`, IDR 1,001, is above the amount, IDR 1,000"
            ]
        );
        assert_eq!(
            findings(&with(|draft| draft.day(51).week(50)), RULE),
            ["the day limit of the delegation from `dmm` to `seo`, IDR 51, is above the week limit, IDR 50"]
        );
    }

    #[test]
    fn what_an_average_implies_is_no_slip_of_the_pen() {
        for platform in ["google-ads", "meta"] {
            // The caps of the average are above the amount, and those of the day above the stated week's.
            let org = with(|draft| draft.average(900, platform).week(500));
            assert_eq!(findings(&org, RULE), [""; 0], "{platform}");
            let org = with(|draft| draft.average(10, platform).day(20).week(160));
            assert_eq!(fields(&org, RULE), ["limits.week"], "{platform}");
        }
    }

    #[test]
    fn every_bound_is_kept_at_the_limit_and_broken_one_minor_unit_above() {
        for (window, times, of) in [
            (Transaction, 1, None),
            (Day, 1, Some(Week)),
            (Day, 1, Some(Month)),
            (Day, 1, None),
            (Week, 7, Some(Day)),
            (Week, 2, Some(Month)),
            (Week, 1, None),
            (Month, 31, Some(Day)),
            (Month, 6, Some(Week)),
            (Month, 1, None),
        ] {
            // In minor units; the amount is 1,000.00.
            let base = if of.is_some() { 1_000 } else { 100_000 };
            for (limit, found) in [(base * times, 0), (base * times + 1, 1)] {
                let org = with(|draft| {
                    let draft = draft.limit(window, Money::from_minor(limit));
                    match of {
                        Some(of) => draft.limit(of, Money::from_minor(base)),
                        None => draft,
                    }
                });
                assert_eq!(findings(&org, RULE).len(), found, "{window} {times} {of:?}");
            }
        }
    }

    #[test]
    fn no_month_touches_more_weeks_and_no_week_more_months_than_the_bounds_say() {
        let first = parse_date("2000-01-01").unwrap();
        let days: Vec<_> =
            std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(28 * 366).collect();
        for weekday in Weekday::ALL {
            let calendar = Calendar::new(MonthDay::default(), *weekday);
            let most = |group: fn(Calendar, Date) -> Interval, touched: fn(Calendar, Date) -> Interval| {
                let groups = days.chunk_by(|a, b| group(calendar, *a) == group(calendar, *b));
                let count = |days: &[Date]| {
                    days.chunk_by(|a, b| touched(calendar, *a) == touched(calendar, *b)).count()
                };
                groups.map(count).max()
            };
            assert_eq!(most(Calendar::month, Calendar::week), Some(6), "{weekday}");
            assert_eq!(most(Calendar::week, Calendar::month), Some(2), "{weekday}");
        }
    }

    #[test]
    fn each_limit_is_held_to_its_tightest_bound() {
        let org = with(|draft| draft.transaction(80).day(70).week(60).month(361));
        assert_eq!(
            findings(&org, RULE),
            [
                "the day limit of the delegation from `dmm` to `seo`, IDR 70, is above the week limit, IDR 60",
                "the month limit of the delegation from `dmm` to `seo`, IDR 361, is above 6 × the week limit, IDR 360",
            ]
        );
    }

    #[test]
    fn a_transaction_limit_above_a_days_is_left_alone() {
        assert_eq!(findings(&with(|draft| draft.transaction(1_000).day(1).week(2).month(3)), RULE), [""; 0]);
    }

    #[test]
    fn a_product_too_large_for_money_bounds_nothing() {
        let most = Money::MAX;
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.delegation("dmm", "seo", most).transaction(most).day(most).week(most).month(most);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_delegation_without_limits_has_none_out_of_reach() {
        assert_eq!(findings(&with(|draft| draft), RULE), [""; 0]);
    }

    #[test]
    fn what_has_ended_is_left_alone_and_what_is_to_come_is_not() {
        assert_eq!(findings(&with(|draft| draft.day(1_001).valid(ended())), RULE).len(), 0);
        assert_eq!(findings(&with(|draft| draft.day(1_001).valid(to_come())), RULE).len(), 1);
    }
}
