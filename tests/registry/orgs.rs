//! The orgs that the rules are tried on: wrong ones, in which each rule fires, and one that is clean.

use bagan::{
    Date, DecisionRight, Interval, Level, Org, OrgBuilder, OutcomeKind, OutcomeTopic, Path, Risk, RoleClass,
    Seniority, Waiver, parse_date,
};

/// Orgs that are wrong on purpose: together they make every rule fire.
pub(crate) const BAD: &[fn() -> Org] = &[
    bad_lines,
    flat_and_deep,
    bad_channels,
    no_channels,
    bad_policy,
    bad_money,
    bad_answers,
    bad_risks,
    bad_work,
    bad_careers,
];

/// The day of every check.
pub(crate) fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

/// Builds an org in Indonesian rupiah.
pub(crate) fn org(state: impl FnOnce(&mut OrgBuilder)) -> Org {
    let mut builder = OrgBuilder::new("Nusantara Retail", "IDR");
    state(&mut builder);
    builder.build().unwrap()
}

/// Specialists without a DMM, a DMM without an executive, lines upside down, doubled or to oneself, an empty seat.
fn bad_lines() -> Org {
    org(|org| {
        org.position("cmo", "cmo").holder("sari");
        org.position("seo", "specialist").holder("budi").reports_to("cmo").dotted_lines(["cmo"]);
        org.position("lead", "lead-specialist").holder("dewi");
        org.position("dmm", "digital-marketing-manager").reports_to("lead");
        org.position("ppc", "specialist").holder("agus").reports_to("dmm");
        org.position("email", "specialist").holder("agus").reports_to("ppc");
    })
}

/// A team too large for one manager, below a line too long.
fn flat_and_deep() -> Org {
    org(|org| {
        org.position("layer-1", "other");
        for layer in 2..=8 {
            org.position(&format!("layer-{layer}"), "other").reports_to(&format!("layer-{}", layer - 1));
        }
        for seat in 1..=16 {
            org.position(&format!("seat-{seat}"), "other").reports_to("layer-8");
        }
    })
}

/// A specialist with three channels, one with none, and a channel with no specialist.
fn bad_channels() -> Org {
    org(|org| {
        org.channel("seo", "").channel("ppc", "").channel("email", "").channel("radio", "");
        org.position("search", "specialist").holder("budi").channels(["seo", "ppc", "email"]);
        org.position("social", "specialist").holder("agus");
    })
}

fn no_channels() -> Org {
    org(|org| {
        org.position("seo", "specialist").holder("budi");
    })
}

/// A level and waivers that do not do what they say.
fn bad_policy() -> Org {
    org(|org| {
        let at = || Path::new().key("positions").key("dmm");
        org.position("dmm", "digital-marketing-manager").holder("rina");
        org.policy_mut().levels.insert("span-to-wide".to_owned(), Level::Deny);
        org.waiver(Waiver::new("nobody-knows", at(), "an unknown rule"));
        org.waiver(Waiver::new("vacant-manager", at(), "an idle waiver"));
        org.waiver(Waiver::new("span-too-wide", at(), "an ended waiver").until(today()));
    })
}

