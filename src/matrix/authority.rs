//! The delegation-of-authority matrix: who may spend, approve and pass on how much on which channel, on a day.

use crate::calendar::{Date, Window};
use crate::matrix::grid::Matrix;
use crate::money::Money;
use crate::org::{Account, Channel, ChannelIx, Limits, Org, Position, PositionIx};
use crate::role::Permission;

/// What authority over a channel rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backing<'o> {
    /// The account of the column: a spend is charged to it.
    Own(Account<'o>),
    /// The account for any channel, which the position's other channels share: its amount is there once, not per channel.
    Shared(Account<'o>),
    /// An account of the column that is in force, and that nothing is charged to while another one goes before it.
    Behind(Account<'o>),
    /// No account: the position may approve what others spend, and spends nothing itself.
    ApprovalAlone,
}

/// What a position may do on one channel, or on any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuthorityCell<'o> {
    /// The channel; none for what holds on any channel.
    pub channel: Option<Channel<'o>>,
    /// What the authority rests on.
    pub backing: Backing<'o>,
    /// The largest single spend on the channel that the position may approve; see [`Position::approval_limit`].
    pub approval_limit: Option<Money>,
}

impl<'o> AuthorityCell<'o> {
    /// Returns the account.
    #[must_use]
    pub fn account(&self) -> Option<Account<'o>> {
        match self.backing {
            Backing::Own(account) | Backing::Shared(account) | Backing::Behind(account) => Some(account),
            Backing::ApprovalAlone => None,
        }
    }

    /// Returns the amount of the fiscal year, in minor units.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        self.account().map(Account::amount)
    }

    /// Returns the limits of the account, what platforms may charge of an average included.
    ///
    /// The limits of the accounts that it is cut from bind as well, and may be lower (see `limit-above-delegator`).
    #[must_use]
    pub fn limits(&self) -> Limits {
        let limit = |window| self.account().and_then(|account| account.limit(window));
        Limits {
            transaction: limit(Window::Transaction),
            day: limit(Window::Day),
            week: limit(Window::Week),
            month: limit(Window::Month),
        }
    }

    /// Returns whether the position may delegate from the account; of a budget, whether its role class may.
    #[must_use]
    pub fn sub_delegation(&self) -> Option<Permission> {
        self.account().map(|account| match account {
            Account::Budget(holder) => holder.class().facts().may_delegate,
            Account::Delegation(delegation) => delegation.sub_delegation(),
        })
    }

    /// Returns the first day on which the account is no longer in force; none where it has no end, as a budget.
    #[must_use]
    pub fn valid_until(&self) -> Option<Date> {
        match self.account()? {
            Account::Budget(_) => None,
            Account::Delegation(delegation) => delegation.valid().until(),
        }
    }
}

/// Positions by channels, on a day: amount, limits, approval limit, whether it may be passed on, until when (S12, S13).
///
/// The first column is *any channel*: a budget, a delegation without a channel, and an approval limit that no account
/// is needed for. A cell of a channel is what [`Position::account_for`] charges: the channel's own delegation, else, where the
/// position is assigned the channel, the account for any channel, which is then [`Backing::Shared`]. Money for a channel
/// that the position is not assigned is there too: it may be passed on, and not be spent by it. What is not in
/// force on the day is left out. An account that nothing is charged to is there as [`Backing::Behind`], so that all
/// that a position holds is in its row.
pub type AuthorityMatrix<'o> = Matrix<'o, AuthorityCell<'o>>;

