//! A dumb ledger: a list of what was accepted, from which everything is worked out anew for each question.
//!
//! It shares no code with the crate's ledger. Of the org it asks what is stated (who delegated what to whom, when and
//! with which limits), who acts in a seat on a day, who is above whom, and where weeks, months and years begin.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bagan::{
    Account, AccountRef, Action, Amount, ChannelIx, Date, DelegationIx, Entry, Interval, Org, Position,
    PositionIx, Window,
};

/// Every reason in the order of the tests, and whether an approval lifts it.
const REASONS: &[(&str, bool)] = &[
    ("amount-not-positive", false),
    ("unknown-position", false),
    ("unknown-channel", false),
    ("position-vacant", false),
    ("channel-not-assigned", false),
    ("no-account", false),
    ("no-funding", false),
    ("transaction-limit", true),
    ("day-limit", true),
    ("week-limit", true),
    ("month-limit", true),
    ("account-exhausted", false),
    ("dual-control", true),
];

const WINDOWS: [(Window, &str); 3] =
    [(Window::Day, "day-limit"), (Window::Week, "week-limit"), (Window::Month, "month-limit")];

/// A budget or a delegation, by its handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purse {
    Budget(PositionIx),
    Delegation(DelegationIx),
}

/// Why an entry is refused: the code, and of a spend the verdict and all reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: &'static str,
    pub(crate) verdict: Option<&'static str>,
    pub(crate) reasons: Vec<&'static str>,
}

/// Somebody who may approve: for which seat, who, and from which seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MayApprove {
    pub(crate) seat: PositionIx,
    pub(crate) person: String,
    pub(crate) from: PositionIx,
}

/// What a spend came to.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    pub(crate) verdict: &'static str,
    pub(crate) reasons: Vec<&'static str>,
    pub(crate) path: Vec<Purse>,
    /// How many people must approve.
    pub(crate) needed: usize,
    pub(crate) approvers: Vec<MayApprove>,
    /// The people whose approval counts.
    pub(crate) counted: BTreeSet<String>,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask<'a> {
    pub(crate) position: PositionIx,
    pub(crate) channel: ChannelIx,
    /// The whole amount.
    pub(crate) amount: i64,
    /// What of it is not reserved yet.
    pub(crate) extra: i64,
    /// The day in whose windows it counts.
    pub(crate) counts_on: Date,
    /// The day on which people approve.
    pub(crate) asked_on: Date,
    pub(crate) approved_by: &'a [String],
}

#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub(crate) org: Arc<Org>,
    pub(crate) posted: Vec<Posted>,
}

#[derive(Debug, Clone)]
pub(crate) struct Posted {
    pub(crate) entry: Arc<Entry>,
    pub(crate) what: What,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    Reserved(Reserved),
    Moved(Vec<Moved>),
    Closed,
}

#[derive(Debug, Clone)]
pub(crate) struct Reserved {
    pub(crate) position: PositionIx,
    pub(crate) channel: ChannelIx,
    pub(crate) path: Vec<Purse>,
    pub(crate) amount: i64,
    pub(crate) fate: Fate,
    /// Whether anyone approved it, or what was spent above it.
    pub(crate) approved: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Open,
    Settled(i64),
    Released,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Moved {
    pub(crate) purse: Purse,
    pub(crate) year: Interval,
    pub(crate) amount: i64,
}

impl Reserved {
    pub(crate) fn committed(&self) -> i64 {
        match self.fate {
            Fate::Open => self.amount,
            Fate::Settled(amount) => amount,
            Fate::Released => 0,
        }
    }
}

fn refusal(code: &'static str) -> Refusal {
    Refusal { code, verdict: None, reasons: Vec::new() }
}

fn denied(reason: &'static str) -> Refusal {
    Refusal { code: reason, verdict: Some("denied"), reasons: vec![reason] }
}

impl Model {
    pub(crate) fn new(org: Arc<Org>) -> Self {
        Self { org, posted: Vec::new() }
    }

