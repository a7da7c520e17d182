//! The accounts of an org as flat rows, and the way from each to the one that it is cut from.

use std::sync::Arc;

use super::rows::{NONE, Row, budget_row, delegation_row, small};
use crate::calendar::{Date, Day};
use crate::money::Money;
use crate::org::{Account, Channel, ChannelIx, Delegation, DelegationIx, Org, Position, PositionIx};

/// Where an account stands in [`Funds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct AccountIx(u32);

impl AccountIx {
    pub(super) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an account is cut from changes while it is in force, and is looked up for each day.
const VARIES: u32 = u32::MAX - 1;

/// How far sources are compared before an account counts as one whose source varies.
const COMPARED: usize = 8;

/// What a position needs to ask for money.
#[derive(Debug, Clone, Copy)]
struct Desk {
    /// Its accounts: those of channels, then general ones, then its budget.
    first: u32,
    end: u32,
    /// The channels that it is assigned, as far as they are among the first 64.
    channels: u64,
    /// Whether somebody acts in it on every day; if not, that is to be asked day by day.
    is_always_occupied: bool,
}

impl Desk {
    fn new(position: Position<'_>, accounts: std::ops::Range<u32>) -> Self {
        let bits = position.channels().filter_map(|channel| 1_u64.checked_shl(small(channel.ix().index())));
        Self {
            first: accounts.start,
            end: accounts.end,
            channels: bits.fold(0, |all, bit| all | bit),
            is_always_occupied: position.occupant().is_some()
                && position.org().stand_ins_of(position.ix()).len() == 0,
        }
    }
}

/// What comes above an account on its funding path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Up {
    /// It is a budget, granted from outside.
    Outside,
    /// It is cut from another account.
    Account(AccountIx),
    /// It is cut from nothing: its delegator holds no account in force that covers it.
    Nothing,
}

/// All accounts of an org: those of a position side by side.
#[derive(Debug)]
pub(super) struct Funds {
    org: Arc<Org>,
    desks: Vec<Desk>,
    rows: Vec<Row>,
    of_delegation: Vec<u32>,
    dual_control_above: i64,
}

impl Funds {
    /// Lays out the accounts. Costs O(positions + delegations × log of those to one position).
    pub(super) fn new(org: Arc<Org>) -> Self {
        let mut rows = Vec::with_capacity(org.delegations().len());
        let mut desks = Vec::with_capacity(org.position_count());
        let mut of_delegation = vec![NONE; org.delegations().len()];
        for position in org.positions() {
            let first = small(rows.len());
            for delegation in position.received() {
                if let Some(slot) = of_delegation.get_mut(delegation.ix().index()) {
                    *slot = small(rows.len());
                }
                rows.push(delegation_row(delegation));
            }
            rows.extend(position.budget().map(|budget| budget_row(position, budget)));
            desks.push(Desk::new(position, first..small(rows.len())));
        }
        let dual_control_above = org.policy().thresholds.dual_control_above.map_or(i64::MAX, Money::minor);
        let mut funds = Self { org, desks, rows, of_delegation, dual_control_above };
        funds.set_parents();
        funds
    }

    fn set_parents(&mut self) {
        let parents: Vec<u32> = self
            .rows
            .iter()
            .map(|row| match self.delegation(row) {
                Some(delegation) => self.sole_source(row, delegation),
                None => NONE,
            })
            .collect();
        for (row, parent) in self.rows.iter_mut().zip(parents) {
            row.parent = parent;
        }
    }

    /// Returns the account that a delegation is cut from on every day, if it is the same on all of them.
    fn sole_source(&self, row: &Row, delegation: Delegation<'_>) -> u32 {
        let Some(desk) = self.desks.get(delegation.from().ix().index()) else { return NONE };
        let accounts = self.rows.get(desk.first as usize..desk.end as usize).unwrap_or_default();
        let own = match delegation.channel() {
            Some(channel) => self.of_channel(accounts, channel),
            None => 0..0,
        };
        let general = accounts.partition_point(|account| account.channel != NONE)..accounts.len();
        let candidates = own.chain(general);
        for (compared, place) in candidates.enumerate() {
            let Some(account) = accounts.get(place) else { continue };
            if account.from <= row.from && row.until <= account.until {
                return desk.first + small(place);
            }
            if (account.from < row.until && row.from < account.until) || COMPARED <= compared {
                return VARIES;
            }
        }
        NONE
    }

    /// Returns where the accounts for a channel stand among those of one position, which are sorted by channel.
    fn of_channel(&self, accounts: &[Row], channel: Channel<'_>) -> std::ops::Range<usize> {
        let id_of = |row: &Row| self.channel_id(row.channel);
        let start = accounts.partition_point(|row| id_of(row).is_some_and(|id| id < channel.id()));
        let end = accounts.partition_point(|row| id_of(row).is_some_and(|id| id <= channel.id()));
        start..end
    }

