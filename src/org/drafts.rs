//! What can be stated of one role, position, delegation, outcome or KPI while it is added to an `OrgBuilder`.
//!
//! A draft is dropped when its last word is said: there is nothing to finish.

use crate::calendar::{Interval, Window};
use crate::id::Sym;
use crate::money::{Amount, Money, Quantity};
use crate::org::builder::OrgBuilder;
use crate::org::data::{DelegationData, KpiData, OutcomeData, PayBand, RoleStatement};
use crate::org::path::Path;
use crate::role::{DecisionRight, Permission, Risk, RoleClass, Seniority};

macro_rules! draft {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name<'b> {
            builder: &'b mut OrgBuilder,
        }

        impl<'b> $name<'b> {
            pub(crate) fn new(builder: &'b mut OrgBuilder) -> Self {
                Self { builder }
            }
        }
    };
}

draft!(
    /// A position that is being stated.
    PositionDraft
);

impl PositionDraft<'_> {
    fn row(&self) -> usize {
        self.builder.seats.len().saturating_sub(1)
    }

    fn money(&mut self, amount: &Amount, field: &str) -> Option<Money> {
        let id = self.builder.seats.last().map(|seat| seat.id);
        let id = id.map(|id| self.builder.names.resolve(id).to_owned()).unwrap_or_default();
        self.builder.money(amount, || Path::new().key("positions").key(&id).field(field))
    }

    /// Sets the person who holds the position, by id.
    pub fn holder(self, person: &str) -> Self {
        let person = self.builder.names.intern(person);
        if let Some(seat) = self.builder.seats.last_mut() {
            seat.holder = Some(person);
        }
        self
    }

    /// Sets the person who stands in while the position is vacant, by id.
    pub fn acting(self, person: &str) -> Self {
        let (row, person) = (self.row(), self.builder.names.intern(person));
        self.builder.extras.acting.set(row, person);
        self
    }

    /// Sets the solid reporting line.
    pub fn reports_to(self, manager: &str) -> Self {
        let manager = self.builder.names.intern(manager);
        if let Some(slot) = self.builder.managers.last_mut() {
            *slot = Some(manager);
        }
        self
    }

    /// Adds dotted lines to other positions.
    pub fn dotted_lines<I: AsRef<str>>(self, to: impl IntoIterator<Item = I>) -> Self {
        let row = self.row();
        for id in to {
            let id = self.builder.names.intern(id.as_ref());
            self.builder.extras.dotted.push(row, id);
        }
        self
    }

    /// Adds positions that this one works with; both sides see it.
    pub fn works_with<I: AsRef<str>>(self, others: impl IntoIterator<Item = I>) -> Self {
        let row = self.row();
        for id in others {
            let id = self.builder.names.intern(id.as_ref());
            self.builder.extras.works_with.push(row, id);
        }
        self
    }

    /// Assigns channels.
    pub fn channels<I: AsRef<str>>(self, channels: impl IntoIterator<Item = I>) -> Self {
        let row = self.row();
        for id in channels {
            let id = self.builder.names.intern(id.as_ref());
            self.builder.extras.channels.push(row, id);
        }
        self
    }

    /// Adds decision rights.
    pub fn decides(self, rights: impl IntoIterator<Item = DecisionRight>) -> Self {
        let row = self.row();
        for right in rights {
            self.builder.extras.decides.push(row, right);
        }
        self
    }

    /// Grants a budget for the fiscal year, from outside the org.
    pub fn budget(mut self, amount: impl Into<Amount>) -> Self {
        let row = self.row();
        if let Some(money) = self.money(&amount.into(), "budget") {
            self.builder.extras.budget.set(row, money);
        }
        self
    }

    /// Sets the largest single spend that the position may approve; it goes before the role's.
    pub fn approves_up_to(mut self, amount: impl Into<Amount>) -> Self {
        let row = self.row();
        if let Some(money) = self.money(&amount.into(), "approves-up-to") {
            self.builder.extras.approves_up_to.set(row, money);
        }
        self
    }

    /// Sets the pay of a year.
    pub fn pay(mut self, amount: impl Into<Amount>) -> Self {
        let row = self.row();
        if let Some(money) = self.money(&amount.into(), "pay") {
            self.builder.extras.pay.set(row, money);
        }
        self
    }

    /// Sets the share of a full-time job, 1 being full time.
    pub fn fte(self, share: impl Into<Quantity>) -> Self {
        let row = self.row();
        self.builder.extras.fte.set(row, share.into());
        self
    }

    /// Sets the career level.
    pub fn level(self, level: Seniority) -> Self {
        let row = self.row();
        self.builder.extras.level.set(row, level);
        self
    }

    /// Sets a title for people to read.
    pub fn title(self, title: &str) -> Self {
        let row = self.row();
        self.builder.extras.title.set(row, title.into());
        self
    }
}

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

    /// Sets when the delegation is in force; always unless set.
    pub fn valid(self, interval: Interval) -> Self {
        self.set(|delegation| delegation.valid = interval)
    }

    /// Says whether the delegate may delegate further; as its role class may unless set.
    pub fn sub_delegation(self, permission: Permission) -> Self {
        self.set(|delegation| delegation.sub_delegation = Some(permission))
    }
}

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

