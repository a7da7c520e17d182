//! `POL002`, unused-waiver.

use crate::check::{Context, Finding, Phase};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds waivers that cover nothing which this check found under the policy.
    ///
    /// ## Why it matters
    /// A waiver that covers nothing is mended, misplaced or misspelt. Left in, it waits for the next finding at
    /// its place, and accepts that one unseen. Linters report an idle suppression for the same reason, as Ruff
    /// does with [`unused-noqa`](https://docs.astral.sh/ruff/rules/unused-noqa).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, Path, Waiver, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
    /// let at = Path::new().key("positions").key("dmm");
    /// org.waiver(Waiver::new("vacant-manager", at, "the DMM starts in August"));
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unused-waiver").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, Path, Waiver, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager");
    /// org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
    /// let at = Path::new().key("positions").key("dmm");
    /// org.waiver(Waiver::new("vacant-manager", at, "the DMM starts in August"));
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unused-waiver").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A waiver that has ended (`ended-waiver`), and one of a rule that this check does not have
    /// (`unknown-rule`). A waiver of a rule that the profile or the policy allows does cover nothing, and is found.
    pub struct UnusedWaiver {
        code: "POL002",
        name: "unused-waiver",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
        phase: Review,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (org, rules) = (cx.org(), cx.rules());
    for used in cx.waivers().iter().filter(|used| used.findings == 0) {
        let Some(waiver) = org.waivers().get(used.waiver.index()) else { continue };
        let Some(rule) = rules.iter().find(|rule| rule.is_called(&waiver.rule)) else { continue };
        if waiver.has_ended(cx.as_of()) {
            continue;
        }
        let help = match rule.phase {
            Phase::Check => "take it out, or correct its `at`",
            Phase::Review => "take it out: what is found about the policy cannot be waived",
        };
        cx.report(
            Finding::at(used.waiver)
                .fact("rule", waiver.rule.to_string())
                .fact("place", waiver.at.to_string())
                .says("{at} covers nothing: {rule} finds nothing at {place}")
                .help(help),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Check;
    use crate::org::{Level, Org, OrgBuilder, Path, Waiver};
    use crate::rules::testing::{findings, org, today};

    const RULE: &str = "unused-waiver";

    fn at(position: &str) -> Path {
        Path::new().key("positions").key(position)
    }

    /// An org in which `vacant-manager` is found at `dmm`.
    fn vacant(state: impl FnOnce(&mut OrgBuilder)) -> Org {
        org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
            state(org);
        })
    }

    #[test]
    fn a_waiver_at_the_wrong_place_is_found() {
        let org = vacant(|org| {
            org.waiver(Waiver::new("vacant-manager", at("writer"), "hiring"));
        });
        assert_eq!(
            findings(&org, RULE),
            ["waiver 1 covers nothing: `vacant-manager` finds nothing at `positions.writer`"]
        );
    }

    #[test]
    fn a_waiver_that_covers_something_is_not_even_if_another_does_too() {
        let org = vacant(|org| {
            org.waiver(Waiver::new("vacant-manager", at("dmm"), "hiring"));
            org.waiver(Waiver::new("RPT008", at("dmm"), "hiring still"));
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn ended_and_unknown_ones_are_left_to_their_own_rules() {
        let org = vacant(|org| {
            org.waiver(Waiver::new("vacant-manager", at("writer"), "hired").until(today()));
            org.waiver(Waiver::new("vacant-manger", at("dmm"), "hiring"));
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_rule_that_is_not_run_leaves_its_waiver_idle() {
        let org = vacant(|org| {
            org.policy_mut().levels.insert("vacant-manager".to_owned(), Level::Allow);
            org.waiver(Waiver::new("vacant-manager", at("dmm"), "hiring"));
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn what_is_found_about_the_policy_cannot_be_waived() {
        let org = vacant(|org| {
            let first = Path::new().key("waivers").index(0);
            org.waiver(Waiver::new("unused-waiver", first, "it will be of use"));
        });
        let report = Check::standard(today()).run(&org);
        let help: Vec<_> = report.by_rule(RULE).filter_map(|found| found.finding.help_text(&org)).collect();
        assert_eq!(help, ["take it out: what is found about the policy cannot be waived"]);
    }
}
