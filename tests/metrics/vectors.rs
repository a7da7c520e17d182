//! Reading `../shared/vectors`, computed by others, and comparing with what may be undefined.

use std::path::Path;

use serde_json::Value;

/// Reads a file of vectors, or says that it is skipped where the folder is missing.
pub(crate) fn read(file: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors").join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is missing", path.display());
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

/// Reads the rows of one table; none where the folder is missing.
pub(crate) fn rows(file: &str, table: &[&str]) -> Vec<Value> {
    let Some(mut value) = read(file) else { return Vec::new() };
    for key in table {
        value = value[key].take();
    }
    let Value::Array(rows) = value else { panic!("{table:?} is missing from {file}") };
    assert!(!rows.is_empty(), "{table:?} is empty");
    rows
}

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
