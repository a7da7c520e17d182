//! [`Template`]: the six designs.

use crate::org::Org;
use crate::spec::OrgSpec;
use crate::templates::error::TemplateError;
use crate::templates::layout::Layout;
use crate::templates::shapes;
use crate::templates::size::TeamSize;
use crate::templates::sketch::Sketch;
use crate::words::word_enum;

word_enum! {
    /// A way to organise a marketing team.
    ///
    /// What no source is named for is general knowledge.
    pub enum Template ("template") {
        /// The founder decides, and a few generalists do everything.
        ///
        /// The chief executive holds the whole budget, keeps two fifths of it in hand, and passes money on to each
        /// person directly; a DMM leads the work, runs channels too, and decides what, not why. There are no leads and
        /// no second manager.
        ///
        /// It fits the first years: until it is known which channels work, range is worth more than depth
        /// ([RelayMag](https://relaymag.com/first-marketing-hire)). It is bad at growing: every request for money ends on
        /// one desk, and what the founder knows is with the founder alone (general knowledge).
        FounderLed = "founder-led",
        /// One DMM for each group of channels, under a CMO who holds the budget.
        ///
        /// The CMO delegates to the DMMs, and they to their specialists; each channel has one home.
        ///
        /// It fits a house with one market and channels that ask for depth: responsibilities are clear, and skills deepen.
        /// It is bad at the whole: teams become silos and lose sight of the goal that they share
        /// ([MassivelyUseful](https://www.massivelyuseful.cc/hitchhikers-guide-to-the-marketing-galaxy/organizing-your-marketing-team-options-for-startups)
        /// on both).
        FunctionalByChannel = "functional-by-channel",
        /// One DMM for each segment of customers, with all channels and a budget of its own.
        ///
        /// Each pod answers for the business with its segment, and has the people and the money for it; the CMO sets the
        /// strategy and holds no money.
        ///
        /// It fits segments that differ: a pod owns its result from idea to execution, and decides faster
        /// ([Publicis Sapient](https://knowledge.publicissapient.com/04/6309714038112-mp4-hdnv.html)). It is bad at depth
        /// and thrift: every pod does everything, so that work and tools are there several times, and the experts of one
        /// channel sit apart (general knowledge).
        PodsBySegment = "pods-by-segment",
        /// A centre of excellence, and teams in the business units with dotted lines to it.
        ///
        /// The hub has a senior for every channel and a creative studio, under the CMO; spokes report to the business,
        /// spend its money, and run some channels, each specialist with a dotted line to the hub's senior.
        ///
        /// It fits a house of several businesses under one brand: operations, brand and creation are central, and the
        /// spokes sit in the business units
        /// ([Cella](https://www.cellainc.com/insights/blog/organizational-structures-centralization-and-consolidation-answer/)).
        /// It is bad at balance: the hub becomes a bottleneck, or is left alone
        /// ([Team Builder Search](https://teambuildersearch.com/?p=4995)).
        HubAndSpoke = "hub-and-spoke",
        /// A solid line to the manager of the channel, and a dotted one to the manager of a segment.
        ///
        /// The DMMs of the channels lead the people and have the money, delegated by the CMO, and decide what; the DMMs of
        /// the segments answer for the business with them, decide why, and have neither.
        ///
        /// It fits experts whom several segments need: they go where the work is. It is bad at priorities: with two
        /// superiors it is unclear whose word counts
        /// ([MassivelyUseful](https://www.massivelyuseful.cc/hitchhikers-guide-to-the-marketing-galaxy/organizing-your-marketing-team-options-for-startups)
        /// on both).
        Matrix = "matrix",
        /// DMMs in the house who hold the budget and approve, and an agency that runs the channels.
        ///
        /// Contacts at the agency, of the class `external`, report to the DMMs and spend more than half of the money, or
        /// half where a DMM has one channel, within their limits; a specialist in the house knows each channel, briefs the
        /// agency, and answers for the result.
        ///
        /// It fits a strategy that is the house's own, and channels whose craft is deeper than a house can keep
        /// ([The Marketing Juice](https://themarketingjuice.com/?p=66725)). It is bad at closeness: an agency has other
        /// clients, and knows the business from outside ([Team Builder Search](https://teambuildersearch.com/?p=4995)).
        InHouseWithAgency = "in-house-with-agency",
    }
}

