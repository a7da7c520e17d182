//! From what a title and its department say to a role.

use super::parse::Parsed;
use super::words::{Craft, Field, Rank};
use crate::role::{BUILT_IN_ROLES, RoleClass};

/// A role that the default mapping uses beside the built-in ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DefaultRole {
    /// The id.
    pub id: &'static str,
    /// The name for people to read.
    pub name: &'static str,
    /// The class, which says what the rules make of the role.
    pub class: RoleClass,
}

const CHIEF_OFFICER: &str = "chief-officer";
const DEPARTMENT_HEAD: &str = "department-head";
const MARKETING_CONTRIBUTOR: &str = "marketing-contributor";

/// The roles that the default mapping uses beside the built-in ones; an import declares those that occur.
pub const DEFAULT_ROLES: &[DefaultRole] = &[
    DefaultRole { id: CHIEF_OFFICER, name: "Chief officer of another field", class: RoleClass::CLevel },
    DefaultRole { id: DEPARTMENT_HEAD, name: "Head of another department", class: RoleClass::DepartmentHead },
    DefaultRole {
        id: MARKETING_CONTRIBUTOR,
        name: "Another contributor in marketing",
        class: RoleClass::Contributor,
    },
];

/// What is known of a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Department {
    /// The file has no column of departments.
    NoColumn,
    /// The cell is empty.
    Blank,
    /// It is this one.
    Of(Option<Field>),
}

/// A role, and on what it rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decision {
    pub(super) role: &'static str,
    /// Whether the title names no department, and was read as one of marketing for want of another.
    pub(super) assumed: bool,
}

const fn role(role: &'static str) -> Decision {
    Decision { role, assumed: false }
}

/// Words that are a role by themselves, beside the ids and names of the built-in roles.
const SHORT: &[(&str, &str)] = &[
    ("dmm", "digital-marketing-manager"),
    ("vice president of marketing", "vp-of-marketing"),
    ("marketing director", "director-of-marketing"),
    ("sr specialist", "senior-specialist"),
];

/// Returns the role that a whole title is the id or the name of.
pub(super) fn named(title: &str) -> Option<&'static str> {
    let same = |text: &str| super::parse::normal(text) == title;
    let built_in = BUILT_IN_ROLES.iter().find(|role| same(role.id) || same(role.name)).map(|role| role.id);
    let own = || DEFAULT_ROLES.iter().find(|role| same(role.id) || same(role.name)).map(|role| role.id);
    built_in.or_else(own).or_else(|| SHORT.iter().find(|(word, _)| *word == title).map(|(_, role)| *role))
}

/// Decides on a role; the first that fits, in the order of the documented table.
pub(super) fn decide(title: &Parsed, department: Department) -> Decision {
    if title.aide {
        return role("other");
    }
    let own = title.field();
    let field = own.or(match department {
        Department::Of(field) => field,
        Department::NoColumn | Department::Blank => None,
    });
    let rank = title.highest();
    match rank {
        Some(Rank::ChiefExecutive | Rank::Founder) => return role("ceo"),
        Some(Rank::MarketingChief) => return role("cmo"),
        Some(Rank::Chief) => return role(CHIEF_OFFICER),
        Some(Rank::Top) => return role(top(own, field)),
        Some(Rank::Vice | Rank::Director | Rank::Head) => return head(title, field, department),
        _ => {}
    }
    if let Some(by_craft) = craft(title, field) {
        return role(by_craft);
    }
    match field {
        Some(Field::ProductMarketing) => role(MARKETING_CONTRIBUTOR),
        Some(Field::Marketing) => role(marketing(title, rank)),
        Some(Field::Product) if rank == Some(Rank::Manager) && title.crafts.is_empty() => {
            role("product-manager")
        }
        _ => role("other"),
    }
}

/// The head of a unit: of the business, unless the title names another unit, or the department is one of ours.
fn top(own: Option<Field>, field: Option<Field>) -> &'static str {
    match own.or(field.filter(|field| matches!(field, Field::Marketing | Field::Sales))) {
        None => "ceo",
        Some(Field::Marketing | Field::ProductMarketing | Field::Near) => "director-of-marketing",
        Some(Field::Sales) => "head-of-sales",
        Some(Field::Product | Field::Elsewhere) => DEPARTMENT_HEAD,
    }
}

