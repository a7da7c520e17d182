//! [`OrgFile`]: from bytes to an org, with the way back to the text.

use std::sync::{Arc, OnceLock};

use crate::org::{BuildError, BuildErrors, Org, Path};
use crate::spec::decode::{Decoder, Mark};
use crate::spec::fault::SpecFault;
use crate::spec::file::bytes;
use crate::spec::file::collect::{Collector, Known};
use crate::spec::file::error::FileErrors;
use crate::spec::file::format::Format;
use crate::spec::file::lines::Lines;
use crate::spec::file::location::Location;
use crate::spec::reading::{Faults, Reading};
use crate::spec::tree::{NodeId, Span, Tree};
use crate::spec::wire::OrgSpec;

/// An org file that has been read: what it states, and where in the text.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use bagan::{Format, OrgFile, Subject};
///
/// let text = "\
/// format = 1
/// [organization]
/// name = 'Nusantara Retail'
/// currency = 'IDR'
/// [positions.dmm]
/// role = 'digital-marketing-manager'
/// ";
/// let file = OrgFile::parse("org.toml", text.as_bytes(), Format::Toml)?;
/// let org = file.build()?;
/// let dmm = org.position("dmm").ok_or("no such position")?;
/// let place = file.locate(&org.file_path(dmm.into()).key("budget")).ok_or("no such place")?;
/// assert_eq!((place.line(), place.text()), (5, "[positions.dmm]"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct OrgFile {
    name: Box<str>,
    format: Format,
    text: Arc<str>,
    tree: Tree,
    lines: OnceLock<Lines>,
    spec: OrgSpec,
}

impl OrgFile {
    /// Reads a file; its name goes into messages.
    ///
    /// Takes UTF-8 with or without a byte order mark. Costs O(n).
    ///
    /// # Errors
    /// Everything that is wrong, at once: where the text breaks the grammar, keys and values that an org file does
    /// not have, and, as far as it can be told in spite of these, what would keep the org from being built.
    pub fn parse(name: &str, bytes: &[u8], format: Format) -> Result<Self, FileErrors> {
        let (mut file, mut decoder, faults) = Self::read(name, bytes, format)?;
        file.spec = OrgSpec::decode(&mut decoder, file.tree.root());
        if faults.list.is_empty() && decoder.problems.is_empty() {
            return Ok(file);
        }
        let mut all = Collector::new(&file);
        all.build(file.news(&decoder));
        all.syntax(faults);
        all.shape(decoder);
        Err(all.finish())
    }

    /// Reads a file that is written in one of the formats and is no org file: `decode` makes a value of it, and
    /// `check` says what the value refers to and there is not.
    ///
    /// # Errors
    /// Everything that is wrong, at once, with its place.
    #[cfg(all(feature = "csv", feature = "toml"))]
    pub(crate) fn parse_other<T>(
        name: &str,
        bytes: &[u8],
        format: Format,
        decode: impl FnOnce(&mut Decoder, crate::spec::tree::Node<'_>) -> T,
        check: impl FnOnce(&T) -> Vec<BuildError>,
    ) -> Result<T, FileErrors> {
        let (file, mut decoder, faults) = Self::read(name, bytes, format)?;
        let value = decode(&mut decoder, file.tree.root());
        let known = Known::of(&decoder);
        let unmet: Vec<_> = check(&value).into_iter().filter(|error| known.is_news(error)).collect();
        if faults.list.is_empty() && decoder.problems.is_empty() && unmet.is_empty() {
            return Ok(value);
        }
        let mut all = Collector::new(&file);
        all.build(unmet);
        all.syntax(faults);
        all.shape(decoder);
        Err(all.finish())
    }

    /// Reads a file as a tree, with nothing made of it yet, and notes the keys that it repeats.
    fn read(name: &str, bytes: &[u8], format: Format) -> Result<(Self, Decoder, Faults), FileErrors> {
        let text = bytes::decode(name, bytes)?;
        let Reading { tree, repeated, faults, in_part } = match format {
            #[cfg(feature = "toml")]
            Format::Toml => crate::spec::toml::read(&text),
            #[cfg(feature = "json")]
            Format::Json => crate::spec::json::read(&text),
        };
        let mut decoder = Decoder::new(in_part);
        for key in repeated {
            let mark = match key.again {
                #[cfg(feature = "toml")]
                Some(at) => Mark::Again { first: key.first, at },
                _ => Mark::Key(key.first),
            };
            decoder.repeated(tree.node(key.first), mark);
        }
        let (name, lines, spec) = (name.into(), OnceLock::new(), OrgSpec::default());
        Ok((Self { name, format, text, tree, lines, spec }, decoder, faults))
    }

    /// Returns what building would say that the decoder did not.
    fn news(&self, decoder: &Decoder) -> Vec<BuildError> {
        let is_newer = |what: &SpecFault| matches!(what, SpecFault::NewerFormat { .. });
        if decoder.more != 0 || decoder.problems.iter().any(|problem| is_newer(&problem.what)) {
            return Vec::new();
        }
        let known = Known::of(decoder);
        let errors = Org::try_from(&self.spec).err();
        errors.into_iter().flatten().filter(|error| known.is_news(error)).collect()
    }

    /// Returns the name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Returns what the file states.
    pub fn spec(&self) -> &OrgSpec {
        &self.spec
    }

    /// Returns what the file states, to edit it.
    pub fn into_spec(self) -> OrgSpec {
        self.spec
    }

    /// Builds the org.
    ///
    /// # Errors
    /// Everything that keeps it from being one, at once, with the places.
    pub fn build(&self) -> Result<Org, FileErrors> {
        Org::try_from(&self.spec).map_err(|errors| self.locate_all(errors))
    }

    fn locate_all(&self, errors: BuildErrors) -> FileErrors {
        let mut all = Collector::new(self);
        all.build(errors);
        all.finish()
    }

    /// Returns where a path stands in the text, or else the nearest thing above it; none in a JSON file, whose
    /// places are the paths themselves.
    ///
    /// A table is where its header is, or its key if it has no header. Costs O(path) after O(n) once.
    pub fn locate(&self, path: &Path) -> Option<Location> {
        self.value_span(self.nearest(path)).map(|span| self.location(span))
    }

    pub(super) fn nearest(&self, path: &Path) -> NodeId {
        self.tree.nearest(path).id()
    }

    pub(super) fn location(&self, span: Span) -> Location {
        self.lines().location(&self.text, span)
    }

    pub(super) fn line(&self, span: Span) -> usize {
        self.lines().line(span.start)
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }

    /// Returns where a node stands, if the format can tell.
    pub(super) fn value_span(&self, id: NodeId) -> Option<Span> {
        self.tree.node(id).span()
    }

    /// Returns where the key of a node stands, if the format can tell.
    pub(super) fn key_span(&self, id: NodeId) -> Option<Span> {
        self.tree.node(id).key_span()
    }
}
