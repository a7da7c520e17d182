//! Who acts in a seat, against a model that asks seat after seat by recursion.

use bagan::{Interval, Org, OrgBuilder};
use proptest::prelude::*;

use crate::model::{id, new_year, today};

/// Who sits where, and who stands in for whom in which years.
#[derive(Debug, Clone)]
struct Model {
    people: Vec<Option<u8>>,
    stand_ins: Vec<StandIn>,
}

#[derive(Debug, Clone)]
struct StandIn {
    position: usize,
    by: usize,
    from: i16,
    until: i16,
}

impl Model {
    fn build(&self, order: &[usize]) -> Org {
        let mut org = OrgBuilder::new("Model", "IDR");
        for (seat, person) in self.people.iter().enumerate() {
            let draft = org.position(&id(seat), "other");
            if let Some(person) = person {
                draft.holder(&format!("h{person}"));
            }
        }
        for &place in order {
            let StandIn { position, by, from, until } = self.stand_ins[place];
            let valid = Interval::new(Some(new_year(from)), Some(new_year(until))).unwrap();
            org.stand_in(&id(position), &id(by), valid);
        }
        org.build().unwrap()
    }

    fn acts(&self, seat: usize, except: &[&str], asked: &mut Vec<usize>) -> Option<(String, usize)> {
        if asked.contains(&seat) {
            return None;
        }
        asked.push(seat);
        let is_now = |one: &&StandIn| new_year(one.from) <= today() && today() < new_year(one.until);
        let mut all: Vec<_> =
            self.stand_ins.iter().filter(|one| one.position == seat).filter(is_now).collect();
        all.sort_by_key(|one| (one.from, one.until, id(one.by)));
        if all.is_empty() {
            let person = self.people[seat].map(|person| format!("h{person}"));
            return person.filter(|person| !except.contains(&person.as_str())).map(|person| (person, seat));
        }
        all.into_iter().find_map(|one| self.acts(one.by, except, asked))
    }
}

fn shuffled() -> impl Strategy<Value = (Model, Vec<usize>)> {
    const SEATS: usize = 12;
    let stand_in =
        (0..SEATS, 1..SEATS, 2025..=2027_i16, 1..=2_i16).prop_map(|(position, step, from, years)| StandIn {
            position,
            by: (position + step) % SEATS,
            from,
            until: from + years,
        });
    let people = prop::collection::vec(prop::option::weighted(0.7, 0..8_u8), SEATS);
    (people, prop::collection::vec(stand_in, 0..24)).prop_flat_map(|(people, stand_ins)| {
        let order: Vec<usize> = (0..stand_ins.len()).collect();
        (Just(Model { people, stand_ins }), Just(order).prop_shuffle())
    })
}

proptest! {
    #[test]
    fn the_person_is_the_models_in_any_order_stated((model, order) in shuffled()) {
        let org = model.build(&order);
        for except in [&[][..], &["h0"], &["h0", "h1", "h2", "h3"]] {
            for seat in 0..model.people.len() {
                let position = org.position(&id(seat)).unwrap();
                let found = position.occupant_on_except(today(), except);
                let found = found.map(|(person, seat)| (person.to_owned(), seat.id().to_owned()));
                let expected = model.acts(seat, except, &mut Vec::new());
                prop_assert_eq!(found, expected.map(|(person, seat)| (person, id(seat))));
            }
        }
    }
}
