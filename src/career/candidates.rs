//! Who could take a seat.

use crate::career::ladder::{Ladder, node};
use crate::career::readiness::{Candidate, LevelFit, Readiness, Standing};
use crate::org::Position;

impl<'o> Ladder<'o> {
    /// Returns who could take a seat, readiest first: everybody whose role is that of the seat, or leads to it.
    ///
    /// - Whoever holds the seat is none, wherever else they sit; vacant seats offer nobody.
    /// - A person counts once: of all seats that they hold or act in, the one that makes them readiest counts.
    /// - Each seat is judged by its own role and level. Whoever only acts in a seat has its role, and no level of it: the
    ///   level that a vacant seat states is that of whoever comes. Who acts in the seat, or in one of its role, needs
    ///   none ([`Readiness::Acting`]).
    /// - Candidates who are equally ready come by [`LevelFit`], those below the seat before others, then by id.
    ///
    /// Costs O(positions + roles + steps stated), and a sort of the candidates.
    #[must_use]
    pub fn candidates(&self, seat: Position<'o>) -> Vec<Candidate<'o>> {
        let steps = self.back([node(seat.role())]);
        let found = self.org().positions().filter_map(|position| {
            let person = position.occupant().filter(|person| seat.holder() != Some(*person))?;
            let steps = steps.at(node(position.role()))?.steps;
            Some(candidate(person, position, seat, steps))
        });
        let mut found: Vec<Candidate<'o>> = found.collect();
        found.sort_by_key(|one| (one.person, key(one)));
        found.dedup_by_key(|one| one.person);
        found.sort_by_key(|one| (key(one), one.person));
        found
    }
}

fn candidate<'o>(person: &'o str, position: Position<'o>, seat: Position<'o>, steps: u32) -> Candidate<'o> {
    let acts = position.is_vacant();
    let level = position.level().filter(|_| !acts);
    let level = LevelFit::of(level, position.role(), seat.role());
    let readiness = if acts && steps == 0 { Readiness::Acting } else { Readiness::of(steps, level) };
    Candidate { person, readiness, level, standing: Standing::of(position, seat), steps, position }
}

/// Orders candidates, and the seats of one, from the readiest; ids settle what is left.
fn key<'o>(one: &Candidate<'o>) -> (Readiness, LevelFit, Standing, u32, &'o str) {
    (one.readiness, one.level, one.standing, one.steps, one.position.id())
}
