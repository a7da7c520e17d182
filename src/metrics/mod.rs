//! Figures about an org: its shape, who depends on whom, and how much hangs on how few.
//!
//! - [`Structure`]: the lines of an org, solid, dotted or of collaboration, and what hangs on them: Krackhardt's four
//!   measures and the pairs without a single escalation point, who is cut off when a seat falls vacant, bottlenecks.
//!   [`Digraph`] has the same for a graph of any other origin.
//! - [`Spans`]: how many reports managers have, by band, and one-over-ones; [`least_layers`] and [`FullTree`] to compare
//!   layers with.
//! - [`Concentration`]: how evenly budget, reports and accountability are spread.
//! - [`Coverage`]: how many people it takes to leave the work without anyone, the bus factor.
//!
//! ```
//! use bagan::OrgBuilder;
//! use bagan::metrics::{Concentration, Spans, least_layers};
//!
//! let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
//! org.position("dmm", "digital-marketing-manager");
//! org.position("lead", "lead-specialist").reports_to("dmm");
//! org.position("seo", "specialist").reports_to("lead");
//! org.position("social", "specialist").reports_to("lead");
//! let org = org.build()?;
//!
//! let spans = Spans::of(&org);
//! assert_eq!((spans.managers(), spans.mean()), (2, Some(1.5)));
//! assert_eq!(spans.share(1..=1), Some(0.5));
//! assert_eq!(least_layers(4, 5), Some(2));
//! let reports = Concentration::of_reports(&org).ok_or("nobody has reports")?;
//! assert!(reports.hhi() < 0.56);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What answers which question
//! | question | answer |
//! |---|---|
//! | connectedness, hierarchy, efficiency, least upper bounds (Krackhardt) | [`Digraph::krackhardt`], or each of them; the pairs without a bound: [`UpperBounds::pairs`] |
//! | share of arcs on no cycle; global reaching centrality | [`Digraph::flow_hierarchy`]; [`Reach::global_centrality`] |
//! | betweenness, not normalised | [`Digraph::betweenness`] |
//! | articulation points; how many are cut off without a node | [`Digraph::cut_nodes`]; [`Digraph::cut_off`] |
//! | layers; spans of those with a report | [`Digraph::layers`]; [`Digraph::spans`], [`Spans::mean`], [`Spans::counts`] |
//! | full trees; the fewest layers; relationships (Graicunas) | [`FullTree`]; [`least_layers`]; [`Graicunas`] |
//! | shares: Herfindahl-Hirschman, Gini, entropy, largest, and how many equal ones | [`Concentration`]; in points, 10,000 times [`Concentration::hhi`] |
//! | bus factor, exact and greedy | [`Coverage::bus_factor`], [`Coverage::greedy`]; of one piece of work, with a share of 0 |
//! | the same figures of an org, as positions | [`Structure`] over [`Lines`], [`Spans::of`], `Concentration::of_…`, `Coverage::of_…` |
//!
//! Risk figures are in [`risk`](crate::risk).
//!
//! # What the figures promise
//! A figure that is not defined is `None`, and never 0 or 1 in its place: nobody has a span where nobody has a report.
//! No figure is approximated. Where the exact one may take too long, the method says up to which size it answers and
//! returns [`TooLarge`] above it; its twin `…_at_any_size` answers then too, in the time that its documentation states.
//! Shares are from 0 to 1. The same org gives the same figures to the bit, whatever order it was stated in, but for
//! the order of lists, which is the order stated.
//!
//! Architecture invariant: figures say what is, and judge nothing: what is too wide or too deep is a rule of
//! [`rules`](crate::rules), with a threshold of the policy.

#![expect(clippy::float_arithmetic, reason = "figures are ratios; no amount of money is kept in one")]

mod betweenness;
mod concentration;
mod coverage;
mod digraph;
mod hierarchy;
mod lines;
mod search;
mod shape;
mod spans;
mod structure;
mod too_large;

pub use concentration::Concentration;
pub use coverage::{BusFactor, Coverage};
pub use digraph::Digraph;
pub use hierarchy::{Krackhardt, Reach, UpperBounds};
pub use lines::Lines;
pub use shape::{FullTree, Graicunas, least_layers};
pub use spans::{SpanBand, Spans, one_over_ones};
pub use structure::Structure;
pub use too_large::TooLarge;
