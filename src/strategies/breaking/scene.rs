//! The org that a fault is planted in, and the hands that change it.

use crate::calendar::{Calendar, Date, Interval};
use crate::money::{Amount, Money};
use crate::org::{Delegation, Org, OutcomeKind, OutcomeTopic, Position};
use crate::role::{Risk, RoleClass};
use crate::spec::{ChannelSpec, DelegationSpec, OrgSpec, OutcomeSpec, PositionSpec};
use crate::strategies::make::built;
use crate::strategies::naming;
use crate::strategies::pick::Pick;

/// Plants one fault.
pub(super) type Breaker = fn(&mut Scene);

/// An amount below any that a clean org deals in, in whole units.
pub(super) const SMALL: i64 = 1_000;

/// Spans and layers that leave room for two reports more, and for a report of theirs, in every profile.
const ROOM: std::ops::RangeInclusive<usize> = 1..=6;
const LAYERS: usize = 3;

/// A clean org that is about to have a fault.
#[derive(Debug)]
pub(super) struct Scene {
    spec: OrgSpec,
    picks: Vec<Pick>,
    pub(super) as_of: Date,
}

impl Scene {
    pub(super) fn new(spec: OrgSpec, picks: [Pick; 4], as_of: Date) -> Self {
        Self { spec, picks: picks.into(), as_of }
    }

    pub(super) fn into_spec(self) -> OrgSpec {
        self.spec
    }

    pub(super) fn spec(&mut self) -> &mut OrgSpec {
        &mut self.spec
    }

    /// Returns the org as it stands.
    pub(super) fn org(&self) -> Org {
        built(&self.spec)
    }

    /// Returns the fiscal year of the day of the check.
    pub(super) fn year(&self) -> Interval {
        let organization = &self.spec.organization;
        Calendar::new(organization.fiscal_year_starts, organization.week_starts).fiscal_year(self.as_of)
    }

    /// Makes a choice.
    pub(super) fn pick(&mut self) -> Pick {
        self.picks.pop().unwrap_or_default()
    }

    /// Chooses one of several; shrinks to the first.
    pub(super) fn one_of<T: Copy>(&mut self, first: T, others: &[T]) -> T {
        let place = self.pick().place(others.len() + 1);
        place.and_then(|place| others.get(place.checked_sub(1)?)).copied().unwrap_or(first)
    }

