//! Founder-led: all money at the top, one team of generalists.

use crate::role::DecisionRight;
use crate::templates::error::TemplateError;
use crate::templates::layout::Layout;
use crate::templates::money::{Share, passed_on};
use crate::templates::sketch::Sketch;
use crate::templates::team::Manager;

/// How many percent the founder keeps in hand: less than what would be idle (BUD010).
const IN_HAND: i64 = 40;
/// How many channels the DMM runs beside leading.
const OWN: usize = 4;

pub(in crate::templates) fn founder_led(
    sketch: &mut Sketch<'_>,
    layout: &Layout,
) -> Result<(), TemplateError> {
    let founder = sketch.seat("ceo", "ceo", None);
    sketch.edit(&founder, |position, _| {
        position.title = Some("Founder and chief executive".to_owned());
        position.decides = vec![DecisionRight::Why, DecisionRight::What];
    });
    sketch.heads(layout.heads, &founder);
    sketch.chief.clone_from(&founder);
    let Some(unit) = layout.units.first() else { return Ok(()) };
    let title = "Digital marketing manager, all channels";
    let team = sketch.team(Manager { name: "growth", tag: "", title, reports_to: &founder }, unit);
    let Some((manager, least)) = sketch.teams.get(team).map(|team| (team.manager.clone(), team.least()))
    else {
        return Ok(());
    };
    let channels: Vec<usize> = unit.channels.clone().take(OWN).collect();
    sketch.assign(&manager, &channels);
    sketch.edit(&manager, |position, _| position.decides = vec![DecisionRight::What]);
    let budget = sketch.budget(least + 1)?;
    sketch.grant(&founder, budget, 4);
    let passed = passed_on(budget, IN_HAND, least + 1);
    // What the DMM spends is as much as on one channel.
    let shares = [Share::new(unit.channels.len(), least), Share::new(1, 1)];
    if let [to_team, to_manager] = *sketch.split(passed, &shares)? {
        sketch.delegate_in_general(&founder, &manager, to_manager, None);
        sketch.fund(team, &founder, to_team)?;
    }
    Ok(())
}
