//! Shapes on a page that grows downwards, written as SVG at the end.

use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

/// How wide every page is.
pub(super) const WIDTH: i32 = 960;

/// The empty edge around it.
pub(super) const MARGIN: i32 = 32;

/// A point in pixels, from the upper left corner.
pub(super) type Point = (i32, i32);

pub(super) const INK: RGBColor = RGBColor(0x22, 0x22, 0x22);
pub(super) const GREY: RGBColor = RGBColor(0x66, 0x66, 0x66);
pub(super) const PALE: RGBColor = RGBColor(0xE2, 0xE2, 0xE2);
/// What has gone wrong: kept from designs.
pub(super) const ALARM: RGBColor = RGBColor(0xD5, 0x5E, 0x00);
/// What is no fault: people who are away.
pub(super) const CALM: RGBColor = RGBColor(0x88, 0xA6, 0xBE);
const PAPER: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);

/// Designs in their order; from the seventh on again from the first.
const DESIGNS: [RGBColor; 6] = [
    RGBColor(0x00, 0x72, 0xB2),
    RGBColor(0x00, 0x9E, 0x73),
    RGBColor(0xCC, 0x79, 0xA7),
    RGBColor(0x56, 0xB4, 0xE9),
    RGBColor(0x55, 0x55, 0x55),
    RGBColor(0xE6, 0x9F, 0x00),
];

/// Returns the colour of the design at a place.
pub(super) fn colour_of(place: usize) -> RGBColor {
    DESIGNS.get(place % DESIGNS.len()).copied().unwrap_or(INK)
}

/// Where a text stands from its point.
#[derive(Debug, Clone, Copy)]
pub(super) enum Side {
    Right,
    Left,
    Middle,
}

/// How thick a text is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Weight {
    Normal,
    Bold,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Set {
    pub(super) size: f64,
    pub(super) colour: RGBColor,
    pub(super) weight: Weight,
    /// On which side of its point it stands; its middle is at the height of the point.
    pub(super) side: Side,
}

impl Set {
    pub(super) const PLAIN: Self =
        Self { size: 12.0, colour: INK, weight: Weight::Normal, side: Side::Right };
    pub(super) const SMALL: Self = Self { size: 11.0, colour: GREY, ..Self::PLAIN };
    pub(super) const HEADING: Self = Self { size: 16.0, weight: Weight::Bold, ..Self::PLAIN };

    pub(super) const fn side(self, side: Side) -> Self {
        Self { side, ..self }
    }

    pub(super) const fn colour(self, colour: RGBColor) -> Self {
        Self { colour, ..self }
    }

    pub(super) const fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    fn style_of(self, colour: &RGBColor) -> TextStyle<'_> {
        let across = match self.side {
            Side::Right => HPos::Left,
            Side::Left => HPos::Right,
            Side::Middle => HPos::Center,
        };
        // What the backend makes of a size; sizes here are those of the SVG.
        let size = self.size * 1.24;
        let style = match self.weight {
            Weight::Normal => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let font = FontDesc::new(FontFamily::SansSerif, size, style);
        TextStyle::from(font).color(colour).pos(Pos::new(across, VPos::Center))
    }
}

/// One shape.
#[derive(Debug)]
enum Shape {
    Text(Point, String, Set),
    Box(Point, Point, ShapeStyle),
    Line(Point, Point, ShapeStyle),
    Path(Vec<Point>, ShapeStyle),
    Area(Vec<Point>, ShapeStyle),
    Dot(Point, u32, ShapeStyle),
}

/// A page, from its top to how far down it has got.
#[derive(Debug)]
pub(super) struct Canvas {
    shapes: Vec<Shape>,
    /// Where the next thing begins.
    pub(super) y: i32,
}

impl Canvas {
    pub(super) fn new() -> Self {
        Self { shapes: Vec::new(), y: MARGIN }
    }

    pub(super) fn text(&mut self, at: Point, text: impl Into<String>, set: Set) {
        self.shapes.push(Shape::Text(at, text.into(), set));
    }

    /// Fills a box; at least a pixel of it is seen.
    pub(super) fn fill(&mut self, (left, top): Point, (right, bottom): Point, colour: RGBColor, share: f64) {
        let corner = (right.max(left + 1), bottom.max(top + 1));
        self.shapes.push(Shape::Box((left, top), corner, colour.mix(share).filled()));
    }

    pub(super) fn frame(&mut self, from: Point, to: Point, colour: RGBColor) {
        self.shapes.push(Shape::Box(from, to, colour.stroke_width(1)));
    }

    pub(super) fn line(&mut self, from: Point, to: Point, colour: RGBColor, width: u32) {
        // A line without length is none.
        if from != to {
            self.shapes.push(Shape::Line(from, to, colour.stroke_width(width)));
        }
    }

    /// Draws a line of dashes, downwards.
    pub(super) fn dashes(&mut self, x: i32, from: i32, to: i32, colour: RGBColor) {
        let mut y = from;
        while y < to {
            self.line((x, y), (x, (y + 4).min(to)), colour, 1);
            y += 8;
        }
    }

    pub(super) fn path(&mut self, points: Vec<Point>, colour: RGBColor, width: u32) {
        self.shapes.push(Shape::Path(points, colour.stroke_width(width)));
    }

    pub(super) fn area(&mut self, points: Vec<Point>, colour: RGBColor, share: f64) {
        self.shapes.push(Shape::Area(points, colour.mix(share).filled()));
    }

    pub(super) fn dot(&mut self, at: Point, radius: u32, colour: RGBColor) {
        self.shapes.push(Shape::Dot(at, radius, colour.filled()));
    }

    /// Sets a heading, and below it how to read what follows, if that is said.
    pub(super) fn heading(&mut self, heading: &str, how: &str) {
        self.text((MARGIN, self.y + 10), heading, Set::HEADING);
        if how.is_empty() {
            self.y += 28;
            return;
        }
        self.text((MARGIN, self.y + 32), how, Set::SMALL);
        self.y += 48;
    }

    /// Writes the page, as high as it has become.
    pub(super) fn into_svg(self) -> String {
        let height = self.y + MARGIN;
        let mut svg = String::new();
        let mut backend = SVGBackend::with_string(
            &mut svg,
            (u32::try_from(WIDTH).unwrap_or_default(), u32::try_from(height).unwrap_or_default()),
        );
        let paper = Shape::Box((0, 0), (WIDTH, height), PAPER.filled());
        for shape in std::iter::once(paper).chain(self.shapes) {
            draw(&mut backend, shape);
        }
        backend.present().unwrap_or_default();
        drop(backend);
        svg
    }
}

fn draw(backend: &mut SVGBackend<'_>, shape: Shape) {
    let drawn = match shape {
        Shape::Text(at, text, set) => backend.draw_text(&text, &set.style_of(&set.colour), at),
        Shape::Box(from, to, style) => backend.draw_rect(from, to, &style, style.filled),
        Shape::Line(from, to, style) => backend.draw_line(from, to, &style),
        Shape::Path(points, style) => backend.draw_path(points, &style),
        Shape::Area(points, style) => backend.fill_polygon(points, &style),
        Shape::Dot(at, radius, style) => backend.draw_circle(at, radius, &style, style.filled),
    };
    // A string takes everything: nothing here can fail.
    drawn.unwrap_or_default();
}
