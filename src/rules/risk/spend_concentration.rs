//! `RSK004`, spend-concentration.

use crate::calendar::Date;
use crate::check::{Context, Finding};
use crate::money::{Money, Quantity};
use crate::org::{ChannelIx, Org, Position, PositionIx};
use crate::rules::declare_rule;
use crate::rules::share::{exceeds, in_percent, percent};

/// Among how many there is a largest share to speak of.
const FEW: usize = 3;

declare_rule! {
    /// Finds positions that delegate too large a share of what they delegate to one position, or for one channel (policy).
    ///
    /// ## Why it matters
    /// Money in one place fails in one place: a platform that changes its rules, an account that is blocked, a
    /// person who leaves. Whether more of the budget should go to SEO or to paid social is the DMM's decision (S06);
    /// this asks that it be one, and not a habit.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// for (id, amount) in [("seo", 100_000), ("ppc", 100_000), ("social", 800_000)] {
    ///     org.position(id, "specialist").reports_to("dmm");
    ///     org.delegation("dmm", id, amount).day(5_000);
    /// }
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("spend-concentration").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// for (id, amount) in [("seo", 300_000), ("ppc", 300_000), ("social", 400_000)] {
    ///     org.position(id, "specialist").reports_to("dmm");
    ///     org.delegation("dmm", id, amount).day(5_000);
    /// }
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("spend-concentration").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## Options
    /// `concentration-at-most`: the largest share, from 0 to 1. All of it in a startup, 0.6 in a scale-up, half
    /// where the org is audited. These are presets of ours, and no truth.
    ///
    /// ## What it leaves alone
    /// Whoever delegates to fewer than three others: one of two always has half or more. A position that passes
    /// money on, such as the lead of a team: there it spreads. Delegations that are not in force on the day of the
    /// check.
    pub struct SpendConcentration {
        code: "RSK004",
        name: "spend-concentration",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let allowed = cx.settings().concentration_at_most;
    let mut parts = Vec::new();
    for position in cx.org().positions() {
        let largest = largest_shares(position, cx.as_of(), &mut parts);
        if let Some(found) =
            largest.into_iter().flatten().find(|found| exceeds(found.amount, found.total, allowed))
        {
            cx.report(finding(cx.org(), position, found, allowed));
        }
    }
}

/// Returns the largest part that goes to one other position, and the largest for one channel, of what is delegated.
///
/// None of fewer than three; none that goes to a position which passes money on; and none for a channel on which one position alone
/// spends, for that is this position's part. `parts` is room to work in.
pub(crate) fn largest_shares(position: Position<'_>, on: Date, parts: &mut Parts) -> [Option<Largest>; 2] {
    if position.given().len() < FEW {
        return [None, None];
    }
    let given = position.given().filter(|delegation| delegation.is_in_force(on));
    parts.clear();
    parts.extend(given.clone().map(|given| (Share::To(given.to().ix()), given.to().ix(), given.amount())));
    let to_one = largest(parts).filter(|largest| !passes_on(position.org().position_at(largest.to), on));
    parts.clear();
    parts.extend(
        given.filter_map(|given| Some((Share::For(given.channel()?.ix()), given.to().ix(), given.amount()))),
    );
    [to_one, largest(parts).filter(|largest| largest.is_shared)]
}

/// What is delegated: as part of what, to whom, and how much.
pub(crate) type Parts = Vec<(Share, PositionIx, Money)>;

/// What money goes to: one position, or one channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Share {
    To(PositionIx),
    For(ChannelIx),
}

/// The largest of three shares or more.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Largest {
    of: Share,
    /// One who has a part of it.
    to: PositionIx,
    /// Whether several have.
    is_shared: bool,
    pub(crate) amount: Money,
    pub(crate) total: Money,
}

/// Adds up the parts of each share, and returns the largest; none of fewer than three.
fn largest(parts: &mut [(Share, PositionIx, Money)]) -> Option<Largest> {
    parts.sort_unstable();
    let sum = |parts: &[(Share, PositionIx, Money)]| {
        parts.iter().fold(Money::ZERO, |sum, (.., amount)| sum.add_capped(*amount))
    };
    let total = sum(parts);
    let shares = parts.chunk_by(|a, b| a.0 == b.0);
    if shares.clone().count() < FEW {
        return None;
    }
    let shares = shares.filter_map(|share| {
        let (of, to, _) = *share.first()?;
        let is_shared = share.iter().any(|(_, other, _)| *other != to);
        Some(Largest { of, to, is_shared, amount: sum(share), total })
    });
    shares.max_by_key(|share| share.amount)
}

