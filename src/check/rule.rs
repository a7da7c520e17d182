//! What a rule is, and what is known of it without running it.

use crate::check::context::Context;
use crate::org::{Level, Profile};

/// A check that an org may pass or fail.
///
/// The built-in rules are listed in [`rules::ALL`](crate::rules::ALL). A rule of your own runs beside them:
///
/// ```
/// use bagan::{Check, Context, Finding, Level, OrgBuilder, Rule, RuleInfo, parse_date};
///
/// /// A house rule: nobody works alone.
/// struct Alone;
///
/// impl Rule for Alone {
///     fn info(&self) -> &'static RuleInfo {
///         static INFO: RuleInfo =
///             RuleInfo::new("ACME001", "alone", "Finds positions that work with nobody.").at(Level::Warn);
///         &INFO
///     }
///
///     fn check(&self, cx: &mut Context<'_, '_>) {
///         for position in cx.org().positions() {
///             if position.works_with().next().is_none() {
///                 cx.report(Finding::at(position).says("{at} works with nobody"));
///             }
///         }
///     }
/// }
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("copywriter", "copywriter").holder("ayu");
/// let org = org.build()?;
///
/// let report = Check::standard(parse_date("2026-07-01")?).rule(&Alone).run(&org);
/// assert_eq!(report.by_rule("alone").count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Rule: Sync {
    /// Returns the code, the name, the levels and the explanation.
    fn info(&self) -> &'static RuleInfo;

    /// Looks at the org and reports what it finds.
    fn check(&self, cx: &mut Context<'_, '_>);
}

/// What is known of a rule without running it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleInfo {
    /// A stable code: three or more letters for the family, three digits.
    pub code: &'static str,
    /// A name in kebab-case that reads "allow …".
    pub name: &'static str,
    /// The level in each profile.
    pub levels: Levels,
    /// The version that the rule came with.
    pub since: &'static str,
    /// The explanation, as Markdown; its first line says in one sentence what the rule finds.
    pub docs: &'static str,
    /// When the rule runs.
    pub phase: Phase,
}

/// When a rule runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// With all others.
    Check,
    /// After all others, to look at what became of their findings.
    Review,
}

/// The level of a rule in each profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels {
    /// In [`Profile::Startup`].
    pub startup: Level,
    /// In [`Profile::ScaleUp`].
    pub scale_up: Level,
    /// In [`Profile::Audited`].
    pub audited: Level,
}

impl Levels {
    /// Makes the same level for every profile.
    #[must_use]
    pub const fn all(level: Level) -> Self {
        Self { startup: level, scale_up: level, audited: level }
    }

    /// Returns the level in a profile.
    #[must_use]
    pub const fn of(self, profile: Profile) -> Level {
        match profile {
            Profile::Startup => self.startup,
            Profile::ScaleUp => self.scale_up,
            Profile::Audited => self.audited,
        }
    }
}

impl RuleInfo {
    /// Describes a rule of your own; it warns in every profile unless [`Self::at`] says otherwise.
    #[must_use]
    pub const fn new(code: &'static str, name: &'static str, docs: &'static str) -> Self {
        Self { code, name, levels: Levels::all(Level::Warn), since: "", docs, phase: Phase::Check }
    }

    /// Sets one level for every profile.
    #[must_use]
    pub const fn at(mut self, level: Level) -> Self {
        self.levels = Levels::all(level);
        self
    }

    /// Sets the level for each profile.
    #[must_use]
    pub const fn levels(mut self, levels: Levels) -> Self {
        self.levels = levels;
        self
    }

    /// Returns the first sentence of the explanation.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.docs.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default()
    }

    /// Returns the family: the letters of the code.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.code.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    /// Returns whether `word` is the code or the name.
    #[must_use]
    pub fn is_called(&self, word: &str) -> bool {
        self.name == word || self.code == word
    }
}
