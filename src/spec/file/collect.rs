//! All faults of a file, from the grammar to what keeps the org from being built, each of them once.

use indexmap::IndexSet;

use crate::org::{BuildError, Fault, Kind, Path, Segment};
use crate::spec::decode::{Decoder, Mark};
use crate::spec::fault::SpecFault;
use crate::spec::file::error::{FileError, FileErrors, FileFault};
use crate::spec::file::org_file::OrgFile;
use crate::spec::reading::Faults;
use crate::spec::tree::Span;

/// How many build errors are kept; beyond that they are counted.
const KEPT: usize = 10_000;

/// The faults of a file with their places, in any order yet.
pub(super) struct Collector<'f> {
    file: &'f OrgFile,
    found: Vec<((u32, Path), FileError)>,
    omitted: usize,
}

impl<'f> Collector<'f> {
    pub(super) fn new(file: &'f OrgFile) -> Self {
        Self { file, found: Vec::new(), omitted: 0 }
    }

    /// Returns the errors in the order of their places.
    pub(super) fn finish(mut self) -> FileErrors {
        self.found.sort_by(|(a, _), (b, _)| a.cmp(b));
        FileErrors::new(self.found.into_iter().map(|(_, error)| error).collect(), self.omitted)
    }

    fn add(&mut self, order: u32, at: Path, span: Option<Span>, what: FileFault) {
        let location = span.map(|span| self.file.location(span));
        let order = (span.map_or(order, |span| span.start), at.clone());
        self.found.push((order, FileError { file: self.file.name().into(), at, location, what }));
    }

    /// Adds where the text breaks the grammar.
    pub(super) fn syntax(&mut self, faults: Faults) {
        self.omitted += faults.more;
        for fault in faults.list {
            let what = FileFault::Syntax { message: fault.message, help: fault.help };
            self.add(0, Path::new(), Some(fault.span), what);
        }
    }

    /// Adds what the decoder noted.
    pub(super) fn shape(&mut self, decoder: Decoder) {
        self.omitted += decoder.more;
        for problem in decoder.problems {
            let (node, span) = match problem.mark {
                Mark::Value(node) => (node, self.file.value_span(node)),
                Mark::Key(node) => (node, self.file.key_span(node)),
                #[cfg(feature = "toml")]
                Mark::Again { first, at } => (first, Some(at)),
            };
            let mut what = problem.what;
            if let SpecFault::RepeatedKey { first_line, .. } = &mut what {
                *first_line = self.file.key_span(node).map(|span| self.file.line(span));
            }
            let order = u32::try_from(node.index()).unwrap_or(u32::MAX);
            self.add(order, problem.at, span, what.into());
        }
    }

    /// Adds what keeps the org from being built.
    pub(super) fn build(&mut self, errors: impl IntoIterator<Item = BuildError>) {
        for error in errors {
            if KEPT <= self.found.len() {
                self.omitted += 1;
                continue;
            }
            let node = self.file.nearest(&error.at);
            let order = u32::try_from(node.index()).unwrap_or(u32::MAX);
            self.add(order, error.at.clone(), self.file.value_span(node), FileFault::Build(error));
        }
    }
}

/// What is known to be wrong before anything is built; a build error that follows from it is no news.
pub(super) struct Known {
    places: IndexSet<Box<[Segment]>>,
    in_part: bool,
}

impl Known {
    pub(super) fn of(decoder: &Decoder) -> Self {
        let place = |at: &Path| at.segments().into();
        let noted = decoder.problems.iter().map(|problem| &problem.at);
        Self { places: noted.chain(&decoder.unread).map(place).collect(), in_part: decoder.in_part }
    }

    /// Returns whether an error says something that is not known yet.
    pub(super) fn is_news(&self, error: &BuildError) -> bool {
        let at = error.at.segments();
        let above = (0..=at.len()).filter_map(|len| at.get(..len));
        if above.into_iter().any(|above| self.places.contains(above)) {
            return false;
        }
        match &error.what {
            // The id may be stated where the file could not be read.
            Fault::UnknownId { kind, .. } => !self.in_part && !self.holds(&Path::new().key(section(*kind))),
            Fault::FailsWith { .. } => {
                let outcome = at.len().checked_sub(1).and_then(|len| at.get(..len)).unwrap_or_default();
                let rests_on = [outcome, &[Segment::Key("rests-on".into())]].concat();
                !self.in_part && !self.places.contains(rests_on.as_slice())
            }
            Fault::InvalidId { .. } | Fault::DuplicateId { .. } => !self.holds(&error.at.clone().key("id")),
            Fault::RoleWithoutClass { .. } => !self.in_part && !self.holds(&error.at.clone().key("class")),
            _ => true,
        }
    }

    fn holds(&self, path: &Path) -> bool {
        self.places.contains(path.segments())
    }
}

/// Returns the section that states things of a kind.
fn section(kind: Kind) -> &'static str {
    match kind {
        Kind::Position | Kind::Person => "positions",
        Kind::Channel => "channels",
        Kind::Role => "roles",
        Kind::Outcome => "outcomes",
        Kind::Kpi => "kpis",
        Kind::Platform => "platforms",
    }
}
