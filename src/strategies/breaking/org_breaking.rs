//! From a rule's name to a strategy that breaks it.

use proptest::prelude::*;
use thiserror::Error;

use crate::check::{Rule, RuleInfo};
use crate::org::{Level, Org};
use crate::rules;
use crate::spec::OrgSpec;
use crate::strategies::breaking::scene::{Breaker, Scene};
use crate::strategies::breaking::{
    accountability, budget, career, collaboration, decision, kpi, pay, policy, reporting, risk,
    specialisation,
};
use crate::strategies::make::{built, clean_spec};
use crate::strategies::params::OrgParams;
use crate::strategies::pick::pick;

/// A name or code that no built-in rule has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no rule `{rule}` to break{}", similar.map(|rule| format!(": did you mean `{rule}`?")).unwrap_or_default())]
#[non_exhaustive]
pub struct UnknownRuleError {
    /// The name or code.
    pub rule: String,
    /// The name of a rule that looks like it.
    pub similar: Option<&'static str>,
}

/// Makes orgs in which a built-in rule fires, by its code or name, and which are clean otherwise.
///
/// The fault is planted in a clean org, such as [`clean_org`](crate::strategies::clean_org) makes, and takes a few
/// positions more where that one has no place for it. No other rule fires with it, in any profile.
///
/// The rule fires under the default profile, where the org's own policy sets it to `warn` if the profile allows it. It
/// fires in an audited org too, unless it is allowed there; a startup allows more, such as wider spans. The day is
/// 1 July 2026. Shrinks to a few positions.
///
/// # Errors
/// There is no such rule.
///
/// ```
/// use bagan::strategies::org_breaking;
/// use bagan::{check, parse_date};
/// use proptest::prelude::*;
///
/// let today = parse_date("2026-07-01")?;
/// proptest!(ProptestConfig::with_cases(32), |(org in org_breaking("vacant-manager")?)| {
///     let report = check(&org, today);
///     prop_assert!(report.findings().iter().all(|found| found.rule.code == "RPT008"));
///     prop_assert!(!report.is_clean());
/// });
///
/// let error = org_breaking("vacant-manger").unwrap_err();
/// assert_eq!(error.to_string(), "there is no rule `vacant-manger` to break: did you mean `vacant-manager`?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn org_breaking(rule: &str) -> Result<BoxedStrategy<Org>, UnknownRuleError> {
    org_breaking_with(rule, OrgParams::default())
}

/// Makes orgs in which a built-in rule fires, as [`org_breaking`] does, from clean ones of your own size and date.
///
/// # Errors
/// There is no such rule.
///
/// ```
/// use bagan::strategies::{OrgParams, org_breaking_with};
/// use bagan::{check, parse_date};
/// use proptest::prelude::*;
///
/// let date = parse_date("2030-02-28")?;
/// let params = OrgParams::default().positions(1..=5).as_of(date);
/// proptest!(ProptestConfig::with_cases(32), |(org in org_breaking_with("BUD011", params)?)| {
///     prop_assert_eq!(check(&org, date).by_rule("expired-delegation").count(), 1);
/// });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn org_breaking_with(rule: &str, params: OrgParams) -> Result<BoxedStrategy<Org>, UnknownRuleError> {
    let found = rules::find(rule).map(Rule::info);
    let found = found.and_then(|info| Some((info, breaker(info.code)?)));
    let Some((info, breaker)) = found else {
        return Err(UnknownRuleError { rule: rule.to_owned(), similar: rules::most_similar(rule) });
    };
    let as_of = params.as_of;
    let picks = prop::array::uniform4(pick());
    let broken = (clean_spec(params), picks).prop_map(move |(spec, picks)| {
        let mut scene = Scene::new(spec, picks, as_of);
        breaker(&mut scene);
        let mut spec = scene.into_spec();
        run_by_default(info, &mut spec);
        built(&spec)
    });
    Ok(broken.boxed())
}

/// Returns what breaks the rule with a code.
fn breaker(code: &str) -> Option<Breaker> {
    let families = [
        accountability::BREAKERS,
        budget::BREAKERS,
        career::BREAKERS,
        collaboration::BREAKERS,
        decision::BREAKERS,
        kpi::BREAKERS,
        pay::BREAKERS,
        policy::BREAKERS,
        reporting::BREAKERS,
        risk::BREAKERS,
        specialisation::BREAKERS,
    ];
    families.into_iter().flatten().find(|(known, _)| *known == code).map(|(_, breaker)| *breaker)
}

/// Sees that a rule runs under the default profile.
fn run_by_default(info: &RuleInfo, spec: &mut OrgSpec) {
    if info.levels.scale_up == Level::Allow {
        spec.policy.levels.insert(info.name.to_owned(), Level::Warn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Levels;
    use crate::spec::OrganizationSpec;

    #[test]
    fn a_rule_that_the_default_profile_allows_is_set_to_warn() {
        let mut spec = OrgSpec::new(OrganizationSpec::new("Nusantara Retail", "IDR"));
        let warned = RuleInfo::new("ACME001", "lonely", "");
        run_by_default(&warned, &mut spec);
        assert!(spec.policy.levels.is_empty());
        let levels = Levels { startup: Level::Allow, scale_up: Level::Allow, audited: Level::Deny };
        run_by_default(&warned.levels(levels), &mut spec);
        assert_eq!(spec.policy.levels.get("lonely"), Some(&Level::Warn));
    }
}