    fn channel_id(&self, channel: u32) -> Option<&str> {
        (channel != NONE).then(|| self.org.channel_at(ChannelIx::new(channel as usize)).id())
    }

    pub(super) fn org(&self) -> &Org {
        &self.org
    }

    pub(super) fn shared_org(&self) -> &Arc<Org> {
        &self.org
    }

    pub(super) fn day(&self, date: Date) -> Day {
        self.org.calendar().day_of(date)
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn row(&self, account: AccountIx) -> Option<&Row> {
        self.rows.get(account.index())
    }

    /// Returns the amount of one spend above which two people must approve, or the most there can be.
    pub(super) fn dual_control_above(&self) -> i64 {
        self.dual_control_above
    }

    /// Returns whether somebody acts in a position on a day.
    pub(super) fn is_occupied(&self, position: PositionIx, on: Date) -> bool {
        let desk = self.desks.get(position.index());
        desk.is_some_and(|desk| desk.is_always_occupied)
            || self.org.position_at(position).occupant_on(on).is_some()
    }

    /// Returns whether a position is assigned a channel.
    pub(super) fn is_assigned(&self, position: PositionIx, channel: ChannelIx) -> bool {
        match 1_u64.checked_shl(small(channel.index())) {
            Some(bit) => self.desks.get(position.index()).is_some_and(|desk| desk.channels & bit != 0),
            None => self.org.position_at(position).is_assigned(self.org.channel_at(channel)),
        }
    }

    /// Returns the account that a spend of a position on a channel is charged to on a day.
    pub(super) fn account_for(
        &self,
        position: PositionIx,
        channel: ChannelIx,
        day: Day,
    ) -> Option<AccountIx> {
        self.find(position, day, |row| row.channel == small(channel.index()) || row.channel == NONE)
    }

    /// Returns the account of a position for a channel, or its general one, on a day.
    pub(super) fn account_covering(
        &self,
        position: PositionIx,
        channel: Option<ChannelIx>,
        day: Day,
    ) -> Option<AccountIx> {
        match channel {
            Some(channel) => self.account_for(position, channel, day),
            None => self.find(position, day, |row| row.channel == NONE),
        }
    }

    fn find(&self, position: PositionIx, day: Day, suits: impl Fn(&Row) -> bool) -> Option<AccountIx> {
        let desk = self.desks.get(position.index())?;
        let accounts = self.rows.get(desk.first as usize..desk.end as usize)?;
        let place = accounts.iter().position(|row| suits(row) && row.is_in_force(day))?;
        Some(AccountIx(desk.first + small(place)))
    }

    /// Returns what comes above an account on a day.
    pub(super) fn up(&self, row: &Row, day: Day) -> Up {
        if row.delegation == NONE {
            return Up::Outside;
        }
        match row.parent {
            NONE => Up::Nothing,
            VARIES => self.source_on(row, day),
            parent => Up::Account(AccountIx(parent)),
        }
    }

    fn source_on(&self, row: &Row, day: Day) -> Up {
        let channel = (row.channel != NONE).then(|| ChannelIx::new(row.channel as usize));
        let from = self.delegation(row).map(|delegation| delegation.from().ix());
        let source = from.and_then(|from| self.account_covering(from, channel, day));
        source.map_or(Up::Nothing, Up::Account)
    }

    /// Returns the view of an account.
    pub(super) fn view(&self, account: AccountIx) -> Option<Account<'_>> {
        let row = self.row(account)?;
        Some(match self.delegation(row) {
            Some(delegation) => Account::Delegation(delegation),
            None => Account::Budget(self.org.position_at(PositionIx::new(row.holder as usize))),
        })
    }

    /// Returns where an account stands; none for one that is no account of this org.
    pub(super) fn find_account(&self, account: Account<'_>) -> Option<AccountIx> {
        match account {
            Account::Delegation(delegation) => {
                let place = self.of_delegation.get(delegation.ix().index()).copied()?;
                (place != NONE).then_some(AccountIx(place))
            }
            Account::Budget(position) => {
                let last = self.desks.get(position.ix().index())?.end.checked_sub(1)?;
                let row = self.rows.get(last as usize)?;
                let is_own = row.delegation == NONE && row.holder == small(position.ix().index());
                is_own.then_some(AccountIx(last))
            }
        }
    }

    /// Returns the holder of an account.
    pub(super) fn holder(&self, account: AccountIx) -> Option<Position<'_>> {
        self.row(account).map(|row| self.org.position_at(PositionIx::new(row.holder as usize)))
    }

    fn delegation(&self, row: &Row) -> Option<Delegation<'_>> {
        (row.delegation != NONE).then(|| self.org.delegation_at(DelegationIx::new(row.delegation as usize)))
    }
}
