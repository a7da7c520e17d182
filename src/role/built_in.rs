//! The roles that a file may name without declaring them.

use super::RoleClass;

/// A role that every organisation has: its id in files, its name for people, and its class.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct BuiltInRole {
    /// The id, as `role = "…"` gives it in a file.
    pub id: &'static str,
    /// The name for people to read.
    pub name: &'static str,
    /// The class, which says what the rules make of the role.
    pub class: RoleClass,
}

/// Every built-in role, from the top down; users add their own by naming a class.
///
/// ```
/// use bagan::{BUILT_IN_ROLES, RoleClass};
///
/// let dmm = BUILT_IN_ROLES.iter().find(|role| role.id == "digital-marketing-manager").unwrap();
/// assert_eq!((dmm.name, dmm.class), ("Digital marketing manager", RoleClass::Manager));
/// ```
pub const BUILT_IN_ROLES: &[BuiltInRole] = &[
    role("ceo", "Chief executive officer", RoleClass::ChiefExecutive),
    role("cmo", "Chief marketing officer", RoleClass::CLevel),
    role("vp-of-marketing", "VP of marketing", RoleClass::VicePresident),
    role("director-of-marketing", "Director of marketing", RoleClass::Director),
    role("digital-marketing-manager", "Digital marketing manager", RoleClass::Manager),
    role("senior-specialist", "Senior specialist", RoleClass::SeniorSpecialist),
    role("lead-specialist", "Lead specialist", RoleClass::SeniorSpecialist),
    role("specialist", "Specialist", RoleClass::Specialist),
    role("copywriter", "Copywriter", RoleClass::Contributor),
    role("graphic-designer", "Graphic designer", RoleClass::Contributor),
    role("head-of-sales", "Head of sales", RoleClass::DepartmentHead),
    role("product-manager", "Product manager", RoleClass::DepartmentHead),
    role("external", "Outside the org", RoleClass::External),
    role("other", "Other", RoleClass::Other),
];

const fn role(id: &'static str, name: &'static str, class: RoleClass) -> BuiltInRole {
    BuiltInRole { id, name, class }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case_and_unique() {
        for (index, role) in BUILT_IN_ROLES.iter().enumerate() {
            let kebab = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(role.id.split('-').all(kebab), "{}", role.id);
            assert!(BUILT_IN_ROLES[..index].iter().all(|other| other.id != role.id), "{}", role.id);
        }
    }

    #[test]
    fn every_class_has_a_role_from_the_top_down() {
        let mut classes: Vec<_> = BUILT_IN_ROLES.iter().map(|role| role.class).collect();
        classes.dedup();
        assert_eq!(classes, RoleClass::ALL);
    }
}
