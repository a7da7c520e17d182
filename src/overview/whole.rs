//! All figures of an org, by topic.

use crate::calendar::Date;
use crate::check::Settings;
use crate::org::{Org, Profile};
use crate::overview::figure::{Figure, Topic};
use crate::overview::scene::Scene;
use crate::overview::{accountability, money, people, risk, shape};
use crate::risk::Assumptions;

/// The figures of an org on a day, by topic, to be read top down.
///
/// Printed, it is the screen of `bagan metrics`; serialised, its object.
#[derive(Debug, Clone)]
pub struct Overview<'o> {
    scene: Scene<'o>,
    topics: Vec<(Topic, Vec<Figure<'o>>)>,
}

impl<'o> Overview<'o> {
    /// Takes the figures, compared with the thresholds of the org's own policy, and failures as independent.
    ///
    /// The tail of a loss is that of the worst 5% of years. Costs O(n log n) but for bottlenecks, which are left out
    /// above 10,000 positions, and what depends on dotted lines; see [`metrics`](crate::metrics).
    #[must_use]
    pub fn of(org: &'o Org, on: Date) -> Self {
        let profile = org.policy().profile.unwrap_or(Profile::ScaleUp);
        Self::with(org, on, profile, Assumptions::INDEPENDENT)
    }

    /// Takes the figures, compared with the thresholds of a profile under the org's own, and with what the caller
    /// assumes of failures, which no org states.
    #[must_use]
    pub fn with(org: &'o Org, on: Date, profile: Profile, assumed: Assumptions) -> Self {
        let settings = Settings::new(profile, org.policy());
        let scene = Scene { org, on, profile, settings, assumed };
        let figures = |topic| match topic {
            Topic::Shape => shape::figures(&scene),
            Topic::Money => money::figures(&scene),
            Topic::Accountability => accountability::figures(&scene),
            Topic::Risk => risk::figures(&scene),
            Topic::People => people::figures(&scene),
        };
        let topics = Topic::ALL.iter().map(|topic| (*topic, figures(*topic))).collect();
        Self { scene, topics }
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &'o Org {
        self.scene.org
    }

    /// Returns the day that the figures are of.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.scene.on
    }

    /// Returns the profile whose thresholds figures are compared with, under those that the org states.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.scene.profile
    }

    /// Returns what is assumed of failures.
    #[must_use]
    pub fn assumptions(&self) -> Assumptions {
        self.scene.assumed
    }

    /// Returns the topics in their order, each with its figures.
    pub fn topics(&self) -> impl ExactSizeIterator<Item = (Topic, &[Figure<'o>])> {
        self.topics.iter().map(|(topic, figures)| (*topic, figures.as_slice()))
    }

    /// Finds a figure by its name.
    #[must_use]
    pub fn figure(&self, topic: Topic, name: &str) -> Option<&Figure<'o>> {
        let (_, figures) = self.topics.iter().find(|(own, _)| *own == topic)?;
        figures.iter().find(|figure| figure.name == name)
    }
}
