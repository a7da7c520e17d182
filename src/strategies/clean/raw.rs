//! What is drawn of a clean org, before it is known how much of it is of use.

use proptest::prelude::*;

use crate::strategies::params::OrgParams;
use crate::strategies::pick::{Pick, pick, sometimes};

/// A position before the others are known.
#[derive(Debug, Clone)]
pub(super) struct RawSeat {
    pub(super) line: RawLine,
    pub(super) people: RawPeople,
    pub(super) work: RawWork,
    pub(super) money: RawMoney,
}

/// Where the position would stand.
#[derive(Debug, Clone)]
pub(super) struct RawLine {
    /// Whether it reports to one of those before it, where one can lead it.
    pub(super) joins: bool,
    pub(super) under: Pick,
    /// Whether it may report to somebody who does not lead as a rule.
    pub(super) under_anyone: bool,
    pub(super) role: Pick,
    /// Whether the role is one of the house's own, of the same class.
    pub(super) house_role: bool,
    pub(super) script: Option<Pick>,
}

/// Who would fill it.
#[derive(Debug, Clone)]
pub(super) struct RawPeople {
    pub(super) vacant: bool,
    pub(super) acting: bool,
    pub(super) second_seat: Option<Pick>,
    pub(super) dotted: Option<Pick>,
    pub(super) works_with: Option<Pick>,
}

/// What it would work on.
#[derive(Debug, Clone)]
pub(super) struct RawWork {
    pub(super) channel: Pick,
    pub(super) second_channel: Option<Pick>,
    /// Whether a specialist has no money, where others have some for its channels.
    pub(super) unpaid: bool,
    /// The channel of somebody who need not have one.
    pub(super) helps_with: Option<Pick>,
}

/// What it would hold, and how it would pass it on.
#[derive(Debug, Clone)]
pub(super) struct RawMoney {
    /// Whether somebody who need not have money has some.
    pub(super) spends: bool,
    pub(super) passes_on: bool,
    pub(super) own_budget: bool,
    /// Whether a share stays undelegated, and whether that share is a budget of its own.
    pub(super) reserve: Option<bool>,
    pub(super) parts: i64,
    pub(super) grant: RawGrant,
}

/// How money would come to it.
#[derive(Debug, Clone)]
pub(super) struct RawGrant {
    pub(super) general: bool,
    pub(super) limited: [bool; 4],
    pub(super) valid: Pick,
    pub(super) renewed: bool,
    pub(super) says_whether_to_pass_on: bool,
}

/// Draws positions.
pub(super) fn seat(params: &OrgParams) -> impl Strategy<Value = RawSeat> + use<> {
    (line(), people(params), work(), money()).prop_map(|(line, people, work, money)| RawSeat {
        line,
        people,
        work,
        money,
    })
}

fn line() -> impl Strategy<Value = RawLine> {
    (
        prop::bool::weighted(0.9),
        pick(),
        prop::bool::weighted(0.15),
        pick(),
        prop::bool::weighted(0.1),
        prop::option::weighted(0.1, pick()),
    )
        .prop_map(|(joins, under, under_anyone, role, house_role, script)| RawLine {
            joins,
            under,
            under_anyone,
            role,
            house_role,
            script,
        })
}

fn people(params: &OrgParams) -> impl Strategy<Value = RawPeople> + use<> {
    (
        prop::bool::weighted(params.vacancies.into()),
        any::<bool>(),
        sometimes(params.second_seats, pick()),
        prop::option::weighted(0.2, pick()),
        prop::option::weighted(0.4, pick()),
    )
        .prop_map(|(vacant, acting, second_seat, dotted, works_with)| RawPeople {
            vacant,
            acting,
            second_seat,
            dotted,
            works_with,
        })
}

fn work() -> impl Strategy<Value = RawWork> {
    (
        pick(),
        prop::option::weighted(0.4, pick()),
        prop::bool::weighted(0.15),
        prop::option::weighted(0.1, pick()),
    )
        .prop_map(|(channel, second_channel, unpaid, helps_with)| RawWork {
            channel,
            second_channel,
            unpaid,
            helps_with,
        })
}

fn money() -> impl Strategy<Value = RawMoney> {
    (
        prop::bool::weighted(0.3),
        any::<bool>(),
        prop::bool::weighted(0.3),
        prop::option::of(any::<bool>()),
        2..=12_i64,
        grant(),
    )
        .prop_map(|(spends, passes_on, own_budget, reserve, parts, grant)| RawMoney {
            spends,
            passes_on,
            own_budget,
            reserve,
            parts,
            grant,
        })
}

fn grant() -> impl Strategy<Value = RawGrant> {
    (
        any::<bool>(),
        prop::array::uniform4(any::<bool>()),
        pick(),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(general, limited, valid, renewed, says_whether_to_pass_on)| RawGrant {
            general,
            limited,
            valid,
            renewed,
            says_whether_to_pass_on,
        })
}
