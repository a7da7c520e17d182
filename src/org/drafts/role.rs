//! What can be stated of a role while it is added to an `OrgBuilder`.

use crate::id::Sym;
use crate::money::{Amount, Money};
use crate::org::data::{PayBand, RoleStatement};
use crate::org::drafts::draft;
use crate::org::path::Path;
use crate::role::{RoleClass, Seniority};

draft!(
    /// A role that is being stated.
    RoleDraft
);

impl RoleDraft<'_> {
    fn set(self, set: impl FnOnce(&mut RoleStatement<Sym>)) -> Self {
        if let Some((_, role)) = self.builder.roles.last_mut() {
            set(role);
        }
        self
    }

    fn money(&mut self, amount: &Amount, field: &str) -> Option<Money> {
        let id = self.builder.roles.last().map(|(id, _)| *id);
        let id = id.map(|id| self.builder.names.resolve(id).to_owned()).unwrap_or_default();
        self.builder.money(amount, || Path::new().key("roles").key(&id).field(field))
    }

    /// Sets the class, which the rules speak of; a built-in role has its own.
    pub fn class(self, class: RoleClass) -> Self {
        self.set(|role| role.class = Some(class))
    }

    /// Sets the name for people to read.
    pub fn name(self, name: &str) -> Self {
        self.set(|role| role.name = Some(name.into()))
    }

    /// Sets the largest single spend that a position in this role may approve.
    pub fn approves_up_to(mut self, amount: impl Into<Amount>) -> Self {
        let money = self.money(&amount.into(), "approves-up-to");
        self.set(|role| role.approves_up_to = money)
    }

    /// Sets the pay band of a year: bottom, middle, top.
    pub fn pay_band(
        mut self,
        minimum: impl Into<Amount>,
        midpoint: impl Into<Amount>,
        maximum: impl Into<Amount>,
    ) -> Self {
        let minimum = self.money(&minimum.into(), "pay-band.minimum");
        let midpoint = self.money(&midpoint.into(), "pay-band.midpoint");
        let maximum = self.money(&maximum.into(), "pay-band.maximum");
        let (Some(minimum), Some(midpoint), Some(maximum)) = (minimum, midpoint, maximum) else {
            return self;
        };
        self.set(|role| role.pay_band = Some(PayBand { minimum, midpoint, maximum }))
    }

    /// Sets the lowest and the highest career level.
    pub fn levels(self, lowest: Seniority, highest: Seniority) -> Self {
        self.set(|role| role.levels = Some((lowest, highest)))
    }

    /// Sets the next steps on the career ladder, in place of those of the class.
    pub fn next<I: AsRef<str>>(self, roles: impl IntoIterator<Item = I>) -> Self {
        let roles = roles.into_iter().map(|id| self.builder.names.intern(id.as_ref())).collect();
        self.set(|role| role.next = Some(roles))
    }
}
