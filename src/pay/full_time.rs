//! Pay of those who work part time, which may be stated as that of the part or as that of a full year.

use crate::money::{Money, Quantity};

/// Returns whether one pay is less than another, both as they are stated and as they would be for full time.
///
/// Each comes with its share of a full-time job.
pub(crate) fn is_less((less, share): (Money, Quantity), (more, share_of_more): (Money, Quantity)) -> bool {
    let for_full_time = match (share_of_more.scale(less), share.scale(more)) {
        (Some(less), Some(more)) => less < more,
        // Shares too large for 128 bits say nothing.
        _ => false,
    };
    less < more && for_full_time
}
