//! What is held and delegated, and which account pays, against the model.

use bagan::Account;
use proptest::prelude::*;

use crate::model::{CHANNELS, Grant, Model, id, model, new_year, today};

/// The amount of the account that pays for a channel: the channel's own grant, else a general one, else the budget.
///
/// Where several grants would do, the model names them all.
fn payers(model: &Model, seat: usize, channel: usize) -> Vec<i64> {
    let in_force = |grant: &&Grant| grant.to == seat && grant.is_in_force(today());
    let grants = || model.grants.iter().filter(in_force);
    let own: Vec<i64> = grants().filter(|g| g.channel == Some(channel)).map(|g| g.amount).collect();
    if !own.is_empty() {
        return own;
    }
    let general: Vec<i64> = grants().filter(|g| g.channel.is_none()).map(|g| g.amount).collect();
    if !general.is_empty() {
        return general;
    }
    model.seats[seat].budget.into_iter().collect()
}

proptest! {
    #[test]
    fn held_and_delegated_are_the_models(model in model()) {
        let org = model.build_in_order();
        for (seat, year) in (0..model.seats.len()).flat_map(|seat| (2024..2031).map(move |year| (seat, year))) {
            let position = org.position(&id(seat)).unwrap();
            let on = new_year(year);
            prop_assert_eq!(position.held(on).minor(), 100 * model.held(seat, on));
            prop_assert_eq!(position.delegated(on).minor(), 100 * model.delegated(seat, on));
        }
    }

    #[test]
    fn the_account_that_pays_is_the_narrowest(model in model()) {
        let org = model.build_in_order();
        for seat in 0..model.seats.len() {
            let position = org.position(&id(seat)).unwrap();
            for (index, id) in CHANNELS.iter().enumerate() {
                let payers = payers(&model, seat, index);
                match position.account_for(org.channel(id).unwrap(), today()) {
                    Some(account) => prop_assert!(payers.contains(&(account.amount().minor() / 100))),
                    None => prop_assert!(payers.is_empty()),
                }
            }
        }
    }

    #[test]
    fn a_delegation_is_cut_from_an_account_of_its_delegator(model in model()) {
        let org = model.build_in_order();
        for delegation in org.delegations() {
            let Some(account) = delegation.cut_from(today()) else { continue };
            prop_assert_eq!(account.holder(), delegation.from());
            match (delegation.channel(), account) {
                (Some(channel), account) => prop_assert!(account.covers(channel)),
                (None, Account::Delegation(above)) => prop_assert!(above.channel().is_none()),
                (None, Account::Budget(_)) => {}
            }
        }
    }
}
