//! Pickers: something of an org that is there already.

use proptest::prelude::*;

use crate::org::{ChannelIx, DelegationIx, KpiIx, Org, OutcomeIx, PositionIx};

macro_rules! pickers {
    ($($(#[$meta:meta])* $name:ident: $handle:ident of $all:ident;)+) => {
        $(
            $(#[$meta])*
            pub fn $name(org: &Org) -> impl Strategy<Value = Option<$handle>> + use<> {
                let handles: Vec<$handle> = org.$all().map(|item| item.ix()).collect();
                any::<prop::sample::Index>().prop_map(move |pick| {
                    (!handles.is_empty()).then(|| pick.index(handles.len())).and_then(|at| handles.get(at).copied())
                })
            }
        )+
    };
}

pickers! {
    /// Picks a position of an org, by its handle; `None` from an org without one. Shrinks to the first stated.
    ///
    /// ```
    /// use bagan::OrgBuilder;
    /// use bagan::strategies::position_of;
    /// use proptest::prelude::*;
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// let org = org.build()?;
    ///
    /// // Whoever of the two leaves, somebody is left.
    /// proptest!(|(leaver in position_of(&org))| {
    ///     let leaver = leaver.map(|ix| org.position_at(ix)).and_then(|position| position.holder());
    ///     prop_assert!(org.people().any(|person| Some(person.id()) != leaver));
    /// });
    /// # Ok::<(), bagan::BuildErrors>(())
    /// ```
    position_of: PositionIx of positions;
    /// Picks a channel of an org, by its handle; `None` from an org without one. Shrinks to the first stated.
    channel_of: ChannelIx of channels;
    /// Picks a delegation of an org, by its handle; `None` from an org without one. Shrinks to the first stated.
    delegation_of: DelegationIx of delegations;
    /// Picks an outcome of an org, by its handle; `None` from an org without one. Shrinks to the first stated.
    outcome_of: OutcomeIx of outcomes;
    /// Picks a KPI of an org, by its handle; `None` from an org without one. Shrinks to the first stated.
    kpi_of: KpiIx of kpis;
}
