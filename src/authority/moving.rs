//! Moving money between accounts: transfer, reclaim, carry-over.

use hashbrown::HashSet;

use super::entry::{AccountRef, Action, Entry};
use super::error::LedgerError;
use super::funds::{AccountIx, Up};
use super::judge::Judgement;
use super::keys::State;
use super::ledger::{Ledger, Mode, Receipt};
use super::path::End;
use super::people::{self, Askers};
use super::reason::ReasonCode;
use crate::calendar::Day;
use crate::id::most_similar;
use crate::money::{Amount, Money};
use crate::org::{Channel, Position};

/// What a move does: to which accounts, in which fiscal years.
#[derive(Debug, Default)]
struct Move {
    changes: Vec<Change>,
    /// Accounts on which the amount must be left.
    drawn_from: Vec<AccountIx>,
}

/// One account that has more, or less, in a fiscal year.
#[derive(Debug, Clone, Copy)]
struct Change {
    account: AccountIx,
    fiscal_year: i32,
    amount: i64,
}

impl Ledger {
    /// Posts a transfer, a reclaim or a carry-over.
    pub(super) fn post_move(&mut self, entry: &Entry, mode: Mode) -> Result<Receipt, LedgerError> {
        let key = self.key(&entry.key)?;
        let print = self.move_print(entry);
        if let Some(receipt) = self.repeated(key, print)? {
            return Ok(receipt);
        }
        let day = self.funds.day(entry.date);
        let moved = match &entry.action {
            Action::Transfer { from, to, amount, by } => {
                self.transfer((from, to), self.above_zero(amount)?, self.known_position(by)?, day, mode)?
            }
            Action::Reclaim { account, amount, by } => {
                self.reclaim(account, self.above_zero(amount)?, self.known_position(by)?, day, mode)?
            }
            Action::CarryOver { account, amount } => {
                self.carry_over(account, amount.resolve(self.org().currency())?, day, mode)?
            }
            Action::Reserve { .. } | Action::Settle { .. } | Action::Release { .. } => Move::default(),
        };
        self.check_room(key)?;
        if !moved.changes.iter().all(|change| self.has_room_for(*change)) {
            return Err(LedgerError::Full);
        }
        for change in moved.changes {
            self.balances.move_in(change.account, change.fiscal_year, change.amount);
        }
        self.keys.push(key, print, State::Done);
        Ok(self.receipt())
    }

    /// Returns the print of what an entry moves: of the amount, however it is written.
    fn move_print(&self, entry: &Entry) -> u32 {
        let money = |amount: &Amount| amount.resolve(self.org().currency()).ok();
        match &entry.action {
            Action::Transfer { from, to, amount, by } => {
                self.keys.print((3_u8, entry.date, from, to, money(amount), by))
            }
            Action::Reclaim { account, amount, by } => {
                self.keys.print((4_u8, entry.date, account, money(amount), by))
            }
            Action::CarryOver { account, amount } => {
                self.keys.print((5_u8, entry.date, account, money(amount)))
            }
            Action::Reserve { .. } | Action::Settle { .. } | Action::Release { .. } => {
                self.keys.print((entry.date, &entry.action))
            }
        }
    }

    fn has_room_for(&self, change: Change) -> bool {
        let granted = self.funds.row(change.account).map_or(0, |row| row.amount);
        self.balances.has_room_for(change.account, change.fiscal_year, granted, change.amount)
    }

