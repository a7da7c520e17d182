//! The career ladder of an org, as a graph of roles.

use crate::career::circle::Circle;
use crate::graph_support::{Arcs, Rows};
use crate::org::{Org, Role, RoleIx};
use crate::role::RoleClass;

/// The career ladder of an org: which role leads to which.
///
/// Every role of the org is on it, those built in too; see [`Self::entries`] and [`Self::off_ladder`]. How it is read
/// is told in [`career`](crate::career). Steps along classes are kept as such, so that a ladder takes memory in
/// proportion to the roles and the steps stated, however many roles a class has.
///
/// Whoever states steps that go back, such as a manager's role that leads to a specialist's, makes a circle: a
/// [`BuildError`](crate::BuildError) where all its steps are stated, else it is told by [`Self::circle`]. All questions
/// have an answer all the same.
///
/// ```
/// use bagan::career::Ladder;
/// use bagan::{OrgBuilder, RoleClass};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.role("seo-lead").class(RoleClass::SeniorSpecialist).next(["digital-marketing-manager"]);
/// org.role("specialist").next(["seo-lead", "digital-marketing-manager"]);
/// let org = org.build()?;
///
/// let ladder = Ladder::of(&org);
/// let role = |id| org.role(id).ok_or("no such role");
/// let (specialist, dmm) = (role("specialist")?, role("digital-marketing-manager")?);
/// // A DMM states no steps, and has those of the class.
/// assert!(ladder.steps_from(dmm).map(|role| role.id()).eq(["director-of-marketing", "vp-of-marketing"]));
/// assert_eq!(ladder.count_paths(specialist, dmm)?, 2);
/// let direct = ladder.shortest_path(specialist, dmm).ok_or("no way")?;
/// assert_eq!(direct, [specialist, dmm]);
/// assert!(ladder.circle().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Ladder<'o> {
    org: &'o Org,
    /// The steps that roles state, in the order stated.
    stated: Rows<u32>,
    /// The roles of each class, by id; in the order of [`RoleClass::ALL`].
    members: Rows<u32>,
    /// The roles, then a hub for each class: a role leads to hubs or to roles, and a hub to the roles of its class.
    pub(super) arcs: Arcs,
    pub(super) circle: Option<Circle<'o>>,
}

impl<'o> Ladder<'o> {
    /// Reads the ladder of an org, in O(r log r + s) for r roles and s steps that are stated.
    #[must_use]
    pub fn of(org: &'o Org) -> Self {
        let roles = small(org.roles().len());
        let nodes = roles.saturating_add(small(RoleClass::ALL.len()));
        let steps =
            |role: Role<'o>| role.stated_next().into_iter().flatten().map(move |to| (node(role), node(to)));
        let stated = Rows::group(roles as usize, org.roles().flat_map(steps));
        let hub = move |class: RoleClass| roles + small(class as usize);
        let mut members = Rows::group(
            RoleClass::ALL.len(),
            org.roles().map(|role| (small(role.class() as usize), node(role))),
        );
        members.sort_rows_by(|role| org.role_at(RoleIx::new(role as usize)).id());
        let to_hubs = |role: Role<'o>| {
            let classes = role.next_classes().unwrap_or_default().iter();
            classes.map(move |class| (node(role), hub(*class)))
        };
        let from_hubs = org.roles().map(|role| (hub(role.class()), node(role)));
        let arcs = org.roles().flat_map(steps).chain(org.roles().flat_map(to_hubs)).chain(from_hubs);
        let mut ladder = Self { org, stated, members, arcs: Arcs::new(nodes, arcs), circle: None };
        ladder.circle = Circle::on(&ladder);
        ladder
    }

    /// Returns the org that the ladder is of.
    #[must_use]
    pub fn org(&self) -> &'o Org {
        self.org
    }

    /// Returns the roles to which a step leads from a role: as stated, else by class and id.
    pub fn steps_from(&self, role: Role<'o>) -> impl Iterator<Item = Role<'o>> + Clone {
        let classes = role.next_classes().unwrap_or_default().iter();
        let of_class = classes.flat_map(|class| self.of_class(*class));
        self.stated_of(node(role)).iter().chain(of_class).map(|to| self.role(*to))
    }

    /// Returns the roles from which a step leads to a role, in the order of the org: first those that state it.
    pub fn steps_to(&self, role: Role<'o>) -> impl Iterator<Item = Role<'o>> + Clone {
        let stated = self.arcs.sources(node(role)).iter().copied().filter(|from| !self.is_hub(*from));
        let of_class = self.arcs.sources(self.hub(role.class())).iter().copied();
        stated.chain(of_class).map(|from| self.role(from))
    }

    /// Returns the roles where careers start, in the order of the org: they lead on, and no role leads to them.
    pub fn entries(&self) -> impl Iterator<Item = Role<'o>> {
        self.org.roles().filter(|role| self.leads_on(*role) && !self.is_led_to(*role))
    }

    /// Returns the roles where careers end, in the order of the org: roles lead to them, and they lead nowhere.
    pub fn tops(&self) -> impl Iterator<Item = Role<'o>> {
        self.org.roles().filter(|role| !self.leads_on(*role) && self.is_led_to(*role))
    }

    /// Returns the roles that no step leads from or to, in the order of the org.
    pub fn off_ladder(&self) -> impl Iterator<Item = Role<'o>> {
        self.org.roles().filter(|role| !self.leads_on(*role) && !self.is_led_to(*role))
    }

    /// Returns a circle of steps; none if steps never lead back, as on most ladders.
    ///
    /// Of several, it is one through the role whose id comes first among those on circles, and has the fewest steps.
    #[must_use]
    pub fn circle(&self) -> Option<&Circle<'o>> {
        self.circle.as_ref()
    }

    fn leads_on(&self, role: Role<'o>) -> bool {
        self.steps_from(role).next().is_some()
    }

    fn is_led_to(&self, role: Role<'o>) -> bool {
        self.steps_to(role).next().is_some()
    }

    pub(super) fn role(&self, node: u32) -> Role<'o> {
        self.org.role_at(RoleIx::new(node as usize))
    }

    /// Returns how many nodes are roles; those of hubs come after.
    pub(super) fn roles(&self) -> u32 {
        small(self.org.roles().len())
    }

    pub(super) fn is_hub(&self, node: u32) -> bool {
        self.roles() <= node
    }

    pub(super) fn hub(&self, class: RoleClass) -> u32 {
        self.roles() + small(class as usize)
    }

    /// Returns the steps that a role states, in that order.
    pub(super) fn stated_of(&self, role: u32) -> &[u32] {
        self.stated.row(role as usize)
    }

    /// Returns the roles of a class, by id.
    pub(super) fn of_class(&self, class: RoleClass) -> &[u32] {
        self.members.row(class as usize)
    }
}

