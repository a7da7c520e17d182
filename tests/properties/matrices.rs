//! The matrices, cell by cell, against what the views of the org say.

use bagan::strategies::{OrgParams, org};
use bagan::{Account, Backing, Basis, DecisionRight, Duty, Matrix, Org, Position};
use proptest::prelude::*;

use crate::model::today;

/// Asks every outcome for every position.
fn duties(org: &Org, position: Position<'_>) -> Vec<(String, Vec<Duty>)> {
    let named = |mut list: Box<dyn Iterator<Item = Position<'_>> + '_>| list.any(|named| named == position);
    let cell = |outcome: bagan::Outcome<'_>| {
        let lists = [
            (outcome.accountable() == position, Duty::Accountable),
            (named(Box::new(outcome.responsible())), Duty::Responsible),
            (named(Box::new(outcome.consulted())), Duty::Consulted),
            (named(Box::new(outcome.informed())), Duty::Informed),
        ];
        let duties = lists.into_iter().filter(|(is_named, _)| *is_named).map(|(_, duty)| duty);
        (outcome.id().to_owned(), duties.collect::<Vec<_>>())
    };
    org.outcomes().map(cell).filter(|(_, duties)| !duties.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn rows_are_all_positions_each_after_its_manager(org in org(OrgParams::default())) {
        let matrix = Matrix::raci(&org);
        let mut seen = std::collections::BTreeSet::new();
        for row in matrix.rows() {
            prop_assert!(row.position().manager().is_none_or(|manager| seen.contains(manager.id())));
            prop_assert_eq!(row.layer(), row.position().chain().count() + 1);
            prop_assert!(seen.insert(row.position().id()));
        }
        prop_assert_eq!(seen.len(), org.position_count());
    }

    #[test]
    fn raci_says_what_every_outcome_says(org in org(OrgParams::default())) {
        let matrix = Matrix::raci(&org);
        let mut doubled = 0;
        for row in matrix.rows() {
            let cells = row.cells().iter().map(|cell| (cell.outcome.id().to_owned(), cell.duties.iter().collect()));
            prop_assert_eq!(cells.collect::<Vec<(_, Vec<_>)>>(), duties(&org, row.position()));
            for cell in row.cells() {
                prop_assert_eq!(matrix.duties(row.position().ix(), cell.outcome.ix()), cell.duties);
                doubled += usize::from(cell.duties.is_doubled());
            }
        }
        prop_assert_eq!(matrix.doubled().count(), doubled);
    }

    #[test]
    fn decisions_are_those_stated_or_else_those_of_the_class(org in org(OrgParams::default())) {
        let matrix = Matrix::decisions(&org);
        for position in org.positions() {
            for &right in DecisionRight::ALL {
                let stated: Vec<_> = position.decides().collect();
                let expected = if stated.contains(&right) {
                    Some(Basis::Stated)
                } else if stated.is_empty() && position.class().facts().decides.contains(&right) {
                    Some(Basis::RoleClass)
                } else {
                    None
                };
                prop_assert_eq!(matrix.basis(position.ix(), right), expected);
            }
        }
    }

    #[test]
    fn authority_is_the_account_that_a_spend_is_charged_to(org in org(OrgParams::default())) {
        let matrix = Matrix::authority(&org, today());
        for position in org.positions() {
            let row = matrix.row(position.ix());
            for channel in org.channels() {
                let is_own = |account: &Account<'_>| account.channel() == Some(channel);
                let account = position
                    .account_for(channel, today())
                    .filter(|account| is_own(account) || position.is_assigned(channel));
                let expected = account.map(|account| {
                    let backing = if is_own(&account) { Backing::Own(account) } else { Backing::Shared(account) };
                    (backing, position.approval_limit(Some(channel), today()))
                });
                let cell = matrix.cell(position.ix(), Some(channel.ix()));
                prop_assert_eq!(cell.map(|cell| (cell.backing, cell.approval_limit)), expected);
            }
            let general = position.general_account(today());
            let cell = matrix.cell(position.ix(), None);
            prop_assert_eq!(cell.and_then(|cell| cell.account()), general);
            let approves = position.approval_limit(None, today());
            prop_assert_eq!(cell.map(|cell| cell.approval_limit), general.map(|_| approves).or(approves.map(Some)));
            // Whatever is held is in the row once.
            let mut held: Vec<_> = position.accounts(today()).collect();
            for cell in row.cells().iter().filter(|cell| !matches!(cell.backing, Backing::Shared(_))) {
                let Some(account) = cell.account() else {
                    prop_assert_eq!(cell.backing, Backing::ApprovalAlone);
                    continue;
                };
                let place = held.iter().position(|held| *held == account);
                prop_assert!(place.map(|place| held.remove(place)).is_some(), "{:?} is there twice", account);
            }
            prop_assert_eq!(held, []);
        }
    }
}