/// Money that was not there to be given, limits that do not limit, lines that money does not follow.
fn bad_money() -> Org {
    let year = || Interval::new(parse_date("2026-01-01").ok(), parse_date("2027-01-01").ok()).unwrap();
    let ended = || Interval::new(None, Some(today())).unwrap();
    org(|org| {
        org.channel("seo", "").channel("ppc", "").channel("email", "");
        org.position("cmo", "cmo").holder("sari").budget(1_000);
        org.position("dmm", "digital-marketing-manager").reports_to("cmo");
        org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
        org.position("ppc", "specialist").holder("agus").reports_to("dmm").channels(["ppc"]).budget(5);
        org.position("crm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(900);
        org.position("email", "specialist").holder("ayu").reports_to("crm").channels(["email"]);
        org.position("studio", "digital-marketing-manager").holder("eko").reports_to("cmo");
        org.position("designer", "graphic-designer").holder("dewi").reports_to("studio");
        org.delegation("cmo", "dmm", 600).week(50);
        org.delegation("dmm", "seo", 500).channel("seo").day(5).week(60).valid(year());
        org.delegation("dmm", "ppc", 200).channel("email").valid(year());
        org.delegation("seo", "ppc", 10).channel("seo").day(1).valid(year());
        org.delegation("cmo", "crm", 100).valid(ended());
    })
}

/// Outcomes at the wrong level, outside the channel or the team, of empty seats or empty hands, and too many of them.
fn bad_answers() -> Org {
    org(|org| {
        org.channel("seo", "").channel("email", "");
        org.position("cmo", "cmo").holder("sari");
        org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(500);
        org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
        org.position("empty", "specialist").reports_to("dmm").channels(["seo"]);
        org.position("studio", "digital-marketing-manager").holder("eko").reports_to("cmo");
        org.outcome("growth", OutcomeKind::Strategic, "seo");
        let opens = org.outcome("opens", OutcomeKind::Tactical, "seo").channel("email");
        opens.risk(Risk::High).responsible(["seo"]);
        org.outcome("texts", OutcomeKind::Strategic, "studio").responsible(["studio"]);
        org.outcome("brand", OutcomeKind::Strategic, "dmm").responsible(["studio"]);
        org.outcome("clicks", OutcomeKind::Tactical, "empty").responsible(["empty"]);
        for number in 1..=6 {
            org.outcome(&format!("o{number}"), OutcomeKind::Tactical, "dmm").responsible(["dmm"]);
        }
    })
}

/// Money in one place, in one's own hands, and within limits that one sets for oneself.
fn bad_risks() -> Org {
    org(|org| {
        org.channel("seo", "");
        org.position("cmo", "cmo").holder("sari").approves_up_to(500);
        org.position("dmm", "digital-marketing-manager")
            .holder("rina")
            .reports_to("cmo")
            .budget(1_000)
            .channels(["seo"]);
        org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm").channels(["seo"]);
        org.position("second", "specialist").holder("rina").reports_to("lead").channels(["seo"]);
        org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
        org.delegation("dmm", "lead", 10).day(5);
        org.delegation("dmm", "second", 900).day(5);
        org.delegation("dmm", "writer", 10).day(5);
        org.stand_in("dmm", "lead", Interval::new(Some(today()), None).unwrap());
    })
}

/// People who work with the wrong ones, decide what is not theirs, and measure what adds up to nothing.
fn bad_work() -> Org {
    org(|org| {
        org.channel("seo", "").channel("ppc", "");
        org.position("director", "director-of-marketing").holder("sari");
        org.position("sales", "head-of-sales").holder("joko");
        org.position("dmm", "digital-marketing-manager").reports_to("director").decides([DecisionRight::How]);
        let seo = org.position("seo", "specialist").reports_to("dmm").channels(["seo"]);
        seo.works_with(["writer", "sales"]).decides([DecisionRight::Why, DecisionRight::What]);
        org.position("ppc", "specialist").reports_to("dmm").channels(["ppc"]).works_with(["designer"]);
        org.position("email", "specialist").reports_to("dmm");
        org.position("writer", "copywriter");
        org.position("designer", "graphic-designer");
        org.kpi("visits", "seo").target(10);
        org.kpi("clicks", "seo").target(9).contributes_to("visits");
    })
}

/// Ladders that lead nowhere, levels and bands upside down, pay outside them.
fn bad_careers() -> Org {
    org(|org| {
        org.role("specialist").pay_band(100, 150, 500).next(["cmo", "seo-lead"]);
        org.role("seo-lead").class(RoleClass::SeniorSpecialist).pay_band(90, 100, 110).next([""; 0]);
        org.role("copywriter").pay_band(300, 200, 100).levels(Seniority::Senior, Seniority::Mid);
        org.role("digital-marketing-manager").pay_band(100, 150, 200);
        org.position("dmm", "digital-marketing-manager").level(Seniority::Entry).pay(150);
        org.position("seo", "specialist").reports_to("dmm").pay(501);
    })
}

/// An org against which no rule has anything to say, in any profile.
pub(crate) fn clean() -> Org {
    org(|org| {
        let year = Interval::new(parse_date("2026-01-01").ok(), parse_date("2027-01-01").ok()).unwrap();
        org.channel("seo", "Search").channel("paid-social", "Paid social").channel("email", "Email");
        org.position("cmo", "cmo").holder("sari").approves_up_to(500_000_000);
        org.position("sales", "head-of-sales").holder("joko").reports_to("cmo");
        org.position("dmm", "digital-marketing-manager")
            .holder("rina")
            .reports_to("cmo")
            .budget(1_000_000_000)
            .approves_up_to(100_000_000)
            .works_with(["cmo", "sales"]);
        let team = [("lead", "lead-specialist", "dewi", "email"), ("seo", "specialist", "budi", "seo")];
        for (id, role, holder, channel) in team {
            org.position(id, role)
                .holder(holder)
                .acting("putri")
                .reports_to("dmm")
                .channels([channel])
                .works_with(["writer"]);
        }
        org.position("social", "specialist")
            .acting("agus")
            .reports_to("lead")
            .channels(["paid-social"])
            .dotted_lines(["dmm"])
            .works_with(["writer"]);
        org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
        org.outcome("growth", OutcomeKind::Strategic, "dmm")
            .about([OutcomeTopic::Roi, OutcomeTopic::TeamPerformance])
            .risk(Risk::High)
            .responsible(["dmm", "lead", "writer"]);
        org.kpi("customers", "dmm").target(40_000);
        org.kpi("visits", "seo").target(40_000).contributes_to("customers");
        org.role("lead-specialist").pay_band(168, 204, 240);
        org.role("digital-marketing-manager").pay_band(300, 390, 480);
        for (to, channel) in [("lead", "email"), ("seo", "seo"), ("social", "paid-social")] {
            org.outcome(&format!("{channel}-result"), OutcomeKind::Tactical, to)
                .channel(channel)
                .risk(Risk::Medium)
                .responsible([to]);
            org.delegation("dmm", to, 300_000_000)
                .channel(channel)
                .transaction(2_000_000)
                .day(2_000_000)
                .week(10_000_000)
                .valid(year);
        }
    })
}
