//! `bagan import csv`.

use crate::{file, run, run_with};

const EXPORT: &str = "\
Employee ID,Job Title,Manager ID,Allocation,Weekly Limit
1,Chief Marketing Officer,,900,
2,Digital Marketing Manager,1,600,90
3,SEO Specialist,2,400,50
4,Juggler,2,,
";

#[test]
fn an_export_becomes_an_org_file_that_check_reads() {
    let import =
        run_with(&["import", "csv", "-", "--currency", "IDR", "--name", "Warung"], EXPORT.as_bytes());
    assert_eq!(import.status, 0, "{}", import.err);
    assert!(import.out.starts_with("format = 1\n"), "{}", import.out);
    assert!(import.err.contains("Juggler"), "what no mapping knows is reported: {}", import.err);
    let check = run_with(&["check", "-"], import.out.as_bytes());
    assert!(check.status < 2, "{}", check.err);
    assert!(check.out.contains("checked `Warung`: 4 positions"), "{}", check.out);
}

#[test]
fn a_map_of_titles_goes_before_the_default() {
    let map = file("map.toml", b"[[titles]]\nmatch = 'Juggler'\nrole = 'copywriter'\n");
    let ran = run_with(
        &["import", "csv", "-", "--currency", "IDR", "--roles", map.to_str().unwrap()],
        EXPORT.as_bytes(),
    );
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("role = \"copywriter\""), "{}", ran.out);
}

#[test]
fn bad_exports_and_maps_are_status_2_and_print_no_org() {
    let bad_map = file("bad-map.toml", b"[[titels]]\n");
    let circle = "id,title,manager\n1,a,2\n2,b,1\n";
    for (args, input, part) in [
        (&["import", "csv", "-"][..], circle, "1"),
        (&["import", "csv", "-"], EXPORT, "--currency"),
        (&["import", "csv", "no-such.csv"], "", "cannot read `no-such.csv`"),
        (&["import", "csv", "-"], "", ""),
        (&["import", "csv", "-", "--roles", bad_map.to_str().unwrap()], EXPORT, "titels"),
    ] {
        let ran = run_with(args, input.as_bytes());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(part), "{part} in {}", ran.err);
    }
    assert_eq!(run_with(&["import", "csv", "-", "--cut-cycles"], circle.as_bytes()).status, 0);
}

#[test]
fn real_exports_go_through_the_pipe() {
    let shared = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !shared.is_dir() {
        println!("skipped: {} is not there", shared.display());
        return;
    }
    for name in ["adventureworks", "oracle_hr", "northwind", "chinook", "handbook_company_2022-03"] {
        let path = shared.join(format!("{name}.csv"));
        let import = run(&["import", "csv", path.to_str().unwrap()]);
        assert_eq!(import.status, 0, "{name}: {}", import.err);
        let check = run_with(&["check", "-", "--as-of", "2026-07-01"], import.out.as_bytes());
        assert!(check.status < 2, "{name}: {}", check.err);
    }
}
