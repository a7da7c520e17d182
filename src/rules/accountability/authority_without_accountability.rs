//! `ACC005`, authority-without-accountability.

use crate::check::{Context, Finding, Value};
use crate::org::{Org, Position, Subject};
use crate::role::RoleClass;
use crate::rules::charge::{Charge, STATE_STRATEGY, Unaccounted};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions that hold money or lead a team, and answer for nothing (S11, S12).
    ///
    /// Who holds a budget, passes money on or leads as a DMM has to be accountable for an outcome. For who only spends what
    /// was delegated, or leads others as a specialist, being responsible for somebody else's is enough: the
    /// delegator, or the DMM, answers. An org that states no
    /// outcomes at all gets one finding, and not one for each position.
    ///
    /// ## Why it matters
    /// Whoever sets and allocates money is accountable for its return, and delegating it leaves that where it was.
    /// Authority without an outcome to answer for is spent on nobody's account.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("authority-without-accountability").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["dmm"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("authority-without-accountability").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// An empty seat (`vacant-manager`). Executives, heads of other departments and roles that the domain says
    /// nothing of, unless they hold money: what else they answer for is not marketing's to state. Who only spends on
    /// a channel for whose result nobody answers (`channel-without-owner`). The class `external`.
    pub struct AuthorityWithoutAccountability {
        code: "ACC005",
        name: "authority-without-accountability",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let mut unaccounted = Unaccounted::new(org, cx.as_of());
    let found = org.positions().filter_map(|position| Some((position, unaccounted.charge(position)?)));
    if org.outcomes().len() != 0 {
        found.for_each(|(position, charge)| cx.report(finding(position, charge)));
        return;
    }
    let found: Vec<_> = found.collect();
    match found.as_slice() {
        [] => {}
        [(position, charge)] => cx.report(finding(*position, *charge)),
        several => cx.report(without_outcomes(org, several)),
    }
}

fn finding(position: Position<'_>, Charge { held, leads }: Charge) -> Finding {
    let says = match (held.is_zero(), leads) {
        (true, _) => "{at} has {reports} and answers for nothing",
        (false, true) => "{at} has {reports} and holds {held} this fiscal year, and answers for nothing",
        (false, false) => "{at} holds {held} this fiscal year, and answers for nothing",
    };
    let help = match position.class() {
        RoleClass::Manager => STATE_STRATEGY,
        _ => {
            "state an outcome that {at} is accountable for, or move what it holds and leads to somebody who is"
        }
    };
    Finding::at(position)
        .fact("reports", Value::count(position.span(), "direct report", "direct reports"))
        .fact("held", held)
        .says(says)
        .help(help)
}

