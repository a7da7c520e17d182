//! From what was noted while reading to the facts of a summary.

use indexmap::IndexMap;

use super::{ExternalManager, ImportNote, ImportSummary, RowCount, SecondSeatReason, SwitchedOff, TitleUse};
use crate::graph_support::NONE;
use crate::interop::csv::cycles::Circle;
use crate::interop::csv::grants::GrantNotes;
use crate::interop::csv::managers::ManagerNotes;
use crate::interop::csv::rows::Rows;
use crate::interop::csv::status::Standing;
use crate::interop::csv::table::Spot;
use crate::interop::csv::text::TextEncoding;

/// What the steps after reading noted.
#[derive(Debug, Default)]
pub(in super::super) struct Settled {
    pub(in super::super) parents: Vec<u32>,
    pub(in super::super) managers: ManagerNotes,
    pub(in super::super) circles: Vec<Circle>,
    pub(in super::super) grants: GrantNotes,
    pub(in super::super) switched_off: Vec<SwitchedOff>,
    /// The notes of the steps before reading.
    pub(in super::super) before: Vec<ImportNote>,
}

/// Makes the summary of an import.
pub(in super::super) fn summarise(
    rows: &Rows<'_>,
    settled: Settled,
    encoding: TextEncoding,
) -> ImportSummary {
    let spots = &rows.spots;
    let external = settled.managers.external.iter();
    let held = rows.org.seats.iter().filter(|seat| seat.holder.is_some()).count();
    ImportSummary {
        file: rows.file.map(str::to_owned),
        encoding,
        separator: char::from(rows.table.separator),
        rows: RowCount {
            read: rows.tally.read,
            positions: spots.len() as u64,
            merged: rows.twins.merged.len() as u64,
            left_out: rows.leavers.len() as u64,
            headers: rows.tally.headers_again.len() as u64,
            blank: rows.tally.blank,
        },
        positions: rows.org.seats.len() as u64,
        roots: settled.parents.iter().filter(|&&parent| parent == NONE).count() as u64,
        vacant: (rows.org.seats.len() - held) as u64,
        currency: rows.org.currency().map(|currency| currency.code().to_owned()).unwrap_or_default(),
        columns: rows.columns.all.clone(),
        titles: titles(rows),
        external: external
            .map(|(&row, spots)| ExternalManager { id: id_of(rows, row), lines: lines(rows, spots) })
            .collect(),
        notes: notes(rows, &settled),
        switched_off: settled.switched_off,
    }
}

/// Returns the distinct titles that made a position, the most frequent first, else by title.
fn titles(rows: &Rows<'_>) -> Vec<TitleUse> {
    let used = rows.titles.all.iter().filter(|title| title.rows != 0);
    let mut titles: Vec<TitleUse> = used
        .map(|title| TitleUse {
            title: title.text.clone(),
            department: title.department.clone(),
            role: title.role.clone(),
            reason: title.reason,
            rows: title.rows,
        })
        .collect();
    titles.sort_by(|a, b| {
        b.rows.cmp(&a.rows).then_with(|| (&a.title, &a.department).cmp(&(&b.title, &b.department)))
    });
    titles
}

fn id_of(rows: &Rows<'_>, row: u32) -> String {
    let seat = rows.org.seats.get(row as usize);
    seat.map(|seat| rows.org.names.resolve(seat.id).to_owned()).unwrap_or_default()
}

