//! Closed forms, written down here from the literature and not from the crate.

/// The mean wait in the queue of M/M/c (Erlang C), by way of Erlang B's recursion.
pub(crate) fn mmc_wait(lam: f64, mu: f64, c: u32) -> f64 {
    let offered = lam / mu;
    let blocking = (1..=c).fold(1.0, |b, k| offered * b / (f64::from(k) + offered * b));
    let rho = offered / f64::from(c);
    let waits = blocking / (1.0 - rho * (1.0 - blocking));
    waits / (f64::from(c) * mu - lam)
}

/// The share of requests that M/M/1/K turns away, and the mean time of the others in it.
pub(crate) fn mm1k(lam: f64, mu: f64, room: i32) -> (f64, f64) {
    let rho: f64 = lam / mu;
    let weights: Vec<f64> = (0..=room).map(|n| rho.powi(n)).collect();
    let sum: f64 = weights.iter().sum();
    let blocked = weights.last().unwrap() / sum;
    let there: f64 = weights.iter().zip(0..).map(|(weight, n)| weight / sum * f64::from(n)).sum();
    (blocked, there / (lam * (1.0 - blocked)))
}

/// The mean wait in the queue of M/G/1 (Pollaczek and Khinchine), by the squared coefficient of variation.
pub(crate) fn mg1_wait(lam: f64, mean: f64, scv: f64) -> f64 {
    let rho = lam * mean;
    rho * mean * (1.0 + scv) / (2.0 * (1.0 - rho))
}
