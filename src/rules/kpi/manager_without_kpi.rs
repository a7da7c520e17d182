//! `KPI001`, manager-without-kpi.

use crate::check::{Context, Finding, Value};
use crate::org::{Outcome, Position, Subject};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs with a team and without a KPI (S04).
    ///
    /// A KPI is a DMM's if the DMM owns it, or is accountable for the outcome that it measures. An org that states no
    /// KPIs at all gets one finding, and not one for each DMM.
    ///
    /// ## Why it matters
    /// A DMM sets high-level KPIs for the team. Without one nobody can say whether the strategy works, and the team's
    /// own figures add up to nothing.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.kpi("visits", "seo").target(1_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-kpi").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.kpi("new-customers", "dmm").target(40_000);
    /// org.kpi("visits", "seo").target(1_000_000).contributes_to("new-customers");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-kpi").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A DMM without direct reports, who sets KPIs for nobody. Startups, unless they ask for it.
    pub struct ManagerWithoutKpi {
        code: "KPI001",
        name: "manager-without-kpi",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let mut has_kpi = vec![false; if org.kpis().len() == 0 { 0 } else { org.position_count() }];
    for kpi in org.kpis() {
        let answers = kpi.measures().map(Outcome::accountable);
        for position in answers.into_iter().chain([kpi.owner()]) {
            if let Some(has_kpi) = has_kpi.get_mut(position.ix().index()) {
                *has_kpi = true;
            }
        }
    }
    let leads = |position: &Position<'_>| position.class() == RoleClass::Manager && position.span() != 0;
    let lacks = |position: &Position<'_>| has_kpi.get(position.ix().index()) != Some(&true);
    let found = org.positions().filter(leads).filter(lacks);
    if org.kpis().len() == 0 && 1 < found.clone().count() {
        cx.report(
            Finding::at(Subject::Org)
                .fact("managers", Value::list(org, found))
                .says("{at} states no KPIs, so that {managers}, who are DMMs with a team, have none")
                .help("state a KPI for each of them, such as for the result that they answer for"),
        );
        return;
    }
    for position in found {
        cx.report(
            Finding::at(position)
                .says("{at} is a DMM with a team and has no KPI")
                .help("state a KPI whose owner is {at}, such as for the result that {at} answers for"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "manager-without-kpi";

    fn team(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            state(org);
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_dmm_without_a_kpi_is_found_in_a_vacant_seat_too() {
        assert_eq!(team(|_| ()), ["`dmm` is a DMM with a team and has no KPI"]);
        assert_eq!(team(|org| _ = org.kpi("visits", "seo")).len(), 1);
    }

    #[test]
    fn a_kpi_of_ones_own_or_of_ones_outcome_will_do() {
        assert_eq!(team(|org| _ = org.kpi("customers", "dmm")), [""; 0]);
        let measured = team(|org| {
            org.outcome("growth", OutcomeKind::Strategic, "dmm");
            org.kpi("customers", "seo").measures("growth");
        });
        assert_eq!(measured, [""; 0]);
        let of_another = team(|org| {
            org.position("cmo", "cmo");
            org.outcome("brand", OutcomeKind::Strategic, "cmo");
            org.kpi("recall", "dmm").measures("brand");
        });
        assert_eq!(of_another, [""; 0], "the owner has it, whoever answers for what it measures");
    }

    #[test]
    fn an_org_without_kpis_gets_one_finding() {
        let found = team(|org| {
            org.position("crm", "digital-marketing-manager");
            org.position("email", "specialist").reports_to("crm");
        });
        assert_eq!(
            found,
            ["the org states no KPIs, so that `crm` and `dmm`, who are DMMs with a team, have none"]
        );
    }

    #[test]
    fn each_dmm_needs_one_and_others_and_a_dmm_without_a_team_do_not() {
        let org = org(|org| {
            org.position("cmo", "cmo");
            org.position("dmm", "digital-marketing-manager").reports_to("cmo");
            org.position("crm", "digital-marketing-manager").reports_to("dmm");
            org.position("lead", "lead-specialist").reports_to("crm");
            org.position("seo", "specialist").reports_to("lead");
            org.position("alone", "digital-marketing-manager").reports_to("cmo");
            org.kpi("customers", "dmm");
        });
        assert_eq!(findings(&org, RULE), ["`crm` is a DMM with a team and has no KPI"]);
    }
}
