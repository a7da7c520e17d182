//! The answer to a request: what was tested, what is left, who may approve.

use super::error::LedgerError;
use super::funds::AccountIx;
use super::judge::Judgement;
use super::ledger::Ledger;
use super::reason::{ReasonCode, Verdict};
use super::request::{Named, Request};
use super::route::{Approver, Asked, Counted, RouteStep, Standing};
use super::tested::{Figures, Test, TestKind};
use crate::calendar::{Date, Window};
use crate::money::{Currency, Money};
use crate::org::{Account, Channel, Position};

/// The answer to a [`Request`], for one version of the ledger that it borrows.
///
/// What it says beyond the verdict is worked out when it is asked for. It displays as a text for people, and
/// serializes as the object that `bagan decide --format json` prints.
///
/// ```
/// use bagan::{Entry, Ground, Ledger, OrgBuilder, ReasonCode, Standing, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.channel("seo", "");
/// org.position("cmo", "cmo").holder("sari").approves_up_to(1_000);
/// org.position("dmm", "digital-marketing-manager").reports_to("cmo").budget(1_000);
/// org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
/// org.delegation("dmm", "seo", 400).day(50);
/// let ledger = Ledger::new(org.build()?);
///
/// let amount = ledger.org().currency().major(60)?;
/// let request = ledger.request("seo", "seo", amount, parse_date("2026-07-01")?);
/// let decision = ledger.decide(&request);
/// assert!(decision.reasons().any(|test| test.failed == Some(ReasonCode::DayLimit)));
///
/// // The seat of whoever set the limit is empty: the next above whose approval limit covers the amount may say yes.
/// let route = decision.route();
/// let seats: Vec<_> = route.iter().map(|step| step.position.id()).collect();
/// assert_eq!(seats, ["dmm", "cmo"]);
/// let Standing::MayApprove(approver) = route[1].standing else { return Err("nobody may".into()) };
/// assert_eq!((approver.person, approver.ground), ("sari", Ground::ApprovalLimit(ledger.org().currency().major(1_000)?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Decision<'l> {
    ledger: &'l Ledger,
    request: Request<'l>,
    judgement: Judgement,
    verdict: Verdict,
    counted: Counted<'l>,
    /// What of the amount is not charged yet.
    extra: Money,
    /// The day on which it is approved.
    on: Date,
}

impl<'l> Decision<'l> {
    pub(super) fn new(
        ledger: &'l Ledger,
        request: Request<'l>,
        judgement: Judgement,
        verdict: Verdict,
        counted: Counted<'l>,
    ) -> Self {
        let (extra, on) = (request.amount, request.date);
        Self { ledger, request, judgement, verdict, counted, extra, on }
    }

    /// Makes it the decision on a settlement, which charges no more than a reservation did not, on a later day.
    pub(super) fn settling(mut self, extra: Money, on: Date) -> Self {
        (self.extra, self.on) = (extra, on);
        self
    }

