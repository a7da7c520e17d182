//! The typed facts of a finding.

use std::borrow::Cow;

use crate::calendar::{Date, Window};
use crate::money::{Money, Quantity};
use crate::org::{Channel, Delegation, Kpi, Org, Outcome, Position, Role, Subject};
use crate::role::RoleClass;

/// One fact of a finding; how it reads is the renderer's affair.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// Something in the org.
    Subject(Subject),
    /// A person, by id.
    Person(Box<str>),
    /// An amount in minor units of the org's currency.
    Money(Money),
    /// So many things, with their name in singular and plural.
    Count(u64, &'static str, &'static str),
    /// A day.
    Date(Date),
    /// An exact figure without a currency.
    Quantity(Quantity),
    /// A word of a closed vocabulary, such as a role class or a window.
    Word(&'static str),
    /// Text of the user's, such as a rule name that is unknown.
    Text(Cow<'static, str>),
    /// Several facts of one kind, in the order in which they read.
    List(Vec<Value>),
}

impl Value {
    /// Makes a count: `Value::count(3, "direct report", "direct reports")`.
    #[must_use]
    pub fn count(count: usize, one: &'static str, many: &'static str) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX), one, many)
    }

    /// Makes a person from an id.
    #[must_use]
    pub fn person(id: &str) -> Self {
        Self::Person(id.into())
    }

    /// Makes a list, in the order of the ids: the order in which an org was stated does not reach the user.
    #[must_use]
    pub fn list<V: Into<Self>>(org: &Org, values: impl IntoIterator<Item = V>) -> Self {
        let mut values: Vec<Self> = values.into_iter().map(Into::into).collect();
        values.sort_by_cached_key(|value| value.sort_key(org));
        Self::List(values)
    }

    /// Returns a text that orders facts whatever order the org was stated in.
    pub(crate) fn sort_key(&self, org: &Org) -> String {
        match self {
            Self::Subject(subject) => org.path(*subject).to_string(),
            Self::Money(money) => format!("{:020}", money.minor()),
            Self::Count(count, ..) => format!("{count:020}"),
            Self::Date(date) => date.to_string(),
            Self::Quantity(quantity) => format!("{:040}", quantity.millionths()),
            Self::Word(word) => (*word).to_owned(),
            Self::Person(text) => text.to_string(),
            Self::Text(text) => text.to_string(),
            Self::List(values) => values.iter().map(|value| value.sort_key(org) + "\n").collect(),
        }
    }
}

macro_rules! value_from {
    ($($type:ty => |$value:ident| $made:expr;)+) => {
        $(impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $made
            }
        })+
    };
}

value_from!(
    Subject => |subject| Self::Subject(subject);
    Position<'_> => |view| Self::Subject(view.into());
    Channel<'_> => |view| Self::Subject(view.into());
    Role<'_> => |view| Self::Subject(view.into());
    Delegation<'_> => |view| Self::Subject(view.into());
    Outcome<'_> => |view| Self::Subject(view.into());
    Kpi<'_> => |view| Self::Subject(view.into());
    Money => |money| Self::Money(money);
    Date => |date| Self::Date(date);
    Quantity => |quantity| Self::Quantity(quantity);
    RoleClass => |class| Self::Word(class.as_str());
    Window => |window| Self::Word(window.as_str());
    &'static str => |text| Self::Text(Cow::Borrowed(text));
    String => |text| Self::Text(Cow::Owned(text));
);
