//! The map as a TOML file.

use super::map::{OwnRole, RoleMap, TitleEntry};
use super::pattern::normal_pattern;
use crate::interop::csv::field::CsvField;
use crate::role::RoleClass;
use crate::spec::{Decoder, Fields, FileErrors, Format, Node, OrgFile, Value, id_or_empty, text, word};

/// What a column map says of one field.
type Headers = Vec<String>;

impl RoleMap {
    /// Reads a map from the text of a TOML file: `[[titles]]` with `match`, `role`, `channels` and `department`;
    /// `[roles.…]` with `class` and `name`; `[columns]` from a field to a header, or to several.
    ///
    /// # Errors
    /// Everything that is no TOML or no such map, at once, with its line.
    ///
    /// ```
    /// use bagan::RoleMap;
    ///
    /// let errors = RoleMap::from_toml("[[titles]]\nmatch = 'SEO'\nrole = 'seo-wizard'\n").unwrap_err();
    /// assert!(errors.to_string().starts_with("error: there is no role `seo-wizard`\n --> <toml>:3:8"));
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, FileErrors> {
        Self::parse("<toml>", text.as_bytes())
    }

    /// Reads a map from the bytes of a TOML file, whose name goes into messages.
    ///
    /// # Errors
    /// As [`from_toml`](Self::from_toml), and bytes that are no text.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<Self, FileErrors> {
        OrgFile::parse_other(name, bytes, Format::Toml, Self::decode, Self::check)
    }

    fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let titles = fields.list("titles", TitleEntry::decode).unwrap_or_default();
        let roles = fields.by_id("roles", decode_role);
        let columns = fields.table("columns", decode_columns).unwrap_or_default();
        fields.finish();
        let own = |(id, (class, name))| OwnRole { id, class, name };
        let (columns, ignored) = columns;
        Self { titles, roles: roles.into_iter().map(own).collect(), columns, ignored }
    }
}

impl TitleEntry {
    fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let entry = Self {
            // Stands for what is no pattern, and is noted: it matches as a title of that text alone.
            pattern: fields.required("match", pattern).unwrap_or_else(|| "-".to_owned()),
            role: fields.required("role", text).unwrap_or_default(),
            channels: fields.list("channels", id_or_empty).unwrap_or_default(),
            department: fields.optional("department", text).as_deref().map(normal_pattern),
        };
        fields.finish();
        entry
    }
}

/// Reads the words of a title to match.
fn pattern(cx: &mut Decoder, node: Node<'_>) -> Option<String> {
    let pattern = normal_pattern(&text(cx, node)?);
    if pattern.is_empty() {
        cx.wrong_type(node, "a title to match, or a part of one with `*`");
        return None;
    }
    Some(pattern)
}

fn decode_role(cx: &mut Decoder, node: Node<'_>) -> (RoleClass, Option<String>) {
    let mut fields = Fields::of(cx, node);
    let role = (fields.required("class", word).unwrap_or(RoleClass::Other), fields.optional("name", text));
    fields.finish();
    role
}

/// Reads which header is which field, and which are to be ignored.
fn decode_columns(cx: &mut Decoder, node: Node<'_>) -> (Vec<(CsvField, String)>, Headers) {
    let (mut columns, mut ignored) = (Vec::new(), Headers::new());
    if node.value() != Value::Table {
        cx.wrong_type(node, "a table");
        return (columns, ignored);
    }
    for item in node.children() {
        let headers = decode_headers(cx, item);
        match item.key().parse::<CsvField>() {
            Ok(field) => columns.extend(headers.into_iter().map(|header| (field, header))),
            Err(_) if item.key() == "ignore" => ignored.extend(headers),
            Err(unknown) => cx.key(item, unknown),
        }
    }
    (columns, ignored)
}

fn decode_headers(cx: &mut Decoder, node: Node<'_>) -> Headers {
    match node.value() {
        Value::Text(header) => vec![header.to_owned()],
        Value::List => node.children().map(|item| id_or_empty(cx, item)).collect(),
        _ => {
            cx.wrong_type(node, "a header in quotes, or a list of them");
            Headers::new()
        }
    }
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
            "[[titles]]\nmatch = 'SEO *'\nrole = 'x'\nchannels = ['seo']\ndepartment = 'Web'\n\
             [roles.x]\nclass = 'specialist'\n[columns]\nid = 'Badge'\nignore = ['A', 'B']\n",
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
    fn errors_name_the_place_and_the_cure() {
        for (text, error) in [
            ("[[titles]]\nmatch = 3\nrole = 'cmo'", "expected a text, found an integer\n --> <toml>:2:9"),
            ("\n[[titles]]\nmathc = 'x'\nrole = 'cmo'", "there is no key `mathc` here"),
            ("[roles.x]\nclass = 'boss'", "`boss` is not a role class"),
            ("[columns]\nboss = 'Chef'", "`boss` is not a column"),
            ("[columns]\nid = 3", "expected a header in quotes"),
            ("[[titles]]\nmatch = ' '\nrole = 'cmo'", "expected a title to match, or a part of one with `*`"),
            ("[[titles]]\nmatch = 'x'\nrole = 'specialist'\nchannels = ['']", "`` is not an id of a channel"),
            ("[[titles]]\nmatch = 'x'\nrole = 'specialst'", "there is no role `specialst`"),
            ("[roles.cmo]\nclass = 'manager'", "the built-in role `cmo` is of the class `c-level`"),
            ("[[titles", "expected"),
        ] {
            assert!(message(text).contains(error), "{text}\n{}", message(text));
        }
        assert!(
            message("[[titles]]\nmatch = 'x'\nrole = 'specialst'").contains("did you mean `specialist`?")
        );
    }
}
