//! Who answers for what, and how it is measured (S03, S04, S12, S14, S16, S17).

use std::collections::BTreeSet;

use crate::org::{OutcomeKind, OutcomeTopic};
use crate::role::Risk;
use crate::spec::{KpiSpec, OutcomeSpec};
use crate::templates::sketch::{Sketch, stem};
use crate::templates::team::{Seat, Team, tagged};
use crate::templates::template::Template;

impl Sketch<'_> {
    /// States the outcomes and KPIs: of marketing as a whole, of each DMM, and of each channel.
    pub(super) fn answers(&mut self) {
        let teams = self.teams.clone();
        let managers = self.segments.iter().chain(teams.iter().map(|team| &team.manager)).cloned().collect();
        let whole = self.outcome("marketing", "What marketing does for the business", &self.chief.clone());
        let whole = self.state(whole, managers, [OutcomeTopic::Strategy, OutcomeTopic::BusinessResult]);
        let top = self.kpi("new-customers", "New customers", &self.chief.clone(), &whole, None);
        for segment in self.segments.clone() {
            self.segment(&segment, &teams, &top);
        }
        for team in &teams {
            self.team_results(team, &top);
        }
    }

    /// States what a manager without a team of its own answers for: the business with a segment.
    fn segment(&mut self, manager: &str, teams: &[Team], top: &str) {
        let name = manager.trim_start_matches("dmm-").to_owned();
        let lent = self.spec.positions.iter();
        let lent = lent.filter(|(_, position)| position.dotted_lines.iter().any(|to| to == manager));
        let lent = lent.map(|(id, _)| id.clone()).collect();
        let mut outcome = self.outcome(&format!("business-{name}"), "Business with the segment", manager);
        outcome.consulted = teams.iter().map(|team| team.manager.clone()).collect();
        let id = self.state(outcome, lent, [OutcomeTopic::BusinessResult]);
        self.kpi(&format!("new-customers-{name}"), "New customers of the segment", manager, &id, Some(top));
    }

    fn team_results(&mut self, team: &Team, top: &str) {
        let mut outcome = self.outcome(
            &format!("return-{}", team.name),
            "What comes of the money and the team",
            &team.manager,
        );
        outcome.consulted.clone_from(&self.heads);
        let direct = team.members.iter().filter(|member| member.lead.is_none()).map(|member| &member.id);
        let mut responsible: Vec<String> = direct.chain(&team.creatives).cloned().collect();
        let mut covered: BTreeSet<String> = responsible.iter().cloned().collect();
        let topics = match self.template {
            // The segments answer for the business with them.
            Template::Matrix => vec![OutcomeTopic::Roi, OutcomeTopic::TeamPerformance],
            _ => vec![OutcomeTopic::BusinessResult, OutcomeTopic::Roi, OutcomeTopic::TeamPerformance],
        };
        let channels = self.channel_results(team, &mut covered);
        let led = team.members.iter().map(|member| &member.id).filter(|id| !covered.contains(*id));
        responsible.extend(led.cloned());
        let id = self.state(outcome, responsible, topics);
        let name = format!("return-{}", team.name);
        let kpi = self.kpi(&name, "Return on the money spent", &team.manager, &id, Some(top));
        for (outcome, owner, channel) in channels {
            let (channel, name) = self.channel(channel);
            let id = format!("customers-from-{}", tagged(stem(channel), &team.tag));
            self.kpi(&id, &format!("New customers from {name}"), &owner, &outcome, Some(&kpi));
        }
    }

    /// States who answers for each channel of a team; returns each outcome with its owner and channel.
    ///
    /// A lead answers for its channels with those whom it leads; of a channel without one, the first who runs it does.
    fn channel_results(
        &mut self,
        team: &Team,
        covered: &mut BTreeSet<String>,
    ) -> Vec<(String, String, usize)> {
        let mut owned = BTreeSet::new();
        let mut results = Vec::new();
        let own = team.members.iter().enumerate().filter(|(_, member)| member.seat != Seat::Agency);
        let (leads, others): (Vec<_>, Vec<_>) = own.partition(|(_, member)| member.seat == Seat::Lead);
        for (place, member) in leads.into_iter().chain(others) {
            for channel in member.channels.iter().copied() {
                if !owned.insert(channel) && member.seat != Seat::Lead {
                    continue;
                }
                let with = team.members.iter().filter(|other| {
                    let agency = other.seat == Seat::Agency;
                    (other.lead == Some(place) || agency) && other.channels.contains(&channel)
                });
                let responsible: Vec<String> =
                    std::iter::once(&member.id).chain(with.map(|other| &other.id)).cloned().collect();
                covered.extend(responsible.iter().cloned());
                let (id, name) = self.channel(channel);
                let id = self.outcome_id(&format!("{}-result", tagged(stem(id), &team.tag)));
                let mut outcome = OutcomeSpec::new(&id, OutcomeKind::Tactical, &member.id);
                outcome.name = Some(format!("Result of {name}"));
                outcome.channel = Some(self.channel(channel).0.to_owned());
                outcome.risk = Some(Risk::Medium);
                outcome.responsible = responsible;
                outcome.informed = vec![team.manager.clone()];
                self.spec.outcomes.push(outcome);
                results.push((id, member.id.clone(), channel));
            }
        }
        results
    }

    /// Begins a strategic outcome, which bears high risk; whoever is above the accountable hears of it.
    fn outcome(&mut self, id: &str, name: &str, accountable: &str) -> OutcomeSpec {
        let id = self.outcome_id(id);
        let mut outcome = OutcomeSpec::new(&id, OutcomeKind::Strategic, accountable);
        outcome.name = Some(name.to_owned());
        outcome.risk = Some(Risk::High);
        let above = self.spec.positions.get(accountable).and_then(|position| position.reports_to.clone());
        outcome.informed = above.into_iter().collect();
        outcome
    }

    fn state(
        &mut self,
        mut outcome: OutcomeSpec,
        responsible: Vec<String>,
        about: impl IntoIterator<Item = OutcomeTopic>,
    ) -> String {
        outcome.responsible = responsible;
        outcome.about = about.into_iter().collect();
        let id = outcome.id.clone();
        self.spec.outcomes.push(outcome);
        id
    }

    fn kpi(&mut self, id: &str, name: &str, owner: &str, measures: &str, part_of: Option<&str>) -> String {
        let id = self.kpi_id(id);
        let mut kpi = KpiSpec::new(&id, owner);
        kpi.name = Some(name.to_owned());
        kpi.measures = Some(measures.to_owned());
        kpi.contributes_to = part_of.map(str::to_owned);
        self.spec.kpis.push(kpi);
        id
    }
}
