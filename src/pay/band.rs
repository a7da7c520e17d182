//! Where pay lies in a band.

use crate::org::Position;
use crate::pay::basis::PayBasis;

/// Returns the pay of a position as a multiple of the midpoint of its role's band: 1 at the midpoint.
///
/// None if the pay or the band is not stated, the band is out of order ([`PayBand::is_in_order`](crate::PayBand::is_in_order)),
/// its midpoint is 0, or the basis is not defined. Hyer, "Compa-Ratio & Position-in-Range" (HR Source, 2024), has both
/// formulas, with examples.
///
/// ```
/// use bagan::OrgBuilder;
/// use bagan::pay::{PayBasis, compa_ratio, range_penetration};
///
/// // Every amount is made up.
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.role("specialist").pay_band(64_000_000, 80_000_000, 96_000_000);
/// org.position("seo", "specialist").holder("budi").pay(75_000_000);
/// org.position("blog", "specialist").holder("ayu").pay(40_000_000).fte("0.5".parse::<bagan::Quantity>()?);
/// let org = org.build()?;
///
/// let position = |id| org.position(id).ok_or("no such position");
/// assert_eq!(compa_ratio(position("seo")?, PayBasis::AsStated), Some(0.9375));
/// assert_eq!(range_penetration(position("seo")?, PayBasis::AsStated), Some(0.34375));
/// // Half the midpoint, or the midpoint for half the time: whoever asks says which.
/// assert_eq!(compa_ratio(position("blog")?, PayBasis::AsStated), Some(0.5));
/// assert_eq!(compa_ratio(position("blog")?, PayBasis::FullTime), Some(1.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compa_ratio(position: Position<'_>, basis: PayBasis) -> Option<f64> {
    let band = position.role().pay_band().filter(|band| band.is_in_order())?;
    basis.pay_of(position)?.over(band.midpoint)
}

/// Returns where the pay of a position lies in its role's band: 0 at the minimum, 1 at the maximum, beyond them outside.
///
/// None if the pay or the band is not stated, the band is upside down or has no width, or the basis is not defined. For
/// the source and an example see [`compa_ratio`].
#[must_use]
pub fn range_penetration(position: Position<'_>, basis: PayBasis) -> Option<f64> {
    let band = position.role().pay_band()?;
    basis.pay_of(position)?.above(band.minimum, band.width()?)
}
