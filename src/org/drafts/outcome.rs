//! What can be stated of an outcome while it is added to an `OrgBuilder`.

use crate::id::Sym;
use crate::money::{Amount, Quantity};
use crate::org::data::{OutcomeData, OutcomeTopic};
use crate::org::drafts::draft;
use crate::org::fails_with::FailsWith;
use crate::org::path::Path;
use crate::role::Risk;

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

    /// Sets what it is about: the return on what is spent, the team's performance …
    pub fn about(self, topics: impl IntoIterator<Item = OutcomeTopic>) -> Self {
        self.set(|outcome| outcome.about = topics.into_iter().collect())
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

    /// Sets the probability that it fails by itself in a fiscal year, from 0 to 1.
    pub fn probability(self, probability: impl Into<Quantity>) -> Self {
        let probability = probability.into();
        self.set(|outcome| outcome.probability = Some(probability))
    }

    /// Sets what is lost if it fails, besides what is lost with those it rests on.
    pub fn loss(self, amount: impl Into<Amount>) -> Self {
        let index = self.builder.outcomes.len().saturating_sub(1);
        let path = || Path::new().key("outcomes").index(index).key("loss");
        match self.builder.money(&amount.into(), path) {
            Some(money) => self.set(|outcome| outcome.loss = Some(money)),
            None => self,
        }
    }

    /// Sets the outcomes that it rests on: it fails when any of them does, unless [`fails_with`] says more.
    ///
    /// [`fails_with`]: Self::fails_with
    pub fn rests_on<I: AsRef<str>>(mut self, outcomes: impl IntoIterator<Item = I>) -> Self {
        let ids = self.intern(outcomes);
        self.set(|outcome| outcome.rests_on = ids)
    }

    /// Sets how many of the outcomes that it rests on must fail for it to fail.
    pub fn fails_with(self, how_many: FailsWith) -> Self {
        self.set(|outcome| outcome.fails_with = how_many)
    }
}
