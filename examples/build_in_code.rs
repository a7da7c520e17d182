//! Builds an org in code, asks it a few questions, and writes it as an org file.
//!
//! Run `cargo run --example build_in_code`.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::{Calendar, Interval, Org, OrgBuilder, OutcomeKind, Permission, Risk, RoleClass, parse_date};

fn team() -> Result<Org, Box<dyn Error>> {
    let mut org = OrgBuilder::new("Warung Digital", "IDR");
    org.calendar(Calendar::new("04-01".parse()?, "monday".parse()?));
    org.channel("seo", "Search engine optimisation").channel("paid-social", "Paid social");
    org.role("growth-lead").class(RoleClass::SeniorSpecialist).name("Growth lead").approves_up_to(10_000_000);

    org.position("cmo", "cmo").holder("sari").works_with(["sales"]);
    org.position("sales", "head-of-sales").holder("bambang");
    org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(900_000_000);
    org.position("growth", "growth-lead").holder("wulan").reports_to("dmm").channels(["paid-social"]);
    org.position("social", "specialist").reports_to("growth").channels(["paid-social"]); // vacant
    org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);

    // A fiscal year from 1 April to 31 March: intervals hold their first day and not their last.
    let year = Interval::new(Some(parse_date("2026-04-01")?), Some(parse_date("2027-04-01")?))?;
    org.delegation("dmm", "growth", 500_000_000)
        .channel("paid-social")
        .transaction(10_000_000)
        .week(25_000_000)
        .sub_delegation(Permission::Allowed)
        .valid(year);
    org.delegation("growth", "social", 200_000_000).channel("paid-social").day(2_000_000).valid(year);
    org.delegation("dmm", "seo", 150_000_000).channel("seo").week(5_000_000).valid(year);

    org.outcome("acquisition", OutcomeKind::Strategic, "dmm").responsible(["growth", "seo"]).risk(Risk::High);
    org.kpi("new-customers", "dmm").target(4_000).measures("acquisition");
    Ok(org.build()?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let org = team()?;
    let today = parse_date("2026-07-01")?;

    for position in org.positions_top_down() {
        let indent = 2 * (position.layer() - 1);
        let holder = position.holder().unwrap_or("vacant");
        println!("{:indent$}{} ({holder})", "", position.id());
    }

    let social = org.position("social").ok_or("no such position")?;
    let channel = org.channel("paid-social").ok_or("no such channel")?;
    println!("\nA spend of `social` on paid social is charged to:");
    let mut account = social.account_for(channel, today);
    while let Some(cut) = account {
        println!("  {} of `{}`", org.display(cut.amount()), cut.holder().id());
        account = cut.cut_from(today);
    }

    println!("\nThe same org as a file:\n\n{}", org.to_toml()?);
    Ok(())
}
