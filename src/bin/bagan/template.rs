//! `bagan template`.

use std::fmt::Write as _;
use std::io;

use bagan::templates::{TeamSize, Template, TemplateError};
use bagan::{Amount, OrgSpec};

use crate::args::TemplateArgs;
use crate::clock;
use crate::output::{self, Status};

/// Writes the org file of a template to standard output, or the list of templates.
pub(crate) fn run(args: &TemplateArgs) -> io::Result<Status> {
    let (Some(template), Some(people), Some(budget), Some(currency)) =
        (args.name, args.people, &args.budget, &args.currency)
    else {
        output::print(list())?;
        return Ok(Status::Clean);
    };
    let spec = size(args, people, budget, currency).and_then(|size| template.spec(&size));
    let text = spec.map_err(|error| error.to_string()).and_then(|spec| written(&spec));
    match text {
        Ok(text) => output::print(text)?,
        Err(error) => return Ok(output::fail(error)),
    }
    Ok(Status::Clean)
}

fn size(args: &TemplateArgs, people: u32, budget: &str, currency: &str) -> Result<TeamSize, TemplateError> {
    let year = args.fiscal_year.unwrap_or_else(|| clock::today().year());
    let size = TeamSize::new(people, Amount::from(budget), currency, year)?;
    if args.channels.is_empty() { Ok(size) } else { size.channels(&args.channels) }
}

fn written(spec: &OrgSpec) -> Result<String, String> {
    spec.to_toml().map_err(|error| error.to_string())
}

fn list() -> String {
    let mut text = String::new();
    for template in Template::ALL {
        writeln!(text, "{template:<22} {}", template.summary()).unwrap_or_default();
    }
    text
}
