//! The ledger: what has been charged to which account, and the door for entries.

use std::sync::Arc;

use super::balances::{Balances, Charge, Year};
use super::entry::{Action, Entry};
use super::error::LedgerError;
use super::funds::{AccountIx, Funds};
use super::keys::{EntryNo, Hashed, KEY_MAX_LEN, Keys, State};
use super::request::{Named, Request};
use super::reservations::{Reservation, Reservations};
use crate::calendar::{Date, Day, day_number};
use crate::money::Money;
use crate::org::{Org, Position};

/// What has been reserved, spent and moved under the delegations of an org.
///
/// A ledger is the state that its entries make. It holds no entry itself: callers keep them, and
/// [`Ledger::replay`] makes the same ledger of the same entries again. It belongs to one org, which does not change;
/// when the org does, replay the entries under the new one, or [`audit`](crate::audit) them.
///
/// ```
/// use bagan::{Entry, Ledger, OrgBuilder, Verdict, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.channel("paid-social", "Paid social");
/// org.position("dmm", "digital-marketing-manager").holder("rina").budget(12_000_000_000);
/// org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["paid-social"]);
/// org.delegation("dmm", "social", 4_800_000_000).channel("paid-social").day(20_000_000);
/// let mut ledger = Ledger::new(org.build()?);
///
/// let day = parse_date("2026-07-01")?;
/// ledger.apply(&Entry::reserve("po-1", day, "social", "paid-social", 15_000_000))?;
///
/// // At the limit is allowed, above is not.
/// let rupiah = ledger.org().currency();
/// let at = ledger.request("social", "paid-social", rupiah.major(5_000_000)?, day);
/// assert_eq!(ledger.decide(&at).verdict(), Verdict::Approved);
/// let above = ledger.request("social", "paid-social", rupiah.major(5_000_001)?, day);
/// assert_eq!(ledger.decide(&above).verdict(), Verdict::NeedsApproval);
/// assert_eq!(ledger.decide(&above.approved_by_ids(&["dmm"])).verdict(), Verdict::Approved);
///
/// // What is spent may be less than was reserved.
/// ledger.apply(&Entry::settle("inv-1", day, "po-1", 12_000_000))?;
/// assert_eq!(ledger.decide(&above).verdict(), Verdict::Approved);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// To make one costs O(positions + delegations); a clone shares the org.
#[derive(Debug, Clone)]
pub struct Ledger {
    pub(super) funds: Arc<Funds>,
    pub(super) balances: Balances,
    pub(super) open: Reservations,
    pub(super) keys: Keys,
}

/// What an accepted entry did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Receipt {
    /// The version of the ledger after it: the number of entries that it holds.
    pub version: u64,
    /// Whether the entry was there already, so that this time it did nothing.
    pub repeated: bool,
}

/// Whether entries are decided before they are posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// An entry is posted if it is allowed.
    Decide,
    /// An entry was accepted before: it is posted if it can be placed at all.
    Trust,
}

impl Ledger {
    /// Makes a ledger without entries.
    pub fn new(org: impl Into<Arc<Org>>) -> Self {
        let funds = Funds::new(org.into());
        Self::of(Arc::new(funds))
    }

    fn of(funds: Arc<Funds>) -> Self {
        let balances = Balances::new(funds.len());
        Self { funds, balances, open: Reservations::default(), keys: Keys::default() }
    }

