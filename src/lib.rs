//! Models marketing org hierarchies as graphs, and checks that risk, accountability and delegated authority hold.
//!
//! An [`Org`] says who reports to whom, who may spend how much on which channel within whose limits, and who answers
//! for which result. It comes from an [`OrgBuilder`], from an org file (`Org::from_toml`, `OrgFile`) or from an HR
//! export (`import_csv`), and never changes. Views such as [`Position`] and [`Delegation`] answer questions about it;
//! [`check`] runs the rules and returns a [`Report`].
//!
//! ```
//! use bagan::{OrgBuilder, check, parse_date};
//!
//! let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
//! org.channel("paid-social", "Paid social");
//! org.position("cmo", "cmo").holder("sari");
//! org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(12_000_000_000);
//! org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["paid-social"]);
//! org.delegation("dmm", "social", 12_400_000_000).channel("paid-social").week(100_000_000);
//! let org = org.build()?;
//!
//! let report = check(&org, parse_date("2026-07-01")?);
//! let found = report.by_rule("over-delegation").next().ok_or("it delegates more than it holds")?;
//! assert_eq!(found.finding.message(&org), "`dmm` delegates IDR 12,400,000,000 and holds IDR 12,000,000,000");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Spend authority
//! A [`Ledger`] decides who may spend how much on which channel today, within the limits of every delegation up to the
//! budget, and who may say yes where a limit is in the way: [`Ledger::decide`] returns an explained [`Decision`].
//! What happens is an [`Entry`]; callers keep entries, [`Ledger::replay`] makes the ledger of them again, and [`audit`]
//! decides each anew under an org that may have changed. [`Ledger::exposure`] is the most that may still be charged.
//!
//! # Who answers for what
//! [`Matrix::raci`], [`Matrix::decisions`] and [`Matrix::authority`] turn an org into tables of positions by outcomes, by
//! decision rights and by channels; each displays as text and writes itself as Markdown and CSV.
//!
//! # Risk
//! Outcomes may state how likely they fail, what that costs and what they rest on. [`risk`] computes what each position
//! bears and how likely a strategic outcome fails, and says what is not stated in place of making it up.
//!
//! # The domain
//! What the crate models comes in 25 statements. [`domain`] lists them, each with the rules that hold it and the queries
//! that answer about it.
//!
//! # Careers and pay
//! [`career`] reads the ladder of an org as a graph of roles, says who could follow whom, and how ready; [`pay`] makes
//! figures of the bands and the pay that an org states, and adds up what each part of it costs.
//!
//! # Without simulating
//! [`closed_forms`] answers what has an exact answer: how long approvals wait at a desk, how far up amounts go under
//! limits, what several approvers who err accept together, how people move through grades.
//!
//! # Two kinds of wrong
//! What cannot be a graph, such as an unknown id, a reporting circle or an amount below zero, is a [`BuildError`]; all
//! of them come at once. What a team could draw and should not is a [`Finding`] of a rule: [`rules`] has the built-in
//! ones, and [`Rule`] is how to write your own. A draft that breaks every rule still builds.
//!
//! # Values
//! [`Money`] counts minor units of the org's one [`Currency`], exactly; no float ever holds money. A [`Date`] is a
//! civil date, an [`Interval`] holds its first day and not its last, and nothing here reads a clock: the day of a check
//! is yours to pass. The same org gives the same report, whatever order it was stated in.
//!
//! # Features
//! `toml` (default), `json`, `csv`: the org file and the import. `proptest1`: makers of orgs for property tests, in
//! `strategies`. `simulate`: a year of team designs, and what it draws from and reports with. `plot`: its pictures,
//! as SVG. `cli`: the command `bagan`. The README has the file format and the table of rules.

mod authority;
mod calendar;
pub mod career;
mod check;
pub mod closed_forms;
pub mod domain;
mod graph_support;
mod id;
#[cfg(feature = "csv")]
mod interop;
mod matrix;
pub mod metrics;
mod money;
mod org;
pub mod overview;
pub mod pay;
mod plain;
mod ratio;
#[cfg(doctest)]
mod readme;
mod render;
pub mod risk;
mod role;
pub mod rules;
#[cfg(feature = "simulate")]
pub mod simulate;
mod spec;
mod special;
#[cfg(feature = "proptest1")]
pub mod strategies;
pub mod templates;
#[cfg(test)]
mod testing;
mod words;

pub use authority::{
    AccountRef, Action, Approver, Audit, AuditFact, AuditFinding, Balance, DayState, Decision, Entry,
    Exposure, Figures, Ground, KEY_MAX_LEN, Ledger, LedgerError, LedgerState, OpenReservation, ReasonCode,
    Reasons, Receipt, ReplayError, ReplayErrors, Request, RouteStep, Skip, Standing, Test, TestKind, Verdict,
    YearState, audit,
};
#[cfg(feature = "json")]
pub use authority::{
    EntryLine, EntryReader, LINE_MAX_LEN, LineError, LineErrors, LineFault, read_entries, write_entry,
};
pub use calendar::{
    Calendar, CalendarError, Date, Interval, MonthDay, Weekday, Window, iso_week, parse_date,
};
pub use check::{
    Check, Context, Finding, Levels, Phase, Report, Reported, Rule, RuleInfo, Settings, Summary, Value,
    WaiverUse,
};
pub use id::{ID_MAX_LEN, IdError, check_id};
#[cfg(feature = "csv")]
pub use interop::csv;
#[cfg(feature = "csv")]
pub use interop::csv::{
    CsvField, CsvOptions, CyclePolicy, Import, ImportError, ImportErrors, ImportFault, ImportNote,
    ImportSummary, RoleMap, import_csv,
};
pub use matrix::{
    AuthorityCell, AuthorityMatrix, Backing, Basis, DecisionCell, DecisionMatrix, Duties, Duty, Matrix,
    MatrixRow, RaciCell, RaciMatrix,
};
pub use money::{Amount, Currency, Money, MoneyError, Quantity};
pub use org::{
    Account, Average, BuildError, BuildErrors, Channel, ChannelIx, Delegation, DelegationDraft, DelegationIx,
    FailsWith, Fault, Kind, Kpi, KpiDraft, KpiIx, Level, Limits, Org, OrgBuilder, Outcome, OutcomeDraft,
    OutcomeIx, OutcomeKind, OutcomeTopic, Pacing, PacingPeriod, Path, PathError, PayBand, Person, Policy,
    Position, PositionDraft, PositionIx, Profile, Relation, Role, RoleDraft, RoleIx, Segment, StandIn,
    StandInDraft, Subject, Thresholds, Waiver, WaiverIx,
};
pub use render::{
    AuditJson, AuditText, Colour, EntryPlaces, Explanation, JsonReport, Place, Places, ReplayText, RuleList,
    TextReport, explain,
};
pub use role::{
    BUILT_IN_ROLES, BuiltInRole, ClassFacts, DecisionRight, Focus, Permission, Risk, RoleClass, Seniority,
};
pub use rules::check;
pub use spec::{
    AverageSpec, ChannelSpec, DelegationSpec, FORMAT_VERSION, KpiSpec, LevelsSpec, LimitsSpec, OrgSpec,
    OrganizationSpec, OutcomeSpec, PayBandSpec, PlatformSpec, PolicySpec, PositionSpec, RoleSpec, SpecFault,
    StandInSpec, ThresholdsSpec, WaiverSpec, WriteError,
};
#[cfg(any(feature = "toml", feature = "json"))]
pub use spec::{FileError, FileErrors, FileFault, Format, FormatError, Location, OrgFile, Snippet};
pub use words::UnknownWord;
