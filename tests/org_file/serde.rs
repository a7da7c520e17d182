//! The wire structs through formats of the user's own.

use bagan::{Amount, Money, OrgSpec, OrganizationSpec, PositionSpec};

#[test]
fn any_format_of_serde_is_read_by_the_same_rules() {
    let text = r#"
        format = 1
        organization = { name = "N", currency = "IDR" }
        positions.a = { role = "cmo", budget = 5, fte = 0.5 }
        [[waivers]]
        rule = "r"
        at = "positions.a"
        reason = "x"
        until = 2026-12-31
    "#;
    let spec: OrgSpec = toml::from_str(text).unwrap();
    assert_eq!(spec.positions["a"].budget, Some(Amount::Major(5)));
    assert_eq!(spec.waivers[0].until.map(|date| date.to_string()).as_deref(), Some("2026-12-31"));
}

#[test]
fn an_error_of_serde_names_every_fault() {
    let text = r#"{"organization": {"name": 3, "currency": "IDR", "nme": 1}, "kpis": {}, "kpis": []}"#;
    let error = serde_json::from_str::<OrgSpec>(text).unwrap_err().to_string();
    let expected = [
        "kpis: `kpis` is stated twice",
        "organization.name: expected a text, found an integer",
        "organization.nme: there is no key `nme` here",
        "kpis: expected a list, found a table",
        "format: `format` is missing",
    ];
    assert_eq!(error, expected.join("\n"));
}

#[test]
fn what_has_no_form_in_a_file_is_not_written() {
    let mut spec = OrgSpec::new(OrganizationSpec::new("N", "IDR"));
    let mut position = PositionSpec::new("cmo");
    position.pay = Some(Money::from_minor(5).into());
    spec.positions.insert("a".to_owned(), position);
    let error = serde_json::to_string(&spec).unwrap_err().to_string();
    assert_eq!(error, "positions.a.pay: an amount in minor units has no form in a file: see `Amount::of`");
}
