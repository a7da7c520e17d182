//! [`OrgSpec`] through serde: any self-describing format of the user's own.

use indexmap::IndexMap;
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::spec::decode::{Decoder, Mark};
use crate::spec::fault::FORMAT_VERSION;
use crate::spec::from_serde;
use crate::spec::wire::as_text::is_default;
use crate::spec::wire::{
    ChannelSpec, DelegationSpec, KpiSpec, OrgSpec, OrganizationSpec, OutcomeSpec, PlatformSpec, PolicySpec,
    PositionSpec, RoleSpec, StandInSpec, WaiverSpec,
};

/// The file as it is written: an [`OrgSpec`] and the version of the format.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Written<'s> {
    format: u32,
    organization: &'s OrganizationSpec,
    #[serde(skip_serializing_if = "Option::is_none")]
    channels: Option<&'s IndexMap<String, ChannelSpec>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    platforms: Option<&'s IndexMap<String, PlatformSpec>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    roles: Option<&'s IndexMap<String, RoleSpec>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    positions: Option<&'s IndexMap<String, PositionSpec>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stand_ins: Option<&'s [StandInSpec]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delegations: Option<&'s [DelegationSpec]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcomes: Option<&'s [OutcomeSpec]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kpis: Option<&'s [KpiSpec]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<&'s PolicySpec>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waivers: Option<&'s [WaiverSpec]>,
}

impl Serialize for OrgSpec {
    /// Writes the keys of the org file, `format` first.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.check_writable().map_err(S::Error::custom)?;
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
        let written = Written {
            format: FORMAT_VERSION,
            organization,
            channels: Some(channels).filter(|all| !all.is_empty()),
            platforms: Some(platforms).filter(|all| !all.is_empty()),
            roles: Some(roles).filter(|all| !all.is_empty()),
            positions: Some(positions).filter(|all| !all.is_empty()),
            stand_ins: Some(&**stand_ins).filter(|all| !all.is_empty()),
            delegations: Some(&**delegations).filter(|all| !all.is_empty()),
            outcomes: Some(&**outcomes).filter(|all| !all.is_empty()),
            kpis: Some(&**kpis).filter(|all| !all.is_empty()),
            policy: Some(policy).filter(|policy| !is_default(*policy)),
            waivers: Some(&**waivers).filter(|all| !all.is_empty()),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OrgSpec {
    /// Reads what a file of any self-describing format holds; the error names every fault with its path.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (tree, repeated) = from_serde::read(deserializer)?;
        let mut cx = Decoder::new(false);
        for first in repeated {
            cx.repeated(tree.node(first), Mark::Key(first));
        }
        let spec = Self::decode(&mut cx, tree.root());
        if cx.problems.is_empty() {
            return Ok(spec);
        }
        let mut faults: Vec<String> =
            cx.problems.iter().map(|problem| format!("{}: {}", problem.at, problem.what)).collect();
        if cx.more != 0 {
            faults.push(format!("{} more faults", cx.more));
        }
        Err(D::Error::custom(faults.join("\n")))
    }
}