    /// Takes an entry, or says why not. Returns whether it was there already.
    pub(crate) fn apply(&mut self, entry: &Entry) -> Result<bool, Refusal> {
        if entry.currency.as_ref().is_some_and(|code| code != self.org.currency().code()) {
            return Err(refusal("foreign-currency"));
        }
        let what = match &entry.action {
            Action::Reserve { amount, .. } => {
                let amount = self.minor(amount)?;
                if self.is_known(entry)? {
                    return Ok(true);
                }
                What::Reserved(self.reserve(entry, amount)?)
            }
            Action::Settle { reservation, amount, approved_by } => {
                check_key(entry)?;
                let amount = self.positive(amount)?;
                if self.is_known(entry)? {
                    return Ok(true);
                }
                self.settle(entry, reservation, amount, approved_by)?;
                What::Closed
            }
            Action::Release { reservation } => {
                if self.is_known(entry)? {
                    return Ok(true);
                }
                let place = self.open(reservation)?;
                self.reserved_mut(place).fate = Fate::Released;
                What::Closed
            }
            _ => {
                if self.is_known(entry)? {
                    return Ok(true);
                }
                What::Moved(self.moves(entry)?)
            }
        };
        self.posted.push(Posted { entry: Arc::new(entry.clone()), what });
        Ok(false)
    }

    /// Returns whether the very entry was taken before.
    fn is_known(&self, entry: &Entry) -> Result<bool, Refusal> {
        check_key(entry)?;
        let Some(known) = self.posted.iter().find(|posted| posted.entry.key == entry.key) else {
            return Ok(false);
        };
        let same = known.entry.date == entry.date && known.entry.action == entry.action;
        if same { Ok(true) } else { Err(refusal("key-reused")) }
    }

    fn minor(&self, amount: &Amount) -> Result<i64, Refusal> {
        let money = amount.resolve(self.org.currency()).map_err(|_| refusal("invalid-amount"))?;
        Ok(money.minor())
    }

    fn positive(&self, amount: &Amount) -> Result<i64, Refusal> {
        let amount = self.minor(amount)?;
        if 0 < amount { Ok(amount) } else { Err(refusal("amount-not-positive")) }
    }

    fn reserve(&self, entry: &Entry, amount: i64) -> Result<Reserved, Refusal> {
        let Action::Reserve { position, channel, approved_by, .. } = &entry.action else { panic!() };
        let unknown = |reason| {
            let none = (amount <= 0).then_some("amount-not-positive");
            Err(Judged::denied(none.into_iter().chain([reason]).collect()).refusal())
        };
        let Some(position) = self.org.position(position) else { return unknown("unknown-position") };
        let Some(channel) = self.org.channel(channel) else { return unknown("unknown-channel") };
        let ask = Ask {
            position: position.ix(),
            channel: channel.ix(),
            amount,
            extra: amount,
            counts_on: entry.date,
            asked_on: entry.date,
            approved_by,
        };
        let judged = self.judge(&ask);
        if judged.verdict != "approved" {
            return Err(judged.refusal());
        }
        let (position, channel, path) = (position.ix(), channel.ix(), judged.path);
        let approved = !judged.reasons.is_empty();
        Ok(Reserved { position, channel, path, amount, fate: Fate::Open, approved })
    }

    fn settle(&mut self, entry: &Entry, key: &str, amount: i64, by: &[String]) -> Result<(), Refusal> {
        let judged = self.judge_settlement(key, amount, by, entry.date)?;
        if judged.verdict != "approved" {
            return Err(judged.refusal());
        }
        let place = self.open(key)?;
        let reserved = self.reserved_mut(place);
        reserved.fate = Fate::Settled(amount);
        reserved.approved |= !judged.reasons.is_empty();
        Ok(())
    }

    /// Judges what is spent above a reservation: the whole against limits of one transaction, the rest as it adds.
    pub(crate) fn judge_settlement(
        &self,
        key: &str,
        amount: i64,
        approved_by: &[String],
        asked_on: Date,
    ) -> Result<Judged, Refusal> {
        let posted = &self.posted[self.open(key)?];
        let What::Reserved(reserved) = &posted.what else { panic!("no reservation") };
        if amount <= reserved.amount {
            return Ok(Judged { verdict: "approved", ..Judged::denied(Vec::new()) });
        }
        let ask = Ask {
            position: reserved.position,
            channel: reserved.channel,
            amount,
            extra: amount - reserved.amount,
            counts_on: posted.entry.date,
            asked_on,
            approved_by,
        };
        Ok(self.judge_from(&ask, reserved.path[0]))
    }

    fn open(&self, key: &str) -> Result<usize, Refusal> {
        let place = self.posted.iter().position(|posted| posted.entry.key == key);
        let place = place.ok_or_else(|| refusal("unknown-reservation"))?;
        match &self.posted[place].what {
            What::Reserved(Reserved { fate: Fate::Open, .. }) => Ok(place),
            What::Reserved(Reserved { fate: Fate::Settled(_), .. }) => Err(refusal("already-settled")),
            What::Reserved(Reserved { fate: Fate::Released, .. }) => Err(refusal("already-released")),
            What::Moved(_) | What::Closed => Err(refusal("not-a-reservation")),
        }
    }

