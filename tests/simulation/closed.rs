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

/// The mean waits in the queue of M/G/1 of two classes, the first of which goes first and interrupts nobody (A. Cobham,
/// "Priority assignment in waiting line problems", 1954), by the rate of each and the service of both.
pub(crate) fn two_classes_wait(first: f64, second: f64, mean: f64, scv: f64) -> [f64; 2] {
    let residual = (first + second) * mean * mean * (1.0 + scv) / 2.0;
    let (above, all) = (first * mean, (first + second) * mean);
    [residual / (1.0 - above), residual / ((1.0 - above) * (1.0 - all))]
}

/// The mean and the standard deviation of a figure that has each value with a chance, and else is 0.
pub(crate) fn moments(chances: impl IntoIterator<Item = (f64, f64)>) -> (f64, f64) {
    let (mean, square) = chances
        .into_iter()
        .fold((0.0, 0.0), |(mean, square), (value, p)| (mean + p * value, square + p * value * value));
    (mean, (square - mean * mean).max(0.0).sqrt())
}

/// Many comparisons at once, of which not one fails by luck more often than a single one beyond three standard errors does:
/// in 0.27% of all seeds, at most (Bonferroni).
///
/// Counts are compared by Chernoff's bound on the tails of the binomial, which holds for the rarest of them: so many of `n`
/// are at most as likely as `exp(-n D)`, with the relative entropy `D` of the share found to the share expected. Means are
/// compared by their standard error, with the same bound on the tails of the normal, `exp(-z^2 / 2)`.
///
/// As all might be off by a little, the squares of the standardised differences are added up, too; comparisons of one row
/// hang together, and so the sum may be twice what it is on average.
pub(crate) struct Joint {
    most: f64,
    made: u32,
    squares: f64,
}

impl Joint {
    pub(crate) fn of(comparisons: usize) -> Self {
        Self { most: (2.0 * comparisons as f64 / 0.0027).ln(), made: 0, squares: 0.0 }
    }

    /// Compares a count with a chance.
    #[track_caller]
    pub(crate) fn binomial(&mut self, found: f64, of: f64, p: f64, what: &dyn std::fmt::Display) {
        let share = found / of;
        let term = |q: f64, p: f64| if q <= 0.0 { 0.0 } else { q * (q / p).ln() };
        let surprise = of * (term(share, p) + term(1.0 - share, 1.0 - p));
        assert!(surprise <= self.most, "{found} of {of} are not {p}: {what}");
        // A count that is expected to be small is not near a normal one.
        if 10.0 < of * p * (1.0 - p) {
            self.squares += (share - p).powi(2) * of / (p * (1.0 - p));
            self.made += 1;
        }
    }

    /// Compares a mean with what it is expected to be, by its standard error.
    #[track_caller]
    pub(crate) fn normal(&mut self, found: f64, expected: f64, error: f64, what: &dyn std::fmt::Display) {
        if error < 1e-12 {
            assert!((found - expected).abs() < 1e-9, "{found} is not {expected}: {what}");
            return;
        }
        let square = ((found - expected) / error).powi(2);
        assert!(square / 2.0 <= self.most, "{found} ± {error} is not {expected}: {what}");
        self.squares += square;
        self.made += 1;
    }

    #[track_caller]
    pub(crate) fn finish(self, what: &str) {
        let mean = self.squares / f64::from(self.made.max(1));
        println!("{what}: {} comparisons, mean square {mean}", self.made);
        assert!(mean < 2.0, "{what}: mean square {mean} of {}", self.made);
    }
}
