//! `COL005`, channels-not-integrated.

use std::collections::BTreeMap;

use crate::check::{Context, Finding, Value};
use crate::org::{Org, Position, PositionIx};
use crate::role::RoleClass;
use crate::rules::collaboration::contacts::states_any;
use crate::rules::collaboration::ties::Ties;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs whose channels fall into groups that no collaboration ties together (S04).
    ///
    /// Two channels are tied where one specialist has both, be it in two seats, where their specialists work together, and where both work
    /// with the same third: another specialist, or a contributor such as a copywriter. A lead and those whom it leads
    /// work together. A specialist belongs to the nearest DMM above.
    ///
    /// ## Why it matters
    /// A DMM makes sure that all channels work together as one. Where two of them have nobody in common, the customer
    /// meets two campaigns, and only the DMM could know.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "").channel("email", "");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").reports_to("dmm").channels(["seo"]).works_with(["writer"]);
    /// org.position("email", "specialist").reports_to("dmm").channels(["email"]).works_with(["designer"]);
    /// org.position("writer", "copywriter").holder("ayu");
    /// org.position("designer", "graphic-designer").holder("eko");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("channels-not-integrated").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "").channel("email", "");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").reports_to("dmm").channels(["seo"]).works_with(["writer"]);
    /// org.position("email", "specialist").reports_to("dmm").channels(["email"]).works_with(["writer"]);
    /// org.position("writer", "copywriter").holder("ayu");
    /// org.position("designer", "graphic-designer").holder("eko");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("channels-not-integrated").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A specialist who works with nobody in marketing, of whom `specialist-isolated` speaks; the channels of two DMMs.
    /// An org that states no `works-with` at all.
    pub struct ChannelsNotIntegrated {
        code: "COL005",
        name: "channels-not-integrated",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    if !states_any(org) {
        return;
    }
    let mut ties = Ties::default();
    for team in teams(org).chunk_by(|(one, _), (other, _)| one == other) {
        let Some(&(dmm, _)) = team.first() else { continue };
        ties.clear();
        let mut seats: BTreeMap<&str, PositionIx> = BTreeMap::new();
        for &(_, specialist) in team {
            let position = org.position_at(specialist);
            tie(&mut ties, position);
            if let Some(person) = position.occupant() {
                ties.tie_positions(specialist, *seats.entry(person).or_insert(specialist));
            }
        }
        let groups = ties.channel_groups(org);
        // The smallest group: the rest of the team is to be tied to it. Of two, the one whose names come first.
        let Some(apart) = groups.iter().min_by_key(|group| group.len()).filter(|_| 1 < groups.len()) else {
            continue;
        };
        let channels = apart.iter().map(|ix| Value::from(org.channel_at(*ix)));
        cx.report(
            Finding::at(org.position_at(dmm))
                .fact("groups", Value::count(groups.len(), "group", "groups"))
                .fact("apart", Value::list(org, channels))
                .says(
                    "the channels of {at} fall into {groups} that no collaboration ties together, one of them \
                     {apart}",
                )
                .help("let whoever runs {apart} work with another specialist of {at}, or with the same copywriter"),
        );
    }
}

/// Returns the specialists below each DMM, by the DMM; those below another one in between are that one's.
fn teams(org: &Org) -> Vec<(PositionIx, PositionIx)> {
    let mut nearest: Vec<Option<PositionIx>> = vec![None; org.position_count()];
    let mut teams = Vec::new();
    for position in org.positions_top_down() {
        let dmm = position.manager().and_then(|manager| match manager.class() {
            RoleClass::Manager => Some(manager.ix()),
            _ => nearest.get(manager.ix().index()).copied().flatten(),
        });
        if let Some(slot) = nearest.get_mut(position.ix().index()) {
            *slot = dmm;
        }
        if let Some(dmm) = dmm.filter(|_| position.class().is_specialist()) {
            teams.push((dmm, position.ix()));
        }
    }
    teams.sort_unstable();
    teams
}

