//! The structure of the real exports, counted here from their raw rows and compared with the org that comes of them.

use std::collections::{BTreeMap, BTreeSet};

use bagan::{CsvOptions, Position, Subject, check, parse_date};

use crate::support::{import, import_with, read_real};

const FILES: [&str; 9] = [
    "adventureworks",
    "oracle_hr",
    "handbook_marketing_2022-03",
    "handbook_marketing_2022-08",
    "handbook_marketing_2023-09",
    "handbook_company_2022-03",
    "northwind",
    "chinook",
    "krackhardt_hightech",
];

/// Splits a line at its commas, but for those in quotes; no cell of these files holds a quote or a line break.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

/// Each row's id and managers, the first of whom is the solid line.
fn managers(bytes: &[u8]) -> Vec<(String, Vec<String>)> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut rows = text.lines().map(cells);
    let header = rows.next().unwrap();
    let at = header.iter().position(|name| name == "manager_id").unwrap();
    let several = |cell: &str| cell.split(';').filter(|id| !id.is_empty()).map(str::to_owned).collect();
    rows.map(|row| (row[0].clone(), several(&row[at]))).collect()
}

/// The direct reports of each manager, and the number of layers, counted from the raw rows.
fn spans_and_layers(rows: &[(String, Vec<String>)]) -> (BTreeMap<&str, usize>, usize) {
    let above: BTreeMap<&str, Option<&str>> =
        rows.iter().map(|(id, managers)| (id.as_str(), managers.first().map(String::as_str))).collect();
    let mut spans = BTreeMap::new();
    for manager in above.values().flatten() {
        *spans.entry(*manager).or_insert(0) += 1;
    }
    let layers = rows.iter().map(|(id, _)| std::iter::successors(Some(id.as_str()), |id| above[id]).count());
    (spans, layers.max().unwrap())
}

#[test]
fn the_structure_is_that_of_the_raw_rows() {
    for file in FILES {
        let Some(bytes) = read_real(file) else { continue };
        let rows = managers(&bytes);
        let (spans, layers) = spans_and_layers(&rows);
        let org = import(&bytes).build().unwrap();
        assert_eq!(org.position_count(), rows.len(), "{file}");
        assert_eq!(org.positions().map(Position::layer).max(), Some(layers), "{file}");
        for (id, managers) in &rows {
            let position = org.position(id).unwrap();
            let dotted: Vec<_> = position.dotted_lines().map(Position::id).collect();
            assert_eq!(position.manager().map(Position::id), managers.first().map(String::as_str), "{id}");
            assert_eq!(dotted, managers.get(1..).unwrap_or_default(), "{file}: {id}");
            assert_eq!(position.span(), spans.get(id.as_str()).copied().unwrap_or(0), "{file}: {id}");
        }
    }
}

/// The findings about spans name the managers that have more than ten reports, and those that have one.
#[test]
fn the_findings_name_the_managers_whom_the_raw_rows_name() {
    for file in FILES {
        let Some(bytes) = read_real(file) else { continue };
        let rows = managers(&bytes);
        let (spans, _) = spans_and_layers(&rows);
        let with = |wanted: fn(usize) -> bool| -> BTreeSet<String> {
            spans.iter().filter(|(_, span)| wanted(**span)).map(|(id, _)| (*id).to_owned()).collect()
        };
        let org = import(&bytes).build().unwrap();
        let report = check(&org, parse_date("2026-07-01").unwrap());
        for (code, wanted) in [("RPT005", with(|span| 10 < span)), ("RPT006", with(|span| span == 1))] {
            let found: Vec<Subject> = report.by_rule(code).map(|found| found.finding.subject()).collect();
            let named: BTreeSet<String> = org
                .positions()
                .filter(|position| found.contains(&Subject::from(*position)))
                .map(|position| position.id().to_owned())
                .collect();
            assert_eq!((found.len(), named), (wanted.len(), wanted), "{file}: {code}");
        }
    }
}

/// The `salary` of adventureworks is the rate of an hour: none of it may pass for that of a year.
#[test]
fn the_rates_of_hours_are_kept_as_nobodys_yearly_pay() {
    let Some(bytes) = read_real("adventureworks") else { return };
    let import = import_with(&bytes, &CsvOptions::new().currency("USD"));
    assert!(import.summary.to_string().contains("it looks like that of an hour"), "{}", import.summary);
    assert!(import.build().unwrap().positions().all(|position| position.pay().is_none()));
    let Some(bytes) = read_real("oracle_hr") else { return };
    let org = import_with(&bytes, &CsvOptions::new().currency("USD")).build().unwrap();
    assert!(org.positions().all(|position| position.pay().is_some()));
}
