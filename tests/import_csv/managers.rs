//! Whom a row reports to, however the export says it.

use bagan::{CsvOptions, CyclePolicy, RoleClass};

use crate::support::{draw, drawn, errors_with, import, import_with, notes, said};

#[test]
fn a_root_is_spelled_in_many_ways() {
    for root in [
        "",
        " ",
        "NULL",
        "null",
        "None",
        "XX",
        "N/A",
        "#N/A",
        "-",
        "0",
        "nil",
        "NO_MANAGER",
        "-1",
        "1",
        " 1 ",
    ] {
        assert_eq!(
            draw(&format!("id,title,manager_id\n1,CEO,{root}\n2,CMO,1\n")),
            ["1", "2 > 1"],
            "{root:?}"
        );
    }
    assert_eq!(
        notes("id,title,manager_id\n1,CEO,XX\n2,CFO,XX\n3,CMO,3\n"),
        [
            "2 rows (lines 2 and 3): `XX` stands for no manager",
            "1 row (line 4): reports to itself, and so is a root"
        ]
    );
}

#[test]
fn a_word_for_nobody_that_is_an_id_is_that_id() {
    assert_eq!(
        draw("id,title,manager_id\n0,CEO,\n1,CMO,0\nXX,x,1\n2,y,XX\n"),
        ["0", "1 > 0", "XX > 1", "2 > XX"]
    );
}

#[test]
fn ids_in_other_spellings_are_found_and_told() {
    let text = "id,title,manager_id\nE01,a,\n007,b,e01\n8,c,7\n9,d,8.0\nF 1,e, E01 \n10,f,f1\n";
    assert_eq!(draw(text), ["E01", "007 > E01", "8 > 007", "9 > 8", "F 1 > E01", "10 > F 1"]);
    assert_eq!(
        notes(text),
        [
            "1 row (line 3): manager `e01` is `E01`, found by the id in another spelling",
            "1 row (line 4): manager `7` is `007`, found by the id as another writing of the same number",
            "1 row (line 5): manager `8.0` is `8`, found by the id as another writing of the same number",
            "1 row (line 7): manager `f1` is `F 1`, found by the id in another spelling",
        ]
    );
}

#[test]
fn ids_that_differ_in_case_alone_are_two_and_a_third_case_is_neither() {
    let text = "id,title,manager_id\nab,a,\nAB,b,ab\n1,c,AB\n2,d,Ab\n";
    assert_eq!(draw(text), ["ab", "AB > ab", "1 > AB", "2 > Ab", "Ab"]);
    assert!(notes(text).contains(
        &"1 row (line 5): manager `Ab` can be several rows, and none of them was taken".to_owned()
    ));
}

#[test]
fn a_name_an_address_a_title_or_a_role_can_stand_for_an_id() {
    let text = "id,name,email,title,manager\n\
                1,\"Doe, Jane\",jane@x.id,Chief Marketing Officer,\n\
                2,Max Roe,max@x.id,Digital Marketing Manager,Jane Doe\n\
                3,Eva Poe,eva@x.id,SEO Specialist,MAX@x.id\n\
                4,Ola Moe,ola@x.id,Copywriter,digital marketing manager\n\
                5,Ida Loe,ida@x.id,Graphic Designer,cmo\n";
    assert_eq!(draw(text), ["1", "2 > 1", "3 > 2", "4 > 2", "5 > 1"]);
    let found = notes(text).join("\n");
    for how in [
        "`Jane Doe` is `1`, found by name",
        "`MAX@x.id` is `2`, found by address",
        "is `2`, found by title",
        "`cmo` is `1`, found by role",
    ] {
        assert!(found.contains(how), "{how} in {found}");
    }
}

#[test]
fn a_name_in_two_columns_is_one_name() {
    let text = "Employee #,First Name,Last Name,Job Title,Reports To\n1,Jane,Doe,CMO,\n2,Max,Roe,DMM,Jane Doe\n3,Eva,Poe,x,\"Roe, Max\"\n";
    assert_eq!(draw(text), ["1", "2 > 1", "3 > 2"]);
}

#[test]
fn a_name_of_two_people_is_nobody() {
    let text = "id,name,title,manager\n1,Jane Doe,CMO,\n2,Jane Doe,DMM,1\n3,Max,x,Jane Doe\n";
    let import = import(text);
    assert_eq!(import.summary.external[0].id, "Jane Doe");
    assert_eq!(drawn(&import.build().unwrap()), ["1", "2 > 1", "3 > Jane Doe", "Jane Doe"]);
}

#[test]
fn the_name_beside_an_unknown_id_is_looked_for() {
    let text = "EmpID,Employee_Name,Position,ManagerID,ManagerName\n10026,\"Smith, Ann\",CMO,,\n10084,\"Jones, Bob\",DMM,22,Ann Smith\n";
    assert_eq!(draw(text), ["10026", "10084 > 10026"]);
    assert!(notes(text)[0].ends_with("found by what another column says"));
    let text = "EmpID,Position,ManagerID,ManagerName\n1,CEO,9,Board of Directors\n2,CMO,8,NULL\n";
    assert_eq!(draw(text), ["1", "2 > 8", "8"]);
}

