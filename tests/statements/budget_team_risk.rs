//! Budget, team, risk: S11 to S17.

use bagan::risk::{Assumptions, burden, burdens, outcome_risk};
use bagan::{Date, Ledger, Matrix, Money, Org, OutcomeTopic, Position, ReasonCode, Risk, RoleClass, Verdict};

use crate::support::{batik, batik_and, batik_where, batik_with, found, today};

fn at<'o>(org: &'o Org, id: &str) -> Position<'o> {
    org.position(id).unwrap()
}

fn rupiah(org: &Org, millions: i64) -> Money {
    org.currency().major(millions * 1_000_000).unwrap()
}

#[test]
fn s11_responsibility_rises_along_the_line_with_seniority_and_risk() {
    let org = batik();
    let ranks: Vec<_> = at(&org, "seo").chain().filter_map(|above| above.class().rank()).collect();
    assert!(ranks.is_sorted_by(|below, above| below < above), "{ranks:?}");
    assert!(RoleClass::Specialist.facts().risk < RoleClass::Manager.facts().risk);

    // The lead reports to a specialist.
    let org = batik_with(&[
        ("holder = \"dewi\"\nreports-to = \"dmm\"", "holder = \"dewi\"\nreports-to = \"social\""),
        ("pay = 140_000_000\n", ""),
    ]);
    assert_eq!(found(&org), ["RPT004 positions.lead"]);
    // A second DMM with a budget and a team, who answers for nothing: one finding, and none of each thing not answered for.
    let crm = "[positions.crm]\nrole = \"digital-marketing-manager\"\nholder = \"adit\"\nreports-to = \"cmo\"\n\
               budget = 10_000_000\nworks-with = [\"sales\"]\nchannels = []\n\n\
               [[kpis]]\nid = \"repeat-purchases\"\nowner = \"crm\"\n";
    assert_eq!(found(&batik_and(crm)), ["ACC005 positions.crm"]);
    // One who answers for the year's growth without money or a team.
    let planner = "[positions.planner]\nrole = \"digital-marketing-manager\"\nholder = \"adit\"\nreports-to = \"cmo\"\n\
                   works-with = [\"sales\"]\n\n[[outcomes]]\nid = \"growth\"\nkind = \"strategic\"\n\
                   accountable = \"planner\"\nresponsible = [\"planner\"]\nrisk = \"high\"\n";
    assert_eq!(found(&batik_and(planner)), ["ACC004 outcomes.growth"]);
}

#[test]
fn s12_a_dmm_allocates_the_budget_and_answers_for_its_return() {
    let org = batik();
    let dmm = at(&org, "dmm");
    assert_eq!(dmm.held(today()), rupiah(&org, 1_000));
    assert_eq!(dmm.delegated(today()), rupiah(&org, 1_000));
    assert!(dmm.accountable_for().any(|outcome| outcome.is_about(OutcomeTopic::Roi)));

    // More is handed out than there is.
    let org = batik_with(&[("amount = 300_000_000", "amount = 400_000_000")]);
    assert_eq!(found(&org), ["BUD001 positions.dmm"]);
    // Half of the money lies about.
    let org = batik_with(&[("budget = 1_000_000_000", "budget = 2_000_000_000")]);
    assert_eq!(found(&org), ["BUD010 positions.dmm"]);
    // Nobody answers for the return.
    let org = batik_with(&[("\"business-result\", \"roi\"]", "\"business-result\"]")]);
    assert_eq!(found(&org), ["ACC010 positions.dmm"]);
}

