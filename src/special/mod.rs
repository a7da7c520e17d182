//! Special functions: tails of the beta, the gamma and Student's t distribution.
//!
//! Owns the regularised incomplete beta and gamma functions and what they are made of. Both are computed as a power of the
//! distance from the mean times a continued fraction or a series, so that large parameters cost steps and not digits.
//!
//! Architecture invariant: the transcendental functions come from `libm`, so that a figure has the same bits on every
//! machine; arguments are the callers' to check.

#![allow(clippy::float_arithmetic, reason = "probabilities are floats; no balance is")]

mod beta;
#[cfg(feature = "simulate")]
mod gamma;
mod stirling;
#[cfg(feature = "simulate")]
mod student;

pub(crate) use beta::beta;
#[cfg(feature = "simulate")]
pub(crate) use gamma::{Tails, gamma};
#[cfg(feature = "simulate")]
pub(crate) use student::{two_sided, upper_quantile};
