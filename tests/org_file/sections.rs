//! Every section and every key, and what stands for a key that is left out.

use bagan::{
    Amount, AverageSpec, DecisionRight, DelegationSpec, FailsWith, Interval, Level, OutcomeKind,
    OutcomeTopic, Pacing, PacingPeriod, Path, Permission, Position, PositionSpec, Profile, Quantity, Risk,
    Role, RoleClass, Seniority, Weekday, parse_date,
};

use crate::support::{HEAD, file, org, spec};

#[test]
fn the_shortest_file_is_an_org_without_positions() {
    let file = file(HEAD);
    let spec = file.spec();
    assert_eq!((spec.organization.name.as_str(), spec.organization.currency.as_str()), ("N", "IDR"));
    assert_eq!(spec.organization.fiscal_year_starts.to_string(), "01-01");
    assert_eq!(spec.organization.week_starts, Weekday::Monday);
    assert!(spec.positions.is_empty() && spec.delegations.is_empty() && spec.waivers.is_empty());
    assert_eq!(file.build().unwrap().position_count(), 0);
}

#[test]
fn an_organization_states_where_years_and_weeks_start() {
    let text = "format = 1\n[organization]\nname = 'N'\ncurrency = 'EUR'\nfiscal-year-starts = '07-01'\n\
                week-starts = 'sunday'\n";
    let organization = file(text).into_spec().organization;
    assert_eq!(organization.fiscal_year_starts.to_string(), "07-01");
    assert_eq!(organization.week_starts, Weekday::Sunday);
}

#[test]
fn a_channel_is_its_name_or_a_table_or_has_none() {
    let spec = spec("[channels]\nseo = 'Search'\nppc = { name = 'Ads' }\nmail = {}\nsms = ''\n");
    let names: Vec<_> = spec.channels.values().map(|channel| channel.name.as_deref()).collect();
    assert_eq!(names, [Some("Search"), Some("Ads"), None, None]);
    assert_eq!(spec.channels.keys().collect::<Vec<_>>(), ["seo", "ppc", "mail", "sms"]);
}

#[test]
fn a_platform_has_a_day_and_either_a_week_or_a_month() {
    let spec = spec(
        "
        [platforms.own]
        day = 2
        month = 30.4
        [platforms]
        meta = { day = '1.25', week = 7, week-starts = 'sunday' }
        weekly = { day = 1, week = 1 }
    ",
    );
    let quantity = |text: &str| text.parse::<Quantity>().unwrap();
    let week = |starts, factor| (PacingPeriod::Week(starts), quantity(factor));
    let of = |id: &str| {
        let Pacing { day, period, factor } = spec.platforms[id].pacing;
        (day, (period, factor))
    };
    assert_eq!(of("own"), (quantity("2"), (PacingPeriod::Month, quantity("30.4"))));
    assert_eq!(of("meta"), (quantity("1.25"), week(Weekday::Sunday, "7")));
    assert_eq!(of("weekly"), (quantity("1"), week(Weekday::Monday, "1")));
}

#[test]
fn a_role_has_every_key() {
    let body = "
        [roles.growth]
        class = 'senior-specialist'
        name = 'Growth lead'
        approves-up-to = 5
        pay-band = { minimum = 10, midpoint = '12.50', maximum = 20 }
        levels = { lowest = 'mid', highest = 'senior' }
        next = ['digital-marketing-manager']
        [roles.specialist]
        next = []
    ";
    let spec = spec(body);
    let role = &spec.roles["growth"];
    assert_eq!(role.class, Some(RoleClass::SeniorSpecialist));
    assert_eq!(role.name.as_deref(), Some("Growth lead"));
    assert_eq!(role.approves_up_to, Some(Amount::Major(5)));
    let band = role.pay_band.as_ref().unwrap();
    assert_eq!((&band.minimum, &band.maximum), (&Amount::Major(10), &Amount::Major(20)));
    assert_eq!(band.midpoint, Some(Amount::from("12.50")));
    let levels = role.levels.unwrap();
    assert_eq!((levels.lowest, levels.highest), (Seniority::Mid, Seniority::Senior));
    assert_eq!(role.next.as_deref(), Some(["digital-marketing-manager".to_owned()].as_slice()));
    assert_eq!(spec.roles["specialist"].next.as_deref(), Some([].as_slice()), "nowhere is not unstated");
}

