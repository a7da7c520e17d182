//! What can be stated of a delegation while it is added to an `OrgBuilder`.

use crate::calendar::{Interval, Window};
use crate::id::Sym;
use crate::money::Amount;
use crate::org::data::{AverageData, DelegationData};
use crate::org::drafts::draft;
use crate::org::path::Path;
use crate::role::Permission;

draft!(
    /// A delegation that is being stated.
    DelegationDraft
);

impl DelegationDraft<'_> {
    fn set(self, set: impl FnOnce(&mut DelegationData<Sym, Sym>)) -> Self {
        if let Some(delegation) = self.builder.delegations.last_mut() {
            set(delegation);
        }
        self
    }

    /// Narrows the delegation to one channel.
    pub fn channel(self, id: &str) -> Self {
        let id = self.builder.names.intern(id);
        self.set(|delegation| delegation.channel = Some(id))
    }

    /// Sets the limit of one window.
    pub fn limit(self, window: Window, amount: impl Into<Amount>) -> Self {
        let index = self.builder.delegations.len().saturating_sub(1);
        let path = || Path::new().key("delegations").index(index).key("limits").key(window.as_str());
        match self.builder.money(&amount.into(), path) {
            Some(money) => self.set(|delegation| delegation.limits.set(window, money)),
            None => self,
        }
    }

    /// Sets the limit per transaction.
    pub fn transaction(self, amount: impl Into<Amount>) -> Self {
        self.limit(Window::Transaction, amount)
    }

    /// Sets the limit per day.
    pub fn day(self, amount: impl Into<Amount>) -> Self {
        self.limit(Window::Day, amount)
    }

    /// Sets the limit per week.
    pub fn week(self, amount: impl Into<Amount>) -> Self {
        self.limit(Window::Week, amount)
    }

    /// Sets the limit per calendar month.
    pub fn month(self, amount: impl Into<Amount>) -> Self {
        self.limit(Window::Month, amount)
    }

    /// Limits the average day on a platform: `google-ads`, `meta`, or one that the org states.
    ///
    /// What the platform may charge at most for such an average limits a day, and a week or a month, as well.
    pub fn average(self, amount: impl Into<Amount>, platform: &str) -> Self {
        let platform = self.builder.names.intern(platform);
        let index = self.builder.delegations.len().saturating_sub(1);
        let path = || Path::new().key("delegations").index(index).field("limits.average.day");
        // Without an amount the org is not built; the platform is looked at all the same.
        let amount = self.builder.money(&amount.into(), path).unwrap_or_default();
        self.builder.averages.set(index, AverageData { amount, platform });
        self
    }

    /// Sets when the delegation is in force; always unless set.
    pub fn valid(self, interval: Interval) -> Self {
        self.set(|delegation| delegation.valid = interval)
    }

    /// Says whether the delegate may delegate further; as its role class may unless set.
    pub fn sub_delegation(self, permission: Permission) -> Self {
        self.set(|delegation| delegation.sub_delegation = Some(permission))
    }
}
