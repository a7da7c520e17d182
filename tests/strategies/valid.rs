use bagan::strategies::{OrgParams, spec};
use bagan::{Org, OrgSpec};
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_is_drawn_builds_and_comes_back_whole(spec in spec(OrgParams::default())) {
        let org = Org::try_from(&spec).unwrap();
        prop_assert_eq!(OrgSpec::from(&org), spec);
    }
}
