//! The figures of the lines of an org, told as positions.

use crate::metrics::digraph::Digraph;
use crate::metrics::hierarchy::{Krackhardt, UpperBounds};
use crate::metrics::lines::Lines;
use crate::metrics::too_large::TooLarge;
use crate::org::{Org, Position, PositionIx};

/// The lines of an org, of one kind or several, and the figures of their shape.
///
/// Figures that name nobody are those of its [graph](Self::graph): flow hierarchy, global reaching centrality, spans.
/// Those that name nodes come as positions here. A figure counts positions, held or vacant.
///
/// ```
/// use bagan::OrgBuilder;
/// use bagan::metrics::{Lines, Structure};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("cmo", "cmo");
/// org.position("brand", "digital-marketing-manager").reports_to("cmo");
/// org.position("growth", "digital-marketing-manager").reports_to("cmo");
/// org.position("seo", "specialist").reports_to("brand").dotted_lines(["growth"]);
/// org.position("ads", "specialist").reports_to("growth").dotted_lines(["brand"]);
/// let org = org.build()?;
///
/// let solid = Structure::new(&org, Lines::Solid);
/// assert_eq!(solid.krackhardt()?.upper_boundedness, Some(1.0));
/// let cut_off = solid.cut_off().ok_or("nobody is on top")?;
/// assert!(cut_off.eq(org.positions().zip([4, 1, 1, 0, 0])));
///
/// // Both managers are above both specialists, and neither above the other: who settles what the two disagree on?
/// let matrix = Structure::new(&org, Lines::SolidAndDotted);
/// let bounds = matrix.upper_bounds()?;
/// assert_eq!(bounds.missing(), 1);
/// let pair = matrix.pairs(&bounds).next().ok_or("there is one")?;
/// assert_eq!((pair.0.id(), pair.1.id()), ("seo", "ads"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Structure<'o> {
    org: &'o Org,
    lines: Lines,
    graph: Digraph,
}

impl<'o> Structure<'o> {
    /// Takes the lines of an org, in O(n + m log m) for n positions and m lines.
    #[must_use]
    pub fn new(org: &'o Org, lines: Lines) -> Self {
        let graph = lines.graph(org, |position| number(position.ix().index()));
        Self { org, lines, graph }
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &'o Org {
        self.org
    }

    /// Returns which lines these are.
    #[must_use]
    pub fn lines(&self) -> Lines {
        self.lines
    }

    /// Returns the lines as a graph; the number of a node is the [place](PositionIx::index) of its position.
    #[must_use]
    pub fn graph(&self) -> &Digraph {
        &self.graph
    }

    /// Returns Krackhardt's four measures; see [`Digraph::krackhardt`].
    ///
    /// # Errors
    /// [`TooLarge`] if lines meet at more than 32,768 junctions; solid lines alone never do.
    pub fn krackhardt(&self) -> Result<Krackhardt, TooLarge> {
        self.graph.krackhardt()
    }

    /// Finds which pairs of positions have a single escalation point; see [`Digraph::upper_bounds`].
    ///
    /// # Errors
    /// [`TooLarge`] if lines meet at more than 32,768 junctions; solid lines alone never do.
    pub fn upper_bounds(&self) -> Result<UpperBounds, TooLarge> {
        self.graph.upper_bounds()
    }

    /// Returns the pairs of positions that hang together and have no single escalation point.
    ///
    /// They have nobody above both, or several and none of them below the others. See [`UpperBounds::pairs`].
    pub fn pairs(&self, bounds: &UpperBounds) -> impl Iterator<Item = (Position<'o>, Position<'o>)> {
        bounds.pairs().map(|(a, b)| (self.position(a), self.position(b)))
    }

    /// Returns the number of layers: positions on the longest way down, both ends counted.
    ///
    /// None if lines lead round in a circle, as dotted lines may and collaboration does.
    #[must_use]
    pub fn layers(&self) -> Option<u32> {
        Some(self.graph.layers()?.into_iter().max().unwrap_or_default())
    }

    /// Returns each position, in the order stated, with the number of others that lose every line to a top if it is
    /// taken out; see [`Digraph::cut_off`]. None if nobody is on top.
    #[must_use]
    pub fn cut_off(&self) -> Option<impl ExactSizeIterator<Item = (Position<'o>, u32)>> {
        Some(self.org.positions().zip(self.graph.cut_off()?))
    }

    /// Returns the positions without which those who hang together fall apart, in the order stated.
    ///
    /// Over [`Lines::Collaboration`]: those who alone connect groups that work together. See [`Digraph::cut_nodes`].
    #[must_use]
    pub fn cut_positions(&self) -> impl ExactSizeIterator<Item = Position<'o>> {
        self.graph.cut_nodes().into_iter().map(|node| self.position(node))
    }

    /// Returns each position, in the order stated, with the number of pairs of others between which it stands.
    ///
    /// Over [`Lines::SolidAndCollaboration`]: the bottlenecks. See [`Digraph::betweenness`].
    ///
    /// # Errors
    /// [`TooLarge`] if there are more than 10,000 positions.
    pub fn betweenness(
        &self,
    ) -> Result<impl ExactSizeIterator<Item = (Position<'o>, f64)> + use<'o>, TooLarge> {
        let (graph, places) = self.by_id();
        Ok(told(self.org, graph.betweenness()?, places))
    }

    /// As [`Self::betweenness`], in the time that it takes.
    #[must_use]
    pub fn betweenness_at_any_size(&self) -> impl ExactSizeIterator<Item = (Position<'o>, f64)> + use<'o> {
        let (graph, places) = self.by_id();
        told(self.org, graph.betweenness_at_any_size(), places)
    }

    /// Returns the lines as a graph in the order of ids, and by position its place in that order.
    ///
    /// Sums over it are the same to the bit, whatever order positions were stated in.
    fn by_id(&self) -> (Digraph, Vec<u32>) {
        let mut by_id: Vec<Position<'o>> = self.org.positions().collect();
        by_id.sort_unstable_by_key(|position| position.id());
        let mut places = vec![0; by_id.len()];
        for (place, position) in by_id.into_iter().enumerate() {
            if let Some(slot) = places.get_mut(position.ix().index()) {
                *slot = number(place);
            }
        }
        let place = |position: Position<'_>| places.get(position.ix().index()).copied().unwrap_or_default();
        (self.lines.graph(self.org, place), places)
    }

    fn position(&self, node: u32) -> Position<'o> {
        self.org.position_at(PositionIx::new(node as usize))
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Returns each position of an org with the figure at its place.
fn told(
    org: &Org,
    figures: Vec<f64>,
    places: Vec<u32>,
) -> impl ExactSizeIterator<Item = (Position<'_>, f64)> {
    let figure = move |place: u32| figures.get(place as usize).copied().unwrap_or_default();
    org.positions().zip(places).map(move |(position, place)| (position, figure(place)))
}
