//! Functional by channel: the CMO holds the budget, and each DMM a group of channels.

use crate::templates::error::TemplateError;
use crate::templates::layout::Layout;
use crate::templates::shapes::top::{executives, fund_from};
use crate::templates::sketch::Sketch;

pub(in crate::templates) fn functional(
    sketch: &mut Sketch<'_>,
    layout: &Layout,
) -> Result<(), TemplateError> {
    let (_, cmo) = executives(sketch, layout.heads);
    for unit in &layout.units {
        sketch.team_of_channels(unit, &cmo);
    }
    fund_from(sketch, &cmo, &layout.units)
}
