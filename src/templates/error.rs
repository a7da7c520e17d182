//! [`TemplateError`]: why a team cannot be drawn, and what could be.

use thiserror::Error;

use crate::id::IdError;
use crate::money::MoneyError;
use crate::org::BuildErrors;
use crate::templates::template::Template;

/// Tells why a template cannot be drawn at a size, and which sizes it takes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TemplateError {
    /// The currency is unknown, or the budget is no amount of it.
    #[error(transparent)]
    Money(#[from] MoneyError),

    /// The budget is below zero.
    #[error("a budget cannot be below zero, and {budget} was asked for")]
    #[non_exhaustive]
    NegativeBudget {
        /// The budget, with its currency.
        budget: String,
    },

    /// A channel has no id that can be one.
    #[error("`{channel}` cannot be the id of a channel: {fault}")]
    #[non_exhaustive]
    ChannelId {
        /// The id as it was given.
        channel: String,
        /// What is wrong with it.
        fault: IdError,
    },

    /// A channel was named twice.
    #[error("the channel `{channel}` was named twice")]
    #[non_exhaustive]
    DuplicateChannel {
        /// The id.
        channel: String,
    },

    /// The fiscal year is none that an org file can state.
    #[error("a fiscal year is one from 1 to 9998, and {year} was asked for")]
    #[non_exhaustive]
    FiscalYear {
        /// The year.
        year: i16,
    },

    /// The template is for more channels, or for fewer.
    #[error("`{template}` takes {least} to {most} channels, and {} asked for", count(*channels))]
    #[non_exhaustive]
    Channels {
        /// The template.
        template: Template,
        /// How many channels were asked for.
        channels: usize,
        /// The fewest it takes.
        least: usize,
        /// The most it takes.
        most: usize,
    },

    /// The template is for more people, or for fewer, with so many channels.
    #[error(
        "`{template}` takes {least} to {most} people with {channels} {}, and {} asked for",
        if *channels == 1 { "channel" } else { "channels" },
        count(*people as usize)
    )]
    #[non_exhaustive]
    People {
        /// The template.
        template: Template,
        /// How many people were asked for.
        people: u32,
        /// How many channels there are.
        channels: usize,
        /// The fewest it takes.
        least: u32,
        /// The most it takes.
        most: u32,
    },

    /// There is too little money for everybody who is to spend some, or more than an org can count.
    #[error(
        "`{template}` takes a budget of {least} to {most} for so many people, and {budget} was asked for"
    )]
    #[non_exhaustive]
    Budget {
        /// The template.
        template: Template,
        /// The budget, with its currency.
        budget: String,
        /// The least it takes: one minor unit for everybody who spends, on each of their channels.
        least: String,
        /// The most it takes.
        most: String,
    },

    /// What was drawn cannot be built; a fault of the template, to be reported.
    #[error("the org that was drawn cannot be built: {0}")]
    Build(BuildErrors),
}

/// Writes a number with its verb.
fn count(number: usize) -> String {
    format!("{number} {}", if number == 1 { "was" } else { "were" })
}
