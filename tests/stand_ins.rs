//! Who acts in a seat on a day.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says why")]

use bagan::{Date, Interval, Org, OrgBuilder, Position, parse_date};

fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

fn days(from: &str, until: &str) -> Interval {
    Interval::new(parse_date(from).ok(), parse_date(until).ok()).unwrap()
}

fn july() -> Interval {
    days("2026-07-01", "2026-08-01")
}

/// Builds positions `a` to `f`, held by `A` to `F`.
fn org(state: impl FnOnce(&mut OrgBuilder)) -> Org {
    let mut org = OrgBuilder::new("Test", "IDR");
    for (id, holder) in [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"), ("e", "E"), ("f", "F")] {
        org.position(id, "other").holder(holder);
    }
    org.position("vacant", "other");
    org.position("acting", "other").acting("X");
    state(&mut org);
    org.build().unwrap()
}

/// Who acts in seat `a` today, and in which seat that person sits.
fn acts(org: &Org, except: &[&str]) -> Option<(String, String)> {
    let found = org.position("a").unwrap().occupant_on_except(today(), except);
    found.map(|(person, seat)| (person.to_owned(), seat.id().to_owned()))
}

fn in_a(org: &Org) -> Option<&str> {
    org.position("a").unwrap().occupant_on(today())
}

#[test]
fn without_a_stand_in_the_occupant_acts() {
    let org = org(|_| {});
    assert_eq!(acts(&org, &[]), Some(("A".to_owned(), "a".to_owned())));
    assert_eq!(acts(&org, &["A"]), None);
    for position in org.positions() {
        assert_eq!(position.occupant_on(today()), position.occupant());
        assert_eq!(position.stand_ins(today()).count(), 0);
    }
    assert_eq!(org.position("acting").unwrap().occupant_on(today()), Some("X"));
    assert_eq!(org.stand_ins().len(), 0);
}

#[test]
fn a_stand_in_acts_in_place_of_the_holder() {
    let org = org(|org| {
        org.stand_in("a", "b", july()).reason("leave");
    });
    assert_eq!(acts(&org, &[]), Some(("B".to_owned(), "b".to_owned())));
    assert_eq!(acts(&org, &["B"]), None, "the holder is away");
    assert_eq!(org.position("b").unwrap().occupant_on(today()), Some("B"), "and acts in the own seat too");
    let stand_in = org.stand_ins().next().unwrap();
    assert_eq!((stand_in.position().id(), stand_in.by().id()), ("a", "b"));
    assert_eq!((stand_in.valid(), stand_in.reason()), (july(), Some("leave")));
    assert_eq!(org.position("a").unwrap().stand_ins(today()).collect::<Vec<_>>(), [stand_in]);
    assert_eq!(format!("{stand_in:?}"), "StandIn(a by b from 2026-07-01 until 2026-08-01)");
}

#[test]
fn the_first_day_is_in_and_the_end_is_out() {
    for (valid, person) in [
        (days("2026-07-01", "2026-07-02"), "B"),
        (days("2026-06-01", "2026-07-01"), "A"),
        (days("2026-07-02", "2026-08-01"), "A"),
    ] {
        let org = org(|org| {
            org.stand_in("a", "b", valid);
        });
        assert_eq!(in_a(&org), Some(person), "{valid}");
    }
}

#[test]
fn a_stand_in_who_is_away_has_a_stand_in() {
    let org = org(|org| {
        org.stand_in("a", "b", july());
        org.stand_in("b", "c", july());
        org.stand_in("c", "d", july());
    });
    assert_eq!(acts(&org, &[]), Some(("D".to_owned(), "d".to_owned())));
    assert_eq!(acts(&org, &["D"]), None);
}

#[test]
fn nobody_acts_in_a_circle() {
    let two = org(|org| {
        org.stand_in("a", "b", july());
        org.stand_in("b", "a", july());
    });
    let three = org(|org| {
        org.stand_in("a", "b", july());
        org.stand_in("b", "c", july());
        org.stand_in("c", "a", july());
    });
    for org in [&two, &three] {
        assert_eq!(in_a(org), None);
    }
}