#[test]
fn the_midpoint_of_a_band_is_the_middle_unless_stated() {
    let org = org("[roles.r]\nclass = 'other'\npay-band = { minimum = 10, maximum = '13.01' }\n");
    let band = org.role("r").and_then(Role::pay_band).unwrap();
    assert_eq!(band.midpoint.minor(), 1150);
    assert_eq!(org.to_toml().unwrap().matches("midpoint = \"11.50\"").count(), 1);
}

#[test]
fn a_position_has_every_key() {
    let body = "
        [channels]
        seo = 'Search'
        [positions.a]
        role = 'cmo'
        [positions.b]
        role = 'specialist'
        title = 'SEO'
        holder = 'budi'
        acting = 'sari'
        reports-to = 'a'
        dotted-lines = ['a']
        works-with = ['a']
        channels = ['seo']
        decides = ['how', 'what-now']
        budget = 12_000
        approves-up-to = '0.50'
        level = 'entry'
        pay = 7
        fte = 0.8
    ";
    let spec = spec(body);
    let b = &spec.positions["b"];
    assert_eq!((b.role.as_str(), b.title.as_deref()), ("specialist", Some("SEO")));
    assert_eq!((b.holder.as_deref(), b.acting.as_deref()), (Some("budi"), Some("sari")));
    assert_eq!(b.reports_to.as_deref(), Some("a"));
    assert_eq!((&b.dotted_lines, &b.works_with), (&vec!["a".to_owned()], &vec!["a".to_owned()]));
    assert_eq!(b.channels, ["seo"]);
    assert_eq!(b.decides, [DecisionRight::How, DecisionRight::WhatNow]);
    assert_eq!(b.budget, Some(Amount::Major(12_000)));
    assert_eq!(b.approves_up_to, Some(Amount::from("0.50")));
    assert_eq!((b.level, &b.pay), (Some(Seniority::Entry), &Some(Amount::Major(7))));
    assert_eq!(b.fte.map(|fte| fte.to_string()).as_deref(), Some("0.8"));
    assert_eq!(spec.positions["a"], PositionSpec::new("cmo"), "all else is unstated");
}

#[test]
fn a_delegation_has_every_key() {
    let body = "
        [positions]
        a = { role = 'cmo' }
        b = { role = 'specialist', reports-to = 'a' }
        [channels]
        seo = {}
        [[delegations]]
        from = 'a'
        to = 'b'
        channel = 'seo'
        amount = 9
        limits = { transaction = 1, day = 2, week = 3, month = 4, average = { day = '1.50', platform = 'meta' } }
        valid = { from = 2026-01-01, until = '2027-01-01' }
        sub-delegation = 'allowed'
        [[delegations]]
        from = 'a'
        to = 'b'
        amount = 0
    ";
    let spec = spec(body);
    let [full, bare] = spec.delegations.as_slice() else { panic!("two delegations") };
    assert_eq!((full.from.as_str(), full.to.as_str(), full.channel.as_deref()), ("a", "b", Some("seo")));
    assert_eq!(full.amount, Amount::Major(9));
    let limits = [&full.limits.transaction, &full.limits.day, &full.limits.week, &full.limits.month];
    assert_eq!(limits, [1, 2, 3, 4].map(|limit| Some(Amount::Major(limit))).each_ref());
    assert_eq!(full.limits.average, Some(AverageSpec::new("1.50", "meta")));
    assert_eq!(full.valid.to_string(), "from 2026-01-01 until 2027-01-01");
    assert_eq!(full.sub_delegation, Some(Permission::Allowed));
    assert_eq!(*bare, DelegationSpec::new("a", "b", 0));
    assert_eq!(bare.valid, Interval::ALWAYS);
}

