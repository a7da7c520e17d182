//! What the tests share.

use bagan::{FileErrors, Format, Org, OrgFile, OrgSpec};

/// The shortest file there is.
pub(crate) const HEAD: &str = "format = 1\norganization = { name = 'N', currency = 'IDR' }\n";

/// Reads a TOML file that is right.
pub(crate) fn file(text: &str) -> OrgFile {
    OrgFile::parse("org.toml", text.as_bytes(), Format::Toml).unwrap_or_else(|errors| panic!("{errors}"))
}

/// Returns what a file states below the shortest head.
pub(crate) fn spec(body: &str) -> OrgSpec {
    file(&format!("{HEAD}{body}")).into_spec()
}

/// Reads and builds a file that is wrong, by either.
pub(crate) fn errors(text: &str) -> FileErrors {
    match OrgFile::parse("org.toml", text.as_bytes(), Format::Toml) {
        Err(errors) => errors,
        Ok(file) => file.build().expect_err("a file that is wrong"),
    }
}

/// Returns the errors of a body below the shortest head as `line:column: message`, lines counted in the body.
pub(crate) fn listed(body: &str) -> Vec<String> {
    let errors = errors(&format!("{HEAD}{body}"));
    let line = |error: &bagan::FileError| {
        let place = error.location.as_ref().expect("TOML has places");
        let line = place.line().saturating_sub(HEAD.lines().count());
        format!("{line}:{}: {}", place.column(), error.what)
    };
    errors.iter().map(line).collect()
}

/// Returns the help of the only error of a body.
pub(crate) fn help(body: &str) -> Option<String> {
    let errors = errors(&format!("{HEAD}{body}"));
    assert_eq!(errors.iter().count(), 1, "{errors}");
    errors.iter().next().and_then(bagan::FileError::help)
}

/// Builds a body below the shortest head that is right.
pub(crate) fn org(body: &str) -> Org {
    file(&format!("{HEAD}{body}")).build().unwrap_or_else(|errors| panic!("{errors}"))
}
