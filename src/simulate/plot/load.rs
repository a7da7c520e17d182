//! Whose desk is full: a bar for each of the busiest desks of every design.

use crate::simulate::designs::Designs;
use crate::simulate::outcomes::Outcomes;
use crate::simulate::plot::axis::Axis;
use crate::simulate::plot::canvas::{ALARM, Canvas, GREY, MARGIN, Set, Side, colour_of};
use crate::simulate::plot::distribution::{BESIDE, LEFT, NAME_COLUMNS, NAMES, RIGHT, scale};
use crate::simulate::plot::words::{cut, number};
use crate::simulate::statistics::{Confidence, Estimate};

/// How many desks are shown of each design.
const DESKS: usize = 6;

/// The height of one desk, and of the name of a design.
const ROW: i32 = 22;
const NAME: i32 = 28;

/// The largest load that the axis reaches, whatever comes to a desk.
const MOST: f64 = 2.0;

/// The least load that is told from none.
const LEAST: f64 = 0.0005;

/// A desk to which anything comes.
struct Desk<'d> {
    id: &'d str,
    load: f64,
    estimate: &'d Estimate,
}

/// Draws the busiest desks of every design.
pub(super) fn draw(canvas: &mut Canvas, designs: &Designs) {
    canvas.heading(
        "Load by desk (% of working time)",
        "The time that what comes to a desk takes, other work included, as a share of its working time. Beyond 100% it falls \
         ever further behind.",
    );
    let designs: Vec<_> = designs.iter().map(|(name, outcomes)| (name, desks(outcomes))).collect();
    let loads = designs.iter().flat_map(|(_, desks)| desks).map(|desk| desk.load);
    let most = loads.fold(1.0, f64::max).min(MOST) * 1.1;
    let axis = Axis::new((0.0, most * 100.0), (LEFT, RIGHT));
    let rows =
        |desks: &[Desk<'_>]| desks.len().min(DESKS) + usize::from(desks.is_empty() || DESKS < desks.len());
    let rows: usize = designs.iter().map(|(_, desks)| rows(desks)).sum();
    let height = ROW * i32::try_from(rows).unwrap_or(0) + NAME * i32::try_from(designs.len()).unwrap_or(0);
    let top = canvas.y;
    scale(canvas, &axis, height, "% of working time");
    for (place, (name, desks)) in designs.iter().enumerate() {
        canvas.fill((MARGIN, canvas.y + 8), (MARGIN + 12, canvas.y + 20), colour_of(place), 1.0);
        // As much of it as leaves the line of 100% free.
        canvas.text((MARGIN + 20, canvas.y + 14), cut(name, 30), Set::PLAIN.bold());
        canvas.y += NAME;
        group(canvas, desks, place, &axis);
    }
    canvas.dashes(axis.at(100.0), top, canvas.y, ALARM);
    canvas.y += 60;
}

/// Draws the desks of one design.
fn group(canvas: &mut Canvas, desks: &[Desk<'_>], place: usize, axis: &Axis) {
    for desk in desks.iter().take(DESKS) {
        let middle = canvas.y + ROW / 2;
        canvas.text((NAMES, middle), cut(desk.id, NAME_COLUMNS), Set::PLAIN.side(Side::Left));
        bar(canvas, desk, middle, place, axis);
        canvas.y += ROW;
    }
    let note = match desks.get(DESKS) {
        None if desks.is_empty() => "nothing comes to any desk".to_owned(),
        None => return,
        Some(next) => format!("and {} more, none above {}", desks.len() - DESKS, percent(next.load)),
    };
    canvas.text((LEFT + 8, canvas.y + ROW / 2), note, Set::SMALL);
    canvas.y += ROW;
}

fn bar(canvas: &mut Canvas, desk: &Desk<'_>, middle: i32, place: usize, axis: &Axis) {
    let (top, bottom) = (middle - 7, middle + 7);
    let (end, full) = (axis.at(desk.load * 100.0), axis.at(100.0));
    canvas.fill((LEFT, top), (end.min(full), bottom), colour_of(place), 0.85);
    let text = with_interval(desk);
    if 1.0 <= desk.load {
        canvas.fill((full, top), (end, bottom), ALARM, 1.0);
        let set = Set::PLAIN.bold().colour(ALARM);
        canvas.text((BESIDE, middle), format!("{text} OVERLOADED"), set);
    } else {
        canvas.text((BESIDE, middle), text, Set::PLAIN);
    }
    if RIGHT <= end {
        // It goes on beyond the axis.
        canvas.text((RIGHT + 2, middle), "»", Set::PLAIN.colour(GREY));
    }
}

/// Returns the desks to which anything comes, the busiest first.
fn desks(outcomes: &Outcomes) -> Vec<Desk<'_>> {
    let mut desks: Vec<Desk<'_>> = outcomes
        .org()
        .positions()
        .filter_map(|seat| {
            let id = seat.id();
            let estimate = outcomes.of_position(id)?.find(|figure| figure.name == "offered_load")?.estimate;
            let load = estimate.mean().filter(|load| 0.0 < *load)?;
            Some(Desk { id, load, estimate })
        })
        .collect();
    desks.sort_by(|one, other| other.load.total_cmp(&one.load));
    desks
}

fn with_interval(desk: &Desk<'_>) -> String {
    let half = desk.estimate.interval(Confidence::NINETY_FIVE).map(|interval| interval.half_width());
    match half {
        Some(half) if LEAST <= desk.load => {
            format!("{} ± {}", percent(desk.load), number(half * 100.0, decimals(desk.load)))
        }
        _ => percent(desk.load),
    }
}

fn percent(share: f64) -> String {
    if share < LEAST { "below 0.1%".to_owned() } else { number(share * 100.0, decimals(share)) + "%" }
}

fn decimals(share: f64) -> usize {
    usize::from(share < 1.0)
}