#[test]
fn s13_a_specialist_spends_within_the_days_and_weeks_that_the_dmm_set() {
    let mut ledger = Ledger::new(batik());
    let (monday, tuesday) = (Date::constant(2026, 6, 29), Date::constant(2026, 6, 30));
    let spend = |ledger: &Ledger, millions: i64| rupiah(ledger.org(), millions);

    // Within the day's limit, and at it.
    let request = ledger.request("social", "paid-social", spend(&ledger, 20), monday);
    assert_eq!(ledger.decide(&request).verdict(), Verdict::Approved);
    // Above it, the DMM who set it may say yes, and only then.
    let request = ledger.request("social", "paid-social", spend(&ledger, 21), monday);
    let decision = ledger.decide(&request);
    assert_eq!(decision.verdict(), Verdict::NeedsApproval);
    assert_eq!(decision.reasons().map(|test| test.failed).collect::<Vec<_>>(), [Some(ReasonCode::DayLimit)]);
    assert_eq!(decision.route()[0].position.id(), "dmm");
    assert_eq!(ledger.decide(&request.approved_by_ids(&["dmm"])).verdict(), Verdict::Approved);
    assert_eq!(
        ledger.decide(&request.approved_by_ids(&["lead"])).verdict(),
        Verdict::NeedsApproval,
        "a colleague"
    );
    // The assigned channel alone, and no approval lifts that.
    let request = ledger.request("social", "email", spend(&ledger, 1), monday);
    let elsewhere = ledger.decide(&request.approved_by_ids(&["dmm"])).verdict();
    assert_eq!(elsewhere, Verdict::Denied);
    // Days add up to the week: on the third, 10 of its 50 millions are left.
    for (key, day) in [("mon", monday), ("tue", tuesday)] {
        let twenty = spend(&ledger, 20);
        ledger.reserve(key, &bagan::Request::by_ids(&batik(), "social", "paid-social", twenty, day)).unwrap();
    }
    let request = ledger.request("social", "paid-social", spend(&ledger, 20), today());
    let decision = ledger.decide(&request);
    assert_eq!(decision.reasons().map(|test| test.failed).collect::<Vec<_>>(), [Some(ReasonCode::WeekLimit)]);
    let request = ledger.request("social", "paid-social", spend(&ledger, 10), today());
    assert!(ledger.decide(&request).is_approved());

    let cell = Matrix::authority(ledger.org(), today()).cell(at(ledger.org(), "social").ix(), None);
    assert!(cell.is_none(), "nothing beyond the channel");
}

#[test]
fn s13_money_without_limits_beyond_them_or_round_the_dmm_is_found() {
    // A month is no day and no week.
    let org = batik_with(&[(
        "limits = { day = 20_000_000, week = 50_000_000 }",
        "limits = { month = 80_000_000 }",
    )]);
    assert_eq!(found(&org), ["BUD007 delegations.dmm.social.paid-social"]);
    // The lead passes on a higher limit than the own one.
    let passed_on = "[[delegations]]\nfrom = \"lead\"\nto = \"seo\"\nchannel = \"seo\"\namount = 50_000_000\n\
                     limits = { day = 15_000_000 }\nvalid = { from = 2026-01-01, until = 2027-01-01 }\n";
    assert_eq!(found(&batik_and(passed_on)), ["BUD002 delegations.lead.seo.seo"]);
    // The lead was never allowed to pass anything on.
    let org = batik_with(&[
        ("sub-delegation = \"allowed\"\n", ""),
        (
            "[[kpis]]\nid = \"new-customers\"",
            &format!("{}\n[[kpis]]\nid = \"new-customers\"", passed_on.replace("15_000_000", "5_000_000")),
        ),
    ]);
    assert_eq!(found(&org), ["BUD013 delegations.lead.seo.seo"]);
    // Sales pays for social, past the DMM.
    let sideways = "[[delegations]]\nfrom = \"sales\"\nto = \"social\"\namount = 5_000_000\nlimits = { day = 1_000_000 }\n\
                    valid = { from = 2026-01-01, until = 2027-01-01 }\n";
    let paid =
        ("[[kpis]]\nid = \"new-customers\"", &*format!("{sideways}\n[[kpis]]\nid = \"new-customers\""));
    let org = batik_with(&[("holder = \"joko\"\n", "holder = \"joko\"\nbudget = 5_000_000\n"), paid]);
    assert_eq!(found(&org), ["ACC005 positions.sales", "BUD003 delegations.sales.social"]);
    // Money for a channel of somebody else.
    let org =
        batik_with(&[("to = \"email\"\nchannel = \"email\"", "to = \"email\"\nchannel = \"paid-social\"")]);
    assert_eq!(found(&org), ["BUD004 delegations.dmm.email.paid-social"]);
    // A budget of the specialist's own, which nobody limits.
    let org = batik_where("[positions.social]", "level = \"mid\"", "level = \"mid\"\nbudget = 5_000_000");
    assert_eq!(found(&org), ["BUD005 positions.social"]);
}

