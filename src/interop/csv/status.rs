//! Whether a seat is held, vacant, or left by whoever held it.

use super::roles::normal;
use crate::id::Names;
use crate::words::word_enum;

word_enum! {
    /// What a row says of who is in the seat.
    pub enum Standing ("standing") {
        /// Somebody holds it.
        Held = "held",
        /// Nobody holds it.
        Vacant = "vacant",
        /// Whoever the row is about has left.
        Left = "left",
    }
}

const VACANT: &[&str] = &[
    "vacant",
    "vacancy",
    "open",
    "open position",
    "open role",
    "open requisition",
    "unfilled",
    "unoccupied",
    "to be hired",
    "tbh",
    "hiring",
    "recruiting",
    "requisition",
    "position open",
    "kosong",
    "lowong",
    "unbesetzt",
    "vakant",
    "vacante",
    "à pourvoir",
];

const LEFT: &[&str] = &[
    "inactive",
    "not active",
    "non active",
    "nonactive",
    "no longer active",
    "ex employee",
    "left",
    "former",
    "former employee",
    "retired",
    "resigned",
    "dismissed",
    "deceased",
    "laid off",
    "separated",
    "departed",
    "offboarded",
    "fired",
    "quit",
    "ended",
    "discharged",
    "withdrawn",
    "no longer employed",
    "i",
    "t",
    "r",
    "d",
    "keluar",
    "tidak aktif",
    "pensiun",
    "ausgeschieden",
    "inaktiv",
    "gekündigt",
    "inactif",
    "parti",
    "inactivo",
    "inactiva",
    "baja",
];

const HELD: &[&str] = &[
    "active",
    "employed",
    "employee",
    "filled",
    "occupied",
    "current",
    "on leave",
    "leave",
    "leave of absence",
    "loa",
    "inactive loa",
    "inactive on leave",
    "paid leave",
    "unpaid leave",
    "maternity leave",
    "parental leave",
    "sick leave",
    "suspended",
    "probation",
    "on probation",
    "notice",
    "on notice",
    "permanent",
    "temporary",
    "temp",
    "contract",
    "contractor",
    "fixed term",
    "full time",
    "fulltime",
    "part time",
    "parttime",
    "regular",
    "seasonal",
    "intern",
    "onboarding",
    "hired",
    "new hire",
    "active assignment",
    "active payroll eligible",
    "active no payroll",
    "a",
    "l",
    "aktif",
    "tetap",
    "kontrak",
    "aktiv",
    "actif",
    "active employee",
    "activo",
    "activa",
];

/// What a status says, and whether it is understood; what is not understood is held.
fn read(status: &str) -> (Standing, bool) {
    let plain = normal(status);
    let has = |words: &[&str]| words.contains(&plain.as_str());
    if has(VACANT) {
        return (Standing::Vacant, true);
    }
    if has(LEFT) || has_left(&plain) {
        return (Standing::Left, true);
    }
    (Standing::Held, plain.is_empty() || has(HELD))
}

/// Returns whether a status says of somebody, in more than one word, that they were terminated or have resigned.
///
/// What says so of the future, or takes it back, does not: nobody is left out who may still be there.
fn has_left(plain: &str) -> bool {
    const NOT_YET: &[&str] =
        &["not", "non", "no", "never", "pending", "future", "planned", "upcoming", "scheduled", "before"];
    const TAKEN_BACK: &[&str] =
        &["withdrawn", "rescinded", "revoked", "cancelled", "canceled", "reversed", "declined", "rejected"];
    let leaves = |word: &str| word.starts_with("terminat") || word.starts_with("resign");
    let mut words = plain.split(' ');
    let before = words.by_ref().take_while(|word| !leaves(word)).any(|word| NOT_YET.contains(&word));
    plain.split(' ').any(leaves) && !before && !words.any(|word| TAKEN_BACK.contains(&word))
}

/// What a column of yes and no says; none if it says neither.
pub(super) fn yes(cell: &str) -> Option<bool> {
    match normal(cell).as_str() {
        "yes" | "y" | "true" | "t" | "1" | "x" | "ya" | "ja" | "oui" | "si" | "sí" | "active" | "vacant" => {
            Some(true)
        }
        "no" | "n" | "false" | "f" | "0" | "tidak" | "nein" | "non" | "inactive" | "filled" => Some(false),
        _ => None,
    }
}

/// A distinct status of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Status {
    pub(super) text: String,
    pub(super) standing: Standing,
    pub(super) understood: bool,
    pub(super) rows: u64,
}

/// The distinct statuses of a file, each read once.
#[derive(Debug, Default)]
pub(super) struct Statuses {
    names: Names,
    pub(super) all: Vec<Status>,
}

impl Statuses {
    /// Reads a status, and counts it.
    pub(super) fn read(&mut self, text: &str) -> Standing {
        let place = self.names.intern(text).index();
        if self.all.len() <= place {
            let (standing, understood) = read(text);
            self.all.push(Status { text: text.to_owned(), standing, understood, rows: 0 });
        }
        self.all.get_mut(place).map_or(Standing::Held, |status| {
            status.rows += 1;
            status.standing
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_read_once_and_counted() {
        let mut statuses = Statuses::default();
        assert_eq!(statuses.read("Voluntarily Terminated"), Standing::Left);
        assert_eq!(statuses.read("VACANT"), Standing::Vacant);
        assert_eq!(statuses.read("Leave of Absence"), Standing::Held);
        assert_eq!(statuses.read("Leave of Absence"), Standing::Held);
        assert_eq!(statuses.read("commission=.4"), Standing::Held);
        let seen: Vec<(u64, bool)> =
            statuses.all.iter().map(|status| (status.rows, status.understood)).collect();
        assert_eq!(seen, [(1, true), (1, true), (2, true), (1, false)]);
    }

    #[test]
    fn yes_and_no_are_read_in_the_languages_of_the_headers() {
        assert_eq!(
            (yes("TRUE"), yes("ya"), yes("Nein"), yes("0")),
            (Some(true), Some(true), Some(false), Some(false))
        );
        assert_eq!((yes(""), yes("maybe")), (None, None));
    }

    #[test]
    fn no_word_says_two_things() {
        let all = || VACANT.iter().chain(LEFT).chain(HELD);
        for word in all() {
            assert_eq!(all().filter(|other| *other == word).count(), 1, "{word}");
            assert_eq!(*word, normal(word));
        }
    }
}
