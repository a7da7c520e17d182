//! [`Crew`]: of whom a DMM's team is made up, for how many people it has and how many channels it runs.

/// What kind of team a DMM leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Specialists and creative people, with leads where there are many.
    InHouse,
    /// The same without leads: all report to the one who leads.
    Flat,
    /// Senior specialists alone.
    Seniors,
    /// As in-house, and contacts of an agency that runs the channels.
    WithAgency,
}

/// How many of whom report to a DMM, directly or to a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Crew {
    pub(super) agencies: usize,
    pub(super) specialists: usize,
    pub(super) contributors: usize,
    /// How many of the specialists lead others; none of a small team.
    pub(super) leads: usize,
}

/// With more reports than these a team gets leads.
const DIRECT: usize = 8;
/// Of how many specialists, the lead included, there is one lead.
const LED: usize = 6;

impl Kind {
    /// Returns the fewest people who can run so many channels.
    pub(super) fn least(self, channels: usize) -> usize {
        let agencies = self.agencies(channels);
        // A manager of one is a layer too many (RPT006), and a specialist runs two channels at most (S08).
        agencies + run(channels).max(2_usize.saturating_sub(agencies))
    }

    /// Returns the most people: no span is above ten.
    pub(super) fn most(self) -> usize {
        match self {
            Self::Flat => 10,
            Self::InHouse => 50,
            Self::Seniors => 48,
            Self::WithAgency => 40,
        }
    }

    fn agencies(self, channels: usize) -> usize {
        if self == Self::WithAgency { channels.min(2) } else { 0 }
    }
}

impl Crew {
    /// Makes a crew of so many people, who are neither too few nor too many.
    pub(super) fn of(kind: Kind, people: usize, channels: usize) -> Self {
        let agencies = kind.agencies(channels);
        let own = people.saturating_sub(agencies);
        let creative = if kind == Kind::Seniors { 0 } else { (own / 3).min(2) };
        let contributors = creative.min(own.saturating_sub(run(channels)));
        let specialists = own - contributors;
        let flat = kind == Kind::Flat || people <= DIRECT;
        let leads = if flat { 0 } else { specialists.div_ceil(LED).max(2) };
        Self { agencies, specialists, contributors, leads }
    }
}

/// Returns how many specialists it takes to run so many channels.
fn run(channels: usize) -> usize {
    channels.div_ceil(2).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crew_is_complete_and_no_span_is_above_ten() {
        for kind in [Kind::InHouse, Kind::Flat, Kind::Seniors, Kind::WithAgency] {
            for channels in 1..=100 {
                for people in kind.least(channels)..=kind.most() {
                    let crew = Crew::of(kind, people, channels);
                    let Crew { agencies, specialists, contributors, leads } = crew;
                    assert_eq!(agencies + specialists + contributors, people, "{kind:?} {channels}");
                    assert!(channels <= 2 * specialists && 2 <= people, "{kind:?} {channels} {crew:?}");
                    let own = if leads == 0 { specialists } else { leads };
                    assert!(agencies + contributors + own <= 10, "{kind:?} {channels} {crew:?}");
                    assert!(leads == 0 || 2 * leads <= specialists, "{kind:?} {channels} {crew:?}");
                    assert!(specialists.div_ceil(leads.max(1)) <= 11, "{kind:?} {channels} {crew:?}");
                }
            }
        }
    }
}
