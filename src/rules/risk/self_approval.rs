//! `RSK005`, self-approval.

use crate::calendar::Date;
use crate::check::{Context, Finding, Value};
use crate::org::{Channel, Delegation, Position, StandIn};
use crate::rules::approvers::Approvers;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds delegations whose limits would be lifted by the person whom they bind (S13).
    ///
    /// Two ways lead there. A stand-in, now or on days to come, puts the delegate's own person, and nobody else,
    /// into the delegator's seat. Or one person fills both seats, which are not next to each other in the line,
    /// while somebody else above may approve: then an approval can be had elsewhere, and a limit was set for
    /// oneself.
    ///
    /// ## Why it matters
    /// A specialist spends within limits that the DMM set. Whoever set a limit may lift it; where that is one's own
    /// person in another seat, a limit binds nobody. `decide` passes such an approver over; a purchase order on
    /// paper does not.
    ///
    /// ## Example
    /// ```
    /// use bagan::{Interval, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).day(5_000);
    /// org.stand_in("dmm", "seo", Interval::new(Some(parse_date("2026-07-13")?), Some(parse_date("2026-07-27")?))?);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("self-approval").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{Interval, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("head", "director-of-marketing").holder("sari");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("head").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).day(5_000);
    /// org.stand_in("dmm", "head", Interval::new(Some(parse_date("2026-07-13")?), Some(parse_date("2026-07-27")?))?);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("self-approval").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// One person at both ends of a reporting line: that is `manager-of-oneself`, whatever is delegated. One person
    /// in both seats while nobody else above may approve: that is `no-approver`. A delegation without limits, or not
    /// in force then.
    pub struct SelfApproval {
        code: "RSK005",
        name: "self-approval",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    stand_ins(cx);
    two_seats(cx);
}

/// Reports where a stand-in, now or to come, puts the delegate's person into the delegator's seat.
fn stand_ins(cx: &mut Context<'_, '_>) {
    let (org, today) = (cx.org(), cx.as_of());
    if org.stand_ins().len() == 0 {
        return;
    }
    for from in org.positions() {
        if from.all_stand_ins().len() == 0 || from.given().len() == 0 {
            continue;
        }
        let alone: Vec<Alone<'_>> =
            from.all_stand_ins().filter_map(|stand_in| Alone::of(from, stand_in, today)).collect();
        for delegation in from.given() {
            let to = delegation.to();
            if delegation.limits().is_empty() || from.shares_person_with(to) {
                continue;
            }
            let binds =
                |alone: &&Alone<'_>| to.occupant() == Some(alone.person) && delegation.is_in_force(alone.day);
            if let Some(alone) = alone.iter().find(binds) {
                cx.report(while_standing_in(delegation, alone.person, alone.stand_in));
            }
        }
    }
}

/// Who acts in a seat on the first day of a stand-in, where nobody else would.
struct Alone<'o> {
    day: Date,
    person: &'o str,
    stand_in: StandIn<'o>,
}

impl<'o> Alone<'o> {
    fn of(seat: Position<'o>, stand_in: StandIn<'o>, today: Date) -> Option<Self> {
        let day = stand_in.valid().from().map_or(today, |first| first.max(today));
        let person = seat.occupant_on(day).filter(|_| stand_in.is_in_force(day))?;
        let nobody_else = seat.occupant_on_except(day, &[person]).is_none();
        nobody_else.then_some(Self { day, person, stand_in })
    }
}

/// Reports where one person fills both seats, away from each other, and somebody else may approve.
fn two_seats(cx: &mut Context<'_, '_>) {
    let own = |delegation: &Delegation<'_>| {
        let (from, to) = (delegation.from(), delegation.to());
        from.shares_person_with(to)
            && to.manager() != Some(from)
            && delegation.is_in_force(cx.as_of())
            && !delegation.limits().is_empty()
    };
    let mut found: Vec<Delegation<'_>> = cx.org().delegations().filter(own).collect();
    // Sorted, so that what is remembered of a channel's approvers serves all of its delegations.
    found.sort_by_key(|delegation| delegation.channel().map(Channel::ix));
    let mut approvers = Approvers::new(cx.as_of());
    for delegation in found {
        let limit = delegation.limits().transaction.unwrap_or_default();
        let highest = approvers.highest_above(delegation.to(), delegation.channel());
        if highest.is_some_and(|highest| limit < highest) {
            cx.report(in_both_seats(delegation));
        }
    }
}

fn while_standing_in(delegation: Delegation<'_>, person: &str, stand_in: StandIn<'_>) -> Finding {
    let finding = about(delegation, person);
    let (finding, when) = match (stand_in.valid().from(), stand_in.valid().until()) {
        (Some(from), Some(until)) => {
            (finding.fact("first", from).fact("until", until), "from {first} until {until} ")
        }
        (Some(from), None) => (finding.fact("first", from), "from {first} on "),
        (None, Some(until)) => (finding.fact("until", until), "until {until} "),
        (None, None) => (finding, ""),
    };
    finding
        .says(format!("{when}{{person}} stands in for {{from}}, and may lift the limits that bind {{person}}: those of {{at}}"))
        .help("name somebody else who stands in for {from}")
}