/// The DMM is on leave, and a peer stands in, who may then lift limits: the rules and `decide` agree.
#[test]
fn s13_who_stands_in_for_the_dmm_may_lift_a_limit() {
    let empty = ("holder = \"rina\"\n", "");
    let stand_in = "[[stand-ins]]\nposition = \"dmm\"\nby = \"cmo\"\nvalid = { from = 2026-06-01, until = 2026-09-01 }\n";
    let with_stand_in =
        ("[[outcomes]]\nid = \"acquisition\"", &*format!("{stand_in}\n[[outcomes]]\nid = \"acquisition\""));
    let org = batik_with(&[empty, with_stand_in, ("approves-up-to = 500_000_000\n", "")]);
    assert_eq!(found(&org), [""; 0]);
    let ledger = Ledger::new(org);
    let request = ledger.request("social", "paid-social", rupiah(ledger.org(), 30), today());
    assert_eq!(ledger.decide(&request.approved_by_ids(&["dmm"])).verdict(), Verdict::Approved);
}

#[test]
fn s14_a_dmm_leads_the_whole_team_and_answers_for_what_it_achieves_together() {
    let org = batik();
    let dmm = at(&org, "dmm");
    let specialists: Vec<_> = dmm.subtree().filter(|below| below.class().is_specialist()).collect();
    assert_eq!(specialists.len(), 4);
    let team = dmm.accountable_for().find(|outcome| outcome.is_about(OutcomeTopic::TeamPerformance)).unwrap();
    assert!(specialists.iter().all(|specialist| team.responsible().any(|one| one == *specialist)));

    // Each has an own target, and nobody has the team's.
    let org = batik_with(&[("about = [\"team-performance\"]", "about = [\"strategy\"]")]);
    assert_eq!(found(&org), ["ACC009 positions.dmm"]);
    // The team's outcome has nobody who works for it.
    let org = batik_with(&[("responsible = [\"lead\", \"seo\", \"social\", \"email\"]", "responsible = []")]);
    assert_eq!(found(&org), ["ACC006 outcomes.team"]);
    // Sales is to work for it, whom the DMM does not lead.
    let org = batik_with(&[("\"social\", \"email\"]\n\n", "\"social\", \"email\", \"sales\"]\n\n")]);
    assert_eq!(found(&org), ["ACC007 outcomes.team"]);
    // The DMM has left, and the CMO may approve: one seat is empty, and that is said once.
    let org = batik_with(&[("holder = \"rina\"\n", "")]);
    assert_eq!(found(&org), ["RPT008 positions.dmm"]);
}

/// A first draft without any DMM: a team of two, and the CMO above them.
#[test]
fn s14_a_team_without_a_dmm_is_one_finding() {
    let mut org = bagan::OrgBuilder::new("Toko", "IDR");
    org.channel("seo", "").channel("email", "");
    org.position("cmo", "cmo").holder("sari");
    for id in ["seo", "email"] {
        org.position(id, "specialist").holder(id).acting("sari").reports_to("cmo").channels([id]);
    }
    let org = org.build().unwrap();
    assert_eq!(
        found(&org).iter().filter(|line| line.starts_with("RPT")).collect::<Vec<_>>(),
        ["RPT002 positions.cmo"]
    );
}