/// Returns the lines of spots, in order, each once.
fn lines(rows: &Rows<'_>, spots: &[Spot]) -> Vec<u64> {
    let mut lines: Vec<u64> = spots.iter().map(|&spot| rows.table.line(spot)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn notes(rows: &Rows<'_>, settled: &Settled) -> Vec<ImportNote> {
    let mut notes = settled.before.clone();
    of_rows(rows, settled, &mut notes);
    of_twins(rows, settled, &mut notes);
    of_managers(rows, settled, &mut notes);
    of_facts(rows, &mut notes);
    of_grants(rows, &settled.grants, &mut notes);
    notes
}

/// Adds a note about rows, if there are any.
fn about(
    rows: &Rows<'_>,
    notes: &mut Vec<ImportNote>,
    spots: &[Spot],
    note: impl FnOnce(Vec<u64>) -> ImportNote,
) {
    if !spots.is_empty() {
        notes.push(note(lines(rows, spots)));
    }
}

fn of_rows(rows: &Rows<'_>, settled: &Settled, notes: &mut Vec<ImportNote>) {
    let tally = &rows.tally;
    about(rows, notes, &tally.headers_again, |lines| ImportNote::HeaderAgain { lines });
    about(rows, notes, &tally.short, |lines| ImportNote::ShortRows { lines });
    about(rows, notes, &tally.long, |lines| ImportNote::LongRows { lines });
    let left: Vec<Spot> = rows.leavers.iter().map(|leaver| leaver.spot).collect();
    about(rows, notes, &left, |lines| ImportNote::LeftOut { lines });
    for &(row, spot) in &settled.managers.left_vacant {
        notes.push(ImportNote::LeftVacant { id: id_of(rows, row), line: rows.table.line(spot) });
    }
    about(rows, notes, &tally.vacant, |lines| ImportNote::Vacant { lines });
    for status in rows.statuses.all.iter().filter(|status| status.understood) {
        if status.standing != Standing::Held {
            let (text, read_as, rows) = (status.text.clone(), status.standing, status.rows);
            notes.push(ImportNote::Status { text, read_as, rows });
        }
    }
    let unknown = || rows.statuses.all.iter().filter(|status| !status.understood);
    if unknown().next().is_some() {
        let texts = unknown().map(|status| status.text.clone()).collect();
        notes.push(ImportNote::StatusUnknown { texts, rows: unknown().map(|status| status.rows).sum() });
    }
}

fn of_twins(rows: &Rows<'_>, settled: &Settled, notes: &mut Vec<ImportNote>) {
    let line = |spot: Spot| rows.table.line(spot);
    for &(spot, first) in &rows.twins.merged {
        notes.push(ImportNote::Merged { line: line(spot), first_line: line(first) });
    }
    let mut first_seats: IndexMap<u32, Vec<Spot>> = IndexMap::new();
    for second in &rows.twins.second {
        notes.push(ImportNote::SecondSeat {
            id: rows.org.names.resolve(second.id).to_owned(),
            new_id: id_of(rows, u32::try_from(second.row).unwrap_or(NONE)),
            line: line(second.spot),
            first_line: line(second.first),
            why: match rows.org.seats.get(second.row) {
                _ if second.is_shared => SecondSeatReason::Shared,
                Some(seat) if seat.holder.is_none() => SecondSeatReason::Vacant,
                _ => SecondSeatReason::TwoSeats,
            },
        });
        if let Some(&first) = rows.row_of.get(second.id.index()) {
            first_seats.entry(first).or_default();
        }
    }
    if first_seats.is_empty() {
        return;
    }
    for (parent, &spot) in settled.parents.iter().zip(&rows.spots) {
        if let Some(spots) = first_seats.get_mut(parent) {
            spots.push(spot);
        }
    }
    for (row, spots) in &first_seats {
        about(rows, notes, spots, |lines| ImportNote::ReportsToFirstSeat { id: id_of(rows, *row), lines });
    }
}

fn of_managers(rows: &Rows<'_>, settled: &Settled, notes: &mut Vec<ImportNote>) {
    let managers = &settled.managers;
    if rows.plan.manager.is_none() {
        notes.push(ImportNote::NoManagers);
    }
    for (text, spots) in &managers.roots {
        about(rows, notes, spots, |lines| ImportNote::RootSpelled { text: text.clone(), lines });
    }
    about(rows, notes, &rows.tally.own_managers, |lines| ImportNote::OwnManager { lines });
    for found in &managers.found {
        notes.push(ImportNote::ManagerFound {
            text: found.text.clone(),
            id: id_of(rows, found.row),
            by: found.how,
            lines: lines(rows, &found.spots),
        });
    }
    for (text, spots) in &managers.ambiguous {
        about(rows, notes, spots, |lines| ImportNote::ManagerAmbiguous { text: text.clone(), lines });
    }
    about(rows, notes, &managers.several, |lines| ImportNote::SeveralManagers { lines });
    for (id, spot) in &managers.dotted_dropped {
        notes.push(ImportNote::DottedLineDropped { id: id.clone(), line: rows.table.line(*spot) });
    }
    for circle in &settled.circles {
        let lines = circle.spots.iter().map(|&spot| rows.table.line(spot)).collect();
        notes.push(ImportNote::CircleCut { ids: circle.ids.clone(), lines });
    }
}

fn of_facts(rows: &Rows<'_>, notes: &mut Vec<ImportNote>) {
    for &(channel, count) in &rows.tally.channels_inferred {
        let channel = rows.org.names.resolve(channel).to_owned();
        notes.push(ImportNote::ChannelInferred { channel, rows: count });
    }
    let kept = rows.org.extras.pay.iter().count() as u64;
    if kept != 0 {
        notes.push(ImportNote::PayKept { rows: kept });
    }
    about(rows, notes, &rows.pays.undisclosed, |lines| ImportNote::PayUndisclosed { lines });
    for (&doubt, spots) in &rows.pays.doubts {
        about(rows, notes, spots, |lines| ImportNote::PayNotKept { doubt, lines });
    }
    about(rows, notes, &rows.tally.fte_unread, |lines| ImportNote::FteNotRead { lines });
}

fn of_grants(rows: &Rows<'_>, grants: &GrantNotes, notes: &mut Vec<ImportNote>) {
    let (delegations, budgets) = (grants.delegations, grants.budgets);
    if delegations + budgets != 0 {
        notes.push(ImportNote::Allocations { delegations, budgets });
    }
    about(rows, notes, &grants.zero, |lines| ImportNote::NothingAllocated { lines });
    about(rows, notes, &rows.tally.limits_alone, |lines| ImportNote::LimitsAlone { lines });
    about(rows, notes, &grants.root_limits, |lines| ImportNote::LimitsOfBudget { lines });
    about(rows, notes, &grants.from_nothing, |lines| ImportNote::DelegatesFromNothing { lines });
}
