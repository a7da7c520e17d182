//! The distinct titles of an export, each mapped to its role once.

use csv::ByteRecord;

use super::cell::optional;
use super::plan::Plan;
use super::roles::{Found, Reason, RoleMap};
use crate::id::{Names, Sym};
use crate::org::OrgBuilder;
use crate::role::RoleClass;

/// A distinct title, in the department that tells what it means.
#[derive(Debug)]
pub(super) struct Title {
    pub(super) text: String,
    pub(super) department: Option<String>,
    pub(super) role: String,
    pub(super) role_sym: Sym,
    pub(super) reason: Reason,
    pub(super) is_specialist: bool,
    pub(super) is_manager: bool,
    pub(super) vacant: bool,
    /// The title for people to read; none if it says no more than the role.
    pub(super) shown: Option<Box<str>>,
    /// The channels that the title names; the org has them once a position is assigned them.
    pub(super) channels: Vec<String>,
    /// The rows, and the first of them.
    pub(super) rows: u64,
    pub(super) first_row: u32,
}

/// All distinct titles.
#[derive(Debug)]
pub(super) struct Titles {
    map: RoleMap,
    keys: Names,
    key: String,
    /// The title of the row before, which is often that of the next.
    last: (String, usize),
    pub(super) all: Vec<Title>,
}

impl Titles {
    pub(super) fn new(map: RoleMap) -> Self {
        Self { map, keys: Names::default(), key: String::new(), last: (String::new(), 0), all: Vec::new() }
    }

    /// Returns the place of a row's title, which is mapped if it is new.
    pub(super) fn find(&mut self, record: &ByteRecord, plan: &Plan, org: &mut OrgBuilder) -> usize {
        let title = optional(record, plan.title.or(plan.role));
        let role = if plan.title.is_some() { optional(record, plan.role) } else { "" };
        let department = plan.department.map(|_| optional(record, plan.department));
        let place = if role.is_empty() && department.is_none() {
            if self.last.0 == title && !self.all.is_empty() {
                return self.last.1;
            }
            let place = self.keys.intern(title).index();
            self.last.0.clear();
            self.last.0.push_str(title);
            self.last.1 = place;
            place
        } else {
            self.key.clear();
            for part in [title, "\u{1f}", role, "\u{1f}", department.unwrap_or_default()] {
                self.key.push_str(part);
            }
            self.keys.intern(&self.key).index()
        };
        if self.all.len() <= place {
            let mapped = self.map_title(title, role, department, org);
            self.all.push(mapped);
        }
        place
    }

    fn map_title(&self, title: &str, role: &str, department: Option<&str>, org: &mut OrgBuilder) -> Title {
        let by_role = (!role.is_empty()).then(|| self.map.find(role, department));
        let says = |found: &Found| !matches!(found.reason, Reason::Unmapped | Reason::Assumed);
        let by_role = by_role.filter(says);
        let by_title = by_role.is_none();
        let found = by_role.unwrap_or_else(|| self.map.find(title, department));
        let says_more = !title.is_empty() && (!by_title || found.reason != Reason::Name);
        Title {
            text: if title.is_empty() { role.to_owned() } else { title.to_owned() },
            department: department.map(str::to_owned),
            role_sym: org.names.intern(&found.role),
            reason: found.reason,
            is_specialist: self.map.class_of(&found.role).is_some_and(RoleClass::is_specialist),
            is_manager: self.map.class_of(&found.role) == Some(RoleClass::Manager),
            vacant: found.vacant,
            shown: says_more.then(|| title.into()),
            channels: found.channels.iter().map(ToString::to_string).collect(),
            rows: 0,
            first_row: 0,
            role: found.role,
        }
    }

    /// Returns the title at a place.
    pub(super) fn get(&self, place: usize) -> Option<&Title> {
        self.all.get(place)
    }

    /// Counts a row.
    pub(super) fn count(&mut self, place: usize, row: u32) {
        if let Some(title) = self.all.get_mut(place) {
            if title.rows == 0 {
                title.first_row = row;
            }
            title.rows += 1;
        }
    }
}
