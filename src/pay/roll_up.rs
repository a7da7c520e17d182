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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Money, Quantity};
    use crate::pay::SumTooLarge;
    use crate::testing::org;

    #[test]
    fn each_position_is_in_one_count_and_vacancies_are_apart() {
        let org = org(|org| {
            org.role("specialist").pay_band(100, 200, 300);
            org.position("a", "digital-marketing-manager").holder("ayu").pay(1_000);
            org.position("half", "specialist")
                .holder("budi")
                .reports_to("a")
                .pay(90)
                .fte("0.5".parse::<Quantity>().unwrap());
            org.position("silent", "specialist").holder("citra").reports_to("a");
            org.position("open", "specialist").reports_to("a").fte("0.5".parse::<Quantity>().unwrap());
            org.position("acted", "specialist").acting("budi").reports_to("a").pay(250);
            org.position("unknown", "copywriter").reports_to("a");
        });
        let major = |money: Result<Money, SumTooLarge>| org.display(money.unwrap()).to_string();
        let total = CostRollUp::of(&org).total();
        assert_eq!(major(total.pay()), "IDR 1,090");
        assert_eq!(major(total.management()), "IDR 1,000");
        assert_eq!(major(total.vacancies()), "IDR 350");
        assert_eq!(
            (total.paid(), total.unstated(), total.priced_vacancies(), total.unpriced_vacancies()),
            (2, 1, 2, 1)
        );
        assert_eq!(total.part_time(), 1);
        assert_eq!(total.management_share(), Some(1_000.0 / 1_090.0));
    }

    #[test]
    fn layers_and_classes_add_up_to_the_whole() {
        let org = org(|org| {
            org.position("名", "digital-marketing-manager").holder("ayu").pay(10);
            org.position("b", "specialist").holder("budi").reports_to("名").pay(3);
            org.position("c", "specialist").holder("citra").reports_to("b").pay(4);
            org.position("d", "ceo").holder("dewi").pay(5);
        });
        let costs = CostRollUp::of(&org);
        let pays = |costs: &[Cost]| costs.iter().map(|cost| cost.pay().unwrap().minor()).collect::<Vec<_>>();
        let scale = org.currency().major(1).unwrap().minor();
        assert_eq!(pays(&costs.by_layer()), [15 * scale, 3 * scale, 4 * scale]);
        let classes: Vec<_> = costs
            .by_class()
            .into_iter()
            .map(|(class, cost)| (class, cost.pay().unwrap().minor() / scale))
            .collect();
        assert_eq!(
            classes,
            [(RoleClass::ChiefExecutive, 5), (RoleClass::Manager, 10), (RoleClass::Specialist, 7)]
        );
        assert_eq!(costs.of_position(org.position("名").unwrap()).pay().unwrap().minor(), 17 * scale);
    }

    #[test]
    fn a_sum_that_no_amount_holds_is_an_error_that_tells_it() {
        let org = org(|org| {
            org.position("a", "ceo").holder("ayu").pay(Money::MAX);
            org.position("b", "cmo").holder("budi").reports_to("a").pay(Money::from_minor(1));
        });
        let costs = CostRollUp::of(&org);
        let minor = i128::from(i64::MAX) + 1;
        assert_eq!(costs.total().pay(), Err(SumTooLarge { minor }));
        assert_eq!(costs.total().management(), Ok(Money::MAX));
        assert_eq!(costs.of_position(org.position("b").unwrap()).pay(), Ok(Money::from_minor(1)));
        assert!(SumTooLarge { minor }.to_string().starts_with("the sum is 9223372036854775808 minor units"));
    }

    #[test]
    fn an_empty_org_costs_nothing_and_has_no_share() {
        let org = org(|_| ());
        let costs = CostRollUp::of(&org);
        assert_eq!((costs.total().pay(), costs.total().management_share()), (Ok(Money::ZERO), None));
        assert!(costs.by_layer().is_empty() && costs.by_class().is_empty());
    }

    #[test]
    fn a_chain_of_a_million_is_added_up_without_recursion() {
        const COUNT: i64 = 1_000_000;
        let org = org(|org| {
            for at in 0..COUNT {
                let seat = org.position(&format!("p{at}"), "other").holder("h").pay(Money::from_minor(2));
                if 0 < at {
                    seat.reports_to(&format!("p{}", at - 1));
                }
            }
        });
        let costs = CostRollUp::of(&org);
        assert_eq!(costs.total().pay(), Ok(Money::from_minor(2 * COUNT)));
        assert_eq!(costs.total().management(), Ok(Money::from_minor(2 * (COUNT - 1))));
        assert_eq!(costs.by_layer().len(), 1_000_000);
    }
}
