//! What several templates have in common.

use crate::templates::error::TemplateError;
use crate::templates::layout::Unit;
use crate::templates::money::{Share, passed_on};
use crate::templates::sketch::Sketch;
use crate::templates::team::{Manager, Team};
use crate::templates::words::SEGMENTS;

/// How many percent of their money those who pass it on keep in hand.
pub(super) const RESERVE: i64 = 10;

/// Draws a chief executive, a CMO who answers for marketing, and the heads of other departments; returns the first two.
pub(super) fn executives(sketch: &mut Sketch<'_>, heads: usize) -> (String, String) {
    let ceo = sketch.seat("ceo", "ceo", None);
    let cmo = sketch.seat("cmo", "cmo", Some(&ceo));
    sketch.heads(heads, &ceo);
    sketch.chief.clone_from(&cmo);
    (ceo, cmo)
}

/// Draws a team that serves a segment, with ids that say so.
pub(super) fn segment_team(sketch: &mut Sketch<'_>, number: usize, unit: &Unit, reports_to: &str) -> usize {
    let (name, label) = SEGMENTS.get(number).copied().unwrap_or_default();
    let title = format!("Digital marketing manager, {label}");
    sketch.team(Manager { name, tag: name, title: &title, reports_to }, unit)
}

/// Returns the least that all teams can spend.
pub(super) fn least(sketch: &Sketch<'_>) -> i64 {
    sketch.teams.iter().map(Team::least).sum()
}

/// Lets one position hold the budget, delegate it to the DMMs by their channels, and these to their teams.
pub(super) fn fund_from(sketch: &mut Sketch<'_>, chief: &str, units: &[Unit]) -> Result<(), TemplateError> {
    let least = least(sketch);
    let budget = sketch.budget(least)?;
    sketch.grant(chief, budget, 10);
    let shares: Vec<Share> = units.iter().zip(&sketch.teams).map(by_channels).collect();
    let parts = sketch.split(passed_on(budget, RESERVE, least), &shares)?;
    for (team, amount) in parts.into_iter().enumerate() {
        let Some((manager, least)) = sketch.teams.get(team).map(|team| (team.manager.clone(), team.least()))
        else {
            continue;
        };
        sketch.delegate_to_manager(chief, &manager, amount);
        sketch.fund(team, &manager, passed_on(amount, RESERVE, least))?;
    }
    Ok(())
}

/// Lets each DMM hold a budget, in proportion to weights, and delegate it to the team.
pub(super) fn fund_each(
    sketch: &mut Sketch<'_>,
    overseers: &[&str],
    weights: impl Iterator<Item = usize>,
    kept_percent: i64,
) -> Result<(), TemplateError> {
    let budget = sketch.budget(least(sketch))?;
    let shares: Vec<Share> =
        weights.zip(&sketch.teams).map(|(weight, team)| Share::new(weight, team.least())).collect();
    for overseer in overseers {
        sketch.approves(overseer, budget, 10);
    }
    for (team, amount) in sketch.split(budget, &shares)?.into_iter().enumerate() {
        let Some((manager, least)) = sketch.teams.get(team).map(|team| (team.manager.clone(), team.least()))
        else {
            continue;
        };
        sketch.grant(&manager, amount, 20);
        sketch.fund(team, &manager, passed_on(amount, kept_percent, least))?;
    }
    Ok(())
}

fn by_channels((unit, team): (&Unit, &Team)) -> Share {
    Share::new(unit.channels.len(), team.least())
}
