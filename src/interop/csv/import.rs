//! The import as a whole: from bytes and options to a builder and a summary.

use indexmap::IndexSet;

use super::amounts::Amounts;
use super::currency::stated_currency;
use super::error::{ImportError, ImportErrors, ImportFault};
use super::managers::ManagerNotes;
use super::open::switch_off;
use super::options::CsvOptions;
use super::plan::Layout;
use super::roles::{DEFAULT_ROLES, RoleMap};
use super::rows::Rows;
use super::summary::{ImportNote, ImportSummary, Settled, summarise};
use super::table::Table;
use super::text::{Text, TextEncoding, decode};
use crate::calendar::Interval;
use crate::money::Currency;
use crate::org::{BuildErrors, Org, OrgBuilder};

/// An export that was read: an org to be built, and the account of how it came about.
///
/// The builder is open, so that channels, outcomes and whatever else an export lacks can be added before the org
/// is built.
#[derive(Debug)]
#[non_exhaustive]
pub struct Import {
    /// The org as it was read.
    pub builder: OrgBuilder,
    /// What was read, guessed, mended and left out.
    pub summary: ImportSummary,
}

impl Import {
    /// Builds the org.
    ///
    /// # Errors
    /// What was added to the builder and cannot be; an import by itself has no such fault left.
    pub fn build(self) -> Result<Org, BuildErrors> {
        self.builder.build()
    }
}

/// Reads the export of an HR system.
///
/// Costs O(n) in the size of the file, and a few bytes of memory for each of its rows beside the file itself.
///
/// ```
/// use bagan::{CsvOptions, import_csv};
///
/// let export = "Employee ID;Job Title;Supervisor ID\r\n007;VP of Marketing;\r\n8;SEO Specialist;7.0\r\n";
/// let import = import_csv(export.as_bytes(), &CsvOptions::new().name("Nusantara Retail"))?;
/// println!("{}", import.summary);
/// let org = import.build()?;
/// let specialist = org.position("8").ok_or("no such position")?;
/// assert_eq!(specialist.manager().map(|manager| manager.id()), Some("007"));
/// assert_eq!(specialist.role().id(), "specialist");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Everything that keeps the file from being an org, at once, with the line it stands on.
pub fn import_csv(bytes: &[u8], options: &CsvOptions) -> Result<Import, ImportErrors> {
    let place = |line: Option<u64>| {
        move |faults: Vec<ImportFault>| {
            let error = |fault| ImportError::new(options.file.as_deref(), line, fault);
            ImportErrors::new(faults.into_iter().map(error).collect())
        }
    };
    let text = decode(bytes).map_err(|(line, fault)| place(line)(vec![fault]))?;
    let table = Table::new(&text.bytes).map_err(|fault| place(None)(vec![fault]))?;
    let header = Some(table.line(table.header_spot));
    let valid = check_options(options).map_err(place(None))?;
    let layout = Layout::new(&table.headers, &options.roles).map_err(place(header))?;
    let read = |layout| read_rows(&table, layout, options, valid).map_err(|fault| place(None)(vec![fault]));
    let (mut rows, note) = read(&layout)?;
    let mut notes = notes_before(&text, &table);
    let without_seats;
    if rows.position_ids_repeat() {
        notes.push(ImportNote::PositionIdsRepeat { header: layout.columns.header(layout.plan.id) });
        without_seats = layout.without_seats().map_err(place(header))?;
        (rows, _) = read(&without_seats)?;
    }
    notes.extend(note);
    finish(rows, text.encoding, options, notes)
}

/// Checks what the options say by themselves; returns when delegations are valid.
fn check_options(options: &CsvOptions) -> Result<Interval, Vec<ImportFault>> {
    let mut faults: Vec<ImportFault> = options.roles.check().into_iter().map(ImportFault::Build).collect();
    let mut valid = Interval::ALWAYS;
    if let Some(year) = options.fiscal_year {
        match options.calendar.fiscal_year_starts().in_year(year) {
            Some(start) => valid = options.calendar.fiscal_year(start),
            None => faults.push(ImportFault::FiscalYear { year }),
        }
    }
    if faults.is_empty() { Ok(valid) } else { Err(faults) }
}

fn notes_before(text: &Text<'_>, table: &Table<'_>) -> Vec<ImportNote> {
    let not_utf8 = text.not_utf8_on.map(|line| ImportNote::NotUtf8 { line });
    let above = (table.above != 0).then_some(ImportNote::RowsAboveHeader { rows: table.above });
    not_utf8.into_iter().chain(above).collect()
}

/// Reads the rows into a builder.
fn read_rows<'t>(
    table: &'t Table<'t>,
    layout: &'t Layout,
    options: &'t CsvOptions,
    valid: Interval,
) -> Result<(Rows<'t>, Option<ImportNote>), ImportFault> {
    let given = options.currency.as_deref().map(Currency::from_code).transpose()?;
    let of_file = if given.is_none() { stated_currency(table, layout) } else { None };
    let note = of_file.map(|currency| ImportNote::CurrencyOfFile { code: currency.code().to_owned() });
    let currency = given.or(of_file);
    let mut org = OrgBuilder::new(options.org_name(), currency.map_or(NO_CURRENCY, Currency::code));
    org.calendar(options.calendar);
    let amounts = currency.map(|currency| Amounts::new(currency, table.headers.clone()));
    let mut rows = Rows::new(table, layout, options, org, amounts);
    rows.valid = valid;
    rows.read_all();
    Ok((rows, note))
}

/// The code that ISO 4217 keeps for no currency.
const NO_CURRENCY: &str = "XXX";

/// Settles all that only the whole file can tell.
fn finish(
    mut rows: Rows<'_>,
    encoding: TextEncoding,
    options: &CsvOptions,
    before: Vec<ImportNote>,
) -> Result<Import, ImportErrors> {
    let mut managers = ManagerNotes::default();
    rows.name_second_seats();
    rows.seat_needed_leavers(&mut managers);
    let mut parents = rows.settle_managers(&mut managers);
    let circles = rows.settle_circles(&mut parents, options.cycles);
    rows.settle_amounts();
    let grants = rows.settle_grants(&parents);
    let switched_off = switch_off(&mut rows, &grants, options.fiscal_year.is_some());
    if !rows.errors.is_empty() {
        return Err(ImportErrors::new(rows.errors));
    }
    declare_roles(&mut rows, &options.roles);
    let settled = Settled { parents, managers, circles, grants, switched_off, before };
    let summary = summarise(&rows, settled, encoding);
    Ok(Import { builder: rows.org, summary })
}

/// States the roles that occur and are not built in.
fn declare_roles(rows: &mut Rows<'_>, map: &RoleMap) {
    let used: IndexSet<&str> =
        rows.titles.all.iter().filter(|title| title.rows != 0).map(|title| title.role.as_str()).collect();
    for id in used {
        if let Some(own) = map.roles.iter().find(|own| own.id == id) {
            let role = rows.org.role(id).class(own.class);
            if let Some(name) = &own.name {
                role.name(name);
            }
        } else if let Some(default) = DEFAULT_ROLES.iter().find(|default| default.id == id) {
            rows.org.role(id).class(default.class).name(default.name);
        }
    }
}
