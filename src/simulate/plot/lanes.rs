//! Who was not there: a lane for each seat that was vacant or whose holder was away.

use crate::simulate::gaps::{GapReason, SeatGap};
use crate::simulate::plot::axis::Axis;
use crate::simulate::plot::canvas::{ALARM, CALM, Canvas, INK, MARGIN, Set, Side};
use crate::simulate::plot::distribution::{BESIDE, LEFT, NAME_COLUMNS, NAMES};
use crate::simulate::plot::words::{cut, number};
use crate::simulate::timeline::Timeline;

/// How many seats are shown.
const SEATS: usize = 6;

/// The height of a lane.
const ROW: i32 = 18;

/// The gaps of one seat, with their days in all: vacant, and away.
struct Lane<'y> {
    id: &'y str,
    gaps: Vec<&'y SeatGap>,
    vacant: f64,
    away: f64,
}

/// Returns how high the lanes of a year are.
pub(super) fn height(year: &Timeline) -> i32 {
    let lanes = lanes(year).len();
    let rows = lanes.min(SEATS) + usize::from(lanes == 0 || SEATS < lanes);
    ROW * i32::try_from(rows).unwrap_or(0)
}

/// Draws the lanes of a year: those that were vacant longest first.
pub(super) fn draw(canvas: &mut Canvas, year: &Timeline, days: &Axis) {
    let lanes = lanes(year);
    for lane in lanes.iter().take(SEATS) {
        let middle = canvas.y + ROW / 2;
        canvas.text((NAMES, middle), cut(lane.id, NAME_COLUMNS), Set::PLAIN.side(Side::Left));
        for gap in &lane.gaps {
            mark(canvas, gap, middle, days);
        }
        canvas.text((BESIDE, middle), lengths(lane), Set::SMALL);
        canvas.y += ROW;
    }
    let note = match lanes.get(SEATS..) {
        None if lanes.is_empty() => "nobody left or was away, and no seat was vacant".to_owned(),
        Some(more) if !more.is_empty() => {
            let sum = more.iter().map(|lane| lane.vacant + lane.away).sum();
            format!("and {} more seats, vacant or away for {} days in all", more.len(), number(sum, 0))
        }
        _ => return,
    };
    canvas.text((LEFT + 8, canvas.y + ROW / 2), note, Set::SMALL);
    canvas.y += ROW;
}

fn mark(canvas: &mut Canvas, gap: &SeatGap, middle: i32, days: &Axis) {
    let (from, to) = (days.at(gap.starts), days.at(gap.starts + gap.days));
    match gap.reason {
        GapReason::Away => canvas.fill((from, middle - 3), (to, middle + 3), CALM, 1.0),
        GapReason::Vacant => canvas.fill((from, middle - 5), (to, middle + 5), ALARM, 1.0),
        GapReason::Left => {
            canvas.fill((from, middle - 5), (to, middle + 5), ALARM, 1.0);
            leaves(canvas, (from, middle));
        }
    }
}

/// Draws the sign of somebody who leaves: a wedge that points at the day.
fn leaves(canvas: &mut Canvas, (x, y): (i32, i32)) {
    canvas.area(vec![(x - 4, y - 8), (x + 4, y - 8), (x, y - 1)], INK, 1.0);
}

/// Writes what the signs in lanes stand for, on a line of its own.
pub(super) fn key(canvas: &mut Canvas) {
    let y = canvas.y + 6;
    let mut x = MARGIN;
    canvas.fill((x, y - 5), (x + 22, y + 5), ALARM, 1.0);
    canvas.text((x + 28, y), "seat vacant", Set::SMALL);
    x += 110;
    canvas.fill((x, y - 3), (x + 22, y + 3), CALM, 1.0);
    canvas.text((x + 28, y), "holder away", Set::SMALL);
    x += 116;
    leaves(canvas, (x + 4, y + 4));
    canvas.text((x + 14, y), "holder leaves", Set::SMALL);
    canvas.y += 22;
}

fn lengths(lane: &Lane<'_>) -> String {
    let days = |days: f64| match number(days, 0).as_str() {
        "1" => "1 day".to_owned(),
        more => format!("{more} days"),
    };
    match (0.0 < lane.vacant, 0.0 < lane.away) {
        (true, true) => format!("vacant {}, away {}", days(lane.vacant), number(lane.away, 0)),
        (true, false) => format!("vacant {}", days(lane.vacant)),
        _ => format!("away {}", days(lane.away)),
    }
}

fn lanes(year: &Timeline) -> Vec<Lane<'_>> {
    let mut gaps: Vec<&SeatGap> = year.gaps().iter().collect();
    let place = |gap: &SeatGap| year.org().position(&gap.position).map(|seat| seat.ix().index());
    // In the order of time within each seat: the sort is stable.
    gaps.sort_by_key(|gap| place(gap));
    let days = |gaps: &[&SeatGap], is_counted: fn(GapReason) -> bool| {
        gaps.iter().filter(|gap| is_counted(gap.reason)).map(|gap| gap.days).sum::<f64>()
    };
    let of_seats = gaps.chunk_by(|one, next| one.position == next.position);
    let mut lanes: Vec<Lane<'_>> = of_seats
        .filter_map(|gaps| {
            let id = gaps.first()?.position.as_str();
            let vacant = days(gaps, |reason| reason != GapReason::Away);
            Some(Lane {
                id,
                vacant,
                away: days(gaps, |reason| reason == GapReason::Away),
                gaps: gaps.to_vec(),
            })
        })
        .collect();
    lanes.sort_by(|one, other| other.vacant.total_cmp(&one.vacant).then(other.away.total_cmp(&one.away)));
    lanes
}
