//! One year day by day: the money, what waits, and who is not there.

use crate::calendar::Date;
use crate::ratio::{float, length};
use crate::simulate::figures::OutcomeUnit;
use crate::simulate::plot::axis::Axis;
use crate::simulate::plot::canvas::{Canvas, GREY, INK, MARGIN, PALE, Point, Set, Side, colour_of};
use crate::simulate::plot::distribution::{BESIDE, LEFT, NAMES, RIGHT};
use crate::simulate::plot::lanes;
use crate::simulate::plot::words::{Measure, cut, day, month, number};
use crate::simulate::timeline::{DayPhase, Timeline, TimelineDay};

/// The heights of the money and of what waits, and what is between them.
const MONEY: i32 = 110;
const WAITING: i32 = 64;
const BETWEEN: i32 = 18;

/// Draws a year of each design.
pub(super) fn draw<'y>(canvas: &mut Canvas, years: impl Iterator<Item = (&'y str, &'y Timeline)>) {
    canvas.heading(
        "One year, day by day",
        "A single replication, as it may happen: what is spent until each day, the requests at desks when it ends, and seats \
         without their holders.",
    );
    lanes::key(canvas);
    for (place, (name, year)) in years.enumerate() {
        one(canvas, place, name, year);
    }
}

fn one(canvas: &mut Canvas, place: usize, name: &str, year: &Timeline) {
    canvas.fill((MARGIN, canvas.y + 8), (MARGIN + 12, canvas.y + 20), colour_of(place), 1.0);
    canvas.text((MARGIN + 20, canvas.y + 14), cut(name, 60), Set::PLAIN.bold());
    let which = format!("replication {}, seed {}", year.replication(), year.seed());
    canvas.text((RIGHT, canvas.y + 14), which, Set::SMALL.side(Side::Left));
    canvas.y += 34;
    let days = Axis::new((0.0, length(year.days().len())), (LEFT, RIGHT));
    let height = MONEY + BETWEEN + WAITING + BETWEEN + lanes::height(year);
    calendar(canvas, year, &days, height);
    money(canvas, year, &days, place);
    canvas.y += MONEY + BETWEEN;
    waiting(canvas, year, &days, place);
    canvas.y += WAITING + BETWEEN;
    lanes::draw(canvas, year, &days);
    canvas.y += 48;
}

/// Draws the dates below so many pixels, each with a line up, and shades the warm-up.
fn calendar(canvas: &mut Canvas, year: &Timeline, days: &Axis, height: i32) {
    let (top, bottom) = (canvas.y, canvas.y + height);
    let warm_up = year.days().iter().take_while(|day| day.phase == DayPhase::WarmUp).count();
    if 0 < warm_up {
        canvas.fill((LEFT, top), (days.at(length(warm_up)), bottom), PALE, 0.6);
        canvas.text((LEFT, top - 8), "warm-up", Set::SMALL);
    }
    for (place, text) in dates(year.days()) {
        let x = days.at(length(place));
        canvas.line((x, top), (x, bottom + 4), PALE, 1);
        canvas.text((x, bottom + 14), text, Set::SMALL.side(Side::Middle));
    }
    canvas.line((LEFT, bottom), (RIGHT, bottom), GREY, 1);
}

/// Returns the places of the days that are named, at most fourteen of them: days, Mondays, or the first of months.
fn dates(days: &[TimelineDay]) -> Vec<(usize, String)> {
    let named = |is_named: &dyn Fn(Date) -> bool| -> Vec<(usize, Date)> {
        days.iter().map(|day| day.date).enumerate().filter(|(_, date)| is_named(*date)).collect()
    };
    if days.len() <= 70 {
        let every = days.len().div_ceil(10).max(1);
        return days.iter().enumerate().step_by(every).map(|(place, it)| (place, day(it.date))).collect();
    }
    let months = |every: i8| named(&move |date| date.day() == 1 && (date.month() - 1) % every == 0);
    let found = [1, 3, 6].map(months).into_iter().find(|found| found.len() <= 14);
    let found = found.unwrap_or_else(|| {
        let years = months(12);
        let every = years.len().div_ceil(14).max(1);
        years.into_iter().step_by(every).collect()
    });
    let text = |place: usize, date: Date| {
        // The year where it begins, and at the first.
        if place == 0 || date.month() == 1 {
            format!("{} {}", month(date), date.year())
        } else {
            month(date).to_owned()
        }
    };
    found.into_iter().enumerate().map(|(place, (at, date))| (at, text(place, date))).collect()
}

