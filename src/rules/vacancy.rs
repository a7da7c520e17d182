//! Seats in which nobody does the job.

use crate::calendar::Date;
use crate::org::Position;

/// Returns whether nobody does the job on a day: no holder, nobody acting, and no stand-in.
pub(crate) fn is_empty(position: Position<'_>, on: Date) -> bool {
    !position.is_occupied() && position.occupant_on(on).is_none()
}

/// Returns how many people report to an empty seat; none to one that is not.
pub(crate) fn people_left_alone(position: Position<'_>, on: Date) -> usize {
    if position.span() == 0 || !is_empty(position, on) {
        return 0;
    }
    position.reports().filter(|report| !is_empty(*report, on)).count()
}
