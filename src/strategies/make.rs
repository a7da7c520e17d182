//! The makers: what a strategy draws, built.

use proptest::prelude::*;

use crate::org::Org;
use crate::spec::OrgSpec;
use crate::strategies::params::OrgParams;
use crate::strategies::{clean, valid};

/// Makes specs that build.
pub fn spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    valid::spec(params)
}

/// Makes orgs.
pub fn org(params: OrgParams) -> impl Strategy<Value = Org> {
    spec(params).prop_map(|spec| built(&spec))
}

/// Makes clean specs.
pub fn clean_spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    clean::spec(params)
}

/// Makes clean orgs.
pub fn clean_org(params: OrgParams) -> impl Strategy<Value = Org> {
    clean_spec(params).prop_map(|spec| built(&spec))
}

/// Builds what a strategy drew.
#[expect(
    clippy::expect_used,
    reason = "invariant: strategies draw specs that build; a property test holds it"
)]
pub(super) fn built(spec: &OrgSpec) -> Org {
    Org::try_from(spec).expect("a strategy draws specs that build")
}
