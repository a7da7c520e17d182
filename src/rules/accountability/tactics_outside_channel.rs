//! `ACC003`, tactics-outside-channel.

use crate::check::{Context, Finding};
use crate::org::{Channel, Outcome, OutcomeKind, Position};
use crate::role::RoleClass;
use crate::rules::declare_rule;
use crate::rules::teams::Teams;

declare_rule! {
    /// Finds tactical outcomes whose channel neither the accountable position nor its team is assigned (S17).
    ///
    /// ## Why it matters
    /// A specialist answers for a tactical failure in a given channel: the one that is theirs. Whoever neither works
    /// on a channel nor leads somebody who does cannot change its result.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "").channel("email", "");
    /// org.position("seo", "specialist").holder("budi").channels(["seo"]);
    /// org.outcome("opens", OutcomeKind::Tactical, "seo").channel("email").responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("tactics-outside-channel").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "").channel("email", "");
    /// org.position("seo", "specialist").holder("budi").channels(["seo", "email"]);
    /// org.outcome("opens", OutcomeKind::Tactical, "seo").channel("email").responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("tactics-outside-channel").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A manager, somebody below whom is assigned the channel, however far, or one to whom a dotted line leads from
    /// there. A position of the class `external`, of whom the org says nothing. An outcome without a channel.
    pub struct TacticsOutsideChannel {
        code: "ACC003",
        name: "tactics-outside-channel",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    // Most of those who answer are assigned the channel; the teams are looked at only for the others.
    let mut teams = None;
    for outcome in org.outcomes().filter(|outcome| outcome.kind() == OutcomeKind::Tactical) {
        let (accountable, Some(channel)) = (outcome.accountable(), outcome.channel()) else { continue };
        if accountable.is_assigned(channel) || accountable.class() == RoleClass::External {
            continue;
        }
        let mut lent = accountable.dotted_reports();
        if lent.any(|report| report.is_assigned(channel)) {
            continue;
        }
        if !teams.get_or_insert_with(|| Teams::new(org)).has(accountable, channel) {
            cx.report(finding(outcome, accountable, channel));
        }
    }
}

fn finding(outcome: Outcome<'_>, accountable: Position<'_>, channel: Channel<'_>) -> Finding {
    let says = match accountable.span() {
        0 => "{accountable} answers for {at}, and is not assigned {channel}",
        _ => "{accountable} answers for {at}, and neither it nor anyone below is assigned {channel}",
    };
    Finding::at(outcome)
        .field("accountable")
        .fact("accountable", accountable)
        .fact("channel", channel)
        .says(says)
        .help("assign {channel} to {accountable}, or let somebody who works on it answer for {at}")
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, OutcomeKind};
    use crate::rules::testing::{fields, findings, org};

    const RULE: &str = "tactics-outside-channel";

    fn team(org: &mut OrgBuilder) {
        org.channel("seo", "").channel("email", "");
        org.position("cmo", "cmo").holder("sari");
        org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
        org.position("lead", "lead-specialist").holder("wulan").reports_to("dmm").channels(["email"]);
        org.position("seo", "specialist").holder("budi").reports_to("lead").channels(["seo"]);
        org.position("crm", "digital-marketing-manager").holder("adit").reports_to("cmo");
        org.position("mail", "specialist").holder("ayu").reports_to("crm").channels(["email"]);
    }

    fn found(accountable: &str, channel: &str) -> Vec<String> {
        let org = org(|org| {
            team(org);
            org.outcome("result", OutcomeKind::Tactical, accountable).channel(channel);
        });
        let found = findings(&org, RULE);
        assert_eq!(fields(&org, RULE), vec!["accountable"; found.len()]);
        found
    }

    #[test]
    fn a_channel_of_another_is_found() {
        assert_eq!(found("mail", "seo"), ["`mail` answers for `result`, and is not assigned `seo`"]);
        assert_eq!(
            found("crm", "seo"),
            ["`crm` answers for `result`, and neither it nor anyone below is assigned `seo`"]
        );
    }

    #[test]
    fn a_channel_of_ones_own_or_of_somebody_below_is_silent() {
        for (accountable, channel) in [("seo", "seo"), ("lead", "seo"), ("dmm", "seo"), ("cmo", "email")] {
            assert_eq!(found(accountable, channel), [""; 0], "{accountable} {channel}");
        }
    }

    #[test]
    fn a_manager_of_the_one_who_works_on_it_is_enough_and_a_report_of_that_one_is_not() {
        assert_eq!(found("seo", "email"), ["`seo` answers for `result`, and is not assigned `email`"]);
    }

    #[test]
    fn somebody_who_is_lent_by_a_dotted_line_counts() {
        let org = org(|org| {
            team(org);
            org.position("lent", "specialist").reports_to("dmm").dotted_lines(["crm"]).channels(["seo"]);
            org.outcome("result", OutcomeKind::Tactical, "crm").channel("seo");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn strategy_no_channel_and_an_agency_are_left_alone() {
        let org = org(|org| {
            team(org);
            org.position("agency", "external");
            org.outcome("a", OutcomeKind::Strategic, "crm").channel("seo");
            org.outcome("b", OutcomeKind::Tactical, "mail");
            org.outcome("c", OutcomeKind::Tactical, "agency").channel("seo");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
