//! Ids: twice, missing, unfit.

use bagan::ImportNote;

use crate::support::{draw, errors, import, notes, said};

#[test]
fn the_same_row_twice_is_merged() {
    let text = "id,title,manager_id,started\n1,a,,2020\n2,b,1,2021\n2,b,1,2022\n1,a,,2020\n";
    assert_eq!(draw(text), ["1", "2 > 1"]);
    assert_eq!(
        notes(text),
        ["line 4 says the same as line 3: merged", "line 5 says the same as line 2: merged"]
    );
    assert_eq!(import(text).summary.rows.merged, 2);
}

#[test]
fn one_person_in_two_seats_holds_two_positions() {
    let text =
        "id,name,title,manager_id\n1,Ann,CMO,\n2,Bob,DMM,1\n2,Bob,Head of Sales,1\n3,Eva,x,2\n2,Bob,DMM,3\n";
    assert_eq!(draw(text), ["1", "2 > 1", "2#2 by 2 > 1", "3 > 2", "2#3 by 2 > 3"]);
    assert_eq!(
        notes(text),
        [
            "line 4: `2` stands on line 3 too, one person in two seats: kept as `2#2`",
            "line 6: `2` stands on line 3 too, one person in two seats: kept as `2#3`",
            "1 row (line 5): of the seats of `2`, the first is whom they report to",
        ]
    );
}

#[test]
fn a_second_seat_takes_no_id_that_is_there() {
    let text = "id,title,manager_id\n2,a,\n2,b,\n2#2,c,2\n4,d,2#3\n";
    assert_eq!(draw(text), ["2", "2#4 by 2", "2#2 > 2", "4 > 2#3", "2#3"]);
}

#[test]
fn two_people_may_share_one_seat() {
    let text = "Position ID,Employee ID,Title,Managers Position ID\nP1,10,CMO,\nP2,11,DMM,P1\nP2,12,DMM,P1\nP3,13,x,P2\n";
    assert_eq!(draw(text), ["P1 by 10", "P2 by 11 > P1", "P2#2 by 12 > P1", "P3 by 13 > P2"]);
    assert_eq!(
        notes(text)[0],
        "line 4: `P2` stands on line 3 too, two people share one seat: kept as `P2#2`"
    );
}

#[test]
fn position_ids_that_repeat_throughout_are_codes_of_jobs() {
    let rows: String = (0..30).map(|row| format!("{row},{},Clerk,0\n", row % 3)).collect::<Vec<_>>().concat();
    let import = import(format!("EmpID,PositionID,Position,ManagerID\n{rows}"));
    assert!(import.summary.notes.contains(&ImportNote::PositionIdsRepeat { header: "PositionID".into() }));
    assert_eq!((import.summary.positions, import.summary.roots), (30, 1));
}

#[test]
fn rows_that_contradict_each_other_are_an_error_with_both_lines() {
    let text = "id,name,title,manager_id,fte\n1,Ann,CMO,,1\n2,Bob,DMM,1,1\n2,Eve,SEO Specialist,1,1\n1,Ann,CMO,,0.5\n";
    assert_eq!(
        said(&errors(text)),
        [
            "line 4: `2` stands on line 3 already, with another `title`, `name`",
            "line 5: `1` stands on line 2 already, with another `fte`",
        ]
    );
}

#[test]
fn ids_that_are_missing_or_unfit_are_all_told_at_once() {
    let long = "x".repeat(300);
    let errors = errors(&format!("id,title,manager_id\n,a,1\n\"a\tb\",b,\n{long},c,\n4,d,\n"));
    let said = said(&errors);
    assert_eq!(said[0], "line 2: column `id` is empty, which should hold the id");
    assert_eq!(said[1], "line 3: column `id`: `a\\tb` is not an id: an id cannot hold control characters");
    assert!(said[2].ends_with("is not an id: an id cannot be longer than 256 bytes"), "{}", said[2]);
    assert!(said[2].len() < 200, "{}", said[2]);
    assert!(errors.iter().all(|error| error.help().is_some()));
}

#[test]
fn a_manager_that_cannot_be_an_id_is_an_error_at_its_row() {
    let said = said(&errors("id,title,manager_id\n1,a,\n2,b,\"x\ty\"\n"));
    assert_eq!(
        said,
        ["line 3: column `manager_id`: `x\\ty` is not an id: an id cannot hold control characters"]
    );
}

#[test]
fn the_first_fifty_errors_are_printed_and_the_rest_counted() {
    let rows = ",a,\n".repeat(120);
    let errors = errors(&format!("id,title,manager_id\n{rows}"));
    assert_eq!(errors.iter().count(), 120);
    let text = errors.to_string();
    assert_eq!(text.matches("which should hold the id").count(), 50);
    assert!(text.ends_with("and 70 more errors"), "{text}");
}
