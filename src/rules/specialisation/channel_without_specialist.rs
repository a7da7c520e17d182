//! `SPC003`, channel-without-specialist.

use crate::check::{Context, Finding};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds channels that no specialist, senior or not, is assigned (S07).
    ///
    /// ## Why it matters
    /// A specialist carries out the technical work of a channel and answers for what drives its performance.
    /// A channel without one is run on the side, by somebody whose task is another.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation").channel("email", "");
    /// org.position("seo", "specialist").holder("budi").channels(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("channel-without-specialist").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation").channel("email", "");
    /// org.position("seo", "specialist").holder("budi").channels(["seo", "email"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("channel-without-specialist").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A channel whose only specialist is a vacant seat: the design has one. Startups, where a DMM runs channels
    /// too, unless they ask for it.
    pub struct ChannelWithoutSpecialist {
        code: "SPC003",
        name: "channel-without-specialist",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let mut has_specialist = vec![false; org.channels().len()];
    for position in org.positions().filter(|position| position.class().is_specialist()) {
        for channel in position.channels() {
            if let Some(found) = has_specialist.get_mut(channel.ix().index()) {
                *found = true;
            }
        }
    }
    for (channel, found) in org.channels().zip(has_specialist) {
        if found {
            continue;
        }
        cx.report(
            Finding::at(channel)
                .says("no specialist is assigned {at}")
                .help("assign {at} to a specialist, or take it out of the channels"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "channel-without-specialist";

    #[test]
    fn a_channel_that_no_specialist_has_is_found() {
        let org = org(|org| {
            org.channel("seo", "").channel("email", "Email").channel("radio", "");
            org.position("dmm", "digital-marketing-manager").holder("rina").channels(["email"]);
            org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
        });
        assert_eq!(
            findings(&org, RULE),
            ["no specialist is assigned `email`", "no specialist is assigned `radio`"]
        );
    }

    #[test]
    fn a_senior_specialist_and_a_vacant_seat_will_do() {
        let org = org(|org| {
            org.channel("seo", "").channel("email", "");
            org.position("lead", "lead-specialist").holder("dewi").channels(["email"]);
            org.position("seo", "specialist").channels(["seo", "email"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