impl Template {
    /// Returns what the template is, in one line.
    #[must_use]
    pub fn summary(self) -> &'static str {
        match self {
            Self::FounderLed => "the founder holds the money, and a few generalists do everything",
            Self::FunctionalByChannel => {
                "one DMM for each group of channels, under a CMO who holds the budget"
            }
            Self::PodsBySegment => "one DMM for each segment, with all channels and a budget of its own",
            Self::HubAndSpoke => {
                "a centre of excellence, and teams in the business units with dotted lines to it"
            }
            Self::Matrix => "a solid line to the manager of the channel, a dotted one to that of a segment",
            Self::InHouseWithAgency => {
                "DMMs in the house hold the budget and approve, and an agency runs the channels"
            }
        }
    }

    /// Returns the fewest and the most channels that the template takes.
    #[must_use]
    pub fn channels_range(self) -> (usize, usize) {
        match self {
            Self::FounderLed => (1, 20),
            // With more there would be head counts too large for two pods and too small for three.
            Self::PodsBySegment => (1, 60),
            Self::HubAndSpoke => (1, 96),
            Self::FunctionalByChannel | Self::Matrix | Self::InHouseWithAgency => (2, 100),
        }
    }

    /// Returns the fewest and the most people that the template takes with so many channels; none if it does not take those.
    ///
    /// ```
    /// use bagan::templates::Template;
    ///
    /// assert_eq!(Template::FounderLed.people_range(6), Some((6, 14)));
    /// assert_eq!(Template::FounderLed.people_range(40), None);
    /// ```
    #[must_use]
    pub fn people_range(self, channels: usize) -> Option<(u32, u32)> {
        let (least, most) = self.channels_range();
        if channels < least || most < channels { None } else { Layout::people(self, channels) }
    }

    /// Draws the template at a size, as an org file states it: to be edited, written and built.
    ///
    /// ```
    /// use bagan::templates::{TeamSize, Template};
    ///
    /// let spec = Template::Matrix.spec(&TeamSize::new(30, "250000.01", "EUR", 2027)?)?;
    /// let lent = spec.positions.values().filter(|position| !position.dotted_lines.is_empty());
    /// assert_eq!(lent.count(), 16);
    /// # Ok::<(), bagan::templates::TemplateError>(())
    /// ```
    ///
    /// # Errors
    /// More or fewer channels or people than the template takes, or money that is not enough or too much; the error says
    /// what it takes.
    pub fn spec(self, size: &TeamSize) -> Result<OrgSpec, TemplateError> {
        let channels = size.channels.len();
        let (least, most) = self.channels_range();
        let layout = Layout::of(self, size.people, channels);
        let (false, Some(layout)) = (channels < least || most < channels, layout) else {
            let Some((least, most)) = self.people_range(channels) else {
                return Err(TemplateError::Channels { template: self, channels, least, most });
            };
            let people = size.people;
            return Err(TemplateError::People { template: self, people, channels, least, most });
        };
        let mut sketch = Sketch::new(self, size);
        match self {
            Self::FounderLed => shapes::founder_led(&mut sketch, &layout),
            Self::FunctionalByChannel => shapes::functional(&mut sketch, &layout),
            Self::PodsBySegment => shapes::pods(&mut sketch, &layout),
            Self::HubAndSpoke => shapes::hub_and_spoke(&mut sketch, &layout),
            Self::Matrix => shapes::matrix(&mut sketch, &layout),
            Self::InHouseWithAgency => shapes::with_agency(&mut sketch, &layout),
        }?;
        Ok(sketch.finish())
    }

    /// Draws the template at a size, and builds the org.
    ///
    /// # Errors
    /// As [`spec`](Self::spec).
    pub fn org(self, size: &TeamSize) -> Result<Org, TemplateError> {
        Org::try_from(self.spec(size)?).map_err(TemplateError::Build)
    }
}
