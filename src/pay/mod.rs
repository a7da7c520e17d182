//! Figures of pay: where pay lies in its band, what managing is paid, how bands rise, and what teams cost.
//!
//! - [`compa_ratio`] and [`range_penetration`]: where the pay of a position lies in the band of its role; [`spreads`]:
//!   the lowest, median and highest compa-ratio within a role.
//! - [`supervisor_premium`]: how much more a manager is paid than the reports.
//! - [`midpoint_steps`]: how much the midpoint rises with each step of the ladder; [`midpoint_gap`] and [`ceiling_gap`]:
//!   how far DMMs are from specialists (S23, S24).
//! - [`CostRollUp`]: what each position and all below it cost, exactly.
//!
//! ```
//! use bagan::OrgBuilder;
//! use bagan::pay::{CostRollUp, PayBasis, compa_ratio, midpoint_gap, supervisor_premium};
//!
//! // Every amount is made up.
//! let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
//! org.role("specialist").pay_band(96_000_000, 132_000_000, 168_000_000);
//! org.role("digital-marketing-manager").pay_band(300_000_000, 396_000_000, 480_000_000);
//! org.position("dmm", "digital-marketing-manager").holder("rina").pay(396_000_000);
//! org.position("seo", "specialist").holder("budi").reports_to("dmm").pay(165_000_000);
//! org.position("social", "specialist").reports_to("dmm");
//! let org = org.build()?;
//!
//! let position = |id| org.position(id).ok_or("no such position");
//! assert_eq!(compa_ratio(position("seo")?, PayBasis::AsStated), Some(1.25));
//! let premium = supervisor_premium(position("dmm")?, PayBasis::AsStated).ok_or("no premium")?;
//! assert!((premium.over_highest - 1.4).abs() < 1e-12);
//! assert_eq!(midpoint_gap(&org).map(|gap| gap.times), Some(3.0));
//!
//! let cost = CostRollUp::of(&org).total();
//! assert_eq!(org.display(cost.pay()?).to_string(), "IDR 561,000,000");
//! assert_eq!(org.display(cost.vacancies()?).to_string(), "IDR 132,000,000");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What the figures promise
//! No amount is a truth (S25): all come from the org, and whatever it does not state is in no figure and stands for
//! nothing else. A figure that is not defined is `None`. Sums are exact [`Money`](crate::Money), or an error; ratios are
//! floats. The pay that a position states counts whether it is held or vacant, as for the rules of the family PAY; in
//! costs alone the two are apart.
//!
//! Whether a part-timer's pay is stated for the part or for full time, no org says. Ratios take a [`PayBasis`], which is
//! the caller's to choose, and a rule finds only what is wrong either way.
//!
//! Architecture invariant: figures say what is, and judge nothing: how far is far enough is a rule, with a threshold of
//! the policy.

#![expect(clippy::float_arithmetic, reason = "figures are ratios; no amount of money is kept in one")]

mod band;
mod basis;
mod cost;
mod full_time;
mod gap;
mod midpoints;
mod premium;
mod roll_up;
mod spread;

pub use band::{compa_ratio, range_penetration};
pub use basis::PayBasis;
pub use cost::{Cost, SumTooLarge};
pub(crate) use full_time::is_less;
pub use gap::{Gap, ceiling_gap, midpoint_gap};
pub(crate) use gap::{ceilings, highest_specialist_midpoint, lowest_manager_ceiling, midpoints, reaches};
pub use midpoints::{MidpointStep, midpoint_steps};
pub use premium::{SupervisorPremium, supervisor_premium, supervisor_premiums};
pub use roll_up::CostRollUp;
pub(crate) use spread::median;
pub use spread::{Spread, spreads};
