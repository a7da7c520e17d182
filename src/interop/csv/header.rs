//! From a header to the field that its column holds.

use std::sync::LazyLock;

use super::field::{ALIASES, CsvField};
use crate::money::Currency;

/// The aliases as they are compared, sorted.
static PLAIN: LazyLock<Vec<(String, CsvField, usize)>> = LazyLock::new(|| {
    let of_list = |field, grade, list: &[&str]| -> Vec<(String, CsvField, usize)> {
        list.iter().map(|alias| (plain(alias), field, grade)).collect()
    };
    let of_field = |(field, lists): (CsvField, &[&[&str]])| -> Vec<(String, CsvField, usize)> {
        lists.iter().enumerate().flat_map(|(grade, list)| of_list(field, grade, list)).collect()
    };
    let mut all: Vec<_> = ALIASES.iter().flat_map(|entry| of_field((entry.field, entry.lists))).collect();
    all.sort_unstable();
    all
});

/// What a header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Understood {
    pub(super) field: CsvField,
    /// Which of the field's lists of headers it stands in; the first goes before the others.
    pub(super) grade: usize,
    /// The currency that the header names, as in `Salary (EUR)`.
    pub(super) currency: Option<Currency>,
}

/// Writes a header without case, spaces and punctuation: `Employee_ID` and `employee id` are one.
pub(super) fn plain(header: &str) -> String {
    let kept = header.chars().filter(|c| c.is_alphanumeric() || matches!(c, '#' | '%'));
    kept.flat_map(char::to_lowercase).collect()
}

/// Finds the field of a header.
///
/// Tried in turn are the header as it stands, the same without a possessive `'s`, without what stands in brackets
/// at the end, and, where several columns may hold the field, without a number at the end.
pub(super) fn understand(header: &str) -> Option<Understood> {
    const LONGEST: usize = 200;
    if LONGEST < header.len() {
        return None;
    }
    let whole = plain(header);
    if let Some((field, grade)) = look_up(&whole) {
        return Some(Understood { field, grade, currency: None });
    }
    let (outside, inside) = brackets(header);
    let owned = |text: &str| text.contains(['\'', '’']).then(|| text.replace("'s ", " ").replace("’s ", " "));
    let tries = [owned(header), inside.map(|_| outside.to_owned()), owned(outside)];
    if let Some((field, grade)) = tries.iter().flatten().find_map(|text| look_up(&plain(text))) {
        let currency = inside.and_then(|inside| Currency::from_code(&inside.trim().to_uppercase()).ok());
        return Some(Understood { field, grade, currency });
    }
    let unnumbered = whole.trim_end_matches(|c: char| c.is_ascii_digit());
    let (field, grade) = look_up(unnumbered).filter(|(field, _)| field.takes_several())?;
    Some(Understood { field, grade, currency: None })
}

fn look_up(header: &str) -> Option<(CsvField, usize)> {
    let found = PLAIN.binary_search_by(|(alias, ..)| alias.as_str().cmp(header)).ok()?;
    PLAIN.get(found).map(|&(_, field, grade)| (field, grade))
}

/// Splits `Salary (EUR)` into `Salary` and `EUR`.
fn brackets(header: &str) -> (&str, Option<&str>) {
    let ends = [('(', ')'), ('[', ']')];
    let split = ends.iter().find_map(|&(open, close)| {
        let (outside, inside) = header.trim_end().strip_suffix(close)?.rsplit_once(open)?;
        Some((outside, Some(inside)))
    });
    split.unwrap_or((header, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(header: &str) -> Option<(CsvField, usize)> {
        understand(header).map(|found| (found.field, found.grade))
    }

    #[test]
    fn case_spaces_and_punctuation_do_not_count() {
        for header in
            ["Employee ID", "EMPLOYEE_ID", "employee-id", " employee.id ", "EmployeeId", "Employee ID*"]
        {
            assert_eq!(field(header), Some((CsvField::Id, 0)), "{header}");
        }
        assert_eq!(field("Intitulé du poste"), Some((CsvField::Title, 0)));
        assert_eq!(field("Employee #"), Some((CsvField::Id, 0)));
        assert_eq!(field("Employee Badge"), None);
        assert_eq!(field(""), None);
        assert_eq!(field("Second Level Manager"), None);
    }

    #[test]
    fn possessives_brackets_and_numbers_are_seen_through() {
        assert_eq!(field("Manager's Position ID"), Some((CsvField::ManagerPosition, 0)));
        assert_eq!(field("Manager’s ID (required)"), Some((CsvField::Manager, 0)));
        assert_eq!(field("FTE (%)"), Some((CsvField::Fte, 0)));
        assert_eq!(field("Dotted Line Manager 2"), Some((CsvField::DottedLine, 0)));
        assert_eq!(field("Channel_1"), Some((CsvField::Channels, 0)));
        assert_eq!(field("Manager 2"), None);
    }

    #[test]
    fn a_header_may_name_its_currency() {
        let found = understand("Base Salary (eur)").unwrap();
        assert_eq!(found.currency, Currency::from_code("EUR").ok());
        assert_eq!(understand("Base Salary (gross)").unwrap().currency, None);
    }

    #[test]
    fn an_id_goes_before_a_name_for_the_manager() {
        assert_eq!(field("Manager ID"), Some((CsvField::Manager, 0)));
        assert_eq!(field("Reports To"), Some((CsvField::Manager, 1)));
        assert_eq!(field("Manager Name"), Some((CsvField::Manager, 2)));
    }
}
