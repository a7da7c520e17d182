//! [`RoleMap`]: which title is which role, by the user's word and then by the default mapping.

use super::decide::{DEFAULT_ROLES, Decision, Department, decide, named};
use super::parse::{normal, parse};
use super::pattern::{glob, normal_pattern};
use super::words::Field;
use crate::id::{IdError, check_id, most_similar};
use crate::interop::csv::field::CsvField;
use crate::org::{BuildError, Fault, Kind, Path};
use crate::role::{BUILT_IN_ROLES, RoleClass};
use crate::words::word_enum;

word_enum! {
    /// Why a title is the role that it is.
    pub enum Reason ("reason") {
        /// The user's map says so.
        Map = "map",
        /// The title is the id or the name of the role.
        Name = "name",
        /// The words of the title, and its department, say so.
        Words = "words",
        /// The title says how high, and not of what; for want of a department it was read as of marketing.
        Assumed = "assumed",
        /// Nothing says so: the role is `other`.
        Unmapped = "unmapped",
    }
}

/// Which title is which role: the user's own entries, and after them the default mapping.
///
/// A title matches without regard to case and punctuation; a `*` in an entry stands for any text. The first entry
/// that matches decides. With the feature `toml`, a map comes from a file:
///
#[cfg_attr(feature = "toml", doc = "```")]
#[cfg_attr(not(feature = "toml"), doc = "```ignore")]
/// use bagan::{CsvOptions, RoleMap, import_csv};
///
/// let map = RoleMap::from_toml(r#"
///     [[titles]]
///     match = "Growth * Ninja"
///     role = "growth-ninja"
///     channels = ["paid-social"]        # leave out: what the column of channels says
///     department = "Marketing"          # leave out: any department
///
///     [roles.growth-ninja]              # a role of your own, by naming its class
///     class = "specialist"
///     name = "Growth ninja"
///
///     [columns]                         # headers that the import should not have to guess
///     id = "Badge"
///     ignore = ["Employee ID"]
/// "#)?;
/// let export = b"Badge,Employee ID,Title,Department\n7,007,Growth Hacking Ninja,Marketing";
/// let org = import_csv(export, &CsvOptions::new().roles(map))?.build()?;
/// let ninja = org.position("7").ok_or("no such position")?;
/// assert_eq!((ninja.role().id(), ninja.channels().count()), ("growth-ninja", 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// In code it is built up:
///
/// ```
/// use bagan::{RoleClass, RoleMap};
///
/// let map = RoleMap::new()
///     .role("growth-ninja", RoleClass::Specialist)
///     .title("growth * ninja", "growth-ninja", &["paid-social"]);
/// assert_eq!(map.role_of("Growth-Hacking NINJA", None), "growth-ninja");
/// assert_eq!(map.role_of("Head of Marketing", None), "director-of-marketing");
/// assert_eq!(map.role_of("Manager", Some("Marketing")), "digital-marketing-manager");
/// assert_eq!(map.role_of("Manager", Some("Finance")), "other");
/// ```
///
#[doc = include_str!("titles.md")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleMap {
    pub(in super::super) titles: Vec<TitleEntry>,
    pub(in super::super) roles: Vec<OwnRole>,
    pub(in super::super) columns: Vec<(CsvField, String)>,
    pub(in super::super) ignored: Vec<String>,
}

/// A title that the user maps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct TitleEntry {
    pub(super) pattern: String,
    pub(super) department: Option<String>,
    pub(in super::super) role: String,
    pub(super) channels: Vec<String>,
}

/// A role that the user declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct OwnRole {
    pub(in super::super) id: String,
    pub(in super::super) class: RoleClass,
    pub(in super::super) name: Option<String>,
}

/// What a map makes of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Found {
    pub(in super::super) role: String,
    pub(in super::super) reason: Reason,
    /// The channels that the title names, if the role is one that has channels.
    pub(in super::super) channels: Vec<String>,
    /// Whether the title says that nobody holds the seat.
    pub(in super::super) vacant: bool,
}

