//! Probabilities of what is at most, or above, something.

use bagan::simulate::Distribution;

#[test]
fn both_tails_add_up_and_the_far_one_keeps_its_digits() {
    let amount = Distribution::exponential(2.0).unwrap();
    assert!((amount.survival(200.0) / (-100.0_f64).exp() - 1.0).abs() < 1e-14);
    assert!((amount.cdf(2e-10) / 1e-10 - 1.0).abs() < 1e-9);
    let pareto = Distribution::pareto(300.0, 1.5).unwrap();
    // A hundred thousand times the least.
    assert!((pareto.survival(3e7) / 10.0_f64.powf(-7.5) - 1.0).abs() < 1e-12);
}

/// The mean is the area below the survival function: summed for every form, in steps of a thousandth of the mean.
#[test]
fn the_area_below_the_survival_is_the_mean() {
    for distribution in [
        Distribution::constant(4.0),
        Distribution::exponential(4.0),
        Distribution::uniform(1.0, 7.0),
        Distribution::lognormal(4.0, 0.6),
        Distribution::gamma(4.0, 0.6),
        Distribution::gamma(4.0, 1.4),
        Distribution::gamma(4.0, 0.002),
        Distribution::pert(1.0, 2.5, 9.0),
        Distribution::empirical([1.0, 4.0, 7.0]),
        Distribution::weighted([1.0, 5.0], [1.0, 3.0]),
    ] {
        let distribution = distribution.unwrap();
        let step = 0.004;
        let area: f64 =
            (0..60_000_u32).map(|n| distribution.survival((f64::from(n) + 0.5) * step) * step).sum();
        let mean = distribution.mean().unwrap();
        assert!((area - mean).abs() < 2e-3, "{distribution:?}: {area} is not {mean}");
    }
}

/// Of whole shapes, a beta and a gamma distribution have closed forms.
#[test]
fn gamma_and_pert_agree_with_closed_forms_of_whole_shapes() {
    // Shape 4, mean 2: P(X > x) = exp(-2x) (1 + 2x + (2x)²/2 + (2x)³/6).
    let gamma = Distribution::gamma(2.0, 0.5).unwrap();
    // Beta of 3 and 3 on 0 to 10: x³ (10 - 15 x + 6 x²).
    let pert = Distribution::pert(0.0, 5.0, 10.0).unwrap();
    for tenth in 1..100_u32 {
        let x = f64::from(tenth) / 10.0;
        let y = 2.0 * x;
        let survival = (-y).exp() * (1.0 + y + y * y / 2.0 + y * y * y / 6.0);
        assert!((gamma.survival(x) - survival).abs() < 1e-12, "{x}");
        assert!((gamma.cdf(x) - (1.0 - survival)).abs() < 1e-12, "{x}");
        let share = x / 10.0;
        let cdf = share.powi(3) * (10.0 - 15.0 * share + 6.0 * share * share);
        assert!((pert.cdf(x) - cdf).abs() < 1e-12, "{x}");
        assert!((pert.survival(x) - (1.0 - cdf)).abs() < 1e-12, "{x}");
    }
}

#[test]
fn at_the_ends_and_beyond_it_is_certain() {
    for distribution in [
        Distribution::constant(4.0),
        Distribution::exponential(4.0),
        Distribution::uniform(1.0, 7.0),
        Distribution::uniform(3.0, 3.0),
        Distribution::lognormal(4.0, 0.6),
        Distribution::gamma(4.0, 0.6),
        Distribution::pert(1.0, 2.5, 9.0),
        Distribution::pareto(1.0, 2.5),
        Distribution::empirical([1.0, 4.0]),
    ] {
        let distribution = distribution.unwrap();
        for (x, cdf) in [(f64::NEG_INFINITY, 0.0), (-1.0, 0.0), (f64::INFINITY, 1.0)] {
            assert_eq!(
                (distribution.cdf(x), distribution.survival(x)),
                (cdf, 1.0 - cdf),
                "{distribution:?} at {x}"
            );
        }
        assert!(distribution.cdf(f64::NAN).is_nan() && distribution.survival(f64::NAN).is_nan());
    }
    // At the value itself, at most is certain: a limit of that much covers it.
    let constant = Distribution::constant(4.0).unwrap();
    assert_eq!((constant.cdf(4.0), constant.survival(4.0)), (1.0, 0.0));
    let seen = Distribution::weighted([1.0, 4.0], [3.0, 1.0]).unwrap();
    assert_eq!((seen.cdf(1.0), seen.survival(1.0)), (0.75, 0.25));
}
