//! The layers of the crate: a module imports only what stands above it, and a few names stay where they belong.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test that cannot go on says why")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, top to bottom. Modules of the first one may use each other; others only what stands above.
const LAYERS: &[&[&str]] = &[
    &["words", "id", "money", "calendar", "role", "plain", "ratio", "special"],
    &["graph_support"],
    &["org"],
    &["testing"],
    &["spec", "authority", "check"],
    // Rules ask these, so that what is a step or a midpoint is decided once.
    &["career"],
    &["pay"],
    // `matrix` needs no more than `org`, and what stands above that.
    &["rules", "metrics", "matrix", "risk"],
    // Screening counts as `risk` does.
    &["overview", "closed_forms"],
    // Templates state specs; their documentation and tests check them.
    &["templates"],
    &["render", "interop", "simulate"],
    &["strategies"],
    &["bin"],
];

/// Names that only some modules may write.
const KEPT: &[(&str, &[&str])] = &[
    ("petgraph::", &["graph_support", "org"]),
    ("iso_currency::", &["money"]),
    ("jiff::", &["calendar", "bin"]),
    ("proptest::", &["strategies"]),
    ("plotters::", &["simulate"]),
    ("rand::", &["simulate"]),
    ("rand_chacha::", &["simulate"]),
    ("rand_distr::", &["simulate"]),
    ("SystemTime", &["bin"]),
    ("Instant", &[]),
];

/// The longest file.
const LINES: usize = 350;

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// Every source file, as its module, its path, and its code without comments and without its tests.
fn modules() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&root).unwrap();
            let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (first.trim_end_matches(".rs").to_owned(), path.clone(), code.join("\n"))
        })
        .collect()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The modules that a file names as `crate::module`.
fn imports(code: &str) -> impl Iterator<Item = &str> {
    code.match_indices("crate::").map(move |(at, name)| {
        let rest = &code[at + name.len()..];
        &rest[..rest.find(|c: char| c != '_' && !c.is_ascii_alphanumeric()).unwrap_or(rest.len())]
    })
}

#[test]
fn a_module_imports_only_what_stands_above_it() {
    let mut wrong = Vec::new();
    for (module, path, code) in modules() {
        // The binary is a crate of its own, which sees the public API alone; README and the page of the domain are text.
        if module == "domain" {
            assert_eq!(code.trim(), "", "{} is a page, and holds no code", path.display());
        }
        if ["lib", "bin", "readme", "domain"].contains(&module.as_str()) {
            continue;
        }
        let own = layer(&module).unwrap_or_else(|| panic!("{module} has no layer"));
        for import in imports(&code).filter(|import| *import != module) {
            // `crate::Name` is a re-export of lib.rs, which only documentation may use.
            let allowed = layer(import).is_some_and(|other| other < own || (own == 0 && other == 0));
            if !allowed {
                wrong.push(format!("{}: crate::{import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports that the layers forbid:\n{}", wrong.join("\n"));
}

#[test]
fn names_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for (module, path, code) in modules() {
        for (name, homes) in KEPT {
            if !homes.contains(&module.as_str()) && code.contains(name) {
                wrong.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "names out of place:\n{}", wrong.join("\n"));
}

#[test]
fn a_mod_file_holds_documentation_and_names_alone() {
    let mut wrong = Vec::new();
    for (_, path, code) in modules() {
        let is_mod = path.file_name().is_some_and(|name| name == "mod.rs" || name == "lib.rs");
        if !is_mod {
            continue;
        }
        let logic = ["fn ", "impl ", "struct ", "enum ", "macro_rules!", "::*;"];
        wrong.extend(
            code.lines()
                .filter(|line| logic.iter().any(|word| line.contains(word)))
                .map(|line| format!("{}: {line}", path.display())),
        );
        let text = fs::read_to_string(&path).unwrap();
        if !text.starts_with("//!") {
            wrong.push(format!("{}: no documentation", path.display()));
        }
    }
    assert!(wrong.is_empty(), "mod files with more than names:\n{}", wrong.join("\n"));
}

#[test]
fn a_file_is_short_enough_to_read() {
    let long: Vec<String> = modules()
        .iter()
        .map(|(_, path, _)| (path, fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(_, lines)| LINES < *lines)
        .map(|(path, lines)| format!("{}: {lines}", path.display()))
        .collect();
    assert!(long.is_empty(), "long files:\n{}", long.join("\n"));
}

/// The check above can fail: it sees an import in code, and none in a comment or a test.
#[test]
fn imports_are_seen() {
    assert_eq!(imports("use crate::org::Org; crate::money::Money").collect::<Vec<_>>(), ["org", "money"]);
    assert!(layer("spec") < layer("rules") && layer("nowhere").is_none());
}
