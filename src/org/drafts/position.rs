//! What can be stated of a position while it is added to an `OrgBuilder`.

use crate::money::{Amount, Money, Quantity};
use crate::org::drafts::draft;
use crate::org::path::Path;
use crate::role::{DecisionRight, Seniority};

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
