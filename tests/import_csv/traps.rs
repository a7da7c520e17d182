//! What real exports do that breaks naive importers, one trap a test.

use bagan::{CsvOptions, CyclePolicy, Org, Position, RoleClass, RoleMap};

use crate::support::{errors_with, import, import_with, informed, lines};

const TWO: [&str; 2] = ["1", "2<1"];

fn imported(export: &str) -> Org {
    import(export).build().unwrap()
}

/// What an import says of an export that has faults.
fn refused(export: &str) -> String {
    errors_with(export, &CsvOptions::new().file("export.csv")).to_string()
}

#[test]
fn every_separator_is_found() {
    for separator in [",", ";", "\t", "|"] {
        let export = "id,title,manager_id\n1,CMO,\n2,Marketing Manager,1\n".replace(',', separator);
        assert_eq!(lines(&imported(&export)), TWO, "{separator}");
    }
    assert_eq!(lines(&imported("sep=;\r\nid;title;manager_id\r\n1;CMO;\r\n2;DMM;1\r\n")), TWO);
}

#[test]
fn separators_and_line_breaks_in_quotes_are_text() {
    let org = imported("id,title,manager_id\n1,\"Director, Marketing\",\n2,\"Marketing\nManager\",1\n");
    assert_eq!(lines(&org), TWO);
    assert_eq!(org.position("1").unwrap().class(), RoleClass::Director);
    assert_eq!(org.position("2").unwrap().class(), RoleClass::Manager);
}

#[test]
fn a_mark_windows_1252_and_utf_16_are_read() {
    let text = "id,title,manager_id\n1,Directrice marketing – été,\nå,Marketing Manager,1\n";
    let utf_8 = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let utf_16: Vec<u8> =
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [utf_8, windows, utf_16] {
        let org = import(&bytes).build().unwrap();
        assert_eq!(lines(&org), ["1", "å<1"]);
        assert!(org.position("1").unwrap().title().is_some_and(|title| title.ends_with("– été")));
    }
}

#[test]
fn line_ends_blank_lines_and_ragged_rows_are_read_and_reported() {
    for export in
        ["id,title,manager_id\r\n1,CMO,\r\n\r\n2,DMM,1\r\n", "id,title,manager_id\n\n1,CMO\n,,\n2,DMM,1"]
    {
        assert_eq!(lines(&imported(export)), TWO);
    }
    let summary = import(b"id,title,manager_id\n1,CMO\n2,DMM,1\n").summary.to_string();
    assert!(summary.contains("fewer cells than the header"), "{summary}");
}

#[test]
fn headers_are_known_in_any_case_and_by_many_names() {
    for header in [
        "Employee ID,Job Title,Manager ID",
        "PERSON ID,TITLE,SUPERVISOR ID",
        "worker_id,Business Title,Reports To",
        "Employee-Number,position_title,Line Manager",
    ] {
        assert_eq!(lines(&imported(&format!("{header}\n1,CMO,\n2,DMM,1\n"))), TWO, "{header}");
    }
}

#[test]
fn a_root_is_spelled_in_many_ways() {
    for root in ["", "NULL", "null", "none", "None", "XX", "N/A", "-", "0", "#N/A", "1", " "] {
        let org = imported(&format!("id,title,manager_id\n1,CMO,{root}\n2,DMM,1\n"));
        assert_eq!(lines(&org), TWO, "{root:?}");
    }
}

#[test]
fn a_manager_is_found_in_another_spelling_by_name_and_by_title() {
    for (id, manager) in [("A1", "a1 "), ("007", "7"), ("7", "007"), ("7", "7.0")] {
        let export = format!("id,title,manager_id\n{id},CMO,\nx,DMM,{manager}\n");
        assert_eq!(
            imported(&export).position("x").unwrap().manager().map(Position::id),
            Some(id),
            "{manager}"
        );
        let summary = import(export.as_bytes()).summary.to_string();
        let found = ["another spelling", "another writing of the same number"];
        assert!(found.iter().any(|how| summary.contains(how)), "{summary}");
    }
    for manager in ["Sari Dewi", "Chief Marketing Officer"] {
        let export =
            format!("id,name,title,manager\n1,Sari Dewi,Chief Marketing Officer,\n2,Budi,DMM,{manager}\n");
        assert_eq!(lines(&imported(&export)), TWO, "{manager}");
    }
}

#[test]
fn names_are_not_kept() {
    let import = import("id,name,title\n1,Sari Dewi,CMO\n".as_bytes());
    assert!(import.summary.to_string().contains("a holder is known by id alone"));
    let org = import.build().unwrap();
    assert_eq!(org.position("1").unwrap().holder(), Some("1"));
    assert!(org.person("Sari Dewi").is_none());
}

