//! What can be stated of a KPI while it is added to an `OrgBuilder`.

use crate::id::Sym;
use crate::money::Quantity;
use crate::org::data::KpiData;
use crate::org::drafts::draft;

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
