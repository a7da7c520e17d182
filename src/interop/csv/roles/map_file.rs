//! The map as a TOML file.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

use super::map::{OwnRole, RoleMap, TitleEntry, normal_pattern};
use crate::id::check_id;
use crate::interop::csv::field::CsvField;
use crate::role::RoleClass;

/// What is wrong with the file of a [`RoleMap`].
///
/// ```
/// use bagan::RoleMap;
///
/// let error = RoleMap::from_toml("[[titles]]\nmatch = \"SEO\"\nrole = \"seo-wizard\"\n").unwrap_err();
/// assert_eq!(error.line, Some(3));
/// assert_eq!(error.to_string(), "line 3: there is no role `seo-wizard`: declare it as `[roles.seo-wizard]`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}{message}", .line.map(|line| format!("line {line}: ")).unwrap_or_default())]
#[non_exhaustive]
pub struct RoleMapError {
    /// The line, from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    titles: Vec<Title>,
    #[serde(default)]
    roles: BTreeMap<Spanned<String>, Role>,
    #[serde(default)]
    columns: BTreeMap<Spanned<String>, Header>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    #[serde(rename = "match")]
    pattern: Spanned<String>,
    role: Spanned<String>,
    #[serde(default)]
    channels: Vec<Spanned<String>>,
    department: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    class: RoleClass,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Header {
    One(String),
    Several(Vec<String>),
}

impl RoleMap {
    /// Reads a map from TOML: `[[titles]]` with `match`, `role`, `channels` and `department`; `[roles.…]` with
    /// `class` and `name`; `[columns]` from a field to a header, or to several.
    ///
    /// # Errors
    /// The first thing that is no TOML or no such map, with its line.
    pub fn from_toml(text: &str) -> Result<Self, RoleMapError> {
        let file: File = toml::from_str(text).map_err(|error| RoleMapError {
            line: error.span().map(|span| line_of(text, span.start)),
            message: error.message().to_owned(),
        })?;
        let mut map = Self::default();
        for (id, role) in file.roles {
            check(text, &id)?;
            map.roles.push(OwnRole { id: id.into_inner(), class: role.class, name: role.name });
        }
        for title in file.titles {
            map.add_title(text, title)?;
        }
        for (field, header) in file.columns {
            map.add_column(text, &field, header)?;
        }
        Ok(map)
    }

    fn add_title(&mut self, text: &str, title: Title) -> Result<(), RoleMapError> {
        let pattern = normal_pattern(title.pattern.get_ref());
        if pattern.is_empty() {
            return Err(error(text, &title.pattern, "a title to match cannot be empty".to_owned()));
        }
        if self.class_of(title.role.get_ref()).is_none() {
            let id = title.role.get_ref();
            return Err(error(text, &title.role, format!("there is no role `{id}`: declare it as `[roles.{id}]`")));
        }
        for channel in &title.channels {
            check(text, channel)?;
        }
        self.titles.push(TitleEntry {
            pattern,
            department: title.department.as_deref().map(normal_pattern),
            role: title.role.into_inner(),
            channels: title.channels.into_iter().map(Spanned::into_inner).collect(),
        });
        Ok(())
    }

    fn add_column(&mut self, text: &str, field: &Spanned<String>, header: Header) -> Result<(), RoleMapError> {
        let headers = match header {
            Header::One(header) => vec![header],
            Header::Several(headers) => headers,
        };
        if field.get_ref() == "ignore" {
            self.ignored.extend(headers);
            return Ok(());
        }
        let known: CsvField = field.get_ref().parse().map_err(|unknown| error(text, field, format!("{unknown}")))?;
        self.columns.extend(headers.into_iter().map(|header| (known, header)));
        Ok(())
    }
}

fn check(text: &str, id: &Spanned<String>) -> Result<(), RoleMapError> {
    check_id(id.get_ref()).map_err(|why| error(text, id, format!("`{}` is no id: {why}", id.get_ref())))
}

fn error<T>(text: &str, at: &Spanned<T>, message: String) -> RoleMapError {
    RoleMapError { line: Some(line_of(text, at.span().start)), message }
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        RoleMap::from_toml(text).unwrap_err().to_string()
    }

    #[test]
    fn a_file_says_what_code_can_say() {
        let read = RoleMap::from_toml(
            "[[titles]]\nmatch = \"SEO *\"\nrole = \"x\"\nchannels = [\"seo\"]\ndepartment = \"Web\"\n\
             [roles.x]\nclass = \"specialist\"\n[columns]\nid = \"Badge\"\nignore = [\"A\", \"B\"]\n",
        );
        let built = RoleMap::new()
            .role("x", RoleClass::Specialist)
            .title("SEO *", "x", &["seo"])
            .in_department("Web")
            .column(CsvField::Id, "Badge")
            .ignore_column("A")
            .ignore_column("B");
        assert_eq!(read, Ok(built));
    }

    #[test]
    fn errors_name_the_line() {
        assert!(message("[[titles]]\nmatch = 3\n").starts_with("line 2: invalid type: integer"));
        assert!(message("\n[[titles]]\nmathc = \"x\"\n").starts_with("line 3: unknown field `mathc`"));
        assert!(message("[roles.x]\nclass = \"boss\"\n").starts_with("line 2: `boss` is not a role class"));
        assert!(message("[columns]\nboss = \"Chef\"\n").starts_with("line 2: `boss` is not a column"));
        assert!(message("[[titles]]\nmatch = \" \"\nrole = \"cmo\"").starts_with("line 2: a title to match"));
        assert!(
            message("[[titles]]\nmatch = \"x\"\nrole = \"specialist\"\nchannels = [\"\"]").starts_with("line 4: ``")
        );
    }
}
