//! [`TeamSize`]: how large a team is to be.

use std::collections::BTreeSet;

use crate::calendar::{Calendar, Interval};
use crate::id::check_id;
use crate::money::{Amount, Currency, Money};
use crate::templates::error::TemplateError;
use crate::templates::words::{CHANNELS, channel_name};

/// How large a team is: people, budget, channels and the fiscal year that its money is for.
///
/// ```
/// use bagan::templates::TeamSize;
///
/// let size = TeamSize::new(24, 12_000_000_000, "IDR", 2027)?;
/// assert_eq!(size.channel_ids().count(), 6); // unless you name your own
/// let size = size.named_channels([("seo", "Search engine optimisation"), ("广告", "")])?;
/// assert_eq!(size.channel_ids().collect::<Vec<_>>(), ["seo", "广告"]);
/// assert!(size.channels(["seo", "seo"]).is_err());
/// # Ok::<(), bagan::templates::TemplateError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamSize {
    pub(super) people: u32,
    pub(super) budget: Money,
    pub(super) currency: Currency,
    /// The id of each channel, and its name, empty where it has none.
    pub(super) channels: Vec<(String, String)>,
    /// The fiscal year: that calendar year.
    pub(super) year: Interval,
}

impl TeamSize {
    /// Sizes a team by its people, its budget, the ISO 4217 code of its currency, and a fiscal year from 1 January on.
    ///
    /// The budget follows the file format: a whole number counts major units, a text such as `"12.50"` is exact. The
    /// channels are six usual ones until others are named.
    ///
    /// # Errors
    /// A currency, a budget or a year that is none. Whether a template takes the size is for [`Template`] to say.
    ///
    /// [`Template`]: crate::templates::Template
    pub fn new(
        people: u32,
        budget: impl Into<Amount>,
        currency: &str,
        fiscal_year: i16,
    ) -> Result<Self, TemplateError> {
        let currency = Currency::from_code(currency)?;
        let budget = budget.into().resolve(currency)?;
        if budget.is_negative() {
            return Err(TemplateError::NegativeBudget { budget: currency.display(budget).to_string() });
        }
        let channels = CHANNELS.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect();
        Ok(Self { people, budget, currency, channels, year: year(fiscal_year)? })
    }

    /// Names the channels by their ids, in place of the usual ones; those that are usual keep their names.
    ///
    /// Channels that follow each other are kept together where a template divides them.
    ///
    /// # Errors
    /// An id that is none, or is named twice.
    pub fn channels<I: AsRef<str>>(
        self,
        channels: impl IntoIterator<Item = I>,
    ) -> Result<Self, TemplateError> {
        let named = |id: I| (id.as_ref().to_owned(), channel_name(id.as_ref()).to_owned());
        self.with(channels.into_iter().map(named).collect())
    }

    /// Names the channels by their ids and their names for people to read, which may be empty.
    ///
    /// # Errors
    /// An id that is none, or is named twice.
    pub fn named_channels<I: Into<String>, N: Into<String>>(
        self,
        channels: impl IntoIterator<Item = (I, N)>,
    ) -> Result<Self, TemplateError> {
        self.with(channels.into_iter().map(|(id, name)| (id.into(), name.into())).collect())
    }

    fn with(self, channels: Vec<(String, String)>) -> Result<Self, TemplateError> {
        let mut seen = BTreeSet::new();
        for (channel, _) in &channels {
            check_id(channel)
                .map_err(|fault| TemplateError::ChannelId { channel: channel.clone(), fault })?;
            if !seen.insert(channel) {
                return Err(TemplateError::DuplicateChannel { channel: channel.clone() });
            }
        }
        Ok(Self { channels, ..self })
    }

    /// Returns how many people the team has.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.people
    }

    /// Returns the budget of the fiscal year.
    #[must_use]
    pub fn budget(&self) -> Money {
        self.budget
    }

    /// Returns the ids of the channels, in the order in which they are divided.
    pub fn channel_ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.channels.iter().map(|(id, _)| id.as_str())
    }
}

/// Returns the fiscal year that begins in a calendar year, of those that an org file can state.
fn year(year: i16) -> Result<Interval, TemplateError> {
    let calendar = Calendar::default();
    let first = calendar.fiscal_year_starts().in_year(year).filter(|_| (1..=9998).contains(&year));
    first.map(|first| calendar.fiscal_year(first)).ok_or(TemplateError::FiscalYear { year })
}
