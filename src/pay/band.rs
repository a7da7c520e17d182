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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Quantity;
    use crate::testing::org;

    type Figures = (Option<f64>, Option<f64>);

    fn figures(
        band: Option<(i64, i64, i64)>,
        pay: Option<i64>,
        share: Option<&str>,
        basis: PayBasis,
    ) -> Figures {
        let org = org(|org| {
            let role = org.role("specialist");
            if let Some((minimum, midpoint, maximum)) = band {
                role.pay_band(minimum, midpoint, maximum);
            }
            let mut seat = org.position("名", "specialist");
            if let Some(share) = share {
                seat = seat.fte(share.parse::<Quantity>().unwrap());
            }
            if let Some(pay) = pay {
                seat.pay(pay);
            }
        });
        let position = org.position("名").unwrap();
        (compa_ratio(position, basis), range_penetration(position, basis))
    }

    const BAND: Option<(i64, i64, i64)> = Some((100, 200, 300));

    #[test]
    fn a_band_is_measured_from_end_to_end_and_beyond() {
        for (pay, figure) in
            [(100, (0.5, 0.0)), (200, (1.0, 0.5)), (300, (1.5, 1.0)), (0, (0.0, -0.5)), (400, (2.0, 1.5))]
        {
            assert_eq!(
                figures(BAND, Some(pay), None, PayBasis::AsStated),
                (Some(figure.0), Some(figure.1)),
                "{pay}"
            );
        }
    }

    #[test]
    fn what_is_not_stated_has_no_figure() {
        assert_eq!(figures(None, Some(200), None, PayBasis::AsStated), (None, None));
        assert_eq!(figures(BAND, None, None, PayBasis::FullTime), (None, None));
    }

    #[test]
    fn a_band_of_no_width_has_a_midpoint_and_one_out_of_order_measures_nothing() {
        assert_eq!(figures(Some((200, 200, 200)), Some(100), None, PayBasis::AsStated), (Some(0.5), None));
        assert_eq!(figures(Some((300, 200, 100)), Some(100), None, PayBasis::AsStated), (None, None));
        // Its ends are sound all the same.
        assert_eq!(figures(Some((100, 400, 300)), Some(200), None, PayBasis::AsStated), (None, Some(0.5)));
        assert_eq!(figures(Some((0, 0, 100)), Some(50), None, PayBasis::AsStated), (None, Some(0.5)));
    }

    #[test]
    fn part_time_pay_is_taken_as_the_basis_says() {
        assert_eq!(figures(BAND, Some(100), Some("0.5"), PayBasis::AsStated), (Some(0.5), Some(0.0)));
        assert_eq!(figures(BAND, Some(100), Some("0.5"), PayBasis::FullTime), (Some(1.0), Some(0.5)));
        assert_eq!(figures(BAND, Some(100), Some("0"), PayBasis::FullTime), (None, None));
        assert_eq!(figures(BAND, Some(100), Some("-1"), PayBasis::FullTime), (None, None));
        assert_eq!(figures(BAND, Some(100), Some("0"), PayBasis::AsStated), (Some(0.5), Some(0.0)));
    }

    #[test]
    fn a_share_too_large_for_128_bits_has_no_figure() {
        let org = org(|org| {
            org.role("specialist").pay_band(100, 200, 300);
            org.position("a", "specialist").pay(100).fte(Quantity::from_millionths(i128::MAX));
        });
        assert_eq!(compa_ratio(org.position("a").unwrap(), PayBasis::FullTime), None);
    }
}
