//! Prints who answers for what, who decides what, and who may spend how much in the marketing department of a made-up
//! retail group: a RACI matrix, decision rights and delegated authority, all of them derived from one org file.
//!
//! Run `cargo run --example who_answers`, or give the path of an org file of your own.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::{AuthorityCell, Duty, Format, Matrix, OrgFile, parse_date};

fn main() -> Result<(), Box<dyn Error>> {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/nusantara.toml");
    let path = std::env::args().nth(1).unwrap_or_else(|| example.to_owned());
    let org = OrgFile::parse(&path, &std::fs::read(&path)?, Format::from_name(&path)?)?.build()?;
    let day = parse_date("2026-07-01")?;

    // With a day, the person in a seat is whoever acts in it on that day.
    let raci = Matrix::raci(&org).on(day);
    println!("{raci}");
    let decisions = Matrix::decisions(&org).on(day);
    println!("{decisions}");
    let authority = Matrix::authority(&org, day);
    println!("{authority}");

    // The same as values: may whoever answers for an outcome decide anything, and spend?
    for row in raci.rows() {
        let seat = row.position();
        for cell in row.cells().iter().filter(|cell| cell.duties.contains(Duty::Accountable)) {
            let rights: Vec<&str> =
                decisions.row(seat.ix()).cells().iter().map(|cell| cell.right.as_str()).collect();
            let accounts = authority.row(seat.ix()).cells();
            let amount =
                accounts.iter().find_map(AuthorityCell::amount).map(|amount| org.display(amount).to_string());
            println!(
                "`{}` answers for `{}`, decides {} and may spend {}",
                seat.id(),
                cell.outcome.id(),
                rights.join(" and "),
                amount.as_deref().unwrap_or("nothing"),
            );
        }
    }
    Ok(())
}
