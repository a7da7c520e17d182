//! `ACC008`, accountable-vacant.

use crate::check::{Context, Finding, Value};
use crate::org::Position;
use crate::role::RoleClass;
use crate::rules::declare_rule;
use crate::rules::vacancy::people_left_alone;

declare_rule! {
    /// Finds positions that answer for an outcome while nobody holds the seat or acts in it (S14).
    ///
    /// ## Why it matters
    /// Only a person can answer. While the seat is empty, the outcome has a name beside it and nobody behind the
    /// name.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").reports_to("dmm");
    /// org.outcome("visits", OutcomeKind::Tactical, "seo").responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("accountable-vacant").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").acting("budi").reports_to("dmm");
    /// org.outcome("visits", OutcomeKind::Tactical, "seo").responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("accountable-vacant").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A seat that a stand-in fills on the day of the check. A design in which nobody is hired yet. The class
    /// `external`, of whom the org says nothing. An empty seat to which people report (`vacant-manager`).
    pub struct AccountableVacant {
        code: "ACC008",
        name: "accountable-vacant",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let mut has_people = None;
    for position in org.positions() {
        let outcomes = position.accountable_for();
        if outcomes.len() == 0
            || position.occupant_on(cx.as_of()).is_some()
            || position.class() == RoleClass::External
            || people_left_alone(position, cx.as_of()) != 0
        {
            continue;
        }
        if !*has_people.get_or_insert_with(|| org.positions().any(Position::is_occupied)) {
            return;
        }
        cx.report(
            Finding::at(position)
                .fact("outcomes", Value::list(org, outcomes))
                .says("{at} answers for {outcomes}, and nobody holds the seat or acts in it")
                .help("fill {at}, name who stands in as `acting`, or let another position answer"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Interval;
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::rules::testing::{findings, org, today};
    use crate::testing::to_come;

    const RULE: &str = "accountable-vacant";
    const FOUND: &str = "`dmm` answers for `growth` and `visits`, and nobody holds the seat or acts in it";

    fn team(org: &mut OrgBuilder) {
        org.position("cmo", "cmo").holder("sari");
        org.position("dmm", "digital-marketing-manager").reports_to("cmo");
        org.outcome("visits", OutcomeKind::Tactical, "dmm");
        org.outcome("growth", OutcomeKind::Strategic, "dmm");
        org.outcome("brand", OutcomeKind::Strategic, "cmo");
    }

    #[test]
    fn an_empty_seat_is_found_once_with_all_that_it_answers_for() {
        assert_eq!(findings(&org(team), RULE), [FOUND]);
    }

    #[test]
    fn an_empty_seat_to_which_people_report_is_left_to_another_rule() {
        let org = org(|org| {
            team(org);
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_stand_in_on_the_day_acts_and_one_to_come_does_not() {
        for (valid, expected) in [(Interval::new(Some(today()), None).unwrap(), 0), (to_come(), 1)] {
            let org = org(|org| {
                team(org);
                org.stand_in("dmm", "cmo", valid);
            });
            assert_eq!(findings(&org, RULE).len(), expected, "{valid}");
        }
    }

    #[test]
    fn a_holder_whose_stand_in_is_nobody_is_away_and_the_seat_is_not_vacant_whoever_reports_to_it() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("spare", "other");
            org.stand_in("dmm", "spare", Interval::new(Some(today()), None).unwrap());
            org.outcome("growth", OutcomeKind::Strategic, "dmm");
        });
        assert_eq!(
            findings(&org, RULE),
            ["`dmm` answers for `growth`, and nobody holds the seat or acts in it"]
        );
        assert_eq!(findings(&org, "vacant-manager"), [""; 0]);
    }

    #[test]
    fn a_design_without_people_and_an_agency_are_left_alone() {
        let design = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.outcome("growth", OutcomeKind::Strategic, "dmm");
        });
        assert_eq!(findings(&design, RULE), [""; 0]);
        let agency = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("agency", "external");
            org.outcome("growth", OutcomeKind::Strategic, "agency");
        });
        assert_eq!(findings(&agency, RULE), [""; 0]);
    }
}
