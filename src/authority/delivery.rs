//! What a platform serves of a spend that was approved: less than was asked for, or more.

use super::balances::Charge;
use super::funds::AccountIx;
use super::judge::{Ask, judge_account};
use super::ledger::Ledger;
use super::request::Request;
use crate::calendar::{Day, day_number};
use crate::money::Money;
use crate::org::{Account, Average};

/// What became of the difference between what was asked for and what was served, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Delivery {
    /// Not served, and free again.
    pub(crate) free: i64,
    /// Served beyond what was asked for, and charged.
    pub(crate) charged: i64,
    /// Served above the caps of an average, which the platform bears.
    pub(crate) credited: i64,
    /// Served within the caps, or where there are none, and refused by the tests: no money or no authority is left for it.
    pub(crate) refused: i64,
}

impl Ledger {
    /// Settles a spend that was charged today at what the platform served: 0 or more.
    ///
    /// As the settlement of a reservation is: what is below is free again; what is above is decided without an approval, the
    /// whole against limits per transaction and dual control, the excess against windows and money, and is charged whole
    /// or not at all. Before that, the caps of every average on the funding path cut it short.
    pub(crate) fn deliver(&mut self, request: &Request<'_>, served: Money, day: Day) -> Delivery {
        let mut delivery = Delivery::default();
        let Ok(ask) = self.ask(request, day) else { return delivery };
        let Some(leaf) = self.funds.account_for(ask.position, ask.channel, day) else { return delivery };
        // Both are 0 or more.
        let beyond = served.minor() - ask.amount;
        if beyond < 0 {
            delivery.free = -beyond;
            self.charge(leaf, day, Charge { committed: beyond, reserved: 0 });
            return delivery;
        }
        let extra = beyond.min(self.left_of_averages(leaf, day));
        delivery.credited = beyond - extra;
        if extra == 0 {
            return delivery;
        }
        let ask = Ask { amount: ask.amount + extra, extra, ..ask };
        if judge_account(&self.funds, &self.balances, &ask, leaf).reasons.is_empty() {
            delivery.charged = extra;
            self.charge(leaf, day, Charge { committed: extra, reserved: 0 });
        } else {
            delivery.refused = extra;
        }
        delivery
    }

    /// Returns how much more platforms may charge on a day by the averages of a funding path; without limit where it has
    /// none, and 0 where an approval went beyond.
    fn left_of_averages(&self, leaf: AccountIx, day: Day) -> i64 {
        let path = self.funds.path(leaf, day);
        let left = path.filter_map(|(account, _)| match self.funds.view(account)? {
            Account::Delegation(delegation) => {
                Some(self.left_of_average(account, delegation.average()?, day))
            }
            Account::Budget(_) => None,
        });
        left.min().unwrap_or(i64::MAX).max(0)
    }

