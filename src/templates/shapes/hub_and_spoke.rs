//! Hub and spoke: seniors for every channel under the CMO, teams in the business units with dotted lines to them.

use crate::role::{DecisionRight, RoleClass};
use crate::spec::RoleSpec;
use crate::templates::crew::Crew;
use crate::templates::error::TemplateError;
use crate::templates::layout::{Layout, Unit};
use crate::templates::shapes::top::{RESERVE, executives, fund_each, segment_team};
use crate::templates::sketch::Sketch;
use crate::templates::team::Manager;

/// How many times as much the spokes have as the hub, which pays for tools and trials.
const SPOKES: usize = 4;

pub(in crate::templates) fn hub_and_spoke(
    sketch: &mut Sketch<'_>,
    layout: &Layout,
) -> Result<(), TemplateError> {
    let Some((hub, spokes)) = layout.units.split_first() else { return Ok(()) };
    let (ceo, cmo) = executives(sketch, layout.heads);
    let mut role = RoleSpec::new(RoleClass::CLevel);
    role.name = Some("Managing director of the business units".to_owned());
    sketch.spec.roles.insert("managing-director".to_owned(), role);
    let director = sketch.seat("managing-director", "managing-director", Some(&ceo));
    let title = "Head of the centre of excellence";
    let at_hub = sketch.team(Manager { name: "hub", tag: "hub", title, reports_to: &cmo }, hub);
    for (id, role) in
        [("copywriter", "copywriter"), ("designer", "graphic-designer")].iter().take(layout.studio)
    {
        let id = sketch.seat(id, role, Some(&cmo));
        sketch.studio.push(id);
    }
    let Some(centre) = sketch.teams.get(at_hub).map(|team| team.manager.clone()) else { return Ok(()) };
    decides(sketch, at_hub, DecisionRight::How);
    for (number, unit) in spokes.iter().enumerate() {
        let unit = Unit { channels: some_of(hub, unit, number, spokes.len()), ..unit.clone() };
        let team = segment_team(sketch, number, &unit, &director);
        lines_to_hub(sketch, team, &centre);
        decides(sketch, team, DecisionRight::WhatNow);
    }
    let people: usize = spokes.iter().map(|unit| unit.people).sum();
    let weights = std::iter::once(people.div_ceil(SPOKES)).chain(spokes.iter().map(|unit| unit.people));
    fund_each(sketch, &[&ceo, &cmo, &director], weights, RESERVE)
}

/// Returns the channels that a spoke runs: one for each of its specialists; the first spoke has the first channels, the last
/// one the last.
fn some_of(hub: &Unit, spoke: &Unit, number: usize, spokes: usize) -> std::ops::Range<usize> {
    let all = hub.channels.len();
    let own = Crew::of(spoke.kind, spoke.people, 1).specialists.min(all);
    let first = number * (all - own) / spokes.saturating_sub(1).max(1);
    first..first + own
}

/// Draws the dotted lines: of the DMM to the hub's, of each specialist to the senior of the channel.
fn lines_to_hub(sketch: &mut Sketch<'_>, team: usize, centre: &str) {
    let (Some(hub), Some(team)) = (sketch.teams.first().cloned(), sketch.teams.get(team).cloned()) else {
        return;
    };
    sketch.edit(&team.manager, |position, _| position.dotted_lines = vec![centre.to_owned()]);
    for member in &team.members {
        let first = member.channels.first();
        let senior =
            hub.members.iter().find(|senior| first.is_some_and(|first| senior.channels.contains(first)));
        sketch.edit(&member.id, |position, _| {
            position.dotted_lines = senior.map(|senior| senior.id.clone()).into_iter().collect();
        });
    }
}

/// Says what the specialists of a team decide.
fn decides(sketch: &mut Sketch<'_>, team: usize, right: DecisionRight) {
    let members = sketch.teams.get(team).map(|team| team.members.clone()).unwrap_or_default();
    for member in members {
        sketch.edit(&member.id, |position, _| position.decides = vec![right]);
    }
}