    /// Returns the verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Returns whether the amount may be spent.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        self.verdict == Verdict::Approved
    }

    /// Returns the version of the ledger that it is for.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.ledger.version()
    }

    /// Returns the ledger.
    #[must_use]
    pub fn ledger(&self) -> &'l Ledger {
        self.ledger
    }

    /// Returns the position that asks; or the id that no position has.
    ///
    /// # Errors
    /// The id, where no position has it.
    pub fn position(&self) -> Result<Position<'l>, &'l str> {
        match self.request.position {
            Named::Known(ix) => Ok(self.ledger.org().position_at(ix)),
            Named::Unknown(id) => Err(id),
        }
    }

    /// Returns the channel.
    ///
    /// # Errors
    /// The id, where no channel has it.
    pub fn channel(&self) -> Result<Channel<'l>, &'l str> {
        match self.request.channel {
            Named::Known(ix) => Ok(self.ledger.org().channel_at(ix)),
            Named::Unknown(id) => Err(id),
        }
    }

    /// Returns the amount, in minor units.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.request.amount
    }

    /// Returns the currency of the amount: the one that the request states, else the org's.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.request.currency.unwrap_or(self.ledger.org().currency())
    }

    /// Returns what of the amount the accounts are not charged yet, in minor units.
    ///
    /// That is all of a request, and of a settlement what it adds to its reservation.
    #[must_use]
    pub fn extra(&self) -> Money {
        self.extra
    }

    /// Returns the day.
    #[must_use]
    pub fn date(&self) -> Date {
        self.request.date
    }

    /// Returns the seats from which the request says it was approved; an id that no position has is an error.
    pub fn approved_by(&self) -> impl Iterator<Item = Result<Position<'l>, &'l str>> {
        self.request.approvals.iter(self.ledger.org())
    }

    /// Returns the account that the spend is charged to; none if the tests did not come so far.
    #[must_use]
    pub fn account(&self) -> Option<Account<'l>> {
        self.ledger.funds.view(self.judgement.leaf?)
    }

    /// Returns the accounts that a spend is charged to: the position's own, and upwards to the budget.
    ///
    /// Of a path that ends at no budget, as far as it goes.
    pub fn funding_path(&self) -> impl Iterator<Item = Account<'l>> {
        let funds = &self.ledger.funds;
        let walk = self.judgement.leaf.map(|leaf| funds.path(leaf, funds.day(self.request.date)));
        walk.into_iter().flatten().filter_map(|(account, _)| funds.view(account))
    }

    /// Returns the tests that failed, in order. If the request is approved all the same, its approvals lifted them.
    pub fn reasons(&self) -> impl Iterator<Item = Test<'l>> {
        let tests = if self.judgement.reasons.is_empty() { Vec::new() } else { self.tests() };
        tests.into_iter().filter(|test| test.failed.is_some())
    }

    pub(super) fn refusal(&self) -> LedgerError {
        LedgerError::Refused { verdict: self.verdict, reasons: self.judgement.reasons }
    }

    /// Returns how many different people must approve; none if no approval helps, or none is needed.
    #[must_use]
    pub fn approvals_needed(&self) -> usize {
        self.judgement.approvals_needed()
    }

    /// Returns the approvals that count, with the seats whose authority they use.
    pub fn approvals(&self) -> impl Iterator<Item = (Position<'l>, Approver<'l>)> {
        self.counted.iter()
    }

    /// Returns the way to the approvals that are still needed: the seats to ask, and those passed over.
    ///
    /// It begins with whoever delegated the account whose limit is in the way, of several the highest; then comes
    /// everyone above, nearest first. It ends with the last approval that is needed, or at the top if nobody may
    /// give it; it is empty where no approval helps, or none is needed any more.
    #[must_use]
    pub fn route(&self) -> Vec<RouteStep<'l>> {
        self.steps(self.approvals_needed()).collect()
    }

    /// Returns every seat that could be asked, nearest first, and how each stands to the request.
    ///
    /// As [`Self::route`], which ends where enough may approve; this goes on to the top, for whoever looks for another
    /// approver than the nearest one. Of two seats of one person the further one is passed over. Looks at no more seats than
    /// are taken.
    ///
    /// ```
    /// use bagan::{Ledger, OrgBuilder, Skip, Standing, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "");
    /// org.position("ceo", "ceo").holder("sari").approves_up_to(9_000);
    /// org.position("cmo", "cmo").holder("sari").reports_to("ceo").approves_up_to(1_000);
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(1_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    /// org.delegation("dmm", "seo", 400).day(50);
    /// let ledger = Ledger::new(org.build()?);
    ///
    /// let request = ledger.request("seo", "seo", ledger.org().currency().major(60)?, parse_date("2026-07-01")?);
    /// let decision = ledger.decide(&request);
    /// let nearest: Vec<_> = decision.route().iter().map(|step| step.position.id()).collect();
    /// assert_eq!(nearest, ["dmm"]);
    ///
    /// // The manager is on leave: who else? One person, though with two seats.
    /// let further: Vec<_> = decision.approvers().skip(1).map(|step| (step.position.id(), step.standing)).collect();
    /// assert!(matches!(further[0], ("cmo", Standing::MayApprove(approver)) if approver.person == "sari"));
    /// assert_eq!(further[1], ("ceo", Standing::Skipped(Skip::SamePerson)));
    /// assert_eq!(further.len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn approvers(&self) -> impl Iterator<Item = RouteStep<'l>> {
        self.steps(usize::MAX)
    }

    /// Returns the way to so many approvals, if any is needed.
    fn steps(&self, needed: usize) -> impl Iterator<Item = RouteStep<'l>> {
        let asked = self.asked().filter(|_| self.verdict == Verdict::NeedsApproval);
        asked.into_iter().flat_map(move |asked| asked.route(self.counted, needed))
    }

    /// Returns how a seat stands to the request, also where [`Self::route`] does not come to it.
    ///
    /// The seat is one that may be asked, or that of whoever stands in for one. None if it is neither, or if no
    /// approval helps or none is needed: so it says of an approval that does not count why it does not.
    #[must_use]
    pub fn standing(&self, seat: Position<'l>) -> Option<Standing<'l>> {
        self.asked()?.standing(seat, self.counted)
    }

    /// Returns all tests that were run, in their order, each with its figures.
    ///
    /// A test that depends on one that failed is not run: without an account there are no limits to test.
    #[must_use]
    pub fn tests(&self) -> Vec<Test<'l>> {
        let reasons = self.judgement.reasons;
        let mut tests = Vec::new();
        let first = |code| reasons.contains(code).then_some(code);
        let amount = first(ReasonCode::ForeignCurrency).or(first(ReasonCode::AmountNotPositive));
        tests.push(Test::of(TestKind::Amount, amount));
        if reasons.contains(ReasonCode::ForeignCurrency) {
            return tests;
        }
        let position = first(ReasonCode::UnknownPosition).or(first(ReasonCode::PositionVacant));
        tests.push(Test::of(TestKind::Position, position));
        if reasons.contains(ReasonCode::UnknownPosition) {
            return tests;
        }
        let channel = first(ReasonCode::UnknownChannel).or(first(ReasonCode::ChannelNotAssigned));
        tests.push(Test::of(TestKind::Channel, channel));
        if tests.iter().any(|test| test.failed.is_some()) {
            return tests;
        }
        let account = first(ReasonCode::NoAccount).or(first(ReasonCode::NoFunding));
        tests.push(Test { account: self.account(), ..Test::of(TestKind::Account, account) });
        let Some(leaf) = self.judgement.leaf.filter(|_| account.is_none()) else { return tests };
        self.add_account_tests(leaf, &mut tests);
        tests
    }

    fn asked(&self) -> Option<Asked<'l>> {
        let (Named::Known(position), Named::Known(channel)) = (self.request.position, self.request.channel)
        else {
            return None;
        };
        if self.approvals_needed() == 0 {
            return None;
        }
        self.ledger.asked(&self.judgement, (position, channel), self.request.amount, self.on)
    }

    fn add_account_tests(&self, leaf: AccountIx, tests: &mut Vec<Test<'l>>) {
        let funds = &self.ledger.funds;
        let path: Vec<AccountIx> =
            funds.path(leaf, funds.day(self.request.date)).map(|(account, _)| account).collect();
        for window in Window::ALL {
            let limits = path.iter().filter_map(|account| self.limit_test(*account, *window));
            tests.extend(limits);
        }
        for (place, account) in path.iter().enumerate() {
            let above = path.get(place + 1..).unwrap_or_default();
            tests.push(self.money_test(*account, above));
        }
        let threshold = self.ledger.org().policy().thresholds.dual_control_above;
        if let Some(limit) = threshold {
            let code = ReasonCode::DualControl;
            let failed = self.judgement.reasons.contains(code).then_some(code);
            let figures = Figures { limit, used: Money::ZERO, reserved: Money::ZERO, remaining: limit };
            tests.push(Test { figures: Some(figures), ..Test::of(TestKind::DualControl, failed) });
        }
    }

    fn limit_test(&self, account: AccountIx, window: Window) -> Option<Test<'l>> {
        let (funds, balances) = (&self.ledger.funds, &self.ledger.balances);
        let limit = funds.row(account)?.limit(window)?;
        let day = funds.day(self.request.date);
        let held = balances.windows(account, day);
        let reserved = self.ledger.reserved_windows(account, day);
        let (kind, code, held, reserved) = match window {
            Window::Transaction => (TestKind::Transaction, ReasonCode::TransactionLimit, 0, 0),
            Window::Day => (TestKind::Day, ReasonCode::DayLimit, held.day, reserved.day),
            Window::Week => (TestKind::Week, ReasonCode::WeekLimit, held.week, reserved.week),
            Window::Month => (TestKind::Month, ReasonCode::MonthLimit, held.month, reserved.month),
        };
        let figures = Figures::of(limit, i128::from(held), i128::from(reserved));
        let asked = if window == Window::Transaction { self.request.amount } else { self.extra };
        let failed = (figures.remaining < asked).then_some(code);
        let account = funds.view(account);
        Some(Test { account, figures: Some(figures), ..Test::of(kind, failed) })
    }

    fn money_test(&self, account: AccountIx, above: &[AccountIx]) -> Test<'l> {
        let (ledger, funds) = (self.ledger, &self.ledger.funds);
        let day = funds.day(self.request.date);
        let year = ledger.year(account, day);
        let granted = funds.row(account).map_or(0, |row| row.amount);
        let limit = Money::from_minor(granted.saturating_add(year.moved));
        let figures = Figures::of(limit, i128::from(year.committed), i128::from(year.reserved));
        let short = figures.remaining < self.extra;
        // A spend is charged to every account of the path: one above that has less than all of it cannot help.
        let amount = self.extra.minor();
        let source = above.iter().find(|above| amount <= ledger.left(**above, day)).filter(|_| short);
        Test {
            account: funds.view(account),
            figures: Some(figures),
            transfer_from: source.and_then(|source| funds.view(*source)),
            ..Test::of(TestKind::Money, short.then_some(ReasonCode::AccountExhausted))
        }
    }
}