    /// Returns a ledger of the same org without entries, in O(accounts); for many runs over one org.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self::of(Arc::clone(&self.funds))
    }

    /// Makes room for that many more entries, whose keys have that many bytes in all.
    pub fn make_room(&mut self, entries: usize, key_bytes: usize) {
        self.keys.reserve(entries, key_bytes);
        self.open.reserve(entries);
    }

    /// Returns the org whose delegations it keeps.
    #[must_use]
    pub fn org(&self) -> &Org {
        self.funds.org()
    }

    /// Returns the org, to share it.
    #[must_use]
    pub fn shared_org(&self) -> Arc<Org> {
        Arc::clone(self.funds.shared_org())
    }

    /// Returns the version: the number of entries that it holds.
    ///
    /// Refused and repeated entries do not count, so that a caller can number what it keeps by it, from 1.
    ///
    /// A decision is good for one version. Whoever applies an entry on the ground of a decision, and must know that
    /// nothing came between, passes the version to [`Self::apply_at`].
    #[must_use]
    pub fn version(&self) -> u64 {
        u64::try_from(self.keys.len()).unwrap_or(u64::MAX)
    }

    /// Makes a request by ids; an id that nothing has is denied by [`Self::decide`].
    #[must_use]
    pub fn request<'r>(&self, position: &'r str, channel: &'r str, amount: Money, date: Date) -> Request<'r> {
        Request::by_ids(self.org(), position, channel, amount, date)
    }

    /// Reserves an amount under an idempotency key: [`Self::decide`], and the entry of it if it is approved.
    ///
    /// Says the same as [`Self::apply`] of [`Entry::reserve`], which is what to keep of it.
    ///
    /// # Errors
    /// [`LedgerError::Refused`] where it is not approved, and errors of the key; the ledger is as it was.
    pub fn reserve(&mut self, key: &str, request: &Request<'_>) -> Result<Receipt, LedgerError> {
        self.post_reserve(key, request, Mode::Decide)
    }

    /// Applies an entry: all of it, or nothing.
    ///
    /// An entry that was applied before, with the same key and content, does nothing and says so.
    ///
    /// # Errors
    /// Why the entry is not accepted; the ledger is as it was.
    pub fn apply(&mut self, entry: &Entry) -> Result<Receipt, LedgerError> {
        self.post(entry, Mode::Decide)
    }

    /// Applies an entry if the ledger is still at a version: a compare-and-set.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] where it is not, unless the entry itself was applied before; else as [`Self::apply`].
    pub fn apply_at(&mut self, version: u64, entry: &Entry) -> Result<Receipt, LedgerError> {
        let is_known = self.keys.find(self.keys.hashed(&entry.key)).is_some();
        if self.version() != version && !is_known {
            return Err(LedgerError::Stale { expected: version, found: self.version() });
        }
        self.apply(entry)
    }

    /// Adds an entry that was accepted before, by another ledger of the same entries, without deciding it again.
    ///
    /// That is what [`Self::replay`] does with each: a service catches up so with what another process added.
    ///
    /// # Errors
    /// Why the entry cannot be placed; the ledger is as it was.
    pub fn record(&mut self, entry: &Entry) -> Result<Receipt, LedgerError> {
        self.post(entry, Mode::Trust)
    }

    /// Spends at once what is approved, as an entry that is reserved and settled in full would, and keeps no key of it.
    ///
    /// For a simulation, which makes its entries itself and never sends one twice.
    ///
    /// # Errors
    /// [`LedgerError::Refused`] as [`Self::reserve`] has it; [`LedgerError::Full`].
    #[cfg(feature = "simulate")]
    pub(crate) fn spend(&mut self, request: &Request<'_>, day: Day) -> Result<(), LedgerError> {
        let judgement = self.judge(request, day);
        let leaf = self.approved_leaf(request, &judgement)?;
        if !self.balances.has_room_for_days() {
            return Err(LedgerError::Full);
        }
        self.charge(leaf, day, Charge { committed: request.amount.minor(), reserved: 0 });
        Ok(())
    }

    /// Returns what is left of the budget of a position in the fiscal year of a day, in minor units.
    #[cfg(feature = "simulate")]
    pub(crate) fn left_of_budget(&self, position: Position<'_>, day: Day) -> i64 {
        let account = self.funds.find_account(crate::org::Account::Budget(position));
        account.map_or(0, |account| self.left(account, day))
    }

    /// Returns a date with the numbers of its windows.
    #[cfg(feature = "simulate")]
    pub(crate) fn day(&self, date: Date) -> Day {
        self.funds.day(date)
    }

    pub(super) fn post(&mut self, entry: &Entry, mode: Mode) -> Result<Receipt, LedgerError> {
        self.check_currency(entry)?;
        match &entry.action {
            Action::Reserve { position, channel, amount, approved_by } => {
                let amount = amount.resolve(self.org().currency())?;
                let org = Arc::clone(self.funds.shared_org());
                let request = Request::by_ids(&org, position, channel, amount, entry.date);
                self.post_reserve(&entry.key, &request.approved_by_owned(approved_by), mode)
            }
            Action::Settle { reservation, amount, approved_by } => {
                self.post_settle(entry, reservation, amount, approved_by, mode)
            }
            Action::Release { reservation } => self.post_release(entry, reservation),
            Action::Transfer { .. } | Action::Reclaim { .. } | Action::CarryOver { .. } => {
                self.post_move(entry, mode)
            }
        }
    }

    fn post_reserve(&mut self, key: &str, request: &Request<'_>, mode: Mode) -> Result<Receipt, LedgerError> {
        let key = self.key(key)?;
        let print = self.request_print(request);
        if let Some(receipt) = self.repeated(key, print)? {
            return Ok(receipt);
        }
        let day = self.funds.day(request.date);
        let judgement = self.judge(request, day);
        let leaf = match mode {
            Mode::Decide => self.approved_leaf(request, &judgement)?,
            Mode::Trust => self.placed_leaf(request, &judgement, day)?,
        };
        let Named::Known(channel) = request.channel else { return Err(judgement.denied()) };
        let amount = request.amount.minor();
        let charge = Charge { committed: amount, reserved: amount };
        // What is approved is no more than is left, and so can be counted.
        self.check_room(key)?;
        if mode == Mode::Trust {
            self.check_countable(leaf, day, charge)?;
        }
        self.charge(leaf, day, charge);
        let entry = self.keys.push(key, print, State::Open);
        let channel = u32::try_from(channel.index()).unwrap_or(u32::MAX);
        self.open.push(Reservation { amount, entry, account: leaf, date: request.date, channel });
        Ok(self.receipt())
    }

    /// Checks that one more entry can be kept.
    pub(super) fn check_room(&self, key: Hashed<'_>) -> Result<(), LedgerError> {
        let has_room = self.keys.has_room(key) && self.balances.has_room_for_days();
        if has_room { Ok(()) } else { Err(LedgerError::Full) }
    }

    /// Checks that every account of a path can count a charge.
    pub(super) fn check_countable(
        &self,
        leaf: AccountIx,
        day: Day,
        charge: Charge,
    ) -> Result<(), LedgerError> {
        let mut path = self.funds.path(leaf, day);
        let fits = path.all(|(account, _)| self.balances.has_room(account, day, charge));
        if fits { Ok(()) } else { Err(LedgerError::Full) }
    }

    /// Charges every account of a path, which can count it.
    pub(super) fn charge(&mut self, leaf: AccountIx, day: Day, charge: Charge) {
        let Self { funds, balances, .. } = self;
        for (account, _) in funds.path(leaf, day) {
            balances.charge(account, day, charge);
        }
    }

    /// Checks a text that is to be a key.
    pub(super) fn key<'k>(&self, text: &'k str) -> Result<Hashed<'k>, LedgerError> {
        let is_plain =
            text.bytes().all(|byte| byte.is_ascii_graphic()) || !text.chars().any(char::is_control);
        let is_good = !text.is_empty() && text.len() <= KEY_MAX_LEN && is_plain;
        if is_good { Ok(self.keys.hashed(text)) } else { Err(LedgerError::InvalidKey) }
    }

    /// Returns the receipt of an entry that was applied before.
    pub(super) fn repeated(&self, key: Hashed<'_>, print: u32) -> Result<Option<Receipt>, LedgerError> {
        let Some(no) = self.keys.find(key) else { return Ok(None) };
        if self.keys.is_print(no, print) {
            return Ok(Some(Receipt { version: self.version(), repeated: true }));
        }
        Err(LedgerError::KeyReused { key: self.keys.text(no).to_owned() })
    }

    pub(super) fn receipt(&self) -> Receipt {
        Receipt { version: self.version(), repeated: false }
    }

    /// Finds the open reservation of a key.
    pub(super) fn reservation(&self, key: &str) -> Result<(EntryNo, Reservation), LedgerError> {
        let unknown = || LedgerError::UnknownReservation { key: key.to_owned() };
        let no = self.keys.find(self.keys.hashed(key)).ok_or_else(unknown)?;
        let key = || key.to_owned();
        match self.keys.state(no) {
            State::Done => Err(LedgerError::NotAReservation { key: key() }),
            State::Settled => Err(LedgerError::AlreadySettled { key: key() }),
            State::Released => Err(LedgerError::AlreadyReleased { key: key() }),
            State::Open => self.open.get(no).map(|open| (no, *open)).ok_or_else(unknown),
        }
    }

    fn request_print(&self, request: &Request<'_>) -> u32 {
        let (position, channel) = match (request.position, request.channel) {
            (Named::Known(position), Named::Known(channel)) => (position, channel),
            (position, channel) => return self.keys.print((position.id(), channel.id(), request.amount)),
        };
        let small = |index: usize| u64::try_from(index).unwrap_or(u64::MAX);
        let names = small(position.index()).rotate_left(32) ^ small(channel.index());
        let content = (names, request.amount.minor(), i64::from(day_number(request.date)));
        if request.approvals.is_empty() {
            return self.keys.print(content);
        }
        let approvals = request.approvals.iter(self.org()).map(|approver| approver.map(Position::ix));
        self.keys.print((content, approvals.collect::<Vec<_>>()))
    }

    pub(super) fn year(&self, account: AccountIx, day: Day) -> Year {
        self.balances.year(account, day.fiscal_year)
    }
}
