//! Six designs of a marketing team to start from: sized by head count, budget, channels and fiscal year.
//!
//! A [`Template`] is a way to organise a team that people draw and compare; a [`TeamSize`] says how large it is. Together
//! they give an org file to edit ([`Template::spec`]) or an [`Org`](crate::Org) ([`Template::org`]), with what the rules
//! ask of a real team: lines, channels, who works with whom, money with limits that fit each other, outcomes, KPIs and
//! deputies. Each is clean under the policy of the default profile on every day of its fiscal year.
//!
//! ```
//! use bagan::templates::{TeamSize, Template};
//! use bagan::{check, parse_date};
//!
//! let size = TeamSize::new(24, 12_000_000_000, "IDR", 2027)?.channels(["seo", "paid-social", "email"])?;
//! for template in Template::ALL.iter().copied().filter(|template| *template != Template::FounderLed) {
//!     let org = template.org(&size)?;
//!     assert_eq!(org.position_count(), 24);
//!     assert!(check(&org, parse_date("2027-07-01")?).findings().is_empty());
//! }
//! let error = Template::FounderLed.org(&size).err().ok_or("a founder does not lead so many")?;
//! assert_eq!(error.to_string(), "`founder-led` takes 5 to 14 people with 3 channels, and 24 were asked for");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What the size counts
//! Every position of the org is one person, each of them made up: the executives, the heads of the departments that
//! marketing works with, and the contacts at an agency count too. Budgets add up to the budget that was asked for, to the
//! minor unit. Money goes evenly over the channels of a team, for whether more of it should go to one is the decision of
//! whoever answers for it (S06); no pay and no targets are stated, for those are yours (S25).
//!
//! Architecture invariant: what cannot be drawn as asked for is an error that says what can; no other size is drawn in its
//! place. The rules decide what is clean: nothing here waives one or sets a level.

mod answers;
mod crew;
mod error;
mod layout;
mod limits;
mod money;
mod partners;
mod shapes;
mod size;
mod sketch;
mod team;
mod template;
mod words;

pub use error::TemplateError;
pub use size::TeamSize;
pub use template::Template;
