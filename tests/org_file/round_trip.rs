//! Nothing that is stated is lost on the way to an org, to a text, and back.

use bagan::{Org, OrgSpec};
use proptest::prelude::*;

use crate::random;

/// Reads what a text of a format states.
#[cfg(any(feature = "toml", feature = "json"))]
fn read(text: &str, format: bagan::Format) -> OrgSpec {
    let file = bagan::OrgFile::parse("f", text.as_bytes(), format);
    file.unwrap_or_else(|errors| panic!("{errors}\n{text}")).into_spec()
}

#[cfg(feature = "toml")]
#[test]
fn the_example_orgs_come_back_from_their_orgs_and_texts() {
    let examples =
        ["examples/orgs", "examples/orgs/templates"].map(|folder| std::fs::read_dir(folder).unwrap());
    let examples = examples.into_iter().flatten().map(|entry| entry.unwrap().path());
    for example in examples.filter(|path| path.is_file()) {
        let text = std::fs::read_to_string(example).unwrap();
        let spec = read(&text, bagan::Format::Toml);
        let org = Org::try_from(&spec).unwrap();
        assert_eq!(OrgSpec::from(&org), spec);
        assert_eq!(read(&org.to_toml().unwrap(), bagan::Format::Toml), spec);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_spec_comes_back_from_its_org(spec in random::spec()) {
        let org = Org::try_from(&spec).unwrap_or_else(|errors| panic!("{errors}"));
        prop_assert_eq!(OrgSpec::from(&org), spec);
    }

    #[cfg(feature = "toml")]
    #[test]
    fn a_spec_comes_back_from_its_toml(spec in random::spec()) {
        let text = spec.to_toml().unwrap();
        prop_assert_eq!(&read(&text, bagan::Format::Toml), &spec);
        prop_assert_eq!(read(&text, bagan::Format::Toml).to_toml().unwrap(), text);
    }

    #[cfg(feature = "json")]
    #[test]
    fn a_spec_comes_back_from_its_json(spec in random::spec()) {
        let text = spec.to_json().unwrap();
        prop_assert_eq!(&read(&text, bagan::Format::Json), &spec);
        prop_assert_eq!(read(&text, bagan::Format::Json).to_json().unwrap(), text);
    }

    #[test]
    fn a_spec_comes_back_from_serde(spec in random::spec()) {
        let text = serde_json::to_string(&spec).unwrap();
        prop_assert_eq!(serde_json::from_str::<OrgSpec>(&text).unwrap(), spec);
    }

    #[cfg(feature = "toml")]
    #[test]
    fn what_is_written_is_toml_to_others_as_well(spec in random::spec()) {
        let text = spec.to_toml().unwrap();
        let theirs = toml::from_str::<OrgSpec>(&text);
        prop_assert_eq!(theirs.map(|theirs| theirs.positions), Ok(spec.positions), "{}", text);
    }

    #[cfg(feature = "toml")]
    #[test]
    fn every_value_that_is_written_has_its_place(spec in random::spec()) {
        let text = spec.to_toml().unwrap();
        let file = bagan::OrgFile::parse("f", text.as_bytes(), bagan::Format::Toml).unwrap();
        for (id, position) in &spec.positions {
            let at = bagan::Path::new().key("positions").key(id).key("role");
            let place = file.locate(&at).unwrap();
            let line = text.split('\n').nth(place.line() - 1).unwrap();
            let pointed: String = line.chars().skip(place.column() - 1).take(place.length()).collect();
            let value: toml::Table = format!("x = {pointed}").parse().unwrap();
            prop_assert_eq!(value["x"].as_str(), Some(position.role.as_str()));
        }
    }
}
