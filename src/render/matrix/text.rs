//! A sheet as aligned text: a title, headings, a line a row with its layer as indentation, notes.

use std::fmt;

use crate::plain::Plain;
use crate::render::matrix::sheet::{Flush, Heading, Reader, Sheet, Source};

/// The most by which a position is indented, in layers; the layer itself stands beside it.
const DEEPEST: usize = 12;

/// The most that ids take as headings, in all; where they take more there are numbers, and a list of which is which.
const WIDEST: usize = 100;

/// Writes a sheet.
pub(super) fn write(sheet: &dyn Sheet, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut headings = sheet.headings(Reader::People);
    let keys = number(&mut headings);
    let mut widths: Vec<usize> = headings.iter().map(|heading| width(&heading.text)).collect();
    sheet.rows(Reader::People, &mut |layer, cells| {
        for (place, (most, cell)) in widths.iter_mut().zip(cells).enumerate() {
            *most = width(cell).saturating_add(indent(place, layer)).max(*most);
        }
        Ok(())
    })?;
    writeln!(f, "{}\n", Plain(&sheet.title()))?;
    let names: Vec<String> = headings.iter().map(|heading| heading.text.clone()).collect();
    let mut line = String::new();
    write_line(f, &mut line, &headings, &widths, (1, &names))?;
    sheet.rows(Reader::People, &mut |layer, cells| {
        write_line(f, &mut line, &headings, &widths, (layer, cells))
    })?;
    let notes = sheet.notes();
    if !keys.is_empty() || !notes.is_empty() {
        writeln!(f)?;
    }
    keys.iter().chain(&notes).try_for_each(|note| writeln!(f, "{}", Plain(note)))
}

/// Puts numbers in place of ids that are too wide together; returns what each number stands for.
fn number(headings: &mut [Heading]) -> Vec<String> {
    let mut ids: Vec<&mut Heading> =
        headings.iter_mut().filter(|heading| heading.source == Source::Id).collect();
    if ids.iter().map(|id| width(&id.text) + 2).sum::<usize>() <= WIDEST {
        return Vec::new();
    }
    let numbered = ids.iter_mut().zip(1..).map(|(heading, number): (_, usize)| {
        let id = std::mem::replace(&mut heading.text, number.to_string());
        format!("{number} is `{id}`")
    });
    numbered.collect()
}

fn write_line(
    f: &mut fmt::Formatter<'_>,
    line: &mut String,
    headings: &[Heading],
    widths: &[usize],
    (layer, cells): (usize, &[String]),
) -> fmt::Result {
    line.clear();
    for (place, ((heading, &wide), cell)) in headings.iter().zip(widths).zip(cells).enumerate() {
        if place != 0 {
            line.push_str("  ");
        }
        let indent = indent(place, layer);
        let pad = wide.saturating_sub(width(cell)).saturating_sub(indent);
        let (before, after) = match heading.flush {
            Flush::Left => (indent, pad),
            Flush::Right => (pad, 0),
        };
        fmt::write(line, format_args!("{:before$}{}{:after$}", "", Plain(cell), ""))?;
    }
    writeln!(f, "{}", line.trim_end())
}

/// Returns by how much a cell is indented: the first of a row, two a layer.
fn indent(place: usize, layer: usize) -> usize {
    if place == 0 { 2 * layer.saturating_sub(1).min(DEEPEST) } else { 0 }
}

/// Returns how many columns of a terminal a text takes, as it is shown.
#[cfg(any(feature = "toml", feature = "json"))]
fn width(text: &str) -> usize {
    if text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return text.len();
    }
    unicode_width::UnicodeWidthStr::width(Plain(text).to_string().as_str())
}

/// Returns how many characters a text has: without the features that bring widths, that is as near as it gets.
#[cfg(not(any(feature = "toml", feature = "json")))]
fn width(text: &str) -> usize {
    Plain(text).to_string().chars().count()
}
