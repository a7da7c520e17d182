//! The engine: one year of a design, event by event, on the ledger that decides every request.
//!
//! Owns when what happens. A minute is the unit of time, counted from the beginning of the first day; the ledger sees
//! civil dates. Whatever is drawn comes from the stream of its purpose and entity, so that the same requests come to every
//! design.
//!
//! Architecture invariant: no rule of spending is here. A request is spent by the ledger or not at all, and who may
//! approve it is asked of its decision.

mod agenda;
mod arrivals;
mod asking;
mod careers;
mod delivery;
mod desk;
mod hours;
mod judging;
mod plan;
mod staff;
mod standing_in;
mod succession;
mod tally;
mod trace;
mod working;
mod world;

pub(in crate::simulate) use plan::Plan;
pub(in crate::simulate) use tally::{Asked, Delivered, Refusal, Sat, Tally};
pub(in crate::simulate) use trace::Trace;
pub(in crate::simulate) use world::{Presence, World};
