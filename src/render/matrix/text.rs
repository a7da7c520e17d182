//! A sheet as aligned text: a title, headings, a line a row with its layer as indentation, notes.

use std::fmt;

use crate::plain::{Plain, width};
use crate::render::matrix::sheet::{Flush, Heading, Reader, Sheet, Source};

/// The most by which a position is indented, in layers; the layer itself stands beside it.
const DEEPEST: usize = 12;

/// The most that ids take as headings, in all; where they take more there are numbers, and a list of which is which.
const WIDEST: usize = 100;

/// Writes a sheet.
pub(super) fn write(sheet: &dyn Sheet, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut headings = sheet.headings(Reader::People);
    let keys = explain(&mut headings);
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
    notes.iter().chain(&keys).try_for_each(|note| writeln!(f, "{}", Plain(note)))
}

/// Puts numbers in place of ids that are too wide together; returns what each heading stands for, where it does not say.
fn explain(headings: &mut [Heading]) -> Vec<String> {
    let mut ids: Vec<&mut Heading> =
        headings.iter_mut().filter(|heading| heading.source == Source::Id).collect();
    let is_wide = WIDEST < ids.iter().map(|id| width(&id.text) + 2).sum::<usize>();
    let mut keys = Vec::new();
    for (heading, number) in ids.iter_mut().zip(1_usize..) {
        let name = heading.name.as_ref().map(|name| format!(": {name}"));
        if is_wide {
            let id = std::mem::replace(&mut heading.text, number.to_string());
            keys.push(format!("{number} is `{id}`{}", name.unwrap_or_default()));
        } else if let Some(name) = name {
            keys.push(format!("`{}`{name}", heading.text));
        }
    }
    keys
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
