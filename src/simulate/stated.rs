//! Assumptions written down.

use crate::simulate::assumptions::Assumptions;

impl Assumptions {
    /// Writes what is stated as TOML text, which [`from_toml`](Self::from_toml) reads back: nothing where all is as the
    /// defaults have it.
    ///
    /// ```
    /// use bagan::simulate::Assumptions;
    ///
    /// let mut assumed = Assumptions::default();
    /// assumed.desk.servers = Some(2);
    /// let text = assumed.to_toml();
    /// assert!(text.contains("[desk]\nservers = 2\n"), "{text}");
    /// assert_eq!(Assumptions::from_toml(&text)?, assumed);
    /// assert_eq!(Assumptions::default().to_toml(), "");
    /// # Ok::<(), bagan::simulate::SimulationError>(())
    /// ```
    #[must_use]
    pub fn to_toml(&self) -> String {
        // Strings, numbers and tables: nothing here can fail to serialise.
        let table = |assumed: &Self| ::toml::Table::try_from(assumed).unwrap_or_default();
        let (mut stated, defaults) = (table(self), table(&Self::default()));
        stated.retain(|key, value| defaults.get(key) != Some(value));
        ::toml::to_string(&stated).unwrap_or_default()
    }
}
