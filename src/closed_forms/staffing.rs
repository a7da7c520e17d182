//! How people move through grades, and how long seats are held (D. J. Bartholomew, A. F. Forbes and S. I. `McClean`,
//! Statistical Techniques for Manpower Planning, 2nd edition, 1991).

use crate::closed_forms::error::{ClosedFormError, at_least_zero, probability};

/// Grades between which people move, and which they leave: a Markov chain with a step of a year, say.
///
/// ```
/// use bagan::closed_forms::Manpower;
///
/// // Of specialists 20% become DMMs in a year, of DMMs 15% CMOs; 15% of each leave.
/// let grades = Manpower::new(vec![vec![0.65, 0.2, 0.0], vec![0.0, 0.7, 0.15], vec![0.0, 0.0, 0.85]])?;
/// let settled = grades.settled_with_recruits(&[40.0, 0.0, 0.0])?;
/// assert!((settled.first().ok_or("three grades")? - 114.285_714).abs() < 1e-6);
/// assert!((grades.reach_top().first().ok_or("three grades")? - 0.285_714).abs() < 1e-6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Manpower {
    moves: Vec<Vec<f64>>,
    /// The expected years in each grade, of who begins in each: (I - P)^-1.
    years: Vec<Vec<f64>>,
}

impl Manpower {
    /// Takes, by grade from the lowest up, the probabilities to be in each grade a year later; what they lack of 1 leaves.
    ///
    /// Takes the cube of the number of grades.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] for what is no probability, or a row above 1; [`ClosedFormError::Shape`] if it is
    /// not a square with a row at least, or if some could never leave.
    pub fn new(moves: Vec<Vec<f64>>) -> Result<Self, ClosedFormError> {
        if moves.is_empty() || moves.iter().any(|row| row.len() != moves.len()) {
            return Err(ClosedFormError::Shape { what: "there must be a row and a column for each grade" });
        }
        for row in &moves {
            for p in row {
                probability("the probability to move", *p)?;
            }
            // A row may be 1 up to rounding.
            probability("the sum of a row", (row.iter().sum::<f64>() - 1e-12).max(0.0))?;
        }
        let years = inverse_of_leaving(&moves)
            .ok_or(ClosedFormError::Shape { what: "from every grade there must be a way out" })?;
        Ok(Self { moves, years })
    }

    /// Returns the share of each grade that leaves in a year.
    #[must_use]
    pub fn wastage(&self) -> Vec<f64> {
        self.moves.iter().map(|row| (1.0 - row.iter().sum::<f64>()).max(0.0)).collect()
    }

    /// Returns the expected years in each grade, by the grade in which one begins: the fundamental matrix.
    #[must_use]
    pub fn fundamental(&self) -> &[Vec<f64>] {
        &self.years
    }

    /// Returns the expected years until somebody leaves, by the grade in which they begin.
    #[must_use]
    pub fn expected_stay(&self) -> Vec<f64> {
        self.years.iter().map(|row| row.iter().sum()).collect()
    }

    /// Returns the probability ever to reach the top grade, by the grade in which one begins.
    #[must_use]
    pub fn reach_top(&self) -> Vec<f64> {
        let top = |row: &Vec<f64>| row.last().copied().unwrap_or_default();
        let own = self.years.last().map_or(1.0, top);
        self.years.iter().map(|row| top(row) / own).collect()
    }

    /// Returns the people in each grade in the long run, for the recruits of a year into each.
    ///
    /// # Errors
    /// [`ClosedFormError`] if recruits are not one number a grade, at least 0.
    pub fn settled_with_recruits(&self, recruits: &[f64]) -> Result<Vec<f64>, ClosedFormError> {
        self.check(recruits, "the recruits of a grade")?;
        Ok(times(recruits, &self.years))
    }

    /// Returns the people in each grade in the long run, where all who leave are replaced, so many of the recruits into
    /// each grade.
    ///
    /// # Errors
    /// [`ClosedFormError`] if shares are not one number a grade, at least 0 and above 0 together, or the size is negative.
    pub fn settled_with_size(&self, shares: &[f64], size: f64) -> Result<Vec<f64>, ClosedFormError> {
        at_least_zero("the size", size)?;
        let years = times(&self.shares(shares)?, &self.years);
        let all: f64 = years.iter().sum();
        Ok(years.iter().map(|years| years / all * size).collect())
    }

