//! Titles, departments, channels, and the rules that a file cannot inform.

use bagan::{CsvOptions, Level, Org, RoleClass, RoleMap};

use crate::support::{errors_with, import, import_with, informed, said};

fn levels(org: &Org) -> Vec<(String, Level)> {
    org.policy().levels.iter().map(|(rule, level)| (rule.clone(), *level)).collect()
}

fn channels(org: &Org, id: &str) -> Vec<String> {
    org.position(id).unwrap().channels().map(|channel| channel.id().to_owned()).collect()
}

#[test]
fn what_no_mapping_knows_is_other_and_counted() {
    let import = import("id,title,manager_id\n1,CMO,\n2,Juggler,1\n3,Juggler,1\n4,,1\n");
    let text = import.summary.to_string();
    assert!(text.contains("other: 3 positions, which no mapping knows: `Juggler` × 2, no title"), "{text}");
    let org = import.build().unwrap();
    assert_eq!(org.position("2").map(|two| (two.role().id(), two.title())), Some(("other", Some("Juggler"))));
}

#[test]
fn roles_of_the_default_mapping_are_declared_where_they_occur() {
    let org = import("id,title,manager_id\n1,CEO,\n2,CFO,1\n3,VP Engineering,1\n4,Marketing Intern,1\n")
        .build()
        .unwrap();
    let classes: Vec<_> = org.positions().map(|position| (position.role().id(), position.class())).collect();
    assert_eq!(
        classes,
        [
            ("ceo", RoleClass::ChiefExecutive),
            ("chief-officer", RoleClass::CLevel),
            ("department-head", RoleClass::DepartmentHead),
            ("marketing-contributor", RoleClass::Contributor),
        ]
    );
    assert_eq!(org.stated_roles().count(), 3);
}

#[test]
fn a_map_of_ones_own_goes_before() {
    let map = RoleMap::new()
        .role("ninja", RoleClass::Specialist)
        .title("Growth * Ninja", "ninja", &["paid-social", "SEO"])
        .title("Juggler", "copywriter", &[]);
    let text = "id,title,manager_id,channels\n1,Growth Hacking NINJA,,\n2,juggler,1,email\n3,Growth-Ninja,1,display\n";
    let import = import_with(text, &CsvOptions::new().roles(map));
    assert!(import.summary.to_string().contains("ninja: 2 positions"));
    let org = import.build().unwrap();
    assert_eq!(channels(&org, "1"), ["paid-social", "seo"]);
    assert_eq!(
        (channels(&org, "2"), channels(&org, "3")),
        (vec!["email".to_owned()], vec!["display".to_owned()])
    );
    assert_eq!(org.role("ninja").map(bagan::Role::class), Some(RoleClass::Specialist));
}

#[test]
fn a_map_to_a_role_that_is_not_there_is_an_error() {
    let map = RoleMap::new().title("x", "specialst", &[]).role("cmo", RoleClass::Manager);
    let errors = errors_with("id,title\n1,x\n", &CsvOptions::new().roles(map));
    assert_eq!(
        said(&errors),
        [
            "titles[0].role: there is no role `specialst`",
            "roles.cmo.class: the built-in role `cmo` is of the class `c-level`, not `manager`",
        ]
    );
}

#[test]
fn channels_come_from_their_column_in_any_spelling() {
    let text = "id,title,manager_id,Channel 1,Channel 2\n1,SEO Specialist,,Paid Social;SEO,\n2,x,1,paid_social,\"Email, SEO\"\n3,PPC Specialist,1,,none\n";
    let org = import(text).build().unwrap();
    assert_eq!(channels(&org, "1"), ["paid-social", "seo"]);
    assert_eq!(channels(&org, "2"), ["paid-social", "email", "seo"]);
    assert!(channels(&org, "3").is_empty(), "an empty cell says that there is none");
    let names: Vec<_> = org.channels().map(|channel| (channel.id(), channel.name())).collect();
    assert_eq!(names, [("paid-social", Some("Paid Social")), ("seo", Some("SEO")), ("email", Some("Email"))]);
    assert!(!levels(&org).iter().any(|(rule, _)| rule == "specialist-without-channel"));
}

#[test]
fn channels_of_titles_are_taken_where_there_is_no_column_and_told() {
    let import = import("id,title,manager_id\n1,DMM,\n2,SEO Specialist,1\n3,SEO & PPC Specialist,1\n");
    let text = import.summary.to_string();
    assert!(text.contains("channel `seo` was read from the title: 2 positions"), "{text}");
    let org = import.build().unwrap();
    assert_eq!(channels(&org, "3"), ["seo", "paid-search"]);
    let off: Vec<_> = levels(&org).into_iter().map(|(rule, _)| rule).collect();
    let off = informed(off.iter().map(String::as_str));
    assert_eq!(off, ["department-without-budget", "unfunded-channel"]);
}

#[test]
fn rules_that_the_file_cannot_inform_are_switched_off_in_the_open() {
    let import = import("id,title,manager_id\n1,DMM,\n2,Marketing Specialist,1\n");
    let text = import.summary.to_string();
    assert!(text.contains("`specialist-without-channel`: the file has no column of channels; assign channels, then delete this line"), "{text}");
    let off: Vec<_> = import.summary.switched_off.iter().map(|off| off.rule).collect();
    assert_eq!(
        off,
        [
            "specialist-without-channel",
            "department-without-budget",
            "authority-without-accountability",
            "manager-without-kpi",
            "no-successor",
            "team-performance-unowned",
            "roi-unowned",
            "manager-without-risk"
        ]
    );
    assert!(
        text.contains("`roi-unowned`: the file has no outcomes; state who answers for what, then"),
        "{text}"
    );
    let org = import.build().unwrap();
    assert!(levels(&org).iter().all(|(_, level)| *level == Level::Allow));
    let rules: Vec<String> = levels(&org).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, off);
    for rule in &rules {
        assert!(bagan::rules::find(rule).is_some(), "{rule}");
    }
}

#[test]
fn every_rule_that_can_be_switched_off_is_there() {
    let text =
        "id,title,manager_id,channels\n1,DMM,,\n2,Marketing Specialist,1,seo\n3,Marketing Specialist,1,\n";
    let off = import(text).summary.switched_off;
    for rule in ["channel-without-owner", "single-point-of-failure", "manager-without-kpi", "no-successor"] {
        assert!(off.iter().any(|off| off.rule == rule), "{rule}");
    }
    for rule in off.iter().map(|off| off.rule).chain(["specialist-without-channel", "endless-delegation"]) {
        assert!(bagan::rules::find(rule).is_some(), "{rule}");
    }
}

#[test]
fn a_vice_president_of_nothing_is_assumed_to_be_ours_only_where_no_department_is_known() {
    let role = |text: &str| {
        let import = import(text);
        let told = import.summary.to_string().contains("assumed to be of marketing");
        (import.build().unwrap().position("1").unwrap().role().id().to_owned(), told)
    };
    assert_eq!(role("id,title\n1,Vice President\n"), ("vp-of-marketing".to_owned(), true));
    assert_eq!(role("id,title,department\n1,Vice President,4\n"), ("department-head".to_owned(), false));
    assert_eq!(
        role("id,title,department\n1,Vice President,Marketing\n"),
        ("vp-of-marketing".to_owned(), false)
    );
}
