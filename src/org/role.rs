//! The view of a role.

use crate::money::Money;
use crate::org::data::{PayBand, RoleData, RoleStatement};
use crate::org::graph::Org;
use crate::org::index::RoleIx;
use crate::org::view::view;
use crate::role::{RoleClass, Seniority};

view!(
    /// What a position is: a name, and the class that the rules speak of.
    Role,
    RoleIx
);

impl<'o> Role<'o> {
    fn data(self) -> Option<&'o RoleData> {
        self.org.roles.get(self.ix.index())
    }

    fn stated(self) -> Option<&'o RoleStatement<RoleIx>> {
        self.data().and_then(|data| data.stated.as_ref())
    }

    /// Returns the id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.data().map_or("", |data| self.org.names.resolve(data.id))
    }

    /// Returns the class.
    #[must_use]
    pub fn class(self) -> RoleClass {
        self.data().map_or(RoleClass::Other, |data| data.class)
    }

    /// Returns the class as the org states it: built-in roles need no statement.
    #[must_use]
    pub fn stated_class(self) -> Option<RoleClass> {
        self.stated().and_then(|role| role.class)
    }

    /// Returns the name for people to read: as stated, else as built in.
    #[must_use]
    pub fn name(self) -> Option<&'o str> {
        self.stated_name().or_else(|| self.data()?.built_in.map(|built_in| built_in.name))
    }

    /// Returns the name that the org states.
    #[must_use]
    pub fn stated_name(self) -> Option<&'o str> {
        self.stated().and_then(|role| role.name.as_deref())
    }

    /// Returns whether the role is built in.
    #[must_use]
    pub fn is_built_in(self) -> bool {
        self.data().is_some_and(|data| data.built_in.is_some())
    }

    /// Returns the largest single spend that a position in this role may approve, if one is stated.
    #[must_use]
    pub fn approves_up_to(self) -> Option<Money> {
        self.stated().and_then(|role| role.approves_up_to)
    }

    /// Returns the pay band of a year, if one is stated.
    #[must_use]
    pub fn pay_band(self) -> Option<PayBand> {
        self.stated().and_then(|role| role.pay_band)
    }

    /// Returns the lowest and the highest career level: as stated, else as the class has (S21, S22).
    #[must_use]
    pub fn levels(self) -> Option<(Seniority, Seniority)> {
        self.stated_levels().or_else(|| self.class().facts().levels)
    }

    /// Returns the levels that the org states.
    #[must_use]
    pub fn stated_levels(self) -> Option<(Seniority, Seniority)> {
        self.stated().and_then(|role| role.levels)
    }

    /// Returns the classes to whose roles a career leads from here, if the org states no steps (S21, S22).
    ///
    /// None if it does: then [`Self::stated_next`] has them, be it none at all. See [`Ladder`](crate::career::Ladder).
    #[must_use]
    pub fn next_classes(self) -> Option<&'static [RoleClass]> {
        self.stated_next().is_none().then(|| self.class().facts().next)
    }

    /// Returns the next steps on the career ladder that the org states.
    pub fn stated_next(self) -> Option<impl ExactSizeIterator<Item = Self> + Clone> {
        let next = self.stated()?.next.as_deref()?;
        Some(next.iter().map(move |&ix| self.org.role_at(ix)))
    }
}
