//! `ACC002`, channel-without-owner.

use crate::check::{Context, Finding, Value};
use crate::org::{OutcomeKind, Subject};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds channels that people work on while nobody answers for the result (S07, S17).
    ///
    /// An org that states no outcomes at all gets one finding, and not one for each channel.
    ///
    /// ## Why it matters
    /// A specialist answers for what drives a channel's performance, and for a tactical failure in it. Where several
    /// work on a channel and nobody answers, each can point at the others; where one does, nobody has said so.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation");
    /// org.position("seo", "specialist").holder("budi").channels(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("channel-without-owner").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation");
    /// org.position("seo", "specialist").holder("budi").channels(["seo"]);
    /// org.outcome("visits", OutcomeKind::Tactical, "seo").channel("seo").responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("channel-without-owner").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A channel that nobody is assigned (`channel-without-specialist`), or empty seats alone: there is nobody to
    /// answer yet. Who answers is another matter (`tactics-outside-channel`).
    pub struct ChannelWithoutOwner {
        code: "ACC002",
        name: "channel-without-owner",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let mut owned = vec![false; org.channels().len()];
    for outcome in org.outcomes().filter(|outcome| outcome.kind() == OutcomeKind::Tactical) {
        if let Some(slot) = outcome.channel().and_then(|channel| owned.get_mut(channel.ix().index())) {
            *slot = true;
        }
    }
    if owned.iter().all(|owned| *owned) {
        return;
    }
    let mut people = vec![0; owned.len()];
    for position in org.positions().filter(|position| position.is_occupied()) {
        for channel in position.channels() {
            if let Some(count) = people.get_mut(channel.ix().index()) {
                *count += 1;
            }
        }
    }
    let found = org.channels().zip(owned).zip(people).filter(|((_, owned), people)| !owned && *people != 0);
    if org.outcomes().len() == 0 && 1 < found.clone().count() {
        cx.report(
            Finding::at(Subject::Org)
                .fact("channels", Value::list(org, found.map(|((channel, _), _)| channel)))
                .says("{at} states no outcomes, so that nobody answers for the result of {channels}")
                .help("state a tactical outcome for each of these channels, and who is accountable for it"),
        );
        return;
    }
    for ((channel, _), people) in found {
        cx.report(
            Finding::at(channel)
                .fact("positions", Value::count(people, "position works", "positions work"))
                .says("{positions} on {at}, and nobody answers for its result")
                .help("state a tactical outcome with the channel {at}, and who is accountable for it"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "channel-without-owner";

    fn team(org: &mut OrgBuilder) {
        org.channel("seo", "").channel("ppc", "");
        org.position("dmm", "digital-marketing-manager").holder("rina");
        org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo", "ppc"]);
        org.position("blog", "specialist").acting("ayu").reports_to("dmm").channels(["seo"]);
    }

    #[test]
    fn each_channel_that_people_work_on_is_found() {
        let stated = |org: &mut OrgBuilder| {
            team(org);
            org.outcome("growth", OutcomeKind::Strategic, "dmm");
        };
        assert_eq!(
            findings(&org(stated), RULE),
            [
                "1 position works on `ppc`, and nobody answers for its result",
                "2 positions work on `seo`, and nobody answers for its result"
            ]
        );
    }

    #[test]
    fn an_org_that_states_no_outcomes_gets_one_finding() {
        assert_eq!(
            findings(&org(team), RULE),
            ["the org states no outcomes, so that nobody answers for the result of `ppc` and `seo`"]
        );
        let one = org(|org| {
            org.channel("seo", "").channel("ppc", "");
            org.position("seo", "specialist").holder("budi").channels(["seo"]);
        });
        assert_eq!(findings(&one, RULE), ["1 position works on `seo`, and nobody answers for its result"]);
    }

    #[test]
    fn whoever_answers_will_do() {
        let org = org(|org| {
            team(org);
            org.outcome("visits", OutcomeKind::Tactical, "dmm").channel("seo");
            org.outcome("clicks", OutcomeKind::Tactical, "seo").channel("ppc");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_strategic_outcome_and_one_without_a_channel_are_not_the_channels() {
        let org = org(|org| {
            team(org);
            org.outcome("growth", OutcomeKind::Strategic, "dmm").channel("seo");
            org.outcome("visits", OutcomeKind::Tactical, "seo");
            org.outcome("clicks", OutcomeKind::Tactical, "seo").channel("ppc");
        });
        assert_eq!(findings(&org, RULE), ["2 positions work on `seo`, and nobody answers for its result"]);
    }

    #[test]
    fn a_channel_that_nobody_works_on_is_left_alone() {
        let org = org(|org| {
            org.channel("seo", "").channel("ppc", "");
            org.position("seo", "specialist").channels(["seo"]);
            org.outcome("growth", OutcomeKind::Strategic, "seo");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
