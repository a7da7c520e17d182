//! `KPI002`, kpi-adrift.

use crate::check::{Context, Finding};
use crate::org::{Kpi, OutcomeKind};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds tactical KPIs that contribute to no strategic one (S04).
    ///
    /// A KPI is tactical if it measures a tactical outcome, or measures none and is a specialist's or another
    /// contributor's. Of a chain of tactical KPIs the last is found: the others are mended with it.
    ///
    /// ## Why it matters
    /// A DMM makes sure that all channels work together as one. A figure that no goal needs is still worked for: it is
    /// reached, and the goal is not.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.kpi("new-customers", "dmm");
    /// org.kpi("visits", "seo");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("kpi-adrift").count(), 1);
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
    /// org.kpi("new-customers", "dmm");
    /// org.kpi("visits", "seo").contributes_to("new-customers");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("kpi-adrift").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// KPIs of DMMs, executives and those of whom the domain says nothing, such as heads of other departments, unless
    /// they measure a tactical outcome.
    pub struct KpiAdrift {
        code: "KPI002",
        name: "kpi-adrift",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for kpi in cx.org().kpis() {
        if kpi.contributes_to().is_some() || !is_tactical(kpi) {
            continue;
        }
        cx.report(
            Finding::at(kpi)
                .fact("owner", kpi.owner())
                .says("{at}, which {owner} owns, contributes to no strategic KPI")
                .help("name the KPI that {at} is a part of as `contributes-to`, or the strategic outcome it `measures`"),
        );
    }
}

fn is_tactical(kpi: Kpi<'_>) -> bool {
    let class = kpi.owner().class();
    match kpi.measures() {
        Some(outcome) => outcome.kind() == OutcomeKind::Tactical,
        None => class.is_specialist() || class == RoleClass::Contributor,
    }
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "kpi-adrift";

    fn kpis(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("seo", "specialist").reports_to("dmm");
            org.position("writer", "copywriter").reports_to("dmm");
            org.position("sales", "head-of-sales");
            org.outcome("growth", OutcomeKind::Strategic, "dmm");
            org.outcome("search", OutcomeKind::Tactical, "seo");
            state(org);
        });
        findings(&org, RULE)
    }

    #[test]
    fn the_kpi_of_a_specialist_or_a_contributor_that_leads_nowhere_is_found() {
        let found = kpis(|org| {
            org.kpi("texts", "writer");
            org.kpi("visits", "seo");
        });
        assert_eq!(
            found,
            [
                "`texts`, which `writer` owns, contributes to no strategic KPI",
                "`visits`, which `seo` owns, contributes to no strategic KPI"
            ]
        );
    }

    #[test]
    fn what_it_measures_goes_before_who_owns_it() {
        assert_eq!(kpis(|org| _ = org.kpi("visits", "dmm").measures("search")).len(), 1);
        assert_eq!(kpis(|org| _ = org.kpi("customers", "seo").measures("growth")), [""; 0]);
    }

    #[test]
    fn of_a_chain_that_ends_in_a_tactical_kpi_the_last_is_found() {
        let found = kpis(|org| {
            org.kpi("clicks", "seo").contributes_to("visits");
            org.kpi("visits", "seo");
        });
        assert_eq!(found, ["`visits`, which `seo` owns, contributes to no strategic KPI"]);
    }

    #[test]
    fn a_chain_that_ends_with_a_dmm_or_another_department_is_not_adrift() {
        let found = kpis(|org| {
            org.kpi("customers", "dmm");
            org.kpi("visits", "seo").contributes_to("customers");
            org.kpi("clicks", "seo").contributes_to("visits");
            org.kpi("revenue", "sales");
            org.kpi("leads", "seo").contributes_to("revenue");
        });
        assert_eq!(found, [""; 0]);
    }
}
