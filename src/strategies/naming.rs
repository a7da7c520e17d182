//! Ids that a person can read in a counterexample.

use crate::strategies::pick::Pick;

/// Who holds the first positions; the others share these names with a number.
const PEOPLE: &[&str] =
    &["rina", "budi", "sari", "agus", "dewi", "joko", "ayu", "eko", "putri", "李娜", "Олег", "zoë"];

const CHANNELS: &[&str] =
    &["seo", "paid-social", "email", "ppc", "social-media", "affiliate", "搜索", "contenu payé"];

/// What ids in other scripts begin with.
const SCRIPTS: &[&str] = &["数字营销", "специалист", "أخصائي", "विशेषज्ञ", "spesialis pemasaran", "v1.2"];

/// Returns the id of the position at a place: `specialist-3`, or one in another script.
pub(super) fn position(role: &str, place: usize, script: Option<Pick>) -> String {
    let stem = script.and_then(|pick| pick.of(SCRIPTS)).unwrap_or(match role {
        "digital-marketing-manager" => "dmm",
        "director-of-marketing" => "director",
        "vp-of-marketing" => "vp",
        role => role,
    });
    format!("{stem}-{}", place + 1)
}

/// Returns the id of the person at a place.
pub(super) fn person(place: usize) -> String {
    numbered(PEOPLE, place)
}

/// Returns the id of the channel at a place.
pub(super) fn channel(place: usize) -> String {
    numbered(CHANNELS, place)
}

/// Returns the name at a place, with a number from the second round on.
fn numbered(names: &[&str], place: usize) -> String {
    let name = names.get(place % names.len()).copied().unwrap_or_default();
    match place / names.len() {
        0 => name.to_owned(),
        round => format!("{name}-{}", round + 1),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::id::check_id;

    #[test]
    fn names_are_ids_and_no_two_are_the_same() {
        for name in [person, channel] {
            let names: BTreeSet<String> = (0..100).map(name).collect();
            assert_eq!(names.len(), 100);
            assert!(names.iter().all(|name| check_id(name).is_ok()));
        }
        assert!(SCRIPTS.iter().all(|stem| check_id(stem).is_ok()));
    }

    #[test]
    fn a_position_is_named_for_its_role_and_its_place() {
        assert_eq!(position("specialist", 2, None), "specialist-3");
        assert_eq!(position("digital-marketing-manager", 0, None), "dmm-1");
    }
}
