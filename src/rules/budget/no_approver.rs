//! `BUD014`, no-approver.

use crate::calendar::Date;
use crate::check::{Context, Finding, Value};
use crate::money::Money;
use crate::org::{Channel, Delegation};
use crate::role::RoleClass;
use crate::rules::approvers::Approvers;
use crate::rules::declare_rule;
use crate::rules::vacancy::is_empty;

declare_rule! {
    /// Finds delegations with limits above which nobody can approve a spend (S13).
    ///
    /// Whoever set a limit may lift it, as far as they themselves may approve at all. So may a position further up the delegate's line whose approval limit is
    /// higher than the limit per transaction, or than zero where there is none: what it `approves-up-to`, else what
    /// its own account for the channel allows a transaction. Nobody approves for themselves, whichever seat they
    /// sit in. What is left are delegations in force whose delegator's seat is empty, or is filled by the
    /// delegate's own person, or `approves-up-to` no more than the limit, while nobody further up may approve.
    ///
    /// ## Why it matters
    /// A spend above the limit then waits for an answer that nobody may give: the campaign stands still, or
    /// somebody finds a way round the limits.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("dmm", "digital-marketing-manager").reports_to("cmo").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("no-approver").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari").approves_up_to(20_000);
    /// org.position("dmm", "digital-marketing-manager").reports_to("cmo").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("no-approver").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A delegation to a seat that nobody fills: there is nobody to ask. One without limits: there is nothing to
    /// lift. A delegator of the class `external`, of whom the org says nothing.
    pub struct NoApprover {
        code: "BUD014",
        name: "no-approver",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    // Most delegators are there and are someone else, so that few lines are walked.
    let mut left: Vec<_> =
        cx.org().delegations().filter(|delegation| lacks_delegator(*delegation, cx.as_of())).collect();
    left.sort_by_key(|delegation| delegation.channel().map(Channel::ix));
    let mut approvers = Approvers::new(cx.as_of());
    for delegation in left {
        let limit = delegation.limits().transaction.unwrap_or_default();
        let highest = approvers.highest_above(delegation.to(), delegation.channel());
        if highest.is_none_or(|highest| highest <= limit) {
            cx.report(finding(delegation, cx.as_of()));
        }
    }
}

/// Returns whether a delegation has limits that its delegator cannot lift.
fn lacks_delegator(delegation: Delegation<'_>, on: Date) -> bool {
    let (from, to) = (delegation.from(), delegation.to());
    // Of a seat outside the org it is not known who is in it.
    let empty = is_empty(from, on) && from.class() != RoleClass::External;
    let cannot = empty || from.shares_person_with(to) || bound(delegation).is_some();
    cannot && !is_empty(to, on) && delegation.is_in_force(on) && !delegation.limits().is_empty()
}

/// Returns what the delegator `approves-up-to`, where that is no more than the limit per transaction, or nothing at all.
fn bound(delegation: Delegation<'_>) -> Option<Money> {
    let most = delegation.from().approves_up_to()?;
    (most <= delegation.limits().transaction.unwrap_or_default()).then_some(most)
}

fn finding(delegation: Delegation<'_>, on: Date) -> Finding {
    let (from, to) = (delegation.from(), delegation.to());
    let mut finding = Finding::at(delegation).field("from").fact("from", from).fact("to", to);
    let because = match from.occupant() {
        None if is_empty(from, on) => "{from} is vacant",
        Some(person) if from.shares_person_with(to) => {
            finding = finding.fact("person", Value::person(person));
            "{person} fills both seats"
        }
        _ => {
            finding = finding.fact("most", bound(delegation).unwrap_or_default());
            "{from} may approve no more than {most}"
        }
    };
    let approve = match delegation.limits().transaction {
        None => "approve a spend",
        Some(limit) => {
            finding = finding.fact("limit", limit);
            "approve more than {limit}"
        }
    };
    finding
        .says(format!(
            "nobody can lift a limit of {{at}}: {because}, and no one else above {{to}} may {approve}"
        ))
        .help("fill {from} with another person who may approve more, or let a position above {to} approve it")
}

#[cfg(test)]
mod tests {
    use crate::calendar::Interval;
    use crate::money::Money;
    use crate::org::OrgBuilder;
    use crate::rules::testing::fields;
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "no-approver";

    /// A line in which only the seat of the DMM is empty, and nobody has an approval limit.
    fn line(org: &mut OrgBuilder) {
        org.channel("seo", "").channel("ppc", "");
        org.position("ceo", "ceo").holder("hartono");
        org.position("cmo", "cmo").holder("sari").reports_to("ceo").budget(1_000);
        org.position("dmm", "digital-marketing-manager").reports_to("cmo").budget(1_000);
        org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    }

    fn found(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(state);
        findings(&org, RULE)
    }

    #[test]
    fn an_empty_seat_that_set_the_limits_is_found() {
        let org = org(|org| {
            line(org);
            org.delegation("dmm", "seo", 100).channel("seo").day(10);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "nobody can lift a limit of the delegation from `dmm` to `seo` for `seo`: `dmm` is vacant, and no one \
              else above `seo` may approve a spend"
            ]
        );
        assert_eq!(fields(&org, RULE), ["from"]);
    }

    #[test]
    fn who_stands_in_at_an_empty_seat_lifts_its_limits() {
        let found = found(|org| {
            line(org);
            org.delegation("dmm", "seo", 100).day(5);
            org.stand_in("dmm", "cmo", Interval::ALWAYS);
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn a_person_in_both_seats_is_found() {
        let found = found(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000).approves_up_to(500);
            org.position("seo", "specialist").acting("rina").reports_to("dmm");
            org.delegation("dmm", "seo", 100).transaction(10);
        });
        assert_eq!(
            found,
            [
                "nobody can lift a limit of the delegation from `dmm` to `seo`: `rina` fills both seats, and no one \
              else above `seo` may approve more than IDR 10"
            ]
        );
    }

    #[test]
    fn an_approval_limit_above_that_of_a_transaction_is_enough() {
        for (approves, found_at) in [("10", 1), ("10.01", 0), ("0", 1)] {
            let found = found(|org| {
                line(org);
                org.position("board", "other").holder("eko").approves_up_to(approves);
                org.position("cfo", "other").holder("dewi").reports_to("board");
                org.position("east", "digital-marketing-manager").reports_to("cfo").budget(1_000);
                org.position("ppc", "specialist").holder("agus").reports_to("east");
                org.delegation("east", "ppc", 100).transaction(10);
            });
            assert_eq!(found.len(), found_at, "{approves}");
        }
    }

    #[test]
    fn without_a_transaction_limit_any_approval_limit_above_zero_is_enough() {
        for (approves, found_at) in [("0", 1), ("0.01", 0)] {
            let found = found(|org| {
                org.role("cmo").approves_up_to(approves);
                line(org);
                org.delegation("dmm", "seo", 100).week(50);
            });
            assert_eq!(found.len(), found_at, "{approves}");
        }
    }

    #[test]
    fn the_approvers_own_account_for_the_channel_sets_the_limit_where_none_is_stated() {
        for (account, found_at) in [(Some("seo"), 0), (None, 0), (Some("ppc"), 1)] {
            let found = found(|org| {
                line(org);
                let draft = org.delegation("ceo", "cmo", 500).transaction(11);
                account.map(|channel| draft.channel(channel));
                org.delegation("dmm", "seo", 100).channel("seo").transaction(10);
            });
            assert_eq!(found.len(), found_at, "{account:?}");
        }
    }

    #[test]
    fn a_delegator_who_is_there_may_lift_any_limit() {
        for acting in [false, true] {
            let found = found(|org| {
                let dmm = org.position("dmm", "digital-marketing-manager").budget(1_000);
                if acting {
                    dmm.acting("rina")
                } else {
                    dmm.holder("rina")
                };
                org.position("seo", "specialist").holder("budi").reports_to("dmm");
                org.delegation("dmm", "seo", 100).transaction(Money::MAX);
            });
            assert_eq!(found, [""; 0], "{acting}");
        }
    }

    #[test]
    fn a_delegator_may_lift_a_limit_as_far_as_they_may_approve_at_all() {
        for (approves, limit, found_at) in [("10", 10, 1), ("10.01", 10, 0), ("0", 0, 1)] {
            let found = found(|org| {
                org.position("dmm", "digital-marketing-manager").holder("rina").approves_up_to(approves);
                org.position("seo", "specialist").holder("budi").reports_to("dmm");
                let draft = org.delegation("dmm", "seo", 100).day(50);
                if limit == 0 {
                    draft
                } else {
                    draft.transaction(limit)
                };
            });
            assert_eq!(found.len(), found_at, "{approves}");
            if limit == 10 && found_at == 1 {
                assert!(
                    found[0].contains("`dmm` may approve no more than IDR 10, and no one else"),
                    "{found:?}"
                );
            }
        }
    }

    #[test]
    fn an_approver_is_neither_vacant_nor_the_delegate_in_another_seat() {
        for (holder, found_at) in [(None, 1), (Some("budi"), 1), (Some("sari"), 0)] {
            let found = found(|org| {
                let cmo = org.position("cmo", "cmo").approves_up_to(500);
                holder.map(|holder| cmo.holder(holder));
                org.position("dmm", "digital-marketing-manager").reports_to("cmo").budget(1_000);
                org.position("seo", "specialist").holder("budi").reports_to("dmm");
                org.delegation("dmm", "seo", 100).day(10);
            });
            assert_eq!(found.len(), found_at, "{holder:?}");
        }
    }

    #[test]
    fn an_empty_seat_below_no_limits_and_what_is_not_in_force_are_left_alone() {
        let found = found(|org| {
            line(org);
            org.position("ppc", "specialist").reports_to("dmm");
            org.delegation("dmm", "ppc", 100).day(10);
            org.delegation("dmm", "seo", 100);
            org.delegation("dmm", "seo", 100).day(10).valid(ended());
            org.delegation("dmm", "seo", 100).day(10).valid(to_come());
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn a_delegator_outside_the_org_is_left_alone() {
        let org = org(|org| {
            org.position("board", "external");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("board");
            org.delegation("board", "dmm", 100).week(10);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
