//! Comparing figures with vectors of others, and with what may be undefined.

use serde_json::Value;

pub(crate) use crate::shared::rows;

/// Whether two figures agree to 1e-9, of their size where that is above 1.
pub(crate) fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Asserts that a figure is as stated: `null` is undefined.
pub(crate) fn agrees(name: &str, figure: Option<f64>, row: &Value, key: &str) {
    let stated = row.get(key).unwrap_or_else(|| panic!("{name} has no {key}"));
    match (figure, stated.as_f64()) {
        (None, None) if stated.is_null() => {}
        (Some(figure), Some(stated)) if close(figure, stated) => {}
        _ => panic!("{name}: {key} is {figure:?}, and should be {stated}"),
    }
}
