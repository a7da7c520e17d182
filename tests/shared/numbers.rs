//! The numbers of a row of vectors.

use serde_json::Value;

pub(crate) fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().unwrap_or_else(|| panic!("{key} of {row}"))
}

pub(crate) fn numbers(row: &Value, key: &str) -> Vec<f64> {
    let list = row[key].as_array().unwrap_or_else(|| panic!("{key} of {row}"));
    list.iter().map(|value| value.as_f64().unwrap()).collect()
}
