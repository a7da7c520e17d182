//! The short ways from text to an org and back.

use crate::org::Org;
#[cfg(any(feature = "toml", feature = "json"))]
use crate::spec::file::{FileErrors, Format, OrgFile};
use crate::spec::wire::{OrgSpec, WriteError};

#[cfg(feature = "toml")]
impl OrgSpec {
    /// Writes a TOML file: the sections in the order of the format, one table a position. Costs O(n).
    ///
    /// # Errors
    /// [`WriteError`] where something that was made in code has no form in a file.
    ///
    /// ```
    /// use bagan::{OrgSpec, OrganizationSpec, PositionSpec};
    ///
    /// let mut spec = OrgSpec::new(OrganizationSpec::new("Nusantara Retail", "IDR"));
    /// spec.positions.insert("paid social".to_owned(), PositionSpec::new("specialist"));
    /// assert_eq!(
    ///     spec.to_toml()?,
    ///     r#"format = 1
    ///
    /// [organization]
    /// name = "Nusantara Retail"
    /// currency = "IDR"
    /// fiscal-year-starts = "01-01"
    ///
    /// [positions."paid social"]
    /// role = "specialist"
    /// "#
    /// );
    /// # Ok::<(), bagan::WriteError>(())
    /// ```
    pub fn to_toml(&self) -> Result<String, WriteError> {
        crate::spec::toml::write(self)
    }
}

#[cfg(feature = "json")]
impl OrgSpec {
    /// Writes a JSON file, indented by two spaces. Costs O(n).
    ///
    /// # Errors
    /// [`WriteError`] where something that was made in code has no form in a file.
    ///
    /// ```
    /// use bagan::{OrgSpec, OrganizationSpec};
    ///
    /// let spec = OrgSpec::new(OrganizationSpec::new("Nusantara Retail", "IDR"));
    /// assert!(spec.to_json()?.starts_with("{\n  \"format\": 1,\n  \"organization\": {"));
    /// # Ok::<(), bagan::WriteError>(())
    /// ```
    pub fn to_json(&self) -> Result<String, WriteError> {
        crate::spec::json::write(self)
    }
}

#[cfg(feature = "toml")]
impl Org {
    /// Reads and builds a TOML file.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once.
    ///
    /// ```
    /// use bagan::Org;
    ///
    /// let org = Org::from_toml("format = 1\norganization = { name = 'Nusantara', currency = 'IDR' }\n")?;
    /// assert_eq!(org.name(), "Nusantara");
    /// # Ok::<(), bagan::FileErrors>(())
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, FileErrors> {
        OrgFile::parse("<toml>", text.as_bytes(), Format::Toml)?.build()
    }

    /// Writes a TOML file that states the org: see [`OrgSpec::to_toml`].
    ///
    /// # Errors
    /// [`WriteError::EarlyDate`] where the org was made in code, with a date before the year 0.
    ///
    /// ```
    /// use bagan::{Org, OrgBuilder};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").budget(12_000_000_000);
    /// let text = org.build()?.to_toml()?;
    /// assert!(text.ends_with("budget = 12_000_000_000\n"));
    /// assert_eq!(Org::from_toml(&text)?.position_count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_toml(&self) -> Result<String, WriteError> {
        OrgSpec::from(self).to_toml()
    }
}

#[cfg(feature = "json")]
impl Org {
    /// Reads and builds a JSON file.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once.
    ///
    /// ```
    /// use bagan::Org;
    ///
    /// let org = Org::from_json(r#"{"format": 1, "organization": {"name": "Nusantara", "currency": "IDR"}}"#)?;
    /// assert_eq!(org.name(), "Nusantara");
    /// # Ok::<(), bagan::FileErrors>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self, FileErrors> {
        OrgFile::parse("<json>", text.as_bytes(), Format::Json)?.build()
    }

    /// Writes a JSON file that states the org: see [`OrgSpec::to_json`].
    ///
    /// # Errors
    /// [`WriteError::EarlyDate`] where the org was made in code, with a date before the year 0.
    pub fn to_json(&self) -> Result<String, WriteError> {
        OrgSpec::from(self).to_json()
    }
}