    /// Returns how many leave in a year, and so are hired where the size is kept.
    ///
    /// # Errors
    /// [`ClosedFormError`] if people are not one number a grade, at least 0.
    pub fn leavers(&self, people: &[f64]) -> Result<f64, ClosedFormError> {
        self.check(people, "the people of a grade")?;
        Ok(people.iter().zip(self.wastage()).map(|(people, leave)| people * leave).sum())
    }

    /// Returns the people in each grade a year later, for the recruits of the year.
    ///
    /// # Errors
    /// [`ClosedFormError`] if one is not one number a grade, at least 0.
    pub fn next_with_recruits(&self, people: &[f64], recruits: &[f64]) -> Result<Vec<f64>, ClosedFormError> {
        self.check(people, "the people of a grade")?;
        self.check(recruits, "the recruits of a grade")?;
        Ok(times(people, &self.moves).iter().zip(recruits).map(|(stay, come)| stay + come).collect())
    }

    /// Returns the people in each grade a year later, where all who leave are replaced, such shares into each grade.
    ///
    /// # Errors
    /// As [`settled_with_size`](Self::settled_with_size).
    pub fn next_with_size(&self, people: &[f64], shares: &[f64]) -> Result<Vec<f64>, ClosedFormError> {
        let leavers = self.leavers(people)?;
        let recruits: Vec<f64> = self.shares(shares)?.iter().map(|share| share * leavers).collect();
        self.next_with_recruits(people, &recruits)
    }

    /// Returns shares that add up to 1.
    fn shares(&self, shares: &[f64]) -> Result<Vec<f64>, ClosedFormError> {
        self.check(shares, "the share of a grade")?;
        let all: f64 = shares.iter().sum();
        if all <= 0.0 {
            return Err(ClosedFormError::Shape { what: "recruits must come into some grade" });
        }
        Ok(shares.iter().map(|share| share / all).collect())
    }

    fn check(&self, row: &[f64], what: &'static str) -> Result<(), ClosedFormError> {
        if row.len() != self.moves.len() {
            return Err(ClosedFormError::Shape { what: "there must be one number for each grade" });
        }
        row.iter().try_for_each(|value| at_least_zero(what, *value).map(|_| ()))
    }
}

/// Returns a row times a matrix.
fn times(row: &[f64], matrix: &[Vec<f64>]) -> Vec<f64> {
    let mut sums = vec![0.0; row.len()];
    for (factor, line) in row.iter().zip(matrix) {
        for (sum, value) in sums.iter_mut().zip(line) {
            *sum += factor * value;
        }
    }
    sums
}

/// Returns the inverse of I - P by the elimination of Gauss and Jordan; none if there is none.
///
/// I - P needs no exchange of rows: what is left after each step is again 1 less the moves of a chain, so a pivot is above
/// 0 wherever there is a way out. Written out here for a handful of grades: a library of linear algebra is larger than
/// this crate.
fn inverse_of_leaving(moves: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let grades = moves.len();
    let unit = |row: usize, column: usize| if row == column { 1.0 } else { 0.0 };
    let mut rows: Vec<Vec<f64>> = moves
        .iter()
        .enumerate()
        .map(|(row, moves)| {
            let left = moves.iter().enumerate().map(|(column, p)| unit(row, column) - p);
            left.chain((0..grades).map(|column| unit(row, column))).collect()
        })
        .collect();
    for step in 0..grades {
        let mut pivot_row = std::mem::take(rows.get_mut(step)?);
        let pivot = *pivot_row.get(step)?;
        if pivot <= 1e-12 {
            return None;
        }
        for value in &mut pivot_row {
            *value /= pivot;
        }
        for row in rows.iter_mut().filter(|row| !row.is_empty()) {
            let factor = *row.get(step)?;
            row.iter_mut().zip(&pivot_row).for_each(|(value, of_pivot)| *value -= factor * of_pivot);
        }
        *rows.get_mut(step)? = pivot_row;
    }
    Some(rows.into_iter().map(|row| row.into_iter().skip(grades).collect()).collect())
}

/// Returns the share of time that a seat is held: of the time until a holder leaves, and the time to fill it.
///
/// Takes the rate at which holders leave in a year of 365 days, and the days to fill. A rate of 0 is a seat that is
/// always held.
///
/// # Errors
/// [`ClosedFormError::OutOfRange`] if one is negative or not finite.
pub fn availability(leaving_per_year: f64, days_to_fill: f64) -> Result<f64, ClosedFormError> {
    at_least_zero("the rate of leaving", leaving_per_year)?;
    at_least_zero("the days to fill", days_to_fill)?;
    Ok(1.0 / (1.0 + leaving_per_year * days_to_fill / 365.0))
}
