//! Risk figures: how likely outcomes are to fail, alone and together, and what that costs whom.
//!
//! Owns the exact calculations (any of n, counts of failures, one common factor, fault trees, loss distributions with
//! their tails, intervals for a proportion that was counted) and the figures of an org that are made of them: what a position bears
//! ([`burden`], [`burdens`]) and how likely an outcome fails through those it rests on ([`outcome_risk`]).
//!
//! Probabilities are of one fiscal year, from 0 to 1. A statistic of money, such as an expected loss, is a float in
//! minor units while it is computed and [`Money`](crate::Money), rounded once, where it is a figure of an org.
//!
//! # What answers which question
//! | question | answer |
//! |---|---|
//! | does any of n independent things fail; do all | [`any_of`]; [`OneFactor::all`] with [`Correlation::INDEPENDENT`] |
//! | how many of them fail | [`poisson_binomial`] |
//! | the same under one common factor (Vasicek) | [`OneFactor::any`], [`all`](OneFactor::all), [`pmf`](OneFactor::pmf); [`failure_correlation`] |
//! | what share of very many fails | [`large_group_cdf`], [`large_group_quantile`] |
//! | a fault tree, a chain in which all must accept, any of n, k of n, paths side by side (Sah and Stiglitz; reliability) | [`FaultTree::any`], [`all`](FaultTree::all), [`at_least`](FaultTree::at_least), then [`probability`](FaultTree::probability) |
//! | upper bound by minimal cuts | [`any_of`] the products of each cut; their plain sum is the rare-event bound |
//! | losses and their tails | [`LossDistribution`]: [`value_at_risk`](LossDistribution::value_at_risk), [`conditional_value_at_risk`](LossDistribution::conditional_value_at_risk); other means of a tail from [`iter`](LossDistribution::iter) |
//! | a proportion that was counted | [`wilson`], [`clopper_pearson`], [`jeffreys`]; others are made with [`normal_quantile`] |
//! | an outcome of an org, a position, a team | [`outcome_risk`], [`burden`], [`burdens`], [`any_fails`], [`expected_loss`] |
//!
//! Architecture invariant: nothing here approximates silently. A calculation is exact up to rounding, or states its
//! error; above a stated size it is a [`RiskError`]. What the org does not state is not made up: the figure is `None`
//! and says what is lacking. Correlation and level are the caller's, for nobody knows them better.

#![allow(clippy::float_arithmetic, reason = "probabilities and statistics are floats; no balance is")]

mod assumptions;
mod burden;
mod causes;
mod count;
mod diagram;
#[cfg(feature = "simulate")]
mod draws;
mod error;
mod factor;
mod fault_diagrams;
mod fault_tree;
mod joint;
mod large_group;
mod loss;
mod normal;
mod outcome;
mod proportion;
mod steps;
mod tail;
mod trapezoid;

pub use assumptions::{Assumptions, Both};
pub use burden::{Burden, Loss, any_fails, burden, burdens, expected_loss};
pub(crate) use causes::lacks_probability;
pub use count::{any_of, poisson_binomial};
#[cfg(feature = "simulate")]
pub(crate) use draws::{Failed, FailureDraws};
pub use error::RiskError;
#[cfg(feature = "simulate")]
pub(crate) use error::inside;
pub use factor::{Correlation, OneFactor};
pub use fault_tree::{FaultPart, FaultTree};
pub use large_group::{failure_correlation, large_group_cdf, large_group_quantile};
pub use loss::LossDistribution;
#[cfg(feature = "simulate")]
pub(crate) use normal::quantile;
pub use normal::{normal_cdf, normal_quantile};
pub use outcome::{OutcomeRisk, outcome_risk};
pub use proportion::{Proportion, clopper_pearson, jeffreys, wilson};
pub use tail::LEVEL_TOLERANCE;
#[cfg(feature = "simulate")]
pub(crate) use tail::Tail;