fn in_both_seats(delegation: Delegation<'_>) -> Finding {
    let person = delegation.to().occupant().unwrap_or_default();
    about(delegation, person)
        .says("{person} fills both {from} and {to}, and so set the limits of {at} that bind {person}")
        .help("fill one of the two with somebody else, or let another position above {to} delegate to it")
}

fn about(delegation: Delegation<'_>, person: &str) -> Finding {
    Finding::at(delegation)
        .field("from")
        .fact("person", Value::person(person))
        .fact("from", delegation.from())
        .fact("to", delegation.to())
}

#[cfg(test)]
mod tests {
    use crate::calendar::{Interval, parse_date};
    use crate::org::OrgBuilder;
    use crate::rules::testing::{fields, findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "self-approval";

    fn found(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari").approves_up_to(500);
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(1_000);
            org.position("lead", "lead-specialist").holder("wulan").reports_to("dmm");
            state(org);
        });
        let found = findings(&org, RULE);
        assert_eq!(fields(&org, RULE), vec!["from"; found.len()]);
        found
    }

    fn seo<'a>(org: &'a mut OrgBuilder, holder: &str) -> &'a mut OrgBuilder {
        org.position("seo", "specialist").holder(holder).reports_to("lead");
        org
    }

    fn fortnight() -> Interval {
        Interval::new(parse_date("2026-07-13").ok(), parse_date("2026-07-27").ok()).unwrap()
    }

    #[test]
    fn a_stand_in_who_is_bound_by_the_limits_is_found() {
        let found = found(|org| {
            seo(org, "budi").delegation("dmm", "seo", 100).day(10);
            org.stand_in("dmm", "seo", fortnight());
        });
        assert_eq!(
            found,
            [
                "from 2026-07-13 until 2026-07-27 `budi` stands in for `dmm`, and may lift the limits that bind `budi`: \
              those of the delegation from `dmm` to `seo`"
            ]
        );
    }

    #[test]
    fn one_person_at_both_ends_of_a_line_is_another_rules_whoever_stands_in() {
        for (person, expected) in [("rina", 0), ("budi", 1)] {
            let found = found(|org| {
                org.position("seo", "specialist").holder(person).reports_to("dmm");
                org.delegation("dmm", "seo", 100).day(10);
                org.stand_in("dmm", "seo", fortnight());
            });
            assert_eq!(found.len(), expected, "{person}");
        }
    }

    #[test]
    fn a_stand_in_that_has_ended_who_is_somebody_else_or_has_a_second_is_silent() {
        for (by, valid, second, expected) in [
            ("seo", fortnight(), false, 1),
            ("seo", to_come(), false, 1),
            ("seo", ended(), false, 0),
            ("lead", fortnight(), false, 0),
            ("seo", fortnight(), true, 0),
        ] {
            let found = found(|org| {
                seo(org, "budi").delegation("dmm", "seo", 100).day(10);
                org.stand_in("dmm", by, valid);
                if second {
                    org.stand_in("dmm", "lead", valid);
                }
            });
            assert_eq!(found.len(), expected, "{by} {valid} {second}");
        }
    }

    #[test]
    fn a_person_in_two_seats_that_are_not_next_to_each_other_is_found() {
        let found = found(|org| {
            seo(org, "rina").delegation("dmm", "seo", 100).transaction(10);
        });
        assert_eq!(
            found,
            [
                "`rina` fills both `dmm` and `seo`, and so set the limits of the delegation from `dmm` to `seo` that bind \
              `rina`"
            ]
        );
    }

    #[test]
    fn what_manager_of_oneself_and_no_approver_find_is_left_to_them() {
        let next_to_each_other = found(|org| {
            org.position("ppc", "specialist").holder("rina").reports_to("dmm");
            org.delegation("dmm", "ppc", 100).transaction(10);
        });
        assert_eq!(next_to_each_other, [""; 0]);
        let nobody_else = found(|org| {
            seo(org, "rina").delegation("dmm", "seo", 600).transaction(500);
        });
        assert_eq!(nobody_else, [""; 0]);
    }

    #[test]
    fn nothing_to_lift_nothing_in_force_and_an_empty_seat_are_left_alone() {
        let found = found(|org| {
            seo(org, "rina").delegation("dmm", "seo", 100);
            org.delegation("dmm", "seo", 100).day(1).valid(ended());
            org.position("ppc", "specialist").reports_to("lead");
            org.delegation("dmm", "ppc", 100).day(1);
            org.stand_in("dmm", "ppc", fortnight());
        });
        assert_eq!(found, [""; 0]);
    }
}