    /// Finds what a transfer changes: accounts below the first that both are cut from.
    fn transfer(
        &self,
        (from, to): (&AccountRef, &AccountRef),
        amount: Money,
        by: Position<'_>,
        day: Day,
        mode: Mode,
    ) -> Result<Move, LedgerError> {
        let (source, target) = (self.account_of(from, day)?, self.account_of(to, day)?);
        if source == target {
            return Err(LedgerError::NothingToMove { why: "both ends are one account" });
        }
        let (down, up) = (self.whole_path(source, day)?, self.whole_path(target, day)?);
        let above_target: HashSet<AccountIx> = up.iter().copied().collect();
        let common = down.iter().copied().find(|account| above_target.contains(account));
        let below = |account: &AccountIx| Some(*account) != common;
        let losing: Vec<AccountIx> = down.into_iter().take_while(below).collect();
        let gaining: Vec<AccountIx> = up.into_iter().take_while(below).collect();
        if mode == Mode::Decide {
            self.allow_move(by, common, (source, target), !gaining.is_empty(), day)?;
        }
        let change = |amount| move |account| Change { account, fiscal_year: day.fiscal_year, amount };
        let lost = losing.iter().copied().map(change(-amount.minor()));
        let changes = lost.chain(gaining.into_iter().map(change(amount.minor()))).collect();
        let drawn_from = if losing.is_empty() { vec![source] } else { losing };
        self.check_left(Move { changes, drawn_from }, amount, day, mode)
    }

    /// Finds what a reclaim changes: the one account, which is cut from another.
    fn reclaim(
        &self,
        account: &AccountRef,
        amount: Money,
        by: Position<'_>,
        day: Day,
        mode: Mode,
    ) -> Result<Move, LedgerError> {
        let source = self.account_of(account, day)?;
        let Some(Up::Account(above)) = self.funds.row(source).map(|row| self.funds.up(row, day)) else {
            return Err(LedgerError::NothingToMove { why: "the account is cut from no other" });
        };
        if mode == Mode::Decide {
            self.allow_move(by, Some(above), (source, above), false, day)?;
        }
        let change = Change { account: source, fiscal_year: day.fiscal_year, amount: -amount.minor() };
        self.check_left(Move { changes: vec![change], drawn_from: vec![source] }, amount, day, mode)
    }

    /// Checks that a position may move money between accounts: whoever holds what both are cut from, or is above.
    fn allow_move(
        &self,
        by: Position<'_>,
        common: Option<AccountIx>,
        (source, target): (AccountIx, AccountIx),
        gives: bool,
        day: Day,
    ) -> Result<(), LedgerError> {
        let refuse = |why| Err(LedgerError::NotAuthorised { by: by.id().to_owned(), why });
        if !people::is_occupied(by, day.date) {
            return refuse("the position is vacant");
        }
        let holder = |account| self.funds.holder(account);
        let may = if let Some(common) = common {
            holder(common).is_some_and(|holder| holder == by || by.is_above(holder))
        } else {
            // Two budgets: whoever is above both that hold them.
            let budget = |account| self.whole_path(account, day).ok().and_then(|path| path.last().copied());
            let is_above =
                |account| budget(account).and_then(holder).is_some_and(|holder| by.is_above(holder));
            is_above(source) && is_above(target)
        };
        if !may {
            return refuse("it holds no account that both are cut from, and is not above whoever does");
        }
        let receiver = holder(target);
        let own = receiver.is_some_and(|receiver| {
            let mover = by.occupant_on(day.date);
            Askers::of(receiver, day.date).ids().iter().any(|person| Some(*person) == mover)
        });
        if gives && own {
            return refuse("the money would go to the same person");
        }
        Ok(())
    }

    /// Finds what a carry-over changes: the account of the last fiscal year, and that of this one.
    fn carry_over(
        &self,
        account: &AccountRef,
        amount: Money,
        day: Day,
        mode: Mode,
    ) -> Result<Move, LedgerError> {
        let target = self.account_of(account, day)?;
        let calendar = self.org().calendar();
        let last = calendar.fiscal_year(day.date).from().and_then(|start| start.yesterday().ok());
        let last = last.ok_or(LedgerError::NothingToMove { why: "no fiscal year comes before" })?;
        let last = self.funds.day(last);
        let source = self.account_of(account, last)?;
        let left = self.left(source, last);
        let whole = Money::ZERO < amount && amount.minor() <= left;
        let overspent = amount < Money::ZERO && amount.minor() == left;
        if !whole && !overspent && (mode == Mode::Decide || amount.is_zero()) {
            return Err(LedgerError::CarryOver {
                account: self.path_of(source),
                left: self.org().display(Money::from_minor(left)).to_string(),
                amount: self.org().display(amount).to_string(),
            });
        }
        // The least amount there is has no opposite.
        let opposite = amount.minor().checked_neg().ok_or(LedgerError::Full)?;
        let before = Change { account: source, fiscal_year: last.fiscal_year, amount: opposite };
        let after = Change { account: target, fiscal_year: day.fiscal_year, amount: amount.minor() };
        Ok(Move { changes: vec![before, after], drawn_from: Vec::new() })
    }