/// Ties a specialist to its channels and to whom it works with; one who works with nobody is another rule's.
fn tie(ties: &mut Ties, specialist: Position<'_>) {
    let in_team = |other: &Position<'_>| {
        let class = other.class();
        class.is_specialist() || class == RoleClass::Contributor
    };
    let lead = specialist.manager().filter(|manager| manager.class().is_specialist());
    let others = lead.into_iter().chain(specialist.reports()).chain(specialist.works_with());
    let mut others = others.filter(in_team).peekable();
    if others.peek().is_none() {
        return;
    }
    for other in others {
        ties.tie_positions(specialist.ix(), other.ix());
    }
    for channel in specialist.channels() {
        ties.tie_channel(specialist.ix(), channel.ix());
    }
}

#[cfg(test)]
mod tests {
    use crate::org::{OrgBuilder, PositionDraft};
    use crate::rules::testing::{findings, org};

    const RULE: &str = "channels-not-integrated";

    /// What is found of two specialists with a channel each, below one DMM.
    fn pair(state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.channel("seo", "").channel("email", "");
            org.position("dmm", "digital-marketing-manager");
            org.position("writer", "copywriter").reports_to("dmm");
            org.position("designer", "graphic-designer").reports_to("dmm");
            org.position("a", "specialist").reports_to("dmm").channels(["seo"]).works_with(["writer"]);
            state(org);
        });
        findings(&org, RULE)
    }

    #[test]
    fn two_channels_with_nobody_in_common_are_found() {
        let found = pair(|org| {
            org.position("b", "specialist").reports_to("dmm").channels(["email"]).works_with(["designer"]);
        });
        assert_eq!(
            found,
            [
                "the channels of `dmm` fall into 2 groups that no collaboration ties together, one of them `email`"
            ]
        );
    }

    fn specialist<'b>(org: &'b mut OrgBuilder, manager: &str) -> PositionDraft<'b> {
        org.position("b", "specialist").reports_to(manager).channels(["email"])
    }

    #[test]
    fn a_shared_partner_a_shared_channel_a_collaboration_and_a_lead_each_tie_them() {
        type State = fn(&mut OrgBuilder);
        let ties: [State; 5] = [
            |org| _ = specialist(org, "dmm").works_with(["a"]),
            |org| _ = specialist(org, "dmm").works_with(["writer"]),
            |org| _ = specialist(org, "dmm").channels(["seo"]).works_with(["designer"]),
            |org| _ = specialist(org, "a"),
            |org| {
                specialist(org, "dmm").works_with(["designer"]);
                org.position("c", "specialist").reports_to("dmm").works_with(["writer", "designer"]);
            },
        ];
        for (number, tie) in ties.into_iter().enumerate() {
            assert_eq!(pair(tie), [""; 0], "{number}");
        }
    }

    #[test]
    fn one_person_in_two_seats_ties_their_channels() {
        for (person, expected) in [("ayu", 0), ("budi", 1)] {
            let found = pair(|org| {
                specialist(org, "dmm").holder(person).works_with(["designer"]);
                org.position("c", "specialist")
                    .holder("ayu")
                    .reports_to("dmm")
                    .channels(["seo"])
                    .works_with(["writer"]);
            });
            assert_eq!(found.len(), expected, "{person}");
        }
    }

    #[test]
    fn what_ties_others_together_elsewhere_does_not_count() {
        let found = pair(|org| {
            org.position("b", "specialist").reports_to("dmm").channels(["email"]).works_with(["designer"]);
            org.position("crm", "digital-marketing-manager").reports_to("dmm").works_with(["a", "b"]);
            org.position("c", "specialist").reports_to("crm").works_with(["writer", "designer"]);
        });
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn the_smallest_group_is_named_and_of_two_the_first_by_name() {
        let found = pair(|org| {
            org.channel("ads", "").channel("blog", "").channel("push", "");
            let team = [("b", ["email", "blog"].as_slice(), "designer"), ("c", &["push", "ads"], "d")];
            for (id, channels, partner) in team {
                org.position(id, "specialist").reports_to("dmm").channels(channels).works_with([partner]);
            }
            org.position("d", "copywriter");
        });
        assert_eq!(
            found,
            [
                "the channels of `dmm` fall into 3 groups that no collaboration ties together, one of them `seo`"
            ]
        );
    }

    #[test]
    fn whoever_works_with_nobody_is_left_to_another_rule() {
        assert_eq!(
            pair(|org| _ = org.position("b", "specialist").reports_to("dmm").channels(["email"])),
            [""; 0]
        );
    }
}