fn passes_on(position: Position<'_>, on: Date) -> bool {
    position.given().any(|delegation| delegation.is_in_force(on))
}

fn finding(org: &Org, position: Position<'_>, found: Largest, allowed: Quantity) -> Finding {
    let finding = Finding::at(position)
        .fact("amount", found.amount)
        .fact("total", found.total)
        .fact("percent", percent(found.amount, found.total))
        .fact("allowed", in_percent(allowed));
    match found.of {
        Share::To(to) => finding
            .fact("to", org.position_at(to))
            .says("{at} delegates {amount} of {total} to {to}: {percent}%, and {allowed}% is allowed"),
        Share::For(channel) => finding
            .fact("channel", org.channel_at(channel))
            .says("{at} delegates {amount} of {total} for {channel}: {percent}%, and {allowed}% is allowed"),
    }
    .help("spread it over more positions and channels, or raise `concentration-at-most`")
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::rules::testing::{findings, org};
    use crate::testing::ended;

    const RULE: &str = "spend-concentration";

    /// Delegations of a DMM: to whom, how much, for which channel. Half may go to one under the audited profile.
    fn found(grants: &[(&str, i64, Option<&str>)], state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.channel("seo", "").channel("ppc", "").channel("email", "");
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
            for id in ["a", "b", "c", "d"] {
                org.position(id, "specialist").reports_to("dmm");
            }
            for (to, amount, channel) in grants {
                let draft = org.delegation("dmm", to, *amount);
                channel.map(|channel| draft.channel(channel));
            }
            state(org);
        });
        findings(&org, RULE)
    }

    #[test]
    fn more_than_the_share_to_one_is_found_and_at_the_limit_is_not() {
        assert_eq!(
            found(&[("a", 51, None), ("b", 24, None), ("c", 25, None)], |_| {}),
            ["`dmm` delegates IDR 51 of IDR 100 to `a`: 51%, and 50% is allowed"]
        );
        assert_eq!(found(&[("a", 50, None), ("b", 25, None), ("c", 25, None)], |_| {}), [""; 0]);
    }

    #[test]
    fn several_delegations_to_one_add_up() {
        let grants = [("a", 30, Some("seo")), ("a", 30, Some("ppc")), ("b", 20, None), ("c", 20, None)];
        assert_eq!(
            found(&grants, |_| {}),
            ["`dmm` delegates IDR 60 of IDR 100 to `a`: 60%, and 50% is allowed"]
        );
    }

    #[test]
    fn a_channel_of_several_positions_is_found() {
        let grants = [
            ("a", 40, Some("seo")),
            ("b", 40, Some("seo")),
            ("c", 10, Some("ppc")),
            ("d", 10, Some("email")),
        ];
        assert_eq!(
            found(&grants, |_| {}),
            ["`dmm` delegates IDR 80 of IDR 100 for `seo`: 80%, and 50% is allowed"]
        );
    }

    #[test]
    fn of_two_one_always_has_half() {
        assert_eq!(found(&[("a", 90, None), ("b", 10, None)], |_| {}), [""; 0]);
        let grants = [("a", 45, Some("seo")), ("b", 45, Some("seo")), ("c", 10, Some("ppc"))];
        assert_eq!(found(&grants, |_| {}), [""; 0]);
    }

    #[test]
    fn who_passes_money_on_and_what_is_not_in_force_are_left_alone() {
        let lead = found(&[("a", 80, None), ("b", 10, None), ("c", 10, None)], |org| {
            org.position("below", "specialist").reports_to("a");
            org.delegation("a", "below", 40);
        });
        assert_eq!(lead, [""; 0]);
        let over = found(&[("a", 20, None), ("b", 20, None), ("c", 20, None)], |org| {
            org.delegation("dmm", "a", 100).valid(ended());
        });
        assert_eq!(over, [""; 0]);
    }

    #[test]
    fn the_policy_sets_the_share() {
        let found = found(&[("a", 80, None), ("b", 10, None), ("c", 10, None)], |org| {
            org.policy_mut().thresholds.concentration_at_most = "0.8".parse().ok();
        });
        assert_eq!(found, [""; 0]);
    }
}
