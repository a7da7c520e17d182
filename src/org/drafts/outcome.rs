//! What can be stated of an outcome while it is added to an `OrgBuilder`.

use crate::id::Sym;
use crate::org::data::{OutcomeData, OutcomeTopic};
use crate::org::drafts::draft;
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
}
