//! An org on one screen: its shape, its money, who answers for what, what may go wrong, and its people.
//!
//! Owns [`Overview`]: which figures a designer reads first, in which order, with which unit, and which threshold of
//! the policy each is compared with. `bagan metrics` prints it.
//!
//! ```
//! use bagan::overview::{Measure, Overview, Topic};
//! use bagan::{OrgBuilder, parse_date};
//!
//! let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
//! org.position("dmm", "digital-marketing-manager").holder("rina").budget(900_000_000);
//! org.position("seo", "specialist").holder("budi").reports_to("dmm");
//! org.position("social", "specialist").reports_to("dmm");
//! let org = org.build()?;
//!
//! let overview = Overview::of(&org, parse_date("2026-07-01")?);
//! let span = overview.figure(Topic::Shape, "widest_span").ok_or("no such figure")?;
//! assert_eq!(span.value, Ok(Measure::Count(2)));
//! let preset = span.preset.as_ref().ok_or("the policy has one")?;
//! assert_eq!((preset.threshold, &preset.bound, preset.holds), ("span-at-most", &Measure::Count(10), true));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What the figures promise
//! A figure that cannot be had says why, and is never 0 in place of a value; what an org does not state is not made up.
//! One that would take too long for a screen says so, and is had where it comes from: [`metrics`](crate::metrics),
//! [`risk`](crate::risk). The same org gives the same figures, whatever order it was stated in.
//!
//! Architecture invariant: nothing is computed here that has a home of its own. A figure comes from `metrics`, `risk`, `career` or `pay`,
//! and one that a rule judges is that rule's own, so that the two cannot disagree.

#![expect(clippy::float_arithmetic, reason = "figures are ratios; no amount of money is kept in one")]

mod accountability;
mod figure;
mod money;
mod people;
mod risk;
mod scene;
mod shape;
mod whole;

pub use figure::{Figure, Measure, Missing, Part, PartOf, Preset, Side, Topic, Unit};
pub use whole::Overview;
