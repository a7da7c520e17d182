//! Headers, and what becomes of each column.

use bagan::csv::ColumnUse;
use bagan::{CsvField, CsvOptions, RoleMap};

use crate::support::{draw, drawn, errors, errors_with, import, import_with, said};

#[test]
fn exports_of_the_known_systems_are_understood() {
    for header in [
        "Employee ID,Job Title,Manager ID",
        "EMPLOYEE_ID,job-title,Manager_Id",
        "Person ID;Title;Supervisor ID",
        "Worker ID,Business Title,Line Manager",
        "User/Employee ID,Job Title,Manager User Sys ID",
        "USERID,TITLE,MANAGER",
        "Employee #,Job Title,Reporting To",
        "Employee ID,Job title,Reports to",
        "ID,Position,Supervisor ID",
        "Associate ID,Job Title Description,Reports To Associate ID",
        "Employee Number,Job,Supervisor Employee Number",
        "Person Number,Job Name,Manager Person Number",
        "EmpID,Position,ManagerID",
        "Position ID,Position Title,Managers Position ID",
        "Position Number,Title,Manager's Position Number",
        "ID Karyawan,Jabatan,ID Atasan",
        "Personalnummer;Stelle;Vorgesetzter",
        "Matricule;Intitulé du poste;Supérieur hiérarchique",
        "ID de empleado;Puesto;Jefe directo",
    ] {
        let text = format!("{header}\n1,CMO,\n2,DMM,1\n");
        let text = if header.contains(';') { text.replace(',', ";") } else { text };
        let org = import(&text).build().unwrap();
        assert_eq!(drawn(&org), ["1", "2 > 1"], "{header}");
        assert_eq!(
            org.position("2").map(|two| two.role().id()),
            Some("digital-marketing-manager"),
            "{header}"
        );
    }
}

#[test]
fn what_becomes_of_each_column_is_told() {
    let import = import(
        "id,name,title,Manager ID,Reports To,salary_min,salary_max,Hourly Rate,Work Email,Shoe Size\n\
         1,Ann,CMO,,,1,2,3,a@x,38\n",
    );
    let used = |used: ColumnUse| -> Vec<&str> {
        let columns = import.summary.columns.iter().filter(|column| column.used == used);
        columns.map(|column| column.header.as_str()).collect()
    };
    assert_eq!(used(ColumnUse::Read), ["id", "title", "Manager ID"]);
    assert_eq!(used(ColumnUse::Lookup), ["name", "Work Email"]);
    assert_eq!(used(ColumnUse::NotKept), ["salary_min", "salary_max", "Hourly Rate"]);
    assert_eq!(used(ColumnUse::GivesWay), ["Reports To"]);
    assert_eq!(used(ColumnUse::Unknown), ["Shoe Size"]);
    let text = import.summary.to_string();
    assert!(text.contains("not understood, not kept: `Shoe Size`"), "{text}");
    assert!(text.contains("a holder is known by id alone: `name` and `Work Email`"), "{text}");
}

#[test]
fn no_name_is_kept() {
    let text = "id,name,first name,last name,email,title,manager_id\n1,Ann Smith,Ann,Smith,ann@x.id,CMO,\n";
    let org = import(text).build().unwrap();
    let shown = format!("{org:?}");
    assert!(!shown.contains("Smith") && !shown.contains("ann@"), "{shown}");
}

#[test]
fn two_columns_for_one_thing_are_an_error_that_the_map_settles() {
    let text = "Employee ID,Person ID,Job Title,Title,Manager ID,Supervisor ID\n1,9,a,b,,\n";
    let both = errors(text);
    assert_eq!(
        said(&both),
        [
            "line 1: columns `Employee ID` and `Person ID` both hold the id",
            "line 1: columns `Manager ID` and `Supervisor ID` both hold the manager",
            "line 1: columns `Job Title` and `Title` both hold the title",
        ]
    );
    let help = both.iter().next().and_then(bagan::ImportError::help).unwrap();
    assert!(help.contains("`[columns]`, `id = \"…\"`"), "{help}");
    let map = RoleMap::new()
        .column(CsvField::Id, "person id")
        .column(CsvField::Title, "Title")
        .ignore_column("Supervisor ID");
    let import = import_with(text, &CsvOptions::new().roles(map));
    assert_eq!(drawn(&import.build().unwrap()), ["9"]);
}

#[test]
fn a_column_that_the_map_names_must_be_there() {
    let map = RoleMap::new().column(CsvField::Manager, "Chef");
    let options = CsvOptions::new().roles(map).file("team.csv");
    let errors = errors_with("id,title\n1,a\n", &options);
    assert_eq!(said(&errors), ["team.csv:1: there is no column `Chef`, which the map names for the manager"]);
}

#[test]
fn a_role_beside_a_title_goes_before_it() {
    let org = import("id,title,role\n1,Chief Growth Ninja,cmo\n2,SEO Specialist,Juggler\n").build().unwrap();
    let roles: Vec<_> = org.positions().map(|position| (position.role().id(), position.title())).collect();
    assert_eq!(roles, [("cmo", Some("Chief Growth Ninja")), ("specialist", Some("SEO Specialist"))]);
}

#[test]
fn without_a_column_of_managers_everybody_is_a_root() {
    assert_eq!(draw("id,title\n1,a\n2,b\n"), ["1", "2"]);
    let text = import("id,title\n1,a\n2,b\n").summary.to_string();
    assert!(text.contains("no column holds managers: every position is a root"), "{text}");
}
