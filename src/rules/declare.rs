//! How a built-in rule is declared.

/// Declares a rule from its doc comment, its code, name and levels; the file's `fn check` does the work.
///
/// The doc comment goes both to rustdoc, where its examples run, and to `explain`.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        pub struct $rule:ident {
            code: $code:literal,
            name: $name:literal,
            levels: { startup: $startup:ident, scale_up: $scale_up:ident, audited: $audited:ident },
            since: $since:literal $(,)?
        }
    ) => {
        $crate::rules::declare_rule! {
            $(#[doc = $doc])+
            pub struct $rule {
                code: $code,
                name: $name,
                levels: { startup: $startup, scale_up: $scale_up, audited: $audited },
                since: $since,
                phase: Check,
            }
        }
    };
    (
        $(#[doc = $doc:literal])+
        pub struct $rule:ident {
            code: $code:literal,
            name: $name:literal,
            levels: { startup: $startup:ident, scale_up: $scale_up:ident, audited: $audited:ident },
            since: $since:literal,
            phase: $phase:ident $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy)]
        pub struct $rule;

        impl $crate::check::Rule for $rule {
            fn info(&self) -> &'static $crate::check::RuleInfo {
                static INFO: $crate::check::RuleInfo = $crate::check::RuleInfo {
                    code: $code,
                    name: $name,
                    levels: $crate::check::Levels {
                        startup: $crate::org::Level::$startup,
                        scale_up: $crate::org::Level::$scale_up,
                        audited: $crate::org::Level::$audited,
                    },
                    since: $since,
                    docs: concat!($($doc, "\n"),+),
                    phase: $crate::check::Phase::$phase,
                };
                &INFO
            }

            fn check(&self, cx: &mut $crate::check::Context<'_, '_>) {
                check(cx);
            }
        }
    };
}

pub(crate) use declare_rule;
