//! What all drafts share.

/// Declares a draft: the builder, borrowed while its last item is being stated.
macro_rules! draft {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name<'b> {
            builder: &'b mut $crate::org::builder::OrgBuilder,
        }

        impl<'b> $name<'b> {
            pub(crate) fn new(builder: &'b mut $crate::org::builder::OrgBuilder) -> Self {
                Self { builder }
            }
        }
    };
}

pub(crate) use draft;
