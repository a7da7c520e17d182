//! What cannot be a graph is refused: all faults at once, each with its place, its ids and its cure.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use bagan::{
    BuildErrors, FailsWith, Fault, Interval, OrgBuilder, OutcomeKind, Path, Position, Quantity, RoleClass,
    Waiver,
};

fn errors(state: impl FnOnce(&mut OrgBuilder)) -> BuildErrors {
    let mut org = OrgBuilder::new("Test", "IDR");
    state(&mut org);
    org.build().expect_err("the org should not build")
}

fn lines(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
    errors(state).iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_is_reported_at_once() {
    let found = lines(|org| {
        org.channel("seo", "").channel("seo", "");
        org.position("a", "dmn").reports_to("nobody").channels(["sea"]).dotted_lines(["a"]);
        org.position("a", "cmo").budget(-1);
        org.delegation("a", "ghost", "1.234");
        org.stand_in("a", "ghost", Interval::ALWAYS);
        org.stand_in("b", "a", Interval::ALWAYS).reason("leave");
        org.stand_in("a", "a", Interval::ALWAYS);
        org.role("own");
        org.role("ceo").class(RoleClass::Specialist);
    });
    assert_eq!(
        found,
        [
            "channels.seo: channel `seo` is stated twice",
            "delegations[0].amount: `1.234` has more decimals than IDR takes: at most 2",
            "delegations[0].to: there is no position `ghost`",
            "positions.a: position `a` is stated twice",
            "positions.a.budget: IDR -1 is below zero",
            "positions.a.channels[0]: there is no channel `sea`",
            "positions.a.dotted-lines[0]: position `a` cannot point at itself here",
            "positions.a.reports-to: there is no position `nobody`",
            "positions.a.role: there is no role `dmn`",
            "roles.ceo.class: the built-in role `ceo` is of the class `chief-executive`, not `specialist`",
            "roles.own: role `own` has no class, and is none of the built-in roles",
            "stand-ins[0].by: there is no position `ghost`",
            "stand-ins[1].position: there is no position `b`",
            "stand-ins[2].by: position `a` cannot point at itself here",
        ]
    );
}

#[test]
fn an_unknown_id_comes_with_the_one_it_looks_like() {
    let found = errors(|org| {
        org.position("pemasaran", "digital-marketing-manger");
        org.position("b", "specialist").reports_to("Pemasaran");
    });
    let help: Vec<_> = found.iter().filter_map(bagan::BuildError::help).collect();
    assert_eq!(help, ["did you mean `pemasaran`?", "did you mean `digital-marketing-manager`?"]);
}

#[test]
fn a_cycle_names_its_path_from_the_smallest_id_on() {
    let found = lines(|org| {
        org.position("c", "specialist").reports_to("a");
        org.position("a", "specialist").reports_to("b");
        org.position("b", "specialist").reports_to("c");
        org.position("below", "specialist").reports_to("c");
        org.position("own-boss", "specialist").reports_to("own-boss");
    });
    assert_eq!(
        found,
        [
            "positions.a.reports-to: positions report in a circle: `a` → `b` → `c` → `a`",
            "positions.own-boss.reports-to: positions report in a circle: `own-boss` → `own-boss`",
        ]
    );
}

#[test]
fn cycles_of_every_length_are_found() {
    for length in [1, 2, 3, 7, 8, 9, 10, 1000, 1_000_000] {
        let found = errors(|org| {
            for i in 0..length {
                org.position(&format!("p{i:07}"), "other").reports_to(&format!("p{:07}", (i + 1) % length));
            }
        });
        let faults: Vec<_> = found.iter().map(|error| &error.what).collect();
        let [Fault::Cycle { ids, .. }] = faults[..] else { panic!("{found}") };
        assert_eq!((ids.len(), ids[0].as_str()), (length, "p0000000"));
        assert!(found.to_string().len() < 250, "a long cycle is cut: {found}");
    }
}

#[test]
fn ladders_and_kpis_lead_nowhere_back() {
    let found = lines(|org| {
        org.role("a").class(RoleClass::Specialist).next(["b"]);
        org.role("b").class(RoleClass::Manager).next(["a"]);
        org.position("p", "a");
        org.kpi("x", "p").contributes_to("y");
        org.kpi("y", "p").contributes_to("x");
    });
    assert_eq!(
        found,
        [
            "kpis[0].contributes-to: KPIs contribute in a circle: `x` → `y` → `x`",
            "roles.a.next: roles lead on in a circle: `a` → `b` → `a`",
        ]
    );
}

#[test]
fn an_unknown_currency_is_the_one_fault_however_many_amounts_there_are() {
    let mut org = OrgBuilder::new("Test", "IDX");
    org.position("a", "cmo").budget(1).pay("x");
    assert_eq!(
        org.build().map(|_| ()).unwrap_err().to_string(),
        "organization.currency: `IDX` is not a currency code of ISO 4217"
    );
}

#[test]
fn amounts_at_the_edge_are_exact_and_above_it_refused() {
    let largest = "92233720368547758.07";
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("a", "cmo").budget(largest);
    let org = org.build().unwrap();
    let budget = org.position("a").unwrap().budget().unwrap();
    assert_eq!(
        (budget.minor(), org.display(budget).to_string()),
        (i64::MAX, "IDR 92,233,720,368,547,758.07".to_owned())
    );

    for above in ["92233720368547758.08", "99999999999999999999999999"] {
        let found = errors(|org| {
            org.position("a", "cmo").budget(above);
        });
        assert!(found.to_string().contains(above), "{found}");
    }
    let found = errors(|org| {
        org.position("a", "cmo").budget(i64::MAX);
    });
    assert_eq!(found.iter().count(), 1, "{found}");
}

#[test]
fn amounts_that_cannot_be_added_up_are_refused() {
    let found = lines(|org| {
        org.position("a", "cmo").budget("92233720368547758.07");
        org.position("b", "specialist").reports_to("a");
        org.delegation("a", "b", "0.01");
    });
    assert_eq!(found, [": the amounts of the org add up to more than can be counted exactly"]);
}

#[test]
fn an_id_that_cannot_be_read_is_refused() {
    let found = lines(|org| {
        org.position("", "cmo");
        org.position(" a", "cmo");
        org.position("a\u{7}", "cmo").holder("x\n");
    });
    assert_eq!(
        found,
        [
            "positions.\"\": `` is not an id of a position: an id cannot be empty",
            "positions.\" a\": ` a` is not an id of a position: an id cannot begin or end with white space",
            "positions.\"a\u{7}\": `a\\u{7}` is not an id of a position: an id cannot hold control characters",
            "positions.\"a\u{7}\".holder: `x\\n` is not an id of a person: an id cannot begin or end with white space",
        ]
    );
}

#[test]
fn ids_that_differ_in_case_are_two() {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("SEO", "specialist").reports_to("seo");
    org.position("seo", "digital-marketing-manager");
    let org = org.build().unwrap();
    assert_eq!(org.position("SEO").and_then(Position::manager).map(Position::id), Some("seo"));
}

#[test]
fn lists_name_nothing_twice_short_or_long() {
    let long: Vec<String> = (0..40).map(|i| format!("c{i}")).collect();
    let found = lines(|org| {
        for id in &long {
            org.channel(id, "");
        }
        org.position("a", "cmo").channels(["c1", "c2", "c1"]);
        org.position("b", "cmo").channels(long.iter().chain([&long[7]]));
        org.outcome("o", OutcomeKind::Strategic, "a").responsible(["a", "a"]);
    });
    assert_eq!(
        found,
        [
            "outcomes[0].responsible[1]: position `a` stands twice in the list",
            "positions.a.channels[2]: channel `c1` stands twice in the list",
            "positions.b.channels[40]: channel `c7` stands twice in the list",
        ]
    );
}

#[test]
fn outcomes_kpis_and_delegations_name_what_is_there() {
    let found = lines(|org| {
        org.position("a", "cmo");
        org.outcome("o", OutcomeKind::Tactical, "b").channel("c").informed(["d"]);
        org.kpi("k", "e").contributes_to("l").measures("m");
        org.delegation("a", "a", 1).channel("n");
        org.waiver(Waiver::new(
            "no-such-rule",
            Path::new(),
            "a rule that is unknown is a finding, not a fault",
        ));
    });
    assert_eq!(
        found,
        [
            "delegations[0].channel: there is no channel `n`",
            "delegations[0].to: position `a` cannot point at itself here",
            "kpis[0].contributes-to: there is no KPI `l`",
            "kpis[0].measures: there is no outcome `m`",
            "kpis[0].owner: there is no position `e`",
            "outcomes[0].accountable: there is no position `b`",
            "outcomes[0].channel: there is no channel `c`",
            "outcomes[0].informed[0]: there is no position `d`",
        ]
    );
}

#[test]
fn a_draft_that_breaks_every_rule_still_builds() {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.channel("seo", "");
    org.position("boss", "specialist").budget(5);
    org.position("cmo", "cmo").holder("x").reports_to("boss");
    org.position("dmm", "digital-marketing-manager").holder("x").reports_to("cmo").dotted_lines(["cmo"]);
    org.delegation("dmm", "boss", 100).channel("seo").day(1000);
    assert!(org.build().is_ok());
}

#[test]
fn nothing_at_all_is_an_org() {
    let org = OrgBuilder::new("", "XXX").build().unwrap();
    assert_eq!((org.position_count(), org.roots().count(), org.name()), (0, 0, ""));
}

#[test]
fn an_outcome_rests_on_others_that_are_there_and_never_on_itself() {
    let tactical = OutcomeKind::Tactical;
    let found = lines(|org| {
        org.position("a", "cmo");
        org.outcome("own", tactical, "a").rests_on(["own"]);
        org.outcome("lost", tactical, "a").rests_on(["nothing", "own", "own"]);
        org.outcome("round", tactical, "a").rests_on(["long", "short"]);
        org.outcome("long", tactical, "a").rests_on(["via"]);
        org.outcome("via", tactical, "a").rests_on(["short"]);
        org.outcome("short", tactical, "a").rests_on(["round", "long"]);
    });
    assert_eq!(
        found,
        [
            "outcomes[0].rests-on[0]: outcome `own` cannot point at itself here",
            "outcomes[1].rests-on[0]: there is no outcome `nothing`",
            "outcomes[1].rests-on[2]: outcome `own` stands twice in the list",
            "outcomes[3].rests-on: outcomes rest on each other in a circle: `long` → `via` → `short` → `long`",
        ]
    );
    // A diamond is no circle.
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("a", "cmo");
    org.outcome("top", OutcomeKind::Strategic, "a").rests_on(["left", "right"]);
    org.outcome("left", tactical, "a").rests_on(["shared"]);
    org.outcome("right", tactical, "a").rests_on(["shared"]);
    org.outcome("shared", tactical, "a");
    let org = org.build().unwrap();
    let rests_on: Vec<_> = org.outcome("top").unwrap().rests_on().map(bagan::Outcome::id).collect();
    assert_eq!(rests_on, ["left", "right"]);
}

#[test]
fn a_long_circle_of_outcomes_is_no_recursion() {
    let count = 100_000;
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("a", "cmo");
    for index in 0..count {
        org.outcome(&index.to_string(), OutcomeKind::Tactical, "a")
            .rests_on([((index + 1) % count).to_string()]);
    }
    let errors = org.build().unwrap_err();
    let [error] = errors.iter().collect::<Vec<_>>()[..] else { panic!("{errors}") };
    assert!(matches!(&error.what, Fault::Cycle { ids, .. } if ids.len() == count), "{error}");
}

#[test]
fn probabilities_losses_and_how_many_fail_are_checked() {
    let number = |text: &str| text.parse::<Quantity>().unwrap();
    let found = errors(|org| {
        org.position("a", "cmo");
        org.outcome("0", OutcomeKind::Tactical, "a").probability(number("1.000001")).loss(-5);
        org.outcome("1", OutcomeKind::Tactical, "a").probability(number("-0.1")).loss("0.001");
        org.outcome("2", OutcomeKind::Tactical, "a").fails_with(FailsWith::All);
        org.outcome("3", OutcomeKind::Tactical, "a").rests_on(["0", "1"]).fails_with(FailsWith::AtLeast(3));
        org.outcome("4", OutcomeKind::Tactical, "a").rests_on(["0", "1"]).fails_with(FailsWith::AtLeast(0));
        org.outcome("5", OutcomeKind::Tactical, "a").rests_on(["0", "1"]).fails_with(FailsWith::AtLeast(2));
        org.outcome("7", OutcomeKind::Tactical, "a").probability(0).loss(0);
        org.outcome("8", OutcomeKind::Tactical, "a").probability(1);
    });
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "outcomes[0].loss: IDR -5 is below zero",
            "outcomes[0].probability: 1.000001 is not a probability, which is from 0 to 1",
            "outcomes[1].loss: `0.001` has more decimals than IDR takes: at most 2",
            "outcomes[1].probability: -0.1 is not a probability, which is from 0 to 1",
            "outcomes[2].fails-with: it fails with all of the 0 outcomes that it rests on",
            "outcomes[3].fails-with: it fails with 3 of the 2 outcomes that it rests on",
            "outcomes[4].fails-with: it fails with 0 of the 2 outcomes that it rests on",
        ]
    );
    let helps: Vec<_> = found.iter().filter_map(bagan::BuildError::help).collect();
    assert_eq!(
        helps,
        [
            "write 10% as 0.1",
            "write 10% as 0.1",
            "state what it rests on as `rests-on`",
            "state `any`, `all` or a number from 1 to 2",
            "state `any`, `all` or a number from 1 to 2",
        ]
    );
}

#[test]
fn losses_together_can_be_counted() {
    let found = lines(|org| {
        org.position("a", "cmo");
        for id in ["x", "y"] {
            org.outcome(id, OutcomeKind::Tactical, "a").loss(bagan::Money::MAX);
        }
    });
    assert_eq!(found, [": the amounts of the org add up to more than can be counted exactly"]);
}