    fn reserved_mut(&mut self, place: usize) -> &mut Reserved {
        match &mut self.posted[place].what {
            What::Reserved(reserved) => reserved,
            _ => panic!("no reservation"),
        }
    }

    pub(crate) fn reserved(&self) -> impl Iterator<Item = (&Entry, &Reserved)> {
        self.posted.iter().filter_map(|posted| match &posted.what {
            What::Reserved(reserved) => Some((&*posted.entry, reserved)),
            What::Moved(_) | What::Closed => None,
        })
    }

    // What is left.

    pub(crate) fn view(&self, purse: Purse) -> Account<'_> {
        match purse {
            Purse::Budget(position) => Account::Budget(self.org.position_at(position)),
            Purse::Delegation(delegation) => Account::Delegation(self.org.delegation_at(delegation)),
        }
    }

    pub(crate) fn committed(&self, purse: Purse, days: Interval) -> i128 {
        let on = self
            .reserved()
            .filter(|(entry, reserved)| days.contains(entry.date) && reserved.path.contains(&purse));
        on.map(|(_, reserved)| i128::from(reserved.committed())).sum()
    }

    pub(crate) fn moved(&self, purse: Purse, year: Interval) -> i128 {
        let mut sum = 0;
        for posted in &self.posted {
            if let What::Moved(moves) = &posted.what {
                for moved in moves.iter().filter(|moved| moved.purse == purse && moved.year == year) {
                    sum += i128::from(moved.amount);
                }
            }
        }
        sum
    }

    pub(crate) fn left(&self, purse: Purse, on: Date) -> i128 {
        let year = self.org.calendar().fiscal_year(on);
        i128::from(self.view(purse).amount().minor()) + self.moved(purse, year) - self.committed(purse, year)
    }

    // Where the money comes from.

    /// Returns the account of a position for a channel on a day, or its general one.
    pub(crate) fn purse_of(
        &self,
        position: PositionIx,
        channel: Option<ChannelIx>,
        on: Date,
    ) -> Option<Purse> {
        let position = self.org.position_at(position);
        let received = || position.received().filter(|delegation| delegation.valid().contains(on));
        let own = received()
            .find(|delegation| channel.is_some() && delegation.channel().map(bagan::Channel::ix) == channel);
        let general = || received().find(|delegation| delegation.channel().is_none());
        let delegation = own.or_else(general).map(|delegation| Purse::Delegation(delegation.ix()));
        delegation.or_else(|| position.budget().map(|_| Purse::Budget(position.ix())))
    }

    fn cut_from(&self, purse: Purse, on: Date) -> Option<Purse> {
        let Account::Delegation(delegation) = self.view(purse) else { return None };
        self.purse_of(delegation.from().ix(), delegation.channel().map(bagan::Channel::ix), on)
    }

    /// Returns the way from an account up to a budget; none if it leads to none.
    pub(crate) fn path(&self, purse: Purse, on: Date) -> Option<Vec<Purse>> {
        let mut path = vec![purse];
        loop {
            let last = path[path.len() - 1];
            if let Purse::Budget(_) = last {
                return Some(path);
            }
            let above = self.cut_from(last, on)?;
            if path.contains(&above) {
                return None;
            }
            path.push(above);
        }
    }

    // Who may spend.

    pub(crate) fn judge(&self, ask: &Ask<'_>) -> Judged {
        let position = self.org.position_at(ask.position);
        let mut reasons = Vec::new();
        if ask.amount <= 0 {
            reasons.push("amount-not-positive");
        }
        if position.occupant_on(ask.counts_on).is_none() {
            reasons.push("position-vacant");
        }
        if !position.channels().any(|channel| channel.ix() == ask.channel) {
            reasons.push("channel-not-assigned");
        }
        if !reasons.is_empty() {
            return Judged::denied(reasons);
        }
        match self.purse_of(ask.position, Some(ask.channel), ask.counts_on) {
            Some(purse) => self.judge_from(ask, purse),
            None => Judged::denied(vec!["no-account"]),
        }
    }

