//! Who stands in for whom, as the file states it: whoever does asks in the seat of somebody who is away or gone.

use std::collections::BTreeSet;

use crate::org::PositionIx;
use crate::simulate::engine::arrivals::day_start;
use crate::simulate::engine::plan::Plan;
use crate::simulate::engine::world::World;

impl Plan {
    /// Finds who may ask for whom, and when that begins and ends.
    pub(super) fn find_stand_ins(&mut self) {
        if self.org.stand_ins().len() == 0 {
            return;
        }
        let mut stands_in_at: Vec<Vec<u32>> = vec![Vec::new(); self.seats.len()];
        for (place, source) in self.sources.iter().enumerate() {
            let mut to_ask: Vec<PositionIx> = source.askers.iter().map(|(asker, _)| *asker).collect();
            let mut asked = BTreeSet::new();
            while let Some(seat) = to_ask.pop() {
                if !asked.insert(seat) {
                    continue;
                }
                for stand_in in self.org.position_at(seat).all_stand_ins() {
                    let valid = stand_in.valid();
                    let moments = [valid.from(), valid.until()].into_iter().flatten();
                    let days = moments.filter_map(|date| self.days.iter().position(|day| day.date == date));
                    self.stand_in_days.extend(days.map(|day| (day_start(day), place)));
                    let by = stand_in.by().ix();
                    if let Some(sources) = stands_in_at.get_mut(by.index()) {
                        sources.push(u32::try_from(place).unwrap_or(u32::MAX));
                    }
                    to_ask.push(by);
                }
            }
        }
        for (seat, sources) in self.seats.iter_mut().zip(stands_in_at) {
            seat.stands_in_at = sources;
            seat.stands_in_at.dedup();
        }
        self.stand_in_days.sort_unstable_by(|one, two| one.0.total_cmp(&two.0).then(one.1.cmp(&two.1)));
        self.stand_in_days.dedup();
    }
}

impl World<'_> {
    /// Returns whether somebody is there to ask in a seat: whoever sits there, or else a stand-in in force that day, found
    /// as the ledger finds one, with everybody left aside who is not there.
    pub(super) fn is_manned(&self, seat: PositionIx) -> bool {
        if self.is_present(seat) {
            return true;
        }
        let position = self.plan.org.position_at(seat);
        let Some(day) = self.today().filter(|day| position.stand_ins(day.date).next().is_some()) else {
            return false;
        };
        let mut absent = Vec::new();
        while let Some((person, from)) = position.occupant_on_except(day.date, &absent) {
            if self.is_present(from.ix()) {
                return true;
            }
            absent.push(person);
        }
        false
    }
}