impl RoleMap {
    /// Makes a map that has the default mapping alone.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Maps titles to a role, and to channels if there are any; a `*` stands for any text.
    #[must_use]
    pub fn title(mut self, pattern: &str, role: &str, channels: &[&str]) -> Self {
        let channels = channels.iter().map(|&channel| channel.to_owned()).collect();
        self.titles.push(TitleEntry {
            pattern: normal_pattern(pattern),
            department: None,
            role: role.to_owned(),
            channels,
        });
        self
    }

    /// Narrows the last entry to titles of one department; a `*` stands for any text.
    #[must_use]
    pub fn in_department(mut self, department: &str) -> Self {
        if let Some(entry) = self.titles.last_mut() {
            entry.department = Some(normal_pattern(department));
        }
        self
    }

    /// Declares a role of your own by its class.
    #[must_use]
    pub fn role(mut self, id: &str, class: RoleClass) -> Self {
        self.roles.push(OwnRole { id: id.to_owned(), class, name: None });
        self
    }

    /// Says that the column with this header holds the field, whatever other headers say.
    #[must_use]
    pub fn column(mut self, field: CsvField, header: &str) -> Self {
        self.columns.push((field, header.to_owned()));
        self
    }

    /// Says that the column with this header is to be passed over.
    #[must_use]
    pub fn ignore_column(mut self, header: &str) -> Self {
        self.ignored.push(header.to_owned());
        self
    }

    /// Returns the role of a title in a department; without one, as in a file that has no column of departments.
    #[must_use]
    pub fn role_of(&self, title: &str, department: Option<&str>) -> String {
        self.find(title, department).role
    }

    /// Returns what the map makes of a title.
    pub(in super::super) fn find(&self, title: &str, department: Option<&str>) -> Found {
        let (plain, plain_department) = (normal(title), department.map(normal));
        let parsed = parse(&plain);
        let own = self.titles.iter().find(|entry| entry.matches(&plain, plain_department.as_deref()));
        if let Some(entry) = own {
            let (role, channels) = (entry.role.clone(), entry.channels.clone());
            return Found { role, reason: Reason::Map, channels, vacant: parsed.vacant };
        }
        let department = match plain_department.as_deref() {
            None => Department::NoColumn,
            Some("") => Department::Blank,
            Some(department) => Department::Of(parse(department).field()),
        };
        if let Some(role) = named(&plain).filter(|role| fits(role, department)) {
            return Found {
                role: role.to_owned(),
                reason: Reason::Name,
                channels: Vec::new(),
                vacant: false,
            };
        }
        let Decision { role, assumed } = decide(&parsed, department);
        let reason = match role {
            "other" => Reason::Unmapped,
            _ if assumed => Reason::Assumed,
            _ => Reason::Words,
        };
        let specialist = self.class_of(role).is_some_and(RoleClass::is_specialist);
        let channels = if specialist { parsed.channels.as_slice() } else { &[] };
        let channels = channels.iter().map(|&channel| channel.to_owned()).collect();
        Found { role: role.to_owned(), reason, channels, vacant: parsed.vacant }
    }

    /// Says what the map refers to and there is not: roles that nobody declares, texts that can be no id.
    pub(in super::super) fn check(&self) -> Vec<BuildError> {
        let mut faults = Vec::new();
        let mut fault = |at: Path, what: Fault| faults.push(BuildError { at, what });
        for (index, entry) in self.titles.iter().enumerate() {
            let at = |key: &str| Path::new().key("titles").index(index).key(key);
            if entry.pattern.is_empty() {
                fault(
                    at("match"),
                    Fault::InvalidId { kind: Kind::Role, id: String::new(), why: IdError::Empty },
                );
            }
            if self.class_of(&entry.role).is_none() {
                let similar = most_similar(&entry.role, self.known()).map(str::to_owned);
                fault(at("role"), Fault::UnknownId { kind: Kind::Role, id: entry.role.clone(), similar });
            }
            for (place, id) in entry.channels.iter().enumerate() {
                if let Err(why) = check_id(id) {
                    let what = Fault::InvalidId { kind: Kind::Channel, id: id.clone(), why };
                    fault(at("channels").index(place), what);
                }
            }
        }
        for role in &self.roles {
            let at = Path::new().key("roles").key(&role.id);
            let built_in = BUILT_IN_ROLES.iter().find(|built_in| built_in.id == role.id);
            if let Some(built_in) = built_in.filter(|built_in| built_in.class != role.class) {
                let (id, built_in, stated) = (role.id.clone(), built_in.class, role.class);
                fault(at.key("class"), Fault::BuiltInRoleClass { id, built_in, stated });
            } else if let Err(why) = check_id(&role.id) {
                fault(at, Fault::InvalidId { kind: Kind::Role, id: role.id.clone(), why });
            }
        }
        faults
    }