#[test]
fn s15_a_specialist_reports_to_a_dmm_or_to_a_senior_specialist() {
    let org = batik();
    let managers = |id| at(&org, id).manager().map(Position::class);
    assert_eq!(managers("social"), Some(RoleClass::Manager));
    assert_eq!(managers("seo"), Some(RoleClass::SeniorSpecialist));
    assert_eq!(RoleClass::Specialist.facts().reports_to, [RoleClass::Manager, RoleClass::SeniorSpecialist]);

    // Under a head of content who is neither.
    let content = "[positions.content]\nrole = \"other\"\nholder = \"tono\"\nreports-to = \"dmm\"\n\n[[outcomes]]\nid = \"acquisition\"";
    for seat in ["email", "lead"] {
        let section = format!("[positions.{seat}]");
        let role = if seat == "lead" { "lead-specialist" } else { "specialist" };
        let holder = if seat == "lead" { "dewi" } else { "ayu" };
        let acting = if seat == "lead" { "" } else { "acting = \"agus\"\n" };
        let before =
            format!("{section}\nrole = \"{role}\"\nholder = \"{holder}\"\n{acting}reports-to = \"dmm\"");
        let after = before.replace("reports-to = \"dmm\"", "reports-to = \"content\"");
        let org = batik_with(&[(&before, &after), ("[[outcomes]]\nid = \"acquisition\"", content)]);
        assert_eq!(
            found(&org),
            [format!("RPT001 positions.{seat}"), "RPT006 positions.content".to_owned()],
            "{seat}"
        );
    }
    // One specialist alone who reports to the CMO, past the DMM, whose money and outcome reach it no more.
    let org = batik_where("[positions.email]", "reports-to = \"dmm\"", "reports-to = \"cmo\"");
    assert_eq!(
        found(&org),
        ["ACC007 outcomes.team", "BUD003 delegations.dmm.email.email", "RPT001 positions.email"]
    );
}

#[test]
fn s16_a_dmm_answers_for_the_failure_of_the_strategy() {
    let org = batik();
    let acquisition = org.outcome("acquisition").unwrap();
    assert_eq!((acquisition.risk(), acquisition.accountable()), (Some(Risk::High), at(&org, "dmm")));
    let assumed = Assumptions::new(0.0, 0.95).unwrap();
    // It fails with either of the two that it rests on: 1 - 0.9 × 0.8.
    let fails = outcome_risk(acquisition, assumed).unwrap().fails.unwrap();
    assert!((fails.independent - 0.28).abs() < 1e-12);
    let borne = burdens(&org, assumed).unwrap();
    let (_, dmm) = borne.iter().find(|(position, _)| position.id() == "dmm").unwrap();
    assert_eq!(dmm.outcomes.len(), 2);

    let org = batik_where("id = \"acquisition\"", "risk = \"high\"", "risk = \"medium\"");
    assert_eq!(found(&org), ["RSK002 positions.dmm"]);
}

#[test]
fn s17_a_specialist_answers_for_a_tactical_failure_in_the_own_channel() {
    let org = batik();
    let result = org.outcome("social-result").unwrap();
    assert_eq!(
        (result.risk(), result.channel().map(bagan::Channel::id)),
        (Some(Risk::Medium), Some("paid-social"))
    );
    let borne = burden([result], Assumptions::new(0.0, 0.95).unwrap()).unwrap();
    assert_eq!(borne.loss.unwrap().independent.expected, rupiah(&org, 30));

    // A DMM's risk at a specialist.
    let org = batik_where("id = \"social-result\"", "risk = \"medium\"", "risk = \"high\"");
    assert_eq!(found(&org), ["RSK001 outcomes.social-result"]);
    // Whoever runs email answers for paid social as well.
    let org = batik_where(
        "id = \"social-result\"",
        "accountable = \"social\"\nresponsible = [\"social\"]",
        "accountable = \"email\"\nresponsible = [\"email\"]",
    );
    assert_eq!(found(&org), ["ACC003 outcomes.social-result"]);
}
