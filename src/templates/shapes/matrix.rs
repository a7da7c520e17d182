//! Matrix: the money and the people with the DMMs of the channels, the business result with those of the segments.

use crate::role::DecisionRight;
use crate::templates::error::TemplateError;
use crate::templates::layout::Layout;
use crate::templates::shapes::top::{executives, fund_from};
use crate::templates::sketch::Sketch;
use crate::templates::team::Team;
use crate::templates::words::SEGMENTS;

pub(in crate::templates) fn matrix(sketch: &mut Sketch<'_>, layout: &Layout) -> Result<(), TemplateError> {
    let (_, cmo) = executives(sketch, layout.heads);
    for (name, label) in SEGMENTS.iter().take(layout.segments) {
        let id = sketch.seat(&format!("dmm-{name}"), "digital-marketing-manager", Some(&cmo));
        sketch.edit(&id, |position, _| {
            position.title = Some(format!("Digital marketing manager, {label}"));
            position.decides = vec![DecisionRight::Why];
        });
        sketch.segments.push(id);
    }
    for unit in &layout.units {
        let team = sketch.team_of_channels(unit, &cmo);
        let manager = sketch.teams.get(team).map(|team| team.manager.clone()).unwrap_or_default();
        sketch.edit(&manager, |position, _| position.decides = vec![DecisionRight::What]);
    }
    let members = sketch.teams.iter().flat_map(|team: &Team| &team.members);
    let members: Vec<String> = members.map(|member| member.id.clone()).collect();
    let segments = sketch.segments.clone();
    for (member, segment) in members.iter().zip(segments.iter().cycle()) {
        sketch.edit(member, |position, _| position.dotted_lines = vec![segment.clone()]);
    }
    fund_from(sketch, &cmo, &layout.units)
}
