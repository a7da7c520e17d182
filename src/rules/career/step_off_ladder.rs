//! `CAR002`, step-off-ladder.

use crate::check::{Context, Finding};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds roles that lead on to a role which careers of their class do not lead to (S21, S22).
    ///
    /// ## Why it matters
    /// A ladder is a promise. A specialist grows into a senior or a DMM, and a DMM into a director or VP: a step past
    /// one of them, or down, promises a job that nobody is made ready for, or that nobody wants.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("specialist").next(["director-of-marketing"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("step-off-ladder").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("specialist").next(["lead-specialist", "digital-marketing-manager"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("step-off-ladder").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Steps within one class, such as from one senior role to another; steps to a role of the class `other` or
    /// `external`; classes of whose careers the domain says nothing, such as contributors. A role that states no steps
    /// has those of its class.
    pub struct StepOffLadder {
        code: "CAR002",
        name: "step-off-ladder",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for role in cx.org().stated_roles() {
        let class = role.class();
        for next in role.stated_next().into_iter().flatten() {
            let to = next.class();
            if is_step(class, to) {
                continue;
            }
            cx.report(
                Finding::at(role)
                    .field("next")
                    .fact("class", class)
                    .fact("next", next)
                    .fact("to", to)
                    .says(
                        "{at}, of the class {class}, leads to {next}, of the class {to}: no step of the ladder",
                    )
                    .help("take {next} out of `next`, or put the role between in its place"),
            );
        }
    }
}

/// Returns whether a career may lead from one class to another, or nothing is said of it.
fn is_step(from: RoleClass, to: RoleClass) -> bool {
    let ladder = from.facts().next;
    if from == to || ladder.contains(&to) || matches!(to, RoleClass::External | RoleClass::Other) {
        return true;
    }
    match (from.rank(), to.rank()) {
        (Some(rank), Some(next)) => ladder.is_empty() && rank < next,
        _ => ladder.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use crate::role::RoleClass;
    use crate::rules::testing::{findings, org};

    const RULE: &str = "step-off-ladder";

    #[test]
    fn steps_past_a_class_down_and_to_the_side_are_found() {
        let org = org(|org| {
            org.role("specialist").next(["digital-marketing-manager", "director-of-marketing", "copywriter"]);
            org.role("director-of-marketing").next(["head-of-sales"]);
            org.role("ceo").next(["cmo"]);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`ceo`, of the class chief-executive, leads to `cmo`, of the class c-level: no step of the ladder",
                "`director-of-marketing`, of the class director, leads to `head-of-sales`, of the class \
                 department-head: no step of the ladder",
                "`specialist`, of the class specialist, leads to `copywriter`, of the class contributor: no step of \
                 the ladder",
                "`specialist`, of the class specialist, leads to `director-of-marketing`, of the class director: no \
                 step of the ladder"
            ]
        );
    }

    #[test]
    fn each_pair_of_classes_goes_by_the_facts() {
        let role = |class: &RoleClass, end: &str| format!("{class}-{end}");
        for from in RoleClass::ALL {
            for to in RoleClass::ALL {
                let org = org(|org| {
                    org.role(&role(from, "a")).class(*from).next([role(to, "b")]);
                    org.role(&role(to, "b")).class(*to);
                });
                let ladder = from.facts().next;
                let silent = ladder.is_empty() && (from.rank().is_none() || to.rank().is_none());
                let open = matches!(to, RoleClass::External | RoleClass::Other);
                let allowed = from == to || ladder.contains(to) || silent || open;
                assert_eq!(findings(&org, RULE).len(), usize::from(!allowed), "{from} to {to}");
            }
        }
    }
}
