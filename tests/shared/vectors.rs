//! Reading `../shared/vectors`, computed by others.

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
