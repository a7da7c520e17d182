//! From any self-describing format that serde speaks to a tree.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::spec::tree::{Content, NodeId, Scalar, Step, Tree};

/// How deep values may nest; an org file needs four levels.
pub(crate) const DEPTH: usize = 64;

/// How some formats hand over a scalar that serde has no type for: as a table of this one key.
const DISGUISES: [(&str, Scalar); 2] =
    [("$__toml_private_datetime", Scalar::DateTime), ("$serde_json::private::Number", Scalar::Integer)];

/// Reads a whole file: the tree, and for each key that is stated again the value that it had first.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(Tree, Vec<NodeId>), D::Error> {
    let mut growth = Growth::default();
    Seed { growth: &mut growth, at: At::Root, depth: 0 }.deserialize(deserializer)?;
    Ok((growth.tree, growth.repeated))
}

/// What has been read so far.
#[derive(Debug)]
pub(crate) struct Growth {
    pub(crate) tree: Tree,
    pub(crate) repeated: Vec<NodeId>,
}

impl Default for Growth {
    fn default() -> Self {
        Self { tree: Tree::new("".into()), repeated: Vec::new() }
    }
}

impl Growth {
    /// Reads a value as the whole file; what was read before an error stays.
    #[cfg(feature = "json")]
    pub(crate) fn read<'de, D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        Seed { growth: self, at: At::Root, depth: 0 }.deserialize(deserializer)
    }

    /// Puts a value where it belongs, and returns its node.
    fn put<E: Error>(&mut self, at: &At<'_>, content: Content) -> Result<NodeId, E> {
        let added = match at {
            At::Root => {
                self.tree.set(NodeId::ROOT, content);
                Some(NodeId::ROOT)
            }
            At::Item(list) => self.tree.push(*list, content),
            At::Key(table, key) => {
                let key = self.tree.keep(key);
                key.and_then(|key| self.tree.add(*table, Step::Key(key), content))
            }
        };
        added.ok_or_else(|| E::custom("the input is larger than 4 GiB"))
    }
}

/// Where a value belongs.
enum At<'k> {
    Root,
    Item(NodeId),
    Key(NodeId, &'k str),
}

struct Seed<'g, 'k> {
    growth: &'g mut Growth,
    at: At<'k>,
    depth: usize,
}

impl Seed<'_, '_> {
    fn scalar<E: Error>(self, scalar: Scalar, text: &str) -> Result<(), E> {
        let content = self.growth.tree.scalar(scalar, text);
        self.growth.put(&self.at, content)?;
        Ok(())
    }

    fn check_depth<E: Error>(&self) -> Result<(), E> {
        if self.depth < DEPTH {
            return Ok(());
        }
        Err(E::custom(format_args!("values nest more than {DEPTH} levels deep")))
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an org file")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Scalar::Boolean, if value { "true" } else { "false" })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.scalar(Scalar::Integer, &value.to_string())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.scalar(Scalar::Integer, &value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.scalar(Scalar::Integer, &value.to_string())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.scalar(Scalar::Integer, &value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.scalar(Scalar::Float, &format!("{value:?}"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Scalar::Text, text)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null, "null")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null, "null")
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.check_depth()?;
        let list = self.growth.put(&self.at, Content::List)?;
        let depth = self.depth + 1;
        while items.next_element_seed(Seed { growth: self.growth, at: At::Item(list), depth })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        self.check_depth()?;
        let mut key = entries.next_key::<String>()?;
        if let Some((_, scalar)) = DISGUISES.iter().find(|(disguise, _)| key.as_deref() == Some(disguise)) {
            let text: String = entries.next_value()?;
            let is_float = *scalar == Scalar::Integer && text.contains(['.', 'e', 'E']);
            return self.scalar(if is_float { Scalar::Float } else { *scalar }, &text);
        }
        let table = self.growth.put(&self.at, Content::Table)?;
        let depth = self.depth + 1;
        while let Some(name) = key {
            if let Some(first) = self.growth.tree.find(table, &name) {
                self.growth.repeated.push(first);
                entries.next_value::<IgnoredAny>()?;
            } else {
                let at = At::Key(table, &name);
                entries.next_value_seed(Seed { growth: self.growth, at, depth })?;
            }
            key = entries.next_key()?;
        }
        Ok(())
    }
}
