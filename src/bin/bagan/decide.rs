//! `bagan decide`.

use std::io;

use bagan::{Ledger, Money, ReplayText};

use crate::args::{DecideArgs, Format};
use crate::input;
use crate::output::{self, Status};

/// Decides one request, and prints the decision.
pub(crate) fn run(args: &DecideArgs) -> io::Result<Status> {
    let ledger = match ledger(args) {
        Ok(ledger) => ledger,
        Err(status) => return Ok(status),
    };
    let (amount, approvals) = (amount(args, &ledger), known_approvals(args, &ledger));
    let (Ok(amount), Ok(())) = (amount, approvals) else { return Ok(Status::BadInput) };
    let approved_by: Vec<&str> = args.approved_by.iter().map(String::as_str).collect();
    let request = ledger.request(&args.position, &args.channel, amount, args.date);
    let request = request.approved_by_ids(&approved_by);
    let decision = ledger.decide(&request);
    match args.format {
        Format::Text => output::print(decision)?,
        Format::Json => output::print(decision.to_json() + "\n")?,
    }
    Ok(if decision.is_approved() { Status::Clean } else { Status::Findings })
}

fn ledger(args: &DecideArgs) -> Result<Ledger, Status> {
    let Some(path) = &args.ledger else { return input::org(&args.file).map(Ledger::new) };
    let (ledger, places) =
        input::org_and_entries(&args.file, path, |org, entries| Ledger::replay(org, entries))?;
    ledger.map_err(|errors| output::refuse(ReplayText::new(&errors, &places)))
}

fn amount(args: &DecideArgs, ledger: &Ledger) -> Result<Money, Status> {
    let amount = ledger.org().currency().parse(&args.amount);
    amount.map_err(|error| output::fail(format_args!("--amount: {error}")))
}

/// Checks that there are the positions from which it was approved; if not, says so of each.
fn known_approvals(args: &DecideArgs, ledger: &Ledger) -> Result<(), Status> {
    let mut known = Ok(());
    for error in args.approved_by.iter().filter_map(|id| ledger.known_position(id).err()) {
        let help = error.help().map(|help| format!(": {help}")).unwrap_or_default();
        known = Err(output::fail(format_args!("--approved-by: {error}{help}")));
    }
    known
}
