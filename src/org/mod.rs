//! The org: a valid, immutable graph of positions, and the views that answer questions about it.
//!
//! Owns [`Org`], its views (`Position`, `Delegation` …), [`OrgBuilder`] and [`BuildErrors`]. An org comes from a
//! builder alone; the file format, the CSV import and the strategies all fill one.
//!
//! Architecture invariant: an `Org` has no mutator and no `Deserialize`. Whoever has one has a forest of
//! positions whose ids all resolve, whose amounts are not negative and whose total can be added up without
//! overflow. What a team *should not* do, but could, is not an error here: it is a finding of `check`.

mod account;
mod average;
mod build;
mod build_platforms;
mod build_risk;
mod build_roles;
mod build_stand_ins;
mod builder;
mod channel;
mod data;
mod debug;
mod delegation;
mod drafts;
mod error;
mod fails_with;
mod funding;
mod graph;
mod index;
mod occupant;
mod outcome;
mod pacing;
mod path;
mod person;
mod petgraph;
mod policy;
mod position;
mod resolve;
mod role;
mod stand_in;
mod view;

pub use account::Account;
pub use average::Average;
pub use builder::OrgBuilder;
pub use channel::Channel;
pub use data::{Limits, OutcomeKind, OutcomeTopic, PayBand};
pub use delegation::Delegation;
pub use drafts::{DelegationDraft, KpiDraft, OutcomeDraft, PositionDraft, RoleDraft, StandInDraft};
pub use error::{BuildError, BuildErrors, Fault, Kind};
pub use fails_with::FailsWith;
pub(crate) use funding::Funding;
pub use graph::Org;
pub use index::{ChannelIx, DelegationIx, KpiIx, OutcomeIx, PositionIx, RoleIx, Subject, WaiverIx};
pub use outcome::{Kpi, Outcome};
pub use pacing::{Pacing, PacingPeriod};
pub use path::{Path, PathError, Segment};
pub use person::Person;
pub use petgraph::Relation;
pub use policy::{Level, Policy, Profile, Thresholds, Waiver};
pub use position::Position;
pub use role::Role;
pub use stand_in::StandIn;
