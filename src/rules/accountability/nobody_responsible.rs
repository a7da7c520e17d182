//! `ACC006`, nobody-responsible.

use crate::check::{Context, Finding};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds outcomes that nobody is responsible for: one answers, and no one does the work (S14).
    ///
    /// ## Why it matters
    /// A DMM answers for what the team of specialists achieves together. An outcome that nobody is named to work for
    /// is a wish; when it fails, nobody knows who should have done what.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("nobody-responsible").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("nobody-responsible").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Who is responsible: the accountable position itself may be, and so may an empty seat.
    pub struct NobodyResponsible {
        code: "ACC006",
        name: "nobody-responsible",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for outcome in cx.org().outcomes().filter(|outcome| outcome.responsible().len() == 0) {
        cx.report(
            Finding::at(outcome)
                .fact("accountable", outcome.accountable())
                .says("{accountable} answers for {at}, and nobody is responsible for the work")
                .help("name in `responsible` who does the work for {at}, be it {accountable}"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::org::OutcomeKind;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "nobody-responsible";

    #[test]
    fn an_outcome_without_anyone_is_found() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.outcome("growth", OutcomeKind::Strategic, "dmm").consulted(["dmm"]).informed(["dmm"]);
        });
        assert_eq!(
            findings(&org, RULE),
            ["`dmm` answers for `growth`, and nobody is responsible for the work"]
        );
    }

    #[test]
    fn the_accountable_position_and_an_empty_seat_will_do() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("seo", "specialist").reports_to("dmm");
            org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["dmm"]);
            org.outcome("visits", OutcomeKind::Tactical, "seo").responsible(["seo"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
