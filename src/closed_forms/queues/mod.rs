//! Desks at which requests wait.

mod mg1;
mod mm1k;
mod mmc;
mod tandem;

pub use mg1::Mg1;
pub use mm1k::Mm1k;
pub use mmc::Mmc;
pub use tandem::Tandem;
