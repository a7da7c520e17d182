//! [`OrgBuilder`]: an org as it is stated, before anything is resolved.

use crate::calendar::{Calendar, Interval};
use crate::graph_support::Column;
use crate::id::{Names, Sym};
use crate::money::{Amount, Currency, Money};
use crate::org::build;
use crate::org::data::{
    AverageData, ChannelData, DelegationData, Extras, KpiData, OutcomeData, OutcomeKind, PackedLimits,
    RoleStatement, Seat, StandInData,
};
use crate::org::drafts::{DelegationDraft, KpiDraft, OutcomeDraft, PositionDraft, RoleDraft, StandInDraft};
use crate::org::error::{BuildError, BuildErrors, Fault};
use crate::org::fails_with::FailsWith;
use crate::org::graph::Org;
use crate::org::pacing::Pacing;
use crate::org::path::Path;
use crate::org::policy::{Policy, Waiver};

/// Collects what is stated of an org, in any order, and builds it.
///
/// Ids may be used before they are stated. Amounts follow the file format: a whole number counts major units of
/// the currency, a text such as `"12.50"` is exact, and [`Money`] is taken as it is.
///
/// ```
/// use bagan::OrgBuilder;
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.channel("paid-social", "Paid social");
/// org.position("cmo", "cmo").holder("sari");
/// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(12_000_000_000);
/// org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["paid-social"]);
/// org.delegation("dmm", "social", 4_800_000_000).channel("paid-social").day(20_000_000).week(100_000_000);
/// let org = org.build()?;
///
/// let social = org.position("social").ok_or("no such position")?;
/// assert_eq!(social.manager().map(|manager| manager.id()), Some("dmm"));
/// assert_eq!(social.chain().count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct OrgBuilder {
    pub(crate) names: Names,
    pub(crate) name: Box<str>,
    pub(crate) currency: Option<Currency>,
    pub(crate) calendar: Calendar,
    pub(crate) policy: Policy,
    pub(crate) waivers: Vec<Waiver>,
    pub(crate) channels: Vec<ChannelData>,
    pub(crate) platforms: Vec<(Sym, Pacing)>,
    pub(crate) roles: Vec<(Sym, RoleStatement<Sym>)>,
    pub(crate) seats: Vec<Seat<Sym>>,
    pub(crate) managers: Vec<Option<Sym>>,
    pub(crate) extras: Extras<Sym, Sym>,
    pub(crate) stand_ins: Vec<StandInData<Sym>>,
    pub(crate) delegations: Vec<DelegationData<Sym, Sym>>,
    /// By the place of the delegation.
    pub(crate) averages: Column<AverageData<Sym>>,
    pub(crate) outcomes: Vec<OutcomeData<Sym, Sym>>,
    pub(crate) kpis: Vec<KpiData<Sym, Sym, Sym>>,
    pub(crate) errors: Vec<BuildError>,
}

impl OrgBuilder {
    /// Begins an org with its name and the ISO 4217 code of its one currency, such as `IDR`.
    #[must_use]
    pub fn new(name: &str, currency: &str) -> Self {
        let mut errors = Vec::new();
        let currency = Currency::from_code(currency)
            .map_err(|error| errors.push(BuildError { at: currency_path(), what: error.into() }))
            .ok();
        Self {
            names: Names::default(),
            name: name.into(),
            currency,
            calendar: Calendar::default(),
            policy: Policy::default(),
            waivers: Vec::new(),
            channels: Vec::new(),
            platforms: Vec::new(),
            roles: Vec::new(),
            seats: Vec::new(),
            managers: Vec::new(),
            extras: Extras::default(),
            stand_ins: Vec::new(),
            delegations: Vec::new(),
            averages: Column::default(),
            outcomes: Vec::new(),
            kpis: Vec::new(),
            errors,
        }
    }

    /// Makes room for `positions` positions whose ids take `id_bytes` bytes in all; for large orgs.
    pub fn reserve(&mut self, positions: usize, id_bytes: usize) -> &mut Self {
        self.names.reserve(positions, id_bytes);
        self.seats.reserve(positions);
        self.managers.reserve(positions);
        self
    }

    /// Returns the currency, unless its code is unknown.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// Sets where fiscal years and weeks begin; 1 January and Monday unless set.
    pub fn calendar(&mut self, calendar: Calendar) -> &mut Self {
        self.calendar = calendar;
        self
    }

    /// Sets the policy: levels and thresholds of the rules.
    pub fn policy(&mut self, policy: Policy) -> &mut Self {
        self.policy = policy;
        self
    }

    /// Returns the policy, to change it.
    pub fn policy_mut(&mut self) -> &mut Policy {
        &mut self.policy
    }

    /// Adds a channel and its name.
    pub fn channel(&mut self, id: &str, name: &str) -> &mut Self {
        let id = self.names.intern(id);
        let name = (!name.is_empty()).then(|| name.into());
        self.channels.push(ChannelData { id, name });
        self
    }