#[test]
fn of_several_managers_the_first_is_solid_and_the_others_are_dotted() {
    let import = import(b"id,title,manager_id\n1,CMO,\n2,CEO,\n3,DMM,1;2\n");
    assert!(import.summary.to_string().contains("several managers"));
    let org = import.build().unwrap();
    let dmm = org.position("3").unwrap();
    assert_eq!(dmm.manager().map(Position::id), Some("1"));
    assert_eq!(dmm.dotted_lines().map(Position::id).collect::<Vec<_>>(), ["2"]);
    let by_column = imported("id,title,manager_id,Dotted Line Manager\n1,CMO,,\n2,CEO,,\n3,DMM,1,2\n");
    assert_eq!(by_column.position("3").unwrap().dotted_lines().map(Position::id).collect::<Vec<_>>(), ["2"]);
}

#[test]
fn a_manager_who_is_not_in_the_file_is_kept_and_reported() {
    let import = import(b"id,title,manager_id\n1,DMM,E9\n2,SEO Specialist,1\n3,DMM,E9\n");
    let external = import.summary.external.first().unwrap();
    assert_eq!((external.id.as_str(), external.lines.as_slice()), ("E9", &[2, 4][..]));
    let org = import.build().unwrap();
    assert_eq!(lines(&org), ["1<E9", "2<1", "3<E9", "E9"]);
    assert_eq!(org.position("E9").unwrap().class(), RoleClass::External);
}

#[test]
fn rows_that_say_the_same_are_merged() {
    let same = import(b"id,title,manager_id\n1,CMO,\n2,DMM,1\n2,DMM,1\n");
    assert_eq!(
        (same.summary.rows.merged, lines(&same.build().unwrap())),
        (1, TWO.map(str::to_owned).to_vec())
    );
}

#[test]
fn one_person_in_two_seats_keeps_both() {
    let import = import(b"id,title,manager_id\n1,CMO,\n2,SEO Specialist,1\n2,Copywriter,1\n3,DMM,2\n");
    assert!(import.summary.to_string().contains("one person in two seats"), "{}", import.summary);
    let org = import.build().unwrap();
    assert_eq!(org.person("2").unwrap().positions().count(), 2);
    assert_eq!(org.position("3").unwrap().manager().map(Position::id), Some("2"));
}

#[test]
fn a_row_without_an_id_is_refused_with_its_line() {
    let errors = refused("id,title\n1,CMO\n,DMM\n");
    assert!(errors.contains("export.csv:3:"), "{errors}");
}

#[test]
fn a_vacancy_as_an_ordinary_row_is_a_vacant_seat() {
    let org =
        imported("id,title,manager_id,status\n1,CMO,,active\n2,Vacant - SEO Specialist,1,\n3,DMM,1,Vacant\n");
    let vacant: Vec<_> = org.positions().filter(|position| position.is_vacant()).map(Position::id).collect();
    assert_eq!(vacant, ["2", "3"]);
    assert_eq!(org.position("2").unwrap().class(), RoleClass::Specialist);
}

#[test]
fn people_who_have_left_are_left_out_and_counted_unless_somebody_reports_to_them() {
    let import = import(
        b"id,title,manager_id,status\n1,CMO,,\n2,DMM,1,Terminated\n3,DMM,1,Terminated\n4,SEO Specialist,3,\n",
    );
    assert_eq!(import.summary.rows.left_out, 1, "{}", import.summary);
    let org = import.build().unwrap();
    assert!(org.position("2").is_none());
    assert_eq!(org.position("4").unwrap().manager().map(Position::id), Some("3"));
}

#[test]
fn pay_is_read_where_it_is_clear_and_left_out_where_it_is_not() {
    let pay = |cell: &str| {
        let export = format!("id,title,salary\n1,CMO,90000\n2,DMM,80000\n3,DMM,\"{cell}\"\n");
        let org = import_with(export.as_bytes(), &CsvOptions::new().currency("EUR")).build().unwrap();
        org.position("3").unwrap().pay().map(bagan::Money::minor)
    };
    for (cell, minor) in [
        ("50000", Some(5_000_000)),
        ("€51,234.50", Some(5_123_450)),
        ("$51,234.50", None),
        ("51.234,50", Some(5_123_450)),
        ("51 234,50", Some(5_123_450)),
        ("0", None),
        ("", None),
        ("45.50", None),
        ("secret", None),
    ] {
        assert_eq!(pay(cell), minor, "{cell}");
    }
}

#[test]
fn pay_without_a_currency_is_left_out_and_amounts_without_one_are_an_error() {
    let import = import(b"id,title,salary\n1,CMO,90000\n");
    assert!(import.summary.to_string().contains("the currency is not known"));
    let org = import.build().unwrap();
    assert_eq!((org.currency().code(), org.position("1").unwrap().pay()), ("XXX", None));
    let errors = refused("id,title,allocation\n1,CMO,900\n");
    assert!(errors.contains("--currency"), "{errors}");
}

