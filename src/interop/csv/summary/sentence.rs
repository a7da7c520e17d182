//! Notes in words.

use std::fmt;

use super::{ImportNote, SecondSeatReason};
use crate::interop::csv::error_help::{on_lines, quoted, shown};
use crate::interop::csv::loose::ManagerMatch;
use crate::interop::csv::pay::PayDoubt;
use crate::interop::csv::status::Standing;

impl fmt::Display for ImportNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            &self
                .of_table()
                .or_else(|| self.of_seats())
                .or_else(|| self.of_lines())
                .unwrap_or_else(|| self.of_money()),
        )
    }
}

/// Writes "1 row" or "3 rows".
pub(super) fn rows(count: u64) -> String {
    counted(count, "row")
}

/// Writes "1 thing" or "3 things".
pub(super) fn counted(count: u64, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

fn of(lines: &[u64]) -> String {
    format!("{} ({})", rows(lines.len() as u64), on_lines(lines))
}

impl ImportNote {
    fn of_table(&self) -> Option<String> {
        Some(match self {
            Self::NotUtf8 { line } => {
                format!("line {line} is not UTF-8, so that the file was read as Windows-1252")
            }
            Self::RowsAboveHeader { rows: count } => format!("{} above the header passed over", rows(*count)),
            Self::HeaderAgain { lines } => format!("{}: the header once more, passed over", of(lines)),
            Self::ShortRows { lines } => {
                format!("{}: fewer cells than the header; those that are missing are empty", of(lines))
            }
            Self::LongRows { lines } => format!(
                "{}: more cells than the header, and those are empty; does a cell hold the separator without quotes?",
                of(lines)
            ),
            Self::PositionIdsRepeat { header } => format!(
                "the ids in `{}` repeat throughout: read as codes of jobs, and not as seats",
                shown(header)
            ),
            Self::NoManagers => "no column holds managers: every position is a root".to_owned(),
            Self::CurrencyOfFile { code } => format!("the currency is the one that the file states: {code}"),
            _ => return None,
        })
    }

    fn of_seats(&self) -> Option<String> {
        Some(match self {
            Self::Merged { line, first_line } => {
                format!("line {line} says the same as line {first_line}: merged")
            }
            Self::SecondSeat { id, new_id, line, first_line, why } => {
                let why = match why {
                    SecondSeatReason::Shared => "two people share one seat",
                    SecondSeatReason::TwoSeats => "one person in two seats",
                    SecondSeatReason::Vacant => "another vacant seat",
                };
                format!("line {line}: `{id}` stands on line {first_line} too, {why}: kept as `{new_id}`")
            }
            Self::ReportsToFirstSeat { id, lines } => {
                format!("{}: of the seats of `{id}`, the first is whom they report to", of(lines))
            }
            Self::LeftOut { lines } => {
                format!("{}: people who have left, and to whom nobody reports: left out", of(lines))
            }
            Self::LeftVacant { id, line } => format!(
                "line {line}: `{id}` has left, and somebody still reports there: the seat is kept, vacant"
            ),
            Self::Vacant { lines } => format!("{}: vacant seats", of(lines)),
            Self::Status { text, read_as, rows: count } => {
                let meaning = if *read_as == Standing::Left { "has left" } else { "nobody holds the seat" };
                format!(
                    "status `{}` means that {}: {}",
                    shown(text),
                    meaning.replace("has left", "the person has left"),
                    rows(*count)
                )
            }
            Self::StatusUnknown { texts, rows: count } => {
                format!(
                    "no status that is understood, and the seat counts as held: {} ({})",
                    rows(*count),
                    quoted(texts)
                )
            }
            _ => return None,
        })
    }

    fn of_lines(&self) -> Option<String> {
        Some(match self {
            Self::RootSpelled { text, lines } => {
                format!("{}: `{}` stands for no manager", of(lines), shown(text))
            }
            Self::OwnManager { lines } => format!("{}: reports to itself, and so is a root", of(lines)),
            Self::ManagerFound { text, id, by, lines } => {
                format!("{}: manager `{}` is `{id}`, found by {}", of(lines), shown(text), by_what(*by))
            }
            Self::ManagerAmbiguous { text, lines } => {
                format!(
                    "{}: manager `{}` can be several rows, and none of them was taken",
                    of(lines),
                    shown(text)
                )
            }
            Self::SeveralManagers { lines } => {
                format!("{}: several managers; the first is the solid line, the others are dotted", of(lines))
            }
            Self::DottedLineDropped { id, line } => {
                format!(
                    "line {line}: a dotted line to `{id}` leads to the row itself, or stands there twice: left out"
                )
            }
            Self::CircleCut { ids, lines } => {
                let first = ids.first().map(String::as_str).unwrap_or_default();
                format!("{} report in a circle ({}): `{first}` is a root now", quoted(ids), on_lines(lines))
            }
            _ => return None,
        })
    }

    fn of_money(&self) -> String {
        match self {
            Self::ChannelInferred { channel, rows } => {
                format!("channel `{channel}` was read from the title: {}", counted(*rows, "position"))
            }
            Self::PayKept { rows } => format!("pay kept, as that of a year: {}", counted(*rows, "position")),
            Self::PayUndisclosed { lines } => format!("{}: pay of 0 is pay that is not disclosed", of(lines)),
            Self::PayNotKept { doubt, lines } => format!("{}: pay left out: {}", of(lines), why(*doubt)),
            Self::FteNotRead { lines } => {
                format!("{}: share of a full-time job not understood, left out", of(lines))
            }
            Self::Allocations { delegations, budgets } => format!(
                "allocations: {} from the manager, {} from outside the file",
                counted(*delegations, "delegation"),
                counted(*budgets, "budget")
            ),
            Self::NothingAllocated { lines } => {
                format!("{}: an allocation of 0 gives nothing, left out", of(lines))
            }
            Self::LimitsAlone { lines } => format!("{}: limits without an allocation, left out", of(lines)),
            Self::LimitsOfBudget { lines } => format!("{}: a budget has no limits, left out", of(lines)),
            Self::DelegatesFromNothing { lines } => {
                format!("{}: delegates, and has no allocation in the file", of(lines))
            }
            _ => String::new(),
        }
    }
}

fn by_what(by: ManagerMatch) -> &'static str {
    match by {
        ManagerMatch::Spelling => "the id in another spelling",
        ManagerMatch::Number => "the id as another writing of the same number",
        ManagerMatch::Name => "name",
        ManagerMatch::Email => "address",
        ManagerMatch::Title => "title",
        ManagerMatch::Role => "role",
        ManagerMatch::OtherColumn => "what another column says",
    }
}

fn why(doubt: PayDoubt) -> &'static str {
    match doubt {
        PayDoubt::NoCurrency => "the currency is not known",
        PayDoubt::OtherCurrency => "it is in another currency than the org",
        PayDoubt::OtherPeriod => "it is not for a year",
        PayDoubt::LooksHourly => "it looks like that of an hour, and not of a year",
        PayDoubt::Ambiguous => "it can be read as thousands or as a fraction",
        PayDoubt::Unreadable => "it is no amount of the currency",
    }
}
