//! From values to pixels, and the values that an axis names.

/// Values along a stretch of pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    values: (f64, f64),
    pixels: (i32, i32),
}

impl Axis {
    /// Takes the least and the largest value, and the pixels at which they are; the first may be the larger.
    pub(super) fn new(values: (f64, f64), pixels: (i32, i32)) -> Self {
        Self { values, pixels }
    }

    /// Returns the pixel of a value; that of the nearer end for one outside.
    #[expect(clippy::cast_possible_truncation, reason = "a pixel between the two ends")]
    pub(super) fn at(&self, value: f64) -> i32 {
        let (from, until) = self.values;
        let share = if from < until { ((value - from) / (until - from)).clamp(0.0, 1.0) } else { 0.0 };
        let (first, last) = self.pixels;
        first + (share * f64::from(last - first)).round() as i32
    }

    /// Returns round values along the axis, about so many, and the decimals that tell them apart.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the decimals of a step, and at most a dozen steps"
    )]
    pub(super) fn ticks(&self, about: f64) -> (Vec<f64>, usize) {
        let (from, until) = self.values;
        let raw = (until - from) / about;
        if !(raw.is_finite() && 0.0 < raw) {
            return (vec![from], 0);
        }
        let magnitude = libm::floor(libm::log10(raw));
        let unit = libm::pow(10.0, magnitude);
        let times = [1.0, 2.0, 5.0].into_iter().find(|times| raw <= times * unit * 1.000_001).unwrap_or(10.0);
        let step = times * unit;
        let decimals = (-libm::floor(libm::log10(step) + 1e-9)).max(0.0) as usize;
        let (first, last) = ((from / step - 1e-9).ceil(), (until / step + 1e-9).floor());
        let count = (last - first).clamp(0.0, 50.0) as u32;
        // Adding 0 makes -0 a 0.
        ((0..=count).map(|place| (first + f64::from(place)) * step + 0.0).collect(), decimals)
    }
}

/// Returns the ends of an axis for values: from 0 on, unless that leaves most of it empty.
pub(super) fn ends(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let mut ends = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values.into_iter().filter(|value| value.is_finite()) {
        ends = (ends.0.min(value), ends.1.max(value));
    }
    let (least, most) = ends;
    if most < least {
        return (0.0, 1.0);
    }
    let room = ((most - least) * 0.05).max(most.abs() * 1e-9);
    match (least, most) {
        (least, most) if least == 0.0 && most == 0.0 => (0.0, 1.0),
        (least, most) if 0.0 <= least && least < most * 0.6 => (0.0, most + room),
        // One value alone: as much on both sides of it.
        (least, most) if most - least < most.abs() * 1e-6 => {
            (least - most.abs() * 0.1, most + most.abs() * 0.1)
        }
        (least, most) => (least - room, most + room),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(from: f64, until: f64, about: f64) -> Vec<String> {
        let (ticks, decimals) = Axis::new((from, until), (0, 100)).ticks(about);
        ticks.iter().map(|tick| format!("{tick:.decimals$}")).collect()
    }

    #[test]
    fn ticks_are_round_and_within() {
        assert_eq!(ticks(0.0, 1.0, 5.0), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(ticks(0.0, 43.0, 5.0), ["0", "10", "20", "30", "40"]);
        assert_eq!(ticks(-3.0, 4.0, 4.0), ["-2", "0", "2", "4"]);
        assert_eq!(ticks(1.0e12, 1.1e12, 2.0), ["1000000000000", "1050000000000", "1100000000000"]);
        assert_eq!(ticks(0.0, 0.004, 4.0), ["0.000", "0.001", "0.002", "0.003", "0.004"]);
        assert_eq!(ticks(7.0, 7.0, 4.0), ["7"]);
        assert_eq!(ticks(0.0, f64::INFINITY, 4.0), ["0"]);
    }

    #[test]
    fn values_have_pixels_and_those_outside_the_nearest() {
        let down = Axis::new((0.0, 10.0), (200, 100));
        assert_eq!(
            [-5.0, 0.0, 2.5, 10.0, 99.0, f64::NAN].map(|value| down.at(value)),
            [200, 200, 175, 100, 100, 200]
        );
        assert_eq!(Axis::new((3.0, 3.0), (5, 9)).at(3.0), 5);
    }

    #[test]
    fn an_axis_begins_at_0_unless_that_leaves_it_empty() {
        let near = |values: &[f64], from: f64, until: f64| {
            let (least, most) = ends(values.iter().copied());
            assert!((least - from).abs() < 1e-9 && (most - until).abs() < 1e-9, "{least} to {most}");
        };
        near(&[2.0, 10.0], 0.0, 10.4);
        near(&[90.0, 100.0], 89.5, 100.5);
        near(&[-10.0, 10.0], -11.0, 11.0);
        near(&[50.0, 50.0], 45.0, 55.0);
        near(&[0.0], 0.0, 1.0);
        near(&[f64::NAN], 0.0, 1.0);
    }
}
