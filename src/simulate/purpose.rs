//! What random numbers are drawn for.

/// What random numbers are drawn for: each purpose of each entity has a stream of its own.
///
/// A design that draws once more for one purpose still sees the same numbers for all others, which is what makes two
/// designs comparable draw by draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Purpose {
    /// When requests arrive.
    Arrivals,
    /// How much is asked for.
    Amounts,
    /// How long work takes.
    Service,
    /// When somebody is away, and for how long.
    Absence,
    /// When somebody leaves.
    Leaving,
    /// How long an empty seat takes to fill.
    Filling,
    /// What fails, and when.
    Failures,
    /// What somebody decides.
    Judgement,
    /// Whether an empty seat is filled from within, who takes it, and how long that takes.
    Promotion,
    /// How long it takes to learn a job.
    Onboarding,
    /// Whether a request is worth its money.
    Quality,
    /// What a platform serves of what was asked for.
    Delivery,
}

impl Purpose {
    /// Every purpose, in the order of the enum.
    pub const ALL: &'static [Self] = &[
        Self::Arrivals,
        Self::Amounts,
        Self::Service,
        Self::Absence,
        Self::Leaving,
        Self::Filling,
        Self::Failures,
        Self::Judgement,
        Self::Promotion,
        Self::Onboarding,
        Self::Quality,
        Self::Delivery,
    ];

    /// The number that the purpose has in a key: never changed and never used again, or old figures could not be
    /// reproduced.
    pub(super) const fn code(self) -> u64 {
        match self {
            Self::Arrivals => 1,
            Self::Amounts => 2,
            Self::Service => 3,
            Self::Absence => 4,
            Self::Leaving => 5,
            Self::Filling => 6,
            Self::Failures => 7,
            Self::Judgement => 8,
            Self::Promotion => 9,
            Self::Onboarding => 10,
            Self::Quality => 11,
            Self::Delivery => 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_that_were_given() {
        let codes: Vec<u64> = Purpose::ALL.iter().map(|purpose| purpose.code()).collect();
        assert_eq!(codes, (1..=12).collect::<Vec<_>>());
    }
}
