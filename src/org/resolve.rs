//! From symbols to handles: what each id names, and the errors for those that name nothing.

use crate::id::{Names, Sym, check_id, most_similar};
use crate::org::error::{BuildError, Fault, Kind};
use crate::org::index::{ChannelIx, KpiIx, OutcomeIx, PlatformIx, PositionIx, RoleIx};
use crate::org::path::Path;

/// How many unknown ids get a suggestion, and among how many known ones it is looked for.
const SUGGESTIONS: usize = 20;
const CANDIDATES: usize = 50_000;

/// Which thing of one kind a symbol names.
#[derive(Debug, Clone)]
pub(crate) struct Lookup<Ix> {
    found: Vec<Option<Ix>>,
    len: usize,
}

impl<Ix> Default for Lookup<Ix> {
    fn default() -> Self {
        Self { found: Vec::new(), len: 0 }
    }
}

impl<Ix: Copy> Lookup<Ix> {
    /// Says what `sym` names; returns what it named before, and leaves it so.
    pub(crate) fn insert(&mut self, sym: Sym, ix: Ix) -> Option<Ix> {
        if self.found.len() <= sym.index() {
            self.found.resize(sym.index() + 1, None);
        }
        let slot = self.found.get_mut(sym.index())?;
        if slot.is_none() {
            *slot = Some(ix);
            self.len += 1;
            return None;
        }
        *slot
    }

    /// Returns what `sym` names.
    pub(crate) fn get(&self, sym: Sym) -> Option<Ix> {
        self.found.get(sym.index()).copied().flatten()
    }

    /// Returns what the id `text` names.
    pub(crate) fn find(&self, names: &Names, text: &str) -> Option<Ix> {
        names.get(text).and_then(|sym| self.get(sym))
    }
}

/// The state of one build: every id that is known, and every fault found so far.
pub(crate) struct Resolver {
    pub(crate) names: Names,
    pub(crate) positions: Lookup<PositionIx>,
    pub(crate) channels: Lookup<ChannelIx>,
    pub(crate) roles: Lookup<RoleIx>,
    pub(crate) outcomes: Lookup<OutcomeIx>,
    pub(crate) kpis: Lookup<KpiIx>,
    pub(crate) platforms: Lookup<PlatformIx>,
    pub(crate) errors: Vec<BuildError>,
    suggestions: usize,
}

macro_rules! resolve {
    ($($method:ident: $ix:ident = $table:ident, $kind:expr;)+) => {
        impl Resolver {
            $(
                /// Returns what `sym` names; if nothing, notes that at the path, and returns a stand-in.
                pub(crate) fn $method(&mut self, sym: Sym, at: impl FnOnce(&Names) -> Path) -> $ix {
                    match self.$table.get(sym) {
                        Some(ix) => ix,
                        None => {
                            self.unknown($kind, sym, at);
                            $ix::new(0)
                        }
                    }
                }
            )+
        }
    };
}

resolve! {
    position: PositionIx = positions, Kind::Position;
    channel: ChannelIx = channels, Kind::Channel;
    role: RoleIx = roles, Kind::Role;
    outcome: OutcomeIx = outcomes, Kind::Outcome;
    kpi: KpiIx = kpis, Kind::Kpi;
    platform: PlatformIx = platforms, Kind::Platform;
}

impl Resolver {
    pub(crate) fn new(names: Names, errors: Vec<BuildError>) -> Self {
        Self {
            names,
            positions: Lookup::default(),
            channels: Lookup::default(),
            roles: Lookup::default(),
            outcomes: Lookup::default(),
            kpis: Lookup::default(),
            platforms: Lookup::default(),
            errors,
            suggestions: SUGGESTIONS,
        }
    }

    /// Notes a fault.
    pub(crate) fn fault(&mut self, at: Path, what: Fault) {
        self.errors.push(BuildError { at, what });
    }

    /// Returns the text of a symbol.
    pub(crate) fn text(&self, sym: Sym) -> String {
        self.names.resolve(sym).to_owned()
    }

    /// Checks that the text of `sym` can be an id.
    pub(crate) fn check_id(&mut self, kind: Kind, sym: Sym, at: impl FnOnce(&Names) -> Path) {
        if let Err(why) = check_id(self.names.resolve(sym)) {
            let (at, id) = (at(&self.names), self.text(sym));
            self.fault(at, Fault::InvalidId { kind, id, why });
        }
    }

    /// Checks that a list names nothing twice, and not `own`.
    pub(crate) fn check_list(
        &mut self,
        kind: Kind,
        list: &[Sym],
        own: Option<Sym>,
        at: impl Fn(&Names) -> Path,
    ) {
        for (index, &sym) in list.iter().enumerate() {
            if own == Some(sym) {
                let id = self.text(sym);
                self.fault(at(&self.names).index(index), Fault::SelfReference { kind, id });
            }
        }
        // Lists are short, and sorting costs more than looking back; a long one is sorted.
        let repeated: Vec<usize> = if list.len() <= 16 {
            (0..list.len()).filter(|&i| list.iter().take(i).any(|sym| list.get(i) == Some(sym))).collect()
        } else {
            let mut places: Vec<(Sym, usize)> = list.iter().copied().zip(0..).collect();
            places.sort_unstable();
            places
                .windows(2)
                .filter_map(|pair| match pair {
                    [(a, _), (b, place)] if a == b => Some(*place),
                    _ => None,
                })
                .collect()
        };
        for place in repeated {
            if let Some(&sym) = list.get(place) {
                let id = self.text(sym);
                self.fault(at(&self.names).index(place), Fault::RepeatedId { kind, id });
            }
        }
    }

    #[cold]
    fn unknown(&mut self, kind: Kind, sym: Sym, at: impl FnOnce(&Names) -> Path) {
        let (at, id) = (at(&self.names), self.text(sym));
        let similar = self.similar(kind, &id);
        self.fault(at, Fault::UnknownId { kind, id, similar });
    }

    /// Returns the known id of a kind that looks most like `id`, while suggestions are worth their time.
    fn similar(&mut self, kind: Kind, id: &str) -> Option<String> {
        self.suggestions = self.suggestions.checked_sub(1)?;
        match kind {
            Kind::Position => most_similar(id, known(&self.names, &self.positions)),
            Kind::Channel => most_similar(id, known(&self.names, &self.channels)),
            Kind::Role => most_similar(id, known(&self.names, &self.roles)),
            Kind::Outcome => most_similar(id, known(&self.names, &self.outcomes)),
            Kind::Kpi => most_similar(id, known(&self.names, &self.kpis)),
            Kind::Platform => most_similar(id, known(&self.names, &self.platforms)),
            Kind::Person => None,
        }
        .map(str::to_owned)
    }
}

/// Returns the ids that a lookup knows, unless they are too many to compare.
fn known<'n, Ix>(names: &'n Names, lookup: &'n Lookup<Ix>) -> impl Iterator<Item = &'n str> {
    let few = lookup.len <= CANDIDATES;
    lookup.found.iter().zip(names.iter()).filter(move |(ix, _)| few && ix.is_some()).map(|(_, text)| text)
}
