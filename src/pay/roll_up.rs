//! What each position and all below it cost.

use crate::org::{Org, Position};
use crate::pay::cost::Cost;
use crate::role::RoleClass;

/// What each position of an org and everyone below it cost in a year, all at once.
///
/// ```
/// use bagan::OrgBuilder;
/// use bagan::pay::CostRollUp;
///
/// // Every amount is made up.
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.role("specialist").pay_band(96_000_000, 132_000_000, 168_000_000);
/// org.position("cmo", "cmo").holder("sari").pay(900_000_000);
/// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").pay(390_000_000);
/// org.position("seo", "specialist").holder("budi").reports_to("dmm").pay(130_000_000);
/// org.position("social", "specialist").reports_to("dmm");
/// org.position("email", "specialist").holder("putri").reports_to("dmm");
/// let org = org.build()?;
///
/// let costs = CostRollUp::of(&org);
/// let team = costs.of_position(org.position("dmm").ok_or("no such position")?);
/// assert_eq!(org.display(team.pay()?).to_string(), "IDR 520,000,000");
/// assert_eq!(team.management_share(), Some(0.75));
/// assert_eq!(org.display(team.vacancies()?).to_string(), "IDR 132,000,000");
/// assert_eq!((team.paid(), team.unstated(), team.priced_vacancies()), (2, 1, 1));
/// assert_eq!(costs.total().paid(), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct CostRollUp<'o> {
    org: &'o Org,
    /// By position: what it and all below it cost.
    costs: Vec<Cost>,
}

impl<'o> CostRollUp<'o> {
    /// Adds up an org, in O(positions).
    #[must_use]
    pub fn of(org: &'o Org) -> Self {
        let mut costs: Vec<Cost> = org.positions().map(Cost::of_one).collect();
        // From the bottom up, each is complete before it is added to its manager's.
        for position in org.positions_top_down().rev() {
            let cost = costs.get(position.ix().index()).copied().unwrap_or_default();
            if let Some(above) = position.manager().and_then(|manager| costs.get_mut(manager.ix().index())) {
                above.add(cost);
            }
        }
        Self { org, costs }
    }

    /// Returns what a position and everyone below it cost, in O(1).
    #[must_use]
    pub fn of_position(&self, position: Position<'o>) -> Cost {
        self.costs.get(position.ix().index()).copied().unwrap_or_default()
    }

    /// Returns what the whole org costs, in O(positions).
    #[must_use]
    pub fn total(&self) -> Cost {
        self.org.roots().fold(Cost::default(), |mut sum, root| {
            sum.add(self.of_position(root));
            sum
        })
    }

    /// Returns what each layer costs, from the top down, in O(positions): the first is that of the roots.
    #[must_use]
    pub fn by_layer(&self) -> Vec<Cost> {
        let mut layers = Vec::new();
        for position in self.org.positions() {
            if layers.len() < position.layer() {
                layers.resize(position.layer(), Cost::default());
            }
            if let Some(cost) = layers.get_mut(position.layer() - 1) {
                cost.add(Cost::of_one(position));
            }
        }
        layers
    }

    /// Returns what the positions of each role class cost that has some, in the order of [`RoleClass::ALL`], in
    /// O(positions).
    #[must_use]
    pub fn by_class(&self) -> Vec<(RoleClass, Cost)> {
        let mut classes: Vec<(RoleClass, Option<Cost>)> =
            RoleClass::ALL.iter().map(|class| (*class, None)).collect();
        for position in self.org.positions() {
            if let Some((_, cost)) = classes.get_mut(position.class() as usize) {
                cost.get_or_insert_default().add(Cost::of_one(position));
            }
        }
        classes.into_iter().filter_map(|(class, cost)| Some((class, cost?))).collect()
    }
}
