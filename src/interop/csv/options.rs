//! What the caller decides about an import.

use super::roles::RoleMap;
use crate::calendar::Calendar;
use crate::words::word_enum;

word_enum! {
    /// What becomes of reporting lines that lead round in a circle.
    pub enum CyclePolicy ("cycle policy") {
        /// Each is an error, with its ids and lines; the default.
        Refuse = "refuse",
        /// Each is cut at the member with the smallest id, which becomes a root, and reported.
        Cut = "cut",
    }
}

/// How to import an export: what the file cannot say for itself.
///
/// ```
/// use bagan::{CsvOptions, CyclePolicy, import_csv};
///
/// let options = CsvOptions::new().file("exports/nusantara.csv").currency("IDR").cycles(CyclePolicy::Cut);
/// let import = import_csv(b"id,title,manager_id,salary\na,CMO,,900000000", &options)?;
/// let org = import.build()?;
/// assert_eq!((org.name(), org.currency().code()), ("nusantara", "IDR"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct CsvOptions {
    pub(super) file: Option<String>,
    pub(super) name: Option<String>,
    pub(super) currency: Option<String>,
    pub(super) roles: RoleMap,
    pub(super) cycles: CyclePolicy,
    pub(super) calendar: Calendar,
    pub(super) fiscal_year: Option<i16>,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self {
            file: None,
            name: None,
            currency: None,
            roles: RoleMap::default(),
            cycles: CyclePolicy::Refuse,
            calendar: Calendar::default(),
            fiscal_year: None,
        }
    }
}

impl CsvOptions {
    /// Makes the options of an import that nothing more is known of.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the name of the file, for messages; nothing is read from it.
    #[must_use]
    pub fn file(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    /// Sets the name of the org; without it, that of the file, else `Imported org`.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    /// Sets the currency of all amounts, as an ISO 4217 code such as `EUR`.
    ///
    /// Without it, a currency that the file itself states throughout is taken; else pay is left out, and any
    /// allocation or limit is an error.
    #[must_use]
    pub fn currency(mut self, code: &str) -> Self {
        self.currency = Some(code.to_owned());
        self
    }

    /// Sets which title is which role, where the default mapping should not decide.
    #[must_use]
    pub fn roles(mut self, roles: RoleMap) -> Self {
        self.roles = roles;
        self
    }

    /// Sets what becomes of reporting lines in a circle.
    #[must_use]
    pub fn cycles(mut self, cycles: CyclePolicy) -> Self {
        self.cycles = cycles;
        self
    }

    /// Sets where fiscal years and weeks begin.
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = calendar;
        self
    }

    /// Limits the delegations to the fiscal year that begins in `year`; without it, they have no end.
    #[must_use]
    pub fn fiscal_year(mut self, year: i16) -> Self {
        self.fiscal_year = Some(year);
        self
    }

    /// Returns the name of the org.
    pub(super) fn org_name(&self) -> &str {
        let stem = || {
            let name = self.file.as_deref()?.rsplit(['/', '\\']).next()?;
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            (!stem.trim().is_empty() && stem != "-").then_some(stem)
        };
        self.name.as_deref().or_else(stem).unwrap_or("Imported org")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_org_is_named_for_its_file_unless_told_otherwise() {
        let name = |file: &str| CsvOptions::new().file(file).org_name().to_owned();
        assert_eq!(name("a/b/team.2026.csv"), "team.2026");
        assert_eq!(name(r"C:\exports\team.csv"), "team");
        assert_eq!(name("team"), "team");
        assert_eq!(name("-"), "Imported org");
        assert_eq!(name(".csv"), "Imported org");
        assert_eq!(CsvOptions::new().org_name(), "Imported org");
        assert_eq!(CsvOptions::new().file("x.csv").name("Y").org_name(), "Y");
    }
}
