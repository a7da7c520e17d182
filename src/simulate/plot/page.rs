//! Whole pictures: what stands on a page, and in which order.

use crate::ratio::float;
use crate::simulate::designs::Designs;
use crate::simulate::plot::canvas::{Canvas, MARGIN, Set};
use crate::simulate::plot::words::{cut, number};
use crate::simulate::plot::{distribution, load as desks, year};
use crate::simulate::timeline::Timeline;

/// The figures on a page.
const FIGURES: [&str; 3] = ["wait_median", "wait_p95", "refused"];

/// Draws designs on one page: how long approvals take, what is refused, whose desk is full, and the years that are given.
///
/// [`Simulation::years`](crate::simulate::Simulation::years) makes years; without any their part is left out.
#[must_use]
pub fn page(designs: &Designs, years: &[(String, Timeline)]) -> String {
    let mut canvas = Canvas::new();
    title(&mut canvas, designs, years);
    for (place, figure) in FIGURES.into_iter().enumerate() {
        // Said once.
        let how = if place == 0 { distribution::HOW } else { "" };
        distribution::draw(&mut canvas, designs, figure, how).unwrap_or_default();
    }
    desks::draw(&mut canvas, designs);
    if !years.is_empty() {
        draw_years(&mut canvas, years);
    }
    canvas.into_svg()
}

/// Draws one figure of all designs, a box for each over its years; none if there is no such figure of a whole design.
#[must_use]
pub fn distributions(designs: &Designs, figure: &str) -> Option<String> {
    let mut canvas = Canvas::new();
    distribution::draw(&mut canvas, designs, figure, distribution::HOW)?;
    Some(canvas.into_svg())
}

/// Draws the busiest desks of each design, and marks those to which more comes than they can do.
#[must_use]
pub fn load(designs: &Designs) -> String {
    let mut canvas = Canvas::new();
    desks::draw(&mut canvas, designs);
    canvas.into_svg()
}

/// Draws years day by day: what is spent, what waits, and who is not there.
#[must_use]
pub fn timelines(years: &[(String, Timeline)]) -> String {
    let mut canvas = Canvas::new();
    draw_years(&mut canvas, years);
    canvas.into_svg()
}

impl Designs {
    /// Draws the designs as an SVG page: [`plot::page`](crate::simulate::plot::page) without single years.
    #[must_use]
    pub fn to_svg(&self) -> String {
        page(self, &[])
    }
}

fn draw_years(canvas: &mut Canvas, years: &[(String, Timeline)]) {
    year::draw(canvas, years.iter().map(|(name, year)| (name.as_str(), year)));
}

fn title(canvas: &mut Canvas, designs: &Designs, years: &[(String, Timeline)]) {
    let Some((_, outcomes)) = designs.iter().next() else { return };
    let (org, count) = (outcomes.org().name(), designs.iter().len());
    let is_of_one = designs.iter().all(|(_, other)| other.org().name() == org);
    let what = match (is_of_one, count) {
        (true, 1) => format!("{}, simulated", cut(org, 56)),
        (true, _) => format!("{}: {count} designs, simulated", cut(org, 48)),
        (false, _) => format!("{count} designs, simulated"),
    };
    let replications = match outcomes.replications() {
        1 => "1 replication".to_owned(),
        more => format!("{} replications", number(float(more), 0)),
    };
    let mut how = format!("{replications}, seed {}", outcomes.seed());
    let days = years.first().map(|(_, year)| year.days()).unwrap_or_default();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        how = format!("{how}, each from {} to {}", first.date, last.date);
    }
    canvas.text((MARGIN, canvas.y + 12), what, Set { size: 20.0, ..Set::HEADING });
    canvas.text((MARGIN, canvas.y + 38), how, Set::PLAIN);
    canvas.y += 76;
}
