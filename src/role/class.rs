//! The closed list of role classes.

use super::ClassFacts;
use super::facts;
use crate::words::word_enum;

word_enum! {
    /// What kind of role a position has: the closed list that the rules speak about.
    ///
    /// Roles are open, and each names its class. Values compare in the order of the list below; to ask which
    /// of two classes stands higher, compare their [`rank`](Self::rank).
    ///
    /// ```
    /// use bagan::{Risk, RoleClass};
    ///
    /// let class: RoleClass = "specialist".parse()?;
    /// assert_eq!(class.facts().risk, Some(Risk::Medium));
    /// assert_eq!(class.facts().reports_to, [RoleClass::Manager, RoleClass::SeniorSpecialist]);
    /// assert!(class.rank() < RoleClass::Manager.rank());
    /// # Ok::<(), bagan::UnknownWord>(())
    /// ```
    pub enum RoleClass ("role class") {
        /// The head of the whole business: the CEO (S18).
        ChiefExecutive = "chief-executive",
        /// Another member of the C-level, such as the CMO (S18).
        CLevel = "c-level",
        /// A vice-president, such as the VP of marketing (S22).
        VicePresident = "vice-president",
        /// A director (S22).
        Director = "director",
        /// The manager of a marketing department: the DMM (S02).
        Manager = "manager",
        /// A senior or lead specialist: a deep technical expert (S21).
        SeniorSpecialist = "senior-specialist",
        /// A specialist of one or two channels (S08).
        Specialist = "specialist",
        /// Another contributor in marketing, such as a copywriter or a graphic designer (S19).
        Contributor = "contributor",
        /// A peer who heads another department, such as the head of sales or a product manager (S18).
        DepartmentHead = "department-head",
        /// Somebody outside the modelled org: an agency, a manager that an export names but does not list.
        External = "external",
        /// A role that the domain says nothing of.
        Other = "other",
    }
}

impl RoleClass {
    /// Returns what the domain says of this class.
    #[must_use]
    pub const fn facts(self) -> &'static ClassFacts {
        match self {
            Self::ChiefExecutive => &facts::CHIEF_EXECUTIVE,
            Self::CLevel => &facts::C_LEVEL,
            Self::VicePresident => &facts::VICE_PRESIDENT,
            Self::Director => &facts::DIRECTOR,
            Self::Manager => &facts::MANAGER,
            Self::SeniorSpecialist => &facts::SENIOR_SPECIALIST,
            Self::Specialist => &facts::SPECIALIST,
            Self::Contributor => &facts::CONTRIBUTOR,
            Self::DepartmentHead => &facts::DEPARTMENT_HEAD,
            Self::External => &facts::EXTERNAL,
            Self::Other => &facts::OTHER,
        }
    }

    /// Returns how high the class stands in the hierarchy, from 1 for a specialist to 7 for the CEO (S11).
    ///
    /// `None` for the classes that the hierarchy does not place: contributors, heads of other departments,
    /// people outside the org, and other roles. They stand neither above nor below anyone, so compare two
    /// ranks only where both are there.
    #[must_use]
    pub const fn rank(self) -> Option<u8> {
        match self {
            Self::ChiefExecutive => Some(7),
            Self::CLevel => Some(6),
            Self::VicePresident => Some(5),
            Self::Director => Some(4),
            Self::Manager => Some(3),
            Self::SeniorSpecialist => Some(2),
            Self::Specialist => Some(1),
            Self::Contributor | Self::DepartmentHead | Self::External | Self::Other => None,
        }
    }

    /// Returns whether the class stands above a DMM: director, vice-president, C-level or CEO (S18, S22).
    #[must_use]
    pub const fn is_executive(self) -> bool {
        matches!(self, Self::ChiefExecutive | Self::CLevel | Self::VicePresident | Self::Director)
    }

    /// Returns whether the class is that of a specialist, a senior one included (S21).
    #[must_use]
    pub const fn is_specialist(self) -> bool {
        matches!(self, Self::SeniorSpecialist | Self::Specialist)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn executives_rank_above_the_manager_and_specialists_below() {
        let manager = RoleClass::Manager.rank();
        for class in RoleClass::ALL {
            let rank = class.rank();
            assert_eq!(class.is_executive(), rank > manager, "{class}");
            assert_eq!(class.is_specialist(), rank.is_some() && rank < manager, "{class}");
        }
    }

    #[test]
    fn ranks_fall_without_a_gap_in_the_order_of_the_list() {
        let ranks: Vec<_> = RoleClass::ALL.iter().filter_map(|class| class.rank()).collect();
        assert_eq!(ranks, [7, 6, 5, 4, 3, 2, 1]);
    }
}
