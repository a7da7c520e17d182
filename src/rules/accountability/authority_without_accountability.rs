//! `ACC005`, authority-without-accountability.

use crate::calendar::Interval;
use crate::check::{Context, Finding, Value};
use crate::money::Money;
use crate::org::{Org, Outcome, Position};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions that hold money or lead a team, and answer for nothing (S11, S12).
    ///
    /// Who holds a budget, passes money on or leads has to be accountable for an outcome. For who only spends what
    /// was delegated, being responsible for somebody else's is enough: the delegator answers.
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
    /// nothing of, unless they hold money: what else they answer for is not marketing's to state. The class
    /// `external`.
    pub struct AuthorityWithoutAccountability {
        code: "ACC005",
        name: "authority-without-accountability",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let year = org.calendar().fiscal_year(cx.as_of());
    let mut workers = None;
    for position in org.positions() {
        if position.accountable_for().len() != 0 || position.class() == RoleClass::External {
            continue;
        }
        let held = position.held_during(year);
        let leads = position.span() != 0 && leads_marketing(position.class());
        if held.is_zero() && !leads || !position.is_occupied() {
            continue;
        }
        let decides =
            leads || position.budget().is_some_and(|budget| !budget.is_zero()) || passes_on(position, year);
        if decides || !workers.get_or_insert_with(|| Workers::new(org)).has(position) {
            cx.report(finding(position, held, leads));
        }
    }
}

/// Returns whether those who report to somebody of this class are a marketing team.
fn leads_marketing(class: RoleClass) -> bool {
    matches!(class, RoleClass::Manager | RoleClass::Contributor) || class.is_specialist()
}

fn passes_on(position: Position<'_>, year: Interval) -> bool {
    position.given().any(|delegation| delegation.valid().overlaps(&year))
}

fn finding(position: Position<'_>, held: Money, leads: bool) -> Finding {
    let says = match (held.is_zero(), leads) {
        (true, _) => "{at} has {reports} and answers for nothing",
        (false, true) => "{at} has {reports} and holds {held} this fiscal year, and answers for nothing",
        (false, false) => "{at} holds {held} this fiscal year, and answers for nothing",
    };
    Finding::at(position)
        .fact("reports", Value::count(position.span(), "direct report", "direct reports"))
        .fact("held", held)
        .says(says)
        .help("state an outcome that {at} is accountable for, or move what it holds and leads to somebody who is")
}

/// Who does the work of some outcome.
struct Workers(Vec<bool>);

impl Workers {
    fn new(org: &Org) -> Self {
        let mut works = vec![false; org.position_count()];
        for responsible in org.outcomes().flat_map(Outcome::responsible) {
            if let Some(slot) = works.get_mut(responsible.ix().index()) {
                *slot = true;
            }
        }
        Self(works)
    }

    fn has(&self, position: Position<'_>) -> bool {
        self.0.get(position.ix().index()).copied().unwrap_or_default()
    }
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
        assert_eq!(team(&["dmm"]), ["`seo` holds IDR 100 this fiscal year, and answers for nothing"]);
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
