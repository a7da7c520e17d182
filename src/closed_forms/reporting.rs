//! How fast reports can be added up.

/// Returns the least time in which so many reports are added up by so many people, each of whom adds one to another in a
/// unit of time (R. Radner, "The Organization of Decentralized Information Processing", Econometrica 61, 1993).
///
/// None if there is nobody, or nothing to add up. People beyond half of the reports do not help.
///
/// ```
/// use bagan::closed_forms::reporting_delay;
///
/// let delays: Vec<_> = [1, 2, 4, 8, 16].iter().filter_map(|people| reporting_delay(40, *people)).collect();
/// assert_eq!(delays, [40, 21, 12, 8, 7]);
/// ```
#[must_use]
pub fn reporting_delay(reports: u64, people: u64) -> Option<u64> {
    if reports == 0 || people == 0 {
        return None;
    }
    let people = people.min(reports / 2).max(1);
    let each = reports / people;
    let parts = people.checked_add(reports % people)?;
    // The base-2 logarithm of the parts, rounded up.
    let rounds = u64::BITS - (parts - 1).leading_zeros();
    Some(each + u64::from(rounds))
}
