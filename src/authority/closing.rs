//! Settling and releasing: what becomes of a reservation.

use super::balances::Charge;
use super::decision::Decision;
use super::entry::Entry;
use super::error::LedgerError;
use super::judge::{self, Ask, Judgement};
use super::keys::State;
use super::ledger::{Ledger, Mode, Receipt};
use super::request::{Approvals, Request};
use super::reservations::Reservation;
use crate::calendar::Date;
use crate::money::{Amount, Money};
use crate::org::{ChannelIx, Position, PositionIx};

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
            let decision = self.decide_excess(open, amount, approved_by, entry.date);
            if !decision.is_approved() {
                return Err(decision.refusal());
            }
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

    /// Decides whether a reservation may be settled at an amount, and if not, who may say yes.
    ///
    /// At what was reserved or less it may. What is above is decided like a request: the whole amount against limits
    /// per transaction and dual control, the excess against windows and money, in the windows and the fiscal year of
    /// the reservation. It is approved on the day of the settlement.
    ///
    /// # Errors
    /// [`LedgerError::UnknownReservation`] and its like, where there is no open reservation of the key.
    pub fn decide_settlement<'l>(
        &'l self,
        reservation: &str,
        amount: Money,
        approved_by: &'l [String],
        on: Date,
    ) -> Result<Decision<'l>, LedgerError> {
        let (_, open) = self.reservation(reservation)?;
        Ok(self.decide_excess(open, amount, approved_by, on))
    }

    fn decide_excess<'l>(
        &'l self,
        open: Reservation,
        amount: Money,
        approved_by: &'l [String],
        on: Date,
    ) -> Decision<'l> {
        let position = self.funds.holder(open.account).map_or(PositionIx::new(0), Position::ix);
        let channel = ChannelIx::new(open.channel as usize);
        let extra = amount.minor().saturating_sub(open.amount);
        let mut judgement = Judgement { leaf: Some(open.account), ..Judgement::default() };
        if 0 < extra {
            let day = self.funds.day(open.date);
            let ask = Ask { position, channel, day, amount: amount.minor(), extra };
            judgement = judge::judge_account(&self.funds, &self.balances, &ask, open.account);
        }
        let approvals = Approvals::Owned(approved_by);
        let (verdict, counted) = self.weigh(&judgement, (position, channel), amount, on, approvals);
        let request = Request::new(position, channel, amount, open.date).approved_by_owned(approved_by);
        Decision::new(self, request, judgement, verdict, counted).settling(Money::from_minor(extra), on)
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

#[cfg(test)]
mod tests {
    use crate::authority::{Entry, Ledger, LedgerError, ReasonCode, TestKind, Verdict, audit};
    use crate::calendar::Date;
    use crate::money::Money;
    use crate::org::{Org, OrgBuilder};
    use crate::testing::{org, today};

    fn state(org: &mut OrgBuilder) {
        org.channel("seo", "");
        org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
        org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
        org.delegation("dmm", "seo", 400).transaction(80).day(100);
    }

    fn rupiah(org: &Org, units: i64) -> Money {
        org.currency().major(units).unwrap()
    }

    fn reserved(amount: i64) -> Ledger {
        let mut ledger = Ledger::new(org(state));
        ledger.apply(&Entry::reserve("a", today(), "seo", "seo", amount)).unwrap();
        ledger
    }

    fn next_day() -> Date {
        today().tomorrow().unwrap()
    }

    #[test]
    fn what_is_above_the_reservation_alone_counts_in_its_own_day() {
        let mut ledger = reserved(60);
        ledger.apply(&Entry::reserve("b", today(), "seo", "seo", 30)).unwrap();
        let org = ledger.org();
        for (amount, verdict) in [(10, Verdict::Approved), (60, Verdict::Approved), (70, Verdict::Approved)] {
            let decision = ledger.decide_settlement("a", rupiah(org, amount), &[], next_day()).unwrap();
            assert_eq!(decision.verdict(), verdict, "{amount}");
        }
        let decision = ledger.decide_settlement("a", rupiah(org, 71), &[], next_day()).unwrap();
        assert_eq!((decision.verdict(), decision.extra()), (Verdict::NeedsApproval, rupiah(org, 11)));
        let failed: Vec<_> =
            decision.reasons().map(|test| (test.kind, test.figures.unwrap().remaining)).collect();
        assert_eq!(failed, [(TestKind::Day, rupiah(org, 10))]);
        let by = ["dmm".to_owned()];
        assert!(ledger.decide_settlement("a", rupiah(org, 71), &by, next_day()).unwrap().is_approved());
    }

    #[test]
    fn the_whole_amount_counts_against_the_limit_per_transaction() {
        let mut ledger = reserved(70);
        let state = ledger.state();
        let above = Entry::settle("s", next_day(), "a", 81);
        let error = ledger.apply(&above).unwrap_err();
        assert_eq!(
            error,
            LedgerError::Refused {
                verdict: Verdict::NeedsApproval,
                reasons: ReasonCode::TransactionLimit.into()
            }
        );
        assert_eq!(ledger.state(), state);
        ledger.apply(&above.approved_by(["dmm"])).unwrap();
        assert_eq!(
            ledger.apply(&Entry::release("r", next_day(), "a")),
            Err(LedgerError::AlreadySettled { key: "a".to_owned() })
        );
    }

    #[test]
    fn an_audit_says_what_a_settlement_fails_and_whom_to_ask() {
        let entries =
            [Entry::reserve("a", today(), "seo", "seo", 70), Entry::settle("s", next_day(), "a", 90)];
        let audit = audit(org(state), entries);
        let [found] = audit.findings.as_slice() else { panic!("{:?}", audit.findings) };
        assert_eq!(found.asked, Some(("seo".to_owned(), "seo".to_owned())));
        assert_eq!(
            (found.facts[0].code, found.approvers.as_slice()),
            (ReasonCode::TransactionLimit, &["dmm".to_owned()][..])
        );
        assert!(found.counted);
        let used = audit
            .ledger
            .balance(audit.ledger.org().position("seo").unwrap().accounts(today()).next().unwrap(), today());
        assert_eq!(used.unwrap().used, rupiah(audit.ledger.org(), 90));
    }
}
