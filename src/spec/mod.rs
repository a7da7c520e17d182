//! The org file: text and wire structs, there and back.
//!
//! Owns the format: [`OrgSpec`] and its sections, the only structs that a file is read into or written from; the
//! readers and writers of the text formats; and [`OrgFile`], which knows for each path the place in the text, so
//! that an error or a finding can point at it.
//!
//! A file goes text → tree → spec → builder → org. Every format is read into one tree, and one decoder makes the
//! spec of it, so that TOML and JSON have the same keys, the same errors and the same suggestions. Each step takes
//! what it can and notes what it cannot: all faults of a file come at once.
//!
//! Architecture invariant: nothing here knows a rule. Ids are resolved by the builder alone; what a draft of a
//! team should not do, but could, passes.

#[cfg(any(feature = "toml", feature = "json"))]
mod convenience;
mod decode;
mod fault;
#[cfg(any(feature = "toml", feature = "json"))]
mod file;
mod from_serde;
#[cfg(feature = "json")]
mod json;
#[cfg(any(feature = "toml", feature = "json"))]
mod reading;
#[cfg(feature = "toml")]
mod toml;
mod tree;
mod wire;

#[cfg(all(feature = "csv", feature = "toml"))]
pub(crate) use decode::{Decoder, Fields, id_or_empty, text, word};
pub use fault::{FORMAT_VERSION, SpecFault};
#[cfg(any(feature = "toml", feature = "json"))]
pub use file::{FileError, FileErrors, FileFault, Format, FormatError, Location, OrgFile, Snippet};
#[cfg(all(feature = "csv", feature = "toml"))]
pub(crate) use tree::{Node, Value};
pub use wire::{
    AverageSpec, ChannelSpec, DelegationSpec, KpiSpec, LevelsSpec, LimitsSpec, OrgSpec, OrganizationSpec,
    OutcomeSpec, PayBandSpec, PlatformSpec, PolicySpec, PositionSpec, RoleSpec, StandInSpec, ThresholdsSpec,
    WaiverSpec, WriteError,
};
