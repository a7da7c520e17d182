//! `KPI003`, targets-fall-short.

use crate::check::{Context, Finding, Value};
use crate::money::Quantity;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds KPIs whose target is more than the targets of their parts add up to (S04).
    ///
    /// ## Why it matters
    /// All channels work together as one: if each of them reaches its target and the whole is missed all the same,
    /// nobody on the team is at fault, and the plan never worked.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.kpi("new-customers", "dmm").target(40_000);
    /// org.kpi("from-search", "seo").target(25_000).contributes_to("new-customers");
    /// org.kpi("from-others", "dmm").target(10_000).contributes_to("new-customers");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("targets-fall-short").count(), 1);
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
    /// org.kpi("from-search", "seo").target(25_000).contributes_to("new-customers");
    /// org.kpi("from-others", "dmm").target(15_000).contributes_to("new-customers");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("targets-fall-short").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A KPI without parts or without a target, and one of whose parts any has none: what is not stated may make up for
    /// it. What is a part of something adds up to it; a rate, such as clicks per view, does not, and should not be
    /// stated as one.
    pub struct TargetsFallShort {
        code: "KPI003",
        name: "targets-fall-short",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    // How many parts each KPI has, and what they add up to if all have a target.
    let mut parts = vec![(0_usize, Some(Quantity::ZERO)); org.kpis().len()];
    for kpi in org.kpis() {
        let whole = kpi.contributes_to().and_then(|whole| parts.get_mut(whole.ix().index()));
        let Some((count, sum)) = whole else { continue };
        *count += 1;
        *sum = sum.zip(kpi.target()).and_then(|(sum, target)| sum.checked_add(target));
    }
    for (kpi, (count, sum)) in org.kpis().zip(parts) {
        let (Some(target), Some(sum)) = (kpi.target(), sum) else { continue };
        if count == 0 || target <= sum {
            continue;
        }
        cx.report(
            Finding::at(kpi)
                .field("target")
                .fact("target", target)
                .fact("parts", Value::count(count, "part", "parts"))
                .fact("sum", sum)
                .says("the target of {at} is {target}, and what contributes to it adds up to {sum} ({parts})")
                .help("state the parts that are missing, raise their targets, or lower that of {at}"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "targets-fall-short";

    fn parts(whole: Option<i64>, targets: &[Option<i64>]) -> Vec<String> {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            let customers = org.kpi("customers", "dmm");
            if let Some(target) = whole {
                customers.target(target);
            }
            for (number, target) in targets.iter().enumerate() {
                let part = org.kpi(&format!("part-{number}"), "dmm").contributes_to("customers");
                if let Some(target) = target {
                    part.target(*target);
                }
            }
        });
        findings(&org, RULE)
    }

    #[test]
    fn parts_below_the_whole_are_found_and_parts_that_reach_it_are_not() {
        assert_eq!(
            parts(Some(100), &[Some(60), Some(39)]),
            ["the target of `customers` is 100, and what contributes to it adds up to 99 (2 parts)"]
        );
        assert_eq!(
            parts(Some(100), &[Some(99)]),
            ["the target of `customers` is 100, and what contributes to it adds up to 99 (1 part)"]
        );
        assert_eq!(parts(Some(100), &[Some(60), Some(40)]), [""; 0]);
        assert_eq!(parts(Some(100), &[Some(60), Some(50)]), [""; 0]);
    }

    #[test]
    fn where_a_target_is_missing_nothing_is_said() {
        assert_eq!(parts(Some(100), &[]), [""; 0]);
        assert_eq!(parts(None, &[Some(1)]), [""; 0]);
        assert_eq!(parts(Some(100), &[Some(1), None]), [""; 0]);
    }

    #[test]
    fn a_part_has_parts_of_its_own_that_count_for_it_alone() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.kpi("customers", "dmm").target(10);
            org.kpi("paid", "dmm").target(10).contributes_to("customers");
            org.kpi("social", "dmm").target(9).contributes_to("paid");
        });
        assert_eq!(
            findings(&org, RULE),
            ["the target of `paid` is 10, and what contributes to it adds up to 9 (1 part)"]
        );
    }
}