    /// Judges from the account on.
    fn judge_from(&self, ask: &Ask<'_>, purse: Purse) -> Judged {
        let Some(path) = self.path(purse, ask.counts_on) else { return Judged::denied(vec!["no-funding"]) };
        let mut found: Vec<&str> = Vec::new();
        let mut base = purse;
        for &purse in &path {
            let account = self.view(purse);
            let mut over = Vec::new();
            if account.limit(Window::Transaction).is_some_and(|limit| limit.minor() < ask.amount) {
                over.push("transaction-limit");
            }
            for (window, code) in WINDOWS {
                let Some(limit) = account.limit(window) else { continue };
                let days = self.org.calendar().window(window, ask.counts_on).unwrap();
                if i128::from(limit.minor()) < self.committed(purse, days) + i128::from(ask.extra) {
                    over.push(code);
                }
            }
            if !over.is_empty() {
                base = purse;
            }
            found.extend(over);
            if self.left(purse, ask.counts_on) < i128::from(ask.extra) {
                found.push("account-exhausted");
            }
        }
        let dual = self.org.policy().thresholds.dual_control_above;
        if dual.is_some_and(|threshold| threshold.minor() < ask.amount) {
            found.push("dual-control");
        }
        let in_order = REASONS.iter().filter(|(code, _)| found.contains(code));
        let reasons: Vec<&str> = in_order.clone().map(|(code, _)| *code).collect();
        if in_order.clone().any(|(_, lifted)| !lifted) {
            return Judged { path, ..Judged::denied(reasons) };
        }
        let needed = match reasons.as_slice() {
            [] => 0,
            [.., "dual-control"] => 2,
            _ => 1,
        };
        let approvers = if needed == 0 { Vec::new() } else { self.approvers(ask, base) };
        let counted = self.counted(&approvers, ask.approved_by);
        let verdict = if needed <= counted.len() { "approved" } else { "needs-approval" };
        Judged { verdict, reasons, path, needed, approvers, counted }
    }

    fn approvers(&self, ask: &Ask<'_>, base: Purse) -> Vec<MayApprove> {
        let asker = self.org.position_at(ask.position);
        let askers = people(asker, ask.asked_on);
        let delegator = match self.view(base) {
            Account::Delegation(delegation) => Some(delegation.from()),
            Account::Budget(_) => None,
        };
        let holder = self.view(base).holder();
        let mut approvers = Vec::new();
        for seat in self.org.positions() {
            if !(delegator == Some(seat) || seat.is_above(holder)) {
                continue;
            }
            let Some((person, from)) = seat.occupant_on_except(ask.asked_on, &askers) else { continue };
            assert!(!askers.contains(&person));
            let own = || {
                let purse = self.purse_of(seat.ix(), Some(ask.channel), ask.asked_on)?;
                self.view(purse).limit(Window::Transaction)
            };
            let limit = seat.approves_up_to().or_else(own);
            let covers = limit.map(|limit| ask.amount <= limit.minor());
            if covers.unwrap_or(delegator == Some(seat)) {
                approvers.push(MayApprove { seat: seat.ix(), person: person.to_owned(), from: from.ix() });
            }
        }
        approvers
    }

