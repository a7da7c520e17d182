//! From the words of a title, or of a department, to what they say.

use std::sync::LazyLock;

use super::words::{Craft, Field, Rank, Says, WORDS};

/// The most words that one entry of the table holds.
const LONGEST: usize = 4;

/// The table by words, sorted.
static TABLE: LazyLock<Vec<(&str, &[Says])>> = LazyLock::new(|| {
    let mut table: Vec<_> =
        WORDS.iter().flat_map(|entry| entry.words.iter().map(move |&word| (word, entry.says))).collect();
    table.sort_unstable_by_key(|&(word, _)| word);
    table
});

/// What a title says, all in all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four things that a title may say, each apart from the others"
)]
pub(super) struct Parsed {
    pub(super) ranks: Vec<Rank>,
    pub(super) fields: Vec<Field>,
    pub(super) crafts: Vec<Craft>,
    pub(super) channels: Vec<&'static str>,
    pub(super) senior: bool,
    pub(super) aide: bool,
    pub(super) vacant: bool,
    /// Whether a word is not understood.
    pub(super) unknown: bool,
}

/// Writes a text as its words alone: in lower case, without punctuation, with one space between two.
pub(in super::super) fn normal(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            plain.extend(c.to_lowercase());
        } else if !plain.ends_with(' ') && !plain.is_empty() {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Reads a title that is [`normal`] already; the longest entry of the table wins at each word.
///
/// What is too long to be a title says nothing that is understood.
pub(super) fn parse(title: &str) -> Parsed {
    const LONGEST_TITLE: usize = 300;
    if LONGEST_TITLE < title.len() {
        return Parsed { unknown: true, ..Parsed::default() };
    }
    let words: Vec<&str> = title.split(' ').filter(|word| !word.is_empty()).collect();
    let words = without_superior(&words);
    let mut parsed = Parsed::default();
    let mut rest = words;
    while let [first, ..] = rest {
        let mut longest = (1..=LONGEST.min(rest.len())).rev();
        let found = longest.find_map(|length| Some((length, look_up(rest.get(..length)?)?)));
        match found {
            Some((_, says)) => says.iter().for_each(|&one| parsed.add(one)),
            None => parsed.unknown |= *first != "chief",
        }
        let length = found.map_or(1, |(length, _)| length);
        rest = rest.get(length..).unwrap_or_default();
    }
    if words.contains(&"chief") && words.contains(&"officer") && parsed.highest() < Some(Rank::Chief) {
        let marketing = parsed.fields.contains(&Field::Marketing);
        parsed.ranks.push(if marketing { Rank::MarketingChief } else { Rank::Chief });
    }
    parsed
}

/// Drops whom somebody assists: all that follows a `to`, unless it is the one of `go to market`.
fn without_superior<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let ends = |&at: &usize| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        words.get(at) == Some(&"to") && before.is_some_and(|&before| before != "go")
    };
    // The `to` itself stays, for it is what tells an assistant to somebody from one of a department.
    (0..words.len()).find(ends).and_then(|at| words.get(..=at)).unwrap_or(words)
}

fn look_up(words: &[&str]) -> Option<&'static [Says]> {
    let joined;
    let key = match words {
        [one] => *one,
        several => {
            joined = several.join(" ");
            &joined
        }
    };
    let found = TABLE.binary_search_by_key(&key, |&(word, _)| word).ok()?;
    TABLE.get(found).map(|&(_, says)| says)
}

impl Parsed {
    fn add(&mut self, says: Says) {
        match says {
            Says::Rank(rank) => self.ranks.push(rank),
            Says::Senior => self.senior = true,
            Says::Field(field) => self.fields.push(field),
            Says::Channel(channel) => {
                self.fields.push(Field::Marketing);
                if !self.channels.contains(&channel) {
                    self.channels.push(channel);
                }
            }
            Says::Craft(craft) => self.crafts.push(craft),
            Says::Aide => self.aide = true,
            Says::Vacant => self.vacant = true,
            Says::Nothing => {}
        }
    }

    /// Returns the highest rank.
    pub(super) fn highest(&self) -> Option<Rank> {
        self.ranks.iter().copied().max()
    }

    /// Returns what it is about: what goes before all else that is said of that.
    ///
    /// What is only near to marketing counts as marketing where nothing else is said, not even a word that is
    /// not understood.
    pub(super) fn field(&self) -> Option<Field> {
        match self.fields.iter().copied().min() {
            Some(Field::Near) if self.unknown => None,
            Some(Field::Near) => Some(Field::Marketing),
            field => field,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_in_two_entries_and_none_is_too_long() {
        for pair in TABLE.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{}", pair[0].0);
        }
        for (word, _) in TABLE.iter() {
            assert_eq!(*word, normal(word));
            assert!(word.split(' ').count() <= LONGEST, "{word}");
        }
    }

    #[test]
    fn the_longest_words_win() {
        assert_eq!(parse("vice president").ranks, [Rank::Vice]);
        assert_eq!(parse("lead generation lead").ranks, [Rank::Lead]);
        assert_eq!(parse("social media manager").channels, ["social-media"]);
    }

    #[test]
    fn whom_somebody_assists_does_not_count() {
        let parsed = parse("executive business partner to vp of product");
        assert_eq!((parsed.highest(), parsed.aide), (Some(Rank::Worker), true));
        assert!(parse("assistant to the cfo").aide);
        assert_eq!(parse("go to market manager").highest(), Some(Rank::Manager));
    }

    #[test]
    fn a_chief_of_anything_is_a_chief() {
        assert_eq!(parse("chief happiness officer").highest(), Some(Rank::Chief));
        assert_eq!(parse("chief growth and marketing officer").highest(), Some(Rank::MarketingChief));
        assert_eq!(parse("chief accountant").highest(), None);
    }

    #[test]
    fn what_is_near_to_marketing_needs_to_be_understood() {
        assert_eq!(parse("brand manager").field(), Some(Field::Marketing));
        assert_eq!(parse("digital forensics manager").field(), None);
        assert_eq!(parse("engineering manager growth").field(), Some(Field::Elsewhere));
        assert_eq!(parse("sales and marketing").field(), Some(Field::Marketing));
    }

    #[test]
    fn punctuation_is_no_part_of_a_title() {
        assert_eq!(normal("  (Interim) SEO/SEM-Manager, "), "interim seo sem manager");
        assert_eq!(normal("---"), "");
    }
}
