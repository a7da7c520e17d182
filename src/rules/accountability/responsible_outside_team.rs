//! `ACC007`, responsible-outside-team.

use crate::check::{Context, Finding, Value};
use crate::org::Position;
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds outcomes with responsible positions outside the team of the one that is accountable (S14).
    ///
    /// ## Why it matters
    /// A DMM answers for the team that the DMM leads, recruits and develops. Whoever works for an outcome and
    /// reports elsewhere gets priorities elsewhere: the one who answers can ask, and cannot decide.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("crm", "digital-marketing-manager").holder("adit");
    /// org.position("mail", "specialist").holder("ayu").reports_to("crm");
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["mail"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("responsible-outside-team").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("crm", "digital-marketing-manager").holder("adit");
    /// org.position("mail", "specialist").holder("ayu").reports_to("crm").dotted_lines(["dmm"]);
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["mail"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("responsible-outside-team").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// The accountable position itself, and everybody below it, however far. Whoever is tied to it, or to somebody
    /// below, by a dotted line; another seat of the same person. The class `external` at either end, of whom the org
    /// says nothing.
    pub struct ResponsibleOutsideTeam {
        code: "ACC007",
        name: "responsible-outside-team",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    for outcome in org.outcomes() {
        let accountable = outcome.accountable();
        if accountable.class() == RoleClass::External {
            continue;
        }
        let outside = outcome.responsible().filter(|responsible| !is_in_team(accountable, *responsible));
        let says = match outside.clone().count() {
            0 => continue,
            1 => {
                "{accountable} answers for {at}, and {outside}, who is responsible for it, is outside its team"
            }
            _ => {
                "{accountable} answers for {at}, and {outside}, who are responsible for it, are outside its team"
            }
        };
        cx.report(
            Finding::at(outcome)
                .field("responsible")
                .fact("accountable", accountable)
                .fact("outside", Value::list(org, outside))
                .says(says)
                .help("draw a dotted line to {accountable}, or let somebody who leads all of them answer for {at}"),
        );
    }
}

/// Returns whether somebody is in the team of the accountable position, or is it.
fn is_in_team(accountable: Position<'_>, responsible: Position<'_>) -> bool {
    let in_line = |position: Position<'_>| position == accountable || accountable.is_above(position);
    in_line(responsible)
        || responsible.class() == RoleClass::External
        || responsible.shares_person_with(accountable)
        || responsible.dotted_lines().any(in_line)
        || accountable.dotted_lines().any(|other| other == responsible)
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::rules::testing::{fields, findings, org};

    const RULE: &str = "responsible-outside-team";

    fn found(accountable: &str, responsible: &[&str], state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
            org.position("lead", "lead-specialist").holder("wulan").reports_to("dmm");
            org.position("seo", "specialist").holder("budi").reports_to("lead");
            org.position("crm", "digital-marketing-manager").holder("adit").reports_to("cmo");
            org.position("mail", "specialist").holder("ayu").reports_to("crm");
            state(org);
            org.outcome("growth", OutcomeKind::Strategic, accountable).responsible(responsible);
        });
        let found = findings(&org, RULE);
        assert_eq!(fields(&org, RULE), vec!["responsible"; found.len()]);
        found
    }

    #[test]
    fn those_of_another_team_and_above_are_found_in_one_finding() {
        assert_eq!(
            found("dmm", &["seo", "mail", "cmo"], |_| {}),
            [
                "`dmm` answers for `growth`, and `cmo` and `mail`, who are responsible for it, are outside its team"
            ]
        );
    }

    #[test]
    fn one_reads_as_one() {
        assert_eq!(
            found("dmm", &["crm"], |_| {}),
            ["`dmm` answers for `growth`, and `crm`, who is responsible for it, is outside its team"]
        );
    }

    #[test]
    fn oneself_and_those_below_are_the_team() {
        assert_eq!(found("dmm", &["dmm", "lead", "seo"], |_| {}), [""; 0]);
        assert_eq!(found("cmo", &["mail", "seo"], |_| {}), [""; 0]);
        assert_eq!(found("seo", &[], |_| {}), [""; 0]);
    }

    #[test]
    fn a_dotted_line_either_way_or_to_somebody_below_ties() {
        for (to, expected) in [("dmm", 0), ("lead", 0), ("cmo", 1)] {
            let found = found("dmm", &["lent"], |org| {
                org.position("lent", "specialist").holder("joko").reports_to("crm").dotted_lines([to]);
            });
            assert_eq!(found.len(), expected, "{to}");
        }
        let found = found("new", &["mail"], |org| {
            org.position("new", "digital-marketing-manager").holder("eko").dotted_lines(["mail"]);
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn an_agency_and_a_second_seat_of_the_same_person_are_left_alone() {
        let found = found("dmm", &["agency", "second"], |org| {
            org.position("agency", "external").holder("putri");
            org.position("second", "other").holder("rina");
        });
        assert_eq!(found, [""; 0]);
    }
}
