//! The currency that a file states itself: in a header, or in a column that says the same throughout.

use csv::ByteRecord;

use super::cell::{cell, says_nothing};
use super::plan::Layout;
use super::table::{Table, read};
use crate::money::Currency;

/// Returns the one currency that the file states; none if it states none, or several.
pub(super) fn stated_currency(table: &Table<'_>, layout: &Layout) -> Option<Currency> {
    let Some(column) = layout.plan.currency else { return layout.columns.pay_currency };
    let (mut reader, mut record) = (table.reader(), ByteRecord::new());
    let mut stated: Option<Currency> = None;
    while read(&mut reader, &mut record) {
        let code = cell(&record, column);
        if says_nothing(code) || stated.is_some_and(|stated| stated.code().eq_ignore_ascii_case(code)) {
            continue;
        }
        let found = Currency::from_code(&code.to_uppercase()).ok()?;
        if stated.is_some() {
            return None;
        }
        stated = Some(found);
    }
    stated
}
