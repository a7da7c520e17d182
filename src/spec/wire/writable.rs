//! What a file has no form for.

use thiserror::Error;

use crate::calendar::Date;
use crate::money::Amount;
use crate::org::Path;
use crate::spec::wire::{DelegationSpec, OrgSpec, PositionSpec, RoleSpec, StandInSpec, WaiverSpec};

/// Something in an [`OrgSpec`] that was made in code, and that a file has no form for.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use bagan::{Money, OrgSpec, OrganizationSpec, PositionSpec};
///
/// let mut spec = OrgSpec::new(OrganizationSpec::new("Nusantara Retail", "IDR"));
/// let mut dmm = PositionSpec::new("digital-marketing-manager");
/// dmm.budget = Some(Money::from_minor(150).into());
/// spec.positions.insert("dmm".to_owned(), dmm);
/// assert_eq!(
///     spec.to_toml().unwrap_err().to_string(),
///     "positions.dmm.budget: an amount in minor units has no form in a file: see `Amount::of`"
/// );
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WriteError {
    /// [`Amount::Minor`], which is an amount without its currency.
    #[error("{at}: an amount in minor units has no form in a file: see `Amount::of`")]
    #[non_exhaustive]
    MinorUnits {
        /// The place.
        at: Path,
    },
    /// A date before the year 0.
    #[error("{at}: the date {date} is before the year 0, and has no form in a file")]
    #[non_exhaustive]
    EarlyDate {
        /// The place.
        at: Path,
        /// The date.
        date: Date,
    },
}

impl OrgSpec {
    /// Checks that a file has a form for everything; the first thing without one is the error.
    pub(crate) fn check_writable(&self) -> Result<(), WriteError> {
        let root = Path::new;
        for (id, role) in &self.roles {
            amounts(role.amounts(), || root().key("roles").key(id))?;
        }
        for (id, position) in &self.positions {
            amounts(position.amounts(), || root().key("positions").key(id))?;
        }
        for (index, StandInSpec { valid, .. }) in self.stand_ins.iter().enumerate() {
            let at = || root().key("stand-ins").index(index);
            dates([("valid.from", valid.from()), ("valid.until", valid.until())], at)?;
        }
        for (index, delegation) in self.delegations.iter().enumerate() {
            let at = || root().key("delegations").index(index);
            amounts(delegation.amounts(), at)?;
            dates([("valid.from", delegation.valid.from()), ("valid.until", delegation.valid.until())], at)?;
        }
        for (index, outcome) in self.outcomes.iter().enumerate() {
            amounts([("loss", outcome.loss.as_ref())], || root().key("outcomes").index(index))?;
        }
        for (index, WaiverSpec { until, .. }) in self.waivers.iter().enumerate() {
            dates([("until", *until)], || root().key("waivers").index(index))?;
        }
        let dual_control = self.policy.thresholds.dual_control_above.as_ref();
        amounts([("dual-control-above", dual_control)], || root().field("policy.thresholds"))
    }
}

impl RoleSpec {
    fn amounts(&self) -> [(&'static str, Option<&Amount>); 4] {
        let band = self.pay_band.as_ref();
        [
            ("approves-up-to", self.approves_up_to.as_ref()),
            ("pay-band.minimum", band.map(|band| &band.minimum)),
            ("pay-band.midpoint", band.and_then(|band| band.midpoint.as_ref())),
            ("pay-band.maximum", band.map(|band| &band.maximum)),
        ]
    }
}

impl PositionSpec {
    fn amounts(&self) -> [(&'static str, Option<&Amount>); 3] {
        [
            ("budget", self.budget.as_ref()),
            ("approves-up-to", self.approves_up_to.as_ref()),
            ("pay", self.pay.as_ref()),
        ]
    }
}

impl DelegationSpec {
    fn amounts(&self) -> [(&'static str, Option<&Amount>); 6] {
        [
            ("amount", Some(&self.amount)),
            ("limits.transaction", self.limits.transaction.as_ref()),
            ("limits.day", self.limits.day.as_ref()),
            ("limits.week", self.limits.week.as_ref()),
            ("limits.month", self.limits.month.as_ref()),
            ("limits.average.day", self.limits.average.as_ref().map(|average| &average.day)),
        ]
    }
}

fn amounts<const N: usize>(
    amounts: [(&'static str, Option<&Amount>); N],
    at: impl Fn() -> Path,
) -> Result<(), WriteError> {
    let minor = amounts.iter().find(|(_, amount)| matches!(amount, Some(Amount::Minor(_))));
    minor.map_or(Ok(()), |(field, _)| Err(WriteError::MinorUnits { at: at().field(field) }))
}

fn dates<const N: usize>(
    dates: [(&'static str, Option<Date>); N],
    at: impl Fn() -> Path,
) -> Result<(), WriteError> {
    for (field, date) in dates {
        if let Some(date) = date.filter(|date| date.year() < 0) {
            return Err(WriteError::EarlyDate { at: at().field(field), date });
        }
    }
    Ok(())
}
