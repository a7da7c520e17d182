//! `RSK003`, single-point-of-failure.

use crate::calendar::Date;
use crate::check::{Context, Finding, Value};
use crate::org::{Position, StandIn};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds channels that one person runs, with nobody to take over (S07, S17).
    ///
    /// Cover is a second person who is assigned the channel, whatever the role; a deputy, named as `acting` beside
    /// the holder; or a stand-in who is somebody else, now or on days to come. A person in two seats is one person.
    ///
    /// ## Why it matters
    /// One specialist masters a channel and answers for it. When that one is ill, on leave or gone, the channel
    /// stands still, and what it spends goes on unwatched.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation");
    /// org.position("seo", "specialist").holder("budi").channels(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("single-point-of-failure").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation");
    /// org.position("seo", "specialist").holder("budi").acting("ayu").channels(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("single-point-of-failure").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A channel on which only seats are that nobody holds: whoever acts there is the cover already. A channel that
    /// somebody outside the org (the class `external`) is assigned too, such as an agency, and one on which nobody
    /// works. Whether a stand-in is up to it: that is for you to judge.
    pub struct SinglePointOfFailure {
        code: "RSK003",
        name: "single-point-of-failure",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let mut runs = vec![Run::default(); org.channels().len()];
    if runs.is_empty() {
        return;
    }
    for position in org.positions() {
        if position.channels().len() == 0 {
            continue;
        }
        let is_covered = is_covered(position, cx.as_of());
        for channel in position.channels() {
            if let Some(run) = runs.get_mut(channel.ix().index()) {
                run.add(position, is_covered);
            }
        }
    }
    for (channel, run) in org.channels().zip(runs) {
        let (Some(position), true, false) = (run.first, run.is_held, run.is_covered) else { continue };
        let Some(person) = position.occupant() else { continue };
        cx.report(
            Finding::at(channel)
                .fact("position", position)
                .fact("person", Value::person(person))
                .says("{at} rests on {person} alone: nobody else is assigned it, and nobody stands in for {position}")
                .help("assign {at} to a second person, or name who stands in for {position}"),
        );
    }
}

/// Who runs one channel, as far as it matters whether that is one person.
#[derive(Debug, Clone, Copy, Default)]
struct Run<'o> {
    /// Of the seats of the first person, the first by name.
    first: Option<Position<'o>>,
    /// Whether one of the seats is held; one that somebody only acts in is covered as it is.
    is_held: bool,
    is_covered: bool,
}

impl<'o> Run<'o> {
    fn add(&mut self, position: Position<'o>, is_covered: bool) {
        self.is_covered |= is_covered;
        if !position.is_occupied() {
            return;
        }
        self.is_held |= !position.is_vacant();
        let Some(first) = self.first else {
            self.first = Some(position);
            return;
        };
        self.is_covered |= !position.shares_person_with(first);
        if position.id() < first.id() {
            self.first = Some(position);
        }
    }
}

/// Returns whether somebody would take over a position: an agency that has a staff, a deputy, or a stand-in.
fn is_covered(position: Position<'_>, today: Date) -> bool {
    let holder = position.occupant();
    let has_deputy =
        || position.holder().is_some() && position.acting().is_some_and(|acting| Some(acting) != holder);
    let stands_in = |stand_in: StandIn<'_>| {
        !stand_in.valid().is_before(today)
            && stand_in.by().occupant().is_some_and(|person| Some(person) != holder)
    };
    position.class() == RoleClass::External || has_deputy() || position.all_stand_ins().any(stands_in)
}

#[cfg(test)]
mod tests {
    use crate::calendar::Interval;
    use crate::org::OrgBuilder;
    use crate::rules::testing::{findings, org, today};
    use crate::testing::{ended, to_come};

    const RULE: &str = "single-point-of-failure";
    const FOUND: &str =
        "`seo` rests on `budi` alone: nobody else is assigned it, and nobody stands in for `seo`";

    fn found(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.channel("seo", "").channel("ppc", "");
            org.position("dmm", "digital-marketing-manager").holder("rina");
            state(org);
        });
        findings(&org, RULE)
    }

    #[test]
    fn one_person_in_one_seat_or_two_is_found() {
        let one = found(|org| {
            org.position("seo", "specialist").holder("budi").channels(["seo"]);
        });
        assert_eq!(one, [FOUND]);
        let two = found(|org| {
            org.position("seo-2", "specialist").acting("budi").channels(["seo"]);
            org.position("seo", "specialist").holder("budi").channels(["seo"]);
            org.position("seo-3", "specialist").channels(["seo"]);
        });
        assert_eq!(two, [FOUND]);
        let acting_last = found(|org| {
            org.position("seo", "specialist").holder("budi").channels(["seo"]);
            org.position("seo-2", "specialist").acting("budi").channels(["seo"]);
        });
        assert_eq!(acting_last, [FOUND]);
    }

    #[test]
    fn a_second_person_of_any_role_is_cover() {
        for role in ["specialist", "copywriter", "external"] {
            let found = found(|org| {
                org.position("seo", "specialist").holder("budi").channels(["seo"]);
                let second = org.position("second", role).channels(["seo"]);
                if role != "external" {
                    second.holder("ayu");
                }
            });
            assert_eq!(found, [""; 0], "{role}");
        }
    }

    #[test]
    fn a_deputy_is_cover_and_so_is_whoever_acts_in_a_vacant_seat() {
        for (holder, acting, expected) in [("budi", "ayu", 0), ("budi", "budi", 1)] {
            let found = found(|org| {
                org.position("seo", "specialist").holder(holder).acting(acting).channels(["seo"]);
            });
            assert_eq!(found.len(), expected, "{acting}");
        }
        let found = found(|org| {
            org.position("seo", "specialist").acting("budi").channels(["seo"]);
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn a_stand_in_by_another_person_now_or_later_is_cover() {
        let now = Interval::new(Some(today()), None).unwrap();
        for (by, valid, expected) in
            [("dmm", now, 0), ("dmm", to_come(), 0), ("dmm", ended(), 1), ("own", now, 1), ("empty", now, 1)]
        {
            let found = found(|org| {
                org.position("seo", "specialist").holder("budi").channels(["seo"]);
                org.position("own", "other").holder("budi");
                org.position("empty", "other");
                org.stand_in("seo", by, valid);
            });
            assert_eq!(found.len(), expected, "{by} {valid}");
        }
    }

    #[test]
    fn a_channel_on_which_nobody_works_is_left_alone() {
        let found = found(|org| {
            org.position("seo", "specialist").channels(["seo"]);
        });
        assert_eq!(found, [""; 0]);
    }
}
