//! Who could take a seat.

use crate::career::ladder::{Ladder, node};
use crate::career::readiness::{Candidate, LevelFit, Readiness, Standing};
use crate::org::Position;

impl<'o> Ladder<'o> {
    /// Returns who could take a seat, readiest first: everybody whose role is that of the seat, or leads to it.
    ///
    /// - Whoever holds the seat is none, wherever else they sit; vacant seats offer nobody.
    /// - A person counts once: of all seats that they hold or act in, the one that makes them readiest counts.
    /// - Each seat is judged by its own role and level. Acting is proof of the role it is done in, and asks for no level
    ///   ([`Readiness::Acting`]); it is no step towards others, for which the seats that somebody holds count alone.
    /// - Candidates who are equally ready come by [`LevelFit`], then by [`Standing`], then by the id of the person.
    ///
    /// Costs O(positions + roles + steps stated), and a sort of the candidates.
    #[must_use]
    pub fn candidates(&self, seat: Position<'o>) -> Vec<Candidate<'o>> {
        let steps = self.back([node(seat.role())]);
        let found = self.org().positions().filter_map(|position| {
            let person = position.occupant().filter(|person| seat.holder() != Some(*person))?;
            let steps = steps.at(node(position.role()))?.steps;
            (steps == 0 || !position.is_vacant()).then(|| candidate(person, position, seat, steps))
        });
        let mut found: Vec<Candidate<'o>> = found.collect();
        found.sort_by_key(|one| (one.person, key(one), one.position.id()));
        found.dedup_by_key(|one| one.person);
        found.sort_by_key(|one| (key(one), one.person));
        found
    }
}

fn candidate<'o>(person: &'o str, position: Position<'o>, seat: Position<'o>, steps: u32) -> Candidate<'o> {
    // The level that a vacant seat states is that of whoever comes.
    let acts = position.is_vacant();
    let level = LevelFit::of(position.level().filter(|_| !acts), position.role(), seat.role());
    let readiness = if acts { Readiness::Acting } else { Readiness::of(steps, level) };
    Candidate { person, readiness, level, standing: Standing::of(position, seat), steps, position }
}

/// Orders candidates, and the seats of one, from the readiest.
fn key(one: &Candidate<'_>) -> (Readiness, LevelFit, Standing, u32) {
    (one.readiness, one.level, one.standing, one.steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::career::readiness::Standing::{Above, Below, Elsewhere, Here};
    use crate::org::{Org, OrgBuilder};
    use crate::role::RoleClass;
    use crate::role::Seniority::{Entry, Mid, Senior};
    use crate::testing::org;

    fn found<'o>(org: &'o Org, seat: &str) -> Vec<(&'o str, Readiness, &'o str)> {
        let ladder = Ladder::of(org);
        let candidates = ladder.candidates(org.position(seat).unwrap());
        candidates.into_iter().map(|one| (one.person, one.readiness, one.position.id())).collect()
    }

    fn level(level: crate::role::Seniority) -> (Readiness, LevelFit) {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("seo", "specialist").holder("budi").level(level);
        });
        let candidates = Ladder::of(&org).candidates(org.position("dmm").unwrap());
        candidates.first().map(|one| (one.readiness, one.level)).unwrap()
    }

    #[test]
    fn a_level_suffices_from_the_lowest_of_the_seats_role_on() {
        assert_eq!(level(Entry), (Readiness::TooEarly(1), LevelFit::Below));
        assert_eq!(level(Mid), (Readiness::Next(1), LevelFit::AtTop));
        assert_eq!(level(Senior), (Readiness::Next(1), LevelFit::AtTop));
    }

    #[test]
    fn a_lead_at_mid_level_is_ready_with_room_left_to_grow() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
            org.position("a", "lead-specialist").holder("adi").level(Mid);
            org.position("b", "lead-specialist").holder("budi").level(Senior);
        });
        let candidates = Ladder::of(&org).candidates(org.position("dmm").unwrap());
        let levels: Vec<_> = candidates.iter().map(|one| (one.person, one.level)).collect();
        assert_eq!(levels, [("budi", LevelFit::AtTop), ("adi", LevelFit::Enough)]);
        assert!(candidates.iter().all(|one| one.readiness == Readiness::Next(1)));
    }

    #[test]
    fn what_is_not_known_is_said_and_what_is_not_asked_for_too() {
        let org = org(|org| {
            org.role("odd").class(RoleClass::Manager).levels(Senior, Mid);
            org.role("specialist").next(["odd", "digital-marketing-manager", "copywriter"]);
            org.position("odd", "odd");
            org.position("dmm", "digital-marketing-manager");
            org.position("writer", "copywriter");
            org.position("seo", "specialist").holder("budi");
        });
        assert_eq!(found(&org, "odd"), [("budi", Readiness::Unknown(1), "seo")]);
        assert_eq!(found(&org, "dmm"), [("budi", Readiness::Unknown(1), "seo")]);
        let candidates = Ladder::of(&org).candidates(org.position("writer").unwrap());
        let only: Vec<_> = candidates.iter().map(|one| (one.readiness, one.level)).collect();
        assert_eq!(only, [(Readiness::Next(1), LevelFit::NotAsked)]);
    }

    fn team(org: &mut OrgBuilder) {
        org.position("cmo", "cmo").holder("sari");
        org.position("dmm", "digital-marketing-manager").reports_to("cmo").acting("budi");
        org.position("seo", "specialist").reports_to("dmm").holder("budi").level(Entry);
        org.position("ppc", "specialist").reports_to("dmm").level(Mid);
        org.position("brand", "digital-marketing-manager").reports_to("cmo").holder("rina").level(Mid);
        org.position("events", "specialist").reports_to("cmo").holder("rina").level(Mid);
    }

    #[test]
    fn who_acts_is_proof_vacant_seats_offer_nobody_and_a_person_counts_once() {
        let org = org(team);
        assert_eq!(
            found(&org, "dmm"),
            [("budi", Readiness::Acting, "dmm"), ("rina", Readiness::Now, "brand")]
        );
        // Whoever holds a seat is no candidate for it, by another seat either.
        assert_eq!(found(&org, "brand"), [("budi", Readiness::Acting, "dmm")]);
        // Rina's seat in the same role goes before her other one, and she is at the top of it.
        assert_eq!(found(&org, "ppc"), [("rina", Readiness::Now, "events"), ("budi", Readiness::Now, "seo")]);
    }

    #[test]
    fn where_a_candidate_sits_is_told() {
        let org = org(|org| {
            team(org);
            org.position("deputy", "digital-marketing-manager").reports_to("brand").holder("eko").level(Mid);
        });
        let ladder = Ladder::of(&org);
        let standing = |seat: &str| {
            let candidates = ladder.candidates(org.position(seat).unwrap());
            candidates.iter().map(|one| (one.person, one.standing)).collect::<Vec<_>>()
        };
        assert_eq!(standing("dmm"), [("budi", Here), ("eko", Elsewhere), ("rina", Elsewhere)]);
        assert_eq!(standing("brand"), [("budi", Elsewhere), ("eko", Below)]);
        assert_eq!(standing("deputy"), [("budi", Elsewhere), ("rina", Above)]);
    }
}
