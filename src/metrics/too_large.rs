//! The error of a figure that is not computed unasked.

/// A figure that may take too long, and is computed only when asked for: by the method's twin `…_at_any_size`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{figure} may take long: there are {size} {unit}, and up to {most} it is computed unasked")]
#[non_exhaustive]
pub struct TooLarge {
    /// What was to be computed.
    pub figure: &'static str,
    /// What is counted: `nodes`, or `junctions`, where lines meet.
    pub unit: &'static str,
    /// How many there are.
    pub size: u32,
    /// Up to how many it is computed unasked.
    pub most: u32,
}

impl TooLarge {
    pub(crate) fn check(figure: &'static str, unit: &'static str, size: u32, most: u32) -> Result<(), Self> {
        if size <= most { Ok(()) } else { Err(Self { figure, unit, size, most }) }
    }
}