/// Returns the node of a role.
pub(super) fn node(role: Role<'_>) -> u32 {
    small(role.ix().index())
}

fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::OrgBuilder;
    use crate::testing::org;

    fn ids<'o>(roles: impl Iterator<Item = Role<'o>>) -> Vec<&'o str> {
        roles.map(Role::id).collect()
    }

    #[test]
    fn stated_steps_come_as_stated_and_those_of_a_class_by_class_and_id() {
        let org = org(|org| {
            org.role("z").class(RoleClass::Specialist).next(["other", "ceo"]);
            org.role("数字").class(RoleClass::SeniorSpecialist);
            org.role("a").class(RoleClass::SeniorSpecialist);
        });
        let ladder = Ladder::of(&org);
        assert_eq!(ids(ladder.steps_from(org.role("z").unwrap())), ["other", "ceo"]);
        assert_eq!(
            ids(ladder.steps_from(org.role("specialist").unwrap())),
            ["a", "lead-specialist", "senior-specialist", "数字", "digital-marketing-manager"]
        );
        assert_eq!(ids(ladder.steps_to(org.role("数字").unwrap())), ["specialist"]);
        assert_eq!(ids(ladder.steps_to(org.role("ceo").unwrap())), ["z", "cmo"]);
    }

    #[test]
    fn built_in_roles_are_entries_tops_or_off_the_ladder() {
        let org = org(|_| ());
        let ladder = Ladder::of(&org);
        assert_eq!(ids(ladder.entries()), ["specialist"]);
        assert_eq!(ids(ladder.tops()), ["ceo"]);
        assert_eq!(
            ids(ladder.off_ladder()),
            ["copywriter", "graphic-designer", "head-of-sales", "product-manager", "external", "other"]
        );
        assert_eq!(ladder.circle(), None);
    }

    #[test]
    fn an_empty_list_of_steps_leads_nowhere() {
        let org = org(|org| _ = org.role("specialist").next([""; 0]));
        let ladder = Ladder::of(&org);
        let specialist = org.role("specialist").unwrap();
        assert_eq!(ladder.steps_from(specialist).count(), 0);
        assert!(ladder.off_ladder().any(|role| role == specialist));
    }

    #[test]
    fn a_role_that_leads_to_itself_does_not_build() {
        let mut org = OrgBuilder::new("Model", "IDR");
        org.role("a").class(RoleClass::Manager).next(["a"]);
        assert!(org.build().unwrap_err().to_string().contains("`a`"));
    }

    #[test]
    fn many_roles_of_two_classes_do_not_multiply() {
        const EACH: usize = 50_000;
        let org = org(|org| {
            for at in 0..EACH {
                org.role(&format!("s{at}")).class(RoleClass::Specialist);
                org.role(&format!("m{at}")).class(RoleClass::Manager);
            }
        });
        let ladder = Ladder::of(&org);
        let role = |id| org.role(id).unwrap();
        assert_eq!(ladder.fewest_steps(role("s49999"), role("m0")), Some(1));
        assert_eq!(ladder.fewest_steps(role("s0"), role("ceo")), Some(4));
        // Two senior roles are built in, on the way to any manager; the next step is direct.
        assert_eq!(ladder.count_paths(role("s0"), role("m7")), Ok(3));
        assert_eq!(ladder.entries().count(), EACH + 1);
        assert!(ladder.circle().is_none());
    }
}
