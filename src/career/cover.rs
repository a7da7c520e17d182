//! For which seats somebody is ready.

use crate::career::ladder::{Ladder, node};
use crate::career::readiness::Need;
use crate::graph_support::PerNode;
use crate::org::{Position, Role};
use crate::ratio;
use crate::role::{RoleClass, Seniority};

/// For how many seats with reports somebody is ready: the succession cover of an org.
///
/// Seats count whose role is on the ladder: its class has a rank, or a role leads to it. Of another's (`other`, the head
/// of another department) nobody can say who could follow, and having the same role says nothing.
///
/// A seat is covered if one of its [`Ladder::candidates`] is ready
/// ([`Readiness::is_ready`](crate::career::Readiness::is_ready)), wherever they sit: one person may cover many seats, and
/// one in the same role leaves another seat open. The cover of a plan is this share (general knowledge of succession
/// planning, whose tools call it bench strength). The rule `no-successor` (CAR003) asks less: see
/// [`Ladder::without_path_below`].
#[derive(Debug, Clone)]
pub struct Cover<'o> {
    /// The seats with reports, in the order of the org, and whether each is covered.
    seats: Vec<(Position<'o>, bool)>,
}

impl<'o> Cover<'o> {
    /// Looks for somebody who is ready, for each seat with reports, in O(positions + roles + steps stated).
    #[must_use]
    pub fn of(ladder: &Ladder<'o>) -> Self {
        let near = Near::of(ladder);
        let is_on_ladder = |seat: &Position<'o>| {
            seat.class().rank().is_some() || ladder.steps_to(seat.role()).next().is_some()
        };
        let seats = ladder.org().positions().filter(|position| position.span() != 0).filter(is_on_ladder);
        Self { seats: seats.map(|seat| (seat, near.covers(seat))).collect() }
    }

    /// Returns the number of seats with reports.
    #[must_use]
    pub fn seats(&self) -> usize {
        self.seats.len()
    }

    /// Returns how many of them have a candidate who is ready.
    #[must_use]
    pub fn covered(&self) -> usize {
        self.seats.iter().filter(|(_, covered)| *covered).count()
    }

    /// Returns the share of seats that are covered; none if no seat with reports is on the ladder.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        self.share_where(|_| true)
    }

    /// Returns the share of the seats of a class that are covered; none if none has reports.
    #[must_use]
    pub fn share_of(&self, class: RoleClass) -> Option<f64> {
        self.share_where(|seat| seat.class() == class)
    }

    /// Returns the seats with reports for which nobody is ready, in the order of the org.
    pub fn uncovered(&self) -> impl Iterator<Item = Position<'o>> {
        self.seats.iter().filter(|(_, covered)| !covered).map(|(seat, _)| *seat)
    }

    /// Returns whether somebody is ready for a seat; none if it has no reports, or is not on the ladder.
    #[must_use]
    pub fn covers(&self, seat: Position<'o>) -> Option<bool> {
        let place = self.seats.binary_search_by_key(&seat.ix(), |(seat, _)| seat.ix()).ok()?;
        self.seats.get(place).map(|(_, covered)| *covered)
    }

    fn share_where(&self, is_asked: impl Fn(Position<'o>) -> bool) -> Option<f64> {
        let count = |covered: &dyn Fn(bool) -> bool| {
            let asked = self.seats.iter().filter(|(seat, is)| is_asked(*seat) && covered(*is));
            u64::try_from(asked.count()).unwrap_or(u64::MAX)
        };
        ratio::share(count(&|covered| covered), count(&|_| true))
    }
}

/// Who is in a role or one step from it, as far as it takes to find one who is ready and does not hold the seat.
struct Near<'o> {
    holding: PerNode<Highest<'o>>,
    acting: PerNode<Highest<'o>>,
}

