//! The arguments: a contract that scripts rely on.

use std::path::PathBuf;

use bagan::risk::Assumptions;
use bagan::templates::Template;
use bagan::{Date, Profile, parse_date};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::simulate::OutcomeFormat;

/// Checks marketing orgs kept as text files: reporting lines, delegated spend, accountability.
#[derive(Debug, Parser)]
#[command(name = "bagan", version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check org files against the rules
    ///
    /// Exit status: 0 no finding at `deny`, 1 findings at `deny`, 2 bad input or usage.
    Check(CheckArgs),
    /// Decide a spend request against delegated limits, and say who may approve it
    ///
    /// Exit status: 0 approved, 1 needs approval or denied, 2 bad input or usage.
    Decide(DecideArgs),
    /// Decide every entry of a ledger again: which would this org not accept?
    ///
    /// Exit status: 0 no finding, 1 findings, 2 bad input or usage.
    Audit(AuditArgs),
    /// Write what follows from an org: who answers for what, who decides what, who may spend how much
    ///
    /// Exit status: 0 written, 2 bad input or usage.
    Export(ExportArgs),
    /// Show an org on one screen: its shape, its money, who answers for what, what may go wrong, and its people
    ///
    /// Exit status: 0 written, 2 bad input or usage.
    Metrics(MetricsArgs),
    /// Simulate a year of one team design, or of several side by side on the same random numbers
    ///
    /// Exit status: 0 written, 2 bad input or usage.
    Simulate(SimulateArgs),
    /// Say what a rule finds, why it matters, and show an org that it fires on
    Explain(ExplainArgs),
    /// List the rules, with their level in each profile
    Rules(RulesArgs),
    /// Write the org file of a team to start from, at a size of yours
    ///
    /// Exit status: 0 written, 2 bad input or usage.
    Template(TemplateArgs),
    /// Turn an HR export into an org file on standard output
    #[command(subcommand)]
    Import(ImportArgs),
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Org files, TOML or JSON; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// The day to check for, as YYYY-MM-DD; today (UTC) unless given
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) as_of: Option<Date>,

    /// The profile, in place of the file's own: startup, scale-up or audited
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<Profile>,

    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct DecideArgs {
    /// The org file, TOML or JSON; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The position that asks
    #[arg(long, value_name = "POSITION")]
    pub(crate) position: String,

    /// The channel to spend on
    #[arg(long, value_name = "CHANNEL")]
    pub(crate) channel: String,

    /// The amount, in the org's currency: `25000000`, `25_000_000` or `12.50`
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub(crate) amount: String,

    /// The day of the spend, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) date: Date,

    /// What was reserved, spent and moved so far, as JSON Lines; `-` reads standard input
    #[arg(long, value_name = "ENTRIES.jsonl")]
    pub(crate) ledger: Option<PathBuf>,

    /// A position from which it was approved; may be given several times
    #[arg(long, value_name = "POSITION")]
    pub(crate) approved_by: Vec<String>,

    /// How to print the decision
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct AuditArgs {
    /// The org file, TOML or JSON; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The entries, as JSON Lines; `-` reads standard input
    #[arg(long, value_name = "ENTRIES.jsonl")]
    pub(crate) ledger: PathBuf,

    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// The org file, TOML or JSON; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// What to write
    #[arg(long, value_enum)]
    pub(crate) to: Target,

    /// The day, as YYYY-MM-DD, of authority and of who acts in a seat
    ///
    /// Unless given, authority is that of today (UTC), and the other matrices show the holder of a seat, else who is
    /// acting, on whatever day.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) as_of: Option<Date>,

    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: TableFormat,
}

#[derive(Debug, Args)]
pub(crate) struct MetricsArgs {
    /// The org file, TOML or JSON; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The day of the figures, as YYYY-MM-DD; today (UTC) unless given
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) as_of: Option<Date>,

    /// The profile to compare with, in place of the file's own: startup, scale-up or audited
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<Profile>,

    /// How failures hang together, from 0 (independent of each other) to 1: no file states it
    #[arg(long, value_name = "RHO", default_value_t = Assumptions::INDEPENDENT.correlation().rho())]
    pub(crate) correlation: f64,

    /// Where the tail of a loss begins: 0.95 looks at the worst 5% of years
    #[arg(long, value_name = "LEVEL", default_value_t = Assumptions::INDEPENDENT.level())]
    pub(crate) level: f64,

    /// How to print the figures
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct SimulateArgs {
    /// Org files, TOML or JSON, each a design named by its file; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// What is assumed of requests, desks, staff and failures, as TOML; `-` reads standard input; the defaults unless given
    #[arg(long, value_name = "FILE")]
    pub(crate) assumptions: Option<PathBuf>,

    /// The first day, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) from: Date,

    /// The day after the last, as YYYY-MM-DD; a year after the first unless given
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) until: Option<Date>,

    /// How many times the days are run, each with random numbers of its own
    #[arg(long, value_name = "N", default_value_t = 100, conflicts_with = "precision")]
    pub(crate) replications: u64,

    /// Run until a figure is known within such a share of its mean, at 95%, in place of a number of times: 0.05 is 5%
    #[arg(long, value_name = "SHARE", requires = "figure")]
    pub(crate) precision: Option<f64>,

    /// The figure of the designs that is to be known so precisely, such as `wait_p95`
    #[arg(long, value_name = "FIGURE", requires = "precision")]
    pub(crate) figure: Option<String>,

    /// Ask it of the difference of each further design from the first, which takes far fewer replications
    #[arg(long, requires = "precision")]
    pub(crate) of_differences: bool,

    /// How many times the days may be run at most for that
    #[arg(long, value_name = "N", default_value_t = 10_000, requires = "precision")]
    pub(crate) at_most: u64,

    /// Say which designs are beaten in all of these figures, with commas between: `wait_p95,loss,spend:higher`
    ///
    /// Where it depends on what one wants which way is better, say `:lower` or `:higher`.
    #[arg(long, value_name = "FIGURES", value_delimiter = ',')]
    pub(crate) pareto: Vec<String>,

    /// Where all random numbers come from: the same seed gives the same figures
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,

    /// How to print the outcomes
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: OutcomeFormat,

    /// What to draw with `--format svg`: page, load, timeline, or one figure such as `wait_p95`; page unless given
    #[arg(long, value_name = "WHAT")]
    pub(crate) plot: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The rule, by code or name: BUD001 or over-delegation
    pub(crate) rule: String,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// How to print the list
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct TemplateArgs {
    /// The template: founder-led, functional-by-channel, pods-by-segment, hub-and-spoke, matrix or in-house-with-agency
    #[arg(value_name = "NAME", required_unless_present = "list")]
    pub(crate) name: Option<Template>,

    /// List the templates
    #[arg(long, exclusive = true)]
    pub(crate) list: bool,

    /// How many people there are in all: executives, heads of other departments and an agency's contacts included
    #[arg(long, value_name = "N", required_unless_present = "list")]
    pub(crate) people: Option<u32>,

    /// The budget of the fiscal year, in its currency: `12000000000`, `12_000_000_000` or `12.50`
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true, required_unless_present = "list")]
    pub(crate) budget: Option<String>,

    /// The ISO 4217 code of the currency, such as IDR
    #[arg(long, value_name = "CUR", required_unless_present = "list")]
    pub(crate) currency: Option<String>,

    /// The ids of the channels, with commas between; six usual ones unless given
    #[arg(long, value_name = "A,B,C", value_delimiter = ',')]
    pub(crate) channels: Vec<String>,

    /// The fiscal year that delegations are for; this year (UTC) unless given
    #[arg(long, value_name = "YEAR", allow_hyphen_values = true)]
    pub(crate) fiscal_year: Option<i16>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportArgs {
    /// A CSV export of an HR system
    ///
    /// The account of every row goes to standard error.
    Csv(CsvArgs),
}

#[derive(Debug, Args)]
pub(crate) struct CsvArgs {
    /// The export; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The ISO 4217 code of the currency of all amounts, such as IDR
    #[arg(long, value_name = "CUR")]
    pub(crate) currency: Option<String>,

    /// A TOML file that says which title is which role
    #[arg(long, value_name = "MAP.toml")]
    pub(crate) roles: Option<PathBuf>,

    /// The name of the org; the file's name unless given
    #[arg(long)]
    pub(crate) name: Option<String>,

    /// The fiscal year, named by the year it begins in, that delegations are for; without one they have no dates
    #[arg(long, value_name = "YEAR")]
    pub(crate) fiscal_year: Option<i16>,

    /// Cut each reporting circle, at the member with the smallest id, in place of refusing the file
    #[arg(long)]
    pub(crate) cut_cycles: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// Positions by outcomes: accountable, responsible, consulted, informed
    Raci,
    /// Positions by why, what, how and what-now
    Decisions,
    /// Positions by channels: amounts, limits and approval limits
    Authority,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// For a terminal
    #[default]
    Text,
    /// For a page or a pull request
    Markdown,
    /// For a spreadsheet
    Csv,
}
