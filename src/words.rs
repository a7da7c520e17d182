//! Closed vocabularies: enums whose values are written as kebab-case words in files and messages.
//!
//! Owns [`UnknownWord`] and the crate-private `word_enum!`. Every closed vocabulary of the crate is
//! declared through it, so that parsing, printing, serde and the list of all words never drift apart.

use thiserror::Error;

/// A word that a closed vocabulary does not have.
///
/// ```
/// use bagan::Risk;
///
/// let error = "hihg".parse::<Risk>().unwrap_err();
/// assert_eq!(error.word, "hihg");
/// assert_eq!(error.to_string(), "`hihg` is not a risk: expected `low`, `medium` or `high`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{word}` is not a {what}: expected {}", list(.expected))]
#[non_exhaustive]
pub struct UnknownWord {
    /// What the word should have been, such as `risk`.
    pub what: &'static str,
    /// The word as it stands in the input.
    pub word: String,
    /// Every word that the vocabulary has, in its own order.
    pub expected: &'static [&'static str],
}

impl UnknownWord {
    /// Makes the error for `word`; for the types that `word_enum!` declares.
    pub(crate) fn new(what: &'static str, word: &str, expected: &'static [&'static str]) -> Self {
        Self { what, word: word.to_owned(), expected }
    }
}

/// Writes "`a`, `b` or `c`".
fn list(words: &[&str]) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        let between = match index {
            0 => "",
            _ if index + 1 == words.len() => " or ",
            _ => ", ",
        };
        text.push_str(between);
        text.push('`');
        text.push_str(word);
        text.push('`');
    }
    text
}

/// Declares an enum of words: `as_str`, `ALL`, `Display`, `FromStr` and serde, from one list.
macro_rules! word_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident ($what:literal) {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            const WORDS: &'static [&'static str] = &[ $( $word, )+ ];

            /// Returns the word that stands for this value in files and messages.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $( $word => Ok(Self::$variant), )+
                    _ => Err($crate::words::UnknownWord::new($what, word, Self::WORDS)),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                word.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use word_enum;

#[cfg(test)]
mod tests {
    #![expect(unreachable_pub, reason = "the macro makes every vocabulary public")]

    word_enum! {
        /// Three words.
        pub enum Colour ("colour") {
            /// Red.
            Red = "red",
            /// Green.
            DeepGreen = "deep-green",
            /// Blue.
            Blue = "blue",
        }
    }

    #[test]
    fn words_parse_to_the_values_that_print_them() {
        for value in Colour::ALL {
            assert_eq!(value.to_string().parse::<Colour>(), Ok(*value));
        }
    }

    #[test]
    fn an_unknown_word_names_itself_and_the_words_there_are() {
        let error = "Red".parse::<Colour>().unwrap_err();
        assert_eq!(error.to_string(), "`Red` is not a colour: expected `red`, `deep-green` or `blue`");
    }
}
