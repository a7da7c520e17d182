//! `DEC002`, tactics-decided-above.

use crate::check::{Context, Finding, Value};
use crate::org::Position;
use crate::role::{DecisionRight, RoleClass};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs who decide how or what now, while specialists stand below them (S05, S09).
    ///
    /// ## Why it matters
    /// How, and which technical step comes next, are the questions of whoever masters the channel. A DMM who decides
    /// them keeps the experts waiting, and the strategy waits for the DMM.
    ///
    /// ## Example
    /// ```
    /// use bagan::{DecisionRight, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").decides([DecisionRight::What, DecisionRight::How]);
    /// org.position("seo", "specialist").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("tactics-decided-above").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{DecisionRight, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").decides([DecisionRight::What]);
    /// org.position("seo", "specialist").reports_to("dmm").decides([DecisionRight::How]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("tactics-decided-above").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A DMM below whom no specialist stands, who does the work too; positions whose decision rights are not stated;
    /// executives, of whose tactics the domain says nothing.
    pub struct TacticsDecidedAbove {
        code: "DEC002",
        name: "tactics-decided-above",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    // In pre-order all below a position come right after it: if the next specialist is not below, none is.
    let mut next_specialist: Option<Position<'_>> = None;
    for position in org.positions_top_down().rev() {
        let class = position.class();
        if class.is_specialist() {
            next_specialist = Some(position);
        }
        if class != RoleClass::Manager || !next_specialist.is_some_and(|below| position.is_above(below)) {
            continue;
        }
        let tactical = position.decides().filter(|right| !right.is_strategic());
        if tactical.clone().next().is_none() {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("decides")
                .fact("rights", Value::list(org, tactical.map(DecisionRight::as_str).map(Value::Word)))
                .says("{at} is a DMM with specialists below and decides {rights}")
                .help("leave {rights} to the specialists, and let {at} decide why and what"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::role::DecisionRight::{How, What, WhatNow, Why};
    use crate::rules::testing::{fields, findings, org};

    const RULE: &str = "tactics-decided-above";

    #[test]
    fn a_dmm_who_decides_how_or_what_now_above_specialists_is_found() {
        let org = org(|org| {
            org.position("cmo", "cmo").decides([How]);
            org.position("dmm", "digital-marketing-manager").reports_to("cmo").decides([Why, How, WhatNow]);
            org.position("deputy", "digital-marketing-manager").reports_to("dmm").decides([WhatNow]);
            org.position("seo", "specialist").reports_to("deputy").decides([How]);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`deputy` is a DMM with specialists below and decides what-now",
                "`dmm` is a DMM with specialists below and decides how and what-now"
            ]
        );
        assert_eq!(fields(&org, RULE), ["decides"; 2]);
    }

    #[test]
    fn a_dmm_without_specialists_has_nobody_to_leave_it_to() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").decides([How]);
            org.position("writer", "copywriter").reports_to("dmm");
            org.position("crm", "digital-marketing-manager").decides([Why, What]);
            org.position("email", "specialist").reports_to("crm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