    fn counted(&self, approvers: &[MayApprove], approved_by: &[String]) -> BTreeSet<String> {
        let given = approved_by.iter().filter_map(|id| self.org.position(id));
        let counts = |seat: Position<'_>| {
            let mut same = approvers.iter().filter(move |may| may.seat == seat.ix() || may.from == seat.ix());
            same.next().map(|may| may.person.clone())
        };
        given.filter_map(counts).collect()
    }

    // What moves.

    fn moves(&self, entry: &Entry) -> Result<Vec<Moved>, Refusal> {
        let year = self.org.calendar().fiscal_year(entry.date);
        let moves = match &entry.action {
            Action::Transfer { from, to, amount, by } => {
                let amount = self.positive(amount)?;
                let by = self.org.position(by).ok_or_else(|| refusal("unknown-position"))?;
                let (source, target) = (self.named(from, entry.date)?, self.named(to, entry.date)?);
                if source == target {
                    return Err(refusal("nothing-to-move"));
                }
                let down = self.path(source, entry.date).ok_or_else(|| denied("no-funding"))?;
                let up = self.path(target, entry.date).ok_or_else(|| denied("no-funding"))?;
                let common = down.iter().copied().find(|purse| up.contains(purse));
                let gains = Some(target) != common;
                let heads = match common {
                    Some(common) => vec![common],
                    None => vec![down[down.len() - 1], up[up.len() - 1]],
                };
                self.may_move(by, &heads, common.is_some(), gains.then_some(target), entry.date)?;
                let below = |path: &[Purse]| -> Vec<Purse> {
                    path.iter().copied().take_while(|purse| Some(*purse) != common).collect()
                };
                let losing = below(&down);
                let drawn = if losing.is_empty() { vec![source] } else { losing.clone() };
                self.must_be_left(&drawn, amount, entry.date)?;
                let lost = losing.into_iter().map(|purse| Moved { purse, year, amount: -amount });
                lost.chain(below(&up).into_iter().map(|purse| Moved { purse, year, amount })).collect()
            }
            Action::Reclaim { account, amount, by } => {
                let amount = self.positive(amount)?;
                let by = self.org.position(by).ok_or_else(|| refusal("unknown-position"))?;
                let purse = self.named(account, entry.date)?;
                let above = self.cut_from(purse, entry.date).ok_or_else(|| refusal("nothing-to-move"))?;
                self.may_move(by, &[above], true, None, entry.date)?;
                self.must_be_left(&[purse], amount, entry.date)?;
                vec![Moved { purse, year, amount: -amount }]
            }
            Action::CarryOver { account, amount } => {
                let amount = self.minor(amount)?;
                let target = self.named(account, entry.date)?;
                let last = year.from().unwrap().yesterday().unwrap();
                let source = self.named(account, last)?;
                let (left, amount) = (self.left(source, last), i128::from(amount));
                let surplus = 0 < amount && amount <= left;
                let overspend = amount < 0 && amount == left;
                if !surplus && !overspend {
                    return Err(refusal("carry-over"));
                }
                let amount = i64::try_from(amount).unwrap();
                let before = self.org.calendar().fiscal_year(last);
                vec![
                    Moved { purse: source, year: before, amount: -amount },
                    Moved { purse: target, year, amount },
                ]
            }
            _ => panic!("no move"),
        };
        for moved in &moves {
            let granted = i128::from(self.view(moved.purse).amount().minor());
            let after = self.moved(moved.purse, moved.year) + i128::from(moved.amount);
            if i64::try_from(after).is_err() || i64::try_from(after + granted).is_err() {
                return Err(refusal("ledger-full"));
            }
        }
        Ok(moves)
    }

    fn must_be_left(&self, purses: &[Purse], amount: i64, on: Date) -> Result<(), Refusal> {
        let short = purses.iter().any(|purse| self.left(*purse, on) < i128::from(amount));
        if short { Err(refusal("account-exhausted")) } else { Ok(()) }
    }

    /// Checks who moves money: the holder of each of the heads where that is enough, or someone above; and not to
    /// oneself.
    fn may_move(
        &self,
        by: Position<'_>,
        heads: &[Purse],
        holder_may: bool,
        gains: Option<Purse>,
        on: Date,
    ) -> Result<(), Refusal> {
        let mover = by.occupant_on(on).ok_or_else(|| refusal("not-authorised"))?;
        let may = heads.iter().all(|head| {
            let holder = self.view(*head).holder();
            by.is_above(holder) || (holder_may && by == holder)
        });
        let own = gains.is_some_and(|purse| people(self.view(purse).holder(), on).contains(&mover));
        if may && !own { Ok(()) } else { Err(refusal("not-authorised")) }
    }

    fn named(&self, account: &AccountRef, on: Date) -> Result<Purse, Refusal> {
        let position = self.org.position(&account.position).ok_or_else(|| refusal("unknown-position"))?;
        let channel = match &account.channel {
            Some(id) => Some(self.org.channel(id).ok_or_else(|| refusal("unknown-channel"))?.ix()),
            None => None,
        };
        self.purse_of(position.ix(), channel, on).ok_or_else(|| refusal("no-account"))
    }

    /// Returns what each account was charged on each day, without nothing.
    pub(crate) fn by_day(&self) -> BTreeMap<(Purse, Date), i64> {
        let mut days = BTreeMap::new();
        for (entry, reserved) in self.reserved() {
            for purse in reserved.path.iter().filter(|_| reserved.committed() != 0) {
                *days.entry((*purse, entry.date)).or_default() += reserved.committed();
            }
        }
        days
    }
}

impl Judged {
    fn denied(reasons: Vec<&'static str>) -> Self {
        Self {
            verdict: "denied",
            reasons,
            path: Vec::new(),
            needed: 0,
            approvers: Vec::new(),
            counted: BTreeSet::new(),
        }
    }

    fn refusal(self) -> Refusal {
        Refusal { code: self.reasons[0], verdict: Some(self.verdict), reasons: self.reasons }
    }
}

/// Returns the people of a position: its holder, who acts for it, and who stands in on the day.
pub(crate) fn people(position: Position<'_>, on: Date) -> Vec<&str> {
    [position.holder(), position.acting(), position.occupant_on(on)].into_iter().flatten().collect()
}

fn check_key(entry: &Entry) -> Result<(), Refusal> {
    let key = &entry.key;
    let good = !key.is_empty() && key.len() <= 256 && !key.chars().any(char::is_control);
    if good { Ok(()) } else { Err(refusal("invalid-key")) }
}