    fn left_of_average(&self, account: AccountIx, average: Average<'_>, day: Day) -> i64 {
        let (amount, pacing) = (average.amount(), average.pacing());
        let period = pacing.period_of(day.date);
        let days = period.from().map_or(i32::MIN, day_number)..period.until().map_or(i32::MAX, day_number);
        let left = |cap: Money, days| {
            let held = self.balances.committed_in(account, days);
            cap.minor().saturating_sub(i64::try_from(held).unwrap_or(i64::MAX))
        };
        let today = left(pacing.day_cap(amount), day.number..day.number + 1);
        today.min(left(pacing.period_cap(amount), days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;
    use crate::org::{Org, OrgBuilder};
    use crate::role::Permission;
    use crate::testing::org;

    /// Spends an amount on seo on a day, and has so much of it served.
    fn deliver(ledger: &mut Ledger, on: &str, asked: i64, served: i64) -> Option<Delivery> {
        let org = ledger.shared_org();
        let (seat, channel) = (org.position("seo").unwrap().ix(), org.channel("seo").unwrap().ix());
        let day = ledger.day(parse_date(on).unwrap());
        let request = Request::new(seat, channel, Money::from_minor(asked), day.date);
        ledger.spend(&request, day).ok()?;
        Some(ledger.deliver(&request, Money::from_minor(served), day))
    }

    fn used(ledger: &Ledger, on: &str) -> i64 {
        let dmm = ledger.org().position("dmm").unwrap();
        let day = ledger.day(parse_date(on).unwrap());
        dmm.budget().unwrap().minor() - ledger.left_of_budget(dmm, day)
    }

    fn team(state: impl FnOnce(&mut OrgBuilder)) -> Org {
        org(|org| {
            org.channel("seo", "");
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
            org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
            state(org);
        })
    }

    /// Two months of the published rule, worked out by others: what is served a day, and what of it is charged.
    #[test]
    fn a_month_is_charged_as_google_ads_says() {
        let uneven = [25, 20, 5, 0, 10].into_iter().chain([12; 26]).collect::<Vec<i64>>();
        let charged = [20, 20, 5, 0, 10].into_iter().chain([12; 20]).chain([9, 0, 0, 0, 0, 0]);
        let months = [(10, uneven, charged.collect::<Vec<i64>>()), {
            let every_other: Vec<i64> = [10, 2].into_iter().cycle().take(30).collect();
            let charged = every_other.iter().copied().take(24).chain([8, 0, 0, 0, 0, 0]).collect();
            (5, every_other, charged)
        }];
        for (average, served, charged) in months {
            let mut ledger =
                Ledger::new(team(|org| _ = org.delegation("dmm", "seo", 900).average(average, "google-ads")));
            let mut before = 0;
            for (day, (served, charged)) in served.iter().zip(charged).enumerate() {
                let on = format!("2026-07-{:02}", day + 1);
                // As little is asked for as can be, so that the platform alone says what is charged.
                let delivery = deliver(&mut ledger, &on, 1, served * 100);
                let now = used(&ledger, &on);
                assert_eq!(now - before, charged * 100, "{on}: {delivery:?}");
                if let Some(delivery) = delivery {
                    let parts = delivery.charged + delivery.credited + delivery.refused - delivery.free;
                    assert_eq!((1 + parts, delivery.refused), (served * 100, 0));
                }
                before = now;
            }
            assert_eq!(before, average * 3_040);
        }
    }

    #[test]
    fn what_is_not_served_is_free_again_in_windows_too() {
        let mut ledger = Ledger::new(team(|org| _ = org.delegation("dmm", "seo", 100).day(10)));
        let on = "2026-07-01";
        let half = deliver(&mut ledger, on, 1_000, 400).unwrap();
        assert_eq!((half, used(&ledger, on)), (Delivery { free: 600, ..Delivery::default() }, 400));
        assert!(deliver(&mut ledger, on, 601, 601).is_none(), "above the limit of the day");
        assert_eq!(deliver(&mut ledger, on, 600, 0).unwrap().free, 600);
        assert_eq!(used(&ledger, on), 400);
    }

    #[test]
    fn without_an_average_all_is_charged_and_the_ledger_refuses_what_it_cannot_bear() {
        let on = "2026-07-01";
        let mut ledger = Ledger::new(team(|org| _ = org.delegation("dmm", "seo", 10)));
        let all = Delivery { charged: 300, ..Delivery::default() };
        assert_eq!((deliver(&mut ledger, on, 300, 600).unwrap(), used(&ledger, on)), (all, 600));
        let none = Delivery { refused: 300, ..Delivery::default() };
        assert_eq!((deliver(&mut ledger, on, 300, 600).unwrap(), used(&ledger, on)), (none, 900));
        // The whole amount counts against a limit per transaction, as in a settlement.
        let mut ledger = Ledger::new(team(|org| _ = org.delegation("dmm", "seo", 10).transaction(4)));
        assert_eq!(deliver(&mut ledger, on, 300, 400).unwrap().charged, 100);
        assert_eq!(deliver(&mut ledger, on, 300, 401).unwrap().refused, 101);
    }

    #[test]
    fn averages_above_bind_and_what_an_approval_let_pass_leaves_nothing() {
        let on = "2026-07-01";
        let mut org = OrgBuilder::new("Toko Uji", "IDR");
        org.channel("seo", "");
        org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
        org.position("lead", "senior-specialist").holder("sari").reports_to("dmm");
        org.position("seo", "specialist").holder("budi").reports_to("lead").channels(["seo"]);
        org.delegation("dmm", "lead", 500)
            .channel("seo")
            .average(5, "google-ads")
            .sub_delegation(Permission::Allowed);
        org.delegation("lead", "seo", 400).channel("seo");
        let mut ledger = Ledger::new(org.build().unwrap());
        let some = Delivery { charged: 400, credited: 800, ..Delivery::default() };
        assert_eq!(deliver(&mut ledger, on, 600, 1_800).unwrap(), some);
        let (seat, dmm, channel) = {
            let org = ledger.org();
            let ix = |id| org.position(id).unwrap().ix();
            (ix("seo"), ix("dmm"), org.channel("seo").unwrap().ix())
        };
        let day = ledger.day(parse_date(on).unwrap());
        let more = Request::new(seat, channel, Money::from_minor(500), day.date);
        ledger.spend(&more.approved_by(&[dmm]), day).unwrap();
        let all = Delivery { credited: 500, ..Delivery::default() };
        assert_eq!(ledger.deliver(&more, Money::from_minor(1_000), day), all);
        assert_eq!(used(&ledger, on), 1_500);
    }
}
