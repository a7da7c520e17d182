//! Memory that does not grow with the number of years, and figures that do not depend on what is kept.

use std::sync::Arc;

use allocation_counter::measure;
use bagan::simulate::{Assumptions, Designs, Simulation};
use bagan::{Org, parse_date};

use crate::support::line;

fn simulation(replications: u64) -> Simulation {
    let mut assumed = Assumptions::default();
    assumed.requests.per_day = Some(1.0);
    assumed.staff.leaving_per_year = Some(2.0);
    let (from, until) = (parse_date("2026-01-05").unwrap(), parse_date("2026-01-12").unwrap());
    Simulation::new(assumed, from, until).replications(replications).seed(9)
}

fn designs() -> [(&'static str, Arc<Org>); 3] {
    [("a", &[1][..]), ("b", &[1, 1]), ("c", &[1_000_000, 1, 1])]
        .map(|(name, limits)| (name, Arc::new(line(limits))))
}

#[test]
fn memory_is_flat_once_the_kept_years_are_full() {
    // On one thread, the one that is measured.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().unwrap();
    let designs = designs();
    let peak = |replications: u64, kept: usize| {
        let run = || simulation(replications).keep_values(kept, kept).compare(designs.clone()).unwrap();
        let mut years = 0;
        let measured = measure(|| years = pool.install(run).of("a").unwrap().replications());
        assert_eq!(years, replications);
        measured.bytes_max
    };
    let (once, twice) = (peak(2_048, 256), peak(4_096, 256));
    assert!(twice <= once + once / 50, "{once} bytes for so many years, {twice} for twice as many");
    // The measure can fail: what keeps all years grows.
    let all = peak(4_096, 4_096);
    assert!(once + once / 2 < all, "{once} bytes, {all} where all is kept");
}

fn all(designs: &Designs) -> Vec<(u64, Option<f64>, Option<f64>)> {
    let of = |(_, outcomes): (&str, &bagan::simulate::Outcomes)| {
        let seats = outcomes.org().positions().filter_map(|seat| outcomes.of_position(seat.id()));
        let figures = outcomes.of_design().chain(seats.flatten());
        figures
            .map(|own| (own.estimate.count(), own.estimate.mean(), own.estimate.standard_error()))
            .collect::<Vec<_>>()
    };
    designs.iter().flat_map(of).collect()
}

#[test]
fn what_is_kept_changes_no_estimate_and_is_the_first_years() {
    let whole = simulation(200).compare(designs()).unwrap();
    let kept = simulation(200).keep_values(50, 20).compare(designs()).unwrap();
    assert_eq!(all(&whole), all(&kept));
    for name in ["a", "b", "c"] {
        let (whole, kept) = (whole.of(name).unwrap(), kept.of(name).unwrap());
        assert_eq!(
            (whole.sampled_years(), kept.sampled_years(), kept.sampled_years_of_entities()),
            (200, 50, 20)
        );
        for (all, first) in whole.of_design().zip(kept.of_design()) {
            let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&all.values[..50]), bits(first.values), "{}", all.name);
        }
        let load = |outcomes: &bagan::simulate::Outcomes| {
            outcomes.of_position("a0").unwrap().find(|own| own.name == "load").unwrap().values.to_vec()
        };
        assert_eq!(load(whole)[..20], load(kept));
    }
    let none = simulation(3).keep_values(0, 0).compare(designs()).unwrap();
    assert!(none.of("a").unwrap().figure("spend").unwrap().quantiles().is_none());
    assert!(!none.to_string().contains("quantile of years"));
}

#[test]
fn the_order_of_designs_and_the_number_of_threads_change_no_bit_of_a_difference() {
    let in_order = |order: [usize; 3], threads: usize| {
        let named = designs();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| simulation(100).compare(order.map(|place| named[place].clone())).unwrap())
    };
    let reference = in_order([0, 1, 2], 1);
    for (order, threads) in [([0, 1, 2], 3), ([2, 1, 0], 1), ([1, 2, 0], 2)] {
        let other = in_order(order, threads);
        for first in ["a", "b", "c"] {
            for second in ["a", "b", "c"] {
                for figure in ["spend", "wait_p95", "still_waiting", "loss", "vacant_days"] {
                    let pair = reference.compare(first, second, figure).unwrap();
                    assert_eq!(Some(pair), other.compare(first, second, figure), "{first} {second} {figure}");
                    assert_eq!(Some(pair.mirrored()), reference.compare(second, first, figure));
                }
            }
        }
    }
    assert!(reference.compare("a", "d", "spend").is_none() && reference.compare("a", "b", "spent").is_none());
}

#[test]
fn a_difference_is_that_of_the_values_year_by_year() {
    let designs = simulation(100).compare(designs()).unwrap();
    for figure in ["spend", "wait_mean", "requests"] {
        let of = |name: &str| designs.of(name).unwrap().figure(figure).unwrap().values;
        let differences: Vec<f64> =
            of("c").iter().zip(of("a")).map(|(c, a)| c - a).filter(|value| !value.is_nan()).collect();
        let mean = differences.iter().sum::<f64>() / differences.len() as f64;
        let found = designs.compare("c", "a", figure).unwrap();
        assert_eq!(found.count(), differences.len() as u64, "{figure}");
        assert!((found.difference().mean().unwrap() - mean).abs() <= 1e-9 * mean.abs().max(1.0), "{figure}");
    }
}
