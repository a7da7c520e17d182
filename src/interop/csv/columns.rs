//! Which column holds what: from the header row to a plan for reading the rows.

use csv::ByteRecord;
use serde::Serialize;

use super::cell::cell;
use super::error::ImportFault;
use super::field::CsvField;
use super::header::{plain, understand};
use super::roles::RoleMap;
use crate::money::Currency;
use crate::words::word_enum;

word_enum! {
    /// What becomes of a column.
    pub enum ColumnUse ("use of a column") {
        /// It is read.
        Read = "read",
        /// It is read for nothing but to find managers who are not given by id.
        Lookup = "lookup",
        /// It is understood, and not kept.
        NotKept = "not-kept",
        /// It is understood, and another column goes before it.
        GivesWay = "gives-way",
        /// It is passed over, because the map says so.
        Ignored = "ignored",
        /// It is not understood.
        Unknown = "unknown",
    }
}

/// A column of the file, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Column {
    /// The header as it stands in the file.
    pub header: String,
    /// What it holds, if that is understood.
    pub field: Option<CsvField>,
    /// What became of it.
    #[serde(rename = "use")]
    pub used: ColumnUse,
}

/// The columns of a file.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    pub(super) all: Vec<Column>,
    /// The currency that the header of the pay column names.
    pub(super) pay_currency: Option<Currency>,
}

/// One column while its field is settled: the grade is 0 where the map itself names the header.
struct Claim {
    field: CsvField,
    grade: usize,
    currency: Option<Currency>,
}

impl Columns {
    /// Settles what each column holds.
    ///
    /// # Errors
    /// Columns that the map names and the file lacks, and fields that two columns claim with equal right.
    pub(super) fn new(headers: &[String], map: &RoleMap) -> Result<Self, Vec<ImportFault>> {
        let mut faults: Vec<ImportFault> = map.columns.iter().filter_map(|it| missing(it, headers)).collect();
        let claims: Vec<Option<Claim>> = headers.iter().map(|header| claim(header, map)).collect();
        let mut all: Vec<Column> = headers.iter().map(|header| unknown(header, map)).collect();
        let mut pay_currency = None;
        for &field in CsvField::ALL {
            let of_field = || {
                let claimed =
                    claims.iter().zip(0_usize..).filter_map(|(claim, at)| Some((claim.as_ref()?, at)));
                claimed.filter(move |(claim, _)| claim.field == field)
            };
            let Some(best) = of_field().map(|(claim, _)| claim.grade).min() else { continue };
            let wins = |claim: &Claim| claim.grade == best || field.takes_several();
            for (claim, at) in of_field() {
                if let Some(column) = all.get_mut(at) {
                    column.field = Some(field);
                    column.used = if wins(claim) { use_of(field) } else { ColumnUse::GivesWay };
                }
                if field == CsvField::Pay && wins(claim) {
                    pay_currency = claim.currency;
                }
            }
            let rivals: Vec<usize> =
                of_field().filter(|(claim, _)| claim.grade == best).map(|(_, at)| at).collect();
            if 1 < rivals.len() && !field.takes_several() {
                let headers = rivals.iter().filter_map(|&at| headers.get(at)).cloned().collect();
                faults.push(ImportFault::AmbiguousColumns { field, headers });
            }
        }
        if faults.is_empty() { Ok(Self { all, pay_currency }) } else { Err(faults) }
    }

    /// Returns the places of the columns that are read for a field.
    pub(super) fn of(&self, field: CsvField) -> impl Iterator<Item = usize> + '_ {
        let read = move |column: &Column| {
            column.field == Some(field) && !matches!(column.used, ColumnUse::GivesWay | ColumnUse::Ignored)
        };
        self.all.iter().zip(0..).filter(move |(column, _)| read(column)).map(|(_, at)| at)
    }

    /// Returns the place of the one column of a field.
    pub(super) fn one(&self, field: CsvField) -> Option<usize> {
        self.of(field).next()
    }

    /// Returns the places of the columns of a field that gave way to another.
    pub(super) fn spare(&self, field: CsvField) -> Vec<usize> {
        let spare = |column: &Column| column.field == Some(field) && column.used == ColumnUse::GivesWay;
        self.all.iter().zip(0..).filter(|(column, _)| spare(column)).map(|(_, at)| at).collect()
    }

    /// Takes back that a column is read.
    pub(super) fn give_way(&mut self, at: Option<usize>) {
        if let Some(column) = at.and_then(|at| self.all.get_mut(at)) {
            column.used = ColumnUse::GivesWay;
        }
    }

    /// Returns whether a row says in other words what the header says, as some systems write below their keys.
    pub(super) fn are_labels(&self, record: &ByteRecord) -> bool {
        let fields = self.all.iter().zip(0..).filter_map(|(column, at)| Some((column.field?, at)));
        let label = |at| understand(cell(record, at)).map(|found| found.field);
        let (same, other): (Vec<_>, Vec<_>) = fields.partition(|&(field, at)| label(at) == Some(field));
        let has_id = same.iter().any(|(field, _)| matches!(field, CsvField::Id | CsvField::PositionId));
        has_id && 1 < same.len() && other.len() < same.len()
    }

    /// Returns the header of a column.
    pub(super) fn header(&self, at: usize) -> String {
        self.all.get(at).map(|column| column.header.clone()).unwrap_or_default()
    }
}

