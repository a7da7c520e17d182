//! Who acts in a seat on a day, through stand-ins, and their stand-ins, to the person who is there.

use std::collections::BTreeSet;

use crate::calendar::Date;
use crate::org::position::Position;
use crate::org::stand_in::StandIn;

impl<'o> Position<'o> {
    /// Returns the id of the person who acts in the seat on a day.
    ///
    /// Without a stand-in in force that is [`Self::occupant`]. With one or more, the holder and whoever is acting are
    /// away: the first stand-in acts, in the order of [`Self::stand_ins`], or whoever stands in for that one in turn;
    /// where the seat that should stand in has nobody, the next stand-in does. Nobody acts where all of this leads to
    /// empty seats or round in a circle.
    ///
    /// Costs O(stand-ins of the positions on the way), and allocates nothing where no stand-in is in force.
    ///
    /// ```
    /// use bagan::{Interval, OrgBuilder, parse_date};
    ///
    /// let (from, until) = (parse_date("2026-07-01")?, parse_date("2026-07-15")?);
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("lead", "lead-specialist").holder("wulan").reports_to("dmm");
    /// org.stand_in("dmm", "lead", Interval::new(Some(from), Some(until))?).reason("leave");
    /// let org = org.build()?;
    ///
    /// let dmm = org.position("dmm").ok_or("no such position")?;
    /// assert_eq!(dmm.occupant_on(from), Some("wulan"));
    /// assert_eq!(dmm.occupant_on(until), Some("rina"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn occupant_on(self, on: Date) -> Option<&'o str> {
        self.occupant_on_except(on, &[]).map(|(person, _)| person)
    }

    /// Returns the person who acts in the seat on a day and is none of `persons`, and the seat that is that person's.
    ///
    /// As [`Self::occupant_on`], but where one of `persons` would act, the next stand-in does. The seat is this one
    /// unless somebody stands in. For questions such as who else may approve what a person asks for.
    #[must_use]
    pub fn occupant_on_except(self, on: Date, persons: &[&str]) -> Option<(&'o str, Self)> {
        if self.stand_ins(on).next().is_none() {
            return self.present(persons);
        }
        // As a rule whoever stands in is there, and no list is needed.
        if self.stand_ins(on).all(|stand_in| stand_in.by().stand_ins(on).next().is_none()) {
            return self.stand_ins(on).find_map(|stand_in| stand_in.by().present(persons));
        }
        // Those still to be asked, the next one last. A seat that is met again has been asked, or is being asked in
        // a circle: it has nobody new to offer.
        let mut to_ask = vec![self];
        let mut asked = BTreeSet::new();
        while let Some(position) = to_ask.pop() {
            if !asked.insert(position.ix()) {
                continue;
            }
            let first = to_ask.len();
            to_ask.extend(position.stand_ins(on).map(StandIn::by));
            if to_ask.len() != first {
                to_ask.get_mut(first..).unwrap_or_default().reverse();
            } else if let Some(found) = position.present(persons) {
                return Some(found);
            }
        }
        None
    }

    /// Returns the occupant and this seat, unless the occupant is one of `persons`.
    fn present(self, persons: &[&str]) -> Option<(&'o str, Self)> {
        self.occupant().filter(|person| !persons.contains(person)).map(|person| (person, self))
    }
}
