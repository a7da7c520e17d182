//! `RPT002`, team-without-manager.

use crate::check::{Context, Finding, Value};
use crate::org::Position;
use crate::rules::declare_rule;
use crate::rules::reporting::leaders::{Led, is_team, without_manager};

declare_rule! {
    /// Finds specialists, senior ones included, in whose line no DMM stands above them (S14).
    ///
    /// There is one finding for each team: it names whoever leads the specialists, and leaves out those who
    /// report to another specialist of the team.
    ///
    /// ## Why it matters
    /// A DMM leads, recruits and develops the whole team of specialists, and answers for what they achieve
    /// together. A team without one has experts for each channel, and nobody who makes the channels work as one.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("lead", "lead-specialist").holder("dewi").reports_to("cmo");
    /// org.position("seo", "specialist").holder("budi").reports_to("lead");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("team-without-manager").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
    /// org.position("seo", "specialist").holder("budi").reports_to("lead");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("team-without-manager").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A line that passes through somebody of the class `external`, of whom the org says nothing. A DMM's seat
    /// counts while it is vacant: that is `vacant-manager`'s affair. One specialist alone, who is no senior, is no team
    /// (`specialist-outside-line`).
    pub struct TeamWithoutManager {
        code: "RPT002",
        name: "team-without-manager",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let led = without_manager(org);
    for team in led.chunk_by(|one, other| one.leader == other.leader).filter(|led| is_team(org, led)) {
        if let Some(Led { leader, .. }) = team.first() {
            cx.report(finding(org.position_at(*leader), team.len()));
        }
    }
}

fn finding(leader: Position<'_>, specialists: usize) -> Finding {
    let class = leader.class();
    if class.is_specialist() {
        return Finding::at(leader)
            .fact("class", class)
            .says("{at} is a {class} who reports to nobody, so that no DMM is in the line")
            .help("let {at} report to a DMM");
    }
    Finding::at(leader)
        .fact("specialists", Value::count(specialists, "specialist", "specialists"))
        .says("{at} leads {specialists} without a DMM in the line")
        .help("let the team report to a DMM; if {at} is one, give it a role of the class manager")
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "team-without-manager";

    #[test]
    fn a_team_is_found_once_at_whoever_leads_it() {
        let org = org(|org| {
            org.position("seo", "specialist").holder("budi").reports_to("cmo");
            org.position("lead", "lead-specialist").holder("dewi").reports_to("cmo");
            org.position("ppc", "specialist").holder("agus").reports_to("lead");
            org.position("cmo", "cmo").holder("sari");
            org.position("writer", "copywriter").holder("ayu").reports_to("cmo");
            org.position("email", "specialist").holder("tono").reports_to("writer");
        });
        assert_eq!(findings(&org, RULE), ["`cmo` leads 2 specialists without a DMM in the line"]);
    }

    #[test]
    fn a_senior_is_a_team_and_a_specialist_alone_is_not() {
        for (role, expected) in [("lead-specialist", 1), ("specialist", 0)] {
            let org = org(|org| {
                org.position("cmo", "cmo").holder("sari");
                org.position("seo", role).holder("budi").reports_to("cmo");
                org.position("ppc", role).holder("dewi");
            });
            assert_eq!(findings(&org, RULE).len(), 2 * expected, "{role}");
        }
    }

    #[test]
    fn a_specialist_at_the_top_is_found() {
        let org = org(|org| {
            org.position("lead", "lead-specialist").holder("dewi");
            org.position("ppc", "specialist").holder("agus").reports_to("lead");
        });
        assert_eq!(
            findings(&org, RULE),
            ["`lead` is a senior-specialist who reports to nobody, so that no DMM is in the line"]
        );
    }

    #[test]
    fn a_dmm_anywhere_above_is_enough_even_vacant() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("content", "other").holder("ayu").reports_to("dmm");
            org.position("lead", "lead-specialist").holder("dewi").reports_to("content");
            org.position("ppc", "specialist").holder("agus").reports_to("lead");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_dmm_in_another_branch_or_on_a_dotted_line_is_not() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.position("ppc", "senior-specialist").holder("agus").reports_to("cmo").dotted_lines(["dmm"]);
        });
        assert_eq!(findings(&org, RULE), ["`cmo` leads 1 specialist without a DMM in the line"]);
    }

    #[test]
    fn a_line_that_leaves_the_org_is_left_alone() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("agency", "external").reports_to("cmo");
            org.position("account", "other").reports_to("agency");
            org.position("ppc", "specialist").holder("agus").reports_to("account");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
