//! Who works with whom (S18, S19), and who stands in for whom (RSK003).

use crate::templates::sketch::Sketch;
use crate::templates::team::{Seat, Team};

impl Sketch<'_> {
    /// States whom DMMs and specialists work with.
    pub(super) fn partners(&mut self) {
        let managers: Vec<String> =
            self.teams.iter().map(|team| &team.manager).chain(&self.segments).cloned().collect();
        for manager in managers {
            let (heads, chief) = (self.heads.clone(), self.chief.clone());
            self.edit(&manager, |position, _| {
                let apart = position.reports_to.as_ref() != Some(&chief);
                position.works_with = apart.then_some(chief).into_iter().chain(heads).collect();
            });
        }
        let teams = self.teams.clone();
        let first = |team: &Team| team.members.iter().find(|member| member.seat != Seat::Agency).cloned();
        let firsts: Vec<String> = teams.iter().filter_map(first).map(|member| member.id).collect();
        for (number, team) in teams.iter().enumerate() {
            let own = if team.creatives.is_empty() { self.studio.clone() } else { team.creatives.clone() };
            for member in team.members.iter().filter(|member| member.seat != Seat::Agency) {
                // Without creative people a team's specialists are tied by one of them (COL005), and teams of one specialist
                // by the first of all.
                let tied = [firsts.get(number), firsts.first()].into_iter().flatten();
                let tied = tied.filter(|first| own.is_empty() && **first != member.id).take(1);
                let partners = own.iter().chain(tied).cloned().collect();
                self.edit(&member.id, |position, _| position.works_with = partners);
            }
        }
    }

    /// Names a deputy for whoever alone runs a channel.
    pub(super) fn deputies(&mut self) {
        let mut runs = vec![0_usize; self.size.channels.len()];
        for position in self.spec.positions.values() {
            for channel in &position.channels {
                if let Some(run) = self.spec.channels.get_index_of(channel).and_then(|at| runs.get_mut(at)) {
                    *run += 1;
                }
            }
        }
        for team in self.teams.clone() {
            let ids: Vec<&String> = team.members.iter().map(|member| &member.id).collect();
            let others = ids.iter().chain(ids.iter()).copied();
            for (place, member) in team.members.iter().enumerate() {
                let alone = member.channels.iter().any(|channel| runs.get(*channel) == Some(&1));
                let next = others.clone().nth(place + 1).filter(|next| **next != member.id);
                // Whoever is alone in a team is stood in for by a creative colleague.
                let next = next.or(team.creatives.first()).filter(|_| alone);
                let deputy = next.and_then(|next| self.spec.positions.get(next)?.holder.clone());
                if deputy.is_some() {
                    self.edit(&member.id, |position, _| position.acting = deputy);
                }
            }
        }
    }
}
