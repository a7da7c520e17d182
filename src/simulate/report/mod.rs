//! Outcomes as a table for people, and as the object that programs read.

mod json;
mod text;
