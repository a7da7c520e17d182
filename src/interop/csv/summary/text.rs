//! A summary in words.

use std::fmt;

use indexmap::IndexMap;

use super::sentence::{counted, rows};
use super::{ImportSummary, TitleUse};
use crate::interop::csv::columns::ColumnUse;
use crate::interop::csv::error_help::{on_lines, quoted, shown};
use crate::interop::csv::roles::Reason;

/// How many titles of one role, managers and notes are printed.
const PRINTED: usize = 25;

impl fmt::Display for ImportSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rows_text(f)?;
        self.columns_text(f)?;
        self.roles_text(f)?;
        self.external_text(f)?;
        self.rules_text(f)?;
        capped(f, "notes", self.notes.iter().map(ToString::to_string))
    }
}

impl ImportSummary {
    fn rows_text(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, count) = (self.file.as_deref().unwrap_or("import"), &self.rows);
        write!(f, "{file}: {} read: {}", rows(count.read), counted(count.positions, "position"))?;
        for (rows, what) in
            [(count.merged, "merged"), (count.left_out, "left out"), (count.headers, "headers")]
        {
            if rows != 0 {
                write!(f, ", {rows} {what}")?;
            }
        }
        match count.blank {
            0 => writeln!(f)?,
            blank => writeln!(f, "; {} besides", counted(blank, "blank row"))?,
        }
        let external = counted(self.external.len() as u64, "manager");
        let (positions, roots) = (counted(self.positions, "position"), counted(self.roots, "root"));
        writeln!(
            f,
            "  the org: {positions}, {roots}, {} vacant, {external} from outside the file",
            self.vacant
        )?;
        let currency = match self.currency.as_str() {
            "XXX" => "no currency (XXX), for no amount is kept".to_owned(),
            code => format!("amounts in {code}"),
        };
        let separator =
            if self.separator == '\t' { "tabs".to_owned() } else { format!("`{}`", self.separator) };
        writeln!(f, "  the file: {}, cells parted by {separator}; {currency}", self.encoding)
    }

    fn columns_text(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "columns")?;
        for (used, what) in [
            (ColumnUse::Read, "read"),
            (ColumnUse::Lookup, "not kept, for a holder is known by id alone"),
            (ColumnUse::NotKept, "not kept: a pay band belongs to a role, and pay is that of a year"),
            (ColumnUse::GivesWay, "not kept, for another column says it"),
            (ColumnUse::Ignored, "passed over, as the map says"),
            (ColumnUse::Unknown, "not understood, not kept"),
        ] {
            let columns = self.columns.iter().filter(|column| column.used == used);
            let headers: Vec<String> = columns
                .map(|column| match column.field {
                    Some(field) if used == ColumnUse::Read => format!("{} → {field}", column.header),
                    _ => column.header.clone(),
                })
                .collect();
            if !headers.is_empty() {
                writeln!(f, "  {what}: {}", quoted(&headers))?;
            }
        }
        Ok(())
    }

    fn roles_text(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut roles: IndexMap<&str, Vec<&TitleUse>> = IndexMap::new();
        for title in &self.titles {
            roles.entry(&title.role).or_default().push(title);
        }
        // What no mapping knows comes last, where it is not overlooked.
        roles.sort_by(|a, _, b, _| (*a == "other").cmp(&(*b == "other")).then_with(|| a.cmp(b)));
        writeln!(f, "roles")?;
        for (role, titles) in roles {
            let positions: u64 = titles.iter().map(|title| title.rows).sum();
            let why = if role == "other" { ", which no mapping knows" } else { "" };
            write!(f, "  {role}: {}{why}: ", counted(positions, "position"))?;
            let shown: Vec<String> = titles.iter().take(PRINTED).map(|title| title_text(title)).collect();
            write!(f, "{}", shown.join(", "))?;
            match titles.len().saturating_sub(PRINTED) {
                0 => writeln!(f)?,
                more => writeln!(f, " and {}", counted(more as u64, "more title"))?,
            }
        }
        Ok(())
    }

    fn external_text(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let managers = self.external.iter();
        capped(
            f,
            "managers who are not in the file, kept in the role `external`",
            managers
                .map(|manager| format!("`{}`: named on {}", shown(&manager.id), on_lines(&manager.lines))),
        )
    }

    fn rules_text(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rules = self.switched_off.iter();
        capped(
            f,
            "rules switched off in the policy of the org",
            rules.map(|off| {
                format!("`{}`: {}; {}, then delete this line", off.rule, off.because, off.instead)
            }),
        )
    }
}

/// Writes a heading and lines below it, if there are any; of many, the first few.
fn capped(
    f: &mut fmt::Formatter<'_>,
    heading: &str,
    lines: impl ExactSizeIterator<Item = String>,
) -> fmt::Result {
    let more = lines.len().saturating_sub(PRINTED);
    for (index, line) in lines.take(PRINTED).enumerate() {
        if index == 0 {
            writeln!(f, "{heading}")?;
        }
        writeln!(f, "  {line}")?;
    }
    if more == 0 { Ok(()) } else { writeln!(f, "  and {more} more") }
}

fn title_text(title: &TitleUse) -> String {
    let name =
        if title.title.is_empty() { "no title".to_owned() } else { format!("`{}`", shown(&title.title)) };
    let department = title.department.as_deref().filter(|department| !department.is_empty());
    let department = department.map(|department| format!(" in `{}`", shown(department))).unwrap_or_default();
    let times = if 1 < title.rows { format!(" × {}", title.rows) } else { String::new() };
    let why = match title.reason {
        Reason::Map => " (by the map)",
        Reason::Assumed => " (assumed to be of marketing)",
        Reason::Name | Reason::Words | Reason::Unmapped => "",
    };
    name + &department + &times + why
}