#[test]
fn a_stand_in_has_every_key_and_may_stand_in_for_a_seat_more_than_once() {
    let body = "
        [positions]
        a = { role = 'cmo' }
        b = { role = 'specialist', reports-to = 'a' }
        [[stand-ins]]
        position = 'a'
        by = 'b'
        valid = { from = 2026-07-01, until = '2026-07-15' }
        reason = 'leave'
        [[stand-ins]]
        position = 'a'
        by = 'b'
        valid = { from = 2026-07-10 }
    ";
    let spec = spec(body);
    let [full, open] = spec.stand_ins.as_slice() else { panic!("two stand-ins") };
    assert_eq!((full.position.as_str(), full.by.as_str(), full.reason.as_deref()), ("a", "b", Some("leave")));
    assert_eq!(full.valid.to_string(), "from 2026-07-01 until 2026-07-15");
    assert_eq!((open.valid.to_string().as_str(), open.reason.as_deref()), ("from 2026-07-10", None));
}

#[test]
fn outcomes_kpis_and_waivers_have_every_key() {
    let body = "
        positions.a.role = 'cmo'
        channels.seo = {}
        [[outcomes]]
        id = 'o'
        name = 'Outcome'
        kind = 'tactical'
        about = ['roi', 'team-performance']
        channel = 'seo'
        risk = 'high'
        accountable = 'a'
        responsible = ['a']
        consulted = ['a']
        informed = ['a']
        probability = 0.05
        loss = '12.50'
        rests-on = ['p', 'q']
        fails-with = 2
        [[outcomes]]
        id = 'p'
        kind = 'tactical'
        accountable = 'a'
        rests-on = ['q']
        fails-with = 'all'
        [[outcomes]]
        id = 'q'
        kind = 'tactical'
        accountable = 'a'
        fails-with = 'any'
        [[kpis]]
        id = 'whole'
        owner = 'a'
        [[kpis]]
        id = 'part'
        name = 'Part'
        owner = 'a'
        target = 40_000
        contributes-to = 'whole'
        measures = 'o'
        [[waivers]]
        rule = 'span-too-wide'
        at = 'positions.a'
        reason = 'soon mended'
        owner = 'sari'
        until = 2027-03-15
    ";
    let spec = spec(body);
    let outcome = &spec.outcomes[0];
    assert_eq!((outcome.id.as_str(), outcome.name.as_deref()), ("o", Some("Outcome")));
    assert_eq!((outcome.kind, outcome.risk), (OutcomeKind::Tactical, Some(Risk::High)));
    assert_eq!(outcome.about, [OutcomeTopic::Roi, OutcomeTopic::TeamPerformance]);
    assert_eq!((outcome.channel.as_deref(), outcome.accountable.as_str()), (Some("seo"), "a"));
    for list in [&outcome.responsible, &outcome.consulted, &outcome.informed] {
        assert_eq!(*list, ["a"]);
    }
    assert_eq!(outcome.probability.map(Quantity::millionths), Some(50_000));
    assert_eq!(
        (&outcome.loss, outcome.rests_on.as_slice()),
        (&Some(Amount::from("12.50")), ["p", "q"].map(str::to_owned).as_slice())
    );
    let fails_with: Vec<_> = spec.outcomes.iter().map(|outcome| outcome.fails_with).collect();
    assert_eq!(fails_with, [FailsWith::AtLeast(2), FailsWith::All, FailsWith::Any]);
    assert_eq!((spec.outcomes[2].probability, &spec.outcomes[2].loss), (None, &None), "all else is unstated");
    let kpi = &spec.kpis[1];
    assert_eq!((kpi.id.as_str(), kpi.name.as_deref(), kpi.owner.as_str()), ("part", Some("Part"), "a"));
    assert_eq!(kpi.target, Some(40_000.into()));
    assert_eq!((kpi.contributes_to.as_deref(), kpi.measures.as_deref()), (Some("whole"), Some("o")));
    let waiver = &spec.waivers[0];
    assert_eq!((waiver.rule.as_str(), waiver.reason.as_str()), ("span-too-wide", "soon mended"));
    assert_eq!(waiver.at, Path::new().field("positions.a"));
    assert_eq!((waiver.owner.as_deref(), waiver.until), (Some("sari"), parse_date("2027-03-15").ok()));
}