#[test]
fn a_circle_has_a_way_out_where_one_of_it_has_another_stand_in() {
    let org = org(|org| {
        org.stand_in("a", "b", july());
        org.stand_in("b", "a", july());
        org.stand_in("b", "c", days("2026-07-01", "2026-09-01"));
    });
    assert_eq!(in_a(&org), Some("C"));
    assert_eq!(org.position("b").unwrap().occupant_on(today()), Some("C"));
}

#[test]
fn of_two_in_force_the_earlier_then_the_shorter_then_the_smaller_id_acts() {
    let pairs = [
        (("d", days("2026-06-30", "2026-12-01")), ("b", july())),
        (("d", days("2026-07-01", "2026-07-15")), ("b", july())),
        (("b", july()), ("d", july())),
    ];
    for (first, second) in pairs {
        for order in [[first, second], [second, first]] {
            let org = org(|org| {
                for (by, valid) in order {
                    org.stand_in("a", by, valid);
                }
            });
            let a = org.position("a").unwrap();
            let by: Vec<_> = a.stand_ins(today()).map(|stand_in| stand_in.by().id()).collect();
            assert_eq!(by, [first.0, second.0]);
            assert_eq!(a.occupant_on(today()), org.position(first.0).and_then(Position::occupant));
            let stated: Vec<_> = org.stand_ins().map(|stand_in| stand_in.by().id()).collect();
            assert_eq!(stated, order.map(|(by, _)| by), "the org keeps the order stated");
        }
    }
}

#[test]
fn whoever_is_passed_over_leaves_it_to_the_next() {
    let org = org(|org| {
        org.stand_in("a", "b", july());
        org.stand_in("a", "c", july());
        org.stand_in("c", "d", july());
    });
    assert_eq!(acts(&org, &[]), Some(("B".to_owned(), "b".to_owned())));
    assert_eq!(acts(&org, &["B"]), Some(("D".to_owned(), "d".to_owned())));
    assert_eq!(acts(&org, &["C", "B"]), Some(("D".to_owned(), "d".to_owned())));
    assert_eq!(acts(&org, &["B", "D"]), None);
}

#[test]
fn an_empty_seat_leaves_it_to_the_next() {
    let next = org(|org| {
        org.stand_in("a", "vacant", days("2026-06-01", "2026-08-01"));
        org.stand_in("a", "c", july());
    });
    assert_eq!(in_a(&next), Some("C"));
    let nobody = org(|org| {
        org.stand_in("a", "vacant", july());
    });
    assert_eq!(in_a(&nobody), None, "not the holder, who is away");
}

#[test]
fn somebody_acting_may_stand_in() {
    let org = org(|org| {
        org.stand_in("a", "acting", july());
    });
    assert_eq!(acts(&org, &[]), Some(("X".to_owned(), "acting".to_owned())));
}

#[test]
fn a_vacant_seat_may_have_a_stand_in_and_it_goes_before_who_is_acting() {
    let org = org(|org| {
        org.stand_in("vacant", "b", july());
        org.stand_in("acting", "c", july());
    });
    assert_eq!(org.position("vacant").unwrap().occupant_on(today()), Some("B"));
    assert_eq!(org.position("acting").unwrap().occupant_on(today()), Some("C"));
}

#[test]
fn a_chain_of_a_hundred_thousand_ends() {
    const LENGTH: usize = 100_000;
    let mut org = OrgBuilder::new("Hostile", "IDR");
    for index in 0..=LENGTH {
        org.position(&format!("p{index}"), "other").holder(&format!("h{index}"));
    }
    for index in 0..LENGTH {
        org.stand_in(&format!("p{index}"), &format!("p{}", index + 1), july());
    }
    let chain = org.clone().build().unwrap();
    assert_eq!(chain.position("p0").unwrap().occupant_on(today()), Some("h100000"));
    org.stand_in("p100000", "p0", july());
    let circle = org.build().unwrap();
    assert_eq!(circle.position("p0").unwrap().occupant_on(today()), None);
}