impl<'o> Near<'o> {
    fn of(ladder: &Ladder<'o>) -> Self {
        let mut own = PerNode::new(ladder.arcs.nodes(), Highest::default());
        let mut acting = PerNode::new(ladder.roles(), Highest::default());
        for position in ladder.org().positions() {
            let at = node(position.role());
            if let Some(person) = position.holder() {
                own.set(at, own.at(at).with(person, position.level()));
            } else if let Some(person) = position.acting() {
                acting.set(at, acting.at(at).with(person, None));
            }
        }
        let gather = |of: &PerNode<Highest<'o>>, at: u32| {
            ladder.arcs.sources(at).iter().fold(of.at(at), |sum, from| sum.and(of.at(*from)))
        };
        for hub in ladder.roles()..ladder.arcs.nodes() {
            let gathered = gather(&own, hub);
            own.set(hub, gathered);
        }
        let mut holding = PerNode::new(ladder.roles(), Highest::default());
        for role in 0..ladder.roles() {
            holding.set(role, gather(&own, role));
        }
        Self { holding, acting }
    }

    fn covers(&self, seat: Position<'o>) -> bool {
        let role: Role<'o> = seat.role();
        let has = |of: &PerNode<Highest<'o>>, least| of.at(node(role)).has(seat.holder(), least);
        let holds = match Need::of(role) {
            Need::Nothing => has(&self.holding, None),
            Need::Unclear => false,
            Need::AtLeast(lowest) => has(&self.holding, Some(lowest)),
        };
        holds || has(&self.acting, None)
    }
}

/// The two people of the highest level: if one holds the seat, the other may take it.
#[derive(Debug, Clone, Copy, Default)]
struct Highest<'o> {
    first: Option<(Option<Seniority>, &'o str)>,
    second: Option<(Option<Seniority>, &'o str)>,
}

impl<'o> Highest<'o> {
    fn with(self, person: &'o str, level: Option<Seniority>) -> Self {
        let new = Some((level, person));
        let is = |other: Option<(_, &str)>| other.is_some_and(|(_, other)| other == person);
        if is(self.first) {
            return Self { first: self.first.max(new), ..self };
        }
        let second = if is(self.second) { self.second.max(new) } else { new };
        let kept = if is(self.second) { None } else { self.second };
        if self.first < second {
            Self { first: second, second: self.first.max(kept) }
        } else {
            Self { first: self.first, second: second.max(kept) }
        }
    }

    fn and(self, other: Self) -> Self {
        let both = other.first.into_iter().chain(other.second);
        both.fold(self, |sum, (level, person)| sum.with(person, level))
    }

    /// Returns whether there is one at a level or above, other than a person.
    fn has(self, except: Option<&str>, least: Option<Seniority>) -> bool {
        let mut both = self.first.into_iter().chain(self.second);
        both.any(|(level, person)| least <= level && except != Some(person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Seniority::{Entry, Mid, Senior};
    use crate::testing::org;

    #[test]
    fn a_seat_is_covered_by_one_who_is_ready_and_not_by_one_who_is_not() {
        let org = org(|org| {
            org.position("a", "digital-marketing-manager").holder("ayu").level(Mid);
            org.position("a1", "specialist").holder("budi").reports_to("a").level(Entry);
            org.position("b", "director-of-marketing").holder("citra");
            org.position("b1", "specialist").holder("dewi").reports_to("b").level(Mid);
            org.position("c", "copywriter").holder("eko");
            org.position("c1", "copywriter").holder("eko").reports_to("c");
        });
        let cover = Cover::of(&Ladder::of(&org));
        let covers = |id| cover.covers(org.position(id).unwrap());
        // Dewi is ready for the DMM; Ayu is not for the director; of a copywriter's seat nobody can say.
        assert_eq!(
            (covers("a"), covers("b"), covers("c"), covers("a1")),
            (Some(true), Some(false), None, None)
        );
        assert_eq!((cover.covered(), cover.seats(), cover.share()), (1, 2, Some(0.5)));
        assert_eq!(cover.share_of(RoleClass::Manager), Some(1.0));
        assert_eq!(cover.share_of(RoleClass::CLevel), None);
        assert!(cover.uncovered().map(Position::id).eq(["b"]));
    }

    #[test]
    fn without_reports_there_is_no_share() {
        let org = org(|org| _ = org.position("a", "specialist").holder("budi"));
        assert_eq!(Cover::of(&Ladder::of(&org)).share(), None);
    }

    #[test]
    fn the_two_highest_are_kept_each_once() {
        let three = Highest::default()
            .with("a", Some(Mid))
            .with("b", Some(Senior))
            .with("a", Some(Senior))
            .with("c", None);
        assert!(three.has(Some("a"), Some(Senior)) && three.has(Some("b"), Some(Senior)));
        let one = Highest::default().with("a", Some(Mid)).with("a", Some(Entry)).with("a", None);
        let two = Highest::default().with("a", Some(Senior)).with("b", Some(Mid)).with("b", None);
        assert!(two.has(Some("a"), Some(Mid)));
        assert!(one.has(None, Some(Mid)) && !one.has(None, Some(Senior)) && !one.has(Some("a"), None));
    }
}
