//! Exports that nobody here wrote, from `../shared/data`: what they become, and what the rules say of them.

use std::collections::BTreeMap;

use bagan::{Position, check, parse_date};

use crate::support::{import, read_real};

/// What a real org is: positions, roots, layers, greatest span, and the findings by rule.
struct Real {
    file: &'static str,
    positions: usize,
    roots: usize,
    layers: usize,
    span: usize,
    findings: &'static [(&'static str, usize)],
}

/// The findings were read one by one, and a person would agree with each.
///
/// - `adventureworks`: six people with 11 to 22 direct reports, the production manager above all (22 supervisors);
///   three one over one, such as the vice-president of sales above the sales manager. The marketing manager and his
///   team of specialists and assistants, who report to him, and he to the chief executive, are in order.
/// - `oracle_hr`: the president has 14 direct reports; a vice-president, the marketing manager and the accounting
///   manager have one each.
/// - `handbook_marketing`: the director of communications has one report, in all three states of the team.
/// - `handbook_company`: three managers with 12, 14 and 16 reports, six one over one.
/// - `northwind`, `chinook`, `krackhardt`: small sales and support offices with nothing to find. Nobody in them is in
///   marketing, and their spans are in order: seven at most, under one of Krackhardt's vice-presidents.
const REAL: &[Real] = &[
    Real {
        file: "adventureworks",
        positions: 290,
        roots: 1,
        layers: 5,
        span: 22,
        findings: &[("RPT005", 6), ("RPT006", 3)],
    },
    Real {
        file: "oracle_hr",
        positions: 107,
        roots: 1,
        layers: 4,
        span: 14,
        findings: &[("RPT005", 1), ("RPT006", 3)],
    },
    Real {
        file: "handbook_marketing_2022-03",
        positions: 26,
        roots: 1,
        layers: 4,
        span: 6,
        findings: &[("RPT006", 1)],
    },
    Real {
        file: "handbook_marketing_2022-08",
        positions: 8,
        roots: 1,
        layers: 3,
        span: 4,
        findings: &[("RPT006", 1)],
    },
    Real {
        file: "handbook_marketing_2023-09",
        positions: 7,
        roots: 2,
        layers: 3,
        span: 4,
        findings: &[("RPT006", 1)],
    },
    Real {
        file: "handbook_company_2022-03",
        positions: 273,
        roots: 1,
        layers: 6,
        span: 16,
        findings: &[("RPT005", 3), ("RPT006", 6)],
    },
    Real { file: "northwind", positions: 9, roots: 1, layers: 3, span: 5, findings: &[] },
    Real { file: "chinook", positions: 8, roots: 1, layers: 3, span: 3, findings: &[] },
    Real { file: "krackhardt_hightech", positions: 21, roots: 1, layers: 3, span: 7, findings: &[] },
];

#[test]
fn real_exports_become_the_orgs_that_they_are() {
    for real in REAL {
        let Some(bytes) = read_real(real.file) else { continue };
        let import = import(&bytes);
        assert!(import.summary.external.is_empty(), "{}", real.file);
        let org = import.build().unwrap();
        let layers = org.positions().map(Position::layer).max();
        let span = org.positions().map(Position::span).max();
        assert_eq!(
            (org.position_count(), org.roots().count(), layers, span),
            (real.positions, real.roots, Some(real.layers), Some(real.span)),
            "{}",
            real.file
        );
        let report = check(&org, parse_date("2026-07-01").unwrap());
        let mut findings = BTreeMap::new();
        for found in report.findings() {
            *findings.entry(found.rule.code).or_insert(0) += 1;
        }
        let wanted: BTreeMap<&str, usize> = real.findings.iter().copied().collect();
        assert_eq!(findings, wanted, "{}\n{report}", real.file);
    }
}

/// The rows of the files whose cells hold no comma, read by hand: everyone reports to whom the file says.
#[test]
fn everyone_reports_to_whom_the_file_says() {
    for file in ["adventureworks", "krackhardt_hightech"] {
        let Some(bytes) = read_real(file) else { continue };
        let org = import(&bytes).build().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let mut rows = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let header = rows.next().unwrap();
        let manager_at = header.iter().position(|name| *name == "manager_id").unwrap();
        for row in rows {
            let id = row.first().unwrap();
            let manager = org.position(id).unwrap().manager().map_or("", Position::id);
            assert_eq!(Some(&manager), row.get(manager_at), "{file}: {id}");
        }
    }
}

#[test]
fn the_marketing_team_of_adventureworks_is_a_manager_and_eight_specialists() {
    let Some(bytes) = read_real("adventureworks") else { return };
    let org = import(&bytes).build().unwrap();
    let manager = org.positions().find(|p| p.role().id() == "digital-marketing-manager").unwrap();
    let team: Vec<_> = manager.reports().map(|report| report.role().id()).collect();
    assert_eq!(team, ["specialist"; 8]);
}

/// The positions by role, but for those in `other`; the titles were read, and a person would agree with each.
const ROLES: &[(&str, &str)] = &[
    (
        "adventureworks",
        "ceo × 1, chief-officer × 1, department-head × 2, digital-marketing-manager × 1, head-of-sales × 1, specialist × 8",
    ),
    ("oracle_hr", "ceo × 1, department-head × 2, digital-marketing-manager × 1, specialist × 1"),
    (
        "handbook_marketing_2022-03",
        "department-head × 2, digital-marketing-manager × 5, director-of-marketing × 3, marketing-contributor × 6, specialist × 1, vp-of-marketing × 1",
    ),
    (
        "handbook_marketing_2022-08",
        "ceo × 1, department-head × 1, digital-marketing-manager × 1, director-of-marketing × 1, marketing-contributor × 3",
    ),
    (
        "handbook_marketing_2023-09",
        "ceo × 1, cmo × 1, department-head × 2, director-of-marketing × 1, marketing-contributor × 1",
    ),
    (
        "handbook_company_2022-03",
        "ceo × 1, chief-officer × 1, department-head × 23, digital-marketing-manager × 5, director-of-marketing × 3, graphic-designer × 2, head-of-sales × 5, marketing-contributor × 6, product-manager × 10, specialist × 1, vp-of-marketing × 1",
    ),
    ("northwind", "head-of-sales × 1"),
    ("chinook", "ceo × 1"),
    ("krackhardt_hightech", "ceo × 1, department-head × 4"),
];

#[test]
fn titles_become_the_roles_that_a_person_would_give_them() {
    for (file, wanted) in ROLES {
        let Some(bytes) = read_real(file) else { continue };
        let org = import(&bytes).build().unwrap();
        let mut roles = BTreeMap::new();
        for role in org.positions().map(|position| position.role().id()).filter(|role| *role != "other") {
            *roles.entry(role).or_insert(0) += 1;
        }
        let roles: Vec<String> = roles.iter().map(|(role, count)| format!("{role} × {count}")).collect();
        assert_eq!(roles.join(", "), *wanted, "{file}");
    }
}
