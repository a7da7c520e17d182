//! Settling and releasing: what becomes of a reservation.

use super::balances::Charge;
use super::entry::Entry;
use super::error::LedgerError;
use super::judge::{self, Ask};
use super::keys::State;
use super::ledger::{Ledger, Mode, Receipt};
use super::reason::Verdict;
use super::request::Approvals;
use super::reservations::Reservation;
use crate::money::{Amount, Money};
use crate::org::ChannelIx;

impl Ledger {
    /// Settles a reservation at the amount that was spent.
    ///
    /// What is spent below the reservation is free again. What is spent above it is decided like a request: the
    /// whole amount against limits per transaction and dual control, the excess against windows and money.
    pub(super) fn post_settle(
        &mut self,
        entry: &Entry,
        reservation: &str,
        amount: &Amount,
        approved_by: &[String],
        mode: Mode,
    ) -> Result<Receipt, LedgerError> {
        let key = self.key(&entry.key)?;
        let amount = self.above_zero(amount)?;
        let print = self.keys.print((1_u8, reservation, amount, entry.date, approved_by));
        if let Some(receipt) = self.repeated(key, print)? {
            return Ok(receipt);
        }
        let (no, open) = self.reservation(reservation)?;
        let extra = amount.minor() - open.amount;
        if 0 < extra && mode == Mode::Decide {
            self.allow_excess(entry, open, amount, extra, approved_by)?;
        }
        let charge = Charge { committed: extra, reserved: -open.amount };
        let day = self.funds.day(open.date);
        self.check_room(key)?;
        self.check_countable(open.account, day, charge)?;
        self.charge(open.account, day, charge);
        self.open.close(no);
        self.keys.set_state(no, State::Settled);
        self.keys.push(key, print, State::Done);
        Ok(self.receipt())
    }

    /// Decides whether more may be spent than was reserved.
    fn allow_excess(
        &self,
        entry: &Entry,
        open: Reservation,
        amount: Money,
        extra: i64,
        approved_by: &[String],
    ) -> Result<(), LedgerError> {
        let Some(holder) = self.funds.holder(open.account) else { return Ok(()) };
        let (position, channel) = (holder.ix(), ChannelIx::new(open.channel as usize));
        let day = self.funds.day(open.date);
        let ask = Ask { position, channel, day, amount: amount.minor(), extra };
        let judgement = judge::judge_account(&self.funds, &self.balances, &ask, open.account);
        let approvals = Approvals::Owned(approved_by);
        match self.weigh(&judgement, (position, channel), amount, entry.date, approvals).0 {
            Verdict::Approved => Ok(()),
            verdict => Err(LedgerError::Refused { verdict, reasons: judgement.reasons }),
        }
    }

    /// Releases a reservation: everything is as if it had never been made, but for its key.
    pub(super) fn post_release(&mut self, entry: &Entry, reservation: &str) -> Result<Receipt, LedgerError> {
        let key = self.key(&entry.key)?;
        let print = self.keys.print((2_u8, reservation, entry.date));
        if let Some(receipt) = self.repeated(key, print)? {
            return Ok(receipt);
        }
        let (no, open) = self.reservation(reservation)?;
        let charge = Charge { committed: -open.amount, reserved: -open.amount };
        self.check_room(key)?;
        self.charge(open.account, self.funds.day(open.date), charge);
        self.open.close(no);
        self.keys.set_state(no, State::Released);
        self.keys.push(key, print, State::Done);
        Ok(self.receipt())
    }

    /// Reads an amount of the org's currency that must be above zero.
    pub(super) fn above_zero(&self, amount: &Amount) -> Result<Money, LedgerError> {
        let money = amount.resolve(self.org().currency())?;
        if Money::ZERO < money {
            return Ok(money);
        }
        Err(LedgerError::AmountNotPositive { amount: self.org().display(money).to_string() })
    }
}
