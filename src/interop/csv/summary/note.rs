//! The notes of a summary.

use serde::Serialize;

use crate::interop::csv::loose::ManagerMatch;
use crate::interop::csv::pay::PayDoubt;
use crate::interop::csv::status::Standing;
use crate::words::word_enum;

word_enum! {
    /// Why a row under the id of another one is a seat of its own.
    pub enum SecondSeatReason ("reason of a second seat") {
        /// One person holds two seats.
        TwoSeats = "two-seats",
        /// Two people share one seat.
        Shared = "shared",
        /// It is another vacancy under the same word.
        Vacant = "vacant",
    }
}

/// Something that an import guessed, mended or left out. Lines are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "note", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum ImportNote {
    /// A line is not UTF-8, so that the file was taken for Windows-1252.
    NotUtf8 {
        /// The first such line.
        line: u64,
    },
    /// Rows above the header were passed over.
    RowsAboveHeader {
        /// How many.
        rows: u64,
    },
    /// The header stands in the file once more.
    HeaderAgain {
        /// Where.
        lines: Vec<u64>,
    },
    /// Rows have fewer cells than the header; what is missing is empty.
    ShortRows {
        /// Where.
        lines: Vec<u64>,
    },
    /// Rows have more cells than the header, all of them empty.
    LongRows {
        /// Where.
        lines: Vec<u64>,
    },
    /// A row says the same as an earlier one.
    Merged {
        /// Where.
        line: u64,
        /// Where first.
        first_line: u64,
    },
    /// One person holds two seats, or two people share one: the second is a position of its own.
    SecondSeat {
        /// The id that both rows give.
        id: String,
        /// The id of the second position.
        new_id: String,
        /// Where.
        line: u64,
        /// Where the first row stands.
        first_line: u64,
        /// Why it is a seat of its own.
        why: SecondSeatReason,
    },
    /// Rows name a manager who holds several seats, and report to the first.
    ReportsToFirstSeat {
        /// The id of the manager.
        id: String,
        /// Where.
        lines: Vec<u64>,
    },
    /// Position ids repeat throughout, so that they were read as codes of jobs, and not as seats.
    PositionIdsRepeat {
        /// The header of their column.
        header: String,
    },
    /// There is no column of managers: every position is a root.
    NoManagers,
    /// Rows are about people who have left, and to whom nobody reports.
    LeftOut {
        /// Where.
        lines: Vec<u64>,
    },
    /// A row is about somebody who has left, and to whom somebody reports: the seat is kept, vacant.
    LeftVacant {
        /// The id of the position.
        id: String,
        /// Where.
        line: u64,
    },
    /// A seat is vacant.
    Vacant {
        /// Where.
        lines: Vec<u64>,
    },
    /// A status was read as something else than held.
    Status {
        /// The status.
        text: String,
        /// As what it was read.
        read_as: Standing,
        /// The number of rows.
        rows: u64,
    },
    /// Statuses were not understood, and the seats count as held.
    StatusUnknown {
        /// The statuses.
        texts: Vec<String>,
        /// The number of rows.
        rows: u64,
    },
    /// A word stands for no manager.
    RootSpelled {
        /// The word.
        text: String,
        /// Where.
        lines: Vec<u64>,
    },
    /// Rows name themselves as their manager, and are roots.
    OwnManager {
        /// Where.
        lines: Vec<u64>,
    },
    /// A manager was found who is not given by the id of a row.
    ManagerFound {
        /// What stands in the file.
        text: String,
        /// The id that was found.
        id: String,
        /// By what.
        by: ManagerMatch,
        /// Where.
        lines: Vec<u64>,
    },
    /// A manager was not found, because several rows fit.
    ManagerAmbiguous {
        /// What stands in the file.
        text: String,
        /// Where.
        lines: Vec<u64>,
    },
    /// Rows name several managers: the first is the solid line, the others are dotted.
    SeveralManagers {
        /// Where.
        lines: Vec<u64>,
    },
    /// A dotted line was left out, since it leads to the row itself or stands there twice.
    DottedLineDropped {
        /// The id to which it leads.
        id: String,
        /// Where.
        line: u64,
    },
    /// Reporting lines led round in a circle, which was cut at the first of these.
    CircleCut {
        /// The ids, each once, from the smallest on.
        ids: Vec<String>,
        /// Their lines, in the same order.
        lines: Vec<u64>,
    },
    /// A title that names a channel was taken for its assignment.
    ChannelInferred {
        /// The channel.
        channel: String,
        /// The number of positions.
        rows: u64,
    },
    /// Pay is zero, which stands for not disclosed.
    PayUndisclosed {
        /// Where.
        lines: Vec<u64>,
    },
    /// Pay was left out.
    PayNotKept {
        /// Why.
        doubt: PayDoubt,
        /// Where.
        lines: Vec<u64>,
    },
    /// Pay was kept, as that of a year.
    PayKept {
        /// The number of positions.
        rows: u64,
    },
    /// The currency is that which the file states.
    CurrencyOfFile {
        /// Its code.
        code: String,
    },
    /// A share of a full-time job could not be read, and was left out.
    FteNotRead {
        /// Where.
        lines: Vec<u64>,
    },
    /// Allocations became delegations from the manager, and budgets where there is no manager in the file.
    Allocations {
        /// The number of delegations.
        delegations: u64,
        /// The number of budgets.
        budgets: u64,
    },
    /// Allocations of nothing were left out.
    NothingAllocated {
        /// Where.
        lines: Vec<u64>,
    },
    /// Limits without an allocation were left out.
    LimitsAlone {
        /// Where.
        lines: Vec<u64>,
    },
    /// Limits of a budget were left out: a budget has none.
    LimitsOfBudget {
        /// Where.
        lines: Vec<u64>,
    },
    /// Managers delegate though the file gives them no allocation.
    DelegatesFromNothing {
        /// Where.
        lines: Vec<u64>,
    },
}
