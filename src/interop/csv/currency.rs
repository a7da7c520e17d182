//! The currency that a file states itself: in a header, in a column of its own, or beside each amount.

use csv::ByteRecord;

use super::beside::code_beside;
use super::cell::{cell, says_nothing};
use super::plan::Layout;
use super::table::{Table, read};
use crate::money::Currency;

/// Returns the one currency that the file states; none if it states none, or several.
pub(super) fn stated_currency(table: &Table<'_>, layout: &Layout) -> Option<Currency> {
    let plan = &layout.plan;
    if let Some(column) = plan.currency {
        return unanimous(table, column, |code| Some(Currency::from_code(&code.to_uppercase()).ok()));
    }
    // An amount without a code beside it is in the currency of the others.
    let beside = |amount: &str| code_beside(amount).map(Some);
    let of_header = layout.columns.pay_currency;
    of_header
        .or_else(|| unanimous(table, plan.pay?, beside))
        .or_else(|| unanimous(table, plan.allocation?, beside))
}

/// Returns the currency that all cells of a column state, those apart of which `stated` says nothing.
fn unanimous(
    table: &Table<'_>,
    column: usize,
    stated: impl Fn(&str) -> Option<Option<Currency>>,
) -> Option<Currency> {
    let (mut reader, mut record) = (table.reader(), ByteRecord::new());
    let mut common: Option<Currency> = None;
    while read(&mut reader, &mut record) {
        let text = cell(&record, column);
        let Some(found) = (if says_nothing(text) { None } else { stated(text) }) else { continue };
        let found = found?;
        if common.is_some_and(|common| common != found) {
            return None;
        }
        common = Some(found);
    }
    common
}