#[test]
fn allocations_become_delegations_from_the_manager_and_a_budget_at_the_root() {
    let export = b"id,title,manager_id,allocation,daily_limit,weekly_limit\n1,CMO,,900,,\n2,DMM,1,600,,50\n3,SEO Specialist,2,400,10,40\n";
    let org = import_with(export, &CsvOptions::new().currency("IDR").fiscal_year(2026)).build().unwrap();
    assert_eq!(org.position("1").unwrap().budget().map(bagan::Money::minor), Some(90_000));
    let found: Vec<_> = org
        .delegations()
        .map(|d| (d.from().id(), d.to().id(), d.amount().minor(), d.limits().day.map(bagan::Money::minor)))
        .collect();
    assert_eq!(found, [("1", "2", 60_000, None), ("2", "3", 40_000, Some(1_000))]);
    assert!(org.delegations().all(|d| d.valid().to_string().contains("2027-01-01")));
}

#[test]
fn what_is_no_export_is_refused_and_says_why() {
    for (export, part) in [
        ("", "there is nothing to import"),
        ("title,manager\nCMO,\n", "no column holds the id"),
        ("id,Employee ID,title\n1,1,CMO\n", "`id` and `employee id` both hold the id"),
    ] {
        let errors = refused(export);
        assert!(errors.to_lowercase().contains(part), "{export:?}: {errors}");
    }
}

#[test]
fn circles_are_refused_with_ids_and_lines_and_cut_on_request() {
    let export = "id,title,manager_id\nb,DMM,a\na,DMM,b\nc,DMM,a\n";
    let errors = refused(export);
    for part in ["`a`", "`b`", "2", "3"] {
        assert!(errors.contains(part), "{errors}");
    }
    let cut = import_with(export.as_bytes(), &CsvOptions::new().cycles(CyclePolicy::Cut));
    assert!(cut.summary.to_string().contains("in a circle"), "{}", cut.summary);
    assert_eq!(lines(&cut.build().unwrap()), ["a", "b<a", "c<a"]);
}

#[test]
fn titles_that_no_mapping_knows_are_counted_and_a_map_goes_before_the_default() {
    let export = b"id,title\n1,Juggler\n2,Juggler\n3,CMO\n";
    let summary = import(export).summary.to_string();
    assert!(summary.contains("`Juggler` × 2"), "{summary}");
    let map = RoleMap::new().title("juggler", "copywriter", &[]);
    let org = import_with(export, &CsvOptions::new().roles(map)).build().unwrap();
    assert_eq!(org.position("2").unwrap().role().id(), "copywriter");
}

#[test]
fn titles_become_roles_that_a_person_would_agree_with() {
    for (title, role) in [
        ("Chief Marketing Officer", "cmo"),
        ("VP of Marketing", "vp-of-marketing"),
        ("Director, Demand Generation", "director-of-marketing"),
        ("Senior Digital Marketing Manager", "digital-marketing-manager"),
        ("Senior SEO Specialist", "senior-specialist"),
        ("PPC Specialist", "specialist"),
        ("Marketing Assistant", "specialist"),
        ("Graphic Designer", "graphic-designer"),
        ("Head of Sales", "head-of-sales"),
        ("Product Manager", "product-manager"),
        ("Software Engineer", "other"),
    ] {
        assert_eq!(RoleMap::new().role_of(title, None), role, "{title}");
    }
    assert_ne!(RoleMap::new().role_of("Product Marketing Manager", None), "product-manager");
}

#[test]
fn a_column_of_channels_goes_before_what_titles_say() {
    let org = imported("id,title,channels\n1,DMM,\n2,SEO Specialist,seo|blog\n3,PPC Specialist,ppc\n");
    let channels: Vec<_> = org.channels().map(bagan::Channel::id).collect();
    assert_eq!(channels, ["seo", "blog", "ppc"]);
    let inferred = imported("id,title\n1,DMM\n2,SEO Specialist\n");
    assert!(inferred.position("2").unwrap().is_assigned(inferred.channel("seo").unwrap()));
}

#[test]
fn rules_that_the_export_cannot_inform_are_switched_off_in_the_open() {
    let switched_off = |export: &str| -> Vec<&str> {
        informed(import(export.as_bytes()).summary.switched_off.iter().map(|off| off.rule))
    };
    assert_eq!(
        switched_off("id,title\n1,Marketing Specialist\n"),
        ["specialist-without-channel", "department-without-budget"]
    );
    let org = imported("id,title\n1,Marketing Specialist\n");
    assert_eq!(org.policy().levels.get("specialist-without-channel"), Some(&bagan::Level::Allow));
    let full = b"id,title,manager_id,channels,allocation\n1,DMM,,,900\n2,Marketing Specialist,1,seo,400\n";
    let full = import_with(full, &CsvOptions::new().currency("IDR").fiscal_year(2026));
    let off = full.summary.switched_off.iter().map(|off| off.rule);
    assert_eq!(informed(off), [""; 0], "{}", full.summary);
}

#[test]
fn unknown_columns_are_named() {
    let summary = import(b"id,title,shoe size\n1,CMO,44\n").summary.to_string();
    assert!(summary.contains("`shoe size`"), "{summary}");
}
