//! In-house with an agency: budgets and approvals in the house, most of the spending outside.

use crate::role::DecisionRight;
use crate::templates::error::TemplateError;
use crate::templates::layout::Layout;
use crate::templates::shapes::top::{RESERVE, executives, fund_each};
use crate::templates::sketch::Sketch;
use crate::templates::team::Seat;

pub(in crate::templates) fn with_agency(
    sketch: &mut Sketch<'_>,
    layout: &Layout,
) -> Result<(), TemplateError> {
    let (ceo, cmo) = executives(sketch, layout.heads);
    for unit in &layout.units {
        sketch.team_of_channels(unit, &cmo);
    }
    for member in sketch.teams.clone().iter().flat_map(|team| &team.members) {
        // The house decides how, the agency what is done next.
        let right = if member.seat == Seat::Agency { DecisionRight::WhatNow } else { DecisionRight::How };
        sketch.edit(&member.id, |position, _| position.decides = vec![right]);
    }
    fund_each(sketch, &[&ceo, &cmo], layout.units.iter().map(|unit| unit.channels.len()), RESERVE)
}