#[test]
fn managers_who_are_not_in_the_file_are_kept_from_outside() {
    let text = "id,title,manager_id\n1,DMM,77\n2,SEO Specialist,1\n3,DMM,77\n4,x,88\n";
    let import = import(text);
    let external: Vec<_> =
        import.summary.external.iter().map(|it| (it.id.as_str(), it.lines.clone())).collect();
    assert_eq!(external, [("77", vec![2, 4]), ("88", vec![5])]);
    assert_eq!((import.summary.rows.positions, import.summary.positions), (4, 6));
    let org = import.build().unwrap();
    assert_eq!(drawn(&org), ["1 > 77", "2 > 1", "3 > 77", "4 > 88", "77", "88"]);
    assert_eq!(org.position("77").map(bagan::Position::class), Some(RoleClass::External));
}

#[test]
fn several_managers_are_a_solid_line_and_dotted_ones() {
    for cell in ["1;2", "1; 2", "1|2", "\"1, 2\"", "\"1\n2\""] {
        let text = format!("id,title,manager_id\n1,a,\n2,b,\n3,c,{cell}\n");
        assert_eq!(draw(&text), ["1", "2", "3 > 1 ~ 2"], "{cell}");
        assert_eq!(
            notes(&text),
            ["1 row (line 4): several managers; the first is the solid line, the others are dotted"]
        );
    }
    assert_eq!(draw("id,title,manager_id\n1,a,\n3,c,1;9;NULL\n"), ["1", "3 > 1 ~ 9", "9"]);
    assert_eq!(draw("id,name,title,manager\n1,\"Doe, Jane\",a,\n2,Max,b,\"Doe, Jane\"\n"), ["1", "2 > 1"]);
    assert_eq!(draw("id,title,manager\n1,a,\n2,b,\"1, Jane\"\n"), ["1", "2 > 1, Jane", "1, Jane"]);
}

#[test]
fn dotted_lines_have_columns_of_their_own() {
    let text = "id,title,manager_id,Dotted Line Manager,Matrix Manager ID\n1,a,,,\n2,b,1,,none\n3,c,2,1;9,02\n4,d,2,4,\n5,e,2,2,1\n";
    assert_eq!(draw(text), ["1", "2 > 1", "3 > 2 ~ 1 ~ 9 ~ 2", "4 > 2", "5 > 2 ~ 2 ~ 1", "9"]);
    assert!(notes(text).contains(
        &"line 5: a dotted line to `4` leads to the row itself, or stands there twice: left out".to_owned()
    ));
}

const CIRCLES: &str = "id,title,manager_id\n1,a,\nz,b,y\ny,c,x\nx,d,z\nq,e,p\np,f,q\n9,g,y\n";

#[test]
fn circles_are_refused_with_ids_and_lines() {
    let errors = errors_with(CIRCLES, &CsvOptions::new().file("hr.csv"));
    assert_eq!(
        said(&errors),
        [
            "hr.csv:5: positions report in a circle: `x` → `z` → `y` → `x`; the rows are on lines 5, 3 and 4",
            "hr.csv:7: positions report in a circle: `p` → `q` → `p`; the rows are on lines 7 and 6",
        ]
    );
    assert!(errors.to_string().contains("let the import cut each circle"));
}

#[test]
fn circles_are_cut_at_the_smallest_id_if_that_is_wanted() {
    let import = import_with(CIRCLES, &CsvOptions::new().cycles(CyclePolicy::Cut));
    let text = import.summary.to_string();
    assert!(
        text.contains("`x`, `z` and `y` report in a circle (lines 5, 3 and 4): `x` is a root now"),
        "{text}"
    );
    assert_eq!(drawn(&import.build().unwrap()), ["1", "z > y", "y > x", "x", "q > p", "p", "9 > y"]);
}

#[test]
fn a_circle_of_any_length_is_found() {
    for length in [2, 3, 17, 1000] {
        let rows: String =
            (0..length).map(|row| format!("{row},t,{}\n", (row + 1) % length)).collect::<Vec<_>>().concat();
        let text = format!("id,title,manager_id\n{rows}");
        assert_eq!(said(&errors_with(&text, &CsvOptions::new())).len(), 1, "{length}");
        let cut = import_with(&text, &CsvOptions::new().cycles(CyclePolicy::Cut));
        assert_eq!(cut.summary.roots, 1);
    }
}

#[test]
fn seats_and_people_may_have_ids_of_their_own() {
    let by_person =
        "Position ID,Employee ID,Title,Manager ID\nP1,10,CMO,\nP2,11,DMM,10\nP3,,SEO Specialist,11\n";
    assert_eq!(draw(by_person), ["P1 by 10", "P2 by 11 > P1", "P3 vacant > P2"]);
    let by_seat = "Employee ID,Position ID,Title,Managers Position ID\n10,P1,CMO,\n11,P2,DMM,P1\n,P3,x,P2\n";
    assert_eq!(draw(by_seat), ["P1 by 10", "P2 by 11 > P1", "P3 vacant > P2"]);
    let crossed = "Position ID,Employee ID,Title,Manager ID\n1,2,CMO,\n2,1,DMM,2\n3,3,x,1\n";
    assert_eq!(draw(crossed), ["1 by 2", "2 by 1 > 1", "3 > 2"], "ids of people go before those of seats");
}

#[test]
fn a_thousand_unknown_managers_take_no_time() {
    let rows: String = (0..20_000).map(|row| format!("{row},t,m{row}\n")).collect::<Vec<_>>().concat();
    let import = import(format!("id,title,manager_id\n{rows}"));
    assert_eq!(import.summary.external.len(), 20_000);
}
