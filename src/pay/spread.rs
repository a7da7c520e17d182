//! How far pay is spread within a role.

use crate::org::{Org, Role};
use crate::pay::band::compa_ratio;
use crate::pay::basis::PayBasis;

/// The compa-ratios of the positions of a role, from the lowest to the highest.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Spread<'o> {
    /// The role.
    pub role: Role<'o>,
    /// How many positions are in the figures: those that have a [`compa_ratio`].
    pub positions: usize,
    /// The lowest.
    pub lowest: f64,
    /// The one in the middle, or the mean of the two that are.
    pub median: f64,
    /// The highest.
    pub highest: f64,
}

/// Returns the spread of each role of which a position has a compa-ratio, in the order of the org.
///
/// Costs O(n log n) for n positions.
///
/// ```
/// use bagan::OrgBuilder;
/// use bagan::pay::{PayBasis, spreads};
///
/// // Every amount is made up.
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.role("specialist").pay_band(80_000_000, 100_000_000, 150_000_000);
/// for (id, pay) in [("seo", 80_000_000), ("social", 150_000_000), ("email", 100_000_000)] {
///     org.position(id, "specialist").pay(pay);
/// }
/// org.position("dmm", "digital-marketing-manager").pay(300_000_000);
/// let org = org.build()?;
/// let found: Vec<_> = spreads(&org, PayBasis::AsStated)
///     .into_iter()
///     .map(|spread| (spread.role.id(), spread.lowest, spread.median, spread.highest))
///     .collect();
/// assert_eq!(found, [("specialist", 0.8, 1.0, 1.5)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn spreads(org: &Org, basis: PayBasis) -> Vec<Spread<'_>> {
    let ratio = |position| compa_ratio(position, basis).map(|ratio| (position.role(), ratio));
    let mut ratios: Vec<(Role<'_>, f64)> = org.positions().filter_map(ratio).collect();
    ratios.sort_by(|(one, a), (other, b)| one.ix().cmp(&other.ix()).then(a.total_cmp(b)));
    ratios.chunk_by(|(one, _), (other, _)| one == other).filter_map(spread).collect()
}

fn spread<'o>(sorted: &[(Role<'o>, f64)]) -> Option<Spread<'o>> {
    let ratios: Vec<f64> = sorted.iter().map(|(_, ratio)| *ratio).collect();
    let (role, lowest) = *sorted.first()?;
    let (median, highest) = (median(&ratios)?, *ratios.last()?);
    Some(Spread { role, positions: sorted.len(), lowest, median, highest })
}

/// Returns the middle one of sorted figures, or the mean of the two that are; none of no figures.
pub(crate) fn median(sorted: &[f64]) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    Some(f64::midpoint(*sorted.get(last / 2)?, *sorted.get(sorted.len() / 2)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::org;

    #[test]
    fn of_an_even_number_the_median_is_the_mean_of_the_middle_two() {
        let org = org(|org| {
            org.role("specialist").pay_band(50, 100, 200);
            for (id, pay) in [("a", 200), ("b", 50), ("c", 75), ("d", 100)] {
                org.position(id, "specialist").pay(pay);
            }
            org.position("e", "specialist").holder("eko");
            org.position("f", "copywriter").pay(3);
        });
        let found = spreads(&org, PayBasis::AsStated);
        let [spread] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((spread.positions, spread.lowest, spread.median, spread.highest), (4, 0.5, 0.875, 2.0));
    }

    #[test]
    fn where_nothing_is_stated_there_is_no_spread() {
        let org = org(|org| _ = org.position("a", "specialist").pay(3));
        assert_eq!(spreads(&org, PayBasis::FullTime), []);
    }
}
