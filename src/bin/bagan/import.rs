//! `bagan import`.
