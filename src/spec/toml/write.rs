//! From wire structs to text that people read: sections in the order of the format, one table a position.

use crate::calendar::{Interval, Weekday};
use crate::org::{FailsWith, Pacing, PacingPeriod, Path, Profile};
use crate::role::{Permission, Risk, RoleClass, Seniority};
use crate::spec::fault::FORMAT_VERSION;
use crate::spec::toml::layout::Layout;
use crate::spec::wire::{
    AverageSpec, ChannelSpec, DelegationSpec, KpiSpec, LimitsSpec, OrgSpec, OrganizationSpec, OutcomeSpec,
    PayBandSpec, PlatformSpec, PolicySpec, PositionSpec, RoleSpec, StandInSpec, ThresholdsSpec, WaiverSpec,
    WriteError,
};

/// Writes a spec.
pub(crate) fn write(spec: &OrgSpec) -> Result<String, WriteError> {
    spec.check_writable()?;
    let OrgSpec {
        organization,
        channels,
        platforms,
        roles,
        positions,
        stand_ins,
        delegations,
        outcomes,
        kpis,
        policy,
        waivers,
    } = spec;
    let mut out = Layout::default();
    out.integer("format", FORMAT_VERSION);
    write_organization(&mut out, organization);
    if !channels.is_empty() {
        out.header(&["channels"]);
        for (id, ChannelSpec { name }) in channels {
            match name {
                Some(name) => out.text(id, name),
                None => out.inline(id, |_| {}),
            }
        }
    }
    for (id, platform) in platforms {
        write_platform(&mut out, id, *platform);
    }
    for (id, role) in roles {
        write_role(&mut out, id, role);
    }
    for (id, position) in positions {
        write_position(&mut out, id, position);
    }
    for stand_in in stand_ins {
        write_stand_in(&mut out, stand_in);
    }
    for delegation in delegations {
        write_delegation(&mut out, delegation);
    }
    for outcome in outcomes {
        write_outcome(&mut out, outcome);
    }
    for kpi in kpis {
        write_kpi(&mut out, kpi);
    }
    write_policy(&mut out, policy);
    for waiver in waivers {
        write_waiver(&mut out, waiver);
    }
    Ok(out.finish())
}

fn write_organization(out: &mut Layout, spec: &OrganizationSpec) {
    let OrganizationSpec { name, currency, fiscal_year_starts, week_starts } = spec;
    out.header(&["organization"]);
    out.text("name", name);
    out.text("currency", currency);
    out.text("fiscal-year-starts", &fiscal_year_starts.to_string());
    if *week_starts != Weekday::default() {
        out.text("week-starts", week_starts.as_str());
    }
}

fn write_platform(out: &mut Layout, id: &str, spec: PlatformSpec) {
    let Pacing { day, period, factor } = spec.pacing;
    out.header(&["platforms", id]);
    out.quantity("day", Some(day));
    match period {
        PacingPeriod::Month => out.quantity("month", Some(factor)),
        PacingPeriod::Week(starts) => {
            out.quantity("week", Some(factor));
            out.text("week-starts", starts.as_str());
        }
    }
}

fn write_role(out: &mut Layout, id: &str, spec: &RoleSpec) {
    let RoleSpec { class, name, approves_up_to, pay_band, levels, next } = spec;
    out.header(&["roles", id]);
    out.word("class", class.map(RoleClass::as_str));
    out.optional_text("name", name.as_deref());
    out.amount("approves-up-to", approves_up_to.as_ref());
    if let Some(PayBandSpec { minimum, midpoint, maximum }) = pay_band {
        out.inline("pay-band", |band| {
            band.amount("minimum", Some(minimum));
            band.amount("midpoint", midpoint.as_ref());
            band.amount("maximum", Some(maximum));
        });
    }
    if let Some(levels) = levels {
        out.inline("levels", |out| {
            out.text("lowest", levels.lowest.as_str());
            out.text("highest", levels.highest.as_str());
        });
    }
    if let Some(next) = next {
        out.list("next", next);
    }
}

fn write_position(out: &mut Layout, id: &str, spec: &PositionSpec) {
    let PositionSpec {
        role,
        title,
        holder,
        acting,
        reports_to,
        dotted_lines,
        works_with,
        channels,
        decides,
        budget,
        approves_up_to,
        level,
        pay,
        fte,
    } = spec;
    out.header(&["positions", id]);
    out.text("role", role);
    out.optional_text("title", title.as_deref());
    out.optional_text("holder", holder.as_deref());
    out.optional_text("acting", acting.as_deref());
    out.optional_text("reports-to", reports_to.as_deref());
    out.list_if_any("dotted-lines", dotted_lines);
    out.list_if_any("works-with", works_with);
    out.list_if_any("channels", channels);
    out.list_if_any("decides", decides);
    out.amount("budget", budget.as_ref());
    out.amount("approves-up-to", approves_up_to.as_ref());
    out.word("level", level.map(Seniority::as_str));
    out.amount("pay", pay.as_ref());
    out.quantity("fte", *fte);
}