#[test]
fn how_many_fail_is_a_word_or_a_number() {
    let listed = |value: &str| {
        let text = format!(
            "{HEAD}positions.a.role = 'cmo'\noutcomes = [{{ id = 'p', kind = 'tactical', accountable = 'a' }}, \
             {{ id = 'o', kind = 'tactical', accountable = 'a', rests-on = ['p'], fails-with = {value} }}]\n"
        );
        let errors = bagan::OrgFile::parse("f", text.as_bytes(), bagan::Format::Toml)
            .and_then(|file| file.build().map(|_| ()));
        errors.err().map(|errors| errors.iter().map(|error| error.what.to_string()).collect::<Vec<_>>())
    };
    for value in ["'any'", "'all'", "1"] {
        assert_eq!(listed(value), None, "{value}");
    }
    let told = |value: &str| listed(value).unwrap_or_default().join("; ");
    assert_eq!(told("'some'"), "`some` is not a way to fail: expected `any` or `all`");
    assert_eq!(told("1.5"), "expected `any`, `all`, or how many, found a float");
    assert_eq!(told("-1"), "`-1` is out of range: expected a whole number, 0 or more");
    assert_eq!(told("2"), "it fails with 2 of the 1 outcomes that it rests on");
}

#[test]
fn a_policy_has_every_key() {
    let body = "
        [policy]
        profile = 'audited'
        levels = { span-too-wide = 'warn', BUD001 = 'deny' }
        [policy.thresholds]
        span-at-most = 8
        span-at-least = 2
        layers-at-most = 5
        overcommit = 1.25
        idle-share-at-most = '0.2'
        partners-at-least = 2
        manager-midpoint-at-least = 1.5
        dual-control-above = 1_000_000
        outcomes-at-most = 4
        concentration-at-most = 0.6
    ";
    let policy = spec(body).policy;
    assert_eq!(policy.profile, Some(Profile::Audited));
    assert_eq!(policy.levels.get("BUD001"), Some(&Level::Deny));
    assert_eq!(policy.levels.keys().collect::<Vec<_>>(), ["span-too-wide", "BUD001"]);
    let thresholds = &policy.thresholds;
    let counts = (thresholds.span_at_most, thresholds.span_at_least, thresholds.layers_at_most);
    assert_eq!(counts, (Some(8), Some(2), Some(5)));
    assert_eq!(thresholds.overcommit.map(Quantity::millionths), Some(1_250_000));
    assert_eq!(thresholds.idle_share_at_most.map(Quantity::millionths), Some(200_000));
    assert_eq!(thresholds.outcomes_at_most, Some(4));
    assert_eq!(thresholds.concentration_at_most.map(Quantity::millionths), Some(600_000));
    assert_eq!(thresholds.partners_at_least, Some(2));
    assert_eq!(thresholds.manager_midpoint_at_least.map(Quantity::millionths), Some(1_500_000));
    assert_eq!(thresholds.dual_control_above, Some(Amount::Major(1_000_000)));
    let org = org(body);
    assert_eq!(org.policy().thresholds.dual_control_above.map(bagan::Money::minor), Some(100_000_000));
}

#[test]
fn ids_may_be_in_any_script_and_differ_in_case_alone() {
    let org = org("
        [positions.SEO]
        role = 'specialist'
        reports-to = 'seo'
        [positions.seo]
        role = 'specialist'
        [positions.'数字 营销']
        role = 'specialist'
        reports-to = \"s\\u0065o\"
    ");
    let managers: Vec<_> = org.positions().map(|one| (one.id(), one.manager().map(Position::id))).collect();
    assert_eq!(managers, [("SEO", Some("seo")), ("seo", None), ("数字 营销", Some("seo"))]);
}

#[test]
fn sections_may_come_in_any_order_and_any_form() {
    let dotted = "
        organization.name = 'N'
        organization.currency = 'IDR'
        positions.a.role = 'cmo'
        positions.a.budget = 5
        delegations = [{ from = 'a', to = 'b', amount = 1, limits.day = 2 }]
        positions.b = { role = 'specialist', reports-to = 'a' }
        format = 1
    ";
    let headers = "
        format = 1
        [[delegations]]
        from = 'a'
        to = 'b'
        amount = 1
        [delegations.limits]
        day = 2
        [positions.a]
        role = 'cmo'
        budget = 5
        [positions.b]
        role = 'specialist'
        reports-to = 'a'
        [organization]
        name = 'N'
        currency = 'IDR'
    ";
    assert_eq!(file(dotted).spec(), file(headers).spec());
}
