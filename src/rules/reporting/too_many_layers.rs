//! `RPT007`, too-many-layers.

use crate::check::{Context, Finding, Value};
use crate::money::Quantity;
use crate::org::Position;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds lines with more layers, from the top down to the lowest position, than the policy allows.
    ///
    /// There is one finding for each position at the top; it names one of the lowest positions below it.
    ///
    /// ## Why it matters
    /// Every layer delays a decision, and changes a message, on its way up and down. Jaques held seven levels to
    /// be enough for the largest corporation, and fewer for a smaller one ("Too Many Management Levels",
    /// [California Management Review, 1965](https://cmr.berkeley.edu/1965/11/8-1-too-many-management-levels/)).
    /// Here too a seventh layer is the last one with a class of its own, from specialist to chief executive
    /// (S21, S22): with an eighth, two of one class stand in line.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("ceo", "ceo");
    /// org.position("cmo", "cmo").reports_to("ceo");
    /// org.position("vp", "vp-of-marketing").reports_to("cmo");
    /// org.position("director", "director-of-marketing").reports_to("vp");
    /// org.position("dmm", "digital-marketing-manager").reports_to("director");
    /// org.position("lead", "lead-specialist").reports_to("dmm");
    /// org.position("senior", "senior-specialist").reports_to("lead");
    /// org.position("seo", "specialist").reports_to("senior");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("too-many-layers").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("ceo", "ceo");
    /// org.position("cmo", "cmo").reports_to("ceo");
    /// org.position("vp", "vp-of-marketing").reports_to("cmo");
    /// org.position("director", "director-of-marketing").reports_to("vp");
    /// org.position("dmm", "digital-marketing-manager").reports_to("director");
    /// org.position("lead", "lead-specialist").reports_to("dmm");
    /// org.position("senior", "senior-specialist").reports_to("dmm");
    /// org.position("seo", "specialist").reports_to("senior");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("too-many-layers").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `layers-at-most`: the most layers that are still allowed, the top included; 5 in the profile `startup`,
    /// 7 in `scale-up` and `audited`. These are presets, and no truth.
    ///
    /// ## What it leaves alone
    /// Dotted lines. A manager of the class `external` at the top counts as one layer, however many there are.
    pub struct TooManyLayers {
        code: "RPT007",
        name: "too-many-layers",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let allowed = cx.settings().layers_at_most;
    for top in cx.org().roots() {
        let Some(lowest) = lowest_under(top, allowed as usize) else { continue };
        cx.report(
            Finding::at(top)
                .fact("lowest", lowest)
                .fact("layers", Value::count(lowest.layer(), "layer", "layers"))
                .fact("allowed", Quantity::from(i64::from(allowed)))
                .says("the line from {at} down to {lowest} has {layers}, and the policy allows {allowed}")
                .help("take out a layer, or raise `layers-at-most`"),
        );
    }
}

/// Returns the lowest position under a root, and of several the one with the smallest id, if it lies too low.
fn lowest_under(top: Position<'_>, allowed: usize) -> Option<Position<'_>> {
    let too_low = top.subtree().filter(|position| allowed < position.layer());
    too_low.max_by(|a, b| a.layer().cmp(&b.layer()).then_with(|| b.id().cmp(a.id())))
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "too-many-layers";

    /// States a chain of positions from the top down.
    fn chain(org: &mut OrgBuilder, ids: &[&str]) {
        let mut manager = None;
        for id in ids {
            let position = org.position(id, "other");
            if let Some(manager) = manager.replace(*id) {
                position.reports_to(manager);
            }
        }
    }

    #[test]
    fn one_layer_more_than_allowed_is_found_and_at_the_limit_is_not() {
        let line = ["a", "b", "c", "d", "e", "f", "g", "h"];
        assert_eq!(
            findings(&org(|org| chain(org, &line)), RULE),
            ["the line from `a` down to `h` has 8 layers, and the policy allows 7"]
        );
        assert_eq!(findings(&org(|org| chain(org, &line[..7])), RULE), [""; 0]);
    }

    #[test]
    fn each_top_is_looked_at_alone_and_the_smallest_of_the_lowest_ids_is_named() {
        let org = org(|org| {
            org.policy_mut().thresholds.layers_at_most = Some(2);
            chain(org, &["a", "b", "z"]);
            org.position("y", "other").reports_to("b");
            org.position("shallow", "other").reports_to("a");
            chain(org, &["c", "d"]);
            chain(org, &["e", "f", "g", "h"]);
            org.position("c2", "other").reports_to("f");
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "the line from `a` down to `y` has 3 layers, and the policy allows 2",
                "the line from `e` down to `h` has 4 layers, and the policy allows 2"
            ]
        );
    }

    #[test]
    fn a_dotted_line_adds_no_layer() {
        let org = org(|org| {
            org.policy_mut().thresholds.layers_at_most = Some(2);
            chain(org, &["a", "b"]);
            org.position("c", "other").dotted_lines(["b"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
