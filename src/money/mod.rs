//! Money, currencies and exact quantities.
//!
//! Owns the amounts of the crate in their three states: [`Amount`] as a user writes it, [`Money`] once the
//! currency is known, and the text that a [`Currency`] writes for it; and [`Quantity`], for figures that are
//! not money.
//!
//! Architecture invariant: no value here is held or computed in binary floating point, arithmetic is
//! checked, and a [`Money`] carries no currency: an organisation has one, and it stands there.

mod amount;
mod currency;
mod decimal;
mod error;
mod minor;
mod quantity;

pub use amount::Amount;
pub use currency::Currency;
pub use error::MoneyError;
pub use minor::Money;
pub use quantity::Quantity;
