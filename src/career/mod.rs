//! Careers in an org: the ladder between roles, who could follow whom, and which seats nobody is ready for.
//!
//! - [`Ladder`]: the roles as a graph of steps: where each leads, the shortest way from one to another, all ways, how
//!   many there are, and a circle if the ladder has one.
//! - [`Ladder::candidates`]: who could take a seat, with the steps to it, the level, and how ready that makes them.
//! - [`Cover`]: for how many seats with reports somebody is ready.
//!
//! ```
//! use bagan::career::{Cover, Ladder, Readiness};
//! use bagan::{OrgBuilder, Seniority};
//!
//! let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
//! org.position("cmo", "cmo").holder("sari");
//! org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").level(Seniority::Senior);
//! org.position("seo", "specialist").holder("budi").reports_to("dmm").level(Seniority::Mid);
//! org.position("social", "specialist").holder("putri").reports_to("dmm").level(Seniority::Entry);
//! let org = org.build()?;
//!
//! let ladder = Ladder::of(&org);
//! let role = |id| org.role(id).ok_or("no such role");
//! assert_eq!(ladder.fewest_steps(role("specialist")?, role("cmo")?), Some(3));
//!
//! let dmm = org.position("dmm").ok_or("no such position")?;
//! let candidates = ladder.candidates(dmm);
//! let found: Vec<_> = candidates.iter().map(|candidate| (candidate.person, candidate.readiness)).collect();
//! assert_eq!(found, [("budi", Readiness::Next(1)), ("putri", Readiness::TooEarly(1))]);
//!
//! let cover = Cover::of(&ladder);
//! assert_eq!((cover.covered(), cover.seats()), (1, 2));
//! assert!(cover.uncovered().map(|seat| seat.id()).eq(["cmo"]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # One reading of the ladder
//! A role leads to the roles that it states as `next`, in that order. One that states nothing leads to every role of the
//! org, built in or stated, of the classes that careers of its class lead on to ([`ClassFacts::next`](crate::ClassFacts::next),
//! S21, S22): class by class in the order of the facts, and by id within a class. Whatever asks for a step, a figure or a
//! rule, asks this. Neither reading lets a role lead to itself.
//!
//! Architecture invariant: a level or a step that is not stated is never guessed. What is not known is an answer of its
//! own ([`Readiness::Unknown`]), and nothing here says who *should* be promoted.

mod candidates;
mod circle;
mod count;
mod cover;
mod ladder;
mod paths;
mod reach;
mod readiness;
mod teams;

pub use circle::Circle;
pub use count::NoCount;
pub use cover::Cover;
pub use ladder::Ladder;
pub use paths::Paths;
pub use readiness::{Candidate, LevelFit, Readiness, Standing};
