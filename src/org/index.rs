//! Handles: where a thing stands in its org. Copied freely, compared in one step, meaningless in another org.

use std::num::NonZeroU32;

/// Declares a handle: the place at which a thing was stated, counted from 1, so that an `Option` is as small.
macro_rules! handle {
    ($(#[$meta:meta])* $vis:vis $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis struct $name(NonZeroU32);

        impl $name {
            /// Makes the handle of the thing stated at place `index`, from 0.
            pub(crate) fn new(index: usize) -> Self {
                let place = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
                Self(NonZeroU32::new(place).unwrap_or(NonZeroU32::MAX))
            }

            /// Returns the place at which the thing was stated, from 0.
            #[must_use]
            $vis const fn index(self) -> usize {
                self.0.get() as usize - 1
            }
        }
    };
}

handle!(
    /// The handle of a position in its org.
    pub PositionIx
);
handle!(
    /// The handle of a channel in its org.
    pub ChannelIx
);
handle!(
    /// The handle of a role in its org.
    pub RoleIx
);
handle!(
    /// The handle of a delegation in its org.
    pub DelegationIx
);
handle!(
    /// The handle of an outcome in its org.
    pub OutcomeIx
);
handle!(
    /// The handle of a KPI in its org.
    pub KpiIx
);
handle!(
    /// The handle of a platform in its org; outside, a platform is named by its id.
    pub(crate) PlatformIx
);
handle!(
    /// The handle of a waiver in its org.
    pub WaiverIx
);

/// Anything in an org that a finding can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// The org as a whole.
    Org,
    /// A position.
    Position(PositionIx),
    /// A channel.
    Channel(ChannelIx),
    /// A role.
    Role(RoleIx),
    /// A delegation.
    Delegation(DelegationIx),
    /// An outcome.
    Outcome(OutcomeIx),
    /// A KPI.
    Kpi(KpiIx),
    /// A waiver.
    Waiver(WaiverIx),
}

macro_rules! subject_from {
    ($($handle:ident => $variant:ident),+ $(,)?) => {
        $(impl From<$handle> for Subject {
            fn from(handle: $handle) -> Self {
                Self::$variant(handle)
            }
        })+
    };
}

subject_from!(
    PositionIx => Position,
    ChannelIx => Channel,
    RoleIx => Role,
    DelegationIx => Delegation,
    OutcomeIx => Outcome,
    KpiIx => Kpi,
    WaiverIx => Waiver,
);