impl<'o> Matrix<'o, AuthorityCell<'o>> {
    /// Makes the matrix of authority of an org on a day.
    ///
    /// Costs O(n log n) in the accounts and assigned channels of each position, and no memory for an empty cell.
    ///
    /// ```
    /// use bagan::{Matrix, Money, OrgBuilder, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "").channel("blog", "");
    /// org.position("dmm", "digital-marketing-manager").budget(900);
    /// org.position("seo", "specialist").reports_to("dmm").channels(["seo"]);
    /// org.delegation("dmm", "seo", 500).channel("seo").week(20);
    /// let org = org.build()?;
    ///
    /// let matrix = Matrix::authority(&org, parse_date("2026-07-01")?);
    /// let (seo, channel) = (org.position("seo").ok_or("none")?, org.channel("seo").ok_or("none")?);
    /// let cell = matrix.cell(seo.ix(), Some(channel.ix())).ok_or("no authority")?;
    /// assert_eq!((cell.amount(), cell.limits().week), (Some(Money::from_minor(50_000)), Some(Money::from_minor(2_000))));
    /// assert_eq!(matrix.cell(seo.ix(), None), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn authority(org: &'o Org, on: Date) -> Self {
        let mut matrix = Self::new(org).on(on);
        let mut cells = Vec::new();
        for position in org.positions() {
            collect(position, on, &mut cells);
            for cell in cells.drain(..) {
                matrix.push(position.ix(), cell);
            }
        }
        matrix
    }

    /// Returns the columns after *any channel*: the channels, in the order stated.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = Channel<'o>> + Clone {
        self.org().channels()
    }

    /// Returns what a position may do on a channel, or on any: the cell that a spend is charged to.
    #[must_use]
    pub fn cell(&self, position: PositionIx, channel: Option<ChannelIx>) -> Option<AuthorityCell<'o>> {
        let cells = self.row(position).cells();
        let first = cells.partition_point(|cell| cell.channel.map(Channel::ix) < channel);
        cells.get(first).filter(|cell| cell.channel.map(Channel::ix) == channel).copied()
    }
}

/// Puts the cells of a position in order: any channel, then channel by channel, what is charged first.
fn collect<'o>(position: Position<'o>, on: Date, cells: &mut Vec<AuthorityCell<'o>>) {
    let approves = position.approves_up_to();
    let add = |channel, backing| AuthorityCell { channel, backing, approval_limit: approves };
    cells.extend(position.accounts(on).map(|account| add(account.channel(), Backing::Own(account))));
    match position.general_account(on) {
        Some(account) => {
            cells.extend(position.channels().map(|channel| add(Some(channel), Backing::Shared(account))));
        }
        None if approves.is_some() => cells.push(add(None, Backing::ApprovalAlone)),
        None => {}
    }
    // The sort keeps the order of accounts, and what is shared comes after what is the channel's own.
    cells.sort_by_key(|cell| cell.channel.map(Channel::ix));
    let mut before = None;
    cells.retain_mut(|cell| {
        let column = cell.channel.map(Channel::ix);
        let is_first = before != Some(column);
        before = Some(column);
        match cell.backing {
            Backing::Own(account) if !is_first => cell.backing = Backing::Behind(account),
            Backing::Shared(_) => return is_first,
            _ => {}
        }
        true
    });
    if approves.is_none() {
        approve_by_account(cells);
    }
}

