//! What a span and a head count imply: full trees, the least layers, Graicunas's relationships.

/// A tree in which every manager has the same span and all leaves are in the lowest layer.
///
/// What an org of some head count could be at best, to compare with what it is.
///
/// ```
/// use bagan::metrics::FullTree;
///
/// let tree = FullTree::new(5, 4).ok_or("too large to count")?;
/// assert_eq!((tree.headcount(), tree.leaves(), tree.managers()), (156, 125, 31));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FullTree {
    managers: u64,
    leaves: u64,
}

impl FullTree {
    /// Makes the tree of so many reports a manager and so many layers, the top one included.
    ///
    /// None if there is no such tree (no layer, or layers below managers without reports), or if it has more people than
    /// a `u64` can count.
    #[must_use]
    pub fn new(span: u64, layers: u32) -> Option<Self> {
        let below = layers.checked_sub(1)?;
        match span {
            0 => (below == 0).then_some(Self { managers: 0, leaves: 1 }),
            1 => Some(Self { managers: u64::from(below), leaves: 1 }),
            _ => {
                let leaves = span.checked_pow(below)?;
                // A layer has one more than (span - 1) times all those above it together.
                let managers = (leaves - 1) / (span - 1);
                managers.checked_add(leaves)?;
                Some(Self { managers, leaves })
            }
        }
    }

    /// Returns the number of people.
    #[must_use]
    pub fn headcount(self) -> u64 {
        self.managers.saturating_add(self.leaves)
    }

    /// Returns the number of people without reports: those in the lowest layer.
    #[must_use]
    pub fn leaves(self) -> u64 {
        self.leaves
    }

    /// Returns the number of people with reports.
    #[must_use]
    pub fn managers(self) -> u64 {
        self.managers
    }
}

/// Returns the least number of layers in which a head count fits under one top, if nobody has more than `span` reports.
///
/// None if it does not fit however many layers there are: several people, and a span of 0. Nobody takes no layer.
///
/// ```
/// use bagan::metrics::least_layers;
///
/// assert_eq!(least_layers(156, 5), Some(4));
/// assert_eq!(least_layers(157, 5), Some(5));
/// assert_eq!(least_layers(2, 0), None);
/// ```
#[must_use]
pub fn least_layers(headcount: u64, span: u64) -> Option<u64> {
    let (mut layers, mut room, mut lowest) = (0_u64, 0_u64, 1_u64);
    if span <= 1 {
        return (headcount <= 1 || span == 1).then_some(headcount);
    }
    while room < headcount {
        room = room.saturating_add(lowest);
        lowest = lowest.saturating_mul(span);
        layers += 1;
    }
    Some(layers)
}

/// The relationships that a manager of so many reports is part of, by V. A. Graicunas (1933).
///
/// Famous and exponential, and weakly supported by data: a way to feel why spans are bounded, not a bound.
/// Graicunas V. A., "Relationship in Organization", 1933, reprinted in Gulick and Urwick (1937).
///
/// ```
/// use bagan::metrics::Graicunas;
///
/// let of_four = Graicunas::new(4).ok_or("too many to count")?;
/// assert_eq!((of_four.direct, of_four.cross, of_four.group, of_four.total()), (4, 12, 28, 44));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Graicunas {
    /// Between the manager and each report: n.
    pub direct: u64,
    /// Between each report and each other one, counted both ways: n(n − 1).
    pub cross: u64,
    /// Between the manager and each report in the company of others: n(2^(n−1) − 1).
    pub group: u64,
}

impl Graicunas {
    /// Counts the relationships of a manager with so many reports; none if a `u64` cannot count them.
    #[must_use]
    pub fn new(reports: u32) -> Option<Self> {
        let direct = u64::from(reports);
        let others = direct.saturating_sub(1);
        let companies = 1_u64.checked_shl(u32::try_from(others).ok()?)? - 1;
        let counted = Self { direct, cross: direct * others, group: direct.checked_mul(companies)? };
        counted.direct.checked_add(counted.cross)?.checked_add(counted.group)?;
        Some(counted)
    }

    /// Returns all of them: n(2^(n−1) + n − 1).
    #[must_use]
    pub fn total(self) -> u64 {
        self.direct.saturating_add(self.cross).saturating_add(self.group)
    }
}