fn use_of(field: CsvField) -> ColumnUse {
    match field {
        field if field.is_personal() => ColumnUse::Lookup,
        CsvField::PayBand | CsvField::PayOfOtherPeriod => ColumnUse::NotKept,
        _ => ColumnUse::Read,
    }
}

fn unknown(header: &str, map: &RoleMap) -> Column {
    let ignored = map.ignored.iter().any(|name| plain(name) == plain(header));
    let used = if ignored { ColumnUse::Ignored } else { ColumnUse::Unknown };
    Column { header: header.to_owned(), field: None, used }
}

fn claim(header: &str, map: &RoleMap) -> Option<Claim> {
    let is = |name: &String| plain(name) == plain(header);
    if map.ignored.iter().any(is) {
        return None;
    }
    if let Some((field, _)) = map.columns.iter().find(|(_, name)| is(name)) {
        let currency = understand(header).and_then(|found| found.currency);
        return Some(Claim { field: *field, grade: 0, currency });
    }
    let found = understand(header)?;
    Some(Claim { field: found.field, grade: found.grade + 1, currency: found.currency })
}

fn missing((field, name): &(CsvField, String), headers: &[String]) -> Option<ImportFault> {
    let there = headers.iter().any(|header| plain(header) == plain(name));
    (!there).then(|| ImportFault::MissingColumn { field: *field, header: name.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ColumnUse::{GivesWay, Read, Unknown};

    fn columns(headers: &[&str]) -> Result<Columns, Vec<ImportFault>> {
        let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
        Columns::new(&headers, &RoleMap::default())
    }

    #[test]
    fn two_columns_for_one_field_are_an_error() {
        let faults = columns(&["Employee ID", "Person ID", "Job Title", "Title"]).unwrap_err();
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "columns `Employee ID` and `Person ID` both hold the id",
                "columns `Job Title` and `Title` both hold the title"
            ]
        );
    }

    #[test]
    fn a_better_header_goes_before() {
        let columns = columns(&["ID", "Reports To", "Manager ID", "Position", "Title", "Shoe Size"]).unwrap();
        assert_eq!((columns.one(CsvField::Manager), columns.spare(CsvField::Manager)), (Some(2), vec![1]));
        assert_eq!(columns.one(CsvField::Title), Some(4));
        let used: Vec<ColumnUse> = columns.all.iter().map(|column| column.used).collect();
        assert_eq!(used, [Read, GivesWay, Read, GivesWay, Read, Unknown]);
    }

    #[test]
    fn several_columns_may_hold_dotted_lines() {
        let columns =
            columns(&["id", "Matrix Manager", "Dotted Line Manager 2", "Email", "Email 2"]).unwrap();
        assert_eq!(columns.of(CsvField::DottedLine).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn the_map_settles_what_headers_leave_open() {
        let headers = ["USERID", "EMPID", "Chef"].map(str::to_owned);
        let map = RoleMap::new().column(CsvField::Id, "userid").column(CsvField::Manager, "chef");
        let columns = Columns::new(&headers, &map).unwrap();
        assert_eq!((columns.one(CsvField::Id), columns.one(CsvField::Manager)), (Some(0), Some(2)));
        let map = RoleMap::new().ignore_column("EMPID").column(CsvField::Manager, "Boss");
        let faults = Columns::new(&headers, &map).unwrap_err();
        assert_eq!(faults, [ImportFault::MissingColumn { field: CsvField::Manager, header: "Boss".into() }]);
    }
}
