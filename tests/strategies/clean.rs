use bagan::strategies::{OrgParams, clean_org};
use bagan::{Check, Profile, parse_date};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]
    #[test]
    fn no_rule_has_anything_to_say(org in clean_org(OrgParams::default())) {
        let today = parse_date("2026-07-01").unwrap();
        for profile in Profile::ALL {
            let report = Check::standard(today).profile(*profile).run(&org);
            prop_assert!(report.is_clean(), "{}:\n{}", profile, report);
        }
    }
}
