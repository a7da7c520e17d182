//! Why a spend is not simply approved: stable codes, and sets of them.

use std::fmt;

use crate::words::word_enum;

word_enum! {
    /// Why a spend is not simply approved.
    ///
    /// The words are a contract: scripts and services rely on them. Codes come in the order of the tests.
    pub enum ReasonCode ("reason") {
        /// The amount is zero or below.
        AmountNotPositive = "amount-not-positive",
        /// The request is in another currency than the org.
        ForeignCurrency = "foreign-currency",
        /// No position has the id.
        UnknownPosition = "unknown-position",
        /// No channel has the id.
        UnknownChannel = "unknown-channel",
        /// Nobody holds the position on that day, or stands in.
        PositionVacant = "position-vacant",
        /// The position is not assigned the channel (S13).
        ChannelNotAssigned = "channel-not-assigned",
        /// The position holds no account in force that covers the channel.
        NoAccount = "no-account",
        /// The account is cut from nothing: its funding path ends at no budget.
        NoFunding = "no-funding",
        /// The amount is above a limit per transaction.
        TransactionLimit = "transaction-limit",
        /// The amount, with what the day holds already, is above its limit.
        DayLimit = "day-limit",
        /// The amount, with what the week holds already, is above its limit.
        WeekLimit = "week-limit",
        /// The amount, with what the month holds already, is above its limit.
        MonthLimit = "month-limit",
        /// The amount is more than is left on an account of the funding path.
        AccountExhausted = "account-exhausted",
        /// The amount is above that from which on two people must approve.
        DualControl = "dual-control",
    }
}

impl ReasonCode {
    /// Returns whether an approval lifts it; if not, the spend is denied whoever approves.
    #[must_use]
    pub const fn is_overridable(self) -> bool {
        matches!(
            self,
            Self::TransactionLimit | Self::DayLimit | Self::WeekLimit | Self::MonthLimit | Self::DualControl
        )
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of reasons.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Reasons(u16);

impl Reasons {
    /// No reason.
    pub const NONE: Self = Self(0);

    pub(super) fn add(&mut self, code: ReasonCode) {
        self.0 |= code.bit();
    }

    /// Returns whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns whether a reason is among them.
    #[must_use]
    pub const fn contains(self, code: ReasonCode) -> bool {
        self.0 & code.bit() != 0
    }

    /// Returns whether an approval lifts them all.
    #[must_use]
    pub fn are_overridable(self) -> bool {
        self.iter().all(ReasonCode::is_overridable)
    }

    /// Returns the reasons, in the order of the tests.
    pub fn iter(self) -> impl Iterator<Item = ReasonCode> {
        ReasonCode::ALL.iter().copied().filter(move |code| self.contains(*code))
    }
}

impl From<ReasonCode> for Reasons {
    fn from(code: ReasonCode) -> Self {
        Self(code.bit())
    }
}

impl fmt::Display for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, code) in self.iter().enumerate() {
            write!(f, "{}`{code}`", if index == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(ReasonCode::as_str)).finish()
    }
}

word_enum! {
    /// What becomes of a spend request.
    pub enum Verdict ("verdict") {
        /// It may be spent.
        Approved = "approved",
        /// It may be spent once somebody approves it.
        NeedsApproval = "needs-approval",
        /// It may not be spent, whoever approves.
        Denied = "denied",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_and_dual_control_can_be_lifted_and_nothing_else() {
        let liftable: Vec<&str> =
            ReasonCode::ALL.iter().filter(|code| code.is_overridable()).map(|code| code.as_str()).collect();
        assert_eq!(liftable, ["transaction-limit", "day-limit", "week-limit", "month-limit", "dual-control"]);
    }

    #[test]
    fn a_set_holds_what_was_added_in_the_order_of_the_tests() {
        let mut reasons = Reasons::NONE;
        assert!(reasons.is_empty() && reasons.are_overridable());
        reasons.add(ReasonCode::DualControl);
        reasons.add(ReasonCode::DayLimit);
        assert_eq!(reasons.to_string(), "`day-limit`, `dual-control`");
        assert!(reasons.are_overridable());
        reasons.add(ReasonCode::AccountExhausted);
        assert!(!reasons.are_overridable() && !reasons.contains(ReasonCode::WeekLimit));
    }
}
