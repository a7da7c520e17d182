//! What has no closed form is an error that names it, or none; never a panic, and never infinite.

use bagan::closed_forms::{
    ClosedFormError, Manpower, Mg1, Mm1k, Mmc, Rework, Screening, Tandem, availability, committee, hierarchy,
    hierarchy_evaluations, levels_of_amounts, levels_of_share, polyarchy, polyarchy_evaluations,
    reporting_delay,
};

fn refused<T: std::fmt::Debug>(found: Result<T, ClosedFormError>, says: &str) {
    let error = found.unwrap_err().to_string();
    assert!(error.contains(says), "{error} does not say {says}");
}

#[test]
fn an_overloaded_desk_has_no_mean() {
    let desk = Mmc::new(4.0, 1.0, 3).unwrap();
    assert_eq!(
        [desk.waits(), desk.wait_mean(), desk.time_mean(), desk.queue_mean(), desk.empty()],
        [None; 5]
    );
    assert!(desk.blocks() < 1.0);
    assert_eq!(Mg1::new(1.0, 1.0, 0.0).unwrap().wait_mean(), None);
    let line = Tandem::new(2.0, &[(3.0, 1), (1.0, 1)], &[0.9]).unwrap();
    assert_eq!((line.time_mean(), line.desks()[0].time_mean()), (None, Some(1.0)));
}

#[test]
fn a_desk_at_which_nothing_comes_waits_for_nothing() {
    let desk = Mmc::new(0.0, 1.0, 2).unwrap();
    assert_eq!((desk.waits(), desk.wait_mean(), desk.empty()), (Some(0.0), Some(0.0), Some(1.0)));
    assert_eq!(Tandem::new(0.0, &[(1.0, 1)], &[]).unwrap().time_mean(), None);
}

#[test]
fn rates_that_cannot_be_are_named() {
    for bad in [-1.0, f64::NAN, f64::INFINITY] {
        refused(Mmc::new(bad, 1.0, 1), "the rate of arrivals must be at least 0");
        refused(Mmc::new(1.0, bad, 1), "the rate of service must be above 0");
        refused(Mm1k::new(bad, 1.0, 1), "the rate of arrivals");
        refused(Mg1::new(1.0, 1.0, bad), "coefficient of variation");
        refused(availability(bad, 1.0), "the rate of leaving");
        refused(levels_of_amounts(&[bad], |_| 0.5), "a limit");
        refused(hierarchy(&[bad]), "the probability to accept");
        refused(Screening::new(0.5, bad), "a bad request");
        refused(Rework::new(bad), "from 0 to below 1");
    }
    refused(Mmc::new(1.0, 0.0, 1), "the rate of service must be above 0, and is 0");
    refused(Mmc::new(1e300, 1e-300, 1), "arrivals for each that is served");
    refused(Mmc::new(1.0, 1.0, 0), "the number of servers must be 1 or more");
    refused(Mm1k::new(1.0, 1.0, 0), "the room");
    refused(Rework::new(1.0), "from 0 to below 1, and is 1");
    refused(Rework::new(0.5).unwrap().work_capped(1.0, 0), "1 or more");
    refused(Screening::new(0.5, 0.5).unwrap().value(0.5, f64::INFINITY, 0.0), "a gain must be finite");
}

#[test]
fn lists_that_do_not_fit_are_named() {
    refused(Tandem::new(1.0, &[], &[]), "one desk more");
    refused(Tandem::new(1.0, &[(1.0, 1)], &[0.5]), "one desk more");
    refused(levels_of_amounts(&[2.0, 1.0], |_| 0.5), "limits must rise");
    refused(levels_of_amounts(&[1.0, 2.0], |limit| limit / 2.0), "limits must rise");
    refused(levels_of_share(0.5, 0), "1 or more");
    refused(levels_of_share(1.0, u32::MAX), "1,000,000 or fewer");
    refused(hierarchy(&[]), "an approver");
    refused(polyarchy(&[]), "an approver");
    refused(committee(0, &[0.5]), "from one to all");
    refused(committee(2, &[0.5]), "from one to all");
    refused(Manpower::new(Vec::new()), "a row and a column");
    refused(Manpower::new(vec![vec![0.5, 0.5], vec![0.5]]), "a row and a column");
    refused(Manpower::new(vec![vec![0.6, 0.6], vec![0.0, 0.5]]), "the sum of a row");
    refused(Manpower::new(vec![vec![1.0]]), "a way out");
    refused(Manpower::new(vec![vec![0.0, 1.0], vec![1.0, 0.0]]), "a way out");
    let grades = Manpower::new(vec![vec![0.5]]).unwrap();
    refused(grades.leavers(&[1.0, 2.0]), "one number for each grade");
    refused(grades.leavers(&[-1.0]), "the people of a grade must be at least 0");
    refused(grades.settled_with_size(&[0.0], 10.0), "into some grade");
}

#[test]
fn a_room_that_is_almost_always_full_overflows_nothing() {
    for arrivals in [1e-200, 1e200] {
        let desk = Mm1k::new(arrivals, 1.0, 1_000).unwrap();
        assert!((0.0..=1.0).contains(&desk.turned_away()), "{desk:?}");
        assert!((0.0..=1_000.0).contains(&desk.number_mean()), "{desk:?}");
        // Alone, a request takes the time of its own work; with the room full, that of all.
        let expected = if arrivals < 1.0 { 1.0 } else { 1_000.0 };
        assert!((desk.time_mean() - expected).abs() < 1e-9, "{desk:?}");
    }
}

#[test]
fn many_approvers_take_no_longer_than_few() {
    assert!((hierarchy_evaluations(1.0, u32::MAX).unwrap() - f64::from(u32::MAX)).abs() < 1e-3);
    assert!((hierarchy_evaluations(0.0, u32::MAX).unwrap() - 1.0).abs() < 1e-12);
    assert!((polyarchy_evaluations(1.0, 7).unwrap() - 1.0).abs() < 1e-12);
    let nearly = hierarchy_evaluations(1.0 - 1e-9, 1_000_000).unwrap();
    assert!((nearly - 999_500.166).abs() < 0.01, "{nearly}");
}

#[test]
fn reports_without_people_are_never_added_up() {
    assert_eq!((reporting_delay(0, 3), reporting_delay(3, 0)), (None, None));
    assert_eq!((reporting_delay(1, u64::MAX), reporting_delay(u64::MAX, 1)), (Some(1), Some(u64::MAX)));
    assert_eq!(reporting_delay(u64::MAX, u64::MAX / 2), Some(2 + 63));
    assert_eq!(reporting_delay(u64::MAX, u64::MAX / 3 + 9), Some(2 + 64));
}
