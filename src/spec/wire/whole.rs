//! The file as a whole.

use indexmap::IndexMap;

use crate::org::{BuildErrors, Channel, Org, OrgBuilder, Pacing, Position, Role};
use crate::spec::decode::{Decoder, Fields};
use crate::spec::fault::{FORMAT_VERSION, SpecFault, clipped};
use crate::spec::tree::{Node, Value};
use crate::spec::wire::{
    ChannelSpec, DelegationSpec, KpiSpec, OrganizationSpec, OutcomeSpec, PlatformSpec, PolicySpec,
    PositionSpec, RoleSpec, StandInSpec, WaiverSpec,
};

/// An org as a file states it: nothing is resolved, and nothing need be right.
///
/// This is the form to edit; [`Org::try_from`] makes an org of it, or says everything that keeps it from being
/// one, and [`OrgSpec::from`] goes back. That round trip keeps everything that is stated; of amounts it keeps the
/// value rather than the spelling, and it states the midpoint of a pay band even if the file leaves it out.
///
/// ```
/// use bagan::{Amount, Org, OrgBuilder, OrgSpec};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("dmm", "digital-marketing-manager").holder("rina").budget(12_000_000_000);
/// let org = org.build()?;
///
/// let mut spec = OrgSpec::from(&org);
/// spec.positions["dmm"].budget = Some(Amount::from(9_000_000_000));
/// let org = Org::try_from(&spec)?;
/// assert_eq!(OrgSpec::from(&org), spec);
/// # Ok::<(), bagan::BuildErrors>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct OrgSpec {
    /// The organization.
    pub organization: OrganizationSpec,
    /// The channels by id.
    pub channels: IndexMap<String, ChannelSpec>,
    /// The ad platforms by id: the user's own, and those built in that are stated anew.
    pub platforms: IndexMap<String, PlatformSpec>,
    /// The roles by id: the user's own, and what is stated of built-in ones.
    pub roles: IndexMap<String, RoleSpec>,
    /// The positions by id.
    pub positions: IndexMap<String, PositionSpec>,
    /// The stand-ins.
    pub stand_ins: Vec<StandInSpec>,
    /// The delegations.
    pub delegations: Vec<DelegationSpec>,
    /// The outcomes.
    pub outcomes: Vec<OutcomeSpec>,
    /// The KPIs.
    pub kpis: Vec<KpiSpec>,
    /// The policy.
    pub policy: PolicySpec,
    /// The waivers.
    pub waivers: Vec<WaiverSpec>,
}

impl OrgSpec {
    /// Begins with an organization that has nothing else yet.
    pub fn new(organization: OrganizationSpec) -> Self {
        Self { organization, ..Self::default() }
    }

    /// Reads a tree, as far as it can be read.
    pub(crate) fn decode(cx: &mut Decoder, root: Node<'_>) -> Self {
        if let Some(newer) = root.child("format").filter(|node| is_newer(node.value())) {
            // Whatever else would be noted may be right in that format.
            let Value::Integer(format) = newer.value() else { return Self::default() };
            cx.value(newer, SpecFault::NewerFormat { format: clipped(format) });
            return Self::default();
        }
        let mut fields = Fields::of(cx, root);
        fields.required("format", format);
        let spec = Self {
            organization: fields.required_table("organization", OrganizationSpec::decode),
            channels: fields.by_id("channels", ChannelSpec::decode),
            platforms: fields.by_id("platforms", PlatformSpec::decode),
            roles: fields.by_id("roles", RoleSpec::decode),
            positions: fields.by_id("positions", PositionSpec::decode),
            stand_ins: fields.list("stand-ins", StandInSpec::decode).unwrap_or_default(),
            delegations: fields.list("delegations", DelegationSpec::decode).unwrap_or_default(),
            outcomes: fields.list("outcomes", OutcomeSpec::decode).unwrap_or_default(),
            kpis: fields.list("kpis", KpiSpec::decode).unwrap_or_default(),
            policy: fields.table("policy", PolicySpec::decode).unwrap_or_default(),
            waivers: fields.list("waivers", WaiverSpec::decode).unwrap_or_default(),
        };
        fields.finish();
        spec
    }

    /// States everything to a builder.
    pub(crate) fn state(&self) -> OrgBuilder {
        let Self {
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
        } = self;
        let mut org = organization.state();
        org.reserve(positions.len(), positions.keys().map(String::len).sum());
        policy.state(&mut org);
        for (id, channel) in channels {
            channel.state(id, &mut org);
        }
        for (id, platform) in platforms {
            platform.state(id, &mut org);
        }
        for (id, role) in roles {
            role.state(id, &mut org);
        }
        for (id, position) in positions {
            position.state(id, &mut org);
        }
        for stand_in in stand_ins {
            stand_in.state(&mut org);
        }
        for delegation in delegations {
            delegation.state(&mut org);
        }
        for outcome in outcomes {
            outcome.state(&mut org);
        }
        for kpi in kpis {
            kpi.state(&mut org);
        }
        for waiver in waivers {
            waiver.state(&mut org);
        }
        org
    }
}

/// Returns whether a format is one that is yet to come.
fn is_newer(format: Value<'_>) -> bool {
    let Value::Integer(text) = format else { return false };
    match text.parse::<i64>() {
        Ok(number) => i64::from(FORMAT_VERSION) < number,
        Err(_) => !text.starts_with('-'),
    }
}

/// Reads the version of the format.
fn format(cx: &mut Decoder, node: Node<'_>) -> Option<()> {
    const EXPECTED: &str = "the version of the format, `1`";
    match node.value() {
        Value::Integer("1") => return Some(()),
        Value::Integer(text) => {
            cx.value(node, SpecFault::OutOfRange { expected: EXPECTED, text: clipped(text) });
        }
        _ => cx.wrong_type(node, EXPECTED),
    }
    None
}

impl TryFrom<&OrgSpec> for Org {
    type Error = BuildErrors;

    fn try_from(spec: &OrgSpec) -> Result<Self, BuildErrors> {
        spec.state().build()
    }
}

impl TryFrom<OrgSpec> for Org {
    type Error = BuildErrors;

    fn try_from(spec: OrgSpec) -> Result<Self, BuildErrors> {
        let org = spec.state();
        drop(spec);
        org.build()
    }
}

impl From<&Org> for OrgSpec {
    fn from(org: &Org) -> Self {
        let currency = org.currency();
        let channel = |channel: Channel<'_>| (channel.id().to_owned(), ChannelSpec::of(channel));
        let platform = |(id, pacing): (&str, Pacing)| (id.to_owned(), PlatformSpec::new(pacing));
        let role = |role: Role<'_>| (role.id().to_owned(), RoleSpec::of(role, currency));
        let position =
            |position: Position<'_>| (position.id().to_owned(), PositionSpec::of(position, currency));
        Self {
            organization: OrganizationSpec::of(org),
            channels: org.channels().map(channel).collect(),
            platforms: org.platforms().map(platform).collect(),
            roles: org.stated_roles().map(role).collect(),
            positions: org.positions().map(position).collect(),
            stand_ins: org.stand_ins().map(StandInSpec::of).collect(),
            delegations: org.delegations().map(|item| DelegationSpec::of(item, currency)).collect(),
            outcomes: org.outcomes().map(|item| OutcomeSpec::of(item, currency)).collect(),
            kpis: org.kpis().map(KpiSpec::of).collect(),
            policy: PolicySpec::of(org.policy(), currency),
            waivers: org.waivers().iter().map(WaiverSpec::of).collect(),
        }
    }
}