    /// Checks that the amount is left on every account that it is drawn from.
    fn check_left(&self, moved: Move, amount: Money, day: Day, mode: Mode) -> Result<Move, LedgerError> {
        let short = moved.drawn_from.iter().find(|account| self.left(**account, day) < amount.minor());
        let Some(&short) = short.filter(|_| mode == Mode::Decide) else { return Ok(moved) };
        Err(LedgerError::NotEnoughLeft {
            account: self.path_of(short),
            left: self.org().display(Money::from_minor(self.left(short, day))).to_string(),
            amount: self.org().display(amount).to_string(),
        })
    }

    /// Returns what is left on an account in the fiscal year of a day, in minor units.
    pub(super) fn left(&self, account: AccountIx, day: Day) -> i64 {
        let year = self.balances.year(account, day.fiscal_year);
        let granted = self.funds.row(account).map_or(0, |row| row.amount);
        granted.saturating_add(year.moved).saturating_sub(year.committed)
    }

    fn whole_path(&self, account: AccountIx, day: Day) -> Result<Vec<AccountIx>, LedgerError> {
        let mut path = self.funds.path(account, day);
        let accounts: Vec<AccountIx> = path.by_ref().map(|(account, _)| account).collect();
        if path.end() == Some(End::Budget) {
            return Ok(accounts);
        }
        Err(Judgement::refused(ReasonCode::NoFunding).denied())
    }

    /// Finds the account that a reference names on a day.
    fn account_of(&self, account: &AccountRef, day: Day) -> Result<AccountIx, LedgerError> {
        let position = self.known_position(&account.position)?;
        let channel = account.channel.as_deref().map(|id| self.known_channel(id)).transpose()?;
        let found = self.funds.account_covering(position.ix(), channel.map(Channel::ix), day);
        found.ok_or_else(|| LedgerError::NoAccount {
            position: account.position.clone(),
            channel: account.channel.clone(),
            date: day.date,
        })
    }

    /// Returns the position with an id.
    ///
    /// # Errors
    /// [`LedgerError::UnknownPosition`], with the position whose id looks like it.
    pub fn known_position(&self, id: &str) -> Result<Position<'_>, LedgerError> {
        let unknown = || LedgerError::UnknownPosition {
            id: id.to_owned(),
            similar: most_similar(id, self.org().positions().map(Position::id)).map(str::to_owned),
        };
        self.org().position(id).ok_or_else(unknown)
    }

    fn known_channel(&self, id: &str) -> Result<Channel<'_>, LedgerError> {
        let unknown = || LedgerError::UnknownChannel {
            id: id.to_owned(),
            similar: most_similar(id, self.org().channels().map(Channel::id)).map(str::to_owned),
        };
        self.org().channel(id).ok_or_else(unknown)
    }

    /// Checks the currency that an entry states.
    pub(super) fn check_currency(&self, entry: &Entry) -> Result<(), LedgerError> {
        let expected = self.org().currency().code();
        match &entry.currency {
            Some(stated) if stated != expected => {
                Err(LedgerError::ForeignCurrency { stated: stated.clone(), expected })
            }
            _ => Ok(()),
        }
    }

    /// Returns the path that names an account: of a delegation its own, of a budget that of its position.
    pub(super) fn path_of(&self, account: AccountIx) -> String {
        self.funds.view(account).map(|account| account.path().to_string()).unwrap_or_default()
    }
}
