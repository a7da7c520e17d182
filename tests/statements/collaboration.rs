//! Collaboration across divisions: S18 and S19.

use bagan::{Position, RoleClass};

use crate::support::{batik, batik_where, batik_with, found};

#[test]
fn s18_a_dmm_works_with_the_c_level_and_the_heads_of_other_departments() {
    let org = batik();
    let dmm = org.position("dmm").unwrap();
    let classes: Vec<RoleClass> = dmm.works_with().map(Position::class).collect();
    assert!(classes.contains(&RoleClass::CLevel) && classes.contains(&RoleClass::DepartmentHead));
    let effect = org.outcome("acquisition").unwrap();
    assert_eq!(
        effect.informed().map(Position::id).collect::<Vec<_>>(),
        ["cmo", "sales"],
        "who is told of the effect"
    );

    let works_with = "works-with = [\"cmo\", \"sales\"]";
    // No department's head: marketing promises what nobody keeps.
    let org = batik_with(&[(works_with, "works-with = [\"cmo\"]")]);
    assert_eq!(found(&org), ["COL002 positions.dmm"]);
    // A director comes between, and the DMM speaks to the C-level no more.
    let director = "[positions.director]\nrole = \"director-of-marketing\"\nholder = \"fajar\"\nreports-to = \"cmo\"\n\n[positions.office]";
    let under = [
        ("[positions.office]", director),
        ("holder = \"gita\"\nreports-to = \"cmo\"", "holder = \"gita\"\nreports-to = \"director\""),
        ("holder = \"rina\"\nreports-to = \"cmo\"", "holder = \"rina\"\nreports-to = \"director\""),
    ];
    let mut edits = under.to_vec();
    edits.push((works_with, "works-with = [\"sales\"]"));
    assert_eq!(found(&batik_with(&edits)), ["COL001 positions.dmm", "RPT006 positions.cmo"]);
    assert_eq!(
        found(&batik_with(&under)),
        ["RPT006 positions.cmo"],
        "with the contact, only the layer is left"
    );
    // A product manager is a head of another department too; a specialist of sales is none.
    let product = "[positions.product]\nrole = \"product-manager\"\nholder = \"yuni\"\nreports-to = \"ceo\"\n\n[positions.office]";
    let org =
        batik_with(&[("[positions.office]", product), (works_with, "works-with = [\"cmo\", \"product\"]")]);
    assert_eq!(found(&org), [""; 0]);
    // Nobody of that rank is above the DMM.
    let org = batik_with(&[("holder = \"rina\"\nreports-to = \"cmo\"\n", "holder = \"rina\"\n")]);
    assert_eq!(found(&org), ["RPT003 positions.dmm", "RPT006 positions.cmo"]);
}

#[test]
fn s19_a_specialist_works_within_marketing_and_reports_to_the_dmm() {
    let org = batik();
    for id in ["lead", "seo", "social", "email"] {
        let seat = org.position(id).unwrap();
        assert!(
            seat.works_with().all(|other| seat.class().facts().works_with.contains(&other.class())),
            "{id}"
        );
        assert!(seat.chain().any(|above| above.class() == RoleClass::Manager), "{id}");
    }
    // Email works with nobody.
    let org = batik_where("[positions.email]", "works-with = [\"writer\"]\n", "");
    assert_eq!(found(&org), ["COL003 positions.email"]);
    // Social talks to the CEO, and the DMM does not: promises that nobody planned.
    let org =
        batik_where("[positions.social]", "works-with = [\"writer\"]", "works-with = [\"writer\", \"ceo\"]");
    assert_eq!(found(&org), ["COL004 positions.social"]);
    // With the head of sales it may: the DMM works with sales too.
    let org = batik_where(
        "[positions.social]",
        "works-with = [\"writer\"]",
        "works-with = [\"writer\", \"sales\"]",
    );
    assert_eq!(found(&org), [""; 0]);
}
