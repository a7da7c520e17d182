//! What the budget rules say together: all of them fire, none without a cause of its own, in no order, at any size.

use crate::check::Check;
use crate::org::{DelegationDraft, Org, OrgBuilder, Profile};
use crate::rules::testing::{org, today};
use crate::testing::{ended, this_year};

/// One statement about an org.
type Statement = fn(&mut OrgBuilder);

/// Makes a statement of each expression, so that they can be said in any order.
macro_rules! statements {
    ($org:ident: $($statement:expr;)+) => { &[$(|$org| { $statement; }),+] };
}

/// An org in which every budget rule fires.
const BAD: &[Statement] = statements!(org:
    org.channel("seo", "").channel("ppc", "").channel("email", "");
    org.position("cmo", "cmo").holder("sari").budget(1_000);
    org.position("dmm", "digital-marketing-manager").reports_to("cmo");
    org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    org.position("ppc", "specialist").holder("agus").reports_to("dmm").channels(["ppc"]).budget(5);
    org.position("crm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(900);
    org.position("email", "specialist").holder("ayu").reports_to("crm").channels(["email"]);
    org.position("studio", "digital-marketing-manager").holder("eko").reports_to("cmo");
    org.position("designer", "graphic-designer").holder("dewi").reports_to("studio");
    org.channel("blog", "").position("blog", "specialist").holder("eka").reports_to("crm").channels(["blog"]);
    org.delegation("cmo", "dmm", 600).week(50);
    org.delegation("dmm", "seo", 500).channel("seo").day(5).week(60).valid(this_year());
    org.delegation("dmm", "ppc", 200).channel("email").valid(this_year());
    org.delegation("seo", "ppc", 10).channel("seo").day(1).valid(this_year());
    org.delegation("cmo", "crm", 100).valid(ended());
);

fn state<'s>(statements: impl Iterator<Item = &'s Statement>) -> Org {
    org(|org| statements.for_each(|statement| statement(org)))
}

/// Returns the code and the message of everything that the budget rules find.
fn all(org: &Org) -> Vec<(&'static str, String)> {
    let report = Check::standard(today()).profile(Profile::Audited).run(org);
    let budget = report.findings().iter().filter(|found| found.rule.family() == "BUD");
    budget.map(|found| (found.rule.code, found.finding.message(org))).collect()
}

fn codes(org: &Org) -> Vec<&'static str> {
    let mut codes: Vec<_> = all(org).into_iter().map(|(code, _)| code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn every_budget_rule_fires_on_the_bad_org() {
    let budget = crate::rules::ALL.iter().map(|rule| rule.info()).filter(|info| info.family() == "BUD");
    assert_eq!(codes(&state(BAD.iter())), budget.map(|info| info.code).collect::<Vec<_>>());
}

#[test]
fn the_order_of_the_statements_does_not_reach_the_findings() {
    assert_eq!(all(&state(BAD.iter())), all(&state(BAD.iter().rev())));
}

/// A department in good order, apart from its delegations.
fn department(org: &mut OrgBuilder) {
    org.channel("seo", "").channel("ppc", "");
    org.position("cmo", "cmo").holder("sari").budget(1_000);
    org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    org.position("ppc", "specialist").holder("agus").reports_to("dmm").channels(["ppc"]);
    org.delegation("cmo", "dmm", 1_000).week(100).valid(this_year());
    org.delegation("dmm", "ppc", 500).channel("ppc").day(20).week(100).valid(this_year());
}

fn codes_with(state: impl FnOnce(&mut OrgBuilder)) -> Vec<&'static str> {
    codes(&org(|org| {
        department(org);
        state(org);
    }))
}

#[test]
fn one_fault_is_found_by_one_rule() {
    type Terms = fn(DelegationDraft<'_>) -> DelegationDraft<'_>;
    let cases: &[(&[&str], i64, Terms)] = &[
        (&[], 500, |draft| draft.week(100).valid(this_year())),
        (&["BUD001"], 501, |draft| draft.week(100).valid(this_year())),
        (&["BUD002"], 500, |draft| draft.week(101).valid(this_year())),
        (&["BUD007"], 500, |draft| draft.month(400).valid(this_year())),
        (&["BUD008"], 500, |draft| draft.day(501).valid(this_year())),
        (&["BUD010"], 249, |draft| draft.week(100).valid(this_year())),
        (&["BUD011"], 500, |draft| draft.week(100).valid(ended())),
        (&["BUD012"], 500, |draft| draft.week(100)),
        (&["BUD004"], 500, |draft| draft.channel("ppc").week(100).valid(this_year())),
    ];
    for (expected, amount, terms) in cases {
        let codes = codes_with(|org| {
            terms(org.delegation("dmm", "seo", *amount).channel("seo"));
        });
        assert_eq!(codes, *expected);
    }
}

#[test]
fn a_delegation_off_the_line_and_within_its_means_is_that_alone() {
    let codes = codes_with(|org| {
        org.position("sales", "head-of-sales").holder("eko").budget(500);
        org.delegation("dmm", "ppc", 500).day(10).valid(this_year());
        org.delegation("sales", "seo", 500).channel("seo").week(200).valid(this_year());
    });
    assert_eq!(codes, ["BUD003"]);
}

#[test]
fn what_has_ended_is_found_once_whatever_else_is_wrong_with_it() {
    let codes = codes_with(|org| {
        org.delegation("dmm", "seo", 500).channel("seo").week(100).valid(this_year());
        org.delegation("ppc", "seo", 900).channel("ppc").transaction(999).valid(ended());
    });
    assert_eq!(codes, ["BUD011"]);
}

#[test]
fn an_empty_seat_is_no_fault_of_the_money() {
    let codes = codes_with(|org| {
        org.position("junior", "specialist").reports_to("dmm").channels(["seo"]);
        org.delegation("dmm", "seo", 250).channel("seo").week(100).valid(this_year());
        org.delegation("dmm", "junior", 250).channel("seo").week(90).valid(this_year());
    });
    assert_eq!(codes, [""; 0]);
}

#[test]
fn no_rule_walks_a_long_line_again_and_again() {
    // Everyone delegates to the next, from an empty seat or one's own, within limits that rise all the way down:
    // nearly every rule has something to say of each delegation. A walk a delegation would be 10^10 steps.
    const LENGTH: i64 = 100_000;
    let org = org(|org| {
        org.channel("seo", "");
        for index in 0..LENGTH {
            let draft = org.position(&format!("p{index}"), "specialist").approves_up_to(1);
            let draft = if index % 2 == 0 { draft.holder("rina") } else { draft };
            if 0 < index {
                draft.reports_to(&format!("p{}", index - 1));
                org.delegation(&format!("p{}", index - 1), &format!("p{index}"), LENGTH)
                    .channel("seo")
                    .transaction(index)
                    .month(index);
            }
        }
    });
    for (rule, expected) in [
        ("limit-above-delegator", 2 * (LENGTH - 2)),
        ("delegation-outside-channels", LENGTH - 1),
        ("unlimited-specialist", LENGTH - 1),
        ("endless-delegation", 1),
        ("sub-delegation-not-allowed", LENGTH - 2),
        // From each empty seat to the next, which is filled.
        ("no-approver", LENGTH / 2 - 1),
    ] {
        let check = Check::new(today()).profile(Profile::Audited).rule(crate::rules::find(rule).unwrap());
        assert_eq!(i64::try_from(check.run(&org).findings().len()), Ok(expected), "{rule}");
    }
}
