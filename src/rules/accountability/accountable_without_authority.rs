//! `ACC004`, accountable-without-authority.

use crate::check::{Context, Finding};
use crate::org::{Outcome, OutcomeKind, Position};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds strategic outcomes whose accountable position has neither money nor people to bring them about (S11, S12).
    ///
    /// ## Why it matters
    /// The levels of responsibility differ because means and risk do: a DMM answers for the return because a DMM
    /// allocates the budget and leads the team. To answer without either is to answer for luck.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["dmm"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("accountable-without-authority").count(), 1);
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
    /// assert_eq!(report.by_rule("accountable-without-authority").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A tactical outcome: whoever is responsible brings it about with the own hands (S07), and where nobody is,
    /// `nobody-responsible` says so. A specialist or another contributor (`strategy-below-manager`). A position of
    /// the class `external`, of whom the org says nothing.
    pub struct AccountableWithoutAuthority {
        code: "ACC004",
        name: "accountable-without-authority",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let year = cx.org().calendar().fiscal_year(cx.as_of());
    for outcome in cx.org().outcomes().filter(|outcome| outcome.kind() == OutcomeKind::Strategic) {
        let accountable = outcome.accountable();
        if is_left_alone(accountable.class())
            || has_people(outcome, accountable)
            || !accountable.held_during(year).is_zero()
        {
            continue;
        }
        cx.report(
            Finding::at(outcome)
                .field("accountable")
                .fact("accountable", accountable)
                .says("{accountable} answers for {at} without money, without reports, and with nobody else responsible")
                .help("give {accountable} money or a team, or let somebody who has them answer for {at}"),
        );
    }
}

/// Returns whether somebody reports to the accountable position, or does the work for it.
fn has_people(outcome: Outcome<'_>, accountable: Position<'_>) -> bool {
    accountable.span() != 0
        || accountable.dotted_reports().len() != 0
        || outcome.responsible().any(|responsible| responsible != accountable)
}

/// Returns whether another rule says what is wrong, or the org says nothing of the class.
fn is_left_alone(class: RoleClass) -> bool {
    class.is_specialist() || matches!(class, RoleClass::Contributor | RoleClass::External)
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::rules::testing::{fields, findings, org};
    use crate::testing::{ended, this_year};

    const RULE: &str = "accountable-without-authority";
    const FOUND: &str =
        "`dmm` answers for `growth` without money, without reports, and with nobody else responsible";

    fn found(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.channel("seo", "");
            org.position("cmo", "cmo").holder("sari").budget(1_000);
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
            state(org);
        });
        let found = findings(&org, RULE);
        assert_eq!(fields(&org, RULE), vec!["accountable"; found.len()]);
        found
    }

    #[test]
    fn a_strategy_with_nothing_but_ones_own_hands_is_found() {
        for responsible in [&[][..], &["dmm"]] {
            let found = found(|org| {
                org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(responsible);
            });
            assert_eq!(found, [FOUND]);
        }
    }

    #[test]
    fn money_of_the_fiscal_year_is_a_means_and_money_of_another_is_not() {
        for (valid, expected) in [(this_year(), 0), (ended(), 0)] {
            let found = found(|org| {
                org.outcome("growth", OutcomeKind::Strategic, "dmm");
                org.delegation("cmo", "dmm", 1).valid(valid);
            });
            assert_eq!(found.len(), expected, "{valid}");
        }
        let long_ago = crate::calendar::Interval::new(None, crate::calendar::parse_date("2025-06-01").ok());
        let found = found(|org| {
            org.outcome("growth", OutcomeKind::Strategic, "dmm");
            org.delegation("cmo", "dmm", 1).valid(long_ago.unwrap());
            org.delegation("cmo", "dmm", 0);
        });
        assert_eq!(found, [FOUND]);
    }

    #[test]
    fn a_report_a_dotted_one_or_somebody_responsible_is_a_means() {
        let states: [fn(&mut OrgBuilder); 3] = [
            |org| {
                org.position("seo", "specialist").reports_to("dmm");
                org.outcome("growth", OutcomeKind::Strategic, "dmm");
            },
            |org| {
                org.position("seo", "specialist").reports_to("cmo").dotted_lines(["dmm"]);
                org.outcome("growth", OutcomeKind::Strategic, "dmm");
            },
            |org| {
                org.position("seo", "specialist").reports_to("cmo");
                org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["seo"]);
            },
        ];
        for state in states {
            assert_eq!(found(state), [""; 0]);
        }
    }

    #[test]
    fn a_specialist_brings_a_channels_result_about_alone() {
        let seo = |org: &mut OrgBuilder| {
            org.position("seo", "specialist").holder("budi").reports_to("cmo").channels(["seo"]);
        };
        let found = found(|org| {
            seo(org);
            org.outcome("visits", OutcomeKind::Tactical, "seo").channel("seo");
            org.outcome("texts", OutcomeKind::Tactical, "seo").responsible(["seo"]);
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn what_another_rule_says_of_the_same_outcome_is_said_once() {
        let found = found(|org| {
            org.position("seo", "specialist").holder("budi").reports_to("cmo");
            org.position("writer", "copywriter").holder("ayu").reports_to("cmo");
            org.outcome("visits", OutcomeKind::Tactical, "dmm").channel("seo");
            org.outcome("growth", OutcomeKind::Strategic, "seo").responsible(["seo"]);
            org.outcome("brand", OutcomeKind::Strategic, "writer");
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn an_agency_is_left_alone() {
        let found = found(|org| {
            org.position("agency", "external");
            org.outcome("growth", OutcomeKind::Strategic, "agency");
        });
        assert_eq!(found, [""; 0]);
    }
}
