//! [`Team`]: a DMM's team, drawn.

use std::ops::Range;

use crate::templates::crew::{Crew, Kind};
use crate::templates::layout::{Unit, part};
use crate::templates::sketch::{Sketch, stem};
use crate::templates::words::list;

/// What somebody is in a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seat {
    /// A contact at an agency.
    Agency,
    /// A specialist, senior ones included.
    Specialist,
    /// A specialist who leads others.
    Lead,
}

/// Somebody who runs channels.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) id: String,
    pub(super) seat: Seat,
    pub(super) channels: Vec<usize>,
    /// The place of the lead among the members, if one stands between the member and the DMM.
    pub(super) lead: Option<usize>,
}

/// A DMM and those whom the DMM leads.
#[derive(Debug, Clone)]
pub(super) struct Team {
    pub(super) manager: String,
    /// What the ids of the team's own end with, such as the segment; nothing where each channel is one team's.
    pub(super) tag: String,
    /// What the team is for, as part of an id.
    pub(super) name: String,
    /// Whoever runs channels; those who are led follow their lead.
    pub(super) members: Vec<Member>,
    /// Copywriters and designers.
    pub(super) creatives: Vec<String>,
}

/// The manager of a team to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manager<'m> {
    pub(super) name: &'m str,
    pub(super) tag: &'m str,
    pub(super) title: &'m str,
    pub(super) reports_to: &'m str,
}

impl Sketch<'_> {
    /// Draws a DMM and a team; returns its place among the teams.
    pub(super) fn team(&mut self, manager: Manager<'_>, unit: &Unit) -> usize {
        let Manager { name, tag, title, reports_to } = manager;
        let id = self.seat(&format!("dmm-{name}"), "digital-marketing-manager", Some(reports_to));
        self.edit(&id, |position, _| position.title = Some(title.to_owned()));
        let crew = Crew::of(unit.kind, unit.people, unit.channels.len());
        let mut team = Team {
            manager: id,
            tag: tag.to_owned(),
            name: name.to_owned(),
            members: Vec::new(),
            creatives: Vec::new(),
        };
        self.agencies(&mut team, crew, unit);
        self.specialists(&mut team, crew, unit);
        let roles = [("copywriter", "copywriter"), ("designer", "graphic-designer")];
        for (name, role) in roles.iter().take(crew.contributors) {
            team.creatives.push(self.numbered(&tagged(name, tag), role, &team.manager));
        }
        self.teams.push(team);
        self.teams.len() - 1
    }

    /// Draws a DMM of a group of channels, named by the first of them.
    pub(super) fn team_of_channels(&mut self, unit: &Unit, reports_to: &str) -> usize {
        let names: Vec<&str> = unit.channels.clone().map(|channel| self.channel(channel).1).collect();
        // A title that lists many channels is no title.
        let title = match names.as_slice() {
            [first, .., last] if 3 < names.len() => format!("Digital marketing manager, {first} to {last}"),
            names => format!("Digital marketing manager, {}", list(names)),
        };
        let name = stem(self.channel(unit.channels.start).0);
        self.team(Manager { name, tag: "", title: &title, reports_to }, unit)
    }

    fn agencies(&mut self, team: &mut Team, crew: Crew, unit: &Unit) {
        for agency in 0..crew.agencies {
            let channels = part(unit.channels.len(), crew.agencies, agency);
            let channels: Vec<usize> = channels.map(|channel| unit.channels.start + channel).collect();
            let names: Vec<&str> = channels.iter().map(|channel| self.channel(*channel).1).collect();
            let (title, first) =
                (format!("Agency, {}", list(&names)), channels.first().copied().unwrap_or_default());
            let id = format!("agency-{}", stem(self.channel(first).0));
            let id = self.seat(&id, "external", Some(&team.manager));
            self.assign(&id, &channels);
            self.edit(&id, |position, _| position.title = Some(title));
            team.members.push(Member { id, seat: Seat::Agency, channels, lead: None });
        }
    }

    fn specialists(&mut self, team: &mut Team, crew: Crew, unit: &Unit) {
        for group in 0..crew.leads.max(1) {
            let group = part(crew.specialists, crew.leads.max(1), group);
            let mut own = group.map(|place| runs(&unit.channels, crew.specialists, place));
            let mut lead = None;
            if crew.leads != 0 {
                let Some(first) = own.next() else { continue };
                lead = Some(self.lead(team, first, own.clone().flatten()));
            }
            for channels in own {
                self.specialist(team, unit.kind, channels, lead);
            }
        }
    }

    /// Draws a lead; it knows a second channel of those whom it leads, if there is one (S08).
    fn lead(
        &mut self,
        team: &mut Team,
        mut channels: Vec<usize>,
        mut others: impl Iterator<Item = usize>,
    ) -> usize {
        let name = self.name_by_channel(&channels, &team.tag);
        let id = self.seat(&format!("{name}-lead"), "lead-specialist", Some(&team.manager));
        if let [own] = *channels {
            channels.extend(others.find(|other| *other != own));
        }
        self.assign(&id, &channels);
        team.members.push(Member { id, seat: Seat::Lead, channels, lead: None });
        team.members.len() - 1
    }

    fn specialist(&mut self, team: &mut Team, kind: Kind, channels: Vec<usize>, lead: Option<usize>) {
        let role = if kind == Kind::Seniors { "senior-specialist" } else { "specialist" };
        let above = lead.and_then(|lead| team.members.get(lead)).map_or(&team.manager, |lead| &lead.id);
        let id = self.numbered(&self.name_by_channel(&channels, &team.tag), role, above);
        self.assign(&id, &channels);
        team.members.push(Member { id, seat: Seat::Specialist, channels, lead });
    }

    fn name_by_channel(&self, channels: &[usize], tag: &str) -> String {
        tagged(stem(self.channel(channels.first().copied().unwrap_or_default()).0), tag)
    }

    fn numbered(&mut self, name: &str, role: &str, reports_to: &str) -> String {
        let number = self.number(name);
        self.seat(&format!("{name}-{number}"), role, Some(reports_to))
    }

    /// Assigns channels to a position.
    pub(super) fn assign(&mut self, id: &str, channels: &[usize]) {
        let channels = channels.iter().map(|channel| self.channel(*channel).0.to_owned()).collect();
        self.edit(id, |position, _| position.channels = channels);
    }
}

/// Adds a tag to a name, if there is one.
pub(super) fn tagged(name: &str, tag: &str) -> String {
    if tag.is_empty() { name.to_owned() } else { format!("{name}-{tag}") }
}

/// Returns what one of several specialists runs: one channel, or two where there are fewer specialists than channels.
fn runs(channels: &Range<usize>, specialists: usize, place: usize) -> Vec<usize> {
    let own = if channels.len() < specialists {
        let one = place * channels.len() / specialists.max(1);
        one..one + 1
    } else {
        part(channels.len(), specialists, place)
    };
    own.map(|channel| channels.start + channel).collect()
}