/// Reports once that an org states no outcome, for all who have money or a team.
fn without_outcomes(org: &Org, found: &[(Position<'_>, Charge)]) -> Finding {
    Finding::at(Subject::Org)
        .fact("positions", Value::list(org, found.iter().map(|(position, _)| *position)))
        .says("{at} states no outcomes, so that {positions} answer for nothing of what they hold and lead")
        .help(
            "state a strategic outcome for each DMM, with its `risk` and what it is `about` (roi, team-performance), \
             and a tactical one for each channel",
        )
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::rules::testing::{findings, org};
    use crate::testing::ended;

    const RULE: &str = "authority-without-accountability";

    fn found(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        findings(&org(state), RULE)
    }

    #[test]
    fn a_manager_is_found_for_team_and_money() {
        let found = found(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(500);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.position("lead", "lead-specialist").acting("wulan");
            org.position("writer", "copywriter").holder("siti").reports_to("lead");
            org.position("video", "copywriter").holder("eko").reports_to("lead");
            org.position("cmo", "cmo").holder("sari").budget("1000.50");
            org.outcome("visits", OutcomeKind::Tactical, "seo");
        });
        assert_eq!(
            found,
            [
                "`cmo` holds IDR 1,000.50 this fiscal year, and answers for nothing",
                "`dmm` has 1 direct report and holds IDR 500 this fiscal year, and answers for nothing",
                "`lead` has 2 direct reports and answers for nothing"
            ]
        );
    }

    #[test]
    fn an_org_without_outcomes_gets_one_finding() {
        let team = |org: &mut OrgBuilder| {
            org.channel("seo", "");
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(500);
            org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
        };
        let one = found(team);
        assert_eq!(
            one,
            ["`dmm` has 1 direct report and holds IDR 500 this fiscal year, and answers for nothing"]
        );
        let with_another = |org: &mut OrgBuilder| {
            team(org);
            org.delegation("dmm", "seo", 100).channel("seo");
            org.position("crm", "digital-marketing-manager").holder("dewi").budget(7);
        };
        assert_eq!(
            found(with_another),
            [
                "the org states no outcomes, so that `crm` and `dmm` answer for nothing of what they hold and lead"
            ],
            "who only spends on a channel that nobody answers for is left to `channel-without-owner`"
        );
    }

    #[test]
    fn who_only_spends_on_a_channel_that_nobody_answers_for_is_left_to_the_rule_of_channels() {
        for (channel, expected) in [("seo", 1), ("ppc", 0)] {
            let found = found(|org| {
                org.channel("seo", "").channel("ppc", "");
                org.position("dmm", "digital-marketing-manager").holder("rina").budget(500);
                org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
                org.delegation("dmm", "seo", 100).channel("seo");
                org.outcome("visits", OutcomeKind::Tactical, "dmm").channel(channel);
            });
            assert_eq!(found.len(), expected, "{channel}");
        }
    }

    #[test]
    fn any_outcome_of_ones_own_is_enough() {
        let found = found(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(500);
            org.outcome("visits", OutcomeKind::Tactical, "dmm");
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn who_only_spends_what_was_delegated_may_work_for_anothers_outcome() {
        let team = |responsible: &[&str]| {
            found(|org| {
                org.position("dmm", "digital-marketing-manager").holder("rina").budget(500);
                org.position("seo", "specialist").holder("budi").reports_to("dmm");
                org.delegation("dmm", "seo", 100).valid(ended());
                org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(responsible);
            })
        };
        assert_eq!(team(&["seo"]), [""; 0]);
        let with_budget = |budget: i64| {
            found(|org| {
                org.position("dmm", "digital-marketing-manager").holder("rina").budget(500);
                org.position("seo", "specialist").holder("budi").reports_to("dmm").budget(budget);
                org.delegation("dmm", "seo", 100);
                org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["seo"]);
            })
        };
        assert_eq!((with_budget(0).len(), with_budget(1).len()), (0, 1), "a budget of nothing is none");
        assert_eq!(team(&["dmm"]), ["`seo` holds IDR 100 this fiscal year, and answers for nothing"]);
    }

    #[test]
    fn a_lead_may_work_for_the_managers_outcome_and_a_manager_may_not() {
        for (role, responsible, expected) in [
            ("lead-specialist", ["lead"], 0),
            ("lead-specialist", ["dmm"], 1),
            ("digital-marketing-manager", ["lead"], 1),
        ] {
            let found = found(|org| {
                org.position("dmm", "digital-marketing-manager").holder("rina");
                org.position("lead", role).holder("wulan").reports_to("dmm");
                org.position("seo", "specialist").holder("budi").reports_to("lead");
                org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(responsible);
            });
            assert_eq!(found.len(), expected, "{role} {responsible:?}");
        }
    }

    #[test]
    fn who_passes_money_on_has_to_answer_for_something() {
        let found = found(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(500);
            org.position("head", "head-of-sales").holder("joko").reports_to("dmm");
            org.position("seo", "specialist").holder("budi").reports_to("head");
            org.delegation("dmm", "head", 100);
            org.delegation("head", "seo", 50);
            org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["head", "seo"]);
        });
        assert_eq!(found, ["`head` holds IDR 100 this fiscal year, and answers for nothing"]);
    }

    #[test]
    fn empty_seats_outsiders_and_those_who_lead_other_departments_are_left_alone() {
        let found = found(|org| {
            org.position("ceo", "ceo").holder("hartono");
            org.position("dmm", "digital-marketing-manager").reports_to("ceo").budget(500);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.position("sales", "head-of-sales").holder("joko").reports_to("ceo");
            org.position("rep", "other").holder("eko").reports_to("sales");
            org.position("agency", "external").holder("putri").budget(5);
        });
        assert_eq!(found, [""; 0]);
    }
}
