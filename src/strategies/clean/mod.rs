//! Orgs about which no rule has anything to say.
//!
//! Owns the strategy behind `clean_spec` and `clean_org`. An org is planned in steps, each of which keeps what the
//! ones before it promise: the lines, the people in the seats, the channels, the money from the top down, who
//! works with whom, who answers for what, the ladder and the KPIs, and what else a tidy org states.
//!
//! Architecture invariant: a fault is never made and then mended or thrown away. Whoever adds a rule that a plan
//! breaks changes the step that breaks it.

mod answers;
mod channels;
mod details;
mod evening;
mod ladders;
mod lines;
mod money;
mod partners;
mod people;
mod plan;
mod purses;
mod raw;

pub(super) use plan::spec;