fn write_stand_in(out: &mut Layout, spec: &StandInSpec) {
    let StandInSpec { position, by, valid, reason } = spec;
    out.item_header("stand-ins");
    out.text("position", position);
    out.text("by", by);
    write_valid(out, *valid);
    out.optional_text("reason", reason.as_deref());
}

fn write_valid(out: &mut Layout, valid: Interval) {
    out.inline("valid", |out| {
        out.date("from", valid.from());
        out.date("until", valid.until());
    });
}

fn write_delegation(out: &mut Layout, spec: &DelegationSpec) {
    let DelegationSpec { from, to, channel, amount, limits, valid, sub_delegation } = spec;
    out.item_header("delegations");
    out.text("from", from);
    out.text("to", to);
    out.optional_text("channel", channel.as_deref());
    out.amount("amount", Some(amount));
    if *limits != LimitsSpec::default() {
        let LimitsSpec { transaction, day, week, month, average } = limits;
        out.inline("limits", |out| {
            out.amount("transaction", transaction.as_ref());
            out.amount("day", day.as_ref());
            out.amount("week", week.as_ref());
            out.amount("month", month.as_ref());
            if let Some(AverageSpec { day, platform }) = average {
                out.inline("average", |out| {
                    out.amount("day", Some(day));
                    out.text("platform", platform);
                });
            }
        });
    }
    if *valid != Interval::ALWAYS {
        write_valid(out, *valid);
    }
    out.word("sub-delegation", sub_delegation.map(Permission::as_str));
}

fn write_outcome(out: &mut Layout, spec: &OutcomeSpec) {
    let OutcomeSpec {
        id,
        name,
        kind,
        about,
        channel,
        risk,
        accountable,
        responsible,
        consulted,
        informed,
        ..
    } = spec;
    let OutcomeSpec { probability, loss, rests_on, fails_with, .. } = spec;
    out.item_header("outcomes");
    out.text("id", id);
    out.optional_text("name", name.as_deref());
    out.text("kind", kind.as_str());
    out.list_if_any("about", about);
    out.optional_text("channel", channel.as_deref());
    out.word("risk", risk.map(Risk::as_str));
    out.text("accountable", accountable);
    out.list_if_any("responsible", responsible);
    out.list_if_any("consulted", consulted);
    out.list_if_any("informed", informed);
    out.quantity("probability", *probability);
    out.amount("loss", loss.as_ref());
    out.list_if_any("rests-on", rests_on);
    match fails_with {
        FailsWith::Any => {}
        FailsWith::All => out.text("fails-with", "all"),
        FailsWith::AtLeast(number) => out.integer("fails-with", *number),
    }
}

fn write_kpi(out: &mut Layout, spec: &KpiSpec) {
    let KpiSpec { id, name, owner, target, contributes_to, measures } = spec;
    out.item_header("kpis");
    out.text("id", id);
    out.optional_text("name", name.as_deref());
    out.text("owner", owner);
    out.quantity("target", *target);
    out.optional_text("contributes-to", contributes_to.as_deref());
    out.optional_text("measures", measures.as_deref());
}

fn write_policy(out: &mut Layout, spec: &PolicySpec) {
    let PolicySpec { profile, levels, thresholds } = spec;
    if *spec == PolicySpec::default() {
        return;
    }
    out.header(&["policy"]);
    out.word("profile", profile.map(Profile::as_str));
    if !levels.is_empty() {
        out.header(&["policy", "levels"]);
        for (rule, level) in levels {
            out.text(rule, level.as_str());
        }
    }
    if *thresholds != ThresholdsSpec::default() {
        out.header(&["policy", "thresholds"]);
        write_thresholds(out, thresholds);
    }
}

fn write_thresholds(out: &mut Layout, spec: &ThresholdsSpec) {
    let ThresholdsSpec {
        span_at_most,
        span_at_least,
        layers_at_most,
        partners_at_least,
        overcommit,
        idle_share_at_most,
        manager_midpoint_at_least,
        dual_control_above,
        outcomes_at_most,
        concentration_at_most,
    } = spec;
    let counts = [
        ("span-at-most", span_at_most),
        ("span-at-least", span_at_least),
        ("layers-at-most", layers_at_most),
        ("outcomes-at-most", outcomes_at_most),
        ("partners-at-least", partners_at_least),
    ];
    for (key, count) in counts {
        if let Some(count) = count {
            out.integer(key, *count);
        }
    }
    out.quantity("overcommit", *overcommit);
    out.quantity("idle-share-at-most", *idle_share_at_most);
    out.quantity("concentration-at-most", *concentration_at_most);
    out.quantity("manager-midpoint-at-least", *manager_midpoint_at_least);
    out.amount("dual-control-above", dual_control_above.as_ref());
}

fn write_waiver(out: &mut Layout, spec: &WaiverSpec) {
    let WaiverSpec { rule, at, reason, owner, until } = spec;
    out.item_header("waivers");
    out.text("rule", rule);
    out.text("at", &Path::to_string(at));
    out.text("reason", reason);
    out.optional_text("owner", owner.as_deref());
    out.date("until", *until);
}
