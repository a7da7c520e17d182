//! `bagan explain`.

use std::io;

use bagan::{explain, rules};

use crate::args::ExplainArgs;
use crate::output::{self, Status};

/// Prints the explanation of one rule.
pub(crate) fn run(args: &ExplainArgs) -> io::Result<Status> {
    let Some(rule) = rules::find(&args.rule) else {
        let similar = rules::most_similar(&args.rule).map(|name| format!(": did you mean `{name}`?"));
        let ending = similar.unwrap_or_else(|| ": `bagan rules` lists them all".to_owned());
        return Ok(output::fail(format_args!("there is no rule `{}`{ending}", args.rule)));
    };
    output::print(explain(rule.info()))?;
    Ok(Status::Clean)
}
