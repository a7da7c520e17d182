//! What all views share.

/// Declares a view: an org and a handle, equal when both are the same.
macro_rules! view {
    ($(#[$meta:meta])* $name:ident, $handle:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy)]
        pub struct $name<'o> {
            org: &'o Org,
            ix: $handle,
        }

        impl<'o> $name<'o> {
            pub(crate) fn new(org: &'o Org, ix: $handle) -> Self {
                Self { org, ix }
            }

            /// Returns the org that it is a part of.
            #[must_use]
            pub fn org(self) -> &'o Org {
                self.org
            }

            /// Returns the handle, which finds this again in the same org.
            #[must_use]
            pub fn ix(self) -> $handle {
                self.ix
            }
        }

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                std::ptr::eq(self.org, other.org) && self.ix == other.ix
            }
        }

        impl Eq for $name<'_> {}

        impl std::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.org.path(self.ix.into()))
            }
        }

        impl From<$name<'_>> for $crate::org::Subject {
            fn from(view: $name<'_>) -> Self {
                view.ix.into()
            }
        }
    };
}

pub(crate) use view;