    /// Adds a platform of your own, or states `google-ads` or `meta` anew; see [`DelegationDraft::average`].
    pub fn platform(&mut self, id: &str, pacing: Pacing) -> &mut Self {
        let id = self.names.intern(id);
        self.platforms.push((id, pacing));
        self
    }

    /// Adds a role of your own, or states more of a built-in one.
    pub fn role(&mut self, id: &str) -> RoleDraft<'_> {
        let id = self.names.intern(id);
        self.roles.push((id, RoleStatement::default()));
        RoleDraft::new(self)
    }

    /// Adds a position in a role; it is vacant, and a root, until the draft says otherwise.
    pub fn position(&mut self, id: &str, role: &str) -> PositionDraft<'_> {
        let (id, role) = (self.names.intern(id), self.names.intern(role));
        self.add_seat(id, role, None);
        PositionDraft::new(self)
    }

    /// Adds a stand-in: while it is in force, the person of `by` acts in `position`, whose holder is away.
    pub fn stand_in(&mut self, position: &str, by: &str, valid: Interval) -> StandInDraft<'_> {
        let (position, by) = (self.names.intern(position), self.names.intern(by));
        self.stand_ins.push(StandInData { position, by, valid, reason: None });
        StandInDraft::new(self)
    }

    /// Adds a delegation of `amount` a fiscal year, for every channel of `to` unless the draft names one.
    pub fn delegation(&mut self, from: &str, to: &str, amount: impl Into<Amount>) -> DelegationDraft<'_> {
        let (from, to) = (self.names.intern(from), self.names.intern(to));
        let index = self.delegations.len();
        let path = || Path::new().key("delegations").index(index).key("amount");
        let amount = self.money(&amount.into(), path).unwrap_or_default();
        self.add_delegation(from, to, amount);
        DelegationDraft::new(self)
    }

    /// Adds an outcome and the one position that is accountable for it.
    pub fn outcome(&mut self, id: &str, kind: OutcomeKind, accountable: &str) -> OutcomeDraft<'_> {
        let (id, accountable) = (self.names.intern(id), self.names.intern(accountable));
        self.outcomes.push(OutcomeData {
            id,
            name: None,
            kind,
            about: Vec::new(),
            channel: None,
            risk: None,
            accountable,
            responsible: Vec::new(),
            consulted: Vec::new(),
            informed: Vec::new(),
            probability: None,
            loss: None,
            rests_on: Vec::new(),
            fails_with: FailsWith::default(),
        });
        OutcomeDraft::new(self)
    }

    /// Adds a KPI and the position that owns it.
    pub fn kpi(&mut self, id: &str, owner: &str) -> KpiDraft<'_> {
        let (id, owner) = (self.names.intern(id), self.names.intern(owner));
        self.kpis.push(KpiData { id, name: None, owner, target: None, contributes_to: None, outcome: None });
        KpiDraft::new(self)
    }

    /// Adds a waiver.
    pub fn waiver(&mut self, waiver: Waiver) -> &mut Self {
        self.waivers.push(waiver);
        self
    }

    /// Builds the org.
    ///
    /// Costs O(n) in what is stated.
    ///
    /// # Errors
    /// Everything that keeps it from being a graph, at once.
    pub fn build(self) -> Result<Org, BuildErrors> {
        build::build(self)
    }

    /// Adds a position by symbols of its [`Names`], without looking anything up; returns its row. For imports.
    pub(crate) fn add_seat(&mut self, id: Sym, role: Sym, holder: Option<Sym>) -> usize {
        self.seats.push(Seat { id, role, holder });
        self.managers.push(None);
        self.seats.len() - 1
    }

    /// Adds a general delegation by symbols, without looking anything up; returns its place. For imports.
    pub(crate) fn add_delegation(&mut self, from: Sym, to: Sym, amount: Money) -> usize {
        self.delegations.push(DelegationData {
            from,
            to,
            channel: None,
            amount,
            limits: PackedLimits::NONE,
            valid: Interval::ALWAYS,
            sub_delegation: None,
        });
        self.delegations.len() - 1
    }

    /// Turns an amount into money; if it is none, notes why and where.
    pub(crate) fn money(&mut self, amount: &Amount, at: impl FnOnce() -> Path) -> Option<Money> {
        // Without a currency nothing can be said of amounts, and the currency is reported already.
        let currency = self.currency?;
        let fault = match amount.resolve(currency) {
            Ok(money) if money.is_negative() => {
                Fault::NegativeAmount { amount: currency.display(money).to_string() }
            }
            Ok(money) => return Some(money),
            Err(error) => error.into(),
        };
        self.errors.push(BuildError { at: at(), what: fault });
        None
    }
}

fn currency_path() -> Path {
    Path::new().field("organization.currency")
}