draft!(
    /// An outcome that is being stated.
    OutcomeDraft
);

impl OutcomeDraft<'_> {
    fn set(self, set: impl FnOnce(&mut OutcomeData<Sym, Sym>)) -> Self {
        if let Some(outcome) = self.builder.outcomes.last_mut() {
            set(outcome);
        }
        self
    }

    fn intern<I: AsRef<str>>(&mut self, ids: impl IntoIterator<Item = I>) -> Vec<Sym> {
        ids.into_iter().map(|id| self.builder.names.intern(id.as_ref())).collect()
    }

    /// Sets the name for people to read.
    pub fn name(self, name: &str) -> Self {
        self.set(|outcome| outcome.name = Some(name.into()))
    }

    /// Sets the channel whose result it is.
    pub fn channel(self, id: &str) -> Self {
        let id = self.builder.names.intern(id);
        self.set(|outcome| outcome.channel = Some(id))
    }

    /// Sets how much risk it bears.
    pub fn risk(self, risk: Risk) -> Self {
        self.set(|outcome| outcome.risk = Some(risk))
    }

    /// Sets who does the work.
    pub fn responsible<I: AsRef<str>>(mut self, positions: impl IntoIterator<Item = I>) -> Self {
        let ids = self.intern(positions);
        self.set(|outcome| outcome.responsible = ids)
    }

    /// Sets who is asked before.
    pub fn consulted<I: AsRef<str>>(mut self, positions: impl IntoIterator<Item = I>) -> Self {
        let ids = self.intern(positions);
        self.set(|outcome| outcome.consulted = ids)
    }

    /// Sets who is told after.
    pub fn informed<I: AsRef<str>>(mut self, positions: impl IntoIterator<Item = I>) -> Self {
        let ids = self.intern(positions);
        self.set(|outcome| outcome.informed = ids)
    }
}

draft!(
    /// A KPI that is being stated.
    KpiDraft
);

impl KpiDraft<'_> {
    fn set(self, set: impl FnOnce(&mut KpiData<Sym, Sym, Sym>)) -> Self {
        if let Some(kpi) = self.builder.kpis.last_mut() {
            set(kpi);
        }
        self
    }

    /// Sets the name for people to read.
    pub fn name(self, name: &str) -> Self {
        self.set(|kpi| kpi.name = Some(name.into()))
    }

    /// Sets the target of the fiscal year, in the KPI's own unit.
    pub fn target(self, target: impl Into<Quantity>) -> Self {
        let target = target.into();
        self.set(|kpi| kpi.target = Some(target))
    }

    /// Sets the KPI that this one is a part of.
    pub fn contributes_to(self, kpi: &str) -> Self {
        let id = self.builder.names.intern(kpi);
        self.set(|kpi| kpi.contributes_to = Some(id))
    }

    /// Sets the outcome that it measures.
    pub fn measures(self, outcome: &str) -> Self {
        let id = self.builder.names.intern(outcome);
        self.set(|kpi| kpi.outcome = Some(id))
    }
}
