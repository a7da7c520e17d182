//! Models marketing org hierarchies as graphs, and checks that risk, accountability and delegated authority hold.

mod calendar;
mod graph_support;
mod id;
mod money;
mod org;
mod role;
mod words;

pub use calendar::*;
pub use id::{ID_MAX_LEN, IdError, check_id};
pub use money::*;
pub use org::*;
pub use role::*;
pub use words::UnknownWord;
