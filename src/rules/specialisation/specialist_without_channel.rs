//! `SPC002`, specialist-without-channel.

use crate::check::{Context, Finding, Value};
use crate::org::Subject;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds specialists, senior ones included, who are assigned no channel (S07, S08).
    ///
    /// An org that states no channels at all gets one finding, and not one for each specialist.
    ///
    /// ## Why it matters
    /// A specialist answers for the operational details that drive one channel's performance. Without a channel
    /// there is nothing to be the expert of, nothing to spend on, and no result to answer for (S13, S17).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation");
    /// org.position("seo", "specialist").holder("budi");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-without-channel").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation");
    /// org.position("seo", "specialist").holder("budi").channels(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-without-channel").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Every other class: a copywriter or a DMM may be assigned channels, and need not be.
    pub struct SpecialistWithoutChannel {
        code: "SPC002",
        name: "specialist-without-channel",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let specialists = org.positions().filter(|position| position.class().is_specialist());
    if org.channels().len() == 0 {
        let count = specialists.count();
        if count != 0 {
            cx.report(
                Finding::at(Subject::Org)
                    .fact("specialists", Value::count(count, "specialist", "specialists"))
                    .says("{at} states no channels to assign to its {specialists}")
                    .help("state the channels, and assign each specialist one or two"),
            );
        }
        return;
    }
    for specialist in specialists.filter(|specialist| specialist.channels().len() == 0) {
        cx.report(
            Finding::at(specialist)
                .fact("class", specialist.class())
                .says("{at} is a {class} and is assigned no channel")
                .help("assign {at} the one or two channels that it masters"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "specialist-without-channel";

    #[test]
    fn each_specialist_without_a_channel_is_found_vacant_or_not() {
        let org = org(|org| {
            org.channel("seo", "").channel("ppc", "");
            org.position("seo", "specialist").holder("budi").channels(["seo"]);
            org.position("ppc", "specialist");
            org.position("lead", "lead-specialist").holder("dewi");
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`lead` is a senior-specialist and is assigned no channel",
                "`ppc` is a specialist and is assigned no channel"
            ]
        );
    }

    #[test]
    fn an_org_without_channels_is_found_once() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), ["the org states no channels to assign to its 2 specialists"]);
    }

    #[test]
    fn an_org_without_specialists_needs_no_channels() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