    /// Chooses a position that suits.
    pub(super) fn choose(&mut self, suits: impl Fn(Position<'_>) -> bool) -> Option<String> {
        let org = self.org();
        let ids: Vec<&str> = org.positions().filter(|position| suits(*position)).map(Position::id).collect();
        self.pick().of(&ids).map(str::to_owned)
    }

    /// Chooses a delegation that suits.
    pub(super) fn choose_delegation(&mut self, suits: impl Fn(Delegation<'_>) -> bool) -> Option<usize> {
        let org = self.org();
        let suiting = org.delegations().filter(|delegation| suits(*delegation));
        let places: Vec<usize> = suiting.map(|delegation| delegation.ix().index()).collect();
        self.pick().of(&places)
    }

    /// Changes a position.
    pub(super) fn change(&mut self, id: &str, change: impl FnOnce(&mut PositionSpec)) {
        if let Some(position) = self.spec.positions.get_mut(id) {
            change(position);
        }
    }

    /// Adds a position, held by a person of its own.
    pub(super) fn hire(&mut self, role: &str, manager: Option<&str>) -> String {
        let place = self.spec.positions.len();
        let id = naming::position(role, place, None);
        let mut position = PositionSpec::new(role);
        position.holder = Some(naming::person(place));
        position.reports_to = manager.map(str::to_owned);
        self.spec.positions.insert(id.clone(), position);
        self.settle(&id);
        id
    }

    /// Adds a specialist, who is assigned a channel, has a deputy, and answers for something.
    pub(super) fn hire_specialist(&mut self, role: &str, manager: &str, channel: &str) -> String {
        let id = self.hire(role, Some(manager));
        self.assign(&id, &[channel.to_owned()]);
        id
    }

    /// Assigns channels to a position, and sees that each has a deputy and somebody who answers for it.
    pub(super) fn assign(&mut self, id: &str, channels: &[String]) {
        let deputy = naming::person(1_000 + self.spec.positions.len());
        self.change(id, |position| {
            position.channels = channels.to_vec();
            position.acting = Some(deputy);
        });
        for channel in channels {
            let owned = self.spec.outcomes.iter().any(|outcome| outcome.channel.as_ref() == Some(channel));
            if !owned {
                self.outcome(id, OutcomeKind::Tactical, |outcome| outcome.channel = Some(channel.clone()));
            }
        }
        self.answer(id);
    }

    /// Adds an outcome that a position answers for and works on.
    pub(super) fn outcome(&mut self, id: &str, kind: OutcomeKind, state: impl FnOnce(&mut OutcomeSpec)) {
        let number = self.spec.outcomes.len() + 1;
        let mut outcome = OutcomeSpec::new(&format!("planted-{number}"), kind, id);
        outcome.responsible = vec![id.to_owned()];
        state(&mut outcome);
        self.spec.outcomes.push(outcome);
    }

    /// Sees that a position with somebody in it answers for something: a DMM for the return and the team, at high risk.
    pub(super) fn answer(&mut self, id: &str) {
        if self.spec.outcomes.iter().any(|outcome| outcome.accountable == id) {
            return;
        }
        let org = self.org();
        let person = org.position(id).filter(|position| position.occupant().is_some());
        let class = person.map_or(RoleClass::External, Position::class);
        if class == RoleClass::Manager {
            self.outcome(id, OutcomeKind::Strategic, |outcome| {
                outcome.risk = Some(Risk::High);
                outcome.about = vec![OutcomeTopic::Roi, OutcomeTopic::TeamPerformance];
            });
        } else if class != RoleClass::External {
            self.outcome(id, OutcomeKind::Tactical, |_| ());
        }
    }

    /// Adds a channel.
    pub(super) fn add_channel(&mut self) -> String {
        let id = naming::channel(self.spec.channels.len());
        self.spec.channels.insert(id.clone(), ChannelSpec::default());
        id
    }

    /// Chooses a channel; none in an org without.
    pub(super) fn choose_channel(&mut self) -> Option<String> {
        let channels: Vec<String> = self.spec.channels.keys().cloned().collect();
        channels.get(self.pick().place(channels.len())?).cloned()
    }

    /// Chooses a channel that has a specialist and money, or adds a team with one.
    pub(super) fn covered_channel(&mut self) -> String {
        if let Some(channel) = self.choose_channel() {
            return channel;
        }
        self.team();
        self.choose_channel().unwrap_or_default()
    }

    /// Adds to what a position holds.
    pub(super) fn grant(&mut self, id: &str, more: Money) {
        let org = self.org();
        let budget = org.position(id).and_then(Position::budget).unwrap_or_default();
        let sum = budget.checked_add(more).unwrap_or(budget);
        self.change(id, |position| position.budget = Some(Amount::of(sum, org.currency())));
        self.answer(id);
    }

    /// Adds a delegation for the fiscal year of money that the delegator need not hold.
    pub(super) fn delegate(
        &mut self,
        from: &str,
        to: &str,
        units: i64,
        state: impl FnOnce(&mut DelegationSpec),
    ) {
        let mut delegation = DelegationSpec::new(from, to, units);
        delegation.valid = self.year();
        state(&mut delegation);
        self.spec.delegations.push(delegation);
        self.answer(to);
    }

    /// Adds a delegation for the fiscal year, and the money for it.
    pub(super) fn fund(&mut self, from: &str, to: &str, units: i64, state: impl FnOnce(&mut DelegationSpec)) {
        let more = self.org().currency().major(units).unwrap_or_default();
        self.grant(from, more);
        self.delegate(from, to, units, state);
    }

    /// Chooses a DMM who has a team, and room in it, or adds one.
    pub(super) fn dmm(&mut self) -> String {
        let suits = |position: Position<'_>| {
            position.class() == RoleClass::Manager && has_room(position) && position.layer() <= LAYERS
        };
        self.choose(suits).unwrap_or_else(|| self.team())
    }

    /// Adds a DMM below somebody outside, with a specialist who is paid and a copywriter.
    pub(super) fn team(&mut self) -> String {
        let outside = self.hire("external", None);
        let dmm = self.hire("digital-marketing-manager", Some(&outside));
        let channel = self.choose_channel().unwrap_or_else(|| self.add_channel());
        let specialist = self.hire_specialist("specialist", &dmm, &channel);
        self.hire("copywriter", Some(&dmm));
        self.fund(&dmm, &specialist, SMALL, |delegation| delegation.limits.day = Some(Amount::from(10)));
        dmm
    }
}

/// Returns whether somebody leads a team in which two more would do no harm.
pub(super) fn has_room(position: Position<'_>) -> bool {
    position.occupant().is_some() && ROOM.contains(&position.span())
}
