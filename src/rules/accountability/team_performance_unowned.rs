//! `ACC009`, team-performance-unowned.

use crate::check::{Context, Finding, Value};
use crate::org::OutcomeTopic;
use crate::rules::accountability::topics::report_unanswered;
use crate::rules::declare_rule;

const TOPIC: OutcomeTopic = OutcomeTopic::TeamPerformance;

declare_rule! {
    /// Finds DMMs with specialists for whose performance as a team no DMM answers (S14).
    ///
    /// An outcome says so by its topic: `about = ["team-performance"]`, alone or among others.
    ///
    /// ## Why it matters
    /// A DMM leads, recruits and develops the whole team of specialists, and is accountable for their collective
    /// performance. Where that is nobody's outcome, each specialist can reach the own target while the team as a
    /// whole fails.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, OutcomeTopic, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").about([OutcomeTopic::Roi]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("team-performance-unowned").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, OutcomeTopic, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm")
    ///     .about([OutcomeTopic::Roi, OutcomeTopic::TeamPerformance]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("team-performance-unowned").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A DMM above whom another DMM answers for the whole of both teams. An empty seat (`vacant-manager`); a DMM to
    /// whom no specialist, senior or not, reports directly. One who answers for nothing at all
    /// (`authority-without-accountability`).
    pub struct TeamPerformanceUnowned {
        code: "ACC009",
        name: "team-performance-unowned",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let says = "{at} leads {specialists}, and no DMM answers for their performance as a team";
    report_unanswered(cx, TOPIC, says, |dmm| {
        let count = dmm.reports().filter(|report| report.class().is_specialist()).count();
        let specialists = Value::count(count, "specialist", "specialists");
        (count != 0).then(|| Finding::at(dmm).fact("specialists", specialists))
    });
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind, OutcomeTopic};
    use crate::rules::testing::{findings, helps, org};

    const RULE: &str = "team-performance-unowned";
    const FOUND: &str = "`dmm` leads 2 specialists, and no DMM answers for their performance as a team";

    fn found(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        findings(&org(state), RULE)
    }

    fn team(org: &mut OrgBuilder) {
        org.position("cmo", "cmo").holder("dewi");
        org.position("head", "digital-marketing-manager").holder("sari").reports_to("cmo");
        org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("head");
        org.position("seo", "specialist").holder("budi").reports_to("dmm");
        org.position("lead", "lead-specialist").reports_to("dmm");
        org.position("writer", "copywriter").holder("siti").reports_to("dmm");
    }

    #[test]
    fn who_answers_for_something_else_alone_is_found_and_who_answers_for_nothing_is_left_to_another_rule() {
        assert_eq!(found(team), [""; 0]);
        let stated = |org: &mut OrgBuilder| {
            team(org);
            org.outcome("visits", OutcomeKind::Tactical, "dmm");
        };
        assert_eq!(found(stated), [FOUND]);
    }

    #[test]
    fn the_manager_or_a_manager_above_may_answer_and_nobody_else() {
        for (accountable, expected) in [("dmm", 0), ("head", 0), ("seo", 1), ("cmo", 1), ("peer", 1)] {
            let found = found(|org| {
                org.position("peer", "digital-marketing-manager").holder("adit").reports_to("cmo");
                team(org);
                org.outcome("visits", OutcomeKind::Tactical, "dmm");
                org.outcome("o", OutcomeKind::Strategic, accountable)
                    .about([OutcomeTopic::Strategy, OutcomeTopic::TeamPerformance]);
            });
            assert_eq!(found.len(), expected, "{accountable}");
        }
    }

    #[test]
    fn another_topic_is_not_this_one_and_the_help_names_an_outcome_to_extend() {
        let org = org(|org| {
            team(org);
            org.outcome("visits", OutcomeKind::Tactical, "dmm");
            org.outcome("growth", OutcomeKind::Strategic, "dmm").about([OutcomeTopic::Roi]);
            org.outcome("brand", OutcomeKind::Strategic, "dmm");
        });
        assert_eq!(findings(&org, RULE), [FOUND]);
        assert_eq!(
            helps(&org, RULE),
            [
                "add `team-performance` to what `brand` is `about`, or state another outcome that `dmm` is accountable for"
            ]
        );
    }

    #[test]
    fn an_empty_seat_and_one_without_specialists_are_left_alone() {
        let found = found(|org| {
            org.position("dmm", "digital-marketing-manager").budget(5);
            org.position("seo", "specialist").reports_to("dmm");
            org.position("studio", "digital-marketing-manager").holder("rina");
            org.position("writer", "copywriter").holder("siti").reports_to("studio");
        });
        assert_eq!(found, [""; 0]);
    }
}