    /// Returns the ids of all roles that a title can lead to.
    fn known(&self) -> impl Iterator<Item = &str> {
        let own = self.roles.iter().map(|role| role.id.as_str());
        let built_in = BUILT_IN_ROLES.iter().map(|role| role.id);
        own.chain(built_in).chain(DEFAULT_ROLES.iter().map(|role| role.id))
    }

    /// Returns the class of a role: built in, of the default mapping, or the user's own.
    pub(in super::super) fn class_of(&self, id: &str) -> Option<RoleClass> {
        let own = self.roles.iter().find(|role| role.id == id).map(|role| role.class);
        let built_in = || BUILT_IN_ROLES.iter().find(|role| role.id == id).map(|role| role.class);
        let default = || DEFAULT_ROLES.iter().find(|role| role.id == id).map(|role| role.class);
        own.or_else(built_in).or_else(default)
    }
}

impl TitleEntry {
    fn matches(&self, title: &str, department: Option<&str>) -> bool {
        let fits = |pattern: &String| department.is_some_and(|department| glob(pattern, department));
        glob(&self.pattern, title) && self.department.as_ref().is_none_or(fits)
    }
}

/// Returns whether a role that is named outright fits the department: a specialist of finance is none of ours.
fn fits(role: &str, department: Department) -> bool {
    let specialist = matches!(role, "specialist" | "senior-specialist" | "lead-specialist");
    let ours = matches!(
        department,
        Department::NoColumn
            | Department::Blank
            | Department::Of(Some(Field::Marketing | Field::ProductMarketing))
    );
    !specialist || ours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_entry_that_matches_decides() {
        let map = RoleMap::new()
            .title("SEO *", "lead-specialist", &["seo", "content"])
            .in_department("Growth")
            .title("seo *", "copywriter", &[]);
        let found = map.find("SEO-Specialist", Some("growth"));
        assert_eq!(
            (found.role.as_str(), found.channels.len(), found.reason),
            ("lead-specialist", 2, Reason::Map)
        );
        assert_eq!(map.role_of("SEO-Specialist", Some("Web")), "copywriter");
        assert_eq!(map.role_of("SEO-Specialist", None), "copywriter");
        assert_eq!(map.role_of("SEM-Specialist", None), "specialist");
    }

    #[test]
    fn a_specialist_of_another_department_is_no_specialist() {
        let map = RoleMap::new();
        for (department, role) in [
            (None, "specialist"),
            (Some(""), "specialist"),
            (Some("Marketing"), "specialist"),
            (Some("Finance"), "other"),
            (Some("Zorb"), "other"),
        ] {
            assert_eq!(map.role_of("Specialist", department), role, "{department:?}");
        }
    }

    #[test]
    fn channels_are_those_of_specialists_alone() {
        let channels = |title: &str| RoleMap::new().find(title, None).channels;
        assert_eq!(channels("Senior SEO & Email Marketing Specialist"), ["seo", "email"]);
        assert_eq!(channels("SEO Manager"), [""; 0]);
    }

    #[test]
    fn a_title_can_say_that_nobody_holds_the_seat() {
        let found = RoleMap::new().find("Marketing Specialist (VACANT)", None);
        assert_eq!((found.role.as_str(), found.vacant), ("specialist", true));
    }
}
