//! `CAR001`, dead-end-role.

use crate::check::{Context, Finding, Value};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds roles that lead nowhere, though their class has next steps (S21, S22).
    ///
    /// ## Why it matters
    /// A specialist's natural paths lead to DMM, or to senior or lead specialist; a DMM's to director or VP. Whoever
    /// sees no next step in the house takes it in another.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, RoleClass, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("seo-lead").class(RoleClass::SeniorSpecialist).next([""; 0]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("dead-end-role").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, RoleClass, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.role("seo-lead").class(RoleClass::SeniorSpecialist).next(["digital-marketing-manager"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("dead-end-role").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Roles that state no steps, which have those of their class; classes of whose careers the domain says nothing,
    /// such as contributors and the chief executive.
    pub struct DeadEndRole {
        code: "CAR001",
        name: "dead-end-role",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    for role in org.stated_roles() {
        let (class, steps) = (role.class(), role.stated_next());
        let usual = class.facts().next;
        if usual.is_empty() || steps.is_none_or(|steps| steps.len() != 0) {
            continue;
        }
        cx.report(
            Finding::at(role)
                .field("next")
                .fact("class", class)
                .fact("usual", Value::list(org, usual.iter().copied()))
                .says("{at} leads to no other role; careers of the class {class} lead on to {usual}")
                .help("name the roles that {at} leads to, or leave `next` out for those of the class"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "dead-end-role";

    #[test]
    fn a_role_whose_list_of_steps_is_empty_is_found() {
        let org = org(|org| {
            org.role("specialist").next([""; 0]);
            org.role("digital-marketing-manager").next([""; 0]);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "`digital-marketing-manager` leads to no other role; careers of the class manager lead on to director \
                 and vice-president",
                "`specialist` leads to no other role; careers of the class specialist lead on to manager and \
                 senior-specialist"
            ]
        );
    }

    #[test]
    fn the_steps_of_the_class_will_do_and_any_that_are_stated() {
        let org = org(|org| {
            org.role("specialist").next(["copywriter"]);
            org.role("digital-marketing-manager").name("DMM");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn classes_without_a_ladder_may_lead_nowhere() {
        for role in ["ceo", "copywriter", "head-of-sales", "external", "other"] {
            let org = org(|org| {
                org.role(role).next([""; 0]);
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{role}");
        }
    }
}
