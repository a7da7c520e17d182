//! What a rule reports: about what, which facts, and the sentence that they go into.

use std::borrow::Cow;

use indexmap::IndexSet;

use crate::check::value::Value;
use crate::org::Subject;

/// How many facts a finding has room for at first.
const USUAL_FACTS: usize = 3;

/// One thing that a rule found.
///
/// The sentence is a template: `{at}` stands for what the finding is about, `{name}` for the fact of that name.
///
/// ```
/// use bagan::{Finding, Money, OrgBuilder, Value};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("dmm", "digital-marketing-manager").budget(100);
/// let org = org.build()?;
/// let dmm = org.position("dmm").ok_or("no such position")?;
///
/// let finding = Finding::at(dmm)
///     .fact("held", dmm.budget().unwrap_or_default())
///     .says("{at} holds {held}");
/// assert_eq!(finding.get("held"), Some(&Value::Money(Money::from_minor(10_000))));
/// assert_eq!(finding.message(&org), "`dmm` holds IDR 100");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    at: Subject,
    field: Cow<'static, str>,
    facts: Vec<(&'static str, Value)>,
    says: Cow<'static, str>,
    help: Cow<'static, str>,
}

impl Finding {
    /// Begins a finding about something in the org.
    #[must_use]
    pub fn at(subject: impl Into<Subject>) -> Self {
        let none = Cow::Borrowed("");
        Self { at: subject.into(), field: none.clone(), facts: Vec::new(), says: none.clone(), help: none }
    }

    /// Points at one field, such as `reports-to` or `limits.week`.
    #[must_use]
    pub fn field(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.field = field.into();
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn fact(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        // Most findings have one fact to three, and there may be a million findings: one allocation is enough.
        if self.facts.is_empty() {
            self.facts.reserve_exact(USUAL_FACTS);
        }
        self.facts.push((name, value.into()));
        self
    }

    /// Sets the sentence: lower case, no final stop.
    #[must_use]
    pub fn says(mut self, template: impl Into<Cow<'static, str>>) -> Self {
        self.says = template.into();
        self
    }

    /// Sets how to mend it, as a template too.
    #[must_use]
    pub fn help(mut self, template: impl Into<Cow<'static, str>>) -> Self {
        self.help = template.into();
        self
    }

    /// Returns what the finding is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.at
    }

    /// Returns the field that it points at; empty if at the whole.
    #[must_use]
    pub fn field_name(&self) -> &str {
        &self.field
    }

    /// Returns everything that the finding names, each once: what it is about first, then what its facts name.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let named = self.facts.iter().flat_map(|(_, value)| match value {
            Value::List(values) => values.as_slice(),
            value => std::slice::from_ref(value),
        });
        let mut subjects = IndexSet::from([self.at]);
        subjects.extend(named.filter_map(|value| match value {
            Value::Subject(subject) => Some(*subject),
            _ => None,
        }));
        subjects.into_iter()
    }

    /// Returns the facts, in the order stated.
    #[must_use]
    pub fn facts(&self) -> &[(&'static str, Value)] {
        &self.facts
    }

    /// Returns the fact of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.facts.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Returns the sentence as a template.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.says
    }

    /// Returns the help as a template; empty if there is none.
    #[must_use]
    pub fn help_template(&self) -> &str {
        &self.help
    }
}