/// Gives each cell the approval limit that comes with the account which its column is charged to.
fn approve_by_account(cells: &mut [AuthorityCell<'_>]) {
    for column in cells.chunk_by_mut(|a, b| a.channel == b.channel) {
        let limit = column
            .first()
            .and_then(AuthorityCell::account)
            .and_then(|account| account.limit(Window::Transaction));
        for cell in column {
            cell.approval_limit = limit;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::OrgBuilder;
    use crate::testing::{ended, org, this_year, to_come, today};

    fn sample(more: impl FnOnce(&mut OrgBuilder)) -> Org {
        org(|org| {
            org.channel("seo", "").channel("blog", "").channel("email", "");
            org.position("cmo", "cmo").approves_up_to(900);
            org.position("dmm", "digital-marketing-manager").reports_to("cmo").budget(1_000);
            org.position("lead", "lead-specialist").reports_to("dmm").channels(["email", "seo"]);
            more(org);
        })
    }

    /// The cells of a position: channel, kind of backing, amount, approval limit, in major units.
    fn cells<'o>(org: &'o Org, position: &str) -> Vec<(&'o str, &'static str, Option<i64>, Option<i64>)> {
        let matrix = Matrix::authority(org, today());
        let major = |money: Option<Money>| money.and_then(|money| org.currency().to_major(money));
        let row = matrix.row(org.position(position).unwrap().ix());
        let cell = |cell: &AuthorityCell<'o>| {
            let kind = match cell.backing {
                Backing::Own(_) => "own",
                Backing::Shared(_) => "shared",
                Backing::Behind(_) => "behind",
                Backing::ApprovalAlone => "approval",
            };
            (cell.channel.map_or("any", Channel::id), kind, major(cell.amount()), major(cell.approval_limit))
        };
        row.cells().iter().map(cell).collect()
    }

    #[test]
    fn a_budget_and_an_approval_limit_hold_on_any_channel() {
        let org = sample(|_| {});
        assert_eq!(cells(&org, "cmo"), [("any", "approval", None, Some(900))]);
        assert_eq!(cells(&org, "dmm"), [("any", "own", Some(1_000), None)]);
        assert_eq!(cells(&org, "lead"), []);
    }

    #[test]
    fn assigned_channels_share_an_account_for_any_and_their_own_goes_before_it() {
        let org = sample(|org| {
            org.delegation("dmm", "lead", 400).transaction(9);
            org.delegation("dmm", "lead", 100).channel("email").transaction(5);
            org.delegation("dmm", "lead", 50).channel("blog");
        });
        let expected = [
            ("any", "own", Some(400), Some(9)),
            ("seo", "shared", Some(400), Some(9)),
            ("blog", "own", Some(50), None),
            ("email", "own", Some(100), Some(5)),
        ];
        assert_eq!(cells(&org, "lead"), expected, "in the order in which channels are stated");
    }

    #[test]
    fn a_second_account_of_a_column_stands_behind_the_one_that_is_charged() {
        let org = sample(|org| {
            org.delegation("cmo", "dmm", 70).transaction(3);
            org.delegation("dmm", "lead", 1).channel("seo");
            org.delegation("cmo", "lead", 2).channel("seo");
        });
        let dmm = [("any", "own", Some(70), Some(3)), ("any", "behind", Some(1_000), Some(3))];
        assert_eq!(cells(&org, "dmm"), dmm);
        assert_eq!(cells(&org, "lead"), [("seo", "own", Some(2), None), ("seo", "behind", Some(1), None)]);
    }

    #[test]
    fn what_is_not_in_force_on_the_day_is_left_out() {
        let org = sample(|org| {
            org.delegation("dmm", "lead", 1).channel("seo").valid(ended());
            org.delegation("dmm", "lead", 2).channel("seo").valid(to_come());
            org.delegation("dmm", "lead", 3).channel("seo").valid(this_year());
        });
        assert_eq!(cells(&org, "lead"), [("seo", "own", Some(3), None)]);
    }

    #[test]
    fn a_cell_says_how_far_its_account_goes() {
        let org = sample(|org| {
            let lead =
                org.delegation("dmm", "lead", 400).channel("seo").transaction(1).day(2).week(3).month(4);
            lead.valid(this_year()).sub_delegation(Permission::Allowed);
        });
        let matrix = Matrix::authority(&org, today());
        let ix = |id| org.position(id).unwrap().ix();
        let seo = matrix.cell(ix("lead"), org.channel("seo").map(Channel::ix)).unwrap();
        let limits = Window::ALL.iter().map(|window| seo.limits().get(*window).map(Money::minor));
        assert_eq!(limits.collect::<Vec<_>>(), [Some(100), Some(200), Some(300), Some(400)]);
        assert_eq!(
            (seo.sub_delegation(), seo.valid_until()),
            (Some(Permission::Allowed), this_year().until())
        );
        let budget = matrix.cell(ix("dmm"), None).unwrap();
        assert_eq!((budget.sub_delegation(), budget.valid_until()), (Some(Permission::Allowed), None));
        assert!(budget.limits().is_empty());
        let approval = matrix.cell(ix("cmo"), None).unwrap();
        assert_eq!(
            (approval.amount(), approval.sub_delegation(), approval.valid_until()),
            (None, None, None)
        );
        assert_eq!(matrix.cell(ix("lead"), org.channel("blog").map(Channel::ix)), None);
    }
}
