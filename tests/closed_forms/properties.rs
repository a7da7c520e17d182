//! What holds of every desk and every form of approval, whatever its figures.

use bagan::closed_forms::{Manpower, Mg1, Mm1k, Mmc, committee, hierarchy, polyarchy};
use proptest::prelude::*;

fn near(found: f64, expected: f64) -> Result<(), TestCaseError> {
    let close = (found - expected).abs() <= 1e-9 * expected.abs().max(1.0);
    prop_assert!(close, "{found} is not {expected}");
    Ok(())
}

proptest! {
    #[test]
    fn one_server_of_exponential_work_is_the_same_desk_in_both_notations(load in 0.01..0.99_f64, mean in 0.1..10.0_f64) {
        let one = Mmc::new(load / mean, 1.0 / mean, 1).unwrap();
        let other = Mg1::new(load / mean, mean, 1.0).unwrap();
        near(one.wait_mean().unwrap(), other.wait_mean().unwrap())?;
    }

    #[test]
    fn a_large_room_is_as_good_as_none(load in 0.01..0.9_f64) {
        let bounded = Mm1k::new(load, 1.0, 1_000).unwrap();
        near(bounded.time_mean(), Mmc::new(load, 1.0, 1).unwrap().time_mean().unwrap())?;
    }

    #[test]
    fn one_fast_server_does_what_several_slow_ones_do_and_sooner(load in 0.01..0.99_f64, servers in 2_u32..50) {
        let fast = Mmc::new(load, 1.0, 1).unwrap();
        let slow = Mmc::new(load, 1.0 / f64::from(servers), servers).unwrap();
        prop_assert!(fast.time_mean().unwrap() <= slow.time_mean().unwrap() * (1.0 + 1e-9));
        prop_assert!(slow.wait_mean().unwrap() <= fast.wait_mean().unwrap() * (1.0 + 1e-9));
    }

    #[test]
    fn a_committee_is_a_hierarchy_if_it_needs_all_and_a_polyarchy_if_one(
        p in proptest::collection::vec(0.0..=1.0_f64, 1..12)
    ) {
        near(committee(p.len(), &p).unwrap(), hierarchy(&p).unwrap())?;
        near(committee(1, &p).unwrap(), polyarchy(&p).unwrap())?;
    }

    #[test]
    fn the_years_in_all_grades_are_counted_out_by_leaving(
        rows in proptest::collection::vec(proptest::collection::vec(0.0..1.0_f64, 5), 1..5)
    ) {
        let grades = rows.len();
        // One more column than grades: what leaves.
        let moves: Vec<Vec<f64>> = rows.iter().map(|row| {
            let sum: f64 = row[..grades].iter().sum::<f64>() + row[4] + 0.05;
            row[..grades].iter().map(|p| p / sum).collect()
        }).collect();
        let chain = Manpower::new(moves).unwrap();
        // Everybody leaves some day: years in each grade times its wastage add up to 1.
        for years in chain.fundamental() {
            near(years.iter().zip(chain.wastage()).map(|(years, leave)| years * leave).sum(), 1.0)?;
        }
    }
}
