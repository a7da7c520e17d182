//! When seats are without their holders in one year.

use serde::{Serialize, Serializer};

use crate::calendar::Date;
use crate::org::{Org, Position};
use crate::simulate::engine::{Plan, Presence, Trace};
use crate::simulate::timeline::text;
use crate::words::word_enum;

word_enum! {
    /// Why a seat is without its holder.
    pub enum GapReason ("reason of a gap") {
        /// Nobody holds it in the org; if somebody is looked for, until then.
        Vacant = "vacant",
        /// Whoever held it has left, or moved to another seat, and nobody has followed yet.
        Left = "left",
        /// Whoever holds it is away.
        Away = "away",
    }
}

/// A time in which a seat was without its holder.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SeatGap {
    /// The position, by its id.
    pub position: String,
    /// Who left or is away, by id; none if the seat is vacant in the org, or whoever it is has followed somebody.
    pub person: Option<String>,
    /// Why.
    pub reason: GapReason,
    /// The day on which it begins.
    #[serde(serialize_with = "text")]
    pub from: Date,
    /// The day on which somebody is there again; none if it outlasts the simulated days.
    #[serde(serialize_with = "text_of_some")]
    pub until: Option<Date>,
    /// When it begins, in days from the beginning of the first one: 0.5 is at noon.
    pub starts: f64,
    /// For how many days it lasts within the simulated ones.
    pub days: f64,
}

/// A gap whose end is not known yet.
struct Open {
    reason: GapReason,
    /// Whether who left or is away is the one of the org.
    holder: Holder,
    starts: f64,
}

/// Who holds a seat.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    OfTheOrg,
    Follower,
}

/// Finds the gaps of all seats of the org of the file, in the order of time, and of the org for those that begin at one
/// moment.
pub(super) fn gaps(org: &Org, plan: &Plan, trace: &Trace) -> Vec<SeatGap> {
    let mut found = Vec::new();
    let mut changes: Vec<_> = trace.changes.iter().collect();
    // In the order of time within each seat: the sort is stable.
    changes.sort_by_key(|change| change.seat.index());
    let mut changes = changes.into_iter().peekable();
    for position in org.positions() {
        let seat = position.ix();
        let mut holder = Holder::OfTheOrg;
        let is_held = position.occupant().is_some();
        let mut open = (!is_held).then_some(Open { reason: GapReason::Vacant, holder, starts: 0.0 });
        while let Some(change) = changes.next_if(|change| change.seat == seat) {
            let at = change.at / 1_440.0;
            if let Some(open) = open.take() {
                found.push((seat, close(plan, position, &open, Some(at))));
            }
            let reason = match change.presence {
                Presence::Present => None,
                Presence::Away => Some(GapReason::Away),
                Presence::Vacant => Some(GapReason::Left),
            };
            open = reason.map(|reason| Open { reason, holder, starts: at });
            if change.presence == Presence::Vacant {
                holder = Holder::Follower;
            }
        }
        if let Some(open) = open {
            found.push((seat, close(plan, position, &open, None)));
        }
    }
    found.sort_by(|(one_seat, one), (seat, other)| {
        one.starts.total_cmp(&other.starts).then(one_seat.index().cmp(&seat.index()))
    });
    found.into_iter().map(|(_, gap)| gap).collect()
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference to the field"
)]
fn text_of_some<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    date.map(|date| date.to_string()).serialize(serializer)
}

fn close(plan: &Plan, position: Position<'_>, open: &Open, at: Option<f64>) -> SeatGap {
    let person = position.occupant().filter(|_| open.holder == Holder::OfTheOrg);
    let ends = at.unwrap_or_else(|| plan.length_in_days());
    SeatGap {
        position: position.id().to_owned(),
        person: person.map(str::to_owned),
        reason: open.reason,
        from: plan.date_after(open.starts).unwrap_or_default(),
        until: at.and_then(|at| plan.date_after(at)),
        starts: open.starts,
        days: ends - open.starts,
    }
}
