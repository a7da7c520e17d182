//! `RSK002`, manager-without-risk.

use crate::check::{Context, Finding, Value};
use crate::org::{Outcome, OutcomeKind, Position};
use crate::role::{Risk, RoleClass};
use crate::rules::charge::{STATE_STRATEGY, Unaccounted};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs with a team or money who answer for nothing of high risk (S16).
    ///
    /// ## Why it matters
    /// A DMM's risk is high: the DMM answers for the failure of the strategy or of the business result, and is paid
    /// for it (S23). Where no outcome of high risk is a DMM's, that risk is somebody else's, or nobody has looked at
    /// it.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, Risk, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").risk(Risk::Medium).responsible(["dmm"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-risk").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, Risk, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").risk(Risk::High).responsible(["dmm"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-risk").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// An empty seat. A DMM with neither direct reports nor money in the fiscal year, who has nothing to answer
    /// with. One who answers for nothing at all (`authority-without-accountability`).
    pub struct ManagerWithoutRisk {
        code: "RSK002",
        name: "manager-without-risk",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (org, today) = (cx.org(), cx.as_of());
    let year = org.calendar().fiscal_year(today);
    let mut unaccounted = Unaccounted::new(org, today);
    for dmm in org.positions().filter(|position| position.class() == RoleClass::Manager) {
        let mut outcomes = dmm.accountable_for();
        if outcomes.any(|outcome| outcome.risk() == Some(Risk::High))
            || !dmm.is_occupied()
            || dmm.span() == 0 && dmm.held_during(year).is_zero()
            || unaccounted.charge(dmm).is_some()
        {
            continue;
        }
        cx.report(finding(dmm));
    }
}

fn finding(dmm: Position<'_>) -> Finding {
    let finding = Finding::at(dmm);
    let strategic = dmm.accountable_for().filter(|outcome| outcome.kind() == OutcomeKind::Strategic);
    let Some(outcome) = strategic.min_by_key(|outcome| Outcome::id(*outcome)) else {
        return finding.says("{at} answers for nothing of high risk").help(STATE_STRATEGY);
    };
    let finding = finding.fact("outcome", outcome);
    let (finding, says) = match outcome.risk() {
        None => (finding, "{at} answers for nothing of high risk: no risk is stated of {outcome}"),
        Some(risk) => {
            let finding = finding.fact("risk", Value::Word(risk.as_str()));
            (finding, "{at} answers for nothing of high risk: that of {outcome} is {risk}")
        }
    };
    finding
        .says(says)
        .help("state the `risk` of {outcome} as it is, or a strategic outcome of high risk for {at}")
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::role::Risk;
    use crate::rules::testing::{findings, helps, org};

    const RULE: &str = "manager-without-risk";

    fn found(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        findings(&org(state), RULE)
    }

    fn dmm(org: &mut OrgBuilder) {
        org.position("dmm", "digital-marketing-manager").holder("rina");
        org.position("seo", "specialist").holder("budi").reports_to("dmm");
    }

    #[test]
    fn a_manager_of_tactics_alone_is_found_and_who_answers_for_nothing_is_left_to_another_rule() {
        assert_eq!(found(dmm), [""; 0]);
        let tactics = |org: &mut OrgBuilder| {
            dmm(org);
            org.outcome("visits", OutcomeKind::Tactical, "dmm").risk(Risk::Medium);
        };
        assert_eq!(found(tactics), ["`dmm` answers for nothing of high risk"]);
        assert!(
            helps(&org(tactics), RULE)[0]
                .starts_with("state the strategic outcome that `dmm` is accountable for")
        );
    }

    #[test]
    fn risk_that_is_lower_or_not_stated_is_told_of_the_first_outcome_by_name() {
        let medium = found(|org| {
            dmm(org);
            org.outcome("visits", OutcomeKind::Strategic, "dmm");
            org.outcome("growth", OutcomeKind::Strategic, "dmm").risk(Risk::Medium);
        });
        assert_eq!(medium, ["`dmm` answers for nothing of high risk: that of `growth` is medium"]);
        let unstated = found(|org| {
            dmm(org);
            org.outcome("a", OutcomeKind::Tactical, "dmm").risk(Risk::Low);
            org.outcome("growth", OutcomeKind::Strategic, "dmm");
        });
        assert_eq!(unstated, ["`dmm` answers for nothing of high risk: no risk is stated of `growth`"]);
    }

    #[test]
    fn any_outcome_of_high_risk_is_enough() {
        let found = found(|org| {
            dmm(org);
            org.outcome("a", OutcomeKind::Strategic, "dmm").risk(Risk::Low);
            org.outcome("b", OutcomeKind::Strategic, "dmm").risk(Risk::High);
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn an_empty_seat_and_one_without_team_and_money_are_left_alone() {
        let found = found(|org| {
            org.position("a", "digital-marketing-manager").budget(5);
            org.position("b", "digital-marketing-manager").holder("rina").budget(0);
            org.position("c", "director-of-marketing").holder("sari").budget(5);
        });
        assert_eq!(found, [""; 0]);
    }
}