/// Draws what is spent until each day, below what was granted until then.
fn money(canvas: &mut Canvas, year: &Timeline, days: &Axis, place: usize) {
    let spent: Vec<f64> = year.days().iter().map(|day| amount(day.spent_so_far)).collect();
    let granted: Vec<f64> =
        year.days().iter().map(|day| amount(day.spent_so_far.saturating_add(day.left))).collect();
    let most = granted.iter().chain(&spent).copied().fold(0.0, f64::max);
    let measure = Measure::new(year.org(), OutcomeUnit::MinorUnits, most);
    let axis = panel(canvas, "spent", &measure.unit, measure.of(most), MONEY);
    let colour = colour_of(place);
    let curve = |values: &[f64]| -> Vec<Point> {
        let evenings = values.iter().zip(1..);
        evenings.map(|(value, day)| (days.at(length(day)), axis.at(measure.of(*value)))).collect()
    };
    let mut line = vec![(LEFT, axis.at(0.0))];
    line.extend(curve(&spent));
    let mut below = line.clone();
    below.push((RIGHT, axis.at(0.0)));
    canvas.area(below, colour, 0.18);
    canvas.path(line, colour, 2);
    let budget = steps(granted.iter().map(|value| axis.at(measure.of(*value))), days);
    canvas.path(budget, GREY, 1);
    let (all, used) = (granted.last().copied().unwrap_or(0.0), spent.last().copied().unwrap_or(0.0));
    let y = canvas.y + 10;
    canvas.line((BESIDE, y), (BESIDE + 14, y), GREY, 1);
    canvas.text((BESIDE + 20, y), format!("budgets {}", measure.text(all)), Set::SMALL);
    canvas.line((BESIDE, y + 16), (BESIDE + 14, y + 16), colour, 2);
    let share = if 0.0 < all { format!(", {}%", number(used / all * 100.0, 0)) } else { String::new() };
    canvas.text((BESIDE + 20, y + 16), format!("spent {}{share}", measure.text(used)), Set::SMALL);
}

/// Draws the requests at desks at the end of each day.
fn waiting(canvas: &mut Canvas, year: &Timeline, days: &Axis, place: usize) {
    let waiting: Vec<u64> = year.days().iter().map(|day| day.waiting).collect();
    let most = waiting.iter().copied().max().unwrap_or(0);
    let axis = panel(canvas, "waiting overnight", "requests", float(most.max(1)), WAITING);
    let colour = colour_of(place);
    let line = steps(waiting.iter().map(|requests| axis.at(float(*requests))), days);
    let mut below = vec![(LEFT, axis.at(0.0))];
    below.extend(&line);
    below.push((RIGHT, axis.at(0.0)));
    canvas.area(below, colour, 0.35);
    canvas.path(line, colour, 1);
    let fullest = year.days().iter().find(|day| day.waiting == most && 0 < most);
    let Some(fullest) = fullest else {
        canvas.text((BESIDE, canvas.y + 10), "none on any night", Set::SMALL);
        return;
    };
    let most_text = format!("most: {} on {}", number(float(most), 0), day(fullest.date));
    canvas.text((BESIDE, canvas.y + 10), most_text, Set::SMALL);
    if let Some(desk) = year.desks().first() {
        let most = desk.waiting.iter().copied().max().unwrap_or(0);
        let place = format!("most at {}", cut(&desk.position, 18));
        canvas.text((BESIDE, canvas.y + 26), format!("{place}: {}", number(float(most), 0)), Set::SMALL);
    }
}

/// Draws the axis of a panel, from 0 up, with what it shows beside it, and returns it.
fn panel(canvas: &mut Canvas, what: &str, unit: &str, most: f64, height: i32) -> Axis {
    let axis = Axis::new((0.0, most), (canvas.y + height, canvas.y));
    let (ticks, decimals) = axis.ticks(f64::from(height / 20));
    let whole = |tick: &f64| unit != "requests" || tick.fract() == 0.0;
    let decimals = if unit == "requests" { 0 } else { decimals };
    for tick in ticks.into_iter().filter(whole) {
        let y = axis.at(tick);
        canvas.line((LEFT, y), (RIGHT, y), PALE, 1);
        canvas.text((NAMES + 6, y), number(tick, decimals), Set::SMALL.side(Side::Left));
    }
    canvas.text((MARGIN, canvas.y + 8), what, Set::PLAIN.colour(INK));
    canvas.text((MARGIN, canvas.y + 24), unit, Set::SMALL);
    axis
}

/// Returns a line that keeps its height through each day.
fn steps(heights: impl Iterator<Item = i32>, days: &Axis) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (place, y) in heights.enumerate() {
        let (from, to) = (days.at(length(place)), days.at(length(place + 1)));
        match points.as_mut_slice() {
            // A day as the one before makes the line longer.
            [.., last] if last.1 == y => last.0 = to,
            _ => points.extend([(from, y), (to, y)]),
        }
    }
    points
}

#[expect(clippy::cast_precision_loss, reason = "a height in pixels")]
fn amount(minor: i128) -> f64 {
    minor as f64
}
