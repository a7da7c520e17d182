//! The README's examples, compiled and run with the doctests.

/// Stands for the README.
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
