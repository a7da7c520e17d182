//! An overview as a screen of text, and as the object that programs read.
//!
//! Owns how every figure reads: counts with their noun, shares in percent, what the policy asks beside it.

mod json;
mod text;
mod words;
