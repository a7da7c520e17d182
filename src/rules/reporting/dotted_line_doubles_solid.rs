//! `RPT010`, dotted-line-doubles-solid.

use crate::check::{Context, Finding};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds dotted lines to the manager that the position reports to anyway: a policy of this crate.
    ///
    /// ## Why it matters
    /// A dotted line leads to a second manager, beside the one that the solid line leads to
    /// ([Global Integration](https://www.global-integration.com/glossary/dotted-line-reporting)). One to the same
    /// manager says nothing, so that it often stands for something else: a line that was to lead to another
    /// position, or one that was left over when the solid line moved.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").dotted_lines(["dmm"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("dotted-line-doubles-solid").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("product", "product-manager").holder("joko");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").dotted_lines(["product"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("dotted-line-doubles-solid").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Dotted lines to anybody else, a manager's manager included.
    pub struct DottedLineDoublesSolid {
        code: "RPT010",
        name: "dotted-line-doubles-solid",
        levels: { startup: Warn, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        let mut dotted = position.dotted_lines();
        if dotted.len() == 0 {
            continue;
        }
        let Some(manager) = position.manager() else { continue };
        if dotted.all(|superior| superior != manager) {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("dotted-lines")
                .fact("manager", manager)
                .says("{at} has a dotted line to {manager}, to which it reports anyway")
                .help("take the dotted line out, or let it lead to the second manager that was meant"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "dotted-line-doubles-solid";

    #[test]
    fn a_dotted_line_to_the_own_manager_is_found() {
        let org = org(|org| {
            org.position("product", "product-manager").holder("joko");
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("seo", "specialist").reports_to("dmm").dotted_lines(["product", "dmm"]);
        });
        assert_eq!(findings(&org, RULE), ["`seo` has a dotted line to `dmm`, to which it reports anyway"]);
    }

    #[test]
    fn a_dotted_line_to_somebody_else_is_what_it_is_for() {
        let org = org(|org| {
            org.position("cmo", "cmo").holder("sari");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
            org.position("seo", "specialist").reports_to("dmm").dotted_lines(["cmo"]);
            org.position("writer", "copywriter").holder("ayu").dotted_lines(["dmm"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
