//! `POL001`, unknown-rule.

use std::borrow::Cow;

use crate::check::{Context, Finding, RuleInfo};
use crate::id::most_similar;
use crate::org::Subject;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds levels in the policy, and waivers, that name a rule which this check does not have.
    ///
    /// ## Why it matters
    /// A level for a rule that is not there changes nothing, and nobody is told: what was to be denied passes. It
    /// is usually a name misspelt, or that of a rule of your own with which this check does not run. Compilers
    /// report it for the same reason, as Rust does with the lint
    /// [`unknown_lints`](https://doc.rust-lang.org/nightly/nightly-rustc/rustc_lint_defs/builtin/static.UNKNOWN_LINTS.html).
    ///
    /// ## Example
    /// ```
    /// use bagan::{Level, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.policy_mut().levels.insert("span-to-wide".into(), Level::Deny);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unknown-rule").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{Level, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.policy_mut().levels.insert("span-too-wide".into(), Level::Deny);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unknown-rule").count(), 0);
    /// assert!(report.is_clean());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A waiver that has ended: it is `ended-waiver`'s affair, whatever it names.
    pub struct UnknownRule {
        code: "POL001",
        name: "unknown-rule",
        levels: { startup: Deny, scale_up: Deny, audited: Deny },
        since: "0.1.0",
        phase: Review,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (org, rules) = (cx.org(), cx.rules());
    for name in org.policy().levels.keys().filter(|name| !is_known(rules, name)) {
        cx.report(
            named(Finding::at(Subject::Org).field(level_field(name)), name, rules)
                .says("the policy sets a level for {rule}, and there is no such rule"),
        );
    }
    for used in cx.waivers() {
        let Some(waiver) = org.waivers().get(used.waiver.index()) else { continue };
        if waiver.has_ended(cx.as_of()) || is_known(rules, &waiver.rule) {
            continue;
        }
        cx.report(
            named(Finding::at(used.waiver).field("rule"), &waiver.rule, rules)
                .says("{at} is for {rule}, and there is no such rule"),
        );
    }
}

fn is_known(rules: &[&RuleInfo], name: &str) -> bool {
    rules.iter().any(|rule| rule.is_called(name))
}

/// Returns the field of a level; of all levels if the name would be taken for several keys, or for none.
fn level_field(name: &str) -> Cow<'static, str> {
    if name.is_empty() || name.contains('.') {
        return Cow::Borrowed("policy.levels");
    }
    Cow::Owned(format!("policy.levels.{name}"))
}

/// Adds the name that is unknown, and the known one that looks most like it.
fn named(finding: Finding, name: &str, rules: &[&RuleInfo]) -> Finding {
    let finding = finding.fact("rule", name.to_owned());
    let known = rules.iter().flat_map(|rule| [rule.name, rule.code]);
    match most_similar(name, known) {
        Some(similar) => finding.fact("similar", similar).help("did you mean {similar}?"),
        None => finding.help("name a rule of this check, or take it out"),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Check;
    use crate::org::{Level, Org, Path, Profile, Waiver};
    use crate::rules::testing::{findings, org, today};

    const RULE: &str = "unknown-rule";

    fn with_level(name: &str) -> Org {
        org(|org| {
            org.policy_mut().levels.insert(name.to_owned(), Level::Deny);
        })
    }

    fn place_and_help(org: &Org) -> Vec<(String, String)> {
        let report = Check::standard(today()).run(org);
        let found = report.by_rule(RULE);
        found.map(|f| (f.path(org).to_string(), f.finding.help_text(org).unwrap())).collect()
    }

    #[test]
    fn a_level_of_an_unknown_rule_is_found_at_its_key() {
        let org = with_level("span-to-wide");
        assert_eq!(
            findings(&org, RULE),
            ["the policy sets a level for `span-to-wide`, and there is no such rule"]
        );
        assert_eq!(
            place_and_help(&org),
            [("policy.levels.span-to-wide".to_owned(), "did you mean `span-too-wide`?".to_owned())]
        );
    }

    #[test]
    fn a_code_is_a_name_too_and_case_counts() {
        assert_eq!(findings(&with_level("RPT005"), RULE), [""; 0]);
        let found = place_and_help(&with_level("rpt005"));
        assert_eq!(found.first().map(|(_, help)| help.as_str()), Some("did you mean `RPT005`?"));
    }

    #[test]
    fn what_looks_like_no_rule_gets_no_suggestion() {
        let help = "name a rule of this check, or take it out";
        for (name, place) in
            [("x.y", "policy.levels"), ("", "policy.levels"), ("数字", "policy.levels.\"数字\"")]
        {
            assert_eq!(place_and_help(&with_level(name)), [(place.to_owned(), help.to_owned())]);
        }
    }

    #[test]
    fn a_waiver_of_an_unknown_rule_is_found_unless_it_has_ended() {
        let waiver = |rule| Waiver::new(rule, Path::new().key("positions").key("dmm"), "hiring in August");
        let org = org(|org| {
            org.waiver(waiver("vacant-manger").until(today()));
            org.waiver(waiver("vacant-manger"));
            org.waiver(waiver("vacant-manager"));
        });
        assert_eq!(findings(&org, RULE), ["waiver 2 is for `vacant-manger`, and there is no such rule"]);
        assert_eq!(
            place_and_help(&org),
            [("waivers[1].rule".to_owned(), "did you mean `vacant-manager`?".to_owned())]
        );
    }

    #[test]
    fn a_rule_that_this_check_leaves_out_is_unknown_to_it() {
        let org = with_level("span-too-wide");
        let report = Check::new(today()).rule(&super::UnknownRule).profile(Profile::Audited).run(&org);
        assert_eq!(report.by_rule(RULE).count(), 1);
    }
}
