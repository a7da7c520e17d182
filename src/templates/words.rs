//! The names that templates give: made up, or usual.

/// The channels of a team that names none of its own; those that are alike follow each other.
pub(super) const CHANNELS: &[(&str, &str)] = &[
    ("seo", "Search engine optimisation"),
    ("paid-search", "Paid search"),
    ("display", "Display"),
    ("paid-social", "Paid social"),
    ("organic-social", "Organic social"),
    ("email", "Email"),
];

/// The segments and business units, made up: no template has more.
pub(super) const SEGMENTS: &[(&str, &str)] = &[
    ("retail", "Retail"),
    ("business", "Business customers"),
    ("partners", "Partners"),
    ("families", "Families"),
    ("students", "Students"),
    ("travel", "Travel"),
    ("export", "Export"),
    ("public", "Public sector"),
];

/// The people, made up; more get numbers.
const PEOPLE: &[&str] = &[
    "sari", "budi", "rina", "agus", "ayu", "wulan", "made", "ketut", "putri", "nyoman", "joko", "tono",
    "indah", "gita", "hendra", "lestari", "intan", "surya", "siti", "eko", "dewi", "bambang", "yuni", "adit",
    "kartika", "fajar", "hartono", "ratna", "bayu", "citra", "dimas", "eka", "farah", "galih", "hana",
    "irfan", "kirana", "lukman", "mega", "nanda",
];

/// Returns the name of a usual channel, else nothing.
pub(super) fn channel_name(id: &str) -> &'static str {
    CHANNELS.iter().find(|(usual, _)| *usual == id).map_or("", |(_, name)| name)
}

/// Returns the made-up person of a number: no two numbers give one.
pub(super) fn person(number: usize) -> String {
    let name = PEOPLE.get(number % PEOPLE.len()).copied().unwrap_or_default();
    match number / PEOPLE.len() {
        0 => name.to_owned(),
        round => format!("{name}-{}", round + 1),
    }
}

/// Writes "a, b and c".
pub(super) fn list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
