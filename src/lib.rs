//! Models marketing org hierarchies as graphs, and checks that risk, accountability and delegated authority hold.

mod calendar;
mod check;
mod graph_support;
mod id;
#[cfg(feature = "csv")]
mod interop;
mod money;
mod org;
mod render;
mod role;
pub mod rules;
mod spec;
#[cfg(test)]
mod testing;
mod words;

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
    CsvField, CsvOptions, CyclePolicy, Import, ImportError, ImportErrors, ImportFault, ImportNote, ImportSummary,
    RoleMap, import_csv,
};
pub use money::{Amount, Currency, Money, MoneyError, Quantity};
pub use org::{
    Account, BuildError, BuildErrors, Channel, ChannelIx, Delegation, DelegationDraft, DelegationIx, Fault,
    Kind, Kpi, KpiDraft, KpiIx, Level, Limits, Org, OrgBuilder, Outcome, OutcomeDraft, OutcomeIx,
    OutcomeKind, Path, PathError, PayBand, Person, Policy, Position, PositionDraft, PositionIx, Profile,
    Relation, Role, RoleDraft, RoleIx, Segment, Subject, Thresholds, Waiver, WaiverIx,
};
pub use render::{Colour, Explanation, JsonReport, Place, Places, RuleList, TextReport, explain};
pub use role::{
    BUILT_IN_ROLES, BuiltInRole, ClassFacts, DecisionRight, Focus, Permission, Risk, RoleClass, Seniority,
};
pub use rules::check;
pub use spec::{
    ChannelSpec, DelegationSpec, FORMAT_VERSION, KpiSpec, LevelsSpec, LimitsSpec, OrgSpec, OrganizationSpec,
    OutcomeSpec, PayBandSpec, PolicySpec, PositionSpec, RoleSpec, SpecFault, ThresholdsSpec, WaiverSpec,
    WriteError,
};
#[cfg(any(feature = "toml", feature = "json"))]
pub use spec::{FileError, FileErrors, FileFault, Format, FormatError, Location, OrgFile, Snippet};
pub use words::UnknownWord;
