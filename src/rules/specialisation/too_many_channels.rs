//! `SPC001`, too-many-channels.

use crate::check::{Context, Finding, Value};
use crate::money::Quantity;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds specialists, senior ones included, who are assigned more channels than one or two (S08).
    ///
    /// ## Why it matters
    /// A specialist masters the current tools and techniques of one or two channels. With a third one the depth
    /// goes, which is what a specialist is there for (S02).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "").channel("ppc", "").channel("email", "");
    /// org.position("search", "specialist").holder("budi").channels(["seo", "ppc", "email"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("too-many-channels").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "").channel("ppc", "").channel("email", "");
    /// org.position("search", "specialist").holder("budi").channels(["seo", "ppc"]);
    /// org.position("email", "specialist").holder("agus").channels(["email"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("too-many-channels").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A DMM and every other class of which the domain states no number of channels. Startups, where one
    /// specialist covers what there is, unless they ask for it.
    pub struct TooManyChannels {
        code: "SPC001",
        name: "too-many-channels",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        let count = position.channels().len();
        if count == 0 {
            continue;
        }
        let class = position.class();
        let Some(allowed) = class.facts().channels_at_most.filter(|&most| usize::from(most) < count) else {
            continue;
        };
        cx.report(
            Finding::at(position)
                .field("channels")
                .fact("channels", Value::count(count, "channel", "channels"))
                .fact("class", class)
                .fact("allowed", Quantity::from(i64::from(allowed)))
                .says("{at} is assigned {channels}, and a {class} masters {allowed} at most")
                .help("assign some of them to another specialist"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::org::Org;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "too-many-channels";

    fn with_channels(role: &str, count: usize) -> Org {
        org(|org| {
            let ids: Vec<String> = (0..count).map(|number| format!("c{number}")).collect();
            for id in &ids {
                org.channel(id, "");
            }
            org.position("p", role).channels(&ids);
        })
    }

    #[test]
    fn three_are_found_and_two_are_not() {
        assert_eq!(
            findings(&with_channels("specialist", 3), RULE),
            ["`p` is assigned 3 channels, and a specialist masters 2 at most"]
        );
        for count in 0..=2 {
            assert_eq!(findings(&with_channels("specialist", count), RULE), [""; 0], "{count}");
        }
    }

    #[test]
    fn a_senior_specialist_is_a_specialist() {
        assert_eq!(
            findings(&with_channels("lead-specialist", 4), RULE),
            ["`p` is assigned 4 channels, and a senior-specialist masters 2 at most"]
        );
    }

    #[test]
    fn whoever_looks_at_the_breadth_is_left_alone() {
        for role in ["digital-marketing-manager", "cmo", "copywriter", "other"] {
            assert_eq!(findings(&with_channels(role, 9), RULE), [""; 0], "{role}");
        }
    }
}
