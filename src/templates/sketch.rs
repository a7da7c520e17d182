//! [`Sketch`]: an org that is being drawn.

use std::collections::BTreeSet;

use crate::money::Currency;
use crate::role::Seniority;
use crate::spec::{ChannelSpec, OrgSpec, OrganizationSpec, PositionSpec};
use crate::templates::size::TeamSize;
use crate::templates::team::Team;
use crate::templates::template::Template;
use crate::templates::words::person;

/// The most bytes of a channel's id that the id of a position takes up.
const STEM: usize = 120;

/// What is drawn so far.
#[derive(Debug)]
pub(super) struct Sketch<'t> {
    pub(super) template: Template,
    pub(super) size: &'t TeamSize,
    pub(super) spec: OrgSpec,
    pub(super) teams: Vec<Team>,
    /// Heads of other departments, whom every DMM works with.
    pub(super) heads: Vec<String>,
    /// Creative people of all teams.
    pub(super) studio: Vec<String>,
    /// Managers of segments, to whom the matrix lends people.
    pub(super) segments: Vec<String>,
    /// Who answers for the whole of marketing.
    pub(super) chief: String,
    outcomes: BTreeSet<String>,
    kpis: BTreeSet<String>,
}

impl<'t> Sketch<'t> {
    pub(super) fn new(template: Template, size: &'t TeamSize) -> Self {
        let name = format!("{} people, {template}", size.people);
        let mut spec = OrgSpec::new(OrganizationSpec::new(&name, size.currency.code()));
        let channels = size.channels.iter().map(|(id, name)| (id.clone(), ChannelSpec::new(name)));
        spec.channels = channels.collect();
        Self {
            template,
            size,
            spec,
            teams: Vec::new(),
            heads: Vec::new(),
            studio: Vec::new(),
            segments: Vec::new(),
            chief: String::new(),
            outcomes: BTreeSet::new(),
            kpis: BTreeSet::new(),
        }
    }

    /// Draws a position that reports to somebody or nobody, with a person of its own; returns its id, near to the one asked for.
    pub(super) fn seat(&mut self, id: &str, role: &str, reports_to: Option<&str>) -> String {
        let id = fresh(id, |id| self.spec.positions.contains_key(id));
        let mut position = PositionSpec::new(role);
        position.holder = Some(person(self.spec.positions.len()));
        position.reports_to = reports_to.map(str::to_owned);
        position.level = level(role);
        self.spec.positions.insert(id.clone(), position);
        id
    }

    /// Changes a position.
    pub(super) fn edit(&mut self, id: &str, change: impl FnOnce(&mut PositionSpec, Currency)) {
        let currency = self.size.currency;
        if let Some(position) = self.spec.positions.get_mut(id) {
            change(position, currency);
        }
    }

    /// Draws the heads of other departments.
    pub(super) fn heads(&mut self, count: usize, reports_to: &str) {
        let roles = ["head-of-sales", "product-manager"];
        self.heads = roles.iter().take(count).map(|role| self.seat(role, role, Some(reports_to))).collect();
    }

    /// Returns the id and the name of a channel.
    pub(super) fn channel(&self, channel: usize) -> (&'t str, &'t str) {
        let found = self.size.channels.get(channel);
        found.map_or(("", ""), |(id, name)| (id, if name.is_empty() { id } else { name }))
    }

    /// Returns an id for an outcome, near to the one asked for.
    pub(super) fn outcome_id(&mut self, id: &str) -> String {
        let id = fresh(id, |id| self.outcomes.contains(id));
        self.outcomes.insert(id.clone());
        id
    }

    /// Returns an id for a KPI, near to the one asked for.
    pub(super) fn kpi_id(&mut self, id: &str) -> String {
        let id = fresh(id, |id| self.kpis.contains(id));
        self.kpis.insert(id.clone());
        id
    }

    /// Returns a number from 1 that makes an id of a stem and a number new.
    pub(super) fn number(&self, stem: &str) -> usize {
        // Of one number more than there are positions one is free.
        let taken = |number: &usize| self.spec.positions.contains_key(&format!("{stem}-{number}"));
        (1..=self.spec.positions.len() + 1).find(|number| !taken(number)).unwrap_or_default()
    }

    /// States what follows from the teams that were drawn, and returns the whole.
    pub(super) fn finish(mut self) -> OrgSpec {
        self.answers();
        self.partners();
        self.deputies();
        self.spec
    }
}

/// Shortens the id of a channel so that it can be part of another id.
pub(super) fn stem(channel: &str) -> &str {
    let end = (0..=STEM).rev().find(|end| channel.is_char_boundary(*end)).unwrap_or_default();
    channel.get(..end.min(channel.len())).unwrap_or(channel).trim()
}

fn fresh(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(id) {
        return id.to_owned();
    }
    let numbered = (2..).map(|number: usize| format!("{id}-{number}"));
    numbered.into_iter().find(|id| !is_taken(id)).unwrap_or_default()
}

/// Returns the level of a role, as S21 and S22 have it; none of a role that they do not speak of.
fn level(role: &str) -> Option<Seniority> {
    match role {
        "ceo" | "cmo" | "managing-director" => Some(Seniority::Executive),
        "digital-marketing-manager" | "senior-specialist" | "lead-specialist" => Some(Seniority::Senior),
        "specialist" => Some(Seniority::Mid),
        _ => None,
    }
}
