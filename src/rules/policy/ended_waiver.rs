//! `POL003`, ended-waiver.

use crate::check::{Context, Finding};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds waivers whose last day has passed, so that they no longer hold: a policy of this crate.
    ///
    /// ## Why it matters
    /// An end date is a promise to look again. A waiver past it covers nothing any more, and its reason still
    /// reads as if somebody had accepted the finding. Scanners give an exception such a date too, as OSV-Scanner
    /// does with [`ignoreUntil`](https://google.github.io/osv-scanner/configuration/).
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, Path, Waiver, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager");
    /// org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
    /// let at = Path::new().key("positions").key("dmm");
    /// let hiring = Waiver::new("vacant-manager", at, "the DMM starts in July");
    /// org.waiver(hiring.until(parse_date("2026-07-01")?));
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("ended-waiver").count(), 1);
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
    /// let hiring = Waiver::new("vacant-manager", at, "the DMM starts in August");
    /// org.waiver(hiring.until(parse_date("2026-08-01")?));
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("ended-waiver").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A waiver without an end.
    pub struct EndedWaiver {
        code: "POL003",
        name: "ended-waiver",
        levels: { startup: Warn, scale_up: Warn, audited: Deny },
        since: "0.1.0",
        phase: Review,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    for used in cx.waivers() {
        let Some(waiver) = org.waivers().get(used.waiver.index()) else { continue };
        let Some(until) = waiver.until.filter(|_| waiver.has_ended(cx.as_of())) else { continue };
        cx.report(
            Finding::at(used.waiver)
                .field("until")
                .fact("until", until)
                .fact("rule", waiver.rule.to_string())
                .fact("place", waiver.at.to_string())
                .says("{at}, of {rule} at {place}, ended on {until}")
                .help("take it out, or accept the finding anew with a later `until`"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::parse_date;
    use crate::org::{Org, Path, Waiver};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "ended-waiver";

    fn waived(until: Option<&str>) -> Org {
        org(|org| {
            let at = Path::new().key("positions").key("paid social");
            let waiver = Waiver::new("vacant-manager", at, "hiring");
            org.waiver(match until {
                Some(until) => waiver.until(parse_date(until).unwrap()),
                None => waiver,
            });
        })
    }

    #[test]
    fn the_end_is_the_first_day_without_it() {
        assert_eq!(
            findings(&waived(Some("2026-07-01")), RULE),
            ["waiver 1, of `vacant-manager` at `positions.\"paid social\"`, ended on 2026-07-01"]
        );
        assert_eq!(findings(&waived(Some("2026-07-02")), RULE), [""; 0]);
    }

    #[test]
    fn a_waiver_without_an_end_has_not_ended() {
        assert_eq!(findings(&waived(None), RULE), [""; 0]);
    }
}
