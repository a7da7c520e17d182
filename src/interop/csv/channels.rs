//! The channels of an export: `Paid Social`, `paid_social` and `PAID-SOCIAL` are one.

use indexmap::IndexMap;

use super::cell::says_nothing;
use super::roles::normal;
use crate::id::{IdError, Names, Sym, check_id};
use crate::org::OrgBuilder;

/// The channels that one distinct cell names.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    pub(super) channels: Vec<Sym>,
    pub(super) bad: Option<(String, IdError)>,
}

/// The distinct cells that name channels, each read once, and the channels of all of them.
#[derive(Debug, Default)]
pub(super) struct Channels {
    cells: Names,
    named: Vec<Named>,
    known: IndexMap<String, Sym>,
}

impl Channels {
    /// Returns the channels that a cell names, several being parted by `|`, `;`, `,` or a line break.
    pub(super) fn of_cell(&mut self, cell: &str, org: &mut OrgBuilder) -> &Named {
        let place = self.cells.intern(cell).index();
        if self.named.len() <= place {
            let mut named = Named::default();
            for part in cell.split(['|', ';', ',', '\n']).map(str::trim).filter(|part| !says_nothing(part)) {
                match self.channel(part, org) {
                    Ok(channel) if named.channels.contains(&channel) => {}
                    Ok(channel) => named.channels.push(channel),
                    Err(why) => named.bad = Some((part.to_owned(), why)),
                }
            }
            self.named.push(named);
        }
        self.named.get(place).unwrap_or(const { &Named { channels: Vec::new(), bad: None } })
    }

    /// Returns a channel by the text that names it, and states it the first time.
    pub(super) fn channel(&mut self, text: &str, org: &mut OrgBuilder) -> Result<Sym, IdError> {
        let words = normal(text).replace(' ', "-");
        let id = if words.is_empty() { text } else { &words };
        if let Some(&known) = self.known.get(id) {
            return Ok(known);
        }
        check_id(id)?;
        let reads_well = text.contains(|c: char| c.is_uppercase() || c.is_whitespace());
        org.channel(id, if reads_well { text } else { "" });
        let sym = org.names.intern(id);
        self.known.insert(id.to_owned(), sym);
        Ok(sym)
    }

    /// Returns whether no channel was named.
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_channel_are_one() {
        let (mut org, mut channels) = (OrgBuilder::new("o", "EUR"), Channels::default());
        let mut of = |cell: &str| channels.of_cell(cell, &mut org).channels.clone();
        let both = of("Paid Social|SEO");
        assert_eq!(both.len(), 2);
        assert_eq!(of("seo; PAID_SOCIAL ,paid-social"), [both[1], both[0]]);
        assert_eq!((of("none"), of(" | ")), (vec![], vec![]));
        let org = org.build().unwrap();
        let stated: Vec<_> = org.channels().map(|channel| (channel.id(), channel.name())).collect();
        assert_eq!(stated, [("paid-social", Some("Paid Social")), ("seo", Some("SEO"))]);
    }

    #[test]
    fn a_text_that_cannot_be_an_id_is_told() {
        let (mut org, mut channels) = (OrgBuilder::new("o", "EUR"), Channels::default());
        let named = channels.of_cell(&"x".repeat(300), &mut org);
        assert_eq!(named.bad.as_ref().map(|(_, why)| *why), Some(IdError::TooLong));
    }
}