/// A vice-president, a director or a head: of marketing, of sales, or of another department.
fn head(title: &Parsed, field: Option<Field>, department: Department) -> Decision {
    let vice = title.highest() == Some(Rank::Vice);
    let of_marketing = if vice { "vp-of-marketing" } else { "director-of-marketing" };
    match field {
        Some(Field::Marketing) if title.highest() == Some(Rank::Head) && !title.channels.is_empty() => {
            role("digital-marketing-manager")
        }
        Some(Field::Marketing | Field::ProductMarketing | Field::Near) => role(of_marketing),
        Some(Field::Sales) => role("head-of-sales"),
        None if department == Department::NoColumn && !title.unknown => {
            Decision { role: of_marketing, assumed: true }
        }
        Some(Field::Product | Field::Elsewhere) | None => role(DEPARTMENT_HEAD),
    }
}

/// The role of those who make something, and of those who manage products or projects.
fn craft(title: &Parsed, field: Option<Field>) -> Option<&'static str> {
    let manages = Some(Rank::Manager) <= title.highest();
    let in_marketing = matches!(field, Some(Field::Marketing | Field::ProductMarketing));
    let of = |craft: Craft| match craft {
        Craft::ProductManager if in_marketing => None,
        Craft::ProductManager => Some("product-manager"),
        Craft::Projects => Some(if in_marketing { MARKETING_CONTRIBUTOR } else { "other" }),
        _ if manages => None,
        Craft::Copywriter if field == Some(Field::Elsewhere) => Some("other"),
        Craft::Copywriter => Some("copywriter"),
        Craft::GraphicDesigner => Some("graphic-designer"),
        Craft::Designer => Some(if in_marketing { "graphic-designer" } else { "other" }),
        Craft::Other => Some(if in_marketing { MARKETING_CONTRIBUTOR } else { "other" }),
    };
    title.crafts.iter().copied().min().and_then(of)
}

/// The role of a title about marketing below its heads.
fn marketing(title: &Parsed, rank: Option<Rank>) -> &'static str {
    let works = title.ranks.contains(&Rank::Worker) || !title.channels.is_empty();
    match rank {
        Some(Rank::Manager) if title.ranks.contains(&Rank::Assistant) => "specialist",
        Some(Rank::Lead) if works => "lead-specialist",
        Some(Rank::Manager | Rank::Lead) => "digital-marketing-manager",
        Some(Rank::Worker) if title.senior => "senior-specialist",
        Some(Rank::Worker | Rank::Assistant) => "specialist",
        Some(Rank::Trainee) => MARKETING_CONTRIBUTOR,
        None if title.senior && works => "senior-specialist",
        None if works => "specialist",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::super::RoleMap;
    use super::super::words::WORDS;
    use super::*;

    const DOCUMENTED: &str = include_str!("titles.md");

    /// The rows of the documented table that comes after a heading.
    fn table(heading: &str) -> Vec<Vec<String>> {
        let after = DOCUMENTED.split(heading).nth(1).unwrap();
        let lines = after.lines().skip_while(|line| !line.starts_with("|--")).skip(1);
        let rows = lines.take_while(|line| line.starts_with('|'));
        rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect())
            .collect()
    }

    #[test]
    fn every_documented_example_is_that_role() {
        for row in table("## Roles") {
            let [role, class, _, examples] = row.as_slice() else { panic!("{row:?}") };
            let role = role.trim_matches('`');
            assert_eq!(RoleMap::new().class_of(role).map(|class| format!("`{class}`")).as_ref(), Some(class));
            for example in examples.split("; ") {
                let (title, department) = match example.split_once("` in `") {
                    Some((title, department)) => (title, Some(department.trim_matches('`'))),
                    None => (example, None),
                };
                let title = title.trim_matches('`');
                assert_eq!(RoleMap::new().role_of(title, department), role, "{example}");
            }
        }
    }

    #[test]
    fn every_role_that_is_mapped_to_is_documented() {
        let documented: Vec<String> = table("## Roles").into_iter().map(|row| row[0].clone()).collect();
        let mapped = BUILT_IN_ROLES.iter().map(|role| role.id).filter(|id| *id != "external");
        for id in mapped.chain(DEFAULT_ROLES.iter().map(|role| role.id)) {
            assert!(documented.contains(&format!("`{id}`")), "{id}");
        }
    }

    #[test]
    fn the_documented_words_are_the_words() {
        let rows: Vec<String> =
            WORDS.iter().map(|entry| format!("| {} | {} |", entry.means, entry.words.join(", "))).collect();
        let after = DOCUMENTED.split("## Words").nth(1).unwrap();
        let documented: Vec<&str> = after
            .lines()
            .skip_while(|line| !line.starts_with("|--"))
            .skip(1)
            .filter(|line| line.starts_with('|'))
            .collect();
        assert_eq!(documented, rows, "the table should read:\n{}", rows.join("\n"));
    }
}
