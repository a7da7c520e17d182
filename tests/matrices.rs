//! The matrices as text, Markdown and CSV: golden tables of a small org, and what ids may do to a table.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says why")]

use bagan::{Date, DecisionRight, Matrix, Org, OrgBuilder, OutcomeKind, Permission};

fn day() -> Date {
    Date::constant(2026, 7, 1)
}

fn shop() -> Org {
    let mut org = OrgBuilder::new("Toko", "EUR");
    org.channel("seo", "").channel("blog", "");
    org.position("cmo", "cmo").holder("sari").approves_up_to(5_000);
    org.position("dmm", "digital-marketing-manager").reports_to("cmo").budget("12000.50");
    let lead = org.position("lead", "lead-specialist").holder("wulan").reports_to("dmm");
    lead.channels(["blog", "seo"]).decides([DecisionRight::How]);
    org.delegation("dmm", "lead", 9_000).week(300).sub_delegation(Permission::Allowed);
    org.delegation("dmm", "lead", 700).channel("seo").transaction(50);
    org.outcome("growth", OutcomeKind::Strategic, "dmm").name("New customers").responsible(["dmm", "lead"]);
    org.outcome("seo-result", OutcomeKind::Tactical, "lead").informed(["dmm", "lead", "cmo"]);
    org.build().unwrap()
}

#[test]
fn raci_is_letters_and_lists_that_disagree_are_named() {
    let org = shop();
    let expected = "\
who answers for what at `Toko`

position  layer  person    growth  seo-result
cmo           1  sari              I
  dmm         2  (vacant)  A/R     I
    lead      3  wulan     R       A/I

A accountable, R responsible, C consulted, I informed
`lead` is A/I of `seo-result`: one of these is enough
`growth`: New customers
";
    assert_eq!(Matrix::raci(&org).to_string(), expected);
    let csv = "position,layer,person,growth,seo-result\ncmo,1,sari,,I\ndmm,2,,A/R,I\nlead,3,wulan,R,A/I\n";
    assert_eq!(Matrix::raci(&org).to_csv(), csv);
}

#[test]
fn decisions_tell_what_is_stated_from_what_the_class_decides() {
    let expected = "\
| position | layer | person | why | what | how | what-now |
|---|---:|---|---|---|---|---|
| cmo | 1 | sari | role-class | role-class | | |
| dmm | 2 | (vacant) | role-class | role-class | | |
| lead | 3 | wulan | | | stated | |
";
    assert_eq!(Matrix::decisions(&shop()).to_markdown(), expected);
}

#[test]
fn authority_is_a_line_a_cell() {
    let org = shop();
    let matrix = Matrix::authority(&org, day());
    let expected = "\
who may spend how much at `Toko` on 2026-07-01, in EUR

position  layer  person    channel        amount a year  transaction  day  week  month  approves up to  sub-delegation  valid until
cmo           1  sari      (any)                      -            -    -     -      -           5,000  -               -
  dmm         2  (vacant)  (any)              12,000.50            -    -     -      -               -  allowed         -
    lead      3  wulan     (any)                  9,000            -    -   300      -               -  allowed         -
    lead      3  wulan     seo                      700           50    -     -      -              50  not-allowed     -
    lead      3  wulan     blog (shared)          9,000            -    -   300      -               -  allowed         -

the limits of the accounts that one is cut from bind as well; - is no limit, no end, or no account
money is spent on channels that the position is assigned; what it holds for others it may pass on alone
(shared): the amount is that of (any), there once for all channels that share it
";
    assert_eq!(matrix.to_string(), expected);
    let csv = "\
position,layer,person,channel,backing,account,currency,amount,transaction,day,week,month,approves-up-to,sub-delegation,valid-until
cmo,1,sari,,approval-alone,,EUR,,,,,,5000,,
dmm,2,,,own,positions.dmm.budget,EUR,12000.50,,,,,,allowed,
lead,3,wulan,,own,delegations.dmm.lead,EUR,9000,,,300,,,allowed,
lead,3,wulan,seo,own,delegations.dmm.lead.seo,EUR,700,50,,,,50,not-allowed,
lead,3,wulan,blog,shared,delegations.dmm.lead,EUR,9000,,,300,,,allowed,
";
    assert_eq!(matrix.to_csv(), csv);
}

#[test]
fn ids_in_any_script_line_up_and_none_breaks_a_table() {
    let mut org = OrgBuilder::new("Toko \u{1b}[2J", "EUR");
    org.position("数字营销", "digital-marketing-manager").holder("=cmd|' /C calc'!A0");
    org.position("a|b,\"c\"", "specialist").holder("\u{202E}evil").reports_to("数字营销");
    org.outcome("hasil", OutcomeKind::Strategic, "数字营销").responsible(["a|b,\"c\""]);
    let org = org.build().unwrap();
    let matrix = Matrix::raci(&org);
    let text = matrix.to_string();
    let table = "position   layer  person              hasil\n\
                 数字营销       1  =cmd|' /C calc'!A0  A\n  a|b,\"c\"      2  \u{FFFD}evil               R\n";
    assert!(text.contains(table), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202E}']), "{text}");
    assert!(
        matrix.to_markdown().contains("| a\\|b,\"c\" | 2 | \u{FFFD}evil | R |\n"),
        "{}",
        matrix.to_markdown()
    );
    let csv = "数字营销,1,'=cmd|' /C calc'!A0,A\n\"a|b,\"\"c\"\"\",2,\u{202E}evil,R\n";
    assert!(matrix.to_csv().ends_with(csv), "{}", matrix.to_csv());
}

#[test]
fn headings_that_are_too_wide_are_numbers_with_a_list() {
    let mut org = OrgBuilder::new("Toko", "EUR");
    org.position("dmm", "digital-marketing-manager");
    for number in 1..=5 {
        org.outcome(&format!("an-outcome-with-a-long-id-{number}"), OutcomeKind::Strategic, "dmm");
    }
    let org = org.build().unwrap();
    let text = Matrix::raci(&org).to_string();
    assert!(text.contains("\nposition  layer  person    1  2  3  4  5\n"), "{text}");
    assert!(text.contains("\n5 is `an-outcome-with-a-long-id-5`\n"), "{text}");
    assert!(Matrix::raci(&org).to_markdown().contains("| an-outcome-with-a-long-id-5 |"));
}

#[test]
fn an_org_without_positions_is_a_table_without_rows() {
    let org = OrgBuilder::new("Toko", "EUR").build().unwrap();
    assert_eq!(Matrix::raci(&org).to_csv(), "position,layer,person\n");
    assert!(Matrix::authority(&org, day()).to_string().contains("position  layer  person  channel"));
}
