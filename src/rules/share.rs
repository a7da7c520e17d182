//! Shares of money: exactly compared, and as percentages to read.

use crate::money::{Money, Quantity};

/// Returns whether `part` is more than `whole` × `allowed`, exactly.
pub(crate) fn exceeds(part: Money, whole: Money, allowed: Quantity) -> bool {
    match (Quantity::ONE.scale(part), allowed.scale(whole)) {
        (Some(part), Some(allowed)) => allowed < part,
        // A product too large for 128 bits is above every sum of money.
        _ => false,
    }
}

/// Returns a share as a percentage, rounded up to one decimal: so it never reads as what is allowed.
pub(crate) fn percent(part: Money, whole: Money) -> Quantity {
    let (part, whole) = (i128::from(part.minor()), i128::from(whole.minor()));
    let tenths = (part * 1_000 + whole - 1).checked_div(whole).unwrap_or_default();
    Quantity::from_millionths(tenths * 100_000)
}

/// Returns an allowed share as a percentage.
pub(crate) fn in_percent(allowed: Quantity) -> Quantity {
    Quantity::from_millionths(allowed.millionths().saturating_mul(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact_at_the_edges() {
        let money = Money::from_minor;
        let share = |text: &str| text.parse::<Quantity>().unwrap();
        assert!(exceeds(Money::MAX, Money::MAX, share("0.999999")));
        assert!(!exceeds(Money::MAX, Money::MAX, Quantity::ONE));
        assert!(!exceeds(Money::ZERO, Money::ZERO, Quantity::ZERO));
        assert!(exceeds(money(1), Money::MAX, Quantity::ZERO));
        assert!(!exceeds(Money::MAX, Money::MAX, Quantity::from_millionths(i128::MAX)));
        assert_eq!(percent(money(1), money(3)).to_string(), "33.4");
        assert_eq!(percent(Money::MAX, Money::MAX).to_string(), "100");
        assert_eq!(percent(money(1), Money::MAX).to_string(), "0.1");
        assert_eq!(percent(money(1), Money::ZERO), Quantity::ZERO);
        assert_eq!(in_percent(share("0.4")).to_string(), "40");
    }
}
