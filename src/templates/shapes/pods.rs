//! Pods by segment: each DMM has all channels and a budget of its own.

use crate::templates::error::TemplateError;
use crate::templates::layout::Layout;
use crate::templates::shapes::top::{RESERVE, executives, fund_each, segment_team};
use crate::templates::sketch::Sketch;

pub(in crate::templates) fn pods(sketch: &mut Sketch<'_>, layout: &Layout) -> Result<(), TemplateError> {
    let (ceo, cmo) = executives(sketch, layout.heads);
    for (number, unit) in layout.units.iter().enumerate() {
        segment_team(sketch, number, unit, &cmo);
    }
    fund_each(sketch, &[&ceo, &cmo], layout.units.iter().map(|unit| unit.people), RESERVE)
}
