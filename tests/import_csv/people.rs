//! Vacancies, and people who have left.

use crate::support::{draw, errors, import, notes};

#[test]
fn a_vacancy_is_a_seat_without_a_holder() {
    for text in [
        "id,title,manager_id,status\n1,CMO,,Active\n2,DMM,1,Vacant\n",
        "id,title,manager_id,Position Status\n1,CMO,,filled\n2,DMM,1,Open\n",
        "id,title,manager_id,Is Vacant\n1,CMO,,no\n2,DMM,1,Yes\n",
        "id,name,title,manager_id\n1,Ann,CMO,\n2,VACANT,DMM,1\n",
        "id,name,title,manager_id\n1,Ann,CMO,\n2,(Open position),DMM,1\n",
        "id,first name,last name,title,manager_id\n1,Ann,Lee,CMO,\n2,TBH,,DMM,1\n",
        "id,title,manager_id\n1,CMO,\n2,DMM (vacant),1\n",
        "Position ID,Employee ID,title,manager_id\n1,1,CMO,\n2,,DMM,1\n",
        "id,holder,title,manager_id\n1,1,CMO,\n2,NULL,DMM,1\n",
    ] {
        assert_eq!(draw(text), ["1", "2 vacant > 1"], "{text}");
        assert!(notes(text).iter().any(|note| note.contains("1 row (line 3): vacant seats")), "{text}");
        assert_eq!(import(text).summary.vacant, 1);
    }
}

#[test]
fn a_vacancy_without_an_id_is_an_error() {
    let text = errors("id,title,manager_id,status\n1,CMO,,\n,DMM,1,vacant\n").to_string();
    assert_eq!(
        text,
        "line 3: column `id` is empty, which should hold the id\n  help: give every row an id, a vacant seat too"
    );
}

#[test]
fn people_who_have_left_are_left_out_unless_somebody_reports_to_them() {
    let text = "id,title,manager_id,Employment Status\n1,CMO,,Active\n2,DMM,1,Terminated\n3,SEO Specialist,2,On Leave\n\
                4,PPC Specialist,2,Voluntarily Terminated\n5,x,4,inactive\n";
    assert_eq!(draw(text), ["1", "3 > 2", "2 vacant > 1"]);
    let import = import(text);
    assert_eq!(
        (import.summary.rows.read, import.summary.rows.left_out, import.summary.rows.positions),
        (5, 2, 3)
    );
    let notes = notes(text);
    assert_eq!(
        notes[0],
        "2 rows (lines 5 and 6): people who have left, and to whom nobody reports: left out"
    );
    assert_eq!(notes[1], "line 3: `2` has left, and somebody still reports there: the seat is kept, vacant");
}

#[test]
fn a_chain_of_leavers_is_kept_up_to_whoever_stays() {
    let text =
        "id,title,manager_id,status\n1,a,,terminated\n2,b,1,terminated\n3,c,2,terminated\n4,d,3,active\n";
    assert_eq!(draw(text), ["4 > 3", "3 vacant > 2", "2 vacant > 1", "1 vacant"]);
}

#[test]
fn leavers_are_found_by_person_and_among_dotted_lines_too() {
    let text = "Position ID,Employee ID,Title,Manager ID,Status\nP1,10,CMO,,active\nP2,11,DMM,10,terminated\nP3,12,x,11,active\n";
    assert_eq!(draw(text), ["P1 by 10", "P3 by 12 > P2", "P2 vacant > P1"]);
    let text = "id,title,manager_id,matrix manager,active\n1,a,,,yes\n2,b,1,,no\n3,c,1,2,yes\n";
    assert_eq!(draw(text), ["1", "3 > 1 ~ 2", "2 vacant > 1"]);
}

#[test]
fn somebody_who_left_and_came_back_holds_the_seat() {
    let text = "id,title,manager_id,status\n1,a,,active\n2,b,1,terminated\n2,c,1,active\n3,d,2,active\n";
    assert_eq!(draw(text), ["1", "2 > 1", "3 > 2"]);
}

#[test]
fn a_status_that_is_not_understood_is_told() {
    let text =
        import("id,title,manager_id,status\n1,a,,commission=.3\n2,b,1,placeholder\n").summary.to_string();
    let told = "no status that is understood, and the seat counts as held: 2 rows (`commission=.3` and `placeholder`)";
    assert!(text.contains(told), "{text}");
}

#[test]
fn a_long_chain_of_leavers_takes_no_time() {
    let rows: Vec<String> = (0..50_000).map(|row| format!("{row},t,{},terminated\n", row + 1)).collect();
    let import = import(format!("id,title,manager_id,status\n{}x,t,0,active\ny,t,5,left\n", rows.concat()));
    assert_eq!(
        (import.summary.positions, import.summary.vacant, import.summary.rows.left_out),
        (50_002, 50_000, 1)
    );
}
