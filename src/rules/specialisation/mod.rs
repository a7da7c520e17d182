//! `SPC`: who covers which channel. Owns the rules about depth and breadth (S02, S07, S08).
//!
//! Architecture invariant: no rule here looks at money.

mod channel_without_specialist;
mod specialist_without_channel;
mod too_many_channels;

pub use channel_without_specialist::ChannelWithoutSpecialist;
pub use specialist_without_channel::SpecialistWithoutChannel;
pub use too_many_channels::TooManyChannels;
