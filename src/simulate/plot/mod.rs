//! Pictures of simulated designs, as SVG text (feature `plot`).
//!
//! - [`page`] has all of it on one page: how long approvals take and what is refused in each design, whose desk is full, and
//!   one year of each day by day; [`Designs::to_svg`](crate::simulate::Designs::to_svg) is the same without the years.
//! - [`distributions`] shows one figure of all designs, [`load`] their desks, [`timelines`] single years.
//!
//! ```
//! use std::sync::Arc;
//!
//! use bagan::simulate::{Assumptions, Simulation, plot};
//! use bagan::{OrgBuilder, parse_date};
//!
//! let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
//! org.channel("social", "Paid social");
//! org.position("dmm", "digital-marketing-manager").holder("rina").budget(3_000_000_000_i64);
//! org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
//! org.delegation("dmm", "social", 2_400_000_000_i64).channel("social").transaction(2_000_000);
//! let designs = [("as it is", Arc::new(org.build()?))];
//!
//! let (from, until) = (parse_date("2026-01-01")?, parse_date("2026-07-01")?);
//! let simulation = Simulation::new(Assumptions::default(), from, until).replications(20);
//! let outcomes = simulation.compare(designs.clone())?;
//! let years = simulation.years(designs, 0)?;
//! let svg = plot::page(&outcomes, &years);
//! assert!(svg.starts_with("<svg ") && svg.contains("as it is"));
//! assert!(plot::distributions(&outcomes, "no such figure").is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A picture is as wide as a page and as high as it has to be. Text is text, in the sans-serif font of whoever looks at it:
//! no font is read here. Colours are those of Okabe and Ito ("Color Universal Design", 2008), which most colour-blind people
//! can tell apart, and none says anything that a word or a place does not say too. The same input gives the same bytes.
//!
//! Architecture invariant: nothing is counted here; what is shown was counted by the simulation.

mod axis;
mod canvas;
mod distribution;
mod lanes;
mod load;
mod page;
mod words;
mod year;

pub use page::{distributions, load, page, timelines};
