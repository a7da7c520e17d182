//! One figure of several designs, a box for each.

use crate::simulate::designs::Designs;
use crate::simulate::outcomes::Outcome;
use crate::simulate::plot::axis::{Axis, ends};
use crate::simulate::plot::canvas::{Canvas, GREY, INK, PALE, Set, Side, colour_of};
use crate::simulate::plot::words::{Measure, cut, title};
use crate::simulate::statistics::{Confidence, ConfidenceInterval, QuantileType, Quantiles};

/// Where names end, and what is drawn begins and ends.
pub(super) const NAMES: i32 = 224;
pub(super) const LEFT: i32 = 236;
pub(super) const RIGHT: i32 = 740;
/// Where figures beside it begin.
pub(super) const BESIDE: i32 = 756;

/// How many columns of a name fit before what is drawn.
pub(super) const NAME_COLUMNS: usize = 26;

/// The height of one row.
const ROW: i32 = 36;

/// How a box is to be read.
pub(super) const HOW: &str = "Over all replications: box, the middle half; line in it, the median; whiskers, 5% to 95%; dot \
                              and bar, the mean and its 95% interval.";

/// What is drawn of a figure of one design.
struct Drawn {
    /// The quantiles 0.05, 0.25, 0.5, 0.75 and 0.95.
    quantiles: [f64; 5],
    mean: f64,
    interval: Option<ConfidenceInterval>,
    /// In how many years it is defined, of how many.
    defined: (usize, usize),
}

/// Draws a figure of every design, if there is one of the name, below how to read it.
pub(super) fn draw(canvas: &mut Canvas, designs: &Designs, figure: &str, how: &str) -> Option<()> {
    let (_, first) = designs.iter().next()?;
    let unit = first.figure(figure)?.unit;
    let rows: Vec<(&str, Option<Drawn>)> =
        designs.iter().map(|(name, outcomes)| (name, outcomes.figure(figure).and_then(drawn))).collect();
    let all = || rows.iter().filter_map(|(_, drawn)| drawn.as_ref());
    let values = all().flat_map(|drawn| {
        let interval = drawn.interval.map_or([drawn.mean; 2], |interval| [interval.lower, interval.upper]);
        drawn.quantiles.into_iter().chain(interval)
    });
    let ends = ends(values);
    let measure = Measure::new(first.org(), unit, ends.0.abs().max(ends.1.abs()));
    canvas.heading(&title(figure, &measure.unit), how);
    let axis = Axis::new((measure.of(ends.0), measure.of(ends.1)), (LEFT, RIGHT));
    let height = ROW * i32::try_from(rows.len()).unwrap_or(0);
    if all().next().is_some() {
        scale(canvas, &axis, height, &measure.unit);
    }
    for (place, (name, drawn)) in rows.iter().enumerate() {
        let middle = canvas.y + ROW / 2;
        canvas.text((NAMES, middle), cut(name, NAME_COLUMNS), Set::PLAIN.side(Side::Left));
        match drawn {
            Some(drawn) => row(canvas, drawn, middle, place, &axis, &measure),
            None => canvas.text((LEFT, middle), "not defined in any replication", Set::SMALL),
        }
        canvas.y += ROW;
    }
    // Without any value there is no axis.
    canvas.y += if all().next().is_some() { 56 } else { 24 };
    Some(())
}

fn drawn(figure: Outcome<'_>) -> Option<Drawn> {
    let values: Vec<f64> = figure.values.iter().copied().filter(|value| value.is_finite()).collect();
    let defined = (values.len(), figure.values.len());
    let sorted = Quantiles::new(values).ok()?;
    let quantile = |share| sorted.quantile(share, QuantileType::Linear).unwrap_or(f64::NAN);
    Some(Drawn {
        quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map(quantile),
        mean: figure.estimate.mean()?,
        interval: figure.estimate.interval(Confidence::NINETY_FIVE),
        defined,
    })
}

/// Draws the values of an axis below so many pixels, each with a line up, and the unit.
pub(super) fn scale(canvas: &mut Canvas, axis: &Axis, height: i32, unit: &str) {
    let (top, bottom) = (canvas.y, canvas.y + height);
    let (ticks, decimals) = axis.ticks(6.0);
    for tick in ticks {
        let x = axis.at(tick);
        canvas.line((x, top), (x, bottom), PALE, 1);
        canvas.text((x, bottom + 12), super::words::number(tick, decimals), Set::SMALL.side(Side::Middle));
    }
    canvas.line((LEFT, bottom), (RIGHT, bottom), GREY, 1);
    canvas.text((i32::midpoint(LEFT, RIGHT), bottom + 30), unit, Set::SMALL.side(Side::Middle));
}

fn row(canvas: &mut Canvas, drawn: &Drawn, middle: i32, place: usize, axis: &Axis, measure: &Measure) {
    let colour = colour_of(place);
    let [low, lower, median, upper, high] = drawn.quantiles.map(|value| axis.at(measure.of(value)));
    let (top, bottom) = (middle - 9, middle + 9);
    canvas.line((low, middle), (lower, middle), colour, 2);
    canvas.line((upper, middle), (high, middle), colour, 2);
    for end in [low, high] {
        canvas.line((end, middle - 5), (end, middle + 5), colour, 2);
    }
    canvas.fill((lower, top), (upper, bottom), colour, 0.28);
    canvas.frame((lower, top), (upper.max(lower + 1), bottom), colour);
    canvas.line((median, top), (median, bottom), colour, 3);
    let half = drawn.interval.map(|interval| {
        let (from, to) = (axis.at(measure.of(interval.lower)), axis.at(measure.of(interval.upper)));
        canvas.line((from, middle), (to, middle), INK, 2);
        for end in [from, to] {
            canvas.line((end, middle - 3), (end, middle + 3), INK, 1);
        }
        measure.text(interval.half_width())
    });
    canvas.dot((axis.at(measure.of(drawn.mean)), middle), 3, INK);
    let half = half.map(|half| format!(" ± {half}")).unwrap_or_default();
    let (defined, years) = drawn.defined;
    let partly = defined < years;
    let at = if partly { middle - 7 } else { middle };
    canvas.text((BESIDE, at), format!("{}{half}", measure.text(drawn.mean)), Set::PLAIN);
    if partly {
        let note = format!("defined in {defined} of {years}");
        canvas.text((BESIDE, middle + 8), note, Set::SMALL);
    }
}
